from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_CHOICES = [
    ("better", "better for users"),
    ("worse", "worse for users"),
    ("mixed", "partly better, partly worse"),
    ("unjudged", "not judged"),
]
_ITEMS_AT_ONCE = 500


def call_them_not_judged(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Of none that was called neutral was it ever found that it favours nobody."""
    _rename(apps, "neutral", "unjudged")


def call_them_neutral(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Call them as before."""
    _rename(apps, "unjudged", "neutral")


def _rename(apps: Apps, before: str, after: str) -> None:
    for name in ("Change", "ChangeItem"):
        apps.get_model("records", name).objects.filter(direction=before).update(direction=after)
    items = apps.get_model("records", "ChangeItem").objects
    changed = []
    for item in items.exclude(shifts=[]).only("shifts").order_by("id"):
        if any(shift["direction"] == before for shift in item.shifts):
            item.shifts = [
                {**shift, "direction": after} if shift["direction"] == before else shift for shift in item.shifts
            ]
            changed.append(item)
    items.bulk_update(changed, ["shifts"], batch_size=_ITEMS_AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0023_unsettled"),
    ]

    operations = [
        migrations.AlterField(
            model_name="change",
            name="direction",
            field=models.CharField(choices=_CHOICES, default="unjudged", max_length=8),
        ),
        migrations.AlterField(
            model_name="changeitem",
            name="direction",
            field=models.CharField(choices=_CHOICES, default="unjudged", max_length=8),
        ),
        # Of the changes so far no sentences were kept: whom these favour is not known.
        migrations.AddField(
            model_name="change",
            name="by_sentences",
            field=models.CharField(
                choices=_CHOICES,
                default="unjudged",
                help_text="whom single sentences favour that became others",
                max_length=8,
            ),
        ),
        migrations.RunPython(call_them_not_judged, call_them_neutral),
    ]
