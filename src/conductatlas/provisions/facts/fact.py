"""A fact: one value that a passage states, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A value with its kind and unit; `start` and `end` are code points into the passage it was taken from."""

    start: int
    end: int
    kind: str
    value: str
    unit: str = ""


def values_by_kind(facts: Iterable[Fact]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The values of each kind with their units, each once, in the order of the facts."""
    values: dict[str, dict[tuple[str, str], None]] = {}
    for fact in facts:
        values.setdefault(fact.kind, {})[fact.value, fact.unit] = None
    return {kind: tuple(found) for kind, found in values.items()}
