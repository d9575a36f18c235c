"""What was edited in a passage: which sentence became which, and each edit with the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from conductatlas.changes.aligning.own_words import OwnWords, Piece, pieces
from conductatlas.changes.language.edited_sentences import likeness_of_edit
from conductatlas.changes.language.pairing import each_once
from conductatlas.changes.language.signs import Signs
from conductatlas.changes.language.words import has_digit, without_footnotes
from conductatlas.changes.redlines.redline import Segment, SegmentKind, redline
from conductatlas.provisions import content_stems
from conductatlas.reading import words

_DELETED, _INSERTED = SegmentKind.DELETED, SegmentKind.INSERTED
# How many words on either side of an edit say what it is about, and how many that announce an enumeration.
_AROUND, _ANNOUNCING = 12, 24
# One thing of an enumeration, and of how many words one is.
_THING = re.compile(r",?[^,;:.()]+,?")
_LONGEST_THING = 5
# They point to a place, whichever way it is said.
_POINTING = frozenset(
    (
        *("above", "below", "following", "here", "herein", "hereof", "hereunder", "thereof", "set", "forth"),
        *("said", "respective", "applicable", "also", "please", "together", "altogether", "paragraph", "section"),
    )
)
# What a text calls itself, in one way or another.
_ITSELF = re.compile(
    r"\b(?:(?:the )?(?:other )?terms(?: and conditions)? of (?:this|these) \w+|terms of (?:use|service)"
    r"|terms and conditions|(?:additional|supplemental) terms|(?:privacy|cookies?) (?:policy|notice|statement)"
    r"|agreement|terms|contract|policy|addendum|annex|exhibit|document)\b",
    re.IGNORECASE,
)
# '(as described in more detail in section 4)': where more of it is said.
_POINTER = re.compile(
    r"\W*(?:as |is |are )?(?:further |more fully )?"
    r"(?:described|defined|set (?:out|forth)|explained|detailed|outlined)\b(?: in (?:more|greater|further) detail)? "
    r"(?:in|at|under|above|below|here)\b[^,;.()]{0,60}\W*",
    re.IGNORECASE,
)
# 'in compliance with Section 4.2 (Keys) of': which part of a text is meant.
_PART = re.compile(
    r"(?:\b(?:under|in(?: accordance| compliance)?(?: with)?|pursuant to|per|see|of)\s+)?"
    r"\b(?:section|article|clause|paragraph)s?\s+\d[\d.]*(?:\s*\([^()]{0,80}\))?(?:\s+(?:of|in)\b)?",
    re.IGNORECASE,
)
_JOINING = frozenset(("and", "or"))
_ENDED = (".", "!", "?")
# They turn what is said, though they say nothing by themselves.
_TURNING = frozenset(
    (
        *("not", "never", "no", "nor", "cannot", "may", "can", "must", "shall", "will", "should", "only", "unless"),
        *("except", "without", "any", "all", "always", "solely", "or", "and", "if", "until", "before", "after"),
    )
)


class Edit(NamedTuple):
    """What became of some words of a sentence: those that went and that came, and both with the words around them.

    `kept` are the words around them alone: those of the longer sentence.
    """

    went: str
    came: str
    before: str
    after: str
    kept: str

    @property
    def is_whole(self) -> bool:
        """Whether it only put in, or only struck, whole sentences behind others."""
        some = [(said.strip(), around) for said, around in ((self.went, self.before), (self.came, self.after)) if said]
        if len(some) != 1:
            return False
        ((said, around),) = some
        ahead = around.partition(" ".join(said.split()))[0].rstrip()
        return said[:1].isupper() and said.endswith(_ENDED) and ahead.endswith(_ENDED)

    @property
    def says_something(self) -> bool:
        """Whether the words that came or went, and did not only trade places, say or turn something."""
        return _says_something(self)


# An edit is asked about for each type that its passage states.
@lru_cache(maxsize=4096)
def _says_something(edit: Edit) -> bool:
    if all(_POINTER.fullmatch(said) for said in (edit.went, edit.came) if said.strip()):
        return False
    had, has = _telling(edit.before), _telling(edit.after)
    went, came = set(had - has), set(has - had)
    # An 'and' or an 'or' that came with nothing else joins one item to the next.
    return bool(went | came) and not ((went | came) <= _JOINING and not (went and came))


@lru_cache(maxsize=4096)
def _telling(said: str) -> Counter[str]:
    """How often some words say what, as stems, with those that turn what is said, or count."""
    shown = words(_ITSELF.sub("terms", _PART.sub(" ", said)))
    telling = Counter([word for word in shown if word in _TURNING or has_digit(word)])
    telling.update(content_stems(" ".join([word for word in shown if word not in _POINTING])))
    return telling


def sentence_pairs(own: OwnWords, before: str, after: str) -> Iterator[tuple[Piece | None, Piece | None]]:
    """The sentences that were edited, as they stood and as they stand; of those that only came or went, one side.

    `own` are those that came or went with a passage, `before` and `after` its wordings. A sentence that came may be one
    that went on, and is said within it still; likewise one that went.
    """
    became = _likest_pairs(own.gone, own.came)
    yield from ((own.gone[left], own.came[right]) for left, right in became.items())
    alone = [one for left, one in enumerate(own.gone) if left not in became]
    yield from zip(alone, _likest(alone, pieces(after)), strict=True)
    came = [one for right, one in enumerate(own.came) if right not in became.values()]
    yield from zip(_likest(came, pieces(before)), came, strict=True)


def _likest_pairs(gone: Sequence[Piece], came: Sequence[Piece]) -> dict[int, int]:
    """Which sentences that went are which that came, edited, by their places; the most alike first."""
    said, says = ([signs.of_line(one.line) for one in some] for signs in [Signs()] for some in (gone, came))
    scored = [
        (-score, abs(left - right), min(left, right), left, right)
        for left, one in enumerate(said)
        for right, other in enumerate(says)
        if (score := likeness_of_edit(one, other)) > 0
    ]
    return dict(each_once((left, right) for *_, left, right in sorted(scored)))


def _likest(some: Sequence[Piece], others: Sequence[Piece]) -> Iterator[Piece | None]:
    """The sentence that each of some became, or was; None where none is that one edited."""
    signs = Signs()
    theirs = [(signs.of_line(other.line), other) for other in others] if some else []
    for one in some:
        said = signs.of_line(one.line)
        like, likest = max(
            ((likeness_of_edit(said, says), other) for says, other in theirs),
            key=itemgetter(0),
            default=(0.0, None),
        )
        yield likest if like else None


@lru_cache(maxsize=4096)
def edits(before: str, after: str) -> tuple[Edit, ...]:
    """The edits of a sentence, in its order, as a reader sees it before and after; numbers of footnotes are none.

    They are the same ones in whichever order two sentences are compared: those from the shorter to the longer one.
    """
    said, says = without_footnotes(before), without_footnotes(after)
    if (len(said), said) <= (len(says), says):
        return tuple(_edits(redline(said, says)))
    return tuple(Edit(one.came, one.went, one.after, one.before, one.kept) for one in _edits(redline(says, said)))


def _edits(segments: Sequence[Segment]) -> Iterator[Edit]:
    left = ""
    for same, some in groupby(range(len(segments)), lambda place: segments[place].kind is SegmentKind.SAME):
        places = list(some)
        if same:
            left += segments[places[0]].text
            continue
        went, came = (_said(segments[places[0] : places[-1] + 1], kind) for kind in (_DELETED, _INSERTED))
        right = _said(segments[places[-1] + 1 :], SegmentKind.SAME, _INSERTED)
        announced = _announced(left, (went, came), right)
        behind = "" if announced else " ".join(right.split()[:_AROUND])
        ahead = announced or " ".join(left.split()[-_AROUND:])
        yield Edit(went, came, *(" ".join(f"{ahead} {said} {behind}".split()) for said in (went, came, "")))
        left += came


def _said(segments: Sequence[Segment], *kinds: SegmentKind) -> str:
    return "".join(one.text for one in segments if one.kind in kinds)


def _announced(left: str, edited: tuple[str, str], right: str) -> str:
    """What announces the enumeration in which an edit is one more thing, or one less; empty where it is in none.

    What it is about is said there, and not by the things that stand beside it.
    """
    some = [said.strip() for said in edited if said.strip()]
    if len(some) != 1 or not _THING.fullmatch(some[0]) or not (some[0].endswith(",") or right.startswith(",")):
        return ""
    # What is done in several ways goes on behind them: 'by training, testing and improving our models'.
    if len(words(some[0])) == 1:
        return ""
    things = left.rstrip().split(", ")
    announcing = list(things)
    while len(announcing) > 1 and len(words(announcing[-1])) <= _LONGEST_THING:
        announcing.pop()
    if len(announcing) == len(things):
        return ""
    return " ".join(", ".join(announcing).split()[-_ANNOUNCING:])
