"""The steps of triage: each under a lock, each with its note."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from conductatlas.accounts.models import Membership, User, Workspace
from conductatlas.records.models import Change
from conductatlas.workbench.models import Triage, TriageNote, TriageState

LONGEST_NOTE = 4_000


class NoMemberError(ValueError):
    """Whoever shall look after a change is not a member of the workspace."""


def triage(
    workspace: Workspace,
    change: Change,
    by: User,
    at: datetime,
    *,
    state: TriageState,
    assignee: User | None,
    note: str = "",
) -> Triage:
    """Set where a change stands and whose it is, and keep what was said of it. Does nothing where nothing is new.

    Raises NoMemberError where the assignee is no member of the workspace.
    """
    if assignee is not None and not Membership.objects.filter(workspace=workspace, user=assignee).exists():
        raise NoMemberError(f"{assignee} is no member of {workspace}.")
    with transaction.atomic():
        Triage.objects.get_or_create(workspace=workspace, change=change, defaults={"touched_at": at})
        found = Triage.objects.select_for_update(of=("self",)).get(workspace=workspace, change=change)
        steps = []
        if found.state != state:
            steps.append(f"{found.state} → {state}")
        if found.assignee_id != (assignee.pk if assignee else None):
            steps.append(f"assigned to {assignee.email}" if assignee else "assigned to nobody")
        if steps or note.strip():
            found.state, found.assignee, found.touched_at = state, assignee, at
            found.save()
            TriageNote.objects.create(triage=found, at=at, by=by.email, did="; ".join(steps), text=note.strip())
    return found
