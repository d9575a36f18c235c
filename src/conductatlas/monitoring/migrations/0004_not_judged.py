from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def ask_for_what_is_not_judged(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Who asked for changes that favour nobody was told those of which it was not judged whom they favour."""
    for watch in apps.get_model("monitoring", "Watch").objects.exclude(directions=[]).only("directions"):
        if "neutral" in watch.directions:
            watch.directions = ["unjudged" if one == "neutral" else one for one in watch.directions]
            watch.save(update_fields=["directions"])


class Migration(migrations.Migration):
    dependencies = [
        ("monitoring", "0003_digests"),
    ]

    operations = [
        migrations.RunPython(ask_for_what_is_not_judged, migrations.RunPython.noop),
    ]
