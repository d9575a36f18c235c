"""Writing the audit trail."""

from __future__ import annotations

from typing import Any

from conductatlas.accounts.models import AuditEntry, User, Workspace


def audit(
    actor: User | str, action: str, subject: str, *, workspace: Workspace | None = None, **detail: Any
) -> AuditEntry:
    """Note an act; call it in the transaction that does it.

    Addresses of people belong into actor and subject alone: there they are replaced when an account is deleted.
    """
    name = actor if isinstance(actor, str) else actor.email
    return AuditEntry.objects.create(actor=name, action=action, subject=subject, workspace=workspace, detail=detail)
