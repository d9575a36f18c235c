"""A fact: one value that a passage states, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A value with its kind and unit; `start` and `end` are code points into the passage it was taken from."""

    start: int
    end: int
    kind: str
    value: str
    unit: str = ""
