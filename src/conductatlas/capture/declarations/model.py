"""What is declared: services, their terms, the sources of each, and how it is watched."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Range:
    """A part of a page from one element to another: those that two selectors match first.

    `with_start` and `with_end` tell whether these elements belong to it.
    """

    start: str
    end: str
    with_start: bool
    with_end: bool

    def __str__(self) -> str:
        start, end = "startBefore" if self.with_start else "startAfter", "endAfter" if self.with_end else "endBefore"
        return json.dumps({start: self.start, end: self.end}, ensure_ascii=False)


Selector = str | Range


@dataclass(frozen=True, slots=True)
class Filter:
    """A declared filter; `parameters` as JSON, empty where it has none.

    `available`: the filter is one that is built in here. The others are JavaScript, which is not run.
    """

    name: str
    parameters: str
    available: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One page of a document, and what of it is its text. Without `select` that is the page's main content.

    `execute_scripts` is None where the declaration leaves it to whoever fetches. `line` is where it is declared.
    """

    address: str
    select: tuple[Selector, ...] = ()
    remove: tuple[Selector, ...] = ()
    filters: tuple[Filter, ...] = ()
    execute_scripts: bool | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Expectations:
    """What holds of every state of a document. Lengths are in characters of visible text."""

    least_length: int | None = None
    most_length: int | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """How a document is watched, and for whom it is written: the fields that are our own. Empty: not said."""

    region: str = ""
    language: str = ""
    audience: str = ""
    cadence: timedelta | None = None
    expectations: Expectations = field(default_factory=Expectations)


@dataclass(frozen=True, slots=True)
class Terms:
    """One document of a service; its text is that of its sources, one after the other.

    `valid_until` is the last moment for which a former declaration holds, None for the current one.
    """

    service_id: str
    type: str
    sources: tuple[Source, ...]
    watch: Watch = field(default_factory=Watch)
    valid_until: datetime | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Service:
    """A service, its current declarations by type of terms, and the former ones, oldest first."""

    id: str
    name: str
    terms: tuple[Terms, ...]
    history: tuple[Terms, ...] = ()

    def at(self, terms_type: str, moment: datetime) -> Terms | None:
        """The declaration that holds for what was fetched at a moment: the first whose validity has not ended then."""
        for former in self.history:
            if former.type == terms_type and former.valid_until is not None and moment <= former.valid_until:
                return former
        return next((terms for terms in self.terms if terms.type == terms_type), None)
