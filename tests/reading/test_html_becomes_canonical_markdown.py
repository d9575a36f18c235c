"""HTML becomes the same Markdown whatever its classes and attributes, loses no visible word, and never raises."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from conductatlas.reading import BlockKind, Part, html_to_markdown, parts_to_markdown, read_markdown

_PAGE = """
<!doctype html><html><head><title>No text</title><style>p {}</style></head><body>
<nav><a href="/">Home</a></nav>
<main><h1>Terms <b>of</b> Service</h1>
<p class="a" id="b">You may <i>not</i> sell it.
See <a href="https://a.example/x?utm_source=q&amp;b=1">our policy</a>.<br>Really.</p>
<ul><li>one<ul><li>inner</li></ul></li><li><p>two</p><p>and more</p></li></ul>
<ol start="3"><li>third</li><li>fourth</li></ol>
<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Plus</td><td>4 €</td></tr></table>
<div hidden>hidden</div><div style="display: none">hidden too</div><script>no()</script>
<blockquote><p>Quoted.</p></blockquote><pre>  kept
   as is</pre><hr></main><footer>© Larkwell</footer></body></html>
"""
_EXPECTED = f"""\
# Terms **of** Service

You may _not_ sell it. See [our policy](https://a.example/x?b=1).{"  "}
Really.

*   one

    *   inner

*   two

    and more

3.  third

4.  fourth

| Plan | Price |
| --- | --- |
| Plus | 4 € |

> Quoted.

```
  kept
   as is
```

* * *
"""
_MARKDOWN_LIKE = st.text(alphabet="ab1 \n\\`*_[]()<>|&~#!.-+=", max_size=40)


def test_structure_is_kept_and_the_frame_dropped() -> None:
    assert html_to_markdown(_PAGE) == _EXPECTED


def test_class_names_and_attribute_order_make_no_difference() -> None:
    churned = _PAGE.replace('class="a" id="b"', 'data-token="9f8a" id="z" class="css-1x2y"')
    assert html_to_markdown(churned) == _EXPECTED


def test_a_page_that_is_all_frame_keeps_it() -> None:
    assert "Everything is here" in html_to_markdown("<body><header>Everything is here, in the header.</header></body>")


@given(_MARKDOWN_LIKE)
def test_text_never_turns_into_markup(text: str) -> None:
    document = read_markdown(html_to_markdown(f"<p>{html.escape(text)}</p>"))
    assert len(document.blocks) <= 1
    assert all(block.kind is not BlockKind.HEADING for block in document.blocks)
    assert re.findall(r"[ab1]+", " ".join(document.visible)) == re.findall(r"[ab1]+", text)


_TREES = st.recursive(
    st.sampled_from(["alpha", "beta gamma", "delta.", " ", "x<y", ""]).map(html.escape),
    lambda inner: st.tuples(
        st.sampled_from(
            ["p", "div", "ul", "li", "b", "i", "a", "h2", "table", "tr", "td", "pre", "blockquote", "span", "br", "ol"]
        ),
        st.lists(inner, max_size=4),
    ).map(lambda node: f"<{node[0]}>{''.join(node[1])}</{node[0]}>"),
    max_leaves=20,
)


@given(_TREES)
def test_no_visible_word_is_lost(tree: str) -> None:
    markdown = html_to_markdown(f"<body>{tree}</body>")
    for word in ("alpha", "beta", "gamma", "delta"):
        assert markdown.count(word) == tree.count(word)


@given(st.text(alphabet='<>/="abcd! -&;#\x00', max_size=200))
def test_broken_html_never_raises(text: str) -> None:
    assert isinstance(html_to_markdown(text), str)


@pytest.mark.parametrize("page", ["<p>" + "word " * 1_000_000, "<b>" * 20_000 + "deep", "<ul><li>" * 2_000 + "deep"])
def test_huge_and_deep_pages_take_seconds(page: str) -> None:
    started = time.process_time()
    assert html_to_markdown(page)
    assert time.process_time() - started < 10


def test_chosen_parts_keep_what_a_page_would_lose() -> None:
    tree = LexborHTMLParser(_PAGE.replace("</main>", "<img alt='A seal' src=x><button>Agree</button></main>"))
    without = frozenset(node.mem_id for node in tree.css("table, blockquote, h1 b"))
    parts = [Part(node, without) for node in tree.css("nav, main, footer")]
    text = parts_to_markdown(parts)
    assert text.startswith("[Home](/)\n\n# Terms Service\n\nYou may")
    assert text.endswith("* * *\n\nA seal Agree\n\n© Larkwell\n")
    assert "hidden\n\nhidden too\n" in text
    for gone in ("Plan", "Quoted", "no()"):
        assert gone not in text


@pytest.mark.parametrize("part", ["td", "li", "dt", "tr"])
def test_a_part_may_be_a_piece_of_a_larger_one(part: str) -> None:
    tree = LexborHTMLParser("<dl><dt>one<dd>two</dl><ul><li>one<li>two</ul><table><tr><td>one<td>two</table>")
    assert "one" in parts_to_markdown(Part(node) for node in tree.css(part))


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("utm_source=q&amp;b=1&amp;_hsenc=p2&amp;__cft__%5B0%5D=AZ", "?b=1"),
        ("JSESSIONID=9f8a&amp;csrf_token=x", ""),
        ("id=utm_source&amp;session=main", "?id=utm_source&session=main"),
        # What stays is as it would be without them.
        ("to=https://b.example/a%3Db&amp;gclid=1&amp;c", "?to=https://b.example/a%3Db&c"),
        ("to=https://b.example/a%3Db&amp;c", "?to=https://b.example/a%3Db&c"),
        ("", ""),
    ],
)
def test_parameters_that_only_count_visits_go(query: str, kept: str) -> None:
    assert html_to_markdown(f"<a href='https://a.example/x?{query}'>a</a>") == f"[a](https://a.example/x{kept})\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<b>one</b><b>two</b> <b> three </b>four<b></b><i> </i>", "**onetwo** **three** four"),
        ("<b><b>twice</b></b>, <i>a <i>b</i> c</i>", "**twice**, a _b_ c"),
        ("<b>x</b> <a href='https://a.example/__b__/c'>d</a>", "**x** [d](https://a.example/__b__/c)"),
    ],
)
def test_emphasis_is_put_around_words(html: str, text: str) -> None:
    assert html_to_markdown(f"<p>{html}</p>") == f"{text}\n"
