"""The facts of a clause as noun phrases: what stands in a sentence in place of a placeholder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from conductatlas.assessment.worded import worded
from conductatlas.catalogue import ClauseProse, load_prose, placeholders
from conductatlas.english import amount, series
from conductatlas.provisions import (
    FIGURES,
    FOR_ALL_CLAIMS,
    OTHERS,
    Fact,
    is_for_all_claims,
    is_least_notice,
    named_beside,
    people_said,
    qualifier,
    scopes_beside,
    sentence_slice,
    values_by_kind,
)
from conductatlas.reading import visible_text

# How many figures of one kind a sentence can hold; a clause that states more of them is better read in its table.
_MOST_FIGURES = 3
_LONGEST_ADDRESS = 80
# How many of the data or purposes that a clause mentions are told.
_MOST_MENTIONS = 5
_WITH_ARTICLE = frozenset(
    ("Netherlands", "United States", "United States of America", "United Kingdom", "Czech Republic", "Philippines")
)
_NAMED_WITH_ARTICLE = re.compile(
    r"(?:People['’]s |Federal |(?:North|South|East|West)ern |Central )?"
    r"(?:Republic|Kingdom|Province|State|Commonwealth|District|Isle) of\b"
    r"|United (?:States|Kingdom|Arab Emirates)\b|.* Islands\Z"
)
_NO_PLACE = re.compile(r"^(?:Your|Our|This|These|Such|Any|The|That|Its|Their)\b")
# 'California, USA' and 'California' are one place.
_OF_AMERICA = re.compile(r"(?<=\w), (?:USA|U\.S\.A|United States(?: of America)?)\Z")
_UNITS_OF_TIME = frozenset(("hours", "days", "months"))
_TIME = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|sixty|ninety)\)?"
    r"(?: \(\d+\))?[ -](?:(?:calendar|business|working|additional|more|further|full) )?"
    r"(?:hour|day|week|month|year)s?\b(?! old| of age)",
    re.IGNORECASE,
)
# A time for which something is kept that is only an example, or does not hold in every case.
_BOUNDED = re.compile(
    r"\b(?:unless|except|longer (?:retention|period|where|if|when|as)|subject to|for (?:example|instance)|such as"
    r"|whichever|(?:earlier|later|longer|shorter) of)\b|\be\.g\.",
    re.IGNORECASE,
)
_CLOSING = ".,;:!?)]}>\"'”’"
_OF_ADULTS = re.compile(r"\badults?\b|\bof (?:full|legal) age\b", re.IGNORECASE)
# What often holds for some people only. Ways out are too seldom next to the words that say whose they are.
_FOR_SOME = frozenset(
    (
        *("governing-law", "venue", "notice-period", "retention-period", "refund-period", "claim-deadline"),
        *("opt-out-deadline", "inactivity-period", "liability-cap"),
    )
)
# Of a value that stands alone, it is told for whom it is where these are named beside it.
_TOLD_OF_ONE = frozenset(
    (
        *(
            "consumers",
            "business customers",
            "EEA residents",
            "UK residents",
            "Swiss residents",
            "US residents",
            "California residents",
        ),
        *("Brazilian residents", "Canadian residents", "Australian residents", "Indian residents"),
    )
)
# What is found by several words, each of which says less than all.
_SAID = {"publish": "show or publish", "distribute": "transmit or distribute"}

_Values = Sequence[tuple[str, str]]
# Placeholders with the kind of fact that fills each, and how the values of that kind are said.
_Phrased = Mapping[str, tuple[str, Callable[[_Values], str]]]


def phrases(facts: Sequence[Fact], words: str = "") -> Mapping[str, str]:
    """What a clause states, by placeholder; a placeholder is absent where nothing of its kind can be said in words.

    `words` are those of the clause, for the placeholders that rest on them and on no fact.
    """
    values = values_by_kind(facts)
    found = dict(worded(words))
    given: set[str] = set()
    for placeholder, (kind, phrase) in _ALL_PHRASES.items():
        if kind in given:
            continue
        told = values.get(kind)
        said = phrase(told) if told else ""
        if said and words and is_address(said) and said not in visible_text(words):
            # What a reader does not see can't be looked for in the clause.
            said = ""
        if kind == "minimum-age" and (_OF_ADULTS.search(words) or _is_qualified(kind, facts, words)):
            # What stands beside it can be about the age of adults.
            said = ""
        if said and kind == "retention-period" and not _is_the_time(facts, words):
            # One of several times by itself would be taken for all, and one with a condition for one that always holds.
            said = ""
        if said and kind in _FOR_SOME:
            own = [fact for fact in facts if fact.kind == kind]
            said = _for_whom(own, phrase, words)
            if said and len(values[kind]) == 1 and all(is_least_notice(fact, words) for fact in own):
                said = f"at least {said}"
        if said and kind == "liability-cap":
            over = _figure_alone(values.get("liability-period", ()))
            said = _with_what_else_bounds(said, words, over)
            given |= {"liability-period"} if f"over {over}" in said else set()
            if all(is_for_all_claims(fact, words) for fact in facts if fact.kind == kind):
                said = f"{said}{',' if ', ' in said else ''} {FOR_ALL_CLAIMS}"
        if said:
            found[placeholder] = said
    return found


def _with_what_else_bounds(cap: str, words: str, over: str) -> str:
    """A cap on liability, with what was paid where that counts too, and `over` which time, if that is told."""
    paid = f"what was paid over {over}" if over else "what was paid"
    counts = _WHAT_WAS_PAID.search(words) is not None and not _SHARE_OF_IT.search(words)
    if other := _WHICHEVER.search(words):
        least = "less" if any(other.groups()) else "more"
        return f"{cap} or {paid if counts else 'another sum'}, whichever is {least}"
    return f"{paid}, or {cap} where nothing had to be paid" if counts and _IF_UNPAID.search(words) else cap


def _is_the_time(facts: Sequence[Fact], words: str) -> bool:
    """Whether the times for which something is kept are one, which no other stands beside and no condition bounds."""
    own = [fact for fact in facts if fact.kind == "retention-period"]
    if len({(fact.value, fact.unit) for fact in own}) > 1 or _names_other_times(facts, words):
        return False
    sentences = (words[slice(*sentence_slice(words, fact))] for fact in own)
    return not words or not any(map(_BOUNDED.search, sentences))


def _names_other_times(facts: Sequence[Fact], words: str) -> bool:
    """Whether words name a time that none of the facts holds."""
    times = [fact for fact in facts if fact.unit in _UNITS_OF_TIME]
    return any(not any(_meet(fact, found) for fact in times) for found in _TIME.finditer(words))


def _meet(fact: Fact, found: re.Match[str]) -> bool:
    return fact.start < found.end() and found.start() < fact.end


def _is_qualified(kind: str, facts: Sequence[Fact], words: str) -> bool:
    """Whether a fact of a kind does not hold without more."""
    return any(fact.kind == kind and qualifier(fact, words) for fact in facts)


def fact_kinds(prose: ClauseProse) -> frozenset[str]:
    """The kinds of facts that what is written of a clause type has a place for, but for what is only mentioned."""
    return _kinds_of(_PHRASES, prose)


@cache
def mentions_told(clause_type: str) -> frozenset[str]:
    """The kinds of what clauses only mention of which what is written of a type, given by its id, tells some."""
    prose = load_prose().get(clause_type)
    return frozenset() if prose is None else _kinds_of(_MENTIONED, prose)


def _kinds_of(phrased: _Phrased, prose: ClauseProse) -> frozenset[str]:
    used = {name for _, sentences in prose.sections() for one in sentences for name in placeholders(one)}
    return frozenset(kind for placeholder, (kind, _) in phrased.items() if placeholder in used)


@cache
def has_place_for(clause_type: str, kind: str) -> bool:
    """Whether what is written of clauses of a type, given by its id, has a place for facts of a kind."""
    prose = load_prose().get(clause_type)
    return prose is not None and kind in fact_kinds(prose)


def _for_whom(facts: Sequence[Fact], phrase: Callable[[_Values], str], words: str) -> str:
    """What some facts of a kind say, with those for whom each value holds where that is not everybody.

    Empty where only some of several values say for whom they are, or two are for the same people.
    """
    people: dict[tuple[str, str, str], dict[str, None]] = {}
    excepted: set[str] = set()
    for fact in facts:
        beside = scopes_beside(words, fact.start, fact.end)
        people.setdefault((fact.value, fact.unit, qualifier(fact, words)), {}).update(dict.fromkeys(beside))
        if beside == (OTHERS,):
            excepted |= named_beside(words, fact.start, fact.end)
    if len({(value, unit) for value, unit, _ in people}) == 1 < len(people):
        # The same figure twice, of which one holds for something else: '30 days or 30 days (after deletion)'.
        if any(people.values()) or facts[0].kind == "notice-period":
            return ""
        if all(held for _, _, held in people):
            # Each runs from something else: 'within 30 days until deletion, 30 days after it'.
            return ""
        return phrase([(value, unit) for value, unit, _ in people][:1])
    if len({(value, unit) for value, unit, _ in people}) < len(people) and not any(people.values()):
        # One of several stands twice, once with what it holds for: 'Ostmark (for business), Nordmark or Ostmark'.
        return ""
    if len(people) == 1:
        ((value, told),) = people.items()
        return _value_for(value, [one for one in told if one in _TOLD_OF_ONE], phrase)
    if not any(people.values()):
        held = [held for _, _, held in people]
        # Figures of which two don't say what they are for can't be told apart.
        apart = len(set(held)) == len(held)
        if len(people) > _MOST_FIGURES or (facts[0].kind in FIGURES and not apart):
            return ""
        if len(set(held)) == 1:
            said = phrase([(value, unit) for value, unit, _ in people])
            return f"{said} ({held[0]})" if said and held[0] else said
        return series([_value_for(value, (), phrase) for value in people], "or")
    named = [one for told in people.values() for one in told]
    if not all(people.values()) or len(set(named)) < len(named):
        return ""
    # Whoever is excepted and has no value of their own is not among the others either.
    alone = excepted <= {*named}
    # Who the others are is understood behind those whom the clause names.
    in_order = sorted(people.items(), key=lambda one: OTHERS in one[1])
    return series([_value_for(value, told, phrase, others=alone) for value, told in in_order], "or")


def _value_for(
    value: tuple[str, str, str], people: Iterable[str], phrase: Callable[[_Values], str], *, others: bool = True
) -> str:
    """A value with what it holds for and those for whom it is, as far as these are told.

    `others`: whether it holds for all those for whom no other value does.
    """
    figure, unit, holds_for = value
    whom = f"for {_all_of(people)}" if others or OTHERS not in people else "with exceptions"
    told = [holds_for] * bool(holds_for) + [whom] * bool(people)
    return f"{phrase([(figure, unit)])} ({', '.join(told)})" if told else phrase([(figure, unit)])


def _figures(values: _Values) -> str:
    """One figure, or up to three as alternatives, in an order that two clauses with the same ones share."""
    ordered = sorted(values, key=lambda one: (one[1], float(one[0])))
    shown = list(dict.fromkeys(amount(value, unit) for value, unit in ordered))
    return series(shown, "or") if len(shown) <= _MOST_FIGURES else ""


def _figure_alone(values: _Values) -> str:
    """The figure where there is only one: of several ages or sums each counts for something else."""
    return _figures(values) if len(values) == 1 else ""


def _all(values: _Values) -> str:
    return _all_of(value for value, _ in values)


def _all_of(names: Iterable[str]) -> str:
    return series([_SAID.get(name, people_said(name)) for name in names])


def _some(values: _Values) -> str:
    """Several of what a clause mentions; empty where it is one thing alone, which the words themselves show."""
    names = list(dict.fromkeys(value for value, _ in values))[:_MOST_MENTIONS]
    return series(names) if len(names) > 1 else ""


def _places(values: _Values) -> str:
    """Names of places; what only looks like one is left out."""
    names = [_OF_AMERICA.sub("", value.strip(" ,.")) for value, _ in values if not _NO_PLACE.match(value)]
    # 'Paris' and 'Paris, France' are one place.
    whole = [name for name in names if not any(other.startswith(f"{name}, ") for other in names)]
    shown = list(dict.fromkeys(_with_article(name) for name in whole if name))
    return series(shown, "or") if len(shown) <= _MOST_FIGURES else ""


def _with_article(name: str) -> str:
    return f"the {name}" if name in _WITH_ARTICLE or _NAMED_WITH_ARTICLE.match(name) else name


# Pages of the advertising industry, where one opts out of what its members do, not at the platform.
_OF_OTHERS = re.compile(
    r"\b(?:aboutads\.info|digitaladvertisingalliance|networkadvertising|youronlinechoices|youradchoices|edaa\.eu"
    r"|allaboutdnt|allaboutcookies|globalprivacycontrol)",
    re.IGNORECASE,
)


def is_address(said: str) -> bool:
    """Whether what is said is the address of a mailbox or a page."""
    return "@" in said or "://" in said


def leads_out(said: str) -> bool:
    """Whether what is said is an address at which one can opt out of what the platform does."""
    return is_address(said) and _OF_OTHERS.search(said) is None


def _channel(values: _Values) -> str:
    """How to opt out: a mailbox or an address; a page of the advertising industry is none.

    That there are settings or preferences says little without the words around them.
    """
    address = values[0][0].rstrip(_CLOSING)
    return address if leads_out(address) and len(address) <= _LONGEST_ADDRESS else ""


# A sum that is one of two limits of liability.
_LESS = r"less(?:er)?|lower|smaller"
_WHICHEVER = re.compile(
    rf"\b(?:({_LESS})|greater|higher|larger|more) of\b|\bwhichever is (?:the )?(?:({_LESS})|\w+)", re.IGNORECASE
)
_WHAT_WAS_PAID = re.compile(
    r"\b(?:amounts?|fees?|sums?|total|charges)\b[^.;]{0,100}\b(?:paid|pay|payable)\b", re.IGNORECASE
)
# A share or a multiple of it is another sum.
_SHARE_OF_IT = re.compile(
    r"(?:\d ?%|\bper ?cent|\btimes)(?: of)?(?: the| all| any)? (?:\w+ ){0,2}(?:amounts?|fees?|sums?|charges)\b",
    re.IGNORECASE,
)
# The sum is for those alone who owe nothing: 'what you paid, or ten euros if you have no payment obligations'.
_IF_UNPAID = re.compile(
    r"\bif (?:you|the customer|customer|no)\b[^.;]{0,60}?\b(?:no|not|never|nothing|amounts?|fees)\b[^.;]{0,40}?"
    r"\b(?:paid|pay|payments?|payable|charged)\b",
    re.IGNORECASE,
)
_PHRASES: _Phrased = {
    "notice": ("notice-period", _figures),
    "retention": ("retention-period", _figures),
    "refund": ("refund-period", _figures),
    "claim_deadline": ("claim-deadline", _figures),
    "opt_out_deadline": ("opt-out-deadline", _figures),
    "opt_out": ("opt-out", _channel),
    "inactivity": ("inactivity-period", _figures),
    "cap": ("liability-cap", _figures),
    "cap_period": ("liability-period", _figures),
    "amount": ("amount", _figure_alone),
    "law": ("governing-law", _places),
    "venue": ("venue", _places),
    "age": ("minimum-age", _figure_alone),
    "licence_terms": ("licence-term", _all),
    "licence_acts": ("licence-act", _all),
}
# Of these a clause never states all there is, as of the words for them some are always missed: some are told as such.
_MENTIONED: _Phrased = {"data": ("data-category", _some), "purposes": ("purpose", _some)}
_ALL_PHRASES: _Phrased = {**_PHRASES, **_MENTIONED}
