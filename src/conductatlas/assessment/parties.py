"""Who acts in a document: the company that it names as its party, where the platform's name is that of a product."""

from __future__ import annotations

import re
from functools import lru_cache

# A name of up to five words; what follows in a legal form or a place is taken off it.
_WORD = r"[A-Z0-9][\w'-]*(?:\.(?:ai|AI|com|new)\b)?"
_NAME = rf"({_WORD}(?: (?:& )?{_WORD}){{0,4}})"
# In quotation marks it may begin with a small letter.
_SHORT = r"((?![Ww]e\b|[Uu]s\b|[Oo]ur\b)(?=[a-z]{0,3}[A-Z0-9])[\w][\w'.&-]*(?: [\w'.&-]+){0,3}?)"
_OURSELVES = r"\"(?:[Ww]e|[Uu]s|[Oo]ur)\b"
# A document gives its party a short name, and speaks of it as 'we': ("Larkwell", "we" or "us"), or the other way about.
_SHORT_NAME = re.compile(
    rf"\((?:[^()\"]{{0,60}})\"{_SHORT},?\"[^()\".;]{{0,12}}(?:\"the Company,?\"[^()\".;]{{0,12}})?{_OURSELVES}"
    rf"|\({_OURSELVES}[^()]{{0,40}}\"{_SHORT},?\"\)"
    rf"|\bbetween you and [^.;()]{{2,60}}\.? \(\"{_SHORT}\"\)"
    rf"|\"{_SHORT},?\",? {_OURSELVES},?\"[^.;()]{{0,40}} (?:refers?|means?)\b"
)
_OTHER_SIDE = r"(?:you|the customer|[Cc]ustomer|[^.;]{0,200}\(\"(?:you|[Cc]ustomer)\"\))"
# Or it says with whom a reader agrees, who provides the service, or who is in charge of the data.
_PARTY = re.compile(
    rf"\bbetween {_OTHER_SIDE} and (?:the (?=\w+ Contracting Party))?{_NAME}"
    rf"|\bbetween {_NAME} and {_OTHER_SIDE}\b"
    rf"|\b(?:Services?|Products?|Platform|Site|Website|App),? (?:which )?(?:is|are) (?:provided|operated|offered)"
    rf"(?: to you)? by:? {_NAME}"
    rf"|\bentity providing the Service\b[^.;]{{0,80}} is {_NAME}"
    rf"|(?<![\w.] )\b{_NAME} is (?:the|your) (?:data )?controller\b"
)
_FORM = re.compile(
    r",? (?:Inc|LLC|Ltd|Limited|Corp|Corporation|PBC|GmbH|AG|SAS|SA|BV|AB|LP|Pte|Pty|Plc|Co|Company|Unlimited|OpCo"
    r"|Ireland|International|Singapore|Europe|USA?|UK|Contracting Party)\Z"
)
_ENDINGS = ("ai", "new", "com", "io", "app")
_NO_NAME = frozenset(
    (
        *("we", "us", "our", "you", "your", "company", "provider", "customer", "user", "users", "client", "services"),
        *("service", "site", "website", "platform", "app", "terms", "agreement", "policy", "this", "the", "these"),
    )
)


@lru_cache(maxsize=256)
def company_named(text: str, platform: str) -> str:
    """The company that a document names as its party; the platform's name where it names none, or the same.

    `text` is what a reader sees of how the document begins.
    """
    for pattern in (_SHORT_NAME, _PARTY):
        for found in pattern.finditer(text):
            name = _without_form(next(name for name in found.groups() if name))
            if name.split()[0].lower() not in _NO_NAME:
                return platform if _is_same(platform, name) else name
    return platform


def _without_form(name: str) -> str:
    shorter = _FORM.sub("", name)
    return name if shorter == name else _without_form(shorter)


def _is_same(platform: str, name: str) -> bool:
    """Whether a company bears the platform's name, or that name without what such names often end in."""
    whole, own = _letters(platform), _letters(name)
    return whole in own or whole.removeprefix(own) in _ENDINGS


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name).lower()
