"""For which disputes alone a law or a court is named, by the sentence that names it."""

from __future__ import annotations

import re

_MATTER = r"(?:disputes?|claims?|actions?|litigation|proceedings?|(?:law)?suits?|controvers(?:y|ies)|matters?)"
_ABOUT = (
    r"(?:relat(?:ing|ed) to|concerning|regarding|about|over|involving|alleging|arising (?:from|out of)|based on|for)"
)
# 'Any dispute relating to infringement of intellectual property'; not one 'relating to these terms or infringement'.
_OF_PROPERTY = re.compile(
    rf"\b{_MATTER}\b[^.;:,]{{0,30}}?\b{_ABOUT} (?:(?!\b(?:terms|agreement|services?|platform|use|exclud\w*|except)\b)"
    r"[^.;:]){0,60}?(?:\binfring|\bmisappropriat|\bintellectual property)"
)
_OF_INJUNCTIONS = re.compile(
    r"\b(?:seek(?:ing)?|for|obtain|action for)\b[^.;:]{0,60}\b(?:injunct\w+|equitable (?:relief|remed))"
)
# What is left to courts where there is arbitration.
_BESIDE_ARBITRATION = re.compile(
    r"\bnot (?:be )?(?:subject to|covered by|resolved (?:by|through|in)) (?:[\w(]+ ){0,2}\(?arbitrat"
    r"|\barbitrat[^.;]{0,80}\b(?:do(?:es)? not apply|not (?:be )?(?:enforce|appl)|unenforceable|invalid)"
    r"|\bopt(?:ed)?[ -]out of (?:the )?arbitration|\bpermitted to (?:litigate|proceed in court)"
    r"|\bnot (?:be )?required to (?:be )?arbitrat|\bexcept those brought in arbitration"
    r"|\b(?:if|where|when|should) (?:all|any|every|both) (?:\w+ )?(?:administrators?|providers?|forums?|bodies)\b"
    r"[^.;]{0,30}\bdeclin"
    r"|\bother than (?:in|through|by) arbitration|\bsevered from (?:the )?arbitration"
    r"|\barbitrat[^.]{0,200}\b(?:administrators?|providers?|bodies) (?:\w+ )?declin"
)
_OF_AWARDS = re.compile(r"\b(?:compel|confirm|vacate|enforce|judg?ment (?:on|upon))\b[^.;]{0,60}\b(?:arbitra|award)")
_BY_HOME = re.compile(r"\bdepending (?:on|upon) (?:where|your|the (?:place|country))")
# 'The arbitrator decides all disputes, except that the courts of one place decide on the class waiver.'
_EXCEPTED_FROM_ARBITRATION = re.compile(
    r"\barbitrat(?:ors?|ion)\b[^.;]{0,400}\b(?:except(?: that)?|provided(?:,? however,?)? that|but)\b"
    r"(?=[^.;]*\bcourts?\b)(?!\s*(?:for|as|where|if)\b)"
)
_OF_ARBITRATION_ITSELF = re.compile(
    r"[^.;]{0,80}\b(?:authority|jurisdiction|power|competen\w+|decide|adjudicate|determine|resolve|hear)\b[^.;]{0,60}"
    r"\b(?:validity|enforceability|scope|arbitrability)\b[^.;]{0,60}\b(?:class|arbitra\w*|waiver|mass)\b"
)
_AGAINST_USERS = re.compile(
    r"\b(?:brought|filed|commenced|initiated) by us against (?:you|customers?|users?)\b"
    r"|\b[\w’'-]{1,40} may (?:also )?(?:bring|file|commence|pursue)\b[^.;]{0,60}\bagainst you\b"
)
_COMMERCIAL = re.compile(
    r"\bcommercial claims?\b|\bfor (?:a |any )?(?:business or commercial|commercial or business) purposes?\b"
)
_OTHERWISE = re.compile(r"\bin (?:all|any) other cases?\b")
_EXCEPTED = re.compile(
    r"\b(?:except|other than|excluding|save|not including|without limiting|apart from)\b[^.;]{0,60}\Z"
)
_INJUNCTIONS = "for injunctions and the like"
_LEFT_TO_COURTS = "for what is excepted from arbitration"
_KINDS = (
    (_OF_PROPERTY, "for disputes over intellectual property"),
    (_OF_AWARDS, "for enforcing an arbitration"),
    (_OF_INJUNCTIONS, _INJUNCTIONS),
    (_BESIDE_ARBITRATION, "where there is no arbitration"),
    (_AGAINST_USERS, "for claims against the user"),
    (_COMMERCIAL, "for commercial claims"),
    (_OTHERWISE, "in other cases"),
    (_BY_HOME, "depending on where one lives"),
    (_EXCEPTED_FROM_ARBITRATION, _LEFT_TO_COURTS),
)


# Where the name of a country is cut no sentence ends.
_COUNTRY = re.compile(r"\b(u\.s\.(?:a\.)?|u\.k\.)(?= )")


def without_stops(lowered: str) -> str:
    """A text in small letters without the full stops in the names of countries, every character at its place."""
    return _COUNTRY.sub(lambda found: found[0].replace(".", "_"), lowered)


def disputes_meant(before: str, after: str) -> str:
    """The disputes that the words before and after a law or a place limit it to, in small letters; empty for none."""
    if _OF_ARBITRATION_ITSELF.match(after):
        return _LEFT_TO_COURTS
    for pattern, said in _KINDS:
        found = pattern.search(before)
        if found and not _EXCEPTED.search(before, 0, found.start()):
            return said
    return _INJUNCTIONS if _OF_INJUNCTIONS.match(after.lstrip()) else ""
