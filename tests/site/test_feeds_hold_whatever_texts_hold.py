"""Titles and texts come from others: whatever they hold, feeds and calendars can be read, and harm nobody."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import icalendar
import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.records.models import ItemKind, Platform, Verdict
from conductatlas.site.feeds import FEED_FORMS, Calendar, Entry, Event, Feed, feed_form_of, write_calendar
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

_ATOM = "{http://www.w3.org/2005/Atom}"
_HOSTILE = 'A]]> <script>alert(1)</script> & "b"\x01\x0b\x1b\ufffe\uffff\u202e\r\nEND:VEVENT\r\nX:'
_AT = datetime(2026, 3, 5, 9, tzinfo=UTC)
# As a database gives them back: any character but surrogates.
_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def _feed(text: str) -> Feed:
    entry = Entry("https://a.example/1", "https://a.example/1", text, text, text, _AT, _AT, tags=(text,), author=text)
    return Feed(text, text, "https://a.example/", "https://a.example/feed", "", (entry,))


def _shown(text: str) -> str:
    """What of a text XML can hold, with its line ends as XML readers give them."""
    kept = "".join(one for one in text if one in "\t\n\r" or "\x20" <= one <= "\ufffd" or one > "\uffff")
    return kept.replace("\r\n", "\n").replace("\r", "\n")


@given(_texts)
def test_atom_is_well_formed_and_loses_no_character_that_xml_can_hold(text: str) -> None:
    root = ET.fromstring(feed_form_of("atom").write(_feed(text)).encode())  # noqa: S314 (our own)
    entry = root.find(f"{_ATOM}entry")
    assert entry is not None
    for element, name in ((root, "title"), (root, "subtitle"), (entry, "title"), (entry, "content")):
        assert (element.findtext(f"{_ATOM}{name}") or "") == _shown(text)


@given(_texts)
def test_json_feed_gives_a_text_back_as_it_was(text: str) -> None:
    feed = json.loads(feed_form_of("feed.json").write(_feed(text)).encode())
    assert feed["title"] == feed["items"][0]["title"] == feed["items"][0]["content_html"] == text


@given(_texts, _texts)
def test_a_calendar_holds_one_event_whatever_its_words(title: str, description: str) -> None:
    event = Event("1@a.example", date(2026, 3, 5), title, description, "https://a.example/1", _AT, tags=(title,))
    content = write_calendar(Calendar(title, description, "https://a.example/c.ics", (event,)))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    read = icalendar.Calendar.from_ical(content)
    (found,) = read.walk("VEVENT")
    assert found.errors == []
    kept = "".join(one for one in title if one == "\n" or (one >= " " and one != "\x7f"))
    # The library takes a backslash with an N for a line break before it escapes anything.
    assert str(found["SUMMARY"]) == kept.replace("\\N", "\n")
    assert found.decoded("DTSTART") == date(2026, 3, 5)


class _Elements(HTMLParser):
    """The elements of an entry's content."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert all(name in ("class", "href", "datetime", "aria-hidden") for name, _ in attrs)
        assert all((value or "").startswith("http://localhost:8000/") for name, value in attrs if name == "href")


@pytest.fixture
def hostile(db: None) -> None:
    """A platform, a document and clauses whose every word is hostile."""
    document = make_document("Larkwell", _HOSTILE)
    Platform.objects.update(name=_HOSTILE)
    first = make_version(document, f"{_HOSTILE}.", at(2026, 1, 1))
    provision = make_provision(first, "data-sale", f"We sell it. {_HOSTILE}")
    second = make_version(document, f"{_HOSTILE}. Again.", at(2026, 2, 1))
    change = make_change(second, Verdict.SUBSTANTIVE, f"Changed: {_HOSTILE}", severity="high")
    change.explanation, change.effective_date = _HOSTILE, date(2026, 2, 10)
    change.save()
    item = make_item(
        change, ItemKind.REWORDED, provision, *reword(provision, second, f"We rent it. {_HOSTILE}", severity="high")
    )
    item.summary = f"Reworded: {_HOSTILE}"
    item.save()


@pytest.mark.parametrize(
    "path",
    [
        "/changes",
        "/platforms/larkwell",
        "/CA-D-000001",
        "/CA-P-000001",
        "/clause-types/data-sale",
        "/search?q=rent",
        "/search?q=%3Cscript%3E%22]]%3E%01&severity=high",
    ],
)
def test_hostile_words_are_words_in_every_feed(client: Client, hostile: None, path: str) -> None:
    address, _, query = path.partition("?")
    atom = ET.fromstring(client.get(f"{address}.atom?{query}").content)  # noqa: S314 (our own answer)
    feed = client.get(f"{address}.feed.json?{query}").json()
    if "script" not in query:
        assert len(feed["items"]) == 1
        assert "<script>alert(1)</script>" in feed["items"][0]["title"], "a title is plain text, shown as it is"
    for item in feed["items"]:
        elements = _Elements(item["content_html"]).found
        assert "ins" in elements
        assert elements <= {"p", "strong", "span", "time", "a", "blockquote", "ins", "del", "br", "small"}
        assert "\u202e" not in item["content_html"] + item["title"]
    assert len(atom.findall(f"{_ATOM}entry")) == len(feed["items"])


@pytest.mark.parametrize("path", ["/calendar.ics", "/platforms/larkwell.ics", "/CA-D-000001.ics"])
def test_hostile_words_are_words_in_every_calendar(client: Client, hostile: None, path: str) -> None:
    with time_machine.travel(at(2026, 2, 3), tick=False):
        read = icalendar.Calendar.from_ical(client.get(path).content)
    (event,) = read.walk("VEVENT")
    assert event.errors == []
    assert "X" not in event
    assert "<script>alert(1)</script>" in str(event["SUMMARY"])


@pytest.mark.parametrize(
    "path", ["/calendar", "/changes", "/search?q=%3Cscript%3E", "/CA-D-000001", "/platforms/larkwell"]
)
def test_hostile_words_stay_out_of_the_markup_of_pages(client: Client, hostile: None, path: str) -> None:
    html = client.get(path).content.decode()
    assert "<script>" not in html.replace('<script type="application/ld+json">', "")


def test_every_form_has_an_ending_of_its_own() -> None:
    assert len({form.ending for form in FEED_FORMS}) == len(FEED_FORMS)
    with pytest.raises(KeyError):
        feed_form_of("rss")
