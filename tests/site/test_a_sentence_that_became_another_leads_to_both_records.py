"""What a sentence became is told alike on the page of the change and on that of the record whose words it was."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Change, Provision, ProvisionState, Verdict
from tests.records_factory import at, make_change, make_document, make_provision, make_version, remove

pytestmark = pytest.mark.django_db
_BEFORE = "We do not use your plans or messages to train our artificial intelligence models."
_AFTER = "We may use your plans and messages to train our artificial intelligence models."
_BESIDE = "Plans are drawn on paper, and kept in a drawer of the mill."


@pytest.fixture
def records() -> tuple[Change, Provision, Provision]:
    """A promise whose record ended with a change, and the permission that began with it."""
    document = make_document("Larkwell")
    first = make_version(document, f"# Terms\n\n{_BESIDE}\n\n{_BEFORE}\n", at(2026, 1, 10))
    promise = make_provision(first, "ai-no-training-commitment", _BEFORE)
    second = make_version(document, f"# Terms\n\n{_BESIDE}\n\n{_AFTER}\n", at(2026, 2, 10))
    permission = make_provision(second, "ai-training-on-user-content", _AFTER, severity="high")
    change = make_change(second, Verdict.SUBSTANTIVE)
    remove(promise, second)
    promise.state = ProvisionState.UNCLEAR
    promise.save()
    return change, promise, permission


def test_the_page_of_the_change_links_to_both(client: Client, records: tuple[Change, Provision, Provision]) -> None:
    change, promise, permission = records
    page = client.get(f"/{change.permanent_id}").content.decode()
    shown = page.partition('id="sentences"')[2].partition("</section>")[0]
    assert f'Before in <a href="/{promise.permanent_id}">No-training commitment</a>' in shown
    assert f'now in <a href="/{permission.permanent_id}">AI training on user content</a>' in shown
    (sentence,) = client.get(f"/{change.permanent_id}.json").json()["sentences"]["shown"]
    assert [one["id"] for one in (*sentence["was"], *sentence["now"])] == [
        promise.permanent_id,
        permission.permanent_id,
    ]


def test_the_record_that_ended_shows_the_same_pair(
    client: Client, records: tuple[Change, Provision, Provision]
) -> None:
    _, promise, _ = records
    taken_out = client.get(f"/{promise.permanent_id}.json").json()["taken_out"]
    assert [(one["before"], one["after"]) for one in taken_out["became"]] == [(_BEFORE, _AFTER)]
    assert taken_out["nearest"] == []
    page = client.get(f"/{promise.permanent_id}").content.decode()
    assert "In the next version a sentence of them became another:" in page
    assert "Nearest to them in the next version" not in page


def test_what_is_shown_as_an_edit_is_not_shown_whole_as_well(
    client: Client, records: tuple[Change, Provision, Provision]
) -> None:
    change, _, _ = records
    page = client.get(f"/{change.permanent_id}").content.decode()
    assert "Words that came" not in page and "Words taken out" not in page
    assert client.get(f"/{change.permanent_id}.json").json()["unsettled"] == []
