"""Whether words changed to the letter: nothing of them can carry an effect, or only names gave way to others."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from conductatlas.changes.language.effect import says_the_same
from conductatlas.changes.redlines.redline import SegmentKind, redline
from conductatlas.provisions import find_facts

# '(a)', '9.1' and 'iv.' before an item, or a passage; the blank behind them may be lost.
_ITEM_NUMBERS = re.compile(
    r"(?:\A|(?<=[:;,.\n] )|(?<=\n)|(?<=[;,] and )|(?<=[;,] or ))"
    r"(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|\d{1,2}(?:\.(?:\d{1,2}|[a-z]|[ivx]{1,4}))+\.?|(?:[a-z]|[ivx]{1,4}|\d{1,2})\.)"
    r"(?:\s+|\Z|(?=[A-Z][a-z]))"
)
# What each of them has in it, soon looked for.
_MAY_BE_NUMBER = re.compile(r"\((?:[a-z]{1,5}|\d{1,2})\)|\b(?:\d{1,2}|[a-z]|[ivx]{2,4})\.")
_NUMBER = re.compile(r"\d(?:[\d.,:/-]*\d)?")
# 'Larkwell Inc'
_NAME_AND_FORM = 2
# What is neither letter nor digit.
_BETWEEN_SIGNS = re.compile(r"[\W_]+")
# What clauses of these types name, companies, places or roles, is what they state, …
_ON_NAMES = frozenset(("data-processing-terms", "international-transfer", "service-provider-sharing"))
# … and those of these types state who the other side is, by the names of companies among others.
_ON_PARTIES = frozenset(
    (
        *("contracting-entity-contact", "general-provisions", "provider-assignment", "affiliate-sharing"),
        *("governing-law", "jurisdiction-venue"),
    )
)
# The facts on law, by the types of the clauses that are about them.
ON_LAW = {"governing-law": "governing-law", "jurisdiction-venue": "venue"}
# 'with Heron, who handles it for us'
_RECIPIENT = re.compile(r"\b(?:with|to|by|through|via) (?=([A-Z]\S*) (?:who|which|(?:acting )?as our|our)\b)")
_COMPANY = re.compile(
    r"(?<![\w.&’'-])(?:[A-Z0-9][\w.&’'-]*,? (?:(?:of|and|&) )?){1,6}"
    r"(?:Inc|Incorporated|Corp|Corporation|LLC|L\.L\.C|LLP|LP|Ltd|Limited|PLC|plc|Company|Co|GmbH|AG|SE|UG|KG|SAS|SARL"
    r"|S\.A\.S|S\.A|SA|S\.à r\.l|Sàrl|B\.V|BV|N\.V|NV|AB|AS|ApS|A/S|Oy|S\.r\.l|Srl|S\.p\.A|S\.L|Pty)(?!\w)"
)


# An edit is asked about more than once for each type that its passage states.
@lru_cache(maxsize=8192)
def are_to_the_letter(clause_type: str, before: str, after: str) -> bool:
    """Whether between two visible texts nothing that can carry an effect changed, or only names gave way to others.

    Whose law applies, who gets something, and whom a clause names that is about them, are no matters of letters.
    """
    # A blank or a sign that came between two words, or went, makes other words of them for a program alone.
    if says_the_same(before, after) or _signs(before) == _signs(after):
        return True
    if _has_words_alone(before, after) or _has_words_alone(after, before):
        return False
    segments = redline(before, after)
    swapped = {kind: [one.text for one in segments if one.kind is kind] for kind in SegmentKind}
    went, came = " ".join(swapped[SegmentKind.DELETED]).split(), " ".join(swapped[SegmentKind.INSERTED]).split()
    if not went or not came or not all(word[0].isupper() for word in (*went, *came)):
        return False
    if _without_points(" ".join(went)) == _without_points(" ".join(came)):
        return True
    if clause_type in _ON_NAMES or (clause_type in _ON_PARTIES and _companies(before) != _companies(after)):
        return False
    return recipients(before) == recipients(after) and _laws(before, ON_LAW.values()) == _laws(after, ON_LAW.values())


# A block is asked for each of its differences.
@lru_cache(maxsize=1024)
def recipients(visible: str) -> frozenset[str]:
    """What stands, with a capital, where a sentence may say who gets something, with the comma behind it."""
    return frozenset(_RECIPIENT.findall(visible))


def _has_words_alone(visible: str, other: str) -> bool:
    """Whether a visible text has words in small letters that another one has nowhere: then not only names changed."""
    alone = set(visible.split()).difference(other.split())
    return any(word.isascii() and word.isalpha() and word.islower() and word not in other for word in alone)


def without_item_numbers(visible: str) -> str:
    """A visible text without the numbers of its items, and its own."""
    return _ITEM_NUMBERS.sub("", visible) if _MAY_BE_NUMBER.search(visible) else visible


def name_law(clause_type: str, before: str, after: str) -> bool:
    """Whether two quotes of a clause on law both name one: then they state it, however sure the finder is."""
    kinds = [ON_LAW[clause_type]] if clause_type in ON_LAW else []
    return bool(kinds) and bool(_laws(before, kinds)) and bool(_laws(after, kinds))


# One passage may state several clause types.
@lru_cache(maxsize=4096)
def _signs(visible: str) -> tuple[str, list[str]]:
    """The letters and digits of a visible text in a row, and its numbers with the points and commas within them.

    Small letters are as capitals. Those that number its items are none of them.
    """
    unnumbered = without_item_numbers(visible)
    return _BETWEEN_SIGNS.sub("", unnumbered).casefold(), _NUMBER.findall(unnumbered)


def _companies(visible: str) -> frozenset[str]:
    """The companies that a visible text names by their form, without its points: 'Larkwell Software Inc'."""
    return frozenset(_without_points(found[0]) for found in _COMPANY.finditer(visible))


def names_other_parties(clause_type: str, before: str, after: str) -> bool:
    """Whether two visible texts of a clause on who the other side is name other companies, by name and form.

    Of each name the last word counts and the form: what stands ahead may be an address, or a place in a list.
    """
    if clause_type not in _ON_PARTIES:
        return False
    said, says = (
        {tuple(name.split()[-_NAME_AND_FORM:]) for name in _companies(visible)} for visible in (before, after)
    )
    return bool(said and says) and said != says


def names_another_law(before: str, after: str) -> bool:
    """Whether of two visible texts both name whose law applies, or whose courts decide, and not the same one."""
    said, says = (_laws(one, ON_LAW.values()) for one in (before, after))
    return bool(said and says) and said != says


def _without_points(names: str) -> str:
    return names.replace(".", "").replace(",", "")


def _laws(quote: str, kinds: Collection[str]) -> frozenset[str]:
    """Whose law or whose courts a quote names, by the kinds of facts that are meant."""
    return frozenset(fact.value for fact in find_facts(quote) if fact.kind in kinds)
