"""The audit trail, as operators read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from conductatlas.accounts.models import AuditEntry, Workspace
from conductatlas.site.presenters.paging import Paging, paging

_PER_PAGE = 50
_LATEST = 20


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act: by whom, on what, where, and what else is known of it."""

    at: datetime
    actor: str
    action: str
    subject: str
    workspace: str
    workspace_path: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """The audit trail with its filters, the latest first."""

    actor: str
    action: str
    workspace: str
    paging: Paging
    entries: tuple[AuditLine, ...]


def present_audit(actor: str, action: str, workspace: str, page: int) -> AuditPage:
    """A page of the entries whose actor and action contain some words, of all workspaces or of one."""
    entries = AuditEntry.objects.select_related("workspace")
    if actor:
        entries = entries.filter(actor__icontains=actor)
    if action:
        entries = entries.filter(action__icontains=action)
    if workspace:
        entries = entries.filter(workspace__slug=workspace)
    places = paging(page, entries.count(), _PER_PAGE)
    shown = entries[places.offset : places.offset + places.per_page]
    return AuditPage(actor, action, workspace, places, tuple(map(_line, shown)))


def latest_about(subject: str) -> tuple[AuditLine, ...]:
    """The latest acts on something."""
    return tuple(map(_line, AuditEntry.objects.select_related("workspace").filter(subject=subject)[:_LATEST]))


def latest_in(workspace: Workspace) -> tuple[AuditLine, ...]:
    """The latest acts in a workspace."""
    return tuple(map(_line, AuditEntry.objects.select_related("workspace").filter(workspace=workspace)[:_LATEST]))


def _line(entry: AuditEntry) -> AuditLine:
    workspace = entry.workspace
    return AuditLine(
        entry.at,
        entry.actor,
        entry.action,
        entry.subject,
        workspace.name if workspace else "",
        f"/staff/workspaces/{workspace.slug}" if workspace else "",
        {name: value for name, value in entry.detail.items() if value not in ("", None)},
    )
