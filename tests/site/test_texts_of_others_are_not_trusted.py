"""Texts come from others: whatever they hold, the page is well-formed and harmless, and no word is lost."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.reading import read_markdown, visible_text
from conductatlas.site.rendering.blocks import divide, render_blocks, render_passage
from conductatlas.site.rendering.inline import render_inline, safe_target
from tests.records_factory import at, make_document, make_provision, make_version

_ALLOWED = {"a", "strong", "em", "code", "br", "table", "tr", "th", "td"}
_VOID = {"br"}

_HOSTILE = """# Terms <script>alert(1)</script>

<img src=x onerror=alert(1)> We [may](javascript:alert(1)) act, [or not](  JaVaScRiPt:alert(1)).
See [data](data:text/html,x).

* Read <a href="https://evil.example" onclick="x">this</a> and [that](https://larkwell.example/a?b=1&c="2").
* Text \u202ereversed\u202c and &lt;script&gt; as an entity

| Head <b>bold</b> | B |
| --- | --- |
| [x](vbscript:y) | <iframe src=//evil.example></iframe> |

```
</pre><script>alert(2)</script>
```
"""


class _Checker(HTMLParser):
    """Fails on what must not be there, and on elements that are not closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ALLOWED
        for name, value in attrs:
            assert (tag, name) in {("a", "href"), ("a", "rel"), ("th", "scope")}
            if name == "href":
                assert (value or "").startswith(("http://", "https://", "mailto:"))
            if name == "rel":
                assert value == "nofollow noopener"
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _check(html: str) -> str:
    checker = _Checker()
    checker.feed(html)
    checker.close()
    assert checker.open == []
    return "".join(checker.words)


_pieces = st.lists(
    st.sampled_from(
        [
            "**",
            "*",
            "__",
            "_",
            "`",
            "[",
            "](",
            ")",
            "]",
            "<",
            ">",
            "<b>",
            "</b>",
            "<script>",
            "&lt;",
            "&",
            '"',
            "\\",
            "\n",
            "https://a.example",
            "javascript:x",
            "word",
            " ",
            "|",
            "!",
            "***",
            "mailto:a@b.example",
            "\u202e",
            "- ",
            "1. ",
        ]
    ),
    max_size=40,
).map("".join)


@given(_pieces | st.text(max_size=200))
def test_inline_markup_is_well_formed_and_holds_only_what_is_allowed(source: str) -> None:
    _check(render_inline(source))


@given(_pieces | st.text(max_size=300))
def test_blocks_are_well_formed_whatever_the_text(source: str) -> None:
    document = read_markdown(source)
    for block in render_blocks(document, 0, len(document.blocks) - 1):
        _check(block.html)


_prose = st.lists(
    st.sampled_from(
        [
            "We",
            "may",
            "keep",
            "**your data**",
            "*always*",
            "[the rules](https://a.example/b)",
            "for 30 days",
            "\\*",
            "`id`",
            "<https://a.example/>",
            "it's",
            "“quoted”",
            "5 % & more",
            "a_b_c",
            "https://a.example/x_y",
        ]
    ),
    min_size=1,
    max_size=25,
).map(" ".join)


@given(_prose)
def test_no_word_of_a_paragraph_is_lost(source: str) -> None:
    shown = " ".join(_check(block.html) for block in render_passage(source))
    words = re.findall(r"\w+", visible_text(source))
    assert re.findall(r"\w+", visible_text(unescape(shown).replace("`", ""))) == words


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("mailto:a@b.example", True),
        ("javascript:alert(1)", False),
        ("java\u200bscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("/relative", False),
        ("https:", False),
        ("https://[broken", False),
        ("&#106;avascript:alert(1)", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_and_of_mailboxes_are_followed(target: str, kept: bool) -> None:
    assert (safe_target(target) is not None) is kept


def test_a_hostile_document_is_shown_as_text(client: Client, db: None) -> None:
    document = make_document("Larkwell")
    version = make_version(document, _HOSTILE, at(2026, 1, 1))
    quote = _HOSTILE.split("\n\n")[1]
    provision = make_provision(version, "data-sale", quote)
    for path in (f"/{document.permanent_id}/text", f"/{document.permanent_id}", f"/{provision.permanent_id}"):
        html = client.get(path).content.decode()
        # The only script element holds data: all of it is one JSON value.
        _, *scripts = re.split("<script", html, flags=re.IGNORECASE)
        for script in scripts:
            assert json.loads(script.removeprefix(' type="application/ld+json">').partition("</script>")[0])
        assert "onerror" not in html
        assert 'href="javascript' not in html.lower()
        assert "<iframe" not in html
        assert "\u202e" not in html
    text = client.get(f"/{document.permanent_id}/text").content.decode()
    assert 'href="https://larkwell.example/a?b=1&amp;c=' in text
    assert "&lt;script&gt; as an entity" in text


def test_emphasis_and_links_are_kept() -> None:
    html = render_inline("You **must _not_ sell** [the *data*](https://a.example/x?y=1&z=2).")
    assert html == (
        "You <strong>must <em>not</em> sell</strong> "
        '<a href="https://a.example/x?y=1&amp;z=2" rel="nofollow noopener">the <em>data</em></a>.'
    )


def test_a_block_of_any_length_is_shown_in_pieces_and_in_time() -> None:
    source = "[*_`<" * 100_000
    pieces = render_passage(f"words {source}")
    assert "".join(_check(piece.html) for piece in pieces) == f"words {source}"


def test_a_long_table_repeats_its_head() -> None:
    rows = "\n".join(f"| row {number} | {'x' * 100} |" for number in range(200))
    tables = render_passage(f"| Name | Use |\n| --- | --- |\n{rows}")
    assert len(tables) > 1
    assert all('<th scope="col">Name</th>' in table.html for table in tables)
    assert sum(table.html.count("<td>row ") for table in tables) == 200


@given(st.lists(st.integers(0, 30), max_size=40), st.integers(1, 60))
def test_parts_hold_everything_once_and_keep_to_the_budget(weights: list[int], budget: int) -> None:
    parts = divide(weights, budget)
    assert [position for start, stop in parts for position in range(start, stop)] == list(range(len(weights)))
    assert all(stop - start <= 1 or sum(weights[start:stop]) <= budget for start, stop in parts)
