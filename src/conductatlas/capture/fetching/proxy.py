"""The way of the browser into the network: a proxy on this machine that connects to checked addresses only.

A browser resolves names by itself, follows redirects by itself, and lets a page ask for whatever it likes. Checking the
addresses of its requests beforehand is not enough: a name may resolve to something else when the browser asks. So the
browser is given no resolver and no way out but this proxy, which resolves a name, checks what it resolves to and
connects to that very address. What happens on the connection stays between browser and server: TLS is not opened.
"""

from __future__ import annotations

import asyncio
import re
from types import TracebackType
from typing import Self

from conductatlas.capture.fetching.addresses import Address, parse_address
from conductatlas.capture.fetching.connecting import Lookup, open_checked
from conductatlas.capture.fetching.guard import AddressGuard
from conductatlas.capture.fetching.outcomes import FetchError, Reason

_LONGEST_HEAD = 64 * 2**10
_HEAD_WITHIN = 30.0
_CONNECT_WITHIN = 15.0
_CHUNK = 64 * 2**10
_INTERIM = re.compile(r"HTTP/\S+ 1(?!01)\d\d\b")
# Headers that are meant for a proxy, and those that could keep a connection open for another host.
_NOT_PASSED_ON = ("proxy-connection:", "proxy-authorization:", "connection:", "keep-alive:")


class CheckedProxy:
    """A proxy for one page; what it let through and what it refused is known when the page is done."""

    def __init__(self, guard: AddressGuard, lookup: Lookup, most: int) -> None:
        """`most` are the bytes that may come in over all connections together."""
        self._guard = guard
        self._lookup = lookup
        self._most = most
        self._received = 0
        self._server: asyncio.Server | None = None
        self._handlers: set[asyncio.Task[None]] = set()
        self._refused: dict[str, FetchError] = {}
        self._peers: dict[str, str] = {}
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=_LONGEST_HEAD)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.close()
        for handler in list(self._handlers):
            handler.cancel()
        await asyncio.gather(*self._handlers, return_exceptions=True)

    @property
    def too_much(self) -> bool:
        """Whether more came in than is allowed; nothing more is let through then."""
        return self._received > self._most

    def refusal(self, address: Address) -> FetchError | None:
        """Why no connection was made for an address; None where one was, or nobody asked."""
        return self._refused.get(f"{address.host}:{address.port}")

    def peer(self, address: Address) -> str:
        """The network address that a connection for an address went to; empty where there was none."""
        return self._peers.get(f"{address.host}:{address.port}", "")

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101
        self._handlers.add(task)
        try:
            await self._serve(reader, writer)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            # The browser or the server went away, or the page is done.
            pass
        finally:
            self._handlers.discard(task)
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(_HEAD_WITHIN):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, _, rest = head.partition("\r\n")[0].partition(" ")
        tunnel = method == "CONNECT"
        target = rest.rpartition(" ")[0]
        try:
            address = parse_address(f"http://{target}/" if tunnel else target)
        except FetchError:
            # The browser's own spelling is canonical: what can't be read is no address of a page.
            return
        name = f"{address.host}:{address.port}"
        try:
            if self.too_much:
                raise FetchError(Reason.TOO_LARGE, f"more than {self._most:,} bytes with all that belongs to it")
            async with asyncio.timeout(_CONNECT_WITHIN):
                upstream, out = await open_checked(address.host, address.port, self._guard, self._lookup)
        except FetchError as error:
            self._refused[name] = error
            return
        except TimeoutError:
            self._refused[name] = FetchError(Reason.TIMEOUT, "while connecting")
            return
        except ConnectionRefusedError:
            self._refused[name] = FetchError(Reason.REFUSED)
            return
        except OSError as error:
            self._refused[name] = FetchError(Reason.UNREACHABLE, error.strerror or "")
            return
        self._peers[name] = out.get_extra_info("peername")[0]
        try:
            if tunnel:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                out.write(_one_request(f"{method} {address.target} HTTP/1.1", head).encode("latin-1"))
            await self._join(reader, writer, upstream, out, tunnel)
        finally:
            out.transport.abort()

    async def _join(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        upstream: asyncio.StreamReader,
        out: asyncio.StreamWriter,
        tunnel: bool,
    ) -> None:
        """Carry bytes both ways until the server is done, the browser is gone, or it was too much."""
        sending = asyncio.create_task(self._carry(reader, out, counted=False))
        try:
            if not tunnel:
                writer.write(await _answer_head(upstream))
            await self._carry(upstream, writer, counted=True)
            await writer.drain()
            writer.close()
            await writer.wait_closed()
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, counted: bool) -> None:
        while data := await reader.read(_CHUNK):
            if counted:
                self._received += len(data)
                if self.too_much:
                    return
            writer.write(data)
            await writer.drain()


async def _answer_head(upstream: asyncio.StreamReader) -> bytes:
    """The head of the answer to a request, with those of interim answers (1xx) before it.

    The browser is told that the connection ends with it: a connection to this proxy serves one host, and the browser
    would use it for the next request to another one.
    """
    interim = b""
    while True:
        head = (await upstream.readuntil(b"\r\n\r\n")).decode("latin-1")
        start = head.partition("\r\n")[0]
        if not _INTERIM.match(start):
            return interim + _one_request(start, head).encode("latin-1")
        interim += head.encode("latin-1")


def _one_request(start: str, head: str) -> str:
    """A head with another first line, and for one request only."""
    lines = [line for line in head.split("\r\n")[1:] if line and not line.lower().startswith(_NOT_PASSED_ON)]
    return "\r\n".join([start, *lines, "Connection: close", "", ""])
