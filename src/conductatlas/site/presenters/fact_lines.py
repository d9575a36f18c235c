"""The facts of a clause as the table of its record tells them: each once, with its words and with what it holds for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conductatlas.english import series
from conductatlas.provisions import (
    ARBITRATION_COSTS,
    FIGURES,
    FOR_ALL_CLAIMS,
    OTHERS,
    Fact,
    is_for_all_claims,
    is_least_notice,
    is_notice_to_user,
    limits_of_notice,
    qualifier,
    scopes_beside,
    sentence_slice,
    yields_to_the_law,
)
from conductatlas.reading import visible_text
from conductatlas.records.models import Provision, Wording
from conductatlas.site.presenters.clause_facts import (
    WAY_OUT,
    clause_facts,
    is_shown,
    is_told_as_way_out,
    name_of_kind,
    stored_facts,
)

# Different ones are often named for different people.
_FOR_SOME = frozenset(("governing-law", "venue"))
_TO_THE_USER, _BUT_FOR_THE_LAW = "given to the user", "unless the law asks for more"
# What stands before a time that is the longest.
_LONGEST_UP_TO = 40
_UP_TO = re.compile(
    r"\b(?:up to (?:an? )?(?:(?:another|additional|further|maximum(?: of)?|period of) )*"
    r"|(?:no|not|never) longer than (?:a (?:\w+ )?period of )?)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FactLine:
    """A value that the clause states, with the words that state it.

    `holds_for` says who gives a notice, from when on a time of retention runs, for which disputes or for whom a law or
    a court is named, where readers would think otherwise. `at_most`: whether a time is told as the longest, with 'up
    to'; `at_least`: as the shortest.
    """

    kind: str
    value: str
    unit: str
    quote: str
    holds_for: str
    at_most: bool
    at_least: bool


def fact_lines(provision: Provision, wording: Wording) -> tuple[FactLine, ...]:
    """The facts that the current wording of a provision states, each once, with the words that state it first."""
    text = wording.passage.text
    own = clause_facts(provision.clause_type, text, provision.heading, stored_facts(wording.facts))
    facts = [fact for fact in own if is_shown(provision.clause_type, fact.kind)]
    once: dict[tuple[str, ...], FactLine] = {}
    for fact in facts:
        if fact.kind == WAY_OUT and not is_told_as_way_out(fact, text):
            continue
        # The name of a channel is no unit.
        unit = "" if fact.unit == "channel" else fact.unit
        holds_for = _holds_for(fact, text)
        # A bare figure does not say what it is for, nor an address; who pays is told with when.
        in_words = fact.kind in FIGURES or fact.kind in (WAY_OUT, ARBITRATION_COSTS)
        quote = _sentence_of(fact, text) if in_words else visible_text(text[fact.start : fact.end])
        before = text[max(0, fact.start - _LONGEST_UP_TO) : fact.start]
        at_most = fact.kind == "retention-period" and _UP_TO.search(before) is not None
        at_least = is_least_notice(fact, text)
        line = FactLine(name_of_kind(fact.kind), fact.value, unit, quote, holds_for, at_most, at_least)
        once.setdefault((fact.kind, fact.value, fact.unit, line.holds_for, str(at_most or at_least)), line)
    return tuple(once.values())


def _sentence_of(fact: Fact, text: str) -> str:
    """The sentence that states a figure, which says what it is for."""
    start, end = sentence_slice(text, fact)
    before, said, after = text[:start].rstrip(" "), text[start:end].rstrip(" "), text[end:].lstrip(" ")
    begins = "… " if before and before[-1].isalnum() | (before[-1] in ",)") else ""
    ends = " …" if after and said and said[-1].isalnum() | (said[-1] in ",") and not after.startswith("\n") else ""
    return f"{begins}{visible_text(said).strip()}{ends}"


def _holds_for(fact: Fact, text: str) -> str:
    """What a fact holds for, or of a law or a court for whom, where that is not everything or everybody."""
    told = qualifier(fact, text) or (_TO_THE_USER if is_notice_to_user(fact, text) else "")
    limits = [*limits_of_notice(fact, text)]
    limits += [FOR_ALL_CLAIMS] if is_for_all_claims(fact, text) else []
    limits += [_BUT_FOR_THE_LAW] if yields_to_the_law(fact, text) else []
    if limits:
        return ", ".join(filter(None, (told, *limits)))
    if told or fact.kind not in _FOR_SOME:
        return told
    people = scopes_beside(text, fact.start, fact.end)
    return "in other cases" if OTHERS in people else f"for {series(people)}" if people else ""
