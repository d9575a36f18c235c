"""The row that names the columns of a table is a title: neither new, nor gone, nor edited, whatever column came."""

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_RULES = "# Notice of the mill\n\nWe keep what you tell us at the gate for as long as the mill stands.\n\n"


def _told(before: str, after: str) -> list[tuple[str, str, str]]:
    old, new = (read_markdown(f"{_RULES}{table}") for table in (before, after))
    return [(one.how, one.before, one.after) for one in sentence_changes(old, new, 8, ungraded).told]


def test_a_column_that_came_is_told_of_the_rows_alone() -> None:
    before = "| Categories | Description |\n|---|---|\n| Sacks | How many sacks you brought to the mill. |\n"
    after = (
        "| Categories | Categories by the law of the valley | Description |\n|---|---|---|\n"
        "| Sacks | Goods in trade | How many sacks you brought to the mill. |\n"
    )
    assert [(how, now.split(" | ")[0]) for how, _, now in _told(before, after)] == [("edited", "Sacks")]


def test_other_names_of_the_columns_are_not_told() -> None:
    rows = "| To grind your grain | Your name, your sacks | Your order |\n"
    before = f"| Why we keep it | What we keep about you | On what ground |\n|---|---|---|\n{rows}"
    after = f"| Purpose of keeping | Categories of what is kept | Basis in law |\n|---|---|---|\n{rows}"
    assert _told(before, after) == []


def test_a_first_row_that_says_something_is_told() -> None:
    rest = "| Storing | You may leave sacks in the barn. |\n"
    before = f"| Milling | You may have grain ground on any market day. |\n|---|---|\n{rest}"
    after = f"| Milling | You may have grain ground on Mondays alone. |\n|---|---|\n{rest}"
    assert [how for how, _, _ in _told(before, after)] == ["edited"]


def test_a_row_that_is_all_of_its_table_is_told() -> None:
    before, after = (f"| Purposes of the mill | {what} |\n|---|---|\n" for what in ("Milling only", "Baking as well"))
    assert [how for how, _, _ in _told(before, after)] == ["edited"]


def test_a_table_of_which_the_columns_stayed_did_not_go() -> None:
    head = "## Marks of the gate\n\n| Name | Purpose |\n|---|---|\n"
    gone = "".join(f"| mill_{name} | Counting the carts at the {name} |\n" for name in ("gate", "barn", "ford", "inn"))
    old, new = (
        read_markdown(f"{_RULES}{head}{rows}") for rows in (gone, "| barley_seal | Sealing the weighed bread |\n")
    )
    found = sentence_changes(old, new, 8, ungraded)
    assert not found.gone_tables
    assert found.went == 4
