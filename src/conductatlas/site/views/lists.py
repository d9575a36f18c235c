"""The list of changes, the clause types, and search."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.catalogue import Stance, load_catalogue
from conductatlas.records.models import Direction, Kind, Platform, Verdict, permanent_id
from conductatlas.site.presenters.change_filters import KINDS
from conductatlas.site.presenters.changes import present_changes
from conductatlas.site.presenters.clause_type import LONGEST_QUERY, SORTS, Selection, present_clause_type
from conductatlas.site.presenters.clause_types import present_clause_types
from conductatlas.site.presenters.feed_subjects import all_changes, changes_found, changes_of_clause_type
from conductatlas.site.presenters.links import GRADES
from conductatlas.site.presenters.review import present_review
from conductatlas.site.presenters.search import present_search
from conductatlas.site.views.records import find_record
from conductatlas.site.views.responses import choice, lead_to, page_number, respond
from conductatlas.site.views.selecting import find_clause_type, wanted_changes, wanted_platform, wanted_search

_RECORD = re.compile(r"CA-([DPC])-(\d{1,18})", re.IGNORECASE | re.ASCII)
_STANCES = [stance.value for stance in Stance]
# Of more platforms a list to choose from weighs more than what is listed, and a name is sooner written.
_MOST_TO_CHOOSE_FROM = 100


def changes(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """All changes with filters; without any, the substantive ones."""
    wanted, platform = wanted_changes(request)
    followed = wanted.verdict != Verdict.FAILED
    return respond(
        request,
        "changes.html",
        present_changes(wanted, page_number(request), timezone.now()),
        title=wanted.title(platform),
        as_json=as_json,
        follow=all_changes(wanted, platform).follow if followed else None,
        told=wanted.told(platform),
        verdicts=Verdict.choices,
        grades=GRADES,
        categories=[(one.id, one.title) for one in load_catalogue().categories],
        types=[(one.title, load_catalogue().of_category(one.id)) for one in load_catalogue().categories],
        kinds=KINDS,
        directions=Direction.choices,
        platform=platform,
        platforms=[] if as_json else _platforms_to_choose_from(),
    )


def _platforms_to_choose_from() -> list[tuple[str, str]]:
    """The slugs and names of all platforms, by name; none where they are many."""
    some = list(Platform.objects.order_by("name").values_list("slug", "name")[: _MOST_TO_CHOOSE_FROM + 1])
    return some if len(some) <= _MOST_TO_CHOOSE_FROM else []


def clause_types(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The index of clause types."""
    return respond(request, "clause_types.html", present_clause_types(), title="Clause types", as_json=as_json)


def clause_type(request: HttpRequest, name: str, *, as_json: bool) -> HttpResponse:
    """One clause type, and where it stands."""
    found = find_clause_type(name)
    platform = wanted_platform(request)
    selection = Selection(
        platform=platform.slug if platform else "",
        severity=choice(request, "severity", GRADES),
        stance=choice(request, "stance", _STANCES),
        document=_text(request, "document"),
        query=_text(request, "q"),
        sort=choice(request, "sort", SORTS) or "severity",
    )
    page = present_clause_type(found, selection, page_number(request))
    return respond(
        request,
        "clause_type.html",
        page,
        title=f"{page.clause_type.title}: {platform.name}" if platform else page.clause_type.title,
        as_json=as_json,
        sorts=SORTS,
        grades=GRADES,
        stances=_STANCES,
        category=found.category,
        platform=platform,
        follow=changes_of_clause_type(found).follow,
    )


def _text(request: HttpRequest, name: str) -> str:
    """A text from the query, without what no database can look for."""
    return request.GET.get(name, "")[:LONGEST_QUERY].replace("\0", "").strip()


def search(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Search the words of all wordings, current and past; the id of a record leads to it."""
    catalogue = load_catalogue()
    wanted = wanted_search(request)
    if asked := _RECORD.fullmatch(wanted.query):
        kind, number = Kind(asked[1].upper()), int(asked[2])
        find_record(kind, number)
        return lead_to(f"/{permanent_id(kind, number)}", as_json=as_json)
    return respond(
        request,
        "search.html",
        present_search(wanted, page_number(request)),
        title="Search",
        as_json=as_json,
        types=[(category.title, catalogue.of_category(category.id)) for category in catalogue.categories],
        grades=GRADES,
        follow=changes_found(wanted).follow if wanted.query else None,
    )


def review(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What waits for a person's decision, and what was decided."""
    return respond(request, "review.html", present_review(page_number(request)), title="Review queue", as_json=as_json)
