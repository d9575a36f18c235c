"""Invitations to an organisation: what the link in the mail opens, and taking them up."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from conductatlas.accounts.invitations import accept, holds, invitation_of, invitations_to, remember
from conductatlas.accounts.models import Invitation, Role, User
from conductatlas.accounts.workspaces import RefusedError
from conductatlas.site.access import by_link, signed_in
from conductatlas.site.presenters.account import organisation_path
from conductatlas.site.views.account import person
from conductatlas.site.views.responses import NotFound

_GONE = (
    "This invitation was used, withdrawn or sent anew, or has run out, or the link is not complete. "
    "Ask whoever invited you for a new one."
)


@by_link
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Say who invites whom to what, and how to take it up; take it up for whoever holds the address."""
    found = invitation_of(token, timezone.now())
    if found is None:
        raise NotFound(_GONE)
    if request.method == "POST" and request.user.is_authenticated:
        return _accept(request, found)
    return _page(request, found)


@signed_in
def take_up(request: HttpRequest, number: int) -> HttpResponse:
    """Take up an invitation to a confirmed address of one's own, from the page of the account."""
    found = invitations_to(person(request), timezone.now()).filter(pk=number).first()
    if found is None:
        raise NotFound(_GONE)
    return _accept(request, found)


def _accept(request: HttpRequest, found: Invitation) -> HttpResponse:
    try:
        accept(found, person(request), timezone.now())
    except RefusedError as error:
        return _page(request, found, trouble=str(error), status=409)
    messages.success(request, f"You are in {found.workspace} now.")
    return HttpResponseRedirect(organisation_path(found.workspace.slug), status=303)


def _page(request: HttpRequest, found: Invitation, *, trouble: str = "", status: int = 200) -> HttpResponse:
    user = request.user if isinstance(request.user, User) else None
    if user is None:
        remember(request, found)
    onward = {"next": request.get_full_path()}
    context = {
        "title": f"Invitation to {found.workspace}",
        "invitation": found,
        "role": Role(found.role).label,
        "held": user is not None and holds(user, found.email),
        "trouble": trouble,
        "sign_in": f"{reverse('account_login')}?{urlencode(onward)}",
        "sign_up": f"{reverse('account_signup')}?{urlencode(onward | {'email': found.email})}"
        if settings.ACCOUNTS != "closed"
        else "",
    }
    return render(request, "site/private/invitation.html", context, status=status)
