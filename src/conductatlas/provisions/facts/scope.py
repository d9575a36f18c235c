"""To whom a passage limits itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters, words_of

_PEOPLE = r"(?:users?|residents?|individuals|people|persons|customers?|consumers?|members|visitors|players)"
_LIVE = r"(?:(?:who )?(?:are )?(?:located|lives?|living|resides?|residing|resident|based|established) )?(?:in|of|from)"
_SETTLED = r"(?:an? )?(?:located|resident|based|consumer|individual)"
_YOU = (
    r"(?:if|when|where) (?:you (?:are|live|reside)|(?:the |a )?(?:user|customer|subscriber|member|consumer)"
    rf" (?:is|lives|resides)) (?:{_SETTLED} )?(?:in|of)"
)
# 'In the EEA, the United Kingdom and/or Switzerland' names three.
_EUROPE = (
    r"(?:european economic area|eea|european union|eu|efta(?: states| countries)?|united kingdom|uk|switzerland)\b"
)
_AREA = (
    rf"(?:{_EUROPE}|united states|us|u\.s\.|brazil|canada|australia|india|japan|(?:south )?korea|singapore|norway"
    r"|iceland|liechtenstein|california)"
)
_SHORT = r"(?: \([^()]{2,14}\))?"
_AND = r"(?:,? (?:and/or|and|or|as well as)| ?/| &)"
# A comma joins what is followed by more: 'In the United States, California has …' names one.
_JOINS = rf"(?:{_AND}|,(?= (?:the )?(?:{_EUROPE}|{_AREA}{_SHORT}(?:,|{_AND}))))"
_OF_AREA = r"(?:eea|eu|european|uk|u\.k\.|british|swiss)"
_FROM = rf"(?:{_PEOPLE} {_LIVE}|{_YOU}) (?:the )?(?:{_AREA}{_SHORT}{_JOINS} ?(?:in )?(?:the )?){{0,7}}"
_ARE = r"(?:if|when|where|unless) you are (?:an? )?"
_PLANS = r"(?:plans?|accounts?|tiers?|versions?|users?|customers?|subscriptions?|subscribers?|members(?:hips?)?)"
_BODY = r"(?:compan(?:y|ies)|business(?:es)?|organi[sz]ations?|entit(?:y|ies)|employers?)"

# 'Content that is dangerous for minors' tells what it is like, 'imagery of minors' what it shows: neither to whom the
# clause applies.
_NOT_LIKE = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("dangerous", "harmful", "unsuitable", "suitable", "inappropriate", "appropriate", "unsafe", "safe", "risky"),
        *("illegal", "prohibited", "challenges", "detrimental", "unfit", "fit", "damaging"),
    )
)
_OF_MINORS = (
    rf"{_NOT_LIKE}for minors"
    r"|(?:data|information|accounts?|privacy|rights|parents?|guardians?|consents?) (?:of|from) minors"
    r"|collect(?:ed)? from minors|(?:use|used|accounts?|access|purchases?|registration) by minors"
)


def _place(names: str, people_of: str) -> str:
    return rf"{_FROM}(?:{names})|(?:{people_of})(?:(?:{_AND}|,) ?{_OF_AREA}){{0,4}} {_PEOPLE}"


# Each value with the words that its pattern cannot do without.
_SCOPES = (
    (
        "consumers",
        ("consumer", "consumers"),
        (
            rf"{_ARE}consumer|(?:for|to|only|as an?) consumers?(?! (?:protection|law|right|report|health))"
            r"|consumers (?:in|who|may|have|can|with|only)"
        ),
    ),
    (
        "business customers",
        ("business", "enterprise", "corporate", "commercial", "behalf", "trader", "merchant"),
        (
            rf"(?:business|enterprise|corporate|commercial) {_PLANS}|on behalf of (?:an?|your) (?:\w+ )?{_BODY}"
            rf"|{_ARE}(?:business|trader|company|merchant)|as an? (?:trader|merchant)"
        ),
    ),
    ("free plans", ("free", "unpaid"), rf"(?:free|unpaid) {_PLANS}"),
    (
        "paid plans",
        ("paid", "premium", "pro", "paying"),
        rf"(?:paid|premium|pro|paying) {_PLANS}",
    ),
    (
        "EEA residents",
        ("eea", "eu", "european", "europe"),
        _place("european economic area|european union|eea|eu|europe", "eea|eu|european"),
    ),
    ("UK residents", ("uk", "u", "kingdom", "british"), _place(r"united kingdom|uk|u\.k\.", r"uk|u\.k\.|british")),
    ("Swiss residents", ("switzerland", "swiss"), _place("switzerland", "swiss")),
    (
        "US residents",
        ("u", "states", "state", "usa", "american"),
        # 'Us users' may be 'us', the provider.
        _place(r"(?:(?:fifty|50) |fifty \(50\) )?united states|usa?|u\.s\.(?:a\.)?", r"u\.s\.|us(?= resid)|american")
        + r"|(?<!member )state(?:-level)? (?:data )?(?:privacy|protection) laws?",
    ),
    (
        "California residents",
        ("california", "californian", "ccpa", "cpra"),
        _place("(?:state of )?california", "californian?") + r"|ccpa|cpra|california consumer privacy act",
    ),
    ("Brazilian residents", ("brazil", "brazilian", "lgpd"), _place("brazil", "brazilian") + "|lgpd"),
    ("Canadian residents", ("canada", "canadian", "pipeda"), _place("canada", "canadian") + "|pipeda"),
    ("Australian residents", ("australia", "australian"), _place("australia", "australian")),
    ("Indian residents", ("india", "indian"), _place("india", "indian")),
    (
        "minors",
        ("minor", "minors", "under", "younger", "teen", "teens", "teenagers"),
        (
            rf"{_ARE}minor|{_OF_MINORS}|minors (?:may|must|can|who|under|need)|teen (?:accounts?|users?)"
            rf"|(?:{_PEOPLE}|child(?:ren)?|if you are|anyone|someone|those) (?:who (?:is|are) )?(?:under|younger than) "
            r"(?:the age of |age )?(?:\d\d|thirteen|fourteen|sixteen|eighteen)(?! (?:days|hours|weeks|months))"
        ),
    ),
)
_PATTERNS = {value: re.compile(rf"\b(?:{pattern})(?!\w)") for value, _, pattern in _SCOPES}
_VALUES = [(value, frozenset(words)) for value, words, _ in _SCOPES]
_WORDS = frozenset(word for _, words, _ in _SCOPES for word in words)
_EXCEPTED = re.compile(
    r"(?:\b(?:except|other than|outside|unless|excluding|not|apart from|nor|without)\b|n[’']t\b)[^.;,]{0,30}\Z"
)
# 'A service such as a paid subscription', 'the lenses that you view, your premium subscriptions'.
_AN_EXAMPLE = re.compile(r"\bsuch as an? \Z|, your \Z")
# A law that defines a word says nothing of those for whom a clause is: 'as those terms are defined under state law'.
_LAW = re.compile(r"laws?\Z|act\Z|(?:ccpa|cpra|lgpd|pipeda)\Z")
_DEFINED = re.compile(r"\b(?:defined?|definitions?|within the meaning)\b[^.;]{0,80}\Z")
_REACH = 100
# Whom a clause speaks of once it has spoken of some.
OTHERS = "others"
_BUT_FOR = re.compile(
    rf"\b(?:all|any|every) others?\b(?: {_PEOPLE}\b|,)|\boutside (?:of )?the\b|\belsewhere\b|\bunless (?:you|the) ",
    re.IGNORECASE,
)
_STRETCH = 400
_STRETCH_ENDS = re.compile(r"[.;!?](?=\s)|\n|\s\((?:[a-h]|i{1,3}|iv|v)\)\s")


def named_scopes(text: str) -> Iterator[str]:
    """The people and plans that a passage names at all, excepted or not."""
    words, lowered = _words_in(text), small_letters(text)
    return (value for value, needed in _VALUES if needed & words and _PATTERNS[value].search(lowered))


def _words_in(text: str) -> frozenset[str]:
    # In small letters the country is a pronoun.
    return words_of(text) | {"usa"} if "US" in text else words_of(text)


def scopes_beside(text: str, start: int, end: int) -> tuple[str, ...]:
    """To whom a passage limits what stands at a place: the people and plans that the same stretch of it names.

    A stretch ends with a sentence, a line, a semicolon, or where the next letter in brackets begins. What holds for all
    but some is for `OTHERS`.
    """
    stretch = _stretch(text, start, end)
    if _BUT_FOR.search(stretch):
        return (OTHERS,)
    return tuple(fact.value for fact in find_scopes(stretch))


# Whom a passage speaks of is found by many words, of which those that a fact is called by are only some.
_PEOPLE_SAID = {
    "free plans": "users of free plans",
    "paid plans": "users of paid plans",
    "EEA residents": "people in the EU or the EEA",
    "UK residents": "people in the UK",
    "Swiss residents": "people in Switzerland",
    "US residents": "people in the US",
    "California residents": "people in California",
    "Brazilian residents": "people in Brazil",
    "Canadian residents": "people in Canada",
    "Australian residents": "people in Australia",
    "Indian residents": "people in India",
}


def people_said(value: str) -> str:
    """Whom a fact of the kind `applies-to` is about, given by its value, as words for a sentence."""
    return _PEOPLE_SAID.get(value, value)


def named_beside(text: str, start: int, end: int) -> frozenset[str]:
    """The people and plans that the same stretch of a passage names at all, excepted or not."""
    return frozenset(named_scopes(_stretch(text, start, end)))


def _stretch(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _STRETCH) : start], text[end : end + _STRETCH]
    begins = max((found.end() for found in _STRETCH_ENDS.finditer(before)), default=0)
    ends = _STRETCH_ENDS.search(after)
    return before[begins:] + text[start:end] + (after[: ends.start()] if ends else after)


def find_scopes(text: str) -> Iterator[Fact]:
    """`applies-to`: the people or plans that a passage limits itself to, each at the first place that says so.

    Those whom the passage excepts ('users outside the EEA', 'unless you are a consumer') are left out.
    """
    words = _words_in(text)
    if _WORDS.isdisjoint(words):
        return
    lowered = small_letters(text)
    for value, needed in _VALUES:
        named = needed & words
        if not named:
            continue
        start = max(0, min(lowered.find(word) for word in named) - _REACH)
        for found in _PATTERNS[value].finditer(lowered, start):
            before = lowered[max(0, found.start() - _REACH) : found.start()]
            if (
                not found.group().startswith("unless")
                and not _EXCEPTED.search(before)
                and not _AN_EXAMPLE.search(before)
                and not (_LAW.search(found.group()) and _DEFINED.search(before))
            ):
                yield Fact(found.start(), found.end(), "applies-to", value)
                break
