"""The board: the provisions of a workspace's vendors, the gravest first, with what changed in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, Subquery

from conductatlas.accounts.models import Membership
from conductatlas.catalogue import load_catalogue
from conductatlas.records.models import ChangeItem, Kind, Provision, ProvisionState, Verdict, permanent_id
from conductatlas.site.presenters.links import (
    DocumentLink,
    ProvisionLink,
    by_severity,
    document_link,
    provision_link,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.workbench.frame import Frame, frame
from conductatlas.workbench.models import Triage, TriageState
from conductatlas.workbench.scope import vendor_platforms

_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A provision; `change` is the last one that touched it, and `triage` what became of that in the inbox."""

    provision: ProvisionLink
    document: DocumentLink
    change: str
    changed_at: datetime | None
    triage: str


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the board; the filters are empty where they do not apply."""

    frame: Frame
    severity: str
    category: str
    platform: str
    platforms: tuple[tuple[str, str], ...]
    paging: Paging
    lines: tuple[BoardLine, ...]


def present_board(membership: Membership, *, severity: str, category: str, platform: str, page: int) -> Board:
    """A page of the standing provisions of all vendors: by severity, then those that changed last."""
    vendors = list(vendor_platforms(membership.workspace).values_list("id", "slug", "name"))
    provisions = Provision.objects.filter(
        document__platform__in=[id for id, _, _ in vendors], document__taken_back=False, state=ProvisionState.STANDING
    )
    if severity:
        provisions = provisions.filter(severity=severity)
    if category:
        provisions = provisions.filter(clause_type__in=[one.id for one in load_catalogue().of_category(category)])
    if platform:
        provisions = provisions.filter(document__platform__slug=platform)
    places = paging(page, provisions.count(), _PER_PAGE)
    last = ChangeItem.objects.filter(
        provision=OuterRef("pk"), change__taken_back=False, change__verdict=Verdict.SUBSTANTIVE
    ).order_by("-change__recorded_at", "-change_id")
    ordered = provisions.annotate(
        rank=by_severity("severity"),
        last_change=Subquery(last.values("change")[:1]),
        changed_at=Subquery(last.values("change__recorded_at")[:1]),
    ).order_by("-rank", F("changed_at").desc(nulls_last=True), "id")
    shown = list(ordered.select_related("document__platform")[places.offset : places.offset + places.per_page])
    touched = [one.last_change for one in shown if one.last_change]
    states = dict(
        Triage.objects.filter(workspace=membership.workspace, change__in=touched).values_list("change", "state")
    )
    return Board(
        frame=frame(membership),
        severity=severity,
        category=category,
        platform=platform,
        platforms=tuple((slug, name) for _, slug, name in vendors),
        paging=places,
        lines=tuple(
            BoardLine(
                provision_link(one),
                document_link(one.document),
                permanent_id(Kind.CHANGE, one.last_change) if one.last_change else "",
                one.changed_at,
                str(TriageState(states.get(one.last_change, TriageState.NEW)).label) if one.last_change else "",
            )
            for one in shown
        ),
    )
