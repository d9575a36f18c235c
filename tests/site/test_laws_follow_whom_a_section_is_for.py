"""The laws beside a clause are those of the people that its section is for, and of those who contract in it."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Provision
from tests.records_factory import World

pytestmark = pytest.mark.django_db


def _jurisdictions(client: Client, provision: Provision, heading: str) -> set[str]:
    provision.heading = heading
    provision.save()
    shown = client.get(f"/{provision.permanent_id}.json").json()["institutional"]
    return {group["id"] for group in shown["groups"]} if shown else set()


@pytest.mark.parametrize(
    ("heading", "places"),
    [
        ("9. Your rights under the GDPR", {"EU"}),
        ("For users in Germany", {"EU"}),
        ("Additional disclosures for U.S. users", {"US"}),
        ("Notice for residents of Korea", set()),
    ],
)
def test_a_section_for_people_of_a_place_meets_its_laws(
    client: Client, world: World, heading: str, places: set[str]
) -> None:
    assert {"EU", "US"} < _jurisdictions(client, world.training, "")
    assert _jurisdictions(client, world.training, heading) == places


@pytest.mark.parametrize(
    "heading", ["If you live outside the European Union", "CONTACT US", "Your rights", "3. USE OF DATA BY US"]
)
def test_a_heading_that_names_nobodys_place_changes_nothing(client: Client, world: World, heading: str) -> None:
    assert _jurisdictions(client, world.training, heading) == _jurisdictions(client, world.training, "")


def test_a_title_in_the_first_line_of_a_clause_tells_for_whom_it_is(client: Client, world: World) -> None:
    passage = world.training.wordings.get(last_version=None).passage
    passage.text = f"> SCHEDULE 1: TERMS FOR THE UNITED STATES\n> ----\n>\n> {passage.text}"
    passage.save()
    assert _jurisdictions(client, world.training, "") == {"US"}
    # As a sentence it is no title.
    passage.text = f"SCHEDULE 1: TERMS FOR THE UNITED STATES\n\n{passage.text}"
    passage.save()
    assert {"EU", "US"} < _jurisdictions(client, world.training, "")
