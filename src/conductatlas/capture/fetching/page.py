"""How a page is fetched: by HTTP, or in the browser where that does not do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from conductatlas.capture.fetching.browser import BrowserFetcher
from conductatlas.capture.fetching.fetcher import Fetcher
from conductatlas.capture.fetching.outcomes import Failure, Fetched, Validators

# Tells whether what HTTP brought is a shell that scripts would fill.
EmptyShell = Callable[[Fetched], bool]


async def fetch_page(
    fetcher: Fetcher,
    browser: BrowserFetcher | None,
    address: str,
    *,
    scripts: bool = False,
    empty_shell: EmptyShell = lambda page: False,
    validators: Validators | None = None,
    headers: Mapping[str, str] | None = None,
) -> Fetched | Failure:
    """Fetch by HTTP, or with the browser where the page is declared to need `scripts` or HTTP brings an empty shell.

    Without a browser an empty shell is given as it is: whoever reads it will say so.
    """
    if scripts and browser is not None:
        return await browser.fetch(address, headers=headers)
    page = await fetcher.fetch(address, validators=validators, headers=headers)
    if browser is None or isinstance(page, Failure) or page.unchanged or not empty_shell(page):
        return page
    return await browser.fetch(address, headers=headers)
