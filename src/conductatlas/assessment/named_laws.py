"""Laws that a clause names by titles that the register does not have: a reader should hear of these first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conductatlas.catalogue import Law
from conductatlas.english import series

_MOST_NAMED = 3
_JOINED = r"(?:(?:of|on|and|for|to|in|the|against|from) ){0,2}"
_TITLED = r"(?:Act|Directive|Ordinance|Statutes)\b(?! of God)"
_PLACE_IN_IT = r"(?:,? (?:Chapter|Section|Title|Part|Article|§{1,2})\s?[\dA-Z][\w.()-]*)?"
_TITLES = (
    re.compile(
        rf"\b(?:[A-Z][A-Za-z’'&-]+ {_JOINED}){{0,7}}[A-Z][A-Za-z’'&-]+ {_TITLED}"
        rf"(?:,? \d{{4}}(?:/\d+)?(?:/[A-Z]{{2,3}})?\b)?{_PLACE_IN_IT}(?: (?:of|on)(?: [A-Z][a-z]+){{1,3}}\b)?"
    ),
    re.compile(
        rf"\b(?:[A-Z][a-z]+ )?(?:Civil|Penal|Criminal|Commercial|Labor|Business and Professions) Code\b"
        rf"(?:,? (?:[Ss]ections?|§{{1,2}})\s?\d[\d.]*)?{_PLACE_IN_IT}"
    ),
)
# Words with a capital that begin a sentence, or say no more than which law is meant.
_NO_TITLE = re.compile(
    r"\A(?:(?:The|This|That|These|Those|Any|Such|Under|In|If|As|See|For|With|Pursuant|Applicable|Relevant|Our|Your|By|To"
    r"|And|Or|All|Each|Per|You|We|Where|Section|Article) (?:(?:to|the|of|with) )*)+"
)
_FEWEST_WORDS = 2
_IN_IT = re.compile(r"Chapter|[Ss]ection|§|Title|Part\b|Article")
# Ahead of a place in a law, or of whose law it is, stands no article.
_BARE = re.compile(rf"{_IN_IT.pattern}|\A(?:[A-Z][a-z]+ )?[A-Z][a-z]+['’]s ")
# What is said of a law is no part of its title.
_BEFORE = re.compile(r"\A.*\b(?:on|of|under|by|with|to|in) the (?=[A-Z])")
# A title that holds one that the register has, or is held by it, is the same law in more or fewer words.
_DIGITS = re.compile(r"\d{4}")


def laws_named_beyond(words: str, laws: Iterable[Law]) -> str:
    """A sentence that names the laws that a clause names and the register has under no such title; else empty."""
    known = [law.title.casefold() for law in laws]
    named = [one for one in dict.fromkeys(_titles(words)) if not _is_known(one.casefold(), known)][:_MOST_NAMED]
    if not named:
        return ""
    # Told alone they would seem to be all that it names.
    others = any(_is_known(one.casefold(), known) for one in _titles(words))
    told = series([one if _BARE.search(one) else f"the {one}" for one in named])
    return f"{'Beside laws that the register has, the' if others else 'The'} clause itself names {told}."


def _titles(words: str) -> Iterator[str]:
    for title in _TITLES:
        for found in title.finditer(words):
            title_alone = _BEFORE.sub("", " ".join(found.group().split()))
            name = _NO_TITLE.sub("", title_alone).rstrip(".,")
            if len(name.split()) >= _FEWEST_WORDS:
                yield name


def _is_known(name: str, known: Iterable[str]) -> bool:
    return any(name in one or (one in name and _years(one) == _years(name)) for one in known)


def _years(title: str) -> list[str]:
    return _DIGITS.findall(title)
