"""Sentences of one form side by side as one: 'It names Lark Signal. It names Corvid Signal.'"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from conductatlas.english import series

# A sentence that names one thing, and no more: a comma or a quotation belongs to what it says of that.
_OF_ONE = re.compile(
    r"(?P<opens>It names) (?P<one>[^,;:“”]+)\."
    r"|(?P<named>[A-Z][^,;:“”]+) (?:is|are) (?P<how>among the grounds|named as a safeguard)\."
)


def in_rows(sentences: Iterable[str]) -> tuple[str, ...]:
    """The sentences, of which those that stand side by side and say the same of one thing each are told as one."""
    told: list[str] = []
    for form, alike in groupby(sentences, _form):
        row = list(alike)
        told += [_one(form, row)] if form and len(row) > 1 else row
    return tuple(told)


def _form(sentence: str) -> str:
    """How a sentence says its one thing; empty where it says more."""
    found = _OF_ONE.fullmatch(sentence)
    return (found["how"] or found["opens"]) if found else ""


def _one(form: str, row: list[str]) -> str:
    found = [one for one in map(_OF_ONE.fullmatch, row) if one]
    if found[0]["opens"]:
        return f"{form} {series([one['one'] for one in found])}."
    first, *others = (one["named"] for one in found)
    return f"{series([first, *map(_within_a_sentence, others)])} are {form}."


def _within_a_sentence(name: str) -> str:
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name
