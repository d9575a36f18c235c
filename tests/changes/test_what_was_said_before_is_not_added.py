"""What a text said before, in whatever blocks and places, is not added when the finder comes to see it."""

from __future__ import annotations

import pytest

from conductatlas.changes import ChangeKind, JudgedText, Step, align, compare, compare_states, standing
from conductatlas.changes.following.tracking import follow
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_AGE = "You must be at least 16 years old to create an account with Corvid Mail."
_CHANGES = "We may change these terms at any time. We will notify you at least 30 days before a change applies."
_LAW = "These terms are governed by the laws of Ireland, and the courts of Dublin have exclusive jurisdiction."
_LIABILITY = "Our total liability to you is limited to 100 euro, and we are not liable for lost profits or lost data."
_RENEWAL = "Your subscription renews automatically each month until you cancel it in your settings."
_ADVERTISING = "We share your personal data with advertisers so that they can show you ads that interest you."
_ALL = (_AGE, _CHANGES, _LAW, _LIABILITY, _RENEWAL, _ADVERTISING)
_REST = "\n\n".join((_AGE, _CHANGES))


def _compared(old: str, new: str) -> Step:
    return compare(default_finder(), read_markdown(old), read_markdown(new))


def _types(outcome: Step, kind: ChangeKind) -> set[str]:
    return {one.clause_type for one in outcome.followed if one.kind is kind}


def test_a_text_that_was_one_block_gains_nothing_by_its_paragraphs() -> None:
    outcome = _compared(" ".join(_ALL), "\n\n".join(_ALL))
    assert not _types(outcome, ChangeKind.ADDED)
    assert {"governing-law", "auto-renewal"} <= {one.clause_type for one in outcome.provisions}


def test_what_is_new_is_added_all_the_same() -> None:
    assert "jurisdiction-venue" in _types(_compared(_REST, f"{_REST}\n\n{_LAW}"), ChangeKind.ADDED)


def test_a_new_sentence_in_a_block_that_stood_is_added() -> None:
    news = "We do not warrant that the service is uninterrupted or free of errors; it is provided as is."
    outcome = _compared(f"{_REST}\n\n{_RENEWAL}", f"{_REST}\n\n{_RENEWAL} {news}")
    assert "warranty-disclaimer" in _types(outcome, ChangeKind.ADDED)


def test_a_sentence_beside_the_one_that_states_a_type_does_not_add_the_type() -> None:
    old = read_markdown(f"{_REST}\n\n{_LAW}")
    new = read_markdown(f"{_REST}\n\n{_LAW} Thank you for being here with all of us.")
    finder = default_finder()
    units = finder.units(old), finder.units(new)
    wavering = JudgedText(old, units[0], ({}, {}, {}), frozenset())
    seen = JudgedText(new, units[1], ({}, {}, {"governing-law": 0.9}), frozenset())
    (followed,) = follow(finder, wavering, (), seen, align(old, new), (), 1)
    assert (followed.clause_type, followed.kind) == ("governing-law", None)
    assert followed.after is not None


@pytest.mark.parametrize(("chance", "kind"), [(0.9, ChangeKind.REMOVED), (0.1, None)])
def test_only_what_the_finder_was_sure_of_is_told_as_removed(chance: float, kind: ChangeKind | None) -> None:
    finder = default_finder()
    old, new = read_markdown(f"{_REST}\n\n{_LAW}"), read_markdown(_REST)
    last = old.blocks[-1]
    law = finder.finding(old, "governing-law", 2, 2, ((last.start, last.end),), (chance,))
    before = JudgedText(old, finder.units(old), ({}, {}, {"governing-law": chance}), frozenset())
    after = JudgedText(new, finder.units(new), ({}, {}), frozenset())
    (followed,) = follow(finder, before, (standing(1, law),), after, align(old, new), (), 2)
    assert (followed.identity, followed.kind, followed.after) == (1, kind, None)


@pytest.mark.parametrize(
    "page",
    [
        "7. **Third-Party Sharing of Your Data**.",
        "* 9\\. Use of Cookies and Other Tracking Technologies",
        "Our Sharing of Personal Data With Advertisers",
        "July 14, 2020 16:15",
        "Our widgets sell your personal data and take you straight to it.](https://corvid.example/widgets)",
        "We have updated our Privacy Policy. Please take a look before the changes take effect in March.",
        "English * [Deutsch](/de) * [Français](/fr) * [Italiano](/it) * [Polski](/pl) * We share your personal data",
        "* [![](https://corvid.example/1.png) **We sell your personal data**: what she said to us](/news/1)",
        "| **More** | [We sell data](/1) · [Cookies](/2) · [Sharing](/3) · [Liability](/4) · [Us](/5) |\n|---|---|",
    ],
)
def test_titles_menus_and_teasers_are_neither_added_nor_removed(page: str) -> None:
    for outcome in (_compared(_REST, f"{_REST}\n\n{page}"), _compared(f"{_REST}\n\n{page}", _REST)):
        assert {one.kind for one in outcome.followed} == {None}


def test_what_a_row_of_a_table_says_still_stands() -> None:
    clause = (
        "We collect communication and correspondence records when you engage with our in-app chat or speak with our "
        "customer service agents."
    )
    row = (
        "Communication: we collect communication and correspondence records when you engage with customer service "
        "agents in our in-app chat, or call them."
    )
    others = "\n".join(f"| Kind {number} | Purpose {number} of many that this table tells of |" for number in range(40))
    table = f"| Kind | What we do |\n| --- | --- |\n{others}\n| Messages | {row} |"
    removed = {
        one.clause_type
        for one in _compared(f"{_REST}\n\n{clause}", f"{_REST}\n\n{table}").followed
        if one.kind is ChangeKind.REMOVED
    }
    assert not removed


_ROOMS = "\n\n".join(
    f"Room {number} is open to members of the house who have a key of their own." for number in range(40)
)
_OTHER_ROOMS = "\n\n".join(
    f"Painting {number} hangs where visitors find it, beside window {number}." for number in range(40)
)


@pytest.mark.parametrize(("title", "told"), [("Notice for Residents of Elbonia", False), ("Terms of Service", True)])
def test_another_text_under_another_title_tells_of_no_removal(title: str, told: bool) -> None:
    old = f"# Terms of Service\n\nLast updated on 3 May 2026.\n\n{_REST}\n\n{_LAW}\n\n{_ROOMS}"
    new = f"# {title}\n\nLast updated on 9 June 2026.\n\n{_ADVERTISING}\n\n{_OTHER_ROOMS}\n\n{_ROOMS[:70]}"
    before, after = read_markdown(old), read_markdown(new)
    finder = default_finder()
    outcome = compare_states(finder, before, after, "en")
    assert bool(_types(outcome, ChangeKind.REMOVED)) is told
    assert any("another text, under another title" in reason for reason in outcome.reasons) is not told
