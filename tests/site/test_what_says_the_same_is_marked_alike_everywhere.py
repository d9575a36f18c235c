"""A clause that was reworded and says the same bears the same words on pages, in lists and in messages."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.changes import slightly
from conductatlas.monitoring.messages.told import Limits, tell
from tests.records_factory import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("flag", ["to_the_letter", "elsewhere"])
def test_the_words_are_those_of_the_summary(client: Client, world: World, flag: str) -> None:
    world.substantive.items.filter(provision=world.training).update(**{flag: True})
    words = slightly(to_the_letter=flag == "to_the_letter", elsewhere=flag == "elsewhere")
    marked = f'<span class="quiet">{words}</span>'
    for path in (f"/{world.substantive.permanent_id}", "/changes?verdict=substantive"):
        assert client.get(path).content.decode().count(marked) == 1
    change = tell(world.substantive, list(world.substantive.items.all()), Limits(1, 5, 500, 5, 5))
    (told,) = (one for one in change.items if one.id == world.training.permanent_id)
    assert told.remarks[-1] == words


def test_what_says_something_else_bears_none(client: Client, world: World) -> None:
    assert slightly(to_the_letter=False, elsewhere=False) == ""
    page = client.get(f"/{world.substantive.permanent_id}").content.decode()
    assert "with no effect found" not in page
