"""The facts of a clause that a page speaks of: those that are the clause's own, of the kinds that its type turns on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from conductatlas.assessment import fact_kinds
from conductatlas.catalogue import load_catalogue, load_prose
from conductatlas.changes import turns_on
from conductatlas.provisions import (
    MENTIONS,
    TO_PROVIDER,
    TO_USER,
    Fact,
    facts_of_parts,
    grantee,
    is_for_a_request,
    parts_of_clause,
    told_figures,
)

# What stands for a way out that has no name, which says nothing to a reader.
NO_CHANNEL = "no channel named"
# A clause that names an age need not ask for it: it may speak of those who are younger. So it is with refunds.
_NAMES = {
    "minimum-age": "age",
    # What was paid in it is the most that is owed.
    "liability-period": "period whose payments limit liability",
    "refund-period": "time for a refund or withdrawal",
    "licence-term": "feature of a licence",
    "licence-act": "act that a licence allows",
    "applies-to": "people or plans named",
    "opt-out": "way to opt out",
}
# Where rights are listed, a way out is that of one of them. The time to answer a request is no notice, nor is that of a
# step in a dispute.
_OFTEN_OF_OTHERS = {
    "rights": MENTIONS | {"opt-out", "opt-out-deadline", "notice-period"},
    "disputes": MENTIONS | {"notice-period"},
}
# The time before which no claim may be brought is no time to bring one, nor ahead of which notice is given, though the
# words are much the same; so it is with the time to appeal, and that after which content is put back.
_MISTAKEN = frozenset(
    (
        *(("informal-dispute-first", "claim-deadline"), ("informal-dispute-first", "notice-period")),
        *(("copyright-takedown", "notice-period"), ("moderation-appeal", "notice-period")),
        # What can be opted out of is an arbitration beside it, or messages.
        *(("governing-law", "opt-out"), ("governing-law", "opt-out-deadline"), ("governing-law", "amount")),
        *(
            ("jurisdiction-venue", "opt-out"),
            ("jurisdiction-venue", "opt-out-deadline"),
            ("jurisdiction-venue", "amount"),
        ),
        *(("indefinite-retention", "opt-out"), ("retention-period", "opt-out"), ("aggregated-data-use", "opt-out")),
        # When something is deleted is another matter than whether it trains models.
        *(("ai-training-opt-out", "retention-period"), ("ai-no-training-commitment", "retention-period")),
        # Sums there are those of a limit on liability beside it.
        *(("warranty-disclaimer", "amount"), ("warranty-disclaimer", "liability-cap")),
    )
)
# Whom data goes to, which data trains models, and a time within which some money comes back, are told with their words,
# and in no sentence.
_IN_THE_TABLE = frozenset(
    (
        *(("data-sale", "recipient"), ("no-refund", "refund-period"), ("third-party-sharing", "recipient")),
        ("ai-training-on-user-content", "data-category"),
    )
)
# A name in one sentence is the least of what the next ones list.
_DATA, _NAMES_ALONE = "data-category", {"people's names"}
_OF_PASSING_ON = frozenset(("affiliate-sharing", "data-sale", "service-provider-sharing", "third-party-sharing"))
_LONGEST_DENIAL = 240
_NOT_PASSED_ON = re.compile(
    r"(?:\b(?:not|never)|n['’]t) (?:\w+ ){0,2}(?:shar|sell|disclos|provid|giv|pass|transfer|rent)\w*\b"
    r"(?:[^.;]|\.\w)*\Z",
    re.IGNORECASE,
)
# Of two licences in a passage, the one that clauses of a type speak of.
_GRANTEES = {
    **dict.fromkeys(("content-licence", "content-licence-survival", "ai-feedback-training-grant"), TO_PROVIDER),
    "provider-ip-reserved": TO_USER,
}
# What every clause of a type is about tells nothing of one.
_SUBJECTS = frozenset(
    (
        ("childrens-data", "children's data"),
        ("location-tracking", "location"),
        ("cookies-and-trackers", "cookies and identifiers"),
        ("sensitive-data-collection", "sensitive data"),
        # Identifiers by which the data of customers is kept apart.
        ("security-measures", "cookies and identifiers"),
    )
)


def name_of_kind(kind: str) -> str:
    """What a reader calls a kind of fact."""
    return _NAMES.get(kind, kind.replace("-", " "))


def stored_facts(stored: Sequence[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """The facts of a wording from what is stored of them."""
    return tuple(Fact(one["start"], one["end"], one["kind"], one["value"], one["unit"]) for one in stored)


def is_shown(clause_type: str, kind: str) -> bool:
    """Whether facts of a kind say anything of clauses of a type, and do not stand in them by the way.

    What may be another clause's says something where the prose of the type has a place for it. Of a type that the
    catalogue has no more, all is shown.
    """
    catalogue, prose = load_catalogue(), load_prose().get(clause_type)
    if clause_type not in catalogue:
        return True
    if (clause_type, kind) in _MISTAKEN:
        return False
    if (clause_type, kind) in _IN_THE_TABLE or (prose is not None and kind in fact_kinds(prose)):
        return True
    often_of_others = _OFTEN_OF_OTHERS.get(catalogue[clause_type].category, MENTIONS)
    return kind not in often_of_others and turns_on(catalogue[clause_type], kind)


def clause_facts(clause_type: str, passage: str, heading: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a passage that belong to the clause of one type in it."""
    shown = [fact for fact in facts if is_shown(clause_type, fact.kind) and (clause_type, fact.value) not in _SUBJECTS]
    shown = [fact for fact in shown if fact.kind != _DATA or not _stays_out(clause_type, passage, fact.start)]
    shown = _of_one_licence(shown, passage, _GRANTEES.get(clause_type, ""))
    own = facts_of_parts(shown, passage, parts_of_clause(clause_type, passage, heading)) if shown else ()
    own = told_figures(own, passage)
    return own if _says_which_data(own, facts) else tuple(fact for fact in own if fact.kind != _DATA)


def _stays_out(clause_type: str, passage: str, start: int) -> bool:
    """Whether data that a passage names is asked for along with a request, or is what is not passed on."""
    if is_for_a_request(passage, start):
        return True
    before = passage[max(0, start - _LONGEST_DENIAL) : start]
    return clause_type in _OF_PASSING_ON and _NOT_PASSED_ON.search(before) is not None


def _says_which_data(own: Sequence[Fact], facts: Sequence[Fact]) -> bool:
    """Whether the data that a clause names are more than a name, or its passage names no others."""
    named, anywhere = ({fact.value for fact in some if fact.kind == _DATA} for some in (own, facts))
    return named != _NAMES_ALONE or anywhere == _NAMES_ALONE


def _of_one_licence(facts: Sequence[Fact], passage: str, wanted: str) -> list[Fact]:
    """Facts without what a licence to somebody else is called, where there is one to those who are meant."""
    terms = {fact: grantee(passage, fact.start) for fact in facts if fact.kind == "licence-term"}
    if wanted not in terms.values():
        return list(facts)
    return [fact for fact in facts if terms.get(fact) in (None, "", wanted)]
