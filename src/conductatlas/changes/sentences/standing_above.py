"""What stands above a sentence where it is told: its heading, and what leads into its list."""

from __future__ import annotations

from conductatlas.changes.language.quotations import announced, denies
from conductatlas.changes.layout.far_lead_ins import far_lead_in, is_bare_lead_in
from conductatlas.changes.layout.headings import announcer, stands_under
from conductatlas.changes.sentences.referring import refers_back
from conductatlas.changes.sentences.said import Said
from conductatlas.reading import Document, sentences


def standing_above(said: Said, document: Document) -> tuple[str, str]:
    """The heading that a sentence stands under, and the last sentence of what leads into its list."""
    heading, lead_in = stands_under(document, said.block, said.text)
    above = sentences(lead_in)
    # The last of several sentences that ends as one does leads into nothing.
    if not lead_in or (len(above) > 1 and above[-1].endswith(".")):
        return said.title or heading, far_lead_in(document, said.block)
    # 'This may be, for example:' says nothing without the sentence before it.
    lead_in = " ".join(above[-2:] if refers_back(above[-1]) else above[-1:])
    return said.title or heading, _with_denial_above(lead_in, said.block, document)


def _with_denial_above(lead_in: str, number: int, document: Document) -> str:
    """What leads into a list with what leads into the list of that, where only this one denies what the items say."""
    above = announcer(document, number) if lead_in else None
    if above is None or announced(lead_in):
        return lead_in
    over = sentences(stands_under(document, above)[1])
    if is_bare_lead_in(lead_in) and not any(over):
        return f"{far_lead_in(document, number)} {lead_in}".lstrip()
    outer = over[-1]
    return f"{outer} {lead_in}" if outer.endswith(":") and denies(outer.split()) else lead_in
