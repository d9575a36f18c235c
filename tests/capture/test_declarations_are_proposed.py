"""From a home page to a declaration: the documents that it links, their types, and what to select of their pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture import page_address, propose, read_declarations, usual_addresses
from conductatlas.capture.extraction import propose_selection

_HOME = "https://www.lumora.example/"


def _types(html: str) -> dict[str, str]:
    proposal = propose(html, _HOME)
    return {one.type: one.address.removeprefix(_HOME) for one in proposal.terms}


def test_the_footer_of_a_home_page() -> None:
    html = """
        <title>Pictures for all | Lumora</title><body><a href="/login?next=/terms">Log in</a>
        <p>By going on you agree to our <a href="/legal/tos#s2">Terms</a>.</p>
        <footer><a href="/legal/tos">Terms of Service</a> <a href="/legal/privacy.html">Privacy</a>
        <a href="/legal/ck">Cookie policy</a> <a href="/rules">Community Guidelines</a>
        <a href="https://legal.lumora.example/dpa.pdf">Data Processing Addendum</a>
        <a href="/privacy-settings">Your privacy settings</a> <a href="mailto:x@lumora.example">Terms</a>
        <a href="https://larkwell.example/legal/privacy-policy">Larkwell privacy policy</a>
        <a href="/legal/api">API terms</a> <a href="/about">About</a></footer>"""
    proposal = propose(html, _HOME)
    assert proposal.as_declaration() == {
        "name": "Lumora",
        "terms": {
            "Terms of Service": {"fetch": f"{_HOME}legal/tos", "select": "body"},
            "Privacy Policy": {"fetch": f"{_HOME}legal/privacy.html", "select": "body"},
            "Trackers Policy": {"fetch": f"{_HOME}legal/ck", "select": "body"},
            "Community Guidelines": {"fetch": f"{_HOME}rules", "select": "body"},
            "Developer Terms": {"fetch": f"{_HOME}legal/api", "select": "body"},
            "Data Processor Agreement": {"fetch": "https://legal.lumora.example/dpa.pdf"},
        },
    }


@pytest.mark.parametrize(
    ("links", "types"),
    [
        (
            "<a href=/a>AGB</a><a href=/d>Datenschutzerklärung</a><a href=/i>Impressum</a>",
            {"Terms of Service": "a", "Privacy Policy": "d", "Imprint": "i"},
        ),
        (
            "<a href=/c>Conditions d’utilisation</a><a href=/m>Mentions légales</a><a href=/v>CGV</a>",
            {"Terms of Service": "c", "Imprint": "m", "General Conditions of Sale": "v"},
        ),
        (
            "<a href=/t>Términos y condiciones</a><a href=/p>Privacidad</a>",
            {"Terms of Service": "t", "Privacy Policy": "p"},
        ),
        (
            "<a href=/t>利用規約</a><a href=/p>Lumoraプライバシーポリシー</a>",
            {"Terms of Service": "t", "Privacy Policy": "p"},
        ),
        ("<a href=/legal/privacy-policy><img alt=''></a>", {"Privacy Policy": "legal/privacy-policy"}),
        ("<a href=/x aria-label='Privacy Policy'><svg></svg></a>", {"Privacy Policy": "x"}),
        ("<a href=/x>Terms</a><a href=/y>Business Terms</a>", {"Terms of Service": "x", "Commercial Terms": "y"}),
        ("<a href=/x>We care for the privacy of all who ever come to see us</a><a href=/y>Home</a>", {}),
        ("<a href='http://[bad'>Terms</a><a href>Terms</a><a>Terms</a><a href='javascript:x'>Terms</a>", {}),
    ],
)
def test_links_in_several_languages(links: str, types: dict[str, str]) -> None:
    assert _types(f"<footer>{links}</footer>") == types


def test_further_addresses_of_a_type_are_told() -> None:
    html = "<a href=/terms>Terms of Use</a><a href=/store/terms>Store terms</a>"
    (found,) = propose(html, _HOME).terms
    assert (found.address, found.called, found.others) == (f"{_HOME}terms", "Terms of Use", (f"{_HOME}store/terms",))


def test_what_is_lacking_may_lie_at_the_usual_places() -> None:
    proposal = propose("<a href=/privacy>Privacy</a>", _HOME)
    usual = usual_addresses(_HOME, proposal)
    assert list(usual) == ["Terms of Service"]
    assert usual["Terms of Service"][:2] == (f"{_HOME}terms-of-service", f"{_HOME}legal/terms-of-service")


_PROSE = "<p>You may use Lumora if you are sixteen years old or older, and we may change these terms.</p>" * 6


@pytest.mark.parametrize(
    ("html", "select", "remove"),
    [
        (f"<nav>Menu</nav><main><h1>Terms</h1>{_PROSE}</main>", "main", ()),
        (f"<main><nav>Parts of it</nav><h1>Terms</h1>{_PROSE}<button>Print</button></main>", "main", ("nav", "button")),
        (f"<div id=legal-text class=css-1a2b3c><h1>Terms</h1>{_PROSE}</div><footer>Lumora</footer>", "#legal-text", ()),
        (f"<div><div class='Legal_text__x9Zq prose'><h1>T</h1>{_PROSE}</div></div><p class=no>x</p>", ".prose", ()),
        (f"<div class=xwnqcrf><h1>Terms</h1>{_PROSE}</div><div class=xwnqcrf></div>", "body", ()),
        ("<p></p>", "", ()),
    ],
)
def test_a_selection_is_proposed_by_names_that_last(html: str, select: str, remove: tuple[str, ...]) -> None:
    assert propose_selection(f"<body>{html}</body>") == (select, remove)


def test_a_proposal_with_its_pages_is_a_declaration_without_any_problem(tmp_path: Path) -> None:
    pages = {f"{_HOME}terms": f"<main><aside>Other</aside><h1>Terms</h1>{_PROSE}</main>"}
    proposal = propose("<title>Lumora</title><a href=/terms>Terms</a>", _HOME, pages)
    (tmp_path / "Lumora.json").write_text(json.dumps(proposal.as_declaration()))
    found = read_declarations(tmp_path)
    assert found.problems == ()
    (source,) = found.services[0].terms[0].sources
    assert (source.address, source.select, source.remove) == (f"{_HOME}terms", ("main",), ("aside",))


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<meta property='og:site_name' content='Lumora Studio'><title>x</title>", "Lumora Studio"),
        ("<title>Pictures: Lumora AI</title>", "Lumora AI"),
        ("<title>Pictures</title>", "Lumora"),
        ("", "Lumora"),
    ],
)
def test_a_platform_is_called_as_it_calls_itself(html: str, name: str) -> None:
    assert propose(html, _HOME).name == name


def test_a_page_may_tell_its_own_address() -> None:
    assert page_address("<link rel=canonical href='https://lumora.example/'>") == "https://lumora.example/"
    assert (
        page_address("<meta property='og:url' content='/relative'><base href='http://a.example/'>")
        == "http://a.example/"
    )
    assert page_address("<p>") == ""


@given(st.text(alphabet="<>/=\"'abhref termspolicy:[]#?\x00é", max_size=120), st.text(max_size=30))
def test_any_page_gives_a_proposal(html: str, address: str) -> None:
    assert isinstance(propose(html, address).as_declaration(), dict)
