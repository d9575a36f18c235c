"""A clause on which no effect was found is named where a sentence surely states its type: on pages, lists and so on."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from conductatlas.monitoring.messages.told import Limits, tell
from conductatlas.records.models import Change, ItemKind, Verdict
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

pytestmark = pytest.mark.django_db
_SURE = "We may use your content to train our models, unless you opt out."
_OPEN = "The mill is open on all days but Sunday."
_SHUT = "The mill is open on all days but Monday."
_TRAINING, _INDEMNITY = "ai-training-on-user-content", "liability-limitation"


def _change(passage: str, clause_types: dict[str, dict[str, bool]]) -> Change:
    """A change of the sentence behind some words: a provision of each type, with what holds of its item."""
    document = make_document("Larkwell", f"Terms {Change.objects.count()}")
    first = make_version(document, f"# Terms\n\n{passage} {_OPEN}\n", at(2026, 1, 10))
    provisions = [make_provision(first, one, f"{passage} {_OPEN}") for one in clause_types]
    second = make_version(document, f"# Terms\n\n{passage} {_SHUT}\n", at(2026, 2, 10))
    change = make_change(second, Verdict.SUBSTANTIVE)
    for provision, fields in zip(provisions, clause_types.values(), strict=True):
        before, after = reword(provision, second, f"{passage} {_SHUT}", severity="medium")
        item = make_item(change, ItemKind.REWORDED, provision, before, after)
        change.items.filter(pk=item.pk).update(**fields)
    return change


def _headings(client: Client, change: Change) -> list[str]:
    page = client.get(f"/{change.permanent_id}").content.decode()
    shown = page.partition('id="items"')[2].partition("</section>")[0]
    seen = (re.sub(r"<[^>]*>", "", one) for one in re.findall(r"<h3>.*?</h3>|<p class=\"note\">Also.*?</p>", shown))
    return [" ".join(one.split()) for one in seen]


@pytest.mark.parametrize(
    ("fields", "named", "unnamed"),
    [
        (
            {"elsewhere": True},
            "words changed in a passage found as AI training on user content",
            "words changed in a passage",
        ),
        ({"to_the_letter": True}, "reworded AI training on user content with no effect found", "a passage edited with"),
    ],
)
def test_it_is_named_where_a_sentence_surely_states_it(
    client: Client, fields: dict[str, bool], named: str, unnamed: str
) -> None:
    (heading,) = _headings(client, _change(_SURE, {_TRAINING: fields}))
    assert heading.startswith(named)
    (heading,) = _headings(client, _change("The mill grinds your corn.", {_TRAINING: fields}))
    assert heading.startswith(unnamed)
    assert "training" not in heading


def test_of_a_passage_that_may_not_state_it_nothing_is_named(client: Client) -> None:
    assert _headings(client, _change(_SURE, {_TRAINING: {"unsure": True}})) == ["words changed in a passage"]


def test_beside_what_is_told_of_a_passage_only_sure_ones_are_named(client: Client) -> None:
    beside = {"elsewhere": True}
    told, also = _headings(client, _change(_SURE, {"ai-training-opt-out": {}, _TRAINING: beside, _INDEMNITY: beside}))
    assert told.startswith("reworded AI training opt-out")
    assert also == "Also found as AI training on user content."
    assert len(_headings(client, _change(_SURE, {_TRAINING: {}, _INDEMNITY: beside}))) == 1


def _everywhere(client: Client, change: Change) -> dict[str, str]:
    """What a list, a feed, its JSON, the record's JSON and a message say of a change, as a reader sees it."""
    feed = client.get("/changes.atom").content.decode()
    values = client.get("/changes.feed.json").json()["items"][0]["_conductatlas"]["items"][0]
    (item,) = tell(change, list(change.items.all()), Limits(1, 5, 500, 5, 5)).items
    record = client.get(f"/{change.permanent_id}.json").json()["passages"][0]["items"][0]
    shown = {
        "list": client.get("/changes").content.decode().partition('class="item-lines"')[2].partition("</ul>")[0],
        "feed": feed.partition("<entry>")[2].partition("blockquote")[0],
        "feed in JSON": f"{values['done']} {values['summary']}",
        "record in JSON": f"{record['done']} {record['summary']}",
        "message": f"{item.headed} {item.summary}",
    }
    return {name: " ".join(re.sub(r"<[^>]*>", "", said).split()) for name, said in shown.items()}


@pytest.mark.parametrize("fields", [{"elsewhere": True}, {"to_the_letter": True}])
def test_lists_feeds_messages_and_json_name_it_where_the_page_does(client: Client, fields: dict[str, bool]) -> None:
    change = _change("The mill grinds your corn.", {_TRAINING: fields})
    for name, said in _everywhere(client, change).items():
        assert "training" not in said.lower(), name
        assert "passage" in said, name


def test_lists_and_messages_name_what_is_surely_stated(client: Client) -> None:
    said = _everywhere(client, _change(_SURE, {_TRAINING: {"elsewhere": True}}))
    for name in ("list", "message"):
        assert "AI training on user content" in said[name], name


def test_a_list_tells_once_of_passages_whose_types_it_does_not_tell(client: Client) -> None:
    beside = {"elsewhere": True}
    _change("The mill grinds your corn.", {_TRAINING: beside, _INDEMNITY: beside})
    said = client.get("/changes").content.decode().partition('class="item-lines"')[2].partition("</ul>")[0]
    shown = " ".join(re.sub(r"<[^>]*>", "", said).replace(">", "").split())
    assert shown == "words changed in a passage and 1 more like it"
