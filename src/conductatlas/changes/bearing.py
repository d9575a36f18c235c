"""Whether the words that changed in a passage bear on the clause that it states, or on something else in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from conductatlas.changes.own_words import OwnWords, Piece, pieces
from conductatlas.provisions import LIKELY, STATES, Finder, judged_parts
from conductatlas.reading import visible_text, words

# A sentence that by itself states a type with less than this probability says nothing of it.
_SAYS_NOTHING = 0.1
# … or with less than the second one, where it states another type with the first.
_SAYS_ANOTHER, _SAYS_LITTLE = 0.5, 0.25
# What begins so is the rest of a sentence, or an item within one: '(5) the order forms'.
_GOES_ON = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[a-z]")
_ITEM = re.compile(r"\s*(?:[*+-]|\d{1,3}[.)])\s")
# In a table of whose rows so many state a type, none can be told to be about something else.
_MOST_ROWS = 0.5
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
    """A sentence, an item or a row of a passage: where it begins, as a reader sees it, its words and what it states."""

    start: int
    seen: str
    said: str
    is_row: bool
    chances: Mapping[str, float]

    def chance(self, clause_type: str) -> float:
        """How likely it states a type by itself."""
        return self.chances.get(clause_type, 0.0)

    @property
    def states_any(self) -> bool:
        """Whether there is a type that it is likely to state."""
        return max(self.chances.values(), default=0.0) >= _SAYS_ANOTHER


_Parts = tuple[_Part, ...]


class Bearing:
    """Tells which clauses of a reworded passage its changed sentences speak to; it keeps what it judged last."""

    def __init__(self, finder: Finder) -> None:
        """`finder` reads English: sentences in another language are not to be asked about."""
        self._judge = finder.judge
        self._parts = lru_cache(_PASSAGES_KEPT)(self._divided)

    def is_elsewhere(
        self, clause_type: str, before: str, after: str, own: OwnWords, heading: str = "", lead_in: str = ""
    ) -> bool:
        """Whether only sentences changed that do not state a type, beside one that states it word for word as before.

        `own` are the sentences that came, went or were edited. Where no sentence states the type by itself, each that
        changed must state another one: else this can't be told, and the answer is no. So it is where one that changed
        refers back to one that states the type, or defines a word that such a one uses. `heading` and `lead_in` are
        what stands above the passage.
        """
        stayed = _lines(before) & _lines(after)
        # What is soonest known is asked first.
        if own.are_kept or not stayed:
            return False
        new = self._parts(after, heading, lead_in)
        telling = [one.seen for one in new if one.said in stayed and one.chance(clause_type) >= STATES]
        old = self._parts(before, heading, lead_in) if own.gone else ()
        if not telling and not all(part.states_any for part in (*_those(old, own.gone), *_those(new, own.came))):
            return False
        return not any(
            _touches(clause_type, parts, changed, telling) for parts, changed in ((old, own.gone), (new, own.came))
        )

    def is_of_others(
        self, clause_type: str, before: str, after: str, own: OwnWords, heading: str = "", lead_in: str = ""
    ) -> bool:
        """Whether each sentence that came, went or was edited states another type, and nothing of this one."""
        return all(
            part.states_any and part.chance(clause_type) < _SAYS_NOTHING
            for passage, changed in ((before, own.gone), (after, own.came))
            if changed
            for part in _those(self._parts(passage, heading, lead_in), changed)
        )

    def speaks_to(
        self, clause_type: str, before: str, after: str, own: OwnWords, heading: str = "", lead_in: str = ""
    ) -> bool:
        """Whether a sentence that came, went or was edited is likely to state a type, or states no other one sooner."""
        return any(
            STATES <= part.chance(clause_type) >= min(LIKELY, max(part.chances.values()))
            for passage, changed in ((before, own.gone), (after, own.came))
            if changed
            for part in _those(self._parts(passage, heading, lead_in), changed)
        )

    def _divided(self, passage: str, heading: str, lead_in: str) -> _Parts:
        found: list[_Part] = []
        announced: Mapping[str, float] = {}
        for part in judged_parts(self._judge, passage, heading, lead_in):
            source = passage[part.start : part.end]
            seen = visible_text(source)
            said = words(seen)
            if not said:
                continue
            is_row, chances = passage.startswith("|", part.start), part.chances
            if found and not is_row and _GOES_ON.match(seen):
                chances = _greater(chances, found[-1].chances)
            if _begins_a_line(source) and not _ITEM.match(source):
                announced = {}
            # A further sentence of an item is as much of the list as its first one.
            chances = _greater(chances, announced)
            if seen.endswith(":"):
                announced = chances
            found.append(_Part(part.start, seen, " ".join(said), is_row, chances))
        return tuple(found)


def _greater(one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    """The greater chances of two."""
    return {kind: max(one.get(kind, 0.0), other.get(kind, 0.0)) for kind in sorted({*one, *other})} if other else one


def _begins_a_line(source: str) -> bool:
    return "\n" in source[: len(source) - len(source.lstrip())]


@lru_cache(maxsize=_PASSAGES_KEPT)
def _lines(passage: str) -> frozenset[str]:
    """The words of each sentence, item and row of a passage."""
    return frozenset(" ".join(words(one.seen)) for one in pieces(passage))


def _those(parts: _Parts, changed: Sequence[Piece]) -> Iterator[_Part]:
    starts = {one.start for one in changed}
    return (part for part in parts if part.start in starts)


def _touches(clause_type: str, parts: _Parts, changed: Sequence[Piece], telling: Sequence[str]) -> bool:
    """Whether a sentence that changed states a type, or bears on one that does.

    It does where it refers back to one, or defines a word that one of those uses which are `telling`: which stayed.
    """
    rows = [part.chance(clause_type) >= STATES for part in parts if part.is_row]
    is_of_rows = bool(rows) and sum(rows) >= _MOST_ROWS * len(rows)
    previous = {part.start: before for before, part in pairwise(parts)}
    return any(
        _says_something(part, clause_type)
        # Of a row that states no clause by itself nothing tells that it is none of its table's.
        or (part.is_row and (is_of_rows or not part.states_any))
        or _refers_back(part, previous.get(part.start), clause_type)
        or _defines(part.seen, telling)
        for part in _those(parts, changed)
    )


def _refers_back(part: _Part, previous: _Part | None, clause_type: str) -> bool:
    """Whether a sentence that states nothing else needs the one before it, which states a type."""
    if previous is None or part.states_any or previous.chance(clause_type) < STATES:
        return False
    return _REFERS_BACK.match(part.said) is not None


def _defines(sentence: str, telling: Sequence[str]) -> bool:
    """Whether a sentence says what a word stands for that one of some others uses, in the same letters."""
    terms = {next(filter(None, found.groups())).strip(" ,.") for found in _DEFINED.finditer(sentence)}
    # Whom 'we' stands for is a name and an address.
    terms -= {"", "we", "us", "our"}
    return any(re.search(rf"\b{re.escape(term)}s?(?!\w)", one) for term in terms for one in telling)


def _says_something(part: _Part, clause_type: str) -> bool:
    return part.chance(clause_type) >= (_SAYS_LITTLE if part.states_any else _SAYS_NOTHING)
