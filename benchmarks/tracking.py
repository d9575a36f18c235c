"""Live capture beside the trackers of others: the same pages, declarations and machine, in one run.

    python -m benchmarks.tracking [--engine FOLDER] [--changedetection COMMAND] [--browser 12] [--looks 10000] ARCHIVE

ARCHIVE is as for `benchmarks.extraction`. Its pages are served on the loopback, each document on a host of its own, and
pacing is off. FOLDER is where whoever measures has installed `@opentermsarchive/engine`, COMMAND is that of
changedetection.io; what is not named is not measured. With --no-rounds only Chromium and memory are.

Measured are: reading the pages; a first round of tracking, one in which nothing has changed, and one in which every
attribute and every tracking parameter has; pages in Chromium; and memory over many looks. Ours is measured twice: as
it is, and without judging what provisions a text has, which the others have nothing like.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.extraction import unpacked
from benchmarks.memory import Peak, family_memory
from benchmarks.our_tracking import OurTracker, our_tracker, read_pages
from benchmarks.peers import ChangeDetection, Engine, PeerError, PeerRound
from benchmarks.served_archive import Served, Server, serving, write_declarations

_PASSES = 3


class Table:
    """Prints rows as they come; the first of each part is ours, by which the others are measured."""

    def __init__(self) -> None:
        self._ours: dict[str, float] = {}
        self._print(
            "what", "who", "pages", "s", "pages a second", "ours is times", "computing, s", "versions", "peak MB"
        )
        self._print(*["---"] * 9)

    def row(self, what: str, who: str, pages: int, seconds: float, computing: float, memory: float, new: str) -> None:
        """One measurement; `new` is the number of versions that were recorded."""
        rate = pages / seconds if seconds else 0.0
        ours = self._ours.setdefault(what, rate)
        ratio = f"{ours / rate:.1f}" if rate and ours is not rate else ""
        figures = f"{pages:,}", f"{seconds:.1f}", f"{rate:.1f}", ratio, f"{computing:.1f}", new, f"{memory:.0f}"
        self._print(what, who, *figures)

    def _print(self, *cells: str) -> None:
        print("| " + " | ".join(cells) + " |", flush=True)


@dataclass(frozen=True)
class Comparison:
    """All that is compared: the pages, where they are served, the peers that are there, and a folder to work in."""

    table: Table
    server: Server
    site: Served
    archive: Path
    collection: Path
    work: Path
    engine: Engine | None
    other: ChangeDetection | None

    def extraction(self) -> None:
        """Read the pages, nothing else."""
        here, there = multiprocessing.Pipe()
        spawned = multiprocessing.get_context("spawn")
        process = spawned.Process(target=read_pages, args=(there, self.site, _PASSES), daemon=True)
        process.start()
        with Peak(process.pid or 0) as peak:
            read, seconds, computing = here.recv()
        here.send(True)
        process.join(10)
        self.table.row("pages read", "ours", read, seconds, computing, peak.most, "")
        if self.engine:
            self.table.row("pages read", "engine", *self.engine.extract(self.collection, self.site), "")

    def rounds(self) -> None:
        """All who take part go through all rounds, one after the other in each round."""
        with (
            our_tracker(self.collection, self.work / "ours", provisions=False) as texts,
            our_tracker(self.collection, self.work / "ours-full", provisions=True) as full,
        ):
            for what, churn in (("first round", 0), ("nothing changed", 0), ("attributes changed", 1)):
                self._ours(what, "ours, with provisions", full, churn=churn)
                self._ours(what, "ours, texts alone", texts, churn=churn)
                if self.engine:
                    self._engine(what, self.engine, self.collection, len(self.site.pages), churn=churn)
                if self.other:
                    self.server.serve(churn=churn)
                    found = self.other.track(self.server, self.site if what == "first round" else None)
                    self._peer(what, "changedetection.io", found, found.requests)
            for what in ("ETags seen first", "nothing changed, by ETags"):
                self._ours(what, "ours, with provisions", full, validators=True)

    def in_browser(self, most: int) -> None:
        """So many documents in Chromium."""
        collection = self.work / "scripts"
        write_declarations(self.archive, self.site, collection, scripts=True, most=most)
        pages = sum(len(pages) for _, pages in self.site.documents[:most])
        with our_tracker(collection, self.work / "ours-scripts", provisions=False) as tracker:
            for what in ("first round in Chromium", "nothing changed, in Chromium"):
                self._ours(what, "ours, texts alone", tracker, pages=pages)
                if self.engine:
                    self._engine(what, self.engine, collection, pages)

    def memory(self, looks: int) -> None:
        """Many looks by one worker, of which each fourth round brings all pages with other attributes."""
        done, recorded, number = 0, 0, 0
        course: list[float] = []
        started = time.monotonic()
        with our_tracker(self.collection, self.work / "ours-long", provisions=True) as tracker:
            while done < looks:
                self.server.serve(churn=number if number % 4 == 3 else 0)
                found = tracker.go_round()
                recorded += found.outcomes.get("recorded", 0) if number else 0
                done, number = done + found.looks, number + 1
                if done * 10 >= looks * (len(course) + 1):
                    course.append(family_memory(tracker.process))
        seconds = time.monotonic() - started
        shown = " ".join(f"{megabytes:.0f}" for megabytes in course)
        print(f"{done:,} looks in {seconds:.0f} s, {recorded} versions after the first round; memory, MB: {shown}")

    def _ours(
        self, what: str, who: str, tracker: OurTracker, *, churn: int = 0, validators: bool = False, pages: int = 0
    ) -> None:
        self.server.serve(churn=churn, validators=validators)
        with Peak(tracker.process) as peak:
            found = tracker.go_round()
        number = pages or len(self.site.pages)
        recorded = found.outcomes.get("recorded", 0)
        self.table.row(what, who, number, found.seconds, found.computing, peak.most, f"{recorded}")
        for outcome, count in found.outcomes.items():
            if outcome.startswith("failed"):
                print(f"{what}, {who}: {count} {outcome}", file=sys.stderr)

    def _engine(self, what: str, engine: Engine, collection: Path, pages: int, churn: int = 0) -> None:
        self.server.serve(churn=churn)
        self._peer(what, "engine", engine.track(collection, self.server), pages)

    def _peer(self, what: str, who: str, found: PeerRound, pages: int) -> None:
        self.table.row(what, who, pages, found.seconds, found.computing, found.memory, f"{found.versions}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--engine", type=Path)
    parser.add_argument("--changedetection")
    parser.add_argument("--browser", type=int, default=12)
    parser.add_argument("--looks", type=int, default=10_000)
    parser.add_argument("--no-rounds", dest="rounds", action="store_false")
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            _measure(options, Path(folder))
    except PeerError as error:
        sys.exit(str(error))


def _measure(options: argparse.Namespace, work: Path) -> None:
    """Everything that the options ask for; raises PeerError."""
    for name in ("engine", "changedetection"):
        (work / name).mkdir()
    engine = Engine(options.engine, work / "engine") if options.engine else None
    other = ChangeDetection(options.changedetection, work / "changedetection") if options.changedetection else None
    for peer, option in ((engine, "--engine"), (other, "--changedetection")):
        if peer is None:
            print(f"without {option}, that peer is not measured")
    archive = unpacked(options.archive, work / "archive")
    with serving(archive) as (server, site):
        collection = work / "collection"
        write_declarations(archive, site, collection, scripts=False)
        for line in site.left_out:
            print(f"left out: {line}")
        print(f"{len(site.documents)} documents of {len(site.pages)} pages; load {os.getloadavg()[0]:.1f}")
        compared = Comparison(Table(), server, site, archive, collection, work, engine, other)
        if options.rounds:
            compared.extraction()
            compared.rounds()
        if options.browser:
            compared.in_browser(options.browser)
        if options.looks:
            compared.memory(options.looks)
        print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
