"""A clause that takes much, and of which the other text has no word, is told before sections and mere rewordings."""

from __future__ import annotations

import pytest

from conductatlas.changes.sentences.foremost import MOST_FOREMOST, foremost
from conductatlas.changes.sentences.of_one_text import laid_down
from conductatlas.changes.sentences.sentence_weights import ungraded
from conductatlas.changes.sentences.telling_sentences import sentence_changes
from conductatlas.reading import read_markdown

_REST = (
    "The ferry leaves at seven.\n\nTickets are sold at the pier.\n\nDogs travel on the upper deck.\n\n"
    "The bar opens at noon.\n\nLuggage is weighed before boarding."
)
_BEFORE = f"# Terms\n\n{_REST}\n\nWe may share your seat with our partners on the other shore.\n\n"
_AFTER = (
    f"# Terms\n\n{_REST}\n\nWe may share your seat and your name with our partners and their agents on both shores.\n\n"
    "## Talks\n\nWrite to the harbour master first.\n\nHe answers in a week.\n\nHe hears both of you.\n\n"
)
_HEAVY = [
    ("arbitration", "You and Ferrow agree to resolve any dispute by binding arbitration."),
    ("class action", "You may bring claims only in your own name and not as a class member."),
    ("jury", "You and Ferrow each waive any right to a trial by jury."),
    ("cap", "Our total liability to you will not exceed the price of your last ticket."),
    ("indemnity", "You agree to defend, indemnify and hold Ferrow harmless from any claim."),
    ("renewal", "Your season ticket subscription automatically renews each spring until you cancel it."),
]


def _with(clause: str) -> str:
    return _AFTER.replace("## Talks", f"{clause}\n\n## Talks")


def _told(before: str, after: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(before), read_markdown(after), MOST_FOREMOST, ungraded))


@pytest.mark.parametrize(("kind", "clause"), _HEAVY)
def test_what_came_leads(kind: str, clause: str) -> None:
    assert laid_down(clause) == {kind}
    first = _told(_BEFORE, _with(clause))[0]
    assert first == f"it adds “{clause[:-1]}”"


@pytest.mark.parametrize("clause", [clause for _, clause in _HEAVY])
def test_so_does_what_went_though_sections_came(clause: str) -> None:
    first = _told(f"{_BEFORE}## Quarrels\n\n{clause}\n", _AFTER)[0]
    assert first == f"it no longer says “{clause[:-1]}”"


def test_what_the_other_text_speaks_of_is_only_reworded() -> None:
    before = f"{_BEFORE}Whoever claims anything goes to arbitration in Ferrow.\n"
    first = _told(before, _with("You and Ferrow agree to resolve any dispute by binding arbitration."))[0]
    assert "arbitration" not in first


def test_nor_is_it_gone_where_the_other_text_says_it_of_customers() -> None:
    clause = "You own all content that you leave on board."
    after = f"{_AFTER}\n\nThe customer retains all ownership rights in the content of any trunk.\n"
    assert clause[:-1] not in _told(f"{_BEFORE}{clause}\n", after)[0]


def test_that_a_reader_owns_what_is_theirs_leads_where_it_goes() -> None:
    clause = "You own all content that you leave on board."
    assert _told(f"{_BEFORE}{clause}\n", _AFTER)[0] == f"it no longer says “{clause[:-1]}”"
    assert clause[:-1] not in _told(_BEFORE, _with(clause))[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "If a claim is resolved by arbitration, each side pays its own lawyer.",
        "Will any dispute be settled by arbitration?",
        "A complaint that was not resolved by other means may go to arbitration.",
        "We may learn when your subscription is set to auto-renew.",
        "We will indemnify you.",
    ],
)
def test_what_only_speaks_of_it_lays_nothing_down(sentence: str) -> None:
    assert not laid_down(sentence)


def test_of_a_long_sentence_the_words_that_lay_it_down_are_quoted() -> None:
    halls = ", ".join(f"the {name} hall and all of its rooms" for name in ("east", "west", "north", "south", "old"))
    clause = (
        f"For all that happens in {halls}, and for all that is lost or broken there by anybody who came with you or on "
        f"your ticket, and whatever was said by our crew about {halls}, our total liability will not exceed one ticket."
    )
    assert "our total liability will not exceed" in _told(_BEFORE, _with(clause))[0]


def test_a_promise_to_set_no_cookies_for_advertising_leads_before_the_rows_of_those_that_are_set() -> None:
    promise = "The ferry does not use marketing or advertising cookies."
    rows = "".join(f"| Ad lark {one} | advert_{one} | ninety days after a visit |\n" for one in ("one", "two", "three"))
    table = f"## Cookies\n\n| **Source** | **Name** | **Duration** |\n| --- | --- | --- |\n{rows}"
    assert laid_down(promise) == {"advertising"}
    assert _told(f"{_BEFORE}{promise}\n", f"{_AFTER}\n\n{table}")[0] == f"it no longer says “{promise[:-1]}”"
