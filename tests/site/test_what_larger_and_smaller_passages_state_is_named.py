"""A page names the clauses in a part of its words, and those of larger passages that its words are a part of."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

_WATCH = "We may monitor what you do on Larkwell from our own systems."
_SELL = "We sell what we learn of you to whoever pays for it."


def test_both_are_named(client: Client) -> None:
    text = f"{_WATCH} {_SELL}"
    version = make_version(make_document("Larkwell"), text, at(2026, 1, 1))
    larger = make_provision(version, "monitoring-rights", text)
    smaller = make_provision(version, "data-sale", _SELL)
    told, of_smaller = (client.get(f"/{one.permanent_id}.json").json() for one in (larger, smaller))
    assert [one["id"] for one in told["in_same_words"]] == [smaller.permanent_id]
    assert [one["id"] for one in of_smaller["in_larger_passages"]] == [larger.permanent_id]
    page = client.get(f"/{smaller.permanent_id}").content.decode()
    assert "These words are a part of a larger passage that is recorded as" in page
