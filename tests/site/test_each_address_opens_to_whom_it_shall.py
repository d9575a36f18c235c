"""The permission matrix: everybody × every private address, pages, JSON and acts alike.

docs/permissions.md is the same matrix in words, made of the marks of the views.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import transaction
from django.http.response import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import Client
from pytest_django import Settings

from conductatlas.accounts.entitlements import of_plan
from conductatlas.accounts.models import Feature, Membership, Plan, Role, Subscription, User, Workspace
from conductatlas.accounts.workspaces import create_organisation
from conductatlas.site.access import Access
from tests.records_factory import World, make_world
from tests.site.addresses import Address, private_addresses

_DOCUMENT = Path(__file__).parents[2] / "docs/permissions.md"
_PLANS = ("free", "monitor", "compliance")
_WORKSPACE = "harbour"
# What stands in an address in place of its parts; nothing needs to be there, since who may look comes first.
_PARTS = {
    "workspace": _WORKSPACE,
    "record": "CA-C-000002",
    "number": "1",
    "step": "trial",
    "form": "csv",
    "slug": _WORKSPACE,
    "key": "free",
}
_SECRET = [one for one in private_addresses() if one.access is not None and one.access.who == "link"]
_GUARDED = [one for one in private_addresses() if one.access is not None and one.access.who not in ("link", "public")]


def _path(address: Address) -> str:
    """An address with something in place of its parts."""
    route = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda found: _PARTS[found[1]], address.route.strip("^$"))
    route = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: _PARTS[found[1]], route)
    return "/" + route.replace("\\", "")


@pytest.fixture
def world(db: None) -> World:
    """Records to look at."""
    return make_world()


@pytest.fixture
def people(world: World) -> dict[str, User | None]:
    """Everybody of the matrix: nobody, a stranger, the four roles of an organisation, and an operator."""
    found: dict[str, User | None] = {"anonymous": None}
    for name in ("stranger", *Role.values, "staff"):
        found[name] = User.objects.create_user(f"{name}@reader.example", is_staff=name == "staff")
    owner = found["owner"]
    assert owner is not None
    workspace = create_organisation("Harbour", owner)
    Workspace.objects.filter(pk=workspace.pk).update(slug=_WORKSPACE)
    for role in Role.values:
        member = found[role]
        assert member is not None
        Membership.objects.get_or_create(workspace=workspace, user=member, defaults={"role": role})
    return found


def _expected(access: Access, name: str, features: frozenset[Feature]) -> str:
    """What the mark of a view says of somebody: `in`, or how they are turned away."""
    if name == "anonymous":
        return "to sign in"
    if access.who == "signed-in":
        return "in"
    if access.who == "staff":
        return "in" if name == "staff" else "not there"
    if name not in Role.values:
        return "not there"
    assert access.role is not None
    if not Role(name).includes(access.role):
        return "not with this role"
    return "in" if access.feature is None or access.feature in features else "not in this plan"


def _happened(answer: HttpResponseBase) -> str:
    if answer.status_code == 302 and answer["Location"].startswith("/account/login/?next="):
        return "to sign in"
    text = answer.content.decode() if isinstance(answer, HttpResponse) else ""
    if answer.status_code == 404 and ("no workspace of yours" in text or "There is no page at this address" in text):
        return "not there"
    if answer.status_code == 403 and "<h1>Not yours to do</h1>" in text:
        return "not with this role"
    if answer.status_code == 403 and "<h1>Not in this plan</h1>" in text:
        return "not in this plan"
    return "in"


def _ask(client: Client, path: str) -> HttpResponseBase:
    """Look at an address, or post to it where it can only be posted to; what that does is undone."""
    with transaction.atomic():
        answer: HttpResponseBase = client.get(path)
        if answer.status_code == 405:
            answer = client.post(path)
        if isinstance(answer, StreamingHttpResponse):
            answer.getvalue()
        transaction.set_rollback(True)
    return answer


@pytest.mark.parametrize("address", _GUARDED, ids=lambda one: one.name)
def test_everybody_is_let_in_or_turned_away_as_the_view_says(
    address: Address, people: dict[str, User | None], settings: Settings
) -> None:
    settings.PLANS = True
    access, path = address.access, _path(address)
    assert access is not None
    workspace = Workspace.objects.get(slug=_WORKSPACE)
    for plan in Plan.objects.filter(key__in=_PLANS):
        Subscription.objects.update_or_create(workspace=workspace, defaults={"plan": plan})
        features = of_plan(plan).features
        for name, user in people.items():
            client = Client()
            if user is not None:
                client.force_login(user)
            answer = _ask(client, path)
            assert answer.status_code < 500, f"{path} for {name} on {plan}"
            assert _happened(answer) == _expected(access, name, features), f"{path} for {name} on {plan}"


@pytest.mark.django_db
@pytest.mark.parametrize("address", _SECRET, ids=lambda one: one.name)
def test_a_wrong_secret_opens_nothing(address: Address) -> None:
    path = "/" + re.sub(r"<(?:\w+:)?\w+>", "A" * 32, address.route)
    for answer in (Client().get(path), Client().post(path, {}, content_type="application/json")):
        assert answer.status_code in (400, 403, 404, 405, 410), f"{path}: {answer.status_code}"


def test_the_document_says_the_same() -> None:
    assert _DOCUMENT.read_text(encoding="utf-8") == document()


def document() -> str:
    """The matrix in words."""
    lines = [
        "# Who may open what",
        "",
        "Every address that is not for everybody, by the mark on its view (`site/access.py`). One that ends in `.json`",
        "is open to the same people. Members are those of the organisation, or the one person of a personal workspace;",
        "each role may do what those before it may: viewer, member, administrator, owner. Operators have no part in",
        "workspaces that they are no members of. A plan matters only where the instance has plans. To those who may",
        "not know of it, an address is not there (404). The same table is tested for everybody, on each plan.",
        "",
        "| address | open to | with a plan that opens |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{_shown(one.route)}` | {_who(one.access)} | {_feature(one.access)} |"
        for one in private_addresses()
        if one.access is not None and not one.route.endswith(".json")
    ]
    return "\n".join([*lines, ""])


def _shown(route: str) -> str:
    route = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda found: found[1].upper(), route.strip("^$").replace("\\", ""))
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: found[1].upper(), route)


def _who(access: Access) -> str:
    if access.role is not None:
        return f"members, from {access.role.label} on"
    names = {"signed-in": "everybody with an account", "staff": "operators", "link": "whoever has the link"}
    return names.get(access.who, "everybody")


def _feature(access: Access) -> str:
    return access.feature.value if access.feature is not None else ""
