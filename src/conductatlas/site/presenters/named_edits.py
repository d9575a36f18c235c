"""What became of the words of a passage, where so little did that it can be quoted whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes import FOOTNOTE, Segment, SegmentKind
from conductatlas.english import series
from conductatlas.provisions import part_spans
from conductatlas.reading import word_count, word_line, words
from conductatlas.site.presenters.redlines import redline_of_passages, words_of

# So many edits, with so many words that went and as many that came, are quoted; and sentences of so many words.
_MOST_EDITS, _MOST_WORDS, _MOST_OF_SENTENCE = 2, 12, 30
# Of fewer words in all it can't be told what they turn, so that those beside them are quoted too.
_FEWEST_ALONE = 3
_MOST_SENTENCES = 3
_NUMBERS = ("no", "one", "two", "three")
_ENDS = " ,;:.[]()\n"
_LAST_WORD, _FIRST_WORD = re.compile(r"\S*[^\s.!?:;]\s*\Z"), re.compile(r"\s*\S+")
_LETTER = re.compile(r"[a-z]|[ivx]{2,4}")
_SIGN = re.compile(rf"(?:(?:{_LETTER.pattern}|\d+)(?: |\Z))+")
_ENDS_SENTENCE = re.compile(r"[.!?:;]\s*\Z")


class _Edit(NamedTuple):
    """Words that went and that came in one place; either may be empty. `left` and `right` stand beside them."""

    left: str
    went: str
    came: str
    right: str


@lru_cache(maxsize=512)
def named_edit(before: str, after: str) -> str:
    """What came into a passage and what went from it, quoted, such as '“solely” went'; empty where that is too much.

    Whole sentences are counted where they are too long to be quoted.
    """
    return _sentences_that_moved(before, after) or _words_that_moved(before, after)


def _sentences_that_moved(before: str, after: str) -> str:
    """Which whole sentences came or which went, where nothing else changed."""
    had, has = _sentences(before), _sentences(after)
    went, came = _more_in(had, has), _more_in(has, had)
    moved, how = (came, "came") if came else (went, "went")
    if (went and came) or not moved or len(moved) > _MOST_SENTENCES:
        return ""
    if len(moved) == 1 and word_count(moved[0]) <= _MOST_OF_SENTENCE:
        return f"“{moved[0].strip(_ENDS)}” {how}"
    return f"{_NUMBERS[len(moved)]} {'sentence' if len(moved) == 1 else 'sentences'} {how}"


def _sentences(passage: str) -> list[str]:
    shown = (words_of(passage[start:end]) for start, end in part_spans(passage))
    return [one for one in shown if word_line(one)]


def _more_in(some: Sequence[str], others: Sequence[str]) -> list[str]:
    """The sentences of one passage that the other has not so often."""
    left = Counter(map(word_line, others))
    more = []
    for one in some:
        left[word_line(one)] -= 1
        if left[word_line(one)] < 0:
            more.append(one)
    return more


def _words_that_moved(before: str, after: str) -> str:
    segments = redline_of_passages(FOOTNOTE.sub("", before), FOOTNOTE.sub("", after))
    edits = [one for one in _edits(segments) if word_line(one.went) != word_line(one.came) and not _is_sign(one)]
    quoted = [side for one in edits for side in (one.went, one.came)]
    if not 0 < len(edits) <= _MOST_EDITS or any(word_count(one) > _MOST_WORDS or "://" in one for one in quoted):
        return ""
    went, came = (sorted(words(" ".join(side))) for side in zip(*((one.went, one.came) for one in edits), strict=True))
    if went == came:
        # They only stand elsewhere in it.
        return ""
    return series(list(dict.fromkeys(map(_told, edits))))


def _edits(segments: Sequence[Segment]) -> Iterator[_Edit]:
    """The places where words came or went, in the order of the passage."""
    left, went, came = "", "", ""
    for segment in (*segments, Segment(SegmentKind.SAME, "")):
        if segment.kind is SegmentKind.DELETED:
            went += segment.text
        elif segment.kind is SegmentKind.INSERTED:
            came += segment.text
        else:
            if went or came:
                yield _Edit(left, went, came, segment.text)
            left, went, came = segment.text, "", ""


def _is_sign(edit: _Edit) -> bool:
    """Whether only the number or letter of an item came or went."""
    signs = _LETTER if edit.left.strip() else _SIGN
    return not (edit.went.strip() and edit.came.strip()) and bool(signs.fullmatch(word_line(edit.went + edit.came)))


def _told(edit: _Edit) -> str:
    went, came = _without_common(edit.went.strip(_ENDS), edit.came.strip(_ENDS))
    if word_count(went) + word_count(came) < _FEWEST_ALONE:
        went, came = (_with_neighbours(edit, said) for said in (edit.went, edit.came))
    if went and came:
        return f"“{went}” became “{came}”"
    return f"“{went}” went" if went else f"“{came}” came"


def _without_common(went: str, came: str) -> tuple[str, str]:
    """What went and what came, without what the one has at its end of the other but for capitals, if that is all."""
    for shorter, longer in ((went, came), (came, went)):
        if shorter and longer.lower().endswith(f" {shorter.lower()}"):
            rest = longer[: -len(shorter)].rstrip(_ENDS)
            return (rest, "") if longer is went else ("", rest)
    return went, came


def _with_neighbours(edit: _Edit, said: str) -> str:
    """Words with the one ahead of them and the one behind them, in their sentence."""
    ahead, behind = _LAST_WORD.search(edit.left), _FIRST_WORD.match(edit.right)
    left = ahead.group() if ahead else ""
    right = behind.group() if behind and not _ENDS_SENTENCE.search(said) else ""
    return " ".join(f"{left}{said}{right}".split()).strip(_ENDS)
