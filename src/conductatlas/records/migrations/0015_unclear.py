from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def mark_what_no_change_told(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Tell apart, of the provisions that went, those of which no change told that they were removed."""
    removed = apps.get_model("records", "Provision").objects.filter(state="removed")
    told = apps.get_model("records", "ChangeItem").objects.filter(kind="removed").values("provision_id")
    removed.exclude(id__in=told).update(state="unclear")


def take_the_marks_off(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Call all of them removed again."""
    apps.get_model("records", "Provision").objects.filter(state="unclear").update(state="removed")


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0014_standing_wordings"),
    ]

    operations = [
        migrations.AlterField(
            model_name="provision",
            name="state",
            field=models.CharField(
                choices=[
                    ("standing", "standing"),
                    ("removed", "removed"),
                    ("moved", "moved to another document"),
                    ("unclear", "taken out, and perhaps said otherwise"),
                    ("withdrawn", "withdrawn"),
                    ("merged", "merged into another record"),
                ],
                default="standing",
                max_length=10,
            ),
        ),
        migrations.RunPython(mark_what_no_change_told, take_the_marks_off),
    ]
