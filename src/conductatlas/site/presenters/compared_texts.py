"""What two texts of a document differ in, worked out once and kept: what the page of a comparison is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    Bearing,
    Followed,
    Meaning,
    Pair,
    Segment,
    Told,
    Verdict,
    compare_states,
    direction_of,
    explain,
    foremost,
    gravest_severity,
    gravest_touched,
    is_beside,
    meanings,
    summarise,
    summarise_item,
    tell,
    way,
    words_that_differ,
)
from conductatlas.provisions import default_finder
from conductatlas.reading import Document
from conductatlas.records.models import Version
from conductatlas.site.presenters.changed_sentences import sentences_between
from conductatlas.site.presenters.redlines import TextPair, redlines_in

# Outcomes that are kept: one of long texts takes seconds to work out, and its pages ask for it one after the other.
_OUTCOMES_KEPT = 64
# Where more words than these differ, two texts are compared as texts: one request for more would hold a worker for many
# seconds, and page after page of what provisions did tells a reader less than the redline.
_MOST_WORDS = 15_000
# A language that the finder reads no provisions in.
_UNREAD = "und"
# A provision's type and the SHA-256 of its words.
Stated = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Touched:
    """What became of one provision, before its record is looked up; `stated` on each side, where it stands there."""

    kind: str
    done: str
    clause_type: str
    severity_before: str | None
    severity_after: str | None
    summary: str
    direction: str
    shifts: tuple[str, ...]
    before: Stated | None
    after: Stated | None
    edit_graded: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What two texts differ in: all that is worth keeping of a comparison.

    `as_texts`: they differ in so much that neither provisions nor sentences are told.
    """

    verdict: str | None
    severity: str
    touches: str
    summary: str
    direction: str
    explanation: str
    reasons: tuple[str, ...]
    moved_blocks: int
    # What each passage states, the redline of its words, and whether that has words which only moved.
    passages: tuple[tuple[tuple[Touched, ...], tuple[Segment, ...], bool], ...]
    as_texts: bool = False


def not_compared(old: Version, new: Version) -> Outcome:
    """What to say where one side is no state of the document."""
    failed = sorted(one.ordinal for one in (old, new) if one.failed)
    if len(failed) == 1:
        told_so = (
            f"Version {failed[0]:,} is a failed capture and no state of the document, so there is nothing to compare."
        )
    else:
        told_so = "Both versions are failed captures and no states of the document, so there is nothing to compare."
    return Outcome(None, "none", "none", told_so, "unjudged", "", (), 0, ())


@lru_cache(maxsize=_OUTCOMES_KEPT)
def outcome_of(pair: TextPair, language: str, method: str) -> Outcome:
    """Work out what two texts differ in. `method` is part of the key alone: under another one it may be another."""
    catalogue = load_catalogue()
    old, new = pair.read()
    differing = words_that_differ(old, new)
    if differing > _MOST_WORDS:
        return _compared_as_texts(old, new, differing)
    step = compare_states(default_finder(), old, new, language)
    touched = meanings(catalogue, Bearing(default_finder()), step.followed, Pair(old, new), step)
    told = [tell(one, means) for one, means in touched]
    above_all = foremost(sentences_between(pair, language), language) if step.verdict is Verdict.SUBSTANTIVE else ()
    return Outcome(
        "same" if step.verdict is Verdict.NONE else step.verdict.value,
        gravest_severity(told).value,
        gravest_touched(told).value,
        "The two texts are the same."
        if step.verdict is Verdict.NONE
        else summarise(catalogue, step.verdict, told, step.reasons, above_all),
        direction_of(told, (), step.reasons).value,
        explain(catalogue, step.verdict, told, reasons=step.reasons),
        step.reasons,
        step.moved_blocks,
        tuple(_outcome_passages(touched, pair)),
    )


def _compared_as_texts(old: Document, new: Document, differing: int) -> Outcome:
    """The outcome for two texts that differ in so many words, without what became of each provision."""
    step = compare_states(default_finder(), old, new, _UNREAD)
    said = (
        f"The two versions differ in passages of {differing:,} words together. That is too much to tell here provision "
        "by provision, so they are compared as texts: the redline shows what came and went."
    )
    reasons, moved = step.reasons, step.moved_blocks
    return Outcome(step.verdict.value, "none", "none", said, "unjudged", "", reasons, moved, (), as_texts=True)


def _outcome_passages(
    touched: Iterable[tuple[Followed, Meaning]], pair: TextPair
) -> Iterable[tuple[tuple[Touched, ...], tuple[Segment, ...], bool]]:
    """The passages that differ, each once with all that it states, the gravest of what changed first.

    Else in the order of the new text, with what is gone last, but behind all of which an effect is told.
    """
    groups: dict[tuple[str, str], list[tuple[Followed, Meaning]]] = {}
    for one, means in touched:
        groups.setdefault(_quotes(one), []).append((one, means))
    ordered = sorted(groups.items(), key=lambda group: min(_place(tell(*one)) for one in group[1]))
    redlines = redlines_in(tuple(quotes for quotes, _ in ordered), pair)
    for ((before, after), members), found in zip(ordered, redlines, strict=True):
        yield tuple(_touched(one, means, before, after) for one, means in members), *found


def _place(one: Told) -> tuple[bool, int, int]:
    """By what a provision goes before another: effect, the grade of what changed, that of its clause."""
    return one.is_slight, -one.severity_of_edit.rank, -one.severity.rank


def _quotes(one: Followed) -> tuple[str, str]:
    return one.before.quote if one.before else "", one.after.quote if one.after else ""


def _touched(one: Followed, means: Meaning, before: str, after: str) -> Touched:
    assert one.kind is not None  # noqa: S101
    beside = is_beside(to_the_letter=means.to_the_letter, elsewhere=means.elsewhere, unsure=means.unsure)
    return Touched(
        one.kind.value,
        way(one.kind, stood=one.before is not None, stands=one.after is not None, beside=beside),
        one.clause_type,
        one.before.severity if one.before and not beside else None,
        one.after.severity.value if one.after and not beside else None,
        summarise_item(load_catalogue(), one, means),
        means.direction.value,
        tuple(shift.phrase for shift in means.shifts),
        _stated(one.clause_type, before) if one.before else None,
        _stated(one.clause_type, after) if one.after else None,
        means.graded,
    )


def _stated(clause_type: str, quote: str) -> Stated:
    return clause_type, hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()
