"""Of a limit of liability where there was none it is told that it is new, not that its figure is now stated."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes.aligning.kept import kept_text
from conductatlas.changes.effects.shifts import shifts
from conductatlas.reading import read_markdown

_TYPE = load_catalogue()["liability-limitation"]
_NONE = "Ferrow is not liable for any indirect damages that a storm brings."
_LIMITED = f"{_NONE} Our total liability to you will not exceed $100."
_OPEN = f"{_NONE} Our total liability to you will not exceed the price of the boat."


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (_NONE, "a limit of liability is new: USD 100"),
        (_OPEN, "the limit of liability is now stated: USD 100"),
    ],
)
def test_it_is_new_only_where_nothing_was_limited(before: str, said: str) -> None:
    texts = kept_text(read_markdown(before)), kept_text(read_markdown(_LIMITED))
    assert [one.phrase for one in shifts(_TYPE, before, _LIMITED, texts)] == [said]
