"""How fast passages are judged, graded and read for facts, by processes side by side.

    python -m benchmarks.judging PASSAGES.jsonl [PROCESSES]

PASSAGES.jsonl has the form of `fetch_passages.py` (see training/README.md). The distinct passages are dealt out to the
processes (one, if not given), so that no cache spares work. Printed are, for each, the passages a second of wall clock
and of processor time, the seconds to load the model, and the peak memory.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from multiprocessing import Pool
from pathlib import Path

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import default_finder, find_facts, grade
from conductatlas.provisions.model import load_model
from conductatlas.provisions.units import Unit
from conductatlas.reading import visible_text

_BATCH = 256


def _units(path: str, part: int, parts: int) -> list[tuple[Unit, str]]:
    """One part of the distinct passages, each with its text as it stands in its document."""
    with Path(path).open(encoding="utf-8") as lines:
        rows = list({row["text"]: row for row in map(json.loads, lines)}.values())
    return [
        (Unit(0, 0, 0, len(row["text"]), row["context"], row.get("lead_in", ""), visible_text(row["text"]), ""), text)
        for row in rows[part::parts]
        if (text := row["text"])
    ]


def _judge(candidates: list[tuple[Unit, str]]) -> None:
    """Judge passages; grade those that state something, and find the facts in them."""
    finder, catalogue = default_finder(), load_catalogue()
    for first in range(0, len(candidates), _BATCH):
        batch = candidates[first : first + _BATCH]
        for (_, text), judged in zip(batch, finder.judge([unit for unit, _ in batch]), strict=True):
            accepted = finder.accepted(judged)
            for clause_type in accepted:
                grade(catalogue[clause_type], text)
            if accepted:
                find_facts(text)


def _measured(path: str, part: int, parts: int) -> str:
    started = time.perf_counter()
    load_model()
    loading = time.perf_counter() - started
    candidates = _units(path, part, parts)
    # Cues, modifiers and patterns are loaded before the clock starts.
    _judge([(Unit(0, 0, 0, 4, "", "", "We may end the service.", ""), "We may end the service.")])
    started, worked = time.perf_counter(), time.process_time()
    _judge(candidates)
    wall, worked = time.perf_counter() - started, time.process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = len(candidates)
    return (
        f"{count:,} passages, {count / wall:,.0f} a second, {count / worked:,.0f} a second of processor time; "
        f"model loaded in {loading:.2f} s, peak memory {memory:.0f} MB"
    )


def main(path: str, processes: int = 1) -> None:
    """Measure and print a line for each process."""
    with Pool(processes) as pool:
        for line in pool.starmap(_measured, [(path, part, processes) for part in range(processes)], chunksize=1):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
