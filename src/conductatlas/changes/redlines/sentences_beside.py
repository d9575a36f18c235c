"""Which sentences of two texts are one before and after, in order: what is compared word by word, and what is not.

Word by word alone, two texts keep the most words that stand in the same order, whosever they are: a sentence that was
edited may then lose its words to the next, and be struck and put in again farther on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes.aligning.alignment import out_of_order
from conductatlas.changes.language.edited_sentences import likeness_of_edit
from conductatlas.changes.language.sentence_ends import cut_at_sentences, draws_dots
from conductatlas.changes.language.signs import Signs
from conductatlas.changes.language.words import hashed_runs, in_order, likeness
from conductatlas.reading import word_line

# Sentences of which so many words in a row stayed are one that was edited, however much else came or went.
_LONG_RUN = 8
# … and so are two that begin with so many words alike, and have so much of both in common.
_FEWEST_BEGUN, _LIKE_IF_BEGUN = 3, 0.3
# A sentence of which several were made, or that was made of several: so much of each stands in it, all of a title, …
_WITHIN, _LONGEST_TITLE = 0.45, 4
# … and it is so much like all of them, which are so many at most.
_LIKE_ALL, _MOST_PARTS = 0.45, 100
# Above so many pairs of sentences between two that stayed, none are compared.
_MOST_COMPARED = 4_000
# Pieces of two texts that are one before and after; a side is empty where a piece went or came.
SentencePair = tuple[str, str]


def sentences_beside(old: str, new: str) -> list[SentencePair]:
    """The sentences of two texts, in order: all of both texts, what went before what came.

    Those between which nothing tells what belongs together are in one piece.
    """
    # Where a page no longer draws its dots, nothing tells where its items end.
    at_dots = draws_dots(old) == draws_dots(new)
    before, after = (cut_at_sentences(text, at_dots=at_dots) for text in (old, new))
    if len(before) < 2 and len(after) < 2:
        return [(old, new)]
    return list(_beside(_Side.of(before), _Side.of(after)))


class _Side(NamedTuple):
    """Sentences of one text in a row, and the words of each in a line."""

    texts: Sequence[str]
    lines: Sequence[str]

    @classmethod
    def of(cls, texts: Sequence[str]) -> _Side:
        return cls(texts, list(map(word_line, texts)))

    def part(self, start: int, end: int) -> _Side:
        return _Side(self.texts[start:end], self.lines[start:end])

    @property
    def whole(self) -> str:
        return "".join(self.texts)

    @property
    def words(self) -> list[str]:
        return " ".join(self.lines).split()


def _beside(old: _Side, new: _Side) -> Iterator[SentencePair]:
    left = right = 0
    for place, other in (*_anchors(old, new), (len(old.texts), len(new.texts))):
        yield from _between(old.part(left, place), new.part(right, other))
        yield from zip(old.texts[place : place + 1], new.texts[other : other + 1], strict=True)
        left, right = place + 1, other + 1


def _anchors(old: _Side, new: _Side) -> list[tuple[int, int]]:
    """The sentences that each text has once, in the same words, as far as they are in the same order."""
    places, others = (_once(side) for side in (old, new))
    same = {place: others[line] for line, place in places.items() if line in others}
    moved = out_of_order(same, lambda place, _: old.lines[place].count(" ") + 1)
    return [(place, same[place]) for place in sorted(same) if place not in moved]


def _once(side: _Side) -> dict[str, int]:
    times = Counter(side.lines)
    return {line: place for place, line in enumerate(side.lines) if times[line] == 1 and line}


def _between(old: _Side, new: _Side) -> Iterator[SentencePair]:
    """The sentences between two that stayed: those that are one edited, and what came or went beside them."""
    if not old.texts or not new.texts or len(old.texts) * len(new.texts) > _MOST_COMPARED:
        yield from _replaced(old, new)
        return
    left = right = 0
    for step in (*_best(old, new), _Step(len(old.texts), 0, len(new.texts), 0)):
        yield from _replaced(old.part(left, step.left), new.part(right, step.right))
        left, right = step.left + step.olds, step.right + step.news
        yield old.part(step.left, left).whole, new.part(step.right, right).whole


def _replaced(old: _Side, new: _Side) -> Iterator[SentencePair]:
    """Sentences none of which is one of the other side: in one piece where words in a row stayed all the same."""
    went, came = old.whole, new.whole
    if went and came and _share_a_run(old.words, new.words):
        yield went, came
    else:
        yield from (pair for pair in ((went, ""), ("", came)) if any(pair))


class _Step(NamedTuple):
    """So many sentences from a place on that are so many others before or after, and how much of them stayed."""

    left: int
    olds: int
    right: int
    news: int
    kept: float = 0.0


def _best(old: _Side, new: _Side) -> Iterator[_Step]:
    """What keeps most of two rows of sentences: those that are one, or one and its parts, in order."""
    steps = _steps(old, new)
    best = [[0.0] * (len(new.texts) + 1) for _ in range(len(old.texts) + 1)]
    taken: dict[tuple[int, int], _Step] = {}
    for left in reversed(range(len(old.texts))):
        for right in reversed(range(len(new.texts))):
            most = max(best[left + 1][right], best[left][right + 1])
            for step in steps.get((left, right), ()):
                kept = step.kept + best[left + step.olds][right + step.news]
                # Of two places that keep as much the first one is taken: an item stands behind its name.
                if kept > most or (kept == most and (left, right) not in taken):
                    most, taken[left, right] = kept, step
            best[left][right] = most
    left = right = 0
    while left < len(old.texts) and right < len(new.texts):
        found = taken.get((left, right))
        if found:
            yield found
            left, right = left + found.olds, right + found.news
        elif best[left][right] == best[left + 1][right]:
            left += 1
        else:
            right += 1


def _steps(old: _Side, new: _Side) -> dict[tuple[int, int], list[_Step]]:
    """What may be one before and after, by where it begins in both."""
    steps: dict[tuple[int, int], list[_Step]] = {}
    before, after = ([signs.of_line(line) for line in side.lines] for signs in [Signs()] for side in (old, new))
    runs, edited = lru_cache(maxsize=None)(_runs), lru_cache(maxsize=None)(likeness_of_edit)
    for left, one in enumerate(before):
        for right, other in enumerate(after):
            some = steps.setdefault((left, right), [])
            like = edited(one, other) if one and other else 0.0
            if not like and (one[:_FEWEST_BEGUN] == other[:_FEWEST_BEGUN] or not runs(one).isdisjoint(runs(other))):
                like = likeness(one, other, _LIKE_IF_BEGUN) if one and other else 0.0
            if like:
                some.append(_Step(left, 1, right, 1, _kept(like, one, other)))
            some += [_Step(left, 1, right, parts, kept) for parts, kept in _parts(one, after, right, edited)]
            became = _parts(other, before, left, lambda now, was: edited(was, now))
            some += [_Step(left, parts, right, 1, kept) for parts, kept in became]
    return steps


def _kept(like: float, one: str, other: str) -> float:
    """How much of two sentences that are so much like each other stayed: the words of both, by that."""
    return like * like * (len(one) + len(other))


def _share_a_run(one: Sequence[str], other: Sequence[str]) -> bool:
    return not set(hashed_runs(one, _LONG_RUN)).isdisjoint(hashed_runs(other, _LONG_RUN))


def _runs(sentence: str) -> frozenset[str]:
    """The long runs of a sentence, given with a sign for each word."""
    return frozenset(sentence[first : first + _LONG_RUN] for first in range(len(sentence) - _LONG_RUN + 1))


def _parts(
    one: str, others: Sequence[str], start: int, edited: Callable[[str, str], float]
) -> Iterator[tuple[int, float]]:
    """How many sentences from a place on one became, or was made of, and how much of them stayed.

    One of them may be the sentence itself, edited; the others stand in it, or stood. Each is given with a sign for each
    word.
    """
    together = ""
    has_edited = False
    for place in range(start, min(start + _MOST_PARTS, len(others))):
        part = others[place]
        least = _WITHIN if len(part) > _LONGEST_TITLE else 1.0
        if not part or in_order(part, one, least) < least:
            if has_edited or not edited(one, part):
                return
            has_edited = True
        together += part
        like = likeness(one, together, _LIKE_ALL) if place > start else 0.0
        if like >= _LIKE_ALL:
            yield place - start + 1, _kept(like, one, together)
