"""How another platform's clause differs from the one at hand, in a sentence made from the grades and facts of both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conductatlas.assessment import fact_kinds, phrases
from conductatlas.catalogue import ClauseType, load_prose
from conductatlas.changes import turns_on
from conductatlas.comparison.clause import Clause
from conductatlas.provisions import Fact

_MOST_PHRASES = 3
# Of what one clause alone names, so many are told: that it names them stays true without the rest.
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Single:
    """A kind of fact that a clause states once: how a sentence says its value, and what is missing without it.

    `placeholder` is the one under which the value is put into words; empty where only its being there counts. Of a
    clause whose words match `hints` it is not said that such a fact is missing: it may only not have been found.
    """

    placeholder: str
    stated: str
    name: str
    hints: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A kind of fact of which a clause may state many: how a sentence says some of them."""

    placeholder: str
    stated: str


_TIME = re.compile(r"\b(?:hour|day|week|month|year)s?\b", re.IGNORECASE)
_CHOICE = re.compile(
    r"\bopt|\bcho(?:ose|osing|ice)|\bcontrol|\bsetting|\bpreference|\bdisabl|\bturn|\bwithdr|\bobject|\bunsubscri|\breject"
    r"|\bdeclin|\bdeactivat|\bexplicitly agree|\bconsent",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"[$€£¥₹]|\d[\d,.]*\s*(?:USD|EUR|GBP|dollars|euros|pounds|percent|%)|\b(?:USD|EUR|GBP)\b|\bamounts?\b|\bhundred\b"
    r"|\bthousand\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\d\d|\bages?\b|teen\b", re.IGNORECASE)
_LAW = re.compile(r"\blaws? (?:of|in)\b|\bgoverned by\b", re.IGNORECASE)
_COURT = re.compile(r"\bcourts?\b|\bvenue\b|\bjurisdiction\b", re.IGNORECASE)

# In the order in which they are told: what a user can rely on first, then what the platform may do.
_KINDS: Mapping[str, _Single | _Listed] = {
    "notice-period": _Single("notice", "names {} of notice", "period of notice", _TIME),
    "opt-out": _Single("", "offers a way to opt out", "way to opt out", _CHOICE),
    "opt-out-deadline": _Single("opt_out_deadline", "gives {} to opt out", "time to opt out", _TIME),
    "claim-deadline": _Single("claim_deadline", "gives {} to bring a claim", "time to bring a claim", _TIME),
    "refund-period": _Single("refund", "names {} for refunds or withdrawal", "time for refunds or withdrawal", _TIME),
    "retention-period": _Single("retention", "names a retention period of {}", "retention period", _TIME),
    "inactivity-period": _Single("inactivity", "names {} of inactivity", "period of inactivity", _TIME),
    "liability-cap": _Single("cap", "limits liability to {}", "limit in money", _SUM),
    "minimum-age": _Single("age", "names the age of {}", "age", _AGE),
    "amount": _Single("amount", "names an amount of {}", "amount", _SUM),
    "governing-law": _Single("law", "applies the law of {}", "law", _LAW),
    "venue": _Single("venue", "names the courts of {}", "court", _COURT),
    "licence-term": _Listed("licence_terms", "calls the licence {}"),
    "licence-act": _Listed("licence_acts", "names the right to {}"),
    "recipient": _Listed("recipients", "names {} among the recipients"),
    "purpose": _Listed("purposes", "names {} among the purposes"),
    "data-category": _Listed("data", "speaks of {}"),
    "applies-to": _Listed("who", "speaks of {} in particular"),
}
# Of a breach it is told within a time, not ahead of it.
_OF_BREACH = _Single("notice", "names {} for telling of a breach", "time for telling of a breach", _TIME)
# The months whose payments limit liability, and the time to answer a request, stand beside words that also go with
# notice.
_BY_THE_WAY = frozenset((("notice-period", "liability"), ("notice-period", "rights")))


@dataclass(frozen=True, slots=True)
class Difference:
    """How a clause differs from the one at hand. `sentence` speaks of the former as 'it', of the latter as 'this'."""

    sentence: str
    grade: bool
    facts: int


def difference(clause_type: ClauseType, this: Clause, other: Clause) -> Difference:
    """Tell how `other` differs from `this`, both of one clause type: in grade first, then in facts, at most three."""
    graded, stated = tuple(_grade(this, other)), tuple(_facts(clause_type, this, other))
    told = [*graded, *stated][:_MOST_PHRASES]
    said = "; it ".join(told) or "has the same grade"
    return Difference(f"It {said}.", bool(graded), len(stated))


def _grade(this: Clause, other: Clause) -> Iterator[str]:
    if this.severity is not other.severity:
        yield f"is graded {_with_reason(other)}, where this one is graded {_with_reason(this)}"
    elif this.stance is not other.stance:
        yield f"is {other.stance.value} to users, where this one is {this.stance.value}"


def _with_reason(clause: Clause) -> str:
    return f"{clause.severity.value} ({clause.reason})" if clause.reason else clause.severity.value


def _facts(clause_type: ClauseType, this: Clause, other: Clause) -> Iterator[str]:
    """What the two state differently, of the kinds that clauses of the type turn on, or list what its page shows."""
    for name, usual in _KINDS.items():
        kind = _OF_BREACH if (clause_type.id, name) == ("breach-notification", "notice-period") else usual
        told = turns_on(clause_type, name) or (isinstance(kind, _Listed) and name in _with_a_place(clause_type.id))
        if told and (name, clause_type.category) not in _BY_THE_WAY:
            ours = [fact for fact in this.facts if fact.kind == name]
            theirs = [fact for fact in other.facts if fact.kind == name]
            if isinstance(kind, _Listed):
                yield from _listed(kind, ours, theirs)
                continue
            said, others = _said(kind, ours, this.text), _said(kind, theirs, other.text)
            # What is there but can't be said in few words is no ground to say that it is missing.
            if bool(said) == bool(ours) and bool(others) == bool(theirs):
                yield from _single(kind, said, others, this.text if not said else other.text)


def _with_a_place(clause_type: str) -> frozenset[str]:
    """The kinds of facts that what is written of a clause type has a place for: its page shows them too."""
    prose = load_prose().get(clause_type)
    return fact_kinds(prose) if prose else frozenset()


def _single(kind: _Single, this: str, other: str, silent: str) -> Iterator[str]:
    """What two clauses say of one kind; `silent` are the words of the one that may say nothing of it."""
    if this == other or (not (this and other) and kind.hints.search(silent)):
        return
    if not this:
        yield f"{other}, where no {kind.name} was found in this one"
    elif not other:
        yield f"names no {kind.name} that was found, where this one {this}"
    else:
        yield f"{other}, where this one {this}"


def _said(kind: _Single, facts: Sequence[Fact], words: str) -> str:
    if not kind.placeholder:
        return kind.stated if facts else ""
    value = phrases(facts, words).get(kind.placeholder)
    return kind.stated.format(value) if value else ""


def _listed(kind: _Listed, ours: Sequence[Fact], theirs: Sequence[Fact]) -> Iterator[str]:
    """What the other names and this one does not. The reverse is not told: lists are too easily found in part."""
    known = {fact.value for fact in ours}
    alone = list(dict.fromkeys(fact.value for fact in theirs if fact.value not in known))[:_MOST_NAMED]
    said = phrases([fact for fact in theirs if fact.value in alone]).get(kind.placeholder)
    if said:
        yield f"{'also ' if ours else ''}{kind.stated.format(said)}"
