"""The words of a passage that its reader is told: those that came, those that gave way to others, those that went.

A sentence that came or went is quoted; of one that was edited, what it said before and what it says now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from conductatlas.changes.language.pairing import each_once
from conductatlas.changes.language.quotations import Edit, alone, announced, edits, plain, quoted_around, turning
from conductatlas.changes.language.signs import Signs
from conductatlas.changes.language.words import in_order, letters_of, likeness, more_in, spaced_line
from conductatlas.changes.layout.table_rows import has_rows, paired_rows
from conductatlas.english import shortened
from conductatlas.provisions import content_stems
from conductatlas.reading import word_count, word_line

# Fewer words that say something by themselves are no news of their own.
_FEWEST_OF_CONTENT = 2
# What else changed is told beside what changed most where it says so much.
_FEWEST_BESIDE = 6
# A whole sentence weighs as many words more, as one says more than some words of it, …
_WEIGHT_OF_WHOLE = 3
# … and so does who may or must do something, or how much, where that is denied, limited or another.
_WEIGHT_OF_STRENGTH = 6
# A longer sentence weighs no more.
_MOST_WEIGHT = 20
# Two sentences are one before and after where so much of all their words, or of those of the shorter one that say
# something, is common to both …
_LIKE, _LIKE_IN_CONTENT, _FEWEST_ALIKE, _LEAST_ALIKE = 0.5, 0.6, 4, 0.4
# … and the longer one is no longer than this.
_TIMES_LONGER = 2.5
# A longer one took up another of which so much stands in it, in order.
_TAKEN_UP = 0.85
# A sentence is said in another one that has so many of its words.
_HELD = 0.7
# So many words in a row that stand elsewhere in a passage stand there on purpose, and a run does of which so much does.
_IN_A_ROW, _MOSTLY = 4, 0.6
# Of a whole text, so many.
_FEWEST_ON_PURPOSE = 8
# Of a sentence of which so much stands there, only the rest is news.
_PARTLY = 0.25
# Of passages of which more sentences changed it can't be told in a phrase which became which.
_MOST_COMPARED = 4_000
_CHANGED, _CAME, _WENT = range(3)
# A label, or the name of an item, has no more words.
_LONGEST_LABEL = 5
# So many characters of the first cell of a row tell which it is.
_LONGEST_ROW = 60
_BETWEEN_SENTENCES = re.compile(
    r"(?<=[.!?])\s+(?=[\"'“(]?[A-Z])|\s*\n\s*|\s+\|\s+"
    r"|(?<=[.!?])\s+(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)"
)
_BETWEEN_LINES = re.compile(r"\s*\n\s*")
# The number of a section or an item, by its words: 'f 1', 'iv', '12', '4.2'.
_SIGN = re.compile(r"(?:(?:[a-z]|[ivx]{1,4}|\d+(?:\.\d+)*)(?:[ .]|\Z))+")
# An item before which it stands may have been the last.
_JOINING = frozenset(("", "and"))
_REFERRED_TO = frozenset(
    (
        *("section", "sections", "clause", "clauses", "article", "articles", "paragraph", "annex", "appendix"),
        *("exhibit", "schedule", "part", "chapter"),
    )
)
_WORD_OF_LETTERS = re.compile(r"[^\W\d_]{2,}")
_STRENGTHS = frozenset(("may", "must", "shall", "will", "can", "should", "might", "only", "unless", "except"))


class _Telling(NamedTuple):
    """A phrase, how much of what it tells of says something, its place beside another one, and what it stands under."""

    weight: int
    order: int
    phrase: str
    above: str = ""


class Around(NamedTuple):
    """What is asked about a sentence of a passage, given as a reader sees it.

    `is_new`, `is_gone`: whether it stands in one of the two whole texts alone; `was_said`, `is_said`: whether the text
    before, or after, has nearly the same words elsewhere; `lead_in`: what stands above an item of a list.
    """

    is_new: Callable[[str], bool]
    is_gone: Callable[[str], bool]
    was_said: Callable[[str], bool] = lambda _: False
    is_said: Callable[[str], bool] = lambda _: False
    lead_in: Callable[[str], str] = lambda _: ""


def quoted(before: str, after: str, around: Around) -> str:
    """What changed most between two passages, as a reader sees them, in a phrase; empty where nothing can be told."""
    rows = list(paired_rows(before, after)) if has_rows(before) and has_rows(after) else [(before, after)]
    parts = [(_sentences(said, says), _sentences(says, said)) for said, says in rows]
    old, new = ([one for part in parts for one in part[side]] for side in (0, 1))
    went, came = more_in(old, new), more_in(new, old)
    # What a longer sentence took up still stands, and was edited all the same.
    whole_old, whole_new = ("\n".join(map(spaced_line, some)) for some in (went, came))
    went, came = (
        [one for one in went if around.is_gone(one) or spaced_line(one) in whole_new],
        [one for one in came if around.is_new(one) or spaced_line(one) in whole_old],
    )
    if len(went) * len(came) > _MOST_COMPARED:
        return ""
    gone, new_ones = frozenset(went), frozenset(came)
    pairs = [
        pair
        for said, says in parts
        for pair in _pairs([one for one in said if one in gone], [one for one in says if one in new_ones])
    ]
    edited = {one for pair in pairs for one in pair}
    cells = {
        cell: part[1][0] for part, row in zip(parts, rows, strict=True) if has_rows(row[1]) for cell in part[1][1:]
    }
    anew = [one for one in came if one not in edited and around.is_new(one) and not around.was_said(one)]
    lost = [one for one in went if one not in edited and around.is_gone(one) and not around.is_said(one)]
    # A label that got another name is neither new nor gone.
    anew, lost = (
        [one for one in some if not any(_are_one_label(one, other) for other in others)]
        for some, others in ((anew, lost), (lost, anew))
    )
    told = [
        *(
            _led(told, other, around, cells.get(other, ""))
            for one, other in pairs
            for told in _edited(one, other, before, after, around)
        ),
        *(_led(told, one, around) for one in anew for told in _whole(one, before, _CAME)),
        *(_led(told, one, around) for one in lost for told in _whole(one, after, _WENT)),
    ]
    first = max(told, key=lambda one: one.weight, default=None)
    beside = (one for one in told if first and one.order != first.order and one.weight >= _FEWEST_BESIDE)
    second = max(beside, key=lambda one: one.weight, default=None)
    phrases = sorted(filter(None, (first, second)), key=lambda one: one.order)
    said = [f"{one.above}{one.phrase}" for one in phrases]
    if len(phrases) > 1 and phrases[0].above == phrases[1].above:
        said[1] = phrases[1].phrase
    return ", and ".join(said)


@lru_cache(maxsize=1024)
def _sentences(passage: str, other: str = "") -> tuple[str, ...]:
    """The sentences, items and cells of a passage; rows of a table without a counterpart are whole."""
    divided = _BETWEEN_SENTENCES if other or not has_rows(passage) else _BETWEEN_LINES
    return tuple([one for one in divided.split(passage.strip()) if word_line(one)])


def _pairs(went: Sequence[str], came: Sequence[str]) -> list[tuple[str, str]]:
    """The sentences that were edited, before and after: each is paired with the one most like it."""
    said, says = (
        [(signs.of_line(word_line(one)), _stems(word_line(one))) for one in some]
        for signs in [Signs()]
        for some in (went, came)
    )
    found = sorted(
        ((_alike(*one, *other), place, at) for place, one in enumerate(said) for at, other in enumerate(says)),
        key=lambda one: (-one[0], one[1:]),
    )
    pairs = each_once((place, at) for like, place, at in found if like)
    return [(went[place], came[at]) for place, at in sorted(pairs)]


def _alike(one: str, left: frozenset[str], other: str, right: frozenset[str]) -> float:
    """How like two sentences are, given with a sign for each word, and by their stems that say something.

    0 where nothing tells that the one is the other edited.
    """
    like = likeness(one, other, _LEAST_ALIKE)
    if like >= _LIKE:
        return like
    if like >= _LEAST_ALIKE:
        common, (least, most) = len(left & right), sorted((len(left), len(right)))
        if common >= _FEWEST_ALIKE and common >= _LIKE_IN_CONTENT * least and most <= _TIMES_LONGER * least:
            return like
    short, long = sorted((one, other), key=len)
    return _LEAST_ALIKE if len(short) >= _FEWEST_ON_PURPOSE and in_order(short, long, _TAKEN_UP) >= _TAKEN_UP else 0.0


def _are_one_label(one: str, other: str) -> bool:
    """Whether of two labels of few words, of which one came and one went, one may be the other by a new name."""
    return max(word_count(one), word_count(other)) <= _LONGEST_LABEL and not _stems(one).isdisjoint(_stems(other))


def _led(told: _Telling, sentence: str, around: Around, row: str = "") -> _Telling:
    """What to tell of a sentence together with its row of a table, or with what announces it where that turns it."""
    if row:
        return told._replace(above=f"in the row “{shortened(row, _LONGEST_ROW)}”, ")
    above = announced((_sentences(around.lead_in(sentence)) or ("",))[-1])
    return told._replace(above=f"after “{above}”, ") if above else told


def _whole(sentence: str, other: str, order: int) -> Iterator[_Telling]:
    """What to tell of a sentence that came or went, as far as the other passage does not say the like."""
    shown = sentence.split()
    anew = _longest_alone(shown, other)
    words = alone(" ".join(shown[anew.first : anew.stop]))
    stems = _stems(words)
    is_cut_off = sentence.count(")") > sentence.count("(")
    if (
        is_cut_off
        or len(shown) < _FEWEST_OF_CONTENT
        or not _says_something(words)
        or any(_holds(one, stems) for one in _sentences(other))
    ):
        return
    whole, part = ("it adds", "it now says") if order == _CAME else ("it leaves out", "it no longer says")
    is_whole = anew == (0, len(shown))
    weight = len(stems) + (_WEIGHT_OF_WHOLE + _WEIGHT_OF_STRENGTH * bool(_strength(words)) if is_whole else 0)
    yield _Telling(min(_MOST_WEIGHT, weight), order, f"{whole if is_whole else part} “{quoted_around(shown, anew)}”")


def _longest_alone(shown: Sequence[str], passage: str) -> Edit:
    """The longest run of words of a sentence of which a passage has no few in a row; all, where it has little of it."""
    line = spaced_line(passage)
    lines = list(map(word_line, shown))
    stands = [False] * len(shown)
    for first in range(len(shown) - _IN_A_ROW + 1):
        # Of a dash there is no word.
        if f" {' '.join(filter(None, lines[first : first + _IN_A_ROW]))} " in line:
            stands[first : first + _IN_A_ROW] = [True] * _IN_A_ROW
    if sum(stands) < _PARTLY * len(shown) or has_rows(" ".join(shown)):
        return Edit(0, len(shown))
    runs = [list(run) for is_kept, run in groupby(range(len(shown)), key=stands.__getitem__) if not is_kept]
    longest = max(runs, key=len, default=[])
    return Edit(longest[0], longest[-1] + 1) if longest else Edit(0, 0)


def _holds(sentence: str, stems: frozenset[str]) -> bool:
    return len(stems & _stems(sentence)) >= _HELD * len(stems)


def _edited(sentence: str, edited: str, before: str, after: str, around: Around) -> Iterator[_Telling]:
    """What to tell of a sentence that was edited, for each of its edits, but for what stands elsewhere."""
    old, new = sentence.split(), edited.split()
    for left, right in edits(old, new):
        went, came = (" ".join(shown[one.first : one.stop]) for shown, one in ((old, left), (new, right)))
        lines = word_line(went), word_line(came)
        if _JOINING.issuperset(lines) or letters_of(lines[0]) == letters_of(lines[1]):
            continue
        if _is_reference(old[: left.first], went, came):
            continue
        kept = _stands_in(went, after, edited) or around.is_said(went)
        stood = _stands_in(came, before, sentence) or around.was_said(came) or _is_old(came, around)
        was, says = quoted_around(old, left), quoted_around(new, right)
        if not ((kept or not went) and (stood or not came)) and word_line(was) != word_line(says):
            weight = weight_of_edit("" if kept else went, "" if stood else came)
            yield _Telling(weight, _CHANGED, f"“{was}” becomes “{says}”")


def _is_old(run: str, around: Around) -> bool:
    return word_count(run) >= _FEWEST_ON_PURPOSE and not around.is_new(run)


def _stands_in(run: str, passage: str, sentence: str) -> bool:
    """Whether a run stands in a sentence, or most runs of a few words of a longer one in the passage."""
    shown, line = word_line(run).split(), spaced_line(passage)
    parts = [f" {' '.join(shown[at : at + _IN_A_ROW])} " for at in range(len(shown) - _IN_A_ROW + 1)]
    if not parts:
        return len(shown) > 1 and spaced_line(run) in spaced_line(sentence)
    return sum(part in line for part in parts) >= _MOSTLY * len(parts)


@lru_cache(maxsize=8192)
def _stems(words: str) -> frozenset[str]:
    return frozenset(content_stems(words))


def _is_reference(ahead: Sequence[str], went: str, came: str) -> bool:
    """Whether the number of a sentence, or of a section that it refers to, is all that gave way to another."""
    signs = all(not line or _SIGN.fullmatch(line) for line in map(word_line, (went, came)))
    return signs and (not ahead or plain(ahead[-1]) in _REFERRED_TO)


def weight_of_edit(went: str, came: str) -> int:
    """How much it says that some words of a sentence gave way to others; either may be empty."""
    left, right = _stems(went), _stems(came)
    changed = max(len(left - right), len(right - left))
    return min(_MOST_WEIGHT, changed + _WEIGHT_OF_STRENGTH * (_strength(went) != _strength(came)))


def _strength(words: str) -> frozenset[str]:
    """What some words have in them that denies or limits others, or says who may or must do something, or how much."""
    shown = list(map(plain, words.split()))
    told = (word for word in shown if word in _STRENGTHS or any(map(str.isdigit, word)))
    return frozenset((*[shown[place] for place in turning(shown)], *told))


def _says_something(words: str) -> bool:
    return len(_stems(words)) >= _FEWEST_OF_CONTENT and len(_WORD_OF_LETTERS.findall(words)) >= _FEWEST_OF_CONTENT
