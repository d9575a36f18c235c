"""What can be followed: the page that explains the feeds."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.site.feeds import CALENDAR, FEED_FORMS, FeedForm
from conductatlas.site.presenters.feeds import ENTRIES_PER_PAGE

_FEEDS = tuple(form.ending for form in FEED_FORMS)
_WITH_CALENDAR = (*_FEEDS, CALENDAR.ending)


@dataclass(frozen=True, slots=True)
class FeedKind:
    """Something that can be followed: an example of its address without ending, and the endings that it has."""

    name: str
    address: str
    endings: tuple[str, ...]
    tells: str


@dataclass(frozen=True, slots=True)
class FeedGuide:
    """All that can be followed, and in which forms."""

    forms: tuple[FeedForm, ...]
    entries_per_page: int
    kinds: tuple[FeedKind, ...]


_KINDS = (
    FeedKind(
        "All changes",
        "/changes",
        _FEEDS,
        "Substantive changes of all documents. It takes the filters of the list of changes: verdict (substantive, "
        "editorial, technical or all), severity, direction, platform, category, clause_type and kind.",
    ),
    FeedKind("The week", "/digest", _FEEDS, "An entry for each week that is over: its changes, the gravest first."),
    FeedKind(
        "A platform", "/platforms/NAME", _WITH_CALENDAR, "Substantive and editorial changes of a platform’s documents."
    ),
    FeedKind("A document", "/CA-D-000001", _WITH_CALENDAR, "Its substantive and editorial changes."),
    FeedKind("A provision", "/CA-P-000001", _FEEDS, "What became of this one clause, and nothing else."),
    FeedKind(
        "A clause type",
        "/clause-types/TYPE",
        _FEEDS,
        "What became of the clauses of this type on all platforms. A change that touched several is one entry.",
    ),
    FeedKind(
        "A search",
        "/search",
        _FEEDS,
        "Changes of clauses that hold the words, before the change or after it: /search.atom?q=lawsuit. It takes the "
        "filters of the search: type, severity, and standing=1 for clauses that still read so today.",
    ),
    FeedKind("Effective dates", "/calendar", (CALENDAR.ending,), "The days from which on documents say they apply."),
    FeedKind("Errata", "/errata", _FEEDS, "Records that were corrected, withdrawn or merged, and why."),
)


def present_feed_guide() -> FeedGuide:
    """All that can be followed."""
    forms = tuple(FeedForm(form.name, form.ending, form.media_type) for form in (*FEED_FORMS, CALENDAR))
    return FeedGuide(forms, ENTRIES_PER_PAGE, _KINDS)
