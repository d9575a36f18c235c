"""What a sentence that came or went has in common with others that only the other text has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from math import ceil
from operator import itemgetter

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.language.common_words import distinct_words, holders
from conductatlas.changes.language.quotations import denies
from conductatlas.changes.language.words import likeness
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.redlines.redline import Segment, SegmentKind
from conductatlas.changes.sentences.other_words import Sharers, share_of_rare, words_in_common
from conductatlas.changes.sentences.said import Said
from conductatlas.changes.sentences.sentence_pairs import SIDE_BY_SIDE
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.changes.sentences.taking_up import HOLDS_FOR, Takers
from conductatlas.provisions import content_stems
from conductatlas.reading import word_count, word_line

# A sentence that came or went weighs less where one of the other text has so much of its words of some length; so many
# are looked at for each that is wanted.
SAID_ALIKE, _MUCH_THE_SAME, _SHORTEST_TELLING, _LOOKED_AT_FOR_EACH = 0.25, 0.75, 4, 10
# … or fewer of them, but so much of its content, in whatever forms.
_SOME_THE_SAME, _SAME_CONTENT = 0.4, 0.6
# … and is not told before all else where one that only the other text has shares so much of it, by how rare words are.
# Two of which each says so much of the other are told together.
_OF_ONE_SUBJECT, _OF_ONE_PAIR = 0.4, 0.45
_LIMITS = re.compile(r"\W*(?:if|unless|when|where|except|provided|subject|to the (?:\w+ )?extent)\b", re.IGNORECASE)
# Of the items of one list so much is enough, of either and of one of them; so alike is what leads into one list.
_LIKE_ITEM, _SAME_LEAD_IN = (0.2, 0.3), 0.6
# … and what went is not told first where one that both texts have says so much of it, in so many words, and stood more
# than so many blocks away from it: rules side by side are two.
_STATED_STILL, _FEWEST_STATED = 0.7, 8
# What is done 'without consent' is not denied.
_WITHOUT_CONSENT = re.compile(r"\bwithout (?:\w+ ){0,3}?(?:consent|permission|authori[sz]ation|knowledge)\b")
# A clause of a sentence has so many words, and says such a share of it, where the sentence stands in part.
_FEWEST_OF_A_CLAUSE, _OF_THE_SENTENCE = 8, 0.2
_CLAUSES = re.compile(r"[,;:]\s+(?:(?:and|or|but)\s+)?(?:(?:so|then|therefore|also)\s+)?", re.IGNORECASE)


def lower_what_is_said_alike(
    weights: dict[SentenceChange, float], said: Sequence[Said], says: Sequence[Said], most: int
) -> None:
    """Let the weightiest of some sentences weigh less where the other text says much the same in another one."""
    heaviest = sorted(weights, key=weights.__getitem__, reverse=True)[: _LOOKED_AT_FOR_EACH * most]
    telling = {one: _telling_words(one) for one in heaviest}
    for how, others in (("came", said), ("went", says)):
        ours = [one for one in heaviest if one.how == how]
        sayings = _Sayings(others, frozenset().union(*(telling[one] for one in ours)))
        for one in ours:
            if any(_says_much_of(one, telling[one], other) for other in sayings.with_some_of(telling[one])):
                weights[one] *= SAID_ALIKE


def _telling_words(one: SentenceChange) -> frozenset[str]:
    return frozenset(word for word in word_line(one.after or one.before).split() if len(word) >= _SHORTEST_TELLING)


class _Sayings:
    """Sentences, found by those of their words that are asked about."""

    def __init__(self, said: Sequence[Said], asked: Set[str]) -> None:
        self._said = said
        self._words = [distinct_words(one.line) & asked for one in said] if asked else []
        self._holding = holders(self._words)

    def with_some_of(self, telling: Set[str]) -> Iterator[Said]:
        """The sentences that have some share of some words: each of these has one of the rarest, too."""
        if not telling:
            return iter(self._said)
        least = _SOME_THE_SAME * len(telling)
        rarest = sorted(telling, key=lambda word: len(self._holding.get(word, ())))[: len(telling) - ceil(least) + 1]
        places = {place for word in rarest for place in self._holding.get(word, ())}
        return (self._said[place] for place in places if len(telling & self._words[place]) >= least)


def _says_much_of(one: SentenceChange, telling: Set[str], other: Said) -> bool:
    """Whether a sentence, with some words of another one, has most of them, or most of its content in any form."""
    shared = len(telling & distinct_words(other.line))
    if shared >= _MUCH_THE_SAME * len(telling):
        return True
    if other.is_row:
        return False
    content = _content(word_line(one.after or one.before))
    return len(content & _content(other.line)) >= _SAME_CONTENT * len(content)


def of_one_subject(
    weights: Mapping[SentenceChange, float],
    telling: Collection[SentenceChange],
    differing: tuple[Sequence[Said], Sequence[Said]],
    rare: Mapping[str, float],
    of_sections: Set[str],
    most: int,
) -> dict[SentenceChange, SentenceChange | None]:
    """The weightiest sentences that came or went, and have much of what they say in one that only the other text has.

    `telling` are all that are told, `differing` the sentences that only the old text has, and those that only the new
    one has, `rare` how rare words are, `of_sections` those of sections that came or went as a whole, which are no edit.
    Each with the two told together, where either says most of the other; else with None, as is an item where one of the
    same list may have come for it. What went needs less for that than what came: a short sentence that went can be a
    part of a long one that says something new.
    """
    heaviest = sorted(weights, key=weights.__getitem__, reverse=True)[: _LOOKED_AT_FOR_EACH * most]
    whole = [one for one in heaviest if one.how != "edited" and not has_rows(one.after or one.before)]
    if not whole:
        return {}
    went, came = ([one for one in some if not one.is_row] for some in differing)
    edited = [one for one in telling if one.how == "edited"]
    # What took up what another sentence said says nothing of this one.
    taken = {one.after for one in edited if not one.in_other_words}
    alone = {"came": went, "went": [one for one in came if one.text not in taken]}
    by_text = {(one.how, one.after or one.before): one for one in weights}
    of_other = {"came": "went", "went": "came"}
    sharers = {how: Sharers(other.line for other in others) for how, others in alone.items()}
    takers = Takers(went, came, taken, rare)
    pairs = _pairs_of([one for one in whole if one.how == "went"], takers, by_text, of_sections)
    alike: dict[SentenceChange, SentenceChange | None] = dict(pairs)
    of_pairs = {pair.after: pair for pair in pairs.values() if pair}
    became = {one.before for one in edited}
    for one in whole:
        if one in alike:
            continue
        if one.how == "came":
            pair = of_pairs.get(one.after) or _pair_that_came(one, takers, became, of_sections)
            if pair:
                alike[one] = pair
                continue
        line = word_line(one.after or one.before)
        perhaps = (alone[one.how][place] for place in sharers[one.how].that_may_say(line, _OF_ONE_SUBJECT, rare))
        shared = ((share_of_rare(line, other.line, rare), other) for other in perhaps)
        share, best = max(shared, key=itemgetter(0), default=(0.0, None))
        if best is None or share < _OF_ONE_SUBJECT:
            if any(_is_like_item(one, by_text.get((of_other[one.how], other.text)), rare) for other in alone[one.how]):
                alike[one] = None
            continue
        # What denies is not said by what does not.
        if denies(line.split()) != denies(best.line.split()):
            continue
        other = by_text.get((of_other[one.how], best.text))
        are_one = min(share, share_of_rare(best.line, line, rare)) >= _OF_ONE_PAIR
        alike[one] = _pair_of(one, other) if other and are_one else None
    return alike


def _pairs_of(
    went: Sequence[SentenceChange],
    takers: Takers,
    by_text: Mapping[tuple[str, str], SentenceChange],
    of_sections: Set[str],
) -> dict[SentenceChange, SentenceChange | None]:
    """The sentences that went and were taken up, each as one edit with its taker; with None where that is not told."""
    pairs: dict[SentenceChange, SentenceChange | None] = {}
    for one in went:
        taker = takers.of(one.before)
        if taker:
            other = by_text.get(("came", taker.text))
            pairs[one] = _pair_of(one, other) if other and not {one.before, taker.text} & of_sections else None
    return pairs


def _pair_that_came(
    one: SentenceChange, takers: Takers, became: Collection[str], of_sections: Set[str]
) -> SentenceChange | None:
    """A sentence that came as one edit with the one that it took up, if it is the likest that took that one up.

    `became` are those that went and are told as edited. That one need not be told as gone by itself: the other text may
    have a part of it elsewhere.
    """
    took_up = takers.taken_up_by(one.after, became)
    if took_up is None or {one.after, took_up.text} & of_sections:
        return None
    return replace(
        one,
        how="edited",
        before=took_up.text,
        segments=(Segment(SegmentKind.DELETED, took_up.text), *one.segments),
    )


def is_stated_still(went: Said, said: Sequence[Said], says: Sequence[Said], rare: Mapping[str, float]) -> bool:
    """Whether a rule that went is stated in other words by a sentence that both texts have, in another part of them.

    `said` and `says` are all sentences of the text before and of the one after, `rare` how rare words are. So it is
    where a text lost its former version, and keeps the one that came in its stead.
    """
    if went.is_row:
        return False
    stand = {one.line for one in says if not one.is_row}
    denied = denies(went.line.split())
    nearby = {one.line for one in said if abs(one.block - went.block) <= SIDE_BY_SIDE}
    return any(
        words_in_common(went.line, line) >= _FEWEST_STATED
        and share_of_rare(went.line, line, rare) >= _STATED_STILL
        and denies(line.split()) == denied
        for line in {one.line for one in said} & stand - nearby
    )


def stands_in_part(sentence: str, text: KeptText, rare: Mapping[str, float]) -> bool:
    """Whether a text has a whole clause of a sentence word for word, which tells a good part of what that says.

    'We keep no cards, and so once you have paid the slips are burnt' is not gone where slips are burnt once one paid.
    """
    if has_rows(sentence):
        return False
    line = word_line(sentence)
    return any(
        word_count(clause) >= _FEWEST_OF_A_CLAUSE
        and not _LIMITS.match(clause)
        and text.times(clause) > 0
        and share_of_rare(line, word_line(clause), rare) >= _OF_THE_SENTENCE
        for clause in _CLAUSES.split(HOLDS_FOR.sub("", sentence))
    )


def _is_like_item(one: SentenceChange, other: SentenceChange | None, rare: Mapping[str, float]) -> bool:
    """Whether an item that came or went is so like one of the same list in the other text that it may be that one."""
    if other is None or not one.lead_in or not other.lead_in or not _are_of_one_list(one, other):
        return False
    said, says = (word_line(item.after or item.before) for item in (one, other))
    least, most = sorted((share_of_rare(said, says, rare), share_of_rare(says, said, rare)))
    if least < _LIKE_ITEM[0] or most < _LIKE_ITEM[1]:
        return False
    denial, its = (denies(_WITHOUT_CONSENT.sub(" ", item).split()) for item in (said, says))
    return denial == its


def _are_of_one_list(one: SentenceChange, other: SentenceChange) -> bool:
    """Whether two items stand under headings of which one has the words of the other, or behind much the same words."""
    titles = [_content(word_line(item.under)) for item in (one, other)]
    if all(titles) and min(titles, key=len) <= max(titles, key=len):
        return True
    before, after = (word_line(item.lead_in).split() for item in (one, other))
    return likeness(before, after) >= _SAME_LEAD_IN


def _pair_of(one: SentenceChange, other: SentenceChange) -> SentenceChange:
    """A sentence that came and one that went as one that was edited."""
    went, came = (other, one) if one.how == "came" else (one, other)
    return replace(came, how="edited", before=went.before, segments=(*went.segments, *came.segments))


@lru_cache(maxsize=4096)
def _content(line: str) -> frozenset[str]:
    return frozenset(content_stems(line))
