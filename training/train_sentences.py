"""Learn how telling the signs are that sentences are near, and that an edit matters, from what readers judged.

    python training/train_sentences.py --archive NAME=GITDIR …

`nearest.jsonl`: see `score_nearest.py`. `sentences.jsonl` has for each of some changes, named by collection, path and
two commits, how much each sentence that came, went or was edited matters, by the hash of its words before and after:
0, it has no effect; 1, a small one; 2, a real change of substance; 3, it belongs in a headline. Neither holds any text.

Both models are linear; each is measured on platforms that it has not seen, in five parts, and then made from all, into
`conductatlas/changes/sentences/learned.json`. What is printed of importance holds against what is chosen by the weights
of words alone; of nearness, what stands beside a sentence from each limit on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from score_nearest import hash_of, judged_sentence, text_of
from sklearn.linear_model import LogisticRegression, Ridge

import conductatlas.changes.sentences.learned as learned
from archives import add_archive_option, archives_of
from conductatlas.changes.captures.lost_links import with_words_of_links
from conductatlas.changes.language.related_words import direction_of
from conductatlas.changes.sentences.choosing import marks
from conductatlas.changes.sentences.differing import differing
from conductatlas.changes.sentences.importance import Weighing, vectors_of
from conductatlas.changes.sentences.nearest import Nearest, states_by
from conductatlas.changes.sentences.other_words import rarity
from conductatlas.changes.sentences.said import said_alone, said_in
from conductatlas.changes.sentences.sentence_weights import gravity_by
from conductatlas.changes.sentences.sentences_apart import as_read
from conductatlas.provisions import default_finder
from conductatlas.reading import Document

_PARTS, _TOLD = 5, 4
_SUBSTANCE, _HEADLINE = 2, 3
# Of the vectors each number tells a little, of the signs much: so much less are they held back.
_VECTORS, _HELD_BACK, _STRICTNESS = 0.2, 80.0, 0.3


class Judged(NamedTuple):
    """The signs of a pair or a sentence by name, its vectors in one row, what readers judged, and whose it is."""

    signs: Mapping[str, float]
    vectors: NDArray[np.float32]
    judged: float
    group: int
    platform: str
    by_words: float = 0.0


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()]


def _texts(row: Mapping[str, Any], archives: Mapping[str, str]) -> tuple[Document, Document]:
    old, new = (text_of(archives[row["collection"]], row[side], row["path"]) for side in ("old", "new"))
    return old, new


def _pairs(archives: Mapping[str, str]) -> Iterator[Judged]:
    for group, row in enumerate(_rows("nearest.jsonl")):
        found = judged_sentence(row, *map(as_read, _texts(row, archives)))
        if found is None or found[0].is_row:
            continue
        said, text, nearest = found
        by_hash = {hash_of(one.line): one for one in said_in(text) if not one.is_row}
        for judged, some in ((1.0, [*row["same"], *row["part"]]), (0.0, row["other"])):
            for other in filter(None, map(by_hash.get, some)):
                meaning = float(direction_of(said.line) @ direction_of(other.line))
                signs = nearest.signs(said.text, said.line, other, meaning)
                yield Judged(signs, np.zeros(0, np.float32), judged, group, row["path"].split("/")[0])


def _sentences(archives: Mapping[str, str]) -> Iterator[Judged]:
    finder = default_finder()
    gravity, states = gravity_by(finder), states_by(finder)
    for group, row in enumerate(_rows("sentences.jsonl")):
        old, new = with_words_of_links(*_texts(row, archives))
        found = differing(old, new)
        read = as_read(old), as_read(new)
        rare = rarity(*read)
        alone = ({one.line for one in some} for some in said_alone(*read))
        nearest = [Nearest(text, its, rare, states) for text, its in zip(read, alone, strict=True)]
        weighing = Weighing(gravity, states, *nearest)
        once = {(one.before, one.after): (one, by) for one, by in found.weights.items()}
        often = Counter(mark for one, _ in once.values() for mark in marks(one))
        for one, by in once.values():
            judged = row["importance"].get(hash_of(f"{one.before}\n{one.after}"))
            if judged is not None:
                vectors = np.concatenate([*vectors_of(one).values()])
                platform = row["path"].split("/")[0]
                yield Judged(weighing.signs(one, by, often), vectors, float(judged), group, platform, by)


class _Fitted(NamedTuple):
    signs: NDArray[np.float64]
    vectors: NDArray[np.float64]
    intercept: float

    def of(self, some: Sequence[Judged]) -> NDArray[np.float64]:
        given: NDArray[np.float64] = _matrix(some) @ self.signs + _vectors(some) @ self.vectors + self.intercept
        return given


def _matrix(some: Sequence[Judged]) -> NDArray[np.float64]:
    return np.array([list(one.signs.values()) for one in some])


def _vectors(some: Sequence[Judged]) -> NDArray[np.float64]:
    return np.array([one.vectors for one in some], float)


def _fit_nearness(some: Sequence[Judged]) -> _Fitted:
    signs = _matrix(some)
    spread = signs.std(axis=0) + 1e-9
    model = LogisticRegression(C=_STRICTNESS, max_iter=2000)
    model.fit(signs / spread, [one.judged for one in some])
    return _Fitted(model.coef_[0] / spread, np.zeros(0), float(model.intercept_[0]))


def _fit_importance(some: Sequence[Judged]) -> _Fitted:
    """By what tells the sentences of one change apart: how much a change does as a whole is not asked."""
    signs, vectors = _matrix(some), _vectors(some)
    judged = np.array([one.judged for one in some])
    spread = 2 * signs.std(axis=0) + 1e-9
    both = np.hstack([signs / spread, vectors / _VECTORS])
    groups = np.array([one.group for one in some])
    centred, aims = both.copy(), judged.copy()
    for group in np.unique(groups):
        its = groups == group
        centred[its] -= both[its].mean(axis=0)
        aims[its] -= judged[its].mean()
    model = Ridge(alpha=_HELD_BACK, fit_intercept=False).fit(centred, aims)
    number = signs.shape[1]
    told = model.coef_[:number] / spread, model.coef_[number:] / _VECTORS
    return _Fitted(*told, float(judged.mean() - (both @ model.coef_).mean()))


def _held_out(some: Sequence[Judged], fit: Callable[[Sequence[Judged]], _Fitted]) -> NDArray[np.float64]:
    """What models give that have not seen the platform of each."""
    parts = np.array([int(hash_of(one.platform), 16) % _PARTS for one in some])
    given = np.zeros(len(some))
    for part in range(_PARTS):
        rest = [one for one, its in zip(some, parts, strict=True) if its != part]
        given[parts == part] = fit(rest).of([one for one, its in zip(some, parts, strict=True) if its == part])
    return given


def _tell_importance(name: str, some: Sequence[Judged], given: Sequence[float]) -> None:
    changes: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for one, score in zip(some, given, strict=True):
        changes[one.group].append((score, one.judged))
    first = gravest = substance = told = headlines = 0
    for its in changes.values():
        most = sorted((judged for _, judged in its), reverse=True)
        chosen = [judged for _, judged in sorted(its, key=lambda entry: -entry[0])]
        if most[0] >= _SUBSTANCE:
            first += 1
            gravest += chosen[0] == most[0]
            substance += chosen[0] >= _SUBSTANCE
        told += sum(one == _HEADLINE for one in chosen[:_TOLD])
        headlines += sum(one == _HEADLINE for one in most[:_TOLD])
    sys.stdout.write(
        f"{name}: of {first} changes of substance the first is one of the gravest in {gravest}, of substance in "
        f"{substance}; of {headlines} for a headline {told} are among the first {_TOLD}\n"
    )


def _tell_nearness(some: Sequence[Judged], given: NDArray[np.float64]) -> None:
    best: dict[int, tuple[float, float]] = {}
    has = {one.group for one in some if one.judged}
    for one, its in zip(some, 1 / (1 + np.exp(-given)), strict=True):
        best[one.group] = max(best.get(one.group, (0.0, 0.0)), (float(its), one.judged))
    for limit in (0.3, 0.4, 0.5, 0.6):
        shown = [judged for its, judged in best.values() if its >= limit]
        sys.stdout.write(
            f"nearest from {limit}: beside {len(shown)} of {len(best)}, the like of {sum(shown):.0f} "
            f"({len(has)} have such)\n"
        )


def main() -> None:
    """Read, measure, learn, store."""
    parser = argparse.ArgumentParser(description="Learn what is near, and what matters.")
    add_archive_option(parser)
    archives = archives_of(parser.parse_args())
    pairs = list(_pairs(archives))
    _tell_nearness(pairs, _held_out(pairs, _fit_nearness))
    # How likely the other text states a sentence is a sign of how much that matters.
    _store({"nearest": _stored(_fit_nearness(pairs), pairs[0])})
    some = list(_sentences(archives))
    _tell_importance("by words alone", some, [one.by_words for one in some])
    _tell_importance("as learned", some, list(_held_out(some, _fit_importance)))
    fitted = _fit_importance(some)
    half = len(fitted.vectors) // 2
    vectors = {"changed": fitted.vectors[:half], "around": fitted.vectors[half:]}
    _store({"importance": _stored(fitted, some[0], vectors)})


def _stored(
    fitted: _Fitted, one: Judged, vectors: Mapping[str, NDArray[np.float64]] | None = None
) -> dict[str, object]:
    return {
        "intercept": round(fitted.intercept, 4),
        "signs": {name: round(float(by), 4) for name, by in zip(one.signs, fitted.signs, strict=True)},
        "vectors": {whose: [round(float(by), 3) for by in its] for whose, its in (vectors or {}).items()},
    }


def _store(models: Mapping[str, object]) -> None:
    target = Path(learned.__file__).with_name("learned.json")
    stored = json.loads(target.read_text(encoding="utf-8")) | dict(models)
    lines = (f"  {json.dumps(name)}: {json.dumps(model)}" for name, model in stored.items())
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    learned.learned.cache_clear()


if __name__ == "__main__":
    main()
