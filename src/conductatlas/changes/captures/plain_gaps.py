"""Where one of two texts has gaps that the other one fills with words, though nothing there marks them as links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.language.effect import canonical_word, states_effect
from conductatlas.reading import Block, BlockKind, Document, kept_with_document

LINK = re.compile(r"(?<!!)\[((?:\\.|[^\[\]\\]){1,400})(\]\([^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?\))")
_WORD = re.compile(r"\w+")
# A sign that stands by itself, where words must be ahead of it: 'please .', 'by our , or'.
_BARE_SIGN = re.compile(r"[ \xa0][.,)](?<=\w..)(?=\s|\Z)")
_AHEAD_OF_BARE_SIGN = re.compile(r"[:,)]{0,2}[ \xa0][.,)](?=\s|\Z)")
# In so many places there is a gap before a sign that words fill; of such gaps, so many are filled.
_FEWEST, _NEARLY_ALL = 5, 0.8
# What fills a gap is no longer, and within one sentence; and where nothing shows a gap but that words came, no longer.
_LONGEST, _LONGEST_UNSEEN = 12, 6
_ENDS_SENTENCE = re.compile(r"[.!?:]\s")
# After these something must come that they belong to, …
_WANTS_MORE = frozenset(
    (
        *("a", "an", "the", "this", "these", "our", "your", "their", "its", "any", "some", "other", "if", "you", "we"),
        *("of", "to", "in", "on", "by", "for", "from", "with", "under", "and", "or", "see", "visit", "read", "keeping"),
    )
)
# … and it doesn't begin with any of these.
_BEGINS_NOTHING = frozenset(
    ("and", "or", "to", "of", "in", "by", "for", "from", "with", "as", "which", "that", "is", "are")
)


class Gap(NamedTuple):
    """Where some words stand in the text that has them, and where they are lacking in the other one."""

    start: int
    end: int
    at: int
    is_behind: bool

    def filler(self, having: Document) -> str:
        """What the gap is filled with."""
        words = having.text[self.start : self.end]
        return f" {words}" if self.is_behind else f"{words} "


class Word(NamedTuple):
    """A word of a text, in small letters, and where it stands."""

    word: str
    start: int
    end: int


def words_in(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(found[0].lower(), found.start(), found.end()) for found in _WORD.finditer(text)]


def without_targets(text: str) -> str:
    """A text of the same length with blanks where its links lead to."""
    return LINK.sub(lambda found: f"[{found[1]}{' ' * len(found[2])}", text)


@kept_with_document
def links_in(document: Document) -> tuple[tuple[int, int], ...]:
    """Where the links with words stand."""
    return tuple((one.start(), one.end()) for one in LINK.finditer(document.text) if _WORD.search(one[1]))


def plain_gaps(lacking: Document, having: Document) -> list[Gap]:
    """The gaps of one of two texts, in order, where words of the other are lacking; none where these are not sure.

    Sure are those before a sign that stands by itself. Where there are several and words of the other text fill nearly
    all, other places are gaps too: those after which a sentence can't go on as it does, and those of a few words that
    carry no effect, where the texts hardly differ in anything else, or the words are of a link.
    """
    if _bare_signs(lacking) - _bare_signs(having) < _FEWEST:
        return []
    found = list(_differences(lacking, having))
    at_signs = sum(one.at_sign for one in found)
    sure = [one for one in found if one.at_sign and one.gap]
    if len(sure) < max(_FEWEST, _NEARLY_ALL * at_signs):
        return []
    hardly_more = len(sure) + sum(one.is_open for one in found) >= _NEARLY_ALL * len(found)
    others = [one for one in found if (one.is_open or one.is_slight) and (hardly_more or one.is_linked)]
    return sorted({one.gap for one in (*sure, *others) if one.gap}, key=lambda gap: gap.at)


# A version is asked beside the one before it and the one after, either way.
@kept_with_document
def _bare_signs(document: Document) -> int:
    """How many signs stand by themselves where words must be ahead of them."""
    return len(_BARE_SIGN.findall(document.text))


class _Difference(NamedTuple):
    """Where two blocks differ: the gap that it may be, and what shows it."""

    gap: Gap | None
    at_sign: bool = False
    is_open: bool = False
    is_slight: bool = False
    is_linked: bool = False


def _differences(lacking: Document, having: Document) -> Iterator[_Difference]:
    """Where the blocks of two texts differ that are the same block."""
    texts = without_targets(lacking.text), without_targets(having.text)
    for edge in align(lacking, having).edges:
        if edge.part or edge.likeness == 1.0:
            continue
        blocks = lacking.blocks[edge.old], having.blocks[edge.new]
        if any(one.kind is BlockKind.TABLE for one in blocks):
            continue
        there, here = (_words_of(text, block) for text, block in zip(texts, blocks, strict=True))
        pairs = SequenceMatcher(None, [one.word for one in there], [one.word for one in here], autojunk=False)
        for kind, place, _, start, end in pairs.get_opcodes():
            at_sign = _is_bare(lacking, there, place)
            if kind == "insert":
                yield _insertion(lacking, having, there, place, here[max(0, start - 1) : end], at_sign)
            elif kind != "equal":
                yield _Difference(None, at_sign)


def _words_of(text: str, block: Block) -> list[Word]:
    """The words of a block of a text."""
    found = words_in(text[block.start : block.end])
    return [Word(one.word, one.start + block.start, one.end + block.start) for one in found]


def _insertion(
    lacking: Document, having: Document, there: Sequence[Word], place: int, here: Sequence[Word], at_sign: bool
) -> _Difference:
    """What words may be that one block has and the other lacks, at a `place` among its words.

    `here` are they, behind the word ahead of them if there is one.
    """
    ahead, more = (here[0], here[1:]) if place else (None, here)
    start, end = _whole(having, more[0].start, more[-1].end)
    said = having.text[start:end]
    if len(more) > _LONGEST or _ENDS_SENTENCE.search(said) or not there:
        return _Difference(None, at_sign)
    at = there[place - 1].end if place else there[place].start
    # A sign that stands ahead of the words in one text is ahead of the gap in the other.
    sign = having.text[ahead.end : start].rstrip() if ahead else ""
    at += len(sign) if lacking.text.startswith(sign, at) else 0
    inside = 0 < place < len(there)
    is_open = inside and there[place - 1].word in _WANTS_MORE and there[place].word in _BEGINS_NOTHING
    shown = [canonical_word(one.word) for one in more]
    slight = len(more) <= _LONGEST_UNSEEN and not states_effect(shown) and not any(map(str.isdigit, said))
    return _Difference(Gap(start, end, at, place > 0), at_sign, is_open, slight, said.startswith("["))


def _is_bare(document: Document, some: Sequence[Word], place: int) -> bool:
    """Whether a sign stands by itself right behind the words that are ahead of a place."""
    return place > 0 and _AHEAD_OF_BARE_SIGN.match(document.text, some[place - 1].end) is not None


def _whole(document: Document, start: int, end: int) -> tuple[int, int]:
    """Where a passage begins and ends with its last bracket, cutting no link."""
    for first, last in links_in(document):
        if first < end and last > start:
            start, end = min(start, first), max(end, last)
    said = document.text[start:end]
    closes = said.count("(") > said.count(")") and document.text.startswith(")", end)
    return start, end + closes
