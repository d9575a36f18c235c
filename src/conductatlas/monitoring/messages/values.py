"""A letter as values that JSON can hold, for webhooks and whoever else reads it by program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from conductatlas.assessment import NO_ADVICE
from conductatlas.monitoring.messages.letter import Letter, ToldCorrection
from conductatlas.monitoring.messages.told import ToldChange, ToldItem, ToldPassage
from conductatlas.monitoring.models import Watch


def write_values(letter: Letter, watches: Sequence[Watch]) -> dict[str, Any]:
    """All that the letter says, and the watches that asked for it. What text and HTML cut is cut here too."""
    return {
        "event": letter.event,
        "subject": letter.subject,
        "period": dict(zip(("since", "until"), map(moment, letter.period), strict=True)) if letter.period else None,
        "changes": [_change(change) for change in letter.changes],
        "corrections": [_correction(one) for one in letter.corrections],
        "more": letter.more,
        "because": [
            {"watch": watch.pk, "kind": watch.kind, "target": watch.target, "name": name}
            for watch, name in zip(watches, letter.because, strict=True)
        ],
        "disclaimer": NO_ADVICE,
    }


def _change(change: ToldChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "address": change.address,
        "evidence": change.evidence_address,
        "platform": {"name": change.platform, "slug": change.platform_slug},
        "document": {"id": change.document_id, "title": change.document, "address": change.document_address},
        "recorded_at": moment(change.recorded_at),
        "verdict": change.verdict,
        "severity": change.severity,
        "touches": change.touches,
        "direction": change.direction,
        "summary": change.summary,
        "explanation": change.explanation,
        "effective_date": change.effective_date or None,
        "effective_notice": change.effective_notice,
        "method": change.method,
        "passages": [_passage(passage) for passage in change.passages],
        "item_count": change.count,
        "note": change.note,
    }


def _passage(passage: ToldPassage) -> dict[str, Any]:
    return {
        "items": [_item(item) for item in passage.items],
        "redline": [{"kind": str(segment.kind), "text": segment.text} for segment in passage.redline],
    }


def _item(item: ToldItem) -> dict[str, Any]:
    return {
        "provision": {"id": item.id, "address": item.address},
        "kind": item.kind,
        "done": item.done,
        "clause_type": {"id": item.clause_type, "title": item.clause_title},
        "severity_before": item.severity_before or None,
        "severity_after": item.severity_after or None,
        "edit_graded": item.edit_graded,
        "direction": item.direction,
        "to_the_letter": item.to_the_letter,
        "elsewhere": item.elsewhere,
        "unsure": item.unsure,
        "named": item.named,
        "summary": item.summary,
        "moved": [
            {
                "phrase": shift.phrase,
                "fact": shift.kind or None,
                "before": shift.before,
                "after": shift.after,
                "direction": str(shift.direction),
            }
            for shift in item.shifts
        ],
    }


def _correction(correction: ToldCorrection) -> dict[str, Any]:
    return {
        "erratum": correction.number,
        "record": correction.record,
        "address": correction.address,
        "done": correction.done,
        "title": correction.title,
        "before": correction.before,
        "after": correction.after,
        "target": correction.target or None,
        "reason": correction.reason,
        "decided_at": moment(correction.decided_at),
    }


def moment(at: datetime) -> str:
    """A moment in ISO 8601, in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
