"""All sentences in which two texts differ, with how much each says.

Two whole texts are compared, in whichever block or clause a sentence stands, and no finding is needed: a sentence came
where the text before has it nowhere, not in nearly the same words either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes.aligning.alignment import Alignment, align
from conductatlas.changes.aligning.kept import KeptText, kept_text
from conductatlas.changes.language.quotations import denies
from conductatlas.changes.language.references import names_another_address, refers_elsewhere
from conductatlas.changes.language.words import likeness
from conductatlas.changes.layout.furniture import announces_update
from conductatlas.changes.layout.notes import may_have_lost_notes
from conductatlas.changes.layout.scopes import limits_scope
from conductatlas.changes.layout.table_rows import first_cell, has_rows
from conductatlas.changes.names.renaming import Names
from conductatlas.changes.redlines.redline import Segment, SegmentKind, redline
from conductatlas.changes.sentences.alike import edited_alike
from conductatlas.changes.sentences.copies import Copy, places_without, told_copies
from conductatlas.changes.sentences.of_one_text import with_heavy
from conductatlas.changes.sentences.other_words import OF_EACH, in_other_words
from conductatlas.changes.sentences.said import Said, asks_above, is_name, lines_said, said_in
from conductatlas.changes.sentences.said_alike import SAID_ALIKE
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_pairs import SAID_BESIDE, are_sentences, lines_of_fewer
from conductatlas.changes.sentences.sentence_redlines import redline_of_edit, without_spacing
from conductatlas.changes.sentences.sentence_weights import SentenceChange, weight
from conductatlas.changes.sentences.sentences_apart import as_read, has_elsewhere, sentences_apart, stands_in
from conductatlas.changes.sentences.standing_above import standing_above
from conductatlas.changes.sentences.what_moved import Moved
from conductatlas.changes.sentences.whole_sections import Section
from conductatlas.changes.sentences.whole_tables import whole_tables
from conductatlas.changes.verdicts.differences import Weight, weight_of_edit
from conductatlas.reading import Document

# What an edit of no effect keeps of its weight, and what stands in a paragraph that announces an update, but for what
# says for whom that holds.
_WITHOUT_EFFECT = 0.1
# Sentences that are nearly the same begin with so many words alike.
_FEWEST_BEGUN = 3
# What is said in other words stands so many blocks away at most, unless it is much the same.
_NEARBY = 8


class Differing(NamedTuple):
    """The sentences in which two texts differ, by their places, how much each says, and those of both texts.

    `counted` has all of the outcome but the choice of those that say most.
    """

    counted: SentenceChanges
    telling: Mapping[tuple[float, int], SentenceChange]
    weights: Mapping[SentenceChange, float]
    said: tuple[Said, ...]
    says: tuple[Said, ...]


# Both the summary and what is told of single sentences ask for it.
@lru_cache(maxsize=2)
def differing(old: Document, new: Document) -> Differing:
    """Compare two texts."""
    old, new = map(as_read, (old, new))
    said, says = said_in(old), said_in(new)
    had = lines_said(old)
    apart = sentences_apart(old, new)
    if apart is None:
        return Differing(SentenceChanges(compared=False), {}, {}, said, says)
    before, after = kept_text(old), kept_text(new)
    alignment = align(old, new)
    gone_sections, new_sections = apart.sections
    gone, fresh = apart.lone
    went, came = apart.unedited
    new_tables = whole_tables(new, says, {one.place for one in fresh}, old)
    gone_tables = whole_tables(old, said, {one.place for one in gone}, new)
    places = _places(old, alignment)
    halves = _in_other_words(
        apart.lone,
        apart.sections,
        (old, new),
        lambda one, other: abs(places[one.block] - other.block) <= _NEARBY,
    )
    of_tables = [{place for one in tables for place in one.rows} for tables in (gone_tables, new_tables)]
    still = (
        apart.stated[0] | {one.place for one, _ in halves} | {place for one in gone_tables for place in one.passed_over}
    )
    beside = (
        apart.stated[1]
        | {other.place for _, other in halves}
        | {place for one in new_tables for place in one.passed_over}
    )
    found = {
        **{_place(other): _edited(one, other, old, new, (before, after)) for one, other in apart.edits},
        **{_place(other): _reworded(one, other, new) for one, other in halves},
        **{_place(one): _whole(one, new, came=True) for one in came if one.place not in beside},
        **{(places[one.block], one.place): _whole(one, old, came=False) for one in went if one.place not in still},
    }
    # A question over its answer is a title, though it may become a sentence.
    unlike = {
        (block, place): one
        for (block, place), one in found.items()
        if one and (one.how == "edited" or not _is_title(*((new, says) if one.after else (old, said)), place))
    }
    differences = with_heavy(unlike, old, new)
    weights = {one: by for one in differences.values() if (by := weight(one))}
    names = Names(old, new, ((one.before, one.after) for one in weights if one.how == "edited"))
    of_notices = {
        one
        for (_, place), one in differences.items()
        if one in weights
        for text, its in [(new, says) if one.after else (old, said)]
        if announces_update(text.visible[its[place].block]) and not limits_scope(one.after or one.before)
    }
    # What a table says that is told as one is told with it already.
    of_whole_tables = {
        one for (_, place), one in differences.items() if one.how != "edited" and place in of_tables[one.how == "came"]
    }
    for one in weights:
        other = before if one.how == "came" else after
        if one in of_notices or (one.how == "edited" and _is_without_effect(one, names)):
            weights[one] *= _WITHOUT_EFFECT
        if one in of_whole_tables or (
            one.how != "edited" and has_elsewhere(first_cell(one.after or one.before), other)
        ):
            weights[one] *= SAID_ALIKE
    telling = {place: one for place, one in differences.items() if one in weights}
    fewer, more = (
        lines_of_fewer(*texts, edited | of_part)
        for texts, edited, of_part in zip(((old, new), (new, old)), apart.edited, apart.of_parts, strict=True)
    )
    (copies_before, copies_now), (twice_before, twice_now) = apart.copies, apart.twice
    distinct = {(one.how, one.before, one.after) for one in telling.values()}
    counts = Counter(how for how, _, _ in distinct)
    counted = SentenceChanges(
        came=counts["came"],
        went=counts["went"],
        edited=counts["edited"],
        places=Counter(one.how for one in telling.values()),
        rows=Counter(how for how, was, says in distinct if has_rows(says or was) or is_name(says or was)),
        fewer=len(fewer) + len(twice_before.keys() | {one.place for one in copies_before}),
        more=len(more) + len(twice_now.keys() | {one.place for one in copies_now}),
        fewer_told=_told_copies(
            (
                *places_without(old, new, fewer, alignment, is_old=True),
                *copies_before,
                *(one for one in went if one.place in twice_before),
            ),
            twice_before,
            old,
            new,
        ),
        more_told=_told_copies(
            (
                *places_without(new, old, more, alignment, is_old=False),
                *copies_now,
                *(one for one in came if one.place in twice_now),
            ),
            twice_now,
            new,
            old,
        ),
        new_sections=new_sections,
        gone_sections=gone_sections,
        new_tables=new_tables,
        gone_tables=gone_tables,
        lost_notes=may_have_lost_notes(old, new, len(gone_sections)),
        new_notes=may_have_lost_notes(new, old, len(new_sections)),
        alike=edited_alike(weights),
        denials={one.line: one.text for one in says if not had[one.line] and denies(one.line.split())},
        _reworded=tuple(
            dict.fromkeys((one.text, other.text) for one, other in (*halves, *filter(are_sentences, apart.surely)))
        ),
        _alone=apart.lines,
    )
    return Differing(counted, telling, weights, said, says)


def _is_title(document: Document, said: Sequence[Said], place: int) -> bool:
    return asks_above(document, said[place].block)


def _is_without_effect(change: SentenceChange, names: Names) -> bool:
    """Whether an edit changed names, spellings and the like alone, and moved nothing by that."""
    if change.moved is not Moved.NOTHING:
        return False
    return weight_of_edit(change.before, change.after, names, in_provision=True) is not Weight.SUBSTANTIVE


def _place(said: Said) -> tuple[float, int]:
    """By what sentences are put in the order of the text: the block first."""
    return said.block, said.place


def _told_copies(
    some: Iterable[Said], beside: Mapping[int, Said], document: Document, other: Document
) -> tuple[Copy, ...]:
    """Sentences that a text has more often than the other one, with the headings over them; see `told_copies`."""
    headed = ((one, _heading_alone(one, document, other)) for one in some)
    return told_copies(headed, other, beside, lambda one: standing_above(one, other)[0])


def _heading_alone(one: Said, document: Document, other: Document) -> str:
    """The heading over a sentence; empty where the other text has it, word for word or nearly, under it too."""
    heading, words = standing_above(one, document)[0], one.line.split()
    its = _by_beginning(other).get(tuple(words[:_FEWEST_BEGUN]), ())
    alike = (said for said in its if likeness(words, said.line.split(), SAID_BESIDE))
    return "" if any(standing_above(said, other)[0] == heading for said in alike) else heading


@lru_cache(maxsize=2)
def _by_beginning(document: Document) -> Mapping[tuple[str, ...], Sequence[Said]]:
    """The sentences of a text, in its order, by the words with which they begin."""
    found: defaultdict[tuple[str, ...], list[Said]] = defaultdict(list)
    for one in said_in(document):
        found[tuple(one.line.split(maxsplit=_FEWEST_BEGUN)[:_FEWEST_BEGUN])].append(one)
    return found


def _whole(said: Said, document: Document, *, came: bool) -> SentenceChange:
    """A sentence that came or went."""
    above = standing_above(said, document)
    if came:
        return SentenceChange("came", *above, "", said.text, (Segment(SegmentKind.INSERTED, said.text),))
    return SentenceChange("went", *above, said.text, "", (Segment(SegmentKind.DELETED, said.text),))


def _edited(
    went: Said, came: Said, old: Document, new: Document, texts: tuple[KeptText, KeptText]
) -> SentenceChange | None:
    """A sentence that was edited; None where nothing of effect was."""
    segments = redline_of_edit(went.text, came.text, *texts)
    if not segments and (
        refers_elsewhere(went.text, came.text, old, new) or names_another_address(went.text, came.text)
    ):
        segments = tuple(without_spacing(redline(went.text, came.text)))
    return SentenceChange("edited", *standing_above(came, new), went.text, came.text, segments) if segments else None


def _reworded(went: Said, came: Said, new: Document) -> SentenceChange:
    """A sentence of which another one says the like in other words: each is shown whole."""
    segments = (Segment(SegmentKind.DELETED, went.text), Segment(SegmentKind.INSERTED, came.text))
    return SentenceChange("edited", *standing_above(came, new), went.text, came.text, segments)


def _in_other_words(
    alone: tuple[Sequence[Said], Sequence[Said]],
    sections: tuple[Sequence[Section], Sequence[Section]],
    texts: tuple[Document, Document],
    are_near: Callable[[Said, Said], bool],
) -> list[tuple[Said, Said]]:
    """The sentences of the text before alone, each with one of the text after alone that says the like of it.

    One of a section that went, or came, as a whole is such a half only where none beside those sections is, and where
    both say much the same.
    """
    lost, won = (
        [one for one in some if any(stands_in(one, section) for section in whole)]
        for some, whole in zip(alone, sections, strict=True)
    )
    went, came = (
        [one for one in some if not any(stands_in(one, section) for section in whole)]
        for some, whole in zip(alone, sections, strict=True)
    )
    pairs = in_other_words(went, came, *texts, are_near)
    taken = {one.place for one, _ in pairs}, {other.place for _, other in pairs}
    went, came = ([one for one in some if one.place not in its] for some, its in zip((went, came), taken, strict=True))
    return [
        *pairs,
        *in_other_words(went, won, *texts, are_near, OF_EACH),
        *in_other_words(lost, came, *texts, are_near, OF_EACH),
    ]


def _places(old: Document, alignment: Alignment) -> list[float]:
    """Where in the new text each old block belongs: behind what it stood behind."""
    places, place = [], -0.5
    for number in range(len(old.blocks)):
        edges = alignment.from_old.get(number)
        place = edges[0].new + 0.5 if edges else place
        places.append(place)
    return places
