"""Following provisions from one version of a document to the next, so that each keeps its identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import inf

from conductatlas.changes.alignment import Alignment, Edge
from conductatlas.changes.effect import says_the_same
from conductatlas.changes.furniture import is_furniture
from conductatlas.changes.kept import KeptText
from conductatlas.changes.kept import blocks_of as shown_blocks
from conductatlas.changes.restated import ContentIndex, is_rewritten, likeness_of_content, restated_in
from conductatlas.changes.words import in_order, likeness, words
from conductatlas.provisions import Finder, Finding, Unit
from conductatlas.reading import Document, visible_text

# A type that stands keeps standing over an edited passage while its confidence is above this share of its threshold, …
_KEPT_ABOVE = 0.5
# … or while the edit lowered the confidence by less than this; a type is new on edited text only if it rose as much.
_REAL_DIFFERENCE = 0.2
# A passage says again what another of its type says when this share of its words stands there in order.
_SAID_AGAIN = 0.75
# What a block said is still said where this share of its words stands in order.
_KEPT_WORDS = 0.85
# Shorter blocks are the same words by accident.
_FEWEST_WORDS_TO_STAND_FOR = 5
# Two passages of one type that share no block are still the same provision from this likeness on.
_SAME_PROVISION = 0.6
# … in one step from this one on, as in a text that was rewritten, …
_SAME_REWRITTEN = 0.45
# … and from this one on where each version has just one passage of the type that is left without a partner.
_SAME_IF_ALONE = 0.3

# Two passages of one type are the same provision in other words from this share of common content words on, and from
# this one on in a text that was rewritten.
_SAME_CONTENT, _SAME_CONTENT_REWRITTEN = 0.5, 0.1


class ChangeKind(StrEnum):
    """What happened to a provision."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True)
class JudgedText:
    """A version's text with its units and what the finder said of each."""

    document: Document
    units: tuple[Unit, ...]
    confidences: tuple[Mapping[str, float], ...]

    @cached_property
    def unit_of_block(self) -> dict[int, int]:
        """Which unit each block belongs to; headings belong to none."""
        return {
            block: position for position, unit in enumerate(self.units) for block in range(unit.first, unit.last + 1)
        }


@dataclass(frozen=True, slots=True)
class Standing:
    """A provision that stands in a version: who it is, and the words that state it."""

    identity: int
    clause_type: str
    quote: str
    severity: str
    stance: str

    def blocks(self, document: Document) -> frozenset[int]:
        """The ordinals of the blocks that state it, in all its places."""
        return frozenset(stated_blocks(self.quote, document))


@dataclass(frozen=True, slots=True)
class Dormant:
    """A provision that was removed lately: if it comes back, it is the same one."""

    identity: int
    clause_type: str
    quote: str


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of one provision.

    `before` is None for one that was added, `after` for one that is gone. `kind` is None where nothing was done to its
    words or its place (its marked-up source may differ). `returned`: it had been removed and stands again.
    `counterpart`: the provision of the same document that it was split from, or that it was merged into.
    """

    identity: int
    clause_type: str
    kind: ChangeKind | None
    before: Standing | None
    after: Finding | None
    relocated: bool = False
    returned: bool = False
    counterpart: int | None = None


def stated_blocks(quote: str, document: Document) -> tuple[int, ...]:
    """The ordinals of the blocks that a quote covers, in all its places, in the order of the text."""
    return tuple(block for first, last in document.places(quote) for block in range(first, last + 1))


def standing(identity: int, finding: Finding, document: Document) -> Standing:
    """The provision that a finding is, under the identity given."""
    return Standing(
        identity, finding.clause_type, finding.quote(document), finding.severity.value, finding.stance.value
    )


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
    accepted = _accepted(finder, old, provisions, blocks_of, new, alignment)
    findings = finder.assemble(new.document, new.units, accepted)
    rewritten = is_rewritten(old.document, new.document, alignment)
    matched, shared = _matched(provisions, blocks_of, findings, alignment, new.document, rewritten=rewritten)
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
            or _stated_in(quotes[position], quotes_of[finding.clause_type])
            or restated_in(quotes[position], stood[finding.clause_type], rewritten=rewritten)
        )
        if whole is not None:
            followed.append(
                Followed(next_identity, finding.clause_type, ChangeKind.MOVED, None, finding, counterpart=whole)
            )
            next_identity += 1
            continue
        again = _returning(quotes[position], finding.clause_type, asleep.values())
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
            else _stated_in(one.quote, others) or restated_in(one.quote, others, rewritten=rewritten)
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


def is_same_provision(one: str, other: str, least: float = _SAME_PROVISION) -> bool:
    """Whether two quotes of one clause type are so alike that they are one provision reworded."""
    return likeness(words(visible_text(one)), words(visible_text(other))) >= least


def _stated_in(quote: str, others: Mapping[int, str]) -> int | None:
    """The identity of the passage, among others of its type, that holds most of the words of a quote in order."""
    part = words(visible_text(quote))
    if len(part) < _FEWEST_WORDS_TO_STAND_FOR:
        return None
    shares = [(-in_order(part, words(visible_text(other))), identity) for identity, other in sorted(others.items())]
    best = min(shares, default=(0.0, 0))
    return best[1] if -best[0] >= _SAID_AGAIN else None


def _returning(quote: str, clause_type: str, dormant: Iterable[Dormant], least: float = _SAME_PROVISION) -> int | None:
    alike = [
        (-likeness(words(visible_text(one.quote)), words(visible_text(quote))), one.identity)
        for one in dormant
        if one.clause_type == clause_type
    ]
    best = min(alike, default=(0.0, 0))
    return best[1] if -best[0] >= least else None


def _accepted(
    finder: Finder,
    old: JudgedText,
    provisions: Sequence[Standing],
    blocks_of: Mapping[int, frozenset[int]],
    new: JudgedText,
    alignment: Alignment,
) -> tuple[dict[str, float], ...]:
    """The types of each new unit, with their confidences: what the finder says, steadied by what stood before.

    A classifier wavers over texts that hardly differ. So where the words are the same, the types are the same; where
    they were edited, a type goes or comes only if its confidence really moved.
    """
    types_of_block: dict[int, set[str]] = defaultdict(set)
    for one in provisions:
        for block in blocks_of[one.identity]:
            types_of_block[block].add(one.clause_type)
    origins = _Origins(old.document, new.document, alignment)
    result: list[dict[str, float]] = []
    for unit, confidences in zip(new.units, new.confidences, strict=True):
        blocks = origins.of(unit)
        if not blocks:
            result.append(finder.accepted(confidences))
            continue
        unchanged = origins.say_the_same(unit)
        earlier = [old.confidences[old.unit_of_block[block]] for block in blocks if block in old.unit_of_block]
        types: dict[str, float] = {}
        for clause_type in sorted({clause_type for block in blocks for clause_type in types_of_block[block]}):
            now, then = confidences.get(clause_type, 0.0), _highest(earlier, clause_type)
            threshold = finder.threshold(clause_type)
            steady = now >= _KEPT_ABOVE * threshold or (then >= threshold and then - now < _REAL_DIFFERENCE)
            holders = [block for block in blocks if clause_type in types_of_block[block]]
            if unchanged or origins.are_kept(holders, unit):
                types[clause_type] = max(now, then)
            elif steady:
                types[clause_type] = now
        if not unchanged:
            for clause_type, now in finder.accepted(confidences).items():
                if clause_type not in types and now - _highest(earlier, clause_type) >= _REAL_DIFFERENCE:
                    types[clause_type] = now
        result.append(types)
    return tuple(result)


class _Origins:
    """Where the blocks of a new version stood in the old one: those they came from, and those of the same words."""

    def __init__(self, old: Document, new: Document, alignment: Alignment) -> None:
        self._old = old
        self._new = new
        self._alignment = alignment
        self._by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for block, visible in enumerate(old.visible):
            if len(words(visible)) >= _FEWEST_WORDS_TO_STAND_FOR:
                self._by_words[words(visible)].append(block)

    def of(self, unit: Unit) -> list[int]:
        """The old blocks that a unit of the new version came from, or repeats word for word."""
        return sorted({block for new in range(unit.first, unit.last + 1) for block in self._of_block(new)})

    def _of_block(self, new: int) -> list[int]:
        edges = self._alignment.from_new.get(new, ())
        return [edge.old for edge in edges] + self._by_words.get(words(self._new.visible[new]), [])

    def are_kept(self, blocks: Sequence[int], unit: Unit) -> bool:
        """Whether a unit of the new version still holds nearly all words, in order, of one of some old blocks."""
        shown = words(unit.text)
        return any(
            len(words(self._old.visible[block])) >= _FEWEST_WORDS_TO_STAND_FOR
            and in_order(words(self._old.visible[block]), shown) >= _KEPT_WORDS
            for block in blocks
        )

    def say_the_same(self, unit: Unit) -> bool:
        """Whether every block of a unit that has words says the same, but for the letter, as in the old version."""
        return all(self._says_the_same(block) for block in range(unit.first, unit.last + 1))

    def _says_the_same(self, new: int) -> bool:
        visible = self._new.visible[new]
        if not words(visible) or words(visible) in self._by_words:
            return True
        return any(
            not edge.part and (edge.likeness == 1.0 or says_the_same(self._old.visible[edge.old], visible))
            for edge in self._alignment.from_new.get(new, ())
        )


def _highest(confidences: Sequence[Mapping[str, float]], clause_type: str) -> float:
    return max((one.get(clause_type, 0.0) for one in confidences), default=0.0)


def _matched(
    provisions: Sequence[Standing],
    blocks_of: Mapping[int, frozenset[int]],
    findings: Sequence[Finding],
    alignment: Alignment,
    document: Document,
    *,
    rewritten: bool,
) -> tuple[dict[int, int], _Shared]:
    """Match findings to provisions of the same type by the words of the blocks that they share.

    Returns the identity for each matched finding's position, and the words that all of them share.
    """
    holders: dict[int, list[Standing]] = defaultdict(list)
    for one in provisions:
        for block in blocks_of[one.identity]:
            holders[block].append(one)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for position, finding in enumerate(findings):
        for block in stated_blocks(finding.quote(document), document):
            for edge in alignment.from_new.get(block, ()):
                for one in holders[edge.old]:
                    if one.clause_type == finding.clause_type:
                        shared[one.identity, position] += edge.likeness * len(words(document.visible[block]))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for (identity, position), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if identity not in taken and position not in matched:
            matched[position] = identity
            taken.add(identity)
    sharing = {identity for identity, _ in shared}
    lone = [one for one in provisions if one.identity not in taken and one.identity not in sharing]
    alone = {position for _, position in shared}
    for position, finding in enumerate(findings):
        if position in matched or position in alone:
            continue
        asleep = [Dormant(one.identity, one.clause_type, one.quote) for one in lone if one.identity not in taken]
        rivals = [other for other in findings if other.clause_type == finding.clause_type]
        partners = [one for one in asleep if one.clause_type == finding.clause_type]
        least = _SAME_IF_ALONE if len(rivals) == len(partners) == 1 else _SAME_REWRITTEN
        identity_or_none = _returning(finding.quote(document), finding.clause_type, asleep, least)
        if identity_or_none is not None:
            matched[position] = identity_or_none
            taken.add(identity_or_none)
    left = [one for one in lone if one.identity not in taken]
    free = [(position, one) for position, one in enumerate(findings) if position not in matched | dict.fromkeys(alone)]
    matched |= dict(_restated(left, free, document, rewritten=rewritten))
    return matched, _Shared(shared)


def _restated(
    provisions: Sequence[Standing], findings: Sequence[tuple[int, Finding]], document: Document, *, rewritten: bool
) -> Iterator[tuple[int, int]]:
    """Pair provisions and findings, given with their positions, of one type that say much the same in other words."""
    least = _SAME_CONTENT_REWRITTEN if rewritten else _SAME_CONTENT
    scored = [
        (-score, one.identity, position)
        for position, finding in findings
        for one in provisions
        if one.clause_type == finding.clause_type
        and (score := likeness_of_content(one.quote, finding.quote(document))) >= least
    ]
    taken: set[int] = set()
    done: set[int] = set()
    for _, known, position in sorted(scored):
        if known not in taken and position not in done:
            taken.add(known)
            done.add(position)
            yield position, known


class _Shared:
    """The words that provisions of the old version share with findings of the new one, by (identity, position)."""

    def __init__(self, weights: Mapping[tuple[int, int], float]) -> None:
        self._position_of: dict[int, tuple[float, int]] = {}
        self._identity_of: dict[int, tuple[float, int]] = {}
        for (identity, position), weight in weights.items():
            self._position_of[identity] = min((-weight, position), self._position_of.get(identity, (inf, 0)))
            self._identity_of[position] = min((-weight, identity), self._identity_of.get(position, (inf, 0)))

    def position(self, identity: int) -> int | None:
        """The position of the finding that shares most with a provision."""
        return self._position_of[identity][1] if identity in self._position_of else None

    def identity(self, position: int) -> int | None:
        """The identity of the provision that shares most with a finding."""
        return self._identity_of[position][1] if position in self._identity_of else None


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
