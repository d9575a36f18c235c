"""Where a version comes from, and whether what is stored of it still is what was recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from conductatlas.records.models import Collection, CopyState, Document, SecondCopy, Version
from conductatlas.site.presenters.second_copies import SecondCopyLine, second_copy_lines
from conductatlas.site.presenters.stored_bytes import StoredBytes, look_at_stored

# Hosts that show a commit of a repository below its address.
_SHOW_COMMITS = ("github.com", "gitlab.com", "codeberg.org")
# A commit of a repository of snapshots: what was captured, as it was captured.
_ARCHIVED = re.compile(r"https?://[^/\s]+/\S+/commit/[0-9a-f]{7,64}")
# What a program wrote that lacked the end of an address.
_WITHOUT_END = re.compile(r"\S*[/=](?:undefined|null)/?")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a version comes from, and the hash of its bytes as they were recorded.

    `dated_at` is when its collection says it was recorded, where that is before the version that it follows.
    `reference` is the commit, `commit_address` where to see it; empty where that is not known.
    `archived` are the addresses of the snapshots that the collection keeps of it and of its confirmed copies in a web
    archive, `sources` any others that it states, `second_copies` all that a web archive was or is to be asked to save.
    """

    collection: str
    kept_as: str
    reference: str
    commit_address: str
    note: str
    dated_at: datetime | None
    sources: tuple[str, ...]
    archived: tuple[str, ...]
    second_copies: tuple[SecondCopyLine, ...]
    sha256: str
    size: int
    stored: StoredBytes

    @property
    def unconfirmed(self) -> tuple[SecondCopyLine, ...]:
        """The second copies that are not, or not yet, in a web archive."""
        return tuple(one for one in self.second_copies if one.state != CopyState.CONFIRMED)


def provenance(document: Document, version: Version) -> Provenance:
    """Say where a version comes from, in one query; the document's collection and the version's text must be loaded."""
    copies = second_copy_lines(SecondCopy.objects.filter(capture__version=version))
    stated = addresses_stated(version)
    archived = (one for one in stated if _ARCHIVED.fullmatch(one))
    confirmed = (one.copy for one in copies if one.state == CopyState.CONFIRMED)
    return Provenance(
        document.collection.name,
        document.path,
        version.reference,
        _commit_address(document.collection, version),
        version.note,
        version.dated_at,
        tuple(one for one in stated if not _ARCHIVED.fullmatch(one)),
        (*archived, *confirmed),
        copies,
        version.text.sha256,
        version.text.size,
        look_at_stored(version.text),
    )


def addresses_stated(version: Version) -> tuple[str, ...]:
    """The addresses that a collection states for a version, without those that lead nowhere."""
    return tuple(one for one in version.sources if not _WITHOUT_END.fullmatch(one))


def _commit_address(collection: Collection, version: Version) -> str:
    shown = urlsplit(collection.address).hostname in _SHOW_COMMITS
    return f"{collection.address}/commit/{version.reference}" if shown else ""
