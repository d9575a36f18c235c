"""A sentence under a heading that says for whom, or where, it holds is told with that heading."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.scopes import limits_scope
from conductatlas.reading import read_markdown

_TEXT = "# The weir\n\nThe mill grinds the corn of everybody in the valley.\n\n"
_SALE = "The keeper sells the names of those who cross to the printer of the town."


def test_a_heading_over_the_next_one_limits_it() -> None:
    part = "## Additional terms for business users\n\n### Fees\n\nA cart costs two crowns for each crossing.\n"
    found = sentence_changes(read_markdown(_TEXT + part), read_markdown(f"{_TEXT}{part}\n{_SALE}\n"), 4, ungraded)
    assert foremost(found) == (f"under “Additional terms for business users”, it adds “{_SALE[:-1]}”",)


def test_what_limits_and_what_does_not() -> None:
    for title in ("For residents of Elbonia", "Rules for business users", "If you live in the EEA", "Consumers only"):
        assert limits_scope(title)
    for title in ("South Korea", "4. EEA, Switzerland and the UK", "California"):
        assert limits_scope(title)
    for title in (
        "What you disclose to us",
        "Rules for all users",
        "Fees",
        "4.1",
        "Where do we send data outside the UK?",
    ):
        assert not limits_scope(title)


def test_a_section_with_a_later_number_is_no_part_of_the_one_before() -> None:
    part = (
        "10\\. CARTS\n----------\n\n**For EU and UK users:**\n\nThe keeper holds a lantern for every cart.\n\n"
        "11.  RIGHTS AND CHOICES\n     ------------------\n\nEverybody may ask the keeper for a receipt.\n"
    )
    found = sentence_changes(read_markdown(_TEXT + part), read_markdown(f"{_TEXT}{part}\n{_SALE}\n"), 4, ungraded)
    assert [one.scope for one in found.told] == [""]
