"""A clause as comparisons between platforms see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from conductatlas.assessment import begins_for_businesses, for_businesses
from conductatlas.catalogue import Severity, Stance
from conductatlas.comparison.documents import is_data_contract
from conductatlas.comparison.excerpts import is_label, sentence_ends
from conductatlas.comparison.likeness import Weights, weigh
from conductatlas.provisions import Fact, only_asks
from conductatlas.reading import sentences, visible_text

_DEFINITION = re.compile(
    r"(?:\W{0,3}[\w.]{1,6}[.)]\s)?(?:\W{0,3}(?i:Definitions)\b\W{1,8}(?:\w{1,3}[.)]\s)?)?"
    r"(?:[Tt]h(?:e|ese)\s(?:\w+\s){0,2}(?:terms?|words?|expressions?),?\s)?"
    r"(?:[\"'][^\"']{2,60}[\"'],?\s(?:(?:and|or)\s)?){1,9}(?:shall\s|will\s|each\s)?"
    r"(?:means?|refers?\sto|ha(?:s|ve)\sthe\s(?:same\s)?meanings?)\b"
)
_FEWEST_WORDS = 4
# Of a passage of many pages only the beginning is read sentence by sentence.
_MOST_CHARACTERS = 20_000
_LOOK_UP = "refer to|see|visit|read|review|consult|click"
_POINTER = re.compile(
    rf"\W*(?:(?:for|to (?:learn|find out|know|see|read|get|understand))\b[^.;]{{0,140}}?\b(?:{_LOOK_UP}|check|go to"
    r"|look at|contact)\b"
    rf"|to exercise\b[^.;]{{0,80}}?\b(?:{_LOOK_UP}|go to)\b"
    r"|(?:further|more|additional) (?:information|details)\b[^.;]{0,160}\b(?:is|are|can be) (?:set out|found|available"
    r"|described|provided|contained)\b"
    r"|(?:the|our|this)\b[^.;]{0,80}\b(?:section|policy|notice|page)\b[^.;]{0,12}\b(?:details|describes|explains)\b"
    rf"|(?:please |you can |you may )*(?:{_LOOK_UP}|learn more|(?:read|find) (?:out )?more)\b)[^;]{{0,200}}\Z",
    re.IGNORECASE,
)
# An item of a list that makes no sentence without the line above: it is no section with a number or a title of its own,
# and does not begin, behind a label, with somebody who does something or with a condition.
_ITEM = re.compile(
    r"\s*(?:(?P<small>[a-z]\w*\s)"
    r"|(?:[*•·+-]\s+|\(?(?:[a-zA-Z]|[ivxIVX]{2,5}|\d{1,2})\\?[.)](?!\d)\s*)+)(?P<said>\S.*)",
    re.DOTALL,
)
_OWN_SENTENCE = re.compile(
    r"\d+\.\d|[*_]{2}|#|(?:[A-Z][\w’'-]*(?:\s[\w/’'&-]+){0,5}[.:]\s+)?(?:"
    r"(?:We|You|I|It|They|This|These|There|Our|Your|Its|Their|The|An?|All|Any|Each|Some|No|Not|Neither|Nothing|Either|If"
    r"|In|On|At|For|From|With|When|Where|While|Unless|Except|Subject|Upon|After|Before|Under|Once|As|Notwithstanding"
    r"|Although|Please|Customers?|Users?)\b|[A-Z]\w+\s(?:may|will|shall|must|can|does|is|are|has|have|reserves?)\b)"
)
# What begins so, in small letters and with nobody who does something, is the end of a sentence that stands elsewhere.
_SMALL = re.compile(r"\s*(?P<said>[a-z]+\s.*)", re.DOTALL)
_JOINED = re.compile(r"(?:and|or|but|nor|which|who|that|whose|whom)\b")
_SUBJECT = re.compile(
    r"(?:we|you|i|it|they|this|these|there|our|your|the|if|by)\b"
    r"|[a-z]+\s(?:may|will|shall|must|can|does|is|are|was|has|have|reserves?)\b"
)
# Words of a contract between companies on the data that one has the other process; and words that speak to or of users.
_OF_DATA_CONTRACT = re.compile(
    r"\bdata (?:exporter|importer)s?\b|\b(?:[Tt]his|[Tt]he) (?:DPA|Addendum|Data Processing (?:Addendum|Agreement))\b"
    r"|\bCustomer (?:Personal )?Data\b|\bCustomer's (?:instructions|behalf)\b|\bon behalf of (?:the )?Customer\b"
    r"|\b(?:the|as|each|a) (?:Data )?Processor\b"
)
_OF_USERS = re.compile(r"\b(?:you|yours?|users?|visitors?)\b", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[.!?]\s+[\"'(]?[A-Z]")


@dataclass(frozen=True)
class Clause:
    """The current words of a provision, its grade and what it states.

    `record` is the number of the provision, `platform` anything that tells platforms apart, those of one company taken
    for one. `reason` says in words why the grade is not the usual one of the type, `modifier` is its name, and
    `evidence` where the words stand that it rests on; `confidence` is that of the finding. `heading` is the one above
    the clause. `parts` are the slices of the text that state the type; without any it is all of it. `surest` is the one
    that is likeliest to. `beside` are the words of the clauses of its document on the same matters, which may say what
    it does not. `terms_type` is that of its document, empty where that is not known.
    """

    record: int
    platform: str
    text: str
    severity: Severity
    stance: Stance
    reason: str
    confidence: float
    facts: tuple[Fact, ...]
    modifier: str = ""
    evidence: tuple[int, int] = (0, 0)
    heading: str = ""
    parts: tuple[tuple[int, int], ...] = ()
    beside: str = ""
    surest: tuple[int, int] | None = None
    by_itself: bool = True
    terms_type: str = ""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The slices of the text that state the type."""
        return self.parts or ((0, len(self.text)),)

    @cached_property
    def stating(self) -> str:
        """The words that state the type."""
        return "\n".join(self.text[start:end] for start, end in self.spans)

    @cached_property
    def is_for_businesses(self) -> bool:
        """Whether it, or the heading above it, says that it is for businesses alone."""
        return for_businesses(self.heading.split(" > ")) or begins_for_businesses(visible_text(self.text))

    @cached_property
    def weights(self) -> Weights:
        """What the clause speaks of."""
        return weigh(self.text)

    @cached_property
    def weights_of_type(self) -> Weights:
        """What it speaks of where it states the type."""
        return weigh(self.stating)

    @cached_property
    def surest_span(self) -> tuple[int, int]:
        """The slice of the text that surest states the type, a title with the sentence behind it; all where unknown."""
        if not self.surest:
            return 0, len(self.text)
        start, end = self.surest
        following = next((one for one in sentence_ends(self.text) if self.text[end:one].strip()), end)
        return (start, following) if is_label(self.text, start, end) else (start, end)

    @property
    def surest_text(self) -> str:
        """The words that surest state the type; all of them where that is not known."""
        return self.text[slice(*self.surest_span)]

    @cached_property
    def weights_of_surest(self) -> Weights:
        """What it speaks of where it surely states the type."""
        return weigh(self.surest_text) if self.surest else self.weights_of_type

    @cached_property
    def weights_of_spans(self) -> Mapping[tuple[int, int], Weights]:
        """What each slice that states the type speaks of."""
        return {span: weigh(self.text[slice(*span)]) for span in self.spans}

    @cached_property
    def weights_of_sentences(self) -> tuple[Weights, ...]:
        """What each of its sentences speaks of."""
        text = self.text[:_MOST_CHARACTERS]
        return tuple(weigh(text[start:end]) for start, end in pairwise((0, *sentence_ends(text))))

    def is_row(self, place: int) -> bool:
        """Whether a place stands in a row of a table, which says little without its head."""
        return self.text[self.text.rfind("\n", 0, place) + 1 :].lstrip().startswith("|")

    @cached_property
    def defines(self) -> bool:
        """Whether it begins by saying what a word means: its effect lies in other clauses."""
        return _DEFINITION.match(visible_text(self.text)) is not None

    @cached_property
    def points_elsewhere(self) -> bool:
        """Whether what states the type only says where something is told, such as 'for details see our policy'."""
        said = [visible_text(self.text[start:end]) for start, end in self.spans]
        told = [sentence for one in said for sentence in sentences(one) if _says(sentence)]
        return bool(told) and all(_POINTER.match(sentence) for sentence in told)

    @cached_property
    def goes_on(self) -> bool:
        """Whether it may only go on with a line above it, such as 'you may not': then its silence is no clause's."""
        return needs_line_above(self.text)

    @cached_property
    def begins_within_sentence(self) -> bool:
        """Whether its first words are the end of a sentence, or what a line above leads into: they have no subject."""
        small = _SMALL.match(self.text)
        return small is not None and bool(_JOINED.match(small["said"]) or not _SUBJECT.match(small["said"]))

    @cached_property
    def of_data_contract(self) -> bool:
        """Whether it speaks as a contract between companies does on the data that one has the other process."""
        return is_data_contract(self.terms_type) or _OF_DATA_CONTRACT.search(self.text) is not None

    @cached_property
    def of_users(self) -> bool:
        """Whether it speaks to users, or of them, and as no contract between companies does."""
        return not self.of_data_contract and _OF_USERS.search(self.text) is not None

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question and no more, such as the heading of an answer: it states nothing."""
        return only_asks(visible_text(self.text))


def needs_line_above(text: str) -> bool:
    """Whether words begin with an item of a list that makes no sentence without the line above it."""
    item = _ITEM.match(text)
    return item is not None and (item["small"] is not None or _OWN_SENTENCE.match(item["said"]) is None)


def only_defines(text: str) -> bool:
    """Whether words do no more than say what a term means, in one sentence."""
    visible = visible_text(text)
    found = _DEFINITION.match(visible)
    return found is not None and _NEXT_SENTENCE.search(visible, found.end()) is None


def _says(sentence: str) -> bool:
    """Whether a sentence is more than a label or a number."""
    return len(sentence.split()) >= _FEWEST_WORDS
