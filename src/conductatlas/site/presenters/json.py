"""Values of a page as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from typing import Any

# The metadata of a field that belongs to the HTML page alone.
PAGE_ONLY: Mapping[str, Any] = {"page only": True}


def to_json(value: object) -> Any:
    """Turn dataclasses, tuples, dates and enumerations into what `json` can write; dates in ISO 8601, in UTC.

    Fields whose metadata is PAGE_ONLY are left out. Raises TypeError for anything else that JSON has no form for.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_json(getattr(value, field.name)) for field in fields(value) if field.metadata != PAGE_ONLY
        }
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, Mapping):
        return {str(key): to_json(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(one) for one in value]
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    raise TypeError(f"no JSON form for {type(value).__name__}")
