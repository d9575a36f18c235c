"""Records that a person takes back: withdrawn, or merged into another; and how such a record is given back.

That outranks every method: the pipeline goes on following the words of a provision that was taken back, so that no
later version and no later model makes a new record of them. A document that was taken back takes no new versions; its
provisions and changes go with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from conductatlas.records.errata import log, statement
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    CorrectionRequest,
    DecisionKind,
    Document,
    ErratumKind,
    IdCounter,
    ItemKind,
    Kind,
    Provision,
    ProvisionState,
    Retraction,
    parse_permanent_id,
    permanent_id,
)
from conductatlas.records.news import news_again
from conductatlas.records.review import ReviewError, check_words

_Record = Document | Provision | Change


def withdraw(
    kind: Kind,
    number: int,
    *,
    reviewer: str,
    reason: str,
    at: datetime,
    correction: CorrectionRequest | None = None,
) -> Retraction:
    """Take a record back. Its page stays, and says so. Raises ReviewError."""
    check_words(reviewer, reason)
    with _alone():
        record = _standing(kind, number)
        return _retract(record, None, reviewer, reason, at, correction)


def merge(
    kind: Kind,
    number: int,
    into: int,
    *,
    reviewer: str,
    reason: str,
    at: datetime,
    correction: CorrectionRequest | None = None,
) -> Retraction:
    """Merge a record into another of its kind, to which its address then leads. Raises ReviewError.

    Where the other was itself merged, it is merged into what that was merged into; so no chain arises, and no circle.
    """
    check_words(reviewer, reason)
    with _alone():
        record = _standing(kind, number)
        target = _end_of_chain(kind, into)
        if target.pk == record.pk:
            raise ReviewError(f"{permanent_id(kind, into)} is, or was merged into, the record itself")
        return _retract(record, target, reviewer, reason, at, correction)


def reinstate(kind: Kind, number: int, *, reviewer: str, reason: str, at: datetime) -> None:
    """Give back a record that was withdrawn or merged by mistake. Raises ReviewError."""
    check_words(reviewer, reason)
    with _alone():
        record = find_record(kind, number)
        retraction = Retraction.objects.filter(record=record.permanent_id).first()
        if retraction is None:
            raise ReviewError(f"{record.permanent_id} is neither withdrawn nor merged by itself: nothing to give back")
        if not isinstance(record, Document) and record.document.taken_back:
            raise ReviewError(f"its document {record.document.permanent_id} is taken back: reinstate that")
        retraction.delete()
        _give_back(record)
        log(
            record.permanent_id,
            ErratumKind.REINSTATED,
            before=f"Merged into {retraction.target}." if retraction.target else "Withdrawn.",
            after=_describe(record),
            reason=reason,
            by=reviewer,
            at=at,
        )


@contextmanager
def _alone() -> Iterator[None]:
    """One transaction, under a lock that no pipeline holds while it writes."""
    with transaction.atomic():
        list(IdCounter.objects.select_for_update().order_by("kind"))
        yield


def find_record(kind: Kind, number: int) -> _Record:
    """A record by its number, with its platform or document. Raises ReviewError where there is none."""
    found: _Record | None
    if kind is Kind.DOCUMENT:
        found = Document.objects.filter(id=number).select_related("platform").first()
    elif kind is Kind.PROVISION:
        found = Provision.objects.filter(id=number).select_related("document").first()
    else:
        found = Change.objects.filter(id=number).select_related("document").first()
    if found is None:
        raise ReviewError(f"there is no {kind.label} with the id {permanent_id(kind, number)}")
    return found


def _standing(kind: Kind, number: int) -> _Record:
    record = find_record(kind, number)
    if is_taken_back(record):
        raise ReviewError(f"{record.permanent_id} is already withdrawn or merged")
    return record


def _end_of_chain(kind: Kind, number: int) -> _Record:
    """The record that a number leads to: itself, or what it was merged into."""
    record = find_record(kind, number)
    retraction = Retraction.objects.filter(record=record.permanent_id).exclude(target="").first()
    named = parse_permanent_id(retraction.target) if retraction is not None else None
    if named is not None:
        record = find_record(*named)
    if is_taken_back(record):
        raise ReviewError(f"{record.permanent_id} is withdrawn: nothing can be merged into it")
    return record


def is_taken_back(record: _Record) -> bool:
    """Whether a record was withdrawn or merged, by itself or with its document."""
    return record.state in TAKEN_BACK if isinstance(record, Provision) else record.taken_back


def _retract(
    record: _Record,
    target: _Record | None,
    reviewer: str,
    reason: str,
    at: datetime,
    correction: CorrectionRequest | None,
) -> Retraction:
    into = target.permanent_id if target else ""
    said = _describe(record)
    if isinstance(record, Provision):
        record.state = ProvisionState.MERGED if target else ProvisionState.WITHDRAWN
        record.save(update_fields=["state"])
    else:
        record.taken_back = True
        record.save(update_fields=["taken_back"])
    if isinstance(record, Document):
        record.provisions.exclude(state__in=TAKEN_BACK).update(state=ProvisionState.WITHDRAWN)
        record.changes.update(taken_back=True)
    if target is not None:
        Retraction.objects.filter(target=record.permanent_id).update(target=into)
    log(
        record.permanent_id,
        ErratumKind.MERGED if target else ErratumKind.WITHDRAWN,
        before=said,
        after=f"Merged into {into}." if target else "Withdrawn.",
        target=into,
        reason=reason,
        by=reviewer,
        at=at,
        correction=correction,
    )
    return Retraction.objects.create(
        record=record.permanent_id, target=into, reason=reason.strip(), decided_by=reviewer.strip(), decided_at=at
    )


def _describe(record: _Record) -> str:
    """What a record says, in a line."""
    if isinstance(record, Provision):
        return statement(record)
    return record.summary if isinstance(record, Change) else f"{record.platform.name}, {record.terms_type}."


def _give_back(record: _Record) -> None:
    if isinstance(record, Provision):
        record.state = _own_state(record)
        record.save(update_fields=["state"])
        return
    record.taken_back = False
    record.save(update_fields=["taken_back"])
    if isinstance(record, Change):
        news_again([record])
    else:
        by_themselves = set(Retraction.objects.values_list("record", flat=True))
        for provision in record.provisions.filter(state__in=TAKEN_BACK):
            if provision.permanent_id not in by_themselves:
                _give_back(provision)
        changes = [change.id for change in record.changes.all() if change.permanent_id not in by_themselves]
        given_back = record.changes.filter(id__in=changes)
        given_back.update(taken_back=False)
        news_again(given_back)


def _own_state(provision: Provision) -> ProvisionState:
    """Where a provision stands by its wordings, and by what reviewers decided about them."""
    if provision.wordings.filter(last_version=None).exists():
        return ProvisionState.STANDING
    if provision.decisions.filter(kind=DecisionKind.DISMISS, superseded=False).exists():
        return ProvisionState.WITHDRAWN
    if provision.successor_id is not None:
        return ProvisionState.MOVED
    told = provision.items.filter(kind=ItemKind.REMOVED).exists()
    return ProvisionState.REMOVED if told else ProvisionState.UNCLEAR
