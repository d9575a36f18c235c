"""Everything that can be followed: as feeds, as calendars, and the page that explains them."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.records.models import Change, Document, Kind, Provision, Verdict
from conductatlas.records.retraction import is_taken_back
from conductatlas.site.feeds import CALENDAR, Feed, FeedForm, WrittenForm, write_calendar
from conductatlas.site.presenters.calendar import present_calendar, present_calendar_file
from conductatlas.site.presenters.corrections import errata_feed
from conductatlas.site.presenters.feed_guide import present_feed_guide
from conductatlas.site.presenters.feed_subjects import (
    Subject,
    all_changes,
    changes_found,
    changes_of_clause_type,
    changes_of_document,
    changes_of_platform,
    effective_dates,
)
from conductatlas.site.presenters.feeds import present_feed
from conductatlas.site.views.platforms import find_platform
from conductatlas.site.views.records import find_record, lead_on, of_record, subject_of
from conductatlas.site.views.responses import NotFound, Unreadable, page_number, respond
from conductatlas.site.views.selecting import find_clause_type, wanted_changes, wanted_search


def changes(request: HttpRequest, form: WrittenForm) -> HttpResponse:
    """The feed of all changes, with the filters of their list."""
    wanted, platform = wanted_changes(request)
    if wanted.verdict == Verdict.FAILED:
        raise NotFound("Failed captures have no feed: nothing that a document says changed by them.")
    return _feed(request, form, all_changes(wanted, platform))


def search(request: HttpRequest, form: WrittenForm) -> HttpResponse:
    """The feed of changes of what a search finds."""
    wanted = wanted_search(request)
    if not wanted.query:
        raise Unreadable("A feed of a search needs words to look for: add ?q= and the words to the address.")
    return _feed(request, form, changes_found(wanted))


def clause_type(request: HttpRequest, name: str, form: WrittenForm) -> HttpResponse:
    """The feed of what became of the provisions of a clause type."""
    return _feed(request, form, changes_of_clause_type(find_clause_type(name)))


def platform(request: HttpRequest, slug: str, form: WrittenForm) -> HttpResponse:
    """The feed of a platform."""
    return _feed(request, form, changes_of_platform(find_platform(slug)))


@of_record
def record(request: HttpRequest, kind: Kind, number: int, form: WrittenForm) -> HttpResponse:
    """The feed of a document or a provision. One that was withdrawn is gone, one that was merged leads on."""
    found = find_record(kind, number)
    if isinstance(found, Change):
        raise NotFound(f"{found.permanent_id} happened once and has no feed; {found.document.permanent_id} has one.")
    return _gone(found, form) or _feed(request, form, subject_of(found))


def errata(request: HttpRequest, form: WrittenForm) -> HttpResponse:
    """The feed of the errata log."""
    return written(form, errata_feed(page_number(request)))


def calendar(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The days from which on documents say that they apply."""
    page = present_calendar(page_number(request), timezone.now().date())
    title, links = "Calendar of effective dates", effective_dates().follow
    return respond(request, "calendar.html", page, title=title, as_json=as_json, follow=links)


def calendar_file(request: HttpRequest) -> HttpResponse:
    """All announced effective dates as iCalendar."""
    return _calendar(effective_dates(), "all documents")


def platform_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Those of a platform's documents."""
    found = find_platform(slug)
    return _calendar(changes_of_platform(found), found.name)


@of_record
def record_calendar(request: HttpRequest, kind: Kind, number: int) -> HttpResponse:
    """Those of a document."""
    found = find_record(kind, number)
    if not isinstance(found, Document):
        raise NotFound(f"{found.permanent_id} is no document: only documents and platforms have a calendar.")
    return _gone(found, CALENDAR) or _calendar(changes_of_document(found), f"{found.platform.name}, {found.terms_type}")


def guide(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What can be followed, and how."""
    return respond(request, "feeds.html", present_feed_guide(), title="Feeds", as_json=as_json)


def _gone(record: Document | Provision, form: FeedForm) -> HttpResponse | None:
    """What the feed of a record that was taken back answers; None for one that was not."""
    if not is_taken_back(record):
        return None
    if led_on := lead_on(record, f".{form.ending}"):
        return led_on
    message = f"{record.permanent_id} was withdrawn, and its feed with it. Its page says why.\n"
    return HttpResponse(message, status=HTTPStatus.GONE, content_type="text/plain; charset=utf-8")


def _feed(request: HttpRequest, form: WrittenForm, subject: Subject) -> HttpResponse:
    return written(form, present_feed(subject, page_number(request)))


def written(form: WrittenForm, feed: Feed) -> HttpResponse:
    """A page of a feed in one of its forms."""
    return _file(form, form.write(feed).encode())


def _calendar(subject: Subject, name: str) -> HttpResponse:
    return _file(CALENDAR, write_calendar(present_calendar_file(subject, name, timezone.now().date())))


def _file(form: FeedForm, content: bytes) -> HttpResponse:
    """A file that programs of any site may read, as there is nothing private in it."""
    response = HttpResponse(content, content_type=f"{form.media_type}; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    return response
