from datetime import UTC, datetime

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def put_in_order(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """Date no version before the one that it follows; what its collection says stands in `dated_at`."""
    version, change = apps.get_model("records", "Version"), apps.get_model("records", "Change")
    rows = version.objects.order_by("document_id", "ordinal").values_list("id", "document_id", "recorded_at")
    document, latest = None, datetime.max.replace(tzinfo=UTC)
    for number, of, at in list(rows):
        if of == document and at < latest:
            version.objects.filter(id=number).update(recorded_at=latest, dated_at=at)
            change.objects.filter(version_id=number).update(recorded_at=latest)
        else:
            document, latest = of, at


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0018_version_by_time"),
    ]

    operations = [
        migrations.AddField(
            model_name="version",
            name="dated_at",
            field=models.DateTimeField(
                help_text="its date in its collection, where that is before the version that it follows",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="version",
            name="recorded_at",
            field=models.DateTimeField(help_text="never before the version that it follows"),
        ),
        migrations.RunPython(put_in_order, migrations.RunPython.noop),
    ]
