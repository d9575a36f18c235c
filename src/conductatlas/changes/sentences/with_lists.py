"""A sentence that came, went or was edited with what became of its list."""

from __future__ import annotations

from dataclasses import replace

from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.language.words import likeness
from conductatlas.changes.layout.headings import announcer, lead_in_of
from conductatlas.changes.layout.lists import all_gone, are_met_together, goes_on, in_a_row, items_below, same_list
from conductatlas.changes.redlines.redline import Segment, SegmentKind
from conductatlas.changes.sentences.differing import Differing
from conductatlas.changes.sentences.said import FEWEST_WORDS, lines_said, said_alone, said_in
from conductatlas.changes.sentences.sentence_pairs import LIKE_ELSEWHERE, edited_pairs
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.reading import Document, sentences, word_count, word_line

# The items of a list that was one sentence, or became one, are told with it up to so many characters.
_LONGEST_LIST = 360


def with_its_list(
    change: SentenceChange, block: int, found: Differing, texts: tuple[Document, Document]
) -> SentenceChange:
    """An item that came or went with what became of its list; what is none stays as it is."""
    document, other = texts if change.stood else texts[::-1]
    above = announcer(document, block) if change.lead_in else None
    lead_in = _told_of_lead_in(change, document, above) if above is not None else []
    if above is None or not lead_in:
        return change
    items = items_below(document, above)
    met_together = are_met_together(document, items, change.lead_in)
    edited = {text for one in found.telling.values() if one.how == "edited" for text in (one.before, one.after)}
    were_edited = any(document.visible[one] in edited for one in items)
    if _came_here(above, document, other, texts) or all(
        one not in edited and is_new(one, document, other, texts) for one in lead_in
    ):
        listed = len(items) if not were_edited and all_gone(document, items, other) else 0
        is_later = block in items[1:]
        return replace(change, lead_in_alone=True, listed=listed, met_together=met_together, is_later_item=is_later)
    others = same_list(document, above, other)
    replaced = all_gone(document, items, other) and all_gone(other, others, document) and not were_edited
    before, now = (items, others) if change.stood else (others, items)
    instead = (len(before), tuple(texts[1].visible[one] for one in now)) if replaced else (0, ())
    is_list = len(before) > 1 and change.lead_in.endswith(":")
    return replace(change, instead=instead if is_list else (0, ()), met_together=met_together)


def _told_of_lead_in(change: SentenceChange, document: Document, above: int) -> list[str]:
    """The sentences of what leads into a list that are told with one of its items."""
    return [one for one in sentences(lead_in_of(document, above)) if one in change.lead_in]


def _came_here(number: int, document: Document, other: Document, texts: tuple[Document, Document]) -> bool:
    """Whether a block came, or went, in its place, though the other text has its words too, in fewer places."""
    alignment = align(*texts)
    became = alignment.from_old if document is texts[0] else alignment.from_new
    line = document.word_lines[number]
    return number not in became and document.word_lines.count(line) > other.word_lines.count(line) > 0


def is_led_into_anew(change: SentenceChange, block: int, texts: tuple[Document, Document]) -> bool:
    """Whether what leads into the list of a sentence that was edited stands in the new text alone, or came there."""
    above = announcer(texts[1], block) if change.lead_in else None
    if above is None:
        return False
    new, old = texts[::-1]
    lead_in = _told_of_lead_in(change, new, above)
    return _came_here(above, new, old, texts) or (
        bool(lead_in) and all(is_new(one, new, old, texts) for one in lead_in)
    )


def is_new(sentence: str, document: Document, other: Document, texts: tuple[Document, Document]) -> bool:
    """Whether a sentence of one text stands there in such words only, and is no other one edited."""
    if word_count(sentence) < FEWEST_WORDS:
        return not any(line.endswith(word_line(sentence)) for line in other.word_lines)
    line = next((one.line for one in said_in(document) if one.text == sentence), "")
    if (
        not line
        or line in lines_said(other)
        or any(sentence == one.text for pair in edited_pairs(*texts) for one in pair)
    ):
        return False
    # What stands in both texts did not become this one, however like it is.
    went, came = said_alone(*texts)
    perhaps = came if document is texts[0] else went
    return not any(likeness(line.split(), one.line.split(), LIKE_ELSEWHERE) for one in perhaps)


def with_items(
    change: SentenceChange, place: int, found: Differing, texts: tuple[Document, Document]
) -> SentenceChange:
    """A sentence that was edited with the items that it led into before, or now, where it did so once only."""
    was = next((one for one in found.said if change.before.endswith(one.text)), None)
    lists = [
        items_below(document, one.block) if one and document.visible[one.block].endswith(one.text) else ()
        for document, one in zip(texts, (was, found.says[place]), strict=True)
    ]
    if all(lists) or not any(lists):
        return change
    went = bool(lists[0])
    (document, other), items = (texts, lists[0]) if went else (texts[::-1], lists[1])
    text = in_a_row(document.visible[one] for one in items)
    said = change.before if went else change.after
    if not all_gone(document, items, other) or not goes_on(said):
        return change
    if len(text) > _LONGEST_LIST:
        return replace(change, cut_off=len(items))
    whole = f"{said} {text}"
    segments = (*change.segments, Segment(SegmentKind.DELETED if went else SegmentKind.INSERTED, f" {text}"))
    before, after = (whole, change.after) if went else (change.before, whole)
    return replace(change, before=before, after=after, segments=segments)
