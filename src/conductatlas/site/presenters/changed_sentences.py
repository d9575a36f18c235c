"""The sentences in which two versions differ, for their reader: those that say most, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from conductatlas.changes import (
    MOST_SHOWN,
    Copy,
    Section,
    Segment,
    SegmentKind,
    SentenceChange,
    SentenceChanges,
    announced,
    gravity_by,
    label_ahead,
    redline,
    sentence_changes,
    states_by,
    without_ends_that_stand,
)
from conductatlas.english import count, series, short_series, shortened, times
from conductatlas.provisions import default_finder, reads_language
from conductatlas.reading import BETWEEN_CELLS, Document, word_line
from conductatlas.site.presenters.redlines import TextPair

# How much of what leads into a sentence is shown.
_LONGEST_LEAD_IN = 160
# How many sections that came or went are named; the others are counted.
_MOST_SECTIONS = 12
# So many tables are told.
_MOST_TABLES = 6
_NOT_COMPARED = "The texts differ in too much to be compared sentence by sentence."
_OF_LOST_NOTES = "The text still refers to numbered notes, so what went may be notes that the capture lacks."
_OF_NEW_NOTES = "The text referred to numbered notes before, so what came may be notes that the capture before lacked."
# A row that stayed in part, and changed.
_FEWEST_WITH_CHANGE = 2
# Where so much else changed, sentences that stand in more places than before, or in fewer, are no news.
_FEWEST_COPIES = 5
# So many of them are named, each up to this length.
_MOST_COPIES, _LONGEST_COPY = 3, 200


@dataclass(frozen=True, slots=True)
class ChangedSentences:
    """The sentences that say most of what came, went or was edited between two texts, in the order of the text.

    `fewer`, `more`: how many stand in both texts, word for word or nearly, in fewer places than before or in more.
    `counted` tells all these numbers in words; it is empty where there is nothing to tell. `are_chosen`: whether others
    differ than are shown, `are_ranked`: whether these are those that say most, as far as the language is judged.
    """

    counted: str
    shown: tuple[SentenceChange, ...]
    came: int
    went: int
    edited: int
    fewer: int
    more: int
    are_chosen: bool = False
    are_ranked: bool = True

    @property
    def are_counted(self) -> bool:
        """Whether any sentence is told to be other; not where the texts differ in too much to be compared so."""
        return bool(self.came or self.went or self.edited or self.fewer or self.more)

    @property
    def captioned(self) -> tuple[tuple[str, SentenceChange], ...]:
        """The sentences, each with the line that stands above it; empty where that is the one above the last."""
        places = [None, *(_place(one) for one in self.shown)]
        return tuple(
            ("" if place == _place(one) else caption(one, is_first=place is None or not any(place[:2])), one)
            for place, one in zip(places, self.shown, strict=False)
        )

    @property
    def has_nearest(self) -> bool:
        """Whether beside one of those that are shown stands what the other text has nearest."""
        return any(one.nearest for one in self.shown)


def _place(one: SentenceChange) -> tuple[str, str, bool]:
    return one.under, one.lead_in, one.stood


def caption(one: SentenceChange, *, is_first: bool) -> str:
    """Where a sentence stands or, where it went, stood before; the first one, and one behind others without a
    title or a lead-in, needs no line that it is elsewhere.
    """
    too = "which went too" if one.stood else "which came too"
    places = [f"under “{one.under}”{f', {too}' if one.under_alone else ''}"] if one.under else []
    places += [f"after “{one.lead_in}”{f', {too}' if one.lead_in_alone else ''}"] if one.lead_in else []
    if not places and is_first:
        return ""
    said = ", ".join(places) or "elsewhere in the text"
    return f"Before, {said}" if one.stood else said[0].upper() + said[1:]


def nearest_told(one: SentenceChange) -> str:
    """What the other text has nearest to a sentence that came or went, with that it is; empty where it has nothing."""
    return f"Nearest in the text {'now' if one.stood else 'before'}: “{one.nearest}”" if one.nearest else ""


def changed_sentences(pair: TextPair, language: str) -> ChangedSentences:
    """Compare two texts sentence by sentence; `language` is that of the document, as far as it is known."""
    found = sentences_between(pair, language)
    texts = [one.after or one.before for one in found.told]
    shown = tuple(
        replace(
            one,
            under=_under(one),
            lead_in=_shown(ahead or one.lead_in),
            lead_in_alone=one.ahead_new if ahead else one.lead_in_alone,
            segments=_redline(one, pair) if one.how == "edited" else _with_those_beside(one, texts),
        )
        for one, before in zip(found.told, ("", *texts), strict=False)
        for ahead in [_told_ahead(one, before, texts)]
    )
    are_chosen = not found.compared or found.came + found.went + found.edited > len(found.told) + found.told_with
    numbers = found.came, found.went, found.edited, found.fewer, found.more
    return ChangedSentences(_counted(found), shown, *numbers, are_chosen, reads_language(language))


def _told_ahead(one: SentenceChange, before: str, shown: Collection[str]) -> str:
    """The sentence that one speaks of, where that stood already or is shown itself, but not right above it."""
    return one.ahead if one.ahead != before and (not one.ahead_alone or one.ahead in shown) else ""


def _with_those_beside(one: SentenceChange, shown: Collection[str]) -> tuple[Segment, ...]:
    """A sentence that came or went with the one that it speaks of, and what denies it behind, where these did so too.

    What says right behind it what is so instead is shown wherever it is from. Not with one that is shown itself.
    """
    kind = one.segments[0].kind
    ahead = (Segment(kind, f"{one.ahead_of_it} "),) if one.ahead_alone and one.ahead not in shown else ()
    behind = (Segment(kind, f" {one.behind}"),) if one.behind else ()
    stood = (Segment(SegmentKind.SAME, f" {one.stood_behind}"),) if one.stood_behind else ()
    return (*ahead, *one.segments, *behind, *stood)


def _redline(edited: SentenceChange, pair: TextPair) -> tuple[Segment, ...]:
    """All that is other in an edited sentence: also what the text has elsewhere, which is not what it tells of."""
    if edited.in_other_words:
        return edited.segments
    segments = without_ends_that_stand(redline(edited.before, edited.after), *pair.kept())
    return _from_label(segments, edited.after, pair.read()[1])


def _from_label(segments: tuple[Segment, ...], row: str, document: Document) -> tuple[Segment, ...]:
    """The redline of a row of a table from the nearest line in bold on, where its first cell changed below several."""
    if BETWEEN_CELLS not in row or len(segments) < _FEWEST_WITH_CHANGE or segments[0].kind is not SegmentKind.SAME:
        return segments
    ahead = segments[0].text
    # By its first cell a row is known.
    if BETWEEN_CELLS in ahead:
        return segments
    label = label_ahead(document, row, ahead)
    begun = ahead.rfind(label) if label else 0
    return (Segment(SegmentKind.SAME, f"[…] {ahead[begun:]}"), *segments[1:]) if begun > 0 else segments


def _under(one: SentenceChange) -> str:
    """The heading over a sentence, with the section that it is a part of, and the one that says for whom both hold."""
    under = one.under
    section = "" if word_line(under) in word_line(one.section) else one.section
    for over in (section, one.scope):
        if over and over.rstrip(" .:") not in under:
            under = f"{over} > {under}" if under else over
    return under


def _shown(lead_in: str) -> str:
    """What leads into a list as it is shown above an item: a long one up to where it turns what follows, or cut."""
    return lead_in if len(lead_in) <= _LONGEST_LEAD_IN else announced(lead_in) or shortened(lead_in, _LONGEST_LEAD_IN)


@lru_cache(maxsize=128)
def sentences_between(pair: TextPair, language: str) -> SentenceChanges:
    """The sentences in which two texts differ, worked out once."""
    finder = default_finder()
    return sentence_changes(*pair.read(), MOST_SHOWN, gravity_by(finder, language), states_by(finder, language))


def _counted(found: SentenceChanges) -> str:
    if not found.compared:
        return _NOT_COMPARED
    were = "was edited" if found.edited == 1 else "were edited"
    kinds = (("came", found.came, "came"), ("went", found.went, "went"), ("edited", found.edited, were))
    told = [
        f"{_sentences_and_rows(number, found.rows.get(kind, 0))} {how}{_in_places(number, found.places.get(kind, 0))}"
        for kind, number, how in kinds
        if number
    ]
    said = [f"{series(told)}."] if told else []
    said += [
        _sections(titles, how, among_others=beside)
        for some, beside, how in (
            (found.new_sections, found.came_beside, "came"),
            (found.gone_sections, found.went_beside, "went"),
        )
        if (titles := _titles(some))
    ]
    said += [_OF_LOST_NOTES] if found.lost_notes else [_OF_NEW_NOTES] if found.new_notes else []
    said += [
        f"{f'The table under “{one.under}”' if one.under else 'A table'} {how}."
        for some, how in ((found.new_tables, "came as a whole"), (found.gone_tables, "went as a whole"))
        for one in some[:_MOST_TABLES]
    ]
    changed = found.came + found.went + found.edited
    # Of many none is named, and where much else changed it is no news that some do.
    said += [
        f"{count(number, 'sentence')} {'stands' if number == 1 else 'stand'} {how} often in the text than before,"
        f" word for word or nearly{_copies(copies, where) if are_named else '.'}"
        for number, how, copies, where in (
            (found.fewer, "less", found.fewer_told, ("no longer", "still")),
            (found.more, "more", found.more_told, ("now also", "as before")),
        )
        for are_named in [len(copies) == number <= _MOST_COPIES]
        if number and (not changed or (are_named and changed < _FEWEST_COPIES))
    ]
    return " ".join(said)


def _sentences_and_rows(number: int, rows: int) -> str:
    """So many sentences, of which some are rows of tables, in words."""
    told = [count(some, noun) for some, noun in ((number - rows, "sentence"), (rows, "row")) if some]
    return " and ".join(told)


def _copies(copies: Sequence[Copy], where: tuple[str, str]) -> str:
    """Which sentences stand in fewer places, or in more: where only one text has them, and where both have."""
    named = [
        f"“{shortened(one.text, _LONGEST_COPY)}”"
        + "".join(
            f", {how} under “{under}”" for how, under in zip(where, (one.under, one.also_under), strict=True) if under
        )
        for one in copies
    ]
    return f": {'; '.join(named)}."


def _in_places(number: int, places: int) -> str:
    """In how many places so many sentences stand; empty where each stands in one."""
    return f" (in {count(places, 'place')})" if places > number else ""


def _sections(titles: Sequence[str], how: str, *, among_others: bool) -> str:
    """Which sections came or went as a whole; among others, where sentences did that are in none of them.

    Those may be all of a section, too, of which a sentence only seems to stand in the other text.
    """
    named = f"The section{'s' if len(titles) > 1 else ''} {short_series(titles, _MOST_SECTIONS)} {how} as a whole"
    return f"{named}, among other sections or sentences." if among_others else f"{named}."


def _titles(sections: Sequence[Section]) -> list[str]:
    """The titles of sections, each once."""
    often = Counter(one.title for one in sections)
    return [f"“{title}”{f' ({times(number)})' if number > 1 else ''}" for title, number in often.items()]
