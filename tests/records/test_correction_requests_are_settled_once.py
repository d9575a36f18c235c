"""Reports of readers: counted without an address, settled once, with what was asked for done in the same step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from conductatlas.records.corrections import plain_words, receive, settle
from conductatlas.records.models import (
    LONGEST_REPORT,
    CorrectionRequest,
    DailySalt,
    Erratum,
    Problem,
    RequestState,
    SenderCount,
)
from conductatlas.records.review import ReviewError
from conductatlas.records.senders import PER_SENDER_AND_DAY, TooManyError

pytestmark = pytest.mark.django_db

_AT = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
_HERE = "192.0.2.7"


def _send(address: str = _HERE, at: datetime = _AT, email: str = "") -> CorrectionRequest:
    return receive("CA-P-000001", Problem.TYPE, "It is no such clause.", email, address=address, at=at)


def test_an_address_may_send_so_many_a_day_and_others_go_on() -> None:
    for _ in range(PER_SENDER_AND_DAY):
        _send()
    with pytest.raises(TooManyError, match="5 reports came from your address today"):
        _send()
    _send("192.0.2.8")
    assert CorrectionRequest.objects.count() == PER_SENDER_AND_DAY + 1
    _send(at=_AT + timedelta(hours=1))


def test_one_network_of_ipv6_is_one_sender() -> None:
    for host in range(PER_SENDER_AND_DAY):
        _send(f"2001:db8:1:2::{host:x}")
    with pytest.raises(TooManyError):
        _send("2001:db8:1:2:ffff::1")
    _send("2001:db8:1:3::1")


def test_the_same_address_in_both_its_forms_is_one_sender() -> None:
    _send(_HERE)
    _send(f"::ffff:{_HERE}")
    assert SenderCount.objects.get().count == 2


def test_all_together_may_send_so_many_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conductatlas.records.senders.PER_DAY", 2)
    _send("192.0.2.1")
    _send("192.0.2.2")
    with pytest.raises(TooManyError, match="As many reports came in today"):
        _send("192.0.2.3")


def test_no_address_is_stored_and_the_hashes_go_with_the_day() -> None:
    _send()
    with connection.cursor() as cursor:
        for table in ("records_correctionrequest", "records_sendercount", "records_dailysalt"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 (our own names)
            assert _HERE not in str(cursor.fetchall())
    first = SenderCount.objects.get().sender
    _send(at=_AT + timedelta(days=1))
    assert DailySalt.objects.count() == 1
    assert SenderCount.objects.get().sender != first


def test_a_report_that_is_refused_for_its_length_counts_for_nothing() -> None:
    for text in ("", "\x00\u202e", "x" * (LONGEST_REPORT + 1)):
        with pytest.raises(ValueError, match="the text has"):
            receive("CA-P-000001", Problem.OTHER, text, "", address=_HERE, at=_AT)
    assert not SenderCount.objects.exists()


def test_ends_of_lines_count_once_and_control_characters_go() -> None:
    assert plain_words(" a\r\nb\rc\td\x1b[2J\u202e\x00\x9b ") == "a\nb\nc\td[2J"
    assert len(plain_words("\r\n".join("ab"))) == 3


def _settle(number: int, state: RequestState = RequestState.ACCEPTED) -> tuple[CorrectionRequest, str]:
    return settle(number, state, by="Ada", reason="It is so.", at=_AT)


def test_a_request_is_settled_once_and_its_email_is_given_once_and_erased() -> None:
    number = _send(email="reader@example.org").pk
    settled, email = _settle(number)
    assert email == "reader@example.org"
    assert (settled.state, settled.published) == ("accepted", False)
    assert CorrectionRequest.objects.get().email == ""
    with pytest.raises(ReviewError, match="it is settled: accepted by Ada"):
        _settle(number, RequestState.REFUSED)


def test_where_the_correction_fails_nothing_is_settled() -> None:
    number = _send(email="reader@example.org").pk

    def fails(request: CorrectionRequest) -> None:
        raise ReviewError("it does not stand today")

    with pytest.raises(ReviewError, match="does not stand today"):
        settle(number, RequestState.ACCEPTED, by="Ada", reason="It is so.", at=_AT, act=fails)
    stored = CorrectionRequest.objects.get()
    assert (stored.state, stored.email) == ("received", "reader@example.org")
    assert not Erratum.objects.exists()


def test_what_is_not_there_and_what_lacks_a_reason_is_refused() -> None:
    with pytest.raises(ReviewError, match="no correction request with this number"):
        _settle(99)
    number = _send().pk
    for by, reason in (("", "Why."), ("Ada", " "), ("A" * 101, "Why.")):
        with pytest.raises(ReviewError):
            settle(number, RequestState.ACCEPTED, by=by, reason=reason, at=_AT)
