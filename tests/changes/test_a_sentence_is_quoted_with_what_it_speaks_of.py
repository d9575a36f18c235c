"""A sentence that speaks of what another one named is told with that one, and an item with what leads into its list."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.sentences.referring import refers_back
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_RULE = "The miller weighs each sack of corn before it is ground."
_EXCEPTION = "However, he takes no more than ten sacks from a single farm."


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))


def test_a_rule_is_quoted_with_its_exception() -> None:
    assert _phrases(_MILL, f"{_MILL}\n\n{_RULE} {_EXCEPTION}") == (f"it adds “{_RULE} {_EXCEPTION[:-1]}”",)
    assert _phrases(f"{_MILL}\n\n{_RULE}", f"{_MILL}\n\n{_RULE} {_EXCEPTION}") == (
        f"after “{_RULE[:-1]}”, it adds “{_EXCEPTION[:-1]}”",
    )


def test_the_sentence_that_names_what_is_spoken_of_may_stand_farther_up() -> None:
    duty = "Every farmer is required to tell the miller when a sack is wet."
    between = "The mill has two stones."
    loss = "The miller pays for no sack that was spoiled since a farmer ignored this requirement."
    stood = f"{_MILL}\n\n{duty} {between}"
    assert _phrases(stood, f"{stood} {loss}") == (f"after “{duty[:-1]}”, it adds “{loss[:-1]}”",)


def test_no_new_sentence_between_is_leapt_over() -> None:
    stood = f"{_MILL}\n\nThe dam is a place where people can trust the people of the mill."
    found = "When the miller finds a false sack, he shuts the gate to the carts that brought it."
    loss = "Where these people also lead other carts, the miller may shut the gate to those as well."
    (phrase,) = (one for one in _phrases(stood, f"{stood} {found} {loss}") if loss[:-1] in one)
    assert phrase == f"it adds “{found} {loss[:-1]}”"


def test_an_item_after_a_mere_or_stands_under_what_leads_into_the_first() -> None:
    old = f"{_MILL}\n\nYou may cross the weir only if:\n\n- you carry no corn"
    new = f"{old}\n\nOR\n\n- you are a miller of this valley and carry a lantern"
    assert _phrases(old, new) == (
        "after “You may cross the weir only if”, it adds “you are a miller of this valley and carry a lantern”",
    )


def test_what_needs_no_other_sentence_speaks_of_none() -> None:
    for sentence in (
        "This Policy applies to everybody who brings corn to the mill.",
        "If you bring wet corn, we may send back such corn.",
        "It is your duty to bring dry corn.",
        "Those who bring dry corn are served first.",
        "The miller takes coins of silver, such as crowns.",
        "If they wish, farmers may weigh their sacks again.",
    ):
        assert not refers_back(sentence)
    for sentence in (
        "In that case you pay twice.",
        "Such sacks are sent back.",
        "You can ask for this at the gate.",
        "Our use of that data is the guild's affair.",
        "If you choose to do so, we weigh your sacks.",
        "If they are found on the bridge, they are sent home.",
    ):
        assert refers_back(sentence)


def test_what_holds_of_some_alone_is_quoted_with_what_says_so() -> None:
    by_boat = "Alternatively, you can come to the mill by boat."
    rule = "The keeper of the bridge will not write your name into his book."
    came = f"{_MILL}\n\nThere are two ways to the mill:\n\n1. You can come over the bridge.\n2. {by_boat}"
    assert _phrases(f"{came} {rule}", came) == (f"after “{by_boat[:-1]}”, it no longer says “{rule[:-1]}”",)
    went = came.replace("There are two ways to the mill:\n\n1. You can come over the bridge.\n2. ", "")
    (phrase,) = (one for one in _phrases(f"{came} {rule}", went) if "book" in one)
    assert phrase == f"after “{by_boat[:-1]}”, it no longer says “{rule[:-1]}”"


def test_they_are_told_with_those_who_they_are() -> None:
    guild = "The millers of Elbonia are a guild of the valley."
    rule = "If they are found on the bridge, they must pay the toll at once."
    assert _phrases(_MILL, f"{_MILL}\n\n{guild} {rule}") == (f"it adds “{guild} {rule[:-1]}”",)
