"""The pages of an archive, served on the loopback: each document on a host of its own in 127.0.0.0/8.

The declarations are written anew for these addresses; what they select stays as it is. A server in a process of its own
answers, from memory and compressed beforehand, so that little of what is measured is its work. It is told at
`http://127.0.0.1:PORT/` how its pages are to look from now on, and says there what it was asked since then.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import multiprocessing
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from aiohttp import web
from selectolax.lexbor import LexborHTMLParser

from benchmarks.extraction import page_of
from conductatlas.capture import Page, Terms, Unusable, read_declarations, read_terms

_CONTROL = "127.0.0.1"
_PLACE = "churn-token"


@dataclass(frozen=True)
class Served:
    """The documents that are served, each with its pages by their addresses, and why others were left out."""

    documents: tuple[tuple[Terms, dict[str, Page]], ...]
    left_out: tuple[str, ...]

    @property
    def pages(self) -> list[tuple[Terms, Page]]:
        """All pages, with the document that each is of."""
        return [(terms, page) for terms, pages in self.documents for page in pages.values()]


def served(archive: Path, port: int) -> Served:
    """The documents of an unpacked archive of which all pages are there and can be read, at their new addresses."""
    documents: list[tuple[Terms, dict[str, Page]]] = []
    left_out: list[str] = []
    for service in read_declarations(archive).services:
        for terms in service.terms:
            pages = {source.address: page_of(archive, terms, source) for source in terms.sources}
            there = {address: page for address, page in pages.items() if page is not None}
            read = read_terms(terms, there)
            if isinstance(read, Unusable):
                left_out.append(f"{service.id}, {terms.type}: {read.line}")
                continue
            number = len(documents) + 1
            host = f"127.0.{1 + number // 200}.{1 + number % 200}:{port}"
            moved = {address: _moved(address, host) for address in there}
            sources = tuple(replace(one, address=moved[one.address]) for one in terms.sources)
            documents.append(
                (
                    replace(terms, sources=sources),
                    {moved[address]: replace(page, address=moved[address]) for address, page in there.items()},
                )
            )
    return Served(tuple(documents), tuple(left_out))


def _moved(address: str, host: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(("http", host, parts.path or "/", parts.query, ""))


def write_declarations(archive: Path, site: Served, into: Path, *, scripts: bool, most: int | None = None) -> None:
    """Write the declarations of what is served, at most so many; all with their scripts run, or none."""
    folder = into / "declarations"
    folder.mkdir(parents=True, exist_ok=True)
    services: dict[str, dict[str, Any]] = {}
    for terms, _ in site.documents[:most]:
        given = json.loads((archive / "declarations" / f"{terms.service_id}.json").read_text(encoding="utf-8"))
        declared = given["terms"][terms.type]
        parts = declared.get("combine") or [declared]
        for part, source in zip(parts, terms.sources, strict=True):
            part["fetch"] = source.address
            part.pop("executeClientScripts", None)
        declared["executeClientScripts"] = scripts
        one = services.setdefault(terms.service_id, {"name": given["name"], "terms": {}})
        one["terms"][terms.type] = declared
    for name, service in services.items():
        (folder / f"{name}.json").write_text(json.dumps(service), encoding="utf-8")
        filters = archive / "declarations" / f"{name}.filters.js"
        if filters.is_file():
            shutil.copy(filters, folder)


@dataclass(frozen=True)
class Asked:
    """How many requests for pages came, how many of them needed no page, and within which time."""

    requests: int
    not_modified: int
    first: float
    last: float


class Server:
    """The server as those who measure speak with it. Times are those of `time.monotonic`, the same in all processes."""

    def __init__(self, port: int) -> None:
        self.port = port

    def serve(self, *, churn: int = 0, validators: bool = False) -> None:
        """From now on give the pages as they are, or with the attributes and tracking parameters of a number."""
        self._say(f"/serve?churn={churn}&validators={int(validators)}")

    def asked(self) -> Asked:
        """What was asked since the last `serve`."""
        return Asked(**json.loads(self._say("/asked")))

    def _say(self, path: str) -> bytes:
        connection = HTTPConnection(_CONTROL, self.port, timeout=300)
        try:
            connection.request("GET", path)
            return connection.getresponse().read()
        finally:
            connection.close()


@contextmanager
def serving(archive: Path) -> Iterator[tuple[Server, Served]]:
    """Serve an unpacked archive while the block runs."""
    ready, telling = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(telling, archive), daemon=True)
    process.start()
    try:
        port, site = ready.recv()
        yield Server(port), site
    finally:
        process.terminate()
        process.join(10)


def churned(page: Page, number: int) -> bytes:
    """A page with another attribute at each element, another class, and other tracking parameters at each link."""
    if "html" not in page.content_type:
        return page.body
    return _with_places(page).replace(_PLACE.encode(), f"{number:012d}".encode())


def _with_places(page: Page) -> bytes:
    """A page with places for what is to be another one each time."""
    tree = LexborHTMLParser(page.body.decode("utf-8", "replace"))
    for node in tree.css("body *"):
        node.attrs["data-request"] = _PLACE
        node.attrs["class"] = f"{node.attributes.get('class') or ''} c-{_PLACE}".strip()
        target = (node.attributes.get("href") or "").strip()
        if node.tag == "a" and target.startswith(("http", "/")):
            address, hash_mark, fragment = target.partition("#")
            joint = "&" if "?" in address else "?"
            node.attrs["href"] = f"{address}{joint}utm_source={_PLACE}&gclid={_PLACE}{hash_mark}{fragment}"
    return (tree.html or "").encode()


@dataclass(frozen=True)
class _Body:
    plain: bytes
    packed: bytes
    content_type: str
    tag: str

    @classmethod
    def of(cls, body: bytes, content_type: str) -> _Body:
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        return cls(body, gzip.compress(body, 1), content_type, tag)


class _Site:
    def __init__(self) -> None:
        self._as_they_are: dict[str, _Body] = {}
        self._places: dict[str, tuple[bytes, str]] = {}
        self._now: dict[str, _Body] = {}
        self._validators = False
        self._asked = Asked(0, 0, 0.0, 0.0)

    def hold(self, site: Served) -> None:
        for _, page in site.pages:
            key = page.address.removeprefix("http://")
            content_type = f"{page.content_type}; charset=utf-8" if "html" in page.content_type else page.content_type
            self._as_they_are[key] = _Body.of(page.body, content_type)
            changing = _with_places(page) if "html" in page.content_type else page.body
            self._places[key] = changing, content_type
        self._now = self._as_they_are

    def _serve(self, churn: int, validators: bool) -> None:
        self._now, self._validators = self._as_they_are, validators
        if churn:
            token = f"{churn:012d}".encode()
            self._now = {
                key: _Body.of(body.replace(_PLACE.encode(), token), content_type)
                for key, (body, content_type) in self._places.items()
            }
        self._asked = Asked(0, 0, 0.0, 0.0)

    async def answer(self, request: web.Request) -> web.Response:
        host = request.headers.get("Host", "")
        if host.startswith(f"{_CONTROL}:"):
            if request.path == "/serve":
                self._serve(int(request.query["churn"]), request.query["validators"] == "1")
            return web.json_response(vars(self._asked))
        body = self._now.get(host + request.raw_path)
        if body is None:
            return web.Response(status=404)
        now = time.monotonic()
        unmodified = self._validators and request.headers.get("If-None-Match") == body.tag
        self._asked = Asked(
            self._asked.requests + 1, self._asked.not_modified + unmodified, self._asked.first or now, now
        )
        headers = {"Content-Type": body.content_type} | ({"ETag": body.tag} if self._validators else {})
        if unmodified:
            return web.Response(status=304, headers=headers)
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            return web.Response(body=body.packed, headers=headers | {"Content-Encoding": "gzip"})
        return web.Response(body=body.plain, headers=headers)


def _serve(ready: Connection, archive: Path) -> None:
    """Serve until the process is ended."""

    async def run() -> None:
        site = _Site()
        application = web.Application()
        application.router.add_get("/{path:.*}", site.answer)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        # All of 127.0.0.0/8 is this machine.
        await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104
        port = runner.addresses[0][1]
        documents = served(archive, port)
        site.hold(documents)
        ready.send((port, documents))
        await asyncio.Event().wait()

    asyncio.run(run())
