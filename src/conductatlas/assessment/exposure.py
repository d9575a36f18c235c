"""How exposed a clause is under the laws that speak to its type, as far as the register and its grade tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from conductatlas.catalogue import How, Severity, Stance
from conductatlas.english import day, series

_HIGH_EXPOSURE, _MEDIUM_EXPOSURE = 5, 3
# How many laws that limit a type, or set conditions for it, make a challenge likelier.
_SEVERAL = 2
# Each with what one law does and what several do.
_DOES: Mapping[How, tuple[str, str]] = {
    How.FORBIDS: ("forbids part of what it may do", "forbid part of what it may do"),
    How.LIMITS: ("limits what it may do", "limit what it may do"),
    How.REQUIRES: ("sets a requirement in the matter", "set requirements in the matter"),
    How.CONDITIONS: ("sets conditions for it", "set conditions for it"),
    How.SUPPORTS: ("supports it", "support it"),
}
# What a law may do, the gravest first.
_GRAVEST = (How.FORBIDS, How.LIMITS, How.CONDITIONS, How.REQUIRES, How.SUPPORTS)
_GRAVE: Mapping[Severity, str] = {
    Severity.HIGH: "It would weigh heavily: the clause is graded high for an ordinary user.",
    Severity.MEDIUM: "It would matter: the clause is graded medium for an ordinary user.",
    Severity.LOW: "It would matter little: the clause is graded low for an ordinary user.",
    Severity.NONE: "For an ordinary user little would hang on it: the clause is graded at no severity.",
}
_BY_DEFAULT = "The way out takes nothing from an ordinary user; but by these words the use goes on until it is taken."
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class Level(StrEnum):
    """How exposed a clause is, or how likely or grave a challenge would be."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Exposure:
    """How exposed a clause is under all laws that apply: why, how likely a challenge is, and how grave it would be."""

    level: Level
    why: str
    likely: Level
    likely_because: str
    grave: Level
    grave_because: str


def exposure(
    laws: Sequence[frozenset[How]],
    severity: Severity,
    stance: Stance,
    *,
    for_some: int = 0,
    later: Sequence[date] = (),
    versions_in: Sequence[str] = (),
    as_one: Sequence[Sequence[str]] = (),
    unread: Sequence[str] = (),
    by_default: bool = False,
) -> Exposure:
    """Weigh what each law in force does to a clause's type, the clause's own grade, and whom it favours.

    `for_some` is how many more there are that are not for everybody, `later` the days from which others apply: they are
    told of, and do not count. `versions_in` are the places that have versions of their own of some of the laws, which
    stand here once; `as_one` are the titles of such, those of one law together; `unread` are places that the clause is
    for and of which no law was looked at. `by_default`: what it offers a way out of goes on until somebody takes that.
    """
    likely, because = _likelihood(laws, stance)
    if unread:
        because = f"{because} Laws of {series(list(unread))} on such clauses were not looked at."
    points = severity.rank + (2 if _forbidden(laws) else 1)
    level = Level.LOW
    against = any(done - {How.SUPPORTS} for done in laws)
    if against and stance is not Stance.PROTECTIVE and points >= _MEDIUM_EXPOSURE:
        level = Level.HIGH if points >= _HIGH_EXPOSURE else Level.MEDIUM
    grave = Level(severity.value) if severity.rank else Level.LOW
    why = [
        _counted(laws, versions_in, as_one),
        *_to_come(later, more=bool(laws)),
        *_besides(for_some, more=bool(laws or later)),
    ]
    return Exposure(
        level,
        " ".join(why),
        likely,
        because,
        grave,
        _BY_DEFAULT if by_default and not severity.rank else _GRAVE[severity],
    )


def _forbidden(laws: Sequence[frozenset[How]]) -> bool:
    return any(How.FORBIDS in done for done in laws)


def _bounds(done: frozenset[How]) -> bool:
    """Whether a law limits a clause or sets conditions for it."""
    return bool(done & {How.LIMITS, How.CONDITIONS})


def _likelihood(laws: Sequence[frozenset[How]], stance: Stance) -> tuple[Level, str]:
    """How likely a challenge is, as far as the register tells, and why."""
    if not laws:
        return Level.LOW, "No law that is in force for everybody was found that could be held against this clause."
    bounding = sum(map(_bounds, laws))
    if stance is Stance.PROTECTIVE:
        return (
            Level.LOW,
            "By its grade the clause is on the side of users; the question is whether it does all that is asked for.",
        )
    if _forbidden(laws):
        return Level.HIGH, "A challenge is likelier where a law forbids part of what such a clause may do."
    if bounding >= _SEVERAL:
        return Level.MEDIUM, "More than one law was found that limits this clause or sets conditions for it."
    if bounding:
        return (
            Level.LOW,
            "Only one law was found that limits this clause or sets conditions for it; more would make it likelier.",
        )
    if any(How.REQUIRES in done for done in laws):
        return (
            Level.LOW,
            "The law that was found sets requirements in the matter; a challenge would be that one of them is not met.",
        )
    if len(laws) == 1:
        return Level.LOW, "The one law that was found to speak to this clause supports it, and does not limit it."
    return Level.LOW, "The laws that were found to speak to this clause support it, and do not limit it."


def _counted(laws: Sequence[frozenset[How]], versions_in: Sequence[str], as_one: Sequence[Sequence[str]]) -> str:
    """How many laws speak to a type, and how many of them do what, in one sentence.

    One law is told with all that it does, of several each with the gravest, so that each counts once, and with whether
    it supports the type besides.
    """
    if not laws:
        return "No law that is in force for everybody was found to speak to this clause."
    if len(laws) == 1:
        versions = f", in the versions of {series(list(versions_in))}" if versions_in else ""
        done = [_DOES[how][0] for how in _GRAVEST if how in laws[0]]
        ground = How.SUPPORTS in laws[0] and len(done) > 1
        said = f"{series(done[:-1])}, but {done[-1]} too" if ground else series(done)
        return f"One law on record was found to speak to this clause{versions}: it {said}."
    together = [series([f"the {title}" for title in titles]) for titles in as_one]
    once = f" ({' count as one, and '.join(together)} count as one)" if together else ""
    counts = Counter((next(how for how in _GRAVEST if how in done), _supports_besides(done)) for done in laws)
    parts = [
        f"{_share(count, len(laws))} {_does(how, count, supports=besides)}"
        for how in _GRAVEST
        for besides in (False, True)
        if (count := counts[how, besides])
    ]
    return f"Of the laws on record {_number(len(laws))} were found to speak to this clause{once}: {series(parts)}."


def _does(how: How, count: int, *, supports: bool) -> str:
    """What so many laws do; `supports`: that they support the type besides."""
    of_one_or_more = 0 if count == 1 else 1
    besides = f" (and {_DOES[How.SUPPORTS][of_one_or_more]}, too)" if supports else ""
    return f"{_DOES[how][of_one_or_more]}{besides}"


def _supports_besides(done: frozenset[How]) -> bool:
    """Whether a law supports a type, and does something else as well."""
    return How.SUPPORTS in done and len(done) > 1


def _to_come(days: Sequence[date], *, more: bool) -> Iterator[str]:
    """The laws that do not apply yet, by the days from which each of them does."""
    if days:
        from_when = series([day(one) for one in sorted(set(days))])
        applies, does = ("applies", "does") if len(days) == 1 else ("apply", "do")
        yield f"{_others(len(days), more=more)} {applies} only from {from_when}, and {does} not count yet."


def _besides(for_some: int, *, more: bool) -> Iterator[str]:
    if for_some:
        verb = "is" if for_some == 1 else "are"
        others = _others(for_some, more=more)
        yield f"{others} {verb} for certain companies or people alone; whether for those here was not looked at."


def _others(number: int, *, more: bool) -> str:
    return f"{_number(number).capitalize()}{' more' if more else ''}"


def _share(count: int, of: int) -> str:
    if count < of:
        return _number(count)
    return "both" if of == 2 else "all"


def _number(count: int) -> str:
    return _SMALL[count] if count < len(_SMALL) else str(count)
