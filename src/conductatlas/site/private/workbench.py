"""The workbench of a workspace: its addresses."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, URLResolver, path, re_path
from django.views.decorators.http import require_POST, require_safe

from conductatlas.site.routing import page
from conductatlas.site.views.workbench import inbox, overviews, vendors

_AT = "workspaces/<slug:workspace>"


def _page(route: str, view: Any, name: str) -> list[URLPattern]:
    return page(f"{_AT}/{route}", view, name)


urlpatterns: list[URLPattern | URLResolver] = [
    *_page("inbox", inbox.inbox, "inbox"),
    *_page("inbox/<record:record>", inbox.inbox_entry, "inbox-entry"),
    path(f"{_AT}/inbox/<record:record>/decide", require_POST(inbox.decide), name="inbox-decide"),
    *_page("vendors", vendors.vendors, "vendors"),
    path(f"{_AT}/vendors.csv", require_safe(vendors.vendor_template), name="vendors-csv"),
    path(f"{_AT}/vendors/add", require_POST(vendors.add_vendor), name="vendor-add"),
    path(f"{_AT}/vendors/import", require_POST(vendors.import_vendors), name="vendors-import"),
    path(f"{_AT}/vendors/<ordinal:number>", require_POST(vendors.change_vendor), name="vendor-change"),
    *_page("board", overviews.board, "board"),
    *_page("timeline", overviews.timeline, "vendor-timeline"),
    *_page("regulations", overviews.regulations, "regulations"),
    path(f"{_AT}/report", require_safe(overviews.report), name="audit-report"),
    re_path(
        r"^workspaces/(?P<workspace>[-\w]+)/report\.(?P<form>pdf|csv|xlsx|json)$",
        require_safe(overviews.report_file),
        name="audit-report-file",
    ),
]
