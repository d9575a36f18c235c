"""Sentences of which it is certain whom they favour are kept with the change: before, only the direction was."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0024_not_judged"),
    ]

    operations = [
        migrations.RemoveField(model_name="change", name="by_sentences"),
        migrations.AddField(
            model_name="change",
            name="favouring",
            field=models.JSONField(
                default=list, help_text="sentences that tell for certain whom they favour: direction, before and after"
            ),
        ),
    ]
