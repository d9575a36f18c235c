"""The governance timeline of a vendor list: who changed what when, and how grave it was."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.safestring import SafeString

from conductatlas.accounts.models import Membership
from conductatlas.records.models import Change, Kind, Verdict
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    GradeCount,
    PlatformLink,
    grade_counts,
    platform_link,
    rank,
    record_path,
)
from conductatlas.site.presenters.workbench.frame import Frame, Period, frame
from conductatlas.site.rendering.vendor_timeline import Mark, Row, draw_vendor_timeline
from conductatlas.workbench.scope import vendor_platforms

# A vendor with more changes than this in a period is drawn with its gravest ones.
_MOST_MARKS = 40
_MOST_VENDORS = 40
# In the list under the drawing stand no more of a vendor's than this.
_MOST_LISTED = 3


@dataclass(frozen=True, slots=True)
class TimelineChange:
    """A change on the timeline."""

    id: str
    path: str
    document: str
    recorded_at: datetime
    severity: str
    summary: str


@dataclass(frozen=True, slots=True)
class VendorTime:
    """A vendor's changes in the period, the latest first; `shown` are some of its `total`, the gravest kept."""

    platform: PlatformLink
    total: int
    counts: tuple[GradeCount, ...]
    shown: tuple[TimelineChange, ...]

    @property
    def listed(self) -> tuple[TimelineChange, ...]:
        """Those of which the page says what they did: a few of the gravest."""
        grave = sorted(self.shown, key=lambda one: -rank(one.severity))[:_MOST_LISTED]
        return tuple(sorted(grave, key=lambda one: one.recorded_at, reverse=True))


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timeline of a period: vendors with the gravest changes first. `quiet` had none, `left_out` are too many."""

    frame: Frame
    period: Period
    vendors: tuple[VendorTime, ...]
    quiet: tuple[PlatformLink, ...]
    left_out: int
    drawing: SafeString = field(metadata=PAGE_ONLY)


def present_timeline(membership: Membership, over: Period) -> Timeline:
    """The substantive changes of all vendors in a period."""
    platforms = {one.id: one for one in vendor_platforms(membership.workspace)}
    rows = (
        Change.listed()
        .filter(document__platform__in=platforms, verdict=Verdict.SUBSTANTIVE)
        .filter(recorded_at__gte=over.start, recorded_at__lt=over.end)
        .order_by("-recorded_at", "-id")
        .values_list("document__platform", "id", "document__terms_type", "recorded_at", "severity", "summary")
    )
    found: dict[int, list[TimelineChange]] = defaultdict(list)
    for platform, number, document, recorded_at, severity, summary in rows:
        path = record_path(Kind.CHANGE, number)
        found[platform].append(TimelineChange(path[1:], path, document, recorded_at, severity, summary))
    vendors = [_vendor(platform_link(platforms[platform]), changes) for platform, changes in found.items()]
    vendors.sort(key=lambda one: ([-count.count for count in one.counts], one.platform.name.casefold()))
    shown = tuple(vendors[:_MOST_VENDORS])
    return Timeline(
        frame=frame(membership),
        period=over,
        vendors=shown,
        quiet=tuple(platform_link(one) for id, one in platforms.items() if id not in found),
        left_out=len(vendors) - len(shown),
        drawing=draw_vendor_timeline(
            [
                Row(
                    one.platform.name,
                    tuple(Mark(change.recorded_at, change.severity) for change in one.shown),
                )
                for one in shown
            ],
            over.start,
            over.end,
        ),
    )


def _vendor(platform: PlatformLink, changes: list[TimelineChange]) -> VendorTime:
    counted: dict[str, int] = defaultdict(int)
    for change in changes:
        counted[change.severity] += 1
    counts = grade_counts(counted.items())
    gravest = sorted(changes, key=lambda one: -rank(one.severity))[:_MOST_MARKS]
    return VendorTime(
        platform, len(changes), counts, tuple(sorted(gravest, key=lambda one: one.recorded_at, reverse=True))
    )
