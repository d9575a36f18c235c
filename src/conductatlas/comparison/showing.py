"""Which part of a clause is quoted: the one that shows what is told of it."""

from __future__ import annotations

from conductatlas.comparison.choosing import Comparison
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.differences import Difference
from conductatlas.comparison.excerpts import Excerpt, excerpt
from conductatlas.comparison.likeness import likeness, weigh

_Place = tuple[int, int]


def shown_part(this: Clause, chosen: Comparison, length: int) -> tuple[Excerpt, Difference]:
    """The part of another clause to quote, `length` characters at most, and as much of the difference as it shows.

    It holds the words that what is told first rests on, with the sentence around them where there is room, and as many
    of the others as it can. Where nothing is told that has words, it is what speaks most of what `this` speaks of, and
    holds the part that is nearest to it. Of a sentence that is too long to be quoted whole nothing is told.
    """
    other, found = chosen.clause, chosen.difference
    places = found.places
    first = places[0] if places else None
    nearest = max(other.spans, key=lambda one: likeness(this.weights.words, weigh(other.text[slice(*one)]).words))
    part = next((one for one in other.spans if first and one[0] <= first[0] < one[1]), nearest)
    holding = part if first is None or part[1] - part[0] <= length else first
    shown = excerpt(other.text, length, this.weights, holding, places)
    # What follows on a quotation that breaks off may be an exception.
    return shown, found.untold() if shown.cut else found.shown_in(shown.start, shown.end)
