"""A line or an item that asks, with a sign or without, is a title though nothing marks it, and no news in a summary."""

from __future__ import annotations

import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown
from tests.two_wordings import REST

_RULE = "We keep the letters of guests for nine years after they leave."


def _above_all(line: str) -> tuple[str, ...]:
    new = read_markdown(f"{REST}\n\n{line}\n\n{_RULE}")
    return foremost(sentence_changes(read_markdown(REST), new, 4, ungraded))


@pytest.mark.parametrize(
    "line",
    [
        "* What happens to my letters when I leave the mill",
        "* How we weigh your letters, carts and barges",
        "What happens to my letters when I leave the mill?",
        "* Can I have my letters back?",
    ],
)
def test_it_is_not_quoted_as_what_a_version_adds(line: str) -> None:
    assert _above_all(line) == (f"it adds “{_RULE.rstrip('.')}”",)


def test_a_rule_that_begins_so_is() -> None:
    rule = "When a barge sinks, its keeper must pay for it at once and may not leave."
    assert any(rule.rstrip(".") in told for told in _above_all(rule))
