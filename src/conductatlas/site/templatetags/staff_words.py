"""What stands on all of the operators' pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from conductatlas.english import shortened

register = template.Library()
_LONGEST_VALUE = 1_000

_PAGES = (
    ("/staff/review", "Findings"),
    ("/staff/held", "Held versions"),
    ("/staff/corrections", "Reports"),
    ("/staff/sources", "Sources"),
    ("/staff/deliveries", "Deliveries"),
    ("/staff/users", "People"),
    ("/staff/workspaces", "Workspaces"),
    ("/staff/plans", "Plans"),
    ("/staff/audit", "Audit trail"),
)


@register.simple_tag
def staff_pages() -> tuple[tuple[str, str], ...]:
    """The addresses and names of the operators' pages."""
    return _PAGES


@register.filter
def pairs(detail: Mapping[str, Any]) -> str:
    """What is known of an act, in a line: 'reason: paid by invoice; before: free'; long values by their beginning."""
    return "; ".join(f"{name}: {_said(value)}" for name, value in detail.items())


def _said(value: Any) -> str:
    return shortened(", ".join(map(str, value)) if isinstance(value, list) else str(value), _LONGEST_VALUE)
