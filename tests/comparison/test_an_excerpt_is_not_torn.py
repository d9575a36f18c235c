"""An excerpt begins and ends with what says something: with no tail of a paragraph, and no title."""

from __future__ import annotations

import pytest

from conductatlas.comparison import excerpt, weigh

KEPT = "We keep every song that you send us for ninety days and delete it after that."
FILLER = "The mill by the river opens at noon and closes with the tide. " * 6


@pytest.mark.parametrize(
    "title",
    [
        "\nd. No waiver\n\n",
        "\n3. **Fees**. ",
        "\n- Service partners. ",
        "\nFurther steps for songs that cross the sound to the isles\n",
    ],
)
def test_an_excerpt_ends_with_no_title(title: str) -> None:
    clause = f"{KEPT}{title}{FILLER}"
    length = len(KEPT) + len(title) + 10
    shown = excerpt(clause, length, weigh("songs kept for days, no waiver of fees abroad"), (0, len(KEPT)))
    assert shown.text == KEPT
    assert not shown.cut


def test_an_item_of_a_list_is_no_title() -> None:
    clause = f"We keep for ninety days:\n- songs\n- pictures of birds\n\n{FILLER}"
    shown = excerpt(clause, 60, weigh("songs and pictures kept for days"), (0, 20))
    assert shown.text.endswith("- pictures of birds")


def test_an_excerpt_begins_with_no_tail_of_another_paragraph() -> None:
    clause = f"{FILLER}But we promise no song.\n{KEPT}\n{FILLER}"
    start = clause.index(KEPT)
    shown = excerpt(clause, 120, weigh("we promise every song for ninety days"), (start, start + len(KEPT)))
    assert shown.text == KEPT


def test_an_item_is_no_tail_of_the_one_before_it() -> None:
    clause = f"{FILLER}\n    - Songs may be wrong.\n    - {KEPT}\n{FILLER}"
    start = clause.index(KEPT)
    shown = excerpt(clause, 120, weigh("wrong songs kept for ninety days"), (start, start + len(KEPT)))
    assert shown.text.startswith("- Songs may be wrong.")


@pytest.mark.parametrize("adds", ["For example,", "However,"])
def test_an_example_goes_with_what_it_is_one_of(adds: str) -> None:
    clause = f"{FILLER}{KEPT} {adds} we keep ballads for a year. {FILLER}"
    start = clause.index(adds)
    shown = excerpt(clause, 90, weigh("ballads for a year"), (start, start + 40))
    assert shown.text.startswith(KEPT)


@pytest.mark.parametrize(("ending", "cut"), [("please see our", True), ("as this notice says.", False)])
def test_a_clause_that_its_text_cuts_off_is_cut(ending: str, cut: bool) -> None:
    assert excerpt(f"{KEPT} To learn how, {ending}", 400, weigh(KEPT)).cut is cut
