"""The errata log, as a page, as JSON and as a feed."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from conductatlas.site.presenters.corrections import ErratumLine, latest_errata, present_errata
from conductatlas.site.views.responses import page_number, respond


def errata(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What was corrected, withdrawn and merged."""
    return respond(request, "errata.html", present_errata(page_number(request)), title="Errata", as_json=as_json)


def feed(request: HttpRequest) -> HttpResponse:
    """The latest entries as Atom (RFC 4287)."""
    home = settings.PUBLIC_ADDRESS
    atom = Atom1Feed(
        title="ConductAtlas errata",
        link=f"{home}/errata",
        description="Records that were corrected, withdrawn or merged, and why.",
        feed_url=f"{home}/errata.atom",
        feed_guid=f"{home}/errata",
        author_name="ConductAtlas",
    )
    for line in latest_errata():
        atom.add_item(
            title=f"{line.record.id}: {line.done}",
            link=f"{home}{line.record.path}",
            description=escape(_told(line)),
            unique_id=f"{home}/errata#erratum-{line.number}",
            author_name=line.decided_by,
            pubdate=line.decided_at,
            updateddate=line.decided_at,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _told(line: ErratumLine) -> str:
    said = f"It said: {line.before} " if line.before else ""
    says = f"It says: {line.after} " if line.after else ""
    return f"{line.record.title}. {said}{says}Why: {line.reason} ({line.decided_by})"
