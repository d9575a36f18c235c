"""Files of any supported format to a document."""

from __future__ import annotations

import re
from pathlib import Path

from conductatlas.reading.document import Document
from conductatlas.reading.errors import ReadingError
from conductatlas.reading.html import html_to_markdown
from conductatlas.reading.markdown import read_markdown
from conductatlas.reading.pdf import pdf_to_markdown
from conductatlas.reading.plain import read_plain

# A governance document has some hundred kilobytes; what is larger than this is something else.
LARGEST_FILE = 32 * 2**20
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_file(path: Path) -> Document:
    """Read a file; see `read_bytes`. Raises ReadingError also where the file can't be opened."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise ReadingError(_too_large(str(path), size))
        data = path.read_bytes()
    except OSError as error:
        raise ReadingError(f"{path}: {error.strerror or error}") from error
    return read_bytes(data, str(path))


def read_bytes(data: bytes, name: str) -> Document:
    """Read Markdown, plain text, HTML or PDF, told apart by the ending of `name`, else by how the data begins.

    Markdown and plain text must be UTF-8 and stay as they are, so that offsets are into the file. Of HTML and PDF the
    canonical text is Markdown, and offsets are into that. Raises ReadingError with one line that names the file.
    """
    if not data.strip():
        raise ReadingError(f"{name}: is empty")
    if len(data) > LARGEST_FILE:
        raise ReadingError(_too_large(name, len(data)))
    document = _read(data, name, Path(name).suffix.lower())
    if not any(document.visible):
        raise ReadingError(f"{name}: holds no text")
    return document


def _read(data: bytes, name: str, suffix: str) -> Document:
    try:
        if suffix == ".pdf" or data.startswith(b"%PDF-"):
            return read_markdown(pdf_to_markdown(data))
        if suffix in (".html", ".htm", ".xhtml") or (suffix not in (".md", ".markdown") and _HTML.match(data)):
            return read_markdown(html_to_markdown(_decoded_html(data)))
    except ReadingError as error:
        raise ReadingError(f"{name}: {error}") from error
    text = _decoded(data, name)
    return read_plain(text) if suffix in (".txt", ".text") else read_markdown(text)


def _too_large(name: str, size: int) -> str:
    return f"{name}: has {size:,} bytes, more than the {LARGEST_FILE:,} that are read"


def _decoded(data: bytes, name: str) -> str:
    if b"\0" in data:
        raise ReadingError(f"{name}: is binary (byte {data.index(0):,} is zero)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadingError(f"{name}: is not UTF-8 (byte {error.start:,})") from error


def _decoded_html(data: bytes) -> str:
    """Decode as browsers do: byte-order mark, declared charset, UTF-8 if it is that, else windows-1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data.count(b"\0") > len(data) // 100:
        raise ReadingError(f"is binary (byte {data.index(0):,} is zero)")
    declared = _CHARSET.search(data[:4096])
    encodings = ([declared.group(1).decode()] if declared else []) + ["utf-8", "windows-1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("utf-8", "replace")
