"""Files of any supported format to a document."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from conductatlas.reading.document import Document
from conductatlas.reading.errors import ReadingError
from conductatlas.reading.html import html_to_markdown
from conductatlas.reading.markdown import read_markdown
from conductatlas.reading.parsing import check_nesting
from conductatlas.reading.pdf import pdf_to_markdown
from conductatlas.reading.plain import read_plain

# A governance document has some hundred kilobytes; what is larger than this is something else.
LARGEST_FILE = 32 * 2**20
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
# What browsers take some labels for, by the table of names in the WHATWG Encoding Standard.
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii"), "windows-1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "windows-1254"),
}
_OF_PAGES = re.compile(r"utf-8$|cp\d|iso8859|iso2022_jp$|gb|big5|euc|koi8|mac-|tis")
# Control characters but for white space and the escapes of ISO-2022-JP.
_NEVER_IN_PAGES = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x0e\x0f\x1b"})
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UTF_16 = tuple(mark for mark, encoding in _BYTE_ORDER_MARKS if encoding == "utf-16")


def read_file(path: Path) -> Document:
    """Read a file; see `read_bytes`. Raises ReadingError also where the file can't be opened."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise ReadingError(_too_large(str(path), size))
        # What is no file has no size: a device may have no end.
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
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
            html = decode_html(data)
            check_nesting(html)
            return read_markdown(html_to_markdown(html))
    except ReadingError as error:
        raise ReadingError(f"{name}: {error}") from error
    text = _decoded(data, name)
    return read_plain(text) if suffix in (".txt", ".text") else read_markdown(text)


def _too_large(name: str, size: int) -> str:
    return f"{name}: has {size:,} bytes, more than the {LARGEST_FILE:,} that are read"


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(_UTF_16):
        raise ReadingError(f"{name}: is not UTF-8 but UTF-16")
    if b"\0" in data:
        raise ReadingError(f"{name}: is binary (byte {data.index(0):,} is zero)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadingError(f"{name}: is not UTF-8 (byte {error.start:,})") from error


def decode_html(data: bytes, charset: str = "") -> str:
    """Decode a page. `charset` is what the transport declared, which goes before what the page says of itself.

    As browsers do (byte-order mark, declared encoding, windows-1252), but what is valid UTF-8 is read as that whatever
    was declared, and a page that nothing was declared of may hold a few broken bytes of UTF-8. Raises ReadingError,
    without naming a file, for binary data.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data.count(b"\0") > len(data) // 100:
        raise ReadingError(f"is binary (byte {data.index(0):,} is zero)")
    if len(data) - len(data.translate(None, _NEVER_IN_PAGES)) > len(data) // 100:
        raise ReadingError("is binary (it holds control characters)")
    itself = _CHARSET.search(data[:4096])
    declared = _encoding(charset) or _encoding(itself.group(1).decode() if itself else "")
    if declared != "iso2022_jp":
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if declared:
        return data.decode(declared, "replace")
    text = data.decode("utf-8", "replace")
    broken, signs = text.count("\ufffd"), sum(not character.isascii() for character in text)
    return text if broken * 10 < signs else data.decode("windows-1252", "replace")


def _encoding(label: str) -> str:
    """Python's name for a declared encoding; empty where it is none that pages are written in."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_MEANT.get(label, label)).name
    except (LookupError, ValueError):
        return ""
    return name if _OF_PAGES.match(name) else ""
