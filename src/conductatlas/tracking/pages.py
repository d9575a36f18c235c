"""Pages as the worker gets them: over HTTP, or in the browser where their scripts must run."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from django.conf import settings

from conductatlas.capture.fetching import (
    BrowserFetcher,
    Failure,
    Fetched,
    Fetcher,
    HostState,
    Validators,
    fetch_page,
    policy_from_settings,
)


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
        return await fetch_page(
            self.http, self.browser, address, scripts=scripts, validators=validators, headers=headers
        )


@asynccontextmanager
async def pages_from_settings(states: dict[str, HostState]) -> AsyncIterator[Pages]:
    """The pages of the web as the settings let us get them; `states` of hosts are kept up to date."""
    async with (
        Fetcher(policy_from_settings(), states=states) as http,
        BrowserFetcher(http, settings.CAPTURE_BROWSER) as browser,
    ):
        yield Pages(http, browser)
