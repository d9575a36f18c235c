"""Whether readers are told of which clause type a passage is in which words changed, and what they are told else.

Pages, lists, feeds and messages ask here, so they say the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes import NO_EFFECT, SURELY_STATED, sureness
from conductatlas.english import capitalised
from conductatlas.provisions import is_glossed, weighed_sentences
from conductatlas.records.models import ChangeItem, ItemKind, Wording

_PASSAGES_KEPT = 8192


class Telling(NamedTuple):
    """How an item is told: whether by its clause type, what was done in words, and that as a sentence."""

    named: bool
    done: str
    summary: str


def telling_of(item: ChangeItem) -> Telling:
    """How an item is told; what must be loaded with it is told at `is_named`."""
    if is_named(item):
        return Telling(True, item.done, item.summary)
    done = done_to_passage(to_the_letter=item.to_the_letter)
    return Telling(False, done, f"{capitalised(done)}.")


def is_named(item: ChangeItem) -> bool:
    """Whether the clause type of an item is told; its provision's document and its passages must be loaded.

    Of one that was reworded, and of which no effect is told, it is only where a sentence surely states it, before and
    after. What is unsure to state it is not told to.
    """
    if not asks_for_sentences(item.kind, to_the_letter=item.to_the_letter, is_beside=item.is_beside):
        return True
    return not item.unsure and all(_states_surely(item, one) for one in (item.before, item.after))


def asks_for_sentences(kind: str, *, to_the_letter: bool, is_beside: bool) -> bool:
    """Whether it takes the sentences of a passage to tell if its clause type is told."""
    return kind == ItemKind.REWORDED and (to_the_letter or is_beside)


def done_to_passage(*, to_the_letter: bool) -> str:
    """What became of a passage whose clause type is not told, in words."""
    return f"a passage edited {NO_EFFECT}" if to_the_letter else "words changed in a passage"


def _states_surely(item: ChangeItem, wording: Wording | None) -> bool:
    provision = item.provision
    if wording is None or is_glossed(provision.document.language):
        return True
    return _is_surely_stated(provision.clause_type, provision.heading, wording.passage.text)


@lru_cache(maxsize=_PASSAGES_KEPT)
def _is_surely_stated(clause_type: str, heading: str, passage: str) -> bool:
    """Whether a sentence of a passage surely states a type.

    A heading lends its type to all that stands under it, so what a sentence says without it counts as much.
    """
    said, bare = (weighed_sentences(clause_type, passage, above) for above in (heading, ""))
    by_itself = {part.start: part.chance for part in bare}
    return any(sureness(part.chance, by_itself.get(part.start, 0.0)) >= SURELY_STATED for part in said)
