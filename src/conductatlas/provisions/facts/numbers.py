"""Numbers as contracts write them: digits, words, or both ('thirty (30)')."""

from __future__ import annotations

import re

_ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_VALUES = {word: value for value, word in enumerate(_ONES)} | _TENS
_VALUES |= {f"{tens}-{_ONES[one]}": value + one for tens, value in _TENS.items() for one in range(1, 10)}
_VALUES |= {"hundred": 100, "one hundred": 100, "one hundred and eighty": 180, "a": 1, "an": 1}
_WORDS = "|".join(
    sorted((re.escape(word) for word in _VALUES if word not in ("a", "an", "hundred")), key=len, reverse=True)
)

# A number in words or in digits, optionally followed by the same in brackets the other way.
NUMBER = rf"(?:(?:{_WORDS})\s?\(\s?\d{{1,4}}\s?\)|\d{{1,4}}\s?\(\s?(?:{_WORDS})\s?\)|\d{{1,4}}(?:\.\d)?|(?:{_WORDS}))"
# What every number ends in, digits aside: the last of its words, or a bracket.
NUMBER_ENDINGS = (")", *sorted({re.split(r"[ -]", word)[-1] for word in _VALUES if word not in ("a", "an")}))
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def number_value(text: str) -> float:
    """The value of what NUMBER matched; digits outrank words where both stand.

    Raises ValueError where the text is no number.
    """
    digits = _DIGITS.search(text)
    if digits:
        return float(digits.group())
    word = " ".join(text.lower().split())
    if word not in _VALUES:
        raise ValueError(f"not a number: {text!r}")
    return float(_VALUES[word])
