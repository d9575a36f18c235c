"""Blocks of two versions are paired by equality, then by likeness and place."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import align
from conductatlas.reading import Document, read_markdown

_WORDS = st.sampled_from(
    [
        *("you", "we", "may", "must", "not", "account", "data", "delete", "share", "notice", "days", "thirty"),
        *("fourteen", "fee", "refund", "court", "law", "claim", "use", "grant"),
    ]
)
_PARAGRAPHS = st.lists(st.lists(_WORDS, min_size=3, max_size=14).map(" ".join), min_size=1, max_size=14)


def _document(paragraphs: list[str]) -> Document:
    return read_markdown("\n\n".join(paragraphs))


@given(_PARAGRAPHS)
def test_a_text_aligned_with_itself_is_unchanged(paragraphs: list[str]) -> None:
    document = _document(paragraphs)
    found = align(document, document)
    assert not found.added
    assert not found.removed
    assert all(edge.likeness == 1 and not edge.moved and edge.old == edge.new for edge in found.edges)


@given(_PARAGRAPHS, st.randoms(use_true_random=False))
def test_shuffled_paragraphs_all_find_their_partner(paragraphs: list[str], random: object) -> None:
    shuffled = paragraphs[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = align(_document(paragraphs), _document(shuffled))
    assert not found.added
    assert not found.removed
    assert all(edge.likeness == 1 for edge in found.edges)


@given(_PARAGRAPHS, _PARAGRAPHS)
def test_every_block_is_paired_or_told_as_added_or_removed(before: list[str], after: list[str]) -> None:
    old, new = _document(before), _document(after)
    found = align(old, new)
    assert {edge.old for edge in found.edges} | set(found.removed) == set(range(len(old.blocks)))
    assert {edge.new for edge in found.edges} | set(found.added) == set(range(len(new.blocks)))
    assert not {edge.old for edge in found.edges} & set(found.removed)
    assert not {edge.new for edge in found.edges} & set(found.added)
    whole = [edge for edge in found.edges if not edge.part]
    assert len({edge.old for edge in whole}) == len({edge.new for edge in whole}) == len(whole)


@given(_PARAGRAPHS, st.integers(0, 14))
def test_an_inserted_paragraph_moves_no_other(paragraphs: list[str], place: int) -> None:
    place = min(place, len(paragraphs))
    inserted = [*paragraphs[:place], "Quite unlike anything else here: zebras.", *paragraphs[place:]]
    found = align(_document(paragraphs), _document(inserted))
    assert found.added == (place,)
    assert not any(edge.moved for edge in found.edges)


def test_a_reworded_paragraph_is_paired_with_what_it_was() -> None:
    old = _document(["We keep your data for thirty days after you leave.", "You may appeal to our team."])
    new = _document(["We keep your data for ninety days after you leave us.", "You may appeal to our team."])
    edge = align(old, new).edges[0]
    assert (edge.old, edge.new, edge.part) == (0, 0, False)
    assert 0.7 < edge.likeness < 1


def test_a_split_and_a_merge_keep_both_parts_tied_to_the_whole() -> None:
    whole = "We may change these terms at any time by notice. You may leave before the new terms apply to you."
    parts = ["We may change these terms at any time by notice.", "You may leave before the new terms apply to you."]
    split = align(_document(["Intro here.", whole]), _document(["Intro here.", *parts]))
    merged = align(_document(["Intro here.", *parts]), _document(["Intro here.", whole]))
    assert {(edge.old, edge.new) for edge in split.edges} == {(0, 0), (1, 1), (1, 2)}
    assert {(edge.old, edge.new) for edge in merged.edges} == {(0, 0), (1, 1), (2, 1)}


def test_drawn_characters_take_no_part() -> None:
    old = _document(["Terms apply here.", "::--==%%%##"])
    new = _document(["Terms apply here.", "%%##==--::"])
    found = align(old, new)
    assert (found.added, found.removed) == ((), ())


def test_ten_thousand_new_blocks_against_ten_thousand_old_ones_take_seconds() -> None:
    old = _document([f"paragraph {number} of the old text says {number * 7919 % 10007}" for number in range(10_000)])
    new = _document([f"clause {number} in the new text holds {number * 104729 % 10009}" for number in range(10_000)])
    assert len(old.visible) == len(new.visible) == 10_000
    started = time.process_time()
    align(old, new)
    assert time.process_time() - started < 10


def test_a_short_title_without_its_number_is_the_same_title_in_a_text_of_other_numbers() -> None:
    names = [f"Rule {name}" for name in ("Corn", "Sacks", "Carts", "Dams")] + ["Sails"]
    many = "".join(f"\n\n- Rule {place}x{place} of carts" for place in range(40))
    old, new = (
        read_markdown("\n\n".join(f"{sign.format(place)}{name}" for place, name in enumerate(names, 1)) + rest)
        for sign, rest in (("{}\\. ", many), ("", many.replace("carts", "boats that came")))
    )
    paired = {old.visible[edge.old]: new.visible[edge.new] for edge in align(old, new).edges}
    assert paired["5. Sails"] == "Sails"


def test_titles_of_one_number_are_paired_by_their_words() -> None:
    titles = ["Disclaimers.", "Indemnification.", "Arbitration.", "Miscellaneous."]
    before = [f"**{number}. {title}**" for number, title in enumerate(titles, 8)]
    came = ["**8. Moorings.**", "Boats lie at the quay.", "Ropes hang there."]
    after = [f"**{number}. {title}**" for number, title in enumerate(titles, 9)]
    edges = align(_document(before), _document([*came, *after])).edges
    assert [(edge.old, edge.new, edge.moved) for edge in edges] == [(place, place + 3, False) for place in range(4)]
