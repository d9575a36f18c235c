"""What the record of a clause says of doubt is said wherever the clause is listed, and surer clauses stand first."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from django.test import Client

from conductatlas.provisions import find_facts
from conductatlas.records.models import Decision, DecisionKind, Provision, Wording
from tests.records_factory import World, at, make_document, make_provision, make_version

_MARK = '<span class="shape" aria-hidden="true">?</span> unsure</span>'


def _clause(platform: str, quote: str, confidence: float, severity: str = "high", stance: str = "adverse") -> Provision:
    version = make_version(make_document(platform, quote[:20]), quote, at(2026, 1, 1))
    provision = make_provision(version, "data-sale", quote, severity=severity, stance=stance)
    Wording.objects.filter(provision=provision).update(confidence=confidence)
    return provision


@pytest.fixture
def doubtful(world: World) -> Provision:
    """A clause of the rival that the program is unsure of."""
    return _clause("Tidewater Chat", "We may sell your data to partners.", 0.6)


def _json(client: Client, path: str) -> Any:
    return client.get(path).json()


@pytest.mark.parametrize(
    "path",
    [
        "/clause-types/data-sale{}",
        "/compare{}?clause_type=data-sale&platform=larkwell&platform=tidewater-chat",
        "/compare{}?platform=larkwell&platform=tidewater-chat",
        "/matrix{}?category=sharing",
        "/matrix{}",
        "/search{}?q=partners",
        "/CA-D-000004{}",
        "/CA-D-000004/text{}",
    ],
)
def test_an_unsure_clause_is_marked_in_words_and_in_json(client: Client, doubtful: Provision, path: str) -> None:
    assert doubtful.document.permanent_id == "CA-D-000004"
    assert client.get(path.format("")).content.decode().count(_MARK) == 1
    assert client.get(path.format(".json")).content.decode().count('"unsure": true') == 1
    Wording.objects.filter(provision=doubtful).update(confidence=0.9)
    assert _MARK not in client.get(path.format("")).content.decode()
    assert '"unsure": true' not in client.get(path.format(".json")).content.decode()


def test_what_a_person_confirmed_is_not_unsure(client: Client, doubtful: Provision) -> None:
    Decision.objects.create(
        provision=doubtful,
        passage=doubtful.wordings.get().passage,
        kind=DecisionKind.ACCEPT,
        clause_type="data-sale",
        new_type="data-sale",
        unit_keys=[],
        reviewer="A reader",
        reason="It says so.",
        decided_at=at(2026, 2, 1),
    )
    assert _MARK not in client.get("/clause-types/data-sale").content.decode()


def test_a_cell_of_several_clauses_as_grave_leads_to_one_that_is_sure(client: Client, doubtful: Provision) -> None:
    sure = _clause("Tidewater Chat", "We sell what you write.", 0.95)
    (row,) = [
        row
        for row in _json(client, "/compare.json?platform=larkwell&platform=tidewater-chat")["rows"]
        if row["clause_type"]["id"] == "data-sale"
    ]
    cell = row["cells"][1]
    assert (cell["path"], cell["unsure"], cell["count"]) == (f"/{sure.permanent_id}", False, 2)


def test_surer_clauses_are_quoted_first(client: Client, doubtful: Provision) -> None:
    _clause("Tidewater Chat", "We sell what you write.", 0.95, severity="medium")
    path = "/compare.json?clause_type=data-sale&platform=larkwell&platform=tidewater-chat"
    clauses = _json(client, path)["sides"][1]["clauses"]
    assert [(one["quote"], one["unsure"]) for one in clauses] == [
        ("We sell what you write.", False),
        ("We may sell your data to partners.", True),
    ]
    _clause("Zebra Mail", "We sell all that you say.", 0.95)
    lines = _json(client, "/clause-types/data-sale.json")["provisions"]
    assert [one["unsure"] for one in lines] == [False, True, False], "by severity, then by doubt"


def test_a_clause_of_no_severity_reads_as_stated(client: Client, world: World) -> None:
    _clause("Tidewater Chat", "We never sell your data.", 0.95, severity="none", stance="protective")
    _clause("Larkwell", "We speak of sales of data here.", 0.95, severity="none", stance="neutral")
    for path in ("/matrix?category=sharing", "/compare?platform=larkwell&platform=tidewater-chat"):
        html = client.get(path).content.decode()
        assert '<td class="none"><a href="/CA-P-000006">protective</a></td>' in html
        assert '<td class="none"><a href="/CA-P-000007">stated</a></td>' in html
        assert ">none<" not in html
        assert '<td><span aria-hidden="true">–</span><span class="visually-hidden">not found</span></td>' in html
    assert '<td class="none">stated <i>1</i></td>' in client.get("/matrix").content.decode()


def test_no_grade_is_told_of_what_is_likelier_no_clause_of_the_type(client: Client, world: World) -> None:
    words = "We will tell you before we sell data; you can opt out at out@tidewater.example."
    provision = _clause("Tidewater Chat", words, 0.4)
    facts = [asdict(fact) for fact in find_facts(words)]
    Wording.objects.filter(provision=provision).update(facts=facts)
    assert client.get(f"/{provision.permanent_id}.json").json()["facts"] == [], "it would be one of such a clause"
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert "no grade: too unsure whether it is a clause of this type" in page
    assert "high" not in page[page.index("at-a-glance") : page.index("</header>")]
    assert "Why it is not graded" in page
    Wording.objects.filter(provision=provision).update(confidence=0.6)
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert client.get(f"/{provision.permanent_id}.json").json()["facts"]
    assert "no grade" not in page
    assert "Why it is graded so" in page
