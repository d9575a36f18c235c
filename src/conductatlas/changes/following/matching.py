"""Which findings of a new version are which provisions of the old one, by the blocks and the words they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import inf

from conductatlas.changes.aligning.alignment import Alignment
from conductatlas.changes.aligning.restated import likeness_of_content
from conductatlas.changes.following.standing import Dormant, Standing
from conductatlas.changes.language.common_words import ROUNDING, distinct_words
from conductatlas.changes.language.pairing import each_once
from conductatlas.changes.language.words import FEWEST_WORDS_TO_STAND_FOR, in_order, likeness
from conductatlas.provisions import Finding
from conductatlas.reading import Document, visible_text, word_line, words

# A passage says again what another of its type says when this share of its words stands there in order.
_SAID_AGAIN = 0.75
# Two passages of one type that share no block are still the same provision from this likeness on.
_SAME_PROVISION = 0.6
# … in one step from this one on, as in a text that was rewritten, …
_SAME_REWRITTEN = 0.45
# … and from this one on where each version has just one passage of the type that is left without a partner.
_SAME_IF_ALONE = 0.3

# Two passages of one type are the same provision in other words from this share of common content words on, and from
# this one on in a text that was rewritten.
_SAME_CONTENT, _SAME_CONTENT_REWRITTEN = 0.5, 0.35


def match_findings(
    provisions: Sequence[Standing],
    blocks_of: Mapping[int, frozenset[int]],
    findings: Sequence[Finding],
    alignment: Alignment,
    old: Document,
    new: Document,
    *,
    rewritten: bool,
    silent: Collection[int] = (),
) -> tuple[dict[int, int], Shared]:
    """Match findings to provisions of the same type by the words of the blocks that they share.

    Those at the positions in `silent` do not state their type by themselves: they are taken where no other one shares
    any words.
    Returns the identity for each matched finding's position, and the words that all of them share.
    """
    holders: dict[str, dict[int, list[int]]] = defaultdict(dict)
    for one in provisions:
        of_its_type = holders[one.clause_type]
        for block in blocks_of[one.identity]:
            of_its_type.setdefault(block, []).append(one.identity)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    from_new, before, after = alignment.from_new, old.word_counts, new.word_counts
    for position, finding in enumerate(findings):
        of_its_type = holders.get(finding.clause_type, {})
        for block in new.ordinals(finding.quote) if of_its_type else ():
            for edge in from_new.get(block, ()):
                # Of a block that became part of a larger one, no more words are shared than it had.
                common = edge.likeness * (min(before[edge.old], after[block]) if edge.part else after[block])
                for identity in of_its_type.get(edge.old, ()):
                    shared[identity, position] += common
    ordered = sorted(shared.items(), key=lambda item: (item[0][1] in silent, -item[1], item[0]))
    matched = {position: identity for identity, position in each_once(pair for pair, _ in ordered)}
    taken = set(matched.values())
    sharing = {identity for identity, _ in shared}
    lone = [one for one in provisions if one.identity not in taken and one.identity not in sharing]
    alone = {position for _, position in shared}
    free = [
        (position, one) for position, one in enumerate(findings) if position not in matched and position not in alone
    ]
    of_type = Counter(one.clause_type for one in findings)
    lone_of_type = _by_type(lone)
    for position, finding in free:
        partners = [one for one in lone_of_type[finding.clause_type] if one.identity not in taken]
        least = _SAME_IF_ALONE if of_type[finding.clause_type] == len(partners) == 1 else _SAME_REWRITTEN
        identity_or_none = returning(finding.quote, finding.clause_type, partners, least)
        if identity_or_none is not None:
            matched[position] = identity_or_none
            taken.add(identity_or_none)
    left = [one for one in lone if one.identity not in taken]
    free = [(position, one) for position, one in free if position not in matched]
    matched |= dict(_restated(left, free, rewritten=rewritten))
    return matched, Shared(shared)


def _restated(
    provisions: Sequence[Standing], findings: Sequence[tuple[int, Finding]], *, rewritten: bool
) -> Iterator[tuple[int, int]]:
    """Pair provisions and findings, given with their positions, of one type that say much the same in other words."""
    least = _SAME_CONTENT_REWRITTEN if rewritten else _SAME_CONTENT
    of_type = _by_type(provisions)
    scored = [
        (-score, one.identity, position)
        for position, finding in findings
        for one in of_type[finding.clause_type]
        if (score := likeness_of_content(one.quote, finding.quote)) >= least
    ]
    return each_once((position, known) for _, known, position in sorted(scored))


def _by_type(provisions: Iterable[Standing]) -> Mapping[str, list[Standing]]:
    """Some provisions by their types, in their order; none of a type that none is of."""
    found: dict[str, list[Standing]] = defaultdict(list)
    for one in provisions:
        found[one.clause_type].append(one)
    return found


class Shared:
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


def is_same_provision(one: str, other: str, least: float = _SAME_PROVISION) -> bool:
    """Whether two quotes of one clause type are so alike that they are one provision reworded."""
    return likeness(words(visible_text(one)), words(visible_text(other)), least) >= least


def stated_in(quote: str, others: Mapping[int, str]) -> int | None:
    """The identity of the passage, among others of its type, that holds most of the words of a quote in order."""
    part = words(visible_text(quote)) if others else ()
    if len(part) < FEWEST_WORDS_TO_STAND_FOR:
        return None
    distinct, lacking = frozenset(part), (1 - _SAID_AGAIN) * len(part)
    shares = [
        (-in_order(part, words(visible_text(other)), _SAID_AGAIN), identity)
        for identity, other in sorted(others.items())
        # What lacks more of the words can't hold so many of them, which is sooner known.
        if len(distinct - _distinct(other)) <= lacking
    ]
    best = min(shares, default=(0.0, 0))
    return best[1] if -best[0] >= _SAID_AGAIN else None


def returning(
    quote: str, clause_type: str, gone: Iterable[Dormant | Standing], least: float = _SAME_PROVISION
) -> int | None:
    """The identity of the provision, among some of its type that went, that is most like a quote and like enough."""
    of_type = [one for one in gone if one.clause_type == clause_type]
    shown, distinct = words(visible_text(quote)), _distinct(quote)
    best = (0.0, 0)
    for one in of_type:
        other = words(visible_text(one.quote))
        # So many words can be common at most, which is sooner known than how many are in the same order.
        common = len(shown) - len(distinct - _distinct(one.quote))
        if 2 * common >= least * (len(shown) + len(other)) - ROUNDING:
            best = min(best, (-likeness(other, shown, least), one.identity))
    return best[1] if -best[0] >= least else None


def _distinct(quote: str) -> frozenset[str]:
    """The words of a quote, each once."""
    return distinct_words(word_line(visible_text(quote)))
