from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0021_above_all"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="changeitem",
            name="affected",
        ),
    ]
