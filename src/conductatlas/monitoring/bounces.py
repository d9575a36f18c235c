"""Bounces: what a mail server reports of a mail of ours that could not be delivered (RFC 3464) stops its channel.

A report is believed because it names the Message-ID of the mail, which only those know whom the mail passed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import Message as Mail

from django.db import transaction

from conductatlas.capture.fetching import plain
from conductatlas.monitoring.models import Attempt, Channel, ChannelKind, Delivery
from conductatlas.monitoring.stopping import stop_channel

# Reports are small; they quote at most the mail itself.
LARGEST = 2 * 2**20
_MOST_PARTS = 50
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,198}>")
_STATUS = re.compile(r"([245])\.[0-9]{1,3}\.[0-9]{1,3}")
_LONGEST = 250


class BounceError(Exception):
    """A mail that is no report of a bounce, or none of ours; the message is one line."""


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a report says: whether the failure is permanent, in which words, and of which mails it may speak."""

    permanent: bool
    status: str
    said: str
    message_ids: tuple[str, ...]


def read_bounce(content: bytes) -> Bounce:
    """Read a delivery status notification. Raises BounceError."""
    if len(content) > LARGEST:
        raise BounceError(f"the mail has more than {LARGEST:,} bytes, which no report of a bounce has")
    mail = message_from_bytes(content, policy=policy.compat32)
    parts: list[Mail] = []
    for part in mail.walk():
        parts.append(part)
        if len(parts) == _MOST_PARTS:
            break
    reports = [part for part in parts if part.get_content_type() == "message/delivery-status"]
    if not reports:
        raise BounceError("the mail holds no delivery status (message/delivery-status, RFC 3464)")
    groups = [group for report in reports for group in _groups(report)]
    failed = [group for group in groups if _field(group, "Action").lower() == "failed"]
    if not failed and not any(_field(group, "Action") for group in groups):
        raise BounceError("the delivery status names no recipient and what was done for them; it may be cut short")
    status = next((found[0] for group in failed if (found := _STATUS.search(_field(group, "Status")))), "")
    said = next((words for group in failed if (words := _field(group, "Diagnostic-Code"))), "")
    permanent = bool(failed) and not status.startswith("4")
    return Bounce(permanent, status, said, _quoted_ids(parts[1:]))


def take_bounce(content: bytes, now: datetime) -> str:
    """Stop the channel of which a bounce speaks; give a line that says what was done. Raises BounceError."""
    bounce = read_bounce(content)
    found = Delivery.objects.filter(message_id__in=bounce.message_ids, channel__kind=ChannelKind.EMAIL)
    delivery = found.select_related("channel__workspace").first() if bounce.message_ids else None
    if delivery is None:
        raise BounceError("the report names no mail that was sent from here")
    channel = delivery.channel
    why = plain(" ".join(f"{bounce.status} {bounce.said}".split()))[:_LONGEST]
    if not bounce.permanent:
        return f"{channel.address}: no permanent failure ({why or 'delayed, or delivered'}); nothing was done"
    with transaction.atomic():
        stopped = Channel.objects.filter(pk=channel.pk, stopped_at__isnull=False).exists()
        Attempt.objects.create(delivery=delivery, at=now, worked=False, detail=f"bounced: {why}")
        stop_channel(channel, f"mail to it bounced: {why}".removesuffix(": "), now, by="bounce")
    return f"{channel.address}: {'was stopped before' if stopped else 'stopped'} ({why or 'no reason given'})"


def _groups(report: Mail) -> list[Mail]:
    """The groups of fields of a report: one of the mail, one for each recipient."""
    payload = report.get_payload()
    return [part for part in payload if isinstance(part, Mail)] if isinstance(payload, list) else []


def _field(group: Mail, name: str) -> str:
    return " ".join(str(group.get(name, "")).split())


def _quoted_ids(parts: list[Mail]) -> tuple[str, ...]:
    """The Message-IDs of the mail that came back: of its headers or of all of it, as the report quotes them."""
    found: list[str] = []
    for part in parts:
        found.extend(_MESSAGE_ID.findall(str(part.get("Message-ID", ""))))
        if part.get_content_type() == "text/rfc822-headers":
            payload = part.get_payload(decode=True)
            headers = message_from_bytes(payload if isinstance(payload, bytes) else b"", policy=policy.compat32)
            found.extend(_MESSAGE_ID.findall(str(headers.get("Message-ID", ""))))
    return tuple(dict.fromkeys(found))
