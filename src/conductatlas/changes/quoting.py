"""The words of a passage that its reader is told: those that came, those that gave way to others, those that went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from conductatlas.changes.redline import Segment, SegmentKind
from conductatlas.changes.words import spaced_line
from conductatlas.provisions import content_stems
from conductatlas.reading import word_count, word_line

# How many words of a run are quoted.
_MOST_WORDS = 18
_MOST_WORDS_SWAPPED = 8
# Fewer words that say something by themselves are no news of their own.
_FEWEST_OF_CONTENT = 2
# Where words came, those that went are quoted beside them from so many such words on.
_FEWEST_BESIDE = 4
# From so many of them on, what came or changed is told rather than what went.
_FEWEST_OF_WEIGHT = 3
# So many words in a row stand in both of two passages on purpose.
_FEWEST_IN_A_ROW = 4
# So many words on either side are quoted with fewer that gave way to others.
_MOST_BESIDE = 4
_BETWEEN_SENTENCES = re.compile(r"(?<=[;:])\s+|(?<=[.!?])\s+(?=[\"'“(]?[A-Z])|\s*\n\s*")
_ENDS = (".", "!", "?", ";", ":")
# What joins words to those around them, or marks an item.
_JOINS = " \t,;:.!?…–—-|*•·\"“”‘’'"
_ITEM = re.compile(r"\A\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+(?=\S)")
# Of a company's form, or of letters that stand for words, the full stop is a part.
_SHORT_FOR = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp)|\.[A-Z])\.\Z")
# The number of a section or an item, by its words: 'f 1', 'iv', '12'.
_SIGN = re.compile(r"(?:(?:[a-z]|[ivx]{1,4}|\d+)(?:[ .]|\Z))+")
# Words that end a quotation only where it is cut off.
_LEADING_ON = frozenset(("and", "or", "and/or", "the", "a", "an", "of", "to", "with", "for", "by", "in", "our", "your"))
_BRACKETS = {"(": ")", "[": "]"}
# A word goes on from one run in the next, as before or behind a hyphen and within an address.
_WORD_ENDS, _WORD_BEGINS = re.compile(r"\w\Z"), re.compile(r"\w")
_JOINT_ENDS, _JOINT_BEGINS = re.compile(r"\w[-.@/&'’_]\Z"), re.compile(r"[-.@/&'’_]\w")
_WORD_OF_LETTERS = re.compile(r"[^\W\d_]{2,}")
_RUN_OF_LETTERS = re.compile(r"\S+")
_WORD_AHEAD, _WORD_BEHIND = re.compile(r"\S+\Z"), re.compile(r"\A\S+")


class Edit(NamedTuple):
    """Words that went and those that took their place, either may be empty, and what is kept on either side of them."""

    went: str
    came: str
    ahead: str
    behind: str


def quoted(
    segments: Sequence[Segment], before: str, after: str, is_new: Callable[[str], bool], is_gone: Callable[[str], bool]
) -> str:
    """What a redline of two passages, given as a reader sees them, tells in one phrase; empty where that is nothing.

    The run of most words within one sentence that came or gave way to others, or else that went. `is_new` and
    `is_gone` say whether such words are not in the other text as well.
    """
    said, says = spaced_line(before), spaced_line(after)
    edits = list(_edits(segments))
    swaps = [one for one in edits if _is_swap(one)]
    others = [one for one in edits if one not in swaps]
    came = [
        words
        for words in _pieces(_alone_in(one.came, one.went, said) for one in others)
        if says.count(spaced_line(words)) > said.count(spaced_line(words)) and is_new(words)
    ]
    went = [
        words
        for words in _pieces(_alone_in(one.went, one.came, says) for one in others)
        if spaced_line(words) not in says and is_gone(words)
    ]
    lost = max((words for words in went if _weight(words) >= _FEWEST_BESIDE), key=_weight, default="")
    also = f" and leaves out “{_shortened(lost)}”" if lost else ""
    told = [
        *((_weight(words), True, f"it adds “{_shortened(words)}”{also}") for words in came),
        *((_weight(f"{one.went} {one.came}"), True, phrase) for one in swaps if (phrase := _swapped(one, said, says))),
        *((_weight(words), False, f"it leaves out “{_shortened(words)}”") for words in went),
    ]
    if told:
        return min(told, key=lambda one: (not (one[1] and one[0] >= _FEWEST_OF_WEIGHT), -one[0]))[2]
    small = (one for one in others if max(map(word_count, one[:2])) <= _MOST_BESIDE)
    return next(filter(None, (_swapped(one, said, says) for one in small)), "")


def _alone_in(run: str, instead: str, other: str) -> str:
    """Of a run in whose place others stand, the words that the other passage, given as a line, has not in a row."""
    if not instead:
        return run
    shown = list(_RUN_OF_LETTERS.finditer(run))
    lines = [word_line(one[0]) for one in shown]
    kept = [False] * len(shown)
    for first in range(len(shown) - _FEWEST_IN_A_ROW + 1):
        if spaced_line(" ".join(lines[first : first + _FEWEST_IN_A_ROW])) in other:
            kept[first : first + _FEWEST_IN_A_ROW] = [True] * _FEWEST_IN_A_ROW
    stretches = [
        run[found[0].start() : found[-1].end()]
        for is_kept, group in groupby(zip(kept, shown, strict=True), key=lambda one: one[0])
        if not is_kept and (found := [one for _, one in group])
    ]
    return "\n".join(stretches)


def _pieces(runs: Iterable[str]) -> list[str]:
    """The parts of some runs that each lie within one sentence, as far as they say something by themselves."""
    return [
        words
        for run in runs
        for one in _sentences(run)
        if _says_something(words := _ended(_alone(one))) and len(_WORD_OF_LETTERS.findall(words)) >= _FEWEST_OF_CONTENT
    ]


def _edits(segments: Sequence[Segment]) -> Iterator[Edit]:
    """The edits of a redline, in whole words."""
    place = 0
    while place < len(segments):
        texts = {SegmentKind.DELETED: "", SegmentKind.INSERTED: ""}
        ahead = segments[place - 1].text if place else ""
        while place < len(segments) and segments[place].kind in texts:
            texts[segments[place].kind] += segments[place].text
            place += 1
        behind = segments[place].text if place < len(segments) else ""
        if any(word_line(text) for text in texts.values()):
            went, came = texts.values()
            yield _in_whole_words(Edit(went, came, ahead, behind))
        place += 1


def _in_whole_words(edit: Edit) -> Edit:
    went, came, ahead, behind = edit
    if any(_meet(ahead, run) for run in (went, came) if run) or (not (went and came) and _meet(ahead, behind)):
        start = found[0] if (found := _WORD_AHEAD.search(ahead)) else ""
        went, came, ahead = start + went, start + came, ahead.removesuffix(start)
    if any(_meet(run, behind) for run in (went, came) if run):
        end = found[0] if (found := _WORD_BEHIND.search(behind)) else ""
        went, came, behind = went + end, came + end, behind.removeprefix(end)
    return Edit(went, came, ahead, behind)


def _meet(left: str, right: str) -> bool:
    """Whether a word goes on from one text in the next."""
    if _WORD_ENDS.search(left, max(0, len(left) - 1)):
        return _JOINT_BEGINS.match(right) is not None
    return _JOINT_ENDS.search(left, max(0, len(left) - 2)) is not None and _WORD_BEGINS.match(right) is not None


def _is_swap(edit: Edit) -> bool:
    """Whether few words gave way to few within a sentence."""
    runs = edit.went, edit.came
    return all(len(_sentences(run)) == 1 for run in runs) and max(map(word_count, runs)) <= _MOST_WORDS_SWAPPED


def _swapped(edit: Edit, said: str, says: str) -> str:
    """A swap in words, with as many kept ones beside it as it takes to say something; empty where none say it."""
    went, came = _alone(edit.went), _alone(edit.came)
    begins = edit.ahead.rstrip().endswith(_ENDS)
    sentence = "" if begins else _BETWEEN_SENTENCES.split(edit.ahead)[-1]
    ahead = _before_brackets(sentence.split()[: -_MOST_BESIDE - 1 : -1])
    behind = _before_brackets(_BETWEEN_SENTENCES.split(edit.behind)[0].split()[:_MOST_BESIDE])
    if not (went and came) and _SIGN.fullmatch(word_line(went + came)):
        return ""
    enough = _both_say_something(went, came) or _are_figures_or_names(went, came)
    while not enough and (ahead or behind):
        if behind:
            went, came = f"{went} {behind[0]}".strip(), f"{came} {behind.pop(0)}".strip()
        if ahead and not _both_say_something(went, came):
            went, came = f"{ahead[0]} {went}".strip(), f"{ahead.pop(0)} {came}".strip()
        enough = _both_say_something(went, came)
    went, came = _alone(went), _alone(came)
    stands = spaced_line(went) in said and spaced_line(came) in says and word_line(went) != word_line(came)
    return f"“{went}” becomes “{came}”" if enough and stands else ""


def _weight(words: str) -> int:
    """How many of some words say something by themselves."""
    return len(content_stems(words))


def _both_say_something(went: str, came: str) -> bool:
    return _says_something(went) and _says_something(came)


def _says_something(words: str) -> bool:
    return _weight(words) >= _FEWEST_OF_CONTENT


def _are_figures_or_names(went: str, came: str) -> bool:
    shown = [one.split() for one in (went, came)]
    return all(shown) and all(word != word.lower() or word[0].isdigit() for word in (*shown[0], *shown[1]))


def _sentences(run: str) -> list[str]:
    return [one for one in _BETWEEN_SENTENCES.split(run.strip()) if word_line(one)]


def _shortened(run: str) -> str:
    shown = _alone(run).split()
    return " ".join(shown[:_MOST_WORDS]) + (" …" if len(shown) > _MOST_WORDS else "")


def _alone(run: str) -> str:
    """A run of words without what only joins it to those around it, the sign of an item and half a pair of brackets."""
    text, before = _ITEM.sub("", " ".join(run.split()).lstrip(_JOINS), count=1), ""
    ends = "." if _SHORT_FOR.search(text) else ""
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
    return text + ends


def _ended(run: str) -> str:
    """A run of words without those at its end that lead on to what is not quoted."""
    shown = run.split()
    while shown and shown[-1].lower() in _LEADING_ON:
        shown.pop()
    return _alone(" ".join(shown))


def _before_brackets(words: Sequence[str]) -> list[str]:
    """Some words up to the first with a bracket, of which half might be quoted."""
    return list(takewhile(lambda word: not set(word) & set("()[]"), words))
