"""A label that got another name is not told as something that came, nor as something that went."""

from __future__ import annotations

import pytest

from conductatlas.changes.redlines.quoting import Around, quoted

_BELLS = "We hear of you from those who ring the bells of our mill."


def _told(before: str, after: str) -> str:
    return quoted(before, after, Around(is_new=lambda one: one not in before, is_gone=lambda one: one not in after))


@pytest.mark.parametrize(("was", "now"), [("Bell Notes", "Bell Guest Records"), ("Bell Guest Records", "Bell Notes")])
def test_a_label_by_another_name_is_not_told(was: str, now: str) -> None:
    assert _told(f"{was}. {_BELLS}", f"{now}. {_BELLS}") == ""


def test_a_label_that_stands_for_another_matter_is() -> None:
    assert "“Weather Vane Records" in _told(f"Bell Notes. {_BELLS}", f"Weather Vane Records. {_BELLS}")
    assert _told(_BELLS, f"Bell Guest Records. {_BELLS}") == "it adds “Bell Guest Records”"
