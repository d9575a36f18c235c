"""The items of a list in a cell of a table are told apart where the row is shown as a line."""

from __future__ import annotations

import pytest

from conductatlas.reading import visible_words, word_line


@pytest.mark.parametrize("mark", ["<br>* ", "<br><br>*   ", "<br/>- ", "<br>•  "])
def test_the_items_of_a_list_in_a_cell_are_drawn_with_dots(mark: str) -> None:
    row = f"| Your beds | We note:{mark}your name{mark}seeds that you bring<br><br>No more. |"
    shown = visible_words(f"| What | How |\n| --- | --- |\n{row}")
    assert shown.splitlines()[1] == "Your beds | We note: • your name • seeds that you bring No more."
    assert word_line(shown) == "what how your beds we note your name seeds that you bring no more"
