"""What still stands word for word, or nearly so, where the finder looks for no provision or the blocks are others.

As a heading, inside a larger block, or in blocks that were put together otherwise: a table whose cells became lines, a
page whose text was first recorded as one block.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Container, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, count

from conductatlas.changes.language.speaking_of import names_figure, speaks_of
from conductatlas.changes.language.words import hashed_runs, spaced_line
from conductatlas.provisions import Fact, find_costs, find_laws
from conductatlas.reading import Document, kept_with_document, read_markdown, visible_text, without_images, word_line

# Fewer words stand inside a larger block by accident.
_FEWEST_INSIDE = 8
_FEWEST_LETTERS = 40
# What was said stands nearly word for word where this share of its runs of so many words does.
_RUN = 4
_NEARLY_ALL = 0.8
# In a text of so many characters, or one that is asked so often, words are looked for by where their runs stand.
_LONG, _OFTEN_ASKED = 200_000, 150
# To find some words in a text takes so much less time than to take down all its runs of words.
_FEW_ASKED = 40
_NAMED_IN_MANY_WORDS = frozenset(("applies-to", "data-category", "purpose", "recipient"))


class KeptText:
    """The words of a document, block by block, to look up what was stated before."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known_times: dict[str, int] = {}
        self._asked = 0
        self._known_to_hold: dict[tuple[str, float], bool] = {}

    @cached_property
    def _lines(self) -> list[tuple[int, str]]:
        """The blocks with words, each with its words in one line."""
        return [(block, line) for block, line in enumerate(self.document.word_lines) if line]

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        """At which positions, among the blocks with words, each line stands."""
        found: dict[str, list[int]] = {}
        for position, (_, line) in enumerate(self._lines):
            found.setdefault(line, []).append(position)
        return found

    def place(self, blocks: Sequence[str]) -> tuple[int, int] | None:
        """The first and the last block where the words of some blocks, given as visible texts, stand in order.

        As blocks of their own one after the other, or else within one larger block; None where they don't.
        """
        stated = [line for line in map(word_line, blocks) if line]
        if not stated:
            return None
        for position in self._positions.get(stated[0], ()):
            run = self._lines[position : position + len(stated)]
            if [line for _, line in run] == stated:
                return run[0][0], run[-1][0]
        needle = " ".join(stated)
        if needle.count(" ") + 1 < _FEWEST_INSIDE:
            return None
        if self.times(needle):
            for block, line in self._lines:
                if needle in line and f" {needle} " in f" {line} ":
                    return block, block
        return self._nearly(needle)

    def holds(self, visible: str, least: float) -> bool:
        """Whether at least a share of the runs of words of a visible text stand in the document; not of too few.

        Or all of its letters: texts taken from printed pages break words and lines anywhere.
        """
        known = self._known_to_hold.get((visible, least))
        if known is None:
            known = self._known_to_hold[visible, least] = self._holds(visible, least)
        return known

    def _holds(self, visible: str, least: float) -> bool:
        line = word_line(visible)
        runs = _runs(line)
        if runs and sum(map(self._held.__contains__, runs)) >= least * len(runs):
            return True
        letters = line.replace(" ", "")
        return len(letters) >= _FEWEST_LETTERS and letters in self._letters

    def held_for(self, later: KeptText, visible: str, least: float) -> bool:
        """The same of runs of words that stand in the document as often as in a later one.

        What stands in the later one more often came there: what the document had of it may be another passage.
        """
        line = word_line(visible)
        runs = _runs(line)
        if runs and sum(later._counts[run] <= self._counts[run] for run in runs) >= least * len(runs):
            return True
        letters = line.replace(" ", "")
        return len(letters) >= _FEWEST_LETTERS and self._letters.count(letters) >= max(1, later._letters.count(letters))

    def lacks(self, quote: str) -> tuple[str, ...]:
        """The words of the blocks of a quote, without names of images, that stand nowhere in the document in a row."""
        read = read_markdown(quote)
        came = [block for block, line in enumerate(read.word_lines) if line and not self.times(read.visible[block])]
        bare = [visible_text(without_images(read.source(block))) for block in came]
        return tuple(words for words in bare if word_line(words) and not self.times(words))

    def times(self, visible: str) -> int:
        """How often the words of a visible text stand in the document in a row, across the bounds of blocks."""
        known = self._known_times.get(visible)
        if known is None:
            known = self._known_times[visible] = self._count(visible)
        return known

    def _count(self, visible: str) -> int:
        self._asked += 1
        shown = word_line(visible).split()
        # Words in a row have all their runs there too, which is sooner known where these are.
        knows_runs = self._asked > _FEW_ASKED or "_held" in vars(self)
        if knows_runs and not all(map(self._held.__contains__, hashed_runs(shown, _RUN))):
            return 0
        if knows_runs and (len(self._line) >= _LONG or self._asked > _OFTEN_ASKED):
            # Where one of these begins in one place alone, only there can they stand.
            first, last = self._first_places, self._last_places
            for ahead, run in enumerate(hashed_runs(shown, _RUN)):
                if first[run] == last[run]:
                    start = first[run] - ahead
                    return int(start >= 0 and self._words[start : start + len(shown)] == shown)
        needle, times = spaced_line(visible), 0
        place = self._line.find(needle)
        while place >= 0:
            # The space behind it may be the one ahead of the next.
            times, place = times + 1, self._line.find(needle, place + len(needle) - 1)
        return times

    def has_word(self, word: str) -> bool:
        """Whether the document has a word, given as in lines of words."""
        return word in self._distinct_words

    @property
    def lines(self) -> Container[str]:
        """The words of each block, in a line."""
        return self._positions.keys()

    def names_any_of(self, fact: Fact) -> bool:
        """Whether the document names what a fact on people, plans, data, purposes or recipients names, in any words."""
        return fact.kind in _NAMED_IN_MANY_WORDS and speaks_of(self._shown, fact.value)

    def speaks_of(self, value: str) -> bool:
        """Whether the document has a word for what the value of a fact stands for."""
        return speaks_of(self._shown, value)

    def names_figure(self, value: str, unit: str) -> bool:
        """Whether the document names a sum, an age or a period as long, in whatever unit."""
        return names_figure(self._shown, value, unit)

    @cached_property
    def _shown(self) -> str:
        return _shown(self.document)

    @property
    def laws(self) -> frozenset[tuple[str, str]]:
        """Whose law and whose courts the document names, each with the kind of the fact."""
        return _laws(self.document)

    @property
    def costs_of_arbitration(self) -> frozenset[str]:
        """What the document says of who bears the costs of an arbitration: the values of those facts."""
        return _costs_of_arbitration(self.document)

    @cached_property
    def _line(self) -> str:
        return f" {' '.join([line for _, line in self._lines])} "

    @cached_property
    def _words(self) -> list[str]:
        return self._line.split()

    @cached_property
    def _distinct_words(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def _letters(self) -> str:
        return "".join(line for _, line in self._lines).replace(" ", "")

    def _nearly(self, line: str) -> tuple[int, int] | None:
        """The block that holds most of some words, of which nearly all stand somewhere in the document."""
        found = [run for run in _runs(line) if run in self._held]
        if len(found) < _NEARLY_ALL * (line.count(" ") + 2 - _RUN):
            return None
        held = Counter(self._block_at(self._first_places[run]) for run in found)
        block = min(held.items(), key=lambda item: (-item[1], item[0]))[0]
        return block, block

    @cached_property
    def _all_runs(self) -> list[int]:
        """The runs of words of the document, across the bounds of blocks."""
        return list(hashed_runs(self._words, _RUN))

    @cached_property
    def _counts(self) -> Counter[int]:
        return Counter(self._all_runs)

    @cached_property
    def _last_places(self) -> dict[int, int]:
        """The runs of words of the document, each with where it begins last, counted in words."""
        return dict(zip(self._all_runs, count(), strict=False))

    @cached_property
    def _first_places(self) -> dict[int, int]:
        runs = self._all_runs
        return dict(zip(reversed(runs), range(len(runs) - 1, -1, -1), strict=True))

    @cached_property
    def _held(self) -> frozenset[int]:
        return frozenset(self._all_runs)

    def _block_at(self, place: int) -> int:
        """The block in which a word of the document stands, given by its place among all."""
        return self._lines[bisect(self._begun, place) - 1][0]

    @cached_property
    def _begun(self) -> list[int]:
        """With which word of the document each block with words begins."""
        counts = self.document.word_counts
        return list(accumulate([counts[block] for block, _ in self._lines[:-1]], initial=0))


@lru_cache(maxsize=4)
def kept_text(document: Document) -> KeptText:
    """The words of a document, made once for all that ask in one step."""
    return KeptText(document)


@kept_with_document
def _laws(document: Document) -> frozenset[tuple[str, str]]:
    return frozenset((fact.kind, fact.value) for fact in find_laws(document.text))


@kept_with_document
def _costs_of_arbitration(document: Document) -> frozenset[str]:
    return frozenset(fact.value for fact in find_costs(document.text))


def _shown(document: Document) -> str:
    return "\n\n".join(document.visible)


def _runs(line: str) -> list[int]:
    """The runs of neighbouring words in a line of words, as hashes."""
    return list(hashed_runs(line.split(), _RUN))


def blocks_of(quote: str, document: Document) -> tuple[str, ...]:
    """The visible texts of the blocks that a quote covers in a document, in its first place there."""
    places = document.places(quote)
    if not places:
        return (visible_text(quote),)
    first, last = places[0]
    return document.visible[first : last + 1]
