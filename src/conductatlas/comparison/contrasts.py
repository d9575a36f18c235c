"""On which side clauses stand in what their type turns on. Read from `contrasts.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conductatlas.comparison.clause import Clause
from conductatlas.comparison.told import Found, Told
from conductatlas.yaml_data import any_of, parse_yaml

# Of a passage of many pages only the beginning is looked at.
_MOST_CHARACTERS = 20_000
# What ends a sentence; a line that leads into a list doesn't, nor does an item that others follow on.
_SENTENCE_END = re.compile(r"[.!?][\"”’)*_]{0,3}\s+(?=\W*[A-Z])|(?<![:;,\s])\s*\n\s*")
# What makes what a sentence says hold in some cases alone, or for users.
_CONDITION = re.compile(
    r"\b(?:if|where(?:ver)?|when(?:ever)?|in (?:the |any )?(?:case|event)|should (?:you|we)|because|due to"
    r"|as a result of|breach\w*|violat\w*|infring\w*|fail\w* to|misus\w*|abus\w*|you (?:may|can|are free to)|those who"
    r"|any(?:one|body) who"
    r"|following (?:\w+ )?(?:reasons|cases|circumstances|events|grounds))\b|:\s*(?:[-*•]\s*)?\(?(?:i|a|1)[.)]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Side:
    """A predicate ('promises notice before changes take effect'), words that say so, and such as bound it.

    `unconditionally` are words that say so in a sentence without a condition. One that `yields` counts only where the
    clause has words of no other side.
    """

    says: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None
    unconditionally: re.Pattern[str] | None
    yields: bool


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

    None also where words bound it, which may stand anywhere in the clause, or a condition does, in their sentence.
    """
    stands = [_Stand(side, place) for side in sides if (place := _place(side, clause))]
    found = [one for one in stands if not one.side.yields] or stands
    if len(found) != 1:
        return None
    side = found[0].side
    if side.unless and side.unless.search(clause.text, 0, _MOST_CHARACTERS):
        return None
    place = _first(side.words, clause) or _place_without_condition(side, clause)
    return _Stand(side, place) if place else None


def _place(side: _Side, clause: Clause) -> tuple[int, int] | None:
    place = _first(side.words, clause)
    return _first(side.unconditionally, clause) if place is None and side.unconditionally else place


def _first(words: re.Pattern[str], clause: Clause) -> tuple[int, int] | None:
    stated = (words.search(clause.text, start, min(end, _MOST_CHARACTERS)) for start, end in clause.spans)
    return next((one.span() for one in stated if one), None)


def _place_without_condition(side: _Side, clause: Clause) -> tuple[int, int] | None:
    """Where words stand that say so only in a sentence without a condition, and it has none."""
    if side.unconditionally is None:
        return None
    for start, end in clause.spans:
        for found in side.unconditionally.finditer(clause.text, start, min(end, _MOST_CHARACTERS)):
            if not _CONDITION.search(_sentence_around(clause.text, found)):
                return found.span()
    return None


def _sentence_around(text: str, found: re.Match[str]) -> str:
    ends = [one.end() for one in _SENTENCE_END.finditer(text, 0, _MOST_CHARACTERS)]
    begins = max((one for one in ends if one <= found.start()), default=0)
    return text[begins : min((one for one in ends if one >= found.end()), default=len(text))]


@lru_cache(maxsize=1)
def _contrasts() -> Mapping[str, list[tuple[_Side, ...]]]:
    found: dict[str, list[tuple[_Side, ...]]] = {}
    for entry in parse_yaml(files(__package__).joinpath("contrasts.yaml").read_bytes()):
        sides = tuple(
            _Side(
                one["says"],
                any_of(one["words"]),
                _if_any(one.get("unless")),
                _if_any(one.get("unconditionally")),
                yields=one.get("yields", False),
            )
            for one in entry["sides"]
        )
        for clause_type in entry["types"]:
            found.setdefault(clause_type, []).append(sides)
    return found


def _if_any(patterns: Sequence[str] | None) -> re.Pattern[str] | None:
    return any_of(patterns) if patterns else None
