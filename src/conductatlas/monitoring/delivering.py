"""Sending what is due, once: by any number of workers, of which any may be killed at any moment (decision 16)."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from itertools import groupby
from random import uniform

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import F, QuerySet

from conductatlas.monitoring.claiming import begin, claim, give_back, renew
from conductatlas.monitoring.composing import compose
from conductatlas.monitoring.messages import Message
from conductatlas.monitoring.models import Attempt, Channel, ChannelKind, Delivery, DeliveryKind, DeliveryState
from conductatlas.monitoring.sending import Fault, MailLine, Outcome, post, send_by_apprise
from conductatlas.monitoring.stopping import stop_channel

_log = logging.getLogger(__name__)
_LOST = (
    "A worker was lost while this was handed over, so nobody knows whether it arrived. "
    "It is sent again under the same Message-ID, by which mail programs tell doubles."
)
_GONE = "It no longer holds, or is no longer watched."
_NO_CHANNEL = "The channel was stopped."
# How many seconds to wait where the database is busy.
_BUSY = 0.5
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Pace:
    """How deliveries are paced.

    A lease is renewed between messages, and what is left of it is longer than any message can take. After a failure the
    wait is `first_wait`, doubled each time, up to `longest_wait`, a quarter more or less at random; after `tries` of
    them, or `patience` after it arose, a delivery is given up, and after `failures` of these in a row the channel is
    stopped. All changes that are due on a channel are told in one message; after `messages` of these within `window`
    the next one waits until the window is over.
    """

    lease: timedelta = timedelta(minutes=10)
    first_wait: timedelta = timedelta(minutes=1)
    longest_wait: timedelta = timedelta(hours=6)
    tries: int = 12
    patience: timedelta = timedelta(days=3)
    failures: int = 5
    window: timedelta = timedelta(hours=1)
    messages: int = 5
    most_changes: int = 100

    def wait(self, tries: int, chance: Callable[[float, float], float]) -> timedelta:
        """How long to wait after so many failures."""
        doubled: timedelta = self.first_wait * 2.0 ** min(tries - 1, 30)
        return min(doubled, self.longest_wait) * chance(0.75, 1.25)


def system_time() -> datetime:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)


@dataclass
class Courier:
    """Sends what is due, one message after the other; several may share the work, each under a name of its own."""

    name: str
    now: Callable[[], datetime] = system_time
    pace: Pace = Pace()
    chance: Callable[[float, float], float] = uniform
    stopping: Callable[[], bool] = lambda: False
    mail: MailLine = field(default_factory=MailLine)
    _no_mail_before: datetime = _LONG_AGO

    def work(self) -> int:
        """Take some of what is due and send it; give the number of deliveries, 0 where nothing is due."""
        renewed = self.now()
        claimed = claim(self.name, renewed, self.pace.lease)
        if not claimed:
            return 0
        channels = Channel.objects.select_related("workspace").in_bulk({one.channel_id for one in claimed})
        left = list(claimed)
        try:
            for group in self._groups(claimed):
                if self.stopping():
                    break
                if self.now() - renewed > self.pace.lease / 4:
                    renewed = self.now()
                    renew(left, self.name, renewed, self.pace.lease)
                self._deliver(group, channels[group[0].channel_id])
                sent = {one.pk for one in group}
                left = [one for one in left if one.pk not in sent]
        finally:
            self.mail.close()
            with suppress(Exception):
                give_back(left, self.name)
        return len(claimed)

    def _groups(self, claimed: Sequence[Delivery]) -> Iterator[list[Delivery]]:
        """The deliveries of each message: those that were once sent together stay together."""
        for _, of_channel in groupby(claimed, key=lambda one: one.channel_id):
            fresh: list[Delivery] = []
            begun: dict[str, list[Delivery]] = {}
            for one in of_channel:
                if one.message_id:
                    begun.setdefault(one.message_id, []).append(one)
                elif one.kind == DeliveryKind.CHANGE:
                    fresh.append(one)
                else:
                    begun[f"fresh {one.pk}"] = [one]
            for start in range(0, len(fresh), self.pace.most_changes):
                yield fresh[start : start + self.pace.most_changes]
            yield from begun.values()

    def _deliver(self, group: list[Delivery], channel: Channel) -> None:
        now = self.now()
        first = group[0]
        if first.kind == DeliveryKind.CHANGE and not first.message_id and (until := self._busy_until(channel, now)):
            give_back(group, self.name, until)
            return
        if channel.kind == ChannelKind.EMAIL and now < self._no_mail_before:
            give_back(group, self.name, self._no_mail_before)
            return
        message_id = first.message_id or new_message_id()
        if not begin(group, self.name, message_id, now, self.pace.lease):
            return
        if first.state == DeliveryState.SENDING:
            self._note(group, Outcome(_LOST, Fault.PASSING), now)
        if not Channel.objects.filter(pk=channel.pk, confirmed_at__isnull=False, stopped_at=None).exists():
            self._drop(group, _NO_CHANNEL)
            return
        # Only what is read after `begin` decides what is told: whoever takes a change back later finds it being sent.
        try:
            composed = compose(group, channel)
        except Exception as error:
            _log.exception("%s can't be composed", ", ".join(one.subject for one in group))
            self._settle(group, channel, Outcome(f"it can't be composed: {type(error).__name__}", Fault.OURS))
            return
        if composed.waits:
            self._settle(group, channel, Outcome("it waits for the message that it corrects", Fault.OURS))
            return
        self._drop([one for one in group if one.pk in composed.dropped], _GONE)
        kept = [one for one in group if one.pk not in composed.dropped]
        if composed.message is not None and kept:
            message = replace(composed.message, values={**composed.message.values, "id": message_id.strip("<>")})
            self._settle(kept, channel, self._send(channel, message, message_id))

    def _send(self, channel: Channel, message: Message, message_id: str) -> Outcome:
        if channel.kind == ChannelKind.EMAIL:
            outcome = self.mail.send(channel.address, message, message_id)
            if outcome.fault is Fault.OURS:
                # Where the mail server is down, the others need not find that out one by one.
                self._no_mail_before = self.now() + self.pace.first_wait
            return outcome
        if channel.kind == ChannelKind.WEBHOOK:
            return post(channel.address, channel.secret, message.values, self.now())[0]
        return send_by_apprise(channel.address, message.subject, message.text)

    def _settle(self, group: Sequence[Delivery], channel: Channel, outcome: Outcome) -> None:
        """Store how it ended. What was taken is stored at once, in one statement: until then it could be sent twice."""
        own = Delivery.objects.filter(
            pk__in=[one.pk for one in group], leased_by=self.name, state=DeliveryState.SENDING
        )
        now = self.now()
        if outcome.fault is None:
            self._surely(lambda: own.update(state=DeliveryState.SENT, sent_at=now, leased_by="", leased_until=None))
            self._note(group, outcome, now)
            Channel.objects.filter(pk=channel.pk, failures__gt=0).update(failures=0)
            return
        with transaction.atomic():
            self._note(group, outcome, now)
            if outcome.fault is Fault.CHANNEL:
                own.update(state=DeliveryState.GIVEN_UP, leased_by="", leased_until=None)
                stop_channel(channel, outcome.line, now)
                return
            self._put_off(group, own, channel, outcome.fault, now)

    def _surely(self, store: Callable[[], object]) -> None:
        """Store that a message was taken, however long an import holds the database, while the lease lasts."""
        until = self.now() + self.pace.lease / 2
        while True:
            try:
                store()
            except OperationalError:
                if self.now() >= until:
                    raise
                if not connection.in_atomic_block:
                    connection.close_if_unusable_or_obsolete()
                time.sleep(_BUSY)
            else:
                return

    def _put_off(
        self, group: Sequence[Delivery], own: QuerySet[Delivery], channel: Channel, fault: Fault, now: datetime
    ) -> None:
        """Try a message again later, or give it up; all that is told in it stays together."""
        # What is our own fault counts as no try, but does not go on for ever either.
        tries = max(one.tries for one in group) + (fault is not Fault.OURS)
        over = tries >= self.pace.tries or now - min(one.created_at for one in group) >= self.pace.patience
        if fault is Fault.MESSAGE or over:
            own.update(state=DeliveryState.GIVEN_UP, tries=tries, leased_by="", leased_until=None)
            if fault is not Fault.OURS:
                self._count_failure(channel, now)
            return
        wait = self.pace.wait(max(tries, 1), self.chance)
        own.update(state=DeliveryState.DUE, tries=tries, next_try_at=now + wait, leased_by="", leased_until=None)

    def _count_failure(self, channel: Channel, now: datetime) -> None:
        Channel.objects.filter(pk=channel.pk).update(failures=F("failures") + 1)
        channel.refresh_from_db(fields=["failures"])
        if channel.failures >= self.pace.failures:
            stop_channel(channel, f"{channel.failures} messages in a row were not taken", now)

    def _drop(self, group: Sequence[Delivery], why: str) -> None:
        if not group:
            return
        own = Delivery.objects.filter(pk__in=[one.pk for one in group], leased_by=self.name)
        own.update(state=DeliveryState.DROPPED, leased_by="", leased_until=None)
        self._note(group, Outcome(why, Fault.MESSAGE), self.now())

    def _note(self, group: Sequence[Delivery], outcome: Outcome, now: datetime) -> None:
        worked = outcome.fault is None
        Attempt.objects.bulk_create(Attempt(delivery=one, at=now, worked=worked, detail=outcome.line) for one in group)

    def _busy_until(self, channel: Channel, now: datetime) -> datetime | None:
        """When the next changes may be told on a channel that was told of many lately; None where they may be now."""
        lately = channel.deliveries.filter(
            kind=DeliveryKind.CHANGE, state=DeliveryState.SENT, sent_at__gt=now - self.pace.window
        )
        moments = dict(lately.filter(sent_at__isnull=False).values_list("message_id", "sent_at"))
        sent = sorted(moment for moment in moments.values() if moment is not None)
        if len(sent) < self.pace.messages:
            return None
        return sent[-self.pace.messages] + self.pace.window


def new_message_id() -> str:
    """A Message-ID (RFC 5322, section 3.6.4) that nobody can guess: whoever knows it had the mail."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{secrets.token_hex(16)}@{domain or 'localhost'}>"
