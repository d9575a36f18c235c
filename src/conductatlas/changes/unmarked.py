"""Redlines of passages mark no sentence that only moved: one that the other text has as often, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from conductatlas.changes.kept import KeptText
from conductatlas.changes.redline import Segment, SegmentKind
from conductatlas.reading import sentences, word_count, word_line

# Fewer words stand elsewhere by accident.
_FEWEST_WORDS = 8
# What a sentence lost stands elsewhere where so much of it does.
_MOSTLY = 0.6


def without_what_stands(segments: Sequence[Segment], before: KeptText, after: KeptText) -> tuple[Segment, ...]:
    """A redline of a passage without marks on sentences that the text lost or gained nowhere.

    Only on whole ones: of a part, with the rest of its sentence struck, a sentence would be left that no text has. One
    that moved within the passage is shown once, where it stands now.
    """
    went = _whole_sentences(segments, SegmentKind.DELETED)
    came = _whole_sentences(segments, SegmentKind.INSERTED)
    moved = _lines_in(segments, went) & _lines_in(segments, came)
    parts: list[Segment] = []
    for place, one in enumerate(segments):
        here, there, whole = (before, after, went) if one.kind is SegmentKind.DELETED else (after, before, came)
        bounds = sorted({0, len(one.text), *(bound for span in whole.get(place, ()) for bound in span)})
        for start, end in pairwise(bounds):
            text = one.text[start:end]
            # White space between sentences is no mark by itself.
            is_between = not text.strip() and text != one.text
            is_whole = (start, end) in whole.get(place, ())
            has_moved = is_whole and word_line(text) in moved
            if has_moved and one.kind is SegmentKind.DELETED:
                continue
            if has_moved and parts and not parts[-1].text[-1:].isspace():
                text = f" {text}"
            stands = is_between or has_moved or (is_whole and _stands(text, here, there))
            parts.append(Segment(SegmentKind.SAME if stands else one.kind, text))
    return tuple(Segment(kind, "".join(part.text for part in run)) for kind, run in groupby(parts, attrgetter("kind")))


def without_ends_that_stand(segments: Sequence[Segment], before: KeptText, after: KeptText) -> tuple[Segment, ...]:
    """A redline of a sentence with […] for what it began or ended with, where that still stands elsewhere in the text.

    There it was made a sentence of its own, and was not struck.
    """
    ends = {0, len(segments) - 1}
    return tuple(
        Segment(SegmentKind.SAME, " […] " if place else "[…] ")
        if place in ends and one.kind is SegmentKind.DELETED and _goes_on(one.text, before, after)
        else one
        for place, one in enumerate(segments)
    )


def _goes_on(words: str, before: KeptText, after: KeptText) -> bool:
    return word_count(words) >= _FEWEST_WORDS and (
        after.times(words) >= before.times(words) or after.held_for(before, words, _MOSTLY)
    )


def _stands(sentence: str, here: KeptText, there: KeptText) -> bool:
    return word_count(sentence) >= _FEWEST_WORDS and there.times(sentence) >= max(1, here.times(sentence))


def _lines_in(segments: Sequence[Segment], whole: Mapping[int, Sequence[tuple[int, int]]]) -> frozenset[str]:
    """The whole sentences of some runs, as lines of words; none of few words."""
    texts = (segments[place].text[start:end] for place, spans in whole.items() for start, end in spans)
    return frozenset(word_line(text) for text in texts if word_count(text) >= _FEWEST_WORDS)


def _whole_sentences(segments: Sequence[Segment], kind: SegmentKind) -> dict[int, list[tuple[int, int]]]:
    """Where whole sentences stand in the runs of a kind, by the place of each run, as the text has them that has it."""
    own = [(place, one) for place, one in enumerate(segments) if one.kind in (SegmentKind.SAME, kind)]
    text = "".join(one.text for _, one in own)
    spans = list(_spans(text))
    found: dict[int, list[tuple[int, int]]] = {}
    begun = 0
    for place, one in own:
        end = begun + len(one.text)
        if one.kind is kind:
            found[place] = [
                (start - begun, stop - begun)
                for start, stop in spans
                # The full stop may be one that stayed.
                if begun <= start < end and not word_line(text[end:stop])
                for stop in [min(stop, end)]
            ]
        begun = end
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end, each with the white space behind it."""
    starts: list[int] = []
    at = 0
    for line in text.splitlines():
        for sentence in sentences(line):
            if sentence.strip():
                starts.append(text.index(sentence, at))
                at = starts[-1] + len(sentence)
    yield from pairwise([*starts, len(text)])
