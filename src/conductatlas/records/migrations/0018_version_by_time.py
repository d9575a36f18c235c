from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0017_collection_address"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="version",
            index=models.Index(fields=["document", "recorded_at"], name="version_by_time"),
        ),
    ]
