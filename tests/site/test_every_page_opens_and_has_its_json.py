"""Every page opens, and everything on it can be had as JSON."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from django.test import Client

from tests.records_factory import World, at, make_document, make_version

PAGES = [
    "/",
    "/platforms",
    "/platforms/larkwell",
    "/platforms/tidewater-chat",
    "/CA-D-000001",
    "/CA-D-000002",
    "/CA-D-000001/text",
    "/CA-D-000001/text?version=1",
    "/CA-D-000001/text?version=2",
    "/CA-D-000001/versions/1",
    "/CA-D-000001/versions/2",
    "/CA-D-000001/versions/3",
    "/CA-D-000001/compare/1/3",
    "/CA-D-000001/compare/3/1",
    "/CA-D-000001/compare/3/4",
    "/CA-D-000001/compare/1/2",
    "/CA-P-000001",
    "/CA-P-000002",
    "/CA-P-000003",
    "/CA-C-000001",
    "/CA-C-000002",
    "/CA-C-000003",
    "/CA-P-000001/verify",
    "/CA-C-000001/verify",
    "/CA-D-000001/verify",
    "/clause-types",
    "/clause-types/ai-training-on-user-content",
    "/clause-types/ai-training-on-user-content?severity=high&stance=adverse&document=Terms+of+Service&q=train&sort=changed",
    "/clause-types/data-sale",
    "/compare",
    "/compare?platform=larkwell",
    "/compare?platform=larkwell&platform=tidewater-chat",
    "/compare?clause_type=ai-training-on-user-content&platform=larkwell&platform=Tidewater+Chat",
    "/matrix",
    "/matrix?category=ai&sort=platform",
    "/laws",
    "/laws/eu-gdpr",
    "/laws/us-il-bipa",
    "/CA-P-000001?region=eu",
    "/changes",
    "/changes?verdict=all&severity=high&platform=larkwell",
    "/changes?verdict=all&category=ai&kind=reworded",
    "/changes?clause_type=deletion-right",
    "/calendar",
    "/feeds",
    "/search",
    "/search?q=train",
    "/search?q=nothing-of-the-kind",
    "/review",
    "/sources",
    "/methodology",
    "/about",
]


class _Page(HTMLParser):
    """Collects what the tests ask of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.ids: list[str] = []
        self.alternates: list[str] = []
        self.visible_json: list[str] = []
        self.outside: list[str] = []
        self.forbidden: list[str] = []
        self.controls_without_label: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "h1":
            self.headings.append(tag)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "link" and values.get("rel") == "alternate":
            self.alternates.append(values["href"])
        if tag == "a" and values.get("type") == "application/json":
            self.visible_json.append(values["href"])
        loaded = values.get("src") or (values.get("href", "") if tag == "link" else "")
        if loaded and not loaded.startswith("/") and values.get("rel") != "canonical":
            self.outside.append(loaded)
        # Linked data is no script: nothing runs it.
        is_data = tag == "script" and values == {"type": "application/ld+json"}
        if (
            (tag in ("script", "style", "iframe", "object") and not is_data)
            or "style" in values
            or any(n.startswith("on") for n in values)
        ):
            self.forbidden.append(tag)


def _json_of(path: str) -> str:
    address, _, query = path.partition("?")
    return ("/index" if address == "/" else address) + ".json" + (f"?{query}" if query else "")


@pytest.mark.parametrize("path", PAGES)
def test_the_page_opens_as_html(client: Client, world: World, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")
    assert len(response.content) < 60_000
    page = _Page(response.content.decode())
    assert len(page.headings) == 1
    assert len(page.ids) == len(set(page.ids))
    assert page.alternates[0] == _json_of(path)
    assert _json_of(path) in page.visible_json


@pytest.mark.parametrize("path", PAGES)
def test_the_page_loads_nothing_from_elsewhere_and_holds_no_script_or_style(
    client: Client, world: World, path: str
) -> None:
    response = client.get(path)
    page = _Page(response.content.decode())
    assert page.outside == []
    assert page.forbidden == []
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "unsafe-inline" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_there_as_json(client: Client, world: World, path: str) -> None:
    response = client.get(_json_of(path))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert json.loads(response.content)["self"].endswith(_json_of(path))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/platforms",
        "/clause-types",
        "/compare",
        "/matrix",
        "/changes",
        "/calendar",
        "/search?q=x",
        "/review",
        "/methodology",
        "/about",
    ],
)
def test_an_empty_database_is_no_error(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 200
    assert client.get(_json_of(path)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/CA-P-999999",
        "/CA-D-000099",
        "/CA-C-000099",
        "/CA-D-000001/versions/99",
        "/CA-D-000001/text?version=99",
        "/CA-D-000001/compare/1/99",
        "/CA-D-000001/compare/x/1",
        "/CA-D-000001/compare",
        "/CA-D-000001/as-of/2025-12-31",
        "/CA-P-000001/as-of/2026-02-01",
        "/CA-P-000001/text",
        "/platforms/nobody",
        "/clause-types/no-such-type",
        "/compare?platform=nobody",
        "/compare?clause_type=no-such-type",
        "/CA-X-000001",
        "/nothing",
        "/nothing/at/all/",
        "/sitemaps/provisions-9.xml",
        "/sitemaps/secrets-1.xml",
    ],
)
def test_what_is_not_there_is_said_so(client: Client, world: World, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert b"/search" in response.content
    if "?" not in path and not path.endswith(("/", ".xml")):
        as_json = client.get(f"{path}.json")
        assert as_json.status_code == 404
        assert as_json.json()["error"]


def test_an_unknown_id_says_how_to_go_on(client: Client, world: World) -> None:
    assert "No provision has the id CA-P-999999 here." in client.get("/CA-P-999999").content.decode()


def test_only_reading_is_allowed(client: Client, world: World) -> None:
    assert client.head("/CA-P-000001").status_code == 200
    assert client.post("/CA-P-000001").status_code == 405


def test_a_fault_of_ours_is_a_page_too(client: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError

    monkeypatch.setattr("conductatlas.site.views.home.present_home", broken)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert b"An error of ours" in response.content
    assert client.get("/index.json").json()["error"]


@pytest.mark.django_db
def test_a_version_of_many_captures_keeps_its_document_light(client: Client) -> None:
    version = make_version(make_document("Larkwell"), "Be kind.", at(2026, 3, 1))
    version.sources = [f"https://archive.example/larkwell-snapshots/commit/{number:040x}" for number in range(60)]
    version.save()
    path = f"/{version.document.permanent_id}"
    page = client.get(path).content.decode()
    assert len(page.encode()) < 30_000
    assert "all 60</a>" in page
    assert "and others, 60 in all" in page
    assert len(client.get(f"{path}.json").json()["provenance"]["archived"]) == 60
