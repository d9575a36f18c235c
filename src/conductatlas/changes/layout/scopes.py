"""Headings that say for whom, or where, what stands below them holds: a sentence below means less than it says."""

from __future__ import annotations

import re
from functools import lru_cache

from conductatlas.changes.layout.title_lines import LOWEST_HEADING, number_at, titles_in
from conductatlas.reading import BlockKind, Document

_PLACES = (
    r"(?-i:EU|EEA|EFTA|UK|U\.?S\.?|USA|European (?:Economic Area|Union)|Europe(?:an)?|Swiss|Switzerland"
    r"|United (?:Kingdom|States)(?: of America)?|California|Brazil|Canada|Québec|Quebec|India|Indonesia|Japan"
    r"|(?:South )?Korean?|(?:Republic of )?Korea|Australian?|New Zealand|France|Germany|Italy|Poland|Belgium|Spain"
    r"|Mexico|Argentina|Israel|Turkey|Türkiye|Singapore|Taiwan|Thailand|Vietnam|South Africa|(?:Mainland )?China"
    r"|Nevada|Virginia|Colorado|Texas|Washington)"
)
# 'South Korea', 'EEA, Switzerland and UK'
_ONLY_PLACES = re.compile(rf"(?=.*\b{_PLACES}\b)(?:[\W\d]|\b(?:the|and|or)\b|\b{_PLACES}(?!\w))+", re.IGNORECASE)
_PEOPLE = (
    r"(?:business|enterprise|professional|education|edu|government|institutional)? ?(?:users?|customers?|accounts?"
    r"|business(?:es)?|organi[sz]ations?|consumers?|developers?|minors|children|teens|data subjects?)"
)
_NUMBERING = r"(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)]) )?"
_OF_ALL = r"(?:your|our|user|the|all|about|creating|managing|third|party|social|media|linked)"
_LIMITS = re.compile(
    # The name of a place is all that the title is.
    rf"\A{_NUMBERING}(?:the )?{_PLACES}(?:,? (?:and|or|&) (?:the )?{_PLACES})*\W*\Z"
    # 'Admin Accounts', 'Business customers'
    rf"|\A{_NUMBERING}(?:(?!{_OF_ALL}\b)[a-z-]+ ){{1,2}}"
    r"(?:users|customers|accounts|subscribers|members)\W*\Z"
    rf"|\bonly\b|\bresidents?\b|\breside\b"
    rf"|\b(?:for|if you(?: are| live| reside)?|applicable to|specific to|subject to)\b(?! all).{{0,40}}\b{_PEOPLE}\b"
    rf"|\b(?:for|in|within|outside|residing|located|to) (?:the )?(?:\w+ ){{0,2}}{_PLACES}\b"
    rf"|\b{_PLACES}[- ](?:specific|users?|residents?|consumers?|citizens|privacy|provisions?)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:for|to) (?:all|any|every)\b|\bhow\b|\bwhat\b|\?", re.IGNORECASE)
_LONGEST = 120


@lru_cache(maxsize=4096)
def limits_scope(title: str) -> bool:
    """Whether a title says for whom, or where, what stands below it holds."""
    if len(title) > _LONGEST or _ALL.search(title):
        return False
    return _LIMITS.search(title) is not None or (_ONLY_PLACES.fullmatch(title) is not None and title[-1:] != ":")


def scope_over(document: Document, number: int) -> str:
    """The nearest of the headings that a block is a part of which limits what it says; empty where none does.

    A line that is a title ends the part over it as a heading of its level does, and so does a section with a later
    number than the one in which that part stands.
    """
    titles = titles_in(document)
    level, begun = None, ""
    for place in range(number - 1, -1, -1):
        title = titles[place]
        if title is None or title.runs_in:
            continue
        numbers = number_at(document, place)
        begun = numbers[0] if len(numbers) == 1 else begun
        is_heading = document.blocks[place].kind is BlockKind.HEADING
        if title.level > LOWEST_HEADING or (level is not None and title.level >= level):
            continue
        level = title.level
        if is_heading and limits_scope(document.visible[place]):
            return "" if _ends_before(document, place, begun) else document.visible[place]
        if level <= 1:
            break
    return ""


def _ends_before(document: Document, place: int, begun: str) -> bool:
    """Whether the section in which a block stands has an earlier number than one that began below it."""
    if not begun.isdigit():
        return False
    titles = titles_in(document)
    above = (number_at(document, one) for one in range(place, -1, -1) if titles[one])
    first = next((numbers[0] for numbers in above if len(numbers) == 1 and numbers[0].isdigit()), "")
    return bool(first) and int(first) < int(begun)
