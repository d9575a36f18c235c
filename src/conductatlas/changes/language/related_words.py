"""How near sentences are in meaning: by vectors for their words, made of what these stand beside in platforms' texts.

Words that stand beside the same others have vectors of one direction: 'minors' and 'children', 'sell' and 'rent'. Words
of opposite meaning do so, too: two sentences of one direction are of one subject, and may say the contrary of it.
`training/train_related_words.py` makes the vectors. Method: positive pointwise mutual information of words up to six
places apart, reduced by singular values (Levy, Goldberg and Dagan, Improving Distributional Similarity with Lessons
Learned from Word Embeddings, TACL 3, 2015).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from conductatlas.provisions import content_stems

# By so many letters words are the same, in whatever form.
LETTERS = 6
_VECTORS = "related_words.npz"


class RelatedWords(NamedTuple):
    """The words that have a vector, by their places, and the vectors, each as long as its word is rare."""

    places: Mapping[str, int]
    vectors: NDArray[np.float32]


@cache
def related_words() -> RelatedWords:
    """The vectors that come with the program."""
    with files(__package__).joinpath(_VECTORS).open("rb") as file, np.load(file) as stored:
        vectors = stored["vectors"].astype(np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        words = stored["words"].tobytes().decode("ascii").split()
        return RelatedWords(
            {word: place for place, word in enumerate(words)}, vectors / lengths * stored["rareness"][:, None]
        )


@lru_cache(maxsize=16384)
def stems_in(line: str) -> frozenset[str]:
    """The words of a line that say something by themselves, in whatever forms, each once."""
    return frozenset(stem[:LETTERS] for stem in content_stems(line))


@lru_cache(maxsize=16384)
def direction_of(line: str) -> NDArray[np.float32]:
    """The vector of a line of words, of length 1; nothing but zeros where none of its words has one."""
    found = sum_of(stems_in(line))
    length = np.linalg.norm(found)
    return found / length if length else found


def sum_of(stems: Collection[str]) -> NDArray[np.float32]:
    """The sum of the vectors of some words."""
    words = related_words()
    places = [words.places[stem] for stem in sorted(stems) if stem in words.places]
    found: NDArray[np.float32] = words.vectors[places].sum(axis=0, dtype=np.float32)
    return found
