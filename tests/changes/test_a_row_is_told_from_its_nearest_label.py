"""In a row of a table with several lines in bold, what changed stands under the nearest one above it in its cell."""

from __future__ import annotations

import pytest

from conductatlas.changes import label_ahead
from conductatlas.reading import block_words, read_markdown

_TABLE = (
    "| Why | What |\n| --- | --- |\n"
    "| **To guard the mill**<br><br>**To keep thieves out**<br><br>We count the carts.<br>"
    "**To obey the reeve:**<br><br>We write letters. | **Carts**<br>Their loads. |\n"
    "| To sell corn |  | Sacks |"
)


@pytest.mark.parametrize(
    ("row", "up_to", "label"),
    [
        (1, "We write", "To obey the reeve"),
        (1, "We count", "To keep thieves out"),
        (1, "Their loads", "Carts"),
        (1, "To guard", ""),
        (2, "Sacks", ""),
    ],
)
def test_the_nearest_line_in_bold_ahead_in_the_cell(row: int, up_to: str, label: str) -> None:
    document = read_markdown(_TABLE)
    shown = block_words(document, 0).splitlines()[row]
    assert label_ahead(document, shown, shown[: shown.index(up_to)]) == label
    assert label_ahead(document, "Another row | of another table", "Another") == ""
