import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=60)),
                ("description", models.CharField(blank=True, max_length=300)),
                (
                    "position",
                    models.PositiveIntegerField(
                        default=0, help_text="the order in which plans are listed, cheapest first"
                    ),
                ),
                ("offered", models.BooleanField(default=True, help_text="can be chosen; those who have it keep it")),
                (
                    "price",
                    models.PositiveIntegerField(default=0, help_text="a month, in the smallest unit of the currency"),
                ),
                ("currency", models.CharField(default="EUR", max_length=3)),
                ("trial_days", models.PositiveIntegerField(default=0)),
                (
                    "platforms",
                    models.PositiveIntegerField(
                        blank=True, help_text="how many may be watched; empty: any number", null=True
                    ),
                ),
                (
                    "seats",
                    models.PositiveIntegerField(
                        blank=True, help_text="members of a workspace; empty: any number", null=True
                    ),
                ),
                (
                    "timing",
                    models.CharField(
                        choices=[
                            ("weekly", "in a weekly digest"),
                            ("daily", "in a daily digest"),
                            ("same-day", "the same day"),
                        ],
                        default="weekly",
                        max_length=8,
                    ),
                ),
                ("features", models.JSONField(default=list, help_text="of Feature")),
                (
                    "stripe_price",
                    models.CharField(blank=True, help_text="the id of the price at Stripe", max_length=120),
                ),
            ],
            options={
                "ordering": ("position", "key"),
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("email", models.EmailField(help_text="in lower case", max_length=254, unique=True)),
                ("name", models.CharField(blank=True, help_text="how others in a workspace see them", max_length=120)),
                ("is_active", models.BooleanField(default=True)),
                ("is_staff", models.BooleanField(default=False, help_text="may open the operators' pages")),
                ("joined_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("viewer", "viewer"),
                            ("member", "member"),
                            ("admin", "administrator"),
                            ("owner", "owner"),
                        ],
                        default="member",
                        max_length=8,
                    ),
                ),
                ("told", models.BooleanField(default=True, help_text="is told of what the workspace watches")),
                ("joined_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Workspace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=120)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "members",
                    models.ManyToManyField(
                        related_name="workspaces", through="accounts.Membership", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "personal_of",
                    models.OneToOneField(
                        help_text="whose own it is, of which nobody else can be a member; empty for an organisation's",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="personal_workspace",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("trial", "on trial"),
                            ("active", "active"),
                            ("past-due", "payment failed"),
                            ("ended", "ended"),
                        ],
                        default="active",
                        max_length=8,
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "ends_at",
                    models.DateTimeField(blank=True, help_text="when the trial or the paid period ends", null=True),
                ),
                ("cancels", models.BooleanField(default=False, help_text="ends with its period instead of going on")),
                ("tried", models.JSONField(default=list, help_text="keys of plans of which the trial was used")),
                ("stripe_customer", models.CharField(blank=True, max_length=120)),
                ("stripe_subscription", models.CharField(blank=True, max_length=120)),
                (
                    "assigned_by",
                    models.CharField(blank=True, help_text="the operator who assigned it, if one did", max_length=254),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="subscriptions", to="accounts.plan"
                    ),
                ),
                (
                    "workspace",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscription",
                        to="accounts.workspace",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="membership",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="accounts.workspace"
            ),
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("viewer", "viewer"),
                            ("member", "member"),
                            ("admin", "administrator"),
                            ("owner", "owner"),
                        ],
                        default="member",
                        max_length=8,
                    ),
                ),
                ("invited_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("accepted_at", models.DateTimeField(null=True)),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitations", to="accounts.workspace"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "actor",
                    models.CharField(help_text="the e-mail address, or the name of the program's part", max_length=254),
                ),
                ("action", models.CharField(help_text="such as plan.assigned or member.invited", max_length=60)),
                ("subject", models.CharField(help_text="what it was done to", max_length=254)),
                ("detail", models.JSONField(default=dict)),
                (
                    "workspace",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="audit",
                        to="accounts.workspace",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(fields=("workspace", "user"), name="one_membership_per_person"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("accepted_at", None)), fields=("workspace", "email"), name="one_open_invitation"
            ),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(fields=["workspace", "-id"], name="audit_by_workspace"),
        ),
    ]
