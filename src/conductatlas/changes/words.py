"""The words of a text, as comparisons see them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from sys import intern

from rapidfuzz.distance import Indel

# Scripts without spaces between words are taken sign by sign.
_SIGN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# A number and a full stop are no part of the word after them: '5.Fees'.
_JOINT = r"(?:['’@/-]|\.(?!(?<=\d\.)[^\W\d]))"
_WORD = re.compile(rf"[{_SIGN}]|[^\W{_SIGN}]+(?:{_JOINT}[^\W{_SIGN}]+)*")
# Tokens that a page makes anew at each load: long, and mixing digits with letters as no word does.
_RANDOM_TOKEN = re.compile(r"(?=\w*\d)(?=\w*[a-zA-Z])[\w-]{16,}|[0-9a-fA-F]{12,}")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?:19|20)\d\d"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\d{1,2}\.? (?:de |d')?[^\W\d_]{3,10}\.?,? (?:de )?(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    rf"|{_MONTH} (?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?!\w)"
    # Without a year a month must have its capital: 'may 30' may be a verb and a number.
    r"|\b(?-i:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2})(?!\w)",
    re.IGNORECASE,
)
# What a page shows in place of an address that it hides from programs.
HIDDEN_ADDRESS = re.compile(r"[\w.]*\[?email\s?protected\]?\w*", re.IGNORECASE)
_CONTACT = re.compile(
    rf"{HIDDEN_ADDRESS.pattern}|https?://\S+|www\.\S+|\S+@\S+\.\w+|\+\d[\d ()-]{{6,20}}\d", re.IGNORECASE
)
# Above this number of words Indel distance is no longer cheap; likeness is then judged on the words as a bag.
_LONGEST_SEQUENCE = 5000
# Shorter blocks are the same words by accident.
FEWEST_WORDS_TO_STAND_FOR = 5


@lru_cache(maxsize=32768)
def words(visible: str) -> tuple[str, ...]:
    """The words of a visible text in lower case, without punctuation and without random tokens."""
    return tuple(intern(word.lower()) for word in _WORD.findall(visible) if not _RANDOM_TOKEN.fullmatch(word))


@lru_cache(maxsize=32768)
def without_particulars(visible: str) -> str:
    """A visible text with its dates and contact details masked: two texts that differ only in those agree."""
    if not any(character.isdigit() or character in "@]" for character in visible) and "http" not in visible:
        return visible
    return _CONTACT.sub(" contactdetail ", _DATE.sub(" calendardate ", visible))


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of two word sequences is common and in the same order: 0 (nothing) to 1 (the same)."""
    if not old and not new:
        return 1.0
    if max(len(old), len(new)) > _LONGEST_SEQUENCE:
        return 2 * _in_both(old, new) / (len(old) + len(new))
    return Indel.normalized_similarity(old, new)


def in_order(part: Sequence[str], whole: Sequence[str]) -> float:
    """Which share of the words of one sequence stands in another, in order: 0 (none) to 1 (all)."""
    if max(len(part), len(whole)) > _LONGEST_SEQUENCE:
        return _in_both(part, whole) / len(part) if part else 0.0
    return Indel.similarity(part, whole) / 2 / len(part) if part else 0.0


def _in_both(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences have in common, in whatever order."""
    return (Counter(one) & Counter(other)).total()
