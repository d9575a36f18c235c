"""Making workspaces."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils.text import slugify

from conductatlas.accounts.models import Membership, Role, User, Workspace


def personal_workspace(user: User) -> Workspace:
    """A person's own workspace; made at its first use."""
    with transaction.atomic():
        workspace, _ = Workspace.objects.get_or_create(
            personal_of=user, defaults={"name": "Personal", "slug": _slug("personal")}
        )
        Membership.objects.get_or_create(workspace=workspace, user=user, defaults={"role": Role.OWNER})
    return workspace


def create_organisation(name: str, owner: User) -> Workspace:
    """Make a shared workspace; whoever makes it owns it."""
    with transaction.atomic():
        workspace = Workspace.objects.create(slug=_slug(slugify(name)[:40] or "organisation"), name=name)
        Membership.objects.create(workspace=workspace, user=owner, role=Role.OWNER)
    return workspace


def _slug(stem: str) -> str:
    # No two organisations compete for an address, and a person's tells nothing of them.
    return f"{stem}-{secrets.token_hex(4)}"
