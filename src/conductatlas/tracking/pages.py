"""Pages as the worker gets them: over HTTP, or in the browser where their scripts must run."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

from conductatlas.capture.fetching import (
    Failure,
    Fetched,
    Fetcher,
    HostState,
    Validators,
    policy_from_settings,
)

if TYPE_CHECKING:
    from conductatlas.capture.fetching import BrowserFetcher


@dataclass(frozen=True, slots=True)
class Pages:
    """Both ways of getting pages, which are in turn with each other at each host; there may be no browser."""

    http: Fetcher
    browser: BrowserFetcher | None = None

    async def fetch(
        self, address: str, *, scripts: bool = False, validators: Validators | None = None, language: str = ""
    ) -> Fetched | Failure:
        """Get a page; a browser makes no conditional requests, so `validators` count over HTTP only."""
        headers = {"Accept-Language": f"{language}, *;q=0.5" if language else "en, *;q=0.5"}
        if scripts and self.browser is not None:
            return await self.browser.fetch(address, headers=headers)
        return await self.http.fetch(address, validators=validators, headers=headers)


@asynccontextmanager
async def pages_from_settings(states: dict[str, HostState]) -> AsyncIterator[Pages]:
    """The pages of the web as the settings let us get them; `states` of hosts are kept up to date."""
    from conductatlas.capture.fetching import BrowserFetcher

    async with (
        Fetcher(policy_from_settings(), states=states) as http,
        BrowserFetcher(http, settings.CAPTURE_BROWSER) as browser,
    ):
        yield Pages(http, browser)
