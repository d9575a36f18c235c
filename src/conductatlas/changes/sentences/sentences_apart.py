"""Which sentences one of two texts has alone, and which became which: what came, what went, what was edited.

What of these is told, and how, is of no matter here: whether a passage lost a sentence is asked of most versions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes.aligning.alignment import Alignment, align
from conductatlas.changes.aligning.kept import KeptText, kept_text
from conductatlas.changes.captures.lost_links import with_words_of_links
from conductatlas.changes.language.conditions import turn_a_word
from conductatlas.changes.language.words import letters_of
from conductatlas.changes.sentences.other_words import Saying, is_said_in_one, rarity, share_of_rare
from conductatlas.changes.sentences.rules_beside import is_rule_of_its_own, named_in
from conductatlas.changes.sentences.said import Said, lines_said, said_alone, said_in
from conductatlas.changes.sentences.said_in_parts import alone_in_their_part
from conductatlas.changes.sentences.sentence_pairs import (
    are_sentences,
    but_for_merged,
    edited_pairs,
    is_surely_edited,
    places_of,
    said_twice,
    standing_beside,
    with_other_parts,
)
from conductatlas.changes.sentences.whole_sections import Section, whole_sections
from conductatlas.reading import (
    Document,
    kept_with_document,
    read_markdown,
    without_images,
    without_link_notes,
    word_count,
)

# A sentence is said in the other text where this share of its runs of words stands there, in whatever sentences; …
_HELD = 0.45
# … but of so many words, of which its own text has more copies, only where one sentence says so much of what it tells.
_FEWEST_TOLD, _TOLD_IN_ONE = 10, 0.7
# A row of a table is said where so much of it is: another one may differ in a word.
_HELD_OF_A_ROW = 0.9
# … and by its first cell, where that has so many words.
_FEWEST_OF_A_CELL = 8
# So many letters stand in another text in a row by no accident.
_FEWEST_LETTERS = 24
# Texts that differ in more sentences, or in sentences of more words, are not compared at all.
_MOST_DIFFERENT, _MOST_WORDS_DIFFERENT = 3_000, 40_000


class Apart(NamedTuple):
    """Which sentences of two texts became which, and which either has alone; of each two, those of the old text first.

    `edits`: those that were edited, `surely`: those pairs of which no other explanation is as good; `edited`: their
    places. `unedited`: the others that the other text has not in the same words. `stated`: the places of those of them
    that the other text says nevertheless, or in part, `lone`: the rest, `lines`: what of these one text has alone, as
    lines of words. `of_parts`: the places of those that stand for other readers alone. `copies`: those that the other
    text has less often, `twice`: by their places those that stand there nearly word for word once more, as another one.
    `sections`: those that went, and came, as a whole.
    """

    edits: tuple[tuple[Said, Said], ...]
    surely: tuple[tuple[Said, Said], ...]
    edited: tuple[set[int], set[int]]
    unedited: tuple[list[Said], list[Said]]
    stated: tuple[set[int], set[int]]
    lone: tuple[list[Said], list[Said]]
    lines: frozenset[str]
    of_parts: tuple[set[int], set[int]]
    copies: tuple[list[Said], list[Said]]
    twice: tuple[dict[int, Said], dict[int, Said]]
    sections: tuple[tuple[Section, ...], tuple[Section, ...]]


@kept_with_document
def as_read(document: Document) -> Document:
    """A text without the notes on its links, and without what its images are called."""
    text = without_images(without_link_notes(document.text))
    return document if text == document.text else read_markdown(text)


def lines_alone(old: Document, new: Document) -> frozenset[str] | None:
    """The sentences that came or went whole, as lines of words; None where the texts differ in too many."""
    apart = sentences_apart(*map(as_read, with_words_of_links(old, new)))
    return None if apart is None else apart.lines


def said_with(passage: str, lines: Iterable[str]) -> tuple[str, ...]:
    """The sentences of a passage that are among some lines of words, as a reader sees them."""
    return tuple(one.text for one in said_in(read_markdown(passage)) if one.line in lines)


def may_be_alone(old: Document, new: Document, passage: str) -> tuple[str, ...] | None:
    """The sentences of a passage of one of two texts that may have come or gone whole; sooner known than which did.

    None where the texts differ in too many.
    """
    old, new = map(as_read, (old, new))
    if _differ_in_too_many(old, new):
        return None
    before, after = lines_said(old), lines_said(new)
    said = said_in(read_markdown(passage))
    return tuple(one.text for one in said if (one.line in before) != (one.line in after))


# Both what is sure of a change and what is told of it ask for it.
@lru_cache(maxsize=2)
def sentences_apart(old: Document, new: Document, apart: frozenset[tuple[int, int]] = frozenset()) -> Apart | None:
    """Compare two texts as `as_read` gives them; None where they differ in too many sentences.

    `apart` are the places of sentences, before and after, of which none is the other edited.
    """
    said, says = said_in(old), said_in(new)
    had, has = lines_said(old), lines_said(new)
    went, came = said_alone(old, new)
    if _differ_in_too_many(old, new):
        return None
    before, after = kept_text(old), kept_text(new)
    pairs = but_for_merged([pair for pair in edited_pairs(old, new) if places_of(pair) not in apart])
    # What still stands in other words beside another sentence did not become that one, which came.
    kept_on = standing_beside(pairs, came)
    pairs = [pair for pair in pairs if pair not in kept_on]
    edited = {one.place for one, _ in pairs}, {other.place for _, other in pairs}
    # What became a title or a mere pointer, or was one, neither came nor went, nor is its edit told; nor that words ran
    # together.
    told = (pair for pair in pairs if are_sentences(pair) and not _have_the_same_letters(pair))
    edits = tuple(with_other_parts(told, went, came, edited))
    # What stands in the other text across the bounds of its sentences was only divided otherwise, unless it does there
    # less often, or did.
    copies = (
        _more_often([one for one in went if one.place not in edited[0]], before, after),
        _more_often([one for one in came if one.place not in edited[1]], after, before),
    )
    # What stands for other readers alone is lost to those for whom it went, and new to those for whom it came.
    parted = alone_in_their_part(old, new, edited[0]), alone_in_their_part(new, old, edited[1])
    went, came = (
        _in_order([one for one in some if one.place not in its and not _stands_in(one, there, other)], of_part)
        for some, its, there, other, of_part in zip(
            (went, came), edited, (after, before), (new, old), parted, strict=True
        )
    )
    of_parts = {one.place for one in parted[0]}, {one.place for one in parted[1]}
    kept = [one for one in says if had[one.line]]
    (twice_before, lost_beside), (twice_now, added_beside) = said_twice(went, kept, said), said_twice(came, kept, says)
    twice_before, twice_now = (
        {place: other for place, other in twice.items() if place not in its}
        for twice, its in zip((twice_before, twice_now), of_parts, strict=True)
    )
    was, became = {other.place: one for one, other in pairs}, {one.place: other for one, other in pairs}
    still = twice_before.keys() | {one.place for one, _ in kept_on} | _held(went, old, new, was, is_old=True)
    still -= lost_beside | of_parts[0]
    added = {other.place for _, other in kept_on} | added_beside | of_parts[1]
    beside = (twice_now.keys() | _held(came, old, new, became, is_old=False)) - added
    gone, fresh = ([one for one in some if one.place not in twice] for some, twice in ((went, still), (came, beside)))
    instead = _instead((went, came), (twice_before, twice_now), (gone, fresh), align(old, new))
    if any(instead):
        still, beside = still - instead[0], beside - instead[1]
        twice_before, twice_now = (
            {place: other for place, other in twice.items() if place not in its}
            for twice, its in zip((twice_before, twice_now), instead, strict=True)
        )
        gone, fresh = (
            [one for one in some if one.place not in twice] for some, twice in ((went, still), (came, beside))
        )
    lost, won = _saying_alone(old, new)
    surely = tuple(filter(is_surely_edited, pairs))
    new_sections = whole_sections(
        new, says, frozenset(one.place for one in fresh), {other.place for _, other in surely}, old, lost
    )
    gone_sections = whole_sections(
        old, said, frozenset(one.place for one in gone), {one.place for one, _ in surely}, new, won
    )
    # What stands in a section that came as a whole stood nowhere before, nor does what stood in one that went.
    of_these = (pair for pair in pairs if _lie_in(pair, gone_sections, new_sections))
    wrong = frozenset(map(places_of, of_these))
    if wrong:
        return sentences_apart(old, new, apart | wrong)
    lines = frozenset(
        one.line
        for some, other in ((gone, after), (fresh, before))
        for one in some
        if not has_elsewhere(one.first_cell, other) and not (had[one.line] and has[one.line])
    )
    return Apart(
        edits,
        surely,
        edited,
        (went, came),
        (still, beside),
        (gone, fresh),
        lines,
        of_parts,
        copies,
        (twice_before, twice_now),
        (gone_sections, new_sections),
    )


def _stands_in(one: Said, text: KeptText, document: Document) -> bool:
    """Whether a sentence stands in a text across the bounds of its sentences, or its letters where words ran together.

    So the cells of a row do where a page is captured without its table.
    """
    if text.times(one.text):
        return True
    letters = letters_of(one.text)
    return len(letters) >= _FEWEST_LETTERS and letters in _letters(document)


def _have_the_same_letters(pair: tuple[Said, Said]) -> bool:
    """Whether two sentences differ in spaces alone, and in the number ahead of them."""
    one, other = (letters_of(said.line) for said in pair)
    return one == other


@kept_with_document
def _letters(document: Document) -> str:
    """The letters of a text in a row, whatever the breaks in it."""
    return letters_of(" ".join(document.visible))


def stands_in(said: Said, section: Section) -> bool:
    """Whether a sentence stands in a section of its text."""
    return section.holds(said.block)


def has_elsewhere(cell: str, text: KeptText) -> bool:
    """Whether a text has the sentence that is the first cell of a row, so that the row alone came or went."""
    return word_count(cell) >= _FEWEST_OF_A_CELL and text.times(cell) > 0


@lru_cache(maxsize=2)
def _differ_in_too_many(old: Document, new: Document) -> bool:
    """Whether two texts differ in so many sentences, or in such long ones, that comparing each takes seconds."""
    return sum(map(len, said_alone(old, new))) > _MOST_DIFFERENT or _words_alone(old, new) > _MOST_WORDS_DIFFERENT


def differ_beyond_telling(old: Document, new: Document) -> bool:
    """Whether two texts differ in sentences of so many words that telling what each edit of a clause did takes seconds.

    What became of its provisions is known all the same: which stand, came or went.
    """
    old, new = map(as_read, (old, new))
    most = sum(old.word_counts) + sum(new.word_counts)
    return most > _MOST_WORDS_DIFFERENT and _words_alone(old, new) > _MOST_WORDS_DIFFERENT


@lru_cache(maxsize=2)
def _words_alone(old: Document, new: Document) -> int:
    """How many words the sentences have that either of two texts has alone."""
    return sum(len(one.line.split()) for some in said_alone(old, new) for one in some)


@lru_cache(maxsize=2)
def _saying_alone(old: Document, new: Document) -> tuple[Saying, Saying]:
    """What the sentences say that either text has alone."""
    went, came = said_alone(old, new)
    rare = rarity(old, new)
    return Saying(went, rare), Saying(came, rare)


def _instead(
    some: tuple[Sequence[Said], Sequence[Said]],
    twice: tuple[Collection[int], Collection[int]],
    lone: tuple[Iterable[Said], Iterable[Said]],
    alignment: Alignment,
) -> tuple[set[int], set[int]]:
    """The places of sentences that stand where the other text has one of its own, by its block.

    They took its place, or gave it up, though one much like each stands elsewhere in both texts: `twice` are the places
    of those of `some`, `lone` what either text has alone; each before and after.
    """
    gone, fresh = ([one.block for one in its if not one.is_row] for its in lone)
    lost_in = {edge.new for block in gone for edge in alignment.from_old.get(block, ())}
    won_in = {edge.old for block in fresh for edge in alignment.from_new.get(block, ())}
    before, after = (
        {one.place for one in its if one.place in those and one.block in blocks}
        for its, those, blocks in zip(some, twice, (won_in, lost_in), strict=True)
    )
    return before, after


def _more_often(some: Iterable[Said], here: KeptText, there: KeptText) -> list[Said]:
    """Those of some sentences that both texts have, and their own more often."""
    return [one for one in some if 0 < there.times(one.text) < here.times(one.text)]


def _in_order(some: Sequence[Said], others: Sequence[Said]) -> list[Said]:
    """Some sentences of a text and others of it, each once, in the order of the text."""
    return sorted({one.place: one for one in (*some, *others)}.values())


def _lie_in(edit: tuple[Said, Said], gone: Sequence[Section], came: Sequence[Section]) -> bool:
    """Whether a sentence stood in a section that went, or one that it is taken for stands in one that came."""
    return any(stands_in(said, one) for said, some in zip(edit, (gone, came), strict=True) for one in some)


def _held(some: Iterable[Said], old: Document, new: Document, edited: Mapping[int, Said], *, is_old: bool) -> set[int]:
    """The places of the sentences that the other text says in part at least, in whatever sentences.

    A row where nearly all of it stands there. What its own text says more often was said in several sentences: what the
    other one says of it may be one of these alone, and it is said there where one sentence has most of what it tells,
    by how rare its words are, and all that it names stands somewhere. Not in one that its own text has too, beside a
    rule of its own. `edited`: what sentences of the other text are in its own, by their places.
    """
    texts = (old, new) if is_old else (new, old)
    own, other = map(kept_text, texts)
    held = set()
    for one in some:
        least = _HELD_OF_A_ROW if one.is_row else _HELD
        if not other.holds(one.text, least):
            continue
        if not one.is_row and word_count(one.line) >= _FEWEST_TOLD and not other.held_for(own, one.text, least):
            if any(not other.has_word(word) for word in named_in(one)):
                continue
            if not _is_told_in_one(one, *texts, rarity(old, new), edited):
                continue
        held.add(one.place)
    return held


def _is_told_in_one(
    one: Said, own: Document, other: Document, rare: Mapping[str, float], edited: Mapping[int, Said]
) -> bool:
    """Whether one sentence of the other text tells most of what one of its own text does; see `_held`."""
    lines = lines_said(own)

    def says_another(its: Said) -> bool:
        """Whether a sentence of the other text stands in both, in other words perhaps, and says another rule."""
        became = edited.get(its.place)
        stands = its.line in lines or (became and share_of_rare(one.line, became.line, rare) >= _TOLD_IN_ONE)
        return turn_a_word(one.line, its.line) or (bool(stands) and is_rule_of_its_own(one, its))

    return is_said_in_one(one, other, rare, _TOLD_IN_ONE, says_another)
