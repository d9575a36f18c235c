"""Severity and stance of one wording: the type's base, moved by what the clause itself says.

Each modifier is a pattern with an effect on the types that it is named for, after the `raise` and `lower` notes of the
catalogue; the record of a provision shows which ones applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from conductatlas.catalogue import ClauseType, Severity, Stance
from conductatlas.provisions.facts.letters import small_letters_of_all, without_marks
from conductatlas.provisions.grounds import Grounds, Judge
from conductatlas.yaml_data import parse_yaml

_UNESCAPED_CAPITALS = re.compile(r"(?<!\\)[A-Z]+")
# How far from the words of a modifier what they must stand near may be, in code points.
_NEAR = 350
# The modifiers of words that lay down nothing themselves.
_ANNOUNCES = frozenset(("arbitration-only-announced",))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a wording is graded as it is: the modifier, said for people, and the words that it rests on.

    `start` and `end` are code points into the passage.
    """

    modifier: str
    explanation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grade:
    """Severity and stance of a wording, with the reasons where they differ from the type's base."""

    severity: Severity
    stance: Stance
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Effect:
    severity: Severity
    stance: Stance | None


@dataclass(frozen=True, slots=True)
class _Modifier:
    id: str
    # Explanations, each with what the words that are found must hold for it; the first that fits is given.
    explanations: tuple[tuple[str, re.Pattern[str]], ...]
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    near: re.Pattern[str] | None
    kindred: frozenset[str]
    effects: dict[str, _Effect]

    def says(self, found: re.Match[str]) -> str:
        """What it says of words found by it."""
        return next(says for says, naming in self.explanations if naming.search(found[0]))

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """The places of its words in a passage, but for addresses of links, where nothing in it speaks against it."""
        text = small_letters_of_all(without_marks(text))
        found = (one for one in self.pattern.finditer(text) if self._counts(text, one))
        first = next(found, None)
        if first is None or (self.unless and self.unless.search(text)):
            return
        yield first
        yield from found

    def _counts(self, text: str, found: re.Match[str]) -> bool:
        if self.near is None:
            return True
        start, end = max(0, found.start() - _NEAR), min(len(text), found.end() + _NEAR)
        row = text.rfind("\n", 0, found.start()) + 1
        if text.startswith("|", row):
            row_end = text.find("\n", found.end())
            start, end = max(start, row), min(end, row_end if row_end >= 0 else end)
        return self.near.search(text[start:end]) is not None


def grade(clause_type: ClauseType, text: str, judge: Judge | None = None) -> Grade:
    """Grade a passage, given as it stands in its document.

    The first modifier that fits, in the order of their file, decides: the file puts what outweighs before what it
    outweighs. With `judge`, which judges sentences, its words count only where they are about the
    clause, and those that stand where it states its type are named before others.
    """
    grounds = Grounds(clause_type.id, text, judge)
    for modifier in _modifiers_of(clause_type.id):
        found = _best(modifier, text, grounds)
        if found:
            effect = modifier.effects[clause_type.id]
            reason = Reason(modifier.id, modifier.says(found), found.start(), found.end())
            return Grade(effect.severity, effect.stance or clause_type.stance, (reason,))
    return Grade(clause_type.severity, clause_type.stance, ())


def _best(modifier: _Modifier, text: str, grounds: Grounds) -> re.Match[str] | None:
    """The first of those places of a modifier's words that are the best ground; None where they are none anywhere."""
    ranked = ((grounds.rank(one.start(), one.end(), modifier.kindred), one) for one in modifier.found_in(text))
    counting = ((rank, one.start(), one) for rank, one in ranked if rank is not None)
    return min(counting, key=lambda one: one[:2], default=(0, 0, None))[2]


def has_modifier(clause_type: ClauseType, modifier: str, text: str) -> bool:
    """Whether a text, given as it stands in its document, says what a modifier of a type is about, by the id of it."""
    return any(one.id == modifier and any(one.found_in(text)) for one in _modifiers_of(clause_type.id))


def only_announces(clause_type: str, text: str) -> bool:
    """Whether a text only announces, or says to read, what other words of its document lay down."""
    return any(one.id in _ANNOUNCES and any(one.found_in(text)) for one in _modifiers_of(clause_type))


def words_that_move(clause_type: ClauseType) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """The words of the modifiers that raise the grade of a type, and of those that lower it."""
    ranked = [(one.pattern, one.effects[clause_type.id].severity.rank) for one in _modifiers_of(clause_type.id)]
    usual = clause_type.severity.rank
    return tuple(one for one, rank in ranked if rank > usual), tuple(one for one, rank in ranked if rank < usual)


@lru_cache(maxsize=1024)
def kindred_of(clause_type: str) -> frozenset[str]:
    """The other types in whose sentences the words of some modifier of a type are about this one too."""
    return frozenset().union(*(one.kindred for one in _modifiers_of(clause_type)))


@lru_cache(maxsize=1024)
def _modifiers_of(clause_type: str) -> tuple[_Modifier, ...]:
    return tuple(modifier for modifier in _modifiers() if clause_type in modifier.effects)


@lru_cache(maxsize=1)
def _modifiers() -> tuple[_Modifier, ...]:
    raw = files(__package__).joinpath("modifiers.yaml").read_bytes()
    data: list[dict[str, Any]] = parse_yaml(raw)
    return tuple(
        _Modifier(
            entry["id"],
            _explanations(entry["says"]),
            re.compile(joined(entry["words"])),
            _compiled(entry, "unless"),
            _compiled(entry, "near"),
            frozenset(entry.get("kindred", ())),
            {clause_type: _effect(effect) for clause_type, effect in entry["effects"].items()},
        )
        for entry in data
    )


def _explanations(says: str | Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    by_words = {says: ""} if isinstance(says, str) else says
    return tuple((explanation, re.compile(naming)) for explanation, naming in by_words.items())


def _compiled(entry: Mapping[str, Any], key: str) -> re.Pattern[str] | None:
    return re.compile(joined(entry[key])) if key in entry else None


def joined(patterns: Iterable[str]) -> str:
    """Patterns as one, for text in small letters: there they are found in a fraction of the time."""
    patterns = [_UNESCAPED_CAPITALS.sub(lambda capitals: capitals[0].lower(), pattern) for pattern in patterns]
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _effect(text: str) -> _Effect:
    """`medium` sets the severity; `none protective` the stance too."""
    severity, _, stance = text.partition(" ")
    return _Effect(Severity(severity), Stance(stance) if stance else None)
