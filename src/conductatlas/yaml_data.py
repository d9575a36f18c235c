"""YAML, read with the fast parser where the platform has it."""

from __future__ import annotations

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(raw: bytes) -> Any:
    """The plain values of a YAML document in UTF-8. Raises yaml.YAMLError or UnicodeDecodeError."""
    return yaml.load(raw, _LOADER)  # noqa: S506 (both loaders are safe)
