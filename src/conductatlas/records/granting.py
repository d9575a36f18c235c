"""What is done to a record when a reader's report is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from conductatlas.records.errata import log
from conductatlas.records.models import (
    CorrectionRequest,
    DecisionKind,
    ErratumKind,
    Kind,
    parse_permanent_id,
    permanent_id,
)
from conductatlas.records.retraction import merge, withdraw
from conductatlas.records.review import ReviewError, decide

# What may be decided about a record besides what a reviewer decides about a finding.
TAKEN_BACK_BY = ("withdraw", "merge")


@dataclass(frozen=True, slots=True)
class Grant:
    """What a report is answered with: a decision with its options, or in words what the record said and says now."""

    decision: str = ""
    new_type: str = ""
    severity: str = ""
    stance: str = ""
    into: str = ""
    before: str = ""
    after: str = ""


def grant(request: CorrectionRequest, wanted: Grant, *, by: str, reason: str) -> None:
    """Do to the record what was accepted; call it as the `act` of `corrections.settle`. Raises ReviewError."""
    assert request.settled_at is not None  # noqa: S101 (settled just now)
    who: dict[str, Any] = {"reviewer": by, "reason": reason, "at": request.settled_at, "correction": request}
    if wanted.decision == "withdraw":
        withdraw(*_named(request.record), **who)
    elif wanted.decision == "merge":
        kind, number = _named(request.record)
        merge(kind, number, _named(wanted.into, kind)[1], **who)
    elif wanted.decision:
        _, number = _named(request.record, Kind.PROVISION)
        decide(
            number,
            DecisionKind(wanted.decision),
            new_type=wanted.new_type,
            severity=wanted.severity,
            stance=wanted.stance,
            **who,
        )
    elif wanted.before.strip() and wanted.after.strip():
        log(
            request.record,
            ErratumKind.CORRECTED,
            before=wanted.before.strip(),
            after=wanted.after.strip(),
            reason=reason,
            by=by,
            at=request.settled_at,
            correction=request,
        )
    else:
        raise ReviewError("an accepted request needs a decision, or in words what the record said and what it says now")


def _named(text: str, *kinds: Kind) -> tuple[Kind, int]:
    allowed = kinds or tuple(Kind)
    named = parse_permanent_id(text.strip().upper())
    if named is None or named[0] not in allowed:
        words = " or ".join(f"a {kind.label}" for kind in allowed)
        raise ReviewError(f"{text or 'nothing'} is no id of {words}, such as {permanent_id(allowed[0], 123)}")
    return named
