"""Where a capture lost the end of a text, or a page answered with that of another region, nothing came or went."""

from __future__ import annotations

import pytest

from conductatlas.changes.captures.editions import is_for_another_region
from conductatlas.changes.captures.missing import breaks_off, lists_section_that_it_lacks
from conductatlas.reading import Document, read_markdown

_WORDS = "The ferry leaves the quay at noon and comes back at dusk, on every day on which the river is not frozen over."
_HEAD = "# Terms of Use\n\n## I. Trips\n\n" + _WORDS + "\n\n## II. Tickets\n\n" + _WORDS


def _read(text: str) -> Document:
    return read_markdown(text)


def test_a_text_that_ends_with_a_bare_heading_lost_its_end() -> None:
    whole = _read(f"{_HEAD}\n\n## III. Lost things\n\n{_WORDS}")
    assert breaks_off(_read(f"{_HEAD}\n\n## III. Lost things"), whole)
    assert breaks_off(_read(f"{_HEAD}\n\n## III. Found things"), whole)
    assert not breaks_off(whole, _read(_HEAD))
    assert not breaks_off(_read(f"{_HEAD}\n\n## Follow the ferry"), whole)
    assert not breaks_off(_read(f"{_HEAD}\n\n#### III. Lost things"), whole)


def test_a_section_that_only_the_list_of_contents_names_is_missing() -> None:
    contents = "# Terms of Use\n\n* [Trips](#trips)\n* [Lost things](#lost)\n\n## Trips\n\n" + _WORDS
    whole = _read(f"{contents}\n\n## Lost things\n\nWhat nobody fetches within a year is given to the town.")
    block = len(whole.blocks) - 1
    assert lists_section_that_it_lacks(whole, block, _read(contents))
    assert not lists_section_that_it_lacks(whole, block, whole)
    assert not lists_section_that_it_lacks(whole, block, _read(_HEAD))
    assert not lists_section_that_it_lacks(whole, block, _read(f"{contents}\n\n## 2\\. Lost things\n\n{_WORDS}"))


@pytest.mark.parametrize(
    ("before", "after", "another"),
    [
        ("Ferryhouse Ireland sells the tickets. Ask Ferryhouse Ireland.", "Ferryhouse, Inc. sells the tickets.", True),
        ("The ferry is operated by Ferryhouse, Inc. for you.", "The ferry is operated by Ferryhouse Canada.", True),
        ("Ferryhouse, Inc. sells tickets.", "Ferryhouse, Inc. and Ferryhouse Ireland sell tickets.", False),
        ("Ferryhouse Ireland sells tickets to all.", "Ferryhouse Ireland sells tickets to some.", False),
    ],
)
def test_a_company_for_the_people_of_a_region_tells_a_text_for_them(before: str, after: str, another: bool) -> None:
    old, new = (_read(f"{_HEAD}\n\n{one}") for one in (before, after))
    assert is_for_another_region(old, new) is another
    assert is_for_another_region(new, old) is another


def test_a_title_that_names_a_region_tells_a_text_for_the_people_there() -> None:
    old, new = _read(f"# Notice for Rowers in Ireland\n\n{_WORDS}"), _read(f"# Notice for Rowers\n\n{_WORDS}")
    assert not is_for_another_region(old, old)
    old, new = (_read(f"# {title}\n\n{_WORDS}") for title in ("Privacy Notice of Ireland", "Privacy Notice of Rowers"))
    assert is_for_another_region(old, new)
