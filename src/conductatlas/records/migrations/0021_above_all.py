from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0020_unsure"),
    ]

    operations = [
        # Of the changes so far no sentences were kept: their summaries stay as they are.
        migrations.AddField(
            model_name="change",
            name="above_all",
            field=models.JSONField(default=list, help_text="what its weightiest sentences say, in phrases"),
        ),
        migrations.AlterField(
            model_name="change",
            name="summary",
            field=models.CharField(max_length=600),
        ),
    ]
