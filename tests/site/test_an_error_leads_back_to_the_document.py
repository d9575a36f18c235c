"""What is not there of a document leads back to it and keeps the form; short addresses lead to the part of a page."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records_factory import World


@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        (
            "/CA-D-000001/compare/3/3",
            404,
            ['name="from" min="1" max="4" value="3"', 'name="to" min="1" max="4" value="3"'],
        ),
        ("/CA-D-000001/compare?from=1&to=999", 404, ['max="4" value="1"', 'max="4" value="999"']),
        ("/CA-D-000001/as-of/2001-02-03", 404, ['name="date" value="2001-02-03"']),
        ("/CA-D-000001/as-of?date=spring", 400, ['name="date"']),
        ("/CA-D-000001/versions/99", 404, []),
        ("/CA-D-000001/text?version=99", 404, []),
    ],
)
def test_the_way_back_and_the_form_are_kept(
    client: Client, world: World, path: str, status: int, kept: list[str]
) -> None:
    answer = client.get(path)
    html = answer.content.decode()
    assert answer.status_code == status
    assert '<a href="/CA-D-000001">Larkwell: Terms of Service</a>' in html
    assert 'action="/CA-D-000001/compare"' in html
    for one in kept:
        assert one in html
    address, _, query = path.partition("?")
    told = client.get(f"{address}.json" + (f"?{query}" if query else ""))
    assert told.status_code == status
    assert told.json()["leads"][0] == {"title": "Larkwell: Terms of Service", "path": "/CA-D-000001"}


@pytest.mark.parametrize(
    ("path", "to", "as_json"),
    [
        ("/CA-D-000001/versions", "/CA-D-000001#versions", "/CA-D-000001.json"),
        ("/CA-D-000001/history", "/CA-D-000001#versions", "/CA-D-000001.json"),
        ("/CA-P-000001/history", "/CA-P-000001#history", "/CA-P-000001.json"),
    ],
)
def test_short_addresses_lead_to_the_part_of_a_page(
    client: Client, world: World, path: str, to: str, as_json: str
) -> None:
    assert client.get(path)["Location"] == to
    assert client.get(f"{path}.json")["Location"] == as_json
    _, _, anchor = to.partition("#")
    assert f'id="{anchor}"' in client.get(to).content.decode()


def test_what_has_no_versions_or_history_is_said(client: Client, world: World) -> None:
    assert client.get("/CA-P-000001/versions").status_code == 404
    assert client.get("/CA-D-000099/versions").status_code == 404
    assert "happened once" in client.get("/CA-C-000001/history").content.decode()
