"""Alerts: what is written of one change, of several, and of a correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.utils.html import escape

from conductatlas.english import count
from conductatlas.monitoring.messages.message import Message
from conductatlas.monitoring.models import Channel, Watch
from conductatlas.records.models import Change, ChangeItem, Erratum


def compose_alert(change: Change, items: Sequence[ChangeItem], because: Sequence[Watch], channel: Channel) -> Message:
    """What is written of one change."""
    title = f"{change.document.platform.name}, {change.document.terms_type}"
    return _message(f"{title}: {change.summary}", [_lines(change, items)], {"change": change.permanent_id})


def compose_bundle(
    changes: Sequence[tuple[Change, Sequence[ChangeItem]]], because: Sequence[Watch], channel: Channel
) -> Message:
    """What is written of several changes at once."""
    parts = [_lines(change, items) for change, items in changes]
    values = {"changes": [change.permanent_id for change, _ in changes]}
    return _message(f"{count(len(changes), 'change')} on what you watch", parts, values)


def compose_correction(erratum: Erratum, change: Change, channel: Channel) -> Message:
    """What is written to those who were told of a change that was corrected since."""
    part = [f"{erratum.record}: {erratum.get_kind_display()}", erratum.before, erratum.after, erratum.reason]
    values = {"erratum": erratum.pk, "change": change.permanent_id}
    return _message(f"Correction of {change.permanent_id}", [[one for one in part if one]], values)


def _lines(change: Change, items: Sequence[ChangeItem]) -> list[str]:
    address = f"{settings.PUBLIC_ADDRESS}/{change.permanent_id}"
    return [f"{change.document}: {change.summary}", *(item.summary for item in items), address]


def _message(subject: str, parts: Sequence[Sequence[str]], values: Mapping[str, object]) -> Message:
    text = "\n\n".join("\n".join(lines) for lines in parts)
    html = "".join(f"<p>{'<br>'.join(map(escape, lines))}</p>" for lines in parts)
    return Message(subject, text, html, dict(values))
