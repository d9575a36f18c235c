"""The sentences in which two texts differ: of those that came, went and were edited the ones that say most."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from conductatlas.changes.aligning.kept import kept_text
from conductatlas.changes.captures.lost_links import with_words_of_links
from conductatlas.changes.language.quotations import announced
from conductatlas.changes.layout.former_versions import former_version_over
from conductatlas.changes.layout.headings import announcer
from conductatlas.changes.layout.lists import items_below
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.sentences.choosing import looked_at, weightiest, with_grades
from conductatlas.changes.sentences.differing import Differing, differing
from conductatlas.changes.sentences.importance import Weighing
from conductatlas.changes.sentences.in_its_place import in_its_place, scope_of
from conductatlas.changes.sentences.nearest import Nearest, States
from conductatlas.changes.sentences.other_words import rarity
from conductatlas.changes.sentences.promised_anew import with_those_anew
from conductatlas.changes.sentences.referring import binds_who_goes_on
from conductatlas.changes.sentences.said import Said, said_alone
from conductatlas.changes.sentences.said_alike import (
    SAID_ALIKE,
    is_stated_still,
    lower_what_is_said_alike,
    of_one_subject,
    stands_in_part,
)
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_weights import Gravity, SentenceChange
from conductatlas.changes.sentences.sentences_apart import as_read, stands_in
from conductatlas.changes.sentences.standing_above import standing_above
from conductatlas.reading import Document, sentences

# In a text of whose sentences no more than this share stayed, none proves that it no longer says the like.
_WRITTEN_ANEW = 0.1
# Of one of which no more stayed, and which lost so many and took up so many, much was written anew.
_MUCH_WRITTEN_ANEW, _FEWEST_WRITTEN_ANEW = 0.65, 15
# What leads into the nearest of the other text is shown with it up to so many characters.
_LONGEST_LEAD_IN = 160


_Texts = tuple[Document, Document]
# The sentences that each of two texts has alone.
_OfBoth = tuple[Sequence[Said], Sequence[Said]]


def sentence_changes(
    old: Document, new: Document, most: int, gravity: Gravity, states: States | None = None
) -> SentenceChanges:
    """Compare two texts sentence by sentence, and choose as many as `most` by what they say.

    `states`: the clause types that a sentence states by itself; with it sentences are chosen by how much they matter
    to readers, and the nearest of the other text is told, too.
    Notes on links are no words of theirs, nor is what images are called. Words of links that one capture may only lack
    neither came nor went.
    """
    old, new = with_words_of_links(old, new)
    found = differing(old, new)
    read = as_read(old), as_read(new)
    alone, rare = said_alone(*read), rarity(*read)
    weights, alike = _weights(found, alone, read, rare, most)
    perhaps = looked_at(weights, most)
    weighing = _weighing(gravity, states, read, alone, rare) if states else None
    judged = weighing.weights(perhaps) if weighing else with_grades(perhaps, gravity)
    # What changed alike in several places is shown in one.
    heaviest = with_those_anew(weightiest(judged, most), weights)
    chosen = {(one.how, one.before, one.after): one for one in heaviest}.values()
    shown = _in_their_places(chosen, found, read)
    with_others = {
        one: other for one, told in shown.items() for other, its in shown.items() if _is_told_with(told, its)
    }
    told = {one: its for one, its in shown.items() if one not in with_others}
    alike = {
        one: pair and replace(pair, scope=told[one].scope, section=told[one].section)
        for one, pair in alike.items()
        if one in told
    }
    listed = _each_edit_once(told, {one: pair for one, pair in alike.items() if pair})
    first = [with_others.get(one, one) for one in chosen]
    foremost = dict.fromkeys(alike.get(one, told[one]) for one in first if one in told)
    leading = _leading([one for one in foremost if one], found, alone, read, rare)
    shown_too = _with_nearest((*listed, *leading), weighing, read) if weighing else {}
    went, came = map(len, alone)
    return replace(
        found.counted,
        told=tuple(shown_too.get(one, one) for one in listed),
        foremost=tuple(shown_too.get(one, one) for one in leading),
        told_with=len(with_others),
        rewritten=min(went, came) >= _FEWEST_WRITTEN_ANEW and _is_written_anew(found, went + came, _MUCH_WRITTEN_ANEW),
    )


def _weights(
    found: Differing, alone: _OfBoth, texts: _Texts, rare: Mapping[str, float], most: int
) -> tuple[dict[SentenceChange, float], dict[SentenceChange, SentenceChange | None]]:
    """How much sentences weigh by their words, and those that are half of one edit, each with that or None.

    What is said alike elsewhere weighs less, and what is no change, as far as can be told, nothing.
    """
    weights, after = dict(found.weights), kept_text(texts[1])
    lower_what_is_said_alike(weights, found.said, found.says, most)
    of_sections = {
        one.text
        for some, whole in ((found.said, found.counted.gone_sections), (found.says, found.counted.new_sections))
        for one in some
        if any(stands_in(one, section) for section in whole)
    }
    alike = of_one_subject(weights, found.telling.values(), alone, rare, of_sections, most)
    weights.update({one: weights[one] * SAID_ALIKE for one, pair in alike.items() if pair is None})
    of_notes = {"went"} if found.counted.lost_notes else {"came"} if found.counted.new_notes else set()
    # A rule that went for some readers may stand in part for others.
    weights = {
        one: by
        for one, by in weights.items()
        if one.how not in of_notes
        and not (
            one.how == "went"
            and not one.is_heavy
            and stands_in_part(one.before, after, rare)
            and not scope_of(one, found, texts[0])
        )
    }
    return weights, alike


def _in_their_places(
    chosen: Collection[SentenceChange], found: Differing, texts: _Texts
) -> dict[SentenceChange, SentenceChange]:
    """Some sentences in the order of the text, each with what it can't be understood without in its first place."""
    edited = {place: one for (_, place), one in found.telling.items() if one.how == "edited"}
    shown: dict[SentenceChange, SentenceChange] = {}
    for (_, place), one in sorted(found.telling.items(), key=_by_place):
        if one in chosen and one not in shown:
            shown[one] = in_its_place(one, place, found, edited, texts)
    return shown


def _leading(
    foremost: Sequence[SentenceChange], found: Differing, alone: _OfBoth, texts: _Texts, rare: Mapping[str, float]
) -> list[SentenceChange]:
    """Those of the weightiest that may be told first of all: not what the text may say still, in other words."""
    # Of a section that went while others came some may be said there in other words: that it went is told.
    sections = found.counted.gone_sections if found.counted.new_sections else ()
    of_these = {
        (one.how, one.after or one.before)
        for (_, place), one in found.telling.items()
        if one.how == "went" and any(stands_in(found.said[place], section) for section in sections)
    }
    of_former = {
        (one.how, one.after or one.before)
        for (_, place), one in found.telling.items()
        if one.how != "edited" and _is_of_whole_former(one, place, found, texts)
    }
    # What the text states still in other words is told to have gone where the words are shown, not first of all.
    first_words = {one.before for one in foremost if one.how == "went"}
    of_these |= {
        ("went", one.text)
        for one in found.said
        if one.text in first_words and is_stated_still(one, found.said, found.says, rare)
    }
    is_anew = _is_written_anew(found, sum(map(len, alone)))
    return [
        one
        for one in foremost
        if (one.how, one.after or one.before) not in of_former
        # Of what is heavy the other text has no word.
        and (one.is_heavy or not ((one.how, one.after or one.before) in of_these or (is_anew and one.how == "went")))
    ]


def _weighing(
    gravity: Gravity,
    states: States,
    texts: _Texts,
    alone: _OfBoth,
    rare: Mapping[str, float],
) -> Weighing:
    """By what the sentences are weighed in which two texts differ; `alone` are those that each of both has alone."""
    nearest = (Nearest(text, {one.line for one in its}, rare, states) for text, its in zip(texts, alone, strict=True))
    return Weighing(gravity, states, *nearest)


def _with_nearest(
    some: Iterable[SentenceChange], weighing: Weighing, texts: _Texts
) -> dict[SentenceChange, SentenceChange]:
    """Of some sentences those that came or went, with what is nearest to them of the other text; by those."""
    found = {}
    for one in some:
        others, document = (weighing.in_new, texts[1]) if one.stood else (weighing.in_old, texts[0])
        near = dict.fromkeys(filter(None, map(others.to, _told_whole(one))))
        if near:
            found[one] = replace(one, nearest=" […] ".join(_with_lead_in(said, document) for said in near))
    return found


def _told_whole(change: SentenceChange) -> list[str]:
    """The sentences that came or went and are told with a change: what it speaks of, itself, and what is behind it."""
    if change.how == "edited" or has_rows(change.after or change.before):
        return []
    ahead = sentences(change.ahead) if change.ahead_alone else []
    # That one agrees by further use many texts say twice, of other rules.
    behind = (one for one in sentences(change.behind) if not binds_who_goes_on(one))
    return [*ahead, change.after or change.before, *behind]


def _with_lead_in(said: Said, document: Document) -> str:
    """A sentence as it is shown alone: with the end of what leads into its list, and a mark for what stands between."""
    lead_in = standing_above(said, document)[1]
    shown = lead_in if len(lead_in) <= _LONGEST_LEAD_IN else announced(lead_in)
    if not shown:
        return said.text
    items = items_below(document, above) if (above := announcer(document, said.block)) is not None else ()
    is_next = said.block in items[:1] and document.visible[said.block].startswith(said.text)
    return f"{shown} {'' if is_next else '[…] '}{said.text}"


def _each_edit_once(
    told: Mapping[SentenceChange, SentenceChange], pairs: Mapping[SentenceChange, SentenceChange]
) -> list[SentenceChange]:
    """What is told, with `pairs` for what they are both halves of: neither half of one edit is told by itself."""
    of_went = {one: pair for one, pair in pairs.items() if one.how == "went"}
    taken_up = {pair.after for pair in of_went.values()}
    of_came = {one: pair for one, pair in pairs.items() if one.how == "came" and one.after not in taken_up}
    became = {pair.before for pair in of_came.values()}
    edits = {**of_went, **of_came}
    halves = {one for one in told if one not in edits and (one.after in taken_up or one.before in became)}
    return [edits.get(one, its) for one, its in told.items() if one.how == "edited" or one not in halves]


def _is_of_whole_former(change: SentenceChange, place: int, found: Differing, texts: _Texts) -> bool:
    """Whether a sentence came or went with a former version of its text, of which it is told that it did so whole."""
    said, text, sections = (
        (found.said, texts[0], found.counted.gone_sections)
        if change.stood
        else (found.says, texts[1], found.counted.new_sections)
    )
    is_former = former_version_over(text, said[place].block) != ""
    return is_former and any(stands_in(said[place], section) for section in sections)


def _is_written_anew(found: Differing, differing: int, share: float = _WRITTEN_ANEW) -> bool:
    """Whether no more than a share of the sentences of two texts stand in both, and each has some; so many do not."""
    of = len(found.said) + len(found.says)
    return bool(found.said and found.says) and of - differing <= share * of


def _is_told_with(one: SentenceChange, other: SentenceChange) -> bool:
    """Whether a sentence that came or was edited is told with another one already, as a part of it or right behind."""
    # With a sentence that was edited the items are told that it led into.
    if other.how == "edited" != one.how and (one.before or one.after) in (other.after if one.after else other.before):
        return True
    if not one.after or one.after == other.after:
        return False
    edited_with = one.how == other.how == "edited" and other.after.startswith(f"{one.after} ")
    return edited_with or (one.how == "came" and one.after in other.behind)


def _by_place(entry: tuple[tuple[float, int], SentenceChange]) -> tuple[float, int]:
    return entry[0]
