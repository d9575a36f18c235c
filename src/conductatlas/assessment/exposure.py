"""How much of the register of laws speaks to a clause, counted in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conductatlas.catalogue import How
from conductatlas.english import day, series

# Each with what one provision does and what several do, the gravest first.
_DOES: Mapping[How, tuple[str, str]] = {
    How.FORBIDS: ("forbids part of what such clauses may do", "forbid part of what such clauses may do"),
    How.LIMITS: ("limits what such clauses may do", "limit what such clauses may do"),
    How.CONDITIONS: ("sets conditions for such clauses", "set conditions for such clauses"),
    How.REQUIRES: ("sets a requirement in the matter", "set requirements in the matter"),
    How.SUPPORTS: ("gives such clauses ground or applies beside them", "give such clauses ground or apply beside them"),
}
_NO_VERDICT = (
    "This counts what the register holds; neither whether the clause would hold nor how likely a challenge is follows "
    "from it."
)
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


def exposure(provisions: Collection[Counted], unread: Sequence[str] = ()) -> str:
    """How many provisions of how many laws were found to speak to a clause, and what they do; at least one must.

    `unread` are places that the clause is for and of which no law was found to.
    """
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
