"""Periods: how long before, how long after, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.numbers import NUMBER, number_value

# The unit is looked for first and the number before it then: units are rare, and numbers take many forms.
_UNIT = re.compile(r"\b(hour|day|week|month|year)s?\b(?! old| of age)", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(
    rf"\b({NUMBER})[\s-](?:(?:calendar|business|working|consecutive|full|additional|more)\s)?\Z", re.IGNORECASE
)
_LONGEST_NUMBER = 60
_UNITS = {"hour": "hours", "day": "days", "week": "days", "month": "months", "year": "months"}
_FACTORS = {"week": 7, "year": 12}
_REACH = 90

# Which kind a period is, by the words around it; the first that fits decides.
_KINDS = (
    ("opt-out-deadline", re.compile(r"opt[ -]?(?:ing )?out|reject(?:ing)? (?:this )?arbitration", re.IGNORECASE)),
    (
        "claim-deadline",
        re.compile(
            r"\b(?:claim|cause of action|suit|bring|commence[ds]?|filed?)\b.{0,60}\b(?:within|after)\b|barred",
            re.I | re.S,
        ),
    ),
    (
        "notice-period",
        re.compile(r"\bnotice\b|\bnotif(?:y|ied|ication)|in advance|\binform(?:s|ed)?\b|prior to", re.IGNORECASE),
    ),
    ("refund-period", re.compile(r"\brefund|\bwithdraw|cooling[ -]off|money[ -]back|\bcancel", re.IGNORECASE)),
    (
        "retention-period",
        re.compile(
            r"\bretain|\bretention|\bkeep|\bkept|\bstor(?:e[ds]?|age|ing)\b|\bdelet|\beras|\bpurg|\bremain", re.I
        ),
    ),
    ("inactivity-period", re.compile(r"\binactiv|not (?:logged|signed) in|\bdormant|\bunused", re.IGNORECASE)),
    ("liability-period", re.compile(r"\bamounts?\b|\bpaid\b|\bfees\b|\bliab", re.IGNORECASE)),
)


def find_periods(text: str) -> Iterator[Fact]:
    """Periods that a passage states, each of the kind that the words within 90 characters around it tell.

    Weeks are given in days, years in months; a period that nothing around it explains is left out.
    """
    for unit in _UNIT.finditer(text):
        window = max(0, unit.start() - _LONGEST_NUMBER)
        number = _NUMBER_BEFORE.search(text[window : unit.start()])
        if number is None:
            continue
        start = window + number.start()
        kind = _kind(text[max(0, start - _REACH) : start], text[unit.end() : unit.end() + _REACH])
        if kind is not None:
            name = unit.group(1).lower()
            value = number_value(number.group(1)) * _FACTORS.get(name, 1)
            yield Fact(start, unit.end(), kind, f"{value:g}", _UNITS[name])


def _kind(before: str, after: str) -> str | None:
    around = f"{before} \x00 {after}"
    return next((kind for kind, pattern in _KINDS if pattern.search(around)), None)
