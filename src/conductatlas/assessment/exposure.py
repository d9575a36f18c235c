"""How exposed a clause is, as far as laws on record and its grade tell: why, how likely a challenge is, how grave."""

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
_OF_USERS = (
    "By its grade the clause is on the side of users; the question is whether it is kept, and gives what is due."
)
_WOULD_TURN = "It would turn on whether the clause, and what is done under it, keep to"
# What a challenge would rest on, the gravest first. How often there are any is in no register, so no level is told.
_TURNS_ON: Sequence[tuple[frozenset[How], str]] = (
    (frozenset({How.FORBIDS}), "Likelier than where nothing is forbidden: it could rest on what is."),
    (frozenset({How.LIMITS}), f"{_WOULD_TURN} these limits."),
    (frozenset({How.CONDITIONS}), f"{_WOULD_TURN} these conditions."),
    (frozenset({How.REQUIRES}), "It would be that what is required is not met, in the text or in practice."),
    (frozenset({How.SUPPORTS}), "Nothing that was found could be held against such clauses."),
)
_NOTHING_YET = "Nothing that was found applies yet to everybody."
_GRAVE: Mapping[Severity, str] = {
    Severity.HIGH: "It would weigh heavily: the clause is graded high for an ordinary user.",
    Severity.MEDIUM: "It would matter: the clause is graded medium for an ordinary user.",
    Severity.LOW: "It would matter little: the clause is graded low for an ordinary user.",
    # What is graded at no severity may still be all that users have against something grave.
    Severity.NONE: "",
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
    """How exposed a clause is: why, how likely a challenge is as far as that can be said, and how grave it would be.

    `grave` is empty where the grade of the clause says nothing of that.
    """

    why: str
    likely: str
    grave: str


def exposure(
    provisions: Collection[Counted], severity: Severity, stance: Stance, unread: Sequence[str] = ()
) -> Exposure:
    """Weigh what the provisions do that speak to a clause, of which there is at least one, and its own grade.

    `unread` are places that the clause is for and of which no law was found to.
    """
    return Exposure(_why(provisions, unread), _likely(provisions, stance), _GRAVE[severity])


def _likely(provisions: Collection[Counted], stance: Stance) -> str:
    done = {one.how for one in provisions if not (one.begins or one.for_some)}
    if done and stance is Stance.PROTECTIVE:
        return _OF_USERS
    return next((said for hows, said in _TURNS_ON if done & hows), _NOTHING_YET)


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
