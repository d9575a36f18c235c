"""`conductatlas declare`: a declaration proposed for a platform, in the format of Open Terms Archive."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from conductatlas.capture import page_address, propose, usual_addresses
from conductatlas.capture.fetching import Failure, Fetched, Fetcher, policy_from_settings
from conductatlas.commands.main import CommandError
from conductatlas.english import short_series
from conductatlas.reading import ReadingError, decode_html

_LARGEST_PAGE = 32 * 2**20


def run(options: argparse.Namespace) -> int:
    """Print the declaration; say on stderr what a person should look at. Exit code 1 where no document is linked."""
    html, came_from = _home(options.source)
    pages = {where: _html(file) for where, file in options.page}
    try:
        address = options.address or came_from or page_address(html)
        if not _is_address(address):
            raise CommandError(f"{options.source}: does not say where it comes from; name its address with --address")
        proposal = propose(html, address, pages)
        if came_from:
            pages |= _fetched([one.address for one in proposal.terms if one.address not in pages])
            proposal = propose(html, address, pages)
    except ReadingError as error:
        raise CommandError(f"{options.source}: {error}") from error
    for one in proposal.terms:
        if one.others:
            sys.stderr.write(f"{one.type}: also looks like it: {', '.join(one.others)}\n")
        if one.address not in pages:
            sys.stderr.write(f"{one.type}: “{one.called}”; what to select of {one.address} is to be looked at\n")
    for terms_type, usual in usual_addresses(address, proposal).items():
        sys.stderr.write(f"{terms_type}: not linked; it may be at {short_series(usual, 3)}\n")
    if not proposal.terms:
        sys.stderr.write(f"conductatlas: {options.source}: links no document that is known\n")
        return 1
    sys.stdout.write(json.dumps(proposal.as_declaration(), indent=2, ensure_ascii=False) + "\n")
    return 0


def _is_address(text: str) -> bool:
    """Whether a text is the address of a page on the web, as links are resolved against it."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _home(source: str) -> tuple[str, str]:
    """The HTML of the home page, and the address that it came from where it was fetched."""
    if not source.startswith(("http://", "https://")):
        return _html(source), ""
    (outcome,) = asyncio.run(_fetch([source]))
    if isinstance(outcome, Failure):
        raise CommandError(outcome.line)
    try:
        return decode_html(outcome.body, outcome.charset), outcome.final_address
    except ReadingError as error:
        raise CommandError(f"{source}: {error}") from error


def _fetched(addresses: Sequence[str]) -> dict[str, str]:
    """The HTML of the pages that can be fetched and read; a line on stderr for each other one."""
    pages = {}
    for address, outcome in zip(addresses, asyncio.run(_fetch(addresses)), strict=True):
        try:
            if isinstance(outcome, Failure):
                raise ReadingError(outcome.line)
            pages[address] = decode_html(outcome.body, outcome.charset)
        except ReadingError as error:
            sys.stderr.write(f"{error}\n")
    return pages


async def _fetch(addresses: Sequence[str]) -> list[Fetched | Failure]:
    async with Fetcher(policy_from_settings()) as fetcher:
        return list(await asyncio.gather(*map(fetcher.fetch, addresses)))


def _html(source: str) -> str:
    """The HTML of a file, or of standard input."""
    try:
        if source == "-":
            data = sys.stdin.buffer.read(_LARGEST_PAGE + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(_LARGEST_PAGE + 1)
    except OSError as error:
        raise CommandError(f"{source}: {error.strerror or error}") from error
    if not data.strip():
        raise CommandError(f"{source}: is empty")
    if len(data) > _LARGEST_PAGE:
        raise CommandError(f"{source}: has more than {_LARGEST_PAGE:,} bytes")
    try:
        return decode_html(data)
    except ReadingError as error:
        raise CommandError(f"{source}: {error}") from error
