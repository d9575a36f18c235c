"""Invented clauses of invented platforms."""

from __future__ import annotations

from conductatlas.catalogue import Severity, Stance
from conductatlas.comparison import Clause
from conductatlas.provisions import find_facts


def clause(
    record: int,
    text: str,
    *,
    platform: str = "",
    severity: Severity = Severity.MEDIUM,
    stance: Stance = Stance.ADVERSE,
    reason: str = "",
    confidence: float = 0.98,
    modifier: str = "",
) -> Clause:
    """A clause with the facts that its words state; of a platform of its own where none is named."""
    return Clause(
        record, platform or f"platform {record}", text, severity, stance, reason, confidence, find_facts(text), modifier
    )


RENEWAL = (
    "Your subscription renews automatically at the end of each billing period unless you cancel it beforehand. "
    "We will charge the payment method on file, and we give you {} days of notice before each renewal."
)
