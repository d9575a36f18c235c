"""Who bears the costs of an arbitration, by the sentences that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from conductatlas.english import series
from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters
from conductatlas.provisions.facts.speech import SENTENCE_END

ARBITRATION_COSTS = "arbitration-costs"
# What the provider, the user, both or the rules do with some costs, in the words in which it is told.
_PROVIDER, _USER, _BEGINNER = "the provider pays", "the user pays", "whoever begins pays"
_SHARED, _RULES = "both sides share", "the rules of arbitration settle who pays"
_OWN = "each side bears its own costs"
_PARTLY = "in some cases or in part "
# The kinds of costs, each as it is named and with how the words for it begin.
_COSTS_BEGIN = {
    "filing": ("filing", "initiat"),
    "administrative": ("administ", "case"),
    "arbitrator’s": ("arbitrator",),
}
_ALL = tuple(_COSTS_BEGIN)
# Beside a filing fee.
_OTHER = "other"
# How a user fares with what somebody bears; what is shared, or left to the rules, is in the middle.
_FARES = {_PROVIDER: 2, _USER: -2, _BEGINNER: -1}

_NAMED = (
    r"\b(?:(?:initial )?filing|administrati(?:ve|on)|case[- ]management|hearing|arbitration|arbitrators?(?:['’]s?)?"
    r"|legal|initiati(?:ng|on)|initial|non-?refundable|and|or|and/or|the|other)"
)
_NOUN = r"(?:fees?|costs?|compensation)(?:,? (?:and|or) (?:fees|costs|expenses))?"
# 'Filing, administration and arbitrator fees', 'the initial filing fee and the administrative fee', 'costs of the
# arbitration'.
_COSTS = (
    rf"(?P<costs>(?:(?:{_NAMED},? ){{0,8}}\b(?:filing|initiati(?:ng|on)|administrati(?:ve|on)|management|hearing"
    rf"|arbitration|arbitration and legal|arbitrators?(?:['’]s?)?) {_NOUN}"
    rf"(?:,? (?:and|or) (?:{_NAMED} ){{1,4}}{_NOUN})?"
    rf"|(?:\bother )?\b{_NOUN} (?:of|for|associated with|incurred in|in connection with) (?:the |such |any |an )?"
    r"arbitration)\b)"
)
# Of a bounded length: each part of 'a-a-a-…' is read as the beginning of one.
_NAME = r"[\w’'-]{1,40}"
_BEGINS = r"(?:initiating party|party (?:that |who |which )?(?:initiat|fil|begin|commenc|start)\w*(?: [\w’'-]+){0,4})"
_BOTH = rf"(?:each (?:party|side)|(?:the |both )?parties|both sides|you and {_NAME}|{_NAME} and you)"
_WHO = rf"\b(?:(?P<both>{_BOTH})|(?P<begins>{_BEGINS})|(?P<rules>rules)|(?P<one>{_NAME}))"
_PAYS = re.compile(
    rf"{_WHO},? (?:(?:will|shall|must|agrees?|to|hereby|also|each|then|be|is|are|equally) ){{0,3}}"
    r"(?P<verb>pays?|bears?|covers?|reimburses?|advances?|splits?|shares?|responsible for|governs?) "
    # 'Reimburse you for your payment of the', 'pay the difference between the'.
    rf"(?:[\w’'/$%-]+,? ){{0,9}}?{_COSTS}"
)
_ARE_PAID = re.compile(
    rf"{_COSTS}(?: \([^()]{{1,80}}\))? (?:(?:will|shall|must|are|is|to|also|only) ){{1,3}}(?:be )?"
    rf"(?P<verb>paid|borne|covered|split|shared|governed|determined|allocated|decided)\b(?: by (?:the )?{_WHO})?"
)
# 'Each party pays its own costs in such arbitration': of what lawyers cost nothing is said here.
_BEAR_OWN = re.compile(
    rf"\b{_BOTH}(?: \w+){{0,2}} (?:pays?|bears?|responsible for) (?:its|their)(?: own| respective)+ "
    r"(?!(?:[\w’',]+ ){0,3}(?:attorney|lawyer|counsel|expert|witness))(?:[\w’',-]+ ){0,3}(?:costs|fees|expenses)\b"
)
_OWN_ONES = re.compile(r"\b(?:own|respective)\b")
# What a case in bad faith costs, or one before a court, is another matter.
_OTHER_MATTER = re.compile(r"(?<!non-)\bfrivolous\b|\bimproper purpose\b|\bsmall[- ]claims?\b")
_HALVES = re.compile(r"\bequal(?:ly)?\b|50 ?[/-] ?50\b|\bevenly\b|\bhalf\b")
_BY_RULES = re.compile(
    r"\b(?:according to|in accordance with|under|pursuant to|governed by|by)\b[^.;]{0,50}\b(?:rules|schedule)\b"
)
_IN_CASES = re.compile(
    r"\b(?:if|unless(?! otherwise)|where|when|except|only|up to|to the extent|provided that|in the event|in case"
    r"|difference|for (?:any )?(?:claims?|disputes|individuals)|less than|as much|portion|part"
    r"|consumers?|business(?:es)?|commercial)\b"
)
# 'Fees are governed by the rules, and we will not seek ours unless …': the condition is of the second alone.
_NEXT_CLAUSE = re.compile(r",? (?:and|but) (?:we|you|they|it|the award)\b")
_USERS = re.compile(
    r"(?:you|claimant|(?:customer|user|consumer|member|subscriber|developer|merchant|creator|licensee|advertiser|seller"
    r"|client|publisher|host|guest|participant|player|buyer|partner|recipient)s?)\Z"
)
_NO_NAME = re.compile(
    r"(?:part(?:y|ies)|sides?|arbitrators?|courts?|tribunal|aaa|jams|nam|icc|respondents?|claimants|counsel|attorneys"
    r"|lawyers|payments?|th(?:is|ese|ey|at)|any|all|each|both|either|neither|such|one|whoever|anyone|nobody|nothing|it"
    r"|he|she|who|which|them|us|and|or|to|not|never|cannot|will|shall|must|may|can|be|is|are)\Z"
)
_REACH = 1000


@dataclass(frozen=True, slots=True)
class _Borne:
    """Who bears which costs, and whether that is for some cases, or a part, alone."""

    by: str
    costs: tuple[str, ...] = _ALL
    partly: bool = False

    @property
    def said(self) -> str:
        """The same in words."""
        one_fee = len(self.costs) == 1 and self.costs[0] in ("filing", "administrative")
        named = "the fees" if self.costs == _ALL else f"the {series(self.costs)} {'fee' if one_fee else 'fees'}"
        said = self.by if self.by == _OWN else f"{self.by} {named}"
        return f"{_PARTLY}{said}" if self.partly else said

    @property
    def weight(self) -> int:
        """How a user fares with each of the costs."""
        weight = _FARES.get(self.by, 0)
        return 1 if self.partly and weight > 0 else weight


_BY_WORDS = {
    one.said: one
    for by in (_PROVIDER, _USER, _BEGINNER, _SHARED, _RULES, _OWN)
    for costs in ((_OTHER,), *(costs for count in range(1, len(_ALL) + 1) for costs in combinations(_ALL, count)))
    for one in (_Borne(by, costs), _Borne(by, costs, partly=True))
}


def fares_with_costs(values: Iterable[str]) -> dict[str, int]:
    """How well a user fares with each kind of costs by the values of some facts: higher where the provider pays more.

    What is shared, goes by rules or is not told is 0; a value that is none of these facts raises KeyError.
    """
    found = dict.fromkeys(_ALL, 0)
    for one in map(_BY_WORDS.__getitem__, values):
        for kind in _ALL[1:] if one.costs == (_OTHER,) else one.costs:
            found[kind] += one.weight
    return found


def find_costs(text: str) -> Iterator[Fact]:
    """`arbitration-costs`: who bears which costs of an arbitration, in words, at each place that says so."""
    lowered = small_letters(text)
    if "arbitrat" not in lowered or ("fee" not in lowered and "cost" not in lowered):
        return
    for pattern, payer_of in ((_PAYS, _payer), (_ARE_PAID, _payer_told_last), (_BEAR_OWN, _own)):
        for found in pattern.finditer(lowered):
            before, after = _around(lowered, found)
            payer = payer_of(text, found, before, after)
            if payer and not _OTHER_MATTER.search(f"{before} {found.group()}"):
                partly = _IN_CASES.search(f"{before} {found.group()} {_NEXT_CLAUSE.split(after)[0]}") is not None
                costs = _kinds(found["costs"]) if payer != _OWN else _ALL
                yield Fact(found.start(), found.end(), ARBITRATION_COSTS, _Borne(payer, costs, partly).said)


def _payer(text: str, found: re.Match[str], before: str, after: str) -> str:
    """Who pays by a sentence that names them first; empty where that is nobody in particular."""
    verb, said = found["verb"], f"{found.group()}{after}"
    if found["rules"] or verb.startswith("govern"):
        return _RULES if found["rules"] and verb.startswith("govern") else ""
    if not found["both"]:
        return _party(text, found)
    if verb.startswith(("split", "share")) or _HALVES.search(found.group()) or "equal share" in found.group():
        return _SHARED
    if _BY_RULES.search(said):
        return _RULES
    # What each side has of its own has a pattern of its own.
    return _SHARED if _HALVES.search(said) and not _OWN_ONES.search(found.group()) else ""


def _payer_told_last(text: str, found: re.Match[str], before: str, after: str) -> str:
    """Who pays by a sentence that names the costs first."""
    verb = found["verb"]
    if verb in ("split", "shared") or (verb != "governed" and _HALVES.search(after[:80])):
        return _SHARED
    if _BY_RULES.search(f"{found.group()}{after[:80]}"):
        return _RULES
    return _party(text, found) if verb in ("paid", "borne", "covered") else ""


def _own(text: str, found: re.Match[str], before: str, after: str) -> str:
    """That each side bears its own in an arbitration, where no rules come first."""
    return _OWN if "arbitrat" in f"{before} {found.group()}{after}" and not _BY_RULES.search(after) else ""


def _party(text: str, found: re.Match[str]) -> str:
    """Which one of the two pays: whoever begins, the user, or else 'we', 'the company' or somebody by a name."""
    if found["begins"]:
        return _BEGINNER
    one = found["one"] or ""
    if _USERS.match(one):
        return _USER
    # Among capitals a name can't be told from a word.
    is_name = text[found.start("one")].isupper() if one and not text[slice(*found.span("verb"))].isupper() else False
    named = one in ("we", "company", "provider") or (is_name and not _NO_NAME.match(one))
    return _PROVIDER if named else ""


def _kinds(costs: str) -> tuple[str, ...]:
    """The kinds of costs that some words name; all of them where they name none in particular."""
    kinds = tuple(kind for kind, begins in _COSTS_BEGIN.items() if any(one in costs for one in begins))
    return kinds or ((_OTHER,) if re.search(r"\bother\b", costs) else _ALL)


def _around(lowered: str, found: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a place in its sentence, of a very long one the words next to the place."""
    near, far = max(0, found.start() - _REACH), min(len(lowered), found.end() + _REACH)
    begins = max((one.end() for one in SENTENCE_END.finditer(lowered, near, found.start())), default=near)
    ends = SENTENCE_END.search(lowered, found.end(), far)
    return lowered[begins : found.start()], lowered[found.end() : ends.start() if ends else far]
