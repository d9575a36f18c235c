"""Whether a text may say the like of a passage: by the passage's words, however they are put, and by its clause type.

What is asked here is not whether it does, but whether that can be ruled out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, repeat
from math import log
from statistics import fmean

from conductatlas.changes.aligning.restated import content, share
from conductatlas.changes.following.lapsing import has_its_word, lost_its_word
from conductatlas.changes.following.standing import JudgedText
from conductatlas.changes.language.in_passing import is_of_another_matter, is_said_outright, may_be_stated_in_passing
from conductatlas.changes.sentences.said import said_in
from conductatlas.provisions import Finder, Unit, content_stems, key_of, stating_parts
from conductatlas.reading import BlockKind, Document, visible_text

# A text may say the like of a passage where this weighed share of the words of its sentences that state the type stand
# close together in words that are new, or this one in words that stood beside it.
_NEAR, _NEAR_AS_BEFORE = 0.3, 0.5
# … which stand in so many words as these are by this factor, or in so many.
_WIDER, _FEWEST_WITHIN = 1.5, 40
# From this probability on what stayed states the type. It says something else only where it holds less than this share
# of the content words and the text lacks at least this share of the passage's words.
_STATES, _ALIKE, _MISSING = 0.35, 0.15, 0.4
# Words that are new may put a passage otherwise where they state another type, that the passage states too, at this
# probability each, and hold this share of the content of its sentences that state the one that is looked for.
_STATES_TOO, _MUCH = 0.8, 0.3
# A passage of the type in another document says the like from this share on, and in another language, where words can't
# be compared, from this probability on.
_ALIKE_ELSEWHERE, _STATES_IN_ANOTHER_LANGUAGE = 0.05, 0.5
# So many passages at most are near, and from which share on.
_NEAREST, _AT_ALL_NEAR = 12, 0.15


@dataclass(frozen=True, slots=True)
class Sought:
    """A passage that is looked for: its words as stems, and those of the sentences in it that state its type.

    `said` is the content of these, and `chance` the probability at which the surest of them states it by itself.
    """

    clause_type: str
    quote: str
    stems: tuple[str, ...]
    core: tuple[str, ...]
    said: frozenset[str]
    chance: float


def sought(finder: Finder, clause_type: str, quote: str) -> Sought:
    """The passage of a clause type, as it is looked for."""
    parts = stating_parts(finder, clause_type, quote)
    core = " ".join(visible_text(quote[part.start : part.end]) for part in parts)
    chance = max((part.chance for part in parts), default=0.0)
    return Sought(clause_type, quote, content_stems(visible_text(quote)), content_stems(core), content(core), chance)


class WordPlaces:
    """The words of a document by their places, to look for what is said close together."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _words(self) -> list[str]:
        """The stems of all words, in the order of the text."""
        return list(chain.from_iterable(map(content_stems, self._document.visible)))

    @cached_property
    def _blocks(self) -> list[int]:
        """The block of each of these words."""
        lengths = map(len, map(content_stems, self._document.visible))
        return list(chain.from_iterable(map(repeat, count(), lengths)))

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(self._words)

    def times(self, stem: str) -> int:
        """How often a word stands in the text."""
        return self._times[stem]

    def lacks(self, stems: Collection[str]) -> float:
        """Which share of some words stands nowhere in the text: 0 (none) to 1 (all)."""
        once = set(stems)
        return sum(stem not in self._times for stem in once) / len(once) if once else 0.0

    def nearest(self, quote: str) -> tuple[str, ...]:
        """The visible texts of the blocks that have most of the words of a quote close together, the nearest first.

        Each once, and no heading.
        """
        stems = content_stems(visible_text(quote))
        weights = {stem: _weight(self.times(stem)) for stem in stems}
        best: dict[int, float] = {}
        for much, block in self.windows(stems, weights):
            best[block] = max(much, best.get(block, 0.0))
        ordered = sorted([block for block in best if best[block] >= _AT_ALL_NEAR], key=lambda one: (-best[one], one))
        blocks = self._document.blocks
        said = (self._document.visible[one] for one in ordered if blocks[one].kind is not BlockKind.HEADING)
        return tuple(dict.fromkeys(said))[:_NEAREST]

    def windows(self, stems: Sequence[str], weights: Mapping[str, float]) -> Iterator[tuple[float, int]]:
        """The share of some words, by their weights, that stands close together before each of their places: 0 to 1.

        With it comes the block of that place.
        """
        within = max(_FEWEST_WITHIN, round(_WIDER * len(stems)))
        once = sorted(set(stems))
        total = sum(weights[stem] for stem in once)
        # In a set, since it is asked for each word of the text.
        sought = frozenset(once)
        places = [(place, stem) for place, stem in enumerate(self._words) if stem in sought]
        held = dict.fromkeys(once, 0)
        now, first = 0.0, 0
        for place, stem in places:
            now += 0.0 if held[stem] else weights[stem]
            held[stem] += 1
            while places[first][0] <= place - within:
                left = places[first][1]
                held[left] -= 1
                now -= 0.0 if held[left] else weights[left]
                first += 1
            yield now / total, self._blocks[place]


class SingleSentences:
    """The sentences of a text, each judged by itself.

    What a passage on something else says besides, the finder, which weighs all of it, hardly sees.
    """

    def __init__(self, finder: Finder, document: Document) -> None:
        self._finder = finder
        self._document = document

    @cached_property
    def _chances(self) -> Mapping[str, float]:
        said = [one.text for one in said_in(self._document)]
        units = [Unit(0, 0, 0, len(text), "", "", text, key_of("", "", text)) for text in said]
        likeliest: dict[str, float] = {}
        for chances in self._finder.judge(units):
            for clause_type, chance in chances.items():
                likeliest[clause_type] = max(chance, likeliest.get(clause_type, 0.0))
        return likeliest

    def chance(self, clause_type: str) -> float:
        """The probability at which the likeliest of them states a type."""
        return self._chances.get(clause_type, 0.0)


class Saying:
    """What a judged text says, to be asked whether it may say the like of a passage."""

    def __init__(self, text: JudgedText) -> None:
        self._text = text
        self.words = WordPlaces(text.document)

    def may_say(self, one: Sought, stood: Saying, may_state: float) -> bool:
        """Whether the text may say the like of a passage of `stood`, its version before or after.

        From the probability `may_state` on, words that are new may state the type: a text that was edited may say it
        otherwise.
        """
        before = frozenset(stood._text.document.word_lines)
        return (
            self._is_near(one, stood, before)
            or self._may_state(one, before, may_state)
            or self._is_put_otherwise(one, stood, before)
            or any(self._is_new(unit, before) for unit in self._in_passing(one.clause_type))
            or any(is_said_outright(one.clause_type, unit.text) for unit in self._text.units)
        )

    def _is_near(self, one: Sought, stood: Saying, before: Collection[str]) -> bool:
        """Whether the words that state the type stand close together. One weighs the less, the oftener both use it."""
        lines = self._text.document.word_lines
        weights = {stem: _weight(self.words.times(stem) + stood.words.times(stem)) for stem in one.core}
        return any(
            near >= (_NEAR_AS_BEFORE if lines[block] in before else _NEAR)
            for near, block in self.words.windows(one.core, weights)
        )

    def _may_state(self, one: Sought, before: Collection[str], may_state: float) -> bool:
        """Whether words that are new may state the type, or a passage of it that stayed may say the like."""
        differs = self.words.lacks(one.stems) >= _MISSING
        for chance, alike, unit in self._of_type(one):
            if self._is_new(unit, before):
                if chance >= may_state:
                    return True
            elif chance >= _STATES and not (differs and alike < _ALIKE):
                return True
        return False

    def _is_put_otherwise(self, one: Sought, stood: Saying, before: Collection[str]) -> bool:
        """Whether words that are new state another type that the passage states too, and much of its content."""
        also = {kind for kind, chance in stood._chances_in(one.quote).items() if chance >= _STATES_TOO}
        return any(
            self._is_new(unit, before)
            and any(chances.get(kind, 0.0) >= _STATES_TOO for kind in also)
            and share(one.said, content(unit.text)) >= _MUCH
            for unit, chances in zip(self._text.units, self._text.confidences, strict=True)
        )

    def _in_passing(self, clause_type: str) -> Iterator[Unit]:
        """The units that may state a type in passing."""
        return (unit for unit in self._text.units if may_be_stated_in_passing(clause_type, unit.text))

    def _chances_in(self, quote: str) -> dict[str, float]:
        """How likely a passage of the text states each type, by the likeliest of its units."""
        likeliest: dict[str, float] = {}
        text = self._text
        for unit in text.units_of(text.document.ordinals(quote)):
            for kind, chance in text.confidences[unit].items():
                likeliest[kind] = max(chance, likeliest.get(kind, 0.0))
        return likeliest

    def _is_new(self, unit: Unit, before: Collection[str]) -> bool:
        """Whether a unit has words in a block that does not stand in the other version."""
        lines = self._text.document.word_lines[unit.first : unit.last + 1]
        return any(line and line not in before for line in lines)

    def says_the_like(self, one: Sought, language: str) -> bool:
        """Whether the text may say the like of a passage of another document of its platform, in some language."""
        if language == self._text.language and self._lacks_the_word(one):
            return False
        weights = {stem: _weight(self.words.times(stem)) for stem in one.core}
        if any(near >= _NEAR for near, _ in self.words.windows(one.core, weights)):
            return True
        if any(True for _ in self._in_passing(one.clause_type)):
            return True
        if language and self._text.language and language != self._text.language:
            return any(chance >= _STATES_IN_ANOTHER_LANGUAGE for chance, _, _ in self._of_type(one))
        return any(chance >= _STATES and alike >= _ALIKE_ELSEWHERE for chance, alike, _ in self._of_type(one))

    def _lacks_the_word(self, one: Sought) -> bool:
        """Whether the text has nowhere the word that a type needs, but where it speaks of another matter by it."""
        if not has_its_word(one.clause_type):
            return False
        said = [
            visible for visible in self._text.document.visible if not is_of_another_matter(one.clause_type, visible)
        ]
        return lost_its_word(one.clause_type, visible_text(one.quote), "\n".join(said))

    def _of_type(self, one: Sought) -> Iterator[tuple[float, float, Unit]]:
        """The units that may state the type of a passage: how likely, and how much of its content they hold."""
        part = content(visible_text(one.quote))
        for unit, chances in zip(self._text.units, self._text.confidences, strict=True):
            chance = chances.get(one.clause_type, 0.0)
            if chance > 0:
                yield chance, share(part, content(unit.text)), unit


def confidence_of(text: JudgedText, clause_type: str, quote: str) -> float:
    """How sure the finder is that a passage states a type: by its units, on average; 0 where it stands in none."""
    chances = text.chances(clause_type, text.document.ordinals(quote))
    return fmean(chances) if chances else 0.0


def _weight(times: int) -> float:
    return 1 / (1 + log(1 + times))
