"""What a passage names: data, recipients, purposes, to whom it applies, and what a licence allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from conductatlas.provisions.facts.fact import Fact
from conductatlas.yaml_data import parse_yaml

# 'We do not share it with …': nothing that follows in the sentence is shared.
_DENIAL = re.compile(
    r"\b(?:(?:do|does|will|shall|would|may|must|can) ?not|don['’]t|won['’]t|never|cannot|neither|nor)\b", re.IGNORECASE
)
_EXCEPTION = re.compile(r"\b(?:except|unless|other than|only|but)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;!?]\s")
_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    kind: str
    where: re.Pattern[str]
    denied: bool
    values: tuple[tuple[str, re.Pattern[str]], ...]


def find_mentions(text: str) -> Iterator[Fact]:
    """`data-category`, `recipient`, `purpose`, `applies-to` and `licence-act`, each value at its first place.

    Recipients and purposes that a sentence rules out are passed over.
    """
    for vocabulary in _vocabularies():
        if not vocabulary.where.search(text):
            continue
        for value, pattern in vocabulary.values:
            for found in pattern.finditer(text):
                if not (vocabulary.denied and _is_denied(text, found.start())):
                    yield Fact(found.start(), found.end(), vocabulary.kind, value)
                    break


def _is_denied(text: str, place: int) -> bool:
    """Whether the sentence says, before a place, that it is not done, without an exception in between."""
    reach = max(0, place - _LONGEST_SENTENCE)
    start = max((end.end() for end in _SENTENCE_END.finditer(text, reach, place)), default=reach)
    denials = list(_DENIAL.finditer(text, start, place))
    return bool(denials) and not _EXCEPTION.search(text, denials[-1].end(), place)


@lru_cache(maxsize=1)
def _vocabularies() -> tuple[_Vocabulary, ...]:
    raw = files(__package__).joinpath("mentions.yaml").read_bytes()
    data: dict[str, dict[str, Any]] = parse_yaml(raw)
    return tuple(
        _Vocabulary(
            kind,
            re.compile(entry["where"], re.IGNORECASE),
            bool(entry.get("denied")),
            tuple((value, re.compile(pattern, re.IGNORECASE)) for value, pattern in entry["values"].items()),
        )
        for kind, entry in data.items()
    )
