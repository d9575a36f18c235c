"""Laws are shown with where their words were read, by region; what nobody read at a source is on no page."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from conductatlas.assessment import between_businesses_by
from conductatlas.catalogue import load_laws
from conductatlas.records.models import Provision, Verdict
from tests.records_factory import World, at, make_change, make_document, make_provision, make_version, remove

pytestmark = pytest.mark.django_db

_WORDS = {"official": "Read at an official site", "scholarly": "Read at a scholarly source", "copy": "Read in a copy"}


def _page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def _parts_of(client: Client, law: str) -> list[dict[str, Any]]:
    """The articles of a law from all its pages, as JSON."""
    pages = client.get(f"/laws/{law}.json").json()["paging"]["pages"]
    return [part for n in range(1, pages + 1) for part in client.get(f"/laws/{law}.json?page={n}").json()["parts"]]


def _all_pages(client: Client, law: str) -> str:
    """The HTML of all pages of a law, following the links from one to the next."""
    pages, query = "", ""
    while True:
        page = _page(client, f"/laws/{law}{query}")
        pages += page
        onward = re.search(r'rel="next" href="(\?page=\d+)#main"', page)
        if onward is None:
            return pages
        query = onward[1]


def test_no_page_of_a_law_is_heavy(client: Client) -> None:
    laws = [law.id for law in load_laws().shown()]
    paged = [law for law in laws if client.get(f"/laws/{law}.json").json()["paging"]["pages"] > 1]
    assert "eu-gdpr" in paged
    for law in laws:
        pages = client.get(f"/laws/{law}.json").json()["paging"]["pages"]
        assert max(len(client.get(f"/laws/{law}?page={n}").content) for n in range(1, pages + 1)) < 50_000, law


def test_each_law_says_where_each_part_was_read(client: Client) -> None:
    for law in load_laws().shown():
        page = _all_pages(client, law.id)
        for part in law.provisions:
            assert part.verified
            assert escape(part.says) in page
            assert escape(part.verified.source) in page
            assert _WORDS[part.verified.kind] in page
            assert escape(part.verified.version) in page
        assert [part["ref"] for part in _parts_of(client, law.id)] == [part.ref for part in law.provisions]


def test_a_record_leads_to_the_official_text_of_each_law(client: Client, world: World) -> None:
    page = _page(client, f"/{world.training.permanent_id}")
    named = {law.id: law for law in load_laws().shown()}
    shown = set(re.findall(r'href="/laws/([a-z0-9-]+)"', page)) & named.keys()
    assert shown
    for law in shown:
        assert f'<a href="{escape(named[law].address)}" rel="noopener">{escape(named[law].citation)}</a>' in page


def test_the_words_that_a_clause_must_have_are_folded_away(client: Client) -> None:
    law = next(one for one in load_laws().shown() if one.id == "eu-gdpr")
    needed = [one.only_with for one in law.spoken_to() if one.only_with]
    page = _all_pages(client, "eu-gdpr")
    folded = re.findall(r'<details class="words">(.*?)</details>', page, re.DOTALL)
    assert any(len(words) > 5 for words in needed)
    for words in needed:
        told = escape(", ".join(words[:5])) + (f" and {len(words) - 5} more." if len(words) > 5 else ".")
        assert any(f"One of: {told}" in one for one in folded)
    lines = [line for part in _parts_of(client, "eu-gdpr") for line in part["speaks_to"]]
    assert [tuple(line["only_with"]) for line in lines if line["only_with"]] == needed


def test_the_list_counts_what_is_on_record(client: Client, world: World) -> None:
    line = next(
        line
        for group in client.get("/laws.json").json()["groups"]
        for line in group["laws"]
        if line["law"]["id"] == "us-ftc-act"
    )
    types = {one.clause_type for law in load_laws().shown() if law.id == "us-ftc-act" for one in law.spoken_to()}
    standing = Provision.objects.filter(state="standing", clause_type__in=types).count()
    assert standing > 0
    assert line["provisions"] == standing
    assert line["clause_types"] == len(types)


def test_what_nobody_read_is_on_no_page(client: Client, world: World) -> None:
    register = load_laws()
    unread = [part for law in register.laws for part in law.provisions if part.verified is None]
    hidden = [part.says for part in unread] + [one.remit for one in register.agencies if one.verified is None]
    assert hidden
    shown = {law.id for law in register.shown()}
    paths = ["/laws", *(f"/laws/{one}" for one in shown), *(f"/{one.permanent_id}" for one in Provision.objects.all())]
    paths += [f"/clause-types/{one.clause_type}" for part in unread for one in part.speaks_to]
    for path in paths:
        page, values = _page(client, path), client.get(f"{path}.json").content.decode()
        for words in hidden:
            assert escape(words) not in page, path
            assert words not in values, path
    for law in register.laws:
        if law.id not in shown:
            assert client.get(f"/laws/{law.id}").status_code == 404
            assert f"/laws/{law.id}" not in _page(client, "/laws")


def test_a_region_is_chosen_by_a_link_and_kept_in_the_address_alone(client: Client, world: World) -> None:
    record = Provision.objects.get(
        clause_type="ai-training-on-user-content", document__platform__slug="larkwell"
    ).permanent_id
    everywhere = client.get(f"/{record}.json").json()["institutional"]
    assert {"eu", "us"} <= set(everywhere["regions"])
    response = client.get(f"/{record}?region=us")
    page = response.content.decode()
    assert f'href="/{record}?region=eu#framework"' in page
    assert "Federal Trade Commission Act" in page
    assert 'href="/laws/eu-gdpr"' not in page and 'href="/laws/us-ftc-act"' in page
    assert not response.cookies
    assert client.get(f"/{record}.json?region=us").json()["institutional"]["region"] == "us"
    assert client.get(f"/{record}.json?region=moon").status_code == 400


def test_the_institutional_part_says_what_it_is_and_is_not(client: Client, world: World) -> None:
    for provision in Provision.objects.all():
        page = _page(client, f"/{provision.permanent_id}")
        composed = client.get(f"/{provision.permanent_id}.json").json()["institutional"]
        assert composed["method"] in page
        assert "not a determination of enforceability" in page
        assert all(escape(said) in page for said in composed["exposure"].values())


def test_a_record_to_which_no_law_on_record_speaks_says_so(client: Client, world: World) -> None:
    path = f"/{world.training.permanent_id}"
    assert "is set beside this clause" not in _page(client, path)
    # Of this place the register has no law.
    world.training.heading = "Notice for residents of Korea"
    world.training.save()
    assert client.get(f"{path}.json").json()["institutional"] is None
    assert "is set beside this clause" in _page(client, path)


def test_where_laws_for_consumers_are_left_out_the_record_says_so(client: Client, world: World) -> None:
    clause, path = world.training, f"/{world.training.permanent_id}"
    said = "Laws for consumers are left out"
    assert said not in _page(client, path)
    clause.clause_type = "service-modification"
    clause.save()
    assert client.get(f"{path}.json").json()["consumer_laws_left_out"] is False
    clause.document.terms_type = "Developer Terms"
    clause.document.save()
    assert client.get(f"{path}.json").json()["consumer_laws_left_out"] is True
    assert f"{said}, as the document that it stands in is taken to be between businesses." in _page(client, path)


@pytest.mark.parametrize(
    ("terms_type", "words", "by"),
    [
        ("Developer Terms (German)", "We may end it.", "the document that it stands in"),
        ("Terms of Service", "We may end the order form.", "by its words"),
        ("Terms of Service", "We may end it.", "what stands above this clause"),
    ],
)
def test_what_shows_that_a_clause_is_between_businesses_is_said(terms_type: str, words: str, by: str) -> None:
    assert by in between_businesses_by(terms_type, words)


def test_a_clause_type_links_the_laws_that_speak_to_it(client: Client, world: World) -> None:
    assert 'href="/laws/us-il-bipa"' in _page(client, "/clause-types/data-sale")
    assert [law["id"] for law in client.get("/clause-types/moral-rights-waiver.json").json()["laws"]] == []


def test_no_law_is_told_of_words_that_had_gone_before_it_began(client: Client) -> None:
    appeal = "You can appeal within a month."
    for year, told in ((2022, False), (2025, True)):
        document = make_document(f"Larkwell {year}")
        provision = make_provision(make_version(document, appeal, at(year, 1, 10)), "moderation-appeal", appeal)
        assert "/laws/eu-dsa" in _page(client, f"/{provision.permanent_id}"), "what stands is under the law of today"
        second = make_version(document, "We paint the mill.", at(year, 2, 10))
        make_change(second, Verdict.SUBSTANTIVE)
        remove(provision, second)
        assert ("/laws/eu-dsa" in _page(client, f"/{provision.permanent_id}")) is told


def test_of_words_that_stand_no_longer_there_is_nothing_to_check(client: Client) -> None:
    """What laws say was read since; and nobody negotiates, tests or watches a clause that went."""
    appeal = "You can appeal within a month."
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, appeal, at(2025, 1, 10)), "moderation-appeal", appeal)
    path = f"/{provision.permanent_id}"
    standing, told = _page(client, path), client.get(f"{path}.json").json()
    assert "For those who must check it" in standing
    assert "may have said something else then" not in standing
    assert told["institutional"]["diligence"]
    assert told["institutional"]["watch"]
    second = make_version(document, "We paint the mill.", at(2025, 2, 10))
    make_change(second, Verdict.SUBSTANTIVE)
    remove(provision, second)
    gone, told = _page(client, path), client.get(f"{path}.json").json()
    assert "For those who must check it" not in gone
    assert "These words were last on record on 10 January 2025." in gone
    assert "may have said something else then" in gone
    assert told["institutional"]["diligence"] == told["institutional"]["watch"] == []
    written = told["analysis"]["assessment"]
    for part in (written, written["in_general"]):
        assert part["questions"] == part["diligence"] == part["watch"] == []
