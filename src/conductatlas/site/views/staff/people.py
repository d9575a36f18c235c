"""People and workspaces: their flags and their plans."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.accounts.models import Subscription, SubscriptionState, User, Workspace
from conductatlas.accounts.people import set_active, set_staff
from conductatlas.accounts.subscriptions import assign, end, is_paid_through_stripe
from conductatlas.english import day
from conductatlas.site.access import staff
from conductatlas.site.presenters.staff.people import (
    present_people,
    present_person,
    present_workspace,
    present_workspaces,
)
from conductatlas.site.staff_forms import AssignForm, EndForm, PersonForm
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound, choice, page_number
from conductatlas.site.views.staff.acting import ActError, acted, operator, posted

_LONGEST_QUERY = 100
# What each act does to an account.
_ACTS = {
    "staff": (set_staff, True),
    "no-staff": (set_staff, False),
    "deactivate": (set_active, False),
    "activate": (set_active, True),
}


@staff
def users(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """People, by words of their address or name."""
    page = present_people(_query(request), page_number(request))
    return answer(request, "staff/users.html", page, title="People", as_json=as_json)


@staff
def user(request: HttpRequest, number: int, *, as_json: bool) -> HttpResponse:
    """One of them; what is done to an account is done here."""
    person = User.objects.filter(pk=number).first()
    if person is None:
        raise NotFound("There is nobody with this number.")
    form = PersonForm(posted(request))

    def act(sent: dict[str, Any]) -> str:
        set_flag, value = _ACTS[sent["act"]]
        if person == operator(request) and not value:
            raise ActError("You can't do that to yourself; ask another operator.")
        set_flag(person.email, value, operator(request), sent["reason"])
        return f"Done: {dict(form.fields['act'].choices)[sent['act']]}."  # type: ignore[attr-defined]

    if done := acted(request, form, act, to=request.path):
        return done
    page = present_person(person)
    status = 400 if form.is_bound else 200
    return answer(request, "staff/user.html", page, title=person.email, as_json=as_json, status=status, form=form)


@staff
def workspaces(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Workspaces, by words and by the state of their plan."""
    state = choice(request, "state", SubscriptionState.values)
    page = present_workspaces(_query(request), state, page_number(request), timezone.now())
    states = SubscriptionState.choices
    return answer(request, "staff/workspaces.html", page, title="Workspaces", as_json=as_json, states=states)


@staff
def workspace(request: HttpRequest, slug: str, *, as_json: bool) -> HttpResponse:
    """One of them; an operator assigns it a plan here, and ends it."""
    found = Workspace.objects.filter(slug=slug).first()
    if found is None:
        raise NotFound("There is no workspace at this address.")
    assigning = AssignForm(posted(request, "assign"), prefix="assign")
    ending = EndForm(posted(request, "end"), prefix="end")

    def give(sent: dict[str, Any]) -> str:
        plan, who = sent["plan"], {"by": operator(request), "now": timezone.now(), "reason": sent["reason"]}
        assign(found, plan, ends_at=assigning.ends_at, **who)
        return f"{plan.name} is assigned" + (f" until {day(sent['until'])}." if sent["until"] else ".")

    def stop(sent: dict[str, Any]) -> str:
        end(found, by=operator(request), now=timezone.now(), reason=sent["reason"])
        return "The plan is ended."

    done = acted(request, assigning, give, to=request.path) or acted(request, ending, stop, to=request.path)
    if done:
        return done
    page = present_workspace(slug, timezone.now())
    subscription = Subscription.objects.filter(workspace=found).first()
    return answer(
        request,
        "staff/workspace.html",
        page,
        title=f"Workspace {found.name}",
        as_json=as_json,
        status=400 if request.method == "POST" else 200,
        assigning=assigning,
        ending=ending,
        at_stripe=is_paid_through_stripe(subscription),
    )


def _query(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST_QUERY]
