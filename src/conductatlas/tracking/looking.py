"""One look at a document: its sources are fetched, as far as they are not known to be unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from conductatlas.capture.declarations import Source, Terms, terms_from_value
from conductatlas.capture.fetching import Failure, Fetched, Validators
from conductatlas.records.models import TrackedDocument

# Why a look failed: the page is unmodified, and its bytes are no longer in the store.
LOST = "snapshot-lost"


class Fetches(Protocol):
    """Gets pages, over HTTP or in a browser."""

    async def fetch(
        self, address: str, *, scripts: bool = False, validators: Validators | None = None, language: str = ""
    ) -> Fetched | Failure:
        """Get a page, with its scripts run where that is asked for, in a language where it comes in several."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """What fetching the sources of a document brought: all of them in their order, or those before one that failed.

    A source that is `Fetched.unchanged` has the bytes that are stored of the last look.
    """

    terms: Terms
    fetched: tuple[Fetched, ...]
    failure: Failure | None = None


async def look_at(tracked: TrackedDocument, pages: Fetches, *, in_browser: bool = False) -> Look:
    """Fetch the sources of a document, one after the other; the first failure ends the look.

    `in_browser`: those whose declaration does not say whether their scripts must run are opened in the browser. So are
    those that were read in it at the last success.
    """
    terms = terms_from_value(tracked.declaration)
    fetched: list[Fetched] = []
    for number, source in enumerate(terms.sources):
        outcome = await pages.fetch(
            source.address,
            scripts=_scripts(tracked, number, source, in_browser=in_browser),
            validators=_validators(tracked, number, source),
            language=terms.watch.language,
        )
        if isinstance(outcome, Failure):
            return Look(terms, tuple(fetched), outcome)
        fetched.append(outcome)
    return Look(terms, tuple(fetched))


def _scripts(tracked: TrackedDocument, number: int, source: Source, *, in_browser: bool) -> bool:
    if source.execute_scripts is not None:
        return source.execute_scripts
    page = tracked.pages[number] if number < len(tracked.pages) else {}
    return in_browser or bool(page and page["rendered"] and page["address"] == source.address)


def _validators(tracked: TrackedDocument, number: int, source: Source) -> Validators | None:
    """What the source said of its state at the last success; nothing where its bytes are needed anew."""
    if tracked.read_as != tracked.declared_as or tracked.reason == LOST or number >= len(tracked.pages):
        return None
    page = tracked.pages[number]
    if page["address"] != source.address or not (page["etag"] or page["last_modified"]):
        return None
    return Validators(page["final_address"], page["etag"], page["last_modified"])
