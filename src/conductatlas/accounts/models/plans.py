"""Plans and subscriptions: what a workspace may watch, how soon it is told, and what else is open to it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from conductatlas.accounts.models.workspaces import Workspace


class Timing(models.TextChoices):
    """How soon a plan tells of changes."""

    WEEKLY = "weekly", "in a weekly digest"
    DAILY = "daily", "in a daily digest"
    SAME_DAY = "same-day", "the same day"


class Feature(models.TextChoices):
    """What a plan may open besides watching."""

    CHANNELS = "channels", "webhooks and chat channels"
    PROVISIONS = "provisions", "watching single provisions and clause types"
    WORKBENCH = "workbench", "the workbench: inbox, board, timeline, regulatory mapping"
    EXPORTS = "exports", "audit reports as PDF, CSV and XLSX"
    ORGANISATION = "organisation", "workspaces shared by several people"


# Currencies whose smallest unit is the currency itself (ISO 4217, exponent 0).
_WITHOUT_CENTS = frozenset(
    {
        *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"),
        *("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"),
    }
)


class Plan(models.Model):
    """A plan, as the operator names and prices it. Plans are rows, so that they can be changed without a release."""

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    description = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0, help_text="the order in which plans are listed, cheapest first")
    offered = models.BooleanField(default=True, help_text="can be chosen; those who have it keep it")
    price = models.PositiveIntegerField(default=0, help_text="a month, in the smallest unit of the currency")
    currency = models.CharField(max_length=3, default="EUR")
    trial_days = models.PositiveIntegerField(default=0)
    platforms = models.PositiveIntegerField(
        null=True, blank=True, help_text="how many may be watched; empty: any number"
    )
    seats = models.PositiveIntegerField(null=True, blank=True, help_text="members of a workspace; empty: any number")
    timing = models.CharField(max_length=8, choices=Timing.choices, default=Timing.WEEKLY)
    features = models.JSONField(default=list, help_text="of Feature")
    stripe_price = models.CharField(max_length=120, blank=True, help_text="the id of the price at Stripe")

    class Meta:
        ordering = ("position", "key")

    def __str__(self) -> str:
        return self.name

    @property
    def costs(self) -> str:
        """The price in words: 'EUR 19 a month', 'free'."""
        if not self.price:
            return "free"
        cents = self.currency not in _WITHOUT_CENTS
        amount = f"{self.price / 100:,.2f}".removesuffix(".00") if cents else f"{self.price:,}"
        return f"{self.currency} {amount} a month"


class SubscriptionState(models.TextChoices):
    """Where a subscription stands."""

    TRIAL = "trial", "on trial"
    ACTIVE = "active", "active"
    PAST_DUE = "past-due", "payment failed"
    ENDED = "ended", "ended"


class Subscription(models.Model):
    """Which plan a workspace has. A workspace without one has the cheapest plan that costs nothing."""

    workspace = models.OneToOneField(Workspace, models.CASCADE, related_name="subscription")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="subscriptions")
    state = models.CharField(max_length=8, choices=SubscriptionState.choices, default=SubscriptionState.ACTIVE)
    started_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True, help_text="when the trial or the paid period ends")
    cancels = models.BooleanField(default=False, help_text="ends with its period instead of going on")
    tried = models.JSONField(default=list, help_text="keys of plans of which the trial was used")
    unpaid_since = models.DateTimeField(null=True, blank=True, help_text="when the payment that is missing failed")
    stripe_customer = models.CharField(max_length=120, blank=True)
    stripe_subscription = models.CharField(max_length=120, blank=True)
    stripe_takes = models.PositiveIntegerField(default=0, help_text="how often its state was taken from Stripe")
    assigned_by = models.CharField(max_length=254, blank=True, help_text="the operator who assigned it, if one did")

    class Meta:
        indexes = (models.Index(fields=["stripe_customer"], name="subscription_by_customer"),)

    def __str__(self) -> str:
        return f"{self.workspace_id}: {self.plan_id} {self.state}"


class StripeEvent(models.Model):
    """A message of Stripe's webhook, kept by its id, so that none is acted on twice."""

    id = models.CharField(primary_key=True, max_length=255)
    kind = models.CharField(max_length=120)
    received_at = models.DateTimeField(help_text="when it first came")
    taken_at = models.DateTimeField(null=True, help_text="when it was acted on, or found to be none of ours")
    outcome = models.CharField(max_length=300, help_text="what became of it, or why it could not be taken")

    class Meta:
        indexes = (models.Index(fields=["taken_at", "-received_at"], name="stripe_event_by_time"),)

    def __str__(self) -> str:
        return f"{self.id} {self.kind}: {self.outcome}"
