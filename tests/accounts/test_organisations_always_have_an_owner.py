"""Who may do what to whom in an organisation, and that it is never without an owner."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conductatlas.accounts.members import give_role, hand_over_to, leave_organisation, remove_member
from conductatlas.accounts.models import AuditEntry, Membership, Role, User, Workspace
from conductatlas.accounts.workspaces import RefusedError
from tests.accounts_factory import make_organisation, make_person, membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def lantern() -> Workspace:
    """An organisation with somebody in each role, each called after it."""
    owner = make_person("owner@example.org")
    return make_organisation("Lantern Works", owner, admin=Role.ADMIN, member=Role.MEMBER, viewer=Role.VIEWER)


def _of(name: str) -> Membership:
    return Membership.objects.select_related("workspace", "user").get(user__email=f"{name}@example.org")


def _role(name: str) -> str:
    return _of(name).role


@pytest.mark.parametrize(
    ("actor", "whom", "role", "allowed"),
    [
        ("owner", "member", Role.OWNER, True),
        ("owner", "admin", Role.VIEWER, True),
        ("owner", "viewer", Role.ADMIN, True),
        ("owner", "owner", Role.ADMIN, False),
        ("admin", "viewer", Role.ADMIN, True),
        ("admin", "member", Role.VIEWER, True),
        ("admin", "admin", Role.MEMBER, True),
        ("admin", "member", Role.OWNER, False),
        ("admin", "admin", Role.OWNER, False),
        ("admin", "owner", Role.VIEWER, False),
        ("member", "viewer", Role.MEMBER, False),
        ("member", "member", Role.ADMIN, False),
        ("viewer", "viewer", Role.OWNER, False),
    ],
)
def test_roles_are_given_up_to_ones_own(lantern: Workspace, actor: str, whom: str, role: Role, allowed: bool) -> None:
    before = _role(whom)
    if allowed:
        give_role(_of(actor), _of(whom).user_id, role)
        assert _role(whom) == role
        entry = AuditEntry.objects.get(action="member.role")
        assert (entry.actor, entry.subject) == (f"{actor}@example.org", f"{whom}@example.org")
        assert entry.detail == {"before": before, "after": role}
    else:
        with pytest.raises(RefusedError):
            give_role(_of(actor), _of(whom).user_id, role)
        assert _role(whom) == before
        assert not AuditEntry.objects.filter(action="member.role").exists()


@pytest.mark.parametrize(
    ("actor", "whom", "allowed"),
    [
        ("owner", "admin", True),
        ("owner", "owner", False),
        ("admin", "member", True),
        ("admin", "owner", False),
        ("member", "viewer", False),
        ("viewer", "viewer", False),
    ],
)
def test_members_are_removed_by_who_may(lantern: Workspace, actor: str, whom: str, allowed: bool) -> None:
    user = _of(whom).user
    if allowed:
        remove_member(_of(actor), user.pk)
        assert AuditEntry.objects.get(action="member.removed").subject == user.email
    else:
        with pytest.raises(RefusedError):
            remove_member(_of(actor), user.pk)
    assert Membership.objects.filter(user=user).exists() is not allowed


@pytest.mark.parametrize("act", [leave_organisation, lambda one: give_role(one, one.user_id, Role.MEMBER)])
def test_the_last_owner_stays(lantern: Workspace, act: Callable[[Membership], None]) -> None:
    with pytest.raises(RefusedError, match="would have no owner any more"):
        act(_of("owner"))
    give_role(_of("owner"), _of("admin").user_id, Role.OWNER)
    act(_of("owner"))
    assert list(Membership.objects.filter(role=Role.OWNER).values_list("user__email", flat=True)) == [
        "admin@example.org"
    ]


def test_handing_over_changes_both_at_once(lantern: Workspace) -> None:
    hand_over_to(_of("owner"), _of("member").user_id)
    assert (_role("owner"), _role("member")) == (Role.ADMIN, Role.OWNER)
    assert AuditEntry.objects.get(action="organisation.handed-over").subject == "member@example.org"
    with pytest.raises(RefusedError, match="Only an owner hands over"):
        hand_over_to(_of("owner"), _of("viewer").user_id)
    with pytest.raises(RefusedError, match="somebody else"):
        hand_over_to(_of("member"), _of("member").user_id)


def test_nobody_acts_who_was_removed_meanwhile(lantern: Workspace) -> None:
    admin = _of("admin")
    remove_member(_of("owner"), admin.user_id)
    with pytest.raises(RefusedError, match="no member of Lantern Works any more"):
        remove_member(admin, _of("viewer").user_id)


def test_nobody_acts_on_a_role_that_was_taken_meanwhile(lantern: Workspace) -> None:
    admin = _of("admin")
    give_role(_of("owner"), admin.user_id, Role.VIEWER)
    with pytest.raises(RefusedError, match="Only administrators and owners"):
        give_role(admin, _of("viewer").user_id, Role.MEMBER)


def test_a_stranger_is_no_member(lantern: Workspace) -> None:
    stranger = make_person("stranger@example.org")
    other = make_organisation("Hearth", stranger)
    with pytest.raises(RefusedError, match="no member any more"):
        remove_member(membership(other, stranger), User.objects.get(email="viewer@example.org").pk)
