"""Following provisions from one version of a document to the next, so that each keeps its identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from conductatlas.changes.aligning.alignment import Alignment, Edge
from conductatlas.changes.aligning.kept import KeptText, kept_text
from conductatlas.changes.aligning.kept import blocks_of as shown_blocks
from conductatlas.changes.aligning.nearness import goes_on_in
from conductatlas.changes.aligning.own_words import are_words_kept
from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.aligning.restated import (
    ONE_EFFECT,
    ContentIndex,
    content_index,
    is_rewritten,
    restated_in,
)
from conductatlas.changes.following.another_rule import other_rules
from conductatlas.changes.following.bounds import keep_bounds
from conductatlas.changes.following.edited import was_edited
from conductatlas.changes.following.lapsing import STATES_NOTHING, has_its_word, is_silent, lapsed, lost_its_word
from conductatlas.changes.following.matching import Shared, match_findings, returning, stated_in
from conductatlas.changes.following.standing import ChangeKind, Dormant, Followed, JudgedText, Standing
from conductatlas.changes.following.steadying import steadied_types, unseen
from conductatlas.changes.language.effect import words_of_effect
from conductatlas.changes.language.words import has_same_words
from conductatlas.provisions import LIKELY, Finder, Finding, stating_parts, surroundings
from conductatlas.reading import Document, visible_text, words

# A block that holds this share of the content words of what is found newly, said it before, …
_SAID_BEFORE = 0.8
# … and one that holds this share of those of the sentences that stated a type, still says it, …
_STILL_SAID = 0.6
# … as does a passage of the type that holds this one.
_STILL_STATED = 0.5
# What holds less than these shares of those of the whole passage is not asked.
_PERHAPS_SAID, _PERHAPS_STATED = 0.3, 0.12
# A sentence stands in the old text where this share of its runs of words does; where less than the other one does of a
# whole passage, none of its sentences will.
_NEARLY_ALL, _HARDLY = 0.75, 0.15
# What has no more words than this is looked for by itself, as what states the type.
_SHORT = 15


def follow(
    finder: Finder,
    old: JudgedText,
    provisions: Sequence[Standing],
    new: JudgedText,
    alignment: Alignment,
    dormant: Sequence[Dormant],
    next_identity: int,
) -> tuple[Followed, ...]:
    """Tell what became of each provision that stood in `old`, and which are new in `new`.

    New identities are given from `next_identity` on, in the order of the new text. The result is in the order of the
    new text; last come those that the finder sees no more, but which still stand, and those that are gone.
    """
    blocks_of = {one.identity: one.blocks(old.document) for one in provisions}
    accepted = steadied_types(finder, old, provisions, blocks_of, new, alignment)
    findings = finder.assemble(new.document, new.units, accepted)
    rewritten = is_rewritten(old.document, new.document, alignment)
    documents = (old.document, new.document)
    silent = frozenset(position for position, one in enumerate(findings) if is_silent(one, new))
    matched, shared = match_findings(
        provisions, blocks_of, findings, alignment, *documents, rewritten=rewritten, silent=silent
    )
    drawn, matched, passed_over = keep_bounds(finder, provisions, blocks_of, findings, matched, alignment, new.document)
    over = lapsed(provisions, drawn, matched, new)
    others = other_rules(provisions, drawn, matched) - over
    ended = frozenset(matched[position] for position in over)
    replaced = frozenset(matched[position] for position in others)
    matched = {position: identity for position, identity in matched.items() if position not in over | others}
    following = _Following(
        finder,
        old,
        new,
        alignment,
        provisions,
        blocks_of,
        drawn,
        matched,
        shared,
        passed_over | over,
        ended,
        others,
        replaced,
        rewritten,
    )
    found = following.found(dormant, next_identity)
    still, gone = following.left()
    return (*found, *still, *gone)


@dataclass
class _Following:
    """One step of following. `found` comes before `left`, which asks what the findings were taken for."""

    finder: Finder
    judged: JudgedText
    judged_new: JudgedText
    alignment: Alignment
    provisions: Sequence[Standing]
    blocks_of: Mapping[int, frozenset[int]]
    findings: Sequence[Finding]
    matched: Mapping[int, int]
    shared: Shared
    passed_over: frozenset[int]
    # The provisions whose passage goes on with words that do not state them.
    lapsed: frozenset[int]
    # The positions of findings that are other rules in the place of provisions, and these provisions.
    others: frozenset[int]
    replaced: frozenset[int]
    rewritten: bool
    # By clause type, what each provision says in the new text.
    says: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    cores: dict[int, str] = field(default_factory=dict)

    @cached_property
    def pair(self) -> Pair:
        """Both texts."""
        return Pair(self.old, self.new)

    @property
    def old(self) -> Document:
        """The text before."""
        return self.judged.document

    @property
    def new(self) -> Document:
        """The text after."""
        return self.judged_new.document

    def found(self, dormant: Sequence[Dormant], next_identity: int) -> list[Followed]:
        """What each finding is, in the order of the text: a provision that stood, one that returned, or a new one.

        A type that was only carried along makes no new record: a finding that is no provision yet must be sure enough
        by itself. What the old text said already, where the finder saw no provision, is a new record but no addition;
        nor did a part of a provision move that stands where it stood, and that other words only came before or behind.
        """
        by_identity = {one.identity: one for one in self.provisions}
        verbatim, resembling = kept_text(self.old), content_index(self.old)
        asleep = {one.identity: one for one in dormant}
        said: dict[str, dict[int, str]] = defaultdict(dict)
        for position, known in self.matched.items():
            finding, before = self.findings[position], by_identity[known]
            self.says[finding.clause_type][known] = finding.quote
            said[before.clause_type][known] = before.quote
        followed: list[Followed] = []
        for position, finding in enumerate(self.findings):
            identity = self.matched.get(position)
            if identity is not None:
                followed.append(self._continued(by_identity[identity], finding))
                continue
            if position in self.passed_over or finding.confidence < self.finder.threshold(finding.clause_type):
                continue
            whole = self._split_from(position, finding, said[finding.clause_type])
            # As below: another passage of the type may have said it, but this one was no part of that.
            beside = whole is not None and self._goes_on_beside(finding, self.says[finding.clause_type].get(whole))
            perhaps_said = whole is not None and not beside and not goes_on_in(by_identity[whole].quote, finding.quote)
            if perhaps_said:
                whole = None
            again = None
            if whole is None:
                again = returning(finding.quote, finding.clause_type, asleep.values())
            if again is None:
                kind: ChangeKind | None = ChangeKind.ADDED if whole is None else ChangeKind.MOVED
                if (
                    perhaps_said
                    or position in self.others
                    or (
                        self._said_before(finding, verbatim, resembling)
                        if whole is None
                        else not beside or self._stands(finding, whole) or not verbatim.lacks(finding.quote)
                    )
                ):
                    kind = None
                followed.append(Followed(next_identity, finding.clause_type, kind, None, finding, counterpart=whole))
                next_identity += 1
            else:
                kind = ChangeKind.ADDED if asleep.pop(again).told else None
                followed.append(Followed(again, finding.clause_type, kind, None, finding, returned=True))
        for one in followed:
            if one.after is not None:
                self.says[one.clause_type][one.identity] = one.after.quote
        return followed

    def left(self) -> tuple[list[Followed], list[Followed]]:
        """What became of the provisions that no finding is: those that still stand, and those that are gone."""
        kept = set(self.matched.values())
        by_identity = {one.identity: one for one in self.provisions}
        verbatim, resembling = kept_text(self.new), content_index(self.new)
        still: list[Followed] = []
        gone: list[Followed] = []
        for one in self.provisions:
            if one.identity in kept:
                continue
            others = self.says[one.clause_type]
            counterpart = self._merged_into(one, others)
            # That another passage is of its type is no sign that this one goes on there, but one that the text may
            # still state what it did.
            perhaps_stated = counterpart is not None and not goes_on_in(one.quote, others[counterpart])
            if perhaps_stated:
                counterpart = None
            if counterpart is None:
                place = self._still_at(one, verbatim, resembling, verbatim_only=perhaps_stated)
                if place is not None:
                    after = self._finding_at(one.clause_type, place)
                    quote = after.quote
                    counterpart = next((known for known, other in others.items() if quote in other), None)
                    if counterpart is None:
                        others[one.identity] = quote
                        stands = self._continued(one, after)
                        # What the finder sees no more may say it in other words, or something else that stood there.
                        unsure = stands.kind is ChangeKind.REWORDED
                        still.append(stands._replace(kind=None) if unsure else stands)
                        continue
            kind: ChangeKind | None = ChangeKind.REMOVED if counterpart is None else ChangeKind.MOVED
            if counterpart is None:
                unsure = perhaps_stated or one.identity in self.replaced or not self._was_sure(one)
            else:
                # What still stands word for word went from nowhere, whatever passage it is a part of now, and what
                # another passage took up is no passage fewer that says it.
                unsure = not verbatim.lacks(one.quote) or not self._went_beside(one, by_identity.get(counterpart))
            if unsure:
                kind = None
            gone.append(Followed(one.identity, one.clause_type, kind, one, None, counterpart=counterpart))
        return still, gone

    def _still_at(
        self, one: Standing, verbatim: KeptText, resembling: ContentIndex, *, verbatim_only: bool
    ) -> tuple[int, int] | None:
        """The first and the last block of the new text that say what a provision did, which no finding is."""
        shown = shown_blocks(one.quote, self.old)
        lapsed = one.identity in self.lapsed
        place = verbatim.place(shown)
        if place is not None or verbatim_only:
            return place
        place = None if lapsed else resembling.place(shown)
        short = len(words(" ".join(shown))) <= _SHORT
        if place is None and (short or lapsed or resembling.place(shown, _PERHAPS_SAID) is not None):
            core = (self._core(one),)
            place = verbatim.place(core) or resembling.place(core, _STILL_SAID)
        return None if place and self._lost_its_word(one, place) else place

    def _lost_its_word(self, one: Standing, place: tuple[int, int]) -> bool:
        """Whether blocks of the new text that resemble a provision lack the word that its type needs, and it had."""
        if not has_its_word(one.clause_type):
            return False
        first, last = place
        headings, _ = surroundings(self.new, first)
        return lost_its_word(one.clause_type, one.quote, "\n".join([headings, *self.new.visible[first : last + 1]]))

    def _said_before(self, finding: Finding, verbatim: KeptText, resembling: ContentIndex) -> bool:
        """Whether the old text said what a new finding says: the sentences that state its type, or all of it.

        Where the blocks are edited ones, only if no word of effect is new, since one can turn what a sentence says.
        """
        from_new = self.alignment.from_new
        edges = [edge for block in self.new.ordinals(finding.quote) for edge in from_new.get(block, ())]
        edited = any(edge.likeness < 1.0 and not edge.part for edge in edges)
        # Few words of what is wholly new stand anywhere before: no need to ask which sentences state the type.
        if verbatim.holds(visible_text(finding.quote), least=_HARDLY):
            stating = self._stating(finding.clause_type, finding.quote)
            before = words(" ".join(self.old.visible[edge.old] for edge in edges))
            turned = edited and not words_of_effect(words(" ".join(stating))) <= words_of_effect(before)
            if all(verbatim.holds(sentence, least=1.0 if turned else _NEARLY_ALL) for sentence in stating):
                return True
        return not edited and resembling.place(shown_blocks(finding.quote, self.new), _SAID_BEFORE) is not None

    def _stands(self, finding: Finding, whole: int) -> bool:
        """Whether a finding is of blocks that a provision held before, word for word and in their place."""
        held = self.blocks_of[whole]
        edges = [self.alignment.from_new.get(block, ()) for block in self.new.ordinals(finding.quote)]
        return all(any(one.old in held and one.likeness == 1.0 and not one.moved for one in some) for some in edges)

    def _goes_on_beside(self, finding: Finding, other: str | None) -> bool:
        """Whether a new finding that is likely to state its type says again what another passage of it says now.

        None of its blocks is an old one edited: then the text has no more passages than before.
        """
        if other is None or finding.confidence < LIKELY or not goes_on_in(other, finding.quote):
            return False
        return _are_alone(self.new.ordinals(finding.quote), self.alignment.from_new)

    def _went_beside(self, one: Standing, other: Standing | None) -> bool:
        """Whether a provision that its passage was likely to state said again what another one said before."""
        if other is None or one.confidence < LIKELY or not goes_on_in(one.quote, other.quote):
            return False
        return _are_alone(self.blocks_of[one.identity], self.alignment.from_old)

    def _stating(self, clause_type: str, quote: str) -> list[str]:
        """The visible texts of the sentences of a quote that state a type."""
        return [visible_text(quote[one.start : one.end]) for one in stating_parts(self.finder, clause_type, quote)]

    def _core(self, one: Standing) -> str:
        """The sentences of a provision that state its type, as one visible text."""
        if one.identity not in self.cores:
            self.cores[one.identity] = " ".join(self._stating(one.clause_type, one.quote))
        return self.cores[one.identity]

    def _was_sure(self, one: Standing) -> bool:
        """Whether the finder was sure enough of a provision, where it stood, to say that it went."""
        chances = self.judged.chances(one.clause_type, self.blocks_of[one.identity])
        return max(chances, default=0.0) >= self.finder.threshold(one.clause_type)

    def _split_from(self, position: int, finding: Finding, said: Mapping[int, str]) -> int | None:
        """The provision of the same text that a new finding was a part of, or says again."""
        quote = finding.quote
        return (
            self.shared.identity(position)
            or stated_in(quote, self.says[finding.clause_type])
            or restated_in(quote, said, rewritten=self._any_says(finding.clause_type))
        )

    def _merged_into(self, one: Standing, others: Mapping[int, str]) -> int | None:
        """The provision of the new text that now says what one said that no finding is."""
        into = self.shared.position(one.identity)
        if into is not None and into in self.matched:
            return self.matched[into]
        stated = stated_in(one.quote, others)
        stated = stated or restated_in(one.quote, others, rewritten=self._any_says(one.clause_type))
        if stated is not None or restated_in(one.quote, others, least=_PERHAPS_STATED) is None:
            return stated
        return restated_in(self._core(one), others, least=_STILL_STATED)

    def _any_says(self, clause_type: str) -> bool:
        """Whether any passage of a type says what another one of it said, however it is worded."""
        return self.rewritten or clause_type in ONE_EFFECT

    def _finding_at(self, clause_type: str, place: tuple[int, int]) -> Finding:
        """The finding that a run of blocks is, of which it is known that it says what a provision of a type said."""
        first, last = place
        blocks = self.new.blocks
        seen = self._sees(clause_type, range(first, last + 1))
        confidence = self.finder.threshold(clause_type) if seen else unseen(self.finder, clause_type)
        span = (blocks[first].start, blocks[last].end)
        return self.finder.finding(self.new, clause_type, first, last, (span,), (confidence,))

    def _sees(self, clause_type: str, blocks: Iterable[int]) -> bool:
        """Whether the finder gives any unit of some blocks of the new text a chance to state a type."""
        return max(self.judged_new.chances(clause_type, blocks), default=0.0) >= STATES_NOTHING

    def _continued(self, before: Standing, finding: Finding) -> Followed:
        """Tell what happened to a provision that stands in both versions."""
        if before.quote == finding.quote and not self.alignment.moves:
            return Followed(before.identity, before.clause_type, None, before, finding)
        old_blocks = self.blocks_of[before.identity]
        new_blocks = self.new.ordinals(finding.quote)
        from_new = self.alignment.from_new
        edges = [edge for block in new_blocks for edge in from_new.get(block, ()) if edge.old in old_blocks]
        relocated = bool(edges) and all(edge.moved for edge in edges)
        kind: ChangeKind | None = None
        same_words = before.quote == finding.quote or has_same_words(before.quote, finding.quote)
        if same_words and finding.confidence < before.confidence and self._sees(finding.clause_type, new_blocks):
            finding = finding._replace(confidence=before.confidence)
        if not same_words and self._is_reworded(before.quote, finding.quote, old_blocks, new_blocks):
            kind = ChangeKind.REWORDED
        elif relocated:
            kind = ChangeKind.MOVED
        return Followed(before.identity, before.clause_type, kind, before, finding)

    def _is_reworded(self, before: str, after: str, old_blocks: frozenset[int], new_blocks: Sequence[int]) -> bool:
        """Whether words of a passage changed, and the text lost or gained any of its sentences with them."""
        if not was_edited(old_blocks, new_blocks, self.old, self.new, self.alignment):
            return False
        return not are_words_kept(before, after, self.pair)


def _are_alone(blocks: Iterable[int], edges: Mapping[int, Sequence[Edge]]) -> bool:
    """Whether none of some blocks stands in the other text, edited or not, but as a part of another one at most."""
    return all(edge.part for block in blocks for edge in edges.get(block, ()))
