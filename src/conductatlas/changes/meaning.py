"""What became of one provision, for its reader: whom it favours, which facts and grades moved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import zip_longest

from conductatlas.catalogue import Catalogue, ClauseType, Severity, Stance, load_catalogue
from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.aligning.next_to import is_said_next_to
from conductatlas.changes.aligning.own_words import OwnWords, own_words, pieces
from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.aligning.restated import have_little_in_common
from conductatlas.changes.captures.editions import stands_from, tells_of_another
from conductatlas.changes.comparison import Step
from conductatlas.changes.effects.bearing import Bearing, Rewording
from conductatlas.changes.effects.regrading import are_alike, is_regraded, regraded, rests_on_all
from conductatlas.changes.effects.restamped import is_restamped
from conductatlas.changes.effects.shifts import Direction, Shift, overall, shifts
from conductatlas.changes.effects.turning import keeps_from_data, unless_turned
from conductatlas.changes.following.standing import ChangeKind, Followed
from conductatlas.changes.language.effect import canonical_word, effective_words, says_the_same
from conductatlas.changes.language.stating_alone import can_state
from conductatlas.changes.language.stating_plainly import has_words_for
from conductatlas.changes.language.words import likeness, spaced_line
from conductatlas.changes.layout.repeated_titles import without_repeated_title
from conductatlas.changes.layout.scopes import scope_over
from conductatlas.changes.redlines.nearby import around
from conductatlas.changes.redlines.quoting import Around, quoted
from conductatlas.changes.redlines.redline import Segment, SegmentKind, redline
from conductatlas.changes.sentences.sentences_apart import differ_beyond_telling
from conductatlas.changes.verdicts.letters import ON_LAW, are_to_the_letter, name_law, names_other_parties
from conductatlas.changes.verdicts.verdict import Verdict
from conductatlas.provisions import LIKELY, MENTIONS, content_stems, is_glossed, surroundings
from conductatlas.reading import read_markdown, visible_text, visible_words, without_note_numbers, word_line, words

_BY_STANCE = {Stance.ADVERSE: Direction.WORSE, Stance.PROTECTIVE: Direction.BETTER, Stance.NEUTRAL: Direction.UNJUDGED}
# So many words of a run that stand elsewhere in a row stand there on purpose.
_FEWEST_IN_A_ROW = 8
# 'Indemnification.' before a passage, in few words with capitals.
_TITLE = re.compile(r"((?:[A-Z][\w’'/-]*,?(?: (?:and|of|or|the|to|for|in|&))* ?){1,7})[.:] (?=[A-Z(])")
# 'With your consent: We may share your data with your consent.'
_CAPTION = re.compile(r"\W*([A-Z][\w’',/& -]{2,40}): (?=[A-Z])")
# Words that say nothing of a caption.
_IN_CAPTIONS = frozenset(content_stems("business other purpose purposes general"))
_LONGEST_NUMBER = 8
_EDITS = (SegmentKind.INSERTED, SegmentKind.DELETED)
# They stand there where this share of their runs of words does: of what stood elsewhere words may have been edited.
_MOST = 0.5
_ANEW = "it was written anew: "
# Of two passages of which less is the same, the later was written anew.
_FEW_IN_COMMON = 0.25
_ABOUT_DATA = frozenset(("ai", "collection", "sharing", "retention", "minors"))
_BINDING = frozenset(("disputes", "liability", "payments"))
_REVERSED = {Direction.WORSE: Direction.BETTER, Direction.BETTER: Direction.WORSE}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a change of one provision means.

    `shifts` are the facts that moved; `regraded` says in words how severity moved and why, `reworded` which words came
    or went; both are empty where there is nothing to say. `to_the_letter`: reworded without any effect that words tell;
    `elsewhere`: reworded only in sentences of its passage that state something else, and no fact or grade of it moved;
    `unsure`: its passage, before or after, is likelier not to state it, or no sentence of it surely does, so that only
    its words are told.
    `graded`: its grade is one of what changed. It came or went, its grade or a fact of it moved, or what was edited
    states it by itself; else words changed in a clause of that grade, and the edit has none.
    `untold`: there is nothing to tell. No words of it came or went, only its bounds are others; or those that did state
    something else for sure, or are about it in a passage that may not state the clause.
    """

    direction: Direction
    shifts: tuple[Shift, ...]
    regraded: str
    reworded: str
    to_the_letter: bool
    elsewhere: bool
    unsure: bool = False
    untold: bool = False
    graded: bool = True

    @property
    def phrases(self) -> tuple[str, ...]:
        """What moved, in words, without capital or full stop: what favours or burdens the user first.

        Whom it speaks of comes last: that says little by itself.
        """
        ordered = sorted(self.shifts, key=lambda one: one.direction is Direction.UNJUDGED)
        weighty, people = ([one.phrase for one in ordered if one.is_weighty is weighty] for weighty in (True, False))
        said = (*weighty, self.regraded, self.reworded, *people)
        return tuple(phrase for phrase in said if phrase)


def meaning_of_whole(one: Followed) -> Meaning:
    """Work out what it means that a provision came, went or moved, with all its words."""
    return Meaning(_direction(one), (), "", "", to_the_letter=False, elsewhere=False)


def _untold_meaning(one: Followed) -> Meaning:
    """The same where nothing is asked of the words: of a rewording it is told that there was one, and no more."""
    if one.kind is not ChangeKind.REWORDED:
        return meaning_of_whole(one)
    return replace(_of_words("", to_the_letter=False, unsure=False), graded=False)


def _meaning(
    catalogue: Catalogue, bearing: Bearing, one: Followed, pair: Pair, stated: Mapping[str, Mapping[str, float]]
) -> Meaning:
    if one.kind is not ChangeKind.REWORDED or one.before is None or one.after is None:
        return meaning_of_whole(one)
    before, after = one.before.quote, one.after.quote
    unsure = min(one.before.confidence, one.after.confidence) < LIKELY and not name_law(one.clause_type, before, after)
    unsure = unsure or not (is_glossed(one.after.language) or _have_words_of(one.clause_type, before, after))
    own = own_words(before, after, pair)
    above = surroundings(pair.new, one.after.first)
    rewording = Rewording(one.clause_type, before, after, own, *above, one.after.language, stated, pair)
    if have_little_in_common(before, after):
        # Of two passages that have little in common, and may not state the clause, the one is not the other reworded.
        if unsure and one.after.reads_facts:
            return replace(_of_words("", to_the_letter=False, unsure=True), untold=True)
        reworded = _reworded(before, after, pair)
        # Nor is one of which nothing that states the clause came or went.
        if one.after.reads_facts and not bearing.bears(rewording):
            return replace(_of_words(reworded, to_the_letter=False, unsure=unsure), elsewhere=True)
        anew = _is_anew(reworded, before, after)
        return _of_words(f"{_ANEW}{reworded}" if anew else reworded, to_the_letter=False, unsure=unsure)
    said, says = visible_text(before), visible_text(after)
    moved_grade = is_regraded(catalogue, one.before, one.after, pair)
    # What only moved its bounds over words that stand where they stood has no facts that came or went.
    if not moved_grade and (
        without_note_numbers(said) == without_note_numbers(says)
        or is_restamped(own, pair)
        or _is_drawn_otherwise(said, says, pair)
    ):
        return replace(_of_words("", to_the_letter=True, unsure=unsure), untold=True)
    # Of words about something else, in a passage that may be about it too, there is nothing to tell.
    if unsure and one.after.reads_facts and not (_may_state(one.clause_type, own) and bearing.speaks_to(rewording)):
        return replace(_of_words("", to_the_letter=False, unsure=True), untold=True)
    reworded = _reworded(before, after, pair)
    letter = not moved_grade and (
        are_to_the_letter(one.clause_type, _untitled(said, says, pair.after), _untitled(says, said, pair.before))
        or (any(own) and are_to_the_letter(one.clause_type, *_joined(own)))
    )
    scope = _new_scope(one, pair) if letter else ""
    if scope:
        return _of_words(f"it now stands under “{scope}”", to_the_letter=False, unsure=unsure)
    # Letters in a sentence that is not about the clause are no rewording of it.
    if letter and one.after.reads_facts and any(own) and bearing.is_not_about(rewording):
        return replace(_of_words("", to_the_letter=True, unsure=unsure), untold=True)
    # Of a passage whose sentences only went elsewhere, or came from there, nothing of the text was reworded.
    if own.are_kept and not (letter or moved_grade):
        return replace(_of_words("", to_the_letter=False, unsure=unsure), untold=True)
    if unsure:
        return _of_words(reworded, to_the_letter=letter, unsure=True)
    moved: tuple[Shift, ...] = ()
    if one.after.reads_facts:
        moved = _moved(catalogue[one.clause_type], before, after, pair, partial(bearing.may_state, rewording))
    if not letter and not bearing.bears(rewording):
        # What a passage mentions somewhere need not be said of its clause; a figure is, and a law of a clause on law.
        moved = tuple(shift for shift in moved if shift.kind not in MENTIONS and _is_on(one.clause_type, shift.kind))
        if not moved and not moved_grade:
            untold = one.after.reads_facts and (bearing.is_of_others(rewording) or _only_lost_blocks(before, after))
            return replace(_of_words(reworded, to_the_letter=False, unsure=False), elsewhere=True, untold=untold)
    # What was edited in a clause that no sentence surely states is told as that: words of a passage.
    tells_more = letter or moved or moved_grade or not one.after.reads_facts
    if not (tells_more or bearing.is_surely_stated(rewording) or bearing.is_stated_by_edit(rewording)):
        return _of_words(reworded, to_the_letter=False, unsure=True)
    told_for_all = moved_grade and rests_on_all(catalogue, one.before, one.after)
    graded = [unless_turned(_direction(one), said, says)] if told_for_all else []
    return Meaning(
        direction=overall([*graded, *(shift.direction for shift in moved)]),
        shifts=moved,
        regraded=regraded(catalogue, one.before, one.after, pair.new) if moved_grade else "",
        reworded=reworded,
        to_the_letter=letter and not moved,
        elsewhere=False,
        graded=moved_grade or any(shift.is_of_grade for shift in moved) or bearing.is_stated_by_edit(rewording),
    )


def _have_words_of(clause_type: str, *passages: str) -> bool:
    """Whether each of some passages has a sentence with the words that state a type."""
    return all(
        has_words_for(clause_type, [one.seen for one in pieces(passage)] or [visible_text(passage)])
        for passage in passages
    )


def _new_scope(one: Followed, pair: Pair) -> str:
    """The heading that says for whom, or where, a passage holds now, and that the text before had not; else empty."""
    if one.after is None:
        return ""
    scope = scope_over(pair.new, one.after.first)
    return "" if not scope or pair.before.times(scope) else scope


def _may_state(clause_type: str, own: OwnWords) -> bool:
    """Whether any sentence that came or went with a passage may state its type, or none did."""
    return not any(own) or any(can_state(clause_type, one.seen) for some in own for one in some)


def _moved(
    clause_type: ClauseType, before: str, after: str, pair: Pair, may_state: Callable[[str], bool]
) -> tuple[Shift, ...]:
    """The facts that moved between two wordings, where the one is the other edited; of another passage they are others.

    Whom that favours is told only where no word that turns it came or went.
    """
    if not are_alike(before, after):
        return ()
    beside = around(before, pair.old), around(after, pair.new)
    found = shifts(clause_type, before, after, (pair.before, pair.after), beside, may_state)
    said, says = visible_text(before), visible_text(after)
    return tuple(
        one if one.stands_alone else replace(one, direction=unless_turned(one.direction, said, says)) for one in found
    )


def _of_words(reworded: str, *, to_the_letter: bool, unsure: bool) -> Meaning:
    """What a rewording means of which no facts, grades or direction can be told, only words that came or went.

    It is not sure that both passages state the clause, or they have so little in common that nothing tells that the one
    is the other reworded.
    """
    return Meaning(Direction.UNJUDGED, (), "", reworded, to_the_letter, elsewhere=False, unsure=unsure)


def meanings(
    catalogue: Catalogue, bearing: Bearing, followed: Sequence[Followed], pair: Pair, outcome: Step | None = None
) -> tuple[tuple[Followed, Meaning], ...]:
    """The provisions that a version touched, each with what its change means.

    Those of which there is nothing to tell are left out. By the `outcome` of the version no provision is reworded where
    no words of the text changed, and none with an effect of which no block changed in words that may carry one. Of
    texts that differ beyond telling no words are told, only which provisions were touched.
    """
    touched = [one for one in followed if one.kind is not None and not _contradicts(one, outcome)]
    if not touched:
        return ()
    if differ_beyond_telling(pair.old, pair.new):
        return tuple((one, _untold_meaning(one)) for one in touched)
    stated = _stated(followed)
    meant = ((one, _meaning(catalogue, bearing, one, pair, stated)) for one in touched)
    found = ((one, means) for one, means in meant if not means.untold)
    if outcome is not None and any(map(tells_of_another, outcome.reasons)):
        # Of a text that may be another one, or was written anew, nothing tells what moved; and what stands in one that
        # was put ahead of the one before is none of its provisions reworded.
        ahead = stands_from(pair.new, pair.old), stands_from(pair.old, pair.new)
        found = (
            (one, replace(means, direction=Direction.UNJUDGED, shifts=(), regraded=""))
            for one, means in found
            if not _is_of_a_text_ahead(one, pair, *ahead)
        )
    return tuple((one, _to_letters(means) if _is_slight(one, pair, outcome) else means) for one, means in found)


def _is_of_a_text_ahead(one: Followed, pair: Pair, before: int, after: int) -> bool:
    """Whether a provision is reworded of which a passage stands, or stood, ahead of the block where the text begins."""
    if one.kind is not ChangeKind.REWORDED or one.before is None or one.after is None:
        return False
    return one.after.first < after or min(pair.old.ordinals(one.before.quote), default=before) < before


def _contradicts(one: Followed, outcome: Step | None) -> bool:
    """Whether a provision is reworded of a text in which, by the verdict on it, no words of its own changed."""
    return outcome is not None and outcome.verdict is Verdict.TECHNICAL and one.kind is ChangeKind.REWORDED


def _is_slight(one: Followed, pair: Pair, outcome: Step | None) -> bool:
    """Whether a provision is reworded in blocks none of which, by the verdict, changed in words of effect."""
    if outcome is None or one.kind is not ChangeKind.REWORDED or one.before is None or one.after is None:
        return False
    if _new_scope(one, pair):
        return False
    said, says = visible_text(one.before.quote), visible_text(one.after.quote)
    # Beside other changes it matters with whom a clause says that a reader has to do.
    if outcome.verdict is Verdict.SUBSTANTIVE and names_other_parties(one.clause_type, said, says):
        return False
    effect = outcome.of_effect
    before, after = pair.old.ordinals(one.before.quote), pair.new.ordinals(one.after.quote)
    return effect.before.isdisjoint(before) and effect.after.isdisjoint(after)


def _to_letters(means: Meaning) -> Meaning:
    """What a rewording means where, by the verdict on the version, nothing that changed has an effect."""
    return replace(means, direction=Direction.UNJUDGED, shifts=(), regraded="", to_the_letter=True)


def _is_on(clause_type: str, kind: str) -> bool:
    """Whether a fact of a kind may be of a clause of a type wherever it stands: whose law applies is of one on law."""
    return kind not in ON_LAW.values() or ON_LAW.get(clause_type) == kind


def _stated(followed: Sequence[Followed]) -> Mapping[str, Mapping[str, float]]:
    """The types that passages with a sentence were found to state, before or after, by its words in a line.

    Each with the confidence of the surest of them.
    """
    types: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for one in followed:
        for quote, confidence in (
            (passage.quote, passage.confidence) for passage in (one.before, one.after) if passage
        ):
            for piece in pieces(quote):
                found = types[piece.line]
                found[one.clause_type] = max(found.get(one.clause_type, 0.0), confidence)
    return types


def _untitled(passage: str, other: str, there: KeptText) -> str:
    """A passage, as a reader sees it, without a title that it begins with, and that stands in the other text by itself.

    `other` is the other wording, and `there` the text in which it stands.
    """
    passage = _uncaptioned(without_repeated_title(passage, other, there.lines), other)
    title = _TITLE.match(passage)
    # There it may stand behind a number.
    if title is None or title[1] in other[: title.end() + _LONGEST_NUMBER] or not there.times(title[1]):
        return passage
    return passage[title.end() :]


def _joined(own: OwnWords) -> tuple[str, str]:
    """What went from a passage, and what came with it, each without a caption that only says what its sentence says."""
    pairs = list(zip_longest((one.seen for one in own.gone), (one.seen for one in own.came), fillvalue=""))
    went, came = ([_uncaptioned(*pair[:: 1 - 2 * side]) for pair in pairs] for side in (0, 1))
    return " ".join(went).strip(), " ".join(came).strip()


def _uncaptioned(sentence: str, other: str) -> str:
    """A sentence without a caption ahead of it that another one lacks, and whose words it has itself."""
    caption = _CAPTION.match(sentence)
    if caption is None or word_line(caption[1]) in word_line(other[: caption.end()]):
        return sentence
    rest = sentence[caption.end() :]
    said = set(content_stems(rest)) | _IN_CAPTIONS
    return rest if said.issuperset(content_stems(caption[1])) else sentence


def _direction(one: Followed) -> Direction:
    """Whom a change favours by the stance and the severity of what came, went, or was graded anew."""
    if one.kind is ChangeKind.ADDED and one.after is not None:
        slight = one.after.stance is Stance.ADVERSE and one.after.severity.rank < Severity.MEDIUM.rank
        # With a way out comes, as often, what one may opt out of.
        if slight or "opt-out" in one.clause_type:
            return Direction.UNJUDGED
        return _stance_of(one.clause_type, one.after.quote, one.after.stance)
    if one.kind is ChangeKind.REMOVED and one.before is not None:
        favours = _REVERSED.get(_stance_of(one.clause_type, one.before.quote, Stance(one.before.stance)))
        # What a text says no more may go on, but for what binds the user.
        binds = load_catalogue()[one.clause_type].category in _BINDING
        return Direction.UNJUDGED if favours is None or (favours is Direction.BETTER and not binds) else favours
    if one.kind is not ChangeKind.REWORDED or one.before is None or one.after is None:
        return Direction.UNJUDGED
    stance_before, stance_after = Stance(one.before.stance), one.after.stance
    if stance_before is not stance_after:
        burdened = stance_after is Stance.ADVERSE or stance_before is Stance.PROTECTIVE
        return Direction.WORSE if burdened else Direction.BETTER
    rise = one.after.severity.rank - Severity(one.before.severity).rank
    if rise == 0 or stance_after is Stance.PROTECTIVE:
        return Direction.UNJUDGED
    return Direction.WORSE if rise > 0 else Direction.BETTER


def _stance_of(clause_type: str, quote: str, stance: Stance) -> Direction:
    """Whom a clause favours by its stance; one that says what is not done with data burdens nobody for sure."""
    keeps = load_catalogue()[clause_type].category in _ABOUT_DATA and keeps_from_data(visible_text(quote))
    return Direction.UNJUDGED if keeps and stance is Stance.ADVERSE else _BY_STANCE[stance]


def _only_lost_blocks(before: str, after: str) -> bool:
    """Whether a passage only lost whole blocks at its beginning or its end, and the others stayed."""
    said, says = ([line for line in read_markdown(quote).word_lines if line] for quote in (before, after))
    return says == said[: len(says)] or says == said[max(0, len(said) - len(says)) :]


@lru_cache(maxsize=16)
def _is_drawn_otherwise(before: str, after: str, pair: Pair) -> bool:
    """Whether a passage took up or gave away what its text has as often as before, and nothing else of effect changed.

    A title of its own that went may still stand above it, and the 'and' of a list before another item.
    """
    if _says_anew(after, before, pair.before) or _says_anew(before, after, pair.after):
        return False
    segments = redline(before, after)
    moved = [one for one in segments if one.kind in _EDITS and _stays(one.text, pair)]
    if not moved:
        return False
    kept = [one for one in segments if one not in moved and words(one.text) != ("and",) and not _is_title(one, pair)]
    said = " ".join(one.text for one in kept if one.kind is not SegmentKind.INSERTED)
    says = " ".join(one.text for one in kept if one.kind is not SegmentKind.DELETED)
    return says_the_same(said, says)


def _says_anew(passage: str, other: str, there: KeptText) -> bool:
    """Whether a passage has words of effect that the other wording lacks, and that the other text has nowhere."""
    alone = set(effective_words(passage)).difference(effective_words(other))
    if not alone:
        return False
    # Of 'proceeding.If', where a blank was lost, each part may stand there.
    shown = set(filter(str.isalpha, words(passage)))
    known = set(filter(there.has_word, shown))
    return not alone.isdisjoint(set(map(canonical_word, shown - known)).difference(map(canonical_word, known)))


def _stays(run: str, pair: Pair) -> bool:
    """Whether so many words in a row that it can't be an accident stand in both texts, and equally often."""
    return len(words(run)) >= _FEWEST_IN_A_ROW and 0 < pair.before.times(run) == pair.after.times(run)


def _is_title(segment: Segment, pair: Pair) -> bool:
    """Whether words that went, or came, are a title, by their colon, that the other text has as well."""
    there = {SegmentKind.DELETED: pair.after, SegmentKind.INSERTED: pair.before}.get(segment.kind)
    return there is not None and segment.text.rstrip().endswith(":") and there.times(segment.text) > 0


def _stands_in(run: str, text: KeptText) -> bool:
    """Whether so many words of a longer run stand in a text, all or most, that it can't be an accident."""
    return len(words(run)) >= _FEWEST_IN_A_ROW and text.holds(run, _MOST)


# One passage may state several clause types.
@lru_cache(maxsize=16)
def _reworded(before: str, after: str, pair: Pair) -> str:
    """The words that came into the text with a passage, or else that went from it; empty where none did.

    What a passage took up or gave away, while the text has it before and after, did not come or go.
    """
    asked = Around(
        is_new=lambda sentence: pair.before.times(sentence) < pair.after.times(sentence),
        is_gone=lambda sentence: not pair.after.times(sentence),
        was_said=lambda sentence: (
            (not pair.before.times(sentence) and _stands_in(sentence, pair.before))
            or is_said_next_to(sentence, before, pair.before, pair.after)
        ),
        is_said=lambda sentence: (
            _stands_in(sentence, pair.after) or is_said_next_to(sentence, after, pair.after, pair.before)
        ),
        lead_in=lambda sentence: _lead_in(sentence, after if pair.after.times(sentence) else before, pair),
    )
    return quoted(visible_words(before), visible_words(after), asked)


def _is_anew(reworded: str, before: str, after: str) -> bool:
    """Whether a passage that has little in common with the one before was written anew, by what its words tell."""
    both = "it adds “" in reworded and "it leaves out “" in reworded
    return both and likeness(words(visible_text(before)), words(visible_text(after))) < _FEW_IN_COMMON


def _lead_in(sentence: str, passage: str, pair: Pair) -> str:
    """What announces the item of a list that a sentence of a passage stands in; empty where it stands in none."""
    for document in (pair.new, pair.old):
        line = spaced_line(sentence)
        for block in document.ordinals(passage):
            lead_in = document.blocks[block].lead_in
            if lead_in is not None and f" {document.word_lines[block]} ".startswith(line):
                announced = document.visible[lead_in]
                return "" if announced.endswith(".") else announced
    return ""
