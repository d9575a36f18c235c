"""Whether the words that changed in a passage bear on the clause that it states, or on something else in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.aligning.own_words import OwnWords, Piece
from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.language.quotations import denies
from conductatlas.changes.language.stating_alone import can_state, is_sure
from conductatlas.changes.language.words import likeness
from conductatlas.changes.layout.table_rows import paired_cells
from conductatlas.changes.redlines.edits import Edit, edits, sentence_pairs
from conductatlas.changes.sentences.referring import refers_back, speaks_of_the_last
from conductatlas.changes.verdicts.letters import are_to_the_letter
from conductatlas.provisions import (
    ENGLISH,
    LIKELY,
    STATES,
    Finder,
    Unit,
    content_stems,
    is_glossed,
    judged_parts,
    key_of,
    kindred_of,
)
from conductatlas.reading import table_rows, visible_text, words

# A sentence that by itself states a type with less than this probability says nothing of it.
_SAYS_NOTHING = 0.1
# From the first probability on words are about a type, unless they are much sooner about another one that is stated
# there: it must have this share of the likeliest one's; …
_ABOUT, _NEARLY_AS_LIKELY = 0.3, 0.75
# … or of one's that is not found there, if it has no more than this by itself.
_HARDLY = 0.5
# Words that came or went and moved the log-odds of a type by so much speak for it, whatever else they stand in.
_SPEAKS = 1.0
# Where they moved by so much one of two wordings states the type alone; by less the model only wavers between them.
_STATES_ALONE = 2.0
# Fewer words than this state nothing by themselves.
_FEWEST_STATING = 4
# Of two wordings of a sentence in which less than this is the same, the one went and the other came.
_MOSTLY_OTHERS = 0.5
# With this one or more a sentence states another type.
_SAYS_ANOTHER = 0.5
# What a sentence states for sure, and what it states alone: no other type has so much.
_SURELY, _ALONE, _NO_OTHER = 0.5, 0.75, 0.5
# … or what it states beyond doubt, if it has no more words than this.
_MOST_SURELY, _SOON_READ = 0.95, 45
# What begins so is the rest of a sentence, or an item within one: '(5) the order forms'.
_GOES_ON = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[a-z]")
_ITEM = re.compile(r"\s*(?:[*+-]|\d{1,3}[.)])\s")
# In a table of whose rows so many state a type, one that states no other is about it.
_MOST_ROWS = 0.5
# An example is one of what stands before it.
_EXAMPLE = re.compile(r"\W*(?:ex|e\.?g|i\.?e|such as|namely|in particular|including)\b", re.IGNORECASE)
# Of so many words this share of their runs stands elsewhere on purpose; of very many fewer, as where items of a list
# were put into one sentence.
_FEWEST_IN_A_ROW, _NEARLY_ALL = 8, 0.9
_VERY_MANY, _MOST = 30, 0.8
# Of a row of a table these are stated by the cell with a period, whatever stands in the others.
_STATED_BY_A_PERIOD = frozenset(("retention-period",))
_PERIOD = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|sessions?|persistent|permanent\w*|indefinite\w*"
    r"|until|as long as|kept|stored|retain\w*|retention|expir\w*|delet\w*)\b",
    re.IGNORECASE,
)
_PASSAGES_KEPT = 4096
_NONE: Mapping[str, float] = {}


class _Part(NamedTuple):
    """A sentence, an item or a row of a passage: where it begins, as a reader sees it, its words and what it states.

    `announced`: what the sentence states that leads into the list in which it stands.
    """

    start: int
    seen: str
    said: str
    is_row: bool
    chances: Mapping[str, float]
    announced: Mapping[str, float]

    def chance(self, clause_type: str) -> float:
        """How likely it states a type by itself."""
        return self.chances.get(clause_type, 0.0)

    @property
    def states_any(self) -> bool:
        """Whether there is a type that it is likely to state."""
        return max(self.chances.values(), default=0.0) >= _SAYS_ANOTHER


_Parts = tuple[_Part, ...]


class _Side(NamedTuple):
    """A sentence that changed, as it stood or as it stands: in which passage, and its words in a line."""

    part: _Part
    line: str
    parts: _Parts

    @property
    def before(self) -> _Part | None:
        """The sentence before it in its passage."""
        return next((one for one, other in pairwise(self.parts) if other is self.part), None)


class Rewording(NamedTuple):
    """A passage of a clause type before and after, what of it came or went, and what stands above it.

    `language` (ISO 639-1) is the one that it is read in; `stated` are the types that passages with a sentence were
    found to state, and with what confidence, by its words in a line; `pair` are the whole texts.
    """

    clause_type: str
    before: str
    after: str
    own: OwnWords
    heading: str = ""
    lead_in: str = ""
    language: str = ENGLISH
    stated: Mapping[str, Mapping[str, float]] = {}
    pair: Pair | None = None

    def has_elsewhere(self, gone: Piece | None, came: Piece | None) -> bool:
        """Whether the text has elsewhere what a passage lost, or had what it gained.

        Where a sentence like it stands in the other wording, word for word.
        """
        went, now = gone in self.own.gone, came in self.own.came
        changed = gone if went else came
        if self.pair is None or changed is None or (went and now):
            return False
        text = self.pair.after if went else self.pair.before
        return text.times(changed.line) > 0 or ((gone is None or came is None) and _stands(changed.seen, text))

    def only_moved(self, went: str, came: str) -> bool:
        """Whether words that a passage lost stand in the text still, however divided, and those that came stood."""
        return self.pair is not None and _stands(went, self.pair.after) and _stands(came, self.pair.before)

    def types_beside(self, *lines: str) -> frozenset[str]:
        """The types that passages with sentences of some lines were found to state."""
        return frozenset(kind for line in lines for kind in self.stated.get(line, ()))

    def is_surest_of(self, line: str) -> bool:
        """Whether no other type is stated with as much confidence by passages with a sentence of a line."""
        beside = self.stated.get(line, {})
        return beside.get(self.clause_type, 0.0) == max(beside.values(), default=1.0)

    def is_stated_by(self, chances: Mapping[str, float], *lines: str) -> bool:
        """Whether words, of sentences of some lines, are about the type, and not much sooner about another one."""
        chance, beside = chances.get(self.clause_type, 0.0), self.types_beside(*lines)
        rivals = [other for kind, other in chances.items() if chance < _HARDLY or kind in beside]
        return chance >= _ABOUT and chance >= _NEARLY_AS_LIKELY * max(rivals, default=0.0)

    def is_stated_whole(
        self, chances: Mapping[str, float], *lines: str, announced: Mapping[str, float] = _NONE
    ) -> bool:
        """Whether whole sentences of some lines are likelier to state the type than not, and no other one much sooner.

        Of an item it is enough that what leads into its list, which is `announced`, is about the type.
        """
        enough = max(chances.get(self.clause_type, 0.0) - LIKELY, announced.get(self.clause_type, 0.0) - _ABOUT) >= 0
        return enough and self.is_stated_by(chances, *lines)


class Bearing:
    """Tells which clauses of a reworded passage its changed words speak to; it keeps what it judged last."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._parts = lru_cache(_PASSAGES_KEPT)(self._divided)
        self._about = lru_cache(_PASSAGES_KEPT)(self._weighed)

    def bears(self, one: Rewording) -> bool:
        """Whether a sentence came or went that states the type, or words of one that have to do with it.

        A whole sentence states it where it is likelier to than not, and not much likelier to state another type; in a
        row or an item that had others it is asked for itself. Words that were edited have to
        do with it where what stands around them does, or where they make it likelier themselves. What refers back to a
        sentence that states it bears on it too, and so does a row of a table most of whose rows state it.
        """
        parts = self._sides(one)
        return any(
            self._touches(one, _pair_of(gone, came, parts))
            for gone, came in sentence_pairs(one.own, one.before, one.after)
            if not one.has_elsewhere(gone, came)
        )

    def is_stated_by_edit(self, one: Rewording) -> bool:
        """Whether what came or went states the type by itself, so that the grade of the clause is one of the edit.

        A sentence that came or went surely states it; or the words that came into one, or went from it, do; or one
        states it in one of its wordings alone.
        """
        parts, bare = self._sides(one), self._sides(one._replace(heading=""))
        return any(
            self._states(one, _pair_of(gone, came, parts), _pair_of(gone, came, bare))
            for gone, came in sentence_pairs(one.own, one.before, one.after)
            if not one.has_elsewhere(gone, came)
        )

    def is_surely_stated(self, one: Rewording) -> bool:
        """Whether a sentence of either wording surely states the type; of a language that is glossed nothing tells.

        The title over a passage lends its type to all that stands under it, so that alone does not count.
        """
        if is_glossed(one.language):
            return True
        return any(
            is_sure(part.chance(one.clause_type), alone.chance(one.clause_type))
            for parts, bare in zip(self._sides(one), self._sides(one._replace(heading="")), strict=True)
            for part, alone in zip(parts, bare, strict=True)
        )

    def may_state(self, one: Rewording, sentence: str) -> bool:
        """Whether a sentence of a passage is about a type, or a kindred one, or at least about no other one."""
        said = " ".join(words(sentence))
        above = one.heading, one.lead_in, one.language
        parts = [*self._parts(one.before, *above), *self._parts(one.after, *above)]
        found = [part for part in parts if said and (said in part.said or part.said in said)]
        own = {one.clause_type, *kindred_of(one.clause_type)}
        return not found or any(
            max(map(part.chance, own)) >= _ABOUT or max(part.chances.values(), default=0.0) < _ABOUT for part in found
        )

    def is_of_others(self, one: Rewording) -> bool:
        """Whether each sentence that came, went or was edited states another type, and nothing of this one."""
        return all(part.states_any and part.chance(one.clause_type) < _SAYS_NOTHING for part in self._changed(one))

    def is_not_about(self, one: Rewording) -> bool:
        """Whether no sentence that came, went or was edited is about this type, or leads up to one that states it."""
        changed = list(self._changed(one))
        if any(part.chance(one.clause_type) >= _ABOUT for part in changed):
            return False
        leading = {id(part) for parts in self._sides(one) for part in _leading_up(parts, one.clause_type)}
        return leading.isdisjoint(map(id, changed))

    def speaks_to(self, one: Rewording) -> bool:
        """Whether a sentence that came, went or was edited is likely to state a type, or states no other one sooner."""
        return any(
            STATES <= part.chance(one.clause_type) >= min(LIKELY, max(part.chances.values()))
            for part in self._changed(one)
        )

    def _sides(self, one: Rewording) -> tuple[_Parts, _Parts]:
        """The sentences of a passage before and after; none of either where none went, or came."""
        above = one.heading, one.lead_in, one.language
        return (self._parts(one.before, *above), self._parts(one.after, *above)) if any(one.own) else ((), ())

    def _changed(self, one: Rewording) -> Iterator[_Part]:
        """The sentences that came, went or were edited."""
        for parts, changed in zip(self._sides(one), one.own, strict=True):
            starts = {piece.start for piece in changed}
            yield from (part for part in parts if part.start in starts)

    def _touches(self, one: Rewording, sides: Sequence[_Side]) -> bool:
        """Whether what changed in a sentence, or that it came or went, has to do with a type."""
        if len(sides) > 1:
            was, now = sides
            told = [edit for edit in edits(was.part.seen, now.part.seen) if _has_effect(one, edit)]
            if not told or (one.clause_type in _STATED_BY_A_PERIOD and _keeps_its_periods(one, was, now)):
                return False
            if all(edit.is_whole for edit in told):
                lines = [side.line for side in sides]
                return any(one.is_stated_whole(self._alone(edit, one), *lines) for edit in told)
            if any(_is_its_own(side.part, one.clause_type) for side in sides):
                return True
            if any(self._is_about(one, edit, sides) for edit in told):
                return True
        elif any(one.is_stated_whole(side.part.chances, side.line, announced=side.part.announced) for side in sides):
            return True
        return any(_is_of_rows(side, one) or _refers_back(side, one.clause_type) for side in sides)

    def _states(self, one: Rewording, sides: Sequence[_Side], bare: Sequence[_Side]) -> bool:
        """Whether a sentence that came or went states a type for sure, or what was edited in one does so alone.

        `bare` are the `sides` as they are read without the heading over their passages.
        """
        stating = [
            one.is_stated_by(side.part.chances, side.line)
            and is_sure(side.part.chance(one.clause_type), alone.part.chance(one.clause_type))
            for side, alone in zip(sides, bare, strict=True)
        ]
        if len(sides) < 2:
            return any(stating)
        before, after = (side.part for side in sides)
        if likeness(before.said.split(), after.said.split()) < _MOSTLY_OTHERS:
            return any(stating)
        told = [edit for edit in edits(before.seen, after.seen) if _has_effect(one, edit)]
        was, now = before.chance(one.clause_type), after.chance(one.clause_type)
        moved = abs(_log_odds(was) - _log_odds(now))
        if any(stating) and min(was, now) < LIKELY and moved >= _STATES_ALONE and any(map(_says_otherwise, told)):
            return True
        came_or_went = [
            said
            for edit in told
            for said in (edit.went.strip(), edit.came.strip())
            if len(words(said)) >= _FEWEST_STATING
        ]
        return any(
            chances.get(one.clause_type, 0.0) >= LIKELY
            and one.is_stated_by(chances, *(side.line for side in sides))
            and can_state(one.clause_type, said, one.language)
            for said, chances in zip(came_or_went, self._judged(came_or_went, one.heading, one.language), strict=True)
        )

    def _is_about(self, one: Rewording, edit: Edit, sides: Sequence[_Side]) -> bool:
        """Whether an edit of a sentence has to do with a type, by the words around it or by its own."""
        announced, lines = sides[-1].part.announced, [side.line for side in sides]
        said, says, kept = (_greater(chances, announced) for chances in self._about(edit, one.heading, one.language))
        # What the words around an edit may state, the sentence must state; or they are likely to.
        least = 0.0 if any(side.part.chance(one.clause_type) >= _SURELY for side in sides) else LIKELY
        around = (chances for chances in (said, says) if chances.get(one.clause_type, 0.0) >= least)
        if any(one.is_stated_by(chances, *lines) for chances in around):
            return True
        chance, without = (max(some.get(one.clause_type, 0.0) for some in of) for of in ((said, says), (kept,)))
        if chance >= _ABOUT and _log_odds(chance) - _log_odds(without) >= _SPEAKS:
            return True
        # What by itself says nothing of what is stated there says what its sentence does.
        if any(chances.get(kind, 0.0) >= _ABOUT for chances in (said, says) for kind in one.types_beside(*lines)):
            return False
        return any(
            side.part.chance(one.clause_type) >= _SURELY and one.is_stated_by(side.part.chances, *lines)
            for side in sides
        )

    def _alone(self, edit: Edit, one: Rewording) -> Mapping[str, float]:
        """What whole sentences that an edit put in, or struck, state by themselves."""
        said = visible_text(edit.went or edit.came)
        (chances,) = self._judged([said], one.heading, one.language)
        return {kind: by for kind, by in chances.items() if can_state(kind, said, one.language)}

    def _weighed(self, edit: Edit, heading: str, language: str) -> tuple[Mapping[str, float], ...]:
        """What the words around an edit state: with those that stood there, with those that do, and by themselves."""
        return tuple(self._judged((edit.before, edit.after, edit.kept), heading, language))

    def _judged(self, some: Sequence[str], heading: str, language: str) -> Sequence[Mapping[str, float]]:
        """What some words state, each by themselves."""
        return self._judge(language)(
            [Unit(0, 0, 0, len(said), heading, "", said, key_of(heading, "", said)) for said in some]
        )

    def _judge(self, language: str) -> Callable[[Sequence[Unit]], Sequence[Mapping[str, float]]]:
        return self._finder.reading(language).judge

    def _divided(self, passage: str, heading: str, lead_in: str, language: str) -> _Parts:
        found: list[_Part] = []
        announced, leading = _NONE, lead_in
        for part in judged_parts(self._judge(language), passage, heading, lead_in):
            source = passage[part.start : part.end]
            seen = visible_text(source)
            said = words(seen)
            if not said:
                continue
            is_row, is_item = passage.startswith("|", part.start), _ITEM.match(source) is not None
            # What leads into a list says what its items do not state: 'We show these to adults alone:'.
            whole = f"{leading} {seen}" if is_item else seen
            chances: Mapping[str, float] = {
                kind: by for kind, by in part.chances.items() if can_state(kind, whole, language)
            }
            if found and not is_row and _GOES_ON.match(seen):
                chances = _greater(chances, found[-1].chances)
            if not (is_item or is_row) and _begins_a_line(passage, part.start):
                announced, leading = _NONE, ""
            # A further sentence of an item is as much of the list as its first one.
            chances = _greater(chances, announced)
            found.append(_Part(part.start, seen, " ".join(said), is_row, chances, announced))
            if seen.endswith(":"):
                announced, leading = chances, seen
        return tuple(found)


def _pair_of(gone: Piece | None, came: Piece | None, parts: tuple[_Parts, _Parts]) -> tuple[_Side, ...]:
    """A sentence as it stood and as it stands, among those of its passage before and after; as far as it is there."""
    return tuple(filter(None, (_found(gone, parts[0]), _found(came, parts[1]))))


def _found(piece: Piece | None, parts: _Parts) -> _Side | None:
    part = next((one for one in parts if piece and one.start == piece.start), None)
    return _Side(part, piece.line, parts) if piece and part else None


def _leading_up(parts: _Parts, clause_type: str) -> Iterator[_Part]:
    """The sentences that are about nothing by themselves, right before one that is likely to state a type."""
    for part, following in pairwise(parts):
        if max(part.chances.values(), default=0.0) < _ABOUT and following.chance(clause_type) >= LIKELY:
            yield part


def _is_its_own(part: _Part, clause_type: str) -> bool:
    """Whether a sentence states a type and no other one, or is soon read and states none as surely."""
    chance, others = part.chance(clause_type), [one for kind, one in part.chances.items() if kind != clause_type]
    if chance >= _MOST_SURELY and chance >= max(others, default=0.0):
        return len(part.said.split()) <= _SOON_READ
    return chance >= _ALONE and max(others, default=0.0) < _NO_OTHER


def _keeps_its_periods(one: Rewording, was: _Side, now: _Side) -> bool:
    """Whether of a row of a table some cells name a period, and none of these changed."""
    if not (was.part.is_row and now.part.is_row):
        return False
    said, says = (
        next((row for _, row in table_rows(passage[side.part.start :].partition("\n")[0])), "")
        for passage, side in ((one.before, was), (one.after, now))
    )
    periods = [cell == its for cell, its in paired_cells(said, says) if _PERIOD.search(f"{cell} {its}")]
    return bool(periods) and all(periods)


def _log_odds(chance: float) -> float:
    inside = min(max(chance, 0.01), 0.99)
    return log(inside / (1 - inside))


def _has_effect(one: Rewording, edit: Edit) -> bool:
    """Whether an edit says something, and does not only move words that stand in both texts."""
    if not edit.says_something or are_to_the_letter(one.clause_type, edit.before, edit.after):
        return False
    return not one.only_moved(edit.went, edit.came)


def _says_otherwise(edit: Edit) -> bool:
    """Whether an edit put in or struck words of content, or a denial: 'the' for 'this' lends a sentence nothing."""
    denied, denies_now = (denies(side.lower().split()) for side in (edit.went, edit.came))
    return set(content_stems(edit.went)) != set(content_stems(edit.came)) or denied != denies_now


def _stands(said: str, text: KeptText) -> bool:
    """Whether words, if there are any, stand in a text, and are so many that it can't be an accident."""
    if not said.strip():
        return True
    number = len(words(said))
    return number >= _FEWEST_IN_A_ROW and text.holds(said, _NEARLY_ALL if number < _VERY_MANY else _MOST)


def _greater(one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    """The greater chances of two."""
    return {kind: max(one.get(kind, 0.0), other.get(kind, 0.0)) for kind in sorted({*one, *other})} if other else one


def _begins_a_line(passage: str, start: int) -> bool:
    """Whether what begins at a place of a passage, with the white space around that, begins a line."""
    ahead = passage[: start + len(passage[start:]) - len(passage[start:].lstrip())]
    return "\n" in ahead[len(ahead.rstrip()) :]


def _is_of_rows(side: _Side, one: Rewording) -> bool:
    """Whether a row states nothing else, and most rows of its table state a type, or the table does as a whole.

    It does so where it is found to state no other type more surely, and few of its rows state one by themselves.
    """
    rows = [row for row in side.parts if row.is_row]
    if not side.part.is_row or side.part.states_any:
        return False
    stating, others = (
        sum(row.chance(one.clause_type) >= STATES for row in rows),
        sum(row.states_any and row.chance(one.clause_type) < STATES for row in rows),
    )
    return stating >= _MOST_ROWS * len(rows) or (one.is_surest_of(side.line) and others < _MOST_ROWS * len(rows))


def _refers_back(side: _Side, clause_type: str) -> bool:
    """Whether a sentence goes on the one before it, which states a type, and is no nearer to stating another one."""
    before, seen = side.before, side.part.seen
    if before is None or side.part.states_any or before.chance(clause_type) < LIKELY:
        return False
    likeliest = max(side.part.chances.values(), default=0.0)
    if likeliest >= _ABOUT and side.part.chance(clause_type) < _NEARLY_AS_LIKELY * likeliest:
        return False
    return _EXAMPLE.match(seen) is not None or (refers_back(seen) and speaks_of_the_last(seen))
