"""The digest: what happened in a time to what a person watches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from conductatlas.accounts.models import User
from conductatlas.catalogue import Severity
from conductatlas.english import count, day
from conductatlas.monitoring.happenings import Happening, watched_changes, watched_errata, watches_of
from conductatlas.monitoring.messages.alerts import OF_SEVERAL, by_platform, left_out
from conductatlas.monitoring.messages.corrections import tell_correction
from conductatlas.monitoring.messages.letter import Letter
from conductatlas.monitoring.messages.message import Message
from conductatlas.monitoring.messages.told import Limits, gravest, tell, weight_of
from conductatlas.monitoring.messages.writing import write
from conductatlas.monitoring.models import (
    Channel,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Digest,
    DigestRhythm,
    Watch,
)
from conductatlas.monitoring.record_names import record_names
from conductatlas.monitoring.watch_names import watch_names
from conductatlas.monitoring.zones import local_moment, zone
from conductatlas.records.models import Erratum

_NAMES = {DigestRhythm.DAILY: "Daily digest", DigestRhythm.WEEKLY: "Weekly digest"}
_MOST_CORRECTIONS = 20


@dataclass(frozen=True, slots=True)
class _Told:
    """What a digest tells of, the gravest change first; `at_once` says when changes were told before, by their ids."""

    digest: Digest
    happenings: Sequence[Happening]
    errata: Sequence[Erratum]
    watches: Sequence[Watch]
    at_once: dict[str, datetime]


def compose_digest(delivery: Delivery) -> Message | None:
    """The digest that a delivery stands for; None where there is nothing to tell.

    Where nothing happened, a weekly digest says so in a few lines, since somebody who waits for news wants to know that
    there are none; a daily one is not sent, and neither is one to somebody who watches nothing.
    """
    channel = delivery.channel
    digest = Digest.objects.filter(delivery=delivery).first()
    person = channel.workspace.personal_of
    if digest is None or person is None:
        return None
    told = _gather(digest, channel, person)
    nothing = not told.happenings and not told.errata
    if not told.watches or (nothing and digest.rhythm == DigestRhythm.DAILY):
        return None
    because = {watch.pk: watch for one in told.happenings for watch in one.because}
    watches = list(because.values()) or list(told.watches)
    names = tuple(watch_names(watches))
    return write(lambda limits: _letter(told, names, limits), OF_SEVERAL, channel, watches)


def _gather(digest: Digest, channel: Channel, person: User) -> _Told:
    watches = watches_of(person, timezone.now())
    happenings = watched_changes(watches, digest.since, digest.until)
    told = Delivery.objects.filter(
        channel=channel,
        kind=DeliveryKind.CHANGE,
        state=DeliveryState.SENT,
        sent_at__isnull=False,
        subject__in=[one.change.permanent_id for one in happenings],
    )
    return _Told(
        digest,
        sorted(happenings, key=lambda one: weight_of(one.change, one.items), reverse=True),
        watched_errata(watches, digest.since, digest.until),
        watches,
        {subject: at for subject, at in told.values_list("subject", "sent_at") if at is not None},
    )


def _letter(told: _Told, names: tuple[str, ...], limits: Limits) -> Letter:
    digest, there = told.digest, zone(told.digest.time_zone)
    changes = [
        tell(one.change, one.items, limits, _before(told, one, there))
        for one in islice(told.happenings, limits.changes)
    ]
    errata = told.errata[: min(limits.changes, _MOST_CORRECTIONS)]
    named = record_names(one.record for one in errata)
    name = f"{_NAMES[DigestRhythm(digest.rhythm)]}, {day(digest.until.astimezone(there))}"
    return Letter(
        event="digest",
        list_name="digests",
        subject=f"{name}: {', '.join(_sums(told))}",
        heading=name,
        why="You get this because of what is watched:",
        zone=there,
        lead=(
            f"From {local_moment(digest.since, there)} to {local_moment(digest.until, there)}.",
            " ".join(_sentences(told, len(errata))),
        ),
        groups=by_platform(changes),
        corrections=tuple(tell_correction(one, named.get(one.record, ""), limits.characters) for one in errata),
        more=left_out(len(told.happenings), limits),
        more_address=f"{settings.PUBLIC_ADDRESS}/changes",
        because=names,
        period=(digest.since, digest.until),
    )


def _sums(told: _Told) -> Iterator[str]:
    """How much happened, for the subject."""
    number, high = len(told.happenings), _high(told)
    yield count(number, "change") if number else "nothing changed"
    if high:
        yield f"{high} of high severity"
    if told.errata:
        yield count(len(told.errata), "correction")


def _sentences(told: _Told, corrections: int) -> Iterator[str]:
    """The same in sentences; `corrections` is how many of them the letter has room for."""
    number, high = len(told.happenings), _high(told)
    if number:
        grave = f", {high} of them of high severity" if high else ""
        yield f"{count(number, 'change')} in what you watch{grave}, the gravest first."
    else:
        yield "Nothing changed in what you watch."
    if told.errata:
        shown = f", the first {corrections} of them here" if corrections < len(told.errata) else ""
        yield f"{count(len(told.errata), 'correction')}{shown}."


def _high(told: _Told) -> int:
    return sum(gravest(one.items) == Severity.HIGH for one in told.happenings)


def _before(told: _Told, one: Happening, there: ZoneInfo) -> str:
    """That a change was told before, where it was."""
    at = told.at_once.get(one.change.permanent_id)
    return f"You were told of it at once, on {day(at.astimezone(there))}." if at else ""
