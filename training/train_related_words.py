"""Make the vectors for words that `conductatlas.changes` holds sentences beside each other by.

    python training/train_related_words.py GITDIR …

Reads every version of every document of some archives, each different line once, and writes `related_words.npz`: for
each stem that stands in at least FEWEST sentences a vector, and how rare it is. No text can be told from it. Takes
about a minute for four archives.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from sklearn.utils.extmath import randomized_svd

import conductatlas.changes.language.related_words as related
from archives import texts_of
from conductatlas.provisions import content_stems
from conductatlas.provisions.features import STOP_WORDS
from conductatlas.reading import word_line

_FEWEST, _DIMENSIONS, _WINDOW = 15, 100, 6
_FEWEST_WORDS, _MOST_WORDS, _FEWEST_STEMS, _SHARE_OF_ENGLISH = 6, 120, 4, 0.15
_ENDS = re.compile(r"(?<=[.;!?])\s+")
_ADDRESS = re.compile(r"\]\([^)]*\)")
_AT_ONCE = 40_000
# Words that stand everywhere tell less of those beside them.
_SMOOTHED = 0.75


def _sentences(repositories: list[str]) -> Iterator[list[str]]:
    """The stems of each different English sentence."""
    seen: set[int] = set()
    for repository in repositories:
        for text in texts_of(repository):
            for line in text.split("\n"):
                if hash(line) in seen:
                    continue
                seen.add(hash(line))
                for sentence in _ENDS.split(_ADDRESS.sub("]", line)):
                    words = sentence.lower().split()
                    if hash(sentence) in seen or not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
                        continue
                    seen.add(hash(sentence))
                    stems = [stem[: related.LETTERS] for stem in content_stems(word_line(sentence))]
                    english = sum(word in STOP_WORDS for word in words)
                    if english >= _SHARE_OF_ENGLISH * len(words) and len(stems) >= _FEWEST_STEMS:
                        yield stems


def _beside(found: list[list[str]], places: dict[str, int]) -> sparse.csr_matrix:
    """How often words stand beside each other, the nearer the more."""
    size = len(places)
    counts = sparse.csr_matrix((size, size))
    for start in range(0, len(found), _AT_ONCE):
        rows: list[int] = []
        columns: list[int] = []
        weights: list[float] = []
        for stems in found[start : start + _AT_ONCE]:
            at = [places.get(stem, -1) for stem in stems]
            for here, one in enumerate(at):
                for apart, other in enumerate(at[here + 1 : here + 1 + _WINDOW], 1):
                    if one >= 0 and other >= 0 and one != other:
                        rows += (one, other)
                        columns += (other, one)
                        weights += (1 / apart, 1 / apart)
        counts = counts + sparse.csr_matrix((weights, (rows, columns)), shape=(size, size))
    return counts


def main() -> None:
    """Count, weigh, reduce, store."""
    parser = argparse.ArgumentParser(description="Make vectors for words of what they stand beside.")
    parser.add_argument("repository", nargs="+")
    found = list(_sentences(parser.parse_args().repository))
    often = Counter(stem for stems in found for stem in stems)
    words = sorted(word for word, times in often.items() if times >= _FEWEST and word.isascii() and not word.isspace())
    counts = _beside(found, {word: place for place, word in enumerate(words)}).tocoo()
    total = counts.tocsr()
    whole = np.asarray(total.sum(axis=1)).ravel()
    others = np.asarray(total.sum(axis=0)).ravel() ** _SMOOTHED
    told = np.log(counts.data * others.sum() / (whole[counts.row] * others[counts.col]))
    surely = told > 0
    told = sparse.csr_matrix((told[surely], (counts.row[surely], counts.col[surely])), shape=counts.shape)
    left, values, _ = randomized_svd(told, _DIMENSIONS, n_iter=4, random_state=0)
    vectors = left * np.sqrt(values)
    vectors = np.round(127 * vectors / np.abs(vectors).max(axis=1, keepdims=True)).astype(np.int8)
    rareness = np.array([np.log(len(found) / often[word]) for word in words], np.float32)
    target = Path(related.__file__).with_name("related_words.npz")
    np.savez_compressed(
        target, words=np.frombuffer(" ".join(words).encode(), np.uint8), vectors=vectors, rareness=rareness
    )
    sys.stdout.write(f"{len(found):,} sentences, {len(words):,} words, {target.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
