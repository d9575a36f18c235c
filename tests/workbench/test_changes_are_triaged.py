"""Triage: a state, somebody who looks after it, notes that stay."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.accounts.closing import delete_account, pseudonym
from conductatlas.accounts.members import hand_over_to
from conductatlas.accounts.models import Membership, User
from conductatlas.workbench.models import Triage, TriageNote, TriageState
from conductatlas.workbench.triaging import NoMemberError, triage
from tests.records_factory import World, at
from tests.workbench.conftest import Team, signed_in


def _step(team: Team, world: World, state: TriageState, assignee: User | None = None, note: str = "") -> Triage:
    change, on = world.substantive, at(2026, 5, 1)
    return triage(team.workspace, change, team.owner, on, state=state, assignee=assignee, note=note)


def test_each_step_is_kept_with_who_and_when(team: Team, world: World) -> None:
    _step(team, world, TriageState.ESCALATED, team.viewer, "Ask counsel.")
    _step(team, world, TriageState.REVIEWED, team.viewer)
    _step(team, world, TriageState.REVIEWED, None, "  Fine. ")
    notes = list(TriageNote.objects.values_list("by", "did", "text"))
    assert notes == [
        ("kim@team.example", "new → escalated; assigned to val@team.example", "Ask counsel."),
        ("kim@team.example", "escalated → reviewed", ""),
        ("kim@team.example", "assigned to nobody", "Fine."),
    ]


def test_what_changes_nothing_leaves_no_step(team: Team, world: World) -> None:
    _step(team, world, TriageState.REVIEWED)
    _step(team, world, TriageState.REVIEWED, None, "  ")
    assert TriageNote.objects.count() == 1


def test_nobody_from_outside_is_made_responsible(team: Team, world: World) -> None:
    with pytest.raises(NoMemberError):
        _step(team, world, TriageState.NEW, team.stranger)
    assert not Triage.objects.exists()


def test_by_form_and_back_to_the_page(as_owner: Client, team: Team, world: World) -> None:
    path = f"{team.path}/inbox/{world.substantive.permanent_id}"
    said = {"state": "dismissed", "assignee": str(team.owner.id), "note": "<b>Known</b>"}
    answer = as_owner.post(f"{path}/decide", said)
    assert (answer.status_code, answer["Location"]) == (303, path)
    page = as_owner.get(path).content.decode()
    assert "new → dismissed; assigned to kim@team.example" in page
    assert "&lt;b&gt;Known&lt;/b&gt;" in page
    told = as_owner.get(f"{path}.json").json()
    assert (told["entry"]["state"], told["steps"][0]["text"]) == ("dismissed", "<b>Known</b>")
    assert as_owner.get(f"{team.path}/inbox.json?mine=1").json()["paging"]["total"] == 1


@pytest.mark.parametrize(
    ("said", "mistake"),
    [
        ({"state": "lost"}, "Select a valid choice"),
        ({}, "Choose a state."),
        ({"state": "new", "note": "x" * 4_001}, "The note has 4001 characters"),
        ({"state": "new", "assignee": "999999"}, ""),
    ],
)
def test_what_can_not_be_stored_is_said_beside_its_field(
    as_owner: Client, team: Team, world: World, said: dict[str, str], mistake: str
) -> None:
    answer = as_owner.post(f"{team.path}/inbox/{world.substantive.permanent_id}/decide", said)
    assert answer.status_code == (400 if mistake else 303)
    assert mistake in answer.content.decode()


def test_only_what_is_in_the_inbox_can_be_opened(as_owner: Client, team: Team, world: World) -> None:
    for record in (world.technical.permanent_id, world.training.permanent_id, "CA-C-999999"):
        assert as_owner.get(f"{team.path}/inbox/{record}").status_code == 404


def test_viewers_read_and_do_not_decide(team: Team, world: World) -> None:
    client, path = signed_in(team.viewer), f"{team.path}/inbox/{world.substantive.permanent_id}"
    assert '<form class="report"' not in client.get(path).content.decode()
    assert client.post(f"{path}/decide", {"state": "reviewed"}).status_code == 403
    assert not Triage.objects.exists()


def test_steps_outlive_an_account_without_its_address(team: Team, world: World) -> None:
    val = team.viewer.email
    other = User.objects.create_user(f"x{val}")
    Membership.objects.create(workspace=team.workspace, user=other)
    _step(team, world, TriageState.ESCALATED, team.viewer)
    _step(team, world, TriageState.REVIEWED, other)
    owner = Membership.objects.get(workspace=team.workspace, user=team.owner)
    kim = team.owner.email
    hand_over_to(owner, other.pk)
    delete_account(team.viewer)
    delete_account(team.owner)
    assert list(TriageNote.objects.values_list("by", "did")) == [
        (pseudonym(kim), f"new → escalated; assigned to {pseudonym(val)}"),
        (pseudonym(kim), f"escalated → reviewed; assigned to x{val}"),
    ]
