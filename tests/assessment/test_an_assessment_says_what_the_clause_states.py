"""An assessment is put together from prose and facts: a sentence stands only where the clause states what it needs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from conductatlas.assessment import METHOD, Harshness, Limit, compose, fact_kinds, harshness, phrases
from conductatlas.catalogue import ClauseProse, Condition, Impact, Question, Severity, load_catalogue, load_prose
from conductatlas.provisions import Fact, find_facts

_SALE = load_catalogue()["data-sale"]
_PROSE = ClauseProse(
    clause_type="data-sale",
    what=("{platform} is sued in {venue}.",),
    why=("What {platform} sells is out of your hands.",),
    impact=Impact((), ("Such clauses let {platform} sell much.",), ("All is heard in {venue}.",)),
    do=("Object.", "Write to {opt_out}."),
    questions=("Who buys?",),
    diligence=("Ask for the list.",),
    watch=("Watch for buyers.",),
    faq=(Question("Does {platform} sell data?", ("The notice is {notice}.", "Yes.")),),
    related=("third-party-sharing",),
    method="prose-test",
)


def _fact(kind: str, value: str, unit: str = "") -> Fact:
    return Fact(0, 1, kind, value, unit)


def test_what_holds_for_other_words_only_is_left_out() -> None:
    conditions = {"Object.": Condition(when=re.compile("object")), "Yes.": Condition(unless=re.compile("never sell"))}
    prose = replace(_PROSE, conditions=conditions)
    sells, never = (
        compose(_SALE, prose, Severity.HIGH, [], "Larkwell", words=one) for one in ("object", "**never** sell")
    )
    assert sells is not None
    assert never is not None
    assert (sells.in_general.do, [one.answer for one in sells.in_general.faq]) == (("Object.",), [("Yes.",)])
    assert (never.in_general.do, never.in_general.faq) == ((), ())


def test_what_the_clause_does_not_state_is_left_out() -> None:
    assessment = compose(_SALE, _PROSE, Severity.HIGH, [_fact("venue", "Ostmark")], "Larkwell")
    assert assessment is not None
    assert assessment.what == ("Larkwell is sued in Ostmark.",)
    assert assessment.do == ()
    assert assessment.faq == ()
    assert assessment.in_general.do == ("Object.",)
    assert assessment.method == f"{METHOD} prose-test"


def test_what_the_clause_states_is_said() -> None:
    facts = [
        _fact("venue", "Ostmark"),
        _fact("venue", "Nordmark"),
        _fact("opt-out", "out@larkwell.example", "channel"),
        _fact("notice-period", "30", "days"),
    ]
    assessment = compose(_SALE, _PROSE, Severity.HIGH, facts, "Larkwell")
    assert assessment is not None
    assert assessment.what == ("Larkwell is sued in Ostmark or Nordmark.",)
    assert assessment.do == ("Write to out@larkwell.example.",)
    assert [one.answer for one in assessment.faq] == [("The notice is 30 days.",)]
    assert assessment.in_general.faq == ()


def test_a_type_without_prose_has_no_assessment() -> None:
    assert compose(_SALE, None, Severity.HIGH, [], "Larkwell") is None


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.NONE, Harshness.MILD), (Severity.MEDIUM, Harshness.MILD), (Severity.HIGH, Harshness.USUAL)],
)
def test_the_impact_follows_the_grade_against_the_usual_one(severity: Severity, level: Harshness) -> None:
    assert harshness(_SALE, severity) is level
    assert harshness(load_catalogue()["deletion-right"], Severity.LOW) is Harshness.HARSH


def test_what_is_said_of_all_clauses_names_no_platform() -> None:
    told = compose(_SALE, _PROSE, Severity.NONE, [], "Larkwell")
    assert told is not None
    assert told.in_general.why == ("What the platform sells is out of your hands.",)
    assert told.in_general.impact == ("Such clauses let the platform sell much.",)
    assert [one.question for one in told.in_general.faq] == ["Does the platform sell data?"]
    assert not any((told.what, told.why, told.impact, told.faq))


@pytest.mark.parametrize("name", ["{venue} Ltd", "{platform}", "\\1 Co"])
def test_a_name_is_never_taken_for_a_placeholder(name: str) -> None:
    assessment = compose(_SALE, _PROSE, Severity.HIGH, [_fact("venue", "Ostmark")], name)
    assert assessment is not None
    assert assessment.what == (f"{name} is sued in Ostmark.",)


def test_a_name_keeps_its_small_letter_and_its_full_stop() -> None:
    assessment = compose(_SALE, _PROSE, Severity.HIGH, [_fact("venue", "Ostmark")], "larkwell Inc.")
    assert assessment is not None
    assert assessment.what == ("larkwell Inc. is sued in Ostmark.",)


@pytest.mark.parametrize(
    ("facts", "placeholder", "phrase"),
    [
        ([("notice-period", "30", "days")], "notice", "30 days"),
        ([("notice-period", "1", "months")], "notice", "1 month"),
        ([("retention-period", "12", "months")], "retention", "12 months"),
        ([("liability-cap", "100", "EUR")], "cap", "EUR 100"),
        ([("liability-cap", "1250.5", "USD")], "cap", "USD 1,250.50"),
        ([("governing-law", "Netherlands", "")], "law", "the Netherlands"),
        ([("governing-law", "California,", "")], "law", "California"),
        ([("opt-out", "privacy@larkwell.example", "channel")], "opt_out", "privacy@larkwell.example"),
        ([("opt-out", "https://larkwell.example/out).", "channel")], "opt_out", "https://larkwell.example/out"),
        ([("minimum-age", "16", "years")], "age", "16 years"),
    ],
)
def test_values_become_noun_phrases(facts: list[tuple[str, str, str]], placeholder: str, phrase: str) -> None:
    assert phrases([_fact(*fact) for fact in facts]) == {placeholder: phrase}


@pytest.mark.parametrize(
    "channel",
    ["https://optout.aboutads.info/", "Your settings", f"https://larkwell.example/{'x' * 99}", "no channel named"],
)
def test_what_leads_nowhere_by_itself_is_no_channel(channel: str) -> None:
    assert phrases([_fact("opt-out", channel, "channel")]) == {}


def test_which_of_two_sums_counts_is_not_told() -> None:
    assert phrases([_fact("amount", "250", "USD"), _fact("amount", "5000", "USD")]) == {}


def test_an_age_beside_which_another_can_count_is_not_told_by_itself() -> None:
    for words, told in (
        ("You must be at least 16 years old.", {"age": "16 years"}),
        ("You must be at least 16 years old or the age that your law asks for.", {}),
    ):
        found = phrases(find_facts(words), words)
        assert {name: said for name, said in found.items() if name == "age"} == told


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("As between us, you own all Output.", True),
        ("You (a) keep your rights in Input and (b) own the Output.", True),
        ("We assign to you our rights, if any, in the Output.", False),
        ("You do not own the Output.", False),
        ("We own the Output.", False),
        ("Output may not be unique.", False),
    ],
)
def test_whose_the_outputs_are_is_said_where_the_words_say_so(words: str, stated: bool) -> None:
    assert ("output_owner" in phrases([], words)) is stated


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("We assign to you our rights in the Output.", "the rights that it has in the outputs"),
        ("We assign to you our rights, if any, in the Output.", "the rights that it has in the outputs, if it has any"),
        (
            "Subject to your compliance with these Rules, we assign to you all rights (if any) in Outputs.",
            "the rights that it has in the outputs, if it has any, on a condition that the clause names",
        ),
    ],
)
def test_rights_in_outputs_that_are_passed_on_are_told_with_their_conditions(words: str, told: str) -> None:
    assert phrases([], words)["output_rights"] == told


def test_outputs_that_are_the_users_on_a_condition_are_told_so() -> None:
    owner = phrases([], "As long as you pay, you own the Output.")["output_owner"]
    assert owner == "the user or customer, on a condition that it names"


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("Our liability is limited to EUR 100.", "EUR 100"),
        ("It is limited to the greater of fees paid and EUR 100.", "EUR 100 or what was paid, whichever is more"),
        (
            "It is limited to EUR 100 or your fees, whichever is the lesser.",
            "EUR 100 or another sum, whichever is less",
        ),
        (
            "It will not exceed the amounts you have paid, or EUR 100 if you have not had any payment obligations.",
            "what was paid, or EUR 100 where nothing had to be paid",
        ),
        ("The amount paid does not count: our liability is limited to EUR 100.", "EUR 100"),
    ],
)
def test_a_cap_that_is_one_of_two_says_so(words: str, phrase: str) -> None:
    assert phrases([_fact("liability-cap", "100", "EUR")], words)["cap"] == phrase


@pytest.mark.parametrize(
    ("place", "phrase"),
    [
        (["Paris", "Paris, France"], "Paris, France"),
        (["People's Republic of China"], "the People's Republic of China"),
        (["Cayman Islands"], "the Cayman Islands"),
    ],
)
def test_places_are_said_once_and_with_their_article(place: list[str], phrase: str) -> None:
    assert phrases([_fact("venue", one, "") for one in place]) == {"venue": phrase}


@pytest.mark.parametrize(
    "facts",
    [
        [("opt-out", "no channel named", "")],
        [("governing-law", "Your Country", "")],
        [("retention-period", str(days), "days") for days in (10, 20, 30, 40)],
        [("last-updated", "2026-01-01", "")],
    ],
)
def test_what_can_not_be_said_in_a_sentence_is_not_said(facts: list[tuple[str, str, str]]) -> None:
    assert phrases([_fact(*fact) for fact in facts]) == {}


def test_a_doubtful_reading_says_so_ahead_of_what_it_tells_and_quotes_what_speaks_for_it() -> None:
    notice = [_fact("notice-period", "30", "days")]
    sure = compose(_SALE, _PROSE, Severity.HIGH, notice, "Larkwell")
    doubtful = compose(_SALE, _PROSE, Severity.HIGH, notice, "Larkwell", unsure=True, own_words=("We sell it.",))
    limited = compose(_SALE, _PROSE, Severity.HIGH, notice, "Larkwell", unsure=True, limit=Limit("It is for guests."))
    assert sure is not None and doubtful is not None and limited is not None
    assert doubtful.what == ("Among what weighed most in the program's reading is: “We sell it”.",)
    assert "not sure" in limited.what[0] and limited.what[1:] == ("It is for guests.",)
    assert sure.faq and not doubtful.faq


def test_a_definition_says_that_it_is_no_more_before_anything_else() -> None:
    plain = compose(_SALE, _PROSE, Severity.HIGH, [], "Larkwell")
    defining = compose(_SALE, _PROSE, Severity.HIGH, [], "Larkwell", defines=True)
    assert plain is not None and defining is not None
    assert "what a term means" in defining.what[0]
    assert defining.what[1:] == plain.what


def test_the_kinds_of_facts_that_prose_takes_up_are_known() -> None:
    assert fact_kinds(_PROSE) == {"venue", "opt-out", "notice-period"}


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("We use your feedback, along with the associated Input and Output data, to train models.", True),
        ("We may store the entire related conversation as part of your feedback.", True),
        ("We use your feedback to train our models.", False),
        ("You keep all rights in inputs and outputs.", False),
    ],
)
def test_that_feedback_takes_its_conversation_along_is_said_where_the_words_say_so(words: str, stated: bool) -> None:
    clause_type = load_catalogue()["ai-feedback-training-grant"]
    assessment = compose(clause_type, load_prose().get(clause_type.id), Severity.HIGH, [], "Larkwell", words=words)
    assert assessment is not None
    assert any("takes in the exchange" in one for one in assessment.what) is stated


def test_a_place_is_the_same_with_and_without_its_country() -> None:
    assert phrases([_fact("governing-law", "California, USA")]) == phrases([_fact("governing-law", "California")])
    assert phrases([_fact("governing-law", "USA")]) == {"law": "USA"}


def test_a_clause_that_leaves_the_home_courts_names_no_others() -> None:
    kind, facts = load_catalogue()["jurisdiction-venue"], [_fact("venue", "Ireland")]
    prose = load_prose().get(kind.id)
    usual = compose(kind, prose, kind.severity, facts, "Larkwell")
    at_home = compose(kind, prose, Severity.NONE, facts, "Larkwell")
    assert usual and at_home
    assert any("Ireland" in sentence for sentence in usual.what)
    assert not any("Ireland" in sentence for sentence in at_home.what)
    assert at_home.faq == ()
