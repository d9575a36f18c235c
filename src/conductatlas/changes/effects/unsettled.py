"""Of which clause types words came or went with a version, whether or not that adds or removes a clause.

A clause is told as added or removed only where nothing leaves a doubt. Of the others it is known at least that words
which state them came or went: who looks for a type must find that too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.effects.lone_words import LoneSentence, lone_sentences
from conductatlas.changes.following.standing import Followed
from conductatlas.changes.language.stating_alone import can_state, sureness
from conductatlas.changes.layout.headings import title_over
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.provisions import Finder, is_glossed, parts_of_clause, reads_language
from conductatlas.reading import without_images, without_link_notes

# So sure a sentence must be of a type, in the mean of how likely it states it under its heading and without it, for
# that to be told of it: of less sure ones more than half did not, or could be argued about. From the second on it may
# state it. Of what a sentence states no more is named than this.
SURELY_STATED, _PERHAPS_STATED, _MOST_TYPES = 0.9, 0.7, 2
# Who somebody is, and how a contract is read, any sentence may seem to say.
_SAID_BY_MANY = frozenset(("contracting-entity-contact", "general-provisions"))


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Words of some clause types that came or went: the passage of the provision `identity`, or a sentence alone."""

    came: bool
    clause_types: tuple[str, ...]
    words: str
    identity: int | None = None


def unsettled_words(
    pair: Pair, language: str, followed: Iterable[Followed], between: Callable[[], SentenceChanges]
) -> tuple[Unsettled, ...]:
    """The passages of provisions that began or ended of which sentences that state their clause came or went.

    What stands in the other text, word for word or nearly, did neither. `between` tells in which sentences the texts
    differ; it is asked only where something began or ended.
    """
    return tuple(
        Unsettled(came, (one.clause_type,), quote, one.identity)
        for one, came, quote, heading in _lone_passages(pair, followed)
        for passage in [without_images(without_link_notes(quote))]
        for found in [between()]
        for alone in [
            found.alone_in(passage) if found.compared else (pair.before if came else pair.after).lacks(passage)
        ]
        if stating_lone(one.clause_type, quote, heading, alone, language)
    )


def _lone_passages(pair: Pair, followed: Iterable[Followed]) -> Iterator[tuple[Followed, bool, str, str]]:
    """The provisions that only one of two texts has: whether it is the new one, their words and the title over them."""
    for one in followed:
        if one.before is None and one.after is not None:
            yield one, True, one.after.quote, title_over(pair.new, one.after.first)
        elif one.after is None and one.before is not None:
            place = min(one.before.blocks(pair.old), default=None)
            yield one, False, one.before.quote, "" if place is None else title_over(pair.old, place)


def unsettled_sentences(finder: Finder, language: str, sentences: Iterable[SentenceChange]) -> Iterator[Unsettled]:
    """Those of some sentences that came or went whole, and state a clause type for sure."""
    if is_glossed(language) or not reads_language(language):
        return
    for one in sentences:
        shown = one.after or one.before
        types = () if one.how == "edited" else surely_stated(finder, shown, one.under, one.lead_in)
        if types:
            yield Unsettled(one.how == "came", types, shown)


def surely_stated(finder: Finder, sentence: str, heading: str, lead_in: str) -> tuple[str, ...]:
    """The types that a sentence surely states, with its heading and without it, the surest first."""
    alone = {one.clause_type: one.confidence for one in finder.judge_passage(sentence, "", lead_in)}
    sure = [
        one
        for one in finder.judge_passage(sentence, heading, lead_in)
        if sureness(one.confidence, alone.get(one.clause_type, 0.0)) >= SURELY_STATED
        and one.clause_type not in _SAID_BY_MANY
        and can_state(one.clause_type, f"{lead_in} {sentence}")
    ]
    return tuple(one.clause_type for one in sorted(sure, key=lambda one: -one.confidence))[:_MOST_TYPES]


class StatedAlone(NamedTuple):
    """Those of some sentences of a passage that state its clause, and how sure the surest of them is, 0 for none."""

    sentences: tuple[LoneSentence, ...]
    sureness: float

    @property
    def surely(self) -> bool:
        """Whether one of them surely states it."""
        return self.sureness >= SURELY_STATED

    @property
    def perhaps(self) -> bool:
        """Whether one of them may state it."""
        return self.sureness >= _PERHAPS_STATED


def stating_lone(
    clause_type: str, quote: str, heading: str, alone: Sequence[str], language: str | None
) -> tuple[LoneSentence, ...]:
    """Those of some sentences of a passage that are among its sentences which state its clause.

    None where none of them surely does, under its heading and without it.
    """
    stated = stated_alone(clause_type, quote, heading, alone, language)
    return stated.sentences if stated.surely else ()


def stated_alone(clause_type: str, quote: str, heading: str, alone: Sequence[str], language: str | None) -> StatedAlone:
    """Those of some sentences of a passage that are among its sentences which state its clause, however sure."""
    if not alone:
        return StatedAlone((), 0.0)
    found, bare = (
        lone_sentences(clause_type, alone, quote, parts_of_clause(clause_type, quote, above), language)
        for above in (heading, "")
    )
    by_itself = {one.words: one.chance for one in bare}
    surest = max((sureness(one.chance, by_itself.get(one.words, 0.0)) for one in found), default=0.0)
    return StatedAlone(found, surest)
