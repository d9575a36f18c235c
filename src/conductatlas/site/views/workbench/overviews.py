"""Board, timeline, regulations, and the audit report with its files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import Feature, Membership, Role
from conductatlas.catalogue import REGIONS, load_catalogue
from conductatlas.site.access import in_workspace
from conductatlas.site.exporting import audit_paper, audit_workbook, csv_lines
from conductatlas.site.presenters.json import to_json
from conductatlas.site.presenters.links import GRADES
from conductatlas.site.presenters.workbench.board import present_board
from conductatlas.site.presenters.workbench.frame import Period, period
from conductatlas.site.presenters.workbench.regulations import present_regulations, regions
from conductatlas.site.presenters.workbench.report import present_report, report_rows
from conductatlas.site.presenters.workbench.timeline import present_timeline
from conductatlas.site.typesetting import set_paper
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import choice, page_number

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FILES = (("pdf", "PDF, to print and to keep"), ("xlsx", "XLSX, for a spreadsheet"), ("csv", "CSV"), ("json", "JSON"))


@in_workspace(Role.VIEWER, Feature.WORKBENCH)
def board(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """The provisions of all vendors; without a filter those of high severity."""
    categories = [(one.id, one.title) for one in load_catalogue().categories]
    asked = request.GET.get("severity")
    page = present_board(
        membership,
        severity="high" if asked is None else choice(request, "severity", GRADES),
        category=choice(request, "category", [one for one, _ in categories]),
        platform=request.GET.get("platform", "")[:120].replace("\0", ""),
        page=page_number(request),
    )
    return answer(request, "board.html", page, title="Board", as_json=as_json, grades=GRADES, categories=categories)


@in_workspace(Role.VIEWER, Feature.WORKBENCH)
def timeline(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """What the vendors changed over a period."""
    page = present_timeline(membership, _period(request))
    return answer(request, "timeline.html", page, title="Timeline", as_json=as_json)


@in_workspace(Role.VIEWER, Feature.WORKBENCH)
def regulations(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """Which laws speak to what changed in a period."""
    page = present_regulations(membership, _period(request), choice(request, "region", list(REGIONS)))
    return answer(request, "regulations.html", page, title="Regulations", as_json=as_json, regions=regions())


@in_workspace(Role.VIEWER, Feature.EXPORTS)
def report(request: HttpRequest, membership: Membership) -> HttpResponse:
    """The head of the report of a period, and the forms in which it can be had."""
    page = present_report(membership, _period(request), timezone.now())
    return answer(request, "report.html", page, title="Audit report", as_json=False, files=_FILES)


@in_workspace(Role.VIEWER, Feature.EXPORTS)
def report_file(request: HttpRequest, membership: Membership, form: str) -> HttpResponse | StreamingHttpResponse:
    """The report of a period as a file."""
    over = _period(request)
    page = present_report(membership, over, timezone.now())
    audit(membership.user, "report.made", f"{over.first} to {over.last}", workspace=membership.workspace, form=form)
    rows = report_rows(membership, over)
    response: HttpResponse | StreamingHttpResponse
    if form == "csv":
        response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    elif form == "xlsx":
        response = HttpResponse(audit_workbook(page, rows), content_type=_XLSX)
    elif form == "json":
        values = to_json({"report": page, "changes": tuple(rows)})
        response = JsonResponse(values, json_dumps_params={"ensure_ascii": False})
    else:
        values = audit_paper(page, rows, request.build_absolute_uri(request.path.removesuffix(".pdf")))
        response = HttpResponse(set_paper("audit", values, page.made_at), content_type="application/pdf")
    name = f"audit-{over.first}-{over.last}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _period(request: HttpRequest) -> Period:
    return period(request.GET.get("from", ""), request.GET.get("to", ""), timezone.now().date())
