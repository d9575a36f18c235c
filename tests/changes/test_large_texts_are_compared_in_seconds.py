"""Texts of thousands of blocks, rows and sentences are compared in a time that grows with them, not with its square."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, pairwise

from conductatlas.changes import Verdict, compare
from conductatlas.changes.aligning.kept import KeptText
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_WORDS = [f"{start}{middle}{end}" for start in "bdfgklm" for middle in ("a", "ei", "o") for end in ("n", "rt", "lls")]
_CLAUSE = "We may share your personal data with advertising partners at any time and without notice."


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    started = time.process_time()
    yield
    assert time.process_time() - started < seconds


def _sentences(number: int) -> list[str]:
    return [
        " ".join(_WORDS[(place * 7919 + at * at * (place % 97 + 5)) % len(_WORDS)] for at in range(2 + place % 15))
        for place in range(number)
    ]


def test_a_table_of_thousands_of_rows_of_which_each_has_another_word() -> None:
    rows = _sentences(3_000)
    tables = [
        "| of | what |\n| --- | --- |\n"
        + "".join(f"| {name} | {said} |\n" for name, said in zip(rows, some, strict=True))
        for some in (rows, [f"mill{place} {one.partition(' ')[2]}" for place, one in enumerate(rows)])
    ]
    with _within(8):
        assert compare(default_finder(), *map(read_markdown, tables)).verdict is Verdict.SUBSTANTIVE


def test_a_clause_that_is_repeated_thousands_of_times() -> None:
    old, new = (read_markdown("\n\n".join([_CLAUSE] * times + ["And this."])) for times in (6_000, 6_001))
    with _within(15):
        step = compare(default_finder(), old, new)
    assert step.verdict is Verdict.TECHNICAL
    assert all(one.quote.startswith(_CLAUSE) for one in step.provisions)


def test_words_are_found_in_a_long_text_as_often_as_they_stand_there() -> None:
    sentences = _sentences(6_000)
    text, often_asked = (KeptText(read_markdown("\n\n".join(sentences))) for _ in range(2))
    assert not any(often_asked.times(f"heron {word} {number}") for word in _WORDS for number in range(9))
    sought = [" ".join(pair) for pair in islice(pairwise(sentences), 6)]
    changed = [" ".join(one.split()[::-1]) for one in sought]
    line = f" {' '.join(sentences)} "
    # What stands there once, what stands there often, and what does not.
    some = [*sought, *changed, *_WORDS[:3], f"{_WORDS[0]} {_WORDS[1]}", sentences[0], sentences[-1]]
    found = [_times(one, line) for one in some]
    assert [text.times(one) for one in some] == found
    assert [often_asked.times(one) for one in some] == found


def _times(words: str, line: str) -> int:
    return sum(line.startswith(f"{words} ", place + 1) for place, sign in enumerate(line) if sign == " ")
