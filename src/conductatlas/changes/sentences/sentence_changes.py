"""The sentences in which two texts differ: those that came, those that went, and those that were edited.

Two whole texts are compared, in whichever block or clause a sentence stands, and no finding is needed: a sentence came
where the text before has it nowhere, not in nearly the same words either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile
from math import ceil
from typing import NamedTuple

from conductatlas.changes.aligning.alignment import Alignment, align
from conductatlas.changes.aligning.kept import KeptText, kept_text
from conductatlas.changes.aligning.restated import likeness_of_content
from conductatlas.changes.captures.lost_links import with_words_of_links
from conductatlas.changes.language.quotations import announced, denies
from conductatlas.changes.language.references import names_another_address, refers_elsewhere
from conductatlas.changes.language.words import likeness
from conductatlas.changes.layout.far_lead_ins import far_lead_in, is_bare_lead_in
from conductatlas.changes.layout.former_versions import former_version_over
from conductatlas.changes.layout.furniture import announces_update
from conductatlas.changes.layout.headings import announcer, lead_in_of, section_over, stands_under
from conductatlas.changes.layout.lists import all_gone, are_met_together, goes_on, in_a_row, items_below, same_list
from conductatlas.changes.layout.notes import may_have_lost_notes
from conductatlas.changes.layout.parts import parts_in
from conductatlas.changes.layout.scopes import scope_over
from conductatlas.changes.layout.table_rows import first_cell, has_rows
from conductatlas.changes.layout.title_lines import titles_in
from conductatlas.changes.names.renaming import Names
from conductatlas.changes.redlines.redline import Segment, SegmentKind, redline
from conductatlas.changes.sentences.alike import Alike, edited_alike
from conductatlas.changes.sentences.copies import Copy, places_without, told_copies
from conductatlas.changes.sentences.nearest import Nearest, States
from conductatlas.changes.sentences.of_one_text import with_heavy
from conductatlas.changes.sentences.other_words import OF_EACH, in_other_words, rarity
from conductatlas.changes.sentences.promised_anew import with_those_anew
from conductatlas.changes.sentences.referring import (
    binds_who_goes_on,
    limited_ahead,
    refers_back,
    said_ahead,
    said_behind,
    said_instead,
    said_of_accepting,
    speaks_of_the_last,
)
from conductatlas.changes.sentences.said import (
    FEWEST_WORDS,
    Said,
    asks_in_bold,
    is_name,
    lines_said,
    said_alone,
    said_in,
)
from conductatlas.changes.sentences.said_alike import (
    SAID_ALIKE,
    is_stated_still,
    lower_what_is_said_alike,
    of_one_subject,
    stands_in_part,
)
from conductatlas.changes.sentences.sentence_pairs import (
    LIKE_ELSEWHERE,
    SAID_BESIDE,
    are_sentences,
    edited_pairs,
    lines_of_fewer,
)
from conductatlas.changes.sentences.sentence_redlines import redline_of_edit, without_spacing
from conductatlas.changes.sentences.sentence_weights import Gravity, SentenceChange, weight, weightiest
from conductatlas.changes.sentences.sentences_apart import as_read, has_elsewhere, said_with, sentences_apart, stands_in
from conductatlas.changes.sentences.what_moved import Moved
from conductatlas.changes.sentences.whole_sections import Section
from conductatlas.changes.sentences.whole_tables import Table, but_for_those_of, whole_tables
from conductatlas.changes.verdicts.differences import Weight, weight_of_edit
from conductatlas.provisions import content_stems
from conductatlas.reading import (
    Document,
    sentences,
    word_count,
    word_line,
)

# What an edit of no effect keeps of its weight, and what stands in a paragraph that announces an update.
_WITHOUT_EFFECT = 0.1
# Sentences that are nearly the same begin with so many words alike.
_FEWEST_BEGUN = 3
# In a text of whose sentences no more than this share stayed, none proves that it no longer says the like.
_WRITTEN_ANEW = 0.1
# Of one of which no more stayed, and which lost so many and took up so many, much was written anew.
_MUCH_WRITTEN_ANEW, _FEWEST_WRITTEN_ANEW = 0.65, 15
# What is said in other words stands so many blocks away at most, unless it is much the same.
_NEARBY = 8
# What leads into the nearest of the other text is shown with it up to so many characters.
_LONGEST_LEAD_IN = 160
# The items of a list that was one sentence, or became one, are told with it up to so many characters.
_LONGEST_LIST = 360
# Of two headings of which so much is the same one may have become the other.
_SAME_TITLE = 0.5
# What was denied, in no more words, is denied again in so many of them in a row, and in this share.
_LONGEST_DENYING, _FEWEST_DENYING, _MOST_DENYING = 40, 5, 0.6
_PARTIES = frozenset(("we", "you"))


@dataclass(frozen=True, slots=True)
class SentenceChanges:
    """The weightiest sentences in which two texts differ, in the order of the text, and how many differ in all.

    `came`, `went`, `edited` count each sentence once, however often it stands; `places` tells in how many places those
    of each kind do, `rows` how many of each kind are rows of tables. `foremost`: the weightiest again, but the first of
    them first. `new_sections`, `gone_sections`, `new_tables`, `gone_tables`: those that came or went as a whole, the
    rows of such a table are not counted. `lost_notes`: whether those that went may be notes to which the text still
    refers; no sentence that went is told then. `new_notes`: the same of those that came, and to which it referred.
    `alike`: what many edits did alike.
    `fewer`, `more`: how many stand in both texts, word for word or nearly, and in fewer places than before or in more;
    `fewer_told`, `more_told`: which, and where, as far as that is sure. `told_with`: how many are told as a part of
    others. `denials`: the new sentences that deny something, told or not, by their lines of words.
    `rewritten`: whether much of the text is in other sentences. `compared`: whether the texts were; those that
    differ in very many sentences are not.
    """

    told: tuple[SentenceChange, ...] = ()
    came: int = 0
    went: int = 0
    edited: int = 0
    places: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    fewer: int = 0
    more: int = 0
    fewer_told: tuple[Copy, ...] = ()
    more_told: tuple[Copy, ...] = ()
    compared: bool = True
    foremost: tuple[SentenceChange, ...] = ()
    new_sections: tuple[Section, ...] = ()
    gone_sections: tuple[Section, ...] = ()
    new_tables: tuple[Table, ...] = ()
    gone_tables: tuple[Table, ...] = ()
    lost_notes: bool = False
    new_notes: bool = False
    alike: Alike | None = None
    rewritten: bool = False
    told_with: int = 0
    denials: Mapping[str, str] = field(default_factory=dict)
    _alone: frozenset[str] = frozenset()
    _reworded: tuple[tuple[str, str], ...] = ()

    def reworded_of(self, struck: str, inserted: str) -> tuple[tuple[str, str], ...]:
        """What stood and what the text says instead, edited or in other words, where either is in some words.

        That is what stood in those that were struck, what stands in those that were inserted.
        """
        return tuple(pair for pair in self._reworded if pair[0] in struck or pair[1] in inserted)

    def denied_anew(self, struck: str) -> tuple[str, ...]:
        """The new sentences that deny what struck words denied of somebody, in most of those and as many in a row."""
        said = word_line(struck).split()
        if len(said) > _LONGEST_DENYING:
            return ()
        number = max(_FEWEST_DENYING, ceil(_MOST_DENYING * len(said)))
        runs = [said[start : start + number] for start in range(len(said) - number + 1)]
        # 'Do not sell my data' and 'without prejudice to this section' are no statements of who does not do what.
        denying = [f" {' '.join(run)} " for run in runs if denies(run) and not _PARTIES.isdisjoint(run)]
        return tuple(text for line, text in self.denials.items() if any(run in f" {line} " for run in denying))

    def alone_in(self, passage: str) -> tuple[str, ...]:
        """The sentences of a passage of one of the texts that came or went whole, as a reader sees them.

        One of those told that denies what it said before, or says what it denied, is another one too.
        """
        turned = {
            word_line(text)
            for one in self.told
            if one.how == "edited" and denies(one.before.split()) != denies(one.after.split())
            for text in (one.before, one.after)
        }
        return said_with(passage, self._alone | turned)


class _Differing(NamedTuple):
    """The sentences in which two texts differ, by their places, how much each says, and those of both texts.

    `counted` has all of the outcome but the choice of those that say most.
    """

    counted: SentenceChanges
    telling: Mapping[tuple[float, int], SentenceChange]
    weights: Mapping[SentenceChange, float]
    said: tuple[Said, ...]
    says: tuple[Said, ...]


def sentence_changes(
    old: Document, new: Document, most: int, gravity: Gravity, states: States | None = None
) -> SentenceChanges:
    """Compare two texts sentence by sentence, and choose as many as `most` by what they say.

    `states`: the clause types that a sentence states by itself; with it the nearest of the other text is told, too.
    Notes on links are no words of theirs, nor is what images are called. Words of links that one capture may only lack
    neither came nor went.
    """
    old, new = with_words_of_links(old, new)
    found = _differing(old, new)
    weights = dict(found.weights)
    lower_what_is_said_alike(weights, found.said, found.says, most)
    read = as_read(old), as_read(new)
    went, came = said_alone(*read)
    after, rare = kept_text(read[1]), rarity(*read)
    of_sections = {
        one.text
        for some, whole in ((found.said, found.counted.gone_sections), (found.says, found.counted.new_sections))
        for one in some
        if any(stands_in(one, section) for section in whole)
    }
    alike = of_one_subject(weights, found.telling.values(), (went, came), rare, of_sections, most)
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
            and not _scope_of(one, found, read[0])
        )
    }
    # What changed alike in several places is shown in one.
    heaviest = with_those_anew(weightiest(weights, most, gravity), weights)
    chosen = {(one.how, one.before, one.after): one for one in heaviest}.values()
    edited = {place: one for (_, place), one in found.telling.items() if one.how == "edited"}
    in_order = sorted(found.telling.items(), key=_by_place)
    shown: dict[SentenceChange, SentenceChange] = {}
    for (_, place), one in in_order:
        if one in chosen and one not in shown:
            shown[one] = _in_its_place(one, place, found, edited, read)
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
        if one.how != "edited" and _is_of_whole_former(one, place, found, read)
    }
    # What the text states still in other words is told to have gone where the words are shown, not first of all.
    first_words = {one.before for one in foremost if one and one.how == "went"}
    of_these |= {
        ("went", one.text)
        for one in found.said
        if one.text in first_words and is_stated_still(one, found.said, found.says, rare)
    }
    is_anew = _is_written_anew(found, len(went) + len(came))
    leading = [
        one
        for one in foremost
        if one
        and (one.how, one.after or one.before) not in of_former
        # Of what is heavy the other text has no word.
        and (one.is_heavy or not ((one.how, one.after or one.before) in of_these or (is_anew and one.how == "went")))
    ]
    shown_too = _with_nearest((*listed, *leading), (went, came), read, rare, states) if states else {}
    return replace(
        found.counted,
        told=tuple(shown_too.get(one, one) for one in listed),
        foremost=tuple(shown_too.get(one, one) for one in leading),
        told_with=len(with_others),
        rewritten=min(len(went), len(came)) >= _FEWEST_WRITTEN_ANEW
        and _is_written_anew(found, len(went) + len(came), _MUCH_WRITTEN_ANEW),
    )


def _with_nearest(
    some: Iterable[SentenceChange],
    alone: tuple[Sequence[Said], Sequence[Said]],
    texts: tuple[Document, Document],
    rare: Mapping[str, float],
    states: States,
) -> dict[SentenceChange, SentenceChange]:
    """Of some sentences those that came or went, with what is nearest to them of what the other text has alone.

    By those; `alone` are the sentences that the old text has alone, and those that the new one has.
    """
    went, came = (Nearest(its, rare, states) for its in alone)
    found = {}
    for one in some:
        others, document = (came, texts[1]) if one.stood else (went, texts[0])
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
    """A sentence as it is shown alone: with the end of what leads into its list."""
    lead_in = _above(said, document)[1]
    shown = lead_in if len(lead_in) <= _LONGEST_LEAD_IN else announced(lead_in)
    return f"{shown} {said.text}" if shown else said.text


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


def _is_of_whole_former(
    change: SentenceChange, place: int, found: _Differing, texts: tuple[Document, Document]
) -> bool:
    """Whether a sentence came or went with a former version of its text, of which it is told that it did so whole."""
    said, text, sections = (
        (found.said, texts[0], found.counted.gone_sections)
        if change.stood
        else (found.says, texts[1], found.counted.new_sections)
    )
    is_former = former_version_over(text, said[place].block) != ""
    return is_former and any(stands_in(said[place], section) for section in sections)


def _is_written_anew(found: _Differing, differing: int, share: float = _WRITTEN_ANEW) -> bool:
    """Whether no more than a share of the sentences of two texts stand in both, and each has some; so many do not."""
    of = len(found.said) + len(found.says)
    return bool(found.said and found.says) and of - differing <= share * of


def _in_its_place(
    change: SentenceChange,
    place: int,
    found: _Differing,
    edited: Mapping[int, SentenceChange],
    texts: tuple[Document, Document],
) -> SentenceChange:
    """A sentence in a place with what it can't be understood without.

    That is for whom it holds, what it speaks of, and what denies or limits it right behind. `edited` are the sentences
    that were edited by their places in the new text: with one that an edited sentence speaks of it is one edit.
    """
    said = found.said if change.stood else found.says
    document, other = texts if change.stood else texts[::-1]
    scope = _scope_of(change, found, document)
    change = (
        _with_its_list(change, said[place].block, found, texts)
        if change.how != "edited"
        else _with_what_replaced(_with_items(change, place, found, texts), place, found)
    )
    block = said[place].block
    if change.how == "edited":
        change = replace(change, lead_in_alone=_is_led_into_anew(change, block, texts))
    change = replace(
        change,
        scope=scope,
        section=section_over(document, block, change.under),
        under_alone=change.how != "edited" and _is_under_new(change, block, found, texts),
    )
    ahead = said_ahead(said, place, document) if refers_back(change.after or change.before) else ()
    if change.how != "edited" and not ahead:
        ahead = limited_ahead(said, place)
    if change.how == "edited" and not ahead and place and speaks_of_the_last(change.before):
        # What a sentence went on before, and was edited with it, is one edit with it.
        ahead = tuple(one for one in said[place - 1 : place] if one.block == block and one.place in edited)
    if change.how == "edited" and len(ahead) == 1 and ahead[0].place in edited:
        return _with_ahead(change, edited[ahead[0].place])
    ahead = _or_the_new_one(ahead, place, said, found)
    if change.lead_in_alone and change.how != "edited" and not ahead:
        # What leads into a list leads into its items, not into what goes on one of them and may hold for that alone.
        ahead = tuple(one for one in said[max(0, place - 1) : place] if _goes_on_item(one, said[place], found))
    # What became of another sentence is told with that one.
    anew = bool(ahead) and (change.stood or not any(one.place in edited for one in ahead))
    alone = anew and all(one.line in found.counted._alone for one in ahead)
    behind = (said_behind(said, place) or said_of_accepting(said, place)) if change.how == "came" else ()
    instead = said_instead(said, place) if change.how == "came" and not behind else None
    stood = instead is not None and instead.line not in found.counted._alone
    behind = (instead,) if instead and not stood else behind
    return replace(
        change,
        ahead=" ".join(one.text for one in ahead),
        ahead_alone=alone,
        ahead_apart=bool(ahead) and ahead[-1].place + 1 < place,
        ahead_new=anew and all(_is_new(one.text, document, other, texts) for one in ahead),
        behind=" ".join(one.text for one in behind if one.line in found.counted._alone),
        stood_behind=instead.text if instead and stood else "",
    )


def _goes_on_item(one: Said, behind: Said, found: _Differing) -> bool:
    """Whether a sentence neither came nor went, and another one goes on behind it in its item."""
    return one.block == behind.block and not behind.is_row and one.line not in found.counted._alone


def _or_the_new_one(ahead: tuple[Said, ...], place: int, said: Sequence[Said], found: _Differing) -> tuple[Said, ...]:
    """What a sentence speaks of; if that stayed, and others came or went in between, the one right before it."""
    alone = found.counted._alone
    if not ahead or ahead[-1].line in alone:
        return ahead
    between = said[ahead[-1].place + 1 : place]
    is_beside = bool(between) and between[-1].block == said[place].block
    return tuple(between[-1:]) if is_beside and any(one.line in alone for one in between) else ahead


def _scope_of(change: SentenceChange, found: _Differing, document: Document) -> str:
    """The heading that says for whom a change holds, or of which former version; empty where two places differ."""
    said = found.said if change.stood else found.says
    same = change.how, change.before, change.after
    blocks = (
        said[place].block for (_, place), one in found.telling.items() if (one.how, one.before, one.after) == same
    )
    scopes = {
        former_version_over(document, block) or scope_over(document, block) or parts_in(document)[block]
        for block in blocks
    }
    return scopes.pop() if len(scopes) == 1 else ""


def _is_under_new(change: SentenceChange, block: int, found: _Differing, texts: tuple[Document, Document]) -> bool:
    """Whether the heading over a sentence stands in its text alone, no other one became it, and no section is told."""
    document, other = texts if change.stood else texts[::-1]
    sections = found.counted.gone_sections if change.stood else found.counted.new_sections
    if not change.under or any(section.holds(block) for section in sections):
        return False
    line = word_line(change.under)
    if any(line in known for known in other.word_lines):
        return False
    alignment = align(*texts)
    became = alignment.from_old if change.stood else alignment.from_new
    places = [title.place for title in titles_in(document)[:block] if title and title.text == change.under]
    if not places or places[-1] in became:
        return False
    return not any(likeness_of_content(change.under, title.text) >= _SAME_TITLE for title in titles_in(other) if title)


def _with_its_list(
    change: SentenceChange, block: int, found: _Differing, texts: tuple[Document, Document]
) -> SentenceChange:
    """An item that came or went with what became of its list; what is none stays as it is."""
    document, other = texts if change.stood else texts[::-1]
    above = announcer(document, block) if change.lead_in else None
    lead_in = _told_of_lead_in(change, document, above) if above is not None else []
    if above is None or not lead_in:
        return change
    items = items_below(document, above)
    met_together = are_met_together(document, items, change.lead_in)
    edited = {text for one in found.telling.values() if one.how == "edited" for text in (one.before, one.after)}
    were_edited = any(document.visible[one] in edited for one in items)
    if _came_here(above, document, other, texts) or all(
        one not in edited and _is_new(one, document, other, texts) for one in lead_in
    ):
        listed = len(items) if not were_edited and all_gone(document, items, other) else 0
        is_later = block in items[1:]
        return replace(change, lead_in_alone=True, listed=listed, met_together=met_together, is_later_item=is_later)
    others = same_list(document, above, other)
    replaced = all_gone(document, items, other) and all_gone(other, others, document) and not were_edited
    before, now = (items, others) if change.stood else (others, items)
    instead = (len(before), tuple(texts[1].visible[one] for one in now)) if replaced else (0, ())
    is_list = len(before) > 1 and change.lead_in.endswith(":")
    return replace(change, instead=instead if is_list else (0, ()), met_together=met_together)


def _told_of_lead_in(change: SentenceChange, document: Document, above: int) -> list[str]:
    """The sentences of what leads into a list that are told with one of its items."""
    return [one for one in sentences(lead_in_of(document, above)) if one in change.lead_in]


def _came_here(number: int, document: Document, other: Document, texts: tuple[Document, Document]) -> bool:
    """Whether a block came, or went, in its place, though the other text has its words too, in fewer places."""
    alignment = align(*texts)
    became = alignment.from_old if document is texts[0] else alignment.from_new
    line = document.word_lines[number]
    return number not in became and document.word_lines.count(line) > other.word_lines.count(line) > 0


def _is_led_into_anew(change: SentenceChange, block: int, texts: tuple[Document, Document]) -> bool:
    """Whether what leads into the list of a sentence that was edited stands in the new text alone, or came there."""
    above = announcer(texts[1], block) if change.lead_in else None
    if above is None:
        return False
    new, old = texts[::-1]
    lead_in = _told_of_lead_in(change, new, above)
    return _came_here(above, new, old, texts) or (
        bool(lead_in) and all(_is_new(one, new, old, texts) for one in lead_in)
    )


def _is_new(sentence: str, document: Document, other: Document, texts: tuple[Document, Document]) -> bool:
    """Whether a sentence of one text stands there in such words only, and is no other one edited."""
    if word_count(sentence) < FEWEST_WORDS:
        return not any(line.endswith(word_line(sentence)) for line in other.word_lines)
    line = next((one.line for one in said_in(document) if one.text == sentence), "")
    if (
        not line
        or line in lines_said(other)
        or any(sentence == one.text for pair in edited_pairs(*texts) for one in pair)
    ):
        return False
    # What stands in both texts did not become this one, however like it is.
    went, came = said_alone(*texts)
    perhaps = came if document is texts[0] else went
    return not any(likeness(line.split(), one.line.split(), LIKE_ELSEWHERE) for one in perhaps)


def _with_items(
    change: SentenceChange, place: int, found: _Differing, texts: tuple[Document, Document]
) -> SentenceChange:
    """A sentence that was edited with the items that it led into before, or now, where it did so once only."""
    was = next((one for one in found.said if change.before.endswith(one.text)), None)
    lists = [
        items_below(document, one.block) if one and document.visible[one.block].endswith(one.text) else ()
        for document, one in zip(texts, (was, found.says[place]), strict=True)
    ]
    if all(lists) or not any(lists):
        return change
    went = bool(lists[0])
    (document, other), items = (texts, lists[0]) if went else (texts[::-1], lists[1])
    text = in_a_row(document.visible[one] for one in items)
    said = change.before if went else change.after
    if not all_gone(document, items, other) or not goes_on(said):
        return change
    if len(text) > _LONGEST_LIST:
        return replace(change, cut_off=len(items))
    whole = f"{said} {text}"
    segments = (*change.segments, Segment(SegmentKind.DELETED if went else SegmentKind.INSERTED, f" {text}"))
    before, after = (whole, change.after) if went else (change.before, whole)
    return replace(change, before=before, after=after, segments=segments)


def _with_what_replaced(change: SentenceChange, place: int, found: _Differing) -> SentenceChange:
    """A sentence from which words were struck with one that came behind it in its paragraph, and says what holds there.

    That is one that has all of the words.
    """
    segments, says = change.segments, found.says
    struck = (
        one.text
        for one, after in zip(segments, (*segments[1:], None), strict=True)
        if one.kind is SegmentKind.DELETED and not (after and after.kind is SegmentKind.INSERTED)
    )
    stems = set(content_stems(" ".join(struck)))
    its = takewhile(lambda one: one.block == says[place].block, says[place + 1 :]) if stems else ()
    behind = (one for one in its if one.line in found.counted._alone and stems.issubset(content_stems(one.text)))
    replacing = next(behind, None)
    if replacing is None:
        return change
    came = f" {'' if replacing.place == place + 1 else '[…] '}{replacing.text}"
    return replace(change, after=f"{change.after}{came}", segments=(*segments, Segment(SegmentKind.INSERTED, came)))


def _is_told_with(one: SentenceChange, other: SentenceChange) -> bool:
    """Whether a sentence that came or was edited is told with another one already, as a part of it or right behind."""
    # With a sentence that was edited the items are told that it led into.
    if other.how == "edited" != one.how and (one.before or one.after) in (other.after if one.after else other.before):
        return True
    if not one.after or one.after == other.after:
        return False
    edited_with = one.how == other.how == "edited" and other.after.startswith(f"{one.after} ")
    return edited_with or (one.how == "came" and one.after in other.behind)


def _with_ahead(change: SentenceChange, ahead: SentenceChange) -> SentenceChange:
    """A sentence that was edited with the one that it speaks of, which was edited too."""
    return replace(
        change,
        before=f"{ahead.before} {change.before}",
        after=f"{ahead.after} {change.after}",
        segments=(*ahead.segments, Segment(SegmentKind.SAME, " "), *change.segments),
    )


def _by_place(entry: tuple[tuple[float, int], SentenceChange]) -> tuple[float, int]:
    return entry[0]


# Both the summary and what is told of single sentences ask for it.
@lru_cache(maxsize=2)
def _differing(old: Document, new: Document) -> _Differing:
    """Compare two texts."""
    old, new = map(as_read, (old, new))
    said, says = said_in(old), said_in(new)
    had = lines_said(old)
    apart = sentences_apart(old, new)
    if apart is None:
        return _Differing(SentenceChanges(compared=False), {}, {}, said, says)
    before, after = kept_text(old), kept_text(new)
    alignment = align(old, new)
    gone_sections, new_sections = apart.sections
    gone, fresh = apart.lone
    went, came = apart.unedited
    fresh_tables = whole_tables(new, says, {one.place for one in fresh})
    lost_tables = whole_tables(old, said, {one.place for one in gone})
    new_tables, gone_tables = but_for_those_of(fresh_tables, lost_tables), but_for_those_of(lost_tables, fresh_tables)
    places = _places(old, alignment)
    halves = _in_other_words(
        apart.lone,
        apart.sections,
        (old, new),
        lambda one, other: abs(places[one.block] - other.block) <= _NEARBY,
    )
    of_tables = [{one.block for one in tables} for tables in (gone_tables, new_tables)]
    still = (
        apart.stated[0] | {one.place for one, _ in halves} | {one.place for one in gone if one.block in of_tables[0]}
    )
    beside = (
        apart.stated[1]
        | {other.place for _, other in halves}
        | {one.place for one in fresh if one.block in of_tables[1]}
    )
    found = {
        **{_place(other): _edited(one, other, old, new, (before, after)) for one, other in apart.edits},
        **{_place(other): _reworded(one, other, new) for one, other in halves},
        **{_place(one): _whole(one, new, came=True) for one in came if one.place not in beside},
        **{(places[one.block], one.place): _whole(one, old, came=False) for one in went if one.place not in still},
    }
    # A question over its answer is a title, though it may become a sentence.
    differing = {
        (block, place): one
        for (block, place), one in found.items()
        if one and (one.how == "edited" or not _is_title(*((new, says) if one.after else (old, said)), place))
    }
    differences = with_heavy(differing, old, new)
    weights = {one: by for one in differences.values() if (by := weight(one))}
    names = Names(old, new, ((one.before, one.after) for one in weights if one.how == "edited"))
    of_notices = {
        one
        for (_, place), one in differences.items()
        if one in weights
        for text, its in [(new, says) if one.after else (old, said)]
        if announces_update(text.visible[its[place].block])
    }
    for one in weights:
        other = before if one.how == "came" else after
        if one in of_notices or (one.how == "edited" and _is_without_effect(one, names)):
            weights[one] *= _WITHOUT_EFFECT
        if one.how != "edited" and has_elsewhere(first_cell(one.after or one.before), other):
            weights[one] *= SAID_ALIKE
    telling = {place: one for place, one in differences.items() if one in weights}
    fewer, more = (
        lines_of_fewer(*texts, edited | of_part)
        for texts, edited, of_part in zip(((old, new), (new, old)), apart.edited, apart.of_parts, strict=True)
    )
    (copies_before, copies_now), (twice_before, twice_now) = apart.copies, apart.twice
    distinct = {(one.how, one.before, one.after) for one in telling.values()}
    counts = Counter(how for how, _, _ in distinct)
    counted = SentenceChanges(
        came=counts["came"],
        went=counts["went"],
        edited=counts["edited"],
        places=Counter(one.how for one in telling.values()),
        rows=Counter(how for how, was, says in distinct if has_rows(says or was) or is_name(says or was)),
        fewer=len(fewer) + len(twice_before.keys() | {one.place for one in copies_before}),
        more=len(more) + len(twice_now.keys() | {one.place for one in copies_now}),
        fewer_told=_told_copies(
            (
                *places_without(old, new, fewer, alignment, is_old=True),
                *copies_before,
                *(one for one in went if one.place in twice_before),
            ),
            twice_before,
            old,
            new,
        ),
        more_told=_told_copies(
            (
                *places_without(new, old, more, alignment, is_old=False),
                *copies_now,
                *(one for one in came if one.place in twice_now),
            ),
            twice_now,
            new,
            old,
        ),
        new_sections=new_sections,
        gone_sections=gone_sections,
        new_tables=new_tables,
        gone_tables=gone_tables,
        lost_notes=may_have_lost_notes(old, new, len(gone_sections)),
        new_notes=may_have_lost_notes(new, old, len(new_sections)),
        alike=edited_alike(weights),
        denials={one.line: one.text for one in says if not had[one.line] and denies(one.line.split())},
        _reworded=tuple(
            dict.fromkeys((one.text, other.text) for one, other in (*halves, *filter(are_sentences, apart.surely)))
        ),
        _alone=apart.lines,
    )
    return _Differing(counted, telling, weights, said, says)


def _is_title(document: Document, said: Sequence[Said], place: int) -> bool:
    return asks_in_bold(document, said[place].block)


def _is_without_effect(change: SentenceChange, names: Names) -> bool:
    """Whether an edit changed names, spellings and the like alone, and moved nothing by that."""
    if change.moved is not Moved.NOTHING:
        return False
    return weight_of_edit(change.before, change.after, names, in_provision=True) is not Weight.SUBSTANTIVE


def _place(said: Said) -> tuple[float, int]:
    """By what sentences are put in the order of the text: the block first."""
    return said.block, said.place


def _above(said: Said, document: Document) -> tuple[str, str]:
    """The heading that a sentence stands under, and the last sentence of what leads into its list."""
    heading, lead_in = stands_under(document, said.block, said.text)
    above = sentences(lead_in)
    # The last of several sentences that ends as one does leads into nothing.
    if not lead_in or (len(above) > 1 and above[-1].endswith(".")):
        return said.title or heading, far_lead_in(document, said.block)
    # 'This may be, for example:' says nothing without the sentence before it.
    lead_in = " ".join(above[-2:] if refers_back(above[-1]) else above[-1:])
    return said.title or heading, _with_denial_above(lead_in, said.block, document)


def _with_denial_above(lead_in: str, number: int, document: Document) -> str:
    """What leads into a list with what leads into the list of that, where only this one denies what the items say."""
    above = announcer(document, number) if lead_in else None
    if above is None or announced(lead_in):
        return lead_in
    over = sentences(stands_under(document, above)[1])
    if is_bare_lead_in(lead_in) and not any(over):
        return f"{far_lead_in(document, number)} {lead_in}".lstrip()
    outer = over[-1]
    return f"{outer} {lead_in}" if outer.endswith(":") and denies(outer.split()) else lead_in


def _told_copies(
    some: Iterable[Said], beside: Mapping[int, Said], document: Document, other: Document
) -> tuple[Copy, ...]:
    """Sentences that a text has more often than the other one, with the headings over them; see `told_copies`."""
    headed = ((one, _heading_alone(one, document, other)) for one in some)
    return told_copies(headed, other, beside, lambda one: _above(one, other)[0])


def _heading_alone(one: Said, document: Document, other: Document) -> str:
    """The heading over a sentence; empty where the other text has it, word for word or nearly, under it too."""
    heading, words = _above(one, document)[0], one.line.split()
    begun = words[:_FEWEST_BEGUN]
    its = (said for said in said_in(other) if said.line.split(maxsplit=_FEWEST_BEGUN)[:_FEWEST_BEGUN] == begun)
    alike = (said for said in its if likeness(words, said.line.split(), SAID_BESIDE))
    return "" if any(_above(said, other)[0] == heading for said in alike) else heading


def _whole(said: Said, document: Document, *, came: bool) -> SentenceChange:
    """A sentence that came or went."""
    above = _above(said, document)
    if came:
        return SentenceChange("came", *above, "", said.text, (Segment(SegmentKind.INSERTED, said.text),))
    return SentenceChange("went", *above, said.text, "", (Segment(SegmentKind.DELETED, said.text),))


def _edited(
    went: Said, came: Said, old: Document, new: Document, texts: tuple[KeptText, KeptText]
) -> SentenceChange | None:
    """A sentence that was edited; None where nothing of effect was."""
    segments = redline_of_edit(went.text, came.text, *texts)
    if not segments and (
        refers_elsewhere(went.text, came.text, old, new) or names_another_address(went.text, came.text)
    ):
        segments = tuple(without_spacing(redline(went.text, came.text)))
    return SentenceChange("edited", *_above(came, new), went.text, came.text, segments) if segments else None


def _reworded(went: Said, came: Said, new: Document) -> SentenceChange:
    """A sentence of which another one says the like in other words: each is shown whole."""
    segments = (Segment(SegmentKind.DELETED, went.text), Segment(SegmentKind.INSERTED, came.text))
    return SentenceChange("edited", *_above(came, new), went.text, came.text, segments)


def _in_other_words(
    alone: tuple[Sequence[Said], Sequence[Said]],
    sections: tuple[Sequence[Section], Sequence[Section]],
    texts: tuple[Document, Document],
    are_near: Callable[[Said, Said], bool],
) -> list[tuple[Said, Said]]:
    """The sentences of the text before alone, each with one of the text after alone that says the like of it.

    One of a section that went, or came, as a whole is such a half only where none beside those sections is, and where
    both say much the same.
    """
    lost, won = (
        [one for one in some if any(stands_in(one, section) for section in whole)]
        for some, whole in zip(alone, sections, strict=True)
    )
    went, came = (
        [one for one in some if not any(stands_in(one, section) for section in whole)]
        for some, whole in zip(alone, sections, strict=True)
    )
    pairs = in_other_words(went, came, *texts, are_near)
    taken = {one.place for one, _ in pairs}, {other.place for _, other in pairs}
    went, came = ([one for one in some if one.place not in its] for some, its in zip((went, came), taken, strict=True))
    return [
        *pairs,
        *in_other_words(went, won, *texts, are_near, OF_EACH),
        *in_other_words(lost, came, *texts, are_near, OF_EACH),
    ]


def _places(old: Document, alignment: Alignment) -> list[float]:
    """Where in the new text each old block belongs: behind what it stood behind."""
    places, place = [], -0.5
    for number in range(len(old.blocks)):
        edges = alignment.from_old.get(number)
        place = edges[0].new + 0.5 if edges else place
        places.append(place)
    return places
