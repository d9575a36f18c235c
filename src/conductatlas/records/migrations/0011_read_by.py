from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0010_news"),
    ]

    operations = [
        # By which method the texts so far were read is not known, so their pages are read once more.
        migrations.AddField(
            model_name="trackeddocument",
            name="read_by",
            field=models.CharField(
                blank=True, default="", help_text="the version of the method that read that text", max_length=20
            ),
            preserve_default=False,
        ),
    ]
