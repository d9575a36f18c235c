"""Links in mails that work without signing in: to stop a channel, and to the preferences of the person who reads it.

A link holds the number of its channel, the time and a signature, made with the secret of the channel and that of the
instance: a new secret of the channel ends all links that were sent before. Links to stop mail work for ever.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.core import signing

from conductatlas.monitoring.models import Channel

# A digest brings a new link each week; an old mail that falls into other hands is to open little.
PREFERENCES_OPEN_FOR = timedelta(days=60)
_SEPARATOR = "~"


class LinkFor(StrEnum):
    """What a link opens; one that was made for one thing opens no other."""

    UNSUBSCRIBE = "unsubscribe"
    PREFERENCES = "preferences"


def link(channel: Channel, purpose: LinkFor) -> str:
    """The whole address of a page that needs no signing in."""
    return f"{settings.PUBLIC_ADDRESS}/{purpose}/{token(channel, purpose)}"


def token(channel: Channel, purpose: LinkFor) -> str:
    """What the address of such a page ends with."""
    signed: str = _signer(channel, purpose).sign(str(channel.pk))
    return signed


def channel_of(sent: str, purpose: LinkFor) -> Channel | None:
    """The channel that a link was made for, with its workspace; None where it was forged, revoked or ran out."""
    number = sent.partition(_SEPARATOR)[0]
    if not (number.isascii() and number.isdigit() and len(number) <= 18):
        return None
    channel = Channel.objects.select_related("workspace__personal_of").filter(pk=int(number)).first()
    if channel is None:
        return None
    try:
        _signer(channel, purpose).unsign(sent, PREFERENCES_OPEN_FOR if purpose is LinkFor.PREFERENCES else None)
    except signing.BadSignature:
        return None
    return channel


def revoke_links(channel: Channel) -> None:
    """End all links that were sent to a channel."""
    channel.secret = secrets.token_urlsafe(32)
    channel.save(update_fields=["secret"])


def _signer(channel: Channel, purpose: LinkFor) -> signing.TimestampSigner:
    return signing.TimestampSigner(
        key=f"{settings.SECRET_KEY}{channel.secret}",
        sep=_SEPARATOR,
        salt=f"conductatlas.{purpose}",
        fallback_keys=[f"{old}{channel.secret}" for old in map(str, settings.SECRET_KEY_FALLBACKS)],
    )
