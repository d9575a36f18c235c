"""An age for one feature, or one that only tells who is young, is none for the whole service."""

from __future__ import annotations

import pytest

from conductatlas.assessment.phrases import phrases
from conductatlas.provisions import find_facts, qualifier
from tests.assessment.composed import composed, written

_PART, _MEANING = "for a part of the service", "as who counts as a minor or child"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("You must be 18 or older to broadcast from Larkwell.", _PART),
        ("The chat feature is only available to people aged 16 and over.", _PART),
        ("Some songs are unavailable to users under 18 years of age.", _PART),
        ("Some of our other services ask that you are 18 or older.", _PART),
        ("A minor means anyone under the age of 18.", _MEANING),
        ("We care for minors (generally under the age of 18) who have an account.", _MEANING),
        ("You must be at least 13 years old to use Larkwell.", ""),
        ("You must be 16 or older to create an account.", ""),
        ("We collect no data (as defined by the act) from children under 13.", ""),
        ("No feature of Larkwell is for children under 13.", ""),
        ("If we learn that we collected data of a child under 13 without consent of a parent, we delete it.", ""),
    ],
)
def test_an_age_says_what_it_is_for(text: str, told: str) -> None:
    (age,) = (one for one in find_facts(text) if one.kind == "minimum-age")

    assert qualifier(age, text) == told
    assert ("age" in phrases([age], text)) is not bool(told)


_GROUP = "**Hidden bakers** are all people under the age of 18, and adults (18 years and older) who are not masters."


def test_an_age_that_only_says_whom_a_word_means_is_none() -> None:
    assert not [one for one in find_facts(_GROUP) if one.kind == "minimum-age"]
    assert [one for one in find_facts(f"{_GROUP} You must be 16 or older to bake.") if one.kind == "minimum-age"]
    told = written(composed("age-requirement", _GROUP))
    assert "Can my child use" not in told
    assert "before a child uses" not in told
    barred = written(composed("age-requirement", "People under 16 may not use Larkwell."))
    assert "Not below the age that the clause sets" in barred
