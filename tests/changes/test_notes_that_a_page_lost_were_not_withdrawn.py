"""A text that still refers to its numbered notes, and lacks their sections, may have been captured without them."""

from __future__ import annotations

from conductatlas.changes import SentenceChanges, foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_PLACES = ("weir", "mill", "gate", "orchard", "fair", "loft", "yard", "ford", "quay", "inn", "barn", "well")
_TEXT = "# Corvid Rules\n\n" + "\n\n".join(
    f"Whoever comes to the {place} pays there, as its [roll\\[{at}\\]](https://corvid.test/#note-{at}) says."
    for at, place in enumerate(_PLACES, 1)
)
_PLAIN = _TEXT.replace("#note-", "roll/")
_NOTES = "\n\n".join(
    f"## Roll of {place} dues\n\nCorn costs {at} crowns there. Barley is free for {place} hands. "
    f"Nobody may haggle about {place} dues after dusk."
    for at, place in enumerate(_PLACES, 1)
)


def _changes(text: str) -> SentenceChanges:
    old, new = f"{text}\n\n{_NOTES}", f"{text}\n\nGeese that cross the weir in file pay nothing at all to its keeper."
    return sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded)


def test_they_are_told_as_what_they_may_be_and_none_of_their_sentences_is() -> None:
    found = _changes(_TEXT)
    gone, came = foremost(found)
    assert gone.endswith("and 10 more, which may be notes to which it still refers")
    assert came.startswith("it adds “Geese")
    assert [one.how for one in found.told] == ["came"]


def test_sections_that_no_reference_of_the_text_leads_to_went() -> None:
    found = _changes(_PLAIN)
    assert foremost(found)[0].endswith("and 10 more")
    assert "went" in {one.how for one in found.told}


def test_so_may_those_be_whose_numbers_went_or_came() -> None:
    notes = "\n\n".join(
        f"{at}\n\nCorn costs {at} crowns at the {place}. Barley is free for {place} hands."
        for at, place in enumerate(_PLACES, 1)
    )
    old, new = (read_markdown(one) for one in (f"{_TEXT}\n\n{notes}", f"{_TEXT}\n\nGeese pay nothing at all here."))
    lost, back = sentence_changes(old, new, 4, ungraded), sentence_changes(new, old, 4, ungraded)
    assert lost.lost_notes and back.new_notes
    assert [one.how for one in lost.told] == ["came"]
    assert [one.how for one in back.told] == ["went"]


def test_sections_to_which_the_text_referred_before_may_be_notes() -> None:
    found = sentence_changes(read_markdown(_TEXT), read_markdown(f"{_TEXT}\n\n{_NOTES}"), 4, ungraded)
    (phrase,) = foremost(found)
    assert phrase.startswith("it adds the sections “Roll of weir dues”, “Roll of mill dues” and 10 more, which may be ")
    assert phrase.endswith("notes to which it referred before")


def test_notes_of_which_only_the_numbers_went_are_there() -> None:
    notes = [
        f"Corn costs {at} crowns at the {place}. Barley is free for {place} hands."
        for at, place in enumerate(_PLACES, 1)
    ]
    numbered = "\n\n".join(f"{at}\n\n{note}" for at, note in enumerate(notes, 1))
    fair = "Nobody may sell geese at the fair."
    old, new = f"{_TEXT}\n\n{numbered}\n\n{fair}", f"{_TEXT}\n\n" + "\n\n".join(notes)
    found = sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded)
    assert not found.lost_notes
    assert [(one.how, one.before) for one in found.told] == [("went", fair)]
