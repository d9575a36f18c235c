"""What clauses of a type may say besides, beyond their facts: exceptions, conditions, names. Read from `points/*.yaml`.

Each point has patterns for words that say it, and hints: looser words, without any of which a passage surely does not
speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from conductatlas.assessment import is_relied_on
from conductatlas.comparison.clause import Clause
from conductatlas.yaml_data import any_of, parse_yaml

# Of a passage of many pages only the beginning is looked at.
_MOST_CHARACTERS = 20_000
# How predicates begin that can be told of one clause beside another that says nothing of the kind.
_NAMES = "names "
_TOLD_ALONE = (_NAMES, "asks for the consent ")
_BRACKETS = re.compile(r"\s*\)\s*-?\s*|\s+|-(?=[a-z])")
# Words are looked for from the beginning of a word on: 'disclose' closes nothing, but 'cannot' and "don't" deny.
_DENIES = re.compile(r"not\b|n.t\b", re.IGNORECASE)
_ONE_UNIT = re.compile(r"(?<=\d )((?:\w+ )?(?:hour|day|week|month|year))s?\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """A point that a passage makes: the predicate that says so, its values, and where it is said, in code points."""

    predicate: str
    values: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Point:
    """One thing that a clause may say besides.

    `says` is a predicate ('names {} of interest'), in which `{}` stands for the value where there is one. `weighs`:
    whether clauses of the type turn on it, so that it is told where both make it. `subject`: whether it is what a
    clause is about, in a type that holds several subjects. `cased`: whether capitals count in its words. `settled`:
    whether its words settle by themselves which question its value answers, so that `unless` counts wherever it stands,
    and, where it has none, to what effect it is said, whatever else its sentence turns on.
    `relied_on`: whether it says on what a clause relies, which is not what the clause says to be missing. `leads`: the
    types that turn on it first, of whose clauses nothing else is told where they may make it and it isn't known what
    they say.
    """

    says: str
    words: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    hints: re.Pattern[str]
    same: Mapping[str, str]
    weighs: bool
    subject: bool
    cased: bool
    settled: bool
    relied_on: bool
    leads: frozenset[str]

    @property
    def is_told_alone(self) -> bool:
        """Whether it is told of a clause beside one that does not make it."""
        return self.says.startswith(_TOLD_ALONE) and (self.has_values or self.weighs)

    @property
    def is_likeness(self) -> bool:
        """Whether two clauses are alike that both make it: that both only name something says nothing."""
        return self.weighs and not self.says.startswith(_NAMES)

    @property
    def has_values(self) -> bool:
        """Whether it is said with a value, such as a figure or a name."""
        return "{}" in self.says

    def said_in(self, text: str, parts: Sequence[tuple[int, int]]) -> Said | None:
        """Where some parts of a passage say it first; None where they don't, or name several values."""
        found = [one for start, end in parts for one in self._found(text, start, min(end, _MOST_CHARACTERS))]
        if not found:
            return None
        first = min(found, key=lambda one: (one.start(), one.end()))
        if not self.has_values:
            return Said(self.says, (), first.start(), first.end())
        values = tuple(sorted({self._value(one["value"]) for one in found}))
        if len(values) > 1:
            return None
        last = max(one.end("value") for one in found)
        return Said(self.says.replace("{}", values[0]), values, first.start("value"), last)

    def may_be_meant(self, text: str) -> bool:
        """Whether a passage has words that may speak of it."""
        return self.hints.search(text) is not None

    def _found(self, text: str, start: int, end: int) -> list[re.Match[str]]:
        found = [one for pattern in self.words for one in _from_a_word_on(pattern, text, start, end)]
        if self.relied_on:
            found = [one for one in found if is_relied_on(text, one.start())]
        bounds = (0, min(len(text), _MOST_CHARACTERS)) if self.settled else (start, end)
        return [] if found and self.unless and self.unless.search(text, *bounds) else found

    def _value(self, written: str) -> str:
        value = _BRACKETS.sub(" ", written if self.cased else written.lower()).strip()
        value = _ONE_UNIT.sub(r"\1" if value.startswith("1 ") else r"\1s", value)
        return self.same.get(value.lower(), value)


def _from_a_word_on(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where a pattern matches in a slice from the beginning of a word on."""
    found = pattern.search(text, start, end)
    while found:
        at = found.start()
        whole = not text[at - 1 : at].isalnum() or _DENIES.match(text, at) is not None
        if whole:
            yield found
        found = pattern.search(text, max(found.end(), at + 1) if whole else at + 1, end)


@lru_cache(maxsize=4096)
def point_said(point: Point, clause: Clause) -> Said | None:
    """Where what states the type in a clause makes a point first; None where it does not."""
    return point.said_in(clause.text, clause.spans)


def points_of(clause_type: str) -> tuple[Point, ...]:
    """The points that clauses of a type may make, the most telling first."""
    return _points().get(clause_type, ())


@lru_cache(maxsize=1)
def _points() -> Mapping[str, tuple[Point, ...]]:
    found: dict[str, list[Point]] = {}
    folder = files(__package__).joinpath("points")
    for file in sorted((one for one in folder.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name):
        for group in parse_yaml(file.read_bytes()):
            for entry in group["points"]:
                point = _point(entry)
                for clause_type in entry.get("types", group["types"]):
                    found.setdefault(clause_type, []).append(point)
    return {clause_type: tuple(points) for clause_type, points in found.items()}


def _point(entry: Mapping[str, Any]) -> Point:
    flags = re.NOFLAG if entry.get("cased") else re.IGNORECASE
    return Point(
        says=entry["says"],
        words=tuple(re.compile(words, flags) for words in entry["words"]),
        unless=any_of(entry["unless"]) if "unless" in entry else None,
        hints=any_of(entry["hints"]),
        same=entry.get("same", {}),
        weighs=entry.get("weighs", False),
        subject=entry.get("subject", False),
        cased=entry.get("cased", False),
        settled=entry.get("settled", False),
        relied_on=entry.get("relied_on", False),
        leads=frozenset(entry.get("leads", ())),
    )
