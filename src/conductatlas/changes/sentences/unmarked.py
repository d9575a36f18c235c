"""Redlines of passages mark no sentence that only moved: one that the other text has as often, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.redlines.redline import Segment, SegmentKind, coalesced, redline
from conductatlas.changes.sentences.moved_sentences import MovedSentences
from conductatlas.reading import sentences, word_count, word_line

# Fewer words stand elsewhere by accident.
_FEWEST_WORDS = 8
# The sign of an item, in a line with others: ' - ', '2. '.
_ITEM_MARK, _FEWEST_OF_AN_ITEM = re.compile(r"\s*(?:[-–•*]|\d{1,2}[.)])\s+"), 3
# What a sentence lost stands elsewhere where so much of it does.
_MOSTLY = 0.6


_NO_MOVES = MovedSentences()


def without_what_stands(
    segments: Sequence[Segment], before: KeptText, after: KeptText, *, edited: MovedSentences = _NO_MOVES
) -> tuple[Segment, ...]:
    """A redline of a passage without marks on sentences that the text lost or gained nowhere.

    Only on whole ones: of a part, with the rest of its sentence struck, a sentence would be left that no text has. One
    that moved within the passage is shown once, where it stands now; one that was `edited` on the way, there or from
    one passage to another, is shown where it stands now, with what changed in it.
    """
    went = _whole_sentences(segments, SegmentKind.DELETED)
    came = _whole_sentences(segments, SegmentKind.INSERTED)
    gone, new = _lines_in(segments, went), _lines_in(segments, came)
    recased = {line for line in gone.keys() & new.keys() if _is_recased(gone[line], new[line])}
    moved = (gone.keys() & new.keys()) - recased
    goes_on = (
        recased | _beginnings(segments, gone, SegmentKind.INSERTED) | _beginnings(segments, new, SegmentKind.DELETED)
    )
    # What stays in part where it stood would be shown there and here.
    stayed = _sentences_before(segments) - gone.keys()
    parts: list[Segment] = []
    for place, one in enumerate(segments):
        here, there, whole = (before, after, went) if one.kind is SegmentKind.DELETED else (after, before, came)
        bounds = sorted({0, len(one.text), *(bound for span in whole.get(place, ()) for bound in span)})
        for start, end in pairwise(bounds):
            text = one.text[start:end]
            # White space between sentences is no mark by itself.
            is_between = not text.strip() and text != one.text
            is_whole = (start, end) in whole.get(place, ())
            line = word_line(text)
            has_moved = is_whole and line in moved
            # What stands in more places than it did was not only edited on its way from one of them.
            others = {SegmentKind.DELETED: edited.became, SegmentKind.INSERTED: edited.was}.get(one.kind, {})
            other = others.get(line, "") if is_whole else ""
            was_edited = bool(other) and here.times(text) <= there.times(other)
            if one.kind is SegmentKind.DELETED and (has_moved or was_edited):
                continue
            if was_edited and word_line(other) not in stayed:
                parts += _edited(other, text)
                continue
            if has_moved and parts and not parts[-1].text[-1:].isspace():
                text = f" {text}"
            stands = is_between or has_moved or (is_whole and line not in goes_on and _stands(text, here, there))
            parts.append(Segment(SegmentKind.SAME if stands else one.kind, text))
    return tuple(coalesced(parts))


def without_item_marks(segments: Sequence[Segment], before: KeptText, after: KeptText) -> tuple[Segment, ...]:
    """A redline of a passage without marks on the signs of items, nor on items of a list that the other text has.

    A list that is written in one paragraph, or with other signs, has the items that it had.
    """
    parts: list[Segment] = []
    for one in segments:
        there = {SegmentKind.INSERTED: before, SegmentKind.DELETED: after}.get(one.kind)
        item = _ITEM_MARK.sub("", one.text, count=1)
        is_item = item != one.text and word_count(item) >= _FEWEST_OF_AN_ITEM
        if there and (_ITEM_MARK.fullmatch(one.text) or (is_item and word_line(item) in there.lines)):
            if one.kind is SegmentKind.INSERTED:
                parts.append(Segment(SegmentKind.SAME, one.text))
            continue
        parts.append(one)
    return tuple(coalesced(parts))


def without_ends_that_stand(segments: Sequence[Segment], before: KeptText, after: KeptText) -> tuple[Segment, ...]:
    """A redline of a sentence with […] for what it began or ended with, where that still stands elsewhere in the text.

    There it was made a sentence of its own, and was not struck.
    """
    worded = [place for place, one in enumerate(segments) if word_line(one.text)]
    first, last = (worded[0], worded[-1]) if worded else (0, 0)
    parts = list(segments)
    if parts and _is_struck_but_stands(parts[last], before, after):
        # Behind the signs that end what is left of the sentence: 'of the mill). […] '
        parts = [*parts[:last], *parts[last + 1 :], Segment(SegmentKind.SAME, " […] ")]
    if parts and _is_struck_but_stands(parts[first], before, after):
        parts[first] = Segment(SegmentKind.SAME, "[…] ")
    return tuple(parts)


def _is_struck_but_stands(one: Segment, before: KeptText, after: KeptText) -> bool:
    return one.kind is SegmentKind.DELETED and _goes_on(one.text, before, after)


def _edited(was: str, text: str) -> Iterator[Segment]:
    """What changed in a sentence that stood elsewhere, with the white space around it as it stands."""
    shown = text.strip()
    start = text.index(shown)
    yield Segment(SegmentKind.SAME, text[:start])
    yield from redline(was.rstrip(".") if not shown.endswith(".") else was, shown)
    yield Segment(SegmentKind.SAME, text[start + len(shown) :])


def _goes_on(words: str, before: KeptText, after: KeptText) -> bool:
    return word_count(words) >= _FEWEST_WORDS and (
        after.times(words) >= before.times(words) or after.held_for(before, words, _MOSTLY)
    )


def _stands(sentence: str, here: KeptText, there: KeptText) -> bool:
    return word_count(sentence) >= _FEWEST_WORDS and there.times(sentence) >= max(1, here.times(sentence))


def _lines_in(segments: Sequence[Segment], whole: Mapping[int, Sequence[tuple[int, int]]]) -> dict[str, str]:
    """The whole sentences of some runs, by their lines of words; none of few words."""
    texts = (segments[place].text[start:end] for place, spans in whole.items() for start, end in spans)
    return {word_line(text): text for text in texts if word_count(text) >= _FEWEST_WORDS}


def _sentences_before(segments: Sequence[Segment]) -> set[str]:
    """The sentences that a passage had, as lines of words."""
    text = "".join(one.text for one in segments if one.kind is not SegmentKind.INSERTED)
    return {word_line(text[start:end]) for start, end in _spans(text)}


def _is_recased(one: str, other: str) -> bool:
    """Whether two sentences differ in capitals alone."""
    said, says = " ".join(one.split()), " ".join(other.split())
    return said != says and said.lower() == says.lower()


def _beginnings(segments: Sequence[Segment], lines: Iterable[str], kind: SegmentKind) -> set[str]:
    """Those of some sentences, as lines of words, that in the other wording are only the beginning of one.

    Whole it stands there nowhere: it was edited. The other wording is that with the segments of `kind`.
    """
    text = "".join(one.text for one in segments if one.kind in (SegmentKind.SAME, kind))
    others = {word_line(text[start:end]) for start, end in _spans(text)}
    return {line for line in lines if line not in others and any(one.startswith(f"{line} ") for one in others)}


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
