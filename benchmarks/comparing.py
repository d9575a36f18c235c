"""Comparing consecutive versions, beside merely reading the same texts.

    python -m benchmarks.comparing SOURCE [FIRST [LAST]]

SOURCE is a versions repository (a path, a bundle or an address); of its versions, in the order in which they were
recorded, those from FIRST to LAST are taken (all, if not given). Each is compared with the last good one of its
document, as an import does it but without a database, and so without holding doubtful ones. The reference is reading
the same texts into blocks and their visible words, in the same process. Judging passages with the model is measured by
itself: it is done once for each distinct passage. Times are of the processor.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from conductatlas.changes import JudgedText, Standing, Verdict, begin, capture_failure, judged_text, step
from conductatlas.exchange import RecordedVersion, open_archive, read_history
from conductatlas.provisions import Unit, default_finder
from conductatlas.reading import Document, language_of, read_markdown


class _Comparing:
    """Takes versions one after the other, and keeps what each kind of work took."""

    def __init__(self) -> None:
        self._finder = default_finder()
        self._known: dict[str, Mapping[str, float]] = {}
        self._languages: dict[str, str | None] = {}
        self._standing: dict[str, tuple[JudgedText, tuple[Standing, ...]]] = {}
        self._identity = 1
        self.seconds = dict.fromkeys(("reading", "comparing", "judging passages"), 0.0)
        self.steps: list[tuple[float, str]] = []

    def take(self, version: RecordedVersion) -> None:
        """Read a version and compare it with the last good one of its document."""
        with self._timed("reading"):
            document = read_markdown((version.content or b"").decode("utf-8", "replace"))
            _ = document.visible
        known = self._standing.get(version.path)
        if known is None:
            if capture_failure(None, document) is None:
                self._languages[version.path] = language_of(document)
                text = self._judged(version.path, document)
                self._standing[version.path] = (text, begin(self._finder, text, self._identity)[0])
                self._identity += len(self._standing[version.path][1])
            return
        before = self.seconds["judging passages"]
        started = time.process_time()
        text = self._judged(version.path, document)
        outcome = step(self._finder, known[0], known[1], text, (), self._identity)
        took = time.process_time() - started - (self.seconds["judging passages"] - before)
        self.seconds["comparing"] += took
        self.steps.append((took, outcome.verdict.value))
        self._identity += len(outcome.followed)
        if outcome.verdict is not Verdict.FAILED:
            self._standing[version.path] = (text, outcome.provisions)

    def _judged(self, path: str, document: Document) -> JudgedText:
        return judged_text(self._finder, document, self._languages[path], self._confidences)

    def _confidences(self, units: Sequence[Unit]) -> list[Mapping[str, float]]:
        fresh = list({unit.key: unit for unit in units if unit.key not in self._known}.values())
        if fresh:
            with self._timed("judging passages"):
                self._known.update(zip((unit.key for unit in fresh), self._finder.judge(fresh), strict=True))
        return [self._known[unit.key] for unit in units]

    @contextmanager
    def _timed(self, work: str) -> Iterator[None]:
        started = time.process_time()
        yield
        self.seconds[work] += time.process_time() - started


def main(source: str, first: int = 0, last: int | None = None) -> None:
    """Measure and print."""
    comparing = _Comparing()
    with tempfile.TemporaryDirectory() as directory:
        _, versions = read_history(open_archive(source, Path(directory)))
        for version in islice(versions, first, last):
            comparing.take(version)
    steps, seconds = len(comparing.steps), comparing.seconds
    sys.stdout.write(f"{steps:,} steps\n")
    for work in ("reading", "comparing", "judging passages"):
        sys.stdout.write(f"{work:18s} {1000 * seconds[work] / max(1, steps):8.2f} ms a step {seconds[work]:8.1f} s\n")
    sys.stdout.write(f"comparing is {seconds['comparing'] / max(0.001, seconds['reading']):.2f} times reading; ")
    sys.stdout.write(f"the slowest step took {max(comparing.steps, default=(0.0, ''))[0]:.2f} s\n")
    for verdict, number in sorted(Counter(verdict for _, verdict in comparing.steps).items()):
        spent = sum(took for took, one in comparing.steps if one == verdict)
        sys.stdout.write(f"{verdict:18s} {1000 * spent / number:8.2f} ms a step {number:8,} steps\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:4]))
