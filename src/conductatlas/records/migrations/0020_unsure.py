from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0019_recorded_in_order"),
    ]

    operations = [
        # Of the rewordings so far it is not known: they count as changes of what the provision says.
        migrations.AddField(
            model_name="changeitem",
            name="unsure",
            field=models.BooleanField(
                default=False, help_text="reworded in a passage that may not state it, before or after"
            ),
        ),
    ]
