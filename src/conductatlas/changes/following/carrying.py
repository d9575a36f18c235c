"""The short way for the commonest of versions: markup and link targets changed, and no word did."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from conductatlas.changes.following.standing import Followed, JudgedText, Standing, standing
from conductatlas.provisions import Finder
from conductatlas.reading import Document


def reads_the_same(old: Document, new: Document) -> bool:
    """Whether two texts have the same blocks, in the same structure, with the same visible words."""
    return old.visible == new.visible and all(
        (one.kind, one.heading, one.lead_in) == (other.kind, other.heading, other.lead_in)
        for one, other in zip(old.blocks, new.blocks, strict=True)
    )


def carry(
    finder: Finder, old: JudgedText, provisions: Sequence[Standing], new: JudgedText
) -> tuple[tuple[Followed, ...], tuple[Standing, ...]] | None:
    """Carry provisions over to a text that reads the same, block by block.

    Returns those whose source changed, and all as they stand now; None where a passage that stood several times word
    for word has come to differ in its links, so that provisions must be followed the long way.
    """
    followed: list[Followed] = []
    stand: list[Standing] = []
    known: set[tuple[str, str]] = set()
    for one in provisions:
        places = old.document.places(one.quote)
        spans = [(new.document.blocks[first].start, new.document.blocks[last].end) for first, last in places]
        quotes = {new.document.text[start:end] for start, end in spans}
        if len(quotes) != 1 or (one.clause_type, *quotes) in known:
            return None
        quote = quotes.pop()
        known.add((one.clause_type, quote))
        if quote == one.quote:
            stand.append(one)
            continue
        first, last = places[0]
        chances = new.chances(one.clause_type, range(first, last + 1))
        now = fmean(chances) if chances else 0.0
        # Words that stayed are as sure as they were, however their links and markup were set anew.
        confidences = (max(now, one.confidence),)
        finding = finder.finding(new.document, one.clause_type, first, last, tuple(spans), confidences)
        followed.append(Followed(one.identity, one.clause_type, None, one, finding))
        stand.append(standing(one.identity, finding))
    return tuple(followed), tuple(stand)
