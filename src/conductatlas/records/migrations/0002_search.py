"""The full-text index over the passages, kept up to date by the database itself.

SQLite has an FTS5 table that takes its content from the passages, with triggers. A later migration that alters the
table of passages on SQLite makes that table anew, which drops its triggers: it must create them again.
"""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = (
    """CREATE VIRTUAL TABLE records_passage_search USING fts5(
        text, content='records_passage', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER records_passage_search_insert AFTER INSERT ON records_passage BEGIN
        INSERT INTO records_passage_search(rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER records_passage_search_delete AFTER DELETE ON records_passage BEGIN
        INSERT INTO records_passage_search(records_passage_search, rowid, text)
        VALUES ('delete', old.id, old.text); END""",
    """CREATE TRIGGER records_passage_search_update AFTER UPDATE OF text ON records_passage BEGIN
        INSERT INTO records_passage_search(records_passage_search, rowid, text)
        VALUES ('delete', old.id, old.text);
        INSERT INTO records_passage_search(rowid, text) VALUES (new.id, new.text); END""",
    "INSERT INTO records_passage_search(records_passage_search) VALUES ('rebuild')",
)
_SQLITE_BACK = (
    "DROP TRIGGER records_passage_search_insert",
    "DROP TRIGGER records_passage_search_delete",
    "DROP TRIGGER records_passage_search_update",
    "DROP TABLE records_passage_search",
)
# A tsvector holds a megabyte at most; what lies beyond the first 400,000 characters of one passage is not searched.
_POSTGRESQL = (
    "CREATE INDEX records_passage_search ON records_passage USING gin (to_tsvector('english', left(text, 400000)))",
)
_POSTGRESQL_BACK = ("DROP INDEX records_passage_search",)


def create(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index and fill it with the passages that are there."""
    for statement in _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL:
        schema_editor.execute(statement)


def remove(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index away."""
    for statement in _SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = (("records", "0001_initial"),)

    operations = (migrations.RunPython(create, remove),)
