"""A small world to capture: pages that change by the day, a clock, and workers that look at them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from conductatlas.capture.declarations import read_declarations
from conductatlas.capture.fetching import Failure, Fetched, Reason, Validators
from conductatlas.capture.snapshots import SnapshotStore, WarcFolder
from conductatlas.provisions import default_finder
from conductatlas.records.models import Capture
from conductatlas.tracking import Recorder, Worker, due, track

START = datetime(2025, 3, 1, 9, tzinfo=UTC)
ADDRESS = "https://hearthbook.example/terms"
CLAUSES = (
    "You and we agree that any dispute will be resolved by binding individual arbitration, and not in court.",
    "These terms are governed by the laws of the Netherlands, without regard to conflict of laws rules.",
    "We keep your personal data for 30 days after you delete your account, and then erase it from our systems.",
    "You must be at least 16 years old to create an account and to use the service.",
)


def page(*paragraphs: str, around: str = "") -> bytes:
    """A page whose document stands in its `main` element."""
    inside = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = "<head><title>Terms of Service</title></head>"
    return (
        f"<!doctype html><html lang=en>{head}<body>{around}<main><h1>Terms</h1>{inside}</main></body></html>".encode()
    )


def declare(folder: Path, select: str = "main", service: str = "Hearthbook", address: str = ADDRESS) -> Path:
    """Write the declaration of one document; return the folder."""
    terms = {"Terms of Service": {"fetch": address, "select": [select]}}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{service}.json").write_text(json.dumps({"name": service, "terms": terms}))
    return folder


@dataclass
class World:
    """What the web answers now, at which time, and where captures are kept."""

    folder: Path
    now: datetime = START
    answers: dict[str, bytes | Reason] = field(default_factory=dict)
    rendered: dict[str, bytes | Reason] = field(default_factory=dict)
    etags: dict[str, str] = field(default_factory=dict)
    content_type: str = "text/html; charset=utf-8"
    detail: str = ""
    second_copies: bool = False
    gate: asyncio.Event | None = None
    waiting: int = 0
    asked: list[str] = field(default_factory=list)

    async def fetch(
        self, address: str, *, scripts: bool = False, validators: Validators | None = None, language: str = ""
    ) -> Fetched | Failure:
        """Answer as the world stands."""
        if self.gate is not None:
            self.waiting += 1
            await self.gate.wait()
        self.asked.append(f"{address} in a browser" if scripts else address)
        answer = self.rendered.get(address, self.answers[address]) if scripts else self.answers[address]
        if isinstance(answer, Reason):
            return Failure(answer, address, address, self.detail, self.now)
        etag = self.etags.get(address, "")
        same = bool(validators and etag and validators.etag == etag)
        return Fetched(
            address=address,
            final_address=address,
            redirects=(),
            status=304 if same else 200,
            headers=(("Content-Type", self.content_type), *((("ETag", etag),) if etag else ())),
            body=b"" if same else answer,
            raw=b"" if same else answer,
            content_type=self.content_type,
            charset="utf-8",
            started_at=self.now,
            fetched_at=self.now,
            rendered=scripts,
        )

    def declared(self, folder: Path) -> None:
        """Take up the declarations of a folder."""
        track(read_declarations(folder).services, "own", self.now)

    def worker(self, name: str = "one") -> Worker:
        """A worker that sees this world at its time."""
        recorder = Recorder(
            default_finder(),
            SnapshotStore(self.folder / "snapshots"),
            WarcFolder(self.folder / "warcs"),
            name,
            second_copies=self.second_copies,
        )
        return Worker(name, self, recorder, due, now=lambda: self.now)

    def look(self, days: float = 1.0) -> Capture:
        """Let time pass, work off what is due, and return the latest capture."""
        self.now += timedelta(days=days)
        asyncio.run(self.worker().work(once=True))
        return Capture.objects.select_related("version", "tracked").latest("id")


def watching(folder: Path, *, around: str = "", second_copies: bool = False) -> World:
    """A world in which one document is declared, whose page holds all clauses, and was not looked at yet."""
    made = World(folder, second_copies=second_copies)
    made.answers[ADDRESS] = page(*CLAUSES, around=around)
    made.declared(declare(folder / "declarations"))
    return made
