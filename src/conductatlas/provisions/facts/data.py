"""Which categories of data a passage speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.vocabulary import Vocabulary

_IT = "data|information|details"
# 'Via the contact details below' are those of the platform.
_OF_PLATFORM = re.compile(r"\b(?:our|(?:via|using|through|at|with|by|under|see) (?:the|our)) $")
_LONGEST_OF_PLATFORM = 12
# Nor is the address of the officer or the authority that asks a user's.
_OF_AUTHORITY = re.compile(
    r"\b(?:official|government-issued|law enforcement|agency request|return official|valid official) $"
)
_FOR_AUTHORITY = re.compile(
    r" (?:of|for) (?:the|an?) (?:\w+ ){0,2}(?:law enforcement|requesting|agent|officer|official|government)"
)
_LONGEST_OF_AUTHORITY = 24
# 'All but sensitive data', 'these do not include your name', 'avoid sharing health data'.
_LEFT_OUT = re.compile(
    r"\b(?:(?:do|does|did|will)(?:\snot|n['’]t)\sinclude|exclud(?:es?|ing)|except(?:ing)?|other than|save for"
    r"|avoid\s\w+ing|(?:will|do|does)(?:\snot|n['’]t)\s(?:extract|mine))\b[^.;:]{0,60}\Z"
    r"|\b(?:do|does|will)(?:\snot|n['’]t)\s[^.;:]{0,80}\bbased\son\b[^.;:]{0,150}\Z"
)
_REACH = 260
CATEGORIES = Vocabulary(
    {
        "contact data": (
            f"contact [personal] {_IT}",
            f"contact and|or payment|billing|account|profile|identity|device|usage {_IT}",
            "email|phone|telephone|mobile|postal|mailing|delivery|shipping|home *address(?:es)?|numbers?",
            "e mail *address(?:es)?",
        ),
        "people's names": ("your|first|last|full *names?",),
        "payment data": (
            f"payment|billing|financial|card [personal] {_IT}|address(?:es)?",
            "card|bank|credit|debit [account|card] numbers?|details|data|information",
            "bank accounts?",
        ),
        "location": (
            "precise|approximate|general|current|your|device|real *location",
            f"location [personal] {_IT}|history",
            "geolocation|geo|gps [location|data|coordinates|position]",
            "whereabouts",
        ),
        "device data": (
            f"device|hardware|browser [personal] {_IT}|type|model|version|settings",
            "ip address(?:es)?",
            "operating systems?",
        ),
        "usage data": (
            f"usage|log|activity|diagnostic|interaction [personal] {_IT}|logs?|files?",
            "server|access logs?",
            "browsing|search|viewing|watch history|queries|behaviou?r|activity|data",
            "clickstream|telemetry",
            r"pages (?:[\w,]+\s){0,4}you view|visit|open",
        ),
        "cookies and identifiers": (
            "cookies?|pixels?",
            "web beacons?",
            "local storage",
            "unique|advertising|device|online|mobile|tracking identifiers?|ids?|technologies",
        ),
        "user content": (
            "user|your *content|submissions?|contributions?",
            "prompts|inputs|photos|photographs",
            "uploaded|posted content|files?|images?|videos?",
            r"content (?:that\s)?(?:you|users) upload|post|submit|share|create|provide",
            "your *posts|files|uploads|recordings",
        ),
        "communications": (
            "private|direct|text|chat|voice|your *messages?",
            "messages|chats|conversations|correspondence",
            "call recordings?",
            "contents? of [your|the] *communications|emails?",
        ),
        "biometric data": (
            f"biometrics?|biometric [{_IT}|identifiers?]",
            "face|facial|iris|retina|hand geometry|recognition|scans?|templates?|features",
            "fingerprints?|voiceprints?|faceprints?",
        ),
        "health data": (
            rf"health|medical|wellness {_IT}|records?|conditions?|history (?!\sabout\sthe\s(?:operating|system))",
            "heart rate",
            "diagnoses|symptoms|medication",
        ),
        "sensitive data": (
            f"sensitive [personal] {_IT}",
            "special category|categories",
            "racial|ethnic|religious|political|philosophical [or] [ethnic] origin|beliefs?|opinions?|views?",
            "sexual orientation",
            "trade union membership",
        ),
        "children's data": (
            f"child|children['’]s [personal] {_IT}",
            f"{_IT} of|about|from|relating [to] [a|any] *child|children|minors",
        ),
        "inferences": (
            r"inferences? (?!\s(?:request|api|endpoint|time|service|call|speed|engine|provider|model)|,?\supload)",
            "inferred",
            "data|information|conclusions *derived|drawn from",
        ),
        "government identifiers": (
            "passports?",
            "social security numbers?",
            "national|government|tax|identity [issued] id|ids|identity|identification|identifiers?|numbers?|documents?",
            "driver['’]?s?|driving licen[cs]es? [numbers?]",
        ),
        "employment data": (
            "employment|job|work|career history|data|information|records?|title|titles|applications?|experience",
            "salary|salaries",
            "curriculum vitae",
        ),
        "contacts": (
            "address books?",
            "contacts? lists?",
            # 'Your contacts with our support' are talks.
            r"phone|device|your|imported *contacts (?!\s(?:with|to)\s(?:us|our|the|customer|support)\b)",
        ),
    }
)


# What a user gets or can stop getting, before 'messages' or 'e-mails', and who sends it, behind.
_OF_MAILING = re.compile(
    r"\b(?:unsubscribe from|opt(?:ing)?[ -]?out of|stop|(?:to|you|will|may|not) receiv(?:e|ing)|send(?:ing)? you)\s"
    r"(?:(?!direct)[\w-]+\s){0,3}\Z",
    re.IGNORECASE,
)
_LONGEST_OF_MAILING = 80
_FROM_PLATFORM = re.compile(r"\sfrom\s(?:us|our)\b")


def find_data_categories(text: str) -> Iterator[Fact]:
    """`data-category`: each category of data that a passage names, at the first place of each.

    A category counts where the passage denies that it is collected too: the clause is about it all the same. One that
    the passage excepts does not.
    """
    for value, places in CATEGORIES.places(text):
        named = (place for place in places if not (_of_others(value, place) or _is_left_out(place)))
        found = next((place for place in named if not _is_for_a_request(text, place.start())), None)
        if found:
            yield Fact(found.start(), found.end(), "data-category", value)


# 'Exercise this right by writing to … and providing us with your name': that is asked for with a request.
_WITH_A_REQUEST = re.compile(
    r"\b(?:exercise|request|opt)\w*\b[^.;]{0,160}\b(?:by|please|to|must|should|can|may) (?:\w+ )?"
    r"(?:contact|e-?mail|writ|send|submit)\w*\b(?:[^.;]|\.\w){0,200}\b"
    r"(?:(?:and|by) (?:providing|provide|includ\w+|stat\w+)|with)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_LONGEST_REQUEST = 500


def _is_for_a_request(text: str, start: int) -> bool:
    """Whether data that a passage names at a place is what somebody is asked to give along with a request."""
    return _WITH_A_REQUEST.search(text[max(0, start - _LONGEST_REQUEST) : start]) is not None


# A licence to a user's 'name, voice and/or likeness' is about who may be shown, and lists no data.
_OF_PERSONA = re.compile(r"[^.;]{0,40}\b(?:likeness|persona)\b")


def _of_others(value: str, place: re.Match[str]) -> bool:
    """Whether the address of the platform is meant, or of an authority, or what the platform itself sends to users.

    So it is with a name that is licensed along with a likeness.
    """
    if value == "people's names":
        return _OF_PERSONA.match(place.string, place.end()) is not None
    if value == "communications":
        start = max(0, place.start() - _LONGEST_OF_MAILING)
        return _OF_MAILING.search(place.string, start, place.start()) is not None or (
            _FROM_PLATFORM.match(place.string, place.end()) is not None
        )
    if value != "contact data":
        return False
    before = place.string[max(0, place.start() - _LONGEST_OF_AUTHORITY) : place.start()]
    of_others = _OF_PLATFORM.search(before[-_LONGEST_OF_PLATFORM:]) or _OF_AUTHORITY.search(before)
    return of_others is not None or _FOR_AUTHORITY.match(place.string, place.end()) is not None


def _is_left_out(place: re.Match[str]) -> bool:
    """Whether the words before say that it is none of what they speak of."""
    return _LEFT_OUT.search(place.string, max(0, place.start() - _REACH), place.start()) is not None
