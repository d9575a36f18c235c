"""Changes of one platform: few platforms are chosen from a list, of many one is named, in a page that stays small."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Platform, Verdict
from tests.records_factory import at, make_change, make_document, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _changed() -> None:
    document = make_document("Larkwell Mail")
    make_version(document, "You may cancel.", at(2026, 1, 10))
    make_change(make_version(document, "You may not cancel.", at(2026, 2, 10)), Verdict.SUBSTANTIVE)


def test_few_are_in_a_list(client: Client) -> None:
    page = client.get("/changes?platform=larkwell-mail").content.decode()
    assert '<option value="larkwell-mail" selected>Larkwell Mail</option>' in page


def test_of_many_one_is_named_as_people_write_it(client: Client) -> None:
    Platform.objects.bulk_create([Platform(name=f"Harbour {n}", slug=f"harbour-{n}") for n in range(1000)])
    page = client.get("/changes?platform=larkwell mail")
    assert "CA-C-000001" in page.content.decode()
    assert '<input type="search" name="platform" value="Larkwell Mail" placeholder="any">' in page.content.decode()
    assert len(page.content) < 60_000
    assert client.get("/changes?platform=nobody").status_code == 404
