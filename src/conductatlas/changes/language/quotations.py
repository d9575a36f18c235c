"""A sentence quoted around the words of it that changed: with its beginning, and with what turns their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, takewhile
from typing import NamedTuple

from rapidfuzz.distance import Indel

from conductatlas.reading import passing_words, sentences, word_line

# A sentence of no more words is quoted whole, …
_MOST_WORDS_WHOLE = 32
# … and of a longer one its first words, so many ahead of those that changed, and so many behind.
_BEGINNING, _AHEAD, _BEHIND = 6, 8, 5
# If these are fewer, more of those behind.
_FEWEST_QUOTED = 16
# Of more words that changed, those are quoted up to where a clause ends, within these bounds.
_FEWEST_CHANGED, _MOST_CHANGED = 14, 24
# A word that turns the meaning of others is quoted with so many ahead of it and behind, and no more than so many are.
_BEFORE_TURNING, _AFTER_TURNING, _MOST_TURNING = 2, 4, 2
# How many words and sentences are kept in their plain form.
_MOST_PLAIN = 32_768
# Fewer words are not left out.
FEWEST_LEFT_OUT = 3
# Two edits with fewer kept words between them are one.
_FEWEST_BETWEEN = 3
CLAUSE_ENDS = (",", ";", ":", ")", ".")
# What joins words to those around them, or marks an item.
# What an item of a list ends with that others follow.
_JOINS_ITEMS = re.compile(r"[;,] (?:and|or|and/or)\W*\Z", re.IGNORECASE)
_JOINS = " \t,;:.!?…–—-|*•·\"“”‘’'"
_ITEM = re.compile(
    r"\A(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+(?=\S)|\d{1,2}(?:\.\d{1,2})+(?:\.?\s+(?=[A-Z])|\.(?=[A-Z])))"
)
_FOOTNOTE = re.compile(r"\[+\d{1,3}\]+")
# Of a company's form, or of letters that stand for words, the full stop is a part.
_SHORT_FOR = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp)|\.[A-Z])\.\Z")
_QUOTED = re.compile(r'"([^"]*)"')
_BRACKETS = {"(": ")", "[": "]"}
_TURNING = re.compile(
    r"not|no|never|neither|nor|none|nothing|nobody|cannot|without|\w+n['’]t|unless|except|excepting|excluding|only|if"
    r"|provided|until|solely|outside|(?:prohibit|forb[ia]d|refrain|prevent|avoid|refus|declin|restrict|opt-?out)\w*"
    r"|other|apart|instead|rather"
)
_CONDITIONS = frozenset(
    (
        *("unless", "except", "excepting", "excluding", "only", "if", "provided", "until", "solely"),
        *("outside", "other", "apart", "instead", "rather"),
    )
)
_TURNS_NOTHING = re.compile(
    r"not (?:be )?limited|without limit|not only|if (?:any|applicable|necessary)|provided (?!that\b)"
    # 'for purposes other than …'
    r"|other(?! than\b)|apart(?! from\b)|instead(?! of\b)|rather(?! than\b)"
)


class Edit(NamedTuple):
    """Words of a sentence that changed, by their places in it: from the first to the one after the last."""

    first: int
    stop: int


def edits(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Edit, Edit]]:
    """The edits between two sentences, given by their words: where each stands in both."""
    found: list[tuple[Edit, Edit]] = []
    for step in Indel.opcodes(list(map(plain, old)), list(map(plain, new))):
        if step.tag == "equal":
            continue
        left, right = Edit(step.src_start, step.src_end), Edit(step.dest_start, step.dest_end)
        if found and left.first - found[-1][0].stop < _FEWEST_BETWEEN:
            before, after = found.pop()
            left, right = Edit(before.first, left.stop), Edit(after.first, right.stop)
        found.append((left, right))
    for left, right in (_without_kept_ends(old, new, *pair) for pair in found):
        if word_line(" ".join(old[left.first : left.stop])) != word_line(" ".join(new[right.first : right.stop])):
            yield left, right


def _without_kept_ends(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> tuple[Edit, Edit]:
    """An edit without the words that it ends with, or else begins with, on both sides: they stayed."""
    (first, stop), (start, end) = left, right
    while first < stop and start < end and plain(old[stop - 1]) == plain(new[end - 1]):
        stop, end = stop - 1, end - 1
    while first < stop and start < end and plain(old[first]) == plain(new[start]):
        first, start = first + 1, start + 1
    return Edit(first, stop), Edit(start, end)


# Words, most of the time: the lines of blocks that are remembered should not make room for them.
@lru_cache(maxsize=_MOST_PLAIN)
def plain(shown: str) -> str:
    """A word or a sentence as it is compared: without the numbers of footnotes and the marks around words."""
    return " ".join(passing_words(_FOOTNOTE.sub("", shown)))


def quoted_around(shown: Sequence[str], edit: Edit) -> str:
    """A sentence, given by its words, in which what is far from those of an edit is left out if it is long."""
    if len(shown) <= _MOST_WORDS_WHOLE:
        return alone(" ".join(shown))
    first, stop = edit
    end = min(stop, _end_of_changed(shown, edit))
    kept = {
        *range(_BEGINNING),
        *range(_start_of_clause(shown, first), end),
        *(range(stop, _end_of_clause(shown, stop)) if end == stop else ()),
    }
    kept |= {*range(stop, stop + _FEWEST_QUOTED - len(kept))} if end == stop else set()
    for place in _turning_around(shown, first, end):
        kept |= {*range(max(0, place - _BEFORE_TURNING), place + _AFTER_TURNING)}
    return _without_halves(alone(with_ellipses(shown, kept | {*_names_gone_on(shown, kept)})))


def _without_halves(text: str) -> str:
    """A text without quotation marks of which the other half is in what was left out."""
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text if text.count("“") == text.count("”") else text.replace("“", "").replace("”", "")


def _names_gone_on(shown: Sequence[str], kept: set[int]) -> Iterator[int]:
    """The words with which a name goes on that would be cut behind an abbreviation: 'U.S. District Court'."""
    for place in kept:
        if place < len(shown) and place + 1 not in kept and _SHORT_FOR.search(shown[place]):
            yield from takewhile(lambda one: shown[one][:1].isupper(), range(place + 1, len(shown)))


def turning(words: Sequence[str]) -> list[int]:
    """The places of the words that deny or limit what others say; in 'but not limited to' none does."""
    return [
        place
        for place, word in enumerate(words)
        if _may_turn(word) and not _TURNS_NOTHING.match(" ".join(map(plain, words[place : place + 3])))
    ]


@lru_cache(maxsize=_MOST_PLAIN)
def _may_turn(word: str) -> bool:
    """Whether a word denies or limits what others say, unless what stands behind it keeps it from that."""
    return _TURNING.fullmatch(plain(word)) is not None


def denies(words: Sequence[str]) -> bool:
    """Whether one of some words denies what others say; what only limits it does not."""
    return any(plain(words[place]) not in _CONDITIONS for place in turning(words))


def limits(words: Sequence[str]) -> bool:
    """Whether one of some words limits what others say, or excepts something of it."""
    return any(plain(words[place]) in _CONDITIONS for place in turning(words))


def announced(lead_in: str) -> str:
    """A lead-in as it is quoted above one of its items, where it turns what they mean; empty where it does not."""
    shown = lead_in.split()
    # Of a long one the last sentence is enough where that turns what they mean.
    last = sentences(lead_in)[-1].split() if len(shown) > _MOST_WORDS_WHOLE else shown
    shown = last if turning(last) else shown
    places = turning(shown)
    return quoted_around(shown, Edit(places[-1], len(shown))) if places else ""


def alone(run: str) -> str:
    """A run of words without what only joins it to those around it, the sign of an item and half a pair of brackets."""
    whole = " ".join(run.split())
    text, before = _ITEM.sub("", _JOINS_ITEMS.sub("", whole.lstrip(_JOINS)), count=1), ""
    ends = " …" if text.endswith(" …") else "." if _SHORT_FOR.search(text) else ""
    while text != before:
        before, text = text, text.strip(_JOINS)
        for opens, closes in _BRACKETS.items():
            inner = text[1:-1] if text[:1] == opens and text[-1:] == closes else closes
            if text.count(opens) > text.count(closes) and text.startswith(opens):
                text = text[1:]
            elif text.count(closes) > text.count(opens) and text.endswith(closes):
                text = text[:-1]
            elif opens not in inner and closes not in inner:
                text = inner
    return _with_its_quotes(text, whole) + ends


def _with_its_quotes(text: str, whole: str) -> str:
    """A text cut from a whole with the half of a pair of quotation marks that was cut off beside it, in single ones."""
    place = whole.find(text)
    if whole[:place].count('"') % 2 and whole[:place].endswith('"'):
        text = f'"{text}'
    if text.count('"') % 2 and whole[place:].partition(text.lstrip('"'))[2].startswith('"'):
        text = f'{text}"'
    return _QUOTED.sub(r"‘\1’", text)


def _end_of_changed(shown: Sequence[str], edit: Edit) -> int:
    """Up to where the words of an edit are quoted."""
    most = range(edit.first + _FEWEST_CHANGED, edit.first + _MOST_CHANGED)
    if edit.stop <= most.stop:
        return edit.stop
    return next((place for place in reversed(most) if _ends(shown[place - 1], (",", ";", "."))), most.stop)


def _start_of_clause(shown: Sequence[str], first: int) -> int:
    nearest, farthest = max(0, first - _AHEAD), max(0, first - 2 * _AHEAD)
    ahead = range(farthest, min(first, nearest + 1))
    return next((place + 1 for place in reversed(ahead) if _ends(shown[place], CLAUSE_ENDS)), nearest)


def _end_of_clause(shown: Sequence[str], start: int) -> int:
    behind = range(start, min(len(shown), start + _BEHIND))
    return next((place + 1 for place in behind if _ends(shown[place], (",", ";", ":", "."))), behind.stop)


def _ends(word: str, signs: tuple[str, ...]) -> bool:
    """Whether a word ends with one of some signs, and not with the full stop of an abbreviation."""
    return word.endswith(signs) and not _SHORT_FOR.search(word)


def _turning_around(shown: Sequence[str], first: int, end: int) -> Iterable[int]:
    """The places of the last words that turn what is quoted ahead of it, and of the first that does behind it.

    A denial behind it does so only within its clause.
    """
    places = turning(shown)
    yield from [place for place in places if place < first][-_MOST_TURNING:]
    clause = next((place for place in range(max(0, end - 1), len(shown)) if shown[place].endswith(CLAUSE_ENDS)), end)
    behind = (place for place in places if place >= end)
    yield from [place for place in behind if place <= clause or plain(shown[place]) in _CONDITIONS][:1]


def with_ellipses(shown: Sequence[str], kept: set[int]) -> str:
    """Some words of a sentence, with … for the others where these are more than a few."""
    parts: list[str] = []
    for is_kept, run in groupby(range(len(shown)), key=kept.__contains__):
        places = list(run)
        few = len(places) < FEWEST_LEFT_OUT
        if is_kept or few:
            parts += [shown[place] for place in places]
        else:
            parts = [*parts[:-1], *(one.rstrip(_JOINS) for one in parts[-1:]), "…"]
    return " ".join(parts)
