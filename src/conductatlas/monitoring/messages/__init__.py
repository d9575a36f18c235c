"""What is written to people: alerts, corrections and digests, as text, HTML and JSON."""

from conductatlas.monitoring.messages.alerts import compose_alert, compose_bundle
from conductatlas.monitoring.messages.corrections import compose_correction
from conductatlas.monitoring.messages.digests import compose_digest
from conductatlas.monitoring.messages.message import Message

__all__ = ["Message", "compose_alert", "compose_bundle", "compose_correction", "compose_digest"]
