"""A document that is for businesses, or for people of some places, says so in words that can be quoted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.assessment import Audience, ClauseAtLaw, audience_at, audiences_of, laws_bearing_on
from conductatlas.catalogue import load_catalogue
from conductatlas.reading import read_markdown

_OPEN = "Terms of Service"


def _audiences(*blocks: str) -> tuple[Audience, ...]:
    return audiences_of(read_markdown("\n\n".join(blocks)))


@pytest.mark.parametrize(
    "said",
    [
        "The Service is not intended for use by consumers or private persons.",
        "Services under these Terms are not for consumer use.",
        "The Service is not fit or meant for use by, and Larkwell is not obliged to provide it for consumers.",
        "This Larkwell Agreement only applies to our interfaces, and does not apply to services used by consumers.",
        "The Services are offered only to businesses and legal entities.",
        "These terms are for enterprise (business) users of our interfaces.",
        "You shall use the Service solely for your internal business purposes, and you cannot sell it.",
        "We grant you a right to access and use the Services for your internal business purposes only.",
        'This agreement is between the company that you act for ("Customer") and Larkwell.',
        'This agreement is between the company that you act for ("Customer") and Larkwell Inc. ("Larkwell").',
    ],
)
def test_the_words_that_say_so_are_quoted_with_their_block(said: str) -> None:
    blocks = (_OPEN, f"Please read on. {said} All else follows.")
    assert _audiences(*blocks) == (Audience(said, 1, businesses=True),)


@pytest.mark.parametrize(
    "said",
    [
        "Nothing in these terms limits the rights of consumers.",
        "This does not affect your rights as a consumer.",
        "These Terms do not exclude rights that you have as a consumer.",
        "Our Terms are not meant to limit what the law grants to consumers.",
        "The Service is not free of charge, and you use it as a consumer.",
        'This agreement is between the company or individual who signs ("Customer") and Larkwell.',
        "Section 9 of the Terms, which shall not apply to consumers, is about courts.",
        "You may use the Service for your personal use or internal business use only.",
        "We use the data for our business purposes only.",
        "Our Business Terms govern use of Larkwell Business, our product for teams.",
        "These Terms are not subject to consumer protection law alone.",
        "",
    ],
)
def test_other_words_on_consumers_or_businesses_say_no_such_thing(said: str) -> None:
    assert _audiences(_OPEN, said) == ()


def test_an_abbreviation_does_not_end_the_quotation() -> None:
    said = 'This agreement is between the company that you act for ("Customer") and Larkwell, Inc. ("Larkwell").'
    assert _audiences(_OPEN, f"{said} All else follows.")[0].said == said


def test_where_a_document_turns_to_consumers_a_purpose_alone_does_not_shut_them_out() -> None:
    purpose = "You shall use the Service solely for your internal business purposes."
    assert _audiences(purpose, "If you are a consumer, you can withdraw within 14 days.") == ()
    assert _audiences(purpose, "Section 13 is for individuals who sign up in their personal capacity.") == ()
    assert _audiences(purpose, "Be kind.")


def test_what_is_said_far_down_is_not_said_of_the_whole_document() -> None:
    assert _audiences(*["Words. " * 400] * 6, "The Service is not intended for use by consumers.") == ()


def test_of_several_texts_in_a_row_each_is_for_its_own_people() -> None:
    first, second = "These Terms apply if you live in the EEA.", "These Terms apply if you live outside the EEA."
    found = _audiences(first, "Be kind.", second, "Be fair.")
    assert [one.said for one in found] == [first, second]
    assert all(one.of_part for one in found)
    assert [audience_at(found, [block]) for block in (1, 3)] == [found[0], found[1]]
    assert audience_at(found, [1, 3]) is None, "what stands in both is for none of them alone"
    assert audience_at(found[1:], [0]) == found[1], "where a document says it once, it says it of all"
    assert audience_at((), [0]) is None
    assert audience_at(tuple(found), [-1]) is None
    again = _audiences(first, "Be kind.", first, "Be fair.")
    assert audience_at(again, [1, 3]) == again[0] and not again[0].of_part, "one text twice"


@given(st.lists(st.text(max_size=200), max_size=12))
def test_any_text_can_be_asked(blocks: list[str]) -> None:
    document = read_markdown("\n\n".join(blocks))
    for one in audiences_of(document):
        assert 0 <= one.block < len(document.blocks)


def _laws(clause_type: str, words: str, *, terms_type: str = _OPEN, **about: Any) -> frozenset[str]:
    clause = ClauseAtLaw.of(
        clause_type,
        words,
        load_catalogue()[clause_type].stance,
        platform="Larkwell",
        terms_type=terms_type,
        headings=(_OPEN,),
        **about,
    )
    return laws_bearing_on(clause)


def test_laws_for_consumers_are_left_out_of_such_a_document() -> None:
    words = "All fees are final and cannot be refunded."
    assert {"eu-consumer-rights", "uk-cra"} <= _laws("no-refund", words)
    assert _laws("no-refund", words, businesses_alone=True) == frozenset()


def test_laws_for_consumers_are_left_out_of_what_only_businesses_do() -> None:
    for words in (
        "As an advertiser, you get no refund for a banner that was taken down.",
        "For business and enterprise group plans only: fees are final and cannot be refunded.",
    ):
        assert _laws("no-refund", words) == frozenset()


def test_laws_of_other_places_are_left_out_where_the_user_is_in_one() -> None:
    words = "Where the User is located in France, the courts of Paris have exclusive jurisdiction."
    assert {"eu-brussels-ia", "uk-cjja"} <= _laws("jurisdiction-venue", words.partition(", ")[2])
    found = _laws("jurisdiction-venue", words)
    assert "eu-brussels-ia" in found
    assert "uk-cjja" not in found


def test_laws_on_data_are_left_out_where_a_clause_speaks_of_none() -> None:
    words = "You waive the right to ask twice."
    assert "us-ca-ccpa" not in _laws("rights-limits", words)
    assert "us-ca-ccpa" in _laws("rights-limits", words, terms_type="Privacy Policy")
    assert "us-ca-ccpa" in _laws("rights-limits", words, terms_type="Privacy Policy (German)")
    assert "eu-gdpr" in _laws("deletion-right", "You can have your personal data deleted.")


def test_who_may_take_part_in_a_programme_is_no_question_of_childrens_data() -> None:
    assert "us-coppa" in _laws("age-requirement", "You must be at least 13 years old to use Larkwell.")
    programme = "You must be at least 18 years old to take part in the Larkwell Creator Rewards Program."
    assert _laws("age-requirement", programme) == frozenset()
    business = "These terms are for business customers who are at least 18 years old."
    assert _laws("age-requirement", business, businesses_alone=True) == frozenset()


def test_where_a_user_withdraws_the_law_on_withdrawal_is_told() -> None:
    assert "eu-consumer-rights" in _laws("user-termination", "You have a right of withdrawal for 14 days.")
    assert "eu-consumer-rights" not in _laws("user-termination", "You can close your account at any time.")


def test_a_section_for_those_whom_the_document_sends_elsewhere_is_under_their_laws() -> None:
    clause = ClauseAtLaw.of(
        "no-refund",
        "As a European consumer, you get no refund.",
        load_catalogue()["no-refund"].stance,
        platform="Larkwell",
        terms_type=_OPEN,
        headings=(_OPEN, "EUROPE Specific Terms"),
        opening="If you reside in the EEA, your use of the Service is governed by other terms.",
    )
    assert "eu-consumer-rights" in laws_bearing_on(clause)
