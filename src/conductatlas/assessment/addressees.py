"""For whom a clause is: whether it stands between businesses, and the people of which places its section is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from conductatlas.catalogue import DATA_CONTRACTS, FOR_ADVERTISERS, FOR_BUSINESSES, without_language

# Documents that no consumer agrees to, by their types of terms.
_BETWEEN_BUSINESSES = FOR_BUSINESSES | FOR_ADVERTISERS | DATA_CONTRACTS | {"Business Privacy Policy"}
# What only businesses sign.
_OF_BUSINESSES = re.compile(r"\b(?:order\s?forms?|purchase orders?|statements? of work)\b", re.IGNORECASE)
# Terms that bind their other side as a party of a contract, and never speak to a reader.
_CUSTOMERS = (
    r"\b(?:Customer|Subscriber|Client)"
    r"(?:['’]s\b|,? (?:shall|will|may|must|can|agrees?|acknowledges|warrants|represents|is|has)\b)"
)
_IN_CAPITALS = r"\b(?:CUSTOMER|SUBSCRIBER|CLIENT)(?:['’]S\b|,? (?:SHALL|WILL|MAY|MUST|AGREES|ACKNOWLEDGES|IS|HAS)\b)"
_TO_CUSTOMERS = re.compile(rf"{_CUSTOMERS}|{_IN_CAPITALS}")
# What a heading, or the line that a list hangs on, says that is for businesses alone.
_FOR_BUSINESSES = re.compile(
    r"\bfor (?:business|commercial|enterprise) (?:users|customers)\b(?!,? (?:and|or) consumers)"
    r"|\b(?:if|where) you(?:'re| are) an? (?:business|commercial|enterprise) (?:user|customer)\b"
    # 'Fernpost Enterprise Additional Terms'.
    r"|\A\W*(?:[\w.–-]+ ){0,5}?(?-i:Commercial|Business Edition|Enterprise)(?-i: [A-Z][\w-]+){0,3} "
    r"(?-i:Terms|Agreement|Addendum)(?: of (?:Service|Use))?\W*\Z"
    r"|\bbusiness use\b[^.;:]{0,40}\b(?:terms|addendum)\b",
    re.IGNORECASE,
)
_AS_A_BUSINESS = re.compile(
    r"[\W\d]*(?:(?:(?:if|where) )?you(?:['’]re| are) an? "
    r"(?:(?:business|commercial|enterprise) (?:user|customer)|business)\b"
    # What only those do who do business.
    r"|as an? (?:advertiser|merchant|seller|developer|publisher|business)\b"
    r"|(?:\([a-z]\) )?for (?:business|commercial|enterprise)(?: (?:and|or) (?:business|commercial|enterprise))?"
    r" (?:[\w-]+ ){0,3}only\b)",
    re.IGNORECASE,
)
# A programme for those who earn on a platform, or work with it, has conditions of its own.
_OF_PROGRAMMES = frozenset(("Content Monetisation Policy", "Premium Partner Conditions"))
_PROGRAMME = re.compile(
    r"\b(?:participat\w+|eligible|eligibility|enrol\w*|join\w*|appl(?:y|ication))\b[^.;]{0,80}\bprogram(?:me)?\b"
    r"|\b(?:(?:creators?|partners?|affiliates?|rewards?|referral|ambassadors?|moneti[sz]ation|bounty) )"
    r"(?:[\w-]+ ){0,2}?(?:programs?|programmes?|fund)\b"
    r"|\b(?:merchant|seller) (?:business )?(?:eligibility|qualifications)\b",
    re.IGNORECASE,
)
_TO_READERS = re.compile(r"\byour?s?\b", re.IGNORECASE)
# Of the European Union, those that headings name.
_MEMBER_STATES = (
    "Austria|Belgium|Denmark|Finland|France|Germany|Greece|Ireland|Italy|Netherlands|Poland|Portugal|Spain|Sweden"
)
# States with laws on privacy whose names, alone, may be those of a law or a court that is chosen.
_OTHER_STATES = (
    "Delaware|Florida|Indiana|Iowa|Kentucky|Maryland|Minnesota|Montana|Nebraska|New Hampshire|New Jersey|Rhode Island"
    "|Tennessee|Washington"
)
# For whom a section is whose heading names a place or a law of it. Headings in capitals have US for 'us'.
_PLACES = tuple(
    (people, re.compile(rf"\b(?:{names})"))
    for people, names in (
        ("EEA residents", rf"(?i:European|Europe\b|EEA\b|{_MEMBER_STATES})|EU\b|(?<!UK )GDPR\b"),
        ("UK residents", r"(?i:United Kingdom)|UK\b"),
        ("Swiss residents", r"(?i:Switzerland|Swiss)"),
        ("California residents", r"(?i:California)|CCPA\b|CPRA\b"),
        ("Colorado residents", r"(?i:Colorado)"),
        (
            "residents of other US states",
            rf"(?i:Connecticut|Nevada|Oregon|Texas|Utah|Virginia|(?:{_OTHER_STATES}) (?:resident|consumer|user)s?\b)",
        ),
        ("US residents", r"(?i:United States)|U\.S\.|USA\b|US (?i:State|User|Resident|Consumer|Privacy)"),
        ("Brazilian residents", r"(?i:Brazil)|LGPD\b"),
        ("Canadian residents", r"(?i:Canad|Qu[eé]bec)|PIPEDA\b"),
        ("Australian residents", r"(?i:Australia)"),
        ("Indian residents", r"(?i:India\b|Indian\b)"),
        (
            "residents elsewhere",
            r"(?i:Korea|Japan|Singapore|Philippine|Mexic|New Zealand|Hong Kong|Taiwan|South Africa)",
        ),
    )
)
# How a sentence or an item of a list says in its first words for people of which places it is.
_IF_IN = re.compile(
    r"\W*(?:\(?[a-z0-9]{1,3}[.)] ?)*(?:[Ii]f|[Ww]here) (?:you (?:live|reside|are (?:an? )?"
    r"(?:located|resident|based|residing|consumer|user)\b[^.;:,]{0,40}?)"
    r"|(?:you are|the (?:[Uu]ser|[Cc]ustomer) (?:is|lives|resides)(?: located| resident| based)?)(?= in\b)"
    r"|your (?:billing address|principal place of business|country of residence) is)"
    r" (?:in|of|subject to) (?P<places>[^.;:,]{2,120})"
    r"|\W*(?:\(?[a-z0-9]{1,3}[.)] ?)*(?:[Ii]f you are|[Aa]s) an? "
    r"(?P<whom>[A-Z][\w .-]{1,30}?[ -](?:resident|consumer|user))\b"
)
# 'Nevada Specific Disclosures. …', 'California law permits …': of the rest nothing is for others.
_LABELLED = re.compile(
    r"\W*(?:\(?[a-z0-9]{1,3}[.)] ?)*(?P<place>[A-Z][a-zA-Z]+) "
    r"(?i:specific (?:disclosures?|notices?|rights|terms|provisions|information)"
    r"|law (?:requires|permits|allows|gives))\b"
)
_NEXT = re.compile(r"(?<=[.!?]) +(?=[A-Z\"(])|; +(?=\()")
_FOR_THE_REST = re.compile(r"\b(?:otherwise|outside|elsewhere|all others?|any others?|rest of)\b", re.IGNORECASE)
# 'If you are not a user in Ostmark'; a clause that also turns to those who are is for both.
_IF_NOT_IN = re.compile(
    r"\b(?:[Ii]f you are not an? (?:user|resident|consumer)(?: located| residing)? (?:in|of)"
    r"|[Ff]or (?:(?:all|any) )?others? (?:who (?:live|reside) )?outside(?: of)?) (?P<places>[^.;:]{2,100})"
)
_IF_THERE = re.compile(
    r"\bif you (?:live|reside|are (?:an? )?(?:user|resident|consumer|located|based)) (?:in|of)\b", re.IGNORECASE
)
# 'Children who use our services in Ostmark'.
_WHO_USE_IT_IN = re.compile(
    r"\b(?i:users?|children|child|minors|teens|people|individuals|residents|consumers|members|players)\b[^.;:]{0,160}?"
    r"\b(?:services?|platform|app|website|experience) (?:in|within) (?P<places>(?:the )?[A-Z][^.;:,()]{1,60})"
)
# 'Children under the age of 13 in Ostmark': by their age and the place at once.
_OF_AN_AGE_IN = re.compile(
    r"\b(?i:users?|children|child|minors|teens|teenagers|people|individuals|persons|anyone|those|residents|members)"
    r"\b[^.;:,()]{0,30}? (?:(?:under|below|over|above|aged?|younger than|older than|between)\b[^.;:,()]{0,30}?\b\d{2}"
    r"|\d{2} (?:years|to|and|or)\b)[^.;:,()]{0,40}? (?:in|of) (?P<places>(?:the )?[A-Z][^.;:,()]{1,40})"
)
# 'We disclose a breach to a resident of Ostmark': to whom something is owed.
_OWED_TO_THOSE_IN = re.compile(r"\bto (?:an?|any|each|every) residents? of (?P<places>(?:the )?[A-Z][^.;:,()]{1,40})")
_ALSO_ELSEWHERE = re.compile(
    rf"{_FOR_THE_REST.pattern}|\b(?:an)?other (?:countr|jurisdiction|region|place|part)|\byour (?:countr|jurisdiction)",
    re.IGNORECASE,
)
# What names a place that the section is not for, or where data go.
_ELSEWHERE = re.compile(r"\b(?:outside|other than|except|non-|transfer)", re.IGNORECASE)

# What only a clause has that fills in, or goes on from, the standard clauses of the European Commission.
_FILLS_IN_CLAUSES = re.compile(
    r"\bAnnex(?:es)? I{1,3}\b|\bModule (?:One|Two|Three|Four|[1-4])\b|\bClauses? \d{1,2}\b|(?i:\bdata (?:ex|im)porter)"
)
_STANDARD_CLAUSES = re.compile(r"\b(?:the|these|those) Clauses\b|\bSCCs?\b|\bStandard Contractual Clauses\b")
_OF_OTHERS = re.compile(r"\b(?:addend(?:um|a)|IDTA|jurisdictions?)\b", re.IGNORECASE)
# Out of which place data go, and not where somebody is: 'stored outside the Union'.
_LEAVE = re.compile(
    r"(?P<who>\b(?:you|users?|visitors?|individuals|people|persons|residents|those)"
    r"(?: (?:who|are|is|live|living|reside|residing|located|based)){0,4} )?"
    r"\boutside(?: of)? (?P<places>[^.;:?\n]{2,60})",
    re.IGNORECASE,
)
_EUROPEANS = frozenset(("EEA residents", "UK residents", "Swiss residents"))


def between_businesses(terms_type: str, words: str) -> bool:
    """Whether a clause in a document of a type shows by that, or by its words, that it is between businesses."""
    to_customers = _TO_CUSTOMERS.search(words) is not None and _TO_READERS.search(words) is None
    return terms_type in _BETWEEN_BUSINESSES or to_customers or _OF_BUSINESSES.search(words) is not None


def between_businesses_by(terms_type: str, words: str) -> str:
    """What shows that a clause that is taken to be between businesses is, as a sentence goes on behind 'as'."""
    if between_businesses(without_language(terms_type), ""):
        return "the document that it stands in is taken to be between businesses"
    if between_businesses("", words) or begins_for_businesses(words):
        return "this clause is by its words taken to be between businesses"
    return "what stands above this clause is taken to say that it is for businesses"


def begins_for_businesses(words: str) -> bool:
    """Whether a clause says with its first words that its reader is a business."""
    return _AS_A_BUSINESS.match(words) is not None


def for_businesses(lines: Iterable[str]) -> bool:
    """Whether one of the headings and lines above a clause says that what follows is for businesses."""
    return any(_FOR_BUSINESSES.search(line) for line in lines)


def of_programme(terms_type: str, words: str, headings: Iterable[str]) -> bool:
    """Whether a clause is of the rules of a programme, such as one for creators, by its document, words or headings."""
    return terms_type in _OF_PROGRAMMES or any(_PROGRAMME.search(one) for one in (words, *headings))


def people_under(headings: Sequence[str]) -> frozenset[str]:
    """The people for whom a section is, as `applies-to` facts name them, by the headings above it, the outermost first.

    They are those of the places that the innermost heading names which names any; none where all are for everybody.
    """
    return next((people for heading in reversed(headings) if (people := people_of(heading))), frozenset())


def people_at_outset(words: str) -> frozenset[str]:
    """The people of the places to which each sentence or item of a clause limits itself in its first words.

    None where one of them does not, or names no place that is known; where several do, those between go on with them.
    A label ahead of all of them is for all.
    """
    if labelled := _LABELLED.match(words):
        return people_of(labelled["place"])
    opens = [_IF_IN.match(one) for one in _NEXT.split(words)]
    found = [people_of(one["places"] or one["whom"]) if one else frozenset() for one in opens]
    named = [people for one, people in zip(opens, found, strict=True) if one]
    in_branches = opens[0] is not None and len(named) > 1 and all(named) and not _FOR_THE_REST.search(words)
    return frozenset().union(*named) if all(found) or in_branches else frozenset()


def people_who_use_it(words: str) -> frozenset[str]:
    """The people of the places in which a clause says that those use the service, or live, of whom it speaks."""
    found = list(_WHO_USE_IT_IN.finditer(words))
    if not _ALSO_ELSEWHERE.search(words):
        found += (*_OF_AN_AGE_IN.finditer(words), *_OWED_TO_THOSE_IN.finditer(words))
    return frozenset().union(*(people_of(one["places"]) for one in found))


def people_of_standard_clauses(words: str) -> frozenset[str]:
    """Those of the European Economic Area, where a clause only settles how its standard clauses are filled in."""
    fills_in = _FILLS_IN_CLAUSES.search(words) and _STANDARD_CLAUSES.search(words) and not _OF_OTHERS.search(words)
    others = (names for people, names in _PLACES if people != "EEA residents")
    return frozenset() if not fills_in or any(one.search(words) for one in others) else frozenset(("EEA residents",))


def people_whose_data_leave(lines: Iterable[str]) -> frozenset[str]:
    """The people of Europe whose data some lines say to leave their place, where nothing in these names another one.

    Whoever is outside the place himself is none of them.
    """
    words = "\n".join(lines)
    left = frozenset().union(*(people_of(one["places"]) for one in _LEAVE.finditer(words) if not one["who"]))
    named = frozenset(people for people, names in _PLACES if people in _EUROPEANS and names.search(words))
    return left if left and left == named else frozenset()


def people_left_out(words: str) -> frozenset[str]:
    """The people of the places whom a clause leaves out from the first, where it does not turn to them elsewhere."""
    found = _IF_NOT_IN.search(words)
    return people_of(found["places"]) if found and not _IF_THERE.search(words) else frozenset()


# The clauses of a document stand under the same headings.
@lru_cache(maxsize=1024)
def people_of(words: str) -> frozenset[str]:
    """The people of the places that a heading, or a few words, name; none where they say for whom something is not."""
    if _ELSEWHERE.search(words):
        return frozenset()
    return frozenset(people for people, names in _PLACES if names.search(words))
