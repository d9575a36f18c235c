"""A sentence whose like stands in the other text as a title, or as what only points on, neither came nor went."""

from __future__ import annotations

from conductatlas.changes import SentenceChanges, sentence_changes
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley. It is closed on Sundays."


def _compared(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 8, lambda sentence, heading, lead_in: 0)


def test_a_sentence_that_became_a_pointer_did_not_go() -> None:
    text = f"{_MILL} You can {{}} more information on our scales:\n\n- the scale of the guild"
    assert _compared(text.format("weigh"), text.format("find")).told == ()
    assert _compared(text.format("find"), text.format("weigh")).told == ()


def test_of_a_sentence_that_stands_twice_one_copy_was_edited_and_is_no_other_sentence() -> None:
    lent = "Lent are sacks to guests at their wish."
    longer = f"{lent[:-1]} when you use our mill."
    said = "Lent are your sacks or other things to guests upon their wish when you use our mill."
    old = f"# Mill\n\n{_MILL}\n\n{lent}\n\n{said} Carts are lent for a fee only.\n\n# Boats\n\n{lent}\n\nNone."
    found = _compared(old, old.replace(f"{lent}\n\n{said} ", f"{longer}\n\n"))
    assert [(one.how, one.before) for one in found.told] == [("went", said)]
