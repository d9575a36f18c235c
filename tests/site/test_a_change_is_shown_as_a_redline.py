"""What a change did: each provision, and the redline of the whole document."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import Segment, SegmentKind, condensed, redline
from conductatlas.reading import read_markdown
from conductatlas.records.models import Verdict
from conductatlas.site.rendering.document_redline import Row, RowKind, document_redline
from conductatlas.site.templatetags.marks import redline as marked
from tests.records_factory import GONE, World, at, make_change, make_document, make_version


def _compare(old: list[str], new: list[str]) -> tuple[Row, ...]:
    return document_redline(read_markdown("\n\n".join(old)), read_markdown("\n\n".join(new)))


def _words(rows: tuple[Row, ...], kind: SegmentKind) -> list[str]:
    return [segment.text for row in rows for segment in row.segments if segment.kind is kind]


BLOCKS = [f"Paragraph number {name} speaks of the {name} things and of nothing else at all." for name in "abcdefghij"]


def test_unchanged_blocks_are_folded_with_one_left_beside_each_change() -> None:
    rows = _compare(BLOCKS, [*BLOCKS[:5], BLOCKS[5].replace("nothing", "something"), *BLOCKS[6:]])
    assert [(row.kind, row.blocks) for row in rows] == [
        (RowKind.FOLDED, 4),
        (RowKind.SAME, 1),
        (RowKind.CHANGED, 1),
        (RowKind.SAME, 1),
        (RowKind.FOLDED, 3),
    ]
    assert _words(rows, SegmentKind.DELETED) == ["nothing"]
    assert _words(rows, SegmentKind.INSERTED) == ["something"]


@pytest.mark.django_db
def test_where_no_word_changed_that_is_said(client: Client) -> None:
    document = make_document("Larkwell")
    make_version(document, "\n\n".join(BLOCKS), at(2026, 1, 1))
    marked_up = make_version(document, "\n\n".join(f"**{one}**" for one in BLOCKS), at(2026, 1, 2))
    edited = make_version(document, "\n\n".join([*BLOCKS[1:], "Something else."]), at(2026, 1, 3))
    pages = [client.get(f"/{make_change(one, Verdict.TECHNICAL).permanent_id}") for one in (marked_up, edited)]
    assert ["No word changed." in page.content.decode() for page in pages] == [True, False]


def test_a_moved_block_is_shown_as_moved_and_not_as_deleted_and_inserted() -> None:
    rows = _compare(BLOCKS, [*BLOCKS[1:], BLOCKS[0]])
    kinds = [row.kind for row in rows]
    assert kinds.count(RowKind.MOVED_HERE) == kinds.count(RowKind.MOVED_AWAY) == 1
    assert _words(rows, SegmentKind.DELETED) == _words(rows, SegmentKind.INSERTED) == []
    assert kinds.index(RowKind.MOVED_AWAY) < kinds.index(RowKind.MOVED_HERE)


def test_a_rule_did_not_move_to_a_definition_that_resembles_the_one_in_it() -> None:
    harm = (
        "leading to the sudden or wilful loss, spoiling, mixing, weighing or handing out of, or opening of, any sack "
        "that stands on or below the floors"
    )
    rule = f"the search for any break of the lock {harm} and the miller keeps (a “grain harm”)"
    means = f"“Grain harm” means a break of a lock {harm} or is carried by the mill or its carters"
    rows = _compare([rule, *BLOCKS], [*BLOCKS, means])
    kinds = [row.kind for row in rows if row.kind not in (RowKind.SAME, RowKind.FOLDED)]
    assert kinds == [RowKind.DELETED, RowKind.INSERTED]
    moved = [row.kind for row in _compare([means, *BLOCKS], [*BLOCKS, f"{means} or by whoever helps them"])]
    assert RowKind.MOVED_AWAY in moved
    assert RowKind.MOVED_HERE in moved


def test_removed_and_added_blocks_stand_where_they_stood() -> None:
    rows = _compare(BLOCKS[:3], [BLOCKS[0], "Something wholly new is said here, of fish and of ships.", BLOCKS[2]])
    assert [row.kind for row in rows if row.kind is not RowKind.SAME] == [RowKind.DELETED, RowKind.INSERTED]
    rows = _compare(BLOCKS[:3], BLOCKS[1:3])
    assert rows[0].kind is RowKind.DELETED


def test_the_same_text_has_no_redline_but_a_fold() -> None:
    assert [row.kind for row in _compare(BLOCKS, BLOCKS)] == [RowKind.FOLDED]
    assert _compare([], []) == ()


def test_a_change_shows_the_heading_that_it_stands_under() -> None:
    text = ["# Rules", *BLOCKS[:4]]
    rows = _compare(text, [*text[:-1], text[-1].replace("nothing", "something")])
    assert rows[0].heading
    assert rows[0].kind is RowKind.SAME


_block = st.sampled_from([*BLOCKS, "# A heading", "## Another heading", "* an item of a list that says what is so"])


@given(st.lists(_block, max_size=12), st.lists(_block, max_size=12))
def test_every_word_of_both_versions_is_accounted_for(old: list[str], new: list[str]) -> None:
    """Deleted or kept words are the old version's, inserted or kept ones the new one's; folded blocks are in both."""
    rows = _compare(old, new)
    shown = [row for row in rows if row.kind is not RowKind.MOVED_AWAY]
    folded = sum(row.blocks for row in rows if row.kind is RowKind.FOLDED)
    before, after = read_markdown("\n\n".join(old)), read_markdown("\n\n".join(new))
    for document, kind in ((before, SegmentKind.DELETED), (after, SegmentKind.INSERTED)):
        kept = ["".join(part.text for part in row.segments if part.kind in (SegmentKind.SAME, kind)) for row in shown]
        blocks = sorted(document.visible)
        for text in (part for words in kept for part in words.split("\n\n") if part.strip()):
            blocks.remove(text)
        assert len(blocks) == folded


@given(st.text("ab \n", max_size=900), st.text("ab \n", max_size=900))
def test_condensing_keeps_every_change(old: str, new: str) -> None:
    segments = redline(old, new)
    short = condensed(segments)
    for kind in (SegmentKind.DELETED, SegmentKind.INSERTED):
        assert [one for one in short if one.kind is kind] == [one for one in segments if one.kind is kind]


def test_long_kept_runs_are_cut_between_changes() -> None:
    kept = "word " * 400
    segments = (Segment(SegmentKind.SAME, kept), Segment(SegmentKind.INSERTED, "new "), Segment(SegmentKind.SAME, kept))
    first, _, last = condensed(segments)
    assert "[…] word" in first.text
    assert last.text.endswith("word […]")
    assert len(first.text) < 240


def test_a_kept_run_is_cut_where_a_sentence_ends_or_begins() -> None:
    limit = "Only this is kept, and for a month at most, unless the law of the place asks for a longer time than that."
    kept = f"{'word ' * 12}{limit} Then {'word ' * 200}more. {limit} Then {'word ' * 20}"
    new = Segment(SegmentKind.INSERTED, "new ")
    _, cut, _ = condensed((new, Segment(SegmentKind.SAME, kept), new))
    assert cut.text.split("[…]")[0].endswith(f"{limit} ")
    assert cut.text.split("[…]")[1].lstrip().startswith(limit)


def test_dots_drawn_before_items_are_not_marked() -> None:
    shown = marked(redline("● We sell corn. ● We buy corn.", "We sell corn. We buy flour."))
    assert "●" not in shown
    assert "<del>corn</del> <ins>flour</ins>" in shown


def test_the_record_of_a_change_shows_what_each_provision_did(client: Client, world: World) -> None:
    html = client.get("/CA-C-000002").content.decode()
    assert "1 provision removed and 1 reworded." in html
    assert "1 block changed in words that may carry an effect." in html
    assert "<ins>" in html
    assert "private messages" in html
    assert f"<del>{GONE}</del>" in html
    assert 'class="grade high"' in html
    assert 'class="grade medium"' not in html, "that the grade moved is not told"
    page = client.get("/CA-C-000002.json").json()
    (reworded,), (removed,) = (passage["items"] for passage in page["passages"])
    assert (reworded["severity_before"], reworded["severity_after"]) == ("medium", "high")
    assert (removed["kind"], removed["severity_after"]) == ("removed", None)
    assert page["previous"]["number"] == 1, "the failed capture is no state of the document"


def test_a_grade_is_shown_before_and_after_where_it_is_told_to_have_moved(client: Client, world: World) -> None:
    world.substantive.items.filter(kind="reworded").update(phrases=["severity rises from medium to high (now: always)"])
    html = client.get("/CA-C-000002").content.decode()
    assert html.index('class="grade medium"') < html.index('class="visually-hidden">to</span>')


def test_a_failed_capture_is_not_compared(client: Client, world: World) -> None:
    html = client.get("/CA-C-000001").content.decode()
    assert "there is nothing to compare" in html
    assert client.get("/CA-C-000001.json").json()["redline"] == []


def test_a_technical_change_says_that_no_word_changed(client: Client, world: World) -> None:
    assert {row["kind"] for row in client.get("/CA-C-000003.json").json()["redline"]} == {"folded"}
