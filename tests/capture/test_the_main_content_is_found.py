"""Where nothing is selected, the text of a document is found by the structure of its page, title and all."""

from __future__ import annotations

import pytest

from tests.capture.extracting import text_of

_PROSE = "<p>You may use Lumora if you are sixteen years old or older, and we may change these terms.</p>" * 6
_LIST = "<ul><li>You must not sell your account to others.</li><li>You must not scrape the pages.</li></ul>"
_BANNER = "<div id='onetrust-banner'><p>We use cookies to make the site work. <button>Accept</button></p></div>"
_MENU = "<ul><li><a href=/a>Pricing</a></li><li><a href=/b>About us</a></li></ul>"
_ASIDE = "<aside><p>Related reading for you.</p></aside>"
_SIDE_BAR = "<div class='side-bar'><p>On this page there are many parts.</p></div>"
_FOOTER = f"<footer><p>© Lumora Ltd, all rights reserved, made with care in Corwick.</p>{_MENU}</footer>"


@pytest.mark.parametrize(
    "body",
    [
        f"<nav>{_MENU}</nav><main>HERE</main>{_FOOTER}{_BANNER}",
        f"<header><nav>{_MENU}</nav></header><div><div role=main><div>HERE</div></div></div>{_FOOTER}",
        f"<div class=x><div>{_BANNER}</div><div><article>HERE</article>{_ASIDE}</div></div>",
        f"<div class=wrap><div class=navbar>{_MENU}</div><div class=content><div>HERE</div></div>{_FOOTER}</div>",
        f"<main><nav>{_MENU}</nav>{_SIDE_BAR}HERE<form><p>Was this of help?</p><button>Yes</button></form></main>",
        f"<form action=/x><div role=navigation>{_MENU}</div><div>HERE</div>{_BANNER}</form>",
        f"<table><tr><td>{_MENU}</td><td>HERE</td></tr></table>",
    ],
)
def test_what_stands_around_a_document_goes(body: str) -> None:
    text = text_of(f"<body>{body.replace('HERE', f'<h1>Terms</h1>{_PROSE}{_LIST}')}</body>")
    assert "# Terms" in text or "Terms" in text.splitlines()[0]
    assert text.count("sixteen years old") == 6
    assert "sell your account" in text
    for noise in ("Accept", "all rights reserved", "Related reading", "Was this of help", "On this page"):
        assert noise not in text


def test_a_title_above_the_text_is_part_of_it() -> None:
    body = f"<div><div><h1>Terms of Service</h1><p>Last updated 4 May 2026</p></div><div>{_PROSE}</div></div>"
    assert text_of(f"{body}{_FOOTER}").startswith("# Terms of Service\n\nLast updated 4 May 2026\n")


def test_folded_sections_and_their_headings_are_part_of_it() -> None:
    folded = "<h3><button aria-expanded=false>Who may use it?</button></h3><div hidden><p>Anyone may use it.</p></div>"
    text = text_of(f"<main><h1>Questions</h1>{_PROSE}{folded}<button>Print</button></main>")
    assert "### Who may use it?\n\nAnyone may use it." in text
    assert "Print" not in text


@pytest.mark.parametrize("name", ["cookies", "cookie-notice", "privacy-notice", "consent"])
def test_a_section_on_cookies_is_no_banner(name: str) -> None:
    section = f"<section id={name} class={name}><h2>Cookies</h2><p>We set one, for your language.</p></section>"
    assert "We set one, for your language." in text_of(f"<main>{_PROSE}{section}</main>")


def test_a_header_with_the_title_is_part_of_it() -> None:
    header = f"<header><nav>{_MENU}</nav><h1>Terms of Service</h1><p>Last updated 4 May 2026</p></header>"
    text = text_of(f"<body>{header}<div>{_PROSE}</div>{_FOOTER}</body>")
    assert text.startswith("# Terms of Service\n\nLast updated 4 May 2026\n\nYou may")


def test_a_page_that_is_all_frame_keeps_it() -> None:
    assert text_of(f"<body><footer>{_PROSE}</footer></body>").count("sixteen") == 6


def test_pictures_say_what_stands_in_their_place() -> None:
    row = "<tr><td><img alt='Larkwell Cloud' src=a></td><td>EU</td></tr>"
    table = f"<table><tr><th>Who</th><th>Where</th></tr>{row}</table>"
    assert "| Larkwell Cloud | EU |" in text_of(f"<main>{_PROSE}{table}</main>", "table")
