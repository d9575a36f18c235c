"""Workspaces: what is watched belongs to one. A person has one of their own; an organisation's is shared."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Role(models.TextChoices):
    """What a member of a workspace may do; each may do what those before it may."""

    VIEWER = "viewer", "viewer"
    MEMBER = "member", "member"
    ADMIN = "admin", "administrator"
    OWNER = "owner", "owner"

    @property
    def rank(self) -> int:
        """0 for the viewer to 3 for the owner."""
        return list(Role).index(self)

    def includes(self, other: Role) -> bool:
        """Whether this role may do what the other may."""
        return self.rank >= other.rank


class Workspace(models.Model):
    """Where watches, channels and a plan belong: one person's own, or an organisation's."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    personal_of = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="personal_workspace",
        null=True,
        help_text="whose own it is, of which nobody else can be a member; empty for an organisation's",
    )
    created_at = models.DateTimeField(default=timezone.now)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Membership", related_name="workspaces")

    def __str__(self) -> str:
        return self.name

    @property
    def personal(self) -> bool:
        """Whether it is one person's own."""
        return self.personal_of_id is not None


class Membership(models.Model):
    """That a person belongs to a workspace, and as what."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.MEMBER)
    told = models.BooleanField(default=True, help_text="is told of what the workspace watches")
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["workspace", "user"], name="one_membership_per_person"),)

    def __str__(self) -> str:
        return f"{self.user_id} in {self.workspace_id} as {self.role}"


class Invitation(models.Model):
    """That somebody may join a workspace, by a link sent to their address."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.MEMBER)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["workspace", "email"], condition=models.Q(accepted_at=None), name="one_open_invitation"
            ),
        )

    def __str__(self) -> str:
        return f"{self.email} to {self.workspace_id}"
