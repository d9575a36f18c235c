"""Sections of a text that came or went as a whole, by their titles and their sentences."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from math import ceil
from operator import attrgetter
from typing import NamedTuple

from conductatlas.changes.aligning.restated import common_share
from conductatlas.changes.layout.breaks import untitled_breaks
from conductatlas.changes.layout.former_versions import former_versions
from conductatlas.changes.layout.title_lines import LOWEST_HEADING, Title, has_capitals, lies_in, titles_in
from conductatlas.changes.layout.titles import title_place
from conductatlas.changes.sentences.other_words import Saying
from conductatlas.changes.sentences.said import Said
from conductatlas.provisions import content_stems
from conductatlas.reading import BlockKind, Document, kept_with_document, word_count, word_line

# A section came or went where so many of its sentences did, and such a share of them; one with fewer only with all of
# them, and one with fewer still beside another one.
_FEWEST, _LEAST = 4, 0.8
_FEWEST_OF_ALL = 3
# It is another one, renamed, where so much of its title, or of its words, is that of one that the other text lost; …
_SAME_TITLE, _FEWEST_COMMON, _TIMES_LONGER, _SAME_WORDS = 0.6, 2, 2, 0.5
# … less is enough where that stood in the same place, or its title is a part of the other one.
_SAME_NEARBY = 0.2
# It stood in another form, as the items of a list, where the other text lost, in one sentence, so much of what each of
# such a share of its sentences says.
_RESTATED, _MANY = 0.5, 0.15
# It did not come or go as a whole where one of so many of its sentences was edited.
_SURELY_OF = 40
_LONGEST_TITLE, _BEGINNING = 12, 6
# A line that ends in a colon may be a title from so many words on.
_FEWEST_WITH_COLON = 2
_NOTE = re.compile(r"\W*(?:please |important )?note\W*", re.IGNORECASE)
# What many titles have in them, by what the words begin with.
_USUAL = frozenset(("servic", "term", "policy", "polici", "inform", "user", "conten", "accoun"))
_BLOCK = attrgetter("block")
# 'section 4', '12.1', 'iv', 'b' ahead of a title.
_NUMBER = re.compile(
    r"\A(?:(?:section|article|part|chapter|schedule|annex) )?(?:\d+(?:\.\d+)*|[ivxlc]{1,5}|[a-z]) (?=\S)"
)


class Section(NamedTuple):
    """A section that stands in one of two texts alone: its title, how many sentences it has, and its blocks.

    `first` is the block of its title, `runs_in`: whether sentences stand in that, too, behind the title; `stop` is the
    block after its last one: that of the next title that may not be of a part of it.
    """

    title: str
    sentences: int
    first: int
    stop: int
    runs_in: bool = False

    def holds(self, block: int) -> bool:
        """Whether the sentences of a block stand in it."""
        return self.first - self.runs_in < block < self.stop


def whole_sections(
    document: Document,
    said: Sequence[Said],
    alone: frozenset[int],
    edited: Collection[int],
    other: Document,
    lost_there: Saying,
) -> tuple[Section, ...]:
    """The sections of a document that the other one has not, under no other title either, in the order of the text.

    `said` are its sentences, `alone` the places of those that stand in it alone, `edited` of those that the other one
    surely has in other words; `lost_there`: what those say that stand in the other one alone. A section within another
    one of these is a part of it, and what the title of the whole text stands over is no section. Nor is what the other
    one says in another form, as in the items of a list. A former version that a text holds is one section.
    """
    if len(alone) < _FEWEST_OF_ALL:
        return ()
    found = [one for one in _lacking(document, other) if not one.title.often and one.title.sure]
    coming = [
        one for one in found if any(_came(_within(said, one.above, stop), alone) for stop in (one.stop, one.farthest))
    ]
    if not coming:
        return ()
    lost = [_known(one, other) for one in _lacking(other, document)]
    ours = set(map(_without_number, document.word_lines))
    short = [
        at
        for at, number in enumerate(other.word_counts)
        if 0 < number <= _LONGEST_TITLE and _without_number(other.word_lines[at]) not in ours
    ]
    lines = {_stems(_without_number(other.word_lines[at])) for at in short}
    whole: list[Section] = []
    small: list[Section] = []
    renamed: list[_Titled] = []
    for one in coming:
        if any(former.first < one.first < former.stop for former in renamed):
            continue
        if _is_renamed(one, document, lost, lines):
            renamed.append(one)
            continue
        stop = one.farthest if _came(_within(said, one.above, one.farthest), alone) else one.stop
        places = _within(said, one.above, stop)
        if _SURELY_OF * sum(place in edited for place in places) > len(places):
            continue
        if _is_restated([said[place].line for place in places], lost_there):
            continue
        section = Section(one.title.text, len(places), one.first, stop, one.title.runs_in)
        own = sum(place in alone for place in places)
        if own >= (_FEWEST_OF_ALL if own == len(places) else _FEWEST):
            whole.append(section)
        elif alone.issuperset(places):
            small.append(section)
    whole.extend(_beside(whole, small))
    outermost = [one for one in whole if not any(_lies_within(one, other) for other in whole)]
    former = [
        Section(one.title, len(_within(said, one.first, one.stop)), one.first, one.stop)
        for one in former_versions(document)
        if document.word_lines[one.first] not in other.word_lines and _came(_within(said, one.first, one.stop), alone)
    ]
    # Of a former version that came or went its own sections say nothing, nor does its title above its line.
    rest = [
        one
        for one in outermost
        if not any(
            two.first <= one.first < two.stop or (one.first + 1 == two.first and two.title.startswith(one.title))
            for two in former
        )
    ]
    return tuple(sorted([*former, *rest], key=lambda one: one.first))


def _is_restated(lines: Sequence[str], lost_there: Saying) -> bool:
    """Whether the other text said a section in another form, by how much it said of each of its sentences."""
    enough = ceil(max(1, _MANY * len(lines)))
    return sum(1 for _ in islice((line for line in lines if lost_there.has(line, _RESTATED)), enough)) == enough


def _within(said: Sequence[Said], first: int, stop: int) -> list[int]:
    """The places of the sentences between two blocks."""
    return list(range(bisect(said, first, key=_BLOCK), bisect_left(said, stop, key=_BLOCK)))


def _came(places: Sequence[int], alone: Collection[int]) -> bool:
    return bool(places) and sum(place in alone for place in places) >= _LEAST * len(places)


class _Titled(NamedTuple):
    """A title, the block before which its section ends at the latest seen, and that before which it may end."""

    title: Title
    stop: int
    farthest: int

    @property
    def first(self) -> int:
        return self.title.place

    @property
    def above(self) -> int:
        """The block behind which its sentences begin."""
        return self.first - self.title.runs_in


@kept_with_document
def _sections(document: Document) -> list[_Titled]:
    """The titles of a text but its own, each with where its section ends."""
    titles = [
        one
        for one in titles_in(document)
        if one and (one.number or not one.runs_in) and _names_a_section(one, document)
    ]
    breaks, end = untitled_breaks(document), len(document.blocks)
    found = []
    for at, one in enumerate(titles):
        behind = next((place for place in range(at + 1, len(titles)) if not lies_in(titles[place], one)), len(titles))
        below = islice(titles, behind, None)
        farthest = next((other.place for other in below if not (lies_in(other, one) or _may_lie_in(other, one))), end)
        stop = titles[behind].place if behind < len(titles) else end
        # Text behind a thematic break is of no section above it.
        apart = next(iter(breaks[bisect(breaks, one.place) :]), end)
        found.append(_Titled(one, min(stop, apart), min(farthest, apart)))
    return [one for one in found if one.first != title_place(document)]


def _names_a_section(title: Title, document: Document) -> bool:
    """Whether a title is that of a section.

    A line such as 'For example:' or 'Definition:' leads into what stands right below it; one of several words with
    capitals, as 'Gates and Keys:', may be a title with a colon. 'NOTE' stands over a notice.
    """
    if _NOTE.fullmatch(title.text):
        return False
    is_marked = title.level < LOWEST_HEADING or document.blocks[title.place].kind is BlockKind.HEADING
    if is_marked or title.number or not document.visible[title.place].endswith(":"):
        return True
    return has_capitals(title.text) and word_count(title.text) >= _FEWEST_WITH_COLON


def _may_lie_in(inner: Title, outer: Title) -> bool:
    """Whether a line that no mark puts on a level may be of a part of a section whose heading is marked."""
    return inner.level > LOWEST_HEADING >= outer.level


# Both texts are asked about what either lacks.
@lru_cache(maxsize=2)
def _lacking(document: Document, other: Document) -> list[_Titled]:
    """The sections whose title is no line of another text, with whatever number, nor the beginning of one."""
    known = {_without_number(line) for line in other.word_lines if line.count(" ") < _LONGEST_TITLE}
    known.update(_without_number(word_line(one.text)) for one in titles_in(other) if one)
    return [one for one in _sections(document) if _without_number(word_line(one.title.text)) not in known]


def _beside(whole: Sequence[Section], small: Sequence[Section]) -> Iterator[Section]:
    """Small sections right behind or ahead of another one, or of one of these."""
    starts, stops = {one.first for one in whole}, {one.stop for one in whole}
    left = list(small)
    while left:
        near = [one for one in left if one.first in stops or one.stop in starts]
        if not near:
            return
        yield from near
        starts.update(one.first for one in near)
        stops.update(one.stop for one in near)
        left = [one for one in left if one not in near]


def _lies_within(one: Section, other: Section) -> bool:
    return other.first < one.first and one.stop <= other.stop


class _Known(NamedTuple):
    """What a section is known by: the stems of its title and of its words, and the titles beside it."""

    title: frozenset[str]
    said: frozenset[str]
    near: tuple[str, str] | None


def _known(one: _Titled, document: Document) -> _Known:
    return _Known(
        _stems(_without_number(word_line(one.title.text))), _stems_of(one, document), _neighbours(one, document)
    )


def _is_renamed(one: _Titled, document: Document, lost: Sequence[_Known], lines: Collection[frozenset[str]]) -> bool:
    """Whether a section is one that the other text lost under another title: by its title, its words and its place."""
    title, said, near = _known(one, document)
    if any(_are_alike(title, line) for line in lines):
        return True
    for former in lost:
        is_near = bool(near) and near == former.near
        if is_near and not title.isdisjoint(former.title):
            return True
        if _names_the_same(title, former.title):
            return True
        least = _SAME_NEARBY if is_near or _is_part_of(title, former.title) else _SAME_WORDS
        if common_share(said, former.said) >= least:
            return True
    return False


def _neighbours(one: _Titled, document: Document) -> tuple[str, str] | None:
    """The titles above and below a section, as lines of words; None where it has none on a side."""
    titles, level = titles_in(document), one.title.level
    above, below = (
        next((title for place in places if (title := titles[place]) and title.level <= level), None)
        for places in (range(one.first - 1, -1, -1), range(one.stop, len(titles)))
    )
    if above is None or below is None:
        return None
    return _without_number(word_line(above.text)), _without_number(word_line(below.text))


@lru_cache(maxsize=4096)
def _stems(line: str) -> frozenset[str]:
    """What the words of a line begin with, those of content, without numbers; personal data are information."""
    found = (stem[:_BEGINNING].rstrip("es") for stem in content_stems(line) if stem.isalpha())
    return frozenset("inform" if stem in ("data", "person") else stem for stem in found)


def _stems_of(one: _Titled, document: Document) -> frozenset[str]:
    return frozenset().union(*map(_stems, document.visible[one.above + 1 : one.stop]))


def _are_alike(title: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two titles, by their stems, have so much in common that one may be the other renamed."""
    shorter, longer = sorted((title, other), key=len)
    common = shorter & longer
    least = max(_FEWEST_COMMON, _SAME_TITLE * len(shorter))
    return len(longer) <= _TIMES_LONGER * len(shorter) and len(common) >= least and not common <= _USUAL


def _names_the_same(title: frozenset[str], other: frozenset[str]) -> bool:
    """Whether of two titles one is of a single word of its own, and the other of it and one more."""
    shorter, longer = sorted((title, other), key=len)
    return len(shorter) == 1 and len(longer) == _FEWEST_COMMON and shorter <= longer and _USUAL.isdisjoint(shorter)


def _is_part_of(title: frozenset[str], other: frozenset[str]) -> bool:
    shorter, longer = sorted((title, other), key=len)
    return bool(shorter) and shorter <= longer


def _without_number(line: str) -> str:
    """The words of a title in a line, without its number."""
    return _NUMBER.sub("", line, count=1)
