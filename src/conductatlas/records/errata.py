"""The errata log: what was changed in records by people, written once and never again."""

from __future__ import annotations

from datetime import datetime

from conductatlas.catalogue import load_catalogue
from conductatlas.records.models import CorrectionRequest, Erratum, ErratumKind, Provision
from conductatlas.records.news import news_of_erratum


def statement(provision: Provision) -> str:
    """What the record of a provision says of its clause, in a line."""
    title = load_catalogue().title(provision.clause_type)
    return f"{title}: {provision.severity} severity, {provision.stance}."


def log(
    record: str,
    kind: ErratumKind,
    *,
    before: str,
    after: str,
    reason: str,
    by: str,
    at: datetime,
    target: str = "",
    correction: CorrectionRequest | None = None,
) -> Erratum:
    """Add an entry; call it in the transaction that changes the record. `record` and `target` are permanent ids."""
    erratum = Erratum.objects.create(
        record=record,
        kind=kind,
        before=before,
        after=after,
        target=target,
        reason=reason.strip(),
        decided_by=by.strip(),
        decided_at=at,
        correction=correction,
    )
    news_of_erratum(erratum)
    return erratum
