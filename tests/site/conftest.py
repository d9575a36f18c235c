"""The invented world that the tests of the site look at."""

from __future__ import annotations

import pytest

from tests.records_factory import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """Two platforms with their records."""
    return make_world()
