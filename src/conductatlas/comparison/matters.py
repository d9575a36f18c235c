"""Which of several matters some words of a type are on, where clauses of the type hold several.

Two clauses of one type may have most of their words in common and yet be on different things: what a customer owns and
what the provider owns, requests of people and breaches, a cap on all liability and one for damage to data alone. Read
from `matters.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from conductatlas.yaml_data import parse_yaml


@dataclass(frozen=True, slots=True)
class _Matters:
    """The matters of some types, by their words, as `matters.yaml` tells them."""

    types: frozenset[str]
    matters: tuple[re.Pattern[str], ...]
    others: tuple[re.Pattern[str], ...]
    bounds: tuple[re.Pattern[str], ...]
    hearts: tuple[re.Pattern[str], ...]
    known: bool
    mostly: bool


def _words(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for one in patterns)


# For whom words hold, whatever their type: both have these, or neither has. A licence of a work binds whoever gets it.
_PEOPLE = _words(
    (
        r"(?-i:\bLicensor\b|\bContributors?\b)",
        r"\b(?:students?|pupils?|schools?|K-12)\b",
        r"\b(?:job|employment|work) (?:applicants?|applications?|candidates?)\b|\brecruit(?:ing|ment)\b",
    )
)


def are_on_one_matter(clause_type: str, this: str, other: str) -> bool:
    """Whether words of two clauses of a type are on one of its matters, and each has the bounds that the other has.

    So they are in a type that holds one matter only, and in most where neither is on any that is known; never where
    they hold for other people.
    """
    if any(bool(one.search(this)) is not bool(one.search(other)) for one in _PEOPLE):
        return False
    for group in _of_types().get(clause_type, ()):
        if any(bool(one.search(this)) is not bool(one.search(other)) for one in group.bounds):
            return False
        ours, theirs = (_found(group.matters, words) for words in (this, other))
        if not (ours and theirs) and group.others:
            ours, theirs = (
                found or {-number - 1 for number in _found(group.others, words)}
                for found, words in ((ours, this), (theirs, other))
            )
        if (ours or theirs) and ours.isdisjoint(theirs):
            return False
        if group.known and not (ours and theirs):
            return False
        if group.mostly and 2 * len(ours & theirs) < len(ours):
            return False
    return True


def are_bound_alike(clause_type: str, this: str, other: str) -> bool:
    """Whether of the sentences that surest state a type in two clauses both have the bounds that one of them has.

    A clause that names such people in a later sentence is for all, and what is for them alone is not set beside it.
    """
    return all(
        bool(one.search(this)) is bool(one.search(other))
        for group in _of_types().get(clause_type, ())
        for one in group.hearts
    )


def _found(matters: Sequence[re.Pattern[str]], words: str) -> set[int]:
    return {number for number, one in enumerate(matters) if one.search(words)}


@lru_cache(maxsize=1)
def _of_types() -> Mapping[str, Sequence[_Matters]]:
    """By clause type the groups of matters that it has, in the order of the file."""
    found: dict[str, list[_Matters]] = {}
    for entry in parse_yaml(files(__package__).joinpath("matters.yaml").read_bytes()):
        group = _read(entry)
        for clause_type in group.types:
            found.setdefault(clause_type, []).append(group)
    return found


def _read(entry: Mapping[str, Any]) -> _Matters:
    """One entry of the file. Raises ValueError where it has a key that nobody reads."""
    if unknown := entry.keys() - _Matters.__dataclass_fields__.keys():
        raise ValueError(f"matters.yaml: unknown keys: {', '.join(sorted(unknown))}")
    return _Matters(
        types=frozenset(entry["types"]),
        matters=_words(entry.get("matters", ())),
        others=_words(entry.get("others", ())),
        bounds=_words(entry.get("bounds", ())),
        hearts=_words(entry.get("hearts", ())),
        known=entry.get("known", False),
        mostly=entry.get("mostly", False),
    )
