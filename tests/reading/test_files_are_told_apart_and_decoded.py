"""A file's format is told by its name, else by how it begins; encodings are found; nothing unreadable passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from conductatlas.reading import BlockKind, ReadingError, decode_html, read_bytes, read_file, read_plain

_PDF = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 218>> stream
BT /F1 20 Tf 40 350 Td (Terms of Service) Tj /F1 10 Tf 0 -40 Td (You must be sixteen years old to) Tj 0 -12 Td \
(use the ser-) Tj 0 -12 Td (vice.) Tj 0 -40 Td (These terms are governed by Irish law.) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
"""


def test_markdown_stays_as_it_is_with_its_byte_order_mark_and_line_ends() -> None:
    document = read_bytes("\ufeff# Title\r\n\r\nText.\r\n".encode(), "a.md")
    assert document.text == "\ufeff# Title\r\n\r\nText.\r\n"
    assert [document.source(ordinal) for ordinal in range(2)] == ["# Title", "Text."]


def test_lines_may_end_with_a_carriage_return_alone() -> None:
    text = "# Title\r\rOne line\rand another.\r"
    document = read_bytes(text.encode(), "a.md")
    assert document.text == text
    assert [document.source(ordinal) for ordinal in range(2)] == ["# Title", "One line\rand another."]
    assert document.visible[1] == "One line and another."


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        ("<p>café</p>".encode(), "a.html", "café\n"),
        ("<meta charset=iso-8859-1><p>café</p>".encode("latin-1"), "a.html", "café\n"),
        ("<p>café “quoted”</p>".encode("cp1252"), "a.htm", "café “quoted”\n"),
        ("<p>café</p>".encode("utf-16"), "a.html", "café\n"),
        (
            "<meta charset=iso-8859-1><p>café is UTF-8 all the same</p>".encode(),
            "a.html",
            "café is UTF-8 all the same\n",
        ),
        (
            f"<meta charset=utf-8><p>{'é' * 20}</p>".encode() + b"<p>cut \xe2\x80",
            "a.html",
            f"{'é' * 20}\n\ncut \ufffd\n",
        ),
        (f"<p>{'é' * 20}</p>".encode() + b"<p>cut \xe2\x80", "a.html", f"{'é' * 20}\n\ncut \ufffd\n"),
        ("<meta charset=shift_jis><p>利用規約</p>".encode("cp932"), "a.html", "利用規約\n"),
        ("<meta charset=base64><p>café</p>".encode("cp1252"), "a.html", "café\n"),
        (b"<!DOCTYPE html><p>told by its beginning</p>", "page", "told by its beginning\n"),
    ],
)
def test_html_is_decoded_as_browsers_do(data: bytes, name: str, text: str) -> None:
    assert read_bytes(data, name).text == text


def test_what_the_transport_declares_goes_before_what_the_page_does() -> None:
    page = "<meta charset=windows-1252><p>условия</p>".encode("koi8-r")
    assert "условия" in decode_html(page, "KOI8-R")
    assert "условия" not in decode_html(page)


def test_a_pdf_becomes_headings_and_paragraphs() -> None:
    document = read_bytes(_PDF, "terms.pdf")
    assert [(block.kind, document.visible[ordinal]) for ordinal, block in enumerate(document.blocks)] == [
        (BlockKind.HEADING, "Terms of Service"),
        (BlockKind.PARAGRAPH, "You must be sixteen years old to use the service."),
        (BlockKind.PARAGRAPH, "These terms are governed by Irish law."),
    ]


def test_plain_text_has_headings_by_number_and_capitals() -> None:
    document = read_plain("TERMS\n\n1. Account\n\nYou need one.\n\n1.1 Closing\n\nYou may close it.\n\n- one\n- two\n")
    assert [(block.kind.value, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("heading", 3),
        ("paragraph", 0),
        ("list-item", 1),
        ("list-item", 1),
    ]
    assert document.headings_above(4) == (0, 1, 3)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.md", "a.md: is empty"),
        (b"\n \n", "a.txt", "a.txt: is empty"),
        (b"a\0b", "a.md", "a.md: is binary (byte 1 is zero)"),
        (b"ab\xff", "a.txt", "a.txt: is not UTF-8 (byte 2)"),
        (_PDF[:60], "a.pdf", "a.pdf: is no readable PDF"),
        (b"<html><body></body></html>", "a.html", "a.html: holds no text"),
        (b"***\n\n---", "a.md", "a.md: holds no text"),
    ],
)
def test_what_can_not_be_read_is_told_in_one_line(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(ReadingError) as raised:
        read_bytes(data, name)
    assert str(raised.value).startswith(reason)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="No such file"):
        read_file(tmp_path / "none.md")


def test_bytes_of_anything_under_the_name_of_a_page_are_binary() -> None:
    noise = bytes(number * number % 251 for number in range(5000))
    with pytest.raises(ReadingError, match=r"^a.html: is binary"):
        read_bytes(noise, "a.html")
    read_bytes("<p>利用規約 <b>x</b></p>".encode("iso2022_jp") * 50, "a.html")


def test_what_is_utf_16_is_called_so() -> None:
    with pytest.raises(ReadingError, match=r"^a.md: is not UTF-8 but UTF-16$"):
        read_bytes("Terms".encode("utf-16"), "a.md")


def test_a_device_without_an_end_is_not_read_to_it() -> None:
    with pytest.raises(ReadingError, match=r"^/dev/zero: has [\d,]+ bytes, more than"):
        read_file(Path("/dev/zero"))
