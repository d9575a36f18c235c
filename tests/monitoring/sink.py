"""A mail server on the loopback that fails as mail servers do, and counts what it took."""

from __future__ import annotations

import random
import re
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope, Session

_CHANGE = re.compile(r"CA-C-\d{6,}")


@dataclass(frozen=True, slots=True)
class Taken:
    """A mail that the server answered with 250: from then on it answers for it."""

    at: float
    to: str
    message_id: str
    changes: tuple[str, ...]
    mail: EmailMessage


class Sink:
    """Takes mails; a share of the tries fails, each in one of several ways.

    `refused`: 450 to the recipient. `unavailable`: 451 after the data. `dropped`: the connection breaks after the data
    and before the answer, and the mail is not kept. `hung up`: the mail is taken, and the connection broken after 250.
    `busy`: 421 to the sender.
    """

    WAYS = ("refused", "unavailable", "dropped", "hung up", "busy")

    def __init__(self, failing: float = 0.0, seed: int = 1) -> None:
        self.taken: list[Taken] = []
        self.failed = Counter[str]()
        self.failed_at: dict[str, list[float]] = {}
        self.port = 0
        self._failing = failing
        self._chance = random.Random(seed)  # noqa: S311
        self._lock = threading.Lock()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Serve from a thread of its own."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        controller = Controller(self, hostname="127.0.0.1", port=self.port)
        controller.start()
        try:
            yield
        finally:
            controller.stop()

    async def handle_MAIL(  # noqa: N802
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Decide how this try ends."""
        fails = self._chance.random() < self._failing
        session.way = self._chance.choice(self.WAYS) if fails else ""  # type: ignore[attr-defined]
        if session.way == "busy":  # type: ignore[attr-defined]
            self.failed["busy"] += 1
            return "421 4.3.2 try later"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse, or take the recipient."""
        if address.startswith("unknown"):
            return "550 5.1.1 no such mailbox"
        if session.way == "refused":  # type: ignore[attr-defined]
            self.failed["refused"] += 1
            return "450 4.2.1 mailbox busy"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the mail, or fail."""
        content = envelope.original_content or b""
        mail = message_from_bytes(content, policy=policy.default)
        message_id = str(mail["Message-ID"]).strip()
        way = session.way  # type: ignore[attr-defined]
        if way in ("unavailable", "dropped"):
            self.failed[way] += 1
            self.failed_at.setdefault(message_id, []).append(time.time())
            if way == "dropped":
                server.transport.abort()
            return "451 4.3.0 try later"
        body = mail.get_body(("plain",))
        text = body.get_content() if body is not None else ""
        changes = tuple(dict.fromkeys(_CHANGE.findall(text)))
        with self._lock:
            self.taken.append(Taken(time.time(), envelope.rcpt_tos[0], message_id, changes, mail))
        if way == "hung up":
            self.failed[way] += 1
            server.transport.write(b"250 2.0.0 taken\r\n")
            server.transport.close()
        return "250 2.0.0 taken"
