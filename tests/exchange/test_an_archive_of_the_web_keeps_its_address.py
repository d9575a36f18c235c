"""Where a collection was imported from the web, its records lead to the commits that they rest on."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.exchange.archive import on_the_web
from conductatlas.provisions import default_finder
from conductatlas.records.models import Collection
from conductatlas.records.pipeline import Pipeline
from tests.records_factory import at, make_document, make_version


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://github.com/Larkwell/terms-versions.git", "https://github.com/Larkwell/terms-versions"),
        ("https://kim:secret@github.com/Larkwell/terms-versions/", "https://github.com/Larkwell/terms-versions"),
        ("http://archive.example:8080/terms.git?token=secret", "http://archive.example:8080/terms"),
        ("git@github.com:Larkwell/terms-versions.git", ""),
        ("file:///srv/terms.git", ""),
    ],
)
def test_an_address_is_kept_without_secrets(source: str, address: str) -> None:
    assert on_the_web(source) == address


@pytest.mark.django_db
def test_an_import_tells_the_address_and_one_without_leaves_it() -> None:
    for address in ("https://github.com/Larkwell/terms-versions", ""):
        Pipeline(default_finder(), "larkwell", address=address).run([])
        assert Collection.objects.get(slug="larkwell").address == "https://github.com/Larkwell/terms-versions"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://github.com/Larkwell/terms-versions", True),
        ("https://archive.example/terms", False),
        ("", False),
    ],
)
def test_commits_are_linked_where_the_host_is_known_to_show_them(client: Client, address: str, shown: bool) -> None:
    document = make_document("Larkwell")
    version = make_version(document, "# Terms\n\nBe kind.\n", at(2026, 1, 1))
    document.collection.address = address
    document.collection.save()
    wanted = f"{address}/commit/{version.reference}" if shown else ""
    path = f"/{document.permanent_id}"
    assert client.get(f"{path}.json").json()["provenance"]["commit_address"] == wanted
    assert ("/commit/" in client.get(path).content.decode()) is shown
