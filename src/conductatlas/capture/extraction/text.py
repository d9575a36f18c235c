"""A source and the answer that came for it, to the text of the document in canonical Markdown."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from enum import Enum

from selectolax.lexbor import LexborHTMLParser

from conductatlas.capture.declarations import REMOVE_QUERY_PARAMETERS, Filter, Source
from conductatlas.capture.extraction.addresses import (
    make_links_absolute,
    remove_query_parameters,
    show_protected_addresses,
)
from conductatlas.capture.extraction.main_content import main_content
from conductatlas.capture.extraction.selection import SelectionError, remove, select
from conductatlas.capture.obstacles import Obstacle
from conductatlas.capture.page import Answer
from conductatlas.capture.selectors import matches
from conductatlas.reading import (
    ReadingError,
    decode_html,
    html_to_markdown,
    parse_page,
    parts_to_markdown,
    pdf_to_markdown,
)

_LOOKS_LIKE_HTML = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype|html|head|body|\?xml)\b", re.I | re.S)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")


class ExtractionError(Exception):
    """An answer that no text can be taken from; the message is one clause without the address."""

    def __init__(self, obstacle: Obstacle, message: str) -> None:
        super().__init__(message)
        self.obstacle = obstacle


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a source in canonical Markdown. `notes` tell what of its declaration was not followed."""

    markdown: str
    notes: tuple[str, ...] = ()


class Kind(Enum):
    """What the bytes of an answer are."""

    HTML = "HTML"
    PDF = "PDF"
    TEXT = "text"


def extract(source: Source, answer: Answer) -> Extracted:
    """Take the text of a source from an answer, as its declaration says. Raises ExtractionError.

    Of a page: addresses are made whole, filters applied, scripts and styles taken out; then what is to be removed
    goes, and what is selected stays, or the main content where nothing is selected. Of a PDF or a plain text all is
    taken. The same text comes of the same page whatever its class names, attributes, tokens and tracking parameters.
    """
    try:
        kind = kind_of(answer)
        if kind is Kind.PDF:
            return Extracted(pdf_to_markdown(answer.body))
        text = decode_html(answer.body, charset_of(answer.content_type))
        if kind is Kind.TEXT:
            markdown = _plain_to_markdown(text)
            if not markdown:
                raise ExtractionError(Obstacle.EMPTY, "it has no words")
            return Extracted(markdown)
        page = parse_page(text)
    except ReadingError as error:
        raise ExtractionError(Obstacle.UNREADABLE, str(error)) from error
    return _from_page(source, page, answer.final_address or answer.address)


def kind_of(answer: Answer) -> Kind:
    """Tell what an answer is, by its first bytes, else by its type. Raises ExtractionError for anything else."""
    declared = answer.content_type.split(";")[0].strip().lower()
    if not answer.body.strip():
        raise ExtractionError(Obstacle.EMPTY, "it has no bytes")
    if answer.body[:1024].lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    if declared in ("text/html", "application/xhtml+xml") or _LOOKS_LIKE_HTML.match(answer.body):
        return Kind.HTML
    if declared.startswith("text/"):
        return Kind.TEXT
    if not declared and b"\0" not in answer.body:
        return Kind.HTML if b"</" in answer.body else Kind.TEXT
    if declared == "application/pdf":
        raise ExtractionError(Obstacle.UNREADABLE, "is no readable PDF")
    raise ExtractionError(Obstacle.NO_DOCUMENT, declared or "binary data of no declared type")


def charset_of(content_type: str) -> str:
    """The character set that a content type names; empty where it names none."""
    message = Message()
    message["content-type"] = content_type.replace("\r", " ").replace("\n", " ")
    return message.get_content_charset("")


def _plain_to_markdown(text: str) -> str:
    paragraphs = _PARAGRAPH_END.split(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return html_to_markdown("".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs))


def _from_page(source: Source, page: LexborHTMLParser, address: str) -> Extracted:
    _filter(page, source.filters)
    make_links_absolute(page, address)
    for node in matches(page, "script, style"):
        node.decompose()
    show_protected_addresses(page)
    try:
        remove(page, source.remove)
        if source.select:
            parts = select(page, source.select)
        else:
            main = main_content(page)
            parts = [main] if main else []
    except SelectionError as error:
        raise ExtractionError(Obstacle.NO_MATCH, str(error)) from error
    markdown = parts_to_markdown(parts)
    if not markdown:
        what = "what is selected is empty" if source.select else "the page has no text of its own"
        raise ExtractionError(Obstacle.EMPTY, what)
    return Extracted(markdown, notes(source))


def _filter(page: LexborHTMLParser, filters: Sequence[Filter]) -> None:
    """Apply the declared filters that are built in, in their order."""
    for one in filters:
        if one.name == REMOVE_QUERY_PARAMETERS and one.parameters:
            names = json.loads(one.parameters)
            remove_query_parameters(page, [names] if isinstance(names, str) else names)


def notes(source: Source) -> tuple[str, ...]:
    """What of a declaration is not done here."""
    missing = [one.name for one in source.filters if not one.available]
    return tuple(f"read without the filter “{name}”, which is JavaScript" for name in missing)
