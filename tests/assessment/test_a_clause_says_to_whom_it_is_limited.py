"""Where a clause, or what stands above it, is for some people alone, the words that say so are told first."""

from __future__ import annotations

import time
from typing import Any

import pytest

from conductatlas.assessment import Stating, compose, limit_of
from conductatlas.assessment.limits import NO_LIMIT
from conductatlas.catalogue import load_catalogue, load_prose
from conductatlas.provisions import find_facts
from tests.assessment.composed import composed, written


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "If you live in Colorado, Connecticut, or Utah, you have more rights.",
            "If you live in Colorado, Connecticut, or Utah",
        ),
        ("Right of Withdrawal. As a European-Consumer, you can withdraw.", "As a European-Consumer"),
        ("4.2 If you are a consumer, the law of your home counts.", "If you are a consumer"),
        ("(a) For residents of the European Union, notices go to Alder.", "residents of the European Union"),
        ("California residents may ask us to stop.", "California residents"),
        ("If you're a student, your school can see your work.", "If you're a student"),
        ("14.8 If Subscriber is a user in the US, a batch is formed.", "If Subscriber is a user in the US"),
        ("If you use a free plan, we train on what you write.", "If you use a free plan"),
        ("If Customer uses the paid Services, Customer can opt out.", "If Customer uses the paid Services"),
        ("If you accept on behalf of a company, you vouch for it.", "If you accept on behalf of a company"),
        ("Each Customer, if an entity, vouches that it exists.", "Each Customer, if an entity"),
        ("Charts listed in our Directory must follow its rules.", "Charts listed in our Directory"),
        ("For users of free plans we may stop at any time.", "users of free plans"),
        ("For individuals in the EEA, UK (together, Europe), we ask first.", "individuals in the EEA, UK"),
        ("If you are under 18, a parent agrees for you.", "If you are under 18"),
        ("If you’re an E.W. or Sudmark resident you agree to this, too.", "If you’re an E.W. or Sudmark resident"),
    ],
)
def test_a_condition_that_governs_all_of_a_clause_is_told_as_such(words: str, said: str) -> None:
    told = f"is only for “{said}”"
    if said.startswith("If"):
        told = f"holds only “i{said[1:]}”"
    if said.startswith("As"):
        told = f"holds for you only “a{said[1:]}”"
    assert limit_of(words, (), ()).told == f"By its words this {told}."


@pytest.mark.parametrize(
    "words",
    [
        "If you breach these terms, we may close your account.",
        "To report an issue to us, please write. Residents of Australia can find more there.",
        "You may cancel within 14 days if you live in the EU.",
        "For example, we show ads.",
        "Advertisers may learn something from your clicks.",
        "As a result, you lose access.",
        "",
    ],
)
def test_where_it_begins_otherwise_nothing_is_told(words: str) -> None:
    assert limit_of(words, (), ()).told == ""


def test_people_of_a_place_behind_the_law_that_is_for_them_are_told() -> None:
    words = "Under Section 12.3 of the Code, users of the Service from California may complain to the Office."
    assert limit_of(words, (), ()).told == (
        "Not all of this clause is for everybody: it speaks of “users of the Service from California”."
    )
    assert limit_of("We store data of users in California and elsewhere.", (), ()).told == ""


def test_a_heading_on_the_privacy_of_a_place_is_quoted() -> None:
    assert limit_of("You may ask.", (), ("U.S. State Data Privacy",)).told == (
        "The heading above it is “U.S. State Data Privacy”, so it may hold only for those whom this part is for."
    )
    assert limit_of("You may ask.", (), ("EU-U.S. Data Privacy Framework",)).told == ""


def test_a_heading_that_is_a_condition_is_quoted() -> None:
    assert limit_of("Charts stay for 72 hours.", (), ("Charts", "If backups are switched off:")).told == (
        "This clause is for one case: it stands under “If backups are switched off”."
    )
    assert limit_of("Write to us.", (), ("If you have questions",)).told == ""


def test_that_a_clause_is_about_a_trial_is_told() -> None:
    words = "Larkwell gives no warranty with respect to trial periods, and may end one at any time."
    assert limit_of(words, (), ()).told == (
        "Part of this clause, at least, is about trials, tests or what is free: "
        "it says “with respect to trial periods”."
    )
    assert limit_of("You may use it free of charge for seven days.", (), ()).told == ""
    assert limit_of("The claim is brought before a judge for trial.", (), ()).told == ""
    assert "your trial" in limit_of("We promise nothing during your trial.", (), ()).told
    assert limit_of("Alder is the forum for trial court proceedings.", (), ()).told == ""


def test_the_line_above_and_the_heading_are_quoted_where_the_words_are_for_all() -> None:
    lead_in = "If you are a California resident, you may:"
    assert limit_of("ask for a copy;", (lead_in,), ()).told == (
        "By the line above it, this holds only “if you are a California resident”."
    )
    assert limit_of("You may ask.", (), ("Rights", "5. Notice for California residents")).told == (
        "The heading above it is “5. Notice for California residents”, so it may hold only for those whom this part is "
        "for."
    )


@pytest.mark.parametrize(
    "heading",
    [
        "How other users can use your content",
        "Transfers to the United States",
        "For all users",
        "Use of data for business purposes",
        "Contact us",
        "If you're posting content",
        "If you keep to these rules, you have the rights below",
        "Consent to use customer data",
        "",
    ],
)
def test_other_headings_limit_nobody(heading: str) -> None:
    assert limit_of("We keep it.", (), (heading,)).told == ""


def test_the_limit_comes_before_what_the_clause_is_and_only_there() -> None:
    one = load_catalogue()["no-refund"]
    words = "If you are a consumer, fees are final."
    assessment = compose(
        *(one, load_prose().get(one.id), one.severity, find_facts(words), "Larkwell"),
        words=words,
        limit=limit_of(words, (), ()),
    )
    assert assessment is not None
    assert assessment.what[0] == "By its words this holds only “if you are a consumer”."
    assert written(assessment).count("this holds only") == 1


def test_a_condition_that_governs_a_part_is_told_as_one() -> None:
    home = Stating("If you are a consumer, the law of your home counts.")
    other = Stating("In all other cases the law of Ostmark counts.")
    limit = limit_of(f"{home.words} {other.words}", (), (), (home, other))
    told = "Not all of this clause is for everybody: a part of it holds only “if you are a consumer”."
    assert limit.told == told
    behind = limit_of(f"{other.words} {home.words}", (), (), (other, home))
    assert behind.told == told


def test_a_condition_is_quoted_up_to_its_main_clause() -> None:
    courts = Stating("Claims are heard in Larkton.")
    words = (
        f"{courts.words} If you reside in a place that requires its own law, courts, or other rules—such as Ostmark—"
        "then those rules apply instead."
    )
    assert limit_of(words, (), (), (courts, Stating(words.removeprefix(courts.words).strip()))).told == (
        "Not all of this clause is for everybody: a part of it holds only “if you reside in a place that requires its "
        "own law, courts, or other rules—such as Ostmark”."
    )
    row = "If you reside in a place that requires its own law, courts, or other rules those apply instead."
    assert limit_of(f"{courts.words} {row}", (), (), (courts, Stating(row))).told.endswith("requires its own law …”.")


def test_what_goes_before_a_list_governs_its_items() -> None:
    lead_in = "If you are a Utah resident, you may:"
    words = f"{lead_in} ask for a copy; ask us to stop."
    limit = limit_of(words, (), (), (Stating("ask for a copy;", lead_in), Stating("ask us to stop.", lead_in)))
    assert limit.told == "By its words this holds only “if you are a Utah resident”."


def test_what_differs_by_plan_is_told_of_neither_as_of_all() -> None:
    free = Stating("If Customer uses the Services under an unpaid subscription, Customer lets Larkwell train.")
    paid = Stating("If Customer uses the paid Services and if they are not left out, Customer can opt out.")
    limit = limit_of(f"{free.words} {paid.words}", (), (), (free, paid))
    assert limit.told == (
        "It says different things to different people: it speaks of “If Customer uses the Services under an unpaid "
        "subscription” and “If Customer uses the paid Services”."
    )


def test_in_a_text_for_developers_or_of_customers_readers_learn_whom_it_binds() -> None:
    assert limit_of("You must not sell data.", (), (), terms_type="Developer Terms").told == (
        "The document that it stands in is recorded as one for developers."
    )
    customer = limit_of("Customer may opt out of training.", (), (), between_businesses=True)
    assert customer.told.startswith("It speaks of the customer, who has the contract")
    for words in ("You may opt out of training.", "Customer and its authorised users may opt out."):
        assert limit_of(words, (), (), between_businesses=True) == NO_LIMIT
    # Data subjects are among those whom it speaks of.
    told = limit_of("Customer may opt out. Larkwell tells the data subjects.", (), (), between_businesses=True)
    assert told == NO_LIMIT


def test_what_is_filed_for_others_too_is_not_told_as_for_developers_alone() -> None:
    as_both = limit_of("You must not sell data.", (), (), terms_type="Developer Terms", also_as=("Privacy Policy",))
    assert as_both == NO_LIMIT
    as_one = limit_of("You must not sell data.", (), (), terms_type="Developer Terms", also_as=("Developer Terms",))
    assert as_one.told == "The document that it stands in is recorded as one for developers."


def test_a_place_ahead_of_what_one_may_do_there_bounds_it() -> None:
    told = limit_of("In France, you can say what becomes of your letters after your death.", (), ())
    assert told.own and told.told == "By its words this holds “in France”."
    assert limit_of("In France, we store your letters.", (), ()) == NO_LIMIT


def test_newcomers_are_told_where_a_clause_is_for_them() -> None:
    told = limit_of("If you are a new Larkwell user, you can keep out of it within ten days.", (), ())
    assert told.told == "By its words this holds only “if you are a new Larkwell user”."


@pytest.mark.parametrize(
    "first",
    [
        "This section applies only to residents of Alder",
        "This Section only applies if the Customer lives in Alder",
        "This clause shall only apply to boats that carry letters",
    ],
)
def test_a_first_sentence_on_whom_a_section_is_for_is_quoted(first: str) -> None:
    told = limit_of(f"2.1 {first}. Larkwell may close a berth.", (), ())
    assert told.own and told.told == f"It begins with whom or what it is for: “{first}”."


def _told(clause_type: str, words: str, **about: Any) -> str:
    one = load_catalogue()[clause_type]
    facts = find_facts(words)
    assessment = compose(one, load_prose().get(one.id), one.severity, facts, "Larkwell", words=words, **about)
    assert assessment is not None
    return written(assessment)


def test_a_clause_between_businesses_gives_no_advice_to_consumers() -> None:
    words = "These terms are governed by the laws of Ostmark."
    assert "If you are a consumer" in _told("governing-law", words)
    assert "onsumer" not in _told("governing-law", words, between_businesses=True)


def test_who_may_join_a_programme_is_told_without_children() -> None:
    words = "You must be at least 18 years old."
    assert "child" in _told("age-requirement", words)
    assert "child" not in _told("age-requirement", words, of_programme=True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Creator is a legal resident of the fifty (50) United States, D.C., or its territories, and is 18.",
            "“legal resident of the fifty (50) United States …”",
        ),
        ("You must be 18 and reside in the United States, and be kind.", "“reside in the United States”"),
    ],
)
def test_where_one_has_to_live_is_told_in_its_words(words: str, said: str) -> None:
    told = composed("age-requirement", words)
    assert f"It asks where one lives or is seated: {said}." in told.what
    assert "limit by country" not in written(told)


@pytest.mark.parametrize(
    "words",
    [
        "You must be of the age that the laws of the country require in which you live.",
        "You must be 13, or older where the law of your country of residence says so.",
    ],
)
def test_whose_age_counts_is_no_place_to_live_in(words: str) -> None:
    assert "lives or is seated" not in written(composed("age-requirement", words))


def test_those_who_are_excepted_and_told_nowhere_are_not_among_the_others() -> None:
    both = (
        "Unless you are located in the United States{}, the laws of France will govern all disputes. "
        "If you are located in the United States, California law will govern all disputes."
    )
    told = "It names the law of California (for people in the US) or France ({})."
    plain = composed("governing-law", both.format("")).what
    assert told.format("for others") in plain
    excepted = composed("governing-law", both.format(" or if you're a consumer residing in the European Union")).what
    assert told.format("with exceptions") in excepted


def test_a_condition_ends_where_its_main_clause_begins() -> None:
    words = "If you live in Utah, Nevada, or Texas you have some additional rights: you may ask for a copy."
    assert limit_of(words, (), (), (Stating(words),)).told.endswith("“if you live in Utah, Nevada, or Texas”.")
    where = "If you are a resident of the country where you have signed up, you may ask for a copy."
    assert limit_of(where, (), (), (Stating(where),)).told.endswith("where you have signed up”.")


def test_one_of_two_conditions_is_not_told_for_both() -> None:
    words = "If Customer uses the services under an unpaid subscription, or if it has not refused, Larkwell may train."
    told = limit_of(words, (), (), (Stating(words),)).told
    assert told.endswith("a part of it holds only “if Customer uses the services under an unpaid subscription …”.")


def test_what_stands_ahead_of_a_condition_is_for_everybody() -> None:
    free, local = "You are always free to leave the harbour.", "If you live in California, you can also withdraw."
    assert limit_of(f"{free} {local}", (), (), (Stating(local),)).told == (
        "Not all of this clause is for everybody: a part of it holds only “if you live in California”."
    )
    assert limit_of(f"Leaving. {local}", (), (), (Stating(local),)).told.startswith("By its words this holds only")


def test_data_of_a_customer_is_no_customer() -> None:
    assert limit_of("Larkwell keeps Customer Data sealed.", (), (), between_businesses=True) == NO_LIMIT


def test_a_row_of_places_that_goes_on_is_marked() -> None:
    told = limit_of("Residents in Brazil, Ostmark and Westmark, if you wish, you can write to the quay.", (), ())
    assert told.told.endswith("it speaks of “Residents in Brazil …”.")
    told = limit_of("Residents in Brazil, if you wish, you can write to the quay.", (), ())
    assert told.told.endswith("it speaks of “Residents in Brazil”.")


@pytest.mark.parametrize("begins", ["If you live in ", "For users in ", "In "])
def test_places_without_end_are_read_in_good_time(begins: str) -> None:
    began = time.process_time()
    limit_of(begins + "Spain and " * 2_000, (), ())
    assert time.process_time() - began < 2
