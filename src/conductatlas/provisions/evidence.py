"""The words of a passage that a reader is shown for a grade: enough of the sentence to see it by, and no more."""

from __future__ import annotations

import re
from itertools import pairwise

from conductatlas.provisions.sentences import whole_spans
from conductatlas.reading import visible_text

# In words: a sentence up to this length is shown whole, of a longer one so much.
_MOST = 45
# A piece that has fewer goes on with what comes after it.
_FEW = 20
# What has no more may be a title, and goes with the sentence behind it.
_LONGEST_TITLE = 2
# So many of them ahead of the words that count, where nothing else says where to begin.
_AHEAD = 8
_PIECE = re.compile(
    r"[;:]\s+|\s[–—]\s?|\s+(?=\(\w{1,4}\)\s)|,\s+(?=(?:and|or|but|nor|so|if|unless|except|provided|which|who|where|when"
    r"|while|whereas|including|such as|we|you|it|they|without)\b)",
    re.IGNORECASE,
)
# An exception from the words is shown with them, where it follows so soon; in so many words more at most.
_EXCEPTION = re.compile(r"(?:unless|except)\b(?!\W+(?:expressly |as )?otherwise\b)", re.IGNORECASE)
_SOON, _MOST_WITH_EXCEPTION = 2, 60
_NUMBER = re.compile(r"(?:[*+•|-]\s*|\(?[a-zA-Z0-9]{1,4}(?:\.\d+)*[.)]\s+|\d+(?:\.\d+)+\.?\s+)+")
_WORD = re.compile(r"\S+")
_MORE = "…"
_LOOSE = " \n,;:–—|"


def evidence(passage: str, start: int, end: int) -> str:
    """The words from `start` to `end` of a passage with those about them, as a reader sees them.

    Of words that run over several sentences the first and the last of these are shown, and what may be a title with
    the sentence behind it.
    """
    spans = whole_spans(passage)
    sentences = [one for one in spans if one[0] < end and start < one[1]]
    if start >= end or not sentences:
        return visible_text(passage[start:end])
    first, last = sentences[0], sentences[-1]
    if first == last:
        shown = _shown(passage, first, start, end)
        behind = next((one for one in spans if one[0] >= first[1]), None)
        if _count(shown) > _LONGEST_TITLE or behind is None:
            return shown
        rest = visible_text(passage[slice(*behind)]).split()
        return " ".join((shown, *rest[:_MOST], *([_MORE] if len(rest) > _MOST else [])))
    begins = _shown(passage, first, start, first[1])
    ends = _shown(passage, last, last[0], end)
    return f"{begins.removesuffix(_MORE).rstrip()} {_MORE} {ends.removeprefix(_MORE).lstrip()}"


def _shown(passage: str, sentence: tuple[int, int], start: int, end: int) -> str:
    """Of a sentence, as a reader sees it, the piece that some of its words stand in."""
    whole, said = visible_text(passage[slice(*sentence)]).strip(), visible_text(passage[start:end]).strip()
    ahead = len(visible_text(passage[sentence[0] : start]).strip())
    found = whole.find(said, max(0, ahead - 1))
    found = found if found >= 0 else whole.find(said)
    if found < 0 or not said:
        return said
    number = _NUMBER.match(whole)
    begin = min(number.end() if number else 0, found)
    first, last = _piece(whole, begin, found, found + len(said))
    shown = whole[first:last].strip(_LOOSE)
    opening = f"{_MORE} " if first > begin else ""
    goes_on = whole[last:].strip(_LOOSE) or whole.endswith(":")
    return f"{opening}{shown} {_MORE}" if goes_on else f"{opening}{shown}"


def _piece(whole: str, begin: int, start: int, end: int) -> tuple[int, int]:
    """Where the piece of a sentence, from `begin` on, begins and ends that is shown for the words in it."""
    if _count(whole[begin:]) <= _MOST:
        return begin, len(whole)
    cuts = (one.end() for one in _PIECE.finditer(whole, begin))
    # What is in brackets is cut nowhere.
    bounds = [begin, *(cut for cut in cuts if whole.count("(", 0, cut) <= whole.count(")", 0, cut)), len(whole)]
    left = max(place for place, one in enumerate(bounds) if one <= start)
    right = min(place for place, one in enumerate(bounds) if one >= end)
    if _count(whole[bounds[left] : bounds[right]]) > _MOST:
        return _cut(whole, bounds[left], start, end, bounds[right])
    while left > 0 and _count(whole[bounds[left - 1] : bounds[right]]) <= _MOST:
        left -= 1
    while right + 1 < len(bounds) and _count(whole[bounds[left] : bounds[right]]) < _FEW:
        if _count(whole[bounds[left] : bounds[right + 1]]) > _MOST:
            break
        right += 1
    return bounds[left], _end_of_exception(whole, bounds[right:])


def _end_of_exception(whole: str, bounds: list[int]) -> int:
    """Where the exception ends that one of the next pieces behind a quotation is; else where the quotation does."""
    for begin, end in list(pairwise(bounds))[:_SOON]:
        if _EXCEPTION.match(whole, begin):
            return end if _count(whole[bounds[0] : end]) <= _MOST_WITH_EXCEPTION else bounds[0]
    return bounds[0]


def _cut(whole: str, first: int, start: int, end: int, last: int) -> tuple[int, int]:
    """A piece that is too long, cut at words."""
    words = [one.span() for one in _WORD.finditer(whole, first, last)]
    at = max(place for place, one in enumerate(words) if one[0] <= start)
    to = max(place for place, one in enumerate(words) if one[0] < end)
    from_word = max(0, at - _AHEAD)
    to_word = min(len(words) - 1, max(to, from_word + _MOST - 1))
    return words[from_word][0], words[to_word][1]


def _count(words: str) -> int:
    return len(words.split())
