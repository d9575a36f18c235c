"""A database as it was under an earlier schema, for tests of what bringing it up to date makes of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps


@contextmanager
def schema(migration: str) -> Iterator[StateApps]:
    """The models under a migration of `records`; at the end all later migrations are applied."""
    before = [("records", migration)]
    executor = MigrationExecutor(connection)
    latest = [node for node in executor.loader.graph.leaf_nodes() if node[0] == "records"]
    executor.migrate(before)
    try:
        yield executor.loader.project_state(before).apps
    finally:
        MigrationExecutor(connection).migrate(latest)


def document_with_text(old: StateApps) -> tuple[Any, Any]:
    """A document of an invented platform, and a stored text for versions of it."""
    platform = old.get_model("records", "Platform").objects.create(slug="larkwell", name="Larkwell")
    collection = old.get_model("records", "Collection").objects.create(slug="old", name="old")
    document = old.get_model("records", "Document").objects.create(
        id=7, platform=platform, collection=collection, terms_type="Terms of Service", path="Larkwell/Terms.md"
    )
    return document, old.get_model("records", "StoredText").objects.create(sha256="a" * 64, size=1, compressed=b"")
