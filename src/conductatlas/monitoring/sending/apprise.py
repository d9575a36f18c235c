"""Chat and push services, by apprise: any service that it knows, behind a fence."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings

from conductatlas.capture.fetching import policy_from_settings
from conductatlas.monitoring.sending.fence import FencedError, fenced
from conductatlas.monitoring.sending.outcome import Fault, Outcome

# What most services take; the whole stands behind the link.
_LONGEST = 1_500
# Services that pop up a window on this machine, or write into its log.
_LOCAL = frozenset({"dbus", "gio", "glib", "gnome", "kde", "macosx", "qt", "syslog", "windows"})
# Those that have a way of their own here.
_OWN_WAY = {"mailto": "e-mail", "mailtos": "e-mail", "json": "webhook", "jsons": "webhook"}


def refusal_of(address: str) -> str:
    """Why an address can't be a channel, in a sentence; empty where it can."""
    scheme = address.partition(":")[0].lower()
    if scheme in _OWN_WAY:
        return f"Add this as {_OWN_WAY[scheme]}, for which there is a kind of channel of its own."
    if scheme not in _LOCAL and _service(address) is None:
        return "This is no address that apprise knows; see its list of services for how they are written."
    if scheme in _LOCAL:
        return "This service acts on the machine that runs the site, which cannot be told."
    return ""


def send_by_apprise(address: str, title: str, text: str) -> Outcome:
    """Hand a message over to a service; never raises for what it does."""
    service = _service(address)
    if service is None:
        return Outcome("apprise does not know this address any more", Fault.CHANNEL)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    heard = _Heard()
    log = logging.getLogger("apprise")
    log.addHandler(heard)
    try:
        with fenced(policy_from_settings().guard) as kept_off:
            taken = service.notify(body=short, title=title)
    except Exception as error:
        return Outcome(f"{type(error).__name__}: {error}", Fault.PASSING)
    finally:
        log.removeHandler(heard)
    if taken:
        return Outcome("taken by the service")
    if kept_off:
        # The service itself only says that it has no connection.
        return Outcome(f"refused: {kept_off[0]}", Fault.CHANNEL)
    return Outcome(heard.said or "not taken", Fault.PASSING)


class _Heard(logging.Handler):
    """Keeps the last warning of apprise, which tells by its log alone why something was not taken."""

    said = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        if record.levelno >= logging.WARNING:
            self.said = record.getMessage()


def _service(address: str) -> Any:
    # Imported here: it takes a while, and only channels of this kind need it.
    from apprise import Apprise, AppriseAsset, PersistentStoreMode
    from apprise.manager_plugins import NotificationManager

    NotificationManager().load_modules()  # type: ignore[no-untyped-call]
    asset = AppriseAsset(
        app_id="ConductAtlas", app_url=settings.PUBLIC_ADDRESS, storage_mode=PersistentStoreMode.MEMORY
    )
    with fenced(policy_from_settings().guard):
        try:
            return Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
        except FencedError:
            return None
