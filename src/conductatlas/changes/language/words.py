"""How alike the words of two texts are, and which parts of a text are particulars: dates and contact details."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from string import digits

from rapidfuzz.distance import Indel, LCSseq

from conductatlas.reading import visible_text, without_link_notes, word_line, words

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
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?![\d_]|(?-i:[a-z]|T\d))"
    # Without a year a month must have its capital: 'may 30' may be a verb and a number.
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?"
    r"(?-i:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)(?!\w)"
    r"|\b(?-i:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2})(?!\w)"
    # The month that an issue, or what was taken from it, is of.
    r"|(?<!\d)\d{1,2}\s?月(?=[号分])",
    re.IGNORECASE,
)
# What a page shows in place of an address that it hides from programs.
# It begins where its run of signs does, or soon after: who looks on from each sign of a long run takes its square.
_HIDDEN_ADDRESS = re.compile(
    r"(?<![\w.]{64})[\w.]*\[?email\s?protected\]?(?:[\w×]|[.-](?=\w))*",
    re.IGNORECASE,
)
# What an address is of: no white space, and no sign of a script that has none between words, as stands beside one.
_IN_ADDRESS = r"[^\s\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]"
# Kinds of contact details, by what each has in it.
_CONTACTS = {
    "protected": _HIDDEN_ADDRESS.pattern,
    # 'legal [at] birch.example (legal[at]birch[dot]example)'
    "[at]": r"(?<!\S{64})[\w.+-]+ ?\[at\] ?[\w-]+(?:(?:\.| ?\[dot\] ?)[\w-]+)+",
    "@": rf"(?<!{_IN_ADDRESS}{{64}})(?:mailto:\s?)?{_IN_ADDRESS}+@{_IN_ADDRESS}+\.(?:(?=\w){_IN_ADDRESS})+",
    # The full stop of the sentence is no part of it.
    "://": rf"(?<![a-z])[a-z][a-z\d+-]{{1,14}}://{_IN_ADDRESS}+(?<![.,;:!?])",
    "www.": rf"www\.{_IN_ADDRESS}+(?<![.,;:!?])",
    "javascript:": r"javascript:\S+(?: 0\))?",
    "+": r"\+\d[\d ()-]{6,20}\d",
}
# Those that an address is, hidden or not.
_ADDRESSES = ("protected", "[at]", "@")
# Groups of digits, eight digits or more in all: a telephone's number.
# What stands before its first sign is asked about behind it, since such signs are soonest looked for.
_TELEPHONE = re.compile(
    r"[(\d](?<![\w.,€$£-][(\d])(?:(?<=\()\d{1,5}\)|(?<=\d)\d{0,4})(?:[ -]{1,2}\(?\d{2,5}\)?){2,7}(?![\w%€$£]|[.,]\d)"
)
_FEWEST_DIGITS = 8
_POINTS = re.compile(r"\.+")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MAY_BE_DATE = re.compile(
    rf"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|(?:st|nd|rd|th)? (?:of )?(?:{'|'.join(_MONTHS)})|\s?月[号分])"
)
_MAY_BE_DATE_BEHIND_MONTH = re.compile(rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.? \d")
# Above this number of words Indel distance is no longer cheap; likeness is then judged on the words as a bag.
_LONGEST_SEQUENCE = 5000
# A bound given to rapidfuzz is this much lower: it rounds some likenesses that just reach a bound to less.
_ROUNDING = 0.001
# The number of a footnote, in brackets of its own, also in a longer label, or as a link.
FOOTNOTE = re.compile(r"\[(?:\\\[)?\d{1,3}(?:\\\])?\]\([^()\s]*\)|\\?\[\^?\d{1,3}\\?\]")
ENDS_SENTENCE = (".", ";", ":", "!", '."', ".)", "。", "；", "：")
# Shorter blocks are the same words by accident.
FEWEST_WORDS_TO_STAND_FOR = 5


@lru_cache(maxsize=32768)
def without_particulars(visible: str) -> str:
    """A visible text with its dates and contact details masked: two texts that differ only in those agree."""
    lowered = visible.lower()
    contacts = tuple([sign for sign in _CONTACTS if sign in lowered])
    if not contacts and not has_digit(visible):
        return visible
    if _may_name_date(visible):
        visible = _DATE.sub(" calendardate ", visible)
    if contacts:
        visible = _contact(contacts).sub(" contactdetail ", visible)
    return _TELEPHONE.sub(_unless_short, visible)


def _may_name_date(visible: str) -> bool:
    """Whether a text has what every date has in it, soon looked for."""
    if not has_digit(visible):
        return False
    if _MAY_BE_DATE.search(visible):
        return True
    return any(map(visible.__contains__, _MONTHS)) and _MAY_BE_DATE_BEHIND_MONTH.search(visible) is not None


def _unless_short(number: re.Match[str]) -> str:
    return " contactdetail " if sum(map(str.isdigit, number[0])) >= _FEWEST_DIGITS else number[0]


@lru_cache(maxsize=1 << len(_CONTACTS))
def _contact(signs: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the kinds of contact details that have some signs in them."""
    return re.compile("|".join([_CONTACTS[sign] for sign in signs]), re.IGNORECASE)


def hides_address(visible: str) -> bool:
    """Whether a visible text has an address in it that the page hides from programs."""
    lowered = visible.lower()
    # Many a text protects something; few hide an address.
    perhaps = "protected" in lowered and ("email" in lowered or not visible.isascii())
    return perhaps and _HIDDEN_ADDRESS.search(visible) is not None


def is_hidden_address(old: str, new: str) -> bool:
    """Whether two texts differ in nothing but an address that one of them hides from programs."""
    if not (hides_address(old) or hides_address(new)):
        return False
    return _without_addresses(old) == _without_addresses(new)


def _without_addresses(visible: str) -> tuple[str, ...]:
    lowered = visible.lower()
    signs = tuple([sign for sign in _ADDRESSES if sign in lowered])
    return words(_contact(signs).sub(" contactdetail ", visible) if signs else visible)


def has_same_words(one: str, other: str) -> bool:
    """Whether two quotes hold the same words, but for an address that one of them hides from programs.

    Notes on links and the numbers of footnotes are no words of theirs.
    """
    before, after = visible_text(one), visible_text(other)
    if before == after or words(before) == words(after) or is_hidden_address(before, after):
        return True
    bare = [words(visible_text(without_footnotes(without_link_notes(quote)))) for quote in (one, other)]
    return ("[" in one or "[" in other) and bare[0] == bare[1]


def without_footnotes(markdown: str) -> str:
    """A Markdown text without the numbers of its footnotes."""
    return FOOTNOTE.sub(" ", markdown) if "[" in markdown else markdown


def has_digit(visible: str) -> bool:
    """Whether a text has a digit in it, drawn ones such as '❶' among them."""
    return any(map(visible.__contains__, digits)) or (not visible.isascii() and any(map(str.isdigit, visible)))


def spaced_line(visible: str) -> str:
    """The words of a visible text in a line, with a space at either end: one in another is so many words in a row."""
    return f" {word_line(visible)} "


def hashed_runs(shown: Sequence[str], length: int) -> Iterator[int]:
    """The runs of so many neighbouring words, each as its hash, which takes less time and memory."""
    return map(hash, zip(*(shown[first:] for first in range(length)), strict=False))


def more_in(some: Sequence[str], others: Iterable[str]) -> list[str]:
    """Those of some sentences that others, by their words, have not so often."""
    left = Counter(map(word_line, others))
    more = []
    for one in some:
        left[word_line(one)] -= 1
        if left[word_line(one)] < 0:
            more.append(one)
    return more


def letters_of(text: str) -> str:
    """The letters and figures of a line of words, its line feeds, and the points within numbers: '1.5' is not '15'.

    The marks inside a word, as in 'as-is', are lost with the breaks beside them.
    """
    text = _POINTS.sub(_point_of_a_number, text)
    for mark in set(text):
        if not (mark.isalnum() or mark in "\n."):
            text = text.replace(mark, "")
    return text


def _point_of_a_number(points: re.Match[str]) -> str:
    """A point between two figures as it is; nothing for others."""
    text, start, end = points.string, points.start(), points.end()
    between = text[start - 1 : start].isdecimal() and text[end : end + 1].isdecimal()
    return points[0] if between and points[0] == "." else ""


def likeness(old: Sequence[str], new: Sequence[str], least: float = 0.0) -> float:
    """How much of two word sequences is common and in the same order: 0 (nothing) to 1 (the same).

    Less than `least` may be told as 0, which is sooner known.
    """
    if not old and not new:
        return 1.0
    if 2 * min(len(old), len(new)) < least * (len(old) + len(new)):
        return 0.0
    if max(len(old), len(new)) > _LONGEST_SEQUENCE:
        return 2 * _in_both(old, new) / (len(old) + len(new))
    return Indel.normalized_similarity(old, new, score_cutoff=max(0.0, least - _ROUNDING))


def in_order(part: Sequence[str], whole: Sequence[str], least: float = 0.0) -> float:
    """Which share of the words of one sequence stands in another, in order: 0 (none) to 1 (all).

    Less than `least` may be told as 0, which is sooner known.
    """
    if not part or len(whole) < least * len(part):
        return 0.0
    if max(len(part), len(whole)) > _LONGEST_SEQUENCE:
        return _in_both(part, whole) / len(part)
    return LCSseq.similarity(part, whole, score_cutoff=int(least * len(part))) / len(part)


def _in_both(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences have in common, in whatever order."""
    return (Counter(one) & Counter(other)).total()
