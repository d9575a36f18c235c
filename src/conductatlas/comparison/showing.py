"""Which part of a clause is quoted: the one that shows what is told of it."""

from __future__ import annotations

from conductatlas.comparison.choosing import Comparison
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.differences import Difference
from conductatlas.comparison.excerpts import SAYS_SOMETHING, Excerpt, excerpt, overlaps
from conductatlas.comparison.likeness import likeness, weigh
from conductatlas.comparison.matters import are_bound_alike, are_on_one_matter
from conductatlas.comparison.nearness import nearest_part, nearest_sentence
from conductatlas.comparison.trimming import trimmed

# A quotation that has less in common with a clause is about something else, whatever the rest of its clause says: of 84
# that were read all eight below it were.
_LEAST_NEARNESS = 0.2
# What is as short and only a part of its clause is a title, unless it has a word of those that say something.
_LONGEST_TITLE = 14


def shown_part(clause_type: str, this: Clause, chosen: Comparison, length: int) -> tuple[Excerpt, Difference] | None:
    """The part of another clause to quote, and as much of the difference as it shows.

    It is `length` characters long at most, or twice so many where it would break off. It holds the words that what is
    told first rests on, with the sentence around them where there is room, and as many of the others as it can, and
    begins and ends near these and what states the type. Where nothing is told that has words, it is what speaks most of
    what `this` speaks of. None where no part is near enough to `this`, states the type by itself, is on a matter of it
    that `this` is on, or shows what is told, or what differs most; nor where none can be quoted without breaking off
    within a sentence, or beginning within one, or but a title can.
    """
    other, found = chosen.clause, chosen.difference
    places = found.places
    first = places[0] if places else None
    part = next((one for one in other.spans if first and one[0] <= first[0] < one[1]), nearest_part(this, other))
    holding = part if first is None or part[1] - part[0] <= length else first
    shown = excerpt(other.text, length, this.weights_of_type, holding, places)
    if first is None and _nearness(this, shown.text) < _LEAST_NEARNESS:
        shown = excerpt(other.text, length, this.weights_of_type)
    if shown.cut:
        longer = excerpt(other.text, 2 * length, this.weights_of_type, holding, places)
        shown = shown if longer.cut or len(longer.text) > 2 * length else longer
    # Without a sentence that states the type by itself no part shows that the clause is of it.
    if not (shown.whole or (other.by_itself and overlaps(shown.start, shown.end, other.spans))):
        return None
    near = [one for one in other.spans if _are_of_one_line(other.text, part, one) or _speaks_of(this, other, one)]
    shown = trimmed(other.text, shown, (*places, *near))
    if not shown.whole and _nearness(this, shown.text) < _LEAST_NEARNESS:
        return None
    if not shown.whole and len(shown.text.split()) <= _LONGEST_TITLE and not SAYS_SOMETHING.search(shown.text):
        return None
    if shown.start == 0 and other.begins_within_sentence:
        return None
    # What follows on a quotation that breaks off may be an exception.
    if shown.cut or not are_on_one_matter(clause_type, this.stating, shown.text):
        return None
    if not are_bound_alike(clause_type, this.surest_text, nearest_sentence(this, shown.text)):
        return None
    told = found.shown_in(shown.start, shown.end)
    return None if told.hidden or (found.tells and not told.tells) else (shown, told)


def _are_of_one_line(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, last = sorted((one, other))
    return "\n" not in text[first[0] : last[1]].rstrip()


def _speaks_of(this: Clause, other: Clause, part: tuple[int, int]) -> bool:
    return _nearness(this, other.text[slice(*part)]) >= _LEAST_NEARNESS


def _nearness(this: Clause, text: str) -> float:
    return likeness(this.weights_of_type.words, weigh(text).words)
