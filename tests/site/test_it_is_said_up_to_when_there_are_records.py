"""Where nobody looked for some days, pages say up to when there are records, and give no zero for the time since."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client

from tests.records_factory import World

pytestmark = pytest.mark.django_db
_PAGES = ("/", "/changes", "/platforms", "/platforms/larkwell", "/matrix", "/matrix?category=ai", "/digest")
_SAID = "what changed since is not known here."


@pytest.mark.parametrize("path", _PAGES)
def test_pages_say_so_only_where_that_is_some_days_ago(client: Client, world: World, path: str) -> None:
    with time_machine.travel("2027-01-01"):
        assert _SAID in client.get(path).content.decode()
        address, mark, query = path.partition("?")
        twin = client.get(f"{'/index' if path == '/' else address}.json{mark}{query}", follow=True).json()
        assert twin["records_until"]["at"]
    with time_machine.travel(twin["records_until"]["at"]):
        assert _SAID not in client.get(path).content.decode()


def test_no_zero_stands_for_a_time_in_which_nobody_looked(client: Client, world: World) -> None:
    with time_machine.travel("2027-01-01"):
        assert "Nobody looked in the last 30 days." in client.get("/platforms/larkwell").content.decode()
        recent = client.get("/platforms/larkwell.json").json()["recent"]
        assert (recent["substantive"], recent["editorial"]) == (None, None)
        assert {line["recent_changes"] for line in client.get("/platforms.json").json()["platforms"]} == {None}
        assert "Nobody looked in this week: the records end before it." in client.get("/digest").content.decode()
        assert "2026-W52" not in client.get("/digest.atom").content.decode()
