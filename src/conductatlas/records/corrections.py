"""Correction requests: taken from readers, and settled by the people who run the instance."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from conductatlas.records.models import LONGEST_REPORT, CorrectionRequest, Problem, RequestState
from conductatlas.records.review import ReviewError, check_words
from conductatlas.records.senders import count_sender

# Control characters other than tab and line feed, and those that turn the direction of text around.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def plain_words(text: str) -> str:
    """What a stranger wrote, with line feeds for all ends of lines and without control characters."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def receive(record: str, problem: Problem, text: str, email: str, *, address: str, at: datetime) -> CorrectionRequest:
    """Store a reader's report; `address` is where it was sent from, and is not stored.

    `record` is the permanent id of a record that exists, or `platforms/` and a slug. Raises ValueError for a text that
    is empty or too long, TooManyError where the address, or all together, sent too many today.
    """
    words = plain_words(text)
    if not words or len(words) > LONGEST_REPORT:
        raise ValueError(f"the text has {len(words):,} characters; it needs 1 to {LONGEST_REPORT:,}")
    with transaction.atomic():
        count_sender(address, at)
        return CorrectionRequest.objects.create(record=record, problem=problem, text=words, email=email, received_at=at)


def settle(
    number: int,
    state: RequestState,
    *,
    by: str,
    reason: str,
    at: datetime,
    publish: bool = False,
    act: Callable[[CorrectionRequest], object] = lambda request: None,
) -> tuple[CorrectionRequest, str]:
    """Settle a request; give back its row and the e-mail address to answer to, which is erased.

    `act` does to the record what was asked for, in the same transaction: where it fails, nothing is settled. With
    `publish` the text that the reader wrote is shown on the request's page. Raises ReviewError.
    """
    check_words(by, reason)
    with transaction.atomic():
        request = CorrectionRequest.objects.select_for_update().filter(id=number).first()
        if request is None:
            raise ReviewError("there is no correction request with this number")
        if request.state != RequestState.RECEIVED:
            raise ReviewError(f"it is settled: {request.get_state_display()} by {request.settled_by}")
        email, request.email = request.email, ""
        request.state, request.published = state, publish
        request.resolution, request.settled_by, request.settled_at = reason.strip(), by.strip(), at
        request.save()
        act(request)
    return request, email
