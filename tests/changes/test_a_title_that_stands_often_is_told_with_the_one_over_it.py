"""'Do not post' stands in every section of some rules: it is told with the title of the section."""

from __future__ import annotations

import pytest

from conductatlas.changes import title_over
from conductatlas.reading import read_markdown

_CARTS = "Nobody may cross the bridge with more than two carts."
_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."


def _title_over(text: str, visible: str = _CARTS) -> str:
    document = read_markdown(text)
    return title_over(document, document.visible.index(visible))


def _rules(label: str, last: str) -> str:
    parts = "".join(f"## {part}\n\n{label}\n\n{_MILL}\n\n" for part in ("Corn", "Wool"))
    return f"# Larkwell Rules\n\n{parts}## Carts and oxen\n\n{last}"


@pytest.mark.parametrize("label", ["### Do not bring", "#### Do not bring", "**Do not bring**"])
def test_a_heading_of_any_level_that_stands_often_comes_with_its_section(label: str) -> None:
    assert _title_over(_rules(label, f"{label}\n\n{_CARTS}")) == "Carts and oxen > Do not bring"
    assert _title_over(_rules(label, f"### Tolls\n\n{_CARTS}")) == "Tolls"


def test_the_section_of_a_marked_heading_may_begin_far_above() -> None:
    many = "\n\n".join(f"{_MILL} So it was in the year {year} as well." for year in range(40))
    label = "### Do not bring"
    assert _title_over(_rules(label, f"{many}\n\n{label}\n\n{_CARTS}")) == "Carts and oxen > Do not bring"


def test_of_titles_that_all_stand_often_the_section_is_told() -> None:
    parts = "".join(
        f"## {part}\n\n### What is refused\n\n{_MILL}\n\n#### Examples\n\n{_MILL}\n\n" for part in ("Corn", "Wool")
    )
    last = f"## Carts\n\n### What is refused\n\n{_MILL}\n\n#### Examples\n\n{_CARTS}"
    assert _title_over(f"# Larkwell Rules\n\n{parts}{last}") == "Carts > Examples"


def test_what_paragraphs_often_begin_with_comes_with_its_section() -> None:
    places = "".join(f"**9.{at} {place}**\n\n**Which court.** {_MILL}\n\n" for at, place in enumerate(("Ys", "Avalon")))
    begun = f"**Which court.** {_CARTS}"
    text = f"# Larkwell Terms\n\n{places}**9.2 Lyonesse**\n\n**Mending.** {_MILL}\n\n{begun}"
    assert _title_over(text, f"Which court. {_CARTS}") == "9.2 Lyonesse > Which court"
    assert _title_over(text, f"Mending. {_MILL}") == "Mending"


def test_no_section_above_a_thematic_break_is_told() -> None:
    label = "### Do not bring"
    assert _title_over(_rules(label, f"{_MILL}\n\n* * *\n\n{label}\n\n{_CARTS}")) == "Do not bring"
