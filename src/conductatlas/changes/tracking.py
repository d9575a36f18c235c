"""Following provisions from one version of a document to the next, so that each keeps its identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from conductatlas.changes.alignment import Alignment, Edge
from conductatlas.changes.furniture import is_furniture
from conductatlas.changes.kept import KeptText
from conductatlas.changes.kept import blocks_of as shown_blocks
from conductatlas.changes.matching import match_findings, returning, stated_in
from conductatlas.changes.restated import ContentIndex, is_rewritten, restated_in
from conductatlas.changes.standing import ChangeKind, Dormant, Followed, JudgedText, Standing, stated_blocks
from conductatlas.changes.steadying import steadied_types
from conductatlas.changes.words import words
from conductatlas.provisions import Finder, Finding
from conductatlas.reading import Document, visible_text


def follow(
    finder: Finder,
    old: JudgedText,
    provisions: Sequence[Standing],
    new: JudgedText,
    alignment: Alignment,
    dormant: Sequence[Dormant],
    next_identity: int,
) -> tuple[Followed, ...]:
    """Tell what became of each provision that stood in `old`, and which are new in `new`.

    New identities are given from `next_identity` on, in the order of the new text. The result is in the order of the
    new text; last come those that the finder sees no more, but which still stand, and those that are gone.
    """
    blocks_of = {one.identity: one.blocks(old.document) for one in provisions}
    accepted = steadied_types(finder, old, provisions, blocks_of, new, alignment)
    findings = finder.assemble(new.document, new.units, accepted)
    rewritten = is_rewritten(old.document, new.document, alignment)
    matched, shared = match_findings(provisions, blocks_of, findings, alignment, new.document, rewritten=rewritten)
    by_identity = {one.identity: one for one in provisions}
    asleep = {one.identity: one for one in dormant}
    quotes = [finding.quote(new.document) for finding in findings]
    quotes_of: dict[str, dict[int, str]] = defaultdict(dict)
    for position, known in matched.items():
        quotes_of[findings[position].clause_type][known] = quotes[position]
    stood: dict[str, dict[int, str]] = defaultdict(dict)
    for known in matched.values():
        stood[by_identity[known].clause_type][known] = by_identity[known].quote
    followed: list[Followed] = []
    for position, finding in enumerate(findings):
        identity = matched.get(position)
        if identity is not None:
            before = by_identity[identity]
            followed.append(_continued(before, blocks_of[identity], finding, old.document, new.document, alignment))
            continue
        whole = (
            shared.identity(position)
            or stated_in(quotes[position], quotes_of[finding.clause_type])
            or restated_in(quotes[position], stood[finding.clause_type], rewritten=rewritten)
        )
        if whole is not None:
            followed.append(
                Followed(next_identity, finding.clause_type, ChangeKind.MOVED, None, finding, counterpart=whole)
            )
            next_identity += 1
            continue
        again = returning(quotes[position], finding.clause_type, asleep.values())
        if again is not None:
            del asleep[again]
            followed.append(Followed(again, finding.clause_type, ChangeKind.ADDED, None, finding, returned=True))
            continue
        followed.append(Followed(next_identity, finding.clause_type, ChangeKind.ADDED, None, finding))
        next_identity += 1
    for one_followed, quote in zip(followed, quotes, strict=True):
        quotes_of[one_followed.clause_type][one_followed.identity] = quote
    kept = set(matched.values())
    still, resembling = KeptText(new.document), ContentIndex(new.document)
    gone: list[Followed] = []
    for one in provisions:
        if one.identity in kept:
            continue
        into = shared.position(one.identity)
        others = quotes_of[one.clause_type]
        counterpart = (
            matched[into]
            if into is not None
            else stated_in(one.quote, others) or restated_in(one.quote, others, rewritten=rewritten)
        )
        place = None
        if counterpart is None:
            shown = shown_blocks(one.quote, old.document)
            place = still.place(shown) or resembling.place(shown)
        if place is not None:
            after = _finding_at(finder, one.clause_type, place, new.document)
            quote = after.quote(new.document)
            holders = [known for known, other in others.items() if quote in other]
            if not holders:
                others[one.identity] = quote
                followed.append(_continued(one, blocks_of[one.identity], after, old.document, new.document, alignment))
                continue
            counterpart = holders[0]
        kind = ChangeKind.REMOVED if counterpart is None else ChangeKind.MOVED
        gone.append(Followed(one.identity, one.clause_type, kind, one, None, counterpart=counterpart))
    return (*followed, *gone)


def _finding_at(finder: Finder, clause_type: str, place: tuple[int, int], document: Document) -> Finding:
    """The finding that a run of blocks is, of which it is known that it says what a provision of a type said."""
    first, last = place
    span = (document.blocks[first].start, document.blocks[last].end)
    return finder.finding(document, clause_type, first, last, (span,), (finder.threshold(clause_type),))


def _continued(
    before: Standing,
    old_blocks: frozenset[int],
    finding: Finding,
    old: Document,
    new: Document,
    alignment: Alignment,
) -> Followed:
    """Tell what happened to a provision that stands in both versions."""
    new_blocks = stated_blocks(finding.quote(new), new)
    edges = [edge for block in new_blocks for edge in alignment.from_new.get(block, ()) if edge.old in old_blocks]
    relocated = bool(edges) and all(edge.moved for edge in edges)
    kind: ChangeKind | None = None
    same_words = words(visible_text(before.quote)) == words(visible_text(finding.quote(new)))
    if not same_words and _was_edited(old_blocks, new_blocks, old, new, alignment):
        kind = ChangeKind.REWORDED
    elif relocated:
        kind = ChangeKind.MOVED
    return Followed(before.identity, before.clause_type, kind, before, finding, relocated=relocated)


def _was_edited(
    old_blocks: frozenset[int], new_blocks: Sequence[int], old: Document, new: Document, alignment: Alignment
) -> bool:
    """Whether words of a passage changed, and not merely the bounds that the finder drew around it."""
    return any(
        _is_edited(alignment.from_new.get(block, ())) and not is_furniture(new.source(block), new.visible[block])
        for block in new_blocks
    ) or any(
        _is_edited(alignment.from_old.get(block, ())) and not is_furniture(old.source(block), old.visible[block])
        for block in old_blocks
    )


def _is_edited(edges: Sequence[Edge]) -> bool:
    """Whether a block, by its edges, stands nowhere in the other version with the same words."""
    return not any(edge.likeness == 1.0 for edge in edges)
