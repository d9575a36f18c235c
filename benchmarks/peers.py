"""The trackers of others, as far as whoever measures has installed them; each is run by its own command line."""

from __future__ import annotations

import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.memory import Peak

if TYPE_CHECKING:
    from benchmarks.served_archive import Served, Server

_PATIENCE = 1800


class PeerError(Exception):
    """A peer that could not be run; the message is one line."""


@dataclass(frozen=True)
class PeerRound:
    """What one run of a peer did: requests, seconds from the first of them to the end, new versions, peak memory in MB.

    `computing` are the seconds that all its processes computed, from their start on.
    """

    requests: int
    seconds: float
    computing: float
    versions: int
    memory: float


class Engine:
    """The engine of Open Terms Archive, installed by npm into a folder, with the system's Chromium."""

    def __init__(self, folder: Path, work: Path) -> None:
        self._folder = folder.resolve()
        self._work = work
        command = self._folder / "node_modules" / "@opentermsarchive" / "engine" / "bin" / "ota.js"
        if not command.is_file():
            raise PeerError(f"--engine {folder}: no @opentermsarchive/engine is installed there")
        self._command = ["node", "--max-http-header-size=32768", str(command), "track"]
        browser = work / "chromium"
        browser.write_text(f'#!/bin/sh\nexec {shutil.which("chromium") or "chromium"} --no-sandbox "$@"\n')
        browser.chmod(0o755)
        self._environment = os.environ | {"PUPPETEER_EXECUTABLE_PATH": str(browser), "DOTENV_CONFIG_QUIET": "true"}

    def extract(self, collection: Path, site: Served) -> tuple[int, float, float, float]:
        """Read all pages: how many it could, the seconds, those of computing, and the peak of memory in MB."""
        listed = {}
        for number, (_, page) in enumerate(site.pages):
            file = self._work / f"page-{number}"
            file.write_bytes(page.body)
            listed[page.address] = {"file": str(file), "type": page.content_type}
        pages = self._work / "pages.json"
        pages.write_text(json.dumps(listed))
        script = Path(__file__).with_name("engine_extraction.mjs")
        said, computing, memory = _run(
            ["node", str(script), str(self._folder), str(pages)], collection, self._environment
        )
        found = json.loads(said.splitlines()[-1])
        for line in found["refused"]:
            sys.stderr.write(f"the engine: {line}\n")
        return found["read"], found["seconds"], computing, memory

    def track(self, collection: Path, server: Server) -> PeerRound:
        """One round over all that is declared in a folder; it is counted from the first request on."""
        before = _commits(collection)
        _, computing, memory = _run(self._command, collection, self._environment)
        ended = time.monotonic()
        asked = server.asked()
        return PeerRound(asked.requests, ended - asked.first, computing, _commits(collection) - before, memory)


class ChangeDetection:
    """changedetection.io, by the command that pip installs; each page is a watch, since it joins none."""

    def __init__(self, command: str, work: Path) -> None:
        found = shutil.which(command)
        if found is None:
            raise PeerError(f"--changedetection {command}: no such command")
        self._command = [found, "-d", str(work), "-C", "-b", "-h", "127.0.0.1", "-l", "ERROR"]
        self._work = work
        self._environment = os.environ | {
            "ALLOW_IANA_RESTRICTED_ADDRESSES": "true",
            "DISABLE_VERSION_CHECK": "true",
            "MINIMUM_SECONDS_RECHECK_TIME": "0",
            "PORT": str(_free_port()),
        }

    def track(self, server: Server, site: Served | None = None) -> PeerRound:
        """One round, over the pages of a site which are new to it, or over those that it knows.

        Its end is that of the last request: it waits some seconds before it ends, which are not counted.
        """
        command = list(self._command)
        if site is None:
            command += ["-r", "all"]
        sources = [source for terms, _ in site.documents for source in terms.sources] if site else []
        for number, source in enumerate(sources):
            chosen = {
                "include_filters": [str(one) for one in source.select if isinstance(one, str)],
                "subtractive_selectors": [str(one) for one in source.remove if isinstance(one, str)],
                "fetch_backend": "html_requests",
            }
            command += ["-u", source.address, f"-u{number}", json.dumps(chosen)]
        before = self._versions()
        _, computing, memory = _run(command, self._work, self._environment)
        asked = server.asked()
        return PeerRound(asked.requests, asked.last - asked.first, computing, self._versions() - before, memory)

    def _versions(self) -> int:
        return sum(len(path.read_text().splitlines()) for path in self._work.glob("*/history.txt"))


def _run(command: list[str], folder: Path, environment: Mapping[str, str]) -> tuple[str, float, float]:
    """Run a command in a folder; gives what it printed, its seconds of computing, and its peak of memory in MB.

    Raises PeerError where it fails.
    """
    before = _computed()
    with (folder / "said.log").open("w+b") as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT)
        with Peak(process.pid) as peak:
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    if process.returncode not in (0, -15):
        last = text.strip().splitlines()[-1:] or ["it said nothing"]
        raise PeerError(f"{Path(command[0]).name} ended with {process.returncode}: {last[0]}")
    return text, _computed() - before, peak.most


def _computed() -> float:
    """The seconds that all processes computed which were started here and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _commits(collection: Path) -> int:
    """The number of versions that the engine has recorded; its repository begins with none."""
    versions = collection / "data" / "versions"
    if not (versions / ".git").is_dir():
        return 0
    counted = subprocess.run(
        ["git", "-C", str(versions), "rev-list", "--count", "--all"], capture_output=True, text=True, check=False
    )
    return int(counted.stdout or 0)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
