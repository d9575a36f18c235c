"""The operators' pages: who may open them, what they show, and what can be done on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver
from django.utils import timezone
from pytest_django import Settings

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.models import (
    AuditEntry,
    Plan,
    Role,
    StripeEvent,
    Subscription,
    SubscriptionState,
    User,
    Workspace,
)
from conductatlas.accounts.subscriptions import start_trial
from conductatlas.capture.declarations import Source, Terms, terms_to_value
from conductatlas.monitoring.models import Attempt, Channel, Delivery, DeliveryState
from conductatlas.records.models import (
    Change,
    Collection,
    CorrectionRequest,
    Decision,
    Document,
    Erratum,
    Problem,
    TrackedDocument,
    Version,
    Wording,
)
from conductatlas.site.access import Access, access_of
from conductatlas.site.private import plans as plan_addresses
from conductatlas.site.private import staff as staff_addresses
from tests.accounts.people import organisation, person, plan, workspace
from tests.records.worlds import (
    AGE,
    ARBITRATION,
    CHANGES,
    COOKIES,
    INTRODUCTION,
    LAW,
    LIABILITY,
    RETENTION,
    record,
    text,
    version,
)
from tests.records_factory import World, at

_REASON = "So it was agreed."


@pytest.fixture(autouse=True)
def _with_plans(settings: Settings) -> None:
    settings.PLANS = True


@pytest.fixture
def operator(client: Client, db: None) -> User:
    """Somebody at work, signed in."""
    somebody = person("op@example.org", staff=True)
    somebody.name = "Olu"
    somebody.save()
    client.force_login(somebody)
    return somebody


@pytest.fixture
def filled(world: World, operator: User) -> dict[str, Any]:
    """One of each thing that the pages are about; gives the values of the addresses."""
    Wording.objects.filter(provision=world.arbitration).update(confidence=0.3)
    ours = workspace()
    channel = Channel.objects.create(workspace=ours, kind="email", address="ada@example.org")
    given_up = Delivery.objects.create(channel=channel, kind="change", subject="CA-C-000001", state="given-up", tries=9)
    Attempt.objects.create(delivery=given_up, worked=False, detail="550 no such mailbox")
    report = CorrectionRequest.objects.create(
        record=world.arbitration.permanent_id,
        problem=Problem.SEVERITY,
        text="It is <b>graver</b>.",
        email="reader@example.org",
        received_at=at(2026, 3, 1),
    )
    tracked = TrackedDocument.objects.create(
        collection=Collection.objects.get(),
        service="Larkwell",
        terms_type="Terms of Service",
        path="Larkwell/Terms of Service.md",
        host="larkwell.example",
        declaration=terms_to_value(
            Terms("Larkwell", "Terms of Service", (Source("https://larkwell.example/terms"),)),
        ),
        declared_as="0" * 64,
        next_look_at=timezone.now() + timedelta(days=1),
        failures=3,
        reason="not-found",
        message="The page is gone (404).",
    )
    version = world.arbitration.document.versions.order_by("-ordinal").first()
    assert version is not None
    version.held = "It would remove much."
    version.save()
    audit("Ada", "watch.made", "larkwell", workspace=ours)
    return {
        "number": {
            "staff-delivery": given_up.pk,
            "staff-user": operator.pk,
            "staff-correction": report.pk,
            "staff-source": tracked.pk,
            "staff-declaration": tracked.pk,
        },
        "slug": ours.slug,
        "key": "monitor",
        "record": {
            "staff-finding": world.arbitration.permanent_id,
            "staff-held-version": world.arbitration.document.permanent_id,
        },
    }


def _paths(filled: dict[str, Any]) -> dict[str, str]:
    """The path of each page, by its name."""
    paths = {}
    for pattern in staff_addresses.urlpatterns:
        assert isinstance(pattern, URLPattern)
        name = str(pattern.name)
        path = str(pattern.pattern)
        for part, parameter in (("<int:number>", "number"), ("<slug:slug>", "slug"), ("<slug:key>", "key")):
            value = filled[parameter]
            path = path.replace(
                part, str(value[name.removesuffix("-json")] if isinstance(value, dict) and part in path else value)
            )
        if "<slug:record>" in path:
            path = path.replace("<slug:record>", filled["record"][name.removesuffix("-json")])
        paths[name] = f"/{path}"
    return paths


def _acts() -> list[tuple[str, str, str]]:
    entries = AuditEntry.objects.filter(actor="op@example.org").order_by("id")
    return [(one.actor, one.action, one.detail.get("reason", "")) for one in entries]


def test_every_page_is_for_operators_alone(client: Client, filled: dict[str, Any]) -> None:
    paths = _paths(filled)
    assert len(paths) == 39
    member, stranger = Client(), Client()
    member.force_login(person("member@example.org"))
    for name, path in paths.items():
        for method in ("GET", "POST"):
            without = getattr(stranger, method.lower())(path)
            assert without.status_code in (302, 405), (method, path)
            assert getattr(member, method.lower())(path).status_code in (404, 405), (method, path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex"
        assert "Access-Control-Allow-Origin" not in answer
        assert len(answer.content) < 60_000
        if name.endswith("-json"):
            assert isinstance(answer.json(), dict)
            assert client.post(path).status_code == 405
    assert AuditEntry.objects.count() == 1, "looking changes nothing"


def test_every_address_carries_its_mark() -> None:
    def marks(patterns: Sequence[URLPattern | URLResolver]) -> dict[str | None, Access | None]:
        return {one.name: access_of(one.callback) for one in patterns if isinstance(one, URLPattern)}

    assert set(marks(staff_addresses.urlpatterns).values()) == {Access("staff")}
    assert marks(plan_addresses.urlpatterns) == {
        "plans": Access("public"),
        "plans-json": Access("public"),
        "workspace-plan": Access("workspace", Role.ADMIN),
        "workspace-plan-json": Access("workspace", Role.ADMIN),
        "workspace-plan-step": Access("workspace", Role.ADMIN),
        "stripe-webhook": Access("link"),
    }


def test_what_is_not_there_is_not_found(client: Client, operator: User) -> None:
    for path in (
        "users/99",
        "workspaces/none",
        "plans/none",
        "deliveries/99",
        "corrections/99",
        "sources/99",
        "sources/99/declaration",
    ):
        assert client.get(f"/staff/{path}").status_code == 404, path
    for path in ("review/CA-P-999999", "review/CA-D-000001", "review/x", "held/CA-D-999999", "users/" + "9" * 30):
        assert client.get(f"/staff/{path}").status_code == 404, path


def test_no_act_is_done_without_a_reason_or_from_elsewhere(filled: dict[str, Any], operator: User) -> None:
    guarded, plain = Client(enforce_csrf_checks=True), Client()
    guarded.force_login(operator)
    plain.force_login(operator)
    forms = {
        "staff-user": {"act": "deactivate"},
        "staff-delivery": {"act": "drop"},
        "staff-workspace": {"act": "assign", "assign-plan": "monitor"},
        "staff-plan": {"name": "Monitor"},
        "staff-finding": {"kind": "accept"},
        "staff-held-version": {"act": "confirm"},
        "staff-correction": {"state": "refused"},
        "staff-source": {},
        "staff-declaration": {"act": "count", "declaration": "{}", "seen": "0" * 64},
    }
    paths = _paths(filled)
    for name, sent in forms.items():
        assert guarded.post(paths[name], sent).status_code == 403, name
        answer = plain.post(paths[name], sent)
        assert answer.status_code == 400, name
        page = answer.content.decode()
        assert "Say why." in page
        assert "Not done." in page
    assert AuditEntry.objects.count() == 1


def test_the_overview_says_what_needs_an_operator(client: Client, filled: dict[str, Any]) -> None:
    now = timezone.now()
    StripeEvent.objects.create(id="evt_1", kind="invoice.paid", received_at=now, outcome="No plan has the price x")
    page = client.get("/staff.json").json()
    assert {one["path"]: one["count"] for one in page["attention"]} == {
        "/staff/held": 1,
        "/staff/corrections": 1,
        "/staff/review": 1,
        "/staff/sources": 1,
        "/staff/deliveries?state=given-up": 1,
        "#stripe": 1,
    }
    assert {one["what"]: one["count"] for one in page["counts"]}["people"] == 2
    html = client.get("/staff").content.decode()
    assert "No plan has the price x" in html
    for one in page["attention"]:
        assert client.get("/staff" if one["path"] == "#stripe" else one["path"]).status_code == 200


def test_people_are_found_and_their_flags_set(client: Client, operator: User) -> None:
    ada, bo = person("ada@example.org"), person("bo@example.org")
    organisation(ada)
    found = client.get("/staff/users.json", {"q": "ADA@"}).json()["people"]
    assert [one["email"] for one in found] == ["ada@example.org"]
    assert "Larkwell Watch" in client.get(f"/staff/users/{ada.pk}").content.decode()
    theirs = Client()
    theirs.force_login(bo)
    assert theirs.get("/staff").status_code == 404
    for act in ("staff", "no-staff", "deactivate", "activate"):
        answer = client.post(f"/staff/users/{bo.pk}", {"act": act, "reason": _REASON})
        assert answer.status_code == 303
        expected = {"staff": 200, "no-staff": 404, "deactivate": 302, "activate": 404}[act]
        assert theirs.get("/staff").status_code == expected, act
    assert [(action, reason) for _, action, reason in _acts()] == [
        ("account.staff", _REASON),
        ("account.staff", _REASON),
        ("account.active", _REASON),
        ("account.active", _REASON),
    ]


@pytest.mark.parametrize("act", ["no-staff", "deactivate"])
def test_nobody_locks_themselves_out(client: Client, operator: User, act: str) -> None:
    answer = client.post(f"/staff/users/{operator.pk}", {"act": act, "reason": _REASON})
    assert answer.status_code == 400
    assert "ask another operator" in answer.content.decode()
    operator.refresh_from_db()
    assert operator.is_staff and operator.is_active
    assert not AuditEntry.objects.exists()


def test_a_plan_is_assigned_to_a_workspace_and_ended(client: Client, operator: User) -> None:
    ours = workspace()
    path = f"/staff/workspaces/{ours.slug}"
    until = (timezone.now() + timedelta(days=40)).date()
    sent = {"act": "assign", "assign-plan": "compliance", "assign-until": f"{until}", "assign-reason": _REASON}
    assert client.post(path, sent).status_code == 303
    page = client.get(path).content.decode()
    assert "assigned by op@example.org" in page
    assert "Compliance" in page
    assert entitlements(ours, timezone.now() + timedelta(days=38)).plan == "compliance"
    assert entitlements(ours, timezone.now() + timedelta(days=41)).plan == "free"
    (line,) = client.get("/staff/workspaces.json", {"q": "ada@", "state": "active"}).json()["workspaces"]
    assert (line["plan"], line["assigned_by"], line["members"]) == ("Compliance", "op@example.org", 1)
    assert client.post(path, {"act": "end", "end-reason": "Asked for."}).status_code == 303
    assert entitlements(ours, timezone.now()).plan == "free"
    again = client.post(path, {"act": "end", "end-reason": "Asked for."})
    assert again.status_code == 400
    assert "no plan to end" in again.content.decode()
    wrong = client.post(path, sent | {"assign-until": "2020-01-01"})
    assert "end before it begins" in wrong.content.decode()
    assert client.post(path, sent | {"assign-plan": "nonsense"}).status_code == 400
    assert [action for _, action, _ in _acts()] == ["plan.assigned", "plan.ended"]


def test_what_ran_out_is_called_ended_before_it_is_written_down(client: Client, operator: User) -> None:
    start_trial(workspace(), plan("monitor"), by="Ada", now=timezone.now() - timedelta(days=20))
    start_trial(workspace("bo@example.org"), plan("monitor"), by="Bo", now=timezone.now())
    for state, named in (("trial", "bo@example.org"), ("ended", "ada@example.org")):
        (line,) = client.get("/staff/workspaces.json", {"state": state}).json()["workspaces"]
        assert line["name"] == named
    assert client.get("/staff/workspaces.json", {"state": "past-due"}).json()["workspaces"] == []
    counts = {one["what"]: one["count"] for one in client.get("/staff.json").json()["counts"]}
    assert (counts["plans: on trial"], counts["plans: active"]) == (1, 0)


def test_what_is_paid_through_stripe_is_not_assigned_over(client: Client, operator: User) -> None:
    ours = workspace()
    Subscription.objects.create(
        workspace=ours, plan=plan("monitor"), state=SubscriptionState.ACTIVE, stripe_subscription="sub_1"
    )
    page = client.get(f"/staff/workspaces/{ours.slug}").content.decode()
    assert "paid through Stripe" in page
    assert '<form class="report' not in page
    sent = {"act": "assign", "assign-plan": "compliance", "assign-reason": _REASON}
    answer = client.post(f"/staff/workspaces/{ours.slug}", sent)
    assert answer.status_code == 400
    assert "cancel it there first" in answer.content.decode()


def _plan_values(**changed: object) -> dict[str, object]:
    values: dict[str, object] = {
        "name": "Monitor",
        "description": "Up to 30.",
        "position": 1,
        "offered": "on",
        "price": 2500,
        "currency": "chf",
        "trial_days": 7,
        "platforms": 30,
        "seats": "",
        "timing": "daily",
        "features": ["channels", "exports"],
        "stripe_price": "price_1",
        "reason": _REASON,
    }
    return values | changed


def test_a_plan_is_changed_and_counts_at_once(client: Client, operator: User) -> None:
    assert client.post("/staff/plans/monitor", _plan_values()).status_code == 303
    changed = plan("monitor")
    assert (changed.price, changed.currency, changed.platforms, changed.seats) == (2500, "CHF", 30, None)
    assert changed.features == ["channels", "exports"]
    page = client.get("/plans").content.decode()
    assert "CHF 25 a month" in page
    assert "30 platforms" in page
    (entry,) = AuditEntry.objects.all()
    assert (entry.action, entry.subject) == ("plan.changed", "monitor")
    assert entry.detail["platforms"] == 30
    assert "timing" in entry.detail
    assert "position" not in entry.detail


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"name": ""}, "This field is required"),
        ({"price": "-1"}, "greater than or equal to 0"),
        ({"price": "99999999999"}, "less than or equal to"),
        ({"price": "12,50"}, "whole number"),
        ({"currency": "E1R"}, "three letters"),
        ({"features": ["telepathy"]}, "not one of the available choices"),
        ({"timing": "yesterday"}, "not one of the available choices"),
        ({"stripe_price": "price_taken"}, "Another plan has this price"),
        ({"reason": "x" * 1001}, "at most 1000 characters"),
    ],
)
def test_a_plan_with_a_mistake_is_not_saved(
    client: Client, operator: User, changed: dict[str, object], says: str
) -> None:
    Plan.objects.filter(key="compliance").update(stripe_price="price_taken")
    answer = client.post("/staff/plans/monitor", _plan_values(**changed))
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert plan("monitor").price == 1900


def test_a_plan_is_added_with_a_key_of_its_own(client: Client, operator: User) -> None:
    assert client.post("/staff/plans/add", _plan_values(key="add", name="X")).status_code == 400
    assert client.post("/staff/plans/add", _plan_values(key="monitor", name="X")).status_code == 400
    assert client.post("/staff/plans/add", _plan_values(key="research", name="Research")).status_code == 303
    assert [one["plan"]["key"] for one in client.get("/staff/plans.json").json()["plans"]].count("research") == 1
    assert _acts() == [("op@example.org", "plan.added", _REASON)]


def test_the_audit_trail_is_filtered(client: Client, operator: User) -> None:
    ours = workspace()
    for number in range(120):
        audit(f"ada-{number % 3}@example.org", f"watch.{'made' if number % 2 else 'paused'}", "x", workspace=ours)
    audit("bo@example.org", "member.invited", "<script>", note="<b>")
    first = client.get("/staff/audit.json").json()
    assert (first["paging"]["total"], len(first["entries"])) == (121, 50)
    assert first["entries"][0]["actor"] == "bo@example.org"
    assert client.get("/staff/audit.json", {"actor": "ada-1", "action": "made"}).json()["paging"]["total"] == 20
    assert client.get("/staff/audit.json", {"workspace": ours.slug}).json()["paging"]["total"] == 120
    html = client.get("/staff/audit").content.decode()
    assert "&lt;script&gt;" in html
    assert "note: &lt;b&gt;" in html
    assert client.get("/staff/audit", {"actor": "\0", "page": "9"}).status_code == 200


def test_deliveries_are_filtered_tried_again_and_dropped(client: Client, filled: dict[str, Any]) -> None:
    first = Delivery.objects.get()
    hook = Channel.objects.create(
        workspace=Workspace.objects.get(), kind="webhook", address="https://a:secret@hook.example/token?k=1"
    )
    sent = Delivery.objects.create(channel=hook, kind="digest", subject="digest:weekly:2026-05-04", state="sent")
    path = f"/staff/deliveries/{first.pk}"
    page = client.get("/staff/deliveries").content.decode()
    assert "https://hook.example" in page
    assert "secret" not in page and "token" not in page
    listed = client.get("/staff/deliveries.json", {"state": "given-up"}).json()["deliveries"]
    assert [one["number"] for one in listed] == [first.pk]
    listed = client.get("/staff/deliveries.json", {"channel": "webhook"}).json()["deliveries"]
    assert [one["number"] for one in listed] == [sent.pk]
    assert "550 no such mailbox" in client.get(path).content.decode()
    assert client.post(path, {"act": "retry", "reason": _REASON}).status_code == 303
    first.refresh_from_db()
    assert (first.state, first.tries) == (DeliveryState.DUE, 0)
    again = client.post(path, {"act": "retry", "reason": _REASON})
    assert again.status_code == 400
    assert "Only what was given up can be tried again." in again.content.decode()
    assert client.post(path, {"act": "drop", "reason": _REASON}).status_code == 303
    first.refresh_from_db()
    assert first.state == DeliveryState.DROPPED
    assert client.post(f"/staff/deliveries/{sent.pk}", {"act": "drop", "reason": _REASON}).status_code == 400
    assert [action for _, action, _ in _acts()] == ["delivery.retried", "delivery.dropped"]


def test_what_a_worker_is_sending_is_left_alone(client: Client, filled: dict[str, Any]) -> None:
    Delivery.objects.update(state=DeliveryState.SENDING)
    path = f"/staff/deliveries/{Delivery.objects.get().pk}"
    for act in ("retry", "drop"):
        assert client.post(path, {"act": act, "reason": _REASON}).status_code == 400
    assert Delivery.objects.get().state == DeliveryState.SENDING


def test_a_finding_is_decided_about_under_the_operators_name(
    client: Client, filled: dict[str, Any], world: World
) -> None:
    path = f"/staff/review/{world.arbitration.permanent_id}"
    assert path in client.get("/staff/review").content.decode()
    sent = {"kind": "regrade", "severity": "low", "stance": "", "new_type": "", "reason": _REASON}
    assert client.post(path, sent)["Location"] == "/staff/review"
    decision = Decision.objects.get()
    assert (decision.reviewer, decision.severity, decision.reason) == ("Olu", "low", _REASON)
    assert path not in client.get("/staff/review").content.decode()
    assert "Decided before" in client.get(path).content.decode()
    assert _acts() == [("op@example.org", "finding.regrade", _REASON)]


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"kind": "retype"}, "another type is named when, and only when"),
        ({"kind": "regrade"}, "a new grade needs a severity or a stance"),
        ({"kind": "accept", "severity": "low"}, "given only with another type or a new grade"),
        ({"kind": ""}, "This field is required"),
        ({"kind": "retype", "new_type": "nonsense"}, "not one of the available choices"),
    ],
)
def test_a_decision_that_cannot_be_made_is_told_beside_the_form(
    client: Client, filled: dict[str, Any], world: World, sent: dict[str, str], says: str
) -> None:
    answer = client.post(f"/staff/review/{world.arbitration.permanent_id}", sent | {"reason": _REASON})
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert not Decision.objects.exists()
    assert AuditEntry.objects.count() == 1


def test_who_has_no_name_is_asked_for_one_and_the_address_is_never_shown(
    client: Client, filled: dict[str, Any], operator: User, world: World
) -> None:
    User.objects.filter(pk=operator.pk).update(name="")
    answer = client.post(f"/staff/review/{world.arbitration.permanent_id}", {"kind": "accept", "reason": _REASON})
    assert answer.status_code == 400
    assert "Give your account a name first" in answer.content.decode()
    assert not Decision.objects.exists()


def test_a_report_is_settled_and_its_senders_address_shown_once(
    client: Client, filled: dict[str, Any], world: World
) -> None:
    report = CorrectionRequest.objects.get()
    path = f"/staff/corrections/{report.pk}"
    page = client.get(path).content.decode()
    assert "&lt;b&gt;graver&lt;/b&gt;" in page
    assert "reader@example.org" in page
    incomplete = client.post(path, {"state": "accepted", "reason": _REASON})
    assert incomplete.status_code == 400
    assert "needs a decision" in incomplete.content.decode()
    report.refresh_from_db()
    assert (report.state, report.email) == ("received", "reader@example.org"), "nothing was settled"
    sent = {"state": "accepted", "decision": "regrade", "severity": "high", "reason": _REASON}
    answer = client.post(path, sent, follow=True)
    assert "Answer to reader@example.org" in answer.content.decode()
    report.refresh_from_db()
    assert (report.state, report.settled_by, report.email, report.published) == ("accepted", "Olu", "", False)
    assert Erratum.objects.get().correction_id == report.pk
    assert "reader@example.org" not in client.get(path).content.decode()
    assert "settled" in client.post(path, sent).content.decode()
    assert [action for _, action, _ in _acts()] == ["correction.accepted"]


def test_a_report_is_answered_in_words_or_by_taking_the_record_back(
    client: Client, filled: dict[str, Any], world: World
) -> None:
    path = f"/staff/corrections/{CorrectionRequest.objects.get().pk}"
    wrong = client.post(path, {"state": "accepted", "decision": "merge", "into": "x", "reason": _REASON})
    assert "is no id of a provision" in wrong.content.decode()
    sent = {"state": "accepted", "decision": "withdraw", "publish": "on", "reason": _REASON}
    assert client.post(path, sent).status_code == 303
    world.arbitration.refresh_from_db()
    assert world.arbitration.state == "withdrawn"
    assert CorrectionRequest.objects.get().published


def test_another_look_at_a_source_is_asked_for(client: Client, filled: dict[str, Any]) -> None:
    tracked = TrackedDocument.objects.get()
    path = f"/staff/sources/{tracked.pk}"
    assert path in client.get("/staff/sources").content.decode()
    before = timezone.now()
    assert client.post(path, {"reason": _REASON}).status_code == 303
    tracked.refresh_from_db()
    assert before <= tracked.next_look_at <= timezone.now()
    TrackedDocument.objects.update(active=False)
    answer = client.post(path, {"reason": _REASON})
    assert answer.status_code == 400
    assert "no longer declared" in answer.content.decode()
    assert [action for _, action, _ in _acts()] == ["source.look-asked-for"]


@pytest.mark.parametrize(("act", "failed"), [("confirm", False), ("refuse", True)])
def test_a_held_version_is_settled(client: Client, operator: User, act: str, failed: bool) -> None:
    whole = text(INTRODUCTION, AGE, ARBITRATION, LAW, LIABILITY, RETENTION, COOKIES, CHANGES)
    little = text(INTRODUCTION, AGE, "This page has a new layout, and the rest has found a home elsewhere for now.")
    record(version(1, whole), version(2, little))
    document = Document.objects.get()
    path = f"/staff/held/{document.permanent_id}"
    assert path in client.get("/staff/held").content.decode()
    assert client.post(path, {"act": "both", "reason": _REASON}).status_code == 400
    assert client.post(path, {"act": act, "reason": _REASON}, follow=True).status_code == 200
    settled = Version.objects.get(ordinal=2)
    assert (settled.held, settled.failed) == ("", failed)
    done = "Refused" if failed else "Confirmed"
    assert f"{done} by Olu: {_REASON}" in Change.objects.get().reasons
    assert client.get(path).status_code == 404
    assert _acts() == [("op@example.org", f"version.{done.lower()}", _REASON)]
