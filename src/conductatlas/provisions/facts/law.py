"""Which law governs, and which courts hear a dispute."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import occurrences, small_letters, words_of

# 'The law in Clause 17' names a place in a contract.
_NAME = (
    r"(?!(?:Clause|Section|Article|Annex|Appendix|Exhibit|Schedule|Module|Part|Option)\b)"
    r"[A-Z][\w'’-]+(?:,? (?:(?:and|of|&) (?:the )?)?[A-Z][\w'’-]+){0,7}"
)
_FORM = (
    r"(?:(?:[Ss]tate|[Cc]ommonwealth|[Rr]epublic|[Kk]ingdom|[Pp]rovince|Grand Duchy|[Cc]ity and [Cc]ounty|[Cc]ity"
    r"|[Cc]ounty) of (?:the )?)?"
)
_LAW = re.compile(rf"\b[Ll]aws? (?:in force )?(?:of|in) (?:the )?({_FORM}{_NAME})")
_VENUE = re.compile(
    rf"\b[Cc]ourts? (?:located |sitting |situated )?(?:of|in|at|for)(?: and for)? (?:the )?({_FORM}{_NAME})"
)
_VENUE_OF_ITSELF = re.compile(
    r"\b(?:[Pp]lace of jurisdiction|[Vv]enue)\b(?:[^.;]{0,120}? (?:is|lies?)| (?:shall|will) (?:be|lie))"
    rf"(?: exclusively)?(?: in)? (?:the )?(?!You)({_FORM}{_NAME})"
)
# 'Courts of Linden County or Alder County'.
_OR_THERE = re.compile(rf",? or (?:in |of |at )?(?:the )?({_FORM}{_NAME})")
_FORM_OF_STATE = re.compile(rf"^{_FORM}")
# The law under which a company was founded, or that says what a word means, governs nothing between it and its users.
_FOUNDED = re.compile(
    r"\b(?:organi[sz]ed|incorporated|existing|registered|established|formed|constituted|founded|company|corporation)\s"
    r"(?:and\s\w+\s|\w+\s)?(?:under|in accordance with|pursuant to)\s(?:and by virtue of\s)?(?:the\s)?\Z"
    r"|\bdefined\s(?:by|under|in)\s(?:the\s)?\Z"
    # Nor does that in which an arbitrator is trained.
    r"|\bpracti[cs](?:e|ing)\s\Z",
    re.IGNORECASE,
)
_LONGEST_FOUNDED = 90
# Nor does that of an instrument under which data go abroad: 'the Standard Contractual Clauses governed by Danish law'.
_INSTRUMENT = re.compile(
    r"\b(?:standard contractual clauses|model clauses|(?:eu |uk |swiss )?sccs?\b|c2[cp] transfers?"
    r"|(?:transfer|uk|swiss) addend(?:um|a)|data transfer agreement|idta\b|clauses? 1[78]\b|clause 9\(|option [12]\b)"
)
# After such words the law is that of the terms again.
_OF_THE_TERMS = re.compile(
    r"\b(?:this|these|the|our) (?:\w+ ){0,2}(?:agreement|policy|terms|contract|notice|dpa|disputes?)\b[^;]{0,80}"
    r"\b(?:is|are|be|governed|subject)\b"
)
# 'More than you would pay to file a complaint in the courts of Linden' names a price.
_PRICE_OF_FILING = re.compile(r"\b(?:pay|costs?|fees?)\b[^.;]{0,40}\b(?:to|of|for) fil(?:e|ing)\b[^.;]{0,60}\Z")
_SENTENCE_END = re.compile(r"[.;!?]\s|\n")
_LONGEST_SENTENCE, _LONGEST_PRICE = 500, 160
# 'The State and Federal courts' names no place.
_NO_PLACE = re.compile(
    r"(?:(?:State|Federal|Superior|Supreme|District|Circuit|Courts?|Such|That|Any|Competent),?(?: and| or)?\b ?)+"
)
_ADJECTIVES = {
    "English": "England",
    "Irish": "Ireland",
    "French": "France",
    "German": "Germany",
    "Dutch": "Netherlands",
    "Swiss": "Switzerland",
    "Danish": "Denmark",
    "Swedish": "Sweden",
    "Norwegian": "Norway",
    "Finnish": "Finland",
    "Spanish": "Spain",
    "Portuguese": "Portugal",
    "Italian": "Italy",
    "Austrian": "Austria",
    "Belgian": "Belgium",
    "Luxembourg": "Luxembourg",
    "Polish": "Poland",
    "Czech": "Czech Republic",
    "Estonian": "Estonia",
    "Californian": "California",
    "Canadian": "Canada",
    "Australian": "Australia",
    "Indian": "India",
    "Japanese": "Japan",
    "Korean": "Korea",
    # Names that stand as adjectives.
    **{
        name: name
        for name in (
            *("Alabama", "Arizona", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia"),
            *("Illinois", "Indiana", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Missouri", "Nevada"),
            *("New Jersey", "New York", "North Carolina", "Ohio", "Oregon", "Pennsylvania", "Tennessee", "Texas"),
            *("Utah", "Virginia", "Washington", "Wisconsin", "Ontario", "Quebec", "British Columbia"),
            *("Hong Kong", "New Zealand", "Singapore"),
        )
    },
}
_ADJECTIVE_LAW = re.compile(rf"\b({'|'.join(_ADJECTIVES)}) laws?\b")
_ADJECTIVE_LAW_IN_CAPITALS = re.compile(rf"\b({'|'.join(map(str.upper, _ADJECTIVES))}) LAWS?\b")
# Clauses in capitals: there a name ends at the first word that names nothing.
_NO_NAME = (
    "AND|OR|THE|TO|FOR|IN|AS|ARE|IS|DO|NOT|WILL|SHALL|MAY|WITH|WITHOUT|EXCLUDING|INCLUDING|REGARDLESS|EXCEPT|YOU|YOUR"
    "|WHERE|UNLESS|HAVE|CERTAIN|SOME|MANY|ANY|OTHER|SUCH|PROPER|COMPETENT|APPLICABLE|JURISDICTIONS?|CONNECTION|LAW|EQUITY"
)
_CAPITALS = rf"(?!(?:{_NO_NAME})\b)[A-Z][A-Z'’-]+(?:,? (?!(?:{_NO_NAME})\b)[A-Z][A-Z'’-]+){{0,4}}"
_CAPITAL_FORM = r"(?:(?:STATE|COMMONWEALTH|REPUBLIC|KINGDOM|PROVINCE|CITY AND COUNTY|CITY|COUNTY) OF (?:THE )?)?"
_LAW_IN_CAPITALS = re.compile(rf"\bLAWS? (?:OF|IN) (?:THE )?{_CAPITAL_FORM}({_CAPITALS})")
_VENUE_IN_CAPITALS = re.compile(
    rf"\bCOURTS? (?:LOCATED |SITTING |SITUATED )?(?:OF|IN|AT|FOR)(?: AND FOR)? (?:THE )?{_CAPITAL_FORM}({_CAPITALS})"
)
# 'The courts of Paris, France, and French law': the law is no part of the place.
_AND_ITS_LAW = re.compile(rf",? and (?:{'|'.join(_ADJECTIVES)})\Z")
_ADJECTIVE_WORDS = frozenset(name.split()[0].lower() for name in _ADJECTIVES)
_IN_CAPITALS = (("governing-law", _LAW_IN_CAPITALS, "LAW"), ("venue", _VENUE_IN_CAPITALS, "COURT"))


def find_law(text: str) -> Iterator[Fact]:
    """`governing-law` and `venue`, each with the place as it is written, without its form of state."""
    lowered = small_letters(text)
    named = _named(text, lowered)
    return (
        fact
        for fact in named
        # Where a form was never filled in, 'the State of ____' names none.
        if not (_NO_PLACE.fullmatch(fact.value) or _is_of_instrument(lowered, fact.start) or _is_price(lowered, fact))
    )


def _is_price(lowered: str, fact: Fact) -> bool:
    """Whether a court stands there for what it costs to sue in it."""
    before = lowered[max(0, fact.start - _LONGEST_PRICE) : fact.start]
    return fact.kind == "venue" and _PRICE_OF_FILING.search(before) is not None


def _is_of_instrument(lowered: str, place: int) -> bool:
    """Whether what stands at a place belongs to an instrument for transfers that its sentence names before it."""
    before = lowered[max(0, place - _LONGEST_SENTENCE) : place]
    sentence = _SENTENCE_END.split(before)[-1]
    instruments = [found.end() for found in _INSTRUMENT.finditer(sentence)]
    return bool(instruments) and not _OF_THE_TERMS.search(sentence, instruments[-1])


def _named(text: str, lowered: str) -> Iterator[Fact]:
    for found in _at(_LAW, text, occurrences(lowered, "law")):
        if _FOUNDED.search(text, max(0, found.start() - _LONGEST_FOUNDED), found.start()):
            continue
        yield Fact(found.start(1), found.end(1), "governing-law", _FORM_OF_STATE.sub("", found.group(1)))
    if " law" in lowered and not _ADJECTIVE_WORDS.isdisjoint(words_of(text)):
        in_capitals = _ADJECTIVE_LAW_IN_CAPITALS.finditer(text) if " LAW" in text else ()
        for found in (*_ADJECTIVE_LAW.finditer(text), *in_capitals):
            if _FOUNDED.search(text, max(0, found.start() - _LONGEST_FOUNDED), found.start()):
                continue
            yield Fact(found.start(), found.end(), "governing-law", _ADJECTIVES[found.group(1).title()])
    for found in _at(_VENUE, text, occurrences(lowered, "court")):
        name = _AND_ITS_LAW.sub("", found.group(1)) if text.startswith(" law", found.end(1)) else found.group(1)
        yield Fact(found.start(1), found.start(1) + len(name), "venue", _FORM_OF_STATE.sub("", name))
        other = _OR_THERE.match(text, found.end())
        if other and not _NO_PLACE.match(other.group(1)):
            yield Fact(other.start(1), other.end(1), "venue", _FORM_OF_STATE.sub("", other.group(1)))
    for word in ("place of jurisdiction", "venue"):
        for found in _at(_VENUE_OF_ITSELF, text, occurrences(lowered, word)):
            if not _NO_PLACE.fullmatch(found.group(1)):
                yield Fact(found.start(1), found.end(1), "venue", _FORM_OF_STATE.sub("", found.group(1)))
    for kind, pattern, word in _IN_CAPITALS:
        if word in text:
            for found in _at(pattern, text, occurrences(text, word)):
                yield Fact(found.start(1), found.end(1), kind, _as_a_name(found.group(1)))


def _as_a_name(capitals: str) -> str:
    """'SANTA CLARA COUNTY, USA' as people write it."""
    return re.sub(r"\b(?!USA\b|UAE\b)[A-Z'’-]{3,}", lambda found: found.group().capitalize(), capitals)


def _at(pattern: re.Pattern[str], text: str, places: Iterator[int]) -> Iterator[re.Match[str]]:
    """The matches that begin at the given places and do not overlap."""
    end = 0
    for place in places:
        found = pattern.match(text, place) if place >= end else None
        if found:
            end = found.end()
            yield found
