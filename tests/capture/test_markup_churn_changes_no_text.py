"""The same words give the same text, whatever a page does to classes, attributes, tokens and hidden addresses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture.declarations import Filter
from conductatlas.capture.extraction import extract
from tests.capture.extracting import page, source, text_of

_NAMES = st.text(alphabet="abcdefgh0123456789-_", min_size=1, max_size=12)
_TOKENS = st.text(alphabet="ABCdef0123456789", min_size=8, max_size=40)
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(["class", "id", "style", "data-reactid", "data-token", "nonce", "aria-describedby", "jsname"]),
    _NAMES,
    max_size=5,
).flatmap(lambda found: st.permutations(list(found.items())))
_TRACKING = st.dictionaries(
    st.sampled_from(["utm_source", "utm_medium", "gclid", "fbclid", "msclkid", "mc_cid", "_ga", "_hsenc", "mkt_tok"]),
    _TOKENS,
    max_size=3,
)


def _protected(address: str, key: int) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


@st.composite
def _pages(draw: st.DrawFn) -> str:
    """A page of a document as one load of it may look: the words are always the same."""

    def attributes() -> str:
        return "".join(f' {name}="{value}"' for name, value in draw(_ATTRIBUTES))

    tracking = "".join(f"&amp;{name}={value}" for name, value in draw(_TRACKING).items())
    code = _protected("legal@lumora.example", draw(st.integers(0, 255)))
    shown = "[email&#160;protected]"
    span = f'<span class="__cf_email__" data-cfemail="{code}">{shown}</span>'
    mail = draw(
        st.sampled_from(
            [
                f'<a href="/cdn-cgi/l/email-protection#{code}">{shown}</a>',
                f'<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{code}">{shown}</a>',
                f'<a href="/cdn-cgi/l/email-protection#{code}">{span}</a>',
                '<a href="mailto:legal@lumora.example">legal@lumora.example</a>',
            ]
        )
    )
    script = f"<script{attributes()}>window.__STATE__ = '{draw(_TOKENS)}'</script>"
    style = f"<style>.{draw(_NAMES)} {{}}</style>"
    token = f'<input type="hidden" name="csrf" value="{draw(_TOKENS)}"><!-- {draw(_TOKENS)} -->'
    return (
        f"<!doctype html><html><head>{script}<title>Lumora</title></head><body{attributes()}>"
        f"<main{attributes()}><h1{attributes()}>Terms</h1>{style}{token}"
        f'<p{attributes()}>You may read <a{attributes()} href="/legal/privacy?page=2{tracking}">our policy</a>.</p>'
        f"<div{attributes()}><p>Write to {mail}.</p></div>{script}"
        f'<ul{attributes()}><li{attributes()}>One</li><li>Two<img src="/{draw(_TOKENS)}.png" alt=""></li></ul>'
        f"</main></body></html>"
    )


_EXPECTED = (
    "# Terms\n\nYou may read [our policy](https://lumora.example/legal/privacy?page=2).\n\n"
    "Write to [legal@lumora.example](mailto:legal@lumora.example).\n\n*   One\n\n*   Two\n"
)


@given(_pages())
def test_with_a_selection(html: str) -> None:
    assert text_of(html, "main") == _EXPECTED


@given(_pages())
def test_without_a_selection(html: str) -> None:
    assert text_of(html) == _EXPECTED


def test_links_are_seen_from_the_page_or_from_the_base_that_it_names() -> None:
    link = '<p><a href="../x y">a</a> <a href="#b">b</a> <a href="">c</a> <a href="http://[bad">d</a></p>'
    assert text_of(link, "p") == "[a](https://lumora.example/x%20y) [b](#b) c d\n"
    assert text_of(f'<base href="//cdn.lumora.example/a/b/">{link}', "p").startswith(
        "[a](https://cdn.lumora.example/a/x%20y)"
    )


def test_a_hidden_address_that_cannot_be_read_keeps_its_words_and_loses_its_code() -> None:
    link = '<p><a href="/cdn-cgi/l/email-protection#{}">{}</a></p>'
    shown = "[{}](https://lumora.example/cdn-cgi/l/email-protection)\n"
    assert text_of(link.format("zz00", "[email&#160;protected]"), "p") == shown.format("\\[email\xa0protected\\]")
    assert text_of(link.format("", "Write to us"), "p") == shown.format("Write to us")
    good = _protected("a@lumora.example?subject=x", 7)
    assert text_of(link.format(good, "Write to us"), "p") == "[Write to us](mailto:a@lumora.example)\n"


def test_the_filter_that_is_built_in_removes_parameters_by_name() -> None:
    html = '<p><a href="https://a.example/?h=1&amp;b=2&amp;h=3">a</a> <a href="https://a.example/?b=%7E">b</a></p>'
    filters = (Filter("removeQueryParams", '["h", "x"]', True), Filter("cleanUrls", "", False))
    extracted = extract(source("p", filters=filters), page(html))
    assert extracted.markdown == "[a](https://a.example/?b=2) [b](https://a.example/?b=%7E)\n"
    assert extracted.notes == ("read without the filter “cleanUrls”, which is JavaScript",)
    single = (Filter("removeQueryParams", '"b"', True),)
    assert "[b](https://a.example/)" in extract(source("p", filters=single), page(html)).markdown
