"""Where a table has a column of durations, each of them is a time for which something is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.provisions import find_facts

_TABLE = """\
| Cookie | Source | Purpose | Kind and duration |
| --- | --- | --- | --- |
| fern | Lumora | Shown for 3 days at most | 90 days |
| cedar | Lumora | Measurement | two years |
| elder | Lumora | Measurement | Session |
"""


def _kept(text: str) -> list[tuple[str, str]]:
    return [(fact.value, fact.unit) for fact in find_facts(text) if fact.kind == "retention-period"]


def test_each_duration_is_told_and_none_of_another_column() -> None:
    assert _kept(_TABLE) == [("90", "days"), ("24", "months")]


def test_other_columns_and_lines_after_the_table_tell_none() -> None:
    assert not _kept(_TABLE.replace("Kind and duration", "Note"))
    assert _kept(f"{_TABLE}\nA trial takes 7 days.") == [("90", "days"), ("24", "months")]


@given(st.lists(st.text(alphabet="ab |-:\\\n1", max_size=12), max_size=6))
def test_a_duration_is_told_with_its_place_whatever_stands_around_the_table(pieces: list[str]) -> None:
    before = " ".join(pieces) + "\n\n"
    text = before + _TABLE
    said = {text[fact.start : fact.end] for fact in find_facts(text) if fact.kind == "retention-period"}
    assert {"90 days", "two years"} <= said
