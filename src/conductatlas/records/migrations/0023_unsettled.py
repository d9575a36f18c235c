import zlib
from collections.abc import Iterator
from typing import Any

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Exists, OuterRef, QuerySet

from conductatlas.changes import KeptText, stating_lone, tells_of_another
from conductatlas.reading import read_markdown, without_images, without_link_notes

_TAKEN_BACK = ("withdrawn", "merged")


def find_what_came_or_went(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Of the changes so far: the types of provisions that began or ended untold, whose words the other text lacks.

    Sentences outside of all provisions are not looked for.
    """
    row = apps.get_model("records", "UnsettledClause")
    changes = apps.get_model("records", "Change").objects.filter(verdict__in=("substantive", "editorial"))
    for change in changes.select_related("document", "previous__text", "version__text").order_by("id").iterator(50):
        if any(map(tells_of_another, change.reasons)):
            continue
        found: dict[tuple[str, bool], Any] = {}
        for came, wordings in _untold(apps, change):
            if not wordings:
                continue
            kept = KeptText(read_markdown(_text(change.previous if came else change.version)))
            for wording in wordings:
                provision, quote = wording.provision, wording.passage.text
                alone = kept.lacks(without_images(without_link_notes(quote)))
                if stating_lone(provision.clause_type, quote, provision.heading, alone, change.document.language):
                    key = (provision.clause_type, came)
                    found.setdefault(key, row(change=change, clause_type=key[0], came=came, provision=provision))
        row.objects.bulk_create(found.values())


def _untold(apps: Apps, change: Any) -> Iterator[tuple[bool, list[Any]]]:
    """The wordings that began, and those that ended, with a change of provisions of which none of its items tells."""
    item = apps.get_model("records", "ChangeItem").objects.filter(change=change, provision=OuterRef("provision"))
    wordings = apps.get_model("records", "Wording").objects.filter(provision__document=change.document_id)
    wordings = wordings.exclude(provision__state__in=_TAKEN_BACK).exclude(Exists(item))
    ended, begun = wordings.filter(last_version=change.previous), wordings.filter(first_version=change.version)
    yield False, _without(ended, begun)
    yield True, _without(begun, ended)


def _without(some: QuerySet[Any], others: QuerySet[Any]) -> list[Any]:
    kept = some.exclude(provision__in=others.values("provision"))
    return list(kept.select_related("provision", "passage").order_by("provision_id"))


def _text(version: Any) -> str:
    try:
        return zlib.decompress(bytes(version.text.compressed or b"")).decode("utf-8", "replace")
    except zlib.error:
        return ""


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0022_no_affected"),
    ]

    operations = [
        migrations.CreateModel(
            name="UnsettledClause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clause_type", models.CharField(max_length=80)),
                ("came", models.BooleanField(help_text="whether the words came; otherwise they went")),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="unsettled", to="records.change"
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provision",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["clause_type", "change"], name="unsettled_by_type")],
                "constraints": [
                    models.UniqueConstraint(fields=("change", "clause_type", "came"), name="one_row_per_unsettled_type")
                ],
            },
        ),
        migrations.RunPython(find_what_came_or_went, migrations.RunPython.noop),
    ]
