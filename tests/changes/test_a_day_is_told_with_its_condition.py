"""A day from which a document applies is told with what the document puts behind it."""

from __future__ import annotations

from datetime import date

import pytest

from conductatlas.changes import condition_of, notice
from conductatlas.reading import read_markdown

_DAY = date(2031, 9, 28)


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("Effective on September 28, 2031 or the day you accept (if earlier).", "or the day you accept (if earlier)"),
        ("Effective: September 28, 2031, unless you object before.", "unless you object before"),
        ("Effective: September 28, 2031.", ""),
    ],
)
def test_a_condition_is_told(line: str, condition: str) -> None:
    found = condition_of(_DAY, read_markdown(f"# Terms of the mill\n\n{line}\n\nThe mill grinds corn.\n"))
    assert found == condition
    behind = f" “{condition}”" if condition else ""
    assert notice(_DAY, date(2031, 9, 1), found).startswith(
        f"The document says that it applies from 28 September 2031{behind};"
    )
