"""The sentences that say most of what a version did, quoted in a phrase: what came, what went, what became what."""

from __future__ import annotations

from collections.abc import Sequence

from conductatlas.changes.quotations import Edit, alone, announced, edits, quoted_around
from conductatlas.changes.quoting import weight_of_edit
from conductatlas.changes.redline import SegmentKind
from conductatlas.changes.sentence_weights import SentenceChange
from conductatlas.reading import words

# As many sentences are told at most.
MOST_FOREMOST = 4
# What a sentence said and says is quoted where both have no more characters; else what it says.
_LONGEST_OF_BOTH = 260


def foremost(changes: Sequence[SentenceChange]) -> tuple[str, ...]:
    """A phrase for each of some sentences, as stands after 'above all,': what it adds, leaves out or says instead.

    What turns a sentence stands before it: the end of what leads into its list, or else its heading. One of which
    nothing can be quoted is left out.
    """
    return tuple(phrase for one in changes if (phrase := _phrase(one)))


def _phrase(change: SentenceChange) -> str:
    said = _edited(change) if change.how == "edited" else _whole(change)
    if not said:
        return ""
    above = announced(change.lead_in)
    if above:
        return f"after “{above}”, {said}"
    under = announced(change.under)
    return f"under “{under}”, {said}" if under else said


def _whole(change: SentenceChange) -> str:
    shown = (change.after or change.before).split()
    quote = quoted_around(shown, Edit(0, len(shown)))
    return f"{'it no longer says' if change.stood else 'it adds'} “{quote}”" if quote else ""


def _edited(change: SentenceChange) -> str:
    """What became what in the weightiest of the edits that the redline of a sentence marks."""
    old, new = change.before.split(), change.after.split()
    marked = {
        kind: frozenset(word for one in change.segments if one.kind is kind for word in words(one.text))
        for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)
    }
    found = []
    for left, right in edits(old, new):
        went, came = " ".join(old[left.first : left.stop]), " ".join(new[right.first : right.stop])
        told = (
            marked[SegmentKind.DELETED].intersection(words(went)),
            marked[SegmentKind.INSERTED].intersection(words(came)),
        )
        if any(told):
            found.append((weight_of_edit(went if told[0] else "", came if told[1] else ""), left, right))
    if not found:
        return ""
    _, left, right = max(found, key=lambda one: one[0])
    was, says = quoted_around(old, left), quoted_around(new, right)
    if len(was) + len(says) <= _LONGEST_OF_BOTH:
        return f"“{was}” becomes “{says}”"
    went = alone(" ".join(old[left.first : left.stop]))
    return (
        f"it no longer says “{went}” where it says “{says}”" if right.first == right.stop else f"it now says “{says}”"
    )
