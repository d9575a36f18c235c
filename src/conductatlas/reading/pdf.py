"""PDF to canonical Markdown: lines joined to paragraphs, larger type as headings, running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium

from conductatlas.reading.errors import ReadingError

_MOST_PAGES = 2000
_BULLET = re.compile(r"^[•▪◦‣●○·\uf0b7]\s*")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/|–|-) ?\d{1,4})?$", re.IGNORECASE)
_STARTS_BLOCK = re.compile(r"(?:[•▪◦‣●○·\uf0b7]|\(?[a-z0-9]{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+)\s", re.IGNORECASE)
_HEADING_RATIO = 1.15
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    gap: float


def pdf_to_markdown(data: bytes) -> str:
    """Extract the text of a PDF in reading order.

    Raises ReadingError, without naming a file, where it is damaged, encrypted, has too many pages or holds no text.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        reason = "is encrypted" if "password" in str(error).lower() else "is no readable PDF"
        raise ReadingError(f"{reason} ({str(error).rstrip('.')})") from error
    try:
        if len(document) > _MOST_PAGES:
            raise ReadingError(f"has {len(document):,} pages, more than the {_MOST_PAGES:,} that are read")
        pages = [_lines(document[number]) for number in range(len(document))]
    except pdfium.PdfiumError as error:
        raise ReadingError(f"is a damaged PDF ({str(error).rstrip('.')})") from error
    finally:
        document.close()
    if not any(pages):
        raise ReadingError("is a PDF without text (scanned pages?)")
    running = _running_lines(pages)
    body = _body_size(pages)
    return (
        "\n\n".join(_blocks([line for page in pages for line in page if _key(line.text) not in running], body)) + "\n"
    )


def _lines(page: pdfium.PdfPage) -> list[_Line]:
    """The lines of a page from top to bottom, each with its height and the space above it, in points."""
    text_page = page.get_textpage()
    found: list[_Line] = []
    position = 0
    previous_bottom: float | None = None
    for raw in re.split(r"\r?\n", text_page.get_text_range()):
        text = " ".join(raw.replace("\ufffe", "").split())
        if text:
            offset = position + len(raw) - len(raw.lstrip())
            _, bottom, _, top = text_page.get_charbox(min(offset, max(0, text_page.count_chars() - 1)), loose=True)
            gap = 0.0 if previous_bottom is None else previous_bottom - top
            found.append(_Line(text, round(top - bottom, 1), round(gap, 1)))
            previous_bottom = bottom
        position += len(raw) + 2
    text_page.close()
    page.close()
    return found


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _running_lines(pages: list[list[_Line]]) -> frozenset[str]:
    """First and last lines that stand, apart from numbers, on most pages: running heads and feet."""
    if len(pages) < 3:
        return frozenset()
    counts = Counter(key for page in pages for key in {_key(line.text) for line in (*page[:2], *page[-2:])})
    return frozenset(key for key, count in counts.items() if count > len(pages) / 2)


def _body_size(pages: list[list[_Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes.items(), key=lambda item: (item[1], -item[0]))[0]


def _blocks(lines: list[_Line], body: float) -> list[str]:
    blocks: list[str] = []
    previous: _Line | None = None
    for line in lines:
        if _PAGE_NUMBER.match(line.text):
            continue
        heading = line.size >= body * _HEADING_RATIO and len(line.text) <= _LONGEST_HEADING
        text = _BULLET.sub("*   ", line.text)
        if previous is not None and blocks and _goes_on(previous, line, body):
            blocks[-1] = _joined(blocks[-1], text)
        else:
            blocks.append(f"## {text}" if heading else text)
        previous = line
    return blocks


def _goes_on(previous: _Line, line: _Line, body: float) -> bool:
    """Whether a line goes on with the block of the line before it."""
    if abs(line.size - previous.size) > body * 0.1 or _STARTS_BLOCK.match(line.text):
        return False
    return line.gap < body * 0.6 or (line.gap < 0 and not previous.text.endswith((".", ":", ";")))


def _joined(block: str, text: str) -> str:
    if block.endswith("-") and text[:1].islower():
        return block[:-1] + text
    return f"{block} {text}"
