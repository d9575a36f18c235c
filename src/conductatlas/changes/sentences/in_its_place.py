"""A sentence that came, went or was edited with what it can't be understood without in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.aligning.restated import likeness_of_content
from conductatlas.changes.layout.former_versions import former_version_over
from conductatlas.changes.layout.headings import section_over
from conductatlas.changes.layout.parts import parts_in
from conductatlas.changes.layout.scopes import scope_over
from conductatlas.changes.layout.title_lines import bare_title, titles_in
from conductatlas.changes.redlines.redline import Segment, SegmentKind
from conductatlas.changes.sentences.differing import Differing
from conductatlas.changes.sentences.referring import (
    limited_ahead,
    refers_back,
    said_ahead,
    said_behind,
    said_instead,
    said_of_accepting,
    speaks_of_the_last,
)
from conductatlas.changes.sentences.said import Said
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.changes.sentences.with_lists import is_led_into_anew, is_new, with_items, with_its_list
from conductatlas.provisions import content_stems
from conductatlas.reading import Document, word_line

# Of two headings of which so much is the same one may have become the other.
_SAME_TITLE = 0.5


def in_its_place(
    change: SentenceChange,
    place: int,
    found: Differing,
    edited: Mapping[int, SentenceChange],
    texts: tuple[Document, Document],
) -> SentenceChange:
    """A sentence in a place with what it can't be understood without.

    That is for whom it holds, what it speaks of, and what denies or limits it right behind. `edited` are the sentences
    that were edited by their places in the new text: with one that an edited sentence speaks of it is one edit.
    """
    said = found.said if change.stood else found.says
    document, other = texts if change.stood else texts[::-1]
    scope = scope_of(change, found, document)
    change = (
        with_its_list(change, said[place].block, found, texts)
        if change.how != "edited"
        else _with_what_replaced(with_items(change, place, found, texts), place, found)
    )
    block = said[place].block
    if change.how == "edited":
        change = replace(change, lead_in_alone=is_led_into_anew(change, block, texts))
    change = replace(
        change,
        scope=scope,
        section=section_over(document, block, change.under),
        under_alone=change.how != "edited" and _is_under_new(change, block, found, texts),
    )
    ahead = said_ahead(said, place, document) if refers_back(change.after or change.before) else ()
    if change.how != "edited" and not ahead:
        ahead = limited_ahead(said, place)
    if change.how == "edited" and not ahead and place and speaks_of_the_last(change.before):
        # What a sentence went on before, and was edited with it, is one edit with it.
        ahead = tuple(one for one in said[place - 1 : place] if one.block == block and one.place in edited)
    if change.how == "edited" and len(ahead) == 1 and ahead[0].place in edited:
        return _with_ahead(change, edited[ahead[0].place])
    ahead = _or_the_new_one(ahead, place, said, found)
    if change.lead_in_alone and change.how != "edited" and not ahead:
        # What leads into a list leads into its items, not into what goes on one of them and may hold for that alone.
        ahead = tuple(one for one in said[max(0, place - 1) : place] if _goes_on_item(one, said[place], found))
    # The title that a sentence stands under is told as that.
    title = change.under.rpartition(" > ")[2]
    ahead = tuple(one for one in ahead if bare_title(one.text) != title)
    # What became of another sentence is told with that one.
    anew = bool(ahead) and (change.stood or not any(one.place in edited for one in ahead))
    alone = anew and all(one.line in found.counted._alone for one in ahead)
    behind = (said_behind(said, place) or said_of_accepting(said, place)) if change.how == "came" else ()
    instead = said_instead(said, place) if change.how == "came" and not behind else None
    stood = instead is not None and instead.line not in found.counted._alone
    behind = (instead,) if instead and not stood else behind
    return replace(
        change,
        ahead=" ".join(one.text for one in ahead),
        ahead_alone=alone,
        ahead_apart=bool(ahead) and ahead[-1].place + 1 < place,
        ahead_new=anew and all(is_new(one.text, document, other, texts) for one in ahead),
        behind=" ".join(one.text for one in behind if one.line in found.counted._alone),
        stood_behind=instead.text if instead and stood else "",
    )


def _goes_on_item(one: Said, behind: Said, found: Differing) -> bool:
    """Whether a sentence neither came nor went, and another one goes on behind it in its item."""
    return one.block == behind.block and not behind.is_row and one.line not in found.counted._alone


def _or_the_new_one(ahead: tuple[Said, ...], place: int, said: Sequence[Said], found: Differing) -> tuple[Said, ...]:
    """What a sentence speaks of; if that stayed, and others came or went in between, the one right before it."""
    alone = found.counted._alone
    if not ahead or ahead[-1].line in alone:
        return ahead
    between = said[ahead[-1].place + 1 : place]
    is_beside = bool(between) and between[-1].block == said[place].block
    return tuple(between[-1:]) if is_beside and any(one.line in alone for one in between) else ahead


def scope_of(change: SentenceChange, found: Differing, document: Document) -> str:
    """The heading that says for whom a change holds, or of which former version; empty where two places differ."""
    said = found.said if change.stood else found.says
    same = change.how, change.before, change.after
    blocks = (
        said[place].block for (_, place), one in found.telling.items() if (one.how, one.before, one.after) == same
    )
    scopes = {
        former_version_over(document, block) or scope_over(document, block) or parts_in(document)[block]
        for block in blocks
    }
    return scopes.pop() if len(scopes) == 1 else ""


def _is_under_new(change: SentenceChange, block: int, found: Differing, texts: tuple[Document, Document]) -> bool:
    """Whether the heading over a sentence stands in its text alone, no other one became it, and no section is told."""
    document, other = texts if change.stood else texts[::-1]
    sections = found.counted.gone_sections if change.stood else found.counted.new_sections
    if not change.under or any(section.holds(block) for section in sections):
        return False
    line = word_line(change.under)
    if any(line in known for known in other.word_lines):
        return False
    alignment = align(*texts)
    became = alignment.from_old if change.stood else alignment.from_new
    places = [title.place for title in titles_in(document)[:block] if title and title.text == change.under]
    if not places or places[-1] in became:
        return False
    return not any(likeness_of_content(change.under, title.text) >= _SAME_TITLE for title in titles_in(other) if title)


def _with_ahead(change: SentenceChange, ahead: SentenceChange) -> SentenceChange:
    """A sentence that was edited with the one that it speaks of, which was edited too."""
    return replace(
        change,
        before=f"{ahead.before} {change.before}",
        after=f"{ahead.after} {change.after}",
        segments=(*ahead.segments, Segment(SegmentKind.SAME, " "), *change.segments),
    )


def _with_what_replaced(change: SentenceChange, place: int, found: Differing) -> SentenceChange:
    """A sentence from which words were struck with one that came behind it in its paragraph, and says what holds there.

    That is one that has all of the words.
    """
    segments, says = change.segments, found.says
    struck = (
        one.text
        for one, after in zip(segments, (*segments[1:], None), strict=True)
        if one.kind is SegmentKind.DELETED and not (after and after.kind is SegmentKind.INSERTED)
    )
    stems = set(content_stems(" ".join(struck)))
    its = takewhile(lambda one: one.block == says[place].block, says[place + 1 :]) if stems else ()
    behind = (one for one in its if one.line in found.counted._alone and stems.issubset(content_stems(one.text)))
    replacing = next(behind, None)
    if replacing is None:
        return change
    came = f" {'' if replacing.place == place + 1 else '[…] '}{replacing.text}"
    return replace(change, after=f"{change.after}{came}", segments=(*segments, Segment(SegmentKind.INSERTED, came)))
