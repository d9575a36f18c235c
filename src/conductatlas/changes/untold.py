"""Which additions and removals a text alone can't tell: what went with a missing part, or with another text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conductatlas.changes.restated import likeness_of_content
from conductatlas.changes.standing import ChangeKind, Followed
from conductatlas.changes.titles import title_of
from conductatlas.english import count
from conductatlas.reading import Document

# A large part of a text is so many words, and this share of them; next to nothing is this share of what is left.
_FEWEST_LOST, _LOST, _NEXT_TO_NOTHING = 1000, 0.2, 0.03
# Titles are the same from this likeness on; of another text less than this share of the words stood before.
_SAME_TITLE, _IN_ANOTHER_TEXT = 0.55, 0.1
_ANOTHER_TEXT = (
    "The page holds another text, under another title. "
    "Whether it took the place of the one before, the text can't tell."
)


def only_what_is_sure(
    old: Document, new: Document, followed: Sequence[Followed]
) -> tuple[tuple[Followed, ...], tuple[str, ...]]:
    """What became of provisions, and what is said in place of the additions and removals that the text can't tell."""
    if lost := _lost_part(old, new):
        unsure = {ChangeKind.REMOVED}
    elif _is_another_text(old, new):
        unsure = {ChangeKind.ADDED, ChangeKind.REMOVED}
    else:
        return tuple(followed), ()
    untold = {one.identity for one in followed if one.kind in unsure and not one.returned}
    if not untold:
        return tuple(followed), ()
    told = _missing(lost, len(untold)) if lost else _ANOTHER_TEXT
    return tuple(replace(one, kind=None) if one.identity in untold else one for one in followed), (told,)


def _missing(lost: int, provisions: int) -> str:
    return (
        f"A part of {lost:,} words is missing, and nothing came in its place: {count(provisions, 'provision')} in it "
        "can no longer be found. "
        "The text can't tell whether they were withdrawn, or the page was captured without that part."
    )


def _lost_part(old: Document, new: Document) -> int:
    """How many words went with a large part of a text in whose place nothing came; 0 where that is not so.

    A platform may have withdrawn it, or the page was captured without it: a section that opens on a click, one of
    several pages.
    """
    before, after = sum(old.word_counts), sum(new.word_counts)
    if before - after < max(_FEWEST_LOST, _LOST * before):
        return 0
    return before - after if after - _stayed(old, new) <= _NEXT_TO_NOTHING * after else 0


def _is_another_text(old: Document, new: Document) -> bool:
    """Whether a page holds another text than before, under another title: hardly a word of either stands in both."""
    titles = [title_of(one) for one in (old, new)]
    if not all(titles) or likeness_of_content(*titles) >= _SAME_TITLE:
        return False
    return _stayed(old, new) < _IN_ANOTHER_TEXT * max(sum(old.word_counts), sum(new.word_counts))


def _stayed(old: Document, new: Document) -> int:
    """How many words of a text stand in blocks that stood before."""
    stood = set(old.word_lines)
    return sum(words for line, words in zip(new.word_lines, new.word_counts, strict=True) if line in stood)
