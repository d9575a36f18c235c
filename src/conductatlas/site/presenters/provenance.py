"""Where a version comes from, and whether what is stored of it still is what was recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conductatlas.records.models import Document, Version
from conductatlas.site.presenters.stored_bytes import StoredBytes, look_at_stored

# A commit of a repository of snapshots: what was captured, as it was captured.
_ARCHIVED = re.compile(r"https?://[^/\s]+/\S+/commit/[0-9a-f]{7,64}")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a version comes from, and the hash of its bytes as they were recorded.

    `archived` are the addresses of the snapshots that the collection keeps of it, `sources` any others that it states.
    """

    collection: str
    kept_as: str
    reference: str
    note: str
    sources: tuple[str, ...]
    archived: tuple[str, ...]
    sha256: str
    size: int
    stored: StoredBytes


def provenance(document: Document, version: Version) -> Provenance:
    """Say where a version comes from; the document's collection and the version's text must be loaded."""
    return Provenance(
        document.collection.name,
        document.path,
        version.reference,
        version.note,
        tuple(one for one in version.sources if not _ARCHIVED.fullmatch(one)),
        tuple(one for one in version.sources if _ARCHIVED.fullmatch(one)),
        version.text.sha256,
        version.text.size,
        look_at_stored(version.text),
    )
