"""What goes with a former version that a text kept below itself is told to be of that one."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_IN_FORCE = """# Privacy policy of Larkwell

We keep letters for as long as the box is yours.

We tell nobody what you write.
"""
_FORMER = """
* Previous privacy policy (published in spring and effective for boxes opened before until **3 May 2026**).

This policy describes what the post office keeps.

**1. What we keep**

The clerk notes the colour of every envelope that you bring. The clerk weighs each parcel twice.
The scales are read by the night porter. Their figures are kept for a year.

**2. Whom we tell**

We may tell the constable who sent a parcel. We may sell the list of streets to the map printer.
Carriers learn the weight of what they carry. The mayor is sent a copy of every list.
"""
_TITLE = "Previous privacy policy (published in spring and effective for boxes opened before until 3 May 2026)"

_SHORT = "Previous privacy policy"


def test_a_former_version_that_went_is_one_section_by_its_line() -> None:
    found = sentence_changes(read_markdown(_IN_FORCE + _FORMER), read_markdown(_IN_FORCE), 8, ungraded)
    assert [one.title for one in found.gone_sections] == [_TITLE]
    assert {one.scope for one in found.told} == {_SHORT}
    assert foremost(found) == (f"it no longer has the section “{_TITLE}”",)
    found = sentence_changes(read_markdown(_IN_FORCE), read_markdown(_IN_FORCE + _FORMER), 8, ungraded)
    assert foremost(found) == (f"it adds the section “{_TITLE}”",)


def test_an_edit_of_a_former_version_is_told_as_that() -> None:
    now = _FORMER.replace("the map printer", "the highest bidder")
    found = sentence_changes(read_markdown(_IN_FORCE + _FORMER), read_markdown(_IN_FORCE + now), 8, ungraded)
    assert [one.scope for one in found.told] == [_SHORT]
    assert found.gone_sections == ()


def test_a_heading_ends_it_and_a_sentence_on_former_terms_begins_none() -> None:
    more = "\n## Complaints\n\nYou may complain to the postmaster within a week.\n"
    old = _IN_FORCE + _FORMER + more
    found = sentence_changes(read_markdown(old), read_markdown(old.replace("week", "month")), 8, ungraded)
    assert [one.scope for one in found.told] == [""]
    aside = _IN_FORCE + "\nOld terms and customs of the valley are no matter of ours.\n\nWe weigh letters by hand.\n"
    found = sentence_changes(read_markdown(aside), read_markdown(aside.replace("by hand", "by ear")), 8, ungraded)
    assert [one.scope for one in found.told] == [""]
