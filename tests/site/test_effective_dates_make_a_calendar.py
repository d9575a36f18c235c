"""The days from which on documents say that they apply: a page by month, its JSON, and calendar files."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import icalendar
import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from conductatlas.records.models import Change, Document, Kind, Verdict
from conductatlas.records.retraction import withdraw
from tests.records_factory import at, make_change, make_document, make_version

_NOW = at(2026, 6, 10)
_WHO: dict[str, Any] = {"reviewer": "Ada", "reason": "It was recorded twice."}


def _announce(
    document: Document,
    recorded_at: datetime,
    effective: date | None,
    verdict: Verdict = Verdict.SUBSTANTIVE,
    severity: str = "high",
) -> Change:
    if not document.versions.exists():
        make_version(document, "First.", at(2024, 1, 1))
    failed = verdict is Verdict.FAILED
    version = make_version(document, f"Recorded {recorded_at}.", recorded_at, failed=failed)
    change = make_change(version, verdict, severity=severity)
    change.effective_date = effective
    change.save()
    return change


@pytest.fixture
def dates(db: None, settings: Settings) -> None:
    """Two documents of one platform and one of another, which name days before, on and after 10 June 2026."""
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    terms, privacy = make_document("Larkwell"), make_document("Larkwell", "Privacy Policy")
    rival = make_document("Tidewater Chat")
    _announce(terms, at(2026, 3, 1), date(2026, 3, 15))  # 1
    _announce(terms, at(2026, 6, 1), date(2026, 7, 1))  # 2
    _announce(privacy, at(2026, 6, 2), date(2026, 7, 20), severity="none")  # 3
    _announce(rival, at(2026, 6, 3), date(2026, 6, 10))  # 4
    _announce(rival, at(2025, 1, 5), date(2025, 1, 20))  # 5: longer ago than a year
    _announce(rival, at(2026, 6, 4), date(2026, 8, 1), Verdict.FAILED)  # 6
    _announce(rival, at(2026, 6, 5), date(2026, 8, 2), Verdict.TECHNICAL)  # 7
    _announce(rival, at(2026, 6, 6), None)  # 8


def _days(months: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {month["name"]: [day["change"] for day in month["days"]] for month in months}


def _events(client: Client, path: str) -> list[icalendar.Event]:
    with time_machine.travel(_NOW, tick=False):
        answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    read = icalendar.Calendar.from_ical(answer.content)
    assert (read["VERSION"], read["METHOD"]) == ("2.0", "PUBLISH")
    return [event for event in read.walk("VEVENT") if isinstance(event, icalendar.Event)]


@time_machine.travel(_NOW, tick=False)
def test_the_page_has_what_is_ahead_and_what_has_come_by_month(client: Client, dates: None) -> None:
    page = client.get("/calendar.json").json()
    assert page["today"] == "2026-06-10"
    assert _days(page["coming"]) == {"July 2026": ["CA-C-000002", "CA-C-000003"]}
    assert _days(page["past"]) == {
        "June 2026": ["CA-C-000004"],
        "March 2026": ["CA-C-000001"],
        "January 2025": ["CA-C-000005"],
    }
    html = client.get("/calendar").content.decode()
    assert "2 are ahead." in html
    assert html.index("July 2026") < html.index("June 2026") < html.index("March 2026")
    assert '<time datetime="2026-07-01">1 Jul 2026</time> <a class="change-title" href="/CA-C-000002">' in html
    assert "The document says that it applies from 1 July 2026; it was seen 30 days before." in html
    for link in ('href="/calendar.ics" type="text/calendar"', 'type="text/calendar" title="Effective dates"'):
        assert link in html


def test_a_file_holds_whole_days_with_ids_that_stay(client: Client, dates: None) -> None:
    events = _events(client, "/calendar.ics")
    assert [str(event["UID"]) for event in events] == [f"CA-C-{number:06}@atlas.example" for number in (1, 4, 2, 3)], (
        "from a year ago on, the first one first"
    )
    event = events[2]
    assert event.decoded("DTSTART") == date(2026, 7, 1)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert str(event["SUMMARY"]) == "Larkwell, Terms of Service: applies from this day, as it says"
    assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == at(2026, 6, 1)
    assert (event["SEQUENCE"], event["TRANSP"]) == (0, "TRANSPARENT")
    assert str(event["URL"]) == "https://atlas.example/CA-C-000002"
    paragraphs = str(event["DESCRIPTION"]).split("\n\n")
    assert paragraphs[:3] == [
        "A substantive change.",
        "The document says that it applies from 1 July 2026; it was seen 30 days before.",
        "https://atlas.example/CA-C-000002",
    ]
    assert "legal advice" in paragraphs[3]


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("/platforms/larkwell.ics", [1, 2, 3]),
        ("/platforms/tidewater-chat.ics", [4]),
        ("/CA-D-000001.ics", [1, 2]),
        ("/CA-D-000002.ics", [3]),
    ],
)
def test_a_platform_and_a_document_have_their_own(client: Client, dates: None, path: str, numbers: list[int]) -> None:
    assert [int(str(event["UID"])[5:11]) for event in _events(client, path)] == numbers


def test_a_day_that_is_named_twice_counts_once(client: Client, dates: None) -> None:
    terms = Document.objects.get(id=1)
    _announce(terms, at(2026, 6, 8), None)
    _announce(terms, at(2026, 6, 9), date(2026, 7, 1))
    assert [str(event["UID"])[:11] for event in _events(client, "/CA-D-000001.ics")] == ["CA-C-000001", "CA-C-000002"]


def test_a_day_that_is_put_off_says_so_and_is_a_revision(client: Client, dates: None) -> None:
    terms = Document.objects.get(id=1)
    _announce(terms, at(2026, 6, 8), date(2026, 7, 15))
    _announce(terms, at(2026, 6, 9), date(2026, 8, 1))
    first, put_off, again, last = _events(client, "/CA-D-000001.ics")
    assert [event["SEQUENCE"] for event in (first, put_off, again, last)] == [0, 2, 1, 0]
    assert put_off.decoded("LAST-MODIFIED") == at(2026, 6, 9)
    assert str(put_off["SUMMARY"]).endswith("; another day was named later")
    assert "on 9 June 2026, names another day: 1 August 2026." in str(put_off["DESCRIPTION"])
    with time_machine.travel(_NOW, tick=False):
        html = client.get("/calendar").content.decode()
        assert 'names <a href="/CA-C-000010">another day</a>: <time datetime="2026-08-01">1 Aug 2026</time>.' in html
    # A day that had come before another was named was not put off.
    _announce(terms, at(2026, 9, 1), date(2026, 10, 1))
    with time_machine.travel(at(2026, 9, 2), tick=False):
        page = client.get("/calendar.json").json()
    past = [day for month in page["past"] for day in month["days"] if day["change"] == "CA-C-000010"]
    assert [day["restated"] for day in past] == [[]]


def test_what_was_withdrawn_is_in_no_calendar(client: Client, dates: None) -> None:
    withdraw(Kind.CHANGE, 2, at=_NOW, **_WHO)
    withdraw(Kind.DOCUMENT, 2, at=_NOW, **_WHO)
    assert [str(event["UID"])[:11] for event in _events(client, "/calendar.ics")] == ["CA-C-000001", "CA-C-000004"]


def test_the_same_days_give_the_same_bytes(client: Client, dates: None) -> None:
    answers = []
    for hour in (9, 15):
        with time_machine.travel(at(2026, 6, 10, hour), tick=False):
            answers.append(client.get("/calendar.ics"))
    assert answers[0].content == answers[1].content
    with time_machine.travel(_NOW, tick=False):
        assert client.get("/calendar.ics", headers={"if-none-match": answers[0]["ETag"]}).status_code == 304


def test_an_empty_calendar_can_be_followed_too(client: Client, db: None) -> None:
    make_document("Larkwell")
    for path in ("/calendar.ics", "/platforms/larkwell.ics", "/CA-D-000001.ics"):
        assert _events(client, path) == []
        # A calendar without any component is none (RFC 5545, section 3.6).
        assert b"BEGIN:VTIMEZONE" in client.get(path).content
    assert "None is ahead today." in client.get("/calendar").content.decode()


@pytest.mark.parametrize("path", ["/CA-P-000001.ics", "/CA-C-000001.ics", "/CA-D-000009.ics", "/platforms/nobody.ics"])
def test_what_has_no_calendar_says_so(client: Client, dates: None, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert b"/search" in answer.content


@time_machine.travel(_NOW, tick=False)
def test_however_many_days_are_named_the_page_stays_quick_and_small(
    client: Client, db: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(80):
        document = make_document(f"House {number:02}")
        _announce(document, at(2026, 6, 1), date(2026, 7, 1 + number % 28))
        _announce(document, at(2026, 2, 1), date(2026, 3, 1 + number % 28))
    Change.objects.update(summary="Two provisions were removed and three reworded. " * 10)
    with django_assert_max_num_queries(6):
        page = client.get("/calendar")
    assert len(page.content) < 60_000
    html = page.content.decode()
    for words in ("80 are ahead.", "The nearest 40 of 80; the calendar file has the others.", "Page 1 of 4"):
        assert words in html
    second = client.get("/calendar.json?page=2").json()
    assert second["coming"] == []
    assert sum(len(month["days"]) for month in second["past"]) == 20
    with django_assert_max_num_queries(3):
        events = client.get("/calendar.ics")
    assert events.content.count(b"BEGIN:VEVENT") == 160
