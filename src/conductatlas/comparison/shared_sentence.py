"""The sentence that two clauses have in common, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from conductatlas.assessment import goes_back
from conductatlas.comparison.clause import needs_line_above
from conductatlas.comparison.excerpts import sentence_ends
from conductatlas.comparison.likeness import rarity

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
# What stands ahead of a sentence and is none of its words: the mark of an item, the number of a section.
_MARK = re.compile(r"(?:[\s*•·+>-]+|\(?(?:[a-zA-Z][.)]|\d+(?:\.\d+)*[.)]?)\s)*")
# An item says what the line above its list makes of it.
_ITEM = re.compile(r"\s*[*•·+-]\s")
# A sentence ends so; what ends otherwise is a title, leads into a list, or is an item of one.
_ENDS = re.compile(r"[.!][\"”’)]?\Z")
# Markup, what goes on from another sentence, and references to something that is another thing in another text.
_NOT_QUOTED = re.compile(
    r"[*_\[\]|<>]|\A(?:However|But|Therefore|Also|When we do|If (?:so|you do|we do)|It|That|Those)\b"
    r"|\A(?:This|These) (?!terms|agreement|polic|privacy)|\b(?:they|them)\b"
    r"|\b(?:such|said|above|below|foregoing|following|herein|hereof|thereof|section|clause|click)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS, _MOST_WORDS = 6, 50
# What weighs less says little: that a text may change from time to time.
_LEAST_WEIGHT = 12.0
_MOST_CHARACTERS = 6_000

_Spans = Sequence[tuple[int, int]]


def shared_sentence(this: str, of_this: _Spans, other: str, of_other: _Spans) -> tuple[int, int] | None:
    """Where in the other text the sentence stands that both have word for word and that says most; None for none.

    Only sentences are looked at that lie in given slices of the texts: whole ones, as half of one says something else
    than all of it, and such as stand for themselves. The place is without the full stop.
    """
    ours = {_said(this[start:end]) for start, end in _sentences(this, tuple(of_this))}
    shared = [place for place in _sentences(other, tuple(of_other)) if _said(other[slice(*place)]) in ours]
    return max(shared, key=lambda place: rarity(other[slice(*place)]), default=None)


# One clause is compared with many.
@lru_cache(maxsize=64)
def _sentences(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The sentences of some slices of a text that can be quoted by themselves."""
    return tuple(_whole_sentences(text[:_MOST_CHARACTERS], spans))


def _whole_sentences(text: str, spans: _Spans) -> Iterator[tuple[int, int]]:
    start = 0
    for end in sentence_ends(text):
        sentence = text[start:end].rstrip()
        begins, ends = start + len(_mark_of(sentence)), start + len(sentence)
        if (
            any(first <= begins and ends <= last for first, last in spans)
            and _ENDS.search(sentence)
            and not (_ITEM.match(sentence) or needs_line_above(sentence))
            and _stands_alone(text[begins:ends])
        ):
            yield begins, ends - 1
        start = end


def _mark_of(sentence: str) -> str:
    found = _MARK.match(sentence)
    return found.group() if found else ""


def _stands_alone(sentence: str) -> bool:
    """Whether a sentence says something by itself."""
    words = len(_WORD.findall(sentence))
    return (
        _FEWEST_WORDS <= words <= _MOST_WORDS
        and sentence[:1].isupper()
        and not _NOT_QUOTED.search(sentence)
        and not goes_back(sentence)
        and rarity(sentence) >= _LEAST_WEIGHT
    )


def _said(sentence: str) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(sentence))
