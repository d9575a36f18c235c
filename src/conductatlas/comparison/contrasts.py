"""On which side clauses stand in what their type turns on. Read from `contrasts.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conductatlas.comparison.clause import Clause
from conductatlas.comparison.told import Found, Told
from conductatlas.yaml_data import parse_yaml

# Of a passage of many pages only the beginning is looked at.
_MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class _Side:
    """A predicate ('promises notice before changes take effect'), words that say so, and such as bound it."""

    says: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Stand:
    side: _Side
    place: tuple[int, int]


def contrasts(clause_type: str, this: Clause, other: Clause) -> Iterator[Found]:
    """On which side each of two clauses stands, where both stand on one: alike or not."""
    for sides in _contrasts().get(clause_type, ()):
        ours, theirs = _stand(sides, this), _stand(sides, other)
        if ours and theirs:
            alike = ours.side is theirs.side
            says = theirs.side.says if alike else f"it {theirs.side.says}, where this one {ours.side.says}"
            yield alike, Told(says, theirs.place)


def _stand(sides: tuple[_Side, ...], clause: Clause) -> _Stand | None:
    """The one side whose words stand in what states the type; None where those of several do, or of none.

    None also where words bound it, which may stand anywhere in the clause.
    """
    found = [_Stand(side, place) for side in sides if (place := _place(side, clause))]
    if len(found) != 1:
        return None
    bounds = found[0].side.unless
    return None if bounds and bounds.search(clause.text, 0, _MOST_CHARACTERS) else found[0]


def _place(side: _Side, clause: Clause) -> tuple[int, int] | None:
    stated = (side.words.search(clause.text, start, min(end, _MOST_CHARACTERS)) for start, end in clause.spans)
    return next((one.span() for one in stated if one), None)


@lru_cache(maxsize=1)
def _contrasts() -> Mapping[str, list[tuple[_Side, ...]]]:
    found: dict[str, list[tuple[_Side, ...]]] = {}
    for entry in parse_yaml(files(__package__).joinpath("contrasts.yaml").read_bytes()):
        sides = tuple(
            _Side(one["says"], _any_of(one["words"]), _any_of(one["unless"]) if "unless" in one else None)
            for one in entry["sides"]
        )
        for clause_type in entry["types"]:
            found.setdefault(clause_type, []).append(sides)
    return found


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{words})" for words in patterns), re.IGNORECASE)
