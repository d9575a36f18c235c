"""What came or went with a version, of which the text can't tell whether the document says it.

No item tells of it, and the rows by which it is found by its type (`UnsettledClause`) have no words. It is what the
wordings of two neighbouring versions say that no item of the change between them speaks of (decision 22).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import QuerySet

from conductatlas.changes import (
    Segment,
    SentenceChanges,
    SingleSentences,
    StatedAlone,
    WordPlaces,
    announced,
    spoken_of,
    stands_under,
    stated_alone,
    tells_of_another,
    with_gaps,
)
from conductatlas.comparison import likeness, weigh
from conductatlas.english import shortened
from conductatlas.provisions import STATES, default_finder, is_glossed, weighed_parts
from conductatlas.reading import (
    Document,
    padded_line,
    read_markdown,
    visible_text,
    without_images,
    without_link_notes,
    word_line,
)
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    Kind,
    Provision,
    ProvisionState,
    StoredText,
    Verdict,
    Version,
    Wording,
)
from conductatlas.site.presenters.changed_sentences import sentences_between
from conductatlas.site.presenters.links import ClauseTypeLink, ProvisionLink, provision_link, record_path
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.redlines import TextPair
from conductatlas.site.presenters.stored_texts import ByHash, kept_text
from conductatlas.site.rendering.blocks import divide

# How many characters of passages a page shows, of each, and what its surroundings weigh.
_SHOWN, _LONGEST, _AROUND = 2_400, 500, 100
_LONGEST_NEAR = 300
# Of 106 passages that were nearest, those below this likeness in words, or in pairs of them, were on other things.
_LIKE, _LIKE_IN_PAIRS = 0.35, 0.05
# So many passages that may say the same are shown. Less likely, no sentence of a text states a type.
_MOST_NEAR, _HARDLY = 2, 0.1
# So many records that end and begin with one version may be one another's.
_MOST_PAIRED = 3


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A passage that came or went.

    `lacking` are the sentences that state its clause and stand nowhere in the other version, nor nearly; one of those
    that state it is sure to do so by itself. Empty where none is, or the page shows each of them as an edit. `lead_in`:
    what the first of them speaks of, or what leads into the list in which they stand, where that turns what they mean;
    whether that came or went, too, `lead_in_alone` tells.
    """

    came: bool
    provision: ProvisionLink
    quote: str
    lacking: tuple[str, ...]
    lead_in: str
    lead_in_alone: bool = False

    @property
    def words(self) -> str:
        """The words that the other version lacks, with […] for what stands between them; of many the beginning."""
        return _beginning(with_gaps(self.lacking, self.quote), _LONGEST)


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """Words that came or went, and the provisions of whose clauses they are, or the `clause_types` that they state."""

    came: bool
    words: str
    lead_in: str
    provisions: tuple[ProvisionLink, ...]
    clause_types: tuple[ClauseTypeLink, ...] = ()
    lead_in_alone: bool = False

    @property
    def after(self) -> str:
        """Behind which words of the text they stand, or stood; empty where that is not told."""
        too = f", which {'came' if self.came else 'went'} too" if self.lead_in_alone else ""
        return f"After “{self.lead_in}”{too}" if self.lead_in else ""

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The titles of the clause types of the words, each with the address of its record, or of the type."""
        return (
            *((one.clause_type.title, one.path) for one in self.provisions),
            *((one.title, one.path) for one in self.clause_types),
        )


@dataclass(frozen=True, slots=True)
class Became:
    """A sentence as it stood, and as it stands, with its redline."""

    before: str
    after: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Where the words of a provision were taken out, and what the change's page says that a sentence of them became.

    `nearest` are the nearest passages that stood thereafter and may be of its type, where it says nothing of them, and
    `still_said` those among them that are a part of the words themselves.
    `begun` are the records of its type that begin there: one of them may say the same in other words. `unsaid`: no
    sentence was found there that may state the type.
    """

    change: str
    change_path: str
    changed_at: datetime
    became: tuple[Became, ...]
    nearest: tuple[str, ...]
    still_said: tuple[str, ...]
    begun: tuple[ProvisionLink, ...]
    unsaid: bool


def unsettled_in(change: Change) -> tuple[Unsettled, ...]:
    """What came or went with a change that none of its items tells; its versions and their texts must be loaded.

    What stands in the other version, word for word or nearly, in whatever place, neither came nor went.
    """
    # Of a text that may be another one, or was written anew, the like may stand anywhere in other words.
    if change.verdict == Verdict.FAILED or any(map(tells_of_another, change.reasons)):
        return ()
    wordings = Wording.objects.filter(provision__document=change.document_id)
    wordings = wordings.exclude(provision__state__in=TAKEN_BACK).exclude(provision__items__change=change)
    ended, begun = wordings.filter(last_version=change.previous), wordings.filter(first_version=change.version)
    went = _without(ended, begun)
    came = _without(begun, ended)
    found = [*((one, change.version.text, False) for one in went), *((one, change.previous.text, True) for one in came)]
    if not found:
        return ()
    pair = TextPair(change.previous.text, change.version.text)
    between, texts = sentences_between(pair, change.document.language), pair.read()
    lacking = [
        (one, came, between.alone_in(passage) if between.compared else kept_text(ByHash(other)).lacks(passage))
        for one, other, came in found
        for passage in [without_images(without_link_notes(one.passage.text))]
    ]
    shown = _edited(between) if change.verdict == Verdict.SUBSTANTIVE else frozenset()
    return tuple(
        Unsettled(
            came,
            provision_link(one.provision),
            one.passage.text,
            of_a_list,
            shortened(lead_in, _LONGEST_NEAR),
            _is_alone(lead_in, between),
        )
        for one, came, words in lacking
        for stated in [_stated(one, words, change.document.language)]
        if stated.perhaps
        for stating in [[part.words for part in stated.sentences] if stated.surely else []]
        for alone in [[sentence for sentence in stating if word_line(sentence) not in shown]]
        for of_a_list in _by_lists(texts[came], one.passage.text, alone) or ((),)
        for lead_in in [_lead_in(texts[came], one.passage.text, of_a_list[0]) if of_a_list else ""]
    )


def _edited(between: SentenceChanges) -> frozenset[str]:
    """The sentences that are shown as edited, before and after, by their lines of words."""
    edited = (one for one in between.told if one.how == "edited")
    return frozenset(word_line(text) for one in edited for text in (one.before, one.after))


def _is_alone(lead_in: str, between: SentenceChanges) -> bool:
    """Whether what stands ahead of words that came or went did so, too, all of it."""
    alone = between.alone_in(lead_in) if lead_in and between.compared else ()
    return bool(alone) and word_line(" ".join(alone)) == word_line(lead_in)


def _stated(wording: Wording, alone: tuple[str, ...], language: str) -> StatedAlone:
    """Those of some sentences of a passage that are among its sentences which state its clause."""
    provision = wording.provision
    return stated_alone(provision.clause_type, wording.passage.text, provision.heading, alone, language)


def _by_lists(document: Document, quote: str, some: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Sentences of a passage, cut where items of another list begin: those of two are no one sentence."""
    groups: list[list[str]] = []
    last = ""
    for one in some:
        lead_in = _list_lead_in(document, quote, one)
        if groups and not (last and lead_in and last != lead_in):
            groups[-1].append(one)
        else:
            groups.append([one])
        last = lead_in or last
    return tuple(map(tuple, groups))


def _lead_in(document: Document, quote: str, sentence: str) -> str:
    """What a sentence of a passage speaks of, or leads into the list in which it stands, where that turns it.

    An item that is no sentence by itself, as it begins with a small letter, has it in any case.
    """
    ahead = spoken_of(sentence, quote, document)
    if ahead:
        return ahead
    lead_in = _list_lead_in(document, quote, sentence)
    return lead_in if sentence[:1].islower() else announced(lead_in)


def _list_lead_in(document: Document, quote: str, sentence: str) -> str:
    """What leads into the list in which a sentence of a passage stands; empty where none does."""
    line = word_line(sentence)
    block = next((one for one in document.ordinals(quote) if line in document.word_lines[one]), None)
    return "" if block is None else stands_under(document, block, sentence)[1]


def each_once(entries: Sequence[Unsettled]) -> tuple[ToldOnce, ...]:
    """The same words of several clauses once, with all of these, in the order in which they are first found."""
    groups: dict[tuple[bool, str, str, bool], list[ProvisionLink]] = {}
    for one in entries:
        groups.setdefault((one.came, one.words, one.lead_in, one.lead_in_alone), []).append(one.provision)
    return tuple(
        ToldOnce(came, words, lead_in, _of_each_type(provisions), lead_in_alone=alone)
        for (came, words, lead_in, alone), provisions in groups.items()
    )


def _of_each_type(provisions: Sequence[ProvisionLink]) -> tuple[ProvisionLink, ...]:
    first: dict[ClauseTypeLink, ProvisionLink] = {}
    for one in provisions:
        first.setdefault(one.clause_type, one)
    return tuple(first.values())


def of_a_type_together(entries: Sequence[ToldOnce]) -> tuple[ToldOnce, ...]:
    """Entries with those of the same clause type one behind the other: what went of it, then what came."""
    first = {title: place for place, one in reversed(list(enumerate(entries))) for title, _ in one.named[:1]}
    return tuple(sorted(entries, key=lambda one: (first[one.named[0][0]], one.came) if one.named else (0, one.came)))


def part_of_unsettled(entries: tuple[ToldOnce, ...], number: int) -> tuple[tuple[ToldOnce, ...], Paging]:
    """As many of some entries as a page shows, and the place of these among the parts; `number` is from 1."""
    parts = divide([len(one.words) + _AROUND for one in entries], _SHOWN)
    places = paging(number, len(parts), 1)
    start, stop = parts[places.page - 1]
    return entries[start:stop], places


def taken_out(provision: Provision) -> TakenOut | None:
    """Where the words of a provision were taken out; None unless it is unclear whether the document still says it."""
    if provision.state != ProvisionState.UNCLEAR or provision.last_version_id is None:
        return None
    changes = Change.objects.filter(document=provision.document_id, previous=provision.last_version_id)
    change = (
        changes.exclude(verdict=Verdict.FAILED).select_related("document", "previous__text", "version__text").first()
    )
    last = provision.wordings.select_related("passage").order_by("-first_version__ordinal").first()
    if change is None or last is None:
        return None
    begun = Provision.objects.filter(
        document=provision.document_id, clause_type=provision.clause_type, first_version=change.version_id
    )
    became = _became(last.passage.text, change)
    unsaid = not (became or begun.exists()) and _is_unsaid(provision, change.version.text)
    near = () if became or unsaid else _nearest(provision, last.passage.text, change.version.text)
    still = tuple(one for one in near if _letters(one) in _letters(last.passage.text))
    return TakenOut(
        change.permanent_id,
        record_path(Kind.CHANGE, change.id),
        change.recorded_at,
        became,
        tuple(one for one in near if one not in still),
        still,
        _linked(begun),
        unsaid,
    )


def _became(quote: str, change: Change) -> tuple[Became, ...]:
    """What the page of a substantive change shows that sentences of a passage became."""
    if change.verdict != Verdict.SUBSTANTIVE:
        return ()
    words = padded_line(quote)
    found = sentences_between(TextPair(change.previous.text, change.version.text), change.document.language)
    return tuple(
        Became(one.before, one.after, one.segments)
        for one in found.told
        if one.how == "edited" and f" {word_line(one.before)} " in words
    )


def ended_as_it_begins(provision: Provision, before: Version) -> tuple[ProvisionLink, ...]:
    """The records of its document and type of which it is unclear what became of them after the version before it."""
    ended = Provision.objects.filter(
        document=provision.document_id,
        clause_type=provision.clause_type,
        state=ProvisionState.UNCLEAR,
        last_version=before,
    )
    return _linked(ended.exclude(pk=provision.pk))


def _linked(provisions: QuerySet[Provision]) -> tuple[ProvisionLink, ...]:
    """Links to some records of one document and type; none where they are many, as where a whole text is another."""
    some = list(provisions.exclude(state__in=TAKEN_BACK).order_by("id")[: _MOST_PAIRED + 1])
    return tuple(map(provision_link, some)) if len(some) <= _MOST_PAIRED else ()


def _without(wordings: QuerySet[Wording], others: QuerySet[Wording]) -> QuerySet[Wording]:
    kept = wordings.exclude(provision__in=others.values("provision"))
    return kept.select_related("provision", "passage").order_by("provision_id")


def _nearest(provision: Provision, quote: str, text: StoredText) -> tuple[str, ...]:
    """The nearest passages of a text that may state the type of a provision, as far as they are shown.

    Others, and those that are unlike the quote in what is shown of them, share no more than some words.
    """
    places = [one for one in _places(ByHash(text)).nearest(quote) if _may_state(provision, one)]
    shown = (_beginning(one, _LONGEST_NEAR) for one in places)
    return tuple([one for one in shown if _is_like(quote, one)][:_MOST_NEAR])


def _letters(said: str) -> str:
    """The letters of some words, in a row: what was run together lacks the blanks that it had."""
    return word_line(visible_text(said)).replace(" ", "")


def _is_like(quote: str, passage: str) -> bool:
    own, other = weigh(quote), weigh(passage)
    return likeness(own.words, other.words) >= _LIKE and likeness(own.pairs, other.pairs) >= _LIKE_IN_PAIRS


def _may_state(provision: Provision, passage: str) -> bool:
    if is_glossed(provision.document.language):
        # Its words can't be judged without their glossary.
        return True
    return any(part.chance >= STATES for part in weighed_parts(provision.clause_type, passage, ""))


def _is_unsaid(provision: Provision, text: StoredText) -> bool:
    """Whether no sentence of a text may state the type of a provision, by itself."""
    if is_glossed(provision.document.language):
        return False
    return _sentences(ByHash(text)).chance(provision.clause_type) < _HARDLY


def _beginning(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0]} …"


@lru_cache(maxsize=8)
def _places(of: ByHash) -> WordPlaces:
    return WordPlaces(read_markdown(without_images(of.read().text)))


@lru_cache(maxsize=8)
def _sentences(of: ByHash) -> SingleSentences:
    return SingleSentences(default_finder(), of.read())
