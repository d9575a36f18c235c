"""Vendors along time: a row for each, a mark for each change; the words stand beside the drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_ROW = 26
_NAMES = 180
_WIDTH = 1000
_FOOT = 24
_RIGHT = 14
_MOST_LABELS = 9
_NAME_SHOWN = 24
# The shapes of the severities, drawn from a point on, the least first, so that the gravest lie over the others.
_SHAPES = {
    "none": "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
    "low": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "medium": "m0 -6l5 6l-5 6l-5 -6z",
    "high": "m0 -6l6 11h-12z",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A change: when, and how grave."""

    at: datetime
    severity: str


@dataclass(frozen=True, slots=True)
class Row:
    """A vendor and its changes."""

    name: str
    marks: tuple[Mark, ...]


def draw_vendor_timeline(rows: Sequence[Row], start: datetime, end: datetime) -> SafeString:
    """Draw rows over the time from `start` up to `end`; nothing where there are no rows."""
    if not rows:
        return SafeString("")
    height = len(rows) * _ROW + _FOOT
    span = (end - start).total_seconds()

    def place(at: datetime) -> int:
        return round(_NAMES + (_WIDTH - _NAMES - _RIGHT) * (at - start).total_seconds() / span)

    drawn = format_html_join("", "{}", ((_row(row, number, place),) for number, row in enumerate(rows)))
    return format_html(
        '<svg class="vendor-timeline" role="img" aria-labelledby="vendors-drawn" viewBox="0 0 {} {}" width="{}" '
        'height="{}"><title id="vendors-drawn">Changes of {} vendors over time; the table below says the same in words'
        "</title>{}{}</svg>",
        _WIDTH,
        height,
        _WIDTH,
        height,
        len(rows),
        _months(start, end, place, height),
        drawn,
    )


def _row(row: Row, number: int, place: Callable[[datetime], int]) -> SafeString:
    middle = number * _ROW + _ROW // 2
    name = row.name if len(row.name) <= _NAME_SHOWN else f"{row.name[: _NAME_SHOWN - 1]}…"
    places = {grade: sorted({place(one.at) for one in row.marks if one.severity == grade}) for grade in _SHAPES}
    marks = format_html_join(
        "",
        '<path class="mark {}" d="{}"/>',
        (
            (grade, "".join(f"M{x} {middle}{shape}" for x in places[grade]))
            for grade, shape in _SHAPES.items()
            if places[grade]
        ),
    )
    return format_html(
        '<text x="0" y="{}">{}</text><path class="axis" d="M{} {}H{}"/>{}',
        middle + 4,
        name,
        _NAMES,
        middle,
        _WIDTH - _RIGHT,
        marks,
    )


def _months(start: datetime, end: datetime, place: Callable[[datetime], int], height: int) -> SafeString:
    """The beginnings of months, as lines with their names, no more than fit."""
    months = []
    at = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
    while at < end:
        months.append(at)
        at = (at + timedelta(days=32)).replace(day=1)
    step = max(1, -(-len(months) // _MOST_LABELS))
    return format_html_join(
        "",
        '<path class="month" d="M{0} 0V{1}"/><text class="middle" x="{0}" y="{2}">{3}</text>',
        ((place(one), height - _FOOT, height - 6, f"{one:%b} {one.year}") for one in months[::step]),
    )
