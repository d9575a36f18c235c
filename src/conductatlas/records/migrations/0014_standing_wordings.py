import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0013_appearance"),
    ]

    operations = [
        migrations.AlterField(
            model_name="wording",
            name="last_version",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.version",
            ),
        ),
        migrations.AddIndex(
            model_name="wording",
            index=models.Index(
                condition=models.Q(("last_version", None)), fields=["provision"], name="standing_wording"
            ),
        ),
    ]
