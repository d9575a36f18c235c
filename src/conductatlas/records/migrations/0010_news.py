import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0009_second_copies"),
    ]

    operations = [
        # The documents that are there already have their past on record; new ones begin without.
        migrations.AddField(
            model_name="document",
            name="caught_up",
            field=models.BooleanField(
                default=True, help_text="its past is on record: what else comes of it is news, and not its history"
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="caught_up",
            field=models.BooleanField(
                default=False, help_text="its past is on record: what else comes of it is news, and not its history"
            ),
        ),
        migrations.CreateModel(
            name="News",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, help_text="when it became known here")),
                (
                    "ready_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, help_text="not told before: an import is to end first"
                    ),
                ),
                (
                    "worked_at",
                    models.DateTimeField(help_text="when it was looked up who wants to hear of it", null=True),
                ),
                (
                    "change",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="news", to="records.change"
                    ),
                ),
                (
                    "erratum",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="news",
                        to="records.erratum",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("worked_at", None)), fields=["ready_at", "id"], name="news_waiting"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("change", None), ("erratum", None), _connector="XOR"),
                        name="news_of_a_change_or_an_erratum",
                    )
                ],
            },
        ),
    ]
