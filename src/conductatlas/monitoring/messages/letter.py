"""A letter: what a message says, whatever it is about, before it is written as text, HTML and JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from conductatlas.english import shortened
from conductatlas.monitoring.messages.told import ToldChange, record_address
from conductatlas.monitoring.record_names import clean
from conductatlas.monitoring.zones import local_moment

# Longer subjects are cut by mail programs anyway.
_LONGEST_SUBJECT = 150
_WATCHES_NAMED = 12


@dataclass(frozen=True, slots=True)
class ToldCorrection:
    """An entry of the errata log, on a record that has a name."""

    number: int
    record: str
    name: str
    done: str
    before: str
    after: str
    target: str
    reason: str
    decided_by: str
    decided_at: datetime

    @property
    def title(self) -> str:
        """What was done to which record."""
        return f"{self.record} {self.done}: {self.name}"

    @property
    def address(self) -> str:
        """The address of the record."""
        return record_address(self.record)

    @property
    def told(self) -> tuple[str, ...]:
        """What it said, what it says, and why, a sentence each."""
        parts = (("It said", self.before), ("It says now", self.after), ("Why", self.reason))
        return tuple(f"{word}: {text}" for word, text in parts if text)


@dataclass(frozen=True, slots=True)
class Group:
    """Changes under one heading, of which a letter about a single change has none."""

    title: str
    changes: tuple[ToldChange, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a message says. `event` names what it is about to programs, and `list_name` the kind of mail it is.

    `why` says why it comes, and `because` which watches asked for it, if any did. `more` is a sentence on what there
    was no room for, and `more_address` leads there. `period` is from when to when it tells, where it tells of a time.
    """

    event: str
    list_name: str
    subject: str
    heading: str
    why: str
    zone: ZoneInfo
    lead: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    corrections: tuple[ToldCorrection, ...] = ()
    more: str = ""
    more_address: str = ""
    because: tuple[str, ...] = ()
    period: tuple[datetime, datetime] | None = None

    @property
    def changes(self) -> tuple[ToldChange, ...]:
        """All changes that it tells of."""
        return tuple(change for group in self.groups for change in group.changes)

    @property
    def watched(self) -> tuple[str, ...]:
        """What the reader watches, as far as there is room for it."""
        more = len(self.because) - _WATCHES_NAMED
        return (*self.because[:_WATCHES_NAMED], *([f"{more:,} more"] if more > 0 else []))

    def moment(self, at: datetime) -> str:
        """A moment as the reader writes it."""
        return local_moment(at, self.zone)


def subject_line(text: str) -> str:
    """A subject: one line, without anything that could start another header, and not too long."""
    return shortened(clean(text), _LONGEST_SUBJECT, without=",;:.")


def with_subject(letter: Letter) -> Letter:
    """The same letter with its subject made safe for a header."""
    return replace(letter, subject=subject_line(letter.subject))
