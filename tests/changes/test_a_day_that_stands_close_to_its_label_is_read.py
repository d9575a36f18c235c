"""The day of a version is read where nothing but its style parts it from its label."""

from __future__ import annotations

from datetime import date

from conductatlas.changes.effective import is_dated_later, latest_day
from conductatlas.reading import read_markdown


def test_a_label_and_a_month_that_run_together_are_two_words() -> None:
    old, new = (read_markdown(f"# Rules\n\nUpdated{day}\n\nBoats wait.") for day in ("March 23, 2023", "May 10, 2024"))
    assert latest_day(old) == date(2023, 3, 23)
    assert is_dated_later(old, new)
