"""Versions and events along time, and other small figures, as SVG without any style of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# Units of the drawing's own coordinate system, which is stretched to the width of the page.
_WIDTH = 1000
_BASE = 44
Ticks = Mapping[str, tuple[int, int]]
# From where to where the tick of each kind of moment is drawn: the taller, the weightier.
VERSIONS: Ticks = {
    "technical": (_BASE, _BASE - 7),
    "editorial": (_BASE, _BASE - 17),
    "substantive": (_BASE, _BASE - 38),
    "first": (_BASE, _BASE - 38),
    "failed": (_BASE + 2, _BASE + 11),
    "held": (_BASE + 2, _BASE + 11),
}
EVENTS: Ticks = {
    "moved": (_BASE, _BASE - 7),
    "reworded": (_BASE, _BASE - 17),
    "reverted": (_BASE, _BASE - 12),
    "added": (_BASE, _BASE - 38),
    "returned": (_BASE, _BASE - 38),
    "removed": (_BASE + 2, _BASE + 11),
}
_MOST_YEARS = 8
# Per cent of the width that the days at both ends take on a phone.
_CLEAR_OF_ENDS = 24
_Position = Callable[[datetime], int]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: when, and as what, such as a version's verdict (`first` for the first one)."""

    at: datetime
    kind: str


def draw_timeline(
    moments: Sequence[Moment], ticks_of: Ticks, *, title: str, description: str, until: datetime | None = None
) -> SafeString:
    """Draw moments as ticks on a line that ends with the last of them, or goes on `until` a later day.

    Needs one moment at least; kinds that `ticks_of` does not name are not drawn.
    """
    times = [moment.at for moment in moments] + ([until] if until else [])
    first, last = min(times), max(times)
    span = max((last - first).total_seconds(), 1.0)

    def position(at: datetime) -> int:
        return round(8 + (_WIDTH - 16) * (at - first).total_seconds() / span)

    places: dict[str, set[int]] = defaultdict(set)
    for moment in moments:
        places[moment.kind].add(position(moment.at))
    ticks = format_html_join(
        "",
        '<path class="tick {}" d="{}"/>',
        (
            (kind, "".join(f"M{x} {start}V{end}" for x in sorted(places[kind])))
            for kind, (start, end) in ticks_of.items()
            if kind in places
        ),
    )
    return format_html(
        '<svg class="timeline" role="img" aria-labelledby="timeline-title timeline-description" width="100%" '
        'height="78"><title id="timeline-title">{}</title><desc id="timeline-description">{}</desc>'
        '<svg width="100%" height="60" viewBox="0 0 1000 60" preserveAspectRatio="none">'
        '<path class="axis" d="M0 {}H1000"/>{}</svg>{}</svg>',
        title,
        description,
        _BASE,
        ticks,
        _years(first, last, position),
    )


def _years(first: datetime, last: datetime, position: _Position) -> SafeString:
    """The beginnings of years between two moments; where there is none, the two days themselves."""
    years = [datetime(year, 1, 1, tzinfo=UTC) for year in range(first.year + 1, last.year + 1)]
    step = max(1, -(-len(years) // _MOST_YEARS))
    labels = [(position(year) / 10, str(year.year)) for year in years[::step]]
    labels = [(x, label) for x, label in labels if _CLEAR_OF_ENDS <= x <= 100 - _CLEAR_OF_ENDS]
    ends = format_html(
        '<text x="0" y="74">{}</text><text class="end" x="100%" y="74">{}</text>', _day(first), _day(last)
    )
    if first.date() == last.date():
        return format_html('<text x="0" y="74">{}</text>', _day(first))
    middle = format_html_join("", '<text class="middle" x="{}%" y="74">{}</text>', labels if len(labels) < 5 else [])
    return ends + middle


def _day(at: datetime) -> str:
    return f"{at:%b} {at.year}"


def draw_profile(counts: Sequence[tuple[str, int]], *, title: str) -> SafeString:
    """Draw shares of a whole as one bar: (class of the part, count), in order."""
    total = sum(count for _, count in counts)
    parts: list[tuple[str, str, str]] = []
    start = 0
    for name, count in counts:
        if count:
            parts.append((name, f"{100 * start / total:.2f}", f"{100 * count / total:.2f}"))
        start += count
    return format_html(
        '<svg class="profile" role="img" width="100%" height="12"><title>{}</title>{}</svg>',
        title,
        format_html_join("", '<rect class="{}" x="{}%" y="0" width="{}%" height="12"/>', parts),
    )
