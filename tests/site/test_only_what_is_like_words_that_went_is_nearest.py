"""Of words that went, the next version shows as nearest what is like them, and nothing where nothing is."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import ProvisionState, Verdict
from tests.records_factory import at, make_change, make_document, make_provision, make_version, remove

pytestmark = pytest.mark.django_db
_RIGHTS = (
    "You may ask Larkwell for a copy of the personal data that we hold on your boats. You can ask whether we use it, "
    "how we use it and with whom it has been shared, and in some circumstances have it sent to the harbour of Ostmark."
)
_BESIDE = "The harbour of Ostmark is closed in winter."
_UNLIKE = "You can access and download your personal data in some circumstances."


def _nearest(client: Client, after: str) -> list[str]:
    document = make_document("Larkwell")
    first = make_version(document, f"# Terms\n\n{_BESIDE}\n\n{_RIGHTS}\n", at(2026, 1, 10))
    rights = make_provision(first, "access-portability-right", _RIGHTS)
    second = make_version(document, f"# Terms\n\n{_BESIDE}\n\n{after}\n", at(2026, 2, 10))
    make_change(second, Verdict.SUBSTANTIVE)
    remove(rights, second)
    rights.state = ProvisionState.UNCLEAR
    rights.save()
    nearest: list[str] = client.get(f"/{rights.permanent_id}.json").json()["taken_out"]["nearest"]
    return nearest


def test_a_passage_that_shares_some_words_is_not_shown(client: Client) -> None:
    assert _nearest(client, _UNLIKE) == []


def test_a_sentence_that_a_passage_run_together_had_still_stands(client: Client) -> None:
    glued = f"The harbour of OstmarkIs closed in winter.{_RIGHTS}Learn more about the boats of Larkwell:"
    document = make_document("Larkwell")
    first = make_version(document, f"# Terms\n\n{glued}\n", at(2026, 1, 10))
    rights = make_provision(first, "access-portability-right", glued)
    second = make_version(document, f"# Terms\n\n{_BESIDE}\n\n{_RIGHTS}\n", at(2026, 2, 10))
    make_change(second, Verdict.EDITORIAL)
    remove(rights, second)
    rights.state = ProvisionState.UNCLEAR
    rights.save()
    taken_out = client.get(f"/{rights.permanent_id}.json").json()["taken_out"]
    assert (taken_out["still_said"], taken_out["nearest"]) == ([_RIGHTS], [])
    page = client.get(f"/{rights.permanent_id}").content.decode()
    assert "These words are gone as they stood together:" in page
    assert "the program can’t tell, so it does not count" not in page
