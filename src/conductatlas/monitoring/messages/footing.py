"""How a letter is stopped: what stands at its foot and in the headers of its mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from conductatlas.monitoring.links import LinkFor, link
from conductatlas.monitoring.messages.letter import Letter
from conductatlas.monitoring.models import Channel, ChannelKind


@dataclass(frozen=True, slots=True)
class Footing:
    """What the reader can do about such letters, in words and with the address; and the headers of the mail."""

    links: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]


def footing(letter: Letter, channel: Channel) -> Footing:
    """The foot of a letter on a channel. Mail can be stopped by a link of its own, and has the headers for it."""
    if channel.kind != ChannelKind.EMAIL:
        # Whoever reads along in a chat is not to stop it for all.
        return Footing((("Watches and channels", f"{settings.PUBLIC_ADDRESS}/account"),), {})
    stop = link(channel, LinkFor.UNSUBSCRIBE)
    links = (
        ("Choose what you are told, and when", link(channel, LinkFor.PREFERENCES)),
        ("Stop all mail to this address", stop),
    )
    return Footing(links, _headers(letter.list_name, stop))


def _headers(list_name: str, stop: str) -> dict[str, str]:
    """Headers for mail programs: whose list it is (RFC 2919), and how to leave it with one click (RFC 8058)."""
    host = urlsplit(settings.PUBLIC_ADDRESS).hostname or "localhost"
    return {
        "List-Id": f"ConductAtlas {list_name} <{list_name}.{host}>",
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
