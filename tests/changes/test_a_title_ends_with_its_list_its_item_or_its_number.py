"""A title stands over no more than surely is of it: where that ends, the next one farther out is told."""

from __future__ import annotations

import pytest

from conductatlas.changes import title_over
from conductatlas.changes.layout.headings import stands_under
from conductatlas.reading import read_markdown

_CARTS = "Nobody may cross the bridge with more than two carts."
_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_OXEN = "They swim behind the ferry, tied to it by a rope of at least ten feet."
_TOP = f"# Larkwell Ferry Rules\n\n## 3. The landing stage\n\n{_MILL}\n\n"


def _over(text: str, words: str = _CARTS) -> str:
    read = read_markdown(text)
    return title_over(read, next(place for place, one in enumerate(read.visible) if words in one))


@pytest.mark.parametrize("begun", ["**Tolls.** ", "**Tolls**: ", "_Tolls:_ "])
def test_what_begins_a_sentence_in_its_line_stands_over_its_paragraph_and_its_list_alone(begun: str) -> None:
    assert _over(f"{_TOP}{begun}{_CARTS}") == "Tolls"
    assert _over(f"{_TOP}{begun}We weigh these:\n\n- {_CARTS}") == "Tolls"
    assert _over(f"{_TOP}{begun}Everybody pays.\n\n- oxen\n- {_CARTS}") == "Tolls"
    assert _over(f"{_TOP}{begun}Everybody pays.\n\n{_CARTS}") == "3. The landing stage"
    assert _over(f"{_TOP}{begun}We weigh these:\n\n- oxen\n\n{_CARTS}") == "3. The landing stage"


def test_what_begins_a_paragraph_in_a_line_of_its_own_or_with_a_number_stands_over_those_behind_it() -> None:
    assert _over(f"{_TOP}**Tolls**  \nEverybody pays.\n\n{_CARTS}") == "Tolls"
    assert _over(f"{_TOP}**3.1 Tolls.** Everybody pays.\n\n{_CARTS}") == "3.1 Tolls"


@pytest.mark.parametrize("line", ["**We carry, among others:**", "Cargo on Board:"])
def test_a_line_with_a_colon_above_a_list_ends_with_that(line: str) -> None:
    text = f"{_TOP}{line}\n\n- oxen of the valley, and all that they draw\n- sheep\n\n"
    assert _over(f"{text}{_CARTS}") == "3. The landing stage"
    assert _over(f"{_TOP}{line}\n\n{_MILL}\n\n{_CARTS}") == line.strip("*:")


@pytest.mark.parametrize("line", ["You agree to:", "To mend the gates:", "In this part:"])
def test_a_line_that_leads_into_paragraphs_and_is_no_name_is_no_title(line: str) -> None:
    assert _over(f"{_TOP}{line}\n\n{_CARTS}") == "3. The landing stage"


def test_a_line_that_says_for_whom_paragraphs_hold_is_told_though_it_leads_into_them() -> None:
    assert _over(f"{_TOP}For business customers:\n\n{_CARTS}") == "For business customers"


def test_a_colon_ends_a_heading_like_any_other() -> None:
    assert _over(f"{_TOP}### Do not carry:\n\n- oxen\n\n{_CARTS}") == "Do not carry"


def test_a_title_within_an_item_ends_where_an_item_farther_out_begins() -> None:
    text = f"{_TOP}1. By road\n\n    **Oxen**\n\n    {_OXEN}\n\n2. By water\n\n    {_CARTS}"
    assert _over(text) == "By water"
    assert _over(text, _OXEN) == "Oxen"


def test_an_item_with_a_number_is_the_title_of_what_hangs_on_it() -> None:
    assert _over(f"{_TOP}* 5\\. By water\n\n    {_OXEN}\n\n* 6\\. By road\n\n    {_CARTS}") == "6. By road"


def test_an_item_that_is_a_title_is_none_of_what_hangs_on_the_one_beside_it() -> None:
    beside = "You may row a boat of your own over the river on all days but those on which the ferry is crowded:"
    assert _over(f"{_TOP}1. **Oxen**\n\n    {_OXEN}\n\n2. {beside}\n\n    - {_CARTS}") == "3. The landing stage"


@pytest.mark.parametrize("number", ["3.2 ", "3.3**"])
def test_a_part_of_a_section_ends_where_one_farther_out_begins(number: str) -> None:
    end = "**" if number.endswith("**") else ""
    assert _over(f"{_TOP}**3.1.4 Oxen.** They swim.\n\n{number}{end}{_CARTS}") == "3. The landing stage"


def test_the_section_of_a_letter_ends_where_the_next_letter_begins() -> None:
    text = f"{_TOP}**(B) Oxen**\n\n{_OXEN}\n\n(C) Goats: {_MILL} {_OXEN}\n\n"
    assert _over(text, "Goats") == "3. The landing stage"
    assert _over(f"{text}{_CARTS}") == "3. The landing stage"
    assert _over(text, _OXEN) == "(B) Oxen"


@pytest.mark.parametrize("line", ["**In brief**", "**See below: Rules for Oxen**", "**Open**", "**Learn more**"])
def test_a_line_that_names_no_section_is_no_title(line: str) -> None:
    assert _over(f"{_TOP}{line}\n\n{_CARTS}") == "3. The landing stage"


def test_an_item_without_a_number_is_told_as_what_leads_into_those_below_it() -> None:
    read = read_markdown(f"{_TOP}- Boats that are rowed\n    - {_CARTS}\n    - {_MILL}")
    assert stands_under(read, len(read.blocks) - 1) == ("3. The landing stage", "Boats that are rowed")
