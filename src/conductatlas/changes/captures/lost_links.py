"""Whether one of two captures lacks the words of its links: where the other one has them, its sentences have gaps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes.captures.plain_gaps import LINK, Gap, Word, links_in, plain_gaps, without_targets, words_in
from conductatlas.reading import Document, read_markdown

# What is said of a version where that is so.
MAY_LACK_LINKS = "One of the two captures may only lack the words of its links."
_CAME = "words of links came where the text before has gaps."
# What stands right ahead of a link in the midst of a sentence.
_IN_A_SENTENCE = re.compile(r"[\w,][ \t*_“”\"'(]*\Z")
# How many words on each side tell where a gap is.
_BESIDE = 4
# In so many places, and this share of those in the midst of a sentence whose words the other text lacks, it has just a
# gap; and it has links with words in no more than this share.
_FEWEST, _NEARLY_ALL, _NEXT_TO_NONE = 5, 0.8, 0.1


@dataclass(frozen=True, slots=True)
class LostLinks:
    """What one of two texts lacks, in nothing but the words of links, in so many `places`.

    `came`: whether the new text has the words. `before`: the old text, `old`, as it is compared with the new one: with
    the words that only that has, and without those that only it has itself; `pieces`: where, and by what. `filled`:
    both texts with all the words.
    """

    came: bool
    places: int
    old: Document
    before: Document
    pieces: tuple[_Piece, ...]
    filled: tuple[Document, Document]

    @property
    def told(self) -> str:
        """What is said of them, as a reason."""
        if self.came:
            return f"In {self.places:,} places {_CAME} {MAY_LACK_LINKS}"
        return f"In {self.places:,} places words of links went, and the text has gaps there. {MAY_LACK_LINKS}"

    def as_compared(self, quote: str) -> str:
        """A passage of the old text as it is compared."""
        places = self.old.places(quote)
        if not places:
            return quote
        first, *_, last = (*self._compared_as(*places[0]), *self._compared_as(*places[0])[-1:])
        return self.before.text[self.before.blocks[first].start : self.before.blocks[last].end]

    def blocks_of_old(self, blocks: frozenset[int]) -> frozenset[int]:
        """The blocks of the old text that are compared as any of some."""
        return frozenset(
            block for block in range(len(self.old.blocks)) if not blocks.isdisjoint(self._compared_as(block, block))
        )

    def _compared_as(self, first: int, last: int) -> list[int]:
        """The blocks as which some of the old text are compared; there is one at least."""
        start = self._moved(self.old.blocks[first].start)
        end = max(start + 1, self._moved(self.old.blocks[last].end + 1) - 1)
        found = [place for place, one in enumerate(self.before.blocks) if one.start < end and one.end > start]
        return found or [min(first, len(self.before.blocks) - 1)]

    def _moved(self, place: int) -> int:
        """Where something stands in the text as it is compared that begins at a place of the old one."""
        return place + sum(len(one.words) - (one.end - one.start) for one in self.pieces if one.start < place)


class _Piece(NamedTuple):
    """What stands in the place of some words of a text."""

    start: int
    end: int
    words: str


@lru_cache(maxsize=4)
def lost_links(old: Document, new: Document) -> LostLinks | None:
    """The words of links that one of two texts lacks; None where neither is sure to do so."""
    for came, lacking, having in ((True, old, new), (False, new, old)):
        gaps = _with_others(_marked_gaps(lacking, having), plain_gaps(lacking, having))
        if not gaps:
            continue
        fillers = [_Piece(one.at, one.at, one.filler(having)) for one in gaps]
        filled = _with_pieces(lacking, fillers)
        if came:
            return LostLinks(came, len(gaps), old, filled, tuple(fillers), (filled, new))
        gone = [_Piece(one.start, one.end, "") for one in gaps]
        return LostLinks(came, len(gaps), old, _with_pieces(old, gone), tuple(gone), (old, filled))
    return None


def with_words_of_links(old: Document, new: Document) -> tuple[Document, Document]:
    """Two texts, of which the one that may only lack words of links has them from the other."""
    found = lost_links(old, new)
    return (old, new) if found is None else found.filled


def links_came(reasons: Iterable[str]) -> bool | None:
    """Whether words of links came, by the reasons that are told of a version; None where neither text lacks them."""
    found = next((one for one in reasons if one.endswith(MAY_LACK_LINKS)), None)
    return None if found is None else _CAME in found


def _with_others(gaps: Sequence[Gap], others: Sequence[Gap]) -> list[Gap]:
    """Some gaps, in order, with those of others that are neither of words of theirs nor at their places."""
    alone = [
        one
        for one in others
        if all(gap.at != one.at and (gap.end <= one.start or gap.start >= one.end) for gap in gaps)
    ]
    return sorted((*gaps, *alone), key=lambda one: one.at)


def _marked_gaps(lacking: Document, having: Document) -> list[Gap]:
    """The gaps for what one text marks as links, in order; none where too few are surely such."""
    if len(links_in(having)) < _FEWEST or len(links_in(lacking)) > _NEXT_TO_NONE * len(links_in(having)):
        return []
    there = words_in(without_targets(lacking.text))
    stream = f" {' '.join(one.word for one in there)} "
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(there), -1, -1):
        places[_beside(there, place)].append(place)
    here = words_in(LINK.sub(lambda found: " " * len(found[0]), having.text))
    gaps: list[Gap] = []
    sure = others = 0
    for start, end, ahead in _groups(having, here):
        is_sure = _IN_A_SENTENCE.search(having.text[max(0, start - 20) : start]) is not None
        found = places.get(_beside(here, ahead))
        before = having.text[here[ahead - 1].end : start] if ahead else "\n"
        after = having.text[end : here[ahead].start] if ahead < len(here) else "\n"
        if found and ("\n" not in before or "\n" not in after):
            place = found.pop() if len(found) > 1 else found[0]
            is_behind = "\n" not in before
            gaps.append(Gap(start, end, there[place - 1].end if is_behind else there[place].start, is_behind))
            sure += is_sure
        elif is_sure:
            words = [one.word for one in here[max(0, ahead - 2) : ahead]]
            words += [one.word for one in words_in(LINK.sub(r"\1", having.text[start:end]))]
            others += f" {' '.join(words)} " not in stream
    return sorted(gaps, key=lambda one: one.at) if sure >= max(_FEWEST, _NEARLY_ALL * (sure + others)) else []


def _groups(having: Document, here: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Links between which stands no word, together: where they begin and end, and how many words stand ahead."""
    ahead = 0
    group: tuple[int, int, int] | None = None
    for start, end in links_in(having):
        while ahead < len(here) and here[ahead].start < start:
            ahead += 1
        if group and group[2] == ahead and "\n" not in having.text[group[1] : start]:
            group = group[0], end, ahead
            continue
        if group:
            yield group
        group = start, end, ahead
    if group:
        yield group


def _beside(some: Sequence[Word], place: int) -> tuple[str, ...]:
    """The words on both sides of a place between words."""
    ahead = [one.word for one in some[max(0, place - _BESIDE) : place]]
    return (*ahead, "|", *(one.word for one in some[place : place + _BESIDE]))


def _with_pieces(document: Document, pieces: Sequence[_Piece]) -> Document:
    """A text with other words for some of its own."""
    parts, last = [], 0
    for start, end, words in sorted(pieces, key=lambda one: one[:2]):
        parts += [document.text[last:start], words]
        last = end
    return read_markdown("".join([*parts, document.text[last:]]))
