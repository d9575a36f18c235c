"""Whether the words of a clause touch what the catalogue names as moving the grade of its type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conductatlas.catalogue import ClauseType
from conductatlas.provisions.facts.letters import small_letters_of_all
from conductatlas.provisions.grading import joined, words_that_move
from conductatlas.yaml_data import parse_yaml


@dataclass(frozen=True, slots=True)
class Touched:
    """Whether words touch what raises the grade of their type, and what lowers it, be it met by them or not."""

    raising: bool
    lowering: bool


def touched(clause_type: ClauseType, text: str) -> Touched:
    """What the words of a clause touch of what moves the grade of its type."""
    said = small_letters_of_all(text)
    raising, lowering = words_that_move(clause_type)
    more = _words_by_type().get(clause_type.id, {})
    return Touched(
        any(one.search(said) for one in (*raising, *more.get("raise", ()))),
        any(one.search(said) for one in (*lowering, *more.get("lower", ()))),
    )


@lru_cache(maxsize=1)
def _words_by_type() -> Mapping[str, Mapping[str, tuple[re.Pattern[str], ...]]]:
    raw = files(__package__).joinpath("touching.yaml").read_bytes()
    data: dict[str, dict[str, list[str]]] = parse_yaml(raw)
    return {
        clause_type: {move: (re.compile(joined(patterns)),) for move, patterns in moves.items()}
        for clause_type, moves in data.items()
    }
