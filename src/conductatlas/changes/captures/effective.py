"""Since when a version says that it applies, and how that compares with the day on which it was seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from conductatlas.changes.layout.titles import title_of
from conductatlas.english import count, day
from conductatlas.provisions import find_stated_dates
from conductatlas.reading import Document, sentences

# Documents say since when they apply at their head or, some, at their foot. In blocks with words.
_HEAD, _FOOT = 25, 6
_LONGEST_LINE = 400
# Farther from both ends only a line that begins with a day counts, where no other line names one.
_FARTHEST_HEAD, _FARTHEST_FOOT, _LONGEST_DATE = 60, 40, 45
# A day without a word beside it is the document's own in so many lines at its head and foot, where it is the only one.
_TOP, _BOTTOM = 12, 2
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ", re.IGNORECASE)
_LABEL = "Date: "
# How the last sentence of a paragraph begins that tells the day of the document.
_OF_ITSELF = re.compile(
    r"(?:this|these|the|our) (?:[\w’'-]+ ){0,3}(?:policy|notice|statement|terms|conditions|agreement|addendum|rules"
    r"|guidelines|code|document|version|page) |(?:last|latest|effective|updated|version|date)\b",
    re.IGNORECASE,
)
# Of a longer one, its beginning may be what would have been a line: 'Last updated: 3 May 2024 By clicking …'.
_BEGINNING = 250
_DATED, _EFFECTIVE = "dated", "effective-date"
_OF_VERSIONS = frozenset((_EFFECTIVE, "last-updated"))
# What a banner says of a text that is still to come: its day is not that of the text below.
_COMING = re.compile(
    r"\bwe(?:'re| are)(?: \w+ly)? (?:updating|introducing|making|changing)\b"
    r"|\bwe(?:'ll| will)(?: be)? (?:updat|chang|mak)",
    re.IGNORECASE,
)
# 'UpdatedMarch 23, 2023Print': a label and its day that a page sets apart by style alone, and what stands behind them.
_GLUED = re.compile(
    r"(?<=[a-z])(?=(?:January|February|March|April|May|June|July|August|September|October|November|December) \d)"
    r"|(?<=[ /.-](?:19|20)\d\d)(?=[A-Z][a-z])"
)
# '…, or the day on which you accept them, if earlier.'
_ON_CONDITION = re.compile(
    r"[,;]? ?(?P<condition>\(?(?:or|unless|except|subject to|provided|whichever|if|when)\b[^.;]{3,160}?)(?=[.;]|\Z)"
)
# 'Effective Date in the EEA: …', beside another day for all others.
_FOR_SOME = re.compile(r"\b(?i:effective)(?: (?i:date))? (?:in|outside(?: of)?|within|for) (?:the )?[A-Z]")
# Kinds of days by what is said of them.
_CALLED = {
    "last-updated": ", the day of its last update",
    _EFFECTIVE: ", the day from which it says that it applies",
    _DATED: "",
}
# A text that names a day is mostly seen within so many days of it, in days.
_LATELY = 31
# The length of a month in ISO 8601; a day is longer.
_MONTH = len("2024-05")
_YEAR = len("2024")


def effective_date(document: Document) -> date | None:
    """The day from which on a document says that it applies; None where it names none, or several in one line.

    Some apply from one day to those who are new, or who live in one place, and from another to all others.
    """
    for stated in _stated_lines(document):
        named = {day for kind, day in stated if kind == _EFFECTIVE and len(day) > _MONTH}
        if named:
            is_one = len(named) == 1 and not _names_days_for_some(document)
            return date.fromisoformat(named.pop()) if is_one else None
    return None


def _names_days_for_some(document: Document) -> bool:
    """Whether a document names several days from which on it applies, one of them for the people of some place."""
    lines = [visible for visible in document.visible if 0 < len(visible) <= _LONGEST_LINE]
    named = [
        (line, day)
        for line in _near_ends(lines)
        for kind, day in _stated(line)
        if kind == _EFFECTIVE and len(day) > _MONTH
    ]
    return len({day for _, day in named}) > 1 and any(_FOR_SOME.search(line) for line, _ in named)


def days_of_version(document: Document) -> frozenset[str]:
    """The days (ISO 8601, or the months) from which on a document says that it applies, or when it was updated."""
    return frozenset(day for _, day in _stated_days(document))


def latest_day(document: Document, day_first: bool | None = None) -> date | None:
    """The latest of the days of a version that a document names; of a month its last day but a few.

    `day_first`: whether of a day in figures that can be read in two ways the day stands ahead; if None, it is not read.
    """
    named = max((day for _, day in chain.from_iterable(_stated_lines(document, day_first))), default="")
    return date.fromisoformat(named if len(named) > _MONTH else f"{named}-28") if named else None


def is_dated_later(old: Document, new: Document) -> bool:
    """Whether both versions of a document name their day, and the new one a later day, however figures are read."""
    return all(
        before is not None and after is not None and after > before
        for day_first in (True, False)
        for before, after in [(latest_day(old, day_first), latest_day(new, day_first))]
    )


def begins_after(document: Document) -> int:
    """The block at the head of a document that says since when it applies; 0 where none does.

    What stands above it is a banner, or tells of the document.
    """
    lines = [block for block, visible in enumerate(document.visible) if visible and len(visible) <= _LONGEST_LINE]
    return next((block for block in lines[:_HEAD] if _stated(document.visible[block])), 0)


def _stated_days(document: Document) -> Iterator[tuple[str, str]]:
    """The days that a document names of itself, in the order of its lines: the kind of date, and the day (ISO 8601)."""
    return chain.from_iterable(_stated_lines(document))


def _stated_lines(document: Document, day_first: bool | None = None) -> Iterator[tuple[tuple[str, str], ...]]:
    """The same, by the lines that name any; where no line by itself does, by how the paragraphs at the head begin."""
    shown = [visible for visible in document.visible if visible]
    lines = [visible for visible in shown if len(visible) <= _LONGEST_LINE]
    near = _near_ends(lines)
    # Below a day at the foot other texts may be listed, as those before this one.
    far = (*lines[_HEAD:_FARTHEST_HEAD], *lines[-_FARTHEST_FOOT:])
    dated = (line[:_LONGEST_DATE] for line in far if len(line) <= _BEGINNING)
    beginnings = (visible[:_BEGINNING] for visible in shown[:_HEAD] if len(visible) > _LONGEST_LINE)
    ends = (sentences(visible)[-1] for visible in shown[-_FOOT:] if len(visible) > _LONGEST_LINE)
    own = (end for end in ends if len(end) <= _BEGINNING and _OF_ITSELF.match(end))
    for some in (near, dated, (*beginnings, *own)):
        found = [stated for line in some if (stated := _stated(line, day_first))]
        if found:
            yield from found
            return
    yield from _alone((*lines[:_TOP], *lines[-_BOTTOM:]))


def _near_ends(lines: Sequence[str]) -> tuple[str, ...]:
    return (*lines[:_HEAD], *lines[_HEAD:][-_FOOT:])


def _alone(lines: Iterable[str]) -> Iterator[tuple[tuple[str, str], ...]]:
    """The day of a line that is nothing else, if only one day has a line of its own among some."""
    days = {day for line in lines if (day := _only(line))}
    if len(days) == 1:
        yield ((_DATED, days.pop()),)


def _only(line: str) -> str:
    """The day that a line is, in ISO 8601; empty where it says more, or is none."""
    said = f"{_LABEL}{_WEEKDAY.sub('', line.rstrip(' .'), count=1)}" if len(line) <= _LONGEST_DATE else ""
    whole = (fact for fact in find_stated_dates(said) if (fact.start, fact.end) == (len(_LABEL), len(said)))
    return next((fact.value for fact in whole), "")


@lru_cache(maxsize=32768)
def _stated(line: str, day_first: bool | None = None) -> tuple[tuple[str, str], ...]:
    """The days on which a line says that the document applies or was updated; a banner on a coming one has none."""
    if _COMING.search(line):
        return ()
    return tuple(
        (fact.kind, fact.value)
        for fact in find_stated_dates(_GLUED.sub(" ", line), day_first)
        if fact.kind in _OF_VERSIONS
    )


def new_effective_date(old: Document, new: Document) -> date | None:
    """The day from which on a new version says that it applies, where the old one named another or none.

    None where the texts have other titles, and the day of either stands in the other too: a page with two texts names
    the day of each, and that of the first is not that of the other.
    """
    stated, before = effective_date(new), effective_date(old)
    if stated == before:
        return None
    if title_of(old) != title_of(new):
        days = ((old, new, stated), (new, old, before))
        if any(day and _names_in_a_line_of(there, here, _EFFECTIVE, day.isoformat()) for there, here, day in days):
            return None
    return stated


def dates_moved(old: Document, new: Document) -> tuple[str, ...]:
    """How the days that two texts name of themselves differ: a sentence for each kind of which both name just one.

    Where each names one day alone, and of another kind, it is one sentence. A day whose line stands in both texts is
    that of the document before and after, and the other one that of something else on the page.
    """
    before, after = ({kind: day for kind in _CALLED if (day := _only_day(text, kind))} for text in (old, new))
    if any(_names_in_a_line_of(old, new, *one) for one in after.items()):
        return ()
    if any(_names_in_a_line_of(new, old, *one) for one in before.items()):
        return ()
    both = [kind for kind in before if kind in after]
    if both or not len(before) == len(after) == 1:
        return tuple(
            f"Its own date{_CALLED[kind]}{',' * bool(_CALLED[kind])} moved from {_in_words(before[kind])} to "
            f"{_in_words(after[kind])}."
            for kind in both
            if before[kind] != after[kind]
        )
    ((was, day_before),) = before.items()
    ((kind, day_after),) = after.items()
    if day_before == day_after:
        return ()
    stated = f"{_in_words(day_before)}{_CALLED[was]}{',' * bool(_CALLED[was])} to {_in_words(day_after)}{_CALLED[kind]}"
    return (f"Its own date moved from {stated}.",)


def _names_in_a_line_of(other: Document, document: Document, kind: str, day: str) -> bool:
    """Whether a line in which a document names a day, of a kind, stands in another one too, word for word."""
    stood = frozenset(other.word_lines)
    return any(
        line in stood and (kind, day) in _stated(visible)
        for visible, line in zip(document.visible, document.word_lines, strict=True)
        if 0 < len(visible) <= _LONGEST_LINE and day[:_YEAR] in visible
    )


def _only_day(document: Document, kind: str) -> str:
    """The one day, or month, of a kind that a document names of itself; empty where it names none or several.

    Of a line that tells when it was made and when it was last updated, the latter counts.
    """
    lines = [named for line in _stated_lines(document) if (named := {day for one, day in line if one == kind})]
    named = {max(days) for days in lines} if kind == "last-updated" else set[str]().union(*lines)
    return next(iter(named)) if len(named) == 1 else ""


def _in_words(stated: str) -> str:
    return day(date.fromisoformat(stated)) if len(stated) > _MONTH else f"{date.fromisoformat(f'{stated}-01'):%B %Y}"


def condition_of(effective: date, document: Document) -> str:
    """What a document puts behind the day from which on it applies: 'or the day you accept it, if earlier'."""
    for line in filter(None, document.visible):
        if len(line) > _LONGEST_LINE or str(effective.year) not in line:
            continue
        for fact in find_stated_dates(line):
            found = _ON_CONDITION.match(line[fact.end :])
            if fact.kind == _EFFECTIVE and fact.value == effective.isoformat() and found:
                return found["condition"]
    return ""


def notice(effective: date, seen: date, condition: str = "") -> str:
    """One sentence on a stated day and the day on which the version was seen first.

    `condition`: what the document puts behind the day.
    """
    days = (effective - seen).days
    stated = f"The document says that it applies from {day(effective)}{f' “{condition}”' if condition else ''}"
    if days > 0:
        return f"{stated}; it was seen {count(days, 'day')} before."
    if days == 0:
        return f"{stated}, the day on which it was seen."
    if days >= -_LATELY:
        return f"{stated}; it was already in force, for {count(-days, 'day')}, when it was seen."
    # A day so long ago may be that of an older version, which this one forgot to change.
    return f"{stated}, {count(-days, 'day')} before it was seen."
