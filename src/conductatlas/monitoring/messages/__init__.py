"""What is written to people: alerts, corrections and digests, as text, HTML and JSON."""

from conductatlas.monitoring.messages.message import Message

__all__ = ["Message"]
