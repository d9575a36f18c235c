"""Full-text search: what people write is never an error, and past wordings are found as well."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conductatlas.catalogue import Severity
from conductatlas.records.models import Passage
from conductatlas.records.search import Run, items_found, parse_query, search_passages, snippet_of
from tests.records_factory import TRAINING, World, at, make_document, make_provision, make_version


def _found(query: str, **filters: object) -> list[int]:
    return [hit.provision_id for hit in search_passages(query, **filters).hits]  # type: ignore[arg-type]


def test_all_words_must_occur_in_any_order(world: World) -> None:
    assert set(_found("train models")) == {world.training.id, world.elsewhere.id}
    assert set(_found("models TRAIN")) == {world.training.id, world.elsewhere.id}
    assert _found("train arbitration") == []
    assert _found("model training") != [], "word forms are unified"


def test_quoted_words_must_stand_together(world: World) -> None:
    assert _found('"our models on what"') == [world.elsewhere.id]
    assert _found("“binding arbitration”") == [world.arbitration.id]
    assert _found('"arbitration binding"') == []


def test_past_wordings_and_removed_provisions_are_found_unless_left_out(world: World) -> None:
    assert _found("delete account") == [world.gone.id]
    assert _found("delete account", standing_only=True) == []
    hit = next(hit for hit in search_passages("train").hits if hit.provision_id == world.training.id)
    assert hit.wording_id == world.training.wordings.get(last_version=None).id, "the latest wording that matches"


def test_filters_narrow_the_search(world: World) -> None:
    assert _found("train", severity=Severity.MEDIUM) == [world.training.id], "its first wording was medium"
    assert _found("train", severity=Severity.LOW) == []
    assert _found("days", clause_type="retention-period") != []
    assert _found("arbitration", clause_type="retention-period") == []


def test_the_number_found_counts_all_pages(db: None) -> None:
    version = make_version(make_document("Larkwell"), "text", at(2026, 1, 1))
    for number in range(7):
        make_provision(version, "data-sale", f"We sell your data, case {number}.")
    first = search_passages("sell data", limit=5)
    second = search_passages("sell data", limit=5, offset=5)
    assert (first.total, len(first.hits), second.total, len(second.hits)) == (7, 5, 7, 2)
    assert len({hit.provision_id for hit in (*first.hits, *second.hits)}) == 7


def test_the_index_follows_the_passages(world: World) -> None:
    passage = Passage.objects.get(text=TRAINING)
    Passage.objects.filter(id=passage.id).update(text="We may use your content to bake bread.")
    assert world.training.id in _found("bake bread")
    assert _found('"use your content to train"') == []


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        '"unclosed phrase',
        "AND",
        "train AND",
        "NOT train",
        "train OR",
        "NEAR(a b)",
        "a* b:c ^d",
        "(",
        "{x}",
        "--",
        "'; DROP TABLE records_passage",
        "%",
        "_",
        "\x00",
        "train\x00models",
        "  ",
        "é",
        "日本語",
        "-",
        "+a -b",
        "text:x",
        "a" * 5000,
    ],
)
def test_hostile_queries_are_no_error(client: Client, world: World, query: str) -> None:
    search_passages(query)
    assert client.get("/search", {"q": query}).status_code == 200
    assert client.get("/search.json", {"q": query}).status_code == 200


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(query=st.text(max_size=60) | st.text('"*^:(){}-+ANDORTNEAR ', max_size=40))
def test_no_query_is_an_error(world: World, query: str) -> None:
    hits = search_passages(query)
    assert hits.total >= len(hits.hits)


@given(st.text(max_size=400))
def test_terms_are_few_and_hold_a_letter_or_digit(query: str) -> None:
    terms = parse_query(query)
    assert len(terms) <= 16
    assert all(any(character.isalnum() for character in term.text) for term in terms)


def test_a_snippet_shows_the_words_around_the_match_without_markup() -> None:
    marked = "word " * 60 + "[we \x02train\x03 models](https://a.example/train) **for** you " + "word " * 80
    runs = snippet_of(marked)
    assert Run("train", True) in runs
    text = "".join(run.text for run in runs)
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert "we train models for you" in text
    assert len(text) < 320


@given(st.text("ab \x02\x03*[](", max_size=800))
def test_a_snippet_never_shows_its_own_marks(marked: str) -> None:
    text = "".join(run.text for run in snippet_of(marked))
    assert "\x02" not in text
    assert "\x03" not in text


def test_the_page_highlights_what_matches_and_escapes_what_was_asked(client: Client, world: World) -> None:
    html = client.get("/search", {"q": "arbitration"}).content.decode()
    assert "<mark>arbitration</mark>" in html
    assert "1 provision found" in html
    html = client.get("/search", {"q": '<script>"x'}).content.decode()
    assert "<script" not in html
    assert "&lt;script&gt;&quot;x" in html


def test_platforms_and_clause_types_are_found_by_their_names(client: Client, world: World) -> None:
    page = client.get("/search.json", {"q": "larkw"}).json()
    assert [one["name"] for one in page["platforms"]] == ["Larkwell"]
    page = client.get("/search.json", {"q": "arbitration"}).json()
    assert "mandatory-arbitration" in [one["id"] for one in page["clause_types"]]


def test_a_wording_that_stood_for_a_day_is_told_with_one_day(client: Client, world: World) -> None:
    version = make_version(make_document("Fernpost"), "We rent the greenhouse out.", at(2026, 2, 3))
    made = make_provision(version, "data-sale", "We rent the greenhouse out.")
    made.wordings.update(last_version=version)
    page = client.get("/search?q=greenhouse").content.decode()
    assert re.findall(r"a past wording, (?:<time[^>]*>|</time>|[^<])*", page)[0].count("3 Feb 2026") == 1


def test_the_id_of_a_record_leads_to_it(client: Client, world: World) -> None:
    assert client.get("/search?q=CA-P-000001")["Location"] == "/CA-P-000001"
    assert client.get("/search?q=+ca-c-2+")["Location"] == "/CA-C-000002"
    assert client.get("/search.json?q=CA-D-000001")["Location"] == "/CA-D-000001.json"
    assert client.get("/search?q=CA-P-000999").status_code == 404


def test_a_question_suggests_the_clause_type_and_the_words_that_tell(client: Client, world: World) -> None:
    version = make_version(make_document("Quiet House"), "text", at(2026, 1, 1))
    for number in range(3):
        make_provision(version, "data-sale", f"We sell your data, case {number}.")
    page = client.get("/search.json?q=may+they+sell+my+data%3F").json()
    assert [one["id"] for one in page["clause_types"]] == ["data-sale"]
    assert (page["hits"], page["telling"]) == ([], "sell data")
    html = client.get("/search?q=may+they+sell+my+data").content.decode()
    assert '<a href="/search?q=sell+data">sell data</a>' in html
    assert html.index("No wording holds") < html.index("To hear of the first clause") < html.index("Watch for these")
    assert "Follow this search" not in html
    assert "Follow this search" in client.get("/search?q=sell+data").content.decode()


def test_one_word_that_nothing_holds_is_named(client: Client, world: World) -> None:
    for query in ("arbitraton", "“millers arbitraton”"):
        html = client.get("/search", {"q": query}).content.decode()
        assert f"No wording holds “{query.strip('“”')}”." in html
        assert "Fewer words find more" not in html
    assert "Fewer words find more" in client.get("/search?q=millers+arbitraton").content.decode()


def test_a_company_or_a_product_finds_its_platforms(client: Client, world: World) -> None:
    make_version(make_document("Claude.ai"), "text", at(2026, 1, 1))
    for query in ("Anthropic", "claude"):
        page = client.get(f"/search.json?q={query}").json()
        assert [one["name"] for one in page["platforms"]] == ["Claude.ai"]


def test_a_search_is_narrowed_to_the_documents_of_a_platform(client: Client, world: World) -> None:
    assert set(_found("train models")) == {world.training.id, world.elsewhere.id}
    assert _found("train models", platform="tidewater-chat") == [world.elsewhere.id]
    page = client.get("/search.json?q=train+models&platform=Larkwell").json()
    assert (page["platform"]["name"], [hit["provision"]["id"] for hit in page["hits"]]) == (
        "Larkwell",
        [world.training.permanent_id],
    )
    html = client.get("/search?q=train+models&platform=larkwell").content.decode()
    assert "1 provision found in the documents of Larkwell" in html
    assert 'name="platform" value="Larkwell"' in html
    assert "/search.atom?q=train+models&amp;platform=larkwell" in html
    assert client.get("/search?q=train&platform=nobody").status_code == 404
    own = client.get("/platforms/larkwell").content.decode()
    assert '<input type="hidden" name="platform" value="larkwell">' in own
    changed = items_found("train", platform="larkwell").values_list("provision_id", flat=True)
    assert set(changed) == {world.training.id}
    assert not items_found("train", platform="tidewater-chat").exists()


def test_a_platform_named_among_the_words_is_offered(client: Client, world: World) -> None:
    page = client.get("/search.json?q=may+Larkwell+train+models%3F").json()
    assert [one["name"] for one in page["platforms"]] == ["Larkwell"]
    assert [(one["platform"]["name"], one["query"]) for one in page["within"]] == [("Larkwell", "train models")]
    html = client.get("/search?q=larkwell+train").content.decode()
    assert 'In the documents of Larkwell alone: <a href="/search?q=train&amp;platform=larkwell">train</a>' in html
    assert client.get("/search.json?q=larkwell").json()["within"] == [], "no other word is looked for"
    assert client.get("/search.json?q=larkwells+train").json()["within"] == [], "a longer word is another name"
