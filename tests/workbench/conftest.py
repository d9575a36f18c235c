"""A team of two with a vendor, and somebody who is not in it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.test import Client

from conductatlas.accounts.models import Membership, Role, User, Workspace
from conductatlas.accounts.workspaces import create_organisation
from conductatlas.workbench.models import Vendor
from tests.records_factory import World


@dataclass(frozen=True)
class Team:
    """A workspace whose one vendor is Larkwell, its owner, a viewer, and a stranger."""

    workspace: Workspace
    owner: User
    viewer: User
    stranger: User

    @property
    def path(self) -> str:
        """Where its pages stand."""
        return f"/workspaces/{self.workspace.slug}"


@pytest.fixture
def team(world: World) -> Team:
    """The team, which watches nothing yet."""
    owner, viewer, stranger = (User.objects.create_user(f"{name}@team.example") for name in ("kim", "val", "sam"))
    workspace = create_organisation("Acme Compliance", owner)
    Membership.objects.create(workspace=workspace, user=viewer, role=Role.VIEWER)
    Vendor.objects.create(workspace=workspace, name="Larkwell Inc.", platform=world.terms.platform)
    return Team(workspace, owner, viewer, stranger)


@pytest.fixture
def as_owner(team: Team) -> Client:
    """A browser in which the owner is signed in."""
    return signed_in(team.owner)


def signed_in(user: User) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(user)
    return client
