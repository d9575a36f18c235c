"""Which rows of a model the features of a unit have, found without writing each feature out.

A feature is a word, or two of them, with a sign of where it stands. Most pairs of words are none of the model's:
whether one is, is asked of what follows its first word there, so that no text is made for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from conductatlas.provisions.features import STOP_WORDS, stem, tokens

# How many words, and how many headings and lead-ins, are remembered to spare work.
_MOST_WORDS, _MOST_LINES = 65_536, 4_096
_NOTHING: Mapping[str, int] = {}


# Its slots are read in half the time that a named tuple takes.
@dataclass(frozen=True, slots=True)
class _Word:
    """The rows of a word and of its stem, those of both by what follows them, and the stem; `None`: it has no row."""

    row: int | None
    stem_row: int | None
    followers: Mapping[str, int]
    stem_followers: Mapping[str, int]
    stem: str
    says_little: bool


class _Line(NamedTuple):
    """The rows of the words of a line, of the pairs of neighbours among them, and of their stems."""

    single: tuple[int | None, ...]
    pairs: tuple[int | None, ...]
    stems: tuple[int | None, ...]


class FeatureRows:
    """Finds the rows of a unit's features in a vocabulary: of each feature in their order, `None` for one without."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._row_of = vocabulary.get
        self._followers: dict[str, dict[str, int]] = {}
        self._stem_followers: dict[str, dict[str, int]] = {}
        for feature, row in vocabulary.items():
            first, _, second = feature.partition(" ")
            if second:
                self._followers.setdefault(first, {})[second] = row
            elif feature.startswith("p:~"):
                # As 'p:~terminat~account'.
                left, _, right = feature[len("p:~") :].partition("~")
                self._stem_followers.setdefault(f"~{left}", {})[f"~{right}"] = row
        self._word = lru_cache(_MOST_WORDS)(self._known_word)
        self._heading = lru_cache(_MOST_LINES)(self._of_headings)
        self._lead_in = lru_cache(_MOST_LINES)(self._of_lead_in)

    def __reduce__(self) -> tuple[type[FeatureRows], tuple[Mapping[str, int]]]:
        """What another process gets of it: what is remembered here can't be sent there."""
        return FeatureRows, (self._vocabulary,)

    def of(self, text: str, context: str, lead_in: str) -> Iterable[int | None]:
        """The rows of the features of a unit (see `features`)."""
        words = tokens(text)
        found = list(map(self._word, words))
        above, leading = self._heading(context), self._lead_in(lead_in)
        content = [one for one in found if not one.says_little]
        return chain(
            [one.row for one in found],
            above.single,
            leading.single,
            [one.followers.get(second) for one, second in zip(found, words[1:], strict=False)],
            above.pairs,
            leading.pairs,
            [one.stem_row for one in found],
            above.stems,
            leading.stems,
            [one.stem_followers.get(second.stem) for one, second in pairwise(content)],
        )

    def _known_word(self, word: str) -> _Word:
        stemmed = stem(word)
        return _Word(
            self._row_of(word),
            self._row_of(stemmed),
            self._followers.get(word, _NOTHING),
            self._stem_followers.get(stemmed, _NOTHING),
            stemmed,
            word in STOP_WORDS,
        )

    def _of_headings(self, context: str) -> _Line:
        nearest = self._marked("h:", tokens(context.rsplit(" > ", 1)[-1]))
        both = self._marked("H:", tokens(context))
        return _Line(nearest.single + both.single, nearest.pairs, nearest.stems + both.stems)

    def _of_lead_in(self, lead_in: str) -> _Line:
        return self._marked("l:", tokens(lead_in))

    def _marked(self, sign: str, words: list[str]) -> _Line:
        marked = [sign + word for word in words]
        return _Line(
            tuple(map(self._row_of, marked)),
            tuple([self._row_of(f"{first} {second}") for first, second in zip(marked, words[1:], strict=False)]),
            tuple([self._row_of(stem(word)) for word in marked]),
        )
