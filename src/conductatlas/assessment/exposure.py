"""How exposed a clause is, as far as laws on record and its grade tell: why, what a challenge turns on, how grave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conductatlas.catalogue import How, Severity, Stance
from conductatlas.english import day, series

# Each with what one provision does and what several do, the gravest first.
_DOES: Mapping[How, tuple[str, str]] = {
    How.FORBIDS: ("forbids part of what such clauses may do", "forbid part of what such clauses may do"),
    How.LIMITS: ("limits what such clauses may do", "limit what such clauses may do"),
    How.CONDITIONS: ("sets conditions for such clauses", "set conditions for such clauses"),
    How.REQUIRES: ("sets a requirement in the matter", "set requirements in the matter"),
    How.SUPPORTS: ("gives such clauses ground or applies beside them", "give such clauses ground or apply beside them"),
}
_NO_VERDICT = "This counts what the register holds; whether the clause would hold does not follow from it."
# Each with what a clause and the conduct under it would have to do, what a clause on the side of users would, and to
# what one provision holds it, or several do.
_HELD_TO: Mapping[How, tuple[str, str, str, str]] = {
    How.FORBIDS: ("keep clear of", "keeps clear of", "what is forbidden", "what is forbidden"),
    How.LIMITS: ("keep to", "keeps to", "this limit", "these limits"),
    How.CONDITIONS: ("keep to", "keeps to", "these conditions", "these conditions"),
    How.REQUIRES: ("meet", "meets", "this requirement", "these requirements"),
}
_HOW_OFTEN = "How often clauses like this are challenged is not on record."
_NOTHING_AGAINST = "Nothing that was found could be held against such clauses."
_NOTHING_OF_ALL = "Of what applies to everybody already, nothing could be held against such clauses."
_NOTHING_YET = "Nothing that was found applies yet to everybody."
_GRADE: Mapping[Severity, str] = {
    Severity.HIGH: "is graded high",
    Severity.MEDIUM: "is graded medium",
    Severity.LOW: "is graded low",
    Severity.NONE: "has no severity",
}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Counted:
    """A provision that speaks to a clause: of which law, what it does, and what may keep it from holding.

    `begins` is the day from which it applies where that is yet to come; `for_some`: whether its law is for certain
    companies or people alone.
    """

    law: str
    how: How
    begins: date | None = None
    for_some: bool = False


@dataclass(frozen=True, slots=True)
class Exposure:
    """How exposed a clause is: why, what a challenge would turn on, and how grave the clause is for a user.

    How likely a challenge is and what a breach would cost stand in no register, so it is told that they do not.
    """

    why: str
    likely: str
    grave: str


def exposure(
    provisions: Collection[Counted], severity: Severity, stance: Stance, unread: Sequence[str] = ()
) -> Exposure:
    """Tell what the provisions do that speak to a clause, of which there is at least one, and its own grade.

    `unread` are places that the clause is for and of which no law was found to.
    """
    likely = f"{_HOW_OFTEN} {_turns_on(provisions, stance)}"
    return Exposure(_why(provisions, unread), likely, _grave(provisions, severity))


def _turns_on(provisions: Collection[Counted], stance: Stance) -> str:
    done = {one.how for one in provisions if not (one.begins or one.for_some)}
    counts = Counter(one.how for one in provisions)
    held_to = [_held_to(verb, counts) for verb in dict.fromkeys(_HELD_TO[how][:2] for how in _HELD_TO if how in done)]
    if not done:
        return _NOTHING_YET
    if stance is Stance.PROTECTIVE:
        kept = series(["is honoured", *(it for _, it in held_to)])
        return f"A challenge would turn on whether the clause, which is on the side of users, {kept}."
    if not held_to:
        return _NOTHING_AGAINST if all(one.how is How.SUPPORTS for one in provisions) else _NOTHING_OF_ALL
    both = series([they for they, _ in held_to])
    return f"A challenge would turn on whether the clause, and what is done under it, {both}."


def _held_to(verb: tuple[str, str], counts: Mapping[How, int]) -> tuple[str, str]:
    """What provisions that are told by one verb hold a clause with its conduct to, and one on the side of users."""
    alike = [
        (how, one, several) for how, (*told, one, several) in _HELD_TO.items() if tuple(told) == verb and counts[how]
    ]
    what = series([one if counts[how] == 1 else several for how, one, several in alike])
    return f"{verb[0]} {what}", f"{verb[1]} {what}"


def _grave(provisions: Collection[Counted], severity: Severity) -> str:
    laws = "this law" if len({one.law for one in provisions}) == 1 else "these laws"
    return (
        f"The clause {_GRADE[severity]} for an ordinary user. What a breach of {laws} would cost does not follow "
        "from that."
    )


def _why(provisions: Collection[Counted], unread: Sequence[str]) -> str:
    laws = len({one.law for one in provisions})
    found = f"{_counted('provision', len(provisions))} of {_counted('law', laws)}"
    spoke = "was found to speak" if len(provisions) == 1 else "were found to speak"
    told = [
        f"The register has {found} that {spoke} to this clause: {_what_they_do([one.how for one in provisions])}.",
        *_yet_to_come(provisions),
        *_for_some(provisions),
        *([f"For {series(list(unread))} none was found."] if unread else ()),
        _NO_VERDICT,
    ]
    return " ".join(told)


def _what_they_do(hows: Sequence[How]) -> str:
    if len(hows) == 1:
        return f"it {_DOES[hows[0]][0]}"
    counts = Counter(hows)
    return series([f"{_share(counts[how], len(hows))} {_does(how, counts[how])}" for how in _DOES if how in counts])


def _does(how: How, count: int) -> str:
    return _DOES[how][0 if count == 1 else 1]


def _yet_to_come(provisions: Collection[Counted]) -> Iterator[str]:
    """Those that do not apply yet, by the days from which each of them does."""
    days = [one.begins for one in provisions if one.begins]
    if days:
        from_when = series([day(one) for one in sorted(set(days))])
        yield f"{_among(len(days), len(provisions))} appl{'ies' if len(days) == 1 else 'y'} only from {from_when}."


def _for_some(provisions: Collection[Counted]) -> Iterator[str]:
    count = sum(one.for_some for one in provisions)
    if count:
        verb = "is" if count == 1 else "are"
        who = "certain companies or people alone; whether for those here was not looked at"
        yield f"{_among(count, len(provisions))} {verb} for {who}."


def _among(count: int, of: int) -> str:
    """So many of those that were told, as a sentence begins with them."""
    if count == of:
        return "It" if of == 1 else "They"
    return f"{_number(count).capitalize()} of them"


def _counted(what: str, count: int) -> str:
    return f"{_number(count)} {what}{'' if count == 1 else 's'}"


def _share(count: int, of: int) -> str:
    if count < of:
        return _number(count)
    return "both" if of == 2 else "all"


def _number(count: int) -> str:
    return _SMALL[count] if count < len(_SMALL) else str(count)
