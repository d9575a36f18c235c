"""What a line or a sentence is by its own words is kept for all texts; where it stands is asked of each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes.language.common_words import distinct_words
from conductatlas.changes.layout.title_lines import titles_in
from conductatlas.changes.sentences.said import Said
from conductatlas.changes.sentences.said_alike import _Sayings
from conductatlas.reading import read_markdown

_WORDS = st.sampled_from(("boats", "lent", "fees", "paid", "gates", "geese", "sold", "a", "of"))
_LINES = st.lists(_WORDS, max_size=8).map(" ".join)


def test_the_title_of_two_texts_has_its_place_in_each() -> None:
    fees = "## Fees\n\nYou pay two shillings a day."
    alone, behind = (read_markdown(text) for text in (fees, f"Larkwell lends boats.\n\n{fees}"))
    places = [[title.place for title in titles_in(text) if title] for text in (alone, behind)]
    assert places == [[0], [1]]


def test_the_same_line_is_a_title_only_where_a_paragraph_follows() -> None:
    line = "The boats of the house"
    over, at_end = (
        read_markdown(text)
        for text in (f"{line}\n\nWe lend each of them for a day, and no longer than that.", f"We lend them.\n\n{line}")
    )
    titles = titles_in(over)[0], titles_in(at_end)[1]
    assert [title is not None and title.sure for title in titles] == [True, False]


@given(st.lists(_LINES, max_size=30), st.frozensets(_WORDS), st.frozensets(_WORDS))
def test_sentences_with_some_of_the_words_are_those_that_comparing_each_finds(
    lines: list[str], telling: frozenset[str], others: frozenset[str]
) -> None:
    said = [Said(place, place, line, line, "") for place, line in enumerate(lines)]
    found = _Sayings(said, telling | others).with_some_of(telling)
    by_each = [one for one in said if len(telling & distinct_words(one.line)) >= 0.4 * len(telling)]
    assert sorted(found) == by_each
