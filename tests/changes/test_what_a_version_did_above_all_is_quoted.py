"""A summary quotes what says most of what a version did, with what turns it."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Verdict, compare, foremost, sentence_changes, summarise, ungraded
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_ENDING = "We may close your account at any time and for any reason, at our sole discretion."
_CARTS = "Nobody may cross the bridge with more than two carts."


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded).foremost)


def test_what_came_went_or_was_edited_is_quoted() -> None:
    assert _phrases(_MILL, f"{_MILL}\n\n{_CARTS}") == (f"it adds “{_CARTS[:-1]}”",)
    assert _phrases(f"{_MILL}\n\n{_CARTS}", _MILL) == (f"it no longer says “{_CARTS[:-1]}”",)
    edited = _CARTS.replace("two", "nine")
    assert _phrases(_CARTS, edited) == (f"“{_CARTS[:-1]}” becomes “{edited[:-1]}”",)


def test_what_turns_an_item_stands_before_it() -> None:
    rules = "# Rules\n\nYou agree that you will not:\n\n- bring back a wet boat after dusk"
    assert _phrases(rules, f"{rules}\n- lend the boat to people of the other bank") == (
        "after “You agree that you will not”, it adds “lend the boat to people of the other bank”",
    )
    under = "# Rules\n\n## What you may not do\n\nBringing back a wet boat after dusk is a breach of these rules."
    assert _phrases(under, f"{under}\n\nLending the boat to people of the other bank is another breach.") == (
        "under “What you may not do”, it adds “Lending the boat to people of the other bank is another breach”",
    )


def test_of_a_long_sentence_it_is_told_what_it_says_now() -> None:
    long = f"{_CARTS[:-1]}, " + ", ".join(f"nor may the keeper of gate {number} let them pass" for number in range(12))
    more = ", of the weir, of the lock, of the ferry, of the lower mill and of the two bridges beyond the town"
    (phrase,) = _phrases(f"{long}.", f"{long.replace('gate 7', f'gate 7{more}')}.")
    assert phrase.startswith("it now says “Nobody may cross")
    assert f"gate 7{more}" in phrase
    (phrase,) = _phrases(f"{long.replace('gate 7', f'gate 7{more}')}.", f"{long}.")
    assert phrase.startswith(f"it no longer says “{more[2:]}” where it says “Nobody may cross")


def test_of_a_text_that_may_be_another_one_no_sentence_is_told() -> None:
    rule = "Whoever rents boat {number} brings it back before dusk, dry and clean, and hangs the key on its hook."
    prize = "The committee gives prize {number} to the crew that rows the longest way round the whole lake."
    old = "\n\n".join([_ENDING, *(rule.format(number=number) for number in range(30))])
    new = "\n\n".join(prize.format(number=number) for number in range(30))
    step = compare(default_finder(), read_markdown(old), read_markdown(new))
    assert any(reason.startswith("Hardly a paragraph is as before") for reason in step.reasons)
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), step.reasons, _phrases(old, new))
    assert said.startswith("Hardly a paragraph is as before, ")
    assert "bove all" not in said
