"""A provision keeps its bounds where the finder draws others over words that nobody edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import compare_states
from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.following.bounds import keep_bounds
from conductatlas.changes.following.standing import Standing
from conductatlas.provisions import Finder, Finding, default_finder
from conductatlas.reading import Document, read_markdown

_TYPE = "security-measures"
_MEASURES = [
    "We encrypt all data that is stored on our servers.",
    "We test our systems for weaknesses every year.",
    "We train all our staff in keeping data secure.",
    "We keep copies of all data in a second place.",
]


def _text(blocks: list[str]) -> Document:
    return read_markdown("# Security\n\n" + "\n\n".join(blocks))


def _finding(document: Document, first: int, last: int) -> Finding:
    finder: Finder = default_finder()
    span = (document.blocks[first].start, document.blocks[last].end)
    return finder.finding(document, _TYPE, first, last, (span,), (0.9,))


def _kept(
    old: Document,
    stood: dict[int, tuple[int, int]],
    new: Document,
    found: list[tuple[int, int]],
    matched: dict[int, int],
) -> tuple[list[tuple[int, int]], dict[int, int], frozenset[int]]:
    provisions = [
        Standing(identity, _TYPE, _finding(old, *run).quote, "none", "protective") for identity, run in stood.items()
    ]
    findings = [_finding(new, *run) for run in found]
    blocks_of = {one.identity: one.blocks(old) for one in provisions}
    drawn, identities, passed_over = keep_bounds(
        default_finder(), provisions, blocks_of, findings, matched, align(old, new), new
    )
    return [(one.first, one.last) for one in drawn], identities, passed_over


def test_what_another_passage_stated_is_not_taken_in() -> None:
    old = _text(_MEASURES)
    new = _text([*_MEASURES[:3], "We keep copies of all data in two other places."])
    kept, identities, _ = _kept(old, {1: (3, 4)}, new, [(2, 4)], {0: 1})
    assert kept == [(3, 4)]
    assert identities == {0: 1}


def test_what_was_stated_before_is_not_left_out() -> None:
    old = _text(_MEASURES)
    new = _text([*_MEASURES[:3], "We keep copies of all data in two other places."])
    kept, _, passed_over = _kept(old, {1: (1, 4)}, new, [(2, 4), (1, 1)], {0: 1})
    assert kept[0] == (1, 4)
    assert passed_over == {1}


def test_two_that_the_finder_joined_stay_two() -> None:
    old = _text(_MEASURES)
    new = _text(["We encrypt all the data that is stored on any of our servers.", *_MEASURES[1:]])
    kept, identities, _ = _kept(old, {1: (1, 2), 2: (3, 4)}, new, [(1, 4)], {0: 1})
    assert kept == [(1, 2), (3, 4)]
    assert identities == {0: 1, 1: 2}


def test_new_words_are_the_finders_to_draw() -> None:
    old = _text(_MEASURES[:2])
    new = _text(_MEASURES)
    kept, _, passed_over = _kept(old, {1: (1, 2)}, new, [(1, 4)], {0: 1})
    assert kept == [(1, 4)]
    assert not passed_over


@given(st.lists(st.sampled_from(_MEASURES), min_size=1, max_size=6), st.data())
def test_of_a_text_that_did_not_change_all_bounds_stay(blocks: list[str], data: st.DataObject) -> None:
    blocks = [f"{number}. {block}" for number, block in enumerate(blocks)]
    text = _text(blocks)
    first = data.draw(st.integers(1, len(blocks)))
    last = data.draw(st.integers(first, len(blocks)))
    found_first = data.draw(st.integers(1, len(blocks)))
    found_last = data.draw(st.integers(found_first, len(blocks)))
    kept, _, _ = _kept(text, {1: (first, last)}, text, [(found_first, found_last)], {0: 1})
    overlap = found_first <= last and first <= found_last
    assert kept == [(first, last) if overlap else (found_first, found_last)]


def test_a_version_that_edits_one_item_merges_nothing() -> None:
    items = [f"* {one}" for one in _MEASURES]
    old = _text(["We keep your data secure:", *items])
    new = _text(["We keep your data secure:", *items[:3], "* We keep copies of all data in two other places."])
    outcome = compare_states(default_finder(), old, new, "en")
    assert {one.kind.value for one in outcome.followed if one.kind} <= {"reworded"}
