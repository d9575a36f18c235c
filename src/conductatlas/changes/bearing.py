"""Whether the words that changed in a passage bear on the clause that it states, or on something else in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from conductatlas.provisions import STATES, Finder, JudgedPart, Judgements, judged_parts, part_spans
from conductatlas.reading import visible_text, words

# A sentence that by itself states a type with less than this probability says nothing of it.
_SAYS_NOTHING = 0.1
# … or with less than the second one, where it states another type with the first.
_SAYS_ANOTHER, _SAYS_LITTLE = 0.5, 0.25
# 'We may exercise these rights …': what it says depends on the sentence before it.
_REFERS_BACK = re.compile(
    r"(?:[\w’']+ ){0,4}(?:this|that|these|those|such|it|they|them|its|the (?:foregoing|above|same))\b"
    # An example is one of what stands before it.
    r"|(?:ex|eg|e g|for example|for instance|such as|namely|ie|i e|in particular|including)\b"
)
# 'Content that you put in ("Input")', '"Input" means …', 'Input means …': a sentence that says what a word stands for.
# One in small letters is quoted for many a reason, but in brackets or before 'means'.
_DEFINED = re.compile(
    r"[\"“”]([A-Z][^\"“”\n]{1,48})[\"“”]|\((?:[\w ,]{0,24} )?[\"“”]([^\"“”\n]{2,48})[\"“”]\)"
    r"|[\"“”]([^\"“”\n]{2,48})[\"“”] (?:means?|refers? to|shall mean)\b"
    r"|(?:\A|[.;:] )(?!(?:I|It|You|We|They|This|That|These|Those|Which|What)\b)"
    r"([A-Z][\w’'-]{1,24}(?: [A-Z][\w’'-]{1,24}){0,3}) (?:means?|refers? to|shall mean)\b"
)
_PASSAGES_KEPT = 4096


class _Part(NamedTuple):
    """A sentence, an item or a row of a passage: as judged, as a reader sees it, and its words."""

    judged: JudgedPart
    seen: str
    said: str


_Parts = tuple[_Part, ...]


class Bearing:
    """Tells which clauses of a reworded passage its changed sentences speak to; it keeps what it judged last."""

    def __init__(self, finder: Finder) -> None:
        """`finder` reads English: sentences in another language are not to be asked about."""
        self._judge = Judgements(finder, {}).judged
        self._parts = lru_cache(_PASSAGES_KEPT)(self._divided)

    def is_elsewhere(self, clause_type: str, before: str, after: str, heading: str = "", lead_in: str = "") -> bool:
        """Whether only sentences changed that do not state a type, beside one that states it word for word as before.

        Where no sentence states it by itself, or one that changed refers back to one that does, this can't be told, and
        the answer is no. So it is where one that changed defines a word that the other uses. `heading` and `lead_in`
        are what stands above the passage.
        """
        stood, stands = _sentences(before), _sentences(after)
        # What is soonest known is asked first.
        if stood == stands or stood.isdisjoint(stands):
            return False
        new = self._parts(after, heading, lead_in)
        telling = [one.seen for one in new if one.said in stood and _chance(one, clause_type) >= STATES]
        if not telling:
            return False
        old = self._parts(before, heading, lead_in)
        return not (_touches(clause_type, old, stands, telling) or _touches(clause_type, new, stood, telling))

    def _divided(self, passage: str, heading: str, lead_in: str) -> _Parts:
        return tuple(
            _Part(part, seen, said)
            for part in judged_parts(self._judge, passage, heading, lead_in)
            if (said := " ".join(words(seen := visible_text(passage[part.start : part.end]))))
        )


@lru_cache(maxsize=_PASSAGES_KEPT)
def _sentences(passage: str) -> frozenset[str]:
    """The words of each sentence, item and row of a passage."""
    shown = (" ".join(words(visible_text(passage[start:end]))) for start, end in part_spans(passage))
    return frozenset(filter(None, shown))


def _touches(clause_type: str, parts: _Parts, others: Collection[str], telling: Sequence[str]) -> bool:
    """Whether a sentence that the other passage has not states a type, or bears on one that does.

    It does where it refers back to one, or defines a word that one of those uses which are `telling`: which stayed.
    """
    return any(
        _says_something(part, clause_type)
        or (previous is not None and _chance(previous, clause_type) >= STATES and _REFERS_BACK.match(part.said))
        or _defines(part.seen, telling)
        for previous, part in _with_previous(parts)
        if part.said not in others
    )


def _defines(sentence: str, telling: Sequence[str]) -> bool:
    """Whether a sentence says what a word stands for that one of some others uses, in the same letters."""
    terms = {next(filter(None, found.groups())).strip(" ,.") for found in _DEFINED.finditer(sentence)}
    # Whom 'we' stands for is a name and an address.
    terms -= {"", "we", "us", "our"}
    return any(re.search(rf"\b{re.escape(term)}s?(?!\w)", one) for term in terms for one in telling)


def _with_previous(parts: _Parts) -> Iterator[tuple[_Part | None, _Part]]:
    previous = None
    for part in parts:
        yield previous, part
        previous = part


def _says_something(part: _Part, clause_type: str) -> bool:
    chance = _chance(part, clause_type)
    states_another = max(part.judged.chances.values(), default=0.0) >= _SAYS_ANOTHER
    return chance >= (_SAYS_LITTLE if states_another else _SAYS_NOTHING)


def _chance(part: _Part, clause_type: str) -> float:
    return part.judged.chances.get(clause_type, 0.0)
