"""What platforms say against a record, in their own words; added and taken off by the people who run the instance."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from conductatlas.records.corrections import plain_words
from conductatlas.records.errata import log
from conductatlas.records.models import DisputeNote, ErratumKind
from conductatlas.records.review import ReviewError, check_words

LONGEST_STATEMENT = 10_000
_LONGEST_PARTY = 200
_LONGEST_VERIFICATION = 500


def add_note(record: str, party: str, text: str, verified: str, *, operator: str, at: datetime) -> DisputeNote:
    """Put a platform's statement on a record that exists.

    `party` makes the statement; `verified` says how the operator made sure that it comes from there. Raises
    ReviewError.
    """
    words, party, verified = plain_words(text), party.strip(), verified.strip()
    check_words(operator, verified)
    if not 0 < len(words) <= LONGEST_STATEMENT:
        raise ReviewError(f"the statement has {len(words):,} characters; it needs 1 to {LONGEST_STATEMENT:,}")
    if not 0 < len(party) <= _LONGEST_PARTY or len(verified) > _LONGEST_VERIFICATION:
        raise ReviewError(
            f"a party has 1 to {_LONGEST_PARTY} characters, and how it was verified at most {_LONGEST_VERIFICATION}"
        )
    with transaction.atomic():
        log(
            record,
            ErratumKind.DISPUTED,
            before="",
            after=f"Shown with a statement of {party}.",
            reason=f"Sender verified: {verified}",
            by=operator,
            at=at,
        )
        return DisputeNote.objects.create(
            record=record, party=party, verified=verified, text=words, added_by=operator.strip(), added_at=at
        )


def remove_note(number: int, *, operator: str, reason: str, at: datetime) -> DisputeNote:
    """Take a statement off its record; it is kept, and no longer shown. Raises ReviewError."""
    check_words(operator, reason)
    with transaction.atomic():
        note = DisputeNote.objects.select_for_update().filter(id=number, removed_at=None).first()
        if note is None:
            raise ReviewError("there is no statement with this number on any record")
        note.removed_by, note.removed_at, note.removed_because = operator.strip(), at, reason.strip()
        note.save()
        log(
            note.record,
            ErratumKind.UNDISPUTED,
            before=f"Shown with a statement of {note.party}.",
            after="",
            reason=reason,
            by=operator,
            at=at,
        )
    return note
