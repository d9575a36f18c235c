"""Public pages of visitors without a session: no cookie, no query more than before, and kept by caches as before."""

from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.accounts_factory import make_person, sign_in
from tests.records_factory import World

pytestmark = pytest.mark.django_db

_PAGES = ["/", "/platforms", "/CA-P-000002", "/CA-C-000002", "/changes", "/search?q=clause", "/about"]
_FILES = ["/index.json", "/CA-P-000002.json", "/CA-P-000002.bib", "/errata.atom", "/robots.txt", "/sitemap.xml"]


def _tables(client: Client, path: str) -> set[str]:
    """The tables that an answer was made of, of those that know people."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    known = ("accounts_", "django_session", "account_", "mfa_", "socialaccount_", "usersessions_", "monitoring_")
    return {name for one in asked.captured_queries for name in known if f'"{name}' in one["sql"]}


@pytest.mark.parametrize("path", [*_PAGES, *_FILES])
def test_a_visitor_gets_no_cookie_and_costs_no_query(client: Client, world: World, path: str) -> None:
    assert _tables(client, path) == set()
    response = client.get(path)
    assert "Set-Cookie" not in response
    assert not response.cookies
    assert "no-store" not in response.get("Cache-Control", "")
    assert "ETag" in response


@pytest.mark.parametrize("path", _FILES)
def test_what_is_the_same_for_all_is_kept_once_for_all(client: Client, world: World, path: str) -> None:
    assert "Cookie" not in client.get(path).get("Vary", "")


@pytest.mark.parametrize("path", ["/", "/CA-P-000002"])
def test_pages_name_who_is_signed_in_so_caches_keep_them_apart(client: Client, world: World, path: str) -> None:
    anonymous = client.get(path)
    assert "Cookie" in anonymous["Vary"]
    assert "Sign in" in anonymous.content.decode()
    make_person("ada@example.org")
    sign_in(client, "ada@example.org")
    known = client.get(path)
    assert '<a href="/account">Account</a>' in known.content.decode()
    assert known["ETag"] != anonymous["ETag"]


def test_a_page_view_of_somebody_signed_in_writes_nothing(client: Client, world: World) -> None:
    make_person("ada@example.org")
    sign_in(client, "ada@example.org")
    client.get("/platforms")
    with CaptureQueriesContext(connection) as asked:
        client.get("/platforms")
    written = [one["sql"] for one in asked.captured_queries if not one["sql"].lstrip().startswith("SELECT")]
    assert written == []
    assert UserSession.objects.count() == 1
