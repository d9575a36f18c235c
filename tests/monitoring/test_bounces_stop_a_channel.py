"""Reports of bounces (RFC 3464): well-formed, cut short, and hostile."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conductatlas.commands.main import main
from conductatlas.monitoring.bounces import LARGEST, BounceError, read_bounce, take_bounce
from conductatlas.monitoring.models import Attempt, Channel, Delivery
from tests.monitoring.worlds import NOW, person

_ID = "<0123456789abcdef@atlas.example>"
_FAILED = """Final-Recipient: rfc822; ada@reader.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <ada@reader.example>: no such user
"""


def _report(recipient: str = _FAILED, original: str = f"Message-ID: {_ID}", kind: str = "text/rfc822-headers") -> bytes:
    return f"""Return-Path: <>
From: MAILER-DAEMON@reader.example
To: atlas@atlas.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.reader.example
Arrival-Date: Wed, 1 Apr 2026 09:00:00 +0000

{recipient}
--b
Content-Type: {kind}

{original}
Subject: Larkwell, Terms of Service

--b--
""".replace("\n", "\r\n").encode()


@pytest.fixture
def sent(db: None) -> Delivery:
    """A mail that was sent to Ada."""
    person()
    return Delivery.objects.create(
        channel=Channel.objects.get(), kind="change", subject="CA-C-000002", state="sent", message_id=_ID
    )


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822"])
def test_a_permanent_failure_stops_the_channel_and_says_why(sent: Delivery, kind: str) -> None:
    assert "stopped (5.1.1 smtp; 550" in take_bounce(_report(kind=kind), NOW)
    stopped = Channel.objects.get()
    assert stopped.stopped_at == NOW
    assert "no such user" in stopped.stopped_why
    assert Attempt.objects.get().detail.startswith("bounced: 5.1.1")
    assert "stopped before" in take_bounce(_report(kind=kind), NOW)


@pytest.mark.parametrize(
    "recipient",
    [
        _FAILED.replace("failed", "delayed").replace("5.1.1", "4.4.1"),
        _FAILED.replace("failed", "delivered").replace("5.1.1", "2.0.0"),
        _FAILED.replace("5.1.1", "4.2.2"),
    ],
)
def test_a_delay_or_a_passing_failure_stops_nothing(sent: Delivery, recipient: str) -> None:
    assert "nothing was done" in take_bounce(_report(recipient), NOW)
    assert Channel.objects.get().stopped_at is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no delivery status"),
        (b"Subject: Out of office\r\n\r\nI am away.", "no delivery status"),
        (b"\xff\xfe\x00" * 100, "no delivery status"),
        (_report()[:250], "no delivery status"),
        (_report().partition(b"Final-Recipient")[0], "names no recipient"),
        (_report().partition(b"text/rfc822-headers")[0], "names no mail that was sent from here"),
        (_report(original="Message-ID: <guessed@atlas.example>"), "names no mail that was sent from here"),
        (_report(original=f"X-Other: {_ID}"), "names no mail that was sent from here"),
        (b"x" * (LARGEST + 1), "more than 2,097,152 bytes"),
    ],
)
def test_what_is_no_report_or_not_of_ours_is_said_in_a_line_and_stops_nothing(
    sent: Delivery, content: bytes, says: str
) -> None:
    with pytest.raises(BounceError, match=says):
        take_bounce(content, NOW)
    assert Channel.objects.get().stopped_at is None


def test_a_report_cannot_name_a_mail_by_its_own_headers(sent: Delivery) -> None:
    forged = _report(original="X: y").replace(b"From: MAILER", f"Message-ID: {_ID}\r\nFrom: MAILER".encode())
    with pytest.raises(BounceError):
        take_bounce(forged, NOW)


def test_deeply_nested_and_many_parted_mails_end(sent: Delivery) -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(400))
    many = b'Content-Type: multipart/report; boundary="b"\r\n\r\n' + b"--b\r\n\r\nx\r\n" * 20_000
    for content in (nested, many):
        with pytest.raises(BounceError):
            take_bounce(content, NOW)


@settings(max_examples=150)
@given(st.integers(0, len(_report())), st.binary(max_size=40))
def test_whatever_is_cut_or_put_in_gives_an_answer_or_a_line(place: int, noise: bytes) -> None:
    whole = _report()
    for content in (whole[:place], whole[:place] + noise + whole[place:], noise):
        try:
            found = read_bounce(content)
        except BounceError as error:
            assert "\n" not in str(error)
        else:
            assert found.status == "" or found.status[0] in "245"


def test_the_command_reads_a_file_and_says_what_it_did(
    sent: Delivery, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bounce.eml"
    file.write_bytes(_report())
    assert main(["bounce", str(file)]) == 0
    assert capsys.readouterr().out.startswith("ada@reader.example: stopped")
    file.write_bytes(b"hello")
    assert main(["bounce", str(file)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["bounce", str(tmp_path / "none")]) == 2
    assert "none" in capsys.readouterr().err
