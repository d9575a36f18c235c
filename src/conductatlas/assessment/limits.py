"""To whom a clause limits itself at its outset, or what stands above it does: in the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.assessment.addressees import people_of

# Whom a condition or a line must name to be about people: where they live, what they are, or what they pay for.
_PLACE = (
    r"(?:(?-i:EEA|EU|E\.U\.|UK|U\.K\.|US|U\.S\.|USA)(?!\w)"
    r"|(?:European?|EEA|United Kingdom|United States|Switzerland|Swiss|Californian?|Colorado"
    r"|Brazil(?:ian)?|Canad(?:a|ian)|Qu[eé]bec|Australian?|Indian?|Japan(?:ese)?|Korean?"
    r"|EFTA|German(?:y)?|France|French|Ital(?:y|ian)|Spain|Spanish|Poland|Polish|Texas|Virginia|Nevada|Utah|Connecticut)\b)"
)
_WHO = (
    r"(?:consumers?|business(?:es)?(?: users?| customers?)?|traders?|students?|teachers?|educators?|schools?|minors?"
    r"|teens?|parents?|creators?|developers?|advertisers?|sellers?|publishers?|employees?|job applicants?"
    r"|(?:government|enterprise|API|commercial|education\w*|free|paid|premium|pro|business|corporate) "
    r"(?:users?|customers?|subscribers?|accounts?|entit(?:y|ies)|agenc(?:y|ies)))"
)
_LIVE = (
    r"(?:(?:currently |ordinarily |habitually )?"
    r"(?:live|reside|are (?:an? )?(?:\w+ )?(?:resident|located|based|residing|living|established|citizen)\b"
    rf"|are(?= (?:in|outside(?: of)?) (?:the )?{_PLACE})))"
)
_YOUNG = r"(?:under|younger than|below|between) (?:the ages? of |age )?(?:1\d|thirteen|sixteen|eighteen)\b"
_REST = r"[^.;:,]{0,120}?"
# 'If you live in Ostmark, …', 'As a European consumer, you …', 'California residents may …', 'For students, …'
_CONDITION = (
    rf"(?:if|where|when) you(?:r (?:billing address|principal place of business|country of residence) is in {_REST}"
    rf"|(?:['’]re| are) (?:an? |the )?(?:[\w-]{{1,30}} ){{0,2}}?(?:{_WHO}\b{_REST}|{_YOUNG}{_REST})"
    rf"| {_LIVE}(?: (?:in|of|outside)\b{_REST}|\b{_REST})"
    rf"|(?: use| access| purchase| have| subscribe to)\b[^.;:,]{{0,40}}\b(?:as an? {_WHO}"
    rf"|(?:an? )?(?:free|paid|premium|enterprise|business|education) (?:plan|account|subscription|tier))\b{_REST}"
    rf")(?:,? (?:(?:and|or|an?|the) ){{0,3}}{_PLACE}[^.;:,]{{0,40}}){{0,6}}(?=[,:]| then\b)"
)
_OUTSET = re.compile(
    rf"(?P<said>{_CONDITION}"
    r"|(?:if|where|when) (?:the |a )?(?:customer|subscriber|user|client|creator) (?:is|resides?|lives?)\b"
    rf"{_REST}\b{_PLACE}[^.;:,]{{0,40}}(?=[,:])"
    # The first words of a paragraph among several: 'You are a Consumer. …'
    rf"|you(?:['’]re| are) an? (?:[\w-]{{1,30}} )?{_WHO}(?=[.:])"
    r"|as an? (?:[\w-]{1,30}[ -]){0,2}?"
    rf"(?:{_WHO}|resident of {_REST}|{_PLACE}[ -](?:resident|consumer|user|customer))(?=,? you\b)"
    r"|for (?:(?:all|our|those) )?(?:(?:users?|customers?|consumers?|residents?|individuals|people|visitors|members) "
    rf"(?:who )?(?:(?:are )?(?:located |based |residing |reside |live )?(?:in|of)\b){_REST}"
    rf"|{_PLACE}(?:[^.;:,]{{0,40}}) (?:residents?|users?|customers?|consumers?)|{_WHO}"
    r"|others (?:outside (?:of )?|in )[^.;:,]{2,80}?)(?=[,:])"
    r"|(?:residents? of [^.;:,]{2,40}?"
    rf"|{_PLACE}(?:,? (?:and|or|/) {_PLACE})* (?:residents?|consumers?|users?|citizens?))"
    r"(?= (?:may|can|have|has|also|are|who)\b))",
    re.IGNORECASE,
)
# 'Under Section 12 of the Code, users of the Service from California are entitled …'
_AMONG_USERS = re.compile(
    r"(?:\A|(?:\A|\s)(?:under|pursuant to|in accordance with|in line with)\b(?:[^.;]|\.\d){0,100}, )(?:all |any |our )?"
    r"(?P<said>(?:users|customers|consumers|residents|individuals|people|visitors|members)\b"
    rf"(?: of (?:the |our )?(?:\w+ )?(?:services?|site|platform|app))? (?:who (?:live|reside|are) )?"
    rf"(?:located |residing |based )?(?:from|in|of) (?:the )?(?:State of )?{_PLACE}"
    rf"(?: Union| Economic Area)?(?:(?:,| and|,? or)? (?:the )?{_PLACE}){{0,4}})",
    re.IGNORECASE,
)
# What a clause gives away or declines for a trial alone, it does not for what is paid.
_OF_TRIALS = re.compile(
    r"\b(?P<said>(?:with respect to|in respect of|as regards|regarding|in relation to|during|for) "
    r"(?:(?:the|a|an|any|all|such|our|your|applicable|free) ){0,3}"
    r"(?:trials?(?: periods?| services?| subscriptions?| versions?)?|(?:free|evaluation|beta|pre-?release|preview)"
    r" (?:services?|versions?|features?|periods?|products?|software|plans?|tiers?)))\b",
    re.IGNORECASE,
)
_TRIALS_ALONE = "Part of this clause, at least, is about trials, tests or what is free: it says"
_NUMBER = r"[\W_]*(?:\(?[a-zA-Z0-9]{1,4}(?:[.)]\d{0,3})+ ?)*"
_NUMBERED = re.compile(_NUMBER)
_NUMBER_OR_TITLE = re.compile(rf"{_NUMBER}(?:[A-Z][^.:;!?,]{{2,48}}[.:] )?")
# A heading that is for some people alone, and names no subject by what is done about them.
_HEADING_FOR = re.compile(
    rf"\b(?:for|only) (?:(?!all\b|other\b)[\w-]+,? ){{0,3}}?(?:{_WHO}(?! purposes)|(?<=[a-z] )users|residents)\b(?!:)"
    rf"|\b{_PLACE}[^.;:]{{0,30}}\b"
    r"(?:residents?|users?|consumers?|customers?|specific|terms|supplement\w*|notice|addendum|rights|privacy)\b"
    rf"|\b(?:supplement\w*|additional|specific)\b[^.;:]{{0,40}}\b{_PLACE}"
    r"|\b(?:residents of|(?:users|consumers|customers) (?:who (?:live|reside) |located |residing )?in) "
    r"|\A\W*if you(?:['’]re(?! \w+ing\b)| live| reside| are)\b|\b(?:program|programme|fund) terms\b"
    r"|\busers of the under 13\b",
    re.IGNORECASE,
)
_NO_SECTION = re.compile(
    r"\b(?:transfers?|contact|representative|law|courts?|about|shield|framework|changes|not apply|cookies)\b",
    re.IGNORECASE,
)
# A heading that is a condition, such as 'If backups are switched off:', and no question and no way to get help.
_HEADING_IF = re.compile(
    r"\A\W*if\b(?! you (?:have|need|want|wish|would like)\b| you['’]re \w+ing\b)[^?]{4,}\Z",
    re.IGNORECASE,
)
_LONGEST = 160
# Whom the first sentence is about is told in so many characters.
_FIRST_WORDS = 260


def limit_of(words: str, lead_ins: Sequence[str], headings: Sequence[str]) -> str:
    """A sentence that says by which words a clause is for some people alone; empty where nothing shows that.

    `words` are those that a reader sees; `lead_ins` are the lines that its list hangs on, `headings` those of its
    section, the outermost first, without the title of the document.
    """
    start = _NUMBER_OR_TITLE.match(words)
    for begin in dict.fromkeys((start.end() if start else 0, _number_ends(words))):
        if own := _OUTSET.match(words, begin):
            return f"Not all of this clause is for everybody: it begins with “{_shown(own['said'])}”."
    if among := _AMONG_USERS.search(words[:_FIRST_WORDS]):
        return f"Not all of this clause is for everybody: it speaks of “{_shown(among['said'])}”."
    for line in reversed(lead_ins):
        begin = _number_ends(line)
        if found := _OUTSET.match(line, begin):
            return f"This clause is not for everybody: the line above it begins with “{_shown(found['said'])}”."
    for heading in reversed(headings):
        if len(heading) <= _LONGEST and _HEADING_FOR.search(heading) and not _NO_SECTION.search(heading):
            return f"This clause is not for everybody: it stands under “{_shown(heading)}”."
        if len(heading) <= _LONGEST and _HEADING_IF.match(heading):
            return f"This clause is for one case: it stands under “{_shown(heading)}”."
        if people_of(heading):
            break
    trials = _OF_TRIALS.search(words)
    return f"{_TRIALS_ALONE} “{_shown(trials['said'])}”." if trials else ""


def _number_ends(words: str) -> int:
    found = _NUMBERED.match(words)
    return found.end() if found else 0


def _shown(words: str) -> str:
    return words.strip(" :*_.").replace("“", "‘").replace("”", "’").replace('"', "'")
