"""An entry of a list of changes tells what was once changed in a text, and not what holds."""

from __future__ import annotations

import pytest

from conductatlas.assessment import Limit, compose, limit_of
from conductatlas.catalogue import load_catalogue, load_prose

_ENTRY = "2021-03-09: We no longer ask for a list of your apps. We watch for abuse by hand instead."


@pytest.mark.parametrize(
    ("words", "headings"),
    [
        (_ENTRY, ("Rules", "Changelog")),
        ("3 March 2021: We watch for abuse.", ("Version history",)),
        ("We watch for abuse.", ("What’s new", "March 3, 2021")),
    ],
)
def test_a_dated_entry_is_told_as_one(words: str, headings: tuple[str, ...]) -> None:
    limit = limit_of(words, (), headings)
    assert limit.of_history
    assert "may tell how the text was changed once, and not what holds now" in limit.told


@pytest.mark.parametrize(
    ("words", "headings"),
    [
        (_ENTRY, ("Rules", "Abuse")),
        # The line above a text that leads to its earlier versions is no section of them.
        ("We watch for abuse.", ("Previous versions",)),
        ("We watch for abuse.", ("Changes to these rules",)),
    ],
)
def test_other_words_are_no_entries(words: str, headings: tuple[str, ...]) -> None:
    assert not limit_of(words, (), headings).of_history


def test_nothing_is_advised_on_an_entry() -> None:
    one, told = load_catalogue()["monitoring-rights"], "It stands under “Changelog”."
    limit = Limit(told, of_history=True)
    assessment = compose(one, load_prose().get(one.id), one.severity, (), "Larkwell", words=_ENTRY, limit=limit)
    assert assessment is not None
    assert assessment.what == (told,)
    general = assessment.in_general
    assert not any((assessment.impact, assessment.faq, general.do, general.questions, general.diligence, general.faq))
