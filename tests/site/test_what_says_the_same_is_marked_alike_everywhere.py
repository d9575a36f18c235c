"""A clause that was reworded and says the same, or only words beside it, is told alike on pages, in lists and mails."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from conductatlas.changes import NO_EFFECT
from conductatlas.monitoring.messages.told import Limits, ToldItem, tell
from conductatlas.records.models import Change, ItemKind
from tests.records_factory import World

pytestmark = pytest.mark.django_db

_PASSAGE = "words changed in a passage found as"


def _seen(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", page).split())


def _told(world: World) -> ToldItem:
    change = tell(world.substantive, list(world.substantive.items.all()), Limits(1, 5, 500, 5, 5))
    return next(one for one in change.items if one.id == world.training.permanent_id)


def _pages(client: Client, change: Change) -> list[str]:
    return [client.get(path).content.decode() for path in (f"/{change.permanent_id}", "/changes?verdict=substantive")]


def test_what_changed_to_the_letter_is_said_to(client: Client, world: World) -> None:
    world.substantive.items.filter(provision=world.training).update(to_the_letter=True)
    for page in _pages(client, world.substantive):
        (line,) = (one for one in page.splitlines() if NO_EFFECT in one)
        assert 'class="grade ' not in line, "its severity is no news"
    assert _told(world).remarks == (NO_EFFECT,)


@pytest.mark.parametrize("flag", ["elsewhere", "unsure"])
def test_of_words_beside_a_clause_its_passage_is_told_and_no_grade(client: Client, world: World, flag: str) -> None:
    items = world.substantive.items.filter(provision=world.training)
    items.update(kind=ItemKind.REWORDED, **{flag: True})
    title = _told(world).clause_title
    # No sentence of the passage is sure of the type, so nothing names it.
    for page in _pages(client, world.substantive):
        (line,) = (one for one in page.splitlines() if "words changed in a passage" in one)
        assert _seen(line).endswith("words changed in a passage")
        assert title not in _seen(line)
        assert 'class="grade' not in line
    told = _told(world)
    assert (told.headed, told.remarks, told.severity) == ("Words changed in a passage", (), "none")


def test_what_says_something_else_bears_none(client: Client, world: World) -> None:
    page = client.get(f"/{world.substantive.permanent_id}").content.decode()
    assert NO_EFFECT not in page
    assert _PASSAGE not in page
