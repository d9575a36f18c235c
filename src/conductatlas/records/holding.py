"""What a person says of a version that is held: a state of its document, or a failed capture."""

from __future__ import annotations

from conductatlas.provisions import default_finder
from conductatlas.records.models import Version
from conductatlas.records.pipeline import Pipeline
from conductatlas.records.review import ReviewError, check_words


def settle_held(document: int, *, confirm: bool, by: str, reason: str) -> Version:
    """Confirm or refuse the version of a document that is held; give it back. Raises ReviewError."""
    check_words(by, reason)
    held = Version.waiting().filter(document_id=document).select_related("document__platform", "document__collection")
    version = held.first()
    if version is None:
        raise ReviewError("no version of this document is held")
    done = "Confirmed" if confirm else "Refused"
    pipeline = Pipeline(default_finder(), version.document.collection.slug)
    pipeline.decide(version, f"{done} by {by.strip()}: {reason.strip()}", confirm=confirm)
    return version
