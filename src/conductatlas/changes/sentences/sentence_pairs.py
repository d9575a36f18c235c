"""Which sentence of a new text each sentence of the old one became, and which stand beside others that say it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.language.common_words import sharing_words
from conductatlas.changes.language.edited_sentences import (
    LIKE,
    MOST_TIMES_LONGER,
    NEARLY_WITHIN,
    TIMES_LONGER,
    WITHIN,
    is_label_of,
    likeness_of_edit,
    says_the_rest,
)
from conductatlas.changes.language.effect import effective_words
from conductatlas.changes.language.pairing import each_once
from conductatlas.changes.language.signs import Signs
from conductatlas.changes.language.words import in_order, likeness
from conductatlas.changes.layout.table_rows import are_of_one_row, has_rows, paired_rows
from conductatlas.changes.layout.title_lines import is_item
from conductatlas.changes.sentences.rules_beside import are_of_two_things, is_rule_of_its_own, names_more
from conductatlas.changes.sentences.said import Said, lines_said, passed_over, said_alone, said_in
from conductatlas.reading import Document, block_words, word_count

# In another block a sentence is the one edited where more of both is common.
LIKE_ELSEWHERE = 0.6
# … and where its other is a copy, or no sentence, it must be so like it: no share of the shorter one is more than all.
_BY_LIKENESS_ALONE = 2.0
# So many words, and so alike, are surely one sentence that was edited.
_FEWEST_SURELY = 8
# What is so much like a sentence that stands in both texts is said twice, or was; of few words more so.
SAID_BESIDE, _SAID_BESIDE_IN_FEW, _FEW = 0.8, 0.9, 7
# Sentences so many blocks apart at most stand side by side.
SIDE_BY_SIDE = 10
# So many blocks between two that stayed are few.
_FEW_BETWEEN = 3
# Above so many pairs of sentences in two blocks it is sooner looked for which may have enough in common.
_MANY_IN_BLOCKS = 900
# So many pairs of sentences are compared at most.
_MOST_COMPARED = 120_000

# 'by mending the gate', 'without mending the gate'
_WAY, _OTHER_WAY = re.compile(r"\b(by|without) (\w+ing)\b"), {"by": "without", "without": "by"}


@lru_cache(maxsize=2)
def edited_pairs(old: Document, new: Document) -> tuple[tuple[Said, Said], ...]:
    """The sentences that were edited, before and after: in blocks that belong together first, the likest first.

    One of the two may be no sentence, but a title or the like, or one of several copies of a sentence.
    """
    went, came = said_alone(old, new)
    between = [*_between_the_same(went, came, old, new)]
    near = chain(_near(went, came, old, new), between)
    alignment = align(old, new)
    beside_went = {edge.new for one in went for edge in alignment.from_old.get(one.block, ())}
    beside_came = {edge.old for one in came for edge in alignment.from_new.get(one.block, ())}
    beside = [
        *_near(went, [*copies_in(new, old), *passed_over(new, beside_went)], old, new),
        *_near([*copies_in(old, new), *passed_over(old, beside_came)], came, old, new),
        # A copy of one sentence may have become a copy of another one.
        *_near(copies_in(old, new), copies_in(new, old), old, new),
    ]
    in_place = [*_scored(near, LIKE, WITHIN, in_place=True), *_scored(beside, LIKE_ELSEWHERE, _BY_LIKENESS_ALONE)]
    anywhere = [*_scored(_comparable(went, came, LIKE_ELSEWHERE), LIKE_ELSEWHERE, NEARLY_WITHIN, TIMES_LONGER)]
    # An item became one that stands where it stood, unless another one has nearly its words.
    much_alike = [(one.place, other.place) for like, one, other in (*in_place, *anywhere) if like >= SAID_BESIDE]
    became, was = {place for place, _ in much_alike}, {place for _, place in much_alike}
    items = (
        (one, other)
        for one, other in between
        if is_item(old.blocks[one.block]) and one.place not in became and other.place not in was
    )
    in_list = _scored(items, LIKE, WITHIN, in_place=True)
    likest_first = (sorted(found, key=lambda entry: -entry[0]) for found in (in_list, in_place, anywhere))
    rows = ((LIKE, *pair) for pair in _rows_in_place(went, came, old, new))
    pairs: dict[tuple[int, int], tuple[Said, Said]] = {}
    for _, one, other in chain(*likest_first, rows):
        pairs.setdefault((one.place, other.place), (one, other))
    return tuple(pairs[places] for places in each_once(pairs))


def standing_beside(pairs: Sequence[tuple[Said, Said]], came: Sequence[Said]) -> set[tuple[Said, Said]]:
    """The pairs of a sentence and what it was taken to have become, where another new one says nearly the same of it.

    'Credits lapse each month' did not become 'Daily credits lapse each day' beside 'Other credits lapse each month'.
    """
    doubtful = [
        (one, other)
        for one, other in pairs
        if not one.is_row and not other.is_row and likeness(one.line.split(), other.line.split()) < SAID_BESIDE
    ]
    near = _comparable([one for one, _ in doubtful], [one for one in came if not one.is_row], SAID_BESIDE)
    said_still = {
        one.place
        for one, beside in near
        if likeness(one.line.split(), beside.line.split(), SAID_BESIDE)
        and set(effective_words(one.line)) <= set(effective_words(beside.line))
    }
    return {pair for pair in doubtful if pair[0].place in said_still}


def _near(went: Iterable[Said], came: Iterable[Said], old: Document, new: Document) -> Iterator[tuple[Said, Said]]:
    """The pairs of some sentences, of other words, that stand in blocks which belong together.

    Of blocks with very many, as tables, those that may have enough in common to be one edited.
    """
    alignment = align(old, new)
    of_block: dict[int, list[Said]] = defaultdict(list)
    for other in came:
        of_block[other.block].append(other)
    for block, some in groupby(went, key=attrgetter("block")):
        ones = list(some)
        others = [of_block[edge.new] for edge in alignment.from_old.get(block, ())]
        number = sum(map(len, others))
        perhaps: list[Sequence[Sequence[Said]]] = [others] * len(ones)
        if len(ones) * number > _MANY_IN_BLOCKS:
            perhaps = list(zip(*(_perhaps_edited(ones, beside) for beside in others), strict=True))
        for one, beside in zip(ones, perhaps, strict=True):
            yield from ((one, other) for some in beside for other in some if other.line != one.line)


def _between_the_same(
    went: Iterable[Said], came: Iterable[Said], old: Document, new: Document
) -> Iterator[tuple[Said, Said]]:
    """The pairs of some sentences in few blocks between the same two others, which stayed; none became another one."""
    alignment = align(old, new)
    stayed = alignment.stayed
    of_block: dict[int, list[Said]] = defaultdict(list)
    for other in came:
        if other.block not in alignment.from_new:
            of_block[other.block].append(other)
    nearest = range(1, _FEW_BETWEEN + 1)
    for one in went:
        if one.block in alignment.from_old:
            continue
        before = next((one.block - step for step in nearest if one.block - step in stayed), None)
        behind = next((one.block + step for step in nearest if one.block + step in stayed), None)
        if before is None or behind is None or behind - before > 1 + _FEW_BETWEEN:
            continue
        places = range(stayed[before] + 1, stayed[behind])
        if len(places) <= _FEW_BETWEEN:
            are_items = is_item(old.blocks[one.block])
            its = (place for place in places if is_item(new.blocks[place]) == are_items)
            yield from ((one, other) for place in its for other in of_block[place])


def _rows_in_place(
    went: Iterable[Said], came: Iterable[Said], old: Document, new: Document
) -> Iterator[tuple[Said, Said]]:
    """The rows of tables that belong together which are one before and after by their names, however unlike the rest.

    Or by what they say under other names; see `paired_rows`.
    """
    before, after = ({(one.block, one.text): one for one in some if has_rows(one.text)} for some in (went, came))
    alignment = align(old, new)
    of_new = {block for block, _ in after}
    for block in dict.fromkeys(block for block, _ in before):
        for other in (edge.new for edge in alignment.from_old.get(block, ()) if edge.new in of_new):
            for row, its in paired_rows(block_words(old, block), block_words(new, other)):
                one, edited = before.get((block, row.strip())), after.get((other, its.strip()))
                if one and edited:
                    yield one, edited


def _perhaps_edited(some: Sequence[Said], others: Sequence[Said]) -> list[list[Said]]:
    """For each of some sentences the others that may be it edited, in the order of the text."""
    found: list[list[Said]] = [[] for _ in some]
    for place, other in sharing_words([one.line for one in some], [one.line for one in others], LIKE):
        found[place].append(others[other])
    return found


def copies_in(text: Document, other: Document) -> list[Said]:
    """The sentences of a text that another one has, too, but in fewer places."""
    times, elsewhere = lines_said(text), lines_said(other)
    return [one for one in said_in(text) if 0 < elsewhere[one.line] < times[one.line]]


def lines_of_fewer(text: Document, other: Document, edited: Collection[int]) -> set[str]:
    """The sentences that another text has in fewer places, and not because they were edited in the others.

    `edited` are the places of the sentences of the text that were.
    """
    times, elsewhere = Counter(one.line for one in copies_in(text, other) if one.place not in edited), lines_said(other)
    return {line for line, number in times.items() if number > elsewhere[line]}


def but_for_merged(pairs: Sequence[tuple[Said, Said]]) -> list[tuple[Said, Said]]:
    """Some pairs without those of a sentence that went into what the one beside it became, and is less like its own.

    'We owe you nothing. You know that carts are no wares of ours, and so we don't answer for them.' may become 'You
    know that carts are no wares of ours and we owe you nothing for them.', whatever comes behind that.
    """
    became = {one.place: (one, other) for one, other in pairs}
    return [
        (one, other)
        for one, other in pairs
        if one.place < 0
        or not any(
            _is_merged(one, other, *became[place])
            for place in (one.place - 1, one.place + 1)
            if place in became and became[place][0].block == one.block
        )
    ]


def _is_merged(one: Said, other: Said, beside: Said, whole: Said) -> bool:
    """Whether a sentence went with the one beside it into the one that this became, and did not become `other`."""
    if one.is_row or is_surely_edited((one, other)):
        return False
    part, own, longer, its = (_divided(said.line) for said in (one, beside, whole, other))
    in_whole = in_order(part, longer, WITHIN)
    return (
        in_whole >= WITHIN
        and in_whole > in_order(part, its)
        and any(says_the_rest(part, both, own, longer) for both in ([*own, *part], [*part, *own]))
    )


def with_other_parts(
    edits: Iterable[tuple[Said, Said]], went: Iterable[Said], came: Iterable[Said], edited: tuple[set[int], set[int]]
) -> Iterator[tuple[Said, Said]]:
    """The sentences that were edited, where one was divided in two, or two became one, with the sentence beside.

    `edited` are the places of those that were edited, before and after; those beside them are put to them.
    """
    old, new = {one.place: one for one in went}, {one.place: one for one in came}
    for one, other in edits:
        said, says = one, other
        for step in (1, -1):
            says = _with_part(says, other.place + step, said, new, edited[1])
            said = _with_part(said, one.place + step, says, old, edited[0], may_turn=True)
        yield said, says


def _with_part(
    one: Said, place: int, whole: Said, alone: Mapping[int, Said], edited: set[int], *, may_turn: bool = False
) -> Said:
    """A sentence with the one in a place beside it, where `whole` was divided into both.

    `may_turn`: what a paragraph put together it may have turned round, and the two are given as they stand in `whole`.
    """
    part = alone.get(place)
    if part is None or place in edited or part.is_row or one.is_row or abs(part.block - one.block) > 1:
        return one
    first = min(one, part)
    orders = [sorted((one, part)), sorted((one, part), reverse=True)]
    for both in orders if may_turn and part.block == one.block else orders[:1]:
        line = " ".join(its.line for its in both)
        if says_the_rest(*map(_divided, (part.line, line, one.line, whole.line))):
            edited.add(place)
            return first._replace(text=" ".join(its.text for its in both), line=line)
    return one


def _divided(line: str) -> list[str]:
    """The words of a line, with those that a hyphen joins as several: 'third-party' is 'third party'."""
    return line.replace("-", " ").split()


def places_of(edit: tuple[Said, Said]) -> tuple[int, int]:
    return edit[0].place, edit[1].place


def is_surely_edited(edit: tuple[Said, Said]) -> bool:
    """Whether two sentences of some length, and no rows, are so much like each other that the one became the other."""
    one, other = (said.line.split() for said in edit)
    of_rows = any(said.is_row for said in edit)
    return (
        not of_rows
        and min(len(one), len(other)) >= _FEWEST_SURELY
        and likeness(one, other, LIKE_ELSEWHERE) >= LIKE_ELSEWHERE
    )


def _comparable(some: Sequence[Said], others: Sequence[Said], share: float) -> list[tuple[Said, Said]]:
    """The pairs of which so much of the shorter one may stand in the longer one; none where these are too many."""
    pairs = sharing_words([one.line for one in some], [one.line for one in others], share)
    return [(some[place], others[other]) for place, other in pairs] if len(pairs) <= _MOST_COMPARED else []


def _scored(
    pairs: Iterable[tuple[Said, Said]],
    least: float,
    within: float,
    times_longer: float = MOST_TIMES_LONGER,
    *,
    in_place: bool = False,
) -> Iterator[tuple[float, Said, Said]]:
    """Those of some pairs that are like each other, and how much.

    `within`: or of which so much of the shorter one stands in the other, which has at most so many times its words;
    `in_place`: or of which the one begins the other. Those that turn the way in which something is done come last.
    """
    # Each stands in many pairs.
    words_of = lru_cache(maxsize=None)(Signs().of_line)
    for one, other in pairs:
        # What leads into a list is no sentence that went on once.
        may_begin = in_place and one.text.endswith(":") == other.text.endswith(":")
        signs = words_of(one.line), words_of(other.line)
        like = likeness_of_edit(*signs, least, within, times_longer, in_place=may_begin)
        # What is soonest known is asked first.
        is_edited = like and are_of_one_row(one.first_cell, other.first_cell)
        if is_edited and not (is_label_of(one.text, other.text) or is_label_of(other.text, one.text)):
            yield least if _turn_a_way(one, other) else like, one, other


def _turn_a_way(one: Said, other: Said) -> bool:
    """Whether of two sentences one says that something is done by what the other one says it is done without.

    Of such a pair each likelier became another sentence, if there is one.
    """
    if ("without " in one.line) == ("without " in other.line):
        return False
    ways, others = (set(_WAY.findall(said.line)) for said in (one, other))
    return any((_OTHER_WAY[how], what) in others for how, what in ways)


def are_sentences(pair: tuple[Said, Said]) -> bool:
    """Whether neither of two is a title, or what else is passed over."""
    return min(one.place for one in pair) >= 0


class Twice(NamedTuple):
    """What became of sentences beside which others say nearly the same, and did not change.

    `stands`: by their places, those that only were said once more, each with such another one. `of_another`: the
    places of those that came or went beside rules like them, of another thing.
    """

    stands: dict[int, Said]
    of_another: set[int]


def said_twice(some: Sequence[Said], kept: Sequence[Said], own: Iterable[Said]) -> Twice:
    """Some sentences of a text that stand in nearly the same words beside others, `kept`, which did not change.

    Of few words one is much, and of rows of a table each may say something else. `own` are all sentences of their text:
    two rules that stand there side by side, each with a word that the other one lacks, are two; wherever they stand,
    so is one with several words of its own.
    """
    distinct = list({one.line: one for one in kept if not one.is_row}.values())
    pairs = _comparable([one for one in some if not one.is_row], distinct, SAID_BESIDE)
    alike = [
        (one, other)
        for _, one, other in _scored(pairs, SAID_BESIDE, 1.0)
        if (word_count(one.line) > _FEW or likeness(one.line.split(), other.line.split()) >= _SAID_BESIDE_IN_FEW)
        and not names_more(one, other)
    ]
    lines = {other.line for _, other in alike}
    blocks: dict[str, list[int]] = defaultdict(list)
    for said in own:
        if said.line in lines:
            blocks[said.line].append(said.block)
    stands: dict[int, Said] = {}
    of_another: set[int] = set()
    for one, other in alike:
        is_near = any(abs(one.block - block) <= SIDE_BY_SIDE for block in blocks[other.line])
        if (is_near and are_of_two_things(one, other)) or is_rule_of_its_own(one, other):
            of_another.add(one.place)
        else:
            stands[one.place] = other
    return Twice(stands, of_another - stands.keys())
