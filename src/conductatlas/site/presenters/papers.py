"""What the PDF of a record says: the values of its page, cut to what can be printed, with the code that leads back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

import segno

from conductatlas.changes import Segment, beginning, condensed
from conductatlas.reading import BlockKind, read_markdown, visible_text
from conductatlas.records.models import Direction, Verdict
from conductatlas.site.presenters.cards import NO_DAY, standing
from conductatlas.site.presenters.changed_sentences import nearest_told
from conductatlas.site.presenters.changes import ChangePage
from conductatlas.site.presenters.documents import DocumentPage
from conductatlas.site.presenters.json import to_json
from conductatlas.site.presenters.provision_notes import as_text
from conductatlas.site.presenters.provisions import MarkedWords, ProvisionPage
from conductatlas.site.rendering.blocks import divide, split_item
from conductatlas.site.rendering.marked import Run, marked_runs, with_signs
from conductatlas.site.rendering.shown_redline import shown_redline

# As many characters of a redline as a paper may hold, about a hundred pages; the rest is counted and left out.
_LONGEST_REDLINE = 300_000
# No single clause, and no single run of a redline, is longer than this in print.
_LONGEST_RUN = 200_000
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Paper:
    """A template, the values that it reads, and the moment that the file says it was made at."""

    template: str
    values: Mapping[str, Any]
    at: datetime


def paper_of(page: ProvisionPage | ChangePage | DocumentPage) -> Paper:
    """The paper of a record."""
    if isinstance(page, ProvisionPage):
        return _provision(page)
    if isinstance(page, ChangePage):
        return _change(page)
    return _document(page)


def _provision(page: ProvisionPage) -> Paper:
    wordings = tuple(replace(one, redline=one.redline and _shown(one.redline)) for one in page.wordings)
    values = {
        "clause": _clause(page.quote, page.marked),
        "standing": standing(page),
        "notes": [as_text(note) for note in page.notes_on_words],
        "moved_by": page.moved_by,
        "tells_grade": page.tells_grade,
        "others": [_clause(one.quote, ()) for one in page.other_platforms.telling],
        "stored": page.provenance.stored.told,
    }
    return _paper("provision", replace(page, wordings=wordings), values, page.last_version.recorded_at)


def _change(page: ChangePage) -> Paper:
    passages, passages_left_out = _beginning(page.passages, [_length(one.redline) for one in page.passages])
    rows, rows_left_out = _beginning(page.redline, [_length(one.segments) for one in page.redline])
    unsettled, unsettled_left_out = _beginning(page.told_unsettled, [len(one.words) for one in page.told_unsettled])
    shown = replace(
        page,
        passages=tuple(replace(one, redline=_shown(one.redline)) for one in passages),
        redline=tuple(replace(one, segments=_shown(one.segments)) for one in rows),
    )
    values = {
        "verdict": page.verdict if page.verdict == Verdict.FAILED else f"{page.verdict} change",
        "sentences": [
            {"caption": caption, "segments": _shown(one.segments), "nearest": nearest_told(one)}
            for caption, one in (page.sentences.captioned if page.sentences else ())
        ],
        "direction": Direction(page.direction).label,
        "unsettled": [
            {"came": one.came, "after": one.after, "words": one.words, "titles": [title for title, _ in one.named]}
            for one in unsettled
        ],
        "unsettled_left_out": unsettled_left_out,
        "damaged": page.damaged,
        "passages_left_out": passages_left_out,
        "rows_left_out": rows_left_out,
        "stored": page.provenance.stored.told,
        "stored_before": page.provenance_before.stored.told,
    }
    return _paper("change", shown, values, page.recorded_at)


def _document(page: DocumentPage) -> Paper:
    at = page.latest_version.recorded_at if page.latest_version else NO_DAY
    return _paper("document", page, {"stored": page.provenance.stored.told if page.provenance else ""}, at)


def _paper(
    template: str, page: ProvisionPage | ChangePage | DocumentPage, added: Mapping[str, Any], at: datetime
) -> Paper:
    cited = page.citation.cited
    shown = {
        "title": f"{cited.full_title}, {cited.record}",
        "address": cited.address,
        "qr": _qr_code(cited.address),
        "at": at,
        "page": page,
        **added,
    }
    values = to_json(shown)
    # The minute of the hashing would make each paper another one; what came of it is told by its day.
    for name in ("provenance", "provenance_before"):
        if values["page"].get(name):
            del values["page"][name]["stored"]
    return Paper(template, values, at)


def _clause(quote: str, marked: Sequence[MarkedWords]) -> list[dict[str, Any]]:
    """A passage block by block, as a reader sees it, with the runs of each that are marked."""
    document = read_markdown(quote)
    slices = [(one.start, one.end) for one in marked]
    blocks: list[dict[str, Any]] = []
    for ordinal, block in enumerate(document.blocks):
        source = with_signs(document.source(ordinal), block, slices)
        mark, inside = split_item(source) if block.kind is BlockKind.LIST_ITEM else ("", source)
        is_plain = not mark and source == document.source(ordinal)
        runs = marked_runs(document.visible[ordinal] if is_plain else visible_text(inside))
        blocks.append({"kind": block.kind.value, "level": block.level, "mark": mark, "runs": runs})
    lengths = [sum(len(run.text) for run in block["runs"]) for block in blocks]
    stop = divide(lengths, _LONGEST_RUN)[0][1]
    printed = [block | {"runs": _cut(block["runs"], _LONGEST_RUN)} for block in blocks[:stop]]
    if sum(lengths) > _LONGEST_RUN:
        note = Run("[…] The page of the record has all of it.", marked=False)
        printed.append({"kind": "note", "level": 0, "mark": "", "runs": [note]})
    return [block | {"runs": [run._asdict() for run in block["runs"]]} for block in printed]


def _cut(runs: Sequence[Run], most: int) -> list[Run]:
    """The runs of so many characters at most."""
    cut: list[Run] = []
    for run in runs:
        cut.append(Run(run.text[:most], run.marked))
        most -= len(run.text)
        if most <= 0:
            break
    return cut


def _beginning(entries: Sequence[_Entry], lengths: Sequence[int]) -> tuple[Sequence[_Entry], int]:
    """As many entries as a paper may hold, at least one of them, and how many are left out."""
    start, stop = divide(lengths, _LONGEST_REDLINE)[0]
    return entries[start:stop], len(entries) - stop


def _length(segments: Sequence[Segment]) -> int:
    return sum(len(one.text) for one in _shown(segments))


def _shown(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(shown_redline(beginning(condensed(segments, _LONGEST_RUN), _LONGEST_RUN)))


def _qr_code(address: str) -> str:
    """A QR code (ISO/IEC 18004) as SVG, which still reads where a sixth of it is lost."""
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()
