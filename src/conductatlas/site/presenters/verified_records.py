"""Records verified on request: the texts that they rest on hashed anew, and their words looked for in them."""

from __future__ import annotations

import hashlib
import shlex
from dataclasses import dataclass

from conductatlas.reading import read_markdown
from conductatlas.records.models import Change, Document, Provision, Version, Wording
from conductatlas.site.presenters.links import VersionLink, clause_type_link
from conductatlas.site.presenters.stored_bytes import Outcome, StoredBytes, look_at_stored
from conductatlas.site.presenters.versions import last_version_of, version_link


@dataclass(frozen=True, slots=True)
class VersionCheck:
    """A version whose stored bytes were hashed, where they can be had, and how to hash the collection's own file."""

    version: VersionLink
    recorded: str
    size: int
    stored: StoredBytes
    bytes_path: str
    command: str


@dataclass(frozen=True, slots=True)
class WordsCheck:
    """Whether the words of a provision are those recorded, and in how many places the version states them."""

    recorded: str
    computed: str
    version: VersionLink
    places: int

    @property
    def verified(self) -> bool:
        """Whether they are the recorded words, and stand in the text."""
        return self.recorded == self.computed and self.places > 0


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying a record gave; `path` leads to the record."""

    record: str
    title: str
    path: str
    verified: bool
    versions: tuple[VersionCheck, ...]
    words: WordsCheck | None


def verify_provision(provision: Provision) -> Verification:
    """Hash the last version that states a provision, and look for its words there; its document must be loaded."""
    wordings = provision.wordings.select_related("passage", "first_version__text")
    wording = wordings.order_by("first_version__ordinal", "id").last()
    title = f"{clause_type_link(provision.clause_type).title}: {provision.document}"
    if wording is None:
        return _verification(provision.permanent_id, title, ())
    version = last_version_of(wording, provision.document)
    check = _version(provision.document, version)
    return _verification(provision.permanent_id, title, (check,), _words(wording, version, check.stored))


def verify_change(change: Change) -> Verification:
    """Hash both versions that a change is between; their texts must be loaded."""
    versions = (change.version, change.previous)
    title = f"Change of the {change.document.terms_type} of {change.document.platform}"
    return _verification(change.permanent_id, title, tuple(_version(change.document, one) for one in versions))


def verify_document(document: Document) -> Verification:
    """Hash the latest good version of a document, where it has one."""
    latest = document.good_versions().select_related("text").first()
    return _verification(document.permanent_id, str(document), (_version(document, latest),) if latest else ())


def _verification(
    record: str, title: str, versions: tuple[VersionCheck, ...], words: WordsCheck | None = None
) -> Verification:
    hashed = bool(versions) and all(one.stored.outcome is Outcome.VERIFIED for one in versions)
    return Verification(record, title, f"/{record}", hashed and (words is None or words.verified), versions, words)


def _version(document: Document, version: Version) -> VersionCheck:
    link = version_link(version)
    kept = version.text.compressed is not None
    return VersionCheck(
        version=link,
        recorded=version.text.sha256,
        size=version.text.size,
        stored=look_at_stored(version.text, largest=None),
        bytes_path=f"{link.path}.txt" if kept else "",
        command=f"git show {shlex.quote(f'{version.reference}:{document.path}')} | sha256sum",
    )


def _words(wording: Wording, version: Version, stored: StoredBytes) -> WordsCheck:
    words = wording.passage.text
    computed = hashlib.sha256(words.encode()).hexdigest()
    # Bytes that can't be read hold no words; the check of the version says why.
    readable = stored.outcome in (Outcome.VERIFIED, Outcome.DIFFERENT)
    places = len(read_markdown(version.text.text).places(words)) if readable else 0
    return WordsCheck(wording.passage.sha256, computed, version_link(version), places)
