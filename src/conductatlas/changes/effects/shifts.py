"""What became of the facts that a clause states: which value went, which came, and whom that favours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from conductatlas.catalogue import ClauseType, Stance
from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.aligning.standing_words import did_not_come, did_not_go, sentence_at
from conductatlas.changes.language.words import likeness, spaced_line
from conductatlas.changes.sentences.of_one_text import speaks_of_limit
from conductatlas.english import amount, series, short_series
from conductatlas.provisions import (
    ARBITRATION_COSTS,
    Fact,
    fares_with_costs,
    find_facts,
    named_values,
    people_said,
    values_by_kind,
)
from conductatlas.reading import visible_text, words


class Direction(StrEnum):
    """Whom a change favours, seen from an ordinary user's side."""

    BETTER = "better"
    WORSE = "worse"
    MIXED = "mixed"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class Shift:
    """One kind of fact of a clause before and after, in words; a side is empty where nothing of the kind was stated."""

    kind: str
    before: str
    after: str
    direction: Direction
    phrase: str

    @property
    def is_weighty(self) -> bool:
        """Whether it tells more than whom a clause speaks of."""
        return self.kind != "applies-to"

    @property
    def is_of_grade(self) -> bool:
        """Whether what moved has the grade of its clause: not another court, or law, beside one that stays."""
        return self.is_weighty and not (self.kind in _NAMES and self.phrase.endswith(_TOO))

    @property
    def stands_alone(self) -> bool:
        """Whether no word beside it turns whom it favours: a number that grew or shrank, or who pays."""
        return self.kind in _FIGURES or self.kind == ARBITRATION_COSTS


# Figures, by what a reader calls them, and whether more of it is good for a user (1), bad (-1) or neither (0).
_FIGURES = {
    "notice-period": ("the notice period", 1),
    "retention-period": ("the retention period", -1),
    "refund-period": ("the time for a refund or withdrawal", 1),
    "claim-deadline": ("the time to bring a claim", 1),
    "opt-out-deadline": ("the time to opt out", 1),
    "inactivity-period": ("the period of inactivity", 1),
    "liability-period": ("the period whose payments limit liability", 1),
    "liability-cap": ("the limit of liability", 1),
    "amount": ("the amount", 0),
    "minimum-age": ("the age named", 0),
}
# Of what a clause can have many for many things, one that comes or goes alone is not all of it.
_ONE_OF_MANY = {"retention-period": "a retention period", "amount": "an amount"}
# How a figure is called in clauses of a type: of the right to have data deleted it is how long that takes.
_CALLED = {("deletion-right", "retention-period"): "the time until a deletion"}
# Notice is the user's gain where it is the platform that gives it. Where it is told of a breach, sooner is better.
_NOTICE_OF_PLATFORM = frozenset(
    (
        *("unilateral-terms-change", "terms-change-notice", "acceptance-by-use", "price-change"),
        *("service-modification", "unilateral-termination"),
    )
)
# Lists, by what is said where something came and where something went, and what its coming means for a user. That a
# clause names no more than before is no gain: what it leaves unsaid may go on. Data, purposes and recipients have many
# names, and laws and courts are named in definitions too: that one is found no more is no sign that it is not meant.
_LISTS = {
    "recipient": ("it now names {} among the recipients of data", ""),
    "purpose": ("it now names {} among the purposes", ""),
    "data-category": ("it now names {} among the data", ""),
    "licence-act": ("the licence now allows to {}", "the licence no longer names the right to {}"),
    "governing-law": ("it now names the law of {}", ""),
    "venue": ("it now names the courts of {}", ""),
    "applies-to": ("it now speaks of {}", "it no longer speaks of {}"),
}
_COMING = dict.fromkeys(("recipient", "purpose", "data-category", "licence-act"), -1)
# Of a clause that only mentions such things it is not told that they came or went: they matter in these types.
_MATTER_IN = {
    "recipient": frozenset(("data-sale", "third-party-sharing")),
    "purpose": frozenset(
        (
            *("affiliate-sharing", "ai-human-review", "broad-purpose-use", "content-licence", "cookies-and-trackers"),
            *("name-likeness-use", "profiling-personalisation", "service-provider-sharing", "third-party-sharing"),
        )
    ),
    "data-category": frozenset(
        (
            *("account-creation", "ai-automated-decisions", "ai-human-review", "ai-training-on-user-content"),
            *("childrens-data", "data-combination", "data-sale", "identity-verification", "indefinite-retention"),
            *("international-transfer", "monitoring-rights", "no-sale-commitment", "personal-data-collected"),
            *("retention-period", "sensitive-data-collection", "third-party-sharing"),
        )
    ),
}
# What nearly every text names somewhere, in words of its own: that a wording names it in others is no news.
_NAMED_BY_ALL = frozenset(
    (
        *("providing the service", "improving the service", "developing products", "analytics"),
        *("security and fraud prevention", "legal compliance", "customer support"),
        *("contact data", "device data", "usage data", "cookies and identifiers", "user content", "communications"),
        *("service providers", "authorities", "other users", "professional advisers"),
    )
)
# Found by the name in them: that another wording has the name is known without a fact.
_NAMES = {"governing-law": "the law", "venue": "the courts"}
# So it is told that one came beside others.
_TOO = " too"
_ABOUT_DATA = frozenset(("ai", "collection", "sharing", "rights", "retention", "minors"))
# What is told of a figure where there was no such limit before.
_NEW_LIMITS = {"liability-cap": "a limit of liability is new", "liability-period": "a limit by what was paid is new"}
_ABOUT_MONEY = frozenset(("payments", "liability", "disputes"))
# In clauses of which categories a kind of fact is what the clause turns on; elsewhere it stands there by the way.
_CATEGORIES = {
    **dict.fromkeys(("recipient", "purpose", "data-category"), _ABOUT_DATA),
    **dict.fromkeys(("governing-law", "venue"), frozenset(("disputes",))),
    **dict.fromkeys(("liability-cap", "liability-period"), frozenset(("liability",))),
    "amount": _ABOUT_MONEY,
    "claim-deadline": frozenset(("disputes", "liability")),
    "refund-period": frozenset(("payments",)),
    "retention-period": _ABOUT_DATA | {"account", "content"},
    "minimum-age": frozenset(("minors", "account")),
    "opt-out": _ABOUT_DATA | {"disputes"},
    "opt-out-deadline": _ABOUT_DATA | {"disputes"},
}
# One with several words for it is told of its type alone.
_OF_ONE_TYPE = {ARBITRATION_COSTS: frozenset(("mandatory-arbitration",))}
# The words without which nothing is said of costs.
_OF_COSTS = re.compile(r"\b(?:fees?|costs?|expenses)\b", re.IGNORECASE)
_KINDS_OF_LICENCES = ("licence-act", "licence-term")
# What the adjectives of a licence that the user grants mean for the user.
_LICENCE_TERMS = {
    **dict.fromkeys(("perpetual", "irrevocable", "exclusive", "transferable", "sublicensable", "unlimited"), -1),
    **dict.fromkeys(("worldwide", "royalty-free", "fully paid"), -1),
    **dict.fromkeys(("revocable", "limited", "non-exclusive", "non-transferable", "non-sublicensable"), 1),
}
# Of passages in which more than one licence is granted nothing tells which of them an act or an adjective is of.
_GRANT = re.compile(r"(?<!to )\bgrants?\b", re.IGNORECASE)
# Of two sentences that have less in common a figure of the one did not become that of the other.
_ONE_SENTENCE = 0.75
# The clause types in which it is the user who grants a licence.
_GRANTS = frozenset(("content-licence", "content-licence-survival", "ai-feedback-training-grant"))
_DIRECTION = {1: Direction.BETTER, -1: Direction.WORSE, 0: Direction.UNJUDGED}
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording as it stands in its document, and the facts that it states."""

    quote: str
    facts: tuple[Fact, ...]

    def stating(self, kind: str, value: tuple[str, str]) -> list[Fact]:
        """Its facts of a kind that have a value."""
        return [one for one in self.facts if one.kind == kind and (one.value, one.unit) == value]

    def holds(self, words: str) -> bool:
        """Whether it has some words, given as they stand in a document, in a row."""
        line = spaced_line(visible_text(words))
        return not line.isspace() and line in spaced_line(visible_text(self.quote))


@dataclass(frozen=True, slots=True)
class _Texts:
    """The words of the whole texts before and after."""

    old: KeptText
    new: KeptText
    may_state: Callable[[str], bool]

    def came(self, fact: Fact, wording: _Wording) -> bool:
        """Whether the sentence of the new wording that states a fact came into the text.

        Data, purposes and recipients are named in many places and ways, and so are people: of these none may have stood
        in it, in whatever words.
        """
        if self.old.names_any_of(fact) or (
            fact.kind == ARBITRATION_COSTS and fact.value in self.old.costs_of_arbitration
        ):
            return False
        sentence = sentence_at(wording.quote, fact.start, fact.end)
        return self._may_be_of_clause(fact, sentence) and not did_not_come(sentence, self.old, self.new)

    def went(self, fact: Fact, wording: _Wording) -> bool:
        """Whether the sentence of the old wording that states a fact went from the text.

        Whom the new text speaks of anywhere, and whose law or courts it names, did not.
        """
        if fact.kind in _NAMES and (fact.kind, fact.value) in self.new.laws:
            return False
        if fact.kind == ARBITRATION_COSTS and fact.value in self.new.costs_of_arbitration:
            return False
        if self.new.names_any_of(fact) or (fact.kind == "licence-act" and self.new.speaks_of(fact.value)):
            return False
        sentence = sentence_at(wording.quote, fact.start, fact.end)
        return self._may_be_of_clause(fact, sentence) and not did_not_go(sentence, self.new)

    @property
    def old_costs(self) -> _Values:
        """What the old text says of who bears the costs of an arbitration."""
        return tuple((value, "") for value in sorted(self.old.costs_of_arbitration))

    @property
    def new_costs(self) -> _Values:
        """What the new text says of that."""
        return tuple((value, "") for value in sorted(self.new.costs_of_arbitration))

    def _may_be_of_clause(self, fact: Fact, sentence: str) -> bool:
        """Whether a sentence may state the clause whose fact is in it; who pays for an arbitration is of no other."""
        return fact.kind == ARBITRATION_COSTS or self.may_state(sentence)


def shifts(
    clause_type: ClauseType,
    before: str,
    after: str,
    texts: tuple[KeptText, KeptText] | None = None,
    beside: tuple[str, str] = ("", ""),
    may_state: Callable[[str], bool] = lambda _: True,
) -> tuple[Shift, ...]:
    """Compare the facts of two wordings of one clause, given as they stand in their documents.

    Only what the two state differently is told, and what clauses of the type turn on, in the order of kinds. What the
    other wording names as well, though nothing was made of it there, neither came nor went; nor did what a sentence
    states that the other text has as well, where the `texts` before and after are given, or what is stated right beside
    the other wording, where what stands `beside` each is given. With the texts it is asked of each sentence that states
    a fact whether it may state the clause (`may_state`): what is said of another one is no fact of this. Of ways to opt
    out nothing is told: a text has many words for one.
    """
    old, new = _wording(before), _wording(after)
    around = _Texts(*texts, may_state) if texts else None
    were, are = values_by_kind(old.facts), values_by_kind(new.facts)
    found: list[Shift] = []
    for kind in sorted(were.keys() | are.keys()):
        was, now = were.get(kind, ()), are.get(kind, ())
        if set(was) == set(now) or not _is_told(clause_type, kind):
            continue
        if kind in _KINDS_OF_LICENCES and any(len(_GRANT.findall(quote)) > 1 for quote in (before, after)):
            continue
        came = _new(kind, now, was, new, old, around.came if around else None)
        went = _new(kind, was, now, old, new, around.went if around else None)
        if around and kind in _FIGURES and bool(came) != bool(went):
            # Of a figure that came alone, or went alone, the other text names none like it.
            came, went = _unnamed(came, around.old), _unnamed(went, around.new)
            # That one is stated too says too little where others gave way to each other, as in the rows of a table.
            if was and now and _others_moved(kind, (*came, *went), old, new):
                continue
        if kind == ARBITRATION_COSTS:
            if _may_be_in_other_words(old, new, came, went):
                continue
            # What the one passage no longer says another may say now: whom that favours is asked of all.
            was, now = (around.old_costs, around.new_costs) if around else (was, now)
        several = len(was) > 1 or len(now) > 1
        if came and went and kind in _FIGURES and not _are_of_one_sentence(kind, old, new, went, came, several=several):
            continue
        if not (came and went and kind in _FIGURES):
            came, went = _not_beside(kind, came, beside[0]), _not_beside(kind, went, beside[1])
        if came or went:
            is_new = around is not None and kind in _NEW_LIMITS and not speaks_of_limit(around.old.document)
            found.extend(_shifts_of_kind(clause_type, kind, _Moved(was, now, came, went, is_new)))
    return tuple(found)


def _is_told(clause_type: ClauseType, kind: str) -> bool:
    return clause_type.id in _MATTER_IN[kind] if kind in _MATTER_IN else turns_on(clause_type, kind)


def _new(
    kind: str,
    values: _Values,
    others: _Values,
    wording: _Wording,
    other: _Wording,
    is_new: Callable[[Fact, _Wording], bool] | None,
) -> _Values:
    """The values of a wording that are not among those of the other one, and that it does not name either.

    `is_new`: whether in the whole texts the sentence that states a fact is in this one alone.
    """
    alone = tuple(one for one in values if one not in others)
    if kind in _MATTER_IN:
        alone = tuple(one for one in alone if one[0] not in _NAMED_BY_ALL)
    if is_new:
        alone = tuple(one for one in alone if all(is_new(fact, wording) for fact in wording.stating(kind, one)))
    if not alone:
        return alone
    if kind in _NAMES:
        return tuple(one for one in alone if one[0].split(",")[0] not in other.quote)
    if kind == "minimum-age":
        return tuple(one for one in alone if not re.search(rf"\b{one[0]}\b", other.quote))
    if kind == "applies-to":
        alone = tuple(one for one in alone if not _speaks_of(other.quote, one[0]))
    named = named_values(other.quote)
    alone = tuple(one for one in alone if one not in named)
    if kind in _FIGURES or kind == ARBITRATION_COSTS:
        return alone
    return tuple(
        one
        for one in alone
        if not any(other.holds(wording.quote[fact.start : fact.end]) for fact in wording.stating(kind, one))
    )


def _may_be_in_other_words(old: _Wording, new: _Wording, came: _Values, went: _Values) -> bool:
    """Whether what alone came, or went, of costs may stand in other words in the other one of two wordings."""
    more = len(_OF_COSTS.findall(new.quote)) - len(_OF_COSTS.findall(old.quote))
    return (bool(came) and not went and more <= 0) or (bool(went) and not came and more >= 0)


def _unnamed(values: _Values, text: KeptText) -> _Values:
    """Figures but for those that a whole text names, in whatever unit."""
    return tuple(one for one in values if not text.names_figure(*one))


def _others_moved(kind: str, told: _Values, old: _Wording, new: _Wording) -> bool:
    """Whether figures of a kind but for some stand more often in one of two wordings than in the other."""
    before, after = (
        Counter(value for one in wording.facts if one.kind == kind for value in [(one.value, one.unit)])
        for wording in (old, new)
    )
    return any(before[one] != after[one] for one in {*before, *after} - set(told))


def _not_beside(kind: str, values: _Values, beside: str) -> _Values:
    """Values of a kind but for those that what stands beside the other wording states as well."""
    if not values or not beside:
        return values
    stated = values_by_kind(_wording(beside).facts).get(kind, ())
    return tuple(one for one in values if one not in stated)


def _are_of_one_sentence(
    kind: str, old: _Wording, new: _Wording, went: _Values, came: _Values, *, several: bool
) -> bool:
    """Whether a sentence with figures of a kind that went is much like one with others that came; of `several` each."""
    said, says = (
        {
            tuple(words(visible_text(sentence_at(wording.quote, fact.start, fact.end))))
            for value in values
            for fact in wording.stating(kind, value)
        }
        for wording, values in ((old, went), (new, came))
    )
    sides = ((said, says), (says, said))
    alike = [any(likeness(one, other) >= _ONE_SENTENCE for other in others) for some, others in sides for one in some]
    return all(alike) if several else any(alike)


def _speaks_of(quote: str, people: str) -> bool:
    """Whether a wording has the word that tells who some people are: 'business' where they are business customers."""
    return re.search(rf"(?<![\w-]){re.escape(people.split()[0].removesuffix('s'))}", quote, re.IGNORECASE) is not None


@lru_cache(maxsize=32)
def _wording(quote: str) -> _Wording:
    return _Wording(quote, tuple(find_facts(quote)))


def turns_on(clause_type: ClauseType, kind: str) -> bool:
    """Whether clauses of a type turn on facts of a kind."""
    if kind in _OF_ONE_TYPE:
        return clause_type.id in _OF_ONE_TYPE[kind]
    if kind in _KINDS_OF_LICENCES:
        return clause_type.id in _GRANTS or "licence" in clause_type.id
    return clause_type.category in _CATEGORIES.get(kind, (clause_type.category,))


def overall(directions: Sequence[Direction]) -> Direction:
    """One direction for several: mixed where some favour the user and some do not."""
    told = {one for one in directions if one is not Direction.UNJUDGED}
    if len(told) > 1:
        return Direction.MIXED
    return told.pop() if told else Direction.UNJUDGED


_Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Moved:
    """The values of one kind before and after, those that really came and went, and whether such a limit is new."""

    before: _Values
    after: _Values
    came: _Values
    went: _Values
    is_new: bool = False


def _shifts_of_kind(clause_type: ClauseType, kind: str, moved: _Moved) -> Iterator[Shift]:
    if kind in _FIGURES:
        yield from _figures(clause_type.id, kind, moved)
    elif kind in _LISTS:
        yield from _listed(clause_type, kind, moved)
    elif kind == ARBITRATION_COSTS:
        yield _costs(moved)
    elif kind == "licence-term":
        yield from _licence_terms(clause_type.id, moved)


def _figures(clause_type: str, kind: str, moved: _Moved) -> Iterator[Shift]:
    name = _CALLED.get((clause_type, kind), _FIGURES[kind][0])
    came, went = _amounts(moved.came), _amounts(moved.went)
    if came == went:
        return
    one = _ONE_OF_MANY.get(kind, "") if name == _FIGURES[kind][0] else ""
    if not went:
        too = _TOO if moved.before else ""
        said = f"{one or name} of {came} is now stated{too}" if one or too else f"{name} is now stated: {came}"
        said = f"{_NEW_LIMITS[kind]}: {came}" if moved.is_new else said
        yield Shift(kind, went, came, Direction.UNJUDGED, said)
        return
    if not came:
        of_some = one or moved.after
        said = f"{one or name} of {went} is no longer stated" if of_some else f"{name} ({went}) is no longer stated"
        yield Shift(kind, went, came, Direction.UNJUDGED, said)
        return
    # Of several that came and went nobody can tell which became which; one of several did in its sentences.
    if len(moved.before) > 1 or len(moved.after) > 1:
        if len(moved.came) == len(moved.went) == 1:
            yield Shift(kind, went, came, Direction.UNJUDGED, f"{one or name} of {went} is now {came}")
        return
    if moved.before[0][1] != moved.after[0][1]:
        yield Shift(kind, went, came, Direction.UNJUDGED, f"{name} changes from {went} to {came}")
        return
    rises = float(moved.after[0][0]) > float(moved.before[0][0])
    good = _good(clause_type, kind)
    direction = _DIRECTION[good if rises else -good]
    yield Shift(kind, went, came, direction, f"{name} {'rises' if rises else 'falls'} from {went} to {came}")


def _good(clause_type: str, kind: str) -> int:
    """Whether more of a figure is good for a user (1), bad (-1) or neither (0)."""
    if kind != "notice-period":
        return _FIGURES[kind][1]
    if clause_type == "breach-notification":
        return -1
    return 1 if clause_type in _NOTICE_OF_PLATFORM else 0


def _amounts(values: _Values) -> str:
    return _series([amount(value, unit) for value, unit in values])


def _listed(clause_type: ClauseType, kind: str, moved: _Moved) -> Iterator[Shift]:
    came_phrase, went_phrase = _LISTS[kind]
    came, went = [value for value, _ in moved.came], [value for value, _ in moved.went]
    if kind in _NAMES and len(came) == len(went) == len(moved.before) == len(moved.after) == 1:
        said = f"{_NAMES[kind]} that it names {'change' if kind == 'venue' else 'changes'} from {went[0]} to {came[0]}"
        yield Shift(kind, went[0], came[0], Direction.UNJUDGED, said)
        return
    new, lost = (_series([people_said(value) for value in values]) for values in (came, went))
    if came:
        # What a commitment or a right speaks of burdens nobody.
        direction = _DIRECTION[0 if clause_type.stance is Stance.PROTECTIVE else _COMING.get(kind, 0)]
        # Another court, or law, beside one that stays takes its place for nobody.
        too = _TOO if kind in _NAMES and not set(moved.before).isdisjoint(moved.after) else ""
        yield Shift(kind, "", _series(came), direction, f"{came_phrase.format(new)}{too}")
    if went and went_phrase:
        yield Shift(kind, _series(went), "", Direction.UNJUDGED, went_phrase.format(lost))


def _costs(moved: _Moved) -> Shift:
    """What is said now, and no more, of who pays for an arbitration; whom that favours by what each pays in all."""
    came, went = (series([value for value, _ in values]) for values in (moved.came, moved.went))
    had, has = (fares_with_costs(value for value, _ in values) for values in (moved.before, moved.after))
    moves = [_DIRECTION[(has[kind] > had[kind]) - (has[kind] < had[kind])] for kind in had]
    told = (f"it now says that {came}" if came else "", f"it no longer says that {went}" if went else "")
    said = f"of the costs of arbitration {'; '.join(one for one in told if one)}"
    return Shift(ARBITRATION_COSTS, went, came, overall(moves), said)


def _licence_terms(clause_type: str, moved: _Moved) -> Iterator[Shift]:
    """What a licence is called now; what it is called no more may have been said of another one in the passage."""
    came = [value for value, _ in moved.came]
    if came:
        weights = [_DIRECTION[_LICENCE_TERMS.get(value, 0) if clause_type in _GRANTS else 0] for value in came]
        yield Shift("licence-term", "", _series(came), overall(weights), f"the licence is now {_series(came)}")


def _series(values: Sequence[str]) -> str:
    return short_series(values, _MOST_NAMED)
