"""Amounts of money, with their currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import words_of
from conductatlas.provisions.facts.speech import SENTENCE_END

_SYMBOLS = {
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "Rs.": "INR",
}
_CODES = ("USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "JPY", "DKK", "SEK", "NOK", "CZK", "KRW", "INR")
_NAMES = {
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "pound sterling": "GBP",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "new zealand dollar": "NZD",
    "swiss franc": "CHF",
}
_FIGURE = r"\d{1,3}(?:[,. \u00a0\u2009\u202f]\d{3}){1,4}(?:[.,]\d{2})?|\d{1,9}(?:[.,]\d{1,2})?"
_MARKS = "|".join(re.escape(mark) for mark in (*sorted(_SYMBOLS, key=len, reverse=True), *_CODES))
_NAMED = r"(?:u\.?s\.? |canadian |australian |new zealand )?(?:dollars?|euros?|pounds?(?: sterling)?|swiss francs?)"
_BEFORE = re.compile(rf"({_MARKS})\s?({_FIGURE})(?!\d)")
_AFTER = re.compile(rf"(?<![\d.,])({_FIGURE})\s?(€|£|{'|'.join(_CODES)}|{_NAMED})(?!\w)", re.IGNORECASE)
# The words of a limit of liability, which stand in the sentence of its sum; the size of a claim is none.
_CAP = re.compile(
    r"\b(?:exceed|in excess of|(?:greater|lesser|lower|higher|larger) of|limited to|maximum|aggregate|liable for more)"
    r"|\bwhichever is\b|\bcap(?:ped)?\b",
    re.IGNORECASE,
)
_LIABLE = re.compile(r"\bliab|\b(?:damages|losses|responsibility)\b", re.IGNORECASE)
_SIZE_OF_CLAIM = re.compile(
    r"\b(?:amounts? (?:in controversy|in dispute|sought)|claims? (?:less|worth|seeking)|relief|seeks?|seeking)\b"
    r"[^.;]{0,80}\Z",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\bU\.S\.", re.IGNORECASE)
_EXAMPLE = re.compile(r"(?:\be\.g\.|\bfor (?:example|instance))[^.;)]{0,60}\Z", re.IGNORECASE)
_LONGEST_SENTENCE, _AHEAD, _BEHIND = 800, 400, 200
_LONGEST_MARK = 8
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[$€£¥₹]|\bRs\.")
_NAME_WORDS = frozenset(word for name in _NAMES for word in (name.split()[-1], f"{name.split()[-1]}s"))
_CURRENCY_WORDS = _NAME_WORDS | {"sterling", "pound", "pounds", *(code.lower() for code in _CODES)}


def find_amounts(text: str) -> Iterator[Fact]:
    """Amounts in a passage: `liability-cap` where the words around speak of a limit of liability, else `amount`.

    The value is a plain decimal number, the unit an ISO 4217 code; a bare `$` is taken for US dollars.
    """
    if _CURRENCY_WORDS.isdisjoint(words_of(text)) and not _SIGN.search(text):
        return
    digit = _DIGIT.search(text)
    if digit is None:
        return
    limits = _CAP.search(text) is not None and _LIABLE.search(text) is not None
    for found in _BEFORE.finditer(text, max(0, digit.start() - _LONGEST_MARK)):
        # 'If the balance falls below, say, $100': what is set as an example is not what the clause states.
        if not _EXAMPLE.search(text, max(0, found.start() - _BEHIND), found.start()):
            currency = _SYMBOLS.get(found.group(1), found.group(1))
            yield _fact(text, found.start(), found.end(), found.group(2), currency, limits)
    for found in _AFTER.finditer(text, digit.start()):
        yield _fact(text, found.start(), found.end(), found.group(1), _currency(found.group(2)), limits)


def _currency(name: str) -> str:
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    if name.upper() in _CODES:
        return name.upper()
    return _NAMES.get(name.lower().removesuffix("s"), _NAMES.get(name.lower(), "USD"))


def _fact(text: str, start: int, end: int, figure: str, currency: str, limits: bool) -> Fact:
    kind = "liability-cap" if limits and _limits_liability(text, start, end) else "amount"
    return Fact(start, end, kind, str(decimal_value(figure)), currency)


def _limits_liability(text: str, start: int, end: int) -> bool:
    """Whether the words of its sentence, or near it, limit liability to a sum."""
    before = _ABBREVIATED.sub("US", text[max(0, start - _LONGEST_SENTENCE) : start])
    if _SIZE_OF_CLAIM.search(before):
        return False
    sentence = before[max((found.end() for found in SENTENCE_END.finditer(before)), default=0) :]
    around = f"{max(sentence, before[-_AHEAD:], key=len)} {text[end : end + _BEHIND]}"
    return _CAP.search(around) is not None and _LIABLE.search(around) is not None


def decimal_value(figure: str) -> Decimal:
    """The value of a figure in either notation: the last mark is a decimal one unless three digits follow it."""
    plain = re.sub(r"\s", "", figure)
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0 and len(plain) - last - 1 != 3:
        whole, fraction = plain[:last], plain[last + 1 :]
        return Decimal(re.sub(r"[.,]", "", whole) + "." + fraction)
    return Decimal(re.sub(r"[.,]", "", plain))
