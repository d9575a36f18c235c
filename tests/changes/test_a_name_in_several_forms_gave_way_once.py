"""A name that gave way to another in capitals, as an owner's, in plural or behind 'the', is told once, and first."""

from __future__ import annotations

from conductatlas.changes.sentences.foremost import MOST_FOREMOST, foremost
from conductatlas.changes.sentences.sentence_weights import ungraded
from conductatlas.changes.sentences.telling_sentences import sentence_changes
from conductatlas.reading import read_markdown

_BEFORE = """# Terms

Write to us by means of a letter to harbour.example or to any of the keepers.

You may leave your boat with Ferrow for one winter.

All ropes in the shed are the property of Ferrow.

A boat without a name is kept at Ferrow's discretion.

The keys of the boathouse are handed out by the Ferrow crew.

Several of the old Ferrows are moored behind the mole.

1. FERROW IS NOT LIABLE FOR STORMS, NOR IS FERROW LIABLE FOR ICE.

2. YOU SHALL INDEMNIFY FERROW AGAINST ALL CLAIMS, AND ASSIST FERROW'S CREW IN ANSWERING THEM.
"""
_AFTER = (
    _BEFORE.replace("Ferrow", "Marlo").replace("FERROW", "MARLO").replace("harbour.example", "marlo.example")
).replace("2. YOU", "4. YOU")


def _told(before: str, after: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(before), read_markdown(after), MOST_FOREMOST, ungraded))


def test_it_is_told_once_and_first() -> None:
    told = _told(_BEFORE, _AFTER)
    assert told[0] == "in 7 sentences “Ferrow” becomes “Marlo”"
    assert not any("MARLO" in phrase for phrase in told)


def test_what_was_edited_besides_is_told_all_the_same() -> None:
    after = _AFTER.replace("for one winter", "for two winters")
    told = _told(_BEFORE, after)
    assert any("two winters" in phrase for phrase in told)
    assert "in 7 sentences “Ferrow” becomes “Marlo”" in told


def test_a_figure_ahead_of_a_sentence_is_no_number_of_it() -> None:
    before = f"{_BEFORE}\n10 days after the storm Ferrow opens the mole again.\n"
    after = f"{_AFTER}\n15 days after the storm Marlo opens the mole again.\n"
    assert any("15 days" in phrase for phrase in _told(before, after))
