"""What a text as a whole is called is no place in it: set as a heading, as its first line, or said once more."""

import pytest

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_WELCOME = "You are welcome at the mill on every market day of the year.\n\n"
_CAME = "You may not bring goats into the yard of the mill on any day of the year.\n\n"
_RULES = "## Sacks\n\nLeave every sack at the gate of the mill, and no cart on the bridge.\n"


def _under(before: str, after: str) -> list[str]:
    return [one.under for one in sentence_changes(read_markdown(before), read_markdown(after), 8, ungraded).told]


@pytest.mark.parametrize(
    "head",
    [
        "# Rules of the mill\n\n",
        "# Rules of the mill\n\nWe changed these rules in the spring, and they are long.\n\n### RULES OF THE MILL\n\n",
    ],
)
def test_the_title_of_the_whole_is_no_place(head: str) -> None:
    assert _under(f"{head}{_WELCOME}{_RULES}", f"{head}{_WELCOME}{_CAME}{_RULES}") == [""]


def test_a_section_is_a_place() -> None:
    head = "**Rules of the mill**\n\n"
    assert _under(f"{head}{_WELCOME}{_RULES}", f"{head}{_WELCOME}{_RULES}\n{_CAME}") == ["Sacks"]


def test_the_first_line_of_a_text_without_headings_is_no_place() -> None:
    head, plain = "Community Guidelines\n\n", _RULES.removeprefix("## ")
    assert _under(f"{head}{_WELCOME}{plain}", f"{head}{_WELCOME}{_CAME}{plain}") == [""]
