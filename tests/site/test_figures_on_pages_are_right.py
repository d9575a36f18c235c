"""What pages count: recent changes, severity profiles, prevalence; and in which order they list."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from conductatlas.catalogue import load_catalogue
from conductatlas.records.models import DecisionKind, Platform, Verdict, Wording
from conductatlas.records.review import decide
from conductatlas.site.presenters.clause_type import Selection, present_clause_type
from conductatlas.site.presenters.home import present_home
from conductatlas.site.presenters.links import GradeCount
from conductatlas.site.presenters.paging import paging
from conductatlas.site.presenters.platforms import present_platform, present_platforms
from tests.records_factory import World, at, make_change, make_document, make_provision, make_version


def test_documented_changes_are_the_substantive_and_editorial_ones_of_thirty_days(world: World) -> None:
    larkwell = Platform.objects.get(slug="larkwell")
    editorial = make_version(world.terms, "# Terms of Service, again", at(2026, 3, 25))
    make_change(editorial, Verdict.EDITORIAL)
    recent = present_platform(larkwell, at(2026, 4, 1)).recent
    assert (recent.total, recent.substantive, recent.editorial) == (2, 1, 1)
    assert present_platform(larkwell, at(2026, 4, 10)).recent.total == 1
    assert present_platform(larkwell, at(2026, 6, 1)).recent.total is None, "nobody looked"
    assert present_platform(larkwell, at(2026, 3, 1)).recent.total == 0, "what lies ahead does not count"


def test_the_thirty_days_reach_back_from_now_to_the_second(world: World) -> None:
    larkwell = Platform.objects.get(slug="larkwell")
    moment = world.substantive.recorded_at + timedelta(days=30)
    assert present_platform(larkwell, moment - timedelta(seconds=1)).recent.total == 1
    assert present_platform(larkwell, moment).recent.total == 0
    lines = present_platforms(1, moment - timedelta(seconds=1)).platforms
    assert [line.recent_changes for line in lines] == [1, 0]


def test_the_severity_profile_counts_what_stands(world: World) -> None:
    page = present_platform(Platform.objects.get(slug="larkwell"), at(2026, 4, 1))
    assert page.provisions == (
        GradeCount("high", 2),
        GradeCount("medium", 0),
        GradeCount("low", 1),
        GradeCount("none", 0),
    )
    assert page.standing == 3
    assert "rect" in page.profile


def test_prevalence_counts_platforms_not_provisions(client: Client, world: World) -> None:
    version = make_version(make_document("Larkwell", "Rules"), "text", at(2026, 1, 1))
    make_provision(version, "ai-training-on-user-content", "We train on the rules too.", severity="low")
    make_version(make_document("Quiet House"), "text", at(2026, 1, 1))
    page = client.get("/CA-P-000001.json").json()
    assert page["prevalence"] == {"platforms": 2, "of_platforms": 3, "companies": 2, "of_companies": 3}
    assert "2 of 3 platforms" in client.get("/CA-P-000001").content.decode()
    removed = client.get("/CA-P-000003.json").json()
    assert removed["prevalence"] == {"platforms": 0, "of_platforms": 3, "companies": 0, "of_companies": 3}


def test_what_is_likelier_of_another_type_does_not_count(client: Client, world: World) -> None:
    path = f"/{world.training.permanent_id}.json"
    Wording.objects.filter(provision=world.training).update(confidence=0.41)
    assert client.get(path).json()["prevalence"] == {
        "platforms": 1,
        "of_platforms": 2,
        "companies": 1,
        "of_companies": 2,
    }
    decide(world.training.id, DecisionKind.ACCEPT, reviewer="Ada", reason="It is so.", at=timezone.now())
    assert client.get(path).json()["prevalence"] == {
        "platforms": 2,
        "of_platforms": 2,
        "companies": 2,
        "of_companies": 2,
    }


def test_each_platform_counts_by_its_gravest_clause(world: World) -> None:
    version = make_version(make_document("Larkwell", "Rules"), "text", at(2026, 1, 1))
    make_provision(version, "ai-training-on-user-content", "We train on the rules too.", severity="low")
    clause_type = load_catalogue()["ai-training-on-user-content"]
    page = present_clause_type(clause_type, Selection(), 1)
    assert [grade.count for grade in page.grades] == [2, 0, 0, 0]
    assert [line.provision.severity for line in page.provisions] == ["high", "high", "low"]
    only = present_clause_type(clause_type, Selection(severity="low"), 1)
    assert [line.quote for line in only.provisions] == ["We train on the rules too."]
    newest = present_clause_type(clause_type, Selection(sort="changed"), 1)
    assert newest.provisions[0].document.platform.name == "Larkwell", "its terms were reworded last"


def test_the_first_page_lists_substantive_changes_only(world: World) -> None:
    page = present_home(at(2026, 4, 1))
    assert [change.id for change in page.latest_changes] == ["CA-C-000002"]
    assert [item.severity_after for item in page.latest_changes[0].items] == ["high", None]
    assert page.coverage.provisions_standing == 4
    assert page.coverage.versions == 6


def test_changes_are_filtered(client: Client, world: World) -> None:
    def ids(query: str) -> list[str]:
        return [change["id"] for change in client.get(f"/changes.json{query}").json()["changes"]]

    assert ids("") == ["CA-C-000002"]
    assert ids("?verdict=all") == ["CA-C-000003", "CA-C-000002", "CA-C-000001"]
    assert ids("?verdict=failed") == ["CA-C-000001"]
    assert ids("?verdict=all&severity=high") == ["CA-C-000002"]
    assert ids("?verdict=all&platform=tidewater-chat") == []


def test_the_document_says_what_changed_last_and_lists_its_versions(client: Client, world: World) -> None:
    page = client.get("/CA-D-000001.json").json()
    assert page["last_change"]["id"] == "CA-C-000002"
    assert [line["verdict"] for line in page["versions"]] == ["technical", "substantive", "failed", "first"]
    assert page["latest_version"]["number"] == 4
    assert [one["provision"]["id"] for one in page["gone"]] == ["CA-P-000003"]
    html = client.get("/CA-D-000001").content.decode()
    assert '<svg class="timeline"' in html
    assert 'class="tick failed"' in html


@pytest.mark.parametrize(
    ("page", "total", "expected"), [(1, 0, (1, 1, 0)), (9, 45, (3, 3, 40)), (2, 45, (2, 3, 20)), (0, 5, (1, 1, 0))]
)
def test_pages_are_numbered_among_those_that_there_are(page: int, total: int, expected: tuple[int, int, int]) -> None:
    places = paging(page, total, 20)
    assert (places.page, places.pages, places.offset) == expected
