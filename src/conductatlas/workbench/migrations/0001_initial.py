import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_plans"),
        ("records", "0009_second_copies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Triage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("reviewed", "reviewed"),
                            ("escalated", "escalated"),
                            ("dismissed", "dismissed"),
                        ],
                        default="new",
                        max_length=9,
                    ),
                ),
                ("touched_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "assignee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.change"
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="triage", to="accounts.workspace"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TriageNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("by", models.CharField(help_text="the e-mail address", max_length=254)),
                (
                    "did",
                    models.CharField(
                        blank=True, help_text="such as: new → escalated; assigned to kim@…", max_length=300
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "triage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="workbench.triage"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Vendor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="as the list has it", max_length=200)),
                (
                    "reference",
                    models.CharField(
                        blank=True, help_text="the team's own number: a contract, a supplier", max_length=120
                    ),
                ),
                (
                    "owner",
                    models.CharField(blank=True, help_text="who answers for it on the team's side", max_length=200),
                ),
                (
                    "criticality",
                    models.CharField(
                        blank=True, choices=[("high", "high"), ("medium", "medium"), ("low", "low")], max_length=6
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "platform",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.platform"
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="vendors", to="accounts.workspace"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="triage",
            constraint=models.UniqueConstraint(fields=("workspace", "change"), name="one_triage_per_change"),
        ),
        migrations.AddConstraint(
            model_name="vendor",
            constraint=models.UniqueConstraint(fields=("workspace", "name"), name="one_vendor_per_name"),
        ),
    ]
