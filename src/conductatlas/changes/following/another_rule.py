"""Passages that took the place of another one of their type: not that one in other words, but another rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from conductatlas.changes.aligning.nearness import goes_on_in
from conductatlas.changes.aligning.own_words import is_edited, pieces
from conductatlas.changes.aligning.restated import have_little_in_common, likeness_of_content
from conductatlas.changes.following.standing import Standing
from conductatlas.provisions import Finding

# Of two passages without a sentence that is like another this share of content words is common where they say the same.
_SAME_CONTENT = 0.5


def other_rules(
    provisions: Sequence[Standing], findings: Sequence[Finding], matched: Mapping[int, int]
) -> frozenset[int]:
    """The positions of findings that were taken for provisions, and are other rules in their place.

    `matched` are the identities of `provisions` by the positions of `findings`.
    """
    quotes = {one.identity: one.quote for one in provisions}
    return frozenset(
        position for position, identity in matched.items() if is_another(quotes[identity], findings[position].quote)
    )


@lru_cache(maxsize=2048)
def is_another(before: str, after: str) -> bool:
    """Whether of two quotes of a type the later is another rule, by what their sentences have in common."""
    if before == after or goes_on_in(before, after):
        return False
    if have_little_in_common(before, after):
        return True
    return likeness_of_content(before, after) < _SAME_CONTENT and not any(
        is_edited(one, other) for one in pieces(before) for other in pieces(after)
    )
