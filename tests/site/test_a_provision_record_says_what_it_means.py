"""The record of a provision holds the written part that is composed for it, on the page and as JSON."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from conductatlas.records.models import DecisionKind, Provision, Wording
from conductatlas.records.review import decide
from tests.records_factory import World, make_provision

pytestmark = pytest.mark.django_db


def test_the_written_part_stands_on_the_page_and_in_its_json(client: Client, world: World) -> None:
    for provision in Provision.objects.all():
        page = client.get(f"/{provision.permanent_id}").content.decode()
        written = client.get(f"/{provision.permanent_id}.json").json()["analysis"]["assessment"]
        assert written["in_general"]["why"]
        assert written["in_general"]["do"]
        assert written["method"] in page
        assert page.index("Clauses of this type in general") < page.index("What one can do about them")
        assert "It gives no legal advice" in page


def test_a_finding_that_is_unsure_says_so_until_somebody_decides(client: Client, world: World) -> None:
    path = f"/{world.training.permanent_id}"
    assert client.get(f"{path}.json").json()["doubt"] == ""
    Wording.objects.filter(provision=world.training).update(confidence=0.61)
    page, data = client.get(path).content.decode(), client.get(f"{path}.json").json()
    assert "unsure that this clause does what its title says (confidence 0.61 of 1)" in data["doubt"]
    assert data["doubt"] in page
    assert "adverse, if it is a clause of this type" in page
    assert page.index(data["doubt"]) < page.index("Clauses of this type in general")
    # Where nothing is told of the clause, there is nothing to reserve.
    assert data["analysis"]["assessment"]["what"] == []
    decide(world.training.id, DecisionKind.ACCEPT, reviewer="Ada", reason="It is so.", at=timezone.now())
    assert client.get(f"{path}.json").json()["doubt"] == ""
    assert "unsure" not in client.get(path).content.decode()


def test_nothing_is_written_of_what_is_likelier_something_else(client: Client, world: World) -> None:
    path = f"/{world.training.permanent_id}"
    Wording.objects.filter(provision=world.training).update(confidence=0.41)
    page, data = client.get(path).content.decode(), client.get(f"{path}.json").json()
    assert "not enough to tell here" in data["doubt"]
    assert data["doubt"] in page
    assert "Clauses of this type in general" not in page
    assert data["analysis"]["assessment"] is None
    assert data["institutional"] is None
    decide(world.training.id, DecisionKind.ACCEPT, reviewer="Ada", reason="It is so.", at=timezone.now())
    assert "Clauses of this type in general" in client.get(path).content.decode()


def test_words_that_a_grade_rests_on_are_quoted_whole(client: Client, world: World) -> None:
    wording = world.training.wordings.latest("first_version__ordinal")
    text = wording.passage.text
    start = text.index("training") + 2 if "training" in text else text.index("train") + 2
    wording.reasons = [{"modifier": "x", "explanation": "lowered: so", "start": start, "end": start + 2}]
    wording.save()
    (reason,) = client.get(f"/{world.training.permanent_id}.json").json()["reasons"]
    assert reason["quote"] == text


def test_a_heading_without_words_is_none(client: Client, world: World) -> None:
    Provision.objects.filter(id=world.training.id).update(heading="###")
    assert "###" not in client.get(f"/{world.training.permanent_id}").content.decode()


def test_of_what_is_unsure_no_law_is_told_nor_what_to_do(client: Client, world: World) -> None:
    path = f"/{world.training.permanent_id}"
    assert client.get(f"{path}.json").json()["institutional"]
    Wording.objects.filter(provision=world.training).update(confidence=0.61)
    page, data = client.get(path).content.decode(), client.get(f"{path}.json").json()
    assert data["institutional"] is None
    assert data["analysis"]["assessment"]["do"] == []
    assert "What you can do about" not in page
    assert "For those who must check it" not in page


def test_what_the_same_words_hold_besides_is_named(client: Client, world: World) -> None:
    passage = world.training.wordings.latest("first_version__ordinal").passage
    other = make_provision(world.versions[-1], "content-licence", passage.text)
    path = f"/{world.training.permanent_id}"
    (named,) = client.get(f"{path}.json").json()["in_same_words"]
    assert named["id"] == other.permanent_id
    assert "The program files these words under other types, too" in client.get(path).content.decode()
    Wording.objects.filter(provision=other).update(confidence=0.7)
    assert client.get(f"{path}.json").json()["in_same_words"] == []
    assert "under other types, too" not in client.get(path).content.decode()
