"""A change has the grade of what changed, and beside it that of the clauses in which it changed: before, these alone."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def keep_the_grade_of_clauses(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Of the changes so far only the grade of their clauses is known: it goes on counting as that of what changed."""
    apps.get_model("records", "Change").objects.update(touches=models.F("severity"))


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0025_favouring"),
    ]

    operations = [
        migrations.AddField(
            model_name="changeitem",
            name="edit_graded",
            field=models.BooleanField(
                default=True, help_text="its grade is one of what changed, not of its clause alone"
            ),
        ),
        migrations.AddField(
            model_name="change",
            name="touches",
            field=models.CharField(
                default="none", help_text="the gravest of the clauses in which it changed", max_length=8
            ),
        ),
        migrations.AlterField(
            model_name="change",
            name="severity",
            field=models.CharField(
                help_text="the gravest of what changed; none where nothing of it is graded", max_length=8
            ),
        ),
        migrations.RunPython(keep_the_grade_of_clauses, migrations.RunPython.noop),
    ]
