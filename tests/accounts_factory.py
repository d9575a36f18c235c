"""People and organisations for tests, and ways through the pages."""

from __future__ import annotations

import re

from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from conductatlas.accounts.models import Membership, Role, User, Workspace
from conductatlas.accounts.workspaces import create_organisation

PASSWORD = "a-quiet-register-of-terms"


def make_person(email: str, *, name: str = "", password: str | None = PASSWORD, confirmed: bool = True) -> User:
    """Somebody with an account."""
    user = User.objects.create_user(email, password, name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=confirmed, primary=True)
    return user


def make_organisation(name: str, owner: User, **others: Role) -> Workspace:
    """An organisation; other members by the first part of their address at example.org, made where missing."""
    workspace = create_organisation(name, owner)
    for first, role in others.items():
        email = f"{first}@example.org"
        user = User.objects.filter(email=email).first() or make_person(email)
        Membership.objects.create(workspace=workspace, user=user, role=role)
    return workspace


def membership(workspace: Workspace, user: User) -> Membership:
    """How somebody belongs to a workspace."""
    return Membership.objects.select_related("workspace", "user").get(workspace=workspace, user=user)


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> str:
    """Sign in by the page; gives the address that one is led to."""
    response = client.post("/account/login/", {"login": email, "password": password, **more})
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def latest_link(to: str, path: str) -> str:
    """The path of the link in the latest mail to an address that begins with `path`."""
    texts = [str(one.body) for one in mail.outbox if to in one.to]
    assert texts, f"no mail went to {to}"
    found = re.search(rf"http://localhost:8000({re.escape(path)}\S+)", texts[-1])
    assert found, texts[-1]
    return found.group(1)
