"""Whether a sentence is another one edited, by the words of both."""

from __future__ import annotations

from collections.abc import Sequence

from conductatlas.changes.language.words import in_order, likeness

# Two sentences are one before and after where so much of both is common, …
LIKE = 0.4
# … or so much of the shorter one stands in the other, nearly all where that is much longer; …
WITHIN, NEARLY_WITHIN, TIMES_LONGER, MOST_TIMES_LONGER = 0.7, 0.9, 2.5, 4
# … of so few words that is an accident, …
_FEW = 4
# … unless so many words are all of the one, and begin the other.
_FEWEST_BEGUN = 2
# Of a sentence that was divided in two each part has so many words, and this share of them stood in it.
_FEWEST_OF_A_PART, _OF_A_PART = 5, 0.5
# … or it has so much of the rest of that sentence, which has so many words, however much it says besides.
_FEWEST_OF_THE_REST, _OF_THE_REST = 8, 0.75


def likeness_of_edit(
    one: Sequence[str],
    other: Sequence[str],
    like: float = LIKE,
    within: float = WITHIN,
    times_longer: float = MOST_TIMES_LONGER,
    *,
    in_place: bool = True,
) -> float:
    """How like two sentences are, given by their words: from `like` to 1, or 0 where neither is the other one edited.

    `within`: so much of the shorter one stands in the other, in order, where they are less like; `times_longer`: the
    other has no more than so many times its words. `in_place`: both stand in one place, where the one is the other
    edited if it stands word for word at its beginning, however much comes behind: 'Lotteries', 'Lotteries, except …'.
    """
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    if in_place and begins(shorter, longer):
        return max(like, likeness(one, other))
    if len(longer) > times_longer * len(shorter):
        return 0.0
    found = likeness(one, other, like)
    if found >= like:
        return found
    needed = within if len(longer) <= TIMES_LONGER * len(shorter) else NEARLY_WITHIN
    return like if len(shorter) > _FEW and in_order(shorter, longer, needed) >= needed else 0.0


def begins(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether some words, more than a single one, stand in their order at the beginning of others."""
    return len(shorter) >= _FEWEST_BEGUN and longer[: len(shorter)] == shorter


def is_label_of(one: str, other: str) -> bool:
    """Whether a visible text is what stands ahead of a colon in another one: 'Logs' in 'Logs: We keep them …'."""
    # Most have no colon, which is soonest known.
    return ":" in other and other.startswith(f"{one.rstrip(' .:')}:")


def says_the_rest(part: Sequence[str], both: Sequence[str], one: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a sentence says so much of `whole`, which became `one`, that it was divided into both.

    Each is given by its words; `both` are those of the two in the order of the text.
    """
    if len(part) < _FEWEST_OF_A_PART:
        return False
    its_own = in_order(one, whole) * len(one)
    more, rest = in_order(both, whole) * len(both) - its_own, len(whole) - its_own
    has_the_rest = _FEWEST_OF_THE_REST <= rest <= more / _OF_THE_REST and len(part) <= TIMES_LONGER * rest
    return has_the_rest or more >= _OF_A_PART * len(part)
