"""The title that begins a numbered paragraph is no sentence of the text, in bold or not; a rule behind a number is."""

import pytest

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_RULES = "# Rules of the mill\n\nLeave every sack at the gate of the mill, and no cart on the bridge.\n\n"
_RULE = "The keeper of the mill weighs every sack that you leave at the gate."


def _came(section: str) -> list[str]:
    old, new = read_markdown(_RULES), read_markdown(f"{_RULES}{section}\n")
    return [one.after for one in sentence_changes(old, new, 8, ungraded).told]


@pytest.mark.parametrize(
    "title",
    [
        "4.2 Weighing and Storing of Other Sacks.",
        "4.2 _Weighing and Storing of Other Sacks._",
        "4.2. **Weighing and Storing of Other Sacks.**",
        "**4.2 Weighing of sacks and barrels.**",
        "4.2 Rights in the Sacks.",
    ],
)
def test_a_title_behind_a_number_is_no_sentence(title: str) -> None:
    assert _came(f"{title} {_RULE}") == [_RULE]


@pytest.mark.parametrize("rule", ["You may not lend your sacks to others.", "Sacks are weighed but once a year."])
def test_a_rule_behind_a_number_is_one(rule: str) -> None:
    assert _came(f"4.2 {rule} {_RULE}") == [f"4.2 {rule}", _RULE]
