"""What the other text of a change says elsewhere, in other words, of sentences that a redline strikes or inserts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from conductatlas.changes import Segment, SegmentKind, SentenceChanges, hold_sentence, likeness, merged_sentences
from conductatlas.provisions import default_finder
from conductatlas.reading import sentences, word_line
from conductatlas.site.presenters.redlines import TextPair
from conductatlas.site.rendering.document_redline import Row, RowKind

# What is so much like a sentence in a redline is no news beside it.
_TOLD = 0.8
_NONE = Row(RowKind.FOLDED, blocks=0)
# Pairs of sentences: what went and what came.
Merged = Sequence[tuple[str, str]]
_BREAK = Segment(SegmentKind.SAME, "\n")


@lru_cache(maxsize=128)
def merged_between(pair: TextPair) -> tuple[tuple[str, str], ...]:
    """The sentences of two texts that went into a longer one, or came out of one, worked out once."""
    return merged_sentences(*pair.read())


def rows_with_what_is_said_elsewhere(
    rows: Sequence[Row], found: SentenceChanges, language: str, merged: Merged = ()
) -> tuple[Row, ...]:
    """The rows of a document's redline, each with what the other text says elsewhere of it: see `said_elsewhere`.

    What the row above or below shows is read with it.
    """
    # The first of these goes one row farther than the rows.
    beside = zip((_NONE, *rows), rows, (*rows[1:], _NONE), strict=False)
    return tuple(
        replace(row, said_elsewhere=now, said_before=before) if now or before else row
        for above, row, below in beside
        for now, before in [said_elsewhere(row.segments, found, language, (*above.segments, *below.segments), merged)]
    )


def said_elsewhere(
    redline: Sequence[Segment],
    found: SentenceChanges,
    language: str,
    beside: Sequence[Segment] = (),
    merged: Merged = (),
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What came elsewhere and says what is struck in a redline, and what went elsewhere and said what came in it.

    `found` are the differences of the two whole texts, `language` (ISO 639-1) the one that they are read in, `beside`
    is what is shown right above and below. Two sentences that state different clause types do not say the same,
    whatever words they have in common. What words denied that are struck within a sentence may be denied in one of its
    own. Each is told once, also where its text stands twice.
    """
    gone, fresh = (_runs(redline, (kind,)) for kind in (SegmentKind.DELETED, SegmentKind.INSERTED))
    struck, inserted = map("\n".join, (gone, fresh))
    if not struck and not inserted:
        return (), ()
    before, now = (
        "".join(_runs((*redline, _BREAK, *beside), (SegmentKind.SAME, kind)))
        for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)
    )
    pairs = [pair for pair in found.reworded_of(struck, inserted) if not _are_of_two_subjects(*pair, language)]
    said = [came for went, came in pairs if went in struck]
    said += [came for went, came in merged if _are_shown(gone, went, came)]
    said += [sentence for run in gone for sentence in found.denied_anew(run)]
    had = [went for went, came in pairs if came in inserted]
    had += [went for went, came in merged if _are_shown(fresh, came, went)]
    return (
        tuple(dict.fromkeys(one for one in said if not _is_told(one, now))),
        tuple(dict.fromkeys(one for one in had if not _is_told(one, before))),
    )


def _are_shown(runs: Sequence[str], one: str, other: str) -> bool:
    """Whether one of two merged sentences is marked in some runs of words or, where that is longer, the other in it."""
    part = other if len(other) < len(one) else one
    return any(hold_sentence(run, part) for run in runs)


def _runs(redline: Sequence[Segment], kinds: Collection[SegmentKind]) -> list[str]:
    return [one.text for one in redline if one.kind in kinds]


def _is_told(sentence: str, shown: str) -> bool:
    """Whether words that are shown hold a sentence, or one that is nearly the same."""
    its = word_line(sentence).split()
    others = (word_line(one).split() for line in shown.split("\n") for one in sentences(line))
    return sentence in shown or any(likeness(its, one, _TOLD) >= _TOLD for one in others)


def _are_of_two_subjects(one: str, other: str, language: str) -> bool:
    types = _types_of(one, language), _types_of(other, language)
    return all(types) and types[0].isdisjoint(types[1])


@lru_cache(maxsize=4096)
def _types_of(sentence: str, language: str) -> frozenset[str]:
    """The clause types that a sentence may state by itself."""
    return frozenset(one.clause_type for one in default_finder().reading(language).judge_passage(sentence, "", ""))
