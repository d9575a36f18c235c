"""Dates that a document states of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters

_NUMBER = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
# With a capital: 'may' in small letters is a verb.
_MONTH = r"(?-i:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?|[A-Z]{3,9})"
_DATE = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH}),? (\d{{4}})"
    rf"|({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})"
    r"|(\d{4})-(\d{2})-(\d{2}))\b",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"effective|(?:is|are|be|comes?|enters?) (?:in|into) force|in force (?:from|since|as of)|takes? effect"
    r"|applies from|apply from",
    re.IGNORECASE,
)
# 'The Act's revised version' is another text.
_UPDATED = re.compile(r"(?<!['’]s )(?:updated|revised|modified|last change|version of)", re.IGNORECASE)
_REACH = 60
# No date is longer before its year.
_BEFORE_YEAR = 30
_YEAR = re.compile(r"\d\d\d\d")
_HINTS = ("effect", "force", "appl", "updated", "revised", "modified", "last change", "version")


def find_dates(text: str) -> Iterator[Fact]:
    """`effective-date` and `last-updated`, as ISO 8601 dates, by the words before the date."""
    lowered = small_letters(text)
    if not any(hint in lowered for hint in _HINTS):
        return
    year = _YEAR.search(text)
    if year is None:
        return
    for found in _DATE.finditer(text, max(0, year.start() - _BEFORE_YEAR)):
        before = text[max(0, found.start() - _REACH) : found.start()]
        effective, updated = _last(_EFFECTIVE, before), _last(_UPDATED, before)
        value = _iso(found)
        if value and max(effective, updated) >= 0:
            yield Fact(found.start(), found.end(), "effective-date" if effective > updated else "last-updated", value)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _iso(found: re.Match[str]) -> str | None:
    day, month, year, month2, day2, year2, year3, month3, day3 = found.groups()
    try:
        if year3:
            return date(int(year3), int(month3), int(day3)).isoformat()
        number = _NUMBER.get((month or month2)[:3].lower(), 0)
        return date(int(year or year2), number, int(day or day2)).isoformat()
    except ValueError:
        return None
