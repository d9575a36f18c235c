"""Why an answer holds no state of a document: the named reasons, and the one line that tells each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Obstacle(StrEnum):
    """What stands between an answer and the text of the document. The value is what is stored."""

    NOT_FETCHED = "not-fetched"
    RATE_LIMIT = "rate-limit"
    SERVER_ERROR = "server-error"
    NOT_FOUND = "not-found"
    BLOCKED = "blocked"
    ROBOT_CHECK = "robot-check"
    LOG_IN = "log-in"
    CONSENT_WALL = "consent-wall"
    SOFT_NOT_FOUND = "soft-not-found"
    ERROR_PAGE = "error-page"
    REDIRECT_PAGE = "redirect-page"
    SCRIPT_SHELL = "script-shell"
    OTHER_LANGUAGE = "other-language"
    NO_MATCH = "no-match"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NO_DOCUMENT = "no-document"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    WORDS_MISSING = "words-missing"


_SENTENCES = {
    Obstacle.NOT_FETCHED: "was not fetched",
    Obstacle.RATE_LIMIT: "refuses because it was asked too often",
    Obstacle.SERVER_ERROR: "has an error of its own",
    Obstacle.NOT_FOUND: "is not there",
    Obstacle.BLOCKED: "refuses to show the page to us",
    Obstacle.ROBOT_CHECK: "wants to know first whether a person asks",
    Obstacle.LOG_IN: "shows the document only to who logs in",
    Obstacle.CONSENT_WALL: "shows a consent dialog in place of the document",
    Obstacle.SOFT_NOT_FOUND: "says that the page is not there, in a page that came as if it were",
    Obstacle.ERROR_PAGE: "shows an error in a page that came as if all were well",
    Obstacle.REDIRECT_PAGE: "is a page that only leads to another one",
    Obstacle.SCRIPT_SHELL: "is an empty shell that scripts fill; it needs a browser",
    Obstacle.OTHER_LANGUAGE: "is in another language than the document",
    Obstacle.NO_MATCH: "does not have what the declaration selects",
    Obstacle.EMPTY: "holds no text",
    Obstacle.UNREADABLE: "can't be read",
    Obstacle.NO_DOCUMENT: "is no web page, text or PDF",
    Obstacle.TOO_SHORT: "is shorter than is expected of the document",
    Obstacle.TOO_LONG: "is longer than is expected of the document",
    Obstacle.WORDS_MISSING: "lacks words that are expected of the document",
}


@dataclass(frozen=True, slots=True)
class Unusable:
    """An answer, or a document put together from several, that is no state of the document.

    `address` is the source that it is about, empty where it is about the document as a whole. `detail` tells what was
    seen, in a few words.
    """

    obstacle: Obstacle
    address: str
    detail: str = ""

    @property
    def line(self) -> str:
        """One line that tells a person what is wrong, and where."""
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.address or 'the text'} {_SENTENCES[self.obstacle]}{detail}"
