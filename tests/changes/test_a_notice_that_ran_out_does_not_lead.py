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


_ROW = "The keeper may take a berth that stood empty for a {}-day period."
_RULES = "".join(f"\n\nBoats of the {name} line leave at noon." for name in ("heron", "swan", "plover", "egret"))


def _all(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))


def test_what_a_paragraph_says_of_an_update_that_it_announces_does_not_lead() -> None:
    notice = (
        "We are updating section 7 of our rules in respect of when we may give a berth to others after it has stood "
        "empty for a certain time. You can read the text on the board of the pier, and from 15 December 2031 on the "
        "rules will say so. If you get a letter that your berth stood empty and wish to have it back, you must pay "
        "twelve crowns at the desk of the pier, sign the green book and ask the keeper for the berth.\n\n"
    )
    text = "# Rules of Corvid Ferry\n\n{}## Berths\n\n" + _ROW + _RULES
    assert "-day period" in _all(text.format(notice, 90), text.format("", 28))[0]
    assert "-day period" in _all(text.format("", 90), text.format(notice, 28))[0]


def test_an_update_to_come_soon_is_not_told() -> None:
    notice = (
        "Upcoming update We'll soon be updating the Rules to clarify some details, such as how we use letters from "
        "other people; that we may share your letters with partners abroad unless you object or opt out; and when your "
        "letters can be read by seed merchants, by the harbour court of Underhill, by the glass makers who mend "
        "lanterns for the ferry, and by whoever else has a desk at the pier in the summer.\n\n"
    )
    text = "# Rules of Corvid Ferry\n\n{}## Berths\n\n" + _ROW + _RULES
    assert len(_all(text.format(notice, 90), text.format("", 28))) == 1
