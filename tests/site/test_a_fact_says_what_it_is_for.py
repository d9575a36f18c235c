"""A figure on the page of a record stands with its sentence, under a name that says what it is for."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from django.test import Client

from conductatlas.provisions import find_facts, limits_of_notice, qualifier, yields_to_the_law
from conductatlas.site.presenters.clause_facts import name_of_kind
from tests.records_factory import World, at, make_document, make_provision, make_version


@pytest.mark.parametrize(
    ("words", "holds_for"),
    [
        ("If you are under 18, you need the permission of a parent.", "below which a parent or guardian must agree"),
        (
            "With the consent of a parent if you are under 18, you may join.",
            "below which a parent or guardian must agree",
        ),
        ("You must be at least 13, and a parent must agree if you are under 16.", ""),
        (
            "You must be at least 13 years old to use it In addition, you must have parental or guardian permission.",
            "",
        ),
        (
            "You must be at least 18 or have the permission of a parent.",
            "below which a parent or guardian must agree",
        ),
        ("You must be at least 18 years old. Parents can write to us.", ""),
        ("For users above the age of 13 but below the age of consent, a parent must agree.", ""),
        ("You must be at least 18 or the age of majority where you live.", "or another age that applies"),
    ],
)
def test_an_age_below_which_a_parent_must_agree_says_so(words: str, holds_for: str) -> None:
    first = next(fact for fact in find_facts(words) if fact.kind == "minimum-age")
    assert qualifier(first, words) == holds_for


def test_the_last_age_of_those_for_whom_a_parent_must_agree_is_no_limit() -> None:
    words = "If you are between 13 and 17 years old, a parent must agree."
    assert [qualifier(fact, words) for fact in find_facts(words) if fact.kind == "minimum-age"] == ["", ""]


@pytest.mark.parametrize(
    ("words", "runs_from"),
    [
        ("Notes are deleted within 24 hours after everybody opened them or they have expired.", "after it is opened"),
        ("Links are deleted within 10 days after they have expired.", ""),
        ("After you request to close your account we keep it for 60 days.", "after the request"),
        (
            "If you request that we delete your letters, it takes up to 60 days to delete them after we begin.",
            "until deletion",
        ),
        (
            "If you request that we delete your notes, it may take up to 90 days to delete them.",
            "after the request",
        ),
        ("It may take up to 90 days to delete notes.", "until deletion"),
        ("A note that you delete goes into the trash, where it stays for 14 days.", "in the trash"),
        (
            "When the trash is emptied, notes stay in our system for up to 14 days before final deletion.",
            "after the trash is emptied",
        ),
        ("We delete your data within 10 days after such expiration or termination.", "after the contract ends"),
        ("We delete your data within 10 days after your subscription has expired.", "after the contract ends"),
    ],
)
def test_what_a_time_of_storage_runs_from_is_read_from_its_sentence(words: str, runs_from: str) -> None:
    (fact,) = [one for one in find_facts(words) if one.kind == "retention-period"]
    assert qualifier(fact, words) == runs_from


@pytest.mark.parametrize(
    ("words", "yields"),
    [
        ("Except as required by law, we delete your notes within 30 days.", True),
        ("Barring legal requirements, we delete your notes within 30 days.", True),
        ("We delete your notes within 30 days. Unless a law asks for it, we share nothing.", False),
    ],
)
def test_a_time_of_storage_says_that_the_law_comes_first(words: str, yields: bool) -> None:
    (fact,) = [one for one in find_facts(words) if one.kind == "retention-period"]
    assert yields_to_the_law(fact, words) is yields


def test_the_period_whose_payments_make_the_cap_is_called_so() -> None:
    assert name_of_kind("liability-period") == "period whose payments limit liability"


@pytest.mark.django_db
def test_a_figure_stands_with_its_sentence(client: Client, world: World) -> None:
    words = "We are liable for fraud. Our liability is limited to EUR 900 in each year."
    version = make_version(make_document("Fernpost"), words, at(2026, 2, 1))
    provision = make_provision(version, "liability-limitation", words)
    wording = provision.wordings.latest("first_version__ordinal")
    wording.facts = [asdict(fact) for fact in find_facts(words)]
    wording.save()
    (fact,) = client.get(f"/{provision.permanent_id}.json").json()["facts"]
    assert (fact["kind"], fact["value"]) == ("sum in a limit of liability", "900")
    assert fact["quote"] == "Our liability is limited to EUR 900 in each year."


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("We do not sell data, as that word is defined under state privacy laws.", []),
        ("Under state privacy laws you have the right to a copy.", ["US residents"]),
    ],
)
def test_a_law_that_defines_a_word_names_no_people(words: str, named: list[str]) -> None:
    assert [fact.value for fact in find_facts(words) if fact.kind == "applies-to"] == named


@pytest.mark.django_db
def test_the_longest_time_is_told_as_that(client: Client, world: World) -> None:
    words = "It may take up to 90 days to delete notes. Logs are kept for 30 days."
    version = make_version(make_document("Fernpost"), words, at(2026, 2, 1))
    provision = make_provision(version, "retention-period", words)
    wording = provision.wordings.latest("first_version__ordinal")
    wording.facts = [asdict(fact) for fact in find_facts(words)]
    wording.save()
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert "<td>up to 90 days</td>" in page
    assert "<td>30 days</td>" in page


@pytest.mark.django_db
def test_a_notice_is_told_with_who_gets_it_and_that_it_can_be_longer(client: Client, world: World) -> None:
    words = "We may end your plan by giving you at least 30 days' notice. If we do so, we will refund you pro rata."
    version = make_version(make_document("Fernpost"), words, at(2026, 2, 1))
    facts = [asdict(fact) for fact in find_facts(words)]
    provision = make_provision(version, "unilateral-termination", words, facts=facts)
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert "Notice period, given to the user</th><td>at least 30 days</td>" in page


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ("We will give you notice 30 days before we change these rules.", ()),
        ("We will give you notice 30 days before a material change of these rules.", ("for some changes",)),
        (
            "We use reasonable efforts to notify you 30 days before we change the rules, unless safety calls for less.",
            ("with exceptions", "by reasonable efforts"),
        ),
        ("You must give us notice at least 30 days before a major change of your farm.", ()),
    ],
)
def test_in_what_a_notice_is_less_than_it_looks_is_told(words: str, limits: tuple[str, ...]) -> None:
    (fact,) = [one for one in find_facts(words) if one.kind == "notice-period"]
    assert limits_of_notice(fact, words) == limits
