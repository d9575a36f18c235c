"""A sentence under a heading that came with it does not stand in a place that the text had before."""

from __future__ import annotations

import pytest

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown
from conductatlas.site.presenters.changed_sentences import caption

_HAY = "Whoever brings hay to the landing stage pays two florins for each cart, and nothing for a barrow."
_GEESE = "Geese are carried over the bridge in baskets, which the keeper of the bridge closes with a cord."
_LAMPS = "A lamp that burns with oil is put out by its owner before the cart that bears it leaves the quay."
_HELD = f"# Rules\n\n## Hay\n\n{_HAY}\n\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (_HELD, f"{_HELD}## Geese\n\n{_GEESE}", "Under “Geese”, which came too"),
        (f"{_HELD}## Geese\n\n{_GEESE}", _HELD, "Before, under “Geese”, which went too"),
        (f"{_HELD}## Geese\n\n{_LAMPS}", f"{_HELD}## Geese\n\n{_LAMPS} {_GEESE}", "Under “Geese”"),
        # A heading with another number, or other words beside, is the one that stood there.
        (f"{_HELD}## 3. Geese on the bridge\n\n{_LAMPS}", f"{_HELD}## 4. Geese and the bridge\n\n{_GEESE}", "Under"),
    ],
)
def test_where_it_stands(before: str, after: str, told: str) -> None:
    found = sentence_changes(read_markdown(before), read_markdown(after), 8, ungraded)
    said = caption(next(one for one in found.told if _GEESE in (one.before, one.after)), is_first=True)
    assert said == told if told != "Under" else said.startswith(told) and "too" not in said
