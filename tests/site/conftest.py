"""The invented world that the tests of the site look at."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from tests.records_factory import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """Two platforms with their records."""
    return make_world()


@pytest.fixture(autouse=True)
def _nothing_is_kept(settings: Settings) -> None:
    """What is set in type is set anew each time, and no file is left behind."""
    settings.CACHES = settings.CACHES | {"typeset": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
