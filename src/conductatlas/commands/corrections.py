"""`conductatlas corrections`: what readers report, and what the people who run the instance make of it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database

if TYPE_CHECKING:
    from conductatlas.records.granting import Grant
    from conductatlas.records.models import CorrectionRequest

_WORDS_SHOWN = 160


def run(options: argparse.Namespace) -> int:
    """List, show or settle."""
    prepare_database()
    actions = {"list": _list, "show": _show, "accept": _settle, "refuse": _settle, "withdraw": _settle}
    actions[options.action](options)
    return 0


def _list(options: argparse.Namespace) -> None:
    from conductatlas.records.models import CorrectionRequest, RequestState

    waiting = CorrectionRequest.objects.filter(state=RequestState.RECEIVED).order_by("id")
    sys.stdout.write(f"{waiting.count():,} correction requests wait to be settled\n")
    for request in waiting[: max(0, options.limit)]:
        sys.stdout.write(f"\n{_head(request)}\n  {' '.join(request.text.split())[:_WORDS_SHOWN]}\n")


def _show(options: argparse.Namespace) -> None:
    from conductatlas.records.models import CorrectionRequest

    request = CorrectionRequest.objects.filter(id=options.number).first()
    if request is None:
        raise CommandError(f"{options.number}: there is no correction request with this number")
    lines = [_head(request), f"  state: {request.get_state_display()}"]
    if request.email:
        lines.append(f"  answer to: {request.email}")
    if request.settled_at:
        shown = "shown to all" if request.published else "not shown"
        lines.append(
            f"  by {request.settled_by}, {request.settled_at:%Y-%m-%d}: {request.resolution} (its text is {shown})"
        )
    sys.stdout.write("\n".join(lines) + f"\n\n{request.text}\n")


def _head(request: CorrectionRequest) -> str:
    return f"{request.pk}  {request.record}: {request.get_problem_display()}, {request.received_at:%Y-%m-%d %H:%M} UTC"


def _settle(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.records.corrections import settle
    from conductatlas.records.granting import grant
    from conductatlas.records.models import RequestState
    from conductatlas.records.review import ReviewError

    state = {
        "accept": RequestState.ACCEPTED,
        "refuse": RequestState.REFUSED,
        "withdraw": RequestState.WITHDRAWN,
    }[options.action]
    at = timezone.now()

    def act(request: CorrectionRequest) -> None:
        if state is RequestState.ACCEPTED:
            grant(request, _wanted(options), by=options.by, reason=options.reason)

    try:
        request, email = settle(
            options.number, state, by=options.by, reason=options.reason, at=at, publish=options.publish, act=act
        )
    except ReviewError as error:
        raise CommandError(f"{options.number}: {error}") from error
    sys.stdout.write(f"{request.pk} {request.record}: {request.get_state_display()} by {request.settled_by}\n")
    if email:
        sys.stdout.write(f"Answer to {email}: the address is erased from the database now.\n")


def _wanted(options: argparse.Namespace) -> Grant:
    """What the options say is to be done to the record."""
    from conductatlas.records.granting import Grant

    grade = {"new_type": options.type, "severity": options.severity, "stance": options.stance}
    return Grant(options.decision, **grade, into=options.into, before=options.before, after=options.after)
