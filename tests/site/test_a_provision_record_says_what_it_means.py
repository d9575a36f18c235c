"""The record of a provision holds the written part that is composed for it, on the page and as JSON."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Provision
from tests.records_factory import World

pytestmark = pytest.mark.django_db


def test_the_written_part_stands_on_the_page_and_in_its_json(client: Client, world: World) -> None:
    for provision in Provision.objects.all():
        page = client.get(f"/{provision.permanent_id}").content.decode()
        written = client.get(f"/{provision.permanent_id}.json").json()["analysis"]["assessment"]
        assert written["what"]
        assert written["do"]
        assert written["method"] in page
        assert "What you can do about it" in page
        assert "It gives no legal advice" in page
