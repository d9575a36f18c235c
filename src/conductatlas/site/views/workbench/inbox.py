"""The inbox: its list, and one change in it with the form of triage."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from conductatlas.accounts.models import Feature, Membership, Role, User
from conductatlas.records.models import Kind, parse_permanent_id
from conductatlas.site.access import in_workspace
from conductatlas.site.presenters.links import GRADES
from conductatlas.site.presenters.workbench.inbox import (
    TriagedChange,
    people_of,
    present_inbox,
    present_inbox_entry,
    with_triage,
)
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound, choice, page_number
from conductatlas.workbench.models import TriageState
from conductatlas.workbench.scope import inbox_changes
from conductatlas.workbench.triaging import LONGEST_NOTE, NoMemberError, triage


class TriageForm(forms.Form):
    """Where a change stands, whose it is, and a note."""

    state = forms.ChoiceField(choices=TriageState.choices, error_messages={"required": "Choose a state."})
    assignee = forms.IntegerField(required=False)
    note = forms.CharField(
        required=False,
        max_length=LONGEST_NOTE,
        error_messages={"max_length": f"The note has %(show_value)d characters; at most {LONGEST_NOTE:,} are taken."},
    )


@in_workspace(Role.VIEWER, Feature.WORKBENCH)
def inbox(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """The changes that a workspace answers for, with filters."""
    page = present_inbox(
        membership,
        state=choice(request, "state", TriageState.values),
        severity=choice(request, "severity", GRADES),
        platform=request.GET.get("platform", "")[:120].replace("\0", ""),
        mine=request.GET.get("mine") == "1",
        page=page_number(request),
    )
    return answer(request, "inbox.html", page, title="Inbox", as_json=as_json, grades=GRADES)


@in_workspace(Role.VIEWER, Feature.WORKBENCH)
def inbox_entry(request: HttpRequest, membership: Membership, record: str, *, as_json: bool) -> HttpResponse:
    """One change in the inbox."""
    return _entry(request, membership, _find(membership, record), TriageForm(), as_json=as_json)


@in_workspace(Role.MEMBER, Feature.WORKBENCH)
def decide(request: HttpRequest, membership: Membership, record: str) -> HttpResponse:
    """Set where a change stands."""
    change, form = _find(membership, record), TriageForm(request.POST)
    if not form.is_valid():
        return _entry(request, membership, change, form, as_json=False, status=400)
    said = form.cleaned_data
    assignee = User.objects.filter(id=said["assignee"]).first() if said["assignee"] else None
    try:
        triage(
            membership.workspace,
            change,
            membership.user,
            timezone.now(),
            state=TriageState(said["state"]),
            assignee=assignee,
            note=said["note"],
        )
    except NoMemberError:
        form.add_error("assignee", "Choose a member of this workspace.")
        return _entry(request, membership, change, form, as_json=False, status=400)
    return HttpResponseRedirect(f"/workspaces/{membership.workspace.slug}/inbox/{change.permanent_id}", status=303)


def _find(membership: Membership, record: str) -> TriagedChange:
    named = parse_permanent_id(record.upper())
    if named is not None and named[0] is Kind.CHANGE:
        changes = with_triage(inbox_changes(membership.workspace), membership.workspace)
        found = changes.select_related("document__platform", "version").filter(id=named[1]).first()
        if found is not None:
            return found
    raise NotFound(f"{record} is not in the inbox of {membership.workspace}.")


def _entry(
    request: HttpRequest,
    membership: Membership,
    change: TriagedChange,
    form: TriageForm,
    *,
    as_json: bool,
    status: int = 200,
) -> HttpResponse:
    page = present_inbox_entry(membership, change)
    context = {
        "form": form,
        "states": TriageState.choices,
        "chosen_state": form.data.get("state", page.entry.state),
        "chosen_assignee": form.data.get("assignee", str(page.assignee_id or "")),
        "note": form.data.get("note", ""),
        "people": [(str(one.id), one.name) for one in people_of(membership.workspace)],
        "longest": LONGEST_NOTE,
    }
    title = f"{page.entry.change.document.platform.name}: {page.entry.change.document.title}"
    return answer(request, "inbox_entry.html", page, title=title, as_json=as_json, status=status, **context)
