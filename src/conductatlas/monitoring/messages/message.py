"""A message as any channel can send it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """`text` and `html` say the same; `values` is the same as JSON, for webhooks; `headers` are of the mail."""

    subject: str
    text: str
    html: str
    values: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)
