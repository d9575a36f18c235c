"""`conductatlas plan`: the plans, who has them, and what is over."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database

if TYPE_CHECKING:
    from conductatlas.accounts.models import Workspace


def run(options: argparse.Namespace) -> int:
    """List, assign, end or settle."""
    prepare_database()
    {"list": _list, "assign": _assign, "end": _end, "settle": _settle}[options.action](options)
    return 0


def _list(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.accounts.entitlements import standing
    from conductatlas.accounts.models import Plan

    had = Counter(standing(timezone.now()).values_list("plan_id", flat=True))
    for plan in Plan.objects.all():
        offered = "" if plan.offered else ", no longer offered"
        sys.stdout.write(f"{plan.key}  {plan.name}: {plan.costs}{offered}; had by {had[plan.pk]:,}\n")


def _assign(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.accounts.models import Plan
    from conductatlas.accounts.subscriptions import PlanError, assign

    workspace, until = _workspace(options.workspace), _day(options.until)
    plan = Plan.objects.filter(key=options.plan).first()
    if plan is None:
        keys = ", ".join(Plan.objects.values_list("key", flat=True))
        raise CommandError(f"{options.plan}: there is no plan with this key; there are {keys}")
    try:
        assign(workspace, plan, by=_name(options.by), now=timezone.now(), ends_at=until, reason=options.reason)
    except PlanError as error:
        raise CommandError(f"{options.workspace}: {error}") from error
    ends = f" until {options.until}" if until else ""
    sys.stdout.write(f"{workspace.slug}: {plan.name} is assigned{ends} by {options.by.strip()}\n")


def _end(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.accounts.subscriptions import PlanError, end

    workspace = _workspace(options.workspace)
    try:
        subscription = end(workspace, by=_name(options.by), now=timezone.now(), reason=options.reason)
    except PlanError as error:
        raise CommandError(f"{options.workspace}: {error}") from error
    sys.stdout.write(f"{workspace.slug}: {subscription.plan.name} is ended by {options.by.strip()}\n")


def _settle(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.accounts.payment import catch_up
    from conductatlas.accounts.subscriptions import settle_what_is_over

    now = timezone.now()
    over = settle_what_is_over(now)
    sys.stdout.write("".join(f"{line}\n" for line in [f"over: {over:,}", *catch_up(now)]))


def _workspace(named: str) -> Workspace:
    from conductatlas.accounts.models import User, Workspace
    from conductatlas.accounts.workspaces import personal_workspace

    if "@" in named:
        person = User.objects.filter(email=named.lower()).first()
        if person is None:
            raise CommandError(f"{named}: nobody has an account with this address")
        return personal_workspace(person)
    found = Workspace.objects.filter(slug=named).first()
    if found is None:
        raise CommandError(f"{named}: there is no workspace with this slug")
    return found


def _day(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise CommandError(f"--until {text}: is no day, such as 2027-01-31") from error


def _name(name: str) -> str:
    if not name.strip():
        raise CommandError("--by: an act needs a name")
    return name.strip()
