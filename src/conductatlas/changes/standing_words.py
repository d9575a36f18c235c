"""What a passage took up or gave away while its text has it before and after: that did not come, and did not go."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import chain

from conductatlas.changes.kept import KeptText
from conductatlas.changes.redline import Segment, SegmentKind, redline
from conductatlas.changes.words import spaced_line
from conductatlas.reading import (
    BLOCKS_IN_MEMORY,
    block_words,
    passing_words,
    read_markdown,
    visible_text,
    word_count,
    word_line,
)

# A sentence with the white space behind it.
_SENTENCES = re.compile(r"\S.*?(?:(?<=[.!?;:])\s+|\n+|\Z)", re.DOTALL)
# Where a sentence, an item or a cell of a table ends in a text as it stands.
_BOUNDS = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|\n(?=\s*(?:[*+>#-]|\d+[.)]))|\|")
# Shorter lines stand in many places, and say little there.
_FEWEST_WORDS = 5
# Each sentence is held against all others: passages of more are compared as they are.
_MOST_SENTENCES = 120
# A text with more new sentences was written anew: none of them is looked through for one that is nearly the same.
_MOST_ANEW = 300
# One may be part of another that is longer.
_LONGEST = 3
# Of two sentences that are nearly the same, so many of the shorter one's words are, in this order.
_NEARLY = 0.8
# … and at least so many of its distinct words are in the longer one.
_NEARLY_SHARED = 0.7


def sentence_at(passage: str, start: int, end: int) -> str:
    """The sentence, the item or the cell of a passage in which a place of it lies, as a reader sees it."""
    bounds = _bounds_of(passage)
    first = bisect_right(bounds, (start, len(passage))) - 1
    last = bisect_left(bounds, (end, end))
    return visible_text(passage[bounds[first][1] : bounds[last][0] if last < len(bounds) else len(passage)])


@lru_cache(maxsize=16)
def _bounds_of(passage: str) -> Sequence[tuple[int, int]]:
    return ((0, 0), *(found.span() for found in _BOUNDS.finditer(passage)))


def did_not_go(words: str, text: KeptText) -> bool:
    """Whether some words of an old passage, as a reader sees them, still stand in the new text; not of too few."""
    return word_count(words) >= _FEWEST_WORDS and text.times(words) > 0


def did_not_come(words: str, old: KeptText, new: KeptText) -> bool:
    """Whether some words of a new passage stood in the old text, and as often as in the new one; not of too few."""
    return word_count(words) >= _FEWEST_WORDS and old.times(words) >= max(1, new.times(words))


# One passage may state several clause types.
@lru_cache(maxsize=64)
def redline_within(before: str, after: str, old: str, new: str) -> tuple[Segment, ...]:
    """The redline of two passages of two texts, which strikes and inserts only what the texts lost and gained.

    The passages are given as a reader sees them, the texts as they stand. What is struck are words of the passage
    before in a row, what is inserted words of the one after; what is neither may be in one of them alone, where the
    other text has it elsewhere. Of a sentence that the other text has in nearly the same words, and has anew, those
    that it lacks are marked. Where a side is empty, nothing is struck or nothing inserted. Very long passages are
    compared as they are.
    """
    plain = redline(before, after)
    if max(len(_SENTENCES.findall(one)) for one in (before, after)) > _MOST_SENTENCES:
        return plain
    had, has = _counts_of(old), _counts_of(new)

    def stood(sentence: str) -> bool:
        line = word_line(sentence)
        return had[line] >= max(1, has[line])

    def stands(sentence: str) -> bool:
        line = word_line(sentence)
        return has[line] > 0 and (has[line] >= had[line] or line.count(" ") + 1 >= _FEWEST_WORDS)

    old_only, new_only = _Anew(_anew_in(old, new), before), _Anew(_anew_in(new, old), after)
    for nearly in (True, False) if before and after else (False,):
        said = _with_what_stands(before, after, stood, old_only if nearly else None)
        says = _with_what_stands(after, before, stands, new_only if nearly else None)
        found = _of_their_own(redline(said, says), before, after)
        if found:
            return found
    return plain


def _of_their_own(segments: Sequence[Segment], before: str, after: str) -> tuple[Segment, ...]:
    """A redline of which each deletion stands in the old passage, each insertion in the new one; empty where none can.

    A run that is too short to be kept between two edits is struck and inserted anew: of a sentence that one passage
    alone has, only one of both is left.
    """
    own = {SegmentKind.DELETED: spaced_line(before), SegmentKind.INSERTED: spaced_line(after)}
    left = []
    for place, one in enumerate(segments):
        if one.kind in own and spaced_line(one.text) not in own[one.kind] and word_line(one.text):
            beside = segments[place + 1 : place + 2] if one.kind is SegmentKind.DELETED else segments[:place][-1:]
            if not any(other.kind in own and _in_order(one.text, other.text) for other in beside):
                return ()
        else:
            left.append(one)
    joined = [
        " ".join(one.text for one in left if one.kind is not kind)
        for kind in (SegmentKind.INSERTED, SegmentKind.DELETED)
    ]
    whole = _in_order(before, joined[0]) and _in_order(after, joined[1])
    return tuple(left) if whole else ()


def _in_order(some: str, others: str) -> bool:
    """Whether all words of a text stand in another one in their order, whatever stands between them."""
    left = iter(word_line(others).split())
    return all(word in left for word in word_line(some).split())


def _with_what_stands(passage: str, other: str, holds: Callable[[str], bool], anew: _Anew | None) -> str:
    """The words of a passage, and those of another's sentences that its text holds elsewhere, where the other has them.

    A sentence that the passage has in other words was edited there; of one that the text has `anew` in nearly the same
    words, those are taken that it shares.
    """
    own, others = _SENTENCES.findall(passage), _SENTENCES.findall(other)
    lines = [one.strip() for one in own]
    place, space = 0, " "
    for one in others:
        line = one.strip()
        known = line in lines
        at = lines.index(line, place) if known and line in lines[place:] else None
        if not known:
            stands = line if holds(line) else ""
            if not stands:
                edited, likeness = _most_like(line, lines)
                at = edited if likeness >= _NEARLY else None
                stands = anew.shared_with(line) if anew and at is None else ""
            if stands:
                if place and not own[place - 1][-1].isspace():
                    own[place - 1] += space
                own.insert(place, stands + (_space_behind(one) or " "))
                lines.insert(place, stands.strip())
                at = place
        if at is not None:
            place, space = max(place, at + 1), _space_behind(one) or " "
    return "".join(own).rstrip()


class _Anew:
    """The sentences that one of two texts has, but not in one passage of it, and of which the other text has none."""

    def __init__(self, anew: Sequence[tuple[str, str]], passage: str) -> None:
        self._anew, self._own = anew, spaced_line(passage)

    @cached_property
    def _sentences(self) -> list[str]:
        return [one for one, line in self._anew if f" {line} " not in self._own]

    def shared_with(self, sentence: str) -> str:
        """Of a sentence, the words that a nearly equal one of them has too; empty where there is none."""
        if len(self._anew) > _MOST_ANEW:
            return ""
        place, likeness = _most_like(sentence, self._sentences)
        if likeness < _NEARLY:
            return ""
        shown = sentence.split()
        matcher = SequenceMatcher(None, shown, self._sentences[place].split(), autojunk=False)
        return " ".join(
            word for block in matcher.get_matching_blocks() for word in shown[block.a : block.a + block.size]
        )


def _space_behind(sentence: str) -> str:
    return sentence[len(sentence.rstrip()) :]


# Of a text, several passages are mostly compared one after the other.
@lru_cache(maxsize=8)
def _sentences_of(text: str) -> Sequence[tuple[str, str]]:
    """The sentences of a text as a reader sees them, each with its words in a line."""
    read = read_markdown(text)
    blocks = (block_words(read, block) for block in range(len(read.blocks)))
    return tuple(chain.from_iterable(map(_sentences_in, blocks)))


# Most blocks of a text stood in the version before.
@lru_cache(maxsize=BLOCKS_IN_MEMORY // 4)
def _sentences_in(visible: str) -> Sequence[tuple[str, str]]:
    """The sentences of a block as a reader sees it, each with its words in a line."""
    found = _SENTENCES.findall(visible)
    if len(found) == 1:
        return ((visible, word_line(visible)),)
    return tuple((one.strip(), " ".join(passing_words(one))) for one in found)


@lru_cache(maxsize=8)
def _anew_in(text: str, other: str) -> Sequence[tuple[str, str]]:
    """The sentences of a text of which another one has none, each with its words in a line."""
    known = _counts_of(other)
    return tuple(found for found in _sentences_of(text) if found[1] not in known)


@lru_cache(maxsize=8)
def _counts_of(text: str) -> Counter[str]:
    """How often a text has each sentence, by its words in a line."""
    return Counter(line for _, line in _sentences_of(text) if line)


@lru_cache(maxsize=8192)
def _words_of(sentence: str) -> tuple[list[str], frozenset[str]]:
    words = sentence.split()
    return words, frozenset(words)


def _most_like(sentence: str, others: Iterable[str]) -> tuple[int, float]:
    """The place of the sentence that is most like one, and how like it is from 0 to 1.

    Short ones are like none, and those that are not nearly the same may be told as that too, which is sooner known.
    """
    words, distinct = _words_of(sentence)
    best = (0, 0.0)
    if len(words) < _FEWEST_WORDS:
        return best
    matcher = SequenceMatcher(None, b=words, autojunk=False)
    for place, other in enumerate(others):
        other_words, others_distinct = _words_of(other)
        least, most = sorted((len(words), len(other_words)))
        # To count is much quicker than to compare.
        if (
            least < _FEWEST_WORDS
            or least * _LONGEST < most
            or len(distinct & others_distinct) < _NEARLY_SHARED * min(len(distinct), len(others_distinct))
            or sum(map(others_distinct.__contains__, words)) < _NEARLY * least
            or sum(map(distinct.__contains__, other_words)) < _NEARLY * least
        ):
            continue
        matcher.set_seq1(other_words)
        same = sum(block.size for block in matcher.get_matching_blocks())
        best = max(best, (place, same / least), key=lambda found: found[1])
    return best
