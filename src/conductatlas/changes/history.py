"""What a recorded version did, from texts alone and in one call, so that any process may answer.

Nothing here knows of records. Questions and answers are plain values, and the same question has the same answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any

from conductatlas.catalogue import load_catalogue
from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.captures.confirmation import is_nearer
from conductatlas.changes.captures.editions import tells_of_another
from conductatlas.changes.captures.effective import is_dated_later, latest_day
from conductatlas.changes.captures.failure import capture_failure
from conductatlas.changes.comparison import Step, begin, failed_step, judged_text, step_of_state
from conductatlas.changes.effects.bearing import Bearing
from conductatlas.changes.effects.favouring import Favouring, favouring
from conductatlas.changes.effects.saying import Saying, sought
from conductatlas.changes.effects.unsettled import Unsettled, unsettled_sentences, unsettled_words
from conductatlas.changes.following.standing import Dormant, Followed, JudgedText, Standing
from conductatlas.changes.layout.headings import title_over
from conductatlas.changes.meaning import Meaning, meanings
from conductatlas.changes.sentences.foremost import MOST_FOREMOST, MOST_SHOWN, foremost
from conductatlas.changes.sentences.nearest import states_by
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_weights import gravity_by
from conductatlas.changes.sentences.telling_sentences import sentence_changes
from conductatlas.changes.verdicts.verdict import Verdict
from conductatlas.provisions import Fact, Finder, Finding, Judgements, LookUp, Reason, nothing_known, reads_language
from conductatlas.reading import Document, language_of, plain_language_of, read_markdown

# New provisions are numbered from here on until it is known which ids they get; above all ids that there ever are, so
# that the order of any two is the order of their ids.
_FIRST_NEW = 2**62
# How much of the texts that were read last stays in memory, in code points, and how many answers.
_MOST_CHARACTERS = 12_000_000
_MOST_ANSWERS = 256
# What a platform did, as against what was done to the page around its text.
_OF_THE_PLATFORM = (Verdict.SUBSTANTIVE, Verdict.EDITORIAL)


@dataclass(frozen=True, slots=True)
class Text:
    """The bytes of a version. Two are the same where their SHA-256 is."""

    sha256: str
    content: bytes = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The question what a version did to its document: `text` beside the last good one, `standing`, before it.

    `provisions` are those that stand, `dormant` those that went lately. `confirmed`: see `step`. `with_judgements`: the
    answer shall hold what the finder said of each unit.
    """

    standing: Text
    text: Text
    language: str
    provisions: tuple[tuple[int, str, str, str, str, float], ...]
    dormant: tuple[tuple[int, str, str, bool], ...]
    confirmed: bool = False
    with_judgements: bool = False


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is recorded with findings: the facts in each, by its quote, and the heading above it, by its first block.

    `judgements` are what the finder of the text's language, whose `method` it is, said of each unit, by their keys, in
    the order of the text.
    """

    method: str = ""
    facts: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    headings: Mapping[int, str] = field(default_factory=dict)
    judgements: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Begun:
    """What a first version is: why it is a failed capture, or its language and its provisions.

    `appearance`: the SHA-256 of the words that a reader sees; texts that differ in markup alone have the same.
    """

    failure: str = ""
    appearance: str = ""
    language: str = ""
    findings: tuple[Finding, ...] = ()
    particulars: Particulars = Particulars()


@dataclass(frozen=True, slots=True)
class Compared:
    """What a version did.

    Of `step`, `followed` leaves out the provisions that stand word for word where they stood, and `provisions` is
    empty; `places` says of those left out in how many places they stand. `meanings` are those of what was touched.
    `appearance` is that of the new text, as in `Begun`; `language` is the one that it is plainly in, or else the
    document's. `dated_later`: whether both versions name their day, and the new one a later day. `above_all`: what the
    weightiest sentences of a substantive version say, in phrases; `favouring`: those that tell whom
    they favour. `unsettled`: the
    words of clause types that came or went, whether or not that is told of a provision. Of one that must be confirmed
    there are no `meanings`, and none of these three: it is asked about again once it is.
    """

    step: Step
    appearance: str = ""
    language: str = ""
    places: Mapping[int, int] = field(default_factory=dict)
    meanings: Mapping[int, Meaning] = field(default_factory=dict)
    particulars: Particulars = Particulars()
    dated_later: bool = False
    above_all: tuple[str, ...] = ()
    favouring: tuple[Favouring, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def worded(self) -> tuple[Finding, ...]:
        """The findings of which each is a new wording, of a provision that stood or of a new one."""
        return _worded(self.step.followed)

    @staticmethod
    def failed(*reasons: str) -> Compared:
        """What a failed capture did: nothing."""
        return Compared(Step(Verdict.FAILED, reasons, 0, (), ()))

    def with_verdict(self, verdict: Verdict, reason: str) -> Compared:
        """The same under another verdict, with the reason for it before the others."""
        return replace(self, step=replace(self.step, verdict=verdict, reasons=(reason, *self.step.reasons)))

    def with_more_reasons(self, *reasons: str) -> Compared:
        """The same with further reasons."""
        return replace(self, step=replace(self.step, reasons=(*self.step.reasons, *reasons)))

    def with_nothing_new(self, *reasons: str) -> Compared:
        """The same without additions and removals, for some reasons; what returned is told, and what was reworded."""
        followed = tuple([one._replace(kind=None) if one.is_told_anew else one for one in self.step.followed])
        told = {one.identity for one in followed if one.kind is not None}
        return replace(
            self,
            step=replace(self.step, followed=followed, reasons=(*self.step.reasons, *reasons)),
            meanings={identity: means for identity, means in self.meanings.items() if identity in told},
        )

    def doubted(self, doubt: str, stands_for: timedelta) -> Compared:
        """The same, but it must be confirmed."""
        return replace(self, step=replace(self.step, doubt=doubt, stands_for=stands_for))

    def numbered(self, first: int) -> Compared:
        """The same, with its new provisions numbered from `first` on."""

        return self.renumbered(lambda identity: identity if identity < _FIRST_NEW else identity - _FIRST_NEW + first)

    def renumbered(self, number: Callable[[int], int]) -> Compared:
        """The same, with its provisions numbered anew."""
        followed = tuple(
            [
                one._replace(
                    identity=number(one.identity),
                    before=None if one.before is None else one.before._replace(identity=number(one.before.identity)),
                    counterpart=None if one.counterpart is None else number(one.counterpart),
                )
                for one in self.step.followed
            ]
        )
        return replace(
            self,
            step=replace(self.step, followed=followed),
            places={number(identity): count for identity, count in self.places.items()},
            meanings={number(identity): means for identity, means in self.meanings.items()},
            unsettled=tuple(
                [one if one.identity is None else replace(one, identity=number(one.identity)) for one in self.unsettled]
            ),
        )


@dataclass(slots=True)
class _Read:
    """A text that was read, and what was made of it, by the language that it was judged in."""

    document: Document
    judged: dict[str, JudgedText] = field(default_factory=dict)
    says: dict[str, Saying] = field(default_factory=dict)
    appearance: str = ""


class Historian:
    """Answers what versions did, and keeps what it made of the texts that it read last.

    Pages flap: of the versions of a large archive two in five have a text that their document had before.
    """

    def __init__(
        self,
        finder: Finder,
        decided: Mapping[str, Mapping[str, float]],
        look_up: LookUp = nothing_known,
        sharing: int = 1,
    ) -> None:
        """`decided` and `look_up`: see `Judgements`.

        `sharing`: by how many processes on this machine the work is done, each of which keeps its share of texts.
        """
        self._most_characters = _MOST_CHARACTERS // sharing
        self._finder = finder
        self._decided = decided
        self._look_up = look_up
        self._judgements: dict[str, Judgements] = {}
        self._catalogue = load_catalogue()
        self._bearing = Bearing(finder)
        self._texts: OrderedDict[str, _Read] = OrderedDict()
        self._characters = 0
        self._answer = lru_cache(_MOST_ANSWERS)(self._compare)

    def begin(self, text: Text) -> Begun:
        """Tell what the first version of a document is."""
        document = self._read(text).document
        failure = capture_failure(None, document)
        if failure is not None:
            return Begun(failure.reason, self._appearance(text))
        language = language_of(document) or ""
        judged = self._judged(text, language)
        _, findings = begin(self._finder, judged, 1)
        particulars = self._particulars(document, language, findings, findings, (judged,))
        return Begun("", self._appearance(text), language, findings, particulars)

    def compare(self, asked: Comparison) -> Compared:
        """Tell what a version did to its document.

        What is asked again of other provisions of the same words is not worked out again: only their order matters.
        """
        known = sorted([*(one[0] for one in asked.provisions), *(one[0] for one in asked.dormant)])
        rank = {identity: place for place, identity in enumerate(known, 1)}
        provisions = tuple([(rank[one[0]], *one[1:]) for one in asked.provisions])
        dormant = tuple([(rank[one[0]], *one[1:]) for one in asked.dormant])
        answer = self._answer(replace(asked, provisions=provisions, dormant=dormant))

        def number(identity: int) -> int:
            return known[identity - 1] if identity < _FIRST_NEW else identity

        return answer.renumbered(number)

    def _compare(self, asked: Comparison) -> Compared:
        """Tell what a version did to its document, whose provisions are numbered from 1 on."""
        before, after = self._read(asked.standing).document, self._read(asked.text).document
        language = _language_of_next(asked.language, after)
        failed = None if asked.confirmed else failed_step(before, after)
        if failed:
            return self._failed(asked, failed, language)
        old, new = self._judged(asked.standing, asked.language), self._judged(asked.text, language)
        provisions = [Standing(*one) for one in asked.provisions]
        dormant = [Dormant(*one) for one in asked.dormant]
        outcome = step_of_state(self._finder, old, provisions, new, dormant, _FIRST_NEW, confirmed=asked.confirmed)
        told = tuple([one for one in outcome.followed if not _is_untouched(one)])
        started = [one.after for one in told if one.after is not None and one.before is None]
        pair = Pair(old.document, new.document)
        texts: tuple[JudgedText, ...] = (old, new) if asked.with_judgements else ()
        if self._finder.reading(asked.language) is not self._finder.reading(language):
            texts = (new,)
        above_all, tell_whom = self._above_all(pair, language, outcome)
        return Compared(
            replace(outcome, followed=told, provisions=()),
            self._appearance(asked.text),
            language,
            {one.identity: len(one.after.places) for one in outcome.followed if _is_untouched(one) and one.after},
            {} if outcome.doubt else self._meanings(told, pair, outcome),
            self._particulars(new.document, language, _worded(told), started, texts),
            is_dated_later(old.document, new.document),
            above_all,
            tell_whom,
            () if outcome.doubt else self._unsettled(pair, language, told, outcome),
        )

    def _failed(self, asked: Comparison, failed: Step, language: str) -> Compared:
        """What a failed capture did. It is not judged: most of them are never asked about again."""
        later = is_dated_later(self._read(asked.standing).document, self._read(asked.text).document)
        method = self._finder.reading(language).method
        return Compared(
            failed, self._appearance(asked.text), language, particulars=Particulars(method), dated_later=later
        )

    def _meanings(self, told: Sequence[Followed], pair: Pair, outcome: Step) -> dict[int, Meaning]:
        return {one.identity: means for one, means in meanings(self._catalogue, self._bearing, told, pair, outcome)}

    def _above_all(self, pair: Pair, language: str, outcome: Step) -> tuple[tuple[str, ...], tuple[Favouring, ...]]:
        """What the weightiest sentences of a substantive version say, and those that tell whom they favour."""
        if outcome.verdict is not Verdict.SUBSTANTIVE or outcome.doubt:
            return (), ()
        gravity = gravity_by(self._finder, language)
        found = sentence_changes(pair.old, pair.new, MOST_FOREMOST, gravity, states_by(self._finder, language))
        return foremost(found, language), favouring(found.foremost)

    def _unsettled(self, pair: Pair, language: str, told: Sequence[Followed], outcome: Step) -> tuple[Unsettled, ...]:
        """The words of clause types that came or went; of a version that is the platform's, and of one text."""
        if outcome.verdict not in _OF_THE_PLATFORM or any(map(tells_of_another, outcome.reasons)):
            return ()
        gravity, states = gravity_by(self._finder, language), states_by(self._finder, language)

        @cache
        def between() -> SentenceChanges:
            return sentence_changes(pair.old, pair.new, MOST_SHOWN, gravity, states)

        found = unsettled_words(pair, language, told, between)
        if outcome.verdict is not Verdict.SUBSTANTIVE:
            return found
        return (*found, *unsettled_sentences(self._finder, language, between().told))

    def forget(self) -> None:
        """Forget all that was made of texts: people decided otherwise about some words."""
        self._texts.clear()
        self._characters = 0
        self._answer.cache_clear()

    def language_of(self, text: Text) -> str:
        """The language of a text (ISO 639-1); empty where that is unsure."""
        return language_of(self._read(text).document) or ""

    def has_certainly_failed(self, text: Text, standing: Text) -> bool:
        """Whether a text is a failed capture whatever comes later, after the last good one."""
        failure = capture_failure(self._read(standing).document, self._read(text).document)
        return failure is not None and failure.certain

    def is_nearer(self, text: Text, one: Text, other: Text, *, by: float = 0.0) -> bool:
        """Whether a text has more in common with `one` than with `other`, by more than a share."""
        return is_nearer(self._read(text).document, self._read(one).document, self._read(other).document, by=by)

    def latest_day(self, text: Text) -> date | None:
        """The latest day that a text names as that of its version."""
        return latest_day(self._read(text).document)

    def may_be_said(self, clause_type: str, quote: str, language: str, others: Iterable[tuple[Text, str]]) -> bool:
        """Whether any of other documents of a platform, each with its language, may say the like of a passage.

        `language` is that of the document in which it stands or stood.
        """
        passage = sought(self._finder.reading(language), clause_type, quote)
        return any(self._saying(text, spoken).says_the_like(passage, language) for text, spoken in others)

    def _saying(self, text: Text, language: str) -> Saying:
        says = self._read(text).says
        if language not in says:
            says[language] = Saying(self._judged(text, language))
        return says[language]

    def _particulars(
        self,
        document: Document,
        language: str,
        worded: Sequence[Finding],
        started: Sequence[Finding],
        texts: Sequence[JudgedText],
    ) -> Particulars:
        headings = {one.first: title_over(document, one.first) for one in started}
        units = [unit for text in texts for unit in text.units] if reads_language(language) else []
        return Particulars(
            self._finder.reading(language).method,
            {one.quote: [flat_values(fact) for fact in one.facts] for one in worded},
            {first: heading for first, heading in headings.items() if heading},
            dict(zip([unit.key for unit in units], self._judgements_in(language).judged(units), strict=True)),
        )

    def _appearance(self, text: Text) -> str:
        read = self._read(text)
        if not read.appearance:
            shown = "\n".join(read.document.visible)
            read.appearance = sha256(shown.encode("utf-8", "replace")).hexdigest()
        return read.appearance

    def _judged(self, text: Text, language: str) -> JudgedText:
        read = self._read(text)
        if language not in read.judged:
            judge_units = self._judgements_in(language).confidences
            finder = self._finder.reading(language)
            read.judged[language] = judged_text(finder, read.document, language, judge_units)
        return read.judged[language]

    def _judgements_in(self, language: str) -> Judgements:
        finder = self._finder.reading(language)
        if finder.method not in self._judgements:
            self._judgements[finder.method] = Judgements(finder, self._decided, self._look_up)
        return self._judgements[finder.method]

    def _read(self, text: Text) -> _Read:
        """Read a text, or take what was made of it before; the texts that were asked for longest ago are forgotten."""
        read = self._texts.get(text.sha256)
        if read is not None:
            self._texts.move_to_end(text.sha256)
            return read
        read = self._texts[text.sha256] = _Read(read_markdown(text.content.decode("utf-8", "replace")))
        self._characters += len(read.document.text)
        while self._characters > self._most_characters and len(self._texts) > 1:
            _, forgotten = self._texts.popitem(last=False)
            self._characters -= len(forgotten.document.text)
        return read


def begin_elsewhere(make_finder: Callable[[], Finder], content: bytes) -> Begun:
    """Tell what a first version is, in a process that is called for one: the finder is made there, and may be kept.

    What people decided is not known there.
    """
    finder = make_finder()
    return Historian(finder, {}).begin(Text(sha256(content).hexdigest(), content))


def flat_values(one: Fact | Reason) -> dict[str, Any]:
    """A fact or a reason as it is recorded; all that it holds is plain, so that nothing need be looked for within."""
    return {name: getattr(one, name) for name in one.__slots__}


def _language_of_next(language: str, document: Document) -> str:
    """The language of a later text of a document: the document's, unless it has plainly come to be in another one.

    A document of which it is not known is read as English, and stays so.
    """
    found = plain_language_of(document) or language
    return language if found == "en" and not language else found


def _is_untouched(one: Followed) -> bool:
    """Whether a provision stands word for word where it stood."""
    return one.kind is None and one.before is not None and one.after is not None and one.before.quote == one.after.quote


def _worded(followed: Sequence[Followed]) -> tuple[Finding, ...]:
    """The findings whose words are not those of the version before."""
    return tuple(
        [
            one.after
            for one in followed
            if one.after is not None and (one.before is None or one.before.quote != one.after.quote)
        ]
    )
