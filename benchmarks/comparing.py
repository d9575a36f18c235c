"""Comparing consecutive versions, by what takes the time, beside merely reading the same texts.

    python -m benchmarks.comparing [--jobs N] SOURCE [FIRST [LAST]]

SOURCE is a versions repository (a path, a bundle or an address); of its versions, in the order in which they were
recorded, those from FIRST to LAST are taken (all, if not given). Each is compared with the last good one of its
document by the very questions that an import asks, but without a database, and so without holding doubtful ones and
without provisions that come back. Reading texts into blocks and judging passages with the model are measured by
themselves: each is done once for each text, or passage, that is not in memory. Times are of the processor, unless it
says that they are by the clock. With `--jobs` so many processes take their share of the documents each, as the workers
of an import do.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial, wraps
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    Compared,
    Comparison,
    Historian,
    Text,
    Verdict,
    comparison,
    explain,
    history,
    summarise,
    tell,
)
from conductatlas.changes.effects import untold
from conductatlas.exchange import open_archive, read_history
from conductatlas.processes import look_seldom_for_rings
from conductatlas.provisions import Finder, Finding, default_finder
from conductatlas.reading import Document
from conductatlas.recorded import RecordedVersion

_READING, _JUDGING, _REST = "reading", "judging passages", "the rest"
# The parts of a comparison: the functions that do each, by the modules that call them. Of a part that calls another one
# the time is without it. First what aligns and judges, …
_JUDGED: dict[str, tuple[tuple[Any, str], ...]] = {
    "languages": ((history, "_language_of_next"),),
    "failed captures": ((comparison, "capture_failure"),),
    "dividing into units": ((Finder, "units"), (comparison, "page_blocks")),
    "silent units": ((history, "judged_text"),),
    "reads the same, carried": ((comparison, "reads_the_same"), (comparison, "carry")),
    "alignment": ((comparison, "align"),),
    "following provisions": ((comparison, "follow"),),
    "verdict": ((comparison, "judge"),),
    "dates and doubts": (
        *((comparison, "new_effective_date"), (comparison, "changes_much"), (comparison, "is_cut")),
        (history, "is_dated_later"),
    ),
    "what is sure": ((comparison, "only_what_is_sure"),),
}
# … then what tells of it.
_TOLD: dict[str, tuple[tuple[Any, str], ...]] = {
    "lone sentences": ((getattr(untold, "_Weighing"), "has_sentences_alone"),),  # noqa: B009 (no door of the room)
    "redlines and meanings": ((history, "meanings"),),
    "sentences of texts": ((history, "sentence_changes"), (history, "gravity_by"), (history, "foremost")),
    "particulars": ((Historian, "_particulars"), (Historian, "_appearance")),
}
_SENTENCES = "summaries"
_SHARES = (50, 90, 99, 99.9)
_SLOWEST = 10


class _Measured(NamedTuple):
    """What a process measured: each step, its parts, and how long comparing took by the clock."""

    steps: list[tuple[float, str, str]]
    seconds: dict[str, float]
    elapsed: float


class _Clock:
    """How long each part took, without the parts inside it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        # By the clock, with the parts inside.
        self.elapsed: dict[str, float] = defaultdict(float)
        self._inside = [0.0]

    def timed(self, function: Callable[..., Any], part: str) -> Callable[..., Any]:
        @wraps(function)
        def measured(*arguments: Any, **named: Any) -> Any:
            started, begun = time.process_time(), time.perf_counter()
            self._inside.append(0.0)
            try:
                return function(*arguments, **named)
            finally:
                self.elapsed[part] += time.perf_counter() - begun
                took = time.process_time() - started
                self.seconds[part] += took - self._inside.pop()
                self._inside[-1] += took

        return measured


def _read_whole(read: Callable[[str], Document]) -> Callable[[str], Document]:
    """Reading as comparisons need it: with the visible words, and the words of each block in a line."""

    def reading(text: str) -> Document:
        document = read(text)
        _ = document.visible, document.word_lines
        return document

    return reading


class _Comparing:
    """Takes versions one after the other, and keeps what each step took."""

    def __init__(self, sharing: int = 1) -> None:
        self.clock = _Clock()
        for part, functions in (_JUDGED | _TOLD).items():
            for owner, name in functions:
                setattr(owner, name, self.clock.timed(getattr(owner, name), part))
        read = getattr(history, "read_markdown")  # noqa: B009 (no door of the room)
        setattr(history, "read_markdown", self.clock.timed(_read_whole(read), _READING))  # noqa: B010
        finder = default_finder()
        finder.judge = self.clock.timed(finder.judge, _JUDGING)  # type: ignore[method-assign]
        self._historian = Historian(finder, {}, sharing=sharing)
        self.elapsed = 0.0
        self._sentences = self.clock.timed(_sentences, _SENTENCES)
        self._standing: dict[str, tuple[Text, str, dict[int, tuple[int, str, str, str, str, float]]]] = {}
        self._identity = 1
        self.steps: list[tuple[float, str, str]] = []

    def take(self, version: RecordedVersion) -> None:
        """Compare a version with the last good one of its document."""
        text = Text(version.sha256, version.content or b"")
        known = self._standing.get(version.path)
        if known is None:
            # Beginning a document is no comparing.
            before = dict(self.clock.seconds)
            first = self._historian.begin(text)
            self.clock.seconds.update({part: before.get(part, 0.0) for part in (*_JUDGED, *_TOLD)})
            if not first.failure:
                found = {self._identity + number: one for number, one in enumerate(first.findings)}
                stand = {i: _standing(i, one) for i, one in found.items()}
                self._standing[version.path] = (text, first.language, stand)
                self._identity += len(stand)
            return
        standing, language, provisions = known
        apart = [self.clock.seconds[part] for part in (_READING, _JUDGING)]
        beside = [self.clock.elapsed[part] for part in (_READING, _JUDGING)]
        started, begun = time.process_time(), time.perf_counter()
        asked = Comparison(standing, text, language, tuple(provisions[one] for one in sorted(provisions)), ())
        compared = self._historian.compare(asked).numbered(self._identity)
        self._sentences(compared)
        took = time.process_time() - started
        took -= sum(self.clock.seconds[part] for part in (_READING, _JUDGING)) - sum(apart)
        self.elapsed += time.perf_counter() - begun
        self.elapsed -= sum(self.clock.elapsed[part] for part in (_READING, _JUDGING)) - sum(beside)
        outcome = compared.step
        self.steps.append((took, outcome.verdict.value, f"{version.path} {version.reference[:12]}"))
        self._identity += len(outcome.followed)
        if outcome.verdict is Verdict.FAILED:
            return
        for one in outcome.followed:
            after = one.after
            if after is None:
                del provisions[one.identity]
            else:
                provisions[one.identity] = _standing(one.identity, after)
        self._standing[version.path] = (text, language, provisions)


def _standing(identity: int, one: Finding) -> tuple[int, str, str, str, str, float]:
    return (identity, one.clause_type, one.quote, one.severity.value, one.stance.value, one.confidence)


def _sentences(compared: Compared) -> None:
    catalogue, outcome = load_catalogue(), compared.step
    told = [tell(one, compared.meanings[one.identity]) for one in outcome.followed if one.identity in compared.meanings]
    summarise(catalogue, outcome.verdict, told)
    explain(catalogue, outcome.verdict, told)


def _measure(source: str, first: int, last: int | None, jobs: int, job: int) -> _Measured:
    """Compare the versions of this process's share of the documents."""
    comparing = _Comparing(jobs)
    # As in the workers of an import.
    look_seldom_for_rings()
    with tempfile.TemporaryDirectory() as directory:
        _, versions = read_history(open_archive(source, Path(directory)))
        for version in islice(versions, first, last):
            if crc32(version.path.encode("utf-8", "surrogatepass")) % jobs == job:
                comparing.take(version)
    return _Measured(comparing.steps, dict(comparing.clock.seconds), comparing.elapsed)


def _measured(source: str, first: int, last: int | None, jobs: int) -> Iterator[_Measured]:
    if jobs == 1:
        yield _measure(source, first, last, jobs, 0)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as processes:
        yield from processes.map(partial(_measure, source, first, last, jobs), range(jobs))


def main(source: str, first: int = 0, last: int | None = None, jobs: int = 1) -> None:
    """Measure and print."""
    measured = list(_measured(source, first, last, jobs))
    steps = [step for one in measured for step in one.steps]
    seconds: Counter[str] = Counter()
    for one in measured:
        seconds.update(one.seconds)
    took = sorted(one for one, _, _ in steps) or [0.0]
    spent = sum(took)
    sys.stdout.write(f"{len(steps):,} steps: {spent:.1f} s, {1000 * spent / len(took):.2f} ms a step; of them in\n")
    judged, told = ({part: seconds[part] for part in parts} for parts in (_JUDGED, (*_TOLD, _SENTENCES)))
    _write({**judged, "aligned and judged": sum(judged.values())}, len(took))
    _write({**told, "told": sum(told.values())}, len(took))
    _write({_REST: spent - sum(judged.values()) - sum(told.values())}, len(took))
    longest = max(one.elapsed for one in measured)
    sys.stdout.write(f"by the clock, in the slowest of {jobs} processes: {longest:.1f} s\n")
    sys.stdout.write("beside comparing\n")
    _write({part: seconds[part] for part in (_READING, _JUDGING)}, len(took))
    for share in _SHARES:
        sys.stdout.write(
            f"{share:4g}% within  {1000 * took[min(len(took) - 1, int(len(took) * share / 100))]:8.2f} ms\n"
        )
    for verdict, number in sorted(Counter(verdict for _, verdict, _ in steps).items()):
        mean = 1000 * sum(took for took, one, _ in steps if one == verdict) / number
        sys.stdout.write(f"{verdict:12s} {mean:8.2f} ms a step {number:8,} steps\n")
    sys.stdout.write("the slowest steps\n")
    for slow, verdict, which in sorted(steps, reverse=True)[:_SLOWEST]:
        sys.stdout.write(f"  {slow:6.3f} s  {verdict:12s} {which}\n")


def _write(seconds: dict[str, float], steps: int) -> None:
    for part, spent in seconds.items():
        sys.stdout.write(f"  {part:24s} {1000 * spent / steps:8.3f} ms a step {spent:8.1f} s\n")


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("source")
    options.add_argument("first", type=int, nargs="?", default=0)
    options.add_argument("last", type=int, nargs="?")
    options.add_argument("--jobs", type=int, default=1)
    main(**vars(options.parse_args()))
