"""Invitations: for an address, for a fortnight, once; replaced, withdrawn, and within the seats of the plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from conductatlas.accounts.invitations import (
    HOLDS_FOR,
    accept,
    invitation_of,
    invitations_to,
    send_invitation,
    token_of,
    withdraw_invitation,
)
from conductatlas.accounts.members import remove_member
from conductatlas.accounts.models import AuditEntry, Invitation, Membership, Plan, Role, Subscription, Workspace
from conductatlas.accounts.workspaces import RefusedError
from tests.accounts_factory import make_organisation, make_person, membership

pytestmark = pytest.mark.django_db

_NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
_BEN = "ben@example.org"


@pytest.fixture
def owner() -> Membership:
    """The owner of an organisation."""
    ada = make_person("ada@example.org", name="Ada Lind")
    return membership(make_organisation("Lantern Works", ada), ada)


def _plan(workspace: Workspace, key: str, **changes: object) -> None:
    Plan.objects.filter(key=key).update(**changes)
    Subscription.objects.create(workspace=workspace, plan=Plan.objects.get(key=key))


def test_the_mail_says_who_invites_to_what_and_leads_there(
    owner: Membership, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        found = send_invitation(owner, "Ben@Example.org", Role.MEMBER, _NOW)
    (sent,) = mail.outbox
    assert sent.to == [_BEN]
    assert sent.subject == "ConductAtlas: you are invited to Lantern Works"
    assert "Ada Lind invites you to Lantern Works on ConductAtlas, as member." in sent.body
    assert f"http://localhost:8000/invitations/{token_of(found)}" in sent.body
    entry = AuditEntry.objects.get(action="member.invited")
    assert (entry.actor, entry.subject, entry.detail) == ("ada@example.org", _BEN, {"role": "member"})


def test_a_name_makes_no_second_header(
    owner: Membership, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    Workspace.objects.update(name="Lantern\r\nBcc: all@example.org")
    owner.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    assert mail.outbox[0].subject == "ConductAtlas: you are invited to Lantern Bcc: all@example.org"
    assert mail.outbox[0].recipients() == [_BEN]


def test_it_is_taken_up_once(owner: Membership) -> None:
    found = send_invitation(owner, _BEN, Role.ADMIN, _NOW)
    ben = make_person(_BEN)
    assert [one.pk for one in invitations_to(ben, _NOW)] == [found.pk]
    joined = accept(found, ben, _NOW)
    assert (joined.workspace, joined.role) == (owner.workspace, Role.ADMIN)
    with pytest.raises(RefusedError, match="was used"):
        accept(found, ben, _NOW)
    assert invitation_of(token_of(found), _NOW) is None
    assert AuditEntry.objects.filter(action="member.joined", actor=_BEN).count() == 1


def test_only_who_holds_the_confirmed_address_takes_it_up(owner: Membership) -> None:
    found = send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    for other in (make_person("carl@example.org"), make_person(_BEN, confirmed=False)):
        with pytest.raises(RefusedError, match="no confirmed address of yours"):
            accept(found, other, _NOW)
        assert not invitations_to(other, _NOW).exists()
    assert Membership.objects.count() == 1


def test_it_runs_out_after_a_fortnight(owner: Membership) -> None:
    found = send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    token, last = token_of(found), _NOW + HOLDS_FOR - timedelta(seconds=1)
    assert invitation_of(token, last) == found
    assert invitation_of(token, _NOW + HOLDS_FOR) is None
    with pytest.raises(RefusedError, match="has run out"):
        accept(found, make_person(_BEN), _NOW + HOLDS_FOR)


def test_sent_again_the_older_link_is_dead(owner: Membership) -> None:
    first = send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    second = send_invitation(owner, _BEN, Role.VIEWER, _NOW + timedelta(days=1))
    assert invitation_of(token_of(first), _NOW) is None
    assert invitation_of(token_of(second), _NOW + timedelta(days=1)) == second
    assert Invitation.objects.count() == 1


def test_withdrawn_it_is_dead(owner: Membership) -> None:
    found = send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    token = token_of(found)
    withdraw_invitation(owner, found.pk)
    assert invitation_of(token, _NOW) is None
    assert AuditEntry.objects.get(action="invitation.withdrawn").subject == _BEN
    withdraw_invitation(owner, found.pk)


def test_what_somebody_invited_goes_with_them(owner: Membership) -> None:
    carl = make_person("carl@example.org")
    admin = Membership.objects.create(workspace=owner.workspace, user=carl, role=Role.ADMIN)
    found = send_invitation(admin, _BEN, Role.ADMIN, _NOW)
    remove_member(owner, carl.pk)
    assert invitation_of(token_of(found), _NOW) is None


@given(st.text(max_size=60))
def test_what_is_no_link_opens_nothing(text: str) -> None:
    assert invitation_of(text, _NOW) is None


def test_a_forged_link_opens_nothing(owner: Membership) -> None:
    token = token_of(send_invitation(owner, _BEN, Role.MEMBER, _NOW))
    payload, _, signature = token.partition(":")
    assert invitation_of(f"{payload}:{signature[:-1]}{'A' if signature[-1] != 'A' else 'B'}", _NOW) is None


@pytest.mark.parametrize(
    ("role", "asked", "says"),
    [
        (Role.MEMBER, Role.VIEWER, "Only administrators and owners invite."),
        (Role.ADMIN, Role.OWNER, "Only an owner invites an owner."),
    ],
)
def test_who_may_not_does_not_invite(owner: Membership, role: Role, asked: Role, says: str) -> None:
    carl = make_person("carl@example.org")
    actor = Membership.objects.create(workspace=owner.workspace, user=carl, role=role)
    with pytest.raises(RefusedError, match=says):
        send_invitation(actor, _BEN, asked, _NOW)


def test_a_member_is_not_invited(owner: Membership) -> None:
    with pytest.raises(RefusedError, match="is a member already"):
        send_invitation(owner, "ADA@example.org", Role.MEMBER, _NOW)


def test_seats_bound_members_and_open_invitations_together(owner: Membership, settings: Settings) -> None:
    settings.PLANS = True
    with pytest.raises(RefusedError, match="Your plan, Free, has room for 1 member"):
        send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    _plan(owner.workspace, "compliance", seats=2)
    found = send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    with pytest.raises(
        RefusedError, match=r"Your plan, Compliance, has room for 2 members\. Open invitations take up room too"
    ):
        send_invitation(owner, "carl@example.org", Role.MEMBER, _NOW)
    # The same address again takes no second seat, and one that ran out frees its own.
    found = send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    later = _NOW + HOLDS_FOR
    send_invitation(owner, "carl@example.org", Role.MEMBER, later)
    assert list(Invitation.objects.values_list("email", flat=True)) == ["carl@example.org"]
    assert found.email == _BEN


def test_an_invitation_waits_where_the_plan_has_become_smaller(owner: Membership, settings: Settings) -> None:
    settings.PLANS = True
    _plan(owner.workspace, "compliance", seats=2)
    found = send_invitation(owner, _BEN, Role.MEMBER, _NOW)
    ben = make_person(_BEN)
    Plan.objects.update(seats=1)
    with pytest.raises(RefusedError, match="Everybody who is in stays in"):
        accept(found, ben, _NOW)
    Plan.objects.update(seats=2)
    accept(found, ben, _NOW)


def test_a_member_who_was_invited_anew_stays_what_they_are(owner: Membership) -> None:
    found = send_invitation(owner, _BEN, Role.ADMIN, _NOW)
    ben = make_person(_BEN)
    Membership.objects.create(workspace=owner.workspace, user=ben, role=Role.VIEWER)
    assert accept(found, ben, _NOW).role == Role.VIEWER


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_cannot_be_sent_is_told_and_the_invitation_kept(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "tests.site.test_people_sign_up_and_in._Down"
    ada = make_person("ada@example.org")
    with pytest.raises(RefusedError, match="The invitation is kept, but"):
        send_invitation(membership(make_organisation("Lantern Works", ada), ada), _BEN, Role.MEMBER, _NOW)
    assert Invitation.objects.get().email == _BEN
