"""The record of a provision shows how other platforms handle the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from conductatlas.records.models import Provision, ProvisionState
from tests.records_factory import World, at, make_document, make_provision, make_version

LARKWELL = "We may sell your personal data to advertisers and data brokers for money, and we give 30 days of notice."
TIDEWATER = "We may sell your personal data to data brokers and to other advertisers for money or other benefits."
LAW = "These terms are governed by the laws of Ireland, without regard to its conflict of law rules."
STRANGER = "The seller of a second-hand boat must state its age."


def _clause(platform: str, quote: str, **grade: Any) -> Provision:
    version = make_version(make_document(platform, "Data Terms"), quote, at(2026, 1, 1))
    return make_provision(version, grade.pop("clause_type", "data-sale"), quote, **{"severity": "high", **grade})


def _others(client: Client, provision: Provision) -> Mapping[str, Any]:
    page: dict[str, Any] = client.get(f"/{provision.permanent_id}.json").json()
    others: dict[str, Any] = page["other_platforms"]
    return others


def test_a_clause_of_another_platform_is_quoted_graded_and_linked(client: Client, db: None) -> None:
    mine = _clause("Larkwell", LARKWELL)
    theirs = _clause("Tidewater Chat", TIDEWATER)
    (other,) = _others(client, mine)["telling"]
    assert other["provision"]["id"] == theirs.permanent_id
    assert other["quote"] == TIDEWATER
    assert other["whole"]
    html = client.get(f"/{mine.permanent_id}").content.decode()
    assert f'<a href="/{theirs.permanent_id}">Tidewater Chat</a>' in html
    assert "/compare?clause_type=data-sale&amp;platform=larkwell&amp;platform=tidewater-chat" in html
    assert "are near to those of the clause above." in html
    assert ("A remark on one" in html) is bool(other["difference"])


def test_the_mark_of_an_item_is_apart_from_its_words_when_they_are_copied(client: Client, db: None) -> None:
    item = _clause("Larkwell", f"* {LARKWELL}")
    html = client.get(f"/{item.permanent_id}").content.decode()
    assert re.search(r'<span class="item-mark">• </span>', html)


def test_another_grade_is_told_with_its_ground(client: Client, db: None) -> None:
    sale = "If Larkwell merges, your data may be transferred to the company that acquires our business."
    notice = "We give you notice before the transfer of your data."
    reason = {"modifier": "transfer-with-notice", "explanation": "lowered: notice or a choice is promised"}
    grade = {"clause_type": "business-transfer", "severity": "medium"}
    mine = _clause("Larkwell", sale, **grade)
    text = f"{sale} {notice}".replace("Larkwell", "Tidewater")
    place = {"start": text.index(notice), "end": len(text)}
    _clause("Tidewater Chat", text, **{**grade, "severity": "low", "reasons": [{**reason, **place}]})
    told = "It is graded low (notice or a choice is promised), where this one is graded medium."
    assert [one["difference"] for one in _others(client, mine)["telling"]] == [told]
    html = client.get(f"/{mine.permanent_id}").content.decode()
    assert told in html
    assert "A remark on one rests on its words that are quoted here" in html


def test_a_stranger_of_the_same_type_is_not_shown(client: Client, db: None) -> None:
    mine = _clause("Larkwell", LARKWELL)
    _clause("Tidewater Chat", STRANGER)
    assert _others(client, mine)["telling"] == []
    assert (
        "is near enough in its words to be set beside this one" in client.get(f"/{mine.permanent_id}").content.decode()
    )


@pytest.mark.parametrize("state", [ProvisionState.REMOVED, ProvisionState.WITHDRAWN, ProvisionState.MERGED])
def test_what_does_not_stand_is_not_shown(client: Client, db: None, state: ProvisionState) -> None:
    mine, theirs = _clause("Larkwell", LARKWELL), _clause("Tidewater Chat", TIDEWATER)
    assert len(_others(client, mine)["telling"]) == 1
    Provision.objects.filter(id=theirs.id).update(state=state)
    assert _others(client, mine)["telling"] == []


def test_who_says_the_same_in_the_same_words_is_only_named(client: Client, db: None) -> None:
    mine, theirs = _clause("Larkwell", LARKWELL), _clause("Tidewater Chat", LARKWELL)
    others = _others(client, mine)
    assert others["telling"] == []
    assert [one["provision"]["id"] for one in others["same_words"]] == [theirs.permanent_id]
    html = client.get(f"/{mine.permanent_id}").content.decode()
    assert "In much the same words: " in html
    assert "none in other words is near enough to be set beside this one" in html


def test_a_long_clause_is_cut_at_sentences_and_stays_verbatim(client: Client, db: None) -> None:
    mine = _clause("Larkwell", LAW.replace("Ireland", "Malta"), clause_type="governing-law")
    long = "The “shore” is long and the tide is slow. " * 20 + LAW
    _clause("Tidewater Chat", long, clause_type="governing-law")
    (other,) = _others(client, mine)["telling"]
    assert not other["whole"]
    assert other["quote"] in long
    assert other["quote"].endswith(LAW)


def test_prevalence_is_said_in_words(client: Client, world: World) -> None:
    assert _others(client, world.arbitration)["prevalence"] == "Unique: 0 of 1 other platform"
    assert _others(client, world.training)["prevalence"] == "2 of 2 platforms"
    assert _others(client, world.gone)["prevalence"] == "0 of 2 platforms", "it stands no more"


def test_what_the_catalogue_no_longer_knows_is_compared_with_nothing(client: Client, db: None) -> None:
    version = make_version(make_document("Larkwell"), LARKWELL, at(2026, 1, 1))
    provision = make_provision(version, "a-type-of-old", LARKWELL)
    assert _others(client, provision)["telling"] == []


def test_a_quotation_that_begins_within_a_row_of_a_table_is_shown_as_one(client: Client, db: None) -> None:
    filler = "Larks are larks, and larks are these larks. "
    table = f"| Case | Words | Who |\n| --- | --- | --- |\n| What | {filler * 14}{LAW[:-1]} | Larks |"
    mine = _clause("Larkwell", LAW.replace("Ireland", "Malta"), clause_type="governing-law")
    _clause("Tidewater Chat", table, clause_type="governing-law")
    (other,) = _others(client, mine)["telling"]
    assert other["quote"].endswith("| Larks |")
    assert not other["quote"].startswith("|")
    html = client.get(f"/{mine.permanent_id}").content.decode()
    quoted = html.partition("<blockquote cite=")[2].partition("</blockquote>")[0]
    assert "<td>Larks</td>" in quoted
    assert "|" not in quoted


def test_a_clause_of_its_type_in_a_long_document_is_read_before_all_others(client: Client, db: None) -> None:
    notice = {"kind": "notice-period", "value": "30", "unit": "days", "start": 86, "end": 103}
    _clause("Larkwell", LARKWELL, facts=[notice])
    others = "We share what birds sing with those who count them. " * 450
    period = "Before we sell data we give 30 days of notice."
    version = make_version(make_document("Tidewater Chat"), f"{others}\n\n{TIDEWATER}\n\n{period}", at(2026, 1, 1))
    make_provision(version, "third-party-sharing", others)
    mine = make_provision(version, "data-sale", TIDEWATER, severity="high")
    make_provision(version, "data-sale", period, severity="high")
    assert all("no period of notice" not in one["difference"] for one in _others(client, mine)["telling"])
