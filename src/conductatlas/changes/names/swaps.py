"""Words that gave way to others between two states of a block."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

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


# A block is asked about by itself, and for what is renamed throughout.
@lru_cache(maxsize=1024)
def swaps(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Swap, ...]:
    """The runs of words that gave way to others, in order; a side is empty where words only came or went."""
    found: list[Swap] = []
    went: list[str] = []
    came: list[str] = []
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            if went or came:
                found.append((tuple(went), tuple(came)))
            went, came = [], []
        elif step.tag == "delete":
            went += before[step.src_start : step.src_end]
        else:
            came += after[step.dest_start : step.dest_end]
    if went or came:
        found.append((tuple(went), tuple(came)))
    return tuple(found)


def is_other_place(found: Sequence[Swap]) -> bool:
    """Whether one country or region gave way to another."""
    went, came = ({word for swap in found for word in swap[side]} for side in (0, 1))
    return bool(PLACES & (went - came)) and bool(PLACES & (came - went))


def is_for_more_places(found: Sequence[Swap]) -> bool:
    """Whether countries or states only came, or only went: whom something is for."""
    went, came = ({word for swap in found for word in swap[side]} & (PLACES | STATES) for side in (0, 1))
    return went != came and (went <= came or came <= went)
