"""How much of a page each selector of a declaration matches, for whoever writes one."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from conductatlas.capture.declarations import Range, Selector, Source
from conductatlas.capture.extraction.text import ExtractionError, Kind, charset_of, kind_of
from conductatlas.capture.page import Answer
from conductatlas.capture.selectors import matches
from conductatlas.reading import ReadingError, decode_html, parse_page


@dataclass(frozen=True, slots=True)
class Matched:
    """A selector, whether it is one of those that remove, and how many elements or ranges of the page it matches."""

    selector: str
    removes: bool
    count: int


def matched(source: Source, answer: Answer) -> tuple[Matched, ...] | None:
    """What each selector of a source matches in a page as it came; None where the answer is no page that can be read.

    What is selected is looked up after the rest was removed: a selector that matches here may have nothing left then.
    """
    try:
        if kind_of(answer) is not Kind.HTML:
            return None
        page = parse_page(decode_html(answer.body, charset_of(answer.content_type)))
    except (ExtractionError, ReadingError):
        return None
    declared = [*((one, False) for one in source.select), *((one, True) for one in source.remove)]
    return tuple(Matched(str(one), removes, _count(page, one)) for one, removes in declared)


def is_pdf(answer: Answer) -> bool:
    """Whether an answer is a PDF, by its bytes."""
    try:
        return kind_of(answer) is Kind.PDF
    except ExtractionError:
        return False


def _count(page: LexborHTMLParser, selector: Selector) -> int:
    if isinstance(selector, Range):
        return int(page.css_first(selector.start) is not None and page.css_first(selector.end) is not None)
    return len(matches(page, selector))
