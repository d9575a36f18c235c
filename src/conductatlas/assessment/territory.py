"""For the people of which places a document is, by how it begins."""

from __future__ import annotations

import re
from functools import lru_cache

from conductatlas.assessment.addressees import people_of

_THESE = r"\b(?:these|this) (?:[\w'’]+ ){0,4}?(?:terms|policy|agreement|conditions|notice|addendum)\b[^.;]{0,60}?"
_PEOPLE = r"(?:users|individuals|people|persons|consumers|residents)"
_IF_YOU = r"if you (?:live|reside|are located)"
_LIVE = rf"\b{_IF_YOU}"
# How a document says for whom it is: by whom it applies to, who provides the service under it, or is in charge of
# whose data. Each names places.
_FOR_THESE = re.compile(
    rf"{_THESE} (?:apply|applies)(?: to you)?(?: only)? (?:if you|to {_PEOPLE}) (?P<places>[^.;]{{4,200}})"
    r"|\b(?:personal )?data of (?P<of>(?:U\.S\.|[^.;]{2,40}?) residents)\b"
    rf"|(?:\bindividuals|{_LIVE}) outside (?:of )?(?P<outside>[^.;]{{2,80}}?), "
    r"(?:you can read|these [^.;]{2,60} apply)"
    r"|\byou represent that:? you (?:reside|live) in (?P<in>[^.;,]{2,60})"
    r"|\bgovern your personal use as an? (?P<as>EEA|EU|UK|US) consumer"
    rf"|{_LIVE} in (?P<controlled>[^.;]{{2,160}}?), [^.;]{{2,200}}\b(?:is|are) "
    r"(?:the |your )?(?:joint |data )*controllers?\b"
    r"|\bIn (?P<provided>the European [^.;:]{2,80}?), [^.;:]{2,60} (?:is|are) provided by\b"
    r"|\bentity providing the Service in (?P<entity>[^.;]{2,80}?) is\b"
    r"|\bthis (?:[\w'’]+ ){0,4}?(?:policy|notice|statement) (?:explains|describes|covers|sets out)\b[^.;]{0,240}?"
    r"\b(?:services?|platform|apps?|websites?|users|residents) (?:in|within) (?P<described>the [A-Z][^.;,(]{2,40})",
    re.IGNORECASE,
)
# Of these the ones by which a document turns to some people alone.
FOR_PEOPLE = re.compile(
    rf"{_THESE} (?:apply|applies)(?: to you)? (?:only )?"
    r"(?:if you (?:live|reside|are (?:an? )?(?:located|resident|based|consumer))"
    rf"|to (?:{_PEOPLE}|those) (?:who )?(?:are |live |reside |located |residing )*(?:in|of|outside))\b[^.;]{{2,200}}"
    r"|\byou represent that:? you (?:reside|live) in [^.;,]{2,60}"
    r"|\bgovern your personal use as an? (?:EEA|EU|UK|US) consumer"
    # 'This Privacy Policy describes how we process personal data of U.S. residents.'
    r"|\bthis (?:[\w'’]+ ){0,4}?(?:policy|notice|statement) (?:explains|describes|covers|sets out)\b[^;]{0,160}?"
    r"\b(?:personal )?(?:data|information) of (?:U\.S\.|[A-Z][^.;,]{1,40}?) residents\b",
    re.IGNORECASE,
)
# Who is in charge of whose data, or provides what where, tells of all readers only where no others are spoken of.
_OF_SOME = ("controlled", "provided", "entity")
_OTHERS = re.compile(r"\b(?:outside|elsewhere|rest of the world|anywhere else)\b", re.IGNORECASE)
_IF_YOU_LIVE = re.compile(rf"{_LIVE} in\b", re.IGNORECASE)
# The name of a text, where that says for whom it is.
_TITLE_ENDS = 700
_TITLE = re.compile(
    r"\b(?:EEA|EU|Europe|European|UK|US)(?:/(?:EEA|EU|UK|CH|US))* (?:Terms|Privacy|privacy policy|terms of)\b"
    r"|\b(?:Terms|Policy)\b[^.;]{0,30} for (?:consumers|users) in [^.;:]{3,60}"
)
# An Irish company that provides all of a service, or answers for all of its data, does so in that area.
_IRISH = re.compile(
    r"\b(?:we, |(?:is|are) (?:one of the [\w ]{3,30}, which is )?provided (?:to you )?by |agreement between you and "
    r"|controller\b[^.;]{0,60} is )(?:[A-Z]\w+ ){1,3}Ireland (?:Limited|Ltd|Unlimited)\b(?! (?:or|if|and|for)\b)"
)
# The company of those who live in some places that calls itself 'we' speaks to these alone, where no other does so.
_WE_FOR = re.compile(
    rf"{_LIVE} in (?P<places>[^.;,]{{2,80}}), [^.;()]{{2,80}} \([^()]{{0,60}}\bwe\b[^()]{{0,40}}\) provides\b",
    re.IGNORECASE,
)
_COMPANIES_ELSEWHERE = re.compile(r"\b(?:Inc\.|LLC|Corporation)")
_SENT_ELSEWHERE = re.compile(
    rf"{_LIVE} in (?P<places>[^.;]{{2,160}}?), your use of [^.;]{{2,40}} is governed by\b", re.IGNORECASE
)
_NOT_HERE = re.compile(
    rf"{_THESE} (?:apply|applies) (?:only )?{_IF_YOU} outside (?:of )?(?P<places>[^.;,(]{{2,80}}?)"
    r"(?=[.;,(]| (?:or|and) if\b|\Z)",
    re.IGNORECASE,
)


# Each clause of a document asks for the same.
@lru_cache(maxsize=64)
def people_of_document(opening: str) -> tuple[frozenset[str], frozenset[str]]:
    """The people for whom alone a document is, and those whom it sends to another, as `applies-to` facts name them.

    Both are empty where it is for everybody, or does not say. `opening` is what a reader sees of its first few thousand
    characters, and of what it says of who is in charge of its data.
    """
    only: frozenset[str] = frozenset()
    for found in _FOR_THESE.finditer(opening):
        kind, places = next((kind, said) for kind, said in found.groupdict().items() if said)
        if not (kind in _OF_SOME and (_OTHERS.search(opening) or len(_IF_YOU_LIVE.findall(opening)) > 1)):
            only |= people_of(places)
    title = _TITLE.search(opening, 0, _TITLE_ENDS)
    if title and not _OTHERS.search(opening, 0, _TITLE_ENDS):
        only |= people_of(title.group())
    speaking = list(_WE_FOR.finditer(opening))
    if not only and len(speaking) == 1:
        only = people_of(speaking[0]["places"])
    if not only and _IRISH.search(opening) and not _COMPANIES_ELSEWHERE.search(opening):
        only = frozenset(("EEA residents",))
    if only:
        return only, frozenset()
    return only, frozenset(
        people
        for sent in (_SENT_ELSEWHERE, _NOT_HERE)
        for found in sent.finditer(opening)
        for people in people_of(found["places"])
    )
