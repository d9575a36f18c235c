"""What programs read: robots.txt, the sitemaps, static files."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from django.test import Client
from pytest_django import Settings

from tests.records_factory import World


def _addresses(client: Client, path: str) -> list[str]:
    root = ET.fromstring(client.get(path).content)  # noqa: S314 (our own answer)
    return [element.text or "" for element in root.iter() if element.tag.endswith("}loc")]


def test_robots_are_told_where_the_sitemap_is(client: Client, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /search" in lines
    assert {"Disallow: /compare", "Disallow: /*/compare", "Disallow: /*.pdf$"} <= set(lines)
    assert not any(".png" in line for line in lines), "cards are there for robots"
    assert "Sitemap: https://atlas.example/sitemap.xml" in lines


def test_every_record_stands_in_a_sitemap(client: Client, world: World, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    found = {
        address.removeprefix("https://atlas.example")
        for sitemap in _addresses(client, "/sitemap.xml")
        for address in _addresses(client, sitemap.removeprefix("https://atlas.example"))
    }
    assert {
        "/",
        "/platforms/larkwell",
        "/clause-types/data-sale",
        "/matrix",
        "/CA-D-000003",
        "/CA-P-000005",
        "/CA-C-000002",
    } <= found
    assert "/CA-C-000003" not in found, "technical changes are noise to a search engine"
    for path in found:
        assert client.get(path).status_code == 200


def test_the_style_and_the_fonts_are_served_by_ourselves(client: Client, world: World) -> None:
    html = client.get("/").content.decode()
    assert "/static/site/site.css?" in html
    style = _static(client, "site.css").decode()
    assert "http" not in style
    fonts = {part.split('"')[0] for part in style.split('url("')[1:]}
    assert len(fonts) == 8
    for name in (*fonts, "favicon.svg"):
        assert _static(client, name)


def _static(client: Client, name: str) -> bytes:
    response = client.get(f"/static/site/{name}")
    assert response.status_code == 200
    content = response.getvalue()
    response.close()
    return content
