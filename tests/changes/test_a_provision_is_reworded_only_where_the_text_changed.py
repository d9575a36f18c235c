"""A provision is reworded where its text lost or gained a sentence of its passage, wherever others stand."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, ChangeKind, Followed, Meaning, Pair, Standing, meanings, step
from conductatlas.changes.aligning.own_words import own_words
from conductatlas.changes.comparison import judged_text
from conductatlas.changes.following.another_rule import is_another
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_RULES = "You must not:\n\n*   grind corn that is not yours;\n*   enter the mill at night; {}\n*   {}"
_SAILS = "climb the sails while they turn."
_SPAM = "Do not send spam or unwanted advertising to other members of Corvid, and do not sell what you send."
_FAKE = "You may not impersonate another person or post counterfeit goods, forged papers or stolen pictures here."
_REST = "You must be at least 16 years old to open an account.\n\nThese terms are governed by the laws of Ireland."


def _own(before: str, after: str, old: str, new: str) -> tuple[list[str], list[str]]:
    found = own_words(before, after, Pair(read_markdown(old), read_markdown(new)))
    return [one.seen for one in found.gone], [one.seen for one in found.came]


def _became(old: str, stood: dict[int, str], new: str, kind: str, confidence: float = 0.9) -> dict[int, Followed]:
    finder = default_finder()
    before, after = (judged_text(finder, read_markdown(one), "en", finder.judge) for one in (old, new))
    provisions = [Standing(identity, kind, quote, "none", "neutral", confidence) for identity, quote in stood.items()]
    return {one.identity: one for one in step(finder, before, provisions, after, (), 10, confirmed=True).followed}


def _meant(one: Followed, old: str, new: str) -> tuple[tuple[Followed, Meaning], ...]:
    pair = Pair(read_markdown(old), read_markdown(new))
    return meanings(load_catalogue(), Bearing(default_finder()), [one], pair)


def test_what_moved_to_another_section_is_not_lost() -> None:
    old = f"# Rules\n\n{_SPAM} {_FAKE}\n\n# More\n\n{_REST}"
    new = f"# Rules\n\n{_SPAM}\n\n# More\n\n{_REST}\n\n# Others\n\n{_FAKE}"
    assert _own(f"{_SPAM} {_FAKE}", _SPAM, old, new) == ([], [])
    edited = _FAKE.replace("here", "there")
    assert _own(f"{_SPAM} {_FAKE}", _SPAM, old, new.replace(_FAKE, edited)) == ([], []), "it is edited there"
    assert _own(f"{_SPAM} {_FAKE}", f"{_SPAM} {edited}", old, new.replace(_FAKE, edited)) == ([_FAKE], [edited])
    assert _own(f"{_SPAM} {_FAKE}", _SPAM, old, new.replace(_FAKE, "")) == ([_FAKE], [])


@pytest.mark.parametrize(("before", "after"), [("", "or"), ("and", "or"), ("or", "")])
def test_the_word_that_joins_an_item_to_the_next_is_none_of_its_own(before: str, after: str) -> None:
    one, other = (_RULES.format(joint, _SAILS) for joint in (before, after))
    assert _own(one, other, one, other) == ([], [])
    followed = _became(one, {1: one}, other, "prohibited-conduct")
    assert followed[1].kind is None


def test_an_item_that_came_is_its_own() -> None:
    one, other = _RULES.format("", _SAILS), _RULES.format("", f"{_SAILS}\n*   fly kites.")
    assert _own(one, other, one, other)[0] == []
    assert len(_own(one, other, one, other)[1]) == 1
    assert _became(one, {1: one}, other, "prohibited-conduct")[1].kind is ChangeKind.REWORDED


def test_a_copy_that_came_elsewhere_is_no_gain_of_the_passage_that_has_it() -> None:
    one, other = f"{_SPAM} {_FAKE}", f"{_SPAM} {_FAKE.replace('here', 'there')}"
    assert _own(one, other, f"{one}\n\n{_REST}", f"{other}\n\n{_REST}\n\n{_SPAM}") == (
        [_FAKE],
        [_FAKE.replace("here", "there")],
    )


def test_another_rule_in_the_place_of_one_is_not_that_one_reworded() -> None:
    assert is_another(_SPAM, _FAKE)
    assert not is_another(_SPAM, _SPAM.replace("spam", "letters"))
    assert not is_another(_SPAM, f"{_FAKE} {_SPAM} {_REST}")
    old, new = f"# Rules\n\n{_SPAM}\n\n{_REST}", f"# Rules\n\n{_FAKE}\n\n{_REST}"
    followed = _became(old, {1: _SPAM}, new, "prohibited-conduct")
    assert (followed[1].kind, followed[1].after) == (None, None)
    assert [one.kind for one in followed.values() if one.after and _FAKE in one.after.quote] == [None]


def test_in_a_passage_that_may_not_state_a_clause_only_words_about_it_are_told() -> None:
    law = "These terms are governed by the laws of Ireland."
    old, new = f"{_SPAM} {law}", f"{_SPAM} {law.replace('Ireland', 'Malta')}"
    rules = _became(old, {1: old}, new, "prohibited-conduct")[1]
    assert rules.after is not None
    unsure = rules._replace(after=rules.after._replace(confidence=0.3))
    assert rules.kind is ChangeKind.REWORDED
    assert not _meant(unsure, old, new)
    other = f"{_SPAM.replace('spam', 'letters')} {law}"
    rules = _became(old, {1: old}, other, "prohibited-conduct")[1]
    assert rules.after is not None
    ((_, means),) = _meant(rules._replace(after=rules.after._replace(confidence=0.3)), old, other)
    assert means.unsure


def test_an_old_passage_that_was_edited_is_none_more() -> None:
    report = "If you see something wrong in the mill, you can report it to the miller with the form at the door."
    edited = report.replace("report it to the miller", "tell the miller of it")
    old, new = (f"# One\n\n{report}\n\n{_REST}\n\n# Two\n\n{two}" for two in (report, edited))
    followed = _became(old, {1: report}, new, "moderation-appeal")
    assert ChangeKind.MOVED not in {one.kind for one in followed.values()}
