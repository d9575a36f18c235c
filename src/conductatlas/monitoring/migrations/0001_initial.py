import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import conductatlas.monitoring.models.channels
import conductatlas.monitoring.models.watches


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Channel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("email", "e-mail"),
                            ("webhook", "signed webhook"),
                            ("apprise", "chat or push service"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        help_text="an e-mail address, a URL, or an address that apprise knows", max_length=500
                    ),
                ),
                (
                    "secret",
                    models.CharField(
                        default=conductatlas.monitoring.models.channels._secret,
                        help_text="signs webhooks and unsubscribe links",
                        max_length=64,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "confirmed_at",
                    models.DateTimeField(help_text="when it was shown that it reaches its owner", null=True),
                ),
                ("stopped_at", models.DateTimeField(help_text="nothing is sent any more", null=True)),
                (
                    "stopped_why",
                    models.CharField(blank=True, help_text="unsubscribed, bounced, failed too often …", max_length=300),
                ),
                ("failures", models.PositiveIntegerField(default=0, help_text="deliveries given up in a row")),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="channels", to="accounts.workspace"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("change", "a change"),
                            ("correction", "a correction of a change that was told"),
                            ("digest", "a digest"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "subject",
                    models.CharField(help_text="CA-C-000123, erratum:17, digest:weekly:2026-11-23", max_length=80),
                ),
                ("because", models.JSONField(default=list, help_text="ids of the watches that asked for it")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("due", "due"),
                            ("sending", "being sent"),
                            ("sent", "sent"),
                            ("given-up", "given up"),
                            ("dropped", "not sent, since it no longer holds"),
                        ],
                        default="due",
                        max_length=8,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("next_try_at", models.DateTimeField(default=django.utils.timezone.now, help_text="not sent before")),
                ("tries", models.PositiveIntegerField(default=0)),
                ("leased_by", models.CharField(blank=True, max_length=80)),
                ("leased_until", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "message_id",
                    models.CharField(
                        blank=True, help_text="the same at every try, so that doubles show", max_length=200
                    ),
                ),
                (
                    "channel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deliveries", to="monitoring.channel"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("worked", models.BooleanField()),
                (
                    "detail",
                    models.CharField(blank=True, help_text="what the other side answered, in a line", max_length=500),
                ),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attempts", to="monitoring.delivery"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Preferences",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "time_zone",
                    models.CharField(default="UTC", help_text="an IANA name, such as Europe/Paris", max_length=60),
                ),
                (
                    "digest",
                    models.CharField(
                        choices=[("never", "never"), ("daily", "every day"), ("weekly", "every week")],
                        default="weekly",
                        max_length=6,
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField(default=0, help_text="0 is Monday")),
                ("hour", models.PositiveSmallIntegerField(default=8)),
                (
                    "digest_until",
                    models.DateTimeField(help_text="the end of the period that the latest digest covered", null=True),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preferences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("platform", "a platform"),
                            ("document", "a document"),
                            ("provision", "a provision"),
                            ("clause-type", "a clause type"),
                            ("category", "a category of clause types"),
                            ("law", "a regulation"),
                            ("search", "a saved search"),
                        ],
                        max_length=12,
                    ),
                ),
                ("target", models.CharField(help_text="as its kind says", max_length=300)),
                (
                    "least_severity",
                    models.CharField(default="none", help_text="none, low, medium or high", max_length=8),
                ),
                ("directions", models.JSONField(default=list, help_text="of Direction; empty: any")),
                ("verdicts", models.JSONField(default=list, help_text="of Verdict; empty: substantive only")),
                (
                    "region",
                    models.CharField(blank=True, help_text="of documents, as the register has it", max_length=8),
                ),
                ("language", models.CharField(blank=True, help_text="of documents, such as en", max_length=8)),
                (
                    "at_once",
                    models.BooleanField(
                        default=True, help_text="told as it happens, where the plan allows; else in digests"
                    ),
                ),
                ("paused", models.BooleanField(default=False)),
                (
                    "feed_secret",
                    models.CharField(
                        default=conductatlas.monitoring.models.watches._secret,
                        help_text="in the address of its feed",
                        max_length=40,
                        unique=True,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="watches", to="accounts.workspace"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="channel",
            constraint=models.UniqueConstraint(fields=("workspace", "kind", "address"), name="one_channel_per_address"),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state__in", ["due", "sending"])), fields=["next_try_at"], name="delivery_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(fields=("channel", "subject"), name="told_once_per_channel"),
        ),
        migrations.AddIndex(
            model_name="watch",
            index=models.Index(fields=["kind", "target"], name="watch_by_target"),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.UniqueConstraint(fields=("workspace", "kind", "target"), name="one_watch_per_target"),
        ),
    ]
