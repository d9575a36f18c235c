"""Which versions must be confirmed before anything is said of them, and by what they are.

Excursions from a text and back to it last twelve hours at the median, and nearly nine in ten are over within two days
(measured on the histories of four collections); what stands longer was seen again at every later look at the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from conductatlas.changes.following.standing import ChangeKind, Followed
from conductatlas.reading import Document

# How long a version that would remove or add much must stand, …
STANDS_FOR = timedelta(hours=72)
# … how long one that looks like a failed capture, …
FAILURE_STANDS_FOR = timedelta(days=14)
# … and how long one that would remove much since much of the text is gone: of several pages one may have failed.
CUT_STANDS_FOR = timedelta(days=14)
# So many provisions that go while none comes and hardly any is reworded may have stood on a page that failed.
_FEWEST_ALONE = 5
# This share of the words is left of a text that was cut.
_CUT_TO = 0.8
# Much is half of the provisions, or a smaller share where there are many, but more than a few in any case.
_MUCH = ((5, 0.5), (10, 0.25), (40, 0.1))


def changes_much(standing: int, followed: Sequence[Followed], *, cut: bool) -> str:
    """Say how much a version would remove or add at once, in one sentence; empty where it is not much.

    `standing` is the number of provisions before it. What comes at once may go at once: a page that flaps between two
    variants adds by the hundred before it removes by the hundred. What returned comes, too, also where nobody was told
    that it had gone. Where the text was `cut`, what other passages still seem to say went with the rest.
    """
    removed = sum(one.kind is ChangeKind.REMOVED for one in followed)
    added = sum(one.kind is ChangeKind.ADDED or one.returned for one in followed)
    if _is_much(removed, standing):
        return f"It would remove {removed:,} of {standing:,} provisions at once."
    if removed >= _FEWEST_ALONE and not added and sum(one.kind is ChangeKind.REWORDED for one in followed) < removed:
        return f"It would remove {removed:,} of {standing:,} provisions, and bring next to nothing."
    if cut and removed and _is_much(gone := sum(one.after is None for one in followed), standing):
        return f"It would take away {gone:,} passages of {standing:,} at once."
    return (
        f"The last text that stood for sure has {standing:,} provisions; this one would add {added:,} more at once."
        if _is_much(added, standing)
        else ""
    )


def _is_much(count: int, standing: int) -> bool:
    return any(count >= fewest and count >= share * standing for fewest, share in _MUCH)


def is_cut(old: Document, new: Document) -> bool:
    """Whether much of a text is gone, and little came in its place."""
    return sum(new.word_counts) < _CUT_TO * sum(old.word_counts)


def comes_and_goes(followed: Sequence[Followed]) -> bool:
    """Whether a version adds or removes any provision."""
    return any(one.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) for one in followed)


def is_nearer(text: Document, one: Document, other: Document, *, by: float = 0.0) -> bool:
    """Whether a text has more in common, by whole blocks, with `one` than with `other`, by more than a share."""
    return _in_common(text, one) > _in_common(text, other) + by


def _in_common(text: Document, other: Document) -> float:
    """Which share of the words of two texts stands in blocks that both have: 0 to 1."""
    shared = set(text.word_lines) & set(other.word_lines)
    common = sum(
        words
        for one in (text, other)
        for line, words in zip(one.word_lines, one.word_counts, strict=True)
        if line in shared
    )
    return common / max(1, sum(text.word_counts) + sum(other.word_counts))
