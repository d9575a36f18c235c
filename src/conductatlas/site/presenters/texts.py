"""The text of a version, with the provisions marked where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conductatlas.english import shortened
from conductatlas.reading import BlockKind, read_markdown
from conductatlas.reading import Document as ReadDocument
from conductatlas.records.models import Document, Kind, Version, Wording
from conductatlas.records.review import unsure_among
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    DocumentLink,
    ProvisionLink,
    VersionLink,
    document_link,
    provision_link,
    rank,
    record_path,
)
from conductatlas.site.presenters.paging import Paging
from conductatlas.site.presenters.versions import stated_in, version_link
from conductatlas.site.rendering.blocks import RenderedBlock, divide, render_blocks

# How many characters of HTML the text of one page may hold, marks included.
_PAGE = 36_000
_WEIGHT_OF_ROW = 60
_WEIGHT_OF_NOTE = 200
# So many headings can be surveyed, each up to so many characters.
_MOST_HEADINGS, _LONGEST_HEADING = 50, 80


@dataclass(frozen=True, slots=True)
class Mark:
    """A provision with its places in the text: (start, end) in code points.

    `unsure`: whether the program is unsure that these words are of its type, and nobody has reviewed them.
    """

    provision: ProvisionLink
    unsure: bool
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A provision that begins at a row. `anchor` is empty at its second and later places."""

    provision: ProvisionLink
    unsure: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the text with the provisions that begin at it; `severity` is the gravest of those that cover it.

    `within`: the title of that one, where none begins here. `anchor` stands where the row was asked for.
    """

    block: RenderedBlock
    notes: tuple[Note, ...]
    severity: str
    within: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text, and the address of the part that has it."""

    title: str
    path: str


@dataclass(frozen=True)
class TextPage:
    """The text of a version. The page shows a part of it, the JSON the whole.

    `replaced_by` is the next good version: the text stood until that was recorded. `contents` are the headings of a
    text in several parts, without the lower ones where there are many.
    """

    document: DocumentLink
    language: str
    version: VersionLink
    is_latest: bool
    replaced_by: VersionLink | None
    failed: bool
    sha256: str
    text: str
    provisions: tuple[Mark, ...]
    contents: tuple[Heading, ...]
    rows: tuple[Row, ...] = field(metadata=PAGE_ONLY)
    paging: Paging = field(metadata=PAGE_ONLY)


def block_anchor(block: int) -> str:
    """By what name a block is found on the page that was asked for it; blocks count from 0."""
    return f"block-{block + 1}"


def present_text(
    document: Document, version: Version, *, is_latest: bool, part: int, provision: str, block: int = 0
) -> TextPage:
    """Mark the provisions in the text of a version; its stored text must be loaded.

    `part` counts from 1; where `provision` is the id of one that stands in the text, the part that it begins in is
    shown instead; so is the part with a `block`, which counts from 1.
    """
    read = read_markdown(version.text.text)
    marks = () if version.failed or version.held else _marks(document, version, read)
    rows = tuple(
        replace(row, anchor=block_anchor(block - 1)) if row.block.ordinal == block - 1 else row
        for row in _rows(read, marks)
    )
    parts = divide([_weight(row) for row in rows], _PAGE)
    anchors = [{note.anchor for row in rows[start:stop] for note in row.notes} for start, stop in parts]
    with_provision = [number for number, found in enumerate(anchors, 1) if provision and provision in found]
    with_block = [
        number for number, (start, stop) in enumerate(parts, 1) if any(row.anchor for row in rows[start:stop])
    ]
    shown = next(iter((*with_provision, *with_block)), min(max(part, 1), len(parts)))
    start, stop = parts[shown - 1]
    return TextPage(
        document=document_link(document),
        language=document.language,
        version=version_link(version),
        is_latest=is_latest,
        replaced_by=_replaced_by(document, version),
        failed=version.failed,
        sha256=version.text.sha256,
        text=read.text,
        provisions=marks,
        contents=_contents(document, version, read, rows, is_latest=is_latest) if len(parts) > 1 else (),
        rows=tuple(_step_by_step(rows[start:stop])),
        paging=Paging(shown, len(parts), len(parts), 1),
    )


def _contents(
    document: Document, version: Version, read: ReadDocument, rows: Sequence[Row], *, is_latest: bool
) -> tuple[Heading, ...]:
    """The headings of a text down to the level at which there are not too many of them."""
    headings = [row.block for row in rows if row.block.kind == BlockKind.HEADING.value]
    levels = {block.level for block in headings}
    fitting = [one for one in levels if sum(block.level <= one for block in headings) <= _MOST_HEADINGS]
    deepest = max(fitting, default=0)
    address = f"{record_path(Kind.DOCUMENT, document.id)}/text?{'' if is_latest else f'version={version.ordinal}&'}"
    return tuple(
        Heading(
            shortened(read.visible[block.ordinal], _LONGEST_HEADING),
            f"{address}block={block.ordinal + 1}#{block_anchor(block.ordinal)}",
        )
        for block in headings
        if block.level <= deepest
    )


def _step_by_step(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a page with no level left out between its headings: who goes from one to the next misses none."""
    above = 0
    for row in rows:
        if row.block.kind == BlockKind.HEADING.value:
            above = min(row.block.level, above + 1)
            yield replace(row, block=replace(row.block, level=above))
        else:
            yield row


def _replaced_by(document: Document, version: Version) -> VersionLink | None:
    following = document.good_versions().filter(ordinal__gt=version.ordinal).last()
    return version_link(following) if following and not version.failed else None


def _marks(document: Document, version: Version, read: ReadDocument) -> tuple[Mark, ...]:
    """The provisions that a version states, in the order in which they stand in it."""
    stated = Wording.objects.filter(stated_in(document, version.ordinal)).select_related("provision", "passage")
    wordings = list(stated.order_by("provision_id"))
    unsure = unsure_among(wordings)
    marks: list[Mark] = []
    for wording in wordings:
        runs = read.places(wording.passage.text)
        places = tuple((read.blocks[first].start, read.blocks[last].end) for first, last in runs)
        link = replace(provision_link(wording.provision), severity=wording.severity, stance=wording.stance)
        marks.append(Mark(link, wording.pk in unsure, places))
    return tuple(sorted(marks, key=lambda mark: (mark.places[:1] or ((len(read.text), 0),), mark.provision.id)))


def _rows(read: ReadDocument, marks: Sequence[Mark]) -> tuple[Row, ...]:
    ordinal_at = {block.start: ordinal for ordinal, block in enumerate(read.blocks)}
    notes: dict[int, list[Note]] = defaultdict(list)
    gravest: dict[int, ProvisionLink] = {}
    for mark in marks:
        for number, (start, end) in enumerate(mark.places):
            ordinal = ordinal_at[start]
            notes[ordinal].append(Note(mark.provision, mark.unsure, "" if number else mark.provision.id))
            while ordinal < len(read.blocks) and read.blocks[ordinal].end <= end:
                known = gravest.get(ordinal)
                if known is None or rank(mark.provision.severity) >= rank(known.severity):
                    gravest[ordinal] = mark.provision
                ordinal += 1
    return tuple(_rows_of(read, notes, gravest))


def _rows_of(read: ReadDocument, notes: Mapping[int, list[Note]], gravest: Mapping[int, ProvisionLink]) -> list[Row]:
    rows: list[Row] = []
    last = -1
    for block in render_blocks(read, 0, len(read.blocks) - 1):
        # A provision may begin with a block that shows no word, such as a picture: its note stands at the next one.
        begun = [note for ordinal in range(last + 1, block.ordinal + 1) for note in notes.get(ordinal, ())]
        begun.sort(key=lambda note: -rank(note.provision.severity))
        covering = gravest.get(block.ordinal)
        within = covering.clause_type.title if covering and not begun else ""
        rows.append(Row(block, tuple(begun), covering.severity if covering else "", within))
        last = block.ordinal
    return rows


def _weight(row: Row) -> int:
    named = _WEIGHT_OF_ROW + len(row.within) if row.within else 0
    return len(row.block.html) + _WEIGHT_OF_ROW + named + _WEIGHT_OF_NOTE * len(row.notes)
