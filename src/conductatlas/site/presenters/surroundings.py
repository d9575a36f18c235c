"""What stands above a clause in its document: the headings of its section, and the lines that its list hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.reading import Document as ReadDocument
from conductatlas.reading import read_markdown, visible_text
from conductatlas.records.models import Document, Wording
from conductatlas.site.presenters.versions import last_version_of

_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Visible text, the outermost first. `lead_ins` make sentences of what an item of a list only goes on with."""

    headings: tuple[str, ...]
    lead_ins: tuple[str, ...]


def surroundings_of(wording: Wording, document: Document) -> Surroundings:
    """What stands above a wording in the last version that states it, where it stands there first.

    None where it does not stand there as whole blocks, as with a text that is damaged.
    """
    read = read_markdown(last_version_of(wording, document).text.text)
    places = read.places(wording.passage.text)
    if not places:
        return Surroundings((), ())
    first = places[0][0]
    headings = tuple(visible_text(read.source(one)) for one in read.headings_above(first))
    return Surroundings(headings, tuple(_lead_ins(read, first)))


def _lead_ins(read: ReadDocument, block: int) -> list[str]:
    found: list[str] = []
    lead_in = read.blocks[block].lead_in
    while lead_in is not None:
        line = visible_text(read.source(lead_in))
        found.insert(0, line if len(line) <= _LONGEST_LINE else f"[…] {line[-_LONGEST_LINE:].partition(' ')[2]}")
        lead_in = read.blocks[lead_in].lead_in
    return found
