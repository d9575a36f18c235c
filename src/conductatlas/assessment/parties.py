"""Who acts in a document, where the platform's name is that of a product, and of which products a clause speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from conductatlas.catalogue import Group, group_of

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
    rf"|\breferred to as {_NAME}, {_OURSELVES}"
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
# Or it gives its party no short name, only the form of its company: Larkwell Labs, Inc. ("we").
_FULL_NAME = re.compile(
    rf"\b((?!\d){_WORD}(?: (?:& )?{_WORD}){{0,4}}?,? (?:Inc|LLC|Ltd|Limited|Corp|Corporation|PBC|GmbH|AB))\b"
    rf"\.? \({_OURSELVES}"
)
_FORM = re.compile(
    r",? (?:Inc|LLC|Ltd|Limited|Corp|Corporation|PBC|GmbH|AG|SAS|SA|BV|AB|LP|Pte|Pty|Plc|Co|Company|Unlimited|OpCo"
    r"|Ireland|International|Singapore|Europe|USA?|UK|Contracting Party)\Z"
)
# What is left by then is no name.
_SHORTEST = 3
_ENDINGS = ("ai", "new", "com", "io", "app", "labs", "health")
_NO_NAME = frozenset(
    (
        *("we", "us", "our", "you", "your", "company", "provider", "customer", "user", "users", "client", "services"),
        *("service", "site", "website", "platform", "app", "terms", "agreement", "policy", "this", "the", "these"),
    )
)


@lru_cache(maxsize=256)
def company_named(text: str, platform: str) -> str:
    """Who acts in a document: the company that it names as its party; the platform's name where that is the same.

    `text` is what a reader sees of how the document begins. Where it names no party, a platform that the catalogue has
    as a product gives way to its company, and a company to that of its group of which the text speaks more. A platform
    of which neither tells a company is taken for one.
    """
    group = group_of(platform)
    named = _party(text)
    if named:
        is_product = group is not None and platform in group.products
        return platform if _is_same(platform, named) and not is_product else _known_as(named, group)
    return _most_mentioned(text, platform, group) if group else platform


def _party(text: str) -> str:
    for pattern in (_SHORT_NAME, _PARTY, _FULL_NAME):
        for found in pattern.finditer(text):
            name: str = _without_form(next(name for name in found.groups() if name))
            if name.split()[0].lower() not in _NO_NAME:
                return name
    return ""


def _known_as(name: str, group: Group | None) -> str:
    """The name by which a company of a group is known: 'Meta' for 'Meta Platforms'."""
    known = group.companies if group else ()
    return next((one for one in known if name.startswith(f"{one} ") or _letters(one) == _letters(name)), name)


def _most_mentioned(text: str, platform: str, group: Group) -> str:
    """The company of a group of which a text speaks most; at a draw the one whose name it bears, then the first."""
    own = [one for one in group.companies if f"{platform} ".startswith(f"{one} ")]
    names = dict.fromkeys((*own, *group.companies))
    return max(names, key=lambda name: len(_any_of((name,)).findall(text)))


@dataclass(frozen=True, slots=True)
class Named:
    """What a clause names of a company: the platform that its document is filed under, or else other products."""

    platform: bool
    products: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def named_in(text: str, platform: str, company: str) -> Named:
    """What a clause names of `company`, which acts in its document, and is named where the clause names no product."""
    group = group_of(platform)
    known = (*group.companies[1:], *group.products) if group else ()
    # 'Copilot' is Microsoft Copilot, and 'Claude' is Claude.ai.
    short = platform.removeprefix(f"{company} ")
    own = (platform, *([short] if len(short) > _SHORTEST and short[0].isupper() else ()))
    own += tuple(one for one in known if one != company and _letters(platform).startswith(_letters(one)))
    if _any_of(own).search(text):
        return Named(True)
    others = tuple(one for one in known if one not in own and _letters(one) not in _letters(company))
    found = tuple(dict.fromkeys(_any_of(others).findall(text))) if others else ()
    return Named(platform == company and not found, found)


@lru_cache(maxsize=256)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some names as words of their own, the longest first; not within an address."""
    alternatives = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w.@/-])(?:{alternatives})(?!\w|\.\w)")


def _without_form(name: str) -> str:
    shorter = _FORM.sub("", name)
    return name if shorter == name or len(shorter) < _SHORTEST else _without_form(shorter)


def _is_same(platform: str, name: str) -> bool:
    """Whether a company bears the platform's name, or that name but for what such names often end in."""
    whole, own = _letters(platform), _letters(name)
    return whole in own or whole.removeprefix(own) in _ENDINGS


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name).lower()
