"""The declaration of a tracked document, and what one gives on the pages that earlier looks brought."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from conductatlas.capture import Matched, Terms
from conductatlas.capture.declarations import Problem, terms_to_text
from conductatlas.capture.snapshots import SnapshotError, SnapshotStore
from conductatlas.reading import Document, read_markdown
from conductatlas.records.models import StoredText, TrackedDocument
from conductatlas.site.presenters.paging import Paging
from conductatlas.site.presenters.redlines import part_of_rows
from conductatlas.site.presenters.sources import SourceLine, source_line
from conductatlas.site.rendering.document_redline import Row, RowKind, document_redline
from conductatlas.tracking import Tried, TriedSource, latest_looks, try_declaration


@dataclass(frozen=True, slots=True)
class SourceTried:
    """What the selectors of a source match in its snapshot, one line where there is nothing to match in."""

    address: str
    note: str
    matched: tuple[Matched, ...]


@dataclass(frozen=True, slots=True)
class LookTried:
    """What a declaration gives on the pages of one look. `length` is in characters that a reader sees.

    `obstacle` is the name of what stands in the way of recording the text, empty where nothing does. `same`: it is
    the text on record to the letter. `rows` are part of the redline from that one, none where no word differs.
    """

    at: datetime
    succeeded: bool
    obstacle: str
    line: str
    length: int | None
    notes: tuple[str, ...]
    sources: tuple[SourceTried, ...]
    same: bool
    parts: Paging
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DeclarationPage:
    """A declaration as it is kept, and one that is tried: the kept one, or what was sent.

    `problems` are those of the one that is tried, each a line. `kept_length` is that of the text on record, absent
    where there is none; `kept_note` says why, `snapshots_note` why there are no `looks`. `pending`: the kept one
    counts, but no look has read by it yet.
    """

    source: SourceLine
    kept: str
    declared_as: str
    pending: bool
    kept_length: int | None
    kept_note: str
    sent: bool
    usable: bool
    problems: tuple[str, ...]
    snapshots_note: str
    looks: tuple[LookTried, ...]


def present_declaration(
    tracked: TrackedDocument,
    kept: Terms,
    tried: Terms | None,
    problems: Sequence[Problem],
    *,
    sent: bool,
    part: int,
) -> DeclarationPage:
    """Try a declaration (None: it can't be used) and set what it gives beside what is kept."""
    text, note = _kept_text(tracked)
    looks: tuple[LookTried, ...] = ()
    snapshots_note = ""
    if tried is not None:
        try:
            snapshots = SnapshotStore(settings.SNAPSHOTS)
            looks = tuple(_look(try_declaration(tried, one, snapshots), text, part) for one in latest_looks(tracked))
            snapshots_note = "" if looks else "No look has brought a page yet, so there is nothing to try it on."
        except SnapshotError as error:
            snapshots_note = f"{error}."
    return DeclarationPage(
        source_line(tracked),
        terms_to_text(kept),
        tracked.declared_as,
        tracked.read_as not in ("", tracked.declared_as),
        None if text is None else _length(text),
        note,
        sent,
        tried is not None,
        tuple(one.in_place for one in problems),
        snapshots_note,
        looks,
    )


def _kept_text(tracked: TrackedDocument) -> tuple[Document | None, str]:
    """The text that is on record, or a line that says why there is none to compare with."""
    if not tracked.text_sha256:
        return None, "No look has brought a text yet."
    stored = StoredText.objects.filter(sha256=tracked.text_sha256).first()
    if stored is None or stored.compressed is None:
        return None, "The text on record was not kept, so there is nothing to compare with."
    try:
        return read_markdown(stored.text), ""
    except zlib.error:
        return None, "The text on record is damaged, so there is nothing to compare with."


def _look(tried: Tried, kept: Document | None, part: int) -> LookTried:
    new = read_markdown(tried.text.markdown) if tried.text else None
    rows = document_redline(kept, new) if kept and new else ()
    unchanged = all(row.kind in (RowKind.SAME, RowKind.FOLDED) for row in rows)
    shown, parts = part_of_rows(() if unchanged else rows, part)
    return LookTried(
        tried.look.at,
        tried.look.succeeded,
        tried.obstacle,
        tried.line,
        None if new is None else _length(new),
        tried.text.notes if tried.text else (),
        tuple(map(_source, tried.sources)),
        bool(kept and new and kept.text == new.text),
        parts,
        shown,
    )


def _source(tried: TriedSource) -> SourceTried:
    address, note = tried.source.address, ""
    if not tried.brought:
        note = "this look did not fetch it; what it gives is seen at the next look"
    elif tried.matched is None:
        kind = "a PDF" if tried.is_pdf else "no web page"
        selected = ", whatever is selected" if tried.source.select or tried.source.remove else ""
        note = f"it is {kind}, which is read as a whole{selected}"
    elif not tried.source.select:
        note = "nothing is selected, so its main content is read"
    return SourceTried(address, note, tried.matched or ())


def _length(text: Document) -> int:
    return len(" ".join(text.visible))
