"""Dates that a document states of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters

# The months by how they begin, in English, French and German, in small letters.
_MONTHS = (
    ("jan", "jän"),
    ("feb", "fév", "fev"),
    ("mar", "mär"),
    ("apr", "avr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aoû", "aou"),
    ("sep",),
    ("oct", "okt"),
    ("nov",),
    ("dec", "déc", "dez"),
)
_NUMBER = {beginning: number for number, months in enumerate(_MONTHS, 1) for beginning in months}
# In English with a capital: 'may' in small letters is a verb.
_ENGLISH = r"(?-i:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?|[A-Z]{3,9})"
_FRENCH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_GERMAN = r"(?:jänner|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_NAME = rf"(?:{_ENGLISH}|{_FRENCH}|{_GERMAN})"
# Beside a day and a year a month written out is one in small letters too, but for 'may'.
_WRITTEN_OUT = r"(?:january|february|march|april|june|july|august|september|october|november|december)"
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)? ?(?:of )?(?P<month>{_NAME}|{_WRITTEN_OUT}) ?,? ?(?P<year>\d{{4}})"
    rf"|(?P<month2>{_ENGLISH}|{_WRITTEN_OUT})[ /](?P<day2>\d{{1,2}})(?:st|nd|rd|th)? ?[,.]? ?(?P<year2>\d{{4}})"
    rf"|(?P<month3>{_NAME})(?: ?,? ?|-)(?P<year3>\d{{4}})"
    r"|(?P<year4>\d{4})(?P<mark>[-./])(?P<month4>\d{2})(?P=mark)(?P<day4>\d{2})"
    r"|(?P<first>\d{1,2})(?P<mark2>[-./])(?P<second>\d{1,2})(?P=mark2)(?P<year5>\d{4}))(?=T|\b)",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"effective|(?:is|are|be|comes?|enters?) (?:in|into) force|(?:in|into) force (?:from|since|as of|on)|takes? effect"
    r"|entry into force|(?:appl(?:y|ies)|applicable|valid) (?:from|as of)"
    r"|prend(?:ra|ront)? effet|en vigueur|applicables? (?:à compter|au|depuis)|(?:in kraft|gültig) (?:ab|seit)",
    re.IGNORECASE,
)
# 'The Act's revised version' is another text.
_UPDATED = re.compile(
    r"(?<!['’]s )(?:updated|revised|modified|last (?:change|update|revision|modification)|published|version of"
    r"|version(?: [\d.]{1,6},?)?(?: dated?(?: on)?| du)?:? ?\Z"
    r"|mise? à jour|modifiée? le|aktualisier)",
    re.IGNORECASE,
)
# A line of nothing else: 'Date: 3 May 2024', 'Formulated on 3 May 2024'.
_OF_LINE = re.compile(
    r"\W*(?:dated?|stand|(?:formulated|established|enacted|adopted|issued|posted|drafted|released|amended)(?: on)?)\W*",
    re.IGNORECASE,
)
# 'Until the entry into force of the 2020 revised act' tells no day of this document.
_UNTIL = re.compile(r"\buntil (?:the )?entry into force of (?:the )?\Z", re.IGNORECASE)
_REACH = 60
# No date is longer before its year.
_BEFORE_YEAR = 30
_YEAR = re.compile(r"\d\d\d\d")
_HINTS = (
    "effect",
    "effet",
    "force",
    "appl",
    "valid",
    "updat",
    "revis",
    "modif",
    "last change",
    "published",
    "version",
    "date",
    "stand",
    "jour",
    "vigueur",
    "kraft",
    "gültig",
    "aktualis",
    "formulat",
    "establish",
    "enact",
    "adopt",
    "issued",
    "posted",
    "draft",
    "released",
    "amend",
)


def find_dates(text: str) -> Iterator[Fact]:
    """`effective-date` and `last-updated` by the words before the date: ISO 8601 dates, or months where no day stands.

    Figures alone are read where they can be read in one way: '06/02/2022' is a day of June or of February.
    """
    lowered = small_letters(text)
    if not any(hint in lowered for hint in _HINTS):
        return
    year = _YEAR.search(text)
    if year is None:
        return
    for found in _DATE.finditer(text, max(0, year.start() - _BEFORE_YEAR)):
        before = text[max(0, found.start() - _REACH) : found.start()]
        effective, updated = _last(_EFFECTIVE, before), _last(_UPDATED, before)
        if updated < 0 and _OF_LINE.fullmatch(text, 0, found.start()):
            updated = 0
        value = _iso(found) if max(effective, updated) >= 0 and not _UNTIL.search(before) else None
        if value:
            yield Fact(found.start(), found.end(), "effective-date" if effective > updated else "last-updated", value)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _iso(found: re.Match[str]) -> str | None:
    """What a date says in ISO 8601; None where it is none, or may be another."""
    part = found.groupdict()
    try:
        if part["year3"]:
            return date(int(part["year3"]), _month(part["month3"]), 1).isoformat()[:7]
        if part["year4"]:
            return date(int(part["year4"]), int(part["month4"]), int(part["day4"])).isoformat()
        if part["year5"]:
            return _of_figures(int(part["first"]), int(part["second"]), int(part["year5"]), part["mark2"])
        month = _month(part["month"] or part["month2"])
        return date(int(part["year"] or part["year2"]), month, int(part["day"] or part["day2"])).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month; 0, which is none, for other words."""
    lowered = name.lower()
    return _NUMBER.get(lowered[:4], _NUMBER.get(lowered[:3], 0))


def _of_figures(first: int, second: int, year: int, mark: str) -> str | None:
    """A date in figures with the year last: with points the day stands first, else where no month has such a number."""
    if mark == "." or first > 12:
        return date(year, second, first).isoformat()
    return date(year, first, second).isoformat() if second > 12 or first == second else None
