"""E-mail: one connection to the mail server for a batch of messages.

What SMTP says is read by RFC 5321 (section 4.2.1: 4yz is transient, 5yz permanent) and, where the server gives them, by
the enhanced status codes of RFC 3463: 5.1 and 5.2 are about the recipient's address and mailbox, 5.7 about policy.
"""

from __future__ import annotations

import re
import smtplib
from contextlib import suppress

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from conductatlas.monitoring.messages import Message
from conductatlas.monitoring.sending.outcome import Fault, Outcome

_ENHANCED = re.compile(r"\s*5\.([0-9]{1,3})\.[0-9]{1,3}\b")
_OF_THE_RECIPIENT = ("1", "2")


class MailLine:
    """A connection to the mail server, opened when it is needed and again after it broke."""

    def __init__(self) -> None:
        self._connection = get_connection()
        self._open = False

    def send(self, to: str, message: Message, message_id: str) -> Outcome:
        """Hand one message over; never raises for what the server says or does."""
        mail = EmailMultiAlternatives(
            subject=" ".join(message.subject.split()),
            body=message.text,
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[to],
            connection=self._connection,
            headers={**message.headers, "Message-ID": message_id, "Auto-Submitted": "auto-generated"},
        )
        if message.html:
            mail.attach_alternative(message.html, "text/html")
        try:
            self._ready()
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            return Outcome(f"the mail server can't be reached: {error}", Fault.OURS)
        try:
            self._connection.send_messages([mail])
        except Exception as error:
            self.close()
            return outcome_of(error)
        return Outcome("taken by the mail server")

    def close(self) -> None:
        """End the connection, however it stands."""
        self._open = False
        with suppress(smtplib.SMTPException, OSError):
            self._connection.close()
        if hasattr(self._connection, "connection"):
            self._connection.connection = None

    def _ready(self) -> None:
        """Open the connection; one that was used before is asked first whether it is still there."""
        line = getattr(self._connection, "connection", None)
        if self._open and line is not None:
            try:
                alive = line.noop()[0] == 250
            except (smtplib.SMTPException, OSError):
                alive = False
            if alive:
                return
            self.close()
        self._connection.open()
        self._open = True


def outcome_of(error: Exception) -> Outcome:
    """What an error means that came up while a message was handed over."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        ((code, said),) = list(error.recipients.values())[:1]
        return _by_code(code, said, of_recipient=True)
    if isinstance(error, smtplib.SMTPSenderRefused):
        return Outcome(f"{error.smtp_code} {_text(error.smtp_error)}", Fault.OURS)
    if isinstance(error, smtplib.SMTPResponseException):
        return _by_code(error.smtp_code, error.smtp_error, of_recipient=False)
    if isinstance(error, smtplib.SMTPException | OSError):
        return Outcome(f"the mail server broke off: {error}", Fault.PASSING)
    return Outcome(f"it can't be sent: {type(error).__name__}: {error}", Fault.MESSAGE)


def _by_code(code: int, said: bytes | str, *, of_recipient: bool) -> Outcome:
    words = f"{code} {_text(said)}"
    if code < 500:
        return Outcome(words, Fault.PASSING)
    enhanced = _ENHANCED.match(_text(said))
    known = enhanced is None or enhanced[1] in _OF_THE_RECIPIENT
    return Outcome(words, Fault.CHANNEL if of_recipient and known else Fault.MESSAGE)


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
