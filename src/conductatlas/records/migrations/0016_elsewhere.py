from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0015_unclear"),
    ]

    operations = [
        # Of the rewordings so far it is not known: they count as changes of what the provision says.
        migrations.AddField(
            model_name="changeitem",
            name="elsewhere",
            field=models.BooleanField(default=False, help_text="reworded only in sentences about something else"),
        ),
    ]
