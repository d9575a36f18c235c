"""Sentences that are quoted together stand in lines of their own where they are items of a list."""

from __future__ import annotations

from conductatlas.changes import with_gaps

_LEAD = "We write down what you tell us when you:"


def test_items_are_parted_from_each_other_and_from_what_leads_into_them() -> None:
    quote = f"Guests of Larkwell sign the ledger. {_LEAD}\n\n* Carve your oar\n* Fill a sack\n* Ring the bell"
    assert with_gaps((_LEAD, "Carve your oar", "Ring the bell"), quote) == (
        f"{_LEAD}\n\nCarve your oar […] Ring the bell"
    )


def test_sentences_of_one_paragraph_stay_in_one_line() -> None:
    one, other = "We keep your oar for a year.", "Then it is burnt."
    assert with_gaps((one, other), f"# Oars\n\n{one} {other}\n\nAsk us.") == f"{one} {other}"
