"""How a form of the operators is worked off: done and noted in one transaction, or shown again with what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from conductatlas.accounts.models import User
from conductatlas.accounts.subscriptions import PlanError
from conductatlas.accounts.workspaces import RefusedError
from conductatlas.records.review import ReviewError


class ActError(Exception):
    """An act that can't be done; the message is a sentence for a person."""


def acted(
    request: HttpRequest, form: BaseForm, act: Callable[[dict[str, Any]], str], *, to: str
) -> HttpResponse | None:
    """Do what a form asks for: a redirect where it is done; None where the page is to be shown, with what is wrong.

    `act` gets the cleaned values, does it and notes it in the audit trail, and gives back what to say.
    """
    if not form.is_bound or not form.is_valid():
        return None
    try:
        with transaction.atomic():
            said = act(form.cleaned_data)
    except (ActError, PlanError, RefusedError, ReviewError) as error:
        form.add_error(None, f"{error}")
        return None
    messages.success(request, said)
    return HttpResponseRedirect(to, status=303)


def operator(request: HttpRequest) -> User:
    """Who is at work; the mark of the view saw to it that somebody is."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user


def public_name(request: HttpRequest) -> str:
    """The name under which an operator decides about records. Raises ActError where the account has none.

    The name is shown to all on the record; an e-mail address would be too.
    """
    name = operator(request).name.strip()
    if not name:
        raise ActError("Give your account a name first: it is shown to all with what you decide.")
    return name


def posted(request: HttpRequest, act: str = "") -> Any:
    """What was sent for a form, or None where it was not sent; `act` names it where a page has several."""
    if request.method != "POST" or (act and request.POST.get("act") != act):
        return None
    return request.POST
