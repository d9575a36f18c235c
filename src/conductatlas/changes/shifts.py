"""What became of the facts that a clause states: which value went, which came, and whom that favours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from conductatlas.catalogue import ClauseType
from conductatlas.english import short_series
from conductatlas.provisions import find_facts, values_by_kind


class Direction(StrEnum):
    """Whom a change favours, seen from an ordinary user's side."""

    BETTER = "better"
    WORSE = "worse"
    MIXED = "mixed"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Shift:
    """One kind of fact of a clause before and after, in words; a side is empty where nothing of the kind was stated."""

    kind: str
    before: str
    after: str
    direction: Direction
    phrase: str


# Figures, by what a reader calls them, and whether more of it is good for a user (1), bad (-1) or neither (0).
_FIGURES = {
    "notice-period": ("the notice period", 1),
    "retention-period": ("the retention period", -1),
    "refund-period": ("the time for a refund or withdrawal", 1),
    "claim-deadline": ("the time to bring a claim", 1),
    "opt-out-deadline": ("the time to opt out", 1),
    "inactivity-period": ("the period of inactivity", 1),
    "liability-period": ("the period whose payments limit liability", 1),
    "liability-cap": ("the limit of liability", 1),
    "amount": ("the amount", 0),
    "minimum-age": ("the minimum age", 0),
}
# Lists, by what is said where something came and where something went, and what its coming means for a user.
_LISTS = {
    "recipient": ("recipients of data now include", "recipients of data no longer include", -1),
    "purpose": ("purposes now include", "purposes no longer include", -1),
    "data-category": ("data now include", "data no longer include", -1),
    "licence-act": ("the licence now allows to", "the licence no longer names the right to", -1),
    "governing-law": ("the governing law now is that of", "the governing law no longer is that of", 0),
    "venue": ("the courts now are those of", "the courts no longer are those of", 0),
    "applies-to": ("it now speaks of", "it no longer speaks of", 0),
}
_ABOUT_DATA = frozenset(("ai", "collection", "sharing", "rights", "retention", "minors"))
_ABOUT_MONEY = frozenset(("payments", "liability", "disputes"))
# In clauses of which categories a kind of fact is what the clause turns on; elsewhere it stands there by the way.
_CATEGORIES = {
    **dict.fromkeys(("recipient", "purpose", "data-category"), _ABOUT_DATA),
    **dict.fromkeys(("governing-law", "venue"), frozenset(("disputes",))),
    **dict.fromkeys(("liability-cap", "liability-period"), frozenset(("liability",))),
    "amount": _ABOUT_MONEY,
    "claim-deadline": frozenset(("disputes", "liability")),
    "refund-period": frozenset(("payments",)),
    "retention-period": _ABOUT_DATA | {"account", "content"},
    "minimum-age": frozenset(("minors", "account")),
    "opt-out": _ABOUT_DATA | {"disputes"},
    "opt-out-deadline": _ABOUT_DATA | {"disputes"},
}
_KINDS_OF_LICENCES = ("licence-act", "licence-term")
# Purposes that serve the user or the law: naming them takes nothing from anyone.
_HARMLESS_PURPOSES = frozenset(
    ("providing the service", "security and fraud prevention", "legal compliance", "customer support")
)
# What the adjectives of a licence that the user grants mean for the user.
_LICENCE_TERMS = {
    **dict.fromkeys(("perpetual", "irrevocable", "exclusive", "transferable", "sublicensable", "unlimited"), -1),
    **dict.fromkeys(("worldwide", "royalty-free", "fully paid"), -1),
    **dict.fromkeys(("revocable", "limited", "non-exclusive", "non-transferable", "non-sublicensable"), 1),
}
# The clause types in which it is the user who grants a licence.
_GRANTS = frozenset(("content-licence", "ai-feedback-training-grant"))
_DIRECTION = {1: Direction.BETTER, -1: Direction.WORSE, 0: Direction.NEUTRAL}
_MOST_NAMED = 4


def shifts(clause_type: ClauseType, before: str, after: str) -> tuple[Shift, ...]:
    """Compare the facts of two wordings of one clause, given as they stand in their documents.

    Only what the two state differently is told, and what clauses of the type turn on, in the order of kinds.
    """
    old, new = values_by_kind(find_facts(before)), values_by_kind(find_facts(after))
    found: list[Shift] = []
    for kind in sorted(old.keys() | new.keys()):
        was, now = old.get(kind, ()), new.get(kind, ())
        if set(was) != set(now) and turns_on(clause_type, kind):
            found.extend(_shifts_of_kind(clause_type.id, kind, was, now))
    return tuple(found)


def turns_on(clause_type: ClauseType, kind: str) -> bool:
    """Whether clauses of a type turn on facts of a kind."""
    if kind in _KINDS_OF_LICENCES:
        return clause_type.id in _GRANTS or "licence" in clause_type.id
    return clause_type.category in _CATEGORIES.get(kind, (clause_type.category,))


def overall(directions: Sequence[Direction]) -> Direction:
    """One direction for several: mixed where some favour the user and some do not."""
    told = {one for one in directions if one is not Direction.NEUTRAL}
    if len(told) > 1:
        return Direction.MIXED
    return told.pop() if told else Direction.NEUTRAL


_Values = tuple[tuple[str, str], ...]


def _shifts_of_kind(clause_type: str, kind: str, was: _Values, now: _Values) -> Iterator[Shift]:
    if kind in _FIGURES:
        yield _figures(kind, was, now)
    elif kind in _LISTS:
        yield from _listed(kind, was, now)
    elif kind == "licence-term":
        yield from _licence_terms(clause_type, was, now)
    elif kind == "opt-out":
        yield _opt_out(was, now)


def _figures(kind: str, was: _Values, now: _Values) -> Shift:
    name, good = _FIGURES[kind]
    before, after = _amounts(was), _amounts(now)
    if not was:
        return Shift(kind, before, after, Direction.NEUTRAL, f"{name} is now stated: {after}")
    if not now:
        return Shift(kind, before, after, Direction.NEUTRAL, f"{name} ({before}) is no longer stated")
    comparable = len(was) == len(now) == 1 and was[0][1] == now[0][1]
    if not comparable:
        return Shift(kind, before, after, Direction.NEUTRAL, f"{name} changes from {before} to {after}")
    rises = float(now[0][0]) > float(was[0][0])
    verb = "rises" if rises else "falls"
    return Shift(kind, before, after, _DIRECTION[good if rises else -good], f"{name} {verb} from {before} to {after}")


def _amounts(values: _Values) -> str:
    return _series([_amount(value, unit) for value, unit in values])


def _amount(value: str, unit: str) -> str:
    if unit.isupper():
        return f"{unit} {float(value):,.2f}".removesuffix(".00")
    return f"{value} {unit.removesuffix('s') if value == '1' else unit}"


def _listed(kind: str, was: _Values, now: _Values) -> Iterator[Shift]:
    came_phrase, went_phrase, good = _LISTS[kind]
    came, went = _came_and_went(was, now)
    if came:
        direction = _DIRECTION[0 if _HARMLESS_PURPOSES.issuperset(came) else good]
        yield Shift(kind, "", _series(came), direction, f"{came_phrase} {_series(came)}")
    if went:
        direction = _DIRECTION[0 if _HARMLESS_PURPOSES.issuperset(went) else -good]
        yield Shift(kind, _series(went), "", direction, f"{went_phrase} {_series(went)}")


def _came_and_went(was: _Values, now: _Values) -> tuple[list[str], list[str]]:
    before, after = {value for value, _ in was}, {value for value, _ in now}
    return [value for value, _ in now if value not in before], [value for value, _ in was if value not in after]


def _licence_terms(clause_type: str, was: _Values, now: _Values) -> Iterator[Shift]:
    granted = clause_type in _GRANTS
    came, went = _came_and_went(was, now)
    if came:
        weights = [_DIRECTION[_LICENCE_TERMS.get(value, 0) if granted else 0] for value in came]
        yield Shift(
            "licence-term",
            "",
            _series(came),
            overall(weights),
            f"the licence is now {_series(came)}",
        )
    if went:
        weights = [_DIRECTION[-_LICENCE_TERMS.get(value, 0) if granted else 0] for value in went]
        phrase = f"the licence is no longer called {_series(went)}"
        yield Shift("licence-term", _series(went), "", overall(weights), phrase)


def _opt_out(was: _Values, now: _Values) -> Shift:
    before, after = (
        _series([value for value, _ in was]),
        _series([value for value, _ in now]),
    )
    if not was:
        return Shift("opt-out", "", after, Direction.BETTER, f"a way to opt out is now given ({after})")
    if not now:
        return Shift("opt-out", before, "", Direction.WORSE, f"the way to opt out ({before}) is gone")
    return Shift("opt-out", before, after, Direction.NEUTRAL, f"the way to opt out changes from {before} to {after}")


def _series(values: Sequence[str]) -> str:
    return short_series(values, _MOST_NAMED)
