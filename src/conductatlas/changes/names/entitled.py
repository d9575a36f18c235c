"""What is called by a name where it stands in a block: companies, addresses, controls of a page, short forms of names.

Words that are names here, by their capitals, may be none elsewhere in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from conductatlas.changes.language.effect import canonical_word, states_effect
from conductatlas.changes.names.swaps import PLACES, STATES, Swap

COMPANY_FORMS = frozenset(
    canonical_word(form)
    for form in (
        *("inc", "incorporated", "ltd", "limited", "unlimited", "llc", "llp", "corp", "corporation", "company", "co"),
        *("plc", "gmbh", "ag", "se", "sa", "sas", "bv", "b.v", "pbc", "group", "holding", "holdings"),
    )
)
_CONTROLS = frozenset(("menu", "setting", "tab", "button", "page", "section", "screen", "dashboard", "item", "link"))
# What stands behind the name of a control.
_CONTROL = re.compile(rf"\W+(?:{'|'.join(sorted(_CONTROLS))})s?\b")
# 'Status Dashboard' behind 'Alder Office', 'Privacy Policy' behind 'Alder': the rest of a longer name.
_REST_OF_NAME = re.compile(
    rf" (?:[A-Z][\w'’-]* ){{0,3}}(?:{'|'.join(one.capitalize() for one in sorted(_CONTROLS))}"
    r"|Addendum|Polic(?:y|ies)|Notice|Statement|Agreement|Terms of)s?\b"
)
_TOKEN = re.compile(r"\w+(?:[-./]\w+)*")
_SHORT_FORM = re.compile(r"[a-z]{2,6}")
# The 'o' of 'ToS' is the first letter of none of its words of effect.
_LITTLE_WORDS = 2
_LONGEST_ADDITION = 3
_LONGEST_TOWN = 3
# Where courts or laws are named, so is their place.
_OF_COURTS = re.compile(r"\b(?:courts?|laws? of)\b", re.IGNORECASE)
# A block is asked for each of its differences.
_TEXTS_KEPT = 256
# What streets and floors are called in small letters, beside their names and numbers.
_STREETS = frozenset(
    (
        *("rue", "boulevard", "avenue", "place", "quai", "cours", "allée", "chemin", "via", "calle", "straße"),
        *("floor", "suite", "building"),
    )
)
# What stands in words of effect for parts of an address, or for the country at its end.
_PARTS_OF_ADDRESS = frozenset(("contactdetail", "usa"))
# 'de', 'n'
_LONGEST_PARTICLE = 2
_FEWEST_SIGNS_OF_A_NAME = 3
# Two words of one name.
_PART_OF_NAME = re.compile(r"\b(?=([A-Z]\w+) ([A-Z]\w+))")


def is_other_company(swap: Swap, before: str, after: str) -> bool:
    """Whether one company's name, with its legal form, gave way to another's: 'Alder, Inc.' to 'Birch, LLC'."""
    return not any(map(COMPANY_FORMS.isdisjoint, swap)) and all(map(is_entitled, swap, (before, after)))


def without_addresses(found: Sequence[Swap], before: str, after: str) -> list[Swap]:
    """Some swaps without those of one address for another: on both sides a number, and names with capitals around it.

    Beside these, numbers that gave way to numbers are parts of the address too.
    """
    addresses = {swap for swap in found if _are_addresses(swap, before, after)}
    if not addresses:
        return list(found)
    towns = not any(_OF_COURTS.search(visible) for visible in (before, after))
    return [
        swap
        for swap in found
        if swap not in addresses
        and not all(map(_may_be_of_address, swap, (before, after)))
        and not (towns and _are_towns(swap, before, after))
    ]


def is_abbreviated(swap: Swap, before: str, after: str) -> bool:
    """Whether a name was written out or abbreviated: 'AUP' and 'Acceptable Use Policy'."""
    return _abbreviates(swap[0], swap[1], before) or _abbreviates(swap[1], swap[0], after)


def is_other_control(swap: Swap, before: str, after: str) -> bool:
    """Whether an item of a menu, a page or a button is called otherwise: 'the Mail item' and 'Mail Settings'."""
    if states_effect((*swap[0], *swap[1])):
        return False
    if all(swap):
        return all(map(_is_control, swap, (before, after)))
    more, shown = (swap[1], after) if swap[1] else (swap[0], before)
    return len(more) <= _LONGEST_ADDITION and any(_REST_OF_NAME.match(shown, end) for end in _ends_of(more, shown))


def extends_name(swap: Swap, before: str, after: str) -> bool:
    """Whether words that only came or went belong to a name that stands there: 'Alder' and 'Alder Services'."""
    more, shown = (swap[1], after) if swap[1] else (swap[0], before)
    if len(more) > _LONGEST_ADDITION or states_effect(more) or not PLACES.isdisjoint(more):
        return False
    first, later = _joined_in_names(shown)
    return more[0] in later or more[-1] in first


def _are_addresses(swap: Swap, before: str, after: str) -> bool:
    spelt = [word for word in chain(*swap) if not _is_number(word) and len(word) >= _FEWEST_SIGNS_OF_A_NAME]
    # A number of a post box is masked, as are a state and its number.
    numbered = all(any(map(_may_be_number, side)) for side in swap) and any(any(map(_is_number, side)) for side in swap)
    return numbered and bool(spelt) and not states_effect(spelt) and all(map(_is_spelt_out, swap, (before, after)))


def _are_towns(swap: Swap, before: str, after: str) -> bool:
    """Whether a name gave way to another that may be of the town of an address: of no country, and of no state."""
    both = (*swap[0], *swap[1])
    named = 0 < max(map(len, swap)) <= _LONGEST_TOWN and PLACES.isdisjoint(both) and STATES.isdisjoint(both)
    return named and not states_effect(both) and all(map(is_entitled, swap, (before, after)))


def _may_be_of_address(side: Sequence[str], visible: str) -> bool:
    return all(map(_is_number, side)) or (any(map(_is_number, side)) and _is_spelt_out(side, visible))


def _is_spelt_out(side: Sequence[str], visible: str) -> bool:
    """Whether some words of an address stand in a text with capitals or numbers, but for the parts that are masked."""
    parts = [tuple(part) for masked, part in groupby(side, _PARTS_OF_ADDRESS.__contains__) if not masked]
    return bool(parts) and all(is_entitled(part, visible) for part in parts)


def _may_be_number(word: str) -> bool:
    return word == "contactdetail" or _is_number(word)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word[-1].isdigit()


def _abbreviates(short: Sequence[str], long: Sequence[str], visible: str) -> bool:
    if len(short) != 1 or len(long) < 2 or not _SHORT_FORM.fullmatch(short[0]) or short[0].upper() not in visible:
        return False
    initials = [word[0] for word in long]
    letters = iter(short[0])
    spelt = initials[0] == short[0][0] and all(initial in letters for initial in initials)
    return spelt and len(short[0]) - len(initials) <= _LITTLE_WORDS


def _is_control(side: Sequence[str], visible: str) -> bool:
    named = [word for word in side if word not in _CONTROLS]
    ends = _ends_of(named, visible)
    return bool(ends) and (len(named) < len(side) or any(_CONTROL.match(visible, end) for end in ends))


def is_entitled(side: Sequence[str], visible: str) -> bool:
    """Whether some words stand in a row in a text, each with a capital or with a number."""
    return bool(_ends_of(side, visible))


def _ends_of(side: Sequence[str], visible: str) -> list[int]:
    """Where some words end that stand in a row in a text, each with a capital or with a number."""
    if not side:
        return []
    tokens = _tokens(visible)
    rows = [(last - len(side) + 1, last + 1) for last in tokens.places.get(side[-1], ()) if last + 1 >= len(side)]
    return [
        tokens.ends[stop - 1]
        for start, stop in rows
        if tokens.words[start:stop] == tuple(side) and not any(tokens.small[start:stop])
    ]


class _Tokens(NamedTuple):
    """The words of a text, in order, which of them have no capital, where each ends, and where each has one."""

    words: tuple[str, ...]
    small: tuple[bool, ...]
    ends: tuple[int, ...]
    places: dict[str, list[int]]


@lru_cache(maxsize=_TEXTS_KEPT)
def _tokens(visible: str) -> _Tokens:
    found = list(_TOKEN.finditer(visible))
    shown = tuple([canonical_word(token[0].lower()) for token in found])
    small = tuple([_is_small(token[0]) for token in found])
    places: dict[str, list[int]] = {}
    for place, word in enumerate(shown):
        if not small[place]:
            places.setdefault(word, []).append(place)
    return _Tokens(shown, small, tuple([token.end() for token in found]), places)


def _is_small(word: str) -> bool:
    return word[0].islower() and len(word) > _LONGEST_PARTICLE and word not in _STREETS


@lru_cache(maxsize=_TEXTS_KEPT)
def _joined_in_names(visible: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words with a capital that stand right before another one, and those that stand right after one."""
    pairs = _PART_OF_NAME.findall(visible)
    first, later = (frozenset(canonical_word(pair[side].lower()) for pair in pairs) for side in (0, 1))
    return first, later
