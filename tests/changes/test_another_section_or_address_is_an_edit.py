"""A sentence that says the same of another section, or asks for notices at another address, was edited."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_RULES = (
    "9.1 By the farmer. The farmer pays for what his cart breaks on the bridge.\n\n"
    "9.2 By the miller. The miller pays for what his wheel breaks in the river.\n\n"
)
_LIMIT = "Nothing else is owed for the damage described in Section 9.1 of these rules."


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))


def test_a_limit_that_refers_to_another_section_was_edited() -> None:
    now = _LIMIT.replace("9.1", "9.2")
    assert _phrases(_RULES + _LIMIT, _RULES + now) == (f"“{_LIMIT[:-1]}” becomes “{now[:-1]}”",)


def test_a_reference_that_follows_its_section_was_not() -> None:
    moved = _RULES.replace("9.2", "9.3").replace("9.1", "9.2") + _LIMIT.replace("9.1", "9.2")
    assert not sentence_changes(read_markdown(_RULES + _LIMIT), read_markdown(moved), 4, ungraded).edited


def test_another_address_for_notices_is_told() -> None:
    notice = "Notices to the miller go by mail to wheel@mill.example and count from dusk."
    now = notice.replace("wheel@", "law@")
    assert _phrases(_RULES + notice, _RULES + now) == (f"“{notice[:-1]}” becomes “{now[:-1]}”",)
