"""What a licence that the user grants allows, and to whom each licence of a passage is granted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters
from conductatlas.provisions.facts.speech import SENTENCE_END
from conductatlas.provisions.facts.vocabulary import Vocabulary

_GRANT = re.compile(
    r"(?<!grant )(?<!grants )(?<!give )\b(?:you|users?|members?|customers?|contributors?) "
    r"(?:(?:hereby|thereby|also|\w+ly|agree|to|must|will|shall|therefore) ){0,3}(?:grant|give|licen[cs]e)s?\b"
    # What other users may do is no right of the platform.
    r"(?!\s(?:to\s)?(?:(?:other|all|any|each|every|those|such)\s){0,3}(?:(?<=other\s)\w+\s)?"
    r"(?:users?|members?|customers?|visitors?|people|everyone|others)\b)"
    r"|\bwe (?:[\w,]+ ){0,4}?are (?:hereby )?granted\b"
)
# A right that is kept from the licence is not one of its acts.
_NOT = re.compile(r"\b(?:not|never|without|nor|neither|excludes?|excluding)\b")
# 'Content that you upload, submit or store' is what users do.
_OF_USER = re.compile(r"\byou\s(?:may\s|might\s)?(?:\w+(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)){0,8}\Z")
# 'And to users of your app to use and copy it', 'pages on which you show it using our tool'.
_OF_OTHERS = re.compile(
    r"\bto (?:the |other |all |any )*(?:users?|members?|customers?|visitors?)(?: of [\w’']+(?: \w+)?)? to\b"
    r"(?:(?!\bto us\b)[^.;])*\Z"
    r"|\bon which you\b[^.;,]{0,60}\Z"
)
# 'Modify for formatting for display': what an act is done for is none of its own.
_FOR_AN_END = re.compile(r"\b(?!includ)\w+ing for (?:the )?\Z")
_YET = re.compile(r"[;:]|\b(?:but(?! not)|however|except|only)\b")
_REACH = 160
# What a contract has one perform, other than a work.
_DUTIES = "obligations?|dut|services?|functions?|tasks?|agreement|contract|under"
ACTS = Vocabulary(
    {
        "host": ("host|hosting|store|storing|cache|caching",),
        "use": ("use|using",),
        "copy": (r"copy|copying|reproduce|reproducing|duplicate (?!\.\w)",),
        "modify": ("modify|modifying|adapt|adapting|edit|editing|alter",),
        "publish": (
            "publish|publishing",
            # What is shown to its own author alone is not published.
            r"display|displaying (?!(?:\s[\w’']+){1,4}\s(?:back\s)?to\syou\b)",
            rf"perform|performing (?!\s(?:[\w’']+\s){{0,2}}(?:{_DUTIES}))",
            "publicly display|displaying|perform|performing|show",
        ),
        "distribute": (
            "distribute|distributing|transmit|transmitting|communicate|disseminate",
            "make|making [it|them|your|that] [content] available",
        ),
        "translate": ("translate|translating|translation",),
        "create derivative works": ("derivative works?", "prepare|create|creating|make derivatives?"),
        "sublicense": ("sublicense|sublicence|sublicensing|sublicencing", "sub licen[cs]e|licen[cs]ing"),
        "sell": (r"sell|selling|resell (?!\s(?:advertis|ads\b))",),
        "train": ("train|training|retrain",),
    }
)

TO_PROVIDER, TO_OTHERS, TO_USER = "to the provider", "to other users", "to the user"
_PEOPLE = r"(?:users?|members?|customers?|visitors?|people|everyone|others|persons?)"
_GRANTED = re.compile(
    r"\bgrants?,?(?: to)?(?: (?P<to_user>you\b|(?:the )?(?:customer|licensee|user)\b(?! of))"
    rf"| (?P<to_others>(?:(?:each|every|other|all|any|the|such|of|our) ){{0,3}}{_PEOPLE}\b)|)"
    r"|\b(?P<is_granted>(?:you|customers?|users?) (?:are|is) (?:hereby )?granted)\b"
)


def grantee(text: str, place: int) -> str:
    """To whom the licence is granted that the word at a place belongs to, by the last grant before it.

    `TO_PROVIDER`, `TO_OTHERS` or `TO_USER`; empty where no grant stands before it.
    """
    grants = [*_GRANTED.finditer(small_letters(text), 0, place)]
    if not grants:
        return ""
    found = grants[-1]
    if found["to_user"] or found["is_granted"]:
        return TO_USER
    return TO_OTHERS if found["to_others"] else TO_PROVIDER


def find_licence_acts(text: str) -> Iterator[Fact]:
    """`licence-act`: each act that a licence granted by the user allows, at the first place in the sentence of it.

    Acts that the licence excludes, and what 'you use', are left out.
    """
    lowered = small_letters(text)
    if "licen" not in lowered:
        return
    grants = [_sentence(lowered, found) for found in _GRANT.finditer(lowered)]
    if not grants:
        return
    for value, places in ACTS.places(text):
        granted = iter(grants)
        start, end = next(granted)
        for found in places:
            while end <= found.start() and (following := next(granted, None)):
                start, end = following
            if start <= found.start() < end and not _excluded(lowered, start, found.start()):
                yield Fact(found.start(), found.end(), "licence-act", value)
                break


def _sentence(lowered: str, grant: re.Match[str]) -> tuple[int, int]:
    """From the grant to the end of its sentence."""
    end = SENTENCE_END.search(lowered, grant.end())
    return grant.end(), end.end() if end else len(lowered)


def _excluded(lowered: str, start: int, place: int) -> bool:
    before = lowered[max(start, place - _REACH) : place]
    turns = [found.end() for found in _YET.finditer(before)]
    of_user = _OF_USER.search(before) is not None or before.endswith("your ")
    of_user = of_user or _OF_OTHERS.search(lowered, start, place) is not None
    of_user = of_user or _FOR_AN_END.search(before) is not None
    return of_user or _NOT.search(before, turns[-1] if turns else 0) is not None
