"""What all pages of the workbench say at their top, and the period that some of them are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from conductatlas.accounts.models import Membership, Role

_PERIOD = timedelta(days=90)
# The longest period that a page or a report is made for.
_LONGEST = timedelta(days=366 * 3)
PAGES = (
    ("inbox", "Inbox"),
    ("vendors", "Vendors"),
    ("board", "Board"),
    ("timeline", "Timeline"),
    ("regulations", "Regulations"),
    ("report", "Report"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the workbench, as the others link it."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Whose workbench this is, its pages, and whether the reader may change anything."""

    workspace: str
    path: str
    may_change: bool
    places: tuple[Place, ...]

    def path_of(self, page: str) -> str:
        """The address of one of its pages."""
        return f"{self.path}/{page}"


def frame(membership: Membership) -> Frame:
    """The frame for a member."""
    path = f"/workspaces/{membership.workspace.slug}"
    places = tuple(Place(title, f"{path}/{name}") for name, title in PAGES)
    return Frame(membership.workspace.name, path, Role(membership.role).includes(Role.MEMBER), places)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both included, in UTC."""

    first: date
    last: date

    @property
    def start(self) -> datetime:
        """Its first moment."""
        return datetime.combine(self.first, time.min, UTC)

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + timedelta(days=1), time.min, UTC)


def period(first: str, last: str, today: date) -> Period:
    """The period that an address names by two days; the last three months where it names none or what is no day.

    Days in the wrong order are exchanged, and no period is longer than three years up to its last day.
    """
    end = _day(last) or today
    start = _day(first) or end - _PERIOD
    start, end = sorted((start, end))
    return Period(max(start, end - _LONGEST), end)


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2200 else None
