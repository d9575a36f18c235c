"""The facts of a clause that a page speaks of, and which kinds are told of clauses of its type."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from conductatlas.assessment import has_place_for, leads_out, mentions_told
from conductatlas.catalogue import load_catalogue
from conductatlas.changes import turns_on
from conductatlas.provisions import (
    ARBITRATION_COSTS,
    MENTIONS,
    TO_PROVIDER,
    TO_USER,
    Fact,
    facts_of_parts,
    grantee,
    parts_of_clause,
    sentence_slice,
    told_by_themselves,
)

WAY_OUT = "opt-out"
_OPTS_OUT = re.compile(r"\bopt(?:ing|ed|s)?.?out|unsubscrib|\bobject", re.IGNORECASE)
# A clause that names an age need not ask for it: it may speak of those who are younger. So it is with refunds, and with
# a sum beside which another limit can count.
_NAMES = {
    "minimum-age": "age",
    "liability-cap": "sum in a limit of liability",
    # What was paid in it is the most that is owed.
    "liability-period": "period whose payments limit liability",
    "refund-period": "time for a refund or withdrawal",
    "licence-term": "feature of a licence",
    "licence-act": "act that a licence allows",
    ARBITRATION_COSTS: "costs of arbitration",
    WAY_OUT: "way to opt out",
}
# Where rights are listed, a way out is that of one of them. The time to answer a request is no notice, nor is that of a
# step in a dispute.
_OFTEN_OF_OTHERS = {
    "rights": frozenset(("opt-out", "opt-out-deadline", "notice-period")),
    "disputes": frozenset(("notice-period",)),
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
# What the table tells besides what the prose of a type has a place for. Data, recipients, purposes and people are told
# in no table: of the words for them some are always missed, so that what is told seems to be all.
_IN_THE_TABLE = frozenset(
    (
        *(("governing-law", "venue"), ("jurisdiction-venue", "governing-law")),
        *(("cookies-and-trackers", "retention-period"), ("indefinite-retention", "retention-period")),
        *(("retention-period", "inactivity-period"), ("no-refund", "refund-period")),
        ("mandatory-arbitration", ARBITRATION_COSTS),
        *(("revocable-access-licence", "licence-term"), ("liability-preserved", "liability-period")),
    )
)
# Of two licences in a passage, the one that clauses of a type speak of.
_GRANTEES = {
    **dict.fromkeys(("content-licence", "content-licence-survival", "ai-feedback-training-grant"), TO_PROVIDER),
    "provider-ip-reserved": TO_USER,
}


def name_of_kind(kind: str) -> str:
    """What a reader calls a kind of fact."""
    return _NAMES.get(kind, kind.replace("-", " "))


def stored_facts(stored: Sequence[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """The facts of a wording from what is stored of them."""
    return tuple(Fact(one["start"], one["end"], one["kind"], one["value"], one["unit"]) for one in stored)


def is_shown(clause_type: str, kind: str) -> bool:
    """Whether facts of a kind are told of clauses of a type: where its prose has a place for them, or its table.

    What stands in a clause by the way is another one's. Of a type that the catalogue has no more, all but mentions is.
    """
    if clause_type not in load_catalogue() or (clause_type, kind) in _IN_THE_TABLE:
        return kind not in MENTIONS
    return has_place_for(clause_type, kind) and (clause_type, kind) not in _MISTAKEN


def is_told_as_way_out(fact: Fact, passage: str) -> bool:
    """Whether a way out is an address, by which its label or, where it is the only one, its sentence opts out.

    That there are settings says little, and a page to read more on is none.
    """
    start, end = sentence_slice(passage, fact)
    if passage.count("](", start, end) > 1:
        start, end = max(start, passage.rfind("[", start, fact.start)), fact.end
    return leads_out(fact.value) and _OPTS_OUT.search(passage[start:end]) is not None


def clause_facts(clause_type: str, passage: str, heading: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a passage that belong to the clause of one type in it, also those that only comparisons weigh."""
    stated = [fact for fact in facts if _may_be_its_own(clause_type, fact.kind)]
    stated = _of_one_licence(stated, passage, _GRANTEES.get(clause_type, ""))
    own = facts_of_parts(stated, passage, parts_of_clause(clause_type, passage, heading)) if stated else ()
    return told_by_themselves(own, passage)


def _may_be_its_own(clause_type: str, kind: str) -> bool:
    """Whether facts of a kind in a passage can be those of its clause of a type."""
    catalogue = load_catalogue()
    if kind in MENTIONS:
        return kind in mentions_told(clause_type)
    if is_shown(clause_type, kind) or (clause_type, kind) in _MISTAKEN:
        return is_shown(clause_type, kind)
    known = catalogue[clause_type]
    return kind not in _OFTEN_OF_OTHERS.get(known.category, ()) and turns_on(known, kind)


def _of_one_licence(facts: Sequence[Fact], passage: str, wanted: str) -> list[Fact]:
    """Facts without what a licence to somebody else is called, where there is one to those who are meant."""
    terms = {fact: grantee(passage, fact.start) for fact in facts if fact.kind == "licence-term"}
    if wanted not in terms.values():
        return list(facts)
    return [fact for fact in facts if terms.get(fact) in (None, "", wanted)]
