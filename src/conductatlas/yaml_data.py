"""Data files in YAML, read with the fast parser where the platform has it, and the patterns in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(raw: bytes) -> Any:
    """The plain values of a YAML document in UTF-8. Raises yaml.YAMLError or UnicodeDecodeError."""
    return yaml.load(raw, _LOADER)  # noqa: S506 (both loaders are safe)


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds what any of some patterns does, in small letters or capitals."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
