from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0011_read_by"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="variant",
            field=models.CharField(
                blank=True,
                default="",
                help_text="the language to which its page changed; empty where it began in it",
                max_length=8,
            ),
            preserve_default=False,
        ),
        migrations.RemoveConstraint(model_name="document", name="one_document_per_path"),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("collection", "path", "variant"), name="one_document_per_path_and_variant"
            ),
        ),
    ]
