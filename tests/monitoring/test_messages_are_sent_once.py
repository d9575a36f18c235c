"""Sending: once, in time and not before, again after a failure, never what no longer holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import OperationalError
from django.db.models import QuerySet

from conductatlas.accounts.models import AuditEntry
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.monitoring.claiming import begin, claim
from conductatlas.monitoring.composing import compose
from conductatlas.monitoring.delivering import Courier, Pace
from conductatlas.monitoring.models import Attempt, Channel, ChannelKind, Delivery, DeliveryState, Watch, WatchKind
from conductatlas.monitoring.sending import Fault, Outcome
from conductatlas.records.models import Change, Kind, Verdict
from conductatlas.records.retraction import reinstate, withdraw
from tests.monitoring.worlds import (
    NOW,
    Clock,
    become_known,
    channel,
    courier,
    organisation,
    person,
    send_all,
    watches,
    work_all_news,
)
from tests.records_factory import World, at, make_change, make_version

_WHO: dict[str, Any] = {"reviewer": "Ada", "reason": "It did not happen.", "at": NOW}


class _Server(EmailBackend):
    """A mail server that answers as the test says; what it takes stands in the outbox."""

    answers: ClassVar[list[Exception | None]] = []
    asked = 0

    def send_messages(self, messages: Any) -> int:
        """Take them, or fail as told."""
        type(self).asked += 1
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            raise answer
        return int(super().send_messages(messages) or 0)


@pytest.fixture(autouse=True)
def server(settings: Any) -> Iterator[type[_Server]]:
    """What mail is handed to."""
    settings.EMAIL_BACKEND = f"{__name__}._Server"
    _Server.answers, _Server.asked = [], 0
    yield _Server
    _Server.answers = []


@pytest.fixture
def clock() -> Clock:
    """The time of the test."""
    return Clock()


@pytest.fixture
def due(world: World) -> Delivery:
    """One delivery that is due: Ada watches Larkwell, whose terms changed."""
    watches(person(), WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    return Delivery.objects.get()


def _state(delivery: Delivery) -> str:
    delivery.refresh_from_db()
    return delivery.state


def test_it_is_sent_once_with_its_words_and_headers(due: Delivery, clock: Clock) -> None:
    send_all(courier(clock))
    send_all(courier(Clock(NOW + timedelta(days=3))))
    (sent,) = mail.outbox
    assert sent.to == ["ada@reader.example"]
    assert "CA-C-000002" in str(sent.body)
    assert _state(due) == DeliveryState.SENT
    assert sent.extra_headers["Message-ID"] == due.message_id
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    assert due.sent_at == NOW
    assert Attempt.objects.values_list("worked", "detail").get() == (True, "taken by the mail server")


def test_nothing_is_sent_early(due: Delivery, clock: Clock) -> None:
    Delivery.objects.update(next_try_at=NOW + timedelta(seconds=1))
    assert courier(clock).work() == 0
    clock.pass_by(seconds=1)
    assert courier(clock).work() == 1
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "failure",
    [
        SMTPRecipientsRefused({"ada@reader.example": (450, b"4.2.1 mailbox busy")}),
        SMTPDataError(451, b"4.3.0 try later"),
        SMTPServerDisconnected("Connection unexpectedly closed"),
        TimeoutError("timed out"),
        ConnectionResetError(104, "Connection reset by peer"),
    ],
)
def test_a_passing_failure_is_tried_again_under_the_same_message_id_after_growing_waits(
    due: Delivery, clock: Clock, server: type[_Server], failure: Exception
) -> None:
    server.answers = [failure, failure, None]
    ids = set()
    for wait in (60, 120, None):
        send_all(courier(clock))
        due.refresh_from_db()
        ids.add(due.message_id)
        if wait is not None:
            assert due.next_try_at == clock.now + timedelta(seconds=wait)
            clock.pass_by(seconds=wait - 1)
            assert courier(clock).work() == 0
            clock.pass_by(seconds=1)
    assert _state(due) == DeliveryState.SENT
    assert len(ids) == 1
    assert len(mail.outbox) == 1
    assert list(Attempt.objects.order_by("id").values_list("worked", flat=True)) == [False, False, True]


def test_waits_are_spread_and_bounded() -> None:
    pace = Pace()
    assert pace.wait(1, lambda low, high: low) == timedelta(seconds=45)
    assert pace.wait(1, lambda low, high: high) == timedelta(seconds=75)
    assert pace.wait(500, lambda low, high: 1.0) == timedelta(hours=6)


def test_after_so_many_failures_it_is_given_up(due: Delivery, clock: Clock, server: type[_Server]) -> None:
    server.answers = [SMTPDataError(451, b"try later")] * 20
    for _ in range(20):
        send_all(courier(clock))
        clock.pass_by(hours=6)
    assert _state(due) == DeliveryState.GIVEN_UP
    assert server.asked == Pace().tries
    assert Channel.objects.get().failures == 1
    assert Channel.objects.get().stopped_at is None


@pytest.mark.parametrize("answer", [b"5.1.1 no such user", b"no such user", b"5.2.1 mailbox disabled"])
def test_a_recipient_that_is_refused_for_good_stops_the_channel_and_says_so(
    due: Delivery, clock: Clock, server: type[_Server], answer: bytes
) -> None:
    other = Delivery.objects.create(channel=due.channel, kind="digest", subject="digest:weekly:2026-04-06")
    Delivery.objects.filter(pk=other.pk).update(next_try_at=NOW + timedelta(days=2))
    server.answers = [SMTPRecipientsRefused({"ada@reader.example": (550, answer)})]
    send_all(courier(clock))
    stopped = Channel.objects.get()
    assert stopped.stopped_at == NOW
    assert answer.decode() in stopped.stopped_why
    assert (_state(due), _state(other)) == (DeliveryState.GIVEN_UP, DeliveryState.DROPPED)
    assert AuditEntry.objects.get(action="channel.stopped").workspace == stopped.workspace


def test_a_refusal_for_reasons_of_policy_is_no_fault_of_the_address(
    due: Delivery, clock: Clock, server: type[_Server]
) -> None:
    server.answers = [SMTPRecipientsRefused({"ada@reader.example": (550, b"5.7.1 your network is listed")})]
    send_all(courier(clock))
    assert _state(due) == DeliveryState.GIVEN_UP
    assert Channel.objects.get().stopped_at is None


def test_five_in_a_row_stop_the_channel_and_a_success_begins_anew(
    world: World, clock: Clock, server: type[_Server]
) -> None:
    watches(person(), WatchKind.PLATFORM, "larkwell")
    for number, refused in enumerate([True] * 4 + [False] + [True] * 5):
        change = make_change(make_version(world.terms, f"Text {number}", at(2026, 3, 21)), Verdict.SUBSTANTIVE)
        become_known(change, at=clock.now)
        server.answers = [SMTPDataError(554, b"looks like spam")] if refused else []
        send_all(courier(clock))
        assert Channel.objects.get().failures == (0 if not refused else number + 1 if number < 4 else number - 4)
        clock.pass_by(hours=2)
    assert Channel.objects.get().stopped_why == "5 messages in a row were not taken"


def test_a_mail_server_that_is_down_costs_no_tries_and_is_not_asked_for_each_mail(
    world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        watches(person(f"reader{number}@reader.example"), WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    asked = []

    def down(backend: object) -> None:
        asked.append(clock.now)
        raise ConnectionRefusedError(111, "Connection refused")

    with monkeypatch.context() as patched:
        patched.setattr(_Server, "open", down)
        for _ in range(30):
            send_all(courier(clock))
            clock.pass_by(minutes=1)
    assert len(asked) == 30
    assert not Delivery.objects.exclude(state=DeliveryState.DUE).exists()
    assert not Channel.objects.filter(failures__gt=0).exists()
    clock.pass_by(hours=7)
    send_all(courier(clock))
    assert len(mail.outbox) == 5
    assert set(Delivery.objects.values_list("tries", flat=True)) == {1}


def test_a_sender_that_is_refused_is_our_own_fault(due: Delivery, clock: Clock, server: type[_Server]) -> None:
    server.answers = [SMTPSenderRefused(550, b"who are you?", "atlas@localhost")]
    send_all(courier(clock))
    assert (_state(due), due.tries) == (DeliveryState.DUE, 0)


def test_it_does_not_go_on_for_ever_even_then(due: Delivery, clock: Clock, server: type[_Server]) -> None:
    server.answers = [SMTPSenderRefused(550, b"who are you?", "atlas@localhost")] * 9
    clock.pass_by(days=4)
    send_all(courier(clock))
    assert _state(due) == DeliveryState.GIVEN_UP


def test_two_workers_never_take_the_same(due: Delivery, clock: Clock) -> None:
    lease = timedelta(minutes=10)
    first = claim("one", NOW, lease)
    assert [one.pk for one in first] == [due.pk]
    assert claim("two", NOW, lease) == []
    assert begin(first, "one", "<x@y>", NOW, lease)
    assert claim("two", NOW + timedelta(minutes=9), lease) == []
    assert not begin(first, "two", "<x@y>", NOW, lease)


def test_a_slow_worker_keeps_the_lease_of_what_it_has_still_to_send(
    world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        watches(person(f"reader{number}@reader.example"), WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    free: list[int] = []
    send = _Server.send_messages

    def slowly(backend: _Server, messages: Any) -> int:
        clock.pass_by(minutes=3)
        free.append(len(claim("other", clock.now, Pace().lease)))
        return send(backend, messages)

    monkeypatch.setattr(_Server, "send_messages", slowly)
    assert courier(clock).work() == 6
    assert free == [0] * 6
    assert len(mail.outbox) == 6


def test_who_lost_the_lease_sends_nothing(due: Delivery, clock: Clock) -> None:
    slow = courier(clock, "slow")
    claimed = claim("slow", NOW, slow.pace.lease)
    clock.pass_by(minutes=11)
    send_all(courier(clock, "quick"))
    slow._deliver(claimed, Channel.objects.get())
    assert len(mail.outbox) == 1


def test_what_a_lost_worker_was_sending_is_sent_again_under_the_same_message_id_and_says_so(
    due: Delivery, clock: Clock
) -> None:
    lease = Pace().lease
    begin(claim("lost", NOW, lease), "lost", "<same@host>", NOW, lease)
    clock.pass_by(minutes=9)
    assert courier(clock).work() == 0
    clock.pass_by(minutes=2)
    send_all(courier(clock))
    (sent,) = mail.outbox
    assert sent.extra_headers["Message-ID"] == "<same@host>"
    first, second = Attempt.objects.order_by("id")
    assert "nobody knows whether it arrived" in first.detail
    assert second.worked


def test_a_change_that_was_taken_back_meanwhile_is_not_told(due: Delivery, clock: Clock) -> None:
    withdraw(Kind.CHANGE, 2, **_WHO)
    send_all(courier(clock))
    assert _state(due) == DeliveryState.DROPPED
    assert mail.outbox == []
    work_all_news(clock.now + timedelta(days=400))
    assert Delivery.objects.count() == 1, "who was not told needs no correction"


def test_and_is_told_once_it_holds_again(due: Delivery, clock: Clock) -> None:
    withdraw(Kind.CHANGE, 2, **_WHO)
    send_all(courier(clock))
    reinstate(Kind.CHANGE, 2, **_WHO)
    later = clock.pass_by(days=400)
    work_all_news(later)
    send_all(courier(clock))
    assert _state(due) == DeliveryState.SENT
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("what", ["deleted", "paused"])
def test_what_is_no_longer_watched_is_not_told(due: Delivery, clock: Clock, what: str) -> None:
    if what == "deleted":
        Watch.objects.all().delete()
    else:
        Watch.objects.update(paused=True)
    send_all(courier(clock))
    assert _state(due) == DeliveryState.DROPPED
    assert mail.outbox == []


def test_a_channel_that_was_stopped_meanwhile_is_told_nothing(due: Delivery, clock: Clock) -> None:
    Channel.objects.update(stopped_at=NOW)
    send_all(courier(clock))
    assert _state(due) == DeliveryState.DROPPED
    assert mail.outbox == []


def test_corrections_follow_to_all_who_were_told_and_to_nobody_else(world: World, clock: Clock) -> None:
    ada, grace, mary = person(), person("grace@reader.example"), person("mary@reader.example")
    for user in (ada, grace):
        watches(user, WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    send_all(courier(clock))
    watches(mary, WatchKind.PLATFORM, "larkwell")
    Watch.objects.filter(workspace=personal_workspace(grace)).delete()
    withdraw(Kind.PROVISION, world.training.id, **_WHO)
    later = clock.pass_by(days=400)
    work_all_news(later)
    send_all(courier(clock))
    corrections = mail.outbox[2:]
    assert sorted(one.to[0] for one in corrections) == ["ada@reader.example", "grace@reader.example"]
    assert all("CA-P-000001" in str(one.body) for one in corrections)
    assert not Delivery.objects.filter(channel__address="mary@reader.example").exists()


def test_a_correction_waits_for_what_it_corrects(due: Delivery, clock: Clock) -> None:
    lease = Pace().lease
    begin(claim("lost", NOW, lease), "lost", "<same@host>", NOW, lease)
    withdraw(Kind.PROVISION, 1, **_WHO)
    later = Clock(NOW + timedelta(days=400))
    Delivery.objects.update(leased_until=later.now + timedelta(minutes=5))
    work_all_news(later.now)
    send_all(courier(later))
    assert mail.outbox == []
    later.pass_by(hours=1)
    send_all(courier(later))
    later.pass_by(hours=1)
    send_all(courier(later))
    assert ["Correction" in one.subject for one in mail.outbox] == [False, True]


def _changes(world: World, number: int) -> list[Change]:
    made = []
    for turn in range(number):
        version = make_version(world.terms, f"Text {turn}", at(2026, 3, 21))
        made.append(make_change(version, Verdict.SUBSTANTIVE, f"Change {turn}."))
    return made


def test_what_is_due_together_is_told_in_one_message(world: World, clock: Clock) -> None:
    watches(person(), WatchKind.PLATFORM, "larkwell")
    become_known(*_changes(world, 30))
    send_all(courier(clock))
    (sent,) = mail.outbox
    assert sent.subject.startswith("30 changes")
    assert len(set(Delivery.objects.values_list("message_id", flat=True))) == 1


def test_after_five_messages_in_an_hour_the_next_waits_and_tells_all(world: World, clock: Clock) -> None:
    watches(person(), WatchKind.PLATFORM, "larkwell")
    for change in _changes(world, 20):
        become_known(change, at=clock.now)
        send_all(courier(clock))
        clock.pass_by(minutes=1)
    assert len(mail.outbox) == 5
    clock.now = NOW + timedelta(hours=1)
    send_all(courier(clock))
    assert len(mail.outbox) == 6
    assert mail.outbox[5].subject.startswith("15 changes")


def test_a_message_of_several_changes_fails_and_is_sent_again_as_one(
    world: World, clock: Clock, server: type[_Server]
) -> None:
    watches(person(), WatchKind.PLATFORM, "larkwell")
    become_known(*_changes(world, 4))
    server.answers = [SMTPDataError(451, b"try later")]
    sender = Courier("one", now=clock)
    send_all(sender)
    assert len(set(Delivery.objects.values_list("next_try_at", "message_id"))) == 1
    become_known(world.substantive, at=clock.now)
    clock.pass_by(minutes=2)
    send_all(sender)
    assert sorted(one.subject[:9] for one in mail.outbox) == ["4 changes", "Larkwell "]


def test_one_message_that_cannot_be_composed_stops_no_other(
    world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = person()
    watches(user, WatchKind.PLATFORM, "larkwell")
    team = organisation(person("grace@reader.example"))
    watches(team, WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)

    def failing(group: list[Delivery], to: Channel) -> Any:
        if to.address == user.email:
            raise RuntimeError("no words")
        return compose(group, to)

    monkeypatch.setattr("conductatlas.monitoring.delivering.compose", failing)
    send_all(courier(clock))
    assert [one.to for one in mail.outbox] == [["grace@reader.example"]]
    assert Delivery.objects.get(channel__address=user.email).state == DeliveryState.DUE


def test_a_stopping_worker_gives_back_what_it_has_not_sent(world: World, clock: Clock) -> None:
    for number in range(3):
        watches(person(f"reader{number}@reader.example"), WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    stopping = iter([False, True])
    assert courier(clock, stopping=lambda: next(stopping)).work() == 3
    assert len(mail.outbox) == 1
    assert Delivery.objects.filter(state=DeliveryState.DUE, leased_until=None).count() == 2


def test_what_was_taken_is_stored_as_soon_as_the_database_lets_it_be(
    due: Delivery, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("conductatlas.monitoring.delivering._BUSY", 0.0)
    stored, locked = QuerySet.update, [True, True, True]

    def update(rows: QuerySet[Delivery], **values: Any) -> int:
        if values.get("state") == DeliveryState.SENT and locked:
            locked.pop()
            raise OperationalError("database is locked")
        return stored(rows, **values)

    monkeypatch.setattr(QuerySet, "update", update)
    send_all(courier(clock))
    assert locked == []
    assert (_state(due), len(mail.outbox)) == (DeliveryState.SENT, 1)


def test_headers_of_a_subject_are_one_line(due: Delivery, clock: Clock) -> None:
    Change.objects.update(summary="A line\r\nBcc: other@reader.example")
    send_all(courier(clock))
    (sent,) = mail.outbox
    assert "\n" not in sent.subject
    assert sent.recipients() == ["ada@reader.example"]


def test_a_webhook_gets_the_values_under_an_id_that_stays(
    world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = person()
    Channel.objects.all().delete()
    hook = channel(personal_workspace(user), ChannelKind.WEBHOOK, "https://hook.example/x")
    watches(user, WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    posted: list[Any] = []
    answers = [Outcome("answered: 500", Fault.PASSING), Outcome("answered 200")]

    def post(address: str, secret: str, values: Any, when: Any) -> tuple[Outcome, bytes]:
        posted.append((address, secret, values, when))
        return answers.pop(0), b""

    monkeypatch.setattr("conductatlas.monitoring.delivering.post", post)
    send_all(courier(clock))
    clock.pass_by(minutes=1)
    send_all(courier(clock))
    first, second = posted
    assert first[:3] == second[:3]
    assert first[0:2] == (hook.address, hook.secret)
    assert first[2]["id"] == Delivery.objects.get().message_id.strip("<>")
    assert Delivery.objects.get().state == DeliveryState.SENT
