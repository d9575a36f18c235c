"""Live capture beside the trackers of others: the same pages, declarations and machine, in one run.

    python -m benchmarks.tracking [--engine FOLDER] [--changedetection COMMAND] [--browser 12] [--looks 10000] ARCHIVE

ARCHIVE is as for `benchmarks.extraction`. Its pages are served on the loopback, each document on a host of its own, with
pacing off. FOLDER is where whoever measures has installed `@opentermsarchive/engine`, COMMAND is that of
changedetection.io; what is not named is not measured.

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
from collections.abc import Callable
from pathlib import Path

from benchmarks.extraction import unpacked
from benchmarks.memory import Peak, family_memory
from benchmarks.our_tracking import our_tracker, read_pages
from benchmarks.peers import ChangeDetection, Engine, PeerError
from benchmarks.served_archive import Served, Server, serving, write_declarations

_PASSES = 3


class Table:
    """Prints rows as they come; the first of each part is what the others are measured by."""

    def __init__(self) -> None:
        self._rates: dict[str, float] = {}
        self._print("what", "who", "done", "seconds", "a second", "ours is times", "new versions", "peak MB")

    def row(
        self, what: str, who: str, done: int, seconds: float, memory: float, versions: int | None = None
    ) -> None:
        """One measurement."""
        rate = done / seconds if seconds else 0.0
        ours = self._rates.setdefault(what, rate)
        ratio = f"{ours / rate:.1f}" if rate and ours is not rate else ""
        shown = "" if versions is None else f"{versions}"
        self._print(what, who, f"{done:,}", f"{seconds:.1f}", f"{rate:.1f}", ratio, shown, f"{memory:.0f}")

    def _print(self, *cells: str) -> None:
        print("| " + " | ".join(cells) + " |", flush=True)


def _extraction(table: Table, site: Served, engine: Engine | None, collection: Path) -> None:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=read_pages, args=(theirs, site, _PASSES), daemon=True)
    process.start()
    with Peak(process.pid or 0) as peak:
        read, seconds = ours.recv()
    ours.send(True)
    process.join(10)
    table.row("pages read", "ours", read, seconds, peak.most)
    if engine:
        table.row("pages read", "engine", *engine.extract(collection, site))


def _rounds(
    table: Table, server: Server, site: Served, collection: Path, work: Path, engine: Engine | None, other: ChangeDetection | None
) -> None:
    """All who take part go through all rounds, one after the other in each round."""
    with (
        our_tracker(collection, work / "ours", provisions=False) as texts,
        our_tracker(collection, work / "ours-full", provisions=True) as full,
    ):
        for what, churn in (("first round", 0), ("nothing changed", 0), ("attributes changed", 1)):
            for who, tracker in (("ours", texts), ("ours, with provisions", full)):
                server.serve(churn=churn)
                with Peak(tracker.process) as peak:
                    found = tracker.go_round()
                table.row(what, who, found.looks, found.seconds, peak.most, found.outcomes.get("recorded", 0))
                _failures(found.outcomes)
            if engine:
                server.serve(churn=churn)
                theirs = engine.track(collection, server)
                table.row(what, "engine", len(site.documents), theirs.seconds, theirs.memory, theirs.versions)
            if other:
                server.serve(churn=churn)
                theirs = other.track(server, site if what == "first round" else None)
                table.row(what, "changedetection.io", theirs.requests, theirs.seconds, theirs.memory, theirs.versions)
        for what in ("first round with ETags", "nothing changed, with ETags"):
            server.serve(validators=True)
            with Peak(full.process) as peak:
                found = full.go_round()
            table.row(what, "ours, with provisions", found.looks, found.seconds, peak.most, found.outcomes.get("recorded", 0))


def _failures(outcomes: object) -> None:
    print(f"  {outcomes}", file=sys.stderr)


def _in_browser(table: Table, server: Server, site: Served, archive: Path, work: Path, engine: Engine | None, most: int) -> None:
    collection = work / "scripts"
    write_declarations(archive, site, collection, scripts=True, most=most)
    with our_tracker(collection, work / "ours-scripts", provisions=False) as tracker:
        for what in ("first round in Chromium", "second round in Chromium"):
            server.serve()
            with Peak(tracker.process) as peak:
                found = tracker.go_round()
            table.row(what, "ours", found.looks, found.seconds, peak.most, found.outcomes.get("recorded", 0))
            _failures(found.outcomes)
            if engine:
                server.serve()
                theirs = engine.track(collection, server)
                table.row(what, "engine", len(site.documents[:most]), theirs.seconds, theirs.memory, theirs.versions)


def _memory(server: Server, collection: Path, work: Path, looks: int) -> None:
    """Many looks by one worker, of which each fourth round brings all pages with other attributes."""
    done, versions, course, number = 0, 0, [], 0
    started = time.monotonic()
    with our_tracker(collection, work / "ours-long", provisions=True) as tracker:
        while done < looks:
            server.serve(churn=number if number % 4 == 3 else 0)
            found = tracker.go_round()
            if number:
                versions += found.outcomes.get("recorded", 0)
            done, number = done + found.looks, number + 1
            if done * 10 >= looks * (len(course) + 1):
                course.append(family_memory(tracker.process))
    seconds = time.monotonic() - started
    shown = " ".join(f"{megabytes:.0f}" for megabytes in course)
    print(f"{done:,} looks in {seconds:.0f} s, {versions} versions after the first round; memory, MB: {shown}")


def _peer(make: Callable[[], Engine | ChangeDetection], named: object, option: str) -> Engine | ChangeDetection | None:
    if not named:
        print(f"not measured, as {option} is not given")
        return None
    try:
        return make()
    except PeerError as error:
        sys.exit(str(error))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--engine", type=Path)
    parser.add_argument("--changedetection")
    parser.add_argument("--browser", type=int, default=12)
    parser.add_argument("--looks", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        archive = unpacked(options.archive, work / "archive")
        for name in ("engine", "changedetection"):
            (work / name).mkdir()
        engine = other = None
        try:
            if options.engine:
                engine = Engine(options.engine, work / "engine")
            if options.changedetection:
                other = ChangeDetection(options.changedetection, work / "changedetection")
        except PeerError as error:
            sys.exit(str(error))
        for peer, option in ((engine, "--engine"), (other, "--changedetection")):
            if peer is None:
                print(f"without {option}, that peer is not measured")
        with serving(archive) as (server, site):
            collection = work / "collection"
            write_declarations(archive, site, collection, scripts=False)
            for line in site.left_out:
                print(f"left out: {line}")
            print(f"{len(site.documents)} documents of {len(site.pages)} pages; load {os.getloadavg()[0]:.1f}")
            table = Table()
            _extraction(table, site, engine, collection)
            _rounds(table, server, site, collection, work, engine, other)
            if options.browser:
                _in_browser(table, server, site, archive, work, engine, options.browser)
            if options.looks:
                _memory(server, collection, work, options.looks)
            print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
