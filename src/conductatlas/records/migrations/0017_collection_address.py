from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0016_elsewhere"),
    ]

    operations = [
        # Of the collections so far it is not known; the next import from the web tells it.
        migrations.AddField(
            model_name="collection",
            name="address",
            field=models.CharField(blank=True, help_text="of its repository on the web, if any", max_length=500),
        ),
    ]
