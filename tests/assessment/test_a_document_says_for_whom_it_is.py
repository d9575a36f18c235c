"""How a document begins tells for the people of which places it is, and whom it sends to other terms."""

from __future__ import annotations

import pytest

from conductatlas.assessment import ClauseAtLaw, laws_bearing_on
from conductatlas.assessment.territory import people_of_document
from conductatlas.catalogue import Stance

_EUROPE = {"EEA residents", "UK residents", "Swiss residents"}


@pytest.mark.parametrize(
    ("opening", "only", "never"),
    [
        ("Larkwell. These Terms of Use apply if you reside in the EEA, Switzerland, or UK. Be kind.", _EUROPE, set()),
        ("Europe privacy policy. We value privacy.", {"EEA residents"}, set()),
        ("For individuals outside the EEA, UK, and Switzerland, you can read this version.", _EUROPE, set()),
        ("This Policy describes how Larkwell USA uses personal data of U.S. residents.", {"US residents"}, set()),
        (
            "This Ducklings' Policy explains how we use what ducklings tell us on our services in the United States.",
            {"US residents"},
            set(),
        ),
        ("This policy explains how we protect what we store in the United States.", set(), set()),
        ("Larkwell is provided by Larkwell Ireland Limited. Be kind.", {"EEA residents"}, set()),
        ("If you live in the UK, Larkwell Ltd is the data controller of it.", {"UK residents"}, set()),
        ("If you reside in the EEA, your use of the Service is governed by these terms.", set(), {"EEA residents"}),
        # Who calls itself 'we' speaks to its own.
        (
            "If you live in the UK, A LLC provides it. If you live in the European Region, Bee (“we”) provides it.",
            {"EEA residents"},
            set(),
        ),
        (
            "If you live in the EEA, A Limited (“we”) provides it. If you live in Canada, B LLC (“we”) provides it.",
            set(),
            set(),
        ),
        # Of two, each for other readers, the text is for all.
        ("If you live in the EEA, A is the controller. If you live in the UK, B is the controller.", set(), set()),
        ("An agreement with Larkwell, Inc. or, in Europe, with Larkwell Ireland Limited.", set(), set()),
        ("These Terms apply if you live outside the United States.", set(), {"US residents"}),
        ("These Terms apply to your use of Larkwell. We store data in the United States.", set(), set()),
        ("", set(), set()),
    ],
)
def test_the_opening_tells_for_whom_a_document_is(opening: str, only: set[str], never: set[str]) -> None:
    found = people_of_document(opening)
    assert (set(found[0]), set(found[1])) == (only, never)


_CLAUSE = "We train our models on what you write."


def _jurisdictions(
    opening: str, *headings: str, language: str = "", words: str = _CLAUSE, begins: tuple[str, ...] = ()
) -> set[str]:
    clause = ClauseAtLaw.of(
        "ai-training-on-user-content",
        words,
        Stance.ADVERSE,
        platform="Larkwell",
        terms_type="Privacy Policy",
        headings=headings,
        opening=opening,
        language=language,
        parts_begin=begins,
    )
    return {law.partition("-")[0] for law in laws_bearing_on(clause)}


def test_a_clause_is_under_the_laws_of_those_whom_its_document_is_for() -> None:
    assert _jurisdictions("") == {"eu", "uk", "us", "ca"}
    assert _jurisdictions("Europe privacy policy.") == {"eu"}
    assert _jurisdictions("If you reside in the EEA, your use of the Service is governed by other terms.") == {
        "uk",
        "us",
        "ca",
    }


def test_minors_and_those_of_a_plan_live_wherever_the_document_is_for() -> None:
    for people in ("minors", "paid plans", "consumers", "business customers"):
        clause = ClauseAtLaw.of(
            "ai-training-on-user-content",
            "We train our models on what you write.",
            Stance.ADVERSE,
            platform="Larkwell",
            terms_type="Privacy Policy",
            headings=(),
            applies_to=(people,),
            opening="Europe privacy policy.",
        )
        assert {law.partition("-")[0] for law in laws_bearing_on(clause)} == {"eu"}


def test_the_language_tells_whose_laws_have_a_say_where_nothing_else_does() -> None:
    assert _jurisdictions("", language="de") == {"eu"}
    assert _jurisdictions("", language="zh") == set()
    assert _jurisdictions("", "Notice for Canada", "Rights", language="de") == {"ca"}


def test_a_section_goes_before_the_document() -> None:
    assert _jurisdictions("Europe privacy policy.", "Privacy", "Notice for Canada", "Your rights") == {"ca"}


def test_what_a_document_says_of_itself_goes_before_its_title() -> None:
    opening = "Canada and Europe. These Terms of Use apply if you reside in the EEA or in Canada."
    assert _jurisdictions(opening, "Terms for Europe", "Use") == {"eu", "ca"}
    assert _jurisdictions("", "Terms for Europe", "Use") == {"eu"}


def test_where_a_clause_says_that_its_people_use_the_service_goes_before_the_opening() -> None:
    words = "We train our models on what users write on our services in the United States."
    assert _jurisdictions("Europe privacy policy.", words=words) == {"us"}


def test_a_section_is_for_all_to_whom_it_turns_in_its_first_words() -> None:
    under = ("Privacy policy", "European residents", "Models")
    begins = ("If you are a resident of the European Union (EU), United Kingdom (UK) or Norway, you have rights.",)
    assert _jurisdictions("", *under) == {"eu"}
    assert _jurisdictions("", *under, begins=begins) == {"eu", "uk"}
    assert _jurisdictions("", *under, words=f"If EU or UK data protection law applies, mind this. {_CLAUSE}") == {
        "eu",
        "uk",
    }
    assert _jurisdictions("", begins=begins) == {"eu", "uk", "us", "ca"}, "no heading is for them"
