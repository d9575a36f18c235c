"""The sentences in which two texts differ: those that came, those that went, and those that were edited.

Two whole texts are compared, in whichever block or clause a sentence stands, and no finding is needed: a sentence came
where the text before has it nowhere, not in nearly the same words either.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conductatlas.changes.alignment import Alignment, align
from conductatlas.changes.effect import says_the_same, states_effect, words_of_effect
from conductatlas.changes.furniture import is_furniture, is_menu, is_notice, is_title
from conductatlas.changes.itself import is_date_line, is_pointer
from conductatlas.changes.kept import KeptText
from conductatlas.changes.redline import Segment, SegmentKind, redline
from conductatlas.changes.surroundings import page_blocks
from conductatlas.changes.words import in_order, likeness
from conductatlas.provisions import LIKELY, Finder, content_stems
from conductatlas.reading import BlockKind, Document, read_markdown, sentences, visible_text, word_count, word_line

# A piece of fewer words says nothing by itself; an item of a list does from so many on.
_FEWEST_WORDS, _FEWEST_OF_AN_ITEM = 5, 2
# A sentence is another one edited where so much of both is common, …
_LIKE, _LIKE_ELSEWHERE = 0.45, 0.65
# … or so much of the shorter one stands in the other, which is not much longer.
_WITHIN, _WITHIN_ELSEWHERE, _TIMES_LONGER = 0.75, 0.9, 2.5
# What is so much like a sentence that stands in both texts is said twice, or was; …
_SAID_BESIDE = 0.8
# … and so it is where this share of its runs of words stands in the other text, in whatever sentences.
_HELD = 0.8
# So many pairs of sentences are compared at most, and texts that differ in more sentences not at all.
_MOST_COMPARED, _MOST_DIFFERENT = 120_000, 3_000
# How many of the weightiest are looked at by what they state.
_MOST_GRADED = 80
# How much of its weight each further sentence of a section keeps, and one that says nearly what another one says.
_FURTHER, _AGAIN = 0.75, 0.1
# What a sentence weighs: its words that the other text lacks, and what these speak of.
_MOST_STEMS = 14
_OF_EFFECT, _OF_STRENGTH, _OF_FIGURES, _OF_A_GRADE = 3, 8, 4, 4
_STRENGTH = frozenset(
    (
        *("not", "no", "never", "nor", "neither", "none", "without", "unless", "except", "only", "solely", "cannot"),
        *("may", "must", "shall", "will", "can", "should", "if", "until", "any", "all"),
    )
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_FOOTNOTE = re.compile(r"\[+\d{1,3}\]+")
# Between two cells of a row; and the row of a table that divides its head from the others.
_CELL = re.compile(r"(?<!\\)\|")
_DIVIDES = re.compile(r"\|?[ :|-]*-[ :|-]*\|?")

# How grave it is what a sentence states, with the heading it stands under and what leads into it: 0 (nothing) to 3.
Gravity = Callable[[str, str, str], int]


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that came, went or was edited, as its redline; the heading it stands under, and what leads into it."""

    how: str
    under: str
    lead_in: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class SentenceChanges:
    """The weightiest sentences in which two texts differ, in the order of the text, and how many differ in all.

    `fewer`, `more`: how many stand in both texts, word for word or nearly, and in fewer places than before or in more,
    as where a copy was dropped. `compared`: whether the texts were; those that differ in very many sentences are not.
    """

    told: tuple[SentenceChange, ...] = ()
    came: int = 0
    went: int = 0
    edited: int = 0
    fewer: int = 0
    more: int = 0
    compared: bool = True
    _alone: frozenset[str] = frozenset()

    def alone_in(self, passage: str) -> tuple[str, ...]:
        """The sentences of a passage of one of the texts that came or went whole, as a reader sees them."""
        return tuple(one.text for one in _sentences(read_markdown(passage)) if one.line in self._alone)


class _Said(NamedTuple):
    """A sentence, an item or a row of a table: its place among those of its text, its block and its words."""

    place: int
    block: int
    text: str
    line: str


class _Difference(NamedTuple):
    """A sentence before and after, either may be None, and about where in the new text it belongs."""

    went: _Said | None
    came: _Said | None
    place: float

    @property
    def lines(self) -> tuple[str, str]:
        return self.went.line if self.went else "", self.came.line if self.came else ""


def gravity_by(finder: Finder) -> Gravity:
    """How grave it is what a sentence states by itself, as a finder grades it; not at all where that is unsure."""

    def gravity(sentence: str, heading: str, lead_in: str) -> int:
        findings = finder.judge_passage(sentence, heading, lead_in)
        return max((one.severity.rank for one in findings if one.confidence >= LIKELY), default=0)

    return gravity


def ungraded(sentence: str, heading: str, lead_in: str) -> int:
    """No gravity: for texts in a language that no finder reads."""
    return 0


def sentence_changes(old: Document, new: Document, most: int, gravity: Gravity) -> SentenceChanges:
    """Compare two texts sentence by sentence, and choose as many as `most` by what they say."""
    said, says = _sentences(old), _sentences(new)
    had, has = Counter(one.line for one in said), Counter(one.line for one in says)
    went = [one for one in said if not has[one.line]]
    came = [one for one in says if not had[one.line]]
    if len(went) + len(came) > _MOST_DIFFERENT:
        return SentenceChanges(compared=False)
    before, after = KeptText(old), KeptText(new)
    alignment = align(old, new)
    edits = _edits(went, came, alignment)
    edited = {one.place for one, _ in edits}, {other.place for _, other in edits}
    # What stands in the other text across the bounds of its sentences was only divided otherwise.
    went = [one for one in went if one.place not in edited[0] and not after.times(one.text)]
    came = [one for one in came if one.place not in edited[1] and not before.times(one.text)]
    edits = [(one, other) for one, other in edits if not _are_divided(one.text, other.text, before, after)]
    kept = [one for one in says if had[one.line]]
    still, beside = _said_beside(went, kept, after), _said_beside(came, kept, before)
    places = _places(old, alignment)
    differences = [
        *(_Difference(one, other, other.block) for one, other in edits if not says_the_same(one.text, other.text)),
        *(_Difference(None, one, one.block) for one in came if one.place not in beside),
        *(_Difference(one, None, places[one.block]) for one in went if one.place not in still),
    ]
    weights = {one: _weight(one) for one in differences}
    telling = [one for one in differences if weights[one]]
    distinct = {one.lines: one for one in telling}.values()
    heaviest = sorted(distinct, key=weights.__getitem__, reverse=True)[:_MOST_GRADED]
    graded = {one: weights[one] + _OF_A_GRADE * _graded(one, old, new, gravity) for one in heaviest}
    chosen = _chosen(graded, most, old, new)
    return SentenceChanges(
        tuple(_told(one, old, new) for one in sorted(chosen, key=_order)),
        came=sum(one.went is None for one in telling),
        went=sum(one.came is None for one in telling),
        edited=sum(one.went is not None and one.came is not None for one in telling),
        fewer=sum(0 < has[line] < times for line, times in had.items()) + len(still),
        more=sum(0 < had[line] < times for line, times in has.items()) + len(beside),
        _alone=frozenset(line for one in differences if not (one.went and one.came) for line in one.lines if line),
    )


def _sentences(document: Document) -> list[_Said]:
    """The sentences of the text itself: neither headings, nor what belongs to the page, nor days."""
    of_page = page_blocks(document)
    found: list[_Said] = []
    for number, block in enumerate(document.blocks):
        if number in of_page or block.kind is BlockKind.HEADING or _is_label(document, number):
            continue
        fewest = _FEWEST_WORDS if block.lead_in is None else _FEWEST_OF_AN_ITEM
        for text in _units(document, number):
            line = word_line(_FOOTNOTE.sub("", text))
            if word_count(line) >= fewest and not is_pointer(text):
                found.append(_Said(len(found), number, text.strip(), line))
    return found


def _is_label(document: Document, number: int) -> bool:
    source, visible, block = document.source(number), document.visible[number], document.blocks[number]
    if is_menu(source) or is_date_line(visible) or is_notice(visible):
        return True
    alone = block.kind is BlockKind.PARAGRAPH and block.lead_in is None
    return alone and (is_furniture(source, visible) or is_title(source, visible))


def _units(document: Document, number: int) -> list[str]:
    """The sentences of a block; of a table, its rows."""
    if document.blocks[number].kind is not BlockKind.TABLE:
        return sentences(document.visible[number])
    rows = [row.strip() for row in document.source(number).splitlines()]
    return [" | ".join(map(visible_text, _CELL.split(row.strip("|")))) for row in rows if not _DIVIDES.fullmatch(row)]


def _edits(went: Sequence[_Said], came: Sequence[_Said], alignment: Alignment) -> list[tuple[_Said, _Said]]:
    """The sentences that were edited, before and after: in blocks that belong together first, the likest first."""
    of_block: dict[int, list[_Said]] = defaultdict(list)
    for other in came:
        of_block[other.block].append(other)
    near = (
        (one, other) for one in went for edge in alignment.from_old.get(one.block, ()) for other in of_block[edge.new]
    )
    pairs: dict[int, tuple[_Said, _Said]] = {}
    taken: set[int] = set()
    anywhere = _all_pairs(went, came)
    for found in (_alike(near, _LIKE, _WITHIN), _alike(anywhere, _LIKE_ELSEWHERE, _WITHIN_ELSEWHERE)):
        for one, other in found:
            if one.place not in pairs and other.place not in taken:
                pairs[one.place] = one, other
                taken.add(other.place)
    return list(pairs.values())


def _are_divided(went: str, came: str, before: KeptText, after: KeptText) -> bool:
    """Whether all that two sentences do not share stands in the other text, in so many words in a row."""
    changed = [one for one in redline(went, came) if one.kind is not SegmentKind.SAME]
    texts = {SegmentKind.DELETED: after, SegmentKind.INSERTED: before}
    return all(word_count(one.text) >= _FEWEST_WORDS and texts[one.kind].times(one.text) for one in changed)


def _all_pairs(some: Sequence[_Said], others: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    if len(some) * len(others) <= _MOST_COMPARED:
        yield from ((one, other) for one in some for other in others)


def _alike(pairs: Iterable[tuple[_Said, _Said]], least: float, within: float) -> list[tuple[_Said, _Said]]:
    """Those of some pairs that are like each other, the likest first.

    `within`: or of which so much of the shorter one stands in the other.
    """
    found = []
    for one, other in pairs:
        left, right = one.line.split(), other.line.split()
        shorter, longer = (left, right) if len(left) < len(right) else (right, left)
        if len(longer) > _TIMES_LONGER * len(shorter):
            continue
        like = likeness(left, right, least)
        if like < least and len(shorter) > _FEWEST_WORDS:
            like = least * (in_order(shorter, longer, within) >= within)
        if like >= least:
            found.append((like, one, other))
    return [(one, other) for _, one, other in sorted(found, key=lambda entry: -entry[0])]


def _said_beside(some: Sequence[_Said], kept: Sequence[_Said], text: KeptText) -> set[int]:
    """The places of the sentences that the other text says in nearly the same words, in one sentence or several."""
    held = {one.place for one in some if text.holds(one.text, _HELD)}
    distinct = {one.line: one for one in kept}.values()
    others = [one for one in some if one.place not in held]
    return held | {one.place for one, _ in _alike(_all_pairs(others, list(distinct)), _SAID_BESIDE, 1.0)}


def _places(old: Document, alignment: Alignment) -> list[float]:
    """Where in the new text each old block belongs: behind what it stood behind."""
    places, place = [], -0.5
    for number in range(len(old.blocks)):
        edges = alignment.from_old.get(number)
        place = edges[0].new + 0.5 if edges else place
        places.append(place)
    return places


def _weight(difference: _Difference) -> int:
    """How much a sentence says that the other text does not, by its words; 0 where that is nothing."""
    went, came = (one.text if one else "" for one in difference[:2])
    if not (went and came) and (went or came).endswith(":"):
        # What leads into a list says nothing without its items.
        return 0
    left, right = Counter(content_stems(went)), Counter(content_stems(came))
    anew = max((left - right).total(), (right - left).total())
    said, says = (Counter(line.split()) for line in difference.lines)
    changed = list((said - says) + (says - said))
    is_stronger = not _STRENGTH.isdisjoint(changed)
    if not anew and not is_stronger:
        return 0
    weight = min(anew, _MOST_STEMS) + _OF_EFFECT * states_effect(changed)
    if went and came:
        weight += _OF_STRENGTH * (is_stronger and bool(words_of_effect(changed)))
        weight += _OF_FIGURES * (_FIGURE.findall(went) != _FIGURE.findall(came))
    return weight


def _chosen(graded: Mapping[_Difference, float], most: int, old: Document, new: Document) -> list[_Difference]:
    """The weightiest; each further one of a section weighs less, and one that says nearly the same does hardly.

    So what else changed is seen too.
    """
    left = dict(graded)
    chosen: list[_Difference] = []
    while left and len(chosen) < most:
        first = max(left, key=left.__getitem__)
        chosen.append(first)
        del left[first]
        for one in left:
            if _heading(one, old, new) == _heading(first, old, new):
                left[one] *= _FURTHER
            if likeness(_last(one).split(), _last(first).split(), _SAID_BESIDE):
                left[one] *= _AGAIN
    return chosen


def _last(difference: _Difference) -> str:
    """The sentence as it stands, or stood last, as a line of words."""
    went, came = difference.lines
    return came or went


def _heading(difference: _Difference, old: Document, new: Document) -> str:
    said, document = (difference.came, new) if difference.came else (difference.went, old)
    return _above(document, said.block)[0] if said else ""


def _graded(difference: _Difference, old: Document, new: Document, gravity: Gravity) -> int:
    sides = ((difference.went, old), (difference.came, new))
    return max(gravity(one.text, *_above(document, one.block)) for one, document in sides if one)


def _order(difference: _Difference) -> tuple[float, bool, int]:
    """By what differences stand in the order of the text; what went stands behind what came in its place."""
    said = difference.came or difference.went
    return difference.place, difference.came is None, said.place if said else 0


def _told(difference: _Difference, old: Document, new: Document) -> SentenceChange:
    went, came = difference.went, difference.came
    if came is None:
        assert went is not None  # noqa: S101
        return SentenceChange("went", *_above(old, went.block), (Segment(SegmentKind.DELETED, went.text),))
    if went is None:
        return SentenceChange("came", *_above(new, came.block), (Segment(SegmentKind.INSERTED, came.text),))
    return SentenceChange("edited", *_above(new, came.block), redline(went.text, came.text))


def _above(document: Document, number: int) -> tuple[str, str]:
    """The heading that a block stands under and what leads into it, as a reader sees them; either may be empty."""
    block = document.blocks[number]
    heading, lead_in = (
        document.visible[place] if place is not None else "" for place in (block.heading, block.lead_in)
    )
    return heading, lead_in
