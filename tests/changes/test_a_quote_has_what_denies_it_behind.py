"""A sentence that came is quoted with what denies it right behind, and with all that it speaks of."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_MILL = "# The mill\n\nThe mill grinds the corn of everybody in the valley.\n\n"


def _phrases(before: str, after: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(before), read_markdown(after), 4, ungraded))


def test_a_denial_behind_is_a_part_of_it() -> None:
    finds = "The lantern may find where your hands and your face are in the picture."
    denied = "None of this data is used to identify anybody."
    assert _phrases(_MILL, f"{_MILL}{finds} {denied}") == (f"it adds “{finds} {denied[:-1]}”",)
    # What goes on with another matter is none.
    other = "Carts with bells pass the gate without a toll on market days."
    assert f"it adds “{finds[:-1]}”" in _phrases(_MILL, f"{_MILL}{finds} {other}")


def test_what_two_sentences_speak_of_is_told_with_them() -> None:
    first = "The keeper counts wheels and bells to produce daily statistics."
    second = "Corn data will not be used to generate such data and statistics."
    third = "Such data or statistics will be used for the trade of the keeper."
    told = _phrases(_MILL, f"{_MILL}{first} {second} {third}")
    assert told[0].startswith(f"it adds “{first}")


def test_an_edit_is_told_with_the_edited_sentence_that_it_speaks_of() -> None:
    before = "With the lamp off, we collect corn and chaff data. This may include weights, names, and bells."
    after = "With the lamp off, we collect corn, chaff data, and barley data. This includes weights, names, and bells."
    found = sentence_changes(read_markdown(_MILL + before), read_markdown(_MILL + after), 4, ungraded)
    assert [(one.before, one.after) for one in found.told] == [(before, after)]
    assert (found.edited, found.told_with) == (2, 1)


def test_what_was_put_behind_a_sentence_is_told_by_itself() -> None:
    rule = "The keeper never lends the corn of a guest to the baker of the town"
    assert _phrases(f"{_MILL}{rule}.", f"{_MILL}{rule}, unless the guest agrees to it.") == (
        f"to “{rule}”, it adds “unless the guest agrees to it”",
    )


def test_what_is_so_instead_is_told_with_what_is_denied() -> None:
    boats, carts = "We do not look into boats.", "At the upper gate we do not count the sacks of strangers."
    instead = "Instead, we rely on the oath of their owners."
    old, new = (read_markdown(f"{_MILL}{one} {instead}") for one in (boats, f"{boats} {carts}"))
    (told,) = sentence_changes(old, new, 4, ungraded).told
    assert (told.after, told.behind, told.stood_behind) == (carts, "", instead)
    (told,) = sentence_changes(read_markdown(_MILL), read_markdown(f"{_MILL}{carts} {instead}"), 4, ungraded).told
    assert (told.after, told.behind, told.stood_behind) == (carts, instead, "")
