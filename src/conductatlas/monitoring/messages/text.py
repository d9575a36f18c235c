"""A letter as plain text that reads well by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import TextWrapper

from conductatlas.assessment import NO_ADVICE
from conductatlas.changes import Segment, SegmentKind
from conductatlas.english import count
from conductatlas.monitoring.messages.footing import Footing
from conductatlas.monitoring.messages.letter import Letter, ToldCorrection
from conductatlas.monitoring.messages.told import ToldChange, ToldPassage

_WIDTH = 76
_MARKS = {SegmentKind.SAME: ("", ""), SegmentKind.INSERTED: ("[+", "+]"), SegmentKind.DELETED: ("[-", "-]")}
LEGEND = "In the quotations, [+this was inserted+] and [-this was deleted-]."
MACHINE_WRITTEN = "Summaries, types and grades are put together by a program; the quoted words are exact."


def write_text(letter: Letter, footing: Footing) -> str:
    """The whole letter, its lines not longer than mail programs like, but for addresses."""
    blocks = [_underlined(letter.heading, "="), *map(_wrapped, letter.lead)]
    for group in letter.groups:
        if group.title:
            blocks.append(_underlined(group.title, "-"))
        for change in group.changes:
            blocks += _change(letter, change, headed=bool(group.title))
    if letter.corrections:
        blocks.append(_underlined("Corrections", "-") if letter.groups else "")
        blocks += [_correction(letter, one) for one in letter.corrections]
    if letter.more:
        blocks.append(_wrapped(f"{letter.more} {letter.more_address}"))
    if any(change.passages for change in letter.changes):
        blocks.append(_wrapped(LEGEND))
    return "\n\n".join([block for block in blocks if block] + list(_closing(letter, footing))) + "\n"


def redline_text(segments: Sequence[Segment]) -> str:
    """A redline in which insertions stand as [+…+] and deletions as [-…-]."""
    return "".join(_marked(segment) for segment in segments)


def _marked(segment: Segment) -> str:
    """A run with its marks close to its words."""
    words = segment.text.strip()
    if not words:
        return segment.text
    before, after = segment.text.split(words)[0], segment.text[len(segment.text.rstrip()) :]
    left, right = _MARKS[segment.kind]
    return f"{before}{left}{words}{right}{after}"


def _change(letter: Letter, change: ToldChange, *, headed: bool) -> Iterator[str]:
    lines = [change.document if headed else "", " · ".join(change.remarks), change.summary, change.effective_notice]
    seen = f"Recorded {letter.moment(change.recorded_at)}."
    yield "\n".join(_wrapped(line) for line in (*lines, seen, change.note) if line)
    for passage in change.passages:
        yield _passage(passage)
    if change.more:
        yield _wrapped(f"And {count(change.more, 'more provision')}, in the record of the change.")
    yield "\n".join(
        (
            f"The change:   {change.address}",
            f"The document: {change.document_address}",
            f"The evidence: {change.evidence_address}",
        )
    )


def _passage(passage: ToldPassage) -> str:
    lines: list[str] = []
    for item in passage.items:
        lines.append(_wrapped(item.headed, first="* ", rest="  "))
        if item.remarks:
            lines.append(_wrapped(" · ".join(item.remarks), first="  ", rest="  "))
        lines += [_wrapped(shift.phrase, first="  - ", rest="    ") for shift in item.shifts]
        lines.append(f"  {item.address}")
    quoted = redline_text(passage.redline)
    paragraphs = [_wrapped(one, first="  | ", rest="  | ", cut=True) for one in quoted.split("\n") if one.strip()]
    return "\n".join([*lines, *paragraphs])


def _correction(letter: Letter, correction: ToldCorrection) -> str:
    lines = [correction.title, *correction.told, f"Decided {letter.moment(correction.decided_at)}."]
    return "\n".join([*map(_wrapped, lines), correction.address])


def _closing(letter: Letter, footing: Footing) -> Iterable[str]:
    yield "-" * _WIDTH
    yield "\n".join([_wrapped(letter.why), *(_wrapped(name, first="- ", rest="  ") for name in letter.watched)])
    yield "\n".join(f"{words}: {address}" for words, address in footing.links)
    yield _wrapped(f"{MACHINE_WRITTEN} {NO_ADVICE}" if letter.changes else NO_ADVICE)


def _underlined(title: str, line: str) -> str:
    return f"{title}\n{line * min(len(title), _WIDTH)}"


def _wrapped(text: str, *, first: str = "", rest: str = "", cut: bool = False) -> str:
    """A paragraph in lines; words that are longer than a line are cut only where asked for, since addresses are not."""
    wrapper = TextWrapper(
        _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=cut, break_on_hyphens=False
    )
    return wrapper.fill(text)
