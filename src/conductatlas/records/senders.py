"""How many reports come from where, counted without keeping any address."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from django.db.models import Sum

from conductatlas.records.models import DailySalt, SenderCount

PER_SENDER_AND_DAY = 5
PER_DAY = 500
_SALT_BYTES = 32


class TooManyError(Exception):
    """More reports than are taken in a day; the message is a line for a person."""


def count_sender(address: str, at: datetime) -> None:
    """Count a report from an address, inside the transaction that stores the report.

    The count is kept under a hash whose random salt is thrown away with the day. Raises TooManyError.
    """
    today = at.astimezone(UTC).date()
    DailySalt.objects.filter(day__lt=today).delete()
    day, _ = DailySalt.objects.get_or_create(day=today, defaults={"salt": secrets.token_bytes(_SALT_BYTES)})
    # The row of the day is the lock: two reports at once are counted one after the other.
    day = DailySalt.objects.select_for_update().get(day=today)
    sender = sha256(bytes(day.salt) + _network(address).encode()).hexdigest()
    count, _ = SenderCount.objects.get_or_create(day=day, sender=sender)
    if count.count >= PER_SENDER_AND_DAY:
        raise TooManyError(f"{PER_SENDER_AND_DAY} reports came from your address today, which is all that are taken.")
    if (day.senders.aggregate(all=Sum("count"))["all"] or 0) >= PER_DAY:
        raise TooManyError("As many reports came in today as can be read.")
    count.count += 1
    count.save(update_fields=["count"])


def _network(address: str) -> str:
    """An address; of IPv6 the first 64 bits, since one subscriber has all that follow."""
    try:
        read = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(read, IPv6Address):
        return str(read)
    return str(read.ipv4_mapped or int(read) >> 64)
