"""Which block of one version is which block of the next: by equality first, then by likeness and place."""

from __future__ import annotations

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise, product
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from rapidfuzz.distance import Indel

from conductatlas.changes.language.edited_sentences import begins, is_label_of
from conductatlas.changes.language.pairing import each_once
from conductatlas.changes.language.signs import Signs
from conductatlas.changes.language.words import in_order, likeness, without_particulars
from conductatlas.reading import BlockKind, Document, words

# Two blocks between the same neighbours are the same block reworded from this likeness on, …
_LIKE_IN_PLACE = 0.5
# … and blocks that stand in different places from this one on.
_LIKE_ELSEWHERE = 0.65
# … or from this one on, where both begin with so many words alike.
_LIKE_IF_BEGUN, _FEWEST_BEGUN = 0.35, 8
# What two blocks are at most alike that are not the same to the word.
_MOST_ALIKE = 0.9999
# A block is part of a larger one when this share of its words stands there in order.
_PART = 0.8
# Shorter blocks match by accident.
_FEWEST_WORDS_TO_MOVE = 5
# How many blocks a block is compared with at most, however large the documents.
_CANDIDATES = 12
# In a gap with more pairs than this, only blocks that share rare words are compared.
_LARGEST_GAP = 900
# The number or letter of a title or an item.
_SIGN = re.compile(r"\d[\d.]*|[a-z]|[ivx]{1,4}")


class Edge(NamedTuple):
    """One block of the old version and the block of the new one that it became, or became part of.

    `likeness` is 1 where the words are the same. `moved`: its order among the blocks that stayed has changed.
    `part`: only a part of one of the two (a split or a merge).
    """

    old: int
    new: int
    likeness: float
    moved: bool = False
    part: bool = False


@dataclass(frozen=True)
class Alignment:
    """The blocks with words of two versions, as pairs in the order of the new version."""

    edges: tuple[Edge, ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]

    @cached_property
    def from_old(self) -> dict[int, tuple[Edge, ...]]:
        """The edges of each old block."""
        return _grouped(self.edges, itemgetter(0))

    @cached_property
    def from_new(self) -> dict[int, tuple[Edge, ...]]:
        """The edges of each new block."""
        return _grouped(self.edges, itemgetter(1))

    @cached_property
    def stayed(self) -> dict[int, int]:
        """The old blocks that stand word for word in the new version, each with the one new block that it is there."""
        return {edge.old: edge.new for edge in self.edges if edge.likeness == 1.0 and not edge.part}

    @property
    def turned_round(self) -> Alignment:
        """The same with the new version as the old one."""
        edges = (edge._replace(old=edge.new, new=edge.old) for edge in self.edges)
        return Alignment(tuple(sorted(edges, key=itemgetter(1, 0))), self.added, self.removed)

    @cached_property
    def moves(self) -> bool:
        """Whether any block changed its place."""
        return any(edge.moved for edge in self.edges)


def words_that_differ(old: Document, new: Document) -> int:
    """How many words of two versions stand in blocks that are not the same in both."""
    stayed = align(old, new).stayed
    in_both = sum(old.word_counts[block] for block in stayed) + sum(new.word_counts[block] for block in stayed.values())
    return sum(old.word_counts) + sum(new.word_counts) - in_both


def _grouped(edges: Sequence[Edge], block_of: Callable[[Edge], int]) -> dict[int, tuple[Edge, ...]]:
    single: dict[int, tuple[Edge, ...]] = {block_of(edge): (edge,) for edge in edges}
    if len(single) == len(edges):
        return single
    groups: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[block_of(edge)].append(edge)
    return {block: tuple(group) for block, group in groups.items()}


@lru_cache(maxsize=4)
def align(old: Document, new: Document) -> Alignment:
    """Align the blocks of two versions of a document.

    Blocks without words (drawn characters, images) take no part. The number of comparisons grows with the number of
    blocks that differ, not with its square.
    """
    before = {ordinal: line for ordinal, line in enumerate(old.word_lines) if line}
    after = {ordinal: line for ordinal, line in enumerate(new.word_lines) if line}

    def weigh(left: int, right: int) -> int:
        line = min(old.word_lines[left], new.word_lines[right], key=lambda one: (len(one), one))
        # Of two blocks as long the words decide, which are the same in either order.
        return (len(line) << 32) + crc32(line.encode("utf-8", "surrogatepass"))

    pairs = _equal_pairs(before, after, weigh)
    free_old = [ordinal for ordinal in before if ordinal not in pairs]
    taken = set(pairs.values())
    free_new = [ordinal for ordinal in after if ordinal not in taken]

    def may_go_on(left: int, right: int) -> bool:
        leads_in = _leads_in(old, left), _leads_in(new, right)
        merged = _goes_on_in(old, left, new, right) or _goes_on_in(new, right, old, left)
        return (
            leads_in[0] == leads_in[1]
            and not merged
            and not is_label_of(*sorted((old.visible[left], new.visible[right]), key=len))
        )

    alike = _alike_pairs(_masked(old, free_old), _masked(new, free_new), pairs, weigh, may_go_on)
    moved = out_of_order(pairs | {left: right for left, (right, _) in alike.items()}, weigh)
    edges = [Edge(left, right, 1.0, left in moved) for left, right in pairs.items()]
    edges += [Edge(left, right, score, left in moved) for left, (right, score) in alike.items()]
    edges += _parts(old, new, edges)
    edges.sort(key=itemgetter(1, 0))
    has_old, has_new = {edge.old for edge in edges}, {edge.new for edge in edges}
    return Alignment(
        tuple(edges),
        tuple([ordinal for ordinal in before if ordinal not in has_old]),
        tuple([ordinal for ordinal in after if ordinal not in has_new]),
    )


# Blocks by their ordinals: the words of each as one line, and as they are.
_Lines = dict[int, str]
_Words = dict[int, tuple[str, ...]]
# What a pair of blocks weighs where one of two must have moved.
_Weigh = Callable[[int, int], int]


def _equal_pairs(before: _Lines, after: _Lines, weigh: _Weigh) -> dict[int, int]:
    """Pair blocks with the same words: along a common subsequence first, then what is left in order.

    A bare number or letter says where a note stands, and not which one it is: where one came in ahead, each number is
    that of the next one. So such a block is only paired where it stands between the same others.
    """
    left, right = list(before), list(after)
    start = _common(left, right, before, after)
    stop = _common(left[start:][::-1], right[start:][::-1], before, after)
    pairs = dict(zip(left[:start], right[:start], strict=True))
    pairs |= dict(zip(left[len(left) - stop :], right[len(right) - stop :], strict=True))
    left, right = left[start : len(left) - stop], right[start : len(right) - stop]
    common = {before[ordinal] for ordinal in left} & {after[ordinal] for ordinal in right}
    signs = {line for line in common if _SIGN.fullmatch(line)}
    signs_left = {ordinal: before[ordinal] for ordinal in left if before[ordinal] in signs}
    signs_right = {ordinal: after[ordinal] for ordinal in right if after[ordinal] in signs}
    common -= signs
    left = [ordinal for ordinal in left if before[ordinal] in common]
    right = [ordinal for ordinal in right if after[ordinal] in common]
    for step in Indel.opcodes([before[ordinal] for ordinal in left], [after[ordinal] for ordinal in right]):
        if step.tag == "equal":
            run = zip(left[step.src_start : step.src_end], right[step.dest_start : step.dest_end], strict=True)
            pairs.update(run)
    taken = set(pairs.values())
    places: dict[str, list[int]] = defaultdict(list)
    for ordinal in reversed(right):
        if ordinal not in taken:
            places[after[ordinal]].append(ordinal)
    for ordinal in left:
        if ordinal not in pairs and places[before[ordinal]]:
            pairs[ordinal] = places[before[ordinal]].pop()
    return pairs | _signs_in_place(signs_left, signs_right, pairs, weigh)


def _signs_in_place(before: _Lines, after: _Lines, pairs: Mapping[int, int], weigh: _Weigh) -> dict[int, int]:
    """Pair the bare numbers and letters that stand between the same blocks in both versions."""
    if not before or not after:
        return {}
    gap_of_old, gap_of_new = _gaps(pairs, before, after, weigh)
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for ordinal in reversed(after):
        places[gap_of_new[ordinal], after[ordinal]].append(ordinal)
    at = ((ordinal, places[gap_of_old[ordinal], line]) for ordinal, line in before.items())
    return {ordinal: found.pop() for ordinal, found in at if found}


def _common(left: Sequence[int], right: Sequence[int], before: _Lines, after: _Lines) -> int:
    length = 0
    for old, new in zip(left, right, strict=False):
        if before[old] != after[new]:
            break
        length += 1
    return length


def _masked(document: Document, ordinals: list[int]) -> _Words:
    """The words of some blocks with dates and contact details masked, so that a new date makes no new block."""
    return {ordinal: words(without_particulars(document.visible[ordinal])) for ordinal in ordinals}


def _alike_pairs(
    before: _Words,
    after: _Words,
    pairs: Mapping[int, int],
    weigh: _Weigh,
    may_go_on: Callable[[int, int], bool],
) -> dict[int, tuple[int, float]]:
    """Pair the blocks that are left by likeness, the most alike first; likeness in place counts for more.

    `may_go_on`: whether what one says whole may go on in the other, if it stands at its beginning.
    """
    if not before or not after:
        return {}
    gap_of_old, gap_of_new = _gaps(pairs, before, after, weigh)
    scored: list[tuple[float, int, int, int, float]] = []
    for left, right in _candidates(before, after, gap_of_old, gap_of_new):
        in_place = gap_of_old[left] == gap_of_new[right]
        if not in_place and min(len(before[left]), len(after[right])) < _FEWEST_WORDS_TO_MOVE:
            continue
        least = _LIKE_IN_PLACE if in_place else _LIKE_ELSEWHERE
        # That two titles have one number does not make them one.
        one, other = _without_sign(before[left]), _without_sign(after[right])
        score = likeness(one, other, least)
        # What a block says whole ahead of what came behind it stands still, and so does what both begin with.
        if in_place and score < least and _goes_on(one, other) and may_go_on(left, right):
            score = least
        if score >= least:
            scored.append((-score - 0.1 * in_place, abs(left - right), left, right, score))
    scored.sort()
    score_of = {(left, right): min(round(score, 4), _MOST_ALIKE) for *_, left, right, score in scored}
    return {left: (right, score_of[left, right]) for left, right in each_once(score_of)}


def _goes_on(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether of two blocks the one stands at the beginning of the other, or both begin, and go on, much alike."""
    if begins(*sorted((one, other), key=len)):
        return True
    is_begun = len(one) > _FEWEST_BEGUN and one[:_FEWEST_BEGUN] == other[:_FEWEST_BEGUN]
    return is_begun and likeness(one, other, _LIKE_IF_BEGUN) >= _LIKE_IF_BEGUN


def _leads_in(document: Document, ordinal: int) -> bool:
    """Whether a block is a heading, or leads into others: what it says is no statement of its own."""
    return document.blocks[ordinal].kind is BlockKind.HEADING or document.visible[ordinal].endswith(":")


def _goes_on_in(document: Document, ordinal: int, other: Document, whole: int) -> bool:
    """Whether a block of the other text holds the one behind this one too: several were merged, or it was divided."""
    behind = document.word_lines[ordinal + 1 : ordinal + 2]
    return any(line and f" {line} " in f" {other.word_lines[whole]} " for line in behind)


def _gaps(
    pairs: Mapping[int, int], before: Iterable[int], after: Iterable[int], weigh: _Weigh
) -> tuple[dict[int, int], dict[int, int]]:
    """Number the gaps between the pairs that stayed in order, and tell in which gap each free block stands."""
    moved = out_of_order(pairs, weigh)
    anchors = sorted([(left, right) for left, right in pairs.items() if left not in moved])
    lefts, rights = [left for left, _ in anchors], [right for _, right in anchors]
    return (
        {ordinal: bisect.bisect(lefts, ordinal) for ordinal in before},
        {ordinal: bisect.bisect(rights, ordinal) for ordinal in after},
    )


def _candidates(
    before: _Words, after: _Words, gap_of_old: dict[int, int], gap_of_new: dict[int, int]
) -> Iterable[tuple[int, int]]:
    """The pairs that are worth a comparison: all of a small gap, and those that share their rarest words."""
    found: set[tuple[int, int]] = set()
    olds_of_gap: dict[int, list[int]] = defaultdict(list)
    for ordinal, gap in gap_of_old.items():
        olds_of_gap[gap].append(ordinal)
    news_of_gap: dict[int, list[int]] = defaultdict(list)
    for ordinal, gap in gap_of_new.items():
        news_of_gap[gap].append(ordinal)
    for gap, olds in olds_of_gap.items():
        news = news_of_gap.get(gap, [])
        if len(olds) * len(news) <= _LARGEST_GAP:
            found.update(product(olds, news))
    if len(found) < len(before) * len(after):
        found.update(_sharing_rare_words(before, after))
        found.update(_numbered_otherwise(before, after, gap_of_old, gap_of_new))
    return sorted(found)


def _numbered_otherwise(
    before: _Words, after: _Words, gap_of_old: dict[int, int], gap_of_new: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """The pairs of a gap that differ in the number or letter ahead alone, as short titles do."""
    same: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    for ordinal, shown in after.items():
        same[gap_of_new[ordinal], _without_sign(shown)].append(ordinal)
    for ordinal, shown in before.items():
        perhaps = same.get((gap_of_old[ordinal], _without_sign(shown)), [])[:_CANDIDATES]
        yield from ((ordinal, other) for other in perhaps if after[other] != shown)


def _without_sign(shown: tuple[str, ...]) -> tuple[str, ...]:
    return shown[1:] if len(shown) > 1 and _SIGN.fullmatch(shown[0]) else shown


def _sharing_rare_words(before: _Words, after: _Words) -> Iterator[tuple[int, int]]:
    """For each block of one version, the blocks of the other with which it shares most of its rare word pairs."""
    # Pairs are told apart by their hashes: numbers take a fraction of the time and the memory.
    sought = {ordinal: set(map(hash, pairwise(shown))) for ordinal, shown in before.items()}
    any_of_them = set[int]().union(*sought.values())
    holders: dict[int, list[int]] = defaultdict(list)
    for ordinal, shown in after.items():
        for pair in any_of_them.intersection(map(hash, pairwise(shown))):
            holders[pair].append(ordinal)
    rare = {pair: holding for pair, holding in holders.items() if len(holding) <= _CANDIDATES}
    for ordinal, pairs in sought.items():
        shared = Counter(chain.from_iterable([rare[pair] for pair in pairs if pair in rare]))
        for _, other in sorted([(-common, other) for other, common in shared.items()])[:_CANDIDATES]:
            yield ordinal, other


def out_of_order(pairs: Mapping[int, int], weigh: _Weigh = lambda old, new: 0) -> frozenset[int]:
    """The old blocks that are not on a longest run of pairs in the same order in both versions.

    Of runs as long the one that weighs most counts, so that of two blocks that changed places the same one moved in
    whichever order the versions are compared.
    """
    order = sorted(pairs.items())
    if all(one < other for (_, one), (_, other) in pairwise(order)):
        return frozenset()
    rank = {right: place for place, right in enumerate(sorted(pairs.values()), 1)}
    # By rank, as a tree of prefixes: the best run that ends there or before, by its length, weight and last pair.
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(order) + 1)
    previous: list[int] = []
    for index, (left, right) in enumerate(order):
        length, weight, last = 0, 0, -1
        place = rank[right] - 1
        while place:
            length, weight, last = max((length, weight, last), best[place])
            place &= place - 1
        previous.append(last)
        run = (length + 1, weight + weigh(left, right), index)
        place = rank[right]
        while place < len(best):
            best[place] = max(best[place], run)
            place += place & -place
    kept: set[int] = set()
    _, _, index = max(best[1:])
    while index >= 0:
        kept.add(order[index][0])
        index = previous[index]
    return frozenset(left for left in pairs if left not in kept)


def _parts(old: Document, new: Document, edges: Sequence[Edge]) -> list[Edge]:
    """Find splits and merges: a block without a partner whose words stand, in order, in a block that changed or is new.

    It is looked for near its neighbours' partners first, then wherever its rare word pairs stand.
    """
    new_of, old_of = {edge.old: edge.new for edge in edges}, {edge.new: edge.old for edge in edges}
    stayed = [edge for edge in edges if edge.likeness == 1.0]
    before = _words_of_others(old, {edge.old for edge in stayed})
    after = _words_of_others(new, {edge.new for edge in stayed})
    found = [Edge(whole, ordinal, share, False, True) for ordinal, whole, share in _wholes(after, before, old_of)]
    found += [Edge(ordinal, whole, share, False, True) for ordinal, whole, share in _wholes(before, after, new_of)]
    return list({(edge.old, edge.new): edge for edge in found}.values())


def _words_of_others(document: Document, stayed: set[int]) -> _Words:
    """The words of the blocks, of those that have any, that are not among some that stayed."""
    return {
        ordinal: words(visible)
        for ordinal, (visible, line) in enumerate(zip(document.visible, document.word_lines, strict=True))
        if line and ordinal not in stayed
    }


def _wholes(parts: _Words, wholes: _Words, partner: Mapping[int, int]) -> Iterator[tuple[int, int, float]]:
    """For each lone block the block of the other version that holds most of its words, and the share that it holds.

    Lone are the parts without a partner.
    """
    lone = {
        ordinal: shown
        for ordinal, shown in parts.items()
        if ordinal not in partner and len(shown) >= _FEWEST_WORDS_TO_MOVE
    }
    if not lone or not wholes:
        return
    candidates: dict[int, dict[int, None]] = {ordinal: {} for ordinal in lone}
    for ordinal in lone:
        for distance in (1, 2, 3):
            for neighbour in (ordinal - distance, ordinal + distance):
                if partner.get(neighbour) in wholes:
                    candidates[ordinal][partner[neighbour]] = None
    for ordinal, other in _sharing_rare_words(lone, wholes):
        candidates[ordinal][other] = None
    signs = Signs()
    # Each may be asked about for many.
    whole_of = {other: signs.of(wholes[other]) for other in set(chain.from_iterable(candidates.values()))}
    for ordinal, shown in lone.items():
        part = signs.of(shown) if candidates[ordinal] else ""
        shares = {other: in_order(part, whole_of[other], _PART) for other in candidates[ordinal]}
        # Of equal ones the first: a neighbour goes before one that only shares rare words.
        best = max(shares, key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= _PART:
            yield ordinal, best, round(shares[best], 4)
