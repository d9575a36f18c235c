"""The invented world of records, for what is told of it."""

from __future__ import annotations

import pytest

from tests.records_factory import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """Two platforms with their records."""
    return make_world()
