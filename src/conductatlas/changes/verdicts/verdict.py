"""The verdict on a version as a whole: substantive, editorial or technical, with the reasons for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from conductatlas.changes.aligning.alignment import Alignment, Edge
from conductatlas.changes.aligning.division import Divisions
from conductatlas.changes.following.standing import Followed, JudgedText, Standing
from conductatlas.changes.language.effect import (
    MASKS,
    canonical_word,
    effective_words,
    says_the_same,
    without_numbering,
)
from conductatlas.changes.language.page_marks import is_menu_behind
from conductatlas.changes.language.words import in_order
from conductatlas.changes.layout.furniture import is_numbered_title
from conductatlas.changes.layout.itself import is_table_of_versions
from conductatlas.changes.layout.repeated_titles import without_repeated_title
from conductatlas.changes.names.entitled import without_addresses
from conductatlas.changes.names.renaming import Names
from conductatlas.changes.names.swaps import PLACES, swaps
from conductatlas.changes.verdicts.differences import (
    Weight,
    is_joined_otherwise,
    is_recapitalised,
    is_repunctuated,
    is_trivial,
    weight_of_edit,
)
from conductatlas.changes.verdicts.lone import is_heading, is_of_page, weights_of_lone
from conductatlas.english import count
from conductatlas.provisions import ARBITRATION_COSTS, find_figures
from conductatlas.reading import BlockKind, Document, visible_text, without_images, word_line, words

_LINK_IN_A_ROW = re.compile(r"(?:,? (?:and|or) |, )?\[([^\[\]]{1,40})\]\([^()]{0,2000}\)")
# Where a link leads, in brackets behind its words; and where links lead.
_TARGET_SHOWN = re.compile(r" \((https?://[^()\s]{1,2000})\)")
_LINK_TARGETS = re.compile(r"\]\((https?://[^()\s]{1,2000})")
# Who gets data, and the link to the site of a company, called by its name.
_RECIPIENTS = re.compile(r"\b(?:vendors?|(?:service )?providers?|sub-?processors?|sub-?contractors?)\b", re.IGNORECASE)
_LINKED_NAME = re.compile(r"\[([A-Z][\w.&’' -]{1,40})\]\(https?://(?:www\.)?([\w.-]+)")
SAME_WORDS = "Only markup, links, white space or drawn characters changed."
# Who the provider is and since when a text applies: names, addresses and dates, which change to the letter only.
_LETTER_ONLY = "contracting-entity-contact"
# Facts that a clause turns on; dates and contact details are none of them.
_FACTS_OF_EFFECT = frozenset(
    (
        *(
            "notice-period",
            "retention-period",
            "refund-period",
            "claim-deadline",
            "opt-out-deadline",
            "liability-period",
        ),
        *("inactivity-period", "amount", "liability-cap", "governing-law", "venue", "licence-term", "minimum-age"),
        ARBITRATION_COSTS,
    )
)


class Verdict(StrEnum):
    """What kind of change a version is. `none`: the text is the same, byte for byte."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"
    TECHNICAL = "technical"
    FAILED = "failed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OfEffect:
    """The blocks, before and after, that changed in words that may carry an effect, by their places in the texts."""

    before: frozenset[int] = frozenset()
    after: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, why, how many blocks changed their place, and which changed in words that may carry an effect."""

    verdict: Verdict
    reasons: tuple[str, ...]
    moved_blocks: int
    of_effect: OfEffect = field(default_factory=OfEffect)


def judge(
    old: JudgedText,
    new: JudgedText,
    alignment: Alignment,
    provisions: Sequence[Standing],
    followed: Sequence[Followed],
) -> Judged:
    """Judge what a version did, from its block differences and from what became of each provision."""
    if old.document.text == new.document.text:
        return Judged(Verdict.NONE, (), 0)
    found = list(_Weighing(old, new, alignment, provisions, followed).weights())
    weights = Counter(one.weight for one in found)
    moved = sum(edge.moved for edge in alignment.edges)
    reasons: list[str] = []
    for weight, phrase in (
        (Weight.SUBSTANTIVE, "in words that may carry an effect"),
        (Weight.EDITORIAL, "with no effect found (names, dates, spelling, numbering, words without effect)"),
        (Weight.TECHNICAL, "as page furniture, as repeated text, or in spaces and signs alone"),
    ):
        if weights[weight]:
            reasons.append(f"{count(weights[weight], 'block')} came, went or changed {phrase}.")
    if moved:
        reasons.append(f"{count(moved, 'block')} in another place.")
    if weights[Weight.SUBSTANTIVE]:
        weighty = [one for one in found if one.weight is Weight.SUBSTANTIVE]
        of_effect = OfEffect(
            frozenset(chain.from_iterable(one.olds for one in weighty)),
            frozenset(chain.from_iterable(one.news for one in weighty)),
        )
        return Judged(Verdict.SUBSTANTIVE, tuple(reasons), moved, of_effect)
    if weights[Weight.EDITORIAL]:
        return Judged(Verdict.EDITORIAL, tuple(reasons), moved)
    if not reasons:
        reasons.append(SAME_WORDS)
    return Judged(Verdict.TECHNICAL, tuple(reasons), moved)


class _Weighed(NamedTuple):
    """A difference: how much it weighs, and the blocks before and after that it is of."""

    weight: Weight
    olds: Sequence[int]
    news: Sequence[int]


class _Weighing:
    """One version beside the one before it: how much each block difference weighs."""

    def __init__(
        self,
        old: JudgedText,
        new: JudgedText,
        alignment: Alignment,
        provisions: Sequence[Standing],
        followed: Sequence[Followed],
    ) -> None:
        self._texts = old, new
        self._old, self._new = old.document, new.document
        self._of_page_old, self._of_page_new = old.of_page, new.of_page
        self._alignment = alignment
        self._provisions = provisions
        self._followed = followed
        self._names = Names(self._old, self._new, _edited(self._old, self._new, alignment))

    @cached_property
    def _provision_old(self) -> frozenset[int]:
        quotes = [one.quote for one in self._provisions if one.clause_type != _LETTER_ONLY]
        return frozenset(chain.from_iterable(self._old.ordinals(quote) for quote in quotes))

    @cached_property
    def _provision_new(self) -> frozenset[int]:
        findings = [one.after for one in self._followed if one.after is not None and one.clause_type != _LETTER_ONLY]
        return frozenset(chain.from_iterable(self._new.ordinals(one.quote) for one in findings))

    def weights(self) -> Iterator[_Weighed]:
        """The weight of each difference that has one."""
        old, new = self._old, self._new
        for edge in self._alignment.edges:
            if edge.part:
                continue
            if edge.likeness < 1.0:
                kept = self._divisions.are_kept([edge.old], [edge.new])
                kept = kept and not is_joined_otherwise(old.visible[edge.old], new.visible[edge.new])
                yield _Weighed(Weight.TECHNICAL if kept else self._of_edit(edge), *self._own_parts[edge])
            elif self._is_edited_to_the_letter(edge):
                yield _Weighed(Weight.EDITORIAL, [edge.old], [edge.new])
        for olds, news in _regrouped(self._alignment):
            kept = self._divisions.are_kept(olds, news)
            yield _Weighed(Weight.TECHNICAL if kept else self._of_regrouping(olds, news), olds, news)
        removed, added = (sorted({*lone, *self._repeated[side]}) for side, lone in enumerate(self._lone))
        for block, weight in weights_of_lone(old, removed, new, self._provision_old, self._of_page_old):
            yield self._of_lone(weight, old.visible[block], [block], [])
        for block, weight in weights_of_lone(new, added, old, self._provision_new, self._of_page_new):
            yield self._of_lone(weight, new.visible[block], [], [block])

    @property
    def _lone(self) -> tuple[Sequence[int], Sequence[int]]:
        """The blocks that are none of the other text, nor parts of one: those that went and those that came."""
        return self._alignment.removed, self._alignment.added

    @cached_property
    def _repeated(self) -> tuple[frozenset[int], frozenset[int]]:
        """The blocks that are parts of others by likeness alone: they went, or came, beside what says the same."""
        olds: set[int] = set()
        news: set[int] = set()
        for edge, own in self._own_parts.items():
            all_parts = _with_parts(self._alignment, edge)
            olds |= set(all_parts[0]) - set(own[0])
            news |= set(all_parts[1]) - set(own[1])
        return frozenset(olds), frozenset(news)

    @cached_property
    def _own_parts(self) -> Mapping[Edge, tuple[list[int], list[int]]]:
        """Of each pair that was edited its blocks, before and after, with those split from it or merged into it."""
        edited = (edge for edge in self._alignment.edges if not edge.part and edge.likeness < 1.0)
        return {edge: self._parts_of(edge) for edge in edited}

    def _parts_of(self, edge: Edge) -> tuple[list[int], list[int]]:
        """The blocks of a pair, before and after, each with those that were split from it or merged into it.

        A part that says what the pair says is no part of it, but a repetition that came or went; and so is one of which
        the block beside it had as much already, or has.
        """
        old, new = self._old, self._new
        before, after = _shown(old, edge.old), _shown(new, edge.new)
        olds, news = _with_parts(self._alignment, edge)
        return (
            [edge.old, *(one for one in olds[1:] if not _is_repeated(_shown(old, one), before, after))],
            [edge.new, *(one for one in news[1:] if not _is_repeated(_shown(new, one), after, before))],
        )

    def _of_lone(self, weight: Weight, visible: str, olds: Sequence[int], news: Sequence[int]) -> _Weighed:
        """A block without a partner, which may only be divided otherwise, or stand under another number."""
        if weight is Weight.TECHNICAL or self._divisions.are_kept(olds, news):
            weight = Weight.TECHNICAL
        elif _unnumbered(visible) in self._renumbered:
            weight = min(weight, Weight.EDITORIAL)
        return _Weighed(weight, olds, news)

    @cached_property
    def _renumbered(self) -> frozenset[str]:
        """The words, in a line, of blocks that went and that came again under another number, or under none."""
        old, new, found = self._old, self._new, self._alignment
        went = {_unnumbered(old.visible[block]): old.word_lines[block] for block in found.removed}
        came = {_unnumbered(new.visible[block]): new.word_lines[block] for block in found.added}
        return frozenset(line for line in went.keys() & came.keys() if line and went[line] != came[line])

    @cached_property
    def _divisions(self) -> Divisions:
        differing = sum(edge.likeness < 1.0 for edge in self._alignment.edges)
        differing += len(self._alignment.removed) + len(self._alignment.added)
        return Divisions(self._texts[0].letters, self._texts[1].letters, differing)

    def _is_edited_to_the_letter(self, edge: Edge) -> bool:
        """Whether a block of the same words has other punctuation or capitals."""
        before, after = self._old.visible[edge.old], self._new.visible[edge.new]
        if before == after or not (is_repunctuated(before, after) or is_recapitalised(before, after)):
            return False
        return edge.new not in self._of_page_new and not is_of_page(self._new, edge.new)

    def _of_edit(self, edge: Edge) -> Weight:
        """The weight of what changed in a block."""
        old, new = self._old, self._new
        both = ((old, edge.old), (new, edge.new))
        headings = all(is_heading(one, block) or is_numbered_title(one.source(block)) for one, block in both)
        if edge.old in self._of_page_old and edge.new in self._of_page_new:
            return Weight.TECHNICAL
        if not headings and is_of_page(old, edge.old) and is_of_page(new, edge.new):
            return Weight.TECHNICAL
        if _differ_in_targets(old.source(edge.old), new.source(edge.new)):
            return Weight.TECHNICAL
        if _differ_in_editions(old.source(edge.old), new.source(edge.new)):
            return Weight.EDITORIAL
        olds, news = self._own_parts[edge]
        both_shown = _joined(old, olds), _joined(new, news)
        before, after = self._without_titles(*both_shown)
        if _is_table(new, edge.new) and is_table_of_versions(before) and is_table_of_versions(after):
            return Weight.EDITORIAL
        known, stated = self._provision_old, self._provision_new
        # Where no provision is known, as in languages that are not judged, any sentence may be one.
        covered = edge.old in known or edge.new in stated or not (known or stated)
        weight = weight_of_edit(before, after, self._names, in_provision=covered)
        if (before, after) != both_shown:
            weight = max(weight, Weight.EDITORIAL)
        if headings:
            behind = is_menu_behind(old.visible[edge.old], new.visible[edge.new])
            return Weight.TECHNICAL if behind else min(weight, Weight.EDITORIAL)
        if weight is not Weight.EDITORIAL:
            return weight
        if _names_another_recipient(old.source(edge.old), new.source(edge.new)):
            return Weight.SUBSTANTIVE
        cells = _is_table(new, edge.new) and _cells_changed(before, after, self._names)
        # Where the words of effect agree, a fact is only read otherwise, not stated otherwise.
        other = cells or (not _have_same_letters(before, after) and _facts(before) != _facts(after))
        return Weight.SUBSTANTIVE if other else Weight.EDITORIAL

    @cached_property
    def _lines(self) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(self._old.word_lines), frozenset(self._new.word_lines)

    def _without_titles(self, before: str, after: str) -> tuple[str, str]:
        """Two states of a block without a title ahead of one that the text of the other has as a line."""
        had, has = self._lines
        return without_repeated_title(before, after, has), without_repeated_title(after, before, had)

    def _of_regrouping(self, olds: Sequence[int], news: Sequence[int]) -> Weight:
        """The weight of a split or a merge."""
        old, new = self._old, self._new
        of_page = all(one in self._of_page_old or is_of_page(old, one) for one in olds)
        if of_page and all(one in self._of_page_new or is_of_page(new, one) for one in news):
            return Weight.TECHNICAL
        covered = not self._provision_old.isdisjoint(olds) or not self._provision_new.isdisjoint(news)
        return weight_of_edit(_joined(old, olds), _joined(new, news), self._names, in_provision=covered)


def _unnumbered(visible: str) -> str:
    return word_line(without_numbering(visible))


def _edited(old: Document, new: Document, alignment: Alignment) -> Iterator[tuple[str, str]]:
    for edge in alignment.edges:
        if edge.likeness < 1.0 and not edge.part:
            yield old.visible[edge.old], new.visible[edge.new]


def _regrouped(alignment: Alignment) -> Iterator[tuple[list[int], list[int]]]:
    """Blocks that were split or merged without a partner of their own: the old ones and the new ones, in order."""
    paired_old = {edge.old for edge in alignment.edges if not edge.part}
    paired_new = {edge.new for edge in alignment.edges if not edge.part}
    parts = [one for one in alignment.edges if one.part and one.old not in paired_old and one.new not in paired_new]
    merged: dict[int, list[int]] = {}
    split: dict[int, list[int]] = {}
    for edge in parts:
        merged.setdefault(edge.new, []).append(edge.old)
    for new, olds in merged.items():
        if len(olds) == 1:
            split.setdefault(olds[0], []).append(new)
        else:
            yield sorted(olds), [new]
    for old, news in split.items():
        yield [old], sorted(news)


def _facts(visible: str) -> list[tuple[str, str, str]]:
    return [(fact.kind, fact.value, fact.unit) for fact in find_figures(visible) if fact.kind in _FACTS_OF_EFFECT]


def _have_same_letters(before: str, after: str) -> bool:
    """Whether the words of effect of two texts agree, written in one word or in two: 'limited-purpose'."""
    return "".join(effective_words(before)) == "".join(effective_words(after))


def _is_table(document: Document, block: int) -> bool:
    return document.blocks[block].kind is BlockKind.TABLE


def _cells_changed(before: str, after: str, names: Names) -> bool:
    """Whether numbers in a table changed, or rows or words came or went; names may be replaced by others."""
    found = [swap for swap in swaps(effective_words(before), effective_words(after)) if not is_trivial(swap)]
    rest = [swap for swap in without_addresses(found, before, after) if not (all(swap) and names.are_renamed([swap]))]
    more = sum(_unmasked(came) - _unmasked(went) for went, came in rest)
    return more != 0 or (len(rest) == len(found) and _numbers(before) != _numbers(after))


def _unmasked(side: Sequence[str]) -> int:
    return sum(word not in MASKS for word in side)


def _numbers(visible: str) -> list[str]:
    """The numbers of a text but for those in dates: periods and prices in tables have no words around them."""
    return [word for word in effective_words(visible) if word[0].isdigit()]


def _is_repeated(part: str, beside: str, whole: str) -> bool:
    """Whether a part of a block, `whole`, of the other text says what `beside`, the one that became that, says too."""
    if says_the_same(part, beside) or says_the_same(part, whole):
        return True
    shown = words(part)
    return in_order(shown, words(beside)) >= in_order(shown, words(whole))


def _with_parts(alignment: Alignment, edge: Edge) -> tuple[list[int], list[int]]:
    """The blocks of a pair, before and after, each with those that were split from it or merged into it."""
    olds = [edge.old, *(one.old for one in alignment.from_new[edge.new] if one.part)]
    news = [edge.new, *(one.new for one in alignment.from_old[edge.old] if one.part)]
    return olds, news


def _differ_in_targets(before: str, after: str) -> bool:
    """Whether two blocks, given as Markdown, say the same, but that one shows in brackets where its links lead."""
    shown = [visible_text(source) for source in (before, after)]
    bare = [_TARGET_SHOWN.sub("", one) for one in shown]
    if bare == shown or not says_the_same(*bare):
        return False
    led = [frozenset(_LINK_TARGETS.findall(source)) for source in (before, after)]
    return all(led[1 - side].issuperset(_TARGET_SHOWN.findall(shown[side])) for side in (0, 1))


def _names_another_recipient(before: str, after: str) -> bool:
    """Whether of the companies that a block names as recipients, each as a link, one came, went or gave way."""
    if "](" not in before or "](" not in after or not _RECIPIENTS.search(after):
        return False
    went, came = (dict(_LINKED_NAME.findall(source)) for source in (before, after))
    return _names_more(came, went, before) or _names_more(went, came, after)


def _names_more(some: Mapping[str, str], others: Mapping[str, str], source: str) -> bool:
    """Whether a name, with its site, is linked whose name and site the other block, given as Markdown, lacks."""
    return any(name not in source and site not in others.values() for name, site in some.items())


def _differ_in_editions(before: str, after: str) -> bool:
    """Whether two blocks, given as Markdown, say the same but for links to what holds in some countries."""
    if "](" not in before and "](" not in after:
        return False
    bare = [_LINK_IN_A_ROW.sub(_unless_to_edition, source) for source in (before, after)]
    return bare != [before, after] and says_the_same(*map(visible_text, bare))


def _unless_to_edition(link: re.Match[str]) -> str:
    return " " if PLACES.issuperset(map(canonical_word, words(link[1]))) else link[0]


def _joined(document: Document, blocks: Iterable[int]) -> str:
    return " ".join(_shown(document, block) for block in sorted(blocks))


def _shown(document: Document, block: int) -> str:
    """The visible text of a block but for what its images are called, which nobody reads who sees them."""
    source = document.source(block)
    return visible_text(without_images(source)) if "![" in source else document.visible[block]
