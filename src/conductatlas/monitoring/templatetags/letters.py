"""Marks in mails."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from conductatlas.changes import Segment, SegmentKind
from conductatlas.monitoring.messages.letter import Letter

register = template.Library()
_TAGS = {SegmentKind.INSERTED: "ins", SegmentKind.DELETED: "del"}


@register.simple_tag
def redline(segments: Sequence[Segment]) -> SafeString:
    """A redline: insertions underlined, deletions struck."""
    return format_html_join("", "{}", ((_marked(segment),) for segment in segments))


@register.simple_tag
def moment(letter: Letter, at: datetime) -> str:
    """A moment as the reader of a letter writes it."""
    return letter.moment(at)


def _marked(segment: Segment) -> str:
    tag = _TAGS.get(segment.kind) if segment.text.strip() else None
    return format_html("<{0}>{1}</{0}>", tag, segment.text) if tag else segment.text
