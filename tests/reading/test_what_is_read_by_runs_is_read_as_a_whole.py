"""Runs of lines are read each by itself and kept; a text reads as if it had been read from end to end."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from conductatlas.reading import Document, markdown, read_markdown, visible_text, word_count, word_line

_LINES = st.sampled_from(
    [
        *("", "", "   ", "\t", "\r", "We may end it.", "We may end it:\r", "and so may you", "  it is closed then"),
        *("# Fees", "Fees", "====", "----", "---", "- - -", "* * *", "**Fees**", "| a | b |", "| --- | --- |"),
        *(
            "*   to a colleague",
            "  - to anybody",
            "\t* to us",
            "*",
            "1. You pay.",
            "(a) You stay.",
            "• We go.",
            "+ so",
            "**Your fees",
            "and ours**",
        ),
        *("```", "~~~", "    * in the shed", "> quoted", "*Only* you"),
    ]
)


def _as_a_whole(text: str) -> Document:
    start = 1 if text.startswith("\ufeff") else 0
    with patch.object(markdown, "_divided", lambda text: [(start, text[start:])]):
        return read_markdown.__wrapped__(text)


@given(st.lists(_LINES, max_size=14).map("\n".join), st.sampled_from(["", "\ufeff"]))
@example("Fees\n\n----\n\nWe go.", "")
@example("We must not:\n*   sell it\n    *   to you\n\n\n*   lose it\n", "\ufeff")
@example("```\n\n* not a list\n\n```\n\n* a list", "")
def test_a_text_reads_the_same_by_its_runs(text: str, mark: str) -> None:
    read = read_markdown(mark + text)
    assert read == _as_a_whole(mark + text)
    sources = [read.text[block.start : block.end] for block in read.blocks]
    assert [read.source(ordinal) for ordinal in range(len(sources))] == sources
    assert list(read.visible) == [visible_text(source) for source in sources]
    assert list(read.word_lines) == [word_line(visible) for visible in read.visible]
    assert list(read.word_counts) == [word_count(visible) for visible in read.visible]
