"""Blocks are found with exact offsets, whatever the text."""

from __future__ import annotations

import time

from hypothesis import example, given
from hypothesis import strategies as st

from conductatlas.reading import BlockKind, read_markdown

_TERMS = """\
Terms of Service
================

Last updated: 1 May 2024

1\\. Your account
----------------

You must not:

*   share your password;

*   sell the account, including

    *   to a colleague,
    *   to anybody else.

**Fees**

| Plan | Price |
| --- | --- |
| Plus | 4 € |

## 2. Ending

(a) We may end it.

(b) You may end it.
"""

_pieces = st.sampled_from(
    [
        *("# H\n", "Title\n---\n", "para one\nline two\n", "*   item\n", "    * nested\n", "1. first\n", "\n", "   \n"),
        *("| a |\n", "```\ncode\n", "- - -\n", "text\r\n", "**Bold heading**\n", "\ufeff", "é漢字🙂\n", "(a) part\n"),
        *("> quoted\n", "\t\n", "\x0c"),
    ]
)


def _kinds(text: str) -> list[tuple[str, str]]:
    document = read_markdown(text)
    return [(block.kind.value, document.visible[ordinal]) for ordinal, block in enumerate(document.blocks)]


def test_the_structure_of_terms_is_found() -> None:
    assert _kinds(_TERMS) == [
        ("heading", "Terms of Service"),
        ("paragraph", "Last updated: 1 May 2024"),
        ("heading", "1. Your account"),
        ("paragraph", "You must not:"),
        ("list-item", "share your password;"),
        ("list-item", "sell the account, including"),
        ("list-item", "to a colleague,"),
        ("list-item", "to anybody else."),
        ("heading", "Fees"),
        ("table", "Plan Price Plus 4 €"),
        ("heading", "2. Ending"),
        ("list-item", "(a) We may end it."),
        ("list-item", "(b) You may end it."),
    ]


def test_a_heading_in_bold_may_run_over_two_lines_of_one_pair_of_marks() -> None:
    assert _kinds("**Terms of\nLarkwell**\n\nWe sail.") == [("heading", "Terms of Larkwell"), ("paragraph", "We sail.")]
    assert [kind for kind, _ in _kinds("**Larkwell Ltd**\n**1 Quay Street**")] == ["paragraph"]
    assert [kind for kind, _ in _kinds("**We sail\nevery day.**")] == ["paragraph"]


def test_list_items_know_what_announces_them_and_headings_form_a_tree() -> None:
    document = read_markdown(_TERMS)
    blocks = document.blocks
    assert document.visible[blocks[4].lead_in or 0] == "You must not:"
    assert document.visible[blocks[6].lead_in or 0] == "sell the account, including"
    assert (blocks[4].level, blocks[6].level) == (1, 2)
    assert [document.visible[heading] for heading in document.headings_above(9)] == [
        "Terms of Service",
        "1. Your account",
        "Fees",
    ]
    assert [document.visible[heading] for heading in document.headings_above(11)] == ["Terms of Service", "2. Ending"]


@given(st.lists(_pieces | st.text(max_size=30), max_size=40).map("".join))
@example("```\ncode\n\t\n")
def test_blocks_are_in_order_without_overlap_and_hold_all_text(text: str) -> None:
    document = read_markdown(text)
    assert document.text == text
    position = 0
    for ordinal, block in enumerate(document.blocks):
        assert position <= block.start < block.end <= len(text)
        source = document.source(ordinal)
        assert source == text[block.start : block.end] == source.strip()
        position = block.end
        assert block.heading is None or document.blocks[block.heading].kind is BlockKind.HEADING
        assert block.heading is None or block.heading < ordinal
        assert block.lead_in is None or block.lead_in < ordinal
    letters = sum(character.isalpha() for character in text)
    assert sum(c.isalpha() for ordinal in range(len(document.blocks)) for c in document.source(ordinal)) == letters


@given(st.lists(st.sampled_from(["One two.", "Three four five.", "One"]), min_size=1, max_size=12))
def test_a_quote_is_found_in_every_place_where_it_stands_as_whole_blocks(paragraphs: list[str]) -> None:
    document = read_markdown("\n\n".join(paragraphs))
    for quote in set(paragraphs):
        places = document.places(quote)
        assert [first for first, _ in places] == [n for n, paragraph in enumerate(paragraphs) if paragraph == quote]
        assert all(document.text[document.blocks[a].start : document.blocks[b].end] == quote for a, b in places)


def test_a_single_line_of_five_megabytes_is_read_in_seconds() -> None:
    for text in ("word " * 1_000_000, "[" * 5_000_000, "*" * 5_000_000, "| " * 2_500_000, "<a " * 1_600_000):
        started = time.process_time()
        document = read_markdown(text)
        assert len(document.visible) == len(document.blocks)
        assert time.process_time() - started < 10
