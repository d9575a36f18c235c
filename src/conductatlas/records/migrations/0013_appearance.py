from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0012_variants"),
    ]

    operations = [
        # Of the texts so far it is not known; they are compared by their own hashes as before.
        migrations.AddField(
            model_name="storedtext",
            name="appearance",
            field=models.CharField(
                blank=True,
                default="",
                help_text="SHA-256 of the words that a reader sees; empty where it was never compared",
                max_length=64,
            ),
            preserve_default=False,
        ),
    ]
