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
    r"|(?P<first>\d{1,2})(?P<mark2>[-./])(?P<second>\d{1,2})(?P=mark2)(?P<year5>\d{4}))(?=T|\b)"
    r"|(?<!\d)(?P<year6>\d{4}) ?年 ?(?P<month6>\d{1,2}) ?月 ?(?P<day6>\d{1,2}) ?日",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"effective|(?:is|are|be|comes?|enters?) (?:in|into) force|(?:in|into) force (?:from|since|as of|on)|takes? effect"
    r"|entry into force|(?:appl(?:y|ies)|applicable|valid) (?:from|as of)"
    r"|prend(?:ra|ront)? effet|en vigueur|applicables? (?:à compter|au|depuis)|(?:in kraft|gültig) (?:ab|seit)|生效",
    re.IGNORECASE,
)
# 'The Act's revised version' is another text.
_UPDATED = re.compile(
    r"(?<!['’]s )(?:updated|revised|modified|last (?:changed|amended|reviewed)|published|version of"
    r"|(?:last|latest|most recent) (?:change|update|revision|modification|version)"
    r"|version(?: [\d.]{1,6},?)?(?: dated?(?: on)?| du)?:? ?\Z"
    r"|mise? à jour|modifiée? le|aktualisier|更新(?:日期|时间)|最近更新|发布(?:日期|时间)|版本)",
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
    "reviewed",
    "更新",
    "发布",
    "版本",
    "生效",
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


def find_dates(text: str, day_first: bool | None = None) -> Iterator[Fact]:
    """`effective-date` and `last-updated` by the words before the date: ISO 8601 dates, or months where no day stands.

    Figures alone are read where they can be read in one way: '06/02/2022' is a day of June or of February, unless
    `day_first` tells which.
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
        value = _iso(found, day_first) if max(effective, updated) >= 0 and not _UNTIL.search(before) else None
        if value:
            yield Fact(found.start(), found.end(), "effective-date" if effective > updated else "last-updated", value)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _iso(found: re.Match[str], day_first: bool | None) -> str | None:
    """What a date says in ISO 8601; None where it is none, or may be another."""
    part = found.groupdict()
    try:
        if part["year3"]:
            return date(int(part["year3"]), _month(part["month3"]), 1).isoformat()[:7]
        if part["year4"]:
            return date(int(part["year4"]), int(part["month4"]), int(part["day4"])).isoformat()
        if part["year6"]:
            return date(int(part["year6"]), int(part["month6"]), int(part["day6"])).isoformat()
        if part["year5"]:
            return _of_figures(int(part["first"]), int(part["second"]), int(part["year5"]), part["mark2"], day_first)
        month = _month(part["month"] or part["month2"])
        return date(int(part["year"] or part["year2"]), month, int(part["day"] or part["day2"])).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month; 0, which is none, for other words."""
    lowered = name.lower()
    return _NUMBER.get(lowered[:4], _NUMBER.get(lowered[:3], 0))


def _of_figures(first: int, second: int, year: int, mark: str, day_first: bool | None) -> str | None:
    """A date in figures with the year last: with points the day stands first, else where no month has such a number."""
    if mark == "." or first > 12:
        return date(year, second, first).isoformat()
    if second > 12 or first == second or day_first is False:
        return date(year, first, second).isoformat()
    return date(year, second, first).isoformat() if day_first else None
