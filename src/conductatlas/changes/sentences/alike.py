"""What many edits did alike, as where a name goes from each row of a table, or gives way to another throughout."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import NamedTuple

from conductatlas.changes.language.quotations import alone
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.redlines.redline import SegmentKind
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.reading import word_line

# So many edits are many, and such a share of all that changed; of longer words it is not told.
_FEWEST, _LEAST, _LONGEST = 5, 1 / 3, 80


class Alike(NamedTuple):
    """Words that went, came, or gave way to others in so many sentences, or rows; `under` which heading, if one."""

    went: str
    came: str
    number: int
    noun: str
    under: str


def edited_alike(changes: Collection[SentenceChange]) -> Alike | None:
    """What most of those edits did that each did one thing; None where so many did not."""
    groups: dict[tuple[str, str], list[SentenceChange]] = defaultdict(list)
    for one in changes:
        marked = [_marked(one, kind) for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)]
        if one.how == "edited" and max(map(len, marked)) == 1:
            groups["".join(marked[0]), "".join(marked[1])].append(one)
    (went, came), most = max(groups.items(), key=lambda group: len(group[1]), default=(("", ""), []))
    few = len(most) < max(_FEWEST, _LEAST * len(changes))
    if few or max(len(went), len(came)) > _LONGEST:
        return None
    # In others the same words were put in, or taken out, at another place or beside others.
    largest = [one for one in changes if one in most or _did(one, went, came)]
    number = len({(one.before, one.after) for one in largest})
    under = {one.under for one in largest}
    rows = all(has_rows(one.after) for one in largest)
    return Alike(went, came, number, "row" if rows else "sentence", under.pop() if len(under) == 1 else "")


def _did(change: SentenceChange, went: str, came: str) -> bool:
    """Whether an edited sentence lost some words, and took up others, wherever in it."""
    if change.how != "edited":
        return False
    said, says = (Counter(word_line(one).split()) for one in (change.before, change.after))
    lost, new = (Counter(word_line(one).split()) for one in (went, came))
    return bool(lost or new) and lost <= said - says and new <= says - said


def _marked(change: SentenceChange, kind: SegmentKind) -> frozenset[str]:
    """The words that the redline of a sentence marks, run by run."""
    return frozenset(filter(None, (alone(one.text) for one in change.segments if one.kind is kind)))
