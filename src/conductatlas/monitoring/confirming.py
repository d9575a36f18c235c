"""New channels: nothing is sent to one before it was shown that it reaches somebody who wants it.

An e-mail address confirms by a link, a webhook by giving back a word that it was sent, a chat or push service by a code
that is shown there and entered here. None of these is stored: each is made from the channel's own secret.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b32encode
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.html import escape

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import User, Workspace
from conductatlas.capture.fetching import FetchError, parse_address
from conductatlas.monitoring.messages import Message
from conductatlas.monitoring.models import Channel, ChannelKind
from conductatlas.monitoring.sending import Fault, MailLine, Outcome, post, refusal_of, send_by_apprise

_SALT = "conductatlas.channel"
_HOLDS = timedelta(days=7)
# Nobody shall be written to again and again by somebody who enters their address.
ASKED_AGAIN_AFTER = timedelta(minutes=10)
MOST_CHANNELS = 20
MOST_UNCONFIRMED = 5


class ChannelError(Exception):
    """A channel that can't be added, asked or confirmed; the message is a sentence for a person."""


def add_channel(workspace: Workspace, kind: ChannelKind, address: str, by: User, now: datetime) -> Channel:
    """Add a channel that is still to be confirmed. Raises ChannelError."""
    address = address.strip()
    _check(kind, address)
    if kind is ChannelKind.EMAIL:
        address = address.lower()
    known = Channel.objects.filter(workspace=workspace)
    if known.filter(kind=kind, address=address).exists():
        raise ChannelError("This channel stands in the list already.")
    if known.count() >= MOST_CHANNELS:
        raise ChannelError(f"There are {MOST_CHANNELS} channels already, which is the most. Delete one first.")
    if known.filter(confirmed_at=None).count() >= MOST_UNCONFIRMED:
        raise ChannelError(f"{MOST_UNCONFIRMED} channels wait to be confirmed. Confirm or delete one of them first.")
    with transaction.atomic():
        channel = Channel.objects.create(workspace=workspace, kind=kind, address=address, added_by=by)
        audit(by, "channel.added", str(channel)[:254], workspace=workspace)
    return channel


def ask_to_confirm(channel: Channel, now: datetime) -> Outcome:
    """Ask a channel to confirm itself; a webhook that answers rightly is confirmed by that. Raises ChannelError."""
    if channel.asked_at is not None and now - channel.asked_at < ASKED_AGAIN_AFTER:
        raise ChannelError("It was asked a moment ago. Wait ten minutes before it is asked again.")
    Channel.objects.filter(pk=channel.pk).update(asked_at=now)
    if channel.kind == ChannelKind.WEBHOOK:
        return _challenge(channel, now)
    if channel.kind == ChannelKind.APPRISE:
        text = f"Enter this code on the page of your channels: {code(channel)}"
        return send_by_apprise(channel.address, "ConductAtlas: confirm this channel", text)
    address = f"{settings.PUBLIC_ADDRESS}/channels/confirm/{token(channel)}"
    lines = [
        f"Somebody entered this address at {settings.PUBLIC_ADDRESS} to be told of changes of terms and policies.",
        "If that was you, confirm it within seven days:",
        address,
        "If it was not, you need do nothing: without that, nothing else is sent to you.",
    ]
    return _mail(channel, Message("Confirm that you wish to be told of changes", "\n\n".join(lines), _html(lines), {}))


def token(channel: Channel) -> str:
    """What the link holds that confirms an e-mail address."""
    return signing.dumps([channel.pk, channel.secret[:16]], salt=_SALT)


def of_token(given: str) -> Channel | None:
    """The channel that a link confirms, None where the link is wrong or too old."""
    try:
        number, secret = signing.loads(given, salt=_SALT, max_age=_HOLDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    channel = Channel.objects.select_related("workspace").filter(pk=number).first()
    same = channel is not None and hmac.compare_digest(channel.secret[:16], str(secret))
    return channel if same else None


def code(channel: Channel) -> str:
    """What a chat or push service shows, to be entered on the page of channels."""
    made = hmac.new(settings.SECRET_KEY.encode(), f"{_SALT} {channel.pk} {channel.secret}".encode(), hashlib.sha256)
    return b32encode(made.digest())[:8].decode()


def confirm_by_code(channel: Channel, given: str, by: User, now: datetime) -> None:
    """Confirm a channel by the code that it showed. Raises ChannelError."""
    if not hmac.compare_digest(code(channel).encode(), given.strip().upper().encode()):
        raise ChannelError("This is not the code that was sent there.")
    confirm_channel(channel, by, now)


def confirm_channel(channel: Channel, by: User | str, now: datetime) -> None:
    """Note that a channel reaches somebody who wants it."""
    if Channel.objects.filter(pk=channel.pk, confirmed_at=None).update(confirmed_at=now):
        audit(by, "channel.confirmed", str(channel)[:254], workspace=channel.workspace)
    channel.refresh_from_db()


def send_test(channel: Channel, now: datetime) -> Outcome:
    """Send a message that says that it is a test."""
    text = f"This is a test of a channel of {channel.workspace.name} at {settings.PUBLIC_ADDRESS}. It works."
    message = Message("ConductAtlas: a test of this channel", text, _html([text]), {"type": "test", "text": text})
    if channel.kind == ChannelKind.WEBHOOK:
        return post(channel.address, channel.secret, message.values, now)[0]
    if channel.kind == ChannelKind.APPRISE:
        return send_by_apprise(channel.address, message.subject, message.text)
    return _mail(channel, message)


def _check(kind: ChannelKind, address: str) -> None:
    if not address or len(address) > 500 or not address.isprintable():
        raise ChannelError("Enter an address of at most 500 characters.")
    if kind is ChannelKind.EMAIL:
        try:
            validate_email(address)
        except ValidationError as error:
            raise ChannelError("This is no e-mail address.") from error
    elif kind is ChannelKind.WEBHOOK:
        try:
            parse_address(address)
        except FetchError as error:
            raise ChannelError(f"This address can't be used: {error.detail}.") from error
    elif refusal := refusal_of(address):
        raise ChannelError(refusal)


def _challenge(channel: Channel, now: datetime) -> Outcome:
    word = code(channel)
    outcome, answer = post(channel.address, channel.secret, {"type": "challenge", "challenge": word}, now)
    if outcome.fault is None and word.encode() not in answer:
        return Outcome("it took the challenge and did not answer with it", Fault.PASSING)
    if outcome.fault is None:
        confirm_channel(channel, "challenge", now)
    return outcome


def _mail(channel: Channel, message: Message) -> Outcome:
    from conductatlas.monitoring.delivering import new_message_id

    line = MailLine()
    try:
        return line.send(channel.address, message, new_message_id())
    finally:
        line.close()


def _html(lines: list[str]) -> str:
    return "".join(
        f'<p><a href="{escape(line)}">{escape(line)}</a></p>' if line.startswith("http") else f"<p>{escape(line)}</p>"
        for line in lines
    )
