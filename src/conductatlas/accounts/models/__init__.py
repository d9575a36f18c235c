"""The stored accounts."""

from conductatlas.accounts.models.audit import AuditEntry
from conductatlas.accounts.models.cache import CacheEntry
from conductatlas.accounts.models.plans import Feature, Plan, StripeEvent, Subscription, SubscriptionState, Timing
from conductatlas.accounts.models.users import User
from conductatlas.accounts.models.workspaces import Invitation, Membership, Role, Workspace

__all__ = [
    "AuditEntry",
    "CacheEntry",
    "Feature",
    "Invitation",
    "Membership",
    "Plan",
    "Role",
    "StripeEvent",
    "Subscription",
    "SubscriptionState",
    "Timing",
    "User",
    "Workspace",
]
