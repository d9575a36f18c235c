"""The inbox of a workspace: the changes that it answers for, and what its people made of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from conductatlas.accounts.models import Membership, Workspace
from conductatlas.records.models import Change
from conductatlas.site.presenters.change_filters import of_grade
from conductatlas.site.presenters.change_list import ChangeLine, change_lines
from conductatlas.site.presenters.laws import LawLink, law_link
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.workbench.frame import Frame, frame
from conductatlas.workbench.models import Triage, TriageNote, TriageState
from conductatlas.workbench.scope import clauses_changed, inbox_changes, laws_touched, meant

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

_PER_PAGE = 25


class Triaged(TypedDict):
    """What a workspace made of a change; `assignee` is the id of a user."""

    triage_state: str
    assignee: int | None
    assignee_email: str | None
    touched_at: datetime | None


TriagedChange: TypeAlias = "WithAnnotations[Change, Triaged]"


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many changes are in a state."""

    state: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Person:
    """A member, as forms and lists name them."""

    id: int
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A change in the inbox."""

    change: ChangeLine
    path: str
    state: str
    assignee: str
    touched_at: datetime | None


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of the inbox; `state`, `severity` and `platform` are the filters, empty where they do not apply."""

    frame: Frame
    state: str
    severity: str
    platform: str
    mine: bool
    counts: tuple[StateCount, ...]
    platforms: tuple[tuple[str, str], ...]
    paging: Paging
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody did or said about a change."""

    at: datetime
    by: str
    did: str
    text: str


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """One change in the inbox, with all that was done about it."""

    frame: Frame
    entry: Entry
    explanation: str
    laws: tuple[LawLink, ...]
    people: tuple[Person, ...]
    assignee_id: int | None
    steps: tuple[Step, ...]


def present_inbox(membership: Membership, *, state: str, severity: str, platform: str, mine: bool, page: int) -> Inbox:
    """A page of the inbox, the latest change first."""
    workspace = membership.workspace
    everything = with_triage(inbox_changes(workspace), workspace)
    counted = dict(everything.order_by().values_list("triage_state").annotate(Count("id")))
    known = everything.order_by().values_list("document__platform__slug", "document__platform__name").distinct()
    changes = everything
    if state:
        changes = changes.filter(triage_state=state)
    if severity:
        changes = changes.filter(of_grade(severity))
    if platform:
        changes = changes.filter(document__platform__slug=platform)
    if mine:
        changes = changes.filter(assignee=membership.user_id)
    places = paging(page, changes.count(), _PER_PAGE)
    shown = changes.select_related("document__platform", "version").order_by("-recorded_at", "-id")
    at = frame(membership)
    return Inbox(
        frame=at,
        state=state,
        severity=severity,
        platform=platform,
        mine=mine,
        counts=tuple(StateCount(one.value, one.label, counted.get(one.value, 0)) for one in TriageState),
        platforms=tuple(sorted(known, key=lambda one: one[1].casefold())),
        paging=places,
        entries=_entries(at, list(shown[places.offset : places.offset + places.per_page])),
    )


def present_inbox_entry(membership: Membership, change: TriagedChange) -> InboxEntry:
    """One change in the inbox; it must come from `with_triage`, with its document, platform and version loaded."""
    clauses = [clause for _, clause in clauses_changed(meant(change.items.all()))]
    notes = TriageNote.objects.filter(triage__workspace=membership.workspace, triage__change=change)
    (entry,) = _entries(frame(membership), [change])
    return InboxEntry(
        frame=frame(membership),
        entry=entry,
        explanation=change.explanation,
        laws=tuple(map(law_link, laws_touched(clauses))),
        people=people_of(membership.workspace),
        assignee_id=change.assignee,
        steps=tuple(map(step_of, notes)),
    )


def step_of(note: TriageNote) -> Step:
    """A note on a change, as it is shown."""
    return Step(note.at, note.by, note.did, note.text)


def people_of(workspace: Workspace) -> tuple[Person, ...]:
    """The members of a workspace, by name."""
    members = Membership.objects.filter(workspace=workspace).select_related("user")
    people = (Person(one.user_id, str(one.user), one.user.email) for one in members)
    return tuple(sorted(people, key=lambda one: one.name.casefold()))


def with_triage(changes: QuerySet[Change], workspace: Workspace) -> QuerySet[TriagedChange]:
    """Changes with what a workspace made of them; those that nobody touched are new."""
    row = Triage.objects.filter(workspace=workspace, change=OuterRef("pk"))
    return changes.annotate(
        triage_state=Coalesce(Subquery(row.values("state")), Value(TriageState.NEW.value)),
        assignee=Subquery(row.values("assignee")),
        assignee_email=Subquery(row.values(email=F("assignee__email"))),
        touched_at=Subquery(row.values("touched_at")),
    )


def _entries(at: Frame, changes: Sequence[TriagedChange]) -> tuple[Entry, ...]:
    lines = change_lines(changes)
    return tuple(
        Entry(
            change=line,
            path=f"{at.path_of('inbox')}/{line.id}",
            state=change.triage_state,
            assignee=change.assignee_email or "",
            touched_at=change.touched_at,
        )
        for change, line in zip(changes, lines, strict=True)
    )
