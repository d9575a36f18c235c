"""What announced a day that came is no loss: other sentences lead, and the label above it is no section."""

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_NOTE = (
    "## NOTE\n\nOn 12 May 2031 this page will become the only place for the rules of our gardens. The rules for beds "
    "and lawns are not changing at all this year. We are simply putting them together so that gardeners find them.\n\n"
)
_TEXT = (
    "# Rules of Larkwell\n\n{}## Beds\n\nWhoever rents a bed may plant what they like{}. Water is free for everyone."
)


def test_another_sentence_leads() -> None:
    old, new = (_TEXT.format(_NOTE, ""), _TEXT.format("", ", but must not plant any trees"))
    found = sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded)
    assert found.went == 3
    assert not found.gone_sections
    (told,) = foremost(found)
    assert "trees" in told
