"""A row that names who does what, before a dot, is told with its name, and became none of another name."""

from __future__ import annotations

from conductatlas.changes import SentenceChanges, sentence_changes
from conductatlas.reading import read_markdown

_HEAD = "# Helpers\n\n| Our helpers |\n| --- |\n"
_KEPT = "| Orlo Mills<br><br>•<br><br>Grinding of corn<br><br>North Valley<br><br>Goods: All Goods |\n"
_WENT = "| Larkwell<br><br>•<br><br>Sale of bread, flour<br><br>North Valley<br><br>Goods: All Goods |\n"
_CAME = "| ![Sign](/sign)<br><br>Harrow<br><br>•<br><br>Care of carts<br><br>North Valley<br><br>Goods: All Goods |\n"


def _compared(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 8, lambda sentence, heading, lead_in: 0)


def test_a_row_of_another_name_came_and_the_other_went() -> None:
    told = _compared(f"{_HEAD}{_WENT}{_KEPT}", f"{_HEAD}{_KEPT}{_CAME}").told
    assert sorted((one.how, (one.after or one.before).split(" •")[0]) for one in told) == [
        ("came", "Harrow"),
        ("went", "Larkwell"),
    ]


def test_a_row_of_the_same_name_was_edited() -> None:
    told = _compared(f"{_HEAD}{_KEPT}{_WENT}", f"{_HEAD}{_KEPT}{_WENT.replace('All', 'Dry')}").told
    assert [(one.how, one.after.split(" •")[0]) for one in told] == [("edited", "Larkwell")]
