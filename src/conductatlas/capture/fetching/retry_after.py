"""The Retry-After header (RFC 9110, section 10.2.3): seconds, or a date."""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"[0-9]{1,9}")


def parse_retry_after(value: str, now: float) -> float | None:
    """The seconds to wait from `now` (since the epoch); None where the header says nothing that can be read."""
    value = value.strip()
    if _SECONDS.fullmatch(value):
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now)
