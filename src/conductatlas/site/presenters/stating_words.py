"""What a list shows of a clause: its first words, or those that state its type where these stand further on."""

from __future__ import annotations

from conductatlas.assessment import goes_back
from conductatlas.provisions import Part, is_glossed, is_item, part_spans, parts_of_clause, reads_language
from conductatlas.reading import visible_text
from conductatlas.records.models import Wording
from conductatlas.site.presenters.links import excerpt

# Of sentences that state the type about as surely the first one is shown: what comes later limits it or adds to it.
_ABOUT_AS_SURE = 0.15
# A sentence that is less likely to state the type by itself does not stand for a clause that does as a whole.
_MAY_STATE = 0.1


def stating_words(wording: Wording, length: int) -> str:
    """The first words of a clause, `length` characters at most, if they show the sentence that states its type.

    Else the words from that sentence on, behind '… '; an item of a list behind the line that leads into it. The
    wording's passage must be loaded, and the document of its provision. Sentences are judged by themselves in English
    alone: of other texts the first words are shown.
    """
    text, provision = wording.passage.text, wording.provision
    shown = excerpt(text, length)
    language = provision.document.language
    if not shown.endswith("…") or is_glossed(language) or not reads_language(language):
        return shown
    stating = first_stating(provision.clause_type, text, provision.heading)
    if stating is None or _is_shown(text, stating, length):
        return shown
    lead, start = _ahead_of(text, stating, length // 2)
    ahead = f"… {lead} … " if lead else "… "
    return ahead + excerpt(text[start:], length - len(ahead))


def first_stating(clause_type: str, passage: str, heading: str) -> Part | None:
    """The first of the sentences, items and rows that surest state a type; None where none does so by itself."""
    parts = parts_of_clause(clause_type, passage, heading)
    least = max(_MAY_STATE, max((part.chance for part in parts), default=0.0) - _ABOUT_AS_SURE)
    return next((part for part in parts if part.chance >= least), None)


def _is_shown(text: str, stating: Part, length: int) -> bool:
    """Whether the first words of a text hold all of a sentence, or at least half of them are its own."""
    return len(visible_text(text[: stating.end])) <= length or len(visible_text(text[: stating.start])) <= length // 2


def _ahead_of(text: str, stating: Part, longest: int) -> tuple[str, int]:
    """The line that leads into the list of which a part is an item, and where to begin: with what it goes back to.

    Of the sentence or the line before it that is longer than `longest` nothing is shown.
    """
    before = [(start, end) for start, end in part_spans(text) if start < stating.start]
    if is_item(text, stating.start):
        last = next((span for span in reversed(before) if not is_item(text, span[0])), (0, 0))
        lead = visible_text(text[slice(*last)])
        return (lead if lead.endswith(":") and len(lead) <= longest else ""), stating.start
    if before and goes_back(visible_text(text[stating.start : stating.end])):
        nearest = visible_text(text[slice(*before[-1])])
        return "", before[-1][0] if len(nearest) <= longest else stating.start
    return "", stating.start
