"""A row of a table is one before and after by its name, however unlike the rest, or by what it says under another name.

So it is told as edited, and neither as new nor as gone.
"""

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_HEAD = "# Terms of the mill\n\n| Right | What it means | How |\n|---|---|---|\n"
_FIRST = "| Milling | You may have your own grain ground at the mill on any market day. | Ask at the gate. |\n"
_LAST = "| Storing | You may leave sacks in the barn until the snow has gone. | Ask the keeper of the barn. |\n"


def _told(before: str, after: str) -> list[tuple[str, str, str]]:
    old, new = (read_markdown(f"{_HEAD}{_FIRST}{row}{_LAST}") for row in (before, after))
    return [
        (one.how, one.before.split(" | ")[0], one.after.split(" | ")[0])
        for one in sentence_changes(old, new, 8, ungraded).told
    ]


def test_a_row_of_the_same_name_is_edited_however_unlike_the_rest() -> None:
    before = "| Fishing | Bring a rod and a licence of the parish. | Pay the ferryman beforehand. |\n"
    after = "| Fishing | Nobody casts nets here between dusk and dawn, whatever the season. | Write to the warden. |\n"
    assert _told(before, after) == [("edited", "Fishing", "Fishing")]


def test_a_row_of_another_name_that_says_the_same_is_edited() -> None:
    means = "You may ask us to strike your name from the rolls of the mill once all your dues are settled in full."
    before, after = (f"| {name} | {means} | Write to the warden. |\n" for name in ("Erasure", "Deletion"))
    assert _told(before, after) == [("edited", "Erasure", "Deletion")]


def test_what_many_rows_say_makes_no_two_of_them_one() -> None:
    to_whom = "carters, ferrymen and weighers of the parish whom you name, call or let in at the gate"
    others = "".join(f"| {name} kept at the gate | {to_whom} | Always. |\n" for name in ("Weights", "Names"))
    before, after = (
        f"{others}| {name} | {to_whom} | {when} |\n"
        for name, when in (("Old bills of bakers", "For a year."), ("Portraits in oil", "Until spring comes."))
    )
    assert _told(before, after) == [
        ("came", "", "Portraits in oil"),
        ("went", "Old bills of bakers", ""),
    ]


def test_rows_of_nearly_the_same_name_but_of_other_things_are_two() -> None:
    before = "| Right to fish | Bring a rod and a licence of the parish to the bridge. | Pay the ferryman. |\n"
    after = "| Right to graze | Nobody's sheep are turned away, whatever the season may be. | Write to us. |\n"
    assert sorted(_told(before, after)) == [("came", "", "Right to graze"), ("went", "Right to fish", "")]
