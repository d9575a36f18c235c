"""Markup that a parser would make a tree without bounds of is refused; broken pages as people write them are not."""

from __future__ import annotations

import time

import pytest

from conductatlas.reading import ReadingError, parse_page, read_bytes

_EMPHASIS = "".join(f"<b id=a{number}>" for number in range(2000))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000,
        "<div></x>" * 20_000,
        "<rt>x" * 20_000,
        f"<p>{_EMPHASIS}{'<p>x' * 2000}",
        f"<p>{_EMPHASIS}{'<p>x' * 2000}{'</b>' * 2000}",
        f"<p>{_EMPHASIS}{'<section>x</section>' * 2000}",
    ],
)
def test_what_grows_without_bounds(html: str) -> None:
    started = time.process_time()
    with pytest.raises(ReadingError, match=r"^is nested too deeply for a page$"):
        parse_page(html)
    with pytest.raises(ReadingError, match=r"^bomb.html: is nested too deeply for a page$"):
        read_bytes(html.encode(), "bomb.html")
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "html",
    [
        "<p>word" * 50_000,
        "<ul><li>word</ul>" * 20_000,
        "<ruby>word<rt>a</ruby>" * 9_000,
        "<table>" + "<tr><td>a<td>b" * 20_000,
        "<p><a name=x>word" * 20_000,
        "<p><b>word</b> and <i>word</i></p>" * 20_000,
        "<div>" * 5_000 + "word",
        "word<br>" * 50_000,
    ],
)
def test_long_and_broken_pages_are_parsed(html: str) -> None:
    body = parse_page(html).body
    assert body is not None
    assert body.text()
