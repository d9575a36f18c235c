"""A text that was captured, in the form in which texts go through the pipeline."""

from __future__ import annotations

import hashlib
from datetime import datetime

from conductatlas.capture import Terms, Text
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import TrackedDocument


def captured_text(
    tracked: TrackedDocument, terms: Terms, read: Text, now: datetime, reread: str = ""
) -> RecordedVersion:
    """The text that was read of a document; `reread`: why it is another one, where its pages are as they were."""
    content = read.content
    sha256 = hashlib.sha256(content).hexdigest()
    return RecordedVersion(
        path=tracked.path,
        service=tracked.service,
        terms_type=tracked.terms_type,
        reference=f"{now:%Y%m%dT%H%M%S}.{now.microsecond:06d}Z-{sha256[:16]}{'-reread' if reread else ''}",
        recorded_at=now,
        note="Read anew" if reread else "Captured",
        sources=tuple(source.address for source in terms.sources),
        sha256=sha256,
        size=len(content),
        content=content,
        reread=reread,
    )
