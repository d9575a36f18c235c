"""Whether a text may say the like of a passage: by the passage's words, however they are put, and by its clause type.

What is asked here is not whether it does, but whether that can be ruled out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from statistics import fmean

from conductatlas.changes.restated import content, share
from conductatlas.changes.standing import JudgedText
from conductatlas.provisions import Finder, content_stems, stating_parts
from conductatlas.reading import Document, visible_text

# A text may say the like of a passage where this weighed share of the words of its sentences that state the type stand
# close together in words that are new, or this one in words that stood beside it.
_NEAR, _NEAR_AS_BEFORE = 0.3, 0.5
# … which stand in so many words as these are by this factor, or in so many.
_WIDER, _FEWEST_WITHIN = 1.5, 40
# From this probability on what stayed states the type. It says something else only where it holds less than this share
# of the content words and the text lacks at least this share of the passage's words.
_STATES, _ALIKE, _MISSING = 0.35, 0.15, 0.4
# A passage of the type in another document says the like from this share on, and in another language, where words can't
# be compared, from this probability on.
_ALIKE_ELSEWHERE, _STATES_IN_ANOTHER_LANGUAGE = 0.05, 0.5
# How many of the nearest passages are shown, and from which share on.
_NEAREST, _AT_ALL_NEAR = 2, 0.15


@dataclass(frozen=True, slots=True)
class Sought:
    """A passage that is looked for: its words as stems, and those of the sentences in it that state its type.

    `chance` is the probability at which the surest of these states it by itself.
    """

    clause_type: str
    quote: str
    stems: tuple[str, ...]
    core: tuple[str, ...]
    chance: float


def sought(finder: Finder, clause_type: str, quote: str) -> Sought:
    """The passage of a clause type, as it is looked for."""
    parts = stating_parts(finder, clause_type, quote)
    core = " ".join(visible_text(quote[part.start : part.end]) for part in parts)
    chance = max((part.chance for part in parts), default=0.0)
    return Sought(clause_type, quote, _stems(visible_text(quote)), _stems(core), chance)


class WordPlaces:
    """The words of a document by their places, to look for what is said close together."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _places(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Each stem with its places, as number of the word in the text and of its block."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        place = 0
        for block, visible in enumerate(self._document.visible):
            for stem in _stems(visible):
                found[stem].append((place, block))
                place += 1
        return found

    def times(self, stem: str) -> int:
        """How often a word stands in the text."""
        return len(self._places.get(stem, ()))

    def lacks(self, stems: Collection[str]) -> float:
        """Which share of some words stands nowhere in the text: 0 (none) to 1 (all)."""
        once = set(stems)
        return sum(stem not in self._places for stem in once) / len(once) if once else 0.0

    def nearest(self, quote: str) -> tuple[str, ...]:
        """The visible texts of the blocks that have most of the words of a quote close together, the nearest first."""
        stems = _stems(visible_text(quote))
        weights = {stem: _weight(self.times(stem)) for stem in stems}
        best: dict[int, float] = {}
        for much, block in self.windows(stems, weights):
            best[block] = max(much, best.get(block, 0.0))
        ordered = sorted([block for block in best if best[block] >= _AT_ALL_NEAR], key=lambda one: (-best[one], one))
        return tuple(self._document.visible[block] for block in ordered[:_NEAREST])

    def windows(self, stems: Sequence[str], weights: Mapping[str, float]) -> Iterator[tuple[float, int]]:
        """The share of some words, by their weights, that stands close together before each of their places: 0 to 1.

        With it comes the block of that place.
        """
        within = max(_FEWEST_WITHIN, round(_WIDER * len(stems)))
        once = sorted(set(stems))
        total = sum(weights[stem] for stem in once)
        places = sorted((place, block, stem) for stem in once for place, block in self._places.get(stem, ()))
        held: Counter[str] = Counter()
        now, first = 0.0, 0
        for place, block, stem in places:
            now += 0.0 if held[stem] else weights[stem]
            held[stem] += 1
            while places[first][0] <= place - within:
                left = places[first][2]
                held[left] -= 1
                now -= 0.0 if held[left] else weights[left]
                first += 1
            yield now / total, block


class Saying:
    """What a judged text says, to be asked whether it may say the like of a passage."""

    def __init__(self, text: JudgedText) -> None:
        self._text = text
        self.words = WordPlaces(text.document)

    def may_say(self, one: Sought, stood: Document, usual: WordPlaces, may_state: float) -> bool:
        """Whether the text may say the like of a passage of `stood`, its version before or after.

        `usual` are the words of that version. A word weighs the less, the oftener both use it. From the probability
        `may_state` on, words that are new may state the type: a text that was edited may say it otherwise.
        """
        lines, before = self._text.document.word_lines, frozenset(stood.word_lines)
        weights = {stem: _weight(self.words.times(stem) + usual.times(stem)) for stem in one.core}
        for near, block in self.words.windows(one.core, weights):
            if near >= (_NEAR_AS_BEFORE if lines[block] in before else _NEAR):
                return True
        differs = self.words.lacks(one.stems) >= _MISSING
        for chance, alike, blocks in self._of_type(one):
            if any(lines[block] and lines[block] not in before for block in blocks):
                if chance >= may_state:
                    return True
            elif chance >= _STATES and not (differs and alike < _ALIKE):
                return True
        return False

    def says_the_like(self, one: Sought, language: str) -> bool:
        """Whether the text may say the like of a passage of another document of its platform, in some language."""
        weights = {stem: _weight(self.words.times(stem)) for stem in one.core}
        if any(near >= _NEAR for near, _ in self.words.windows(one.core, weights)):
            return True
        if language and self._text.language and language != self._text.language:
            return any(chance >= _STATES_IN_ANOTHER_LANGUAGE for chance, _, _ in self._of_type(one))
        return any(chance >= _STATES and alike >= _ALIKE_ELSEWHERE for chance, alike, _ in self._of_type(one))

    def _of_type(self, one: Sought) -> Iterator[tuple[float, float, range]]:
        """The units that may state the type of a passage: how likely, how much of its content they hold, and where."""
        part = content(visible_text(one.quote))
        for unit, chances in zip(self._text.units, self._text.confidences, strict=True):
            chance = chances.get(one.clause_type, 0.0)
            if chance > 0:
                yield chance, share(part, content(unit.text)), range(unit.first, unit.last + 1)


def confidence_of(text: JudgedText, clause_type: str, quote: str) -> float:
    """How sure the finder is that a passage states a type: by its units, on average; 0 where it stands in none."""
    units = {text.unit_of_block[block] for block in text.document.ordinals(quote) if block in text.unit_of_block}
    return fmean(text.confidences[unit].get(clause_type, 0.0) for unit in sorted(units)) if units else 0.0


def _weight(times: int) -> float:
    return 1 / (1 + log(1 + times))


@lru_cache(maxsize=16384)
def _stems(visible: str) -> tuple[str, ...]:
    return tuple(content_stems(visible))
