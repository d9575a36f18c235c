"""Words that settle how far a clause goes: what kind of licence, which age, whether and how one can opt out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters, words_of
from conductatlas.provisions.facts.numbers import NUMBER, number_value
from conductatlas.provisions.facts.speech import SENTENCE_END

_LICENCE = re.compile(r"\blicen[cs]e\b|\bsublicen[cs]e")
# Some licences are called a right.
_GRANT = re.compile(r"\bgrant\w*\b[^.;]{0,200}\bright\b(?! to control)")
_ADJECTIVE = re.compile(
    r"\b(perpetual|(?:ir|non-?|not )revocable|revocable|world-?wide|royalty[- ]free|fully[- ]paid(?:-up)?"
    r"|non-?exclusive|exclusive|unlimited|limited"
    r"|(?:non-?|not )transferr?able|transferr?able|(?:non-?|not )sub-?licen[cs]able|sub-?licen[cs]able)\b"
)
# What a title calls a licence is told better by what stands under it.
_TITLE = re.compile(
    r"^(?:[ \t>*+-]|\d[\d.]*\\?[.)]?[ \t]|\([a-z]\)[ \t])*(?:#{1,6}[ \t][^\n]*|(\*\*|__)[^*_\n]{2,80}\1)", re.MULTILINE
)
# 'The exclusive property of the company' and 'for limited purposes' speak of no licence.
_NO_TERM = re.compile(
    r"exclusive(?:ly)?\s(?:property|owner|right, title|jurisdiction|venue|remed|of\b)"
    r"|limited\s(?:to\b|solely|only|purposes?|circumstances|number|liab|warrant|time|by\b|in\b|extent)|unlimited\s(?:number|access|use)"
    r"|(?:perpetual|irrevocable|exclusive|limited)\s(?:basis|transfer|assignment|waiver)"
    r"|limited\slicen[cs]e\sgrants?\b(?:\sto\s\w{1,30}){0,2}\s?[.:]"
)
# 'Larkwell Trading Limited' is a name.
_OF_A_NAME = re.compile(r"\b[A-Z]\w* Limited\Z")
_LONGEST_NAME = 40
# 'Protected by laws worldwide', 'used by people worldwide'.
_OF_NO_LICENCE = re.compile(r"\b(?:laws|treaties|people|users|customers|companies|offices|operat\w+)(?: \w+)? \Z")
# 'At least five business days' is no age.
_NO_DAYS = r"(?! (?:(?:business|calendar|working) )?(?:day|month|week|hour))"
_AGE = re.compile(
    rf"\b(?:at least|under(?: the age of| age)?|over|minimum age (?:is|of)|ages? of|(?:older|younger|less) than|aged"
    rf"|between(?: the ages? of)?) ({NUMBER})"
    r"(?: years?(?: of age| old)?)?"
    rf"{_NO_DAYS}",
    re.IGNORECASE,
)
# 'Between the ages of 13 and 17', 'under 13 (or 16)': two ages, of which one alone would be told for both.
_AND_AGE = re.compile(rf"(?: years?(?: of age| old)?)?(?: and| to|-| ?–| or| ?\(or)(?: under)? ?({NUMBER}){_NO_DAYS}")
# 'Eighteen years or older': the number is looked for before the words that make an age of it.
_OR_OLDER = re.compile(r" (?:or|and) (?:older|over|above)\b")
_AGE_BEFORE = re.compile(rf"\b({NUMBER})(?: years?(?: of age| old)?)?\Z", re.IGNORECASE)
_LONGEST_AGE = 40
# 'You must be 18 to see mature content' is the age for that alone.
_FOR_SOME = re.compile(
    r"(?:\s(?:years?(?:\sof\sage|\sold)?))?(?:\sor\s(?:older|over|above))?\s(?:in order\s)?to\s"
    r"(?:view|see|watch|buy|purchase|access\s(?:such|certain|some|mature|adult|this|these))\b"
)
# 'For example, where an offer is for those over 18 alone': the age of the example is none of the clause.
_EXAMPLE = re.compile(r"\bfor (?:example|instance)\b|\be\.g\.")
# 'Especially for people under 18', 'content that may not be suitable for those under 18': nobody is barred.
_BARS_NOBODY = re.compile(
    r"\b(?:especially|particularly) for (?:\w+ ){1,2}\Z"
    r"|\bcontent\b[^.;]{0,40}\b(?:appropriate|suitable) for (?:\w+ ){0,2}\Z"
)
_LONGEST_BEFORE = 80
# 'Hidden bakers are all people under 18, and adults who …' says whom a word means; who a minor is, is told as that.
_DEFINES_A_GROUP = re.compile(
    r"[\W\d]*(?:(?!(?:you|we|this|that|it|which|users?|members?|customers?|eligible|minors?"
    r"|child(?:ren)?|teen\w*)\b)[\w'’“”*\"-]+ ){1,5}"
    r"(?:are|is|means?) (?:all|any|every|anyone|everyone)\b[^.;]{0,40}"
    r"\b(?:under|below|younger than|over|above|older than|between|aged)\b"
)
_AGE_CONTEXT = re.compile(r"\bage[ds]?\b|\byears? old|\bchild|\bminor|\bold enough|\bor older\b|\bparent")
_OPT_OUT = re.compile(r"\bopt(?:ing|ed|s)?[ -]?out\b|\bunsubscrib|\bturn(?:ing)? (?:it |this )?off\b|\bobject to\b")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# Where a page hides mailboxes from robots, the address tells none.
_ADDRESS = re.compile(r"https?://(?![^\s<>()\[\]\"']{1,100}/email-protection\b)[^\s<>()\[\]\"'*]{1,500}")
_SETTING = re.compile(
    r"\b(?:account |privacy |ad |your )?settings\b|(?<!opt-out )\bpreferences\b|\bdashboard\b", re.IGNORECASE
)
# 'An opt-out reverses nothing', 'you may not opt out', 'we do not offer an opt-out' offer none.
_NO_WAY_OUT = re.compile(
    r"\b(?:(?:cannot|can['’]t|can not|unable to|not (?:be )?able to|not possible to|no|not \w+ by an?|(?:may|must) not)"
    r"|(?:do|does|did)(?: not|n['’]t) (?:currently )?(?:offer|provide|have|give|include)(?: you)?(?: with)?"
    r"(?: an?| any)?)\s\Z"
)
_NOT_HERE = re.compile(r"[^.;]{0,200}\b(?:do|does|will|shall)(?:\snot|n['’]t)\s(?:apply|affect|cover|extend|reverse)")
_LONGEST_DENIAL = 45
# An address that only informs is no channel: '[Learn more](…)', '[Privacy Policy](…)'.
_LABEL = re.compile(r"\[([^\[\]]{1,120})\]\(\Z")
_ONLY_INFORMS = re.compile(r"\b(?:learn more|read more|more information|polic(?:y|ies)|notice|terms|rules|agreement)\b")
_INFORMS = re.compile(
    r"\b(?:learn|read|find out|know) more\b[^.;]{0,20}\Z|\bmore (?:information|details)\b[^.;]{0,40}\Z"
)
_OPTS_OUT = re.compile(r"opt.?out|unsubscribe|choices|preferences|settings|controls?\b")
_LONGEST_LABEL = 130
# How far from the words that offer it the channel of an opt-out may stand.
_NEAR = 300
_YOUNGEST, _OLDEST = 3, 25
# What the ages in a passage hang on: without any of these words there are none.
_AGE_WORDS = frozenset(("under", "over", "age", "aged", "ages", "between", "least", "less", "older", "younger"))
_AGE_HINTS = ("age", "old", "child", "minor", "parent")
_OPT_OUT_WORDS = frozenset(("opt", "opts", "opting", "opted", "optout", "off", "object"))


def find_licence_terms(text: str) -> Iterator[Fact]:
    """`licence-term`: the adjectives of a licence, in one spelling each."""
    lowered = small_letters(text)
    licence = "licen" in lowered and _LICENCE.search(lowered) is not None
    grants = [] if licence or "grant" not in lowered else [found.span() for found in _GRANT.finditer(lowered)]
    titles = [found.span() for found in _TITLE.finditer(text)] if licence or grants else []
    for found in _ADJECTIVE.finditer(lowered) if licence or grants else ():
        if any(start <= found.start() < end for start, end in titles):
            continue
        granted = licence or any(start < found.start() < end for start, end in grants)
        before = max(0, found.start() - _LONGEST_NAME)
        if not granted or _NO_TERM.match(lowered, found.start()) or _OF_A_NAME.search(text, before, found.end()):
            continue
        if found.group(1).startswith("world") and _OF_NO_LICENCE.search(lowered, before, found.start()):
            continue
        word = found.group(1).replace("licenc", "licens").replace("sub-", "sub")
        word = re.sub(r"^(?:non-?|not )", "non-", word)
        word = word.replace("non-revocable", "irrevocable").replace("royalty f", "royalty-f").replace("rra", "ra")
        word = (
            word.replace("world-wide", "worldwide").replace("fully-", "fully ").replace("fully paid-up", "fully paid")
        )
        yield Fact(found.start(), found.end(), "licence-term", word)


def find_ages(text: str) -> Iterator[Fact]:
    """`minimum-age`, in years, where the passage speaks of ages."""
    lowered = small_letters(text)
    if _AGE_WORDS.isdisjoint(words_of(text)) or not any(hint in lowered for hint in _AGE_HINTS):
        return
    if not _AGE_CONTEXT.search(lowered):
        return
    for found in _AGE.finditer(text):
        if _BARS_NOBODY.search(lowered, max(0, found.start() - _LONGEST_BEFORE), found.start()):
            continue
        if not _FOR_SOME.match(lowered, found.end(1)) and not _bars_nobody(lowered, found.start()):
            yield from _age(found)
            other = _AND_AGE.match(text, found.end(1))
            if other:
                yield from _age(other)
    for older in _OR_OLDER.finditer(lowered):
        start = max(0, older.start() - _LONGEST_AGE)
        before = _AGE_BEFORE.search(text, start, older.start())
        if before and not _bars_nobody(lowered, before.start()):
            yield from _age(before)


def _bars_nobody(lowered: str, place: int) -> bool:
    """Whether a place stands in what its sentence gives as an example, or in one that says whom a word means."""
    begins = max((end.end() for end in SENTENCE_END.finditer(lowered, 0, place)), default=0)
    defines = _DEFINES_A_GROUP.match(lowered, begins)
    return defines is not None or _EXAMPLE.search(lowered, begins, place) is not None


def _age(found: re.Match[str]) -> Iterator[Fact]:
    value = number_value(found.group(1))
    if _YOUNGEST <= value <= _OLDEST:
        yield Fact(found.start(1), found.end(1), "minimum-age", f"{value:g}", "years")


def find_opt_outs(text: str) -> Iterator[Fact]:
    """`opt-out`: that there is one, with its channel as value: an e-mail address, a link, a setting, or none named."""
    lowered = small_letters(text)
    if _OPT_OUT_WORDS.isdisjoint(words_of(text)) and "unsubscrib" not in lowered:
        return
    found = next((one for one in _OPT_OUT.finditer(lowered) if _offers(lowered, one)), None)
    if found is None:
        return
    # From the beginning of the text, so that no address is cut at the edge of what is near.
    channels = [
        one
        for channel in (_EMAIL, _ADDRESS, _SETTING)
        for one in channel.finditer(text)
        if found.start() - _NEAR <= one.end()
        and one.start() <= found.end() + _NEAR
        and _belongs(text, found, one)
        and not _only_informs(lowered, one)
    ]
    named = min(channels, key=lambda one: _apart(text, found, one), default=None)
    if named is None:
        yield Fact(found.start(), found.end(), "opt-out", "no channel named")
    else:
        yield Fact(named.start(), named.end(), "opt-out", named.group(), "channel")


def _offers(lowered: str, found: re.Match[str]) -> bool:
    """Whether words speak of an opt-out that there is."""
    if _NO_WAY_OUT.search(lowered, max(0, found.start() - _LONGEST_DENIAL), found.start()):
        return False
    return _NOT_HERE.match(lowered, found.end()) is None


def _only_informs(lowered: str, channel: re.Match[str]) -> bool:
    """Whether an address is that of a text to read."""
    address = lowered[channel.start() : channel.end()]
    if "://" not in address or _OPTS_OUT.search(address):
        return False
    label = _LABEL.search(lowered, max(0, channel.start() - _LONGEST_LABEL), channel.start())
    said = _INFORMS.search(lowered, max(0, label.start() - _LONGEST_LABEL), label.start()) if label else None
    return (
        said is not None
        or (label is not None and _ONLY_INFORMS.search(label[1]) is not None)
        or address.endswith(".pdf")
    )


def _belongs(text: str, offer: re.Match[str], channel: re.Match[str]) -> bool:
    """Whether a channel stands in the sentence that offers an opt-out or in the next one."""
    if channel.start() < offer.start():
        return SENTENCE_END.search(text, channel.end(), max(channel.end(), offer.start())) is None
    return sum(1 for _ in SENTENCE_END.finditer(text, offer.end(), max(offer.end(), channel.start()))) <= 1


def _apart(text: str, offer: re.Match[str], channel: re.Match[str]) -> tuple[bool, bool, int]:
    """How far a channel is from the words that offer an opt-out: in their sentence first, behind them first."""
    before = channel.start() < offer.start()
    start, end = (channel.end(), offer.start()) if before else (offer.end(), channel.start())
    return SENTENCE_END.search(text, start, max(start, end)) is not None, before, max(0, end - start)
