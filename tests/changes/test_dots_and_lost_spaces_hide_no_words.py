"""Dots that a page no longer draws, and spaces that it lost, hide neither words that stayed nor where one ends."""

from __future__ import annotations

import pytest

from conductatlas.changes import Segment, SegmentKind, redline, sentence_changes, ungraded
from conductatlas.changes.language.quotations import Edit, edits
from conductatlas.changes.language.sentence_ends import cut_at_sentences
from conductatlas.changes.sentences.said import said_in
from conductatlas.reading import read_markdown

_MARKS = {SegmentKind.SAME: "{}", SegmentKind.DELETED: "[-{}-]", SegmentKind.INSERTED: "{{+{}+}}"}
_OF_ITEMS = "To sow our beds | • Plot Data • Water Data • Contact and Letter Data • Seed Data | Consent"
_OF_LINES = "To sow our beds | Account Data Water Data Contact and Letter Data Seed Data | Consent"


def _shown(segments: tuple[Segment, ...]) -> str:
    return "".join(_MARKS[one.kind].format(one.text) for one in segments)


def test_items_that_lost_their_dots_keep_their_words() -> None:
    assert _shown(redline(_OF_ITEMS, _OF_LINES)) == (
        "To sow our beds | [-• Plot-]{+Account+} Data [-• -]Water Data [-• -]Contact and Letter Data [-• -]Seed Data "
        "| Consent"
    )


def test_items_that_got_dots_keep_their_words() -> None:
    struck = [one.text for one in redline(_OF_LINES, _OF_ITEMS) if one.kind is SegmentKind.DELETED]
    assert struck == ["Account"]


def test_a_label_stays_though_the_space_behind_its_sentence_was_lost() -> None:
    old = "Open seeds: Like most gardens, ours has wild seeds. In some beds, these wild seeds may include a few weeds."
    new = "Open seeds: We take what anybody may from the fields.In some beds, these seeds may include a few weeds."
    assert _shown(redline(old, new)) == (
        "Open seeds: [-Like most gardens, ours has wild seeds. -]{+We take what anybody may from the fields.+}"
        "In some beds, these [-wild -]seeds may include a few weeds."
    )


@pytest.mark.parametrize(
    "text", ["Ask Larkwell.Com for more seeds.", "Ask www.larkwell.Net or us.", "Ask e.g.Larkwell for some seeds."]
)
def test_a_name_of_a_site_ends_no_sentence(text: str) -> None:
    assert cut_at_sentences(text) == [text]


def test_a_sentence_that_lost_its_space_is_told_by_itself() -> None:
    said = said_in(read_markdown("We sell all our seeds in spring.In winter we sell only our wooden tools."))
    assert [one.text for one in said] == [
        "We sell all our seeds in spring.",
        "In winter we sell only our wooden tools.",
    ]


def test_what_both_sides_of_an_edit_end_with_is_no_part_of_it() -> None:
    was = (
        "When your seeds are no longer needed for these beds, we will send We keep your seeds only as long as section 4"
    )
    says = "We keep your seeds only as long as section 3"
    first, *_ = edits(was.split(), says.split())
    assert first == (Edit(0, 13), Edit(0, 0))


def test_a_short_title_that_became_a_sentence_did_not_come() -> None:
    rest = "These count the visitors of the mill, and are used for nothing else at all."
    names = ("LWA, LWB and LWC", "LWA, LWB, LWC and LWD")
    old, new = (read_markdown(f"The mill sets these:\n\n* **{some}**. {rest}") for some in names)
    found = sentence_changes(old, new, 8, ungraded)
    assert not [one.after for one in found.told if one.how == "came"]


def test_a_sentence_that_only_lost_spaces_was_not_edited() -> None:
    old = read_markdown(
        "# Larkwell\n\niii. To sell the garden: We may show your beds to whoever may buy the Service from us."
    )
    new = read_markdown(
        "# Larkwell\n\nii. To sell the garden: We may show your beds to whoever may buy theService fromus."
    )
    found = sentence_changes(old, new, 4, ungraded)
    assert (found.came, found.went, found.edited) == (0, 0, 0)
