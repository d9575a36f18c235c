"""One step from a version of a document to the next: the importer and `compare` both take it here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conductatlas.changes.alignment import align
from conductatlas.changes.failure import capture_failure
from conductatlas.changes.tracking import Dormant, Followed, JudgedText, Standing, follow, standing
from conductatlas.changes.verdict import Judged, Verdict, judge
from conductatlas.provisions import Finder, Finding
from conductatlas.reading import Document

# The method of alignment, tracking and verdicts; it changes whenever any of their results may.
METHOD = "changes-1"


@dataclass(frozen=True)
class Step:
    """What a version did.

    A failed capture did nothing: `followed` is empty and `provisions` are those of the version before.
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    moved_blocks: int
    followed: tuple[Followed, ...]
    provisions: tuple[Standing, ...]


def begin(finder: Finder, first: JudgedText, next_identity: int) -> tuple[tuple[Standing, ...], tuple[Finding, ...]]:
    """The provisions of a first version, with identities from `next_identity` on in the order of the text."""
    findings = finder.assemble(first.document, first.units, [finder.accepted(one) for one in first.confidences])
    return (
        tuple(standing(next_identity + offset, one, first.document) for offset, one in enumerate(findings)),
        findings,
    )


def step(
    finder: Finder,
    old: JudgedText,
    provisions: Sequence[Standing],
    new: JudgedText,
    dormant: Sequence[Dormant],
    next_identity: int,
) -> Step:
    """Compare a version with the last good one before it.

    `dormant` are the provisions that were removed lately and may return; new identities are given from
    `next_identity` on.
    """
    failure = capture_failure(old.document, new.document)
    if failure:
        return Step(Verdict.FAILED, (failure,), 0, (), tuple(provisions))
    if old.document.text == new.document.text:
        return Step(Verdict.NONE, (), 0, (), tuple(provisions))
    alignment = align(old.document, new.document)
    followed = follow(finder, old, provisions, new, alignment, dormant, next_identity)
    judged: Judged = judge(old.document, new.document, alignment, provisions, followed)
    stand = tuple(standing(one.identity, one.after, new.document) for one in followed if one.after is not None)
    return Step(judged.verdict, judged.reasons, judged.moved_blocks, followed, stand)


def judged_text(finder: Finder, document: Document) -> JudgedText:
    """Divide a text into units and judge each."""
    units = finder.units(document)
    return JudgedText(document, units, finder.judge(units))
