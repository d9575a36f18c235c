"""One step from a version of a document to the next: the importer and `compare` both take it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.captures.confirmation import (
    CUT_STANDS_FOR,
    FAILURE_STANDS_FOR,
    STANDS_FOR,
    changes_much,
    is_cut,
)
from conductatlas.changes.captures.editions import told_of_one_text
from conductatlas.changes.captures.effective import new_effective_date
from conductatlas.changes.captures.failure import capture_failure
from conductatlas.changes.captures.lost_links import LostLinks, lost_links
from conductatlas.changes.effects.untold import only_what_is_sure
from conductatlas.changes.following.carrying import carry, reads_the_same
from conductatlas.changes.following.standing import Dormant, Followed, JudgedText, Standing, standing
from conductatlas.changes.following.steadying import steadied_types
from conductatlas.changes.following.tracking import follow
from conductatlas.changes.layout.furniture import is_furniture, is_menu, is_notice, is_title, offers_languages
from conductatlas.changes.layout.itself import is_date_line
from conductatlas.changes.layout.surroundings import page_blocks
from conductatlas.changes.verdicts.verdict import SAME_WORDS, Judged, OfEffect, Verdict, judge
from conductatlas.provisions import Finder, Finding, Unit, reads_language
from conductatlas.reading import BLOCKS_IN_MEMORY, BlockKind, Document, language_of

# The method of alignment, tracking and verdicts; it changes whenever any of their results may.
METHOD = "changes-34"


@dataclass(frozen=True)
class Step:
    """What a version did.

    `followed` leaves out provisions that were carried over unchanged. A failed capture did nothing: `followed` is empty
    and `provisions` are those of the version before. `effective_date` is the day from which on the new text, not the
    old one, says that it applies. `doubt` says why the version must be confirmed before anything is said of it, by
    standing for the time `stands_for`, or where there is none by a person. `of_effect` are the blocks that changed in
    words that may carry an effect.
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    moved_blocks: int
    followed: tuple[Followed, ...]
    provisions: tuple[Standing, ...]
    effective_date: date | None = None
    doubt: str = ""
    stands_for: timedelta | None = None
    of_effect: OfEffect = field(default_factory=OfEffect)


def begin(finder: Finder, first: JudgedText, next_identity: int) -> tuple[tuple[Standing, ...], tuple[Finding, ...]]:
    """The provisions of a first version, with identities from `next_identity` on in the order of the text."""
    finder = finder.reading(first.language)
    findings = finder.assemble(first.document, first.units, [finder.accepted(one) for one in first.confidences])
    return (
        tuple(standing(next_identity + offset, one) for offset, one in enumerate(findings)),
        findings,
    )


def step(
    finder: Finder,
    old: JudgedText,
    provisions: Sequence[Standing],
    new: JudgedText,
    dormant: Sequence[Dormant],
    next_identity: int,
    *,
    confirmed: bool = False,
) -> Step:
    """Compare a version with the last good one before it.

    `dormant` are the provisions that were removed lately and may return; new identities are given from
    `next_identity` on. `confirmed`: the version is known to be a state of the document, however it looks.
    """
    failed = None if confirmed else failed_step(old.document, new.document, provisions)
    return failed or step_of_state(finder, old, provisions, new, dormant, next_identity, confirmed=confirmed)


def failed_step(old: Document, new: Document, provisions: Sequence[Standing] = ()) -> Step | None:
    """What a failed capture did: nothing; None where the new text is a state of the document.

    `provisions` are those of the version before. Neither text need be judged for it.
    """
    failure = capture_failure(old, new)
    if failure is None:
        return None
    doubt = "" if failure.certain else failure.reason
    time = None if failure.collapsed else FAILURE_STANDS_FOR
    return Step(Verdict.FAILED, (failure.reason,), 0, (), tuple(provisions), doubt=doubt, stands_for=time)


def step_of_state(
    finder: Finder,
    old: JudgedText,
    provisions: Sequence[Standing],
    new: JudgedText,
    dormant: Sequence[Dormant],
    next_identity: int,
    *,
    confirmed: bool = False,
) -> Step:
    """The same of a version that is no failed capture."""
    finder = finder.reading(new.language)
    if old.document.text == new.document.text:
        return Step(Verdict.NONE, (), 0, (), tuple(provisions))
    carried = carry(finder, old, provisions, new) if reads_the_same(old.document, new.document) else None
    if carried is not None:
        return Step(Verdict.TECHNICAL, (SAME_WORDS,), 0, *carried)
    lost = lost_links(old.document, new.document)
    compared = old if lost is None else _as_compared(finder, old, lost)
    stood = provisions if lost is None else [one._replace(quote=lost.as_compared(one.quote)) for one in provisions]
    alignment = align(compared.document, new.document)
    followed = follow(finder, compared, stood, new, alignment, dormant, next_identity)
    judged: Judged = judge(compared, new, alignment, stood, followed)
    if lost is not None:
        before = {one.identity: one for one in provisions}
        followed = tuple([one._replace(before=one.before and before[one.before.identity]) for one in followed])
        effect = OfEffect(lost.blocks_of_old(judged.of_effect.before), judged.of_effect.after)
        verdict = Verdict.TECHNICAL if judged.verdict is Verdict.NONE else judged.verdict
        judged = replace(judged, verdict=verdict, reasons=(*judged.reasons, lost.told), of_effect=effect)
    if one_text := told_of_one_text(old.document, new.document):
        judged = Judged(Verdict.TECHNICAL, (one_text,), judged.moved_blocks)
    stand = tuple(standing(one.identity, one.after) for one in followed if one.after is not None)
    effective = new_effective_date(old.document, new.document)
    cut = is_cut(old.document, new.document)
    doubt = "" if confirmed else changes_much(len(provisions), followed, cut=cut)
    stands_for = CUT_STANDS_FOR if cut else STANDS_FOR
    followed, untold = only_what_is_sure(finder, old, new, followed)
    reasons = (*judged.reasons, *untold)
    moved, of_effect = judged.moved_blocks, judged.of_effect
    return Step(judged.verdict, reasons, moved, followed, stand, effective, doubt, stands_for, of_effect)


def _as_compared(finder: Finder, old: JudgedText, lost: LostLinks) -> JudgedText:
    """The old text as it is compared, where one of the two may only lack the words of links.

    It is judged anew only where it is divided otherwise.
    """
    if len(lost.before.blocks) == len(old.document.blocks):
        return replace(old, document=lost.before)
    return judged_text(finder, lost.before, old.language, finder.judge)


def compare(finder: Finder, old: Document, new: Document) -> Step:
    """Compare two texts by themselves, without a history.

    Nothing can be said of what changed where either of them is a failed capture, so the order of the two is no matter
    there: a text that collapsed, and one that came back.
    """
    before, provisions, after = _judged_pair(finder, old, new, language_of(old))
    broken = capture_failure(None, old) or capture_failure(new, old)
    # Two pages that have nothing in common: neither is known to be the right one, and the new one is called another.
    if broken and old.text != new.text and (broken.certain or capture_failure(old, new) is None):
        return Step(Verdict.FAILED, (f"Of the old version: {broken.reason}",), 0, (), provisions)
    return step(finder, before, provisions, after, (), len(provisions) + 1)


def compare_states(finder: Finder, old: Document, new: Document, language: str | None) -> Step:
    """Compare two texts that are known to be states of one document, however far apart and in whichever order.

    Failed captures are not looked for: a document may well grow tenfold in ten years, and shrink as much when it is
    read backwards. `language` is the document's; where it is empty, the old text's.
    """
    before, provisions, after = _judged_pair(finder, old, new, language or language_of(old))
    return step(finder, before, provisions, after, (), len(provisions) + 1, confirmed=True)


def _judged_pair(
    finder: Finder, old: Document, new: Document, language: str | None
) -> tuple[JudgedText, tuple[Standing, ...], JudgedText]:
    """Two texts, judged, with the provisions of the old one between them."""
    judge_units = finder.reading(language).judge
    before, after = (judged_text(finder, one, language, judge_units) for one in (old, new))
    return before, _provisions_beside(finder.reading(language), before, after), after


def _provisions_beside(finder: Finder, old: JudgedText, new: JudgedText) -> tuple[Standing, ...]:
    """The provisions of an old text that nothing is known of but a new one.

    Those that it states by itself, and those that would still stand here if the new text were the earlier one: what the
    finder sees on one side, and hardly misses on the other, is the same provision in whichever order they are compared.
    """
    provisions = begin(finder, new, 1)[0]
    blocks_of = {one.identity: one.blocks(new.document) for one in provisions}
    alignment = align(old.document, new.document).turned_round
    steadied = steadied_types(finder, new, provisions, blocks_of, old, alignment)
    by_itself = map(finder.accepted, old.confidences)
    findings = finder.assemble(old.document, old.units, list(map(_greater, by_itself, steadied)))
    return tuple(standing(identity, one) for identity, one in enumerate(findings, 1))


def _greater(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {kind: max(one.get(kind, 0.0), other.get(kind, 0.0)) for kind in {**one, **other}}


def judged_text(
    finder: Finder,
    document: Document,
    language: str | None,
    judge_units: Callable[[Sequence[Unit]], Sequence[Mapping[str, float]]],
) -> JudgedText:
    """Divide a text into units and have each judged.

    A text in a language that the finder can't read is followed as a text, without provisions. What belongs to the page
    around the text states none, nor does a title, or a line that only says since when the text applies.
    """
    units = finder.units(document)
    of_page = page_blocks(document)
    if not reads_language(language):
        return JudgedText(document, units, ({},) * len(units), of_page, language)
    judged = zip(units, judge_units(units), strict=True)
    confidences = tuple([{} if chances and _is_silent(document, of_page, one) else chances for one, chances in judged])
    return JudgedText(document, units, confidences, of_page, language)


def _is_silent(document: Document, of_page: frozenset[int], unit: Unit) -> bool:
    """Whether a unit is a choice of languages, or all its blocks belong to the page, or are titles, menus or dates."""
    if offers_languages(unit.text):
        return True
    if unit.first == unit.last:
        return unit.first in of_page or _is_label(document, unit.first)
    return all(block in of_page or _is_label(document, block) for block in range(unit.first, unit.last + 1))


def _is_label(document: Document, ordinal: int) -> bool:
    block = document.blocks[ordinal]
    alone = block.kind is not BlockKind.TABLE and block.lead_in is None
    return _labels(document.source(ordinal), document.visible[ordinal], block.kind is BlockKind.PARAGRAPH, alone)


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def _labels(source: str, visible: str, paragraph: bool, alone: bool) -> bool:
    """Whether a block labels what stands beside it. `alone`: it is neither a table nor announced by another block."""
    if is_menu(source) or (paragraph and is_furniture(source, visible)):
        return True
    return (alone and is_title(source, visible)) or is_date_line(visible) or is_notice(visible)
