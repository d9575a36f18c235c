"""Which additions and removals a text alone can't tell: what is unsure, may be said otherwise, or went with a part.

'Added' and 'removed' are statements of fact. Where the evidence for one is not strong, less is said: that these words
came or went, and that the text can't tell whether the document says it (decision 22).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.aligning.kept import kept_text
from conductatlas.changes.captures.editions import (
    NOT_CAPTURED_BEFORE,
    WHETHER_ADDED,
    WHETHER_SAID_BEFORE,
    WHETHER_STILL_SAID,
    WHETHER_WITHDRAWN,
    OwnText,
    is_for_another_region,
    is_written_anew,
    own_texts,
    told_of_another,
    told_of_whole,
    why_another_text,
)
from conductatlas.changes.captures.effective import begins_after, days_of_version
from conductatlas.changes.captures.failure import lost_error_notice
from conductatlas.changes.captures.missing import (
    breaks_off,
    gained_part,
    lists_section_that_it_lacks,
    lost_part,
    skips_number,
    stands_among_former_texts,
    stands_in_emptied_section,
    stands_on_page_of_its_own,
    stayed,
    told_of_contents,
)
from conductatlas.changes.captures.spelling import told_of_spelling
from conductatlas.changes.effects.lone_words import are_sure, lone_sentences
from conductatlas.changes.effects.saying import Saying, SingleSentences, confidence_of, sought
from conductatlas.changes.following.lapsing import has_its_word, lost_its_word
from conductatlas.changes.following.standing import Followed, JudgedText
from conductatlas.changes.language.stating_alone import can_state, is_sure
from conductatlas.changes.language.stating_plainly import is_stated_plainly, tells_of_changes
from conductatlas.changes.language.withdrawing import new_note_of_withdrawal
from conductatlas.changes.layout.furniture import announces_update
from conductatlas.changes.layout.pointing import refers_for, refers_its_people
from conductatlas.changes.sentences.sentences_apart import lines_alone, may_be_alone, said_with
from conductatlas.english import count
from conductatlas.provisions import Finder, is_glossed, is_item, stating_parts, surroundings
from conductatlas.reading import Document, visible_text, without_images, without_link_notes

# Below this confidence the going, or the coming, of a finding is nothing to tell.
_SURE_TO_GO, _SURE_TO_COME = 0.8, 0.9
# Of a type that has a word of its own, which the text lacks wherever it was, this confidence is enough to go.
_SURE_WITHOUT_ITS_WORD = 0.7
# What came needs this confidence, or a sentence that states the type by itself at this probability.
_SURER, _SURE_BY_ITSELF = 0.92, 0.95
# Who somebody is and how to reach them, each text says somewhere, in lines of an address or in its first sentence; for
# what data are used at large, too.
_SAID_BY_EACH = frozenset(("broad-purpose-use", "contracting-entity-contact"))
# A part is missing where words came for no more than this share of it.
_FEW_FOR_A_PART = 0.25
# Nor is it told where no sentence of the passage states the type by itself at this probability, …
_BY_ITSELF = 0.75
# … or where one of the other version does at this one.
_SAID_BY_ONE = 0.5
# From this probability on, words that are new may state what went, and words that went may have stated what came; in a
# text that was written anew, from the second one, at which any chance tells for the removal: the finder sees a reworded
# clause less surely than one that it learned from.
_MAY_STATE, _MAY_STATE_ANEW = 0.1, 0.0
_MAY_HAVE_STATED, _MAY_HAVE_STATED_ANEW = 0.3, 0.1


def only_what_is_sure(
    finder: Finder, old: JudgedText, new: JudgedText, followed: Sequence[Followed]
) -> tuple[tuple[Followed, ...], tuple[str, ...]]:
    """What became of provisions, and what is said in place of the additions and removals that the text can't tell.

    Those have no kind any more, nor has what came beside others of its type, or went while they stay, without a
    sentence that surely states it. What was told as removed, and returned, is told again where the text is the next
    version. Each passage counts that came or went without a kind, if a sentence that states its type came or went
    whole.
    """
    weighing = _Weighing(finder, old, new)
    untold = {
        one.identity
        for one in followed
        if (one.comes_or_goes and not weighing.is_sure(one)) or (one.is_beside and not weighing.is_surely_stated(one))
    }
    left = tuple(one._replace(kind=None) if one.identity in untold else one for one in followed)
    left = tuple(
        one._replace(may_have_moved=weighing.may_have_moved(one)) if one.kind is None and one.is_of_one_text else one
        for one in left
    )
    lone = [one for one in left if one.kind is None]
    gone, came = [one for one in lone if one.after is None], [one for one in lone if one.before is None]
    return left, tuple(weighing.said_of(gone, came))


class _Weighing:
    """Two versions, to weigh whether what came or went between them came or went for sure."""

    def __init__(self, finder: Finder, old: JudgedText, new: JudgedText) -> None:
        self._finder = finder
        self._texts = (old, new)
        self._before, self._after = old.document, new.document

    # Most versions have nothing that came or went, and ask for few of these.
    @cached_property
    def _says(self) -> tuple[Saying, Saying]:
        return Saying(self._texts[0]), Saying(self._texts[1])

    @cached_property
    def _anew(self) -> bool:
        return is_written_anew(self._before, self._after)

    @cached_property
    def _days(self) -> tuple[frozenset[str], frozenset[str]]:
        return days_of_version(self._before), days_of_version(self._after)

    @cached_property
    def _no_later(self) -> bool:
        """A page without one of its parts, or another edition, names the day that the document names, or an earlier."""
        before, after = self._days
        return bool(before and after) and (before == after or max(after) < max(before))

    @cached_property
    def _lost(self) -> int:
        dated_anew = all(self._days) and not self._no_later
        return 0 if self._anew else lost_part(self._before, self._after, dated_anew=dated_anew)

    @cached_property
    def _is_cut(self) -> bool:
        """Where much came for what went, the text was rewritten shorter, and no part of it is missing."""
        came = sum(self._after.word_counts) - stayed(self._before, self._after)
        return came <= _FEW_FOR_A_PART * self._lost

    @cached_property
    def _gained(self) -> int:
        return gained_part(self._before, self._after)

    @cached_property
    def _own(self) -> tuple[Sequence[OwnText], Sequence[OwnText]]:
        before, after = self._before, self._after
        return ((), ()) if self._anew else (own_texts(before, after), own_texts(after, before))

    @cached_property
    def _skips(self) -> tuple[bool, bool]:
        return skips_number(self._before, self._after), skips_number(self._after, self._before)

    @cached_property
    def _singly(self) -> tuple[SingleSentences, SingleSentences]:
        return SingleSentences(self._finder, self._before), SingleSentences(self._finder, self._after)

    @cached_property
    def _breaks_off(self) -> tuple[bool, bool]:
        return breaks_off(self._before, self._after), breaks_off(self._after, self._before)

    @cached_property
    def _may_be_another(self) -> bool:
        """Whether the new text may be no later version of the old one."""
        return bool(self._another) or self._no_later or self._is_for_another_region

    @cached_property
    def _is_for_another_region(self) -> bool:
        return is_for_another_region(self._before, self._after)

    @cached_property
    def _another(self) -> str:
        return why_another_text(self._before, self._after, anew=self._anew)

    def is_sure(self, one: Followed) -> bool:
        """Whether it is sure that a provision was added or removed, and that the other version says nothing like it.

        That one which was told to be gone stands again is sure where the text is the next version.
        """
        removed = one.before is not None
        here, there = (0, 1) if removed else (1, 0)
        quote = one.quote
        text, other = self._texts[here], self._texts[there]
        confidence = confidence_of(text, one.clause_type, quote)
        # What the passage alone tells is soonest known, and most are told by it.
        if not one.returned and (
            one.clause_type in _SAID_BY_EACH
            or confidence < (self._least_to_go(one.clause_type) if removed else _SURE_TO_COME)
            or _is_news(visible_text(quote))
        ):
            return False
        if self._may_be_another or self._breaks_off[there]:
            return False
        if one.returned:
            return True
        if (self._lost if removed else self._gained) or self._skips[there]:
            return False
        block = text.document.ordinals(quote)[0]
        if lists_section_that_it_lacks(text.document, block, other.document):
            return False
        if not self._anew and _belongs_to_page(text.document, block, other.document):
            return False
        passage = sought(self._finder, one.clause_type, quote)
        sure = removed or confidence >= _SURER or passage.chance >= _SURE_BY_ITSELF
        if (
            not sure
            or passage.chance < _BY_ITSELF
            or not self._is_stated_plainly(one.clause_type, quote, text.language)
        ):
            return False
        if removed and (
            refers_for(one.clause_type, other.document)
            or refers_its_people(text.document, block, quote, other.document)
        ):
            return False
        if not (removed and self._lost_its_word(one.clause_type)) and self._says[there].may_say(
            passage, self._says[here], self._least_chance(removed=removed)
        ):
            return False
        return self._singly[there].chance(one.clause_type) < _SAID_BY_ONE

    def _least_to_go(self, clause_type: str) -> float:
        """How sure the finder must be of what went."""
        return _SURE_WITHOUT_ITS_WORD if self._lost_its_word(clause_type) else _SURE_TO_GO

    def _lost_its_word(self, clause_type: str) -> bool:
        """Whether the text has nowhere any more the word that a type needs: it can't say the like in others."""
        old, new = self._texts
        if not has_its_word(clause_type):
            return False
        said, says = ("\n".join(one.document.visible) for one in self._texts)
        return old.language == new.language and lost_its_word(clause_type, said, says)

    def _is_stated_plainly(self, clause_type: str, quote: str, language: str | None) -> bool:
        """Whether the sentences of a quote that state a type do so by their words; those looked for are English."""
        if is_glossed(language):
            return True
        parts = stating_parts(self._finder, clause_type, quote)
        return is_stated_plainly(clause_type, [visible_text(quote[one.start : one.end]) for one in parts])

    def may_have_moved(self, one: Followed) -> bool:
        """Whether what came or went is a passage, not a type in an edited one, and its words state the type.

        From one edition to that for another region nothing moved: the text is one for other readers since.
        """
        here = 0 if one.before is not None else 1
        quote = one.quote
        text, found = self._texts[here], align(self._before, self._after)
        edges = found.from_new if here else found.from_old
        blocks = text.document.ordinals(quote)
        was_edited = bool(blocks) and all(any(not edge.part for edge in edges.get(block, ())) for block in blocks)
        plainly = not was_edited and self._is_stated_plainly(one.clause_type, quote, text.language)
        return plainly and self.is_surely_stated(one) and not self._is_for_another_region

    def is_surely_stated(self, one: Followed) -> bool:
        """Whether a sentence of a passage that came or went surely states its type, with its heading and without it."""
        here = 0 if one.before is not None else 1
        quote = one.quote
        text = self._texts[here]
        blocks = text.document.ordinals(quote)
        if is_glossed(text.language) or not blocks:
            return True
        heading, _ = surroundings(text.document, blocks[0])
        under, bare = (
            {part.start: part for part in stating_parts(self._finder, one.clause_type, quote, above)}
            for above in (heading, "")
        )
        return any(
            is_sure(part.chance, bare[start].chance)
            and (is_item(quote, start) or can_state(one.clause_type, visible_text(quote[start : part.end])))
            for start, part in under.items()
            if start in bare
        )

    def has_sentences_alone(self, one: Followed) -> bool:
        """Whether a passage came or went, and with it a sentence sure to state its type that one text has alone."""
        stood = one.before or one.after
        if stood is None or not one.is_of_one_text:
            return False
        here, there = (0, 1) if one.before is not None else (1, 0)
        text, other = self._texts[here], self._texts[there]
        quote = without_images(without_link_notes(stood.quote))
        perhaps = may_be_alone(self._before, self._after, quote)
        if perhaps is None:
            alone = kept_text(other.document).lacks(quote)
            return bool(alone) and self._are_sure(one, stood.quote, text, alone)
        # Most passages have no such sentence, whichever of these came or went whole.
        if not perhaps or not self._are_sure(one, stood.quote, text, perhaps):
            return False
        alone = said_with(quote, lines_alone(self._before, self._after) or ())
        return bool(alone) and self._are_sure(one, stood.quote, text, alone)

    def _are_sure(self, one: Followed, quote: str, text: JudgedText, alone: Sequence[str]) -> bool:
        """Whether one of some sentences of a passage is sure to state its type, under its heading."""
        heading, _ = surroundings(text.document, text.document.ordinals(quote)[0])
        parts = stating_parts(self._finder, one.clause_type, quote, heading)
        return are_sure(lone_sentences(one.clause_type, alone, quote, parts, text.language))

    def _least_chance(self, *, removed: bool) -> float:
        """From which probability on the words that only the other version has may state what went, or came."""
        if removed:
            return _MAY_STATE_ANEW if self._anew else _MAY_STATE
        return _MAY_HAVE_STATED_ANEW if self._anew else _MAY_HAVE_STATED

    def said_of(self, gone: Sequence[Followed], came: Sequence[Followed]) -> Iterator[str]:
        """What is said of passages that went, and came, with sentences of their own, of which no more can be told.

        How many they are is only asked where it is said.
        """
        lost, won = filter(self.has_sentences_alone, gone), filter(self.has_sentences_alone, came)
        some_gone, some_came = next(lost, None) is not None, next(won, None) is not None
        yield from told_of_spelling(self._before, self._after)
        yield from told_of_whole(self._before, self._after, *self._own)
        yield from told_of_contents(self._before, self._after)
        if (some_gone or some_came) and self._another:
            yield told_of_another(self._before, self._after, self._another)
            return
        if some_gone and self._lost and self._is_cut:
            number = 1 + sum(1 for _ in lost)
            yield (
                f"A part of {self._lost:,} words is missing: {count(number, 'provision')} in it "
                f"can no longer be found. {WHETHER_WITHDRAWN}"
            )
        elif some_gone:
            # How many, and which, the page of the change lists, by single sentences too.
            note = new_note_of_withdrawal(self._before, self._after)
            beside = f", and a new note says “{note}”" if note else ""
            yield f"Words that state clauses were taken out{beside}. {WHETHER_STILL_SAID}"
        if some_came and self._gained:
            number = 1 + sum(1 for _ in won)
            doubt = NOT_CAPTURED_BEFORE if lost_error_notice(self._before, self._after) else WHETHER_ADDED
            yield f"In all {self._gained:,} words came in, {count(number, 'provision')} among them. {doubt}"
        elif some_came:
            yield f"Words that state clauses came in. {WHETHER_SAID_BEFORE}"


def _is_news(visible: str) -> bool:
    return announces_update(visible) or tells_of_changes(visible)


def _belongs_to_page(document: Document, block: int, other: Document) -> bool:
    """Whether what came and went is where a block stands, and not the document.

    Its head, a page, an unopened part, the texts of former times.
    """
    return (
        block < begins_after(document)
        or stands_among_former_texts(document, block)
        or stands_on_page_of_its_own(document, block, other)
        or stands_in_emptied_section(document, block, other)
    )
