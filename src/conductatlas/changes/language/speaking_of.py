"""Whether a text speaks of people, data, purposes or recipients at all, in whatever words."""

from __future__ import annotations

import re
from functools import lru_cache

from conductatlas.provisions import named_values

# What the vocabulary of facts knows is a part of how texts speak of such things: these words are wider, so that where
# none of them stands the text is sure not to.
_WORDS = {
    "minors": r"minors?|child|children|kids?|teens?|teenagers?|parents?|parental|guardians?|years old|years of age"
    r"|age of majority|under (?:the age of )?(?:1\d|thirteen|sixteen|eighteen)",
    "consumers": "consumers?",
    "business customers": r"business(?:es)?|enterprises?|corporate|organi[sz]ations?|employers?|traders?",
    "free plans": r"(?<!feel )(?<!toll-)free|unpaid|trials?",
    "paid plans": r"paid|pay(?:ing)?|premium|pro|subscri\w+|purchas\w+",
    "EEA residents": r"eea|eu|european?|gdpr",
    "UK residents": r"uk|u\.k\.|united kingdom|britain|british|england",
    "Swiss residents": "switzerland|swiss",
    "US residents": r"(?-i:US)|usa|u\.s\.(?:a\.)?|united states|america|american|californian?"
    r"|state (?:\w+ )?(?:laws?|acts?)",
    "California residents": r"californian?|ccpa|cpra",
    "Brazilian residents": "brazil|brazilian|lgpd",
    "Canadian residents": "canada|canadian|pipeda|quebec",
    "Australian residents": "australia|australian",
    "Indian residents": "india|indian",
    "people's names": r"names?|full name|surname",
    "payment data": r"pay(?:ing|ments?)?|cards?|billing|banks?|financial|purchas\w+|transactions?",
    "location": r"locations?|geo\w+|gps|whereabouts|coordinates",
    "biometric data": r"biometric\w*|faces?|facial|fingerprints?|voiceprints?|faceprints?|iris|retina",
    "health data": r"health\w*|medical|wellness|fitness|heart rate|diagnos\w+|symptoms|medication",
    "sensitive data": r"sensitive|special categor\w+|racial|race|ethnic\w*|religio\w+|political|sexual|trade union",
    "children's data": r"child|children|minors?|kids?|teens?|parents?|guardians?",
    "inferences": r"infer\w*|derived?|deriving|deduc\w+|predict\w*|drawn from",
    "government identifiers": r"passports?|(?:government|state)[ -]issued|(?:government|national|photo|tax) ids?"
    r"|driv(?:er[’']?s?[’']?|ing) licen[cs]es?|social security|identity (?:cards?|documents?|verification)"
    r"|(?:your|their|of) identity|identification (?:cards?|documents?|numbers?)",
    "employment data": r"employment|employers?|jobs?|careers?|occupations?|salar(?:y|ies)|r[eé]sum[eé]s|résumé"
    r"|curriculum vitae|work (?:history|experience)",
    "contacts": "contacts|contact lists?|address ?books?|friends",
    "training AI models": r"train(?:s|ed|ing)?|machine learning|algorithms?"
    r"|(?:ai|language|learning) models?|fine-tun\w+",
    "advertising": r"ads?|advert\w*|market(?:ing|ers?)?|promot\w*|sponsor\w*|campaigns?",
    "marketing": r"ads?|advert\w*|market(?:ing|ers?)?|promot\w*|newsletters?|offers|sponsor\w*|campaigns?",
    "personalisation": r"personali[sz]\w*|customi[sz]\w*|tailor\w*|recommend\w*|suggest\w*|preferences|interests"
    r"|relevant (?:to you|content|ads?)",
    "research": r"research\w*|stud(?:y|ies)|surveys?|scien\w+|academic",
    "affiliates": r"affiliat\w*|subsidiar\w+|(?:group|parent|sister|related) (?:of )?compan\w+"
    r"|corporate (?:family|group)",
    "advertising partners": r"ads?|advert\w*|marketing|marketers?|sponsors?",
    "business partners": r"partners?|partnerships?|resellers?|distributors?|integrations?",
    "the public": r"the (?:general )?public|publicly|public (?:profiles?|posts?|content|information|areas?|forums?)"
    r"|everyone|anyone",
    "acquirers": r"acqui\w+|purchasers?|buyers?|successors?|mergers?|merged?|new owners?|sale of|bankruptcy"
    r"|reorgani[sz]\w+|change (?:of|in) control|transfer of",
    "researchers": r"research\w*|academics?|scien\w+|universit\w+|institut\w+",
}
_PATTERNS = {value: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for value, words in _WORDS.items()}
# Periods are told in months at most.
_OF_AGE = "years"
_HOURS = {"hours": 1, "days": 24, "months": 720}
_LONGEST_MONTH, _SHORTEST_MONTH = 31, 28


def speaks_of(visible: str, value: str) -> bool:
    """Whether a visible text has a word for some people, data, purpose or recipients, by the value of a fact."""
    pattern = _PATTERNS.get(value) or _words_of(value)
    return pattern.search(visible) is not None


@lru_cache(maxsize=64)
def _words_of(value: str) -> re.Pattern[str]:
    """The value itself, in any form: a licence to 'train' may be one for 'training'."""
    return re.compile(rf"(?<!\w){re.escape(value.removesuffix('e'))}", re.IGNORECASE)


def names_figure(visible: str, value: str, unit: str) -> bool:
    """Whether a visible text names a sum, an age or a period as long, in any unit: three months are 90 days."""
    if unit == _OF_AGE:
        return re.search(rf"\b{re.escape(value)}\b", visible) is not None
    return any(_is_as_long((value, unit), other) for other in named_values(visible))


def _is_as_long(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one == other:
        return True
    if one[1] not in _HOURS or other[1] not in _HOURS or one[1] == other[1]:
        return False
    short, long = sorted((one, other), key=lambda period: _HOURS[period[1]])
    hours, times = float(short[0]) * _HOURS[short[1]], float(long[0])
    if long[1] != "months":
        return hours == times * _HOURS[long[1]]
    return _SHORTEST_MONTH * 24 * times <= hours <= _LONGEST_MONTH * 24 * times
