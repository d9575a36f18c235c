"""What came in place of a document, recognised by what it is and says: walls, errors, empty shells, other languages."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from conductatlas.capture.declarations import Expectations
from conductatlas.capture.extraction import ExtractionError, Kind, charset_of, kind_of
from conductatlas.capture.obstacles import Obstacle, Unusable
from conductatlas.capture.page import Answer
from conductatlas.english import shortened
from conductatlas.reading import (
    BlockKind,
    Document,
    ReadingError,
    StandIn,
    decode_html,
    language_of,
    parse_page,
    stand_in,
)

# What stands in for a document is short; a text with more characters than this is one.
_LONGEST_STAND_IN = 1500
# Short documents speak of cookies and accounts too: what a text says counts up to these lengths only, or where the text
# begins with it.
_LONGEST_SAYING = {
    StandIn.ROBOT_CHECK: 1500,
    StandIn.RATE_LIMIT: 600,
    StandIn.BLOCKED: 900,
    StandIn.NOT_FOUND: 600,
    StandIn.ERROR: 600,
    StandIn.LOG_IN: 400,
    StandIn.CONSENT: 900,
    StandIn.SCRIPTS: 400,
    StandIn.REDIRECT: 200,
}
# A page with fewer characters than this in all, of which the text has next to none, is to be filled by its scripts.
_LONGEST_SHELL = 400
_LONGEST_TEXT_OF_SHELL = 60
# A page that asks for a password besides a text with more characters than this has a log-in in its frame.
_LONGEST_TEXT_OF_LOG_IN = 300
# Languages so near to one another that a text may be taken for the other one.
_NEAR = {"nb": "no", "nn": "no", "da": "no", "bs": "hr", "sr": "hr", "ms": "id", "iw": "he"}
_LONGEST_TITLE = 120
_LONGEST_QUOTE = 80
_BEGINNING = 100
# '404' by itself in a title; a platform may have the number in its name.
_NOT_FOUND_TITLE = re.compile(r"(?:error\W*)?404(?:\W+error)?\s*(?:[|·:–—-]|$)|.*[|·:–—-]\s*404$", re.IGNORECASE)
_ACCEPT = re.compile(
    r"(?:i )?(?:accept|agree|allow)(?: all| and continue| (?:all )?cookies)?|(?:reject|decline)(?: all)?|ok(?:ay)?"
    r"|got it|(?:alle(?:s)? )?(?:akzeptieren|zustimmen|annehmen|ablehnen)|(?:tout )?(?:accepter|refuser)"
    r"|aceptar(?: tod[oa]s?)?|accetta(?: tutt[oi])?|aceitar(?: tod[oa]s?)?|(?:alles )?accepteren",
    re.IGNORECASE,
)
# Checks for robots of the large providers, by the addresses and names that their pages use, …
_CHALLENGE = re.compile(r"_cf_chl_opt|captcha-delivery\.com|px-captcha|DDoS-Guard|geo\.captcha", re.IGNORECASE)
# … and what stands in such pages and in ordinary ones alike.
_POSSIBLE_CHALLENGE = re.compile(
    r"/cdn-cgi/challenge-platform/|cf-turnstile|/_Incapsula_Resource|AwsWafIntegration|awswaf\.com|/akam/\d+/"
    r"|g-recaptcha|h-captcha|hcaptcha\.com",
    re.IGNORECASE,
)
_LOG_IN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth|account/login|checkpoint)(?:[/.?]|$)", re.IGNORECASE)
_REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=", re.IGNORECASE)
_SILENT = frozenset(("script", "style", "template"))
_BY_STATUS = {
    401: Obstacle.LOG_IN,
    403: Obstacle.BLOCKED,
    404: Obstacle.NOT_FOUND,
    406: Obstacle.BLOCKED,
    407: Obstacle.BLOCKED,
    410: Obstacle.NOT_FOUND,
    429: Obstacle.RATE_LIMIT,
    451: Obstacle.BLOCKED,
}
_BY_STAND_IN = {
    StandIn.ROBOT_CHECK: Obstacle.ROBOT_CHECK,
    StandIn.RATE_LIMIT: Obstacle.RATE_LIMIT,
    StandIn.BLOCKED: Obstacle.BLOCKED,
    StandIn.NOT_FOUND: Obstacle.SOFT_NOT_FOUND,
    StandIn.ERROR: Obstacle.ERROR_PAGE,
    StandIn.LOG_IN: Obstacle.LOG_IN,
    StandIn.CONSENT: Obstacle.CONSENT_WALL,
    StandIn.SCRIPTS: Obstacle.SCRIPT_SHELL,
    StandIn.REDIRECT: Obstacle.REDIRECT_PAGE,
}


def refusal(answer: Answer) -> Unusable | None:
    """What the status of an answer says, made more exact by what its page is; None where the status is a success."""
    if 200 <= answer.status < 300:
        return None
    page = _page(answer)
    shown = f"status {answer.status}"
    if page is not None and answer.status != 404 and _is_challenge(page, 0):
        return Unusable(Obstacle.ROBOT_CHECK, answer.address, shown)
    known = _BY_STATUS.get(answer.status)
    if known is None:
        known = Obstacle.SERVER_ERROR if answer.status >= 500 else Obstacle.BLOCKED
    if 300 <= answer.status < 400:
        known = Obstacle.REDIRECT_PAGE
    return Unusable(known, answer.address, shown)


def stands_in(answer: Answer, text: Document | None) -> Unusable | None:
    """What came in place of the document in an answer with success; None where nothing tells that.

    `text` is what was taken from the answer, None where nothing could be. A long text is believed, unless the title of
    its page says that it is none.
    """
    page = _page(answer)
    if page is None:
        return None
    title = _title(page)
    if _NOT_FOUND_TITLE.match(title) or stand_in(title) is StandIn.NOT_FOUND:
        return Unusable(Obstacle.SOFT_NOT_FOUND, answer.address, f"its title is “{shortened(title, _LONGEST_QUOTE)}”")
    length = _length(text)
    if length > _LONGEST_STAND_IN:
        return None
    return _by_build(answer, page, length) or _by_words(answer, page, text, title)


def _by_build(answer: Answer, page: LexborHTMLParser, length: int) -> Unusable | None:
    """What the build of a page tells that brought little text or none."""
    if _is_challenge(page, length):
        return Unusable(Obstacle.ROBOT_CHECK, answer.address, "its page holds a challenge")
    everything = _visible(page)
    refresh = page.css_first('meta[http-equiv="refresh" i]')
    if refresh is not None and not length and _REFRESH.match(refresh.attributes.get("content") or ""):
        return Unusable(Obstacle.REDIRECT_PAGE, answer.address)
    if _LOG_IN_PATH.search(_path(answer.final_address)) and not _LOG_IN_PATH.search(_path(answer.address)):
        return Unusable(Obstacle.LOG_IN, answer.address, f"it leads to {answer.final_address}")
    asks = page.css_first('input[type="password" i]') is not None
    if asks and length <= _LONGEST_TEXT_OF_LOG_IN and len(everything) <= _LONGEST_STAND_IN:
        return Unusable(Obstacle.LOG_IN, answer.address, "it asks for a password")
    shell = len(everything) <= _LONGEST_SHELL and length <= _LONGEST_TEXT_OF_SHELL
    if shell and page.css_first("script") is not None and stand_in(everything) in (None, StandIn.SCRIPTS):
        return Unusable(Obstacle.SCRIPT_SHELL, answer.address)
    return None


def _by_words(answer: Answer, page: LexborHTMLParser, text: Document | None, title: str) -> Unusable | None:
    """What the text says, or where there is none, what the whole page does; a title may say it for a short text."""
    shown = " ".join(text.visible) if text is not None and any(text.visible) else _visible(page)
    for words in (shown, title):
        said = stand_in(words) if len(shown) <= _LONGEST_STAND_IN else None
        if said is None or (len(shown) > _LONGEST_SAYING[said] and stand_in(shown[:_BEGINNING]) is not said):
            continue
        if said is StandIn.CONSENT and not _is_dialog(page, text):
            continue
        return Unusable(_BY_STAND_IN[said], answer.address, f"it says “{shortened(words, _LONGEST_QUOTE)}”")
    return None


def _is_dialog(page: LexborHTMLParser, text: Document | None) -> bool:
    """Whether a text that speaks of consent asks for it: there is something to press, and it has no headings below
    the first, as a policy has.
    """
    headings = sum(block.kind is BlockKind.HEADING for block in text.blocks) if text is not None else 0
    controls = page.css('button, [role="button"], input[type="submit"], input[type="button"], a')
    labels = (node.text() or node.attributes.get("value") or "" for node in controls)
    return headings <= 1 and any(_ACCEPT.fullmatch(" ".join(label.split())) for label in labels)


def unexpected(text: Document, language: str, expectations: Expectations) -> Unusable | None:
    """What of a document is not as its declaration expects, or has another language than it is written in."""
    found = language_of(text)
    wanted = language.split("-")[0].lower()
    if wanted and found and _NEAR.get(found, found) != _NEAR.get(wanted, wanted):
        return Unusable(Obstacle.OTHER_LANGUAGE, "", f"{found} in place of {wanted}")
    length = _length(text)
    if expectations.least_length is not None and length < expectations.least_length:
        return Unusable(Obstacle.TOO_SHORT, "", f"{length:,} characters, at least {expectations.least_length:,}")
    if expectations.most_length is not None and length > expectations.most_length:
        return Unusable(Obstacle.TOO_LONG, "", f"{length:,} characters, at most {expectations.most_length:,}")
    shown = " ".join(text.visible).casefold()
    missing = [word for word in expectations.words if word.casefold() not in shown]
    if missing:
        return Unusable(Obstacle.WORDS_MISSING, "", ", ".join(f"“{word}”" for word in missing))
    return None


def _page(answer: Answer) -> LexborHTMLParser | None:
    """The page that an answer brought; None where it brought something else."""
    try:
        if kind_of(answer) is not Kind.HTML:
            return None
        return parse_page(decode_html(answer.body, charset_of(answer.content_type)))
    except (ExtractionError, ReadingError):
        return None


def _is_challenge(page: LexborHTMLParser, length: int) -> bool:
    """Whether a page, of which a text of some length could be taken, is a check for robots."""
    html = page.html or ""
    if len(_visible(page)) > _LONGEST_STAND_IN:
        return False
    return bool(_CHALLENGE.search(html) or (length <= _LONGEST_TEXT_OF_SHELL and _POSSIBLE_CHALLENGE.search(html)))


def _title(page: LexborHTMLParser) -> str:
    title = page.css_first("title")
    return " ".join(title.text().split())[:_LONGEST_TITLE] if title is not None else ""


def _visible(page: LexborHTMLParser) -> str:
    """All words of a page, and what it says to browsers without scripts."""
    words: list[str] = []
    stack = [page.body] if page.body is not None else []
    while stack:
        node = stack.pop()
        if node.tag == "-text":
            words.append(node.text_content or "")
        if node.next is not None and node.tag != "body":
            stack.append(node.next)
        if node.child is not None and node.tag not in _SILENT:
            stack.append(node.child)
    return " ".join(" ".join(words).split())


def _length(text: Document | None) -> int:
    return len(" ".join(text.visible)) if text is not None else 0


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""
