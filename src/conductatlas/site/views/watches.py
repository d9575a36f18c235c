"""Watches: the form that makes and changes one, and the list of a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import Membership, Role, User
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.monitoring.audience import account_channel
from conductatlas.monitoring.models import Watch
from conductatlas.monitoring.watching import Target, find_target, hears_of, limit_of, timing_in_words
from conductatlas.records.models import Direction
from conductatlas.site.access import in_workspace, signed_in
from conductatlas.site.presenters.watches import (
    WorkspaceLink,
    present_watches,
    target_path,
    watch_path,
    workspace_link,
)
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound
from conductatlas.site.watch_forms import SEVERITIES, VERDICTS, WatchForm, filled, languages


@dataclass(frozen=True, slots=True)
class WatchTarget:
    """What the form is about, where it can be watched from, and where it is already."""

    kind: str
    kind_name: str
    target: str
    title: str
    path: str
    hears_of: str
    workspaces: tuple[WorkspaceLink, ...]
    watched_in: tuple[str, ...]
    timing: tuple[tuple[str, str], ...]


@signed_in
def watch(request: HttpRequest, *, as_json: bool = False) -> HttpResponse:
    """Watch something, or change how it is watched."""
    user = cast(User, request.user)
    target = find_target(request.GET.get("kind", ""), request.GET.get("target", "").strip())
    if target is None:
        raise NotFound("There is nothing of this kind that could be watched. Follow the link “Watch” on its page.")
    account_channel(user, timezone.now())
    found = Membership.objects.filter(user=user).select_related("workspace", "user").order_by("id")
    memberships = [one for one in found if Role(one.role).includes(Role.MEMBER)]
    chosen = request.GET.get("workspace", "") or personal_workspace(user).slug
    existing = _existing(memberships, target)
    if request.method != "POST" or as_json:
        first = chosen if any(one.workspace.slug == chosen for one in memberships) else memberships[0].workspace.slug
        return _form(request, target, memberships, WatchForm(filled(existing.get(first), first), _choices(memberships)))
    form = WatchForm(request.POST, _choices(memberships))
    if not form.is_valid():
        return _form(request, target, memberships, form, status=400)
    membership = next(one for one in memberships if one.workspace.slug == form.cleaned_data["workspace"])
    limit = limit_of(membership.workspace, target, timezone.now())
    if limit is not None and membership.workspace.slug not in existing:
        return _form(request, target, memberships, form, status=403, limit=str(limit))
    _save(membership, target, form)
    messages.success(request, f"{target.title} is watched.")
    return HttpResponseRedirect(f"/workspaces/{membership.workspace.slug}/watches", status=303)


@in_workspace(Role.VIEWER)
def watches(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """What a workspace watches."""
    now = timezone.now()
    if membership.workspace.personal:
        account_channel(membership.user, now)
    return answer(request, "watches.html", present_watches(membership, now), title="Watches", as_json=as_json)


@in_workspace(Role.MEMBER)
def pause(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Pause a watch, or go on with it."""
    found = _watch(membership, number)
    found.paused = not found.paused
    found.save(update_fields=["paused"])
    _audit(membership, "watch.paused" if found.paused else "watch.resumed", found)
    return _back(membership)


@in_workspace(Role.MEMBER)
def delete(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Delete a watch."""
    found = _watch(membership, number)
    _audit(membership, "watch.deleted", found)
    found.delete()
    messages.success(request, "The watch is deleted.")
    return _back(membership)


def _existing(memberships: list[Membership], target: Target) -> dict[str, Watch]:
    """The watches of a target that there are, by the slugs of their workspaces."""
    of = [one.workspace_id for one in memberships]
    found = Watch.objects.filter(workspace__in=of, kind=target.kind, target=target.target)
    return {one.workspace.slug: one for one in found.select_related("workspace")}


def _save(membership: Membership, target: Target, form: WatchForm) -> None:
    made, new = Watch.objects.update_or_create(
        workspace=membership.workspace,
        kind=target.kind,
        target=target.target,
        defaults=form.values(),
        create_defaults={**form.values(), "made_by": membership.user},
    )
    _audit(membership, "watch.added" if new else "watch.changed", made)


def _choices(memberships: list[Membership]) -> list[tuple[str, str]]:
    return [(link.slug, link.name) for link in map(workspace_link, memberships)]


def _form(
    request: HttpRequest,
    target: Target,
    memberships: list[Membership],
    form: WatchForm,
    *,
    status: int = 200,
    limit: str = "",
) -> HttpResponse:
    now = timezone.now()
    links = tuple(map(workspace_link, memberships))
    timing = tuple(
        (link.name, timing_in_words(one.workspace, now)) for link, one in zip(links, memberships, strict=True)
    )
    page = WatchTarget(
        target.kind.value,
        target.kind.label,
        target.target,
        target.title,
        target_path(target.kind, target.target),
        hears_of(target.kind),
        links,
        tuple(sorted(_existing(memberships, target))),
        timing,
    )
    as_json = request.path.endswith(".json")
    return answer(
        request,
        "watch.html",
        page,
        title=f"Watch {target.title}",
        as_json=as_json,
        status=status,
        form=form,
        limit=limit,
        severities=SEVERITIES,
        directions=Direction.choices,
        verdicts=VERDICTS,
        languages=languages(),
        action=watch_path(target.kind, target.target),
    )


def _watch(membership: Membership, number: int) -> Watch:
    found = Watch.objects.filter(workspace=membership.workspace, pk=number).first()
    if found is None:
        raise NotFound("There is no such watch here; it may have been deleted.")
    return found


def _audit(membership: Membership, action: str, watch: Watch) -> None:
    audit(membership.user, action, str(watch)[:254], workspace=membership.workspace)


def _back(membership: Membership) -> HttpResponse:
    return HttpResponseRedirect(f"/workspaces/{membership.workspace.slug}/watches", status=303)
