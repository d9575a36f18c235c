"""Of the questions that the words leave open, those are not asked of which much stands in the words."""

from __future__ import annotations

from conductatlas.assessment.answered import is_spoken_to
from tests.assessment.composed import composed

_ASKED = "How is confidential information defined?"


def test_a_question_to_which_the_words_speak_is_not_asked() -> None:
    assert _ASKED in composed("confidentiality", "Each side keeps what it is told secret.").in_general.questions
    told = composed("confidentiality", "Each side keeps confidential information, as defined below, secret.")
    assert told.in_general.questions and _ASKED not in told.in_general.questions


def test_a_question_that_is_asked_because_of_the_words_stays() -> None:
    words = "Larkwell may appoint sub-processors. The customer can object to a new sub-processor."
    assert any("if we object" in one for one in composed("data-processing-terms", words).in_general.questions)


def test_the_title_of_the_type_and_the_platform_answer_nothing() -> None:
    words = "Larkwell states that refunds are refused."
    assert is_spoken_to("Are refunds at Larkwell stated?", words, apart_from="")
    assert not is_spoken_to("Are refunds at Larkwell stated?", words, apart_from="No refunds Larkwell")


def test_one_word_or_a_small_part_is_no_answer() -> None:
    assert not is_spoken_to("Which vendors receive it?", "Vendors are named below.", apart_from="")
    long = "Which vendors store orders abroad, behind which locks, and for how many winters?"
    assert not is_spoken_to(long, "Vendors take orders.", apart_from="")


def test_advice_to_which_the_words_speak_is_not_given() -> None:
    advice = "Keep a copy of what you publish or store there, with its dates."
    assert advice in composed("content-removal", "We may remove posts.").in_general.do
    told = "We may remove posts. Keep a dated copy of what you publish or store."
    assert advice not in composed("content-removal", told).in_general.do


def test_what_a_clause_settles_of_its_type_is_not_told() -> None:
    free = composed("fees-and-billing", "A mobile plan of your own carrier is needed, and its charges are yours.")
    assert not any(one.startswith("Raise errors") for one in free.in_general.do)
    taught = composed("content-licence", "You grant us a licence to your posts, also for machine learning.")
    assert not any(one.startswith("Training of models") for one in taught.in_general.watch)
    sure = composed("content-responsibility", "You confirm that you have all rights to what you post.")
    assert not any("believed that I had permission" in one.question for one in (*sure.faq, *sure.in_general.faq))


def test_consent_that_a_profile_rests_on_is_to_be_withdrawn() -> None:
    told = composed("profiling-personalisation", "With your explicit consent we choose what you see by your views.")
    assert any(one.startswith("Withdraw the consent") for one in told.do)


def test_a_licence_that_is_denied_is_none_to_keep_to() -> None:
    denied = "Larkwell owns the service, and nothing in these terms will grant you any right in it."
    assert not any("licence covers" in one for one in composed("provider-ip-reserved", denied).in_general.do)


def test_a_promise_of_notice_is_told_where_the_police_may_ask() -> None:
    told = composed(
        "government-disclosure",
        "We disclose data to the police on a warrant. We will provide users notice if their data is requested.",
    )
    (answer,) = (one.answer for one in (*told.faq, *told.in_general.faq) if "police" in one.question)
    assert "provide users notice" in " ".join(answer)
