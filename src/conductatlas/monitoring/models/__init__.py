"""The stored watches, channels and deliveries."""

from conductatlas.monitoring.models.channels import Channel, ChannelKind
from conductatlas.monitoring.models.deliveries import Attempt, Delivery, DeliveryKind, DeliveryState
from conductatlas.monitoring.models.digests import Digest
from conductatlas.monitoring.models.preferences import DigestRhythm, Preferences
from conductatlas.monitoring.models.watches import Watch, WatchKind

__all__ = [
    "Attempt",
    "Channel",
    "ChannelKind",
    "Delivery",
    "DeliveryKind",
    "DeliveryState",
    "Digest",
    "DigestRhythm",
    "Preferences",
    "Watch",
    "WatchKind",
]
