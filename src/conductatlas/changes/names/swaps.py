"""Words that gave way to others between two states of a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from conductatlas.changes.language.anchors import cut_at_anchors
from conductatlas.changes.language.effect import canonical_word

# The words that went and those that came in their place.
Swap = tuple[tuple[str, ...], tuple[str, ...]]
# Where data lie and for whom a right holds: one place for another is another effect, though both are names.
PLACES = frozenset(
    canonical_word(name)
    for name in (
        *("eea", "eu", "europe", "european", "uk", "united", "usa", "america", "california", "asia", "africa"),
        *("ireland", "germany", "france", "switzerland", "canada", "australia", "japan", "china", "india", "brazil"),
        *("singapore", "korea", "mexico", "israel", "netherlands", "sweden", "spain", "italy", "russia", "turkey"),
        *(
            "norway",
            "denmark",
            "finland",
            "iceland",
            "austria",
            "belgium",
            "luxembourg",
            "poland",
            "portugal",
            "greece",
        ),
        *("malta", "cyprus", "estonia", "romania", "england", "scotland", "vietnam", "thailand", "taiwan", "indonesia"),
        *("malaysia", "philippines", "argentina", "chile", "colombia", "egypt", "nigeria", "kenya"),
    )
)
# States with laws of their own, whose names stand in many an address too.
STATES = frozenset(
    (
        *("california", "colorado", "connecticut", "delaware", "florida", "indiana", "iowa", "kentucky", "maryland"),
        *("minnesota", "montana", "nebraska", "nevada", "oregon", "tennessee", "utah", "virginia"),
        *("quebec", "ontario"),
    )
)


# Comparing words takes time and memory with the product of both lengths.
_LARGEST_PRODUCT = 100_000_000


# A block is asked about by itself, and for what is renamed throughout.
@lru_cache(maxsize=1024)
def swaps(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Swap, ...]:
    """The runs of words that gave way to others, in order; a side is empty where words only came or went.

    Two that have more than some ten thousand words each are compared piece by piece, between words that both have
    once, so that what moved from one piece to another came and went; a piece that is still as long gave way as a whole.
    """
    found: list[Swap] = []
    left = right = 0
    for place, other in (*_kept(before, after), (len(before), len(after))):
        if left < place or right < other:
            found.append((before[left:place], after[right:other]))
        left, right = place + 1, other + 1
    return tuple(found)


def _kept(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The places of the words that stayed, before and after."""
    is_long = len(before) * len(after) > _LARGEST_PRODUCT
    left = right = 0
    for stop, end in cut_at_anchors(before, after) if is_long else [(len(before), len(after))]:
        one, other = before[left:stop], after[right:end]
        is_compared = one != other and len(one) * len(other) <= _LARGEST_PRODUCT
        if one == other:
            yield from zip(range(left, stop), range(right, end), strict=True)
        for step in Indel.opcodes(one, other) if is_compared else ():
            if step.tag == "equal":
                yield from zip(
                    range(left + step.src_start, left + step.src_end),
                    range(right + step.dest_start, right + step.dest_end),
                    strict=True,
                )
        left, right = stop, end


def is_other_place(found: Sequence[Swap]) -> bool:
    """Whether one country or region gave way to another."""
    went, came = ({word for swap in found for word in swap[side]} for side in (0, 1))
    return bool(PLACES & (went - came)) and bool(PLACES & (came - went))


def is_for_more_places(found: Sequence[Swap]) -> bool:
    """Whether countries or states only came, or only went: whom something is for."""
    went, came = ({word for swap in found for word in swap[side]} & (PLACES | STATES) for side in (0, 1))
    return went != came and (went <= came or came <= went)
