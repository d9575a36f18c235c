"""Trials, plans that operators assign, and what is open when either ends."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from pytest_django import Settings

from conductatlas.accounts.entitlements import EVERYTHING, entitlements, standing, stands
from conductatlas.accounts.models import AuditEntry, Feature, Subscription, SubscriptionState
from conductatlas.accounts.subscriptions import CLOCK, PlanError, assign, end, settle_what_is_over, start_trial
from tests.accounts.people import NOW, make_plans, person, plan, workspace

pytestmark = pytest.mark.django_db
_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _with_plans(settings: Settings) -> None:
    settings.PLANS = True


def _acts() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.order_by("id").values_list("actor", "action"))


def test_a_trial_needs_no_card_and_opens_its_plan_until_it_ends() -> None:
    ours, ada = workspace(), person("owner@example.org")
    started = start_trial(ours, plan("monitor"), by=ada, now=NOW)
    assert (started.state, started.ends_at) == (SubscriptionState.TRIAL, NOW + 14 * _DAY)
    assert entitlements(ours, NOW + 14 * _DAY - timedelta(seconds=1)).plan == "monitor"
    assert entitlements(ours, NOW + 14 * _DAY).plan == "free"
    assert _acts() == [("owner@example.org", "trial.started")]


def test_the_end_of_a_trial_is_written_down_once() -> None:
    ours = workspace()
    start_trial(ours, plan("monitor"), by="Ada", now=NOW)
    assert settle_what_is_over(NOW + 13 * _DAY) == 0
    assert settle_what_is_over(NOW + 15 * _DAY) == 1
    assert settle_what_is_over(NOW + 16 * _DAY) == 0
    assert Subscription.objects.get().state == SubscriptionState.ENDED
    assert _acts() == [("Ada", "trial.started"), (CLOCK, "trial.ended")]


def test_each_plan_is_tried_once_and_another_may_be_tried_after_it() -> None:
    ours = workspace()
    start_trial(ours, plan("monitor"), by="Ada", now=NOW)
    with pytest.raises(PlanError, match="tried here already"):
        start_trial(ours, plan("monitor"), by="Ada", now=NOW + _DAY)
    with pytest.raises(PlanError, match="tried here already"):
        start_trial(ours, plan("monitor"), by="Ada", now=NOW + 30 * _DAY)
    assert Subscription.objects.get().state == SubscriptionState.TRIAL, "a refusal changes nothing"
    start_trial(ours, plan("compliance"), by="Ada", now=NOW + 2 * _DAY)
    assert entitlements(ours, NOW + 3 * _DAY).opens(Feature.WORKBENCH)
    with pytest.raises(PlanError, match="tried here already"):
        start_trial(ours, plan("monitor"), by="Ada", now=NOW + 90 * _DAY)
    start_trial(workspace("bo@example.org"), plan("monitor"), by="Bo", now=NOW)


@pytest.mark.parametrize("changed", [{"offered": False}, {"trial_days": 0}])
def test_what_is_not_on_offer_or_has_no_trial_is_not_tried(changed: dict[str, object]) -> None:
    monitor = plan("monitor")
    for name, value in changed.items():
        setattr(monitor, name, value)
    with pytest.raises(PlanError, match="can't be tried"):
        start_trial(workspace(), monitor, by="Ada", now=NOW)
    assert not Subscription.objects.exists()


def test_an_operator_assigns_a_plan_without_end_changes_it_and_ends_it() -> None:
    ours, operator = workspace(), person("op@example.org", staff=True)
    assign(ours, plan("monitor"), by=operator, now=NOW, reason="paid by invoice")
    assert entitlements(ours, NOW + 900 * _DAY).plan == "monitor"
    with pytest.raises(PlanError, match="a trial would take its place"):
        start_trial(ours, plan("compliance"), by="Ada", now=NOW)
    assign(ours, plan("compliance"), by=operator, now=NOW + _DAY)
    assert entitlements(ours, NOW + _DAY).plan == "compliance"
    end(ours, by=operator, now=NOW + 2 * _DAY, reason="asked for")
    assert entitlements(ours, NOW + 2 * _DAY).plan == "free"
    with pytest.raises(PlanError, match="no plan to end"):
        end(ours, by=operator, now=NOW + 3 * _DAY)
    last, second, first = AuditEntry.objects.all()
    assert (first.detail["reason"], second.detail["before"], last.detail["reason"]) == (
        "paid by invoice",
        "monitor",
        "asked for",
    )


def test_a_plan_assigned_until_a_day_ends_on_it() -> None:
    ours = workspace()
    assign(ours, plan("compliance"), by="Ops", now=NOW, ends_at=NOW + 30 * _DAY)
    assert entitlements(ours, NOW + 29 * _DAY).plan == "compliance"
    assert entitlements(ours, NOW + 30 * _DAY).plan == "free"
    assert settle_what_is_over(NOW + 31 * _DAY) == 1
    with pytest.raises(PlanError, match="before it begins"):
        assign(ours, plan("compliance"), by="Ops", now=NOW, ends_at=NOW)


def test_what_never_had_a_plan_has_none_to_end() -> None:
    with pytest.raises(PlanError, match="no plan to end"):
        end(workspace(), by="Ops", now=NOW)
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("state", SubscriptionState)
@pytest.mark.parametrize("cancels", [False, True])
@pytest.mark.parametrize("ends", [None, -1, 0, 1])
@pytest.mark.parametrize("unpaid", [None, -8, -7, -6])
def test_the_database_and_the_rule_agree_on_what_stands(
    state: SubscriptionState, cancels: bool, ends: int | None, unpaid: int | None
) -> None:
    row = Subscription.objects.create(
        workspace=workspace(),
        plan=plan("monitor"),
        state=state,
        cancels=cancels,
        ends_at=None if ends is None else NOW + ends * _DAY,
        unpaid_since=None if unpaid is None else NOW + unpaid * _DAY,
    )
    assert standing(NOW).exists() is stands(row, NOW)


def test_without_plans_everything_is_open_and_nothing_is_tried(settings: Settings) -> None:
    settings.PLANS = False
    ours = workspace()
    assert entitlements(ours, NOW) == EVERYTHING
    with pytest.raises(PlanError, match="everything is open"):
        start_trial(ours, plan("monitor"), by="Ada", now=NOW)
    assert not Subscription.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs a database that several may write to at once")
def test_two_who_try_a_plan_at_the_same_moment_start_one_trial() -> None:
    make_plans()
    ours, monitor = workspace(), plan("monitor")
    together, outcomes = Barrier(4, timeout=20), list[str]()

    def start() -> None:
        try:
            together.wait()
            start_trial(ours, monitor, by="Ada", now=NOW)
            outcomes.append("started")
        except PlanError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(outcomes) == ["refused", "refused", "refused", "started"]
    assert _acts() == [("Ada", "trial.started")]
