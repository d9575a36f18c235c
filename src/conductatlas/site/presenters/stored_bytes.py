"""Whether the bytes that are stored still are those that were recorded: hashed anew, and said with the moment."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils import timezone

from conductatlas.english import short_day
from conductatlas.records.models import StoredText

# Larger texts are not hashed while a page that only mentions them is made, but on the page that verifies.
_LARGEST_AT_ONCE = 4_000_000


class Outcome(StrEnum):
    """What came of looking at stored bytes."""

    VERIFIED = "verified"
    DIFFERENT = "different"
    DAMAGED = "damaged"
    NOT_STORED = "not stored"
    NOT_HASHED = "not hashed"


@dataclass(frozen=True, slots=True)
class StoredBytes:
    """What is stored of a text, and what hashing it gave; `at` is when that was, absent where it was not done."""

    outcome: Outcome
    at: datetime | None
    computed: str

    @property
    def told(self) -> str:
        """The same in words."""
        if self.at is None:
            return "not kept, as they were over the limit" if self.outcome is Outcome.NOT_STORED else "kept"
        when = short_day(self.at)
        if self.outcome is Outcome.VERIFIED:
            return f"kept, and hashed anew on {when}: the hash is the recorded one"
        if self.outcome is Outcome.DAMAGED:
            return f"damaged: on {when} they could not be read"
        return f"kept, but hashed anew on {when} the hash is another one: {self.computed}"


def look_at_stored(text: StoredText, largest: int | None = _LARGEST_AT_ONCE) -> StoredBytes:
    """Hash the stored bytes of a text anew, unless they are larger than `largest`."""
    if text.compressed is None:
        return StoredBytes(Outcome.NOT_STORED, None, "")
    if largest is not None and text.size > largest:
        return StoredBytes(Outcome.NOT_HASHED, None, "")
    try:
        content = text.content or b""
    except zlib.error:
        return StoredBytes(Outcome.DAMAGED, timezone.now(), "")
    computed = hashlib.sha256(content).hexdigest()
    outcome = Outcome.VERIFIED if computed == text.sha256 else Outcome.DIFFERENT
    return StoredBytes(outcome, timezone.now(), computed)
