"""What goes with a link to a record: its title, picture and other forms, and links that send nothing by themselves."""

from __future__ import annotations

import re
import struct
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from conductatlas.site.presenters.cards import Card
from conductatlas.site.typesetting import set_card
from tests.records_factory import TRAINING_WORSE, World, at, make_document, make_provision, make_version

_RECORDS = ["/CA-P-000001", "/CA-P-000003", "/CA-C-000001", "/CA-C-000002", "/CA-D-000001"]


class _Head(HTMLParser):
    """The properties and the alternates of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.properties: dict[str, str] = {}
        self.alternates: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and ("property" in values or values.get("name", "").startswith("twitter:")):
            self.properties[values.get("property", values.get("name", ""))] = values["content"]
        if tag == "link" and values.get("rel") == "alternate":
            self.alternates[values["type"]] = values["href"]


def _head(client: Client, path: str) -> _Head:
    return _Head(client.get(path).content.decode())


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("path", _RECORDS)
def test_a_record_names_its_picture_and_its_other_forms(
    client: Client, world: World, settings: Settings, path: str
) -> None:
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    head = _head(client, path)
    assert head.properties["og:url"] == f"https://atlas.example{path}"
    assert head.properties["og:image"] == f"https://atlas.example{path}.png"
    assert head.properties["twitter:card"] == "summary_large_image"
    assert path.removeprefix("/") in head.properties["og:image:alt"]
    assert head.alternates["application/json"] == f"{path}.json"
    assert head.alternates["application/pdf"] == f"{path}.pdf"
    response = client.get(f"{path}.png")
    assert response["Content-Type"] == "image/png"
    assert "max-age" in response["Cache-Control"]
    assert _size(response.content) == (1200, 630)


def test_the_picture_says_the_severity_in_words(client: Client, world: World) -> None:
    head = _head(client, "/CA-P-000001")
    assert head.properties["og:title"] == "AI training on user content (Larkwell, Terms of Service)"
    assert "High severity." in head.properties["og:image:alt"]
    assert "severity" not in _head(client, "/CA-D-000001").properties["og:image:alt"]


def test_a_platform_has_no_picture_and_no_paper(client: Client, world: World) -> None:
    head = _head(client, "/platforms/larkwell")
    assert head.properties["og:title"] == "Governance documents of Larkwell"
    assert "og:image" not in head.properties
    assert "application/pdf" not in head.alternates


def test_pages_that_are_no_records_have_their_json_alone(client: Client, world: World) -> None:
    head = _head(client, "/matrix")
    assert head.properties == {}
    assert head.alternates == {"application/json": "/matrix.json"}


def test_a_record_is_passed_on_by_plain_links(client: Client, world: World, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    html = client.get("/CA-P-000001").content.decode()
    (mail,) = re.findall(r'href="(mailto:[^"]*)"', html)
    fields = parse_qs(urlsplit(unescape(mail)).query)
    assert fields["subject"] == ["AI training on user content (Larkwell, Terms of Service)"]
    assert "https://atlas.example/CA-P-000001" in fields["body"][0]
    assert "+" not in mail
    links = [unescape(link) for link in re.findall(r'<a href="([^"]*)" rel="nofollow noopener noreferrer">', html)]
    assert [urlsplit(link).hostname for link in links] == ["bsky.app", "www.linkedin.com", "x.com"]
    assert all("https%3A%2F%2Fatlas.example%2FCA-P-000001" in link for link in links)


def test_a_title_can_not_break_out_of_the_head(client: Client, db: None) -> None:
    version = make_version(make_document('"><script>alert(1)</script>', "</script><b>"), TRAINING_WORSE, at(2026, 1, 1))
    provision = make_provision(version, "data-sale", TRAINING_WORSE)
    for path in (f"/{provision.permanent_id}", f"/{version.document.permanent_id}"):
        html = client.get(path).content.decode()
        assert "<script>alert" not in html
        assert html.count("<script") == html.count("</script>") == 1
        assert "&lt;b&gt;" in html or "\\u003cb\\u003e" in html
    assert client.get(f"/{provision.permanent_id}.png").status_code == 200


_PIECES = ["#", "$x$", "\\", "@a", "]", "\x1f", "word " * 20, "w" * 90]
_GRADES = ["high", "medium", "low", "none", "", "unheard of"]
_texts = st.text(max_size=400) | st.lists(st.sampled_from(_PIECES)).map("".join)


@settings(max_examples=40)
@given(_texts, _texts, st.sampled_from(_GRADES), st.lists(_texts, max_size=3))
def test_whatever_a_card_says_it_is_one_picture(title: str, quote: str, severity: str, marks: list[str]) -> None:
    day = at(2026, 1, 1)
    card = Card("CA-P-000001", title, title, severity, (), tuple(marks), quote, "today", "atlas.example/p/1", day)
    assert _size(set_card(card.values(), card.at)) == (1200, 630)


def test_a_fault_of_the_typesetter_is_no_fault_of_the_page() -> None:
    """Typst 0.15 breaks down over lone combining marks among Arabic letters; they are then told by their numbers."""
    marks = " ".join(chr(point) for point in range(0x622, 0x67F))
    day = at(2026, 1, 1)
    card = Card("CA-P-000001", "t", "s", "high", (), (), marks, "today", "atlas.example/p/1", day)
    assert _size(set_card(card.values(), card.at)) == (1200, 630)
