"""The redline of a sentence that was edited, without what the edit did not do to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.language.conditions import needs_otherwise
from conductatlas.changes.language.effect import effective_words
from conductatlas.changes.language.words import letters_of
from conductatlas.changes.redlines.redline import Segment, SegmentKind, redline
from conductatlas.changes.sentences.said import FEWEST_WORDS
from conductatlas.reading import word_count, word_line

# Words that an edit took out or put in stand elsewhere in the text where this share of their runs does.
_HELD_OF_AN_EDIT = 0.6
# Signs that an edit is made of says nothing: punctuation, and the numbers and letters of items.
_SIGNS = re.compile(r"[\W_]*(?:(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,4})[.)][\W_]*)*")
# The number of a section ahead of its first sentence: '7.4 You agree …'.
_OF_A_SECTION = re.compile(r"\W*\d{1,2}(?:\.\d{1,2})+(?=\W+[A-Z])")


def redline_of_edit(went: str, came: str, before: KeptText, after: KeptText) -> tuple[Segment, ...]:
    """The redline of an edited sentence; empty where it tells nothing but signs, letters, or what stands elsewhere.

    What it lost, and the text did not, is left out; what it took up, and the text had, is not marked.
    """
    went, came = _without_another_number(went, came)
    if "".join(effective_words(went)) == "".join(effective_words(came)) and not needs_otherwise(went, came):
        return ()
    segments: list[Segment] = []
    for one in without_spacing(redline(went, came)):
        kind = one.kind
        own, other = (after, before) if kind is SegmentKind.INSERTED else (before, after)
        if kind is not SegmentKind.SAME and (_SIGNS.fullmatch(one.text) or _stands(one.text, own, other)):
            kind = SegmentKind.SAME
            if one.kind is SegmentKind.DELETED:
                continue
        segments.append(Segment(kind, one.text))
    return tuple(segments) if any(one.kind is not SegmentKind.SAME for one in segments) else ()


def _without_another_number(went: str, came: str) -> tuple[str, str]:
    """A sentence before and after, as it stands in a section of another number: that before with the number of now."""
    was, now = _OF_A_SECTION.match(went), _OF_A_SECTION.match(came)
    return (f"{now[0]}{went[was.end() :]}", came) if was and now else (went, came)


def without_spacing(segments: Sequence[Segment]) -> Iterator[Segment]:
    """A redline in which words that run together, or no longer do, are not marked."""
    skipped = False
    for one, following in zip(segments, (*segments[1:], None), strict=True):
        if skipped:
            skipped = False
            yield Segment(SegmentKind.SAME, one.text)
        elif following and one.kind is SegmentKind.DELETED and following.kind is SegmentKind.INSERTED:
            skipped = letters_of(word_line(one.text)) == letters_of(word_line(following.text))
            if not skipped:
                yield one
        else:
            yield one


def _stands(words: str, own: KeptText, other: KeptText) -> bool:
    """Whether so many words of a text that it can't be an accident stand in another one as often, all or nearly all."""
    if word_count(words) < FEWEST_WORDS:
        return False
    times = other.times(words)
    return times >= own.times(words) if times else other.held_for(own, words, _HELD_OF_AN_EDIT)
