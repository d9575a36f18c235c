"""Of words that went, the next version shows as nearest what is like them, and nothing where nothing is."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from conductatlas.records.models import Provision, ProvisionState, Verdict
from tests.records_factory import at, make_change, make_document, make_provision, make_version, remove

pytestmark = pytest.mark.django_db
_RIGHTS = (
    "You may ask Larkwell for a copy of the personal data that we hold on your boats. You can ask whether we use it, "
    "how we use it and with whom it has been shared, and in some circumstances have it sent to the harbour of Ostmark."
)
_BESIDE = "The harbour of Ostmark is closed in winter."
_UNLIKE = "You can access and download your personal data in some circumstances."


def _went(before: str, now: str, words: str, verdict: Verdict) -> Provision:
    """The record of rights of which some `words` went with a change of one text into another."""
    document = make_document("Larkwell")
    first = make_version(document, before, at(2026, 1, 10))
    rights = make_provision(first, "access-portability-right", words)
    second = make_version(document, now, at(2026, 2, 10))
    make_change(second, verdict)
    remove(rights, second)
    rights.state = ProvisionState.UNCLEAR
    rights.save()
    return rights


def _taken_out(client: Client, rights: Provision) -> dict[str, Any]:
    told: dict[str, Any] = client.get(f"/{rights.permanent_id}.json").json()["taken_out"]
    return told


def _nearest(client: Client, after: str) -> list[str]:
    before, now = (f"# Terms\n\n{_BESIDE}\n\n{words}\n" for words in (_RIGHTS, after))
    nearest: list[str] = _taken_out(client, _went(before, now, _RIGHTS, Verdict.SUBSTANTIVE))["nearest"]
    return nearest


def test_a_passage_that_shares_some_words_is_not_shown(client: Client) -> None:
    assert _nearest(client, _UNLIKE) == []


def test_a_sentence_that_a_passage_run_together_had_still_stands(client: Client) -> None:
    glued = f"The harbour of OstmarkIs closed in winter.{_RIGHTS}Learn more about the boats of Larkwell:"
    now = f"# Terms\n\n{_BESIDE}\n\n{_RIGHTS}\n"
    rights = _went(f"# Terms\n\n{glued}\n", now, glued, Verdict.EDITORIAL)
    taken_out = _taken_out(client, rights)
    assert (taken_out["still_said"], taken_out["nearest"]) == ([_RIGHTS], [])
    page = client.get(f"/{rights.permanent_id}").content.decode()
    assert "These words are gone as they stood together:" in page
    assert "the program can’t tell, so it does not count" not in page
