"""The list of changes, the clause types, and search."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from conductatlas.catalogue import Stance, load_catalogue
from conductatlas.records.models import Direction, ItemKind, Platform, Verdict
from conductatlas.site.presenters.change_filters import Wanted
from conductatlas.site.presenters.changes import present_changes
from conductatlas.site.presenters.clause_type import LONGEST_QUERY, SORTS, Selection, present_clause_type
from conductatlas.site.presenters.clause_types import present_clause_types
from conductatlas.site.presenters.links import GRADES
from conductatlas.site.presenters.review import present_review
from conductatlas.site.presenters.search import present_search
from conductatlas.site.views.responses import NotFound, choice, page_number, respond

_ALL = "all"
_LONGEST_QUERY = 300
_STANCES = [stance.value for stance in Stance]


def changes(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """All changes with filters; without any, the substantive ones."""
    verdict = choice(request, "verdict", [*Verdict.values, _ALL]) or Verdict.SUBSTANTIVE.value
    severity = choice(request, "severity", GRADES)
    platform = request.GET.get("platform", "")
    if not Platform.objects.filter(slug=platform).exists():
        platform = ""
    categories = [(one.id, one.title) for one in load_catalogue().categories]
    wanted = Wanted(
        category=choice(request, "category", [one for one, _ in categories]),
        kind=choice(request, "kind", ItemKind.values),
        direction=choice(request, "direction", Direction.values),
    )
    page = present_changes("" if verdict == _ALL else verdict, severity, platform, wanted, page_number(request))
    return respond(
        request,
        "changes.html",
        page,
        title="Changes",
        as_json=as_json,
        verdicts=Verdict.choices,
        grades=GRADES,
        categories=categories,
        kinds=ItemKind.choices,
        directions=Direction.choices,
        platforms=[] if as_json else list(Platform.objects.order_by("name").values_list("slug", "name")),
    )


def clause_types(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The index of clause types."""
    return respond(request, "clause_types.html", present_clause_types(), title="Clause types", as_json=as_json)


def clause_type(request: HttpRequest, name: str, *, as_json: bool) -> HttpResponse:
    """One clause type, and where it stands."""
    catalogue = load_catalogue()
    if name not in catalogue:
        raise NotFound(f"The catalogue has no clause type “{name}”. The list of clause types names all of them.")
    selection = Selection(
        severity=choice(request, "severity", GRADES),
        stance=choice(request, "stance", _STANCES),
        document=_text(request, "document"),
        query=_text(request, "q"),
        sort=choice(request, "sort", SORTS) or "severity",
    )
    page = present_clause_type(catalogue[name], selection, page_number(request))
    return respond(
        request,
        "clause_type.html",
        page,
        title=page.clause_type.title,
        as_json=as_json,
        sorts=SORTS,
        grades=GRADES,
        stances=_STANCES,
        category=catalogue[name].category,
    )


def _text(request: HttpRequest, name: str) -> str:
    """A text from the query, without what no database can look for."""
    return request.GET.get(name, "")[:LONGEST_QUERY].replace("\0", "").strip()


def search(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Search the words of all wordings, current and past."""
    catalogue = load_catalogue()
    query = request.GET.get("q", "")[:_LONGEST_QUERY].strip()
    page = present_search(
        query,
        clause_type=choice(request, "type", [one.id for one in catalogue]),
        severity=choice(request, "severity", GRADES),
        standing=request.GET.get("standing") == "1",
        page=page_number(request),
    )
    types = [(category.title, catalogue.of_category(category.id)) for category in catalogue.categories]
    return respond(request, "search.html", page, title="Search", as_json=as_json, types=types, grades=GRADES)


def review(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What waits for a person's decision, and what was decided."""
    return respond(request, "review.html", present_review(page_number(request)), title="Review queue", as_json=as_json)
