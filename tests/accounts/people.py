"""People, workspaces and plans for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module

from conductatlas.accounts.models import Plan, User, Workspace
from conductatlas.accounts.workspaces import create_organisation, personal_workspace

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


def person(email: str = "ada@example.org", *, staff: bool = False) -> User:
    """Somebody with an account."""
    return User.objects.create_user(email, is_staff=staff)


def workspace(email: str = "ada@example.org") -> Workspace:
    """A person's own workspace."""
    return personal_workspace(User.objects.filter(email=email).first() or person(email))


def organisation(owner: User, name: str = "Larkwell Watch") -> Workspace:
    """An organisation's workspace."""
    return create_organisation(name, owner)


def plan(key: str) -> Plan:
    """A plan that the instance begins with."""
    return Plan.objects.get(key=key)


def make_plans() -> None:
    """The plans that an instance begins with, for tests that end their transactions: those find every table empty."""
    first = import_module("conductatlas.accounts.migrations.0002_plans")._PLANS
    for position, values in enumerate(first):
        Plan.objects.get_or_create(key=values["key"], defaults={**values, "position": position})
