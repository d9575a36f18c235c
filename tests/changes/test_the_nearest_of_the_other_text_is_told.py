"""Beside a sentence that came or went stands what the other text has nearest to it, and it does not lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from conductatlas.changes import SentenceChange, SentenceChanges, foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown
from tests.two_wordings import BEFORE, NOW, REST

_OTHER = "Ravens above the granary are fed by our widow whenever peat burns in seven stoves."


def _states(sentence: str) -> Mapping[str, float]:
    """What a sentence states by itself: a ban, the tolls, or nothing."""
    return {"bans": 0.9} if " ban" in sentence else {"tolls": 0.9} if "toll" in sentence else {}


def _between(before: str, now: str) -> SentenceChanges:
    return sentence_changes(read_markdown(before), read_markdown(now), 8, ungraded, _states)


def _told_of(found: SentenceChanges, sentence: str) -> SentenceChange:
    (told,) = (one for one in found.told if sentence in (one.before, one.after))
    return told


def test_a_sentence_that_went_or_came_stands_beside_what_is_nearest_in_the_other_text() -> None:
    found = _between(f"{BEFORE}\n\n{REST}", f"{REST}\n\n{NOW}")
    assert (found.went, found.came, found.edited) == (1, 1, 0)
    assert _told_of(found, BEFORE).nearest == NOW
    assert _told_of(found, NOW).nearest == BEFORE
    # Told once, with the other beside it.
    assert foremost(found) == (f"it no longer says “{BEFORE.rstrip('.')}” (nearest now: “{NOW.rstrip('.')}”)",)


def test_an_item_is_shown_with_what_leads_into_its_list() -> None:
    item = NOW.rstrip(".")
    found = _between(f"{BEFORE}\n\n{REST}", f"{REST}\n\nSo it is at Corvid Quay:\n\n- {item};\n- nobody sings.")
    assert _told_of(found, BEFORE).nearest.startswith("So it is at Corvid Quay: Users who moor")


def test_what_stands_between_a_lead_in_and_the_nearest_is_marked_as_left_out() -> None:
    item = f"Bells ring at noon over Larkwell and the mill. {NOW.rstrip('.')}"
    found = _between(f"{BEFORE}\n\n{REST}", f"{REST}\n\nSo it is at Corvid Quay:\n\n- {item};\n- nobody sings.")
    assert _told_of(found, BEFORE).nearest.startswith("So it is at Corvid Quay: […] Users who moor")


def test_what_is_near_to_the_sentence_that_one_speaks_of_is_told_too() -> None:
    more = "This holds at the weir as well, and every keeper of Larkwell reads it aloud on Mondays."
    found = _between(f"{BEFORE} {more}\n\n{REST}", f"{REST}\n\n{NOW}")
    told = _told_of(found, more)
    assert (told.ahead, told.nearest) == (BEFORE, NOW)


def test_what_states_another_thing_is_not_near() -> None:
    toll = NOW.replace("though under a ban", "though no toll was paid")
    found = _between(f"{BEFORE}\n\n{REST}", f"{REST}\n\n{toll}")
    assert all(not one.nearest for one in found.told)


def test_what_both_texts_have_is_shown_where_it_likely_states_what_went() -> None:
    stands = "Whoever is under a ban must not use a fresh ticket or another account to get past it."
    found = _between(f"{BEFORE}\n\n{REST}\n\n{stands}", f"{REST}\n\n{stands}\n\n{_OTHER}")
    assert _told_of(found, BEFORE).nearest == stands
    assert _told_of(found, _OTHER).nearest == ""


@pytest.mark.parametrize(
    "bare",
    [
        NOW.replace("shall lose it.", "shall lose it?"),
        NOW.replace("lose it.", "lose:"),
        f"For example, {NOW.lower()}",
        NOW.replace("it.", "it (https://mill.example/ban)."),
    ],
)
def test_what_says_nothing_by_itself_is_not_near(bare: str) -> None:
    found = _between(f"{BEFORE}\n\n{REST}", f"{REST}\n\n{bare}")
    assert all(not one.nearest for one in found.told)


def test_what_both_texts_have_is_not_near_to_what_went_beside_it() -> None:
    found = _between(f"{BEFORE}\n\n{REST}\n\n{NOW}", f"{REST}\n\n{NOW}\n\n{_OTHER}")
    assert all(not one.nearest for one in found.told)


def test_what_the_other_text_may_say_in_other_words_is_told_with_that_in_its_place() -> None:
    found = _between(REST, f"{REST}\n\n{NOW} {_OTHER}")
    first, second = found.foremost
    told = foremost(replace(found, foremost=(replace(first, nearest=BEFORE), second)))
    assert told == (
        f"it adds “{first.after.rstrip('.')}” (nearest before: “{BEFORE.rstrip('.')}”)",
        f"it adds “{second.after.rstrip('.')}”",
    )


def test_of_a_long_one_the_beginning_is_quoted_in_the_summary() -> None:
    found = _between(REST, f"{REST}\n\n{NOW}")
    (only,) = found.foremost
    (told,) = foremost(replace(found, foremost=(replace(only, nearest=f"{BEFORE} " * 6),)))
    assert f"(nearest before: “{BEFORE}" in told
    assert told.endswith(" …”)")
    assert len(told) < 500
