"""A record has one address; other ways to write it lead there."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records_factory import World


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("/ca-p-000001", "/CA-P-000001"),
        ("/CA-P-1", "/CA-P-000001"),
        ("/Ca-d-0000000001", "/CA-D-000001"),
        ("/ca-c-2.json", "/CA-C-000002.json"),
        ("/ca-d-1/text?version=1", "/CA-D-000001/text?version=1"),
        ("/ca-d-1/versions/2", "/CA-D-000001/versions/2"),
        ("/CA-P-000001/", "/CA-P-000001"),
        ("/platforms/", "/platforms"),
        ("/platforms/larkwell/", "/platforms/larkwell"),
        ("/CA-P-1234567", None),
    ],
)
def test_the_right_form_is_found(client: Client, world: World, asked: str, right: str | None) -> None:
    response = client.get(asked)
    if right is None:
        assert response.status_code == 404
    else:
        assert response.status_code == 301
        assert response["Location"] == right
        assert client.get(right).status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "//CA-P-000001/", "/%2f%2fevil.example/"])
def test_a_redirect_never_leads_to_another_site(client: Client, world: World, path: str) -> None:
    response = client.get(path)
    location = response.headers.get("Location", "/")
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
