"""The picture that a link to a record is shown with: what it says, and the same in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from conductatlas.english import count
from conductatlas.site.presenters.changes import ChangePage
from conductatlas.site.presenters.documents import DocumentPage
from conductatlas.site.presenters.links import excerpt
from conductatlas.site.presenters.provisions import ProvisionPage
from conductatlas.site.presenters.wordings_over_time import day_of

# What files about a record that rests on no version say they were made at.
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_QUOTE = 250
_TITLE = 105
_SOURCE = 78


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says; `at` is the record's day.

    A document has no `severity` of its own, but `grades`: how many of its provisions are of each.
    """

    id: str
    title: str
    source: str
    severity: str
    grades: tuple[tuple[str, int], ...]
    marks: tuple[str, ...]
    quote: str
    dates: str
    address: str
    at: datetime

    @property
    def alternative(self) -> str:
        """What the picture shows, for those who do not see it."""
        graded = f" {self.severity.capitalize()} severity." if self.severity else ""
        return f"{self.source}: {self.title}.{graded} ConductAtlas record {self.id}."

    def values(self) -> dict[str, Any]:
        """The values that the card's template reads."""
        values = asdict(self)
        del values["at"]
        return values


def card_of(page: ProvisionPage | ChangePage | DocumentPage) -> Card:
    """The card of a record."""
    if isinstance(page, ProvisionPage):
        return _provision(page)
    if isinstance(page, ChangePage):
        return _change(page)
    return _document(page)


def _provision(page: ProvisionPage) -> Card:
    came = page.sure_since if page.stated_in_new_words else None
    first, last = (came or page.first_version).recorded_at, page.last_version.recorded_at
    first_seen = came or (page.begins_with_new_words and not page.perhaps_another_since)
    since = "First seen" if first_seen else "On record since"
    return Card(
        page.provision.id,
        excerpt(page.provision.clause_type.title, _TITLE),
        _source(page.document.platform.name, page.document.title),
        page.severity if page.tells_grade else "",
        (),
        (page.stance, standing(page)) if page.tells_grade else (standing(page),),
        excerpt(page.quote, _QUOTE),
        f"{since} {day_of(first)} · last recorded {day_of(last)}",
        _short(page.citation.short_address),
        last,
    )


def _change(page: ChangePage) -> Card:
    return Card(
        page.id,
        excerpt(page.summary.rstrip("."), _TITLE),
        _source(page.document.platform.name, page.document.title),
        page.severity if page.severity != "none" else "",
        (),
        (f"{page.verdict} change" if page.verdict != "failed" else "failed capture",),
        excerpt(page.explanation, _QUOTE),
        f"Recorded {day_of(page.recorded_at)}",
        _short(page.citation.short_address),
        page.recorded_at,
    )


def _document(page: DocumentPage) -> Card:
    grades = tuple((one.severity, one.count) for one in page.grades if one.count)
    latest = page.latest_version.recorded_at if page.latest_version else None
    last = page.last_change
    return Card(
        page.document.id,
        excerpt(page.document.title, _TITLE),
        page.document.platform.name[:_SOURCE],
        "",
        grades,
        ("provisions",) if grades else (count(page.version_count, "recorded version"),),
        excerpt(f"Last change, {day_of(last.recorded_at)}: {last.summary}", _QUOTE) if last else "",
        f"As recorded on {day_of(latest)}" if latest else "No version could be read",
        _short(page.citation.short_address),
        latest or NO_DAY,
    )


def standing(page: ProvisionPage) -> str:
    """Where a provision stands, in words."""
    if page.state == "standing":
        past = page.recency and page.recency.past
        return "in the last version that was recorded" if past else "in the latest version on record"
    return "withdrawn" if page.state == "withdrawn" else page.ended


def _source(platform: str, document: str) -> str:
    source = f"{platform} › {document}"
    return source if len(source) <= _SOURCE else source[: _SOURCE - 1] + "…"


def _short(address: str) -> str:
    return address.partition("://")[2] or address
