"""Lists, counts, days and beginnings of texts as English sentences say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_MONTHS_A_YEAR = 12
# Up to two years people count in months, as terms do.
_MOST_MONTHS = 24


def series(names: Sequence[str], word: str = "and") -> str:
    """Names as a reader lists them: 'a, b and c'."""
    return f" {word} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def short_series(names: Sequence[str], most: int) -> str:
    """The same with the first `most` names, and the others counted: 'a, b and 3 more'."""
    return series(names if len(names) <= most else [*names[:most], f"{len(names) - most} more"])


def count(number: int, noun: str) -> str:
    """A number of things: '1 block', '1,200 blocks'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def amount(value: str, unit: str) -> str:
    """A figure with its unit, a currency or a time: 'EUR 1,000', '1 month', '14 days', '3 years' for 36 months.

    Raises ValueError where the value is no number.
    """
    number = float(value)
    if unit.isupper():
        return f"{unit} {number:,.2f}".removesuffix(".00")
    if unit == "months" and number > _MOST_MONTHS and number % _MONTHS_A_YEAR == 0:
        number, unit = number / _MONTHS_A_YEAR, "years"
    return f"{number:g} {unit.removesuffix('s') if number == 1 else unit}"


def times(number: int) -> str:
    """How often something happened: 'once', 'twice', '3 times'."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def day(on: date) -> str:
    """A day as a sentence names it: '5 March 2026'."""
    return f"{on.day} {on:%B} {on.year}"


def short_day(on: date) -> str:
    """A day where there is little room: '5 Mar 2026'."""
    return f"{on.day} {on:%b} {on.year}"


def shortened(text: str, length: int, without: str = "") -> str:
    """A text; where it is longer than `length`, its first words and ' …', without some characters before that."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(f"{without}… ") + " …"


def capitalised(text: str) -> str:
    """A text with its first letter large, and all others as they are."""
    return f"{text[:1].upper()}{text[1:]}"


def one_line(text: str) -> str:
    """A text with each run of white space and line breaks as one space, and without other control characters."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
