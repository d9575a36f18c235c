"""Making, renaming and deleting workspaces."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils.text import slugify

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import Membership, Role, Subscription, SubscriptionState, User, Workspace


class RefusedError(Exception):
    """Something that can't be done as things stand; the message is a line for the person who asked for it."""


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
        audit(owner, "organisation.created", name, workspace=workspace)
    return workspace


def rename_organisation(workspace: Workspace, name: str, actor: User) -> None:
    """Give it another name; its address stays, so that links go on working."""
    with transaction.atomic():
        locked(workspace)
        Workspace.objects.filter(pk=workspace.pk).update(name=name)
        audit(actor, "organisation.renamed", name, workspace=workspace, before=workspace.name)


def delete_organisation(workspace: Workspace, actor: User) -> None:
    """Delete an organisation with all that it watches. Raises RefusedError while it is being paid for."""
    with transaction.atomic():
        locked(workspace)
        if is_paid_for(workspace):
            raise RefusedError(f"{workspace} has a paid plan. Cancel the plan first; then nothing more is charged.")
        audit(actor, "organisation.deleted", workspace.name, slug=workspace.slug)
        workspace.delete()


def is_paid_for(workspace: Workspace) -> bool:
    """Whether a payment for its plan would go on although it is gone."""
    running = Subscription.objects.filter(workspace=workspace, cancels=False).exclude(state=SubscriptionState.ENDED)
    return running.exclude(stripe_subscription="").exists()


def locked(workspace: Workspace) -> Workspace:
    """Hold a workspace until the transaction ends: changes of its members come one after the other.

    Raises RefusedError where it was deleted meanwhile.
    """
    found = Workspace.objects.select_for_update().filter(pk=workspace.pk).first()
    if found is None:
        raise RefusedError("This organisation was deleted meanwhile.")
    return found


def _slug(stem: str) -> str:
    # No two organisations compete for an address, and a person's tells nothing of them.
    return f"{stem}-{secrets.token_hex(4)}"
