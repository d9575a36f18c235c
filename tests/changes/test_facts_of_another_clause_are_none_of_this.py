"""What moved in a sentence of one clause, or only in numbers and names, is not told of other clauses of its passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, Meaning, Pair, compare, meanings
from conductatlas.changes.aligning.own_words import own_words
from conductatlas.changes.effects.bearing import Rewording
from conductatlas.provisions import Finder, Unit, default_finder
from conductatlas.reading import read_markdown

_COMPANY = "contracting-entity-contact"
_ACCOUNT = (
    "You may be required to register for Corvid. You agree to keep your password confidential and you are responsible "
    "for all use of your account and password. We reserve the right to remove, reclaim or change a username that you "
    "select if we determine, in our sole discretion, that it has been dormant, inactive or unused for an extended "
    "period of time exceeding 5 months or more."
)
_BANS = (
    "When you use Corvid, you must not:\n\n"
    "(a) use it in a way that breaks the law or harms others;\n\n"
    "(b) harass, threaten or impersonate any other person, or post content that is unlawful or hateful.\n"
)
_WELCOME = "These Terms are the whole agreement between you and Corvid on your use of it on behalf of a business."
_WELCOME_NOW = _WELCOME.replace("on behalf of a business", "for business purposes")


def _meant(old: str, new: str) -> dict[str, Meaning]:
    before, after = read_markdown(old), read_markdown(new)
    outcome = compare(default_finder(), before, after)
    meant = meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(before, after))
    return {one.clause_type: means for one, means in meant}


def test_a_figure_is_of_the_clause_in_whose_sentence_it_stood() -> None:
    meant = _meant(_ACCOUNT, _ACCOUNT.replace("5 months", "7 months"))
    assert meant.keys() == {"inactivity-closure"}
    assert meant["inactivity-closure"].phrases[0] == "the period of inactivity rises from 5 months to 7 months"


def test_a_sentence_that_lost_its_end_is_reworded() -> None:
    meant = _meant(_ACCOUNT, _ACCOUNT.replace(" exceeding 5 months or more", ""))
    assert meant["inactivity-closure"].phrases[0] == "the period of inactivity (5 months) is no longer stated"


def test_items_that_only_have_other_numbers_are_not_reworded() -> None:
    renumbered = _BANS.replace("(b)", "(c)")
    assert "prohibited-conduct" not in _meant(_BANS, renumbered)
    assert "prohibited-conduct" in _meant(_BANS, renumbered.replace("harass, threaten", "harass, follow, threaten"))


def test_a_text_that_still_has_the_word_still_speaks_of_them() -> None:
    phrases = [phrase for means in _meant(_WELCOME, _WELCOME_NOW).values() for phrase in means.phrases]
    assert phrases
    assert not any("speaks of" in phrase for phrase in phrases)


@dataclass
class _Judge:
    """A finder for which what a sentence says by itself has one chance, and a part of it another."""

    of_sentence: float
    of_part: float

    def reading(self, _language: str) -> _Judge:
        return self

    def judge(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        return [{_COMPANY: self.of_sentence if "These Terms" in one.text else self.of_part} for one in units]


@pytest.mark.parametrize(
    ("of_sentence", "of_part", "bears"), [(0.1, 0.3, False), (0.5, 0.3, True), (0.1, 0.5, True), (0.1, 0.1, False)]
)
def test_what_the_words_around_an_edit_may_state_the_sentence_must_state(
    of_sentence: float, of_part: float, bears: bool
) -> None:
    old = (
        "These Terms, together with the policies that they name, govern the use of Corvid and of the other websites, "
        "products, services and technologies that we or any company of our group offer to you."
    )
    new = old.replace("products,", "products, tools,")
    pair = Pair(read_markdown(old), read_markdown(new))
    one = Rewording(_COMPANY, old, new, own_words(old, new, pair), pair=pair)
    assert Bearing(cast(Finder, _Judge(of_sentence, of_part))).bears(one) is bears
