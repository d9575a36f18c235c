"""How many sections came is told where all that came did with them; else some are named, and others mentioned."""

from __future__ import annotations

from conductatlas.changes.sentences.named_sections import sections_named
from conductatlas.changes.sentences.whole_sections import Section

_SECTIONS = [Section(title, 3, 9 * place, 9 * place + 4) for place, title in enumerate(("Mills", "Weirs", "Barges"))]


def test_all_are_counted() -> None:
    assert sections_named("it adds", _SECTIONS, are_all=True) == "it adds the sections “Mills”, “Weirs” and 1 more"


def test_some_are_named_with_others() -> None:
    assert sections_named("it adds", _SECTIONS, are_all=False) == "it adds the sections “Mills”, “Weirs” and others"
