"""Organisations: their members, who may do what, and their end."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from conductatlas.accounts.invitations import send_invitation, withdraw_invitation
from conductatlas.accounts.members import give_role, hand_over_to, leave_organisation, remove_member
from conductatlas.accounts.models import Membership, Role
from conductatlas.accounts.workspaces import (
    RefusedError,
    create_organisation,
    delete_organisation,
    rename_organisation,
)
from conductatlas.site.access import in_workspace, lately_confirmed, signed_in
from conductatlas.site.organisation_forms import (
    DeletionForm,
    HandOverForm,
    InvitationForm,
    OrganisationForm,
    RoleForm,
)
from conductatlas.site.presenters.account import organisation_path
from conductatlas.site.presenters.organisations import present_organisation, present_trail, roles_to_give
from conductatlas.site.views.account import person
from conductatlas.site.views.responses import NotFound, page_number, respond


def _in_organisation(role: Role) -> Callable[[Callable[..., HttpResponse]], Any]:
    """Members of an organisation whose role includes `role`; one's own workspace has no such pages."""

    def mark(view: Callable[..., HttpResponse]) -> Any:
        @in_workspace(role)
        @wraps(view)
        def guarded(request: HttpRequest, membership: Membership, *args: Any, **kwargs: Any) -> HttpResponse:
            if membership.workspace.personal:
                raise NotFound("There is no organisation of yours at this address.")
            return view(request, membership, *args, **kwargs)

        return guarded

    return mark


@signed_in
def create(request: HttpRequest) -> HttpResponse:
    """Make an organisation."""
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = create_organisation(form.cleaned_data["name"], person(request))
        return HttpResponseRedirect(organisation_path(made.slug), status=303)
    context = {"title": "New organisation", "form": form}
    return render(request, "site/private/organisation_new.html", context, status=400 if form.is_bound else 200)


@_in_organisation(Role.VIEWER)
def organisation(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """Who is in it, and what one may do there."""
    return _page(request, membership, as_json=as_json)


@_in_organisation(Role.ADMIN)
def trail(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """What was done in it."""
    page = present_trail(membership, page_number(request))
    title = f"Audit trail of {page.organisation}"
    return respond(request, "private/organisation_trail.html", page, title=title, as_json=as_json)


@_in_organisation(Role.ADMIN)
def rename(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Give it another name."""
    form = OrganisationForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, status=400, rename_form=form)
    return _done(
        request,
        membership,
        lambda: rename_organisation(membership.workspace, form.cleaned_data["name"], membership.user),
        "The organisation has another name now.",
    )


@_in_organisation(Role.ADMIN)
def invite(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Send an invitation, or send it again."""
    form = InvitationForm(roles_to_give(Role(membership.role)), request.POST)
    if not form.is_valid():
        return _page(request, membership, status=400, invitation_form=form)
    email, role = form.cleaned_data["email"].lower(), Role(form.cleaned_data["role"])
    try:
        send_invitation(membership, email, role, timezone.now())
    except RefusedError as error:
        return _page(request, membership, status=409, trouble=str(error), invitation_form=form)
    return _back(request, membership, f"An invitation is on its way to {email}.")


@_in_organisation(Role.ADMIN)
def withdraw(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Take an invitation back."""
    return _done(request, membership, lambda: withdraw_invitation(membership, number), "The invitation is withdrawn.")


@_in_organisation(Role.ADMIN)
def change_role(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Give a member another role."""
    form = RoleForm(roles_to_give(Role(membership.role)), request.POST)
    if not form.is_valid():
        return _page(request, membership, status=400, trouble=" ".join(map(str, form.errors["role"])))
    role = Role(form.cleaned_data["role"])
    return _done(request, membership, lambda: give_role(membership, number, role), "The role is changed.")


@_in_organisation(Role.ADMIN)
def remove(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Take a member out."""
    return _done(request, membership, lambda: remove_member(membership, number), "The member is removed.")


@_in_organisation(Role.OWNER)
def hand_over(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Make another member the owner."""
    form = HandOverForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, status=400, hand_over_form=form)
    members = Membership.objects.filter(workspace=membership.workspace)
    chosen = members.filter(user__email=form.cleaned_data["email"].lower()).first()
    if chosen is None:
        form.add_error("email", "No member has this address.")
        return _page(request, membership, status=409, hand_over_form=form)
    number = chosen.user_id
    return _done(
        request,
        membership,
        lambda: hand_over_to(membership, number),
        "The organisation is handed over; you are an administrator of it now.",
    )


@_in_organisation(Role.VIEWER)
def leave(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Go."""
    try:
        leave_organisation(membership)
    except RefusedError as error:
        return _page(request, membership, status=409, trouble=str(error))
    messages.success(request, f"You have left {membership.workspace}.")
    return HttpResponseRedirect("/account", status=303)


@_in_organisation(Role.OWNER)
@lately_confirmed
def delete(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Say what goes; then delete it."""
    form = DeletionForm(membership.workspace.name, request.POST or None)
    trouble, status = "", 200
    if request.method == "POST" and form.is_valid():
        try:
            delete_organisation(membership.workspace, membership.user)
        except RefusedError as error:
            trouble, status = str(error), 409
        else:
            messages.success(request, f"{membership.workspace} is deleted.")
            return HttpResponseRedirect("/account", status=303)
    elif request.method == "POST":
        status = 400
    page = present_organisation(membership, timezone.now())
    context = {"title": f"Delete {membership.workspace}", "organisation": page, "form": form, "trouble": trouble}
    return render(request, "site/private/organisation_delete.html", context, status=status)


def _done(request: HttpRequest, membership: Membership, act: Callable[[], None], told: str) -> HttpResponse:
    """Do something and lead back to the page; where it is refused, the page says why."""
    try:
        act()
    except RefusedError as error:
        # Who looks may have another role meanwhile, or be out.
        current = Membership.objects.select_related("workspace", "user").filter(pk=membership.pk).first()
        if current is None:
            raise NotFound(str(error)) from error
        return _page(request, current, status=409, trouble=str(error))
    return _back(request, membership, told)


def _back(request: HttpRequest, membership: Membership, told: str) -> HttpResponse:
    messages.success(request, told)
    return HttpResponseRedirect(organisation_path(membership.workspace.slug), status=303)


def _page(
    request: HttpRequest,
    membership: Membership,
    *,
    as_json: bool = False,
    status: int = 200,
    trouble: str = "",
    invitation_form: InvitationForm | None = None,
    rename_form: OrganisationForm | None = None,
    hand_over_form: HandOverForm | None = None,
) -> HttpResponse:
    page = present_organisation(membership, timezone.now(), page_number(request))
    roles = roles_to_give(Role(membership.role))
    return respond(
        request,
        "private/organisation.html",
        page,
        title=page.name,
        as_json=as_json,
        status=status,
        trouble=trouble,
        roles=[(one.value, one.label) for one in roles],
        invitation_form=invitation_form or InvitationForm(roles),
        rename_form=rename_form or OrganisationForm(initial={"name": page.name}),
        hand_over_form=hand_over_form or HandOverForm(),
    )
