"""Which digests are due."""

from __future__ import annotations

from datetime import datetime


def enqueue_due(now: datetime) -> int:
    """Enqueue the digests that are due; give their number."""
    return 0
