"""One's own account: what it holds, its name, a copy of everything, and its end."""

from __future__ import annotations

import json

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from conductatlas.accounts.closing import delete_account, obstacles
from conductatlas.accounts.members import is_alone_in
from conductatlas.accounts.models import Membership, User
from conductatlas.accounts.workspaces import RefusedError
from conductatlas.site.access import lately_confirmed, signed_in
from conductatlas.site.organisation_forms import NameForm
from conductatlas.site.presenters.account import present_account
from conductatlas.site.presenters.personal_data import personal_data
from conductatlas.site.views.responses import respond

_PAGE = "/account"


@signed_in
def account(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Who one is here, how the account is guarded, and where one belongs."""
    return _account(request, NameForm(initial={"name": person(request).name}), as_json=as_json)


@signed_in
def rename(request: HttpRequest) -> HttpResponse:
    """Take another name."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return _account(request, form, status=400)
    user = person(request)
    user.name = form.cleaned_data["name"]
    user.save(update_fields=["name"])
    messages.success(request, "Your name is changed.")
    return HttpResponseRedirect(_PAGE, status=303)


@signed_in
@lately_confirmed
def export(request: HttpRequest) -> HttpResponse:
    """Everything that is held on a person, as a file."""
    values = personal_data(person(request), timezone.now())
    response = HttpResponse(json.dumps(values, ensure_ascii=False, indent=1), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="conductatlas-account.json"'
    return response


@signed_in
@lately_confirmed
def delete(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays; then delete."""
    user = person(request)
    if request.method == "POST":
        try:
            delete_account(user)
        except RefusedError:
            return _deletion(request, user, status=409)
        logout(request)
        messages.success(request, "Your account is deleted.")
        return HttpResponseRedirect("/", status=303)
    return _deletion(request, user)


def person(request: HttpRequest) -> User:
    """Who is signed in, where a mark has made sure that somebody is."""
    assert isinstance(request.user, User)  # noqa: S101 (the mark of the view)
    return request.user


def _account(request: HttpRequest, form: NameForm, *, as_json: bool = False, status: int = 200) -> HttpResponse:
    page = present_account(person(request), timezone.now())
    return respond(request, "private/account.html", page, title="Account", as_json=as_json, status=status, form=form)


def _deletion(request: HttpRequest, user: User, status: int = 200) -> HttpResponse:
    memberships = Membership.objects.filter(user=user, workspace__personal_of=None).select_related("workspace")
    context = {
        "title": "Delete your account",
        "obstacles": obstacles(user),
        "alone": [one.workspace for one in memberships if is_alone_in(user, one.workspace)],
    }
    return render(request, "site/private/account_delete.html", context, status=status)
