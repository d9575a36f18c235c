import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("monitoring", "0002_telling"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Digest",
            fields=[
                (
                    "delivery",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="digest",
                        serialize=False,
                        to="monitoring.delivery",
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[("never", "never"), ("daily", "every day"), ("weekly", "every week")], max_length=6
                    ),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("time_zone", models.CharField(help_text="the reader's when it was due", max_length=60)),
            ],
        ),
        migrations.AddConstraint(
            model_name="preferences",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday__lte", 6)), name="digest_on_a_day_of_the_week"
            ),
        ),
        migrations.AddConstraint(
            model_name="preferences",
            constraint=models.CheckConstraint(
                condition=models.Q(("hour__lte", 23)), name="digest_at_an_hour_of_the_day"
            ),
        ),
    ]
