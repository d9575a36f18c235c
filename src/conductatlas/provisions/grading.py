"""Severity and stance of one wording: the type's base, moved by what the clause itself says.

Each modifier is a pattern with an effect on the types that it is named for, after the `raise` and `lower` notes of the
catalogue; the record of a provision shows which ones applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from conductatlas.catalogue import ClauseType, Severity, Stance
from conductatlas.yaml_data import parse_yaml


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
    explanation: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    effects: dict[str, _Effect]


def grade(clause_type: ClauseType, text: str) -> Grade:
    """Grade a passage, given as it stands in its document.

    The first modifier that fits, in the order of their file, decides: the file puts what outweighs before what it
    outweighs.
    """
    for modifier in _modifiers_of(clause_type.id):
        found = modifier.pattern.search(text)
        if found and not (modifier.unless and modifier.unless.search(text)):
            effect = modifier.effects[clause_type.id]
            reason = Reason(modifier.id, modifier.explanation, found.start(), found.end())
            return Grade(effect.severity, effect.stance or clause_type.stance, (reason,))
    return Grade(clause_type.severity, clause_type.stance, ())


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
            entry["says"],
            re.compile(_joined(entry["words"]), re.IGNORECASE),
            re.compile(_joined(entry["unless"]), re.IGNORECASE) if "unless" in entry else None,
            {clause_type: _effect(effect) for clause_type, effect in entry["effects"].items()},
        )
        for entry in data
    )


def _joined(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _effect(text: str) -> _Effect:
    """`medium` sets the severity; `none protective` the stance too."""
    severity, _, stance = text.partition(" ")
    return _Effect(Severity(severity), Stance(stance) if stance else None)
