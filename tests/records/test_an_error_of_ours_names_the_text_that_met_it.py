"""An error that nobody foresaw ends an import with the path and the version of the text at which it happened."""

from __future__ import annotations

import pytest

from conductatlas.changes import Historian
from tests.records.worlds import AGE, INTRODUCTION, LAW, record, text, version


@pytest.mark.django_db
def test_the_error_says_which_text_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise IndexError("tuple index out of range")

    monkeypatch.setattr(Historian, "compare", fails)
    with pytest.raises(IndexError) as caught:
        record(version(1, text(INTRODUCTION, AGE)), version(2, text(INTRODUCTION, AGE, LAW)))
    assert caught.value.__notes__ == [f"while taking Hearthbook/Terms of Service.md at {2:040x}"]
