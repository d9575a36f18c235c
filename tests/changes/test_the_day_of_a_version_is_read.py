"""The day that a version names of itself is read, however it stands there, and none of what its clauses speak of."""

from __future__ import annotations

from datetime import date

import pytest

from conductatlas.changes import dates_moved
from conductatlas.changes.captures.effective import days_of_version, is_dated_later, latest_day, new_effective_date
from conductatlas.reading import Document, read_markdown

_CLAUSE = "Boats wait at the quay until the keeper has read their papers, and whoever comes by night waits for a lamp."


def _text(head: str = "", foot: str = "") -> Document:
    clauses = "\n\n".join(f"{number}. {_CLAUSE}" for number in range(70))
    return read_markdown(f"# Rules\n\n{head}\n\n{clauses}\n\n{foot}")


def test_a_label_and_a_month_that_run_together_are_two_words() -> None:
    old, new = (_text(f"Updated{day}") for day in ("March 23, 2023", "May 10, 2024"))
    assert latest_day(old) == date(2023, 3, 23)
    assert is_dated_later(old, new)


@pytest.mark.parametrize(
    "head",
    [
        "Effective 12 January 2026Previous Rules",
        "January 12th, 2026",
        "Monday, January 12, 2026",
        "Latest update: January 12, 2026",
        "Last amended on 12 January 2026",
        "更新日期:2026 年 1 月 12 日",
        "\n\n".join(["Boats", "Lamps", "Oars"] * 12) + "\n\nEffective from 12 January 2026",
    ],
)
def test_it_is_read_at_the_head(head: str) -> None:
    assert days_of_version(_text(head)) == {"2026-01-12"}


def test_it_is_read_at_the_end_of_the_last_paragraph() -> None:
    last = " ".join([_CLAUSE] * 5)
    assert days_of_version(_text(foot=f"{last} These rules were last modified January 12th, 2026.")) == {"2026-01-12"}
    assert not days_of_version(_text(foot=f"{last} The sloop Heron has the seal that was modified January 12th, 2026,"))


@pytest.mark.parametrize("head", ["Since 12 January 2026 boats wait.", "3 May 2024\n\n9 June 2025", "The Act of 2018"])
def test_no_other_day_is_taken_for_it(head: str) -> None:
    assert not days_of_version(_text(head))


def test_figures_that_can_be_read_in_two_ways_tell_which_version_is_later_where_both_ways_do() -> None:
    old, new, other = (_text(f"Last updated: {day}") for day in ("12/05/2024", "01/02/2025", "11/06/2024"))
    assert is_dated_later(old, new)
    assert not is_dated_later(old, other)
    assert latest_day(old) is None


def test_it_is_told_how_the_day_moved_whatever_it_is_called() -> None:
    old, new = _text("Effective Date: 4 November 2023"), _text("Last updated: 15 March 2024")
    assert " ".join(dates_moved(old, new)) == (
        "Its own date moved from 4 November 2023, the day from which it says that it applies, to 15 March 2024, "
        "the day of its last update."
    )
    assert dates_moved(_text("3 May 2024"), _text("9 June 2025")) == (
        "Its own date moved from 3 May 2024 to 9 June 2025.",
    )


def test_the_day_of_a_text_put_ahead_of_another_is_not_that_of_the_other() -> None:
    rules = f"# Ferry Rules for Goods\n\nEffective date: 5 September 2023\n\n{_CLAUSE}"
    both = f"# Larkwell Terms of Use\n\nEffective date: 16 November 2020\n\n{_CLAUSE}\n\n{rules}"
    later = rules.replace("5 September 2023", "9 May 2024")
    old, new, next_one = map(read_markdown, (rules, both, later))
    assert new_effective_date(old, new) is None
    assert new_effective_date(new, old) is None
    assert new_effective_date(old, next_one) == date(2024, 5, 9)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Effective Date outside Norway: 3 March 2026\n\nEffective Date in Norway: 30 April 2026", None),
        ("These rules will be effective for the Isle of Man on 30 April 2026.\n\nEffective: 3 March 2026", None),
        ("Effective Date in Norway: 30 April 2026", date(2026, 4, 30)),
        ("Effective: 30 April 2026\n\nEffective for the Boats: 30 April 2026", date(2026, 4, 30)),
        ("Effective 30 April 2026\n\nEffective 3 March 2025", date(2026, 4, 30)),
    ],
)
def test_of_days_that_differ_by_place_none_is_that_of_the_document(head: str, told: date | None) -> None:
    assert new_effective_date(_text("Effective 9 June 2024"), _text(head)) == told
