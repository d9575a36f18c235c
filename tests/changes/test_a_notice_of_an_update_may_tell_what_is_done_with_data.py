"""What a notice of an update tells of consent, of the ground for a use, or of training is told like any rule."""

from __future__ import annotations

import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.layout.furniture import announces_update, is_notice
from conductatlas.reading import read_markdown
from tests.two_wordings import REST

_ASKS = "We have updated this notice and now ask for your consent to weigh your letters."
_TRAINS = "On May 3, 2031, we are updating this notice to tell of the legal basis for training the models of our mill."


@pytest.mark.parametrize("notice", [_ASKS, _TRAINS])
def test_what_a_notice_tells_of_data_came_and_is_quoted(notice: str) -> None:
    found = sentence_changes(read_markdown(REST), read_markdown(f"{notice}\n\n{REST}"), 4, ungraded)
    assert found.came == 1
    assert foremost(found) == (f"it adds “{notice.rstrip('.')}”",)


def test_a_notice_that_tells_no_more_is_of_the_page() -> None:
    bare = "We have updated this notice so that it is easier to read."
    assert announces_update(bare)
    assert is_notice(bare)
    assert not announces_update(_ASKS)
