"""Periods: how long before, how long after, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.columns import cells_under
from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters, words_of
from conductatlas.provisions.facts.numbers import NUMBER, NUMBER_ENDINGS, number_value

# The unit is looked for first and the number before it then: units are rare, and numbers take many forms.
_UNIT = re.compile(r"\b(hour|day|week|month|year)s?\b(?! old| of age)")
_QUALIFIERS = ("calendar", "business", "working", "consecutive", "full", "additional", "more", "rolling")
_NUMBER_BEFORE = re.compile(rf"(?<![\d.,])\b({NUMBER})[\s-](?:(?:{'|'.join(_QUALIFIERS)})\s)?\Z")
_LONGEST_NUMBER = 60
_UNITS = {"hour": "hours", "day": "days", "week": "days", "month": "months", "year": "months"}
_OF_BUSINESS = re.compile(r"\b(?:business|working)\s")
_FACTORS = {"week": 7, "year": 12}
_UNIT_WORDS = frozenset(word for unit in _UNITS for word in (unit, f"{unit}s"))
_REACH, _FAR = 90, 450
# The length of a subscription, the time to pay an invoice and the time to mend a breach are none of these.
_TO_PAY = re.compile(
    r"\s(?:of|after|from)\s(?:[\w'’]+\s){0,4}invoice"
    r"|[\s-](?:initial|renewal|subscription|billing)\s(?:term|period|cycle)|[\s-](?:\w+\s)?terms?\b"
    # Days of delay are no notice.
    r"|\s(?:or more\s)?(?:past|after|following|beyond)\s(?:the\s|its\s|their\s)?(?:applicable\s)?(?:payment\s)?due\b"
    r"|\s(?:or more\s)?(?:overdue|late)\b"
    # Nor is the time to mend a breach.
    r"|\sto\s(?:\w+\s){0,2}(?:cure|remed(?:y|ied)|rectify)\b"
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
# What runs from a notice that the user gives is none of the notice that the user gets.
_AFTER_THEIR_NOTICE = re.compile(
    r"\s(?:of|after|from|following)\s(?:the\s)?(?:customers?|you|users?|subscribers?)\s"
    r"(?:provid|giv|send|submit)\w*\s(?:\w+\s){0,4}noti(?:ce|fi)"
)
# What users pay back is no refund to them.
_BY_USER = re.compile(
    r"\b(?:you|creators?|customers?|users?|developers?) (?:will|shall|must|agrees? to) (?:refund|repay)\b"
)
# Nor is the time for which credits hold a time to have them paid back.
_EXPIRES = re.compile(r"\bexpires?\b[^.;]{0,30}\Z")
# 'Within 14 days of the ruling' is a step of a case that is under way.
_OF_RULING = re.compile(
    r"\s(?:of|after|from|following)\s[^.;]{0,40}\b(?:rulings?|awards?|decisions?|changes?|mediations?|bellwether)\b"
)
# So is the time within which the one who is told may act.
_TO_ACT = re.compile(
    r"\b(?:object|respond|repl(?:y|ies)|appeal|accept|cancel|withdraw|terminate|disput|contest|review|reject|request"
    r"|acknowledg|confirm|pay)\w*\b[^.;,]{0,90}\Z"
    r"|\bby (?:giving|providing|sending) (?:\w+ )?notice to \w+ \Z"
    r"|\bnotice (?:must|shall|should) be (?:sent|given|delivered) to (?:us|the company)\b[^.;,]{0,40}\Z"
)
# 'To use your 14-day cancellation period, inform us of it'.
_TO_CANCEL = re.compile(r"[\s-]{1,2}(?:cancellation|withdrawal|cooling[ -]off) period")
# 'Between 15 and 45 days before': only the shorter is sure.
_AT_MOST = re.compile(r"\b(?:(?:no|not) more than|up to|at most|a maximum of)\s\Z")
# Nor is how long something lasts of which notice is given: 'a failure that continues for more than 30 days'.
_LASTS = re.compile(
    r"\b(?:lasts?|lasting|continu(?:es?|ed|ing)|persists?|persisting|in (?:effect|force)) (?:for )?(?:a period of )?"
    r"(?:(?:more|longer) than |over |at least )?\Z"
)
# 'For one year thereafter' an audit can come; what was posted 'within the two weeks before the review' is looked at.
_STILL_RUNS = re.compile(r"\s(?:thereafter|afterwards)\b")
_WITHIN_THE = re.compile(r"\bwithin the \Z")
_BEFORE_IT = re.compile(r"\s(?:prior to|before|preceding)\b")
# 'In the past twelve months' is no time that is still to run.
_PAST = re.compile(r"\b(?:past|preceding|previous|last|prior)\s\Z")
# What the user must do in some time is no time for which the platform keeps anything. 'User content will be deleted' is
# nothing that the user does.
_OF_USER = re.compile(
    r"\b(?:you|customers?|users?|subscribers?|company)\s"
    r"(?!(?:content|data|information|inputs?|outputs?|materials?|files?|accounts?)\b)"
    r"(?:\w+\s)?(?:will|must|shall|agree|may|can|should)\b[^.]{0,90}\Z"
)
# 'We delete it within 90 days of cancellation' gives no time to cancel.
_DELETES = re.compile(r"\b(?:delet|eras|remov)\w*\b[^.;]{0,60}\Z")
# So it is where the user is told to far ahead; 'checking every 30 days', and what need not be gone by then, are none.
_USER_DELETES = re.compile(
    r"\byou (?:must|shall|agree to|will) (?:also )?(?:delete|remove|erase|destroy)\b[^.;]{0,200}\Z"
)
_NO_TIME_KEPT = re.compile(
    r"\bevery \Z|\bnot (?:occur|happen|take place|be (?:deleted|completed|removed))\b[^.;]{0,30}\Z"
)
# 'Account data: for the duration of the registration and for 1 year', in a list of what is stored for how long.
_IS_KEPT = re.compile(
    r"\b(?:is|are|be|we|will) (?:\w+ )?(?:stored|retained|kept|retain|keep|store|delete[ds]?)\b"
    r"(?:(?!\b(?:notice|notif|pay|subscri|invoice|claim|interact|contact|respon|answer)\w*)[^;]){0,400}"
    r"\b(?:for|within) (?:up to |approximately |a (?:maximum|period) of )?\Z"
)
# 'We will notify you of changes, and of the choices that you have then, at least 30 days before we make them.'
_IS_TOLD = re.compile(
    r"\b(?:will|shall|we['’]ll) (?:\w+ )?(?:notify|inform|tell)\b[^.;]{0,300}"
    r"\b(?:at least|(?:no|not) (?:less|later) than) \Z"
)
_AHEAD = re.compile(r"\s(?:before|prior to|in advance)\b")
# What is due within a time after the end is no notice of the end.
_AFTER_THE_END = re.compile(
    r"\s(?:of|after|from|following)\s(?:the\s)?(?:date of\s)?(?:termination|expir\w+|cancellation)\b"
)
# Nor is the time in which a request is answered. 'Within 90 days of each other' is a measure of likeness.
_TO_ANSWER = re.compile(r"\b(?:process|respond|answer|handl|address|complet|fulfil)\w*\b[^.;]{0,60}\brequests?\s\Z")
_OF_EACH_OTHER = re.compile(r"\s(?:of|from)\s(?:each other|one another)\b")
# 'If you do not respond within 30 days of our notice, we may delete it' is no time for which anything is kept.
_OF_A_NOTICE = re.compile(
    r"\s(?:of|after|from|following)\s(?:(?:providing|giving|sending|receiving|receipt of)\s)?(?:you\s)?"
    r"(?:(?:our|such|this|that|the|with)\s)?notice\b"
)
# Words of another sentence say nothing of these.
_OF_ONE_SENTENCE = frozenset(("notice-period", "refund-period"))
_SENTENCE_END = re.compile(r"[.;!?]\s")
# What a column says that tells how long a cookie or a kind of data stays.
_DURATION = re.compile(
    r"\b(?:duration|life(?:span|time)|time to live|ttl|expir\w+|retention|storage (?:period|time)|how long)\b",
    re.IGNORECASE,
)
# 'Two years and one day' is neither of the two.
_AND_MORE = re.compile(r"\s(?:and|plus)\s(?:[\w-]+?[\s-])?(?:\(\d+\)\s)?(?:hour|day|week|month|year)s?\b")
_MORE = re.compile(r"(?:hour|day|week|month|year)s?\s(?:and|plus)\s\Z")

_IN_THE_FIRST = r"\b(?:within|during|in)\s+(?:the\s+)?(?:first\s+)?\x00"
_WITHIN_IT = r"\b(?:within|(?:later|more|longer) than)\s+(?:the\s+|a\s+period\s+of\s+)?(?:first\s+)?\x00"
_EARLIER = r"\b(?:past|preceding|previous|last|prior|before)\b"
_PAID = r"\b(?:amounts?|paid|payable|fees|charges)\b"
_BROUGHT = (
    r"\b(?:bring|brought|present(?:ed)?|commenc\w+|fil(?:e|ed|ing)|assert(?:ed)?|institut\w+|initiat\w+|begun?"
    r"|start(?:ed)?)\b"
)
_SUIT = r"\b(?:claims?|causes? of action|actions?|suits?|lawsuits?|proceedings?|disputes?|arbitration|litigation)\b"
# Which kind a period is, by the words around it: the first that fits decides. Each pattern has the stems that it cannot
# match without, which are quicker to look for.
_KINDS = tuple(
    (kind, stems, re.compile(pattern, re.DOTALL))
    for kind, stems, pattern in (
        # Before all that go by words such as 'claim' or 'prior to', which a limit of liability has too.
        (
            "liability-period",
            ("prior to", "preceding", "before"),
            (
                r"\x00\s+(?:period\s+)?(?:immediately\s+|directly\s+)?(?:prior\sto|preceding|before)\b[^.;]*"
                r"\b(?:claim|liab|cause of action|event|incident|damages?|loss)"
            ),
        ),
        (
            "claim-deadline",
            ("within", "than", "to bring", "to file", "barred"),
            (
                rf"(?=.*{_SUIT}).*(?:(?<!are )(?<!is ){_BROUGHT}[^.;]*{_WITHIN_IT}(?!\s?-?period)"
                rf"|\x00\s+to\s+(?:bring|file|commence|assert)\b)|{_WITHIN_IT}[^.]*\bbarred|\bbarred[^.]*{_WITHIN_IT}"
            ),
        ),
        (
            "opt-out-deadline",
            ("out", "arbitrat"),
            (
                r"(?=.*(?:opt[ -]?(?:ing )?out|reject(?:ing)? (?:this )?arbitration|otherwise[^.;]{0,40}\barbitrate))"
                rf".*(?:{_WITHIN_IT}"
                r"|\x00\s*(?:-\s?)?(?:period|window|right|deadline|to opt|(?:after|from|of|following)\b))"
            ),
        ),
        (
            "inactivity-period",
            ("inactiv", " in", "dormant", "not ", "log-in", "log in"),
            (
                r"\x00\s+of\s+(?:\w+\s+)?inactiv|(?<!active or )inactiv[^.;]{0,60}\x00"
                r"|\bnot (?:logged|signed) in(?:to)?\b|\bdormant"
                r"|\bnot (?:used|accessed|opened|engaged in)\b[^.;]{0,70}\bfor\s+(?:(?:a period of|more than)\s+)?\x00"
                r"|\bnot (?:come|be|been|go) (?:back )?online\b[^.;]{0,40}\bfor\s+(?:(?:at least|more than)\s+)?\x00"
                r"|\bfail\w* to (?:log|sign)[ -]?in\b[^.;]{0,60}\bfor\s+(?:(?:a period of|more than)\s+)?\x00"
                r"|\b(?:log|sign)(?:s|ged|ed|ging|ing)? in\b[^.;]{0,40}\b(?:at least|once|every)\b[^.;]{0,30}\x00"
            ),
        ),
        (
            "notice-period",
            ("notice", "notif", "in advance", "inform", "prior to", "remind"),
            (
                r"(?<!without )(?<!without prior )(?<!without any )\bnotice\b|\bremind"
                r"|\bnotif(?:y|ied|ication)|\x00\s+in advance|\binform(?:s|ed)?\b"
                r"|\b(?:post|announc|publish|communicat|e-?mail|tell|send)[^.;]*\x00\s+(?:\w+\s+)?prior to"
            ),
        ),
        (
            "refund-period",
            ("refund", "withdraw", "cooling", "money", "cancel"),
            (
                r"(?<!non-)\brefund"
                r"|(?<!for )\bwithdraw(?!n\b|\w*\s(?:of\s)?(?:funds|money|earnings|payments?)|[^.;]{0,20}\bconsent)"
                r"|cooling[ -]off|money[ -]back|\bcancellation period\b"
                rf"|{_IN_THE_FIRST}(?!\s+(?:of|after|from|following)\s(?:\w+\s){{0,2}}(?:cancell|terminat|expir))[^.;]*\bcancel"
                rf"|\bcancel[^.;]*{_IN_THE_FIRST}"
            ),
        ),
        (
            "retention-period",
            ("ret", "keep", "kept", "stor", "delet", "eras", "purg", "remain", "saved"),
            (
                r"\bretain|\bretention|\bkeep|\bkept|\bstor(?:e[ds]?|age|ing)\b|\bdelet|\beras|\bpurg"
                r"|\b(?:is|are|be) (?:still )?saved\b|\bsaved for\b"
                r"|\bremains?\b(?! in (?:full )?(?:force|effect))"
            ),
        ),
        (
            "liability-period",
            ("amount", "paid", "fees", "charges"),
            rf"(?!.*\baudit)(?:{_PAID}.*{_EARLIER}|{_EARLIER}.*{_PAID})",
        ),
    )
)


def find_periods(text: str) -> Iterator[Fact]:
    """Periods that a passage states, each of the kind that the words within 90 characters around it tell.

    Weeks are given in days, years in months, business days as such; a period that nothing around it explains is left
    out, and so is one of two units. In a column of durations all are times for which something is kept.
    """
    lowered = small_letters(text)
    columns = cells_under(_DURATION, text)
    for start, end, value, unit in periods(text):
        kind = _kind(lowered[max(0, start - _REACH) : start], lowered[end : end + _REACH])
        if kind is None and _IS_KEPT.search(lowered, max(0, start - _FAR), start):
            kind = "retention-period"
        if kind is None and _AHEAD.match(lowered, end) and _IS_TOLD.search(lowered, max(0, start - _FAR), start):
            kind = "notice-period"
        if kind == "retention-period" and _USER_DELETES.search(lowered, max(0, start - _FAR), start):
            kind = None
        if kind is None and any(first <= start < last for first, last in columns):
            kind = "retention-period"
        if kind is not None:
            yield Fact(start, end, kind, value, unit)


def periods(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Every period of one unit in a passage, whatever it is for: where it starts and ends, its value and its unit."""
    if _UNIT_WORDS.isdisjoint(words_of(text)):
        return
    lowered = small_letters(text)
    for unit in _UNIT.finditer(lowered):
        window = max(0, unit.start() - _LONGEST_NUMBER)
        before = lowered[window : unit.start()]
        number = _NUMBER_BEFORE.search(before) if _may_end_in_number(before) else None
        if number is None or _AND_MORE.match(lowered, unit.end()) or _MORE.search(before, 0, number.start()):
            continue
        # '15.5 days' is the mean of a report.
        if "." in number.group(1):
            continue
        name = unit.group(1)
        value = number_value(number.group(1)) * _FACTORS.get(name, 1)
        of_business = name == "day" and _OF_BUSINESS.search(before, number.end(1))
        yield window + number.start(), unit.end(), f"{value:g}", "business days" if of_business else _UNITS[name]


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
            if not _is_another(kind, pattern, before, after):
                return kind
    return None


# "Deletion begins within 30 days": how long it takes from then on is another time.
_UNTIL_IT_BEGINS = re.compile(r"\b(?:begin|start|commence)s?\b[^.;]{0,40}$", re.IGNORECASE)


def _is_another(kind: str, pattern: re.Pattern[str], before: str, after: str) -> bool:
    """Whether a period is of none of the kind that the words around it speak of."""
    within = _WITHIN.search(before)
    if _OF_EACH_OTHER.match(after) or (kind != "liability-period" and _PAST.search(before)):
        return True
    if kind == "retention-period":
        if _UNTIL_IT_BEGINS.search(before) or _NO_TIME_KEPT.search(before):
            return True
        return within is not None and (
            _OF_A_NOTICE.match(after) is not None
            or _OF_USER.search(before) is not None
            or _TO_ANSWER.search(before, 0, within.start()) is not None
        )
    if kind == "refund-period":
        return (
            "waive" in after
            or _BY_USER.search(before) is not None
            or _EXPIRES.search(before) is not None
            or (within is not None and _DELETES.search(before, 0, within.start()) is not None)
        )
    if kind == "opt-out-deadline":
        return _OF_RULING.match(after) is not None
    if kind != "notice-period":
        return False
    if (
        _TO_CANCEL.match(after)
        or _LASTS.search(before)
        or _STILL_RUNS.match(after)
        or (_WITHIN_THE.search(before) and _BEFORE_IT.match(after))
        or _AFTER_THEIR_NOTICE.match(after)
        or (within and (_OF_NOTICE.match(after) or _AFTER_THE_END.match(after)))
        or (within and _acts_in_time(before[: within.start()]))
    ):
        return True
    return _AT_MOST.search(before) is not None or not pattern.search(_without_others(before, after))


def _acts_in_time(before: str) -> bool:
    """Whether it is the one who is told who acts within a time."""
    return _TO_ACT.search(before) is not None or _OF_USER.search(before) is not None


def _in_sentence(before: str, after: str) -> str:
    """The words around a period that stand in its own sentence."""
    end = _SENTENCE_END.search(after)
    return f"{_SENTENCE_END.split(before)[-1]} \x00 {after[: end.start()] if end else after}"


def _without_others(before: str, after: str) -> str:
    """The words around a period without those that another one stands with."""
    until = _UNTIL_ANOTHER.match(after)
    return f"{_SINCE_ANOTHER.sub('', before)} \x00 {until.group() if until else after}"
