"""Periods: how long before, how long after, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters, words_of
from conductatlas.provisions.facts.numbers import NUMBER, NUMBER_ENDINGS, number_value

# The unit is looked for first and the number before it then: units are rare, and numbers take many forms.
_UNIT = re.compile(r"\b(hour|day|week|month|year)s?\b(?! old| of age)")
_QUALIFIERS = ("calendar", "business", "working", "consecutive", "full", "additional", "more")
_NUMBER_BEFORE = re.compile(rf"\b({NUMBER})[\s-](?:(?:{'|'.join(_QUALIFIERS)})\s)?\Z")
_LONGEST_NUMBER = 60
_UNITS = {"hour": "hours", "day": "days", "week": "days", "month": "months", "year": "months"}
_FACTORS = {"week": 7, "year": 12}
_UNIT_WORDS = frozenset(word for unit in _UNITS for word in (unit, f"{unit}s"))
_REACH = 90
# The length of a subscription, the time to pay an invoice and the time to mend a breach are none of these.
_TO_PAY = re.compile(
    r"\s(?:of|after|from)\s(?:[\w'’]+\s){0,4}invoice"
    r"|[\s-](?:initial|renewal|subscription|billing)\s(?:term|period|cycle)"
)
_TO_CURE = re.compile(r"\b(?:cure|remed(?:y|ied)|rectif(?:y|ied))\b[^.;]{0,60}\Z")

# 'Once every 12 months, upon 30 days' notice': the notice is not of 12 months. What another period stands with belongs
# to that one.
_UNTIL_ANOTHER = re.compile(
    r"[^,;]*(?=[,;](?:\D{0,40}\d[\w\s()-]{0,20}|[\w\s()-]{0,40})\b(?:hour|day|week|month|year)s?\b)"
)
_SINCE_ANOTHER = re.compile(r".*\b(?:hour|day|week|month|year)s?\b[^,;]*[,;]", re.DOTALL)
# 'Within 10 days of our notice' is the time that comes after it.
_WITHIN = re.compile(r"\b(?:within|(?:not|no) later than) (?:a period of |the )?\Z")
_OF_NOTICE = re.compile(r"\s(?:of|after|from|following)\b[^.;]{0,60}\b(?:notice|notif|inform|receipt|receiv)")
# 'If you do not respond within 30 days of our notice, we may delete it' is no time for which anything is kept.
_OF_A_NOTICE = re.compile(
    r"\s(?:of|after|from|following)\s(?:(?:providing|giving|sending|receiving|receipt of)\s)?(?:you\s)?"
    r"(?:(?:our|such|this|that|the|with)\s)?notice\b"
)
# Words of another sentence say nothing of these.
_OF_ONE_SENTENCE = frozenset(("notice-period", "refund-period"))
_SENTENCE_END = re.compile(r"[.;!?]\s")
# 'Two years and one day' is neither of the two.
_AND_MORE = re.compile(r"\s(?:and|plus)\s(?:[\w-]+\s)?(?:\(\d+\)\s)?(?:hour|day|week|month|year)s?\b")
_MORE = re.compile(r"(?:hour|day|week|month|year)s?\s(?:and|plus)\s\Z")

_IN_THE_FIRST = r"\b(?:within|during|in)\s+(?:the\s+)?(?:first\s+)?\x00"
# Which kind a period is, by the words around it: the first that fits decides. Each pattern has the stems that it cannot
# match without, which are quicker to look for.
_KINDS = tuple(
    (kind, stems, re.compile(pattern, re.DOTALL))
    for kind, stems, pattern in (
        (
            "opt-out-deadline",
            ("out", "arbitrat"),
            r"opt[ -]?(?:ing )?out|reject(?:ing)? (?:this )?arbitration|otherwise[^.;]{0,40}\barbitrate",
        ),
        (
            "claim-deadline",
            ("within", "after", "barred"),
            r"\b(?:claim|cause of action|suit|bring|commence[ds]?|filed?)\b.{0,60}\b(?:within|after)\b|barred",
        ),
        (
            "notice-period",
            ("notice", "notif", "in advance", "inform", "prior to", "remind"),
            (
                r"\bnotice\b|\bremind|\bnotif(?:y|ied|ication)|\x00\s+in advance"
                r"|\binform(?:s|ed)?\b|prior to"
            ),
        ),
        (
            "refund-period",
            ("refund", "withdraw", "cooling", "money", "cancel"),
            (
                r"(?<!non-)\brefund|\bwithdraw|cooling[ -]off|money[ -]back"
                rf"|{_IN_THE_FIRST}[^.;]*\bcancel|\bcancel[^.;]*{_IN_THE_FIRST}"
            ),
        ),
        (
            "retention-period",
            ("ret", "keep", "kept", "stor", "delet", "eras", "purg", "remain"),
            r"\bretain|\bretention|\bkeep|\bkept|\bstor(?:e[ds]?|age|ing)\b|\bdelet|\beras|\bpurg|\bremain",
        ),
        (
            "inactivity-period",
            ("inactiv", "not ", "dormant", "unused"),
            r"\binactiv|not (?:logged|signed) in|\bdormant|\bunused",
        ),
        ("liability-period", ("amount", "paid", "fees", "liab"), r"\bamounts?\b|\bpaid\b|\bfees\b|\bliab"),
    )
)


def find_periods(text: str) -> Iterator[Fact]:
    """Periods that a passage states, each of the kind that the words within 90 characters around it tell.

    Weeks are given in days, years in months; a period that nothing around it explains is left out,
    and so is one of two units.
    """
    if _UNIT_WORDS.isdisjoint(words_of(text)):
        return
    lowered = small_letters(text)
    for unit in _UNIT.finditer(lowered):
        window = max(0, unit.start() - _LONGEST_NUMBER)
        before = lowered[window : unit.start()]
        number = _NUMBER_BEFORE.search(before) if _may_end_in_number(before) else None
        if number is None:
            continue
        start = window + number.start()
        if _AND_MORE.match(lowered, unit.end()) or _MORE.search(before, 0, number.start()):
            continue
        kind = _kind(lowered[max(0, start - _REACH) : start], lowered[unit.end() : unit.end() + _REACH])
        if kind is not None:
            name = unit.group(1)
            value = number_value(number.group(1)) * _FACTORS.get(name, 1)
            yield Fact(start, unit.end(), kind, f"{value:g}", _UNITS[name])


def _may_end_in_number(before: str) -> bool:
    """Quick, and never wrongly False: most units have no number before them."""
    tokens = before.replace("-", " ").split()
    last = tokens.pop() if tokens else ""
    if last in _QUALIFIERS and tokens:
        last = tokens.pop()
    return last[-1:].isdigit() or last.endswith(NUMBER_ENDINGS)


def _kind(before: str, after: str) -> str | None:
    if ("cure" in before or "rem" in before or "rectif" in before) and _TO_CURE.search(before):
        return None
    if _TO_PAY.match(after):
        return None
    around = f"{before} \x00 {after}"
    for kind, stems, pattern in _KINDS:
        if any(stem in around for stem in stems) and pattern.search(around):
            if kind in _OF_ONE_SENTENCE and not pattern.search(_in_sentence(before, after)):
                continue
            if kind == "retention-period" and _WITHIN.search(before) and _OF_A_NOTICE.match(after):
                continue
            if kind == "notice-period" and (
                (_WITHIN.search(before) and _OF_NOTICE.match(after))
                or not pattern.search(_without_others(before, after))
            ):
                continue
            return kind
    return None


def _in_sentence(before: str, after: str) -> str:
    """The words around a period that stand in its own sentence."""
    end = _SENTENCE_END.search(after)
    return f"{_SENTENCE_END.split(before)[-1]} \x00 {after[: end.start()] if end else after}"


def _without_others(before: str, after: str) -> str:
    """The words around a period without those that another one stands with."""
    until = _UNTIL_ANOTHER.match(after)
    return f"{_SINCE_ANOTHER.sub('', before)} \x00 {until.group() if until else after}"
