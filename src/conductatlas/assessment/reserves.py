"""What a clause holds only with, or not for: the exceptions and conditions that the sentences on its type state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.assessment.quoting import STATES, ends_abbreviated, within_quotation
from conductatlas.reading import sentences, visible_text

_ACTS = (
    r"(?:enabl|activat|(?:turn|switch)(?:ed)? (?:it |this )?on|opt(?:ed)?[- ]?in|consent|allow|grant"
    r"|(?:give|gives|given|provide|provided) (?:us )?(?:your )?(?:\w+ )?(?:consent|permission)"
    r"|permit|connect|authori[sz])"
)
_SIGNED_IN = r"(?:(?:logged|signed) in|log in|sign in)"
_PEOPLE = r"(?:you|customers?|users?)"
# What the law requires is sooner one more ground than a limit.
_LAW = r"(?:permitted|allowed|prohibited|authori[sz]ed) (?:by|under)\b"
# What the provider's own rules say is nothing that limits it.
_OWN_RULES = (
    r" (?:our|these|its|such|the(?=[\w ]{0,30} of (?:this|these)\b)) (?:[\w-]+ ){0,3}?"
    r"(?:terms|conditions|polic(?:y|ies)|rules|guidelines|agreement)\b"
)
_HEADS = "|".join(
    (
        r"except(?:ing)?\b(?![^.,;]{0,40}\bconflicts?\b)",
        r"unless\b(?! (?:the )?context\b)",
        r"other than\b(?= (?:as|for|to|where|when|if|in)\b)",
        r"(?:only |solely )?to the (?:(?:full|fullest|maximum|greatest) )?extent\b(?! (?:of|possible|permissible)\b)",
        r"insofar as\b|in so far as\b",
        rf"(?:\A|(?<=, )|(?<=\) ))subject to\b(?! change\b|{_OWN_RULES})",
        r"only (?:if|when|where|while|as long as|to the extent|with your (?:\w+ )?(?:consent|permission|approval))\b",
        rf"(?:if|when|where) {_PEOPLE} (?:(?:have|has|choose to|decide to|elect to) )?{_ACTS}(?!\w*ed\b)",
        rf"(?:if|where) {_PEOPLE} (?:have |has |are |is )?(?:{_SIGNED_IN}|{_ACTS})",
        r"with your (?:\w+ )?(?:consent|permission|authori[sz]ation)\b",
        rf"(?:where|when|if) (?:otherwise )?{_LAW}",
        r"as otherwise (?:provided|stated|agreed|set (?:out|forth)|described|permitted)\b",
    )
)
_LONGEST = 120
# To the next mark, or the end; where a list or an aside follows there, the quotation is marked as cut.
_RESERVE = re.compile(
    rf"\b(?P<said>(?:{_HEADS})"
    rf"(?:[^.,;:()“”\"]|\.(?=\w)|(?<=\.\w)\.(?= \w)|(?<=\d)\([a-zA-Z0-9]{{1,4}}\)){{0,{_LONGEST}}}?)"
    r"\s*(?P<mark>[,:;)“”\"]|(?<!\d)\(|(?<!\.\w)\.(?!\w)|\.?\Z)",
    re.IGNORECASE,
)
_FEWEST = 3
# Words that say nothing yet: 'to the extent that', before a list.
_UNSAID = re.compile(
    r"\b(?:that|as|for|if|when|where|the|an?|of|to|in|by|or|and|with|from|on|which|who|is|are|be)\Z", re.IGNORECASE
)
# The main clause, into which the words of a limit can run, and the first of a row of words.
_RUNS_ON = re.compile(
    r"\A(?:except|other than|unless) as\b.*\b(?:will|shall) be\b"
    r"|\Awith your (?:\w+ )?(?:consent|permission|authori[sz]ation) (?:we|you|they|it)\b",
    re.IGNORECASE,
)
_ROW = re.compile(r" (?:[\w-]+|(?:[\w-]+ ){0,3}[\w-]+(?=, (?:and|or)\b)),")
# What stands beside other cases, or says what is asked, known or named, is no limit; nor is what an example holds.
_BESIDE = re.compile(
    r"\b(?:or|and|and/or|whether|such as|including|about|know|see|remember|recall|of|as to|on),? \Z"
    # 'Countries other than where you live'.
    r"|\b(?:countr|regions?|territor|places?|locations?|jurisdiction)\w* \Z",
    re.IGNORECASE,
)
# 'For a reason other than the one above': it says which one is meant.
_OF_ANOTHER = re.compile(r"\b(?:an?|some|another) (?:[\w-]+ ){1,2}\Z", re.IGNORECASE)
_OTHER = re.compile(r"other than\b", re.IGNORECASE)
# 'To the extent that this is not enforceable' opens what takes its place, and limits nothing.
_IF_IT_FAILS = re.compile(
    r"\A(?:if|when|where|unless|(?:only |solely )?to the extent|in so far|insofar)\b.*"
    r"\b(?:unenforceable|invalid|ineffective|void"
    r"|(?:not|cannot|can[’']t) (?:be )?(?:legally )?(?:enforce(?:able|d)|valid|effective))\b",
    re.IGNORECASE,
)
# Within a bracket behind one feature it limits that alone: 'non-transferable (except as agreed)'.
_OF_A_FEATURE = re.compile(r"\bnon-?\w+ ?\(\W*\Z", re.IGNORECASE)
# It sends to other words of the text, and says nothing to whoever does not read them.
_SENDS_ON = re.compile(r"\botherwise\b.*\b(?:above|below|herein|hereof|hereunder)\b", re.IGNORECASE)
_ITEM = re.compile(r"\W*(?:\d[\d.]*|\(?[a-zA-Z]{1,4}[.)])?\W*[a-z]")
# An example, and what a clause adds, limit nothing of the rest; nor does what a word means, or a rule for one case that
# begins with it: 'To the extent we hand letters to others, we ask them for care'.
_BESIDES = re.compile(
    r"\W*to the extent (?:that )?(?:we|you|they|customer|company)\b(?![^.;,]* (?:under|by) (?:\w+ )?laws?\b)"
    r"|\W*(?:for (?:example|instance)|in addition(?! to\b)|additionally|furthermore|moreover)\b"
    r"|.*[\"“‘'](?:[^\"“”‘’']{1,60})[\"”’'][^.;,]{0,40}\bmeans?\b",
    re.IGNORECASE | re.DOTALL,
)
# What states the type goes before what is said elsewhere.
_OVERRIDES = re.compile(
    r"\b(?:notwithstanding|despite|regardless of) any(?:thing| other)?\b[^.,;:]{0,80}\bcontrary\b"
    r"(?: (?:in|herein|set forth in|contained in)\b[^.,;:()]{0,60}(?=[.,;:]))?",
    re.IGNORECASE,
)
# What is excepted stands in another place of the text, which is named: 'Except as set out in Our Duties above'.
_ELSEWHERE = re.compile(
    r"\b(?P<said>(?:except|unless|save|other than|subject)\b[^.,;:]{0,60}?"
    r"(?:\b(?:set out|set forth|stated|provided|described|specified|listed|explained|mentioned) (?:in|under|by) "
    r"|\bsubject to |\bexcept (?:for|under|in) |\bother than (?:in|under) )"
    r"(?:(?:the )?(?:sections?|clauses?|paragraphs?|articles?) (?:\d|[IVX]+\b|[A-Z]\b|[\"“'‘])[^,;:]{0,60}?"
    r"|[\"“‘'][^\"”’']{2,60}[\"”’'](?: (?:section|clause|paragraph))?"
    r"|(?-i:(?:the )?(?:[A-Z][\w’'-]*,? (?:(?:of|and|or|to|the|for|on) )?){1,6})(?:section |clause |paragraph )?)"
    r"(?: ?(?:above|below|of (?:these|this|the) (?:terms|agreement)))?)(?=[,;:]|\.(?!\d)| ?\((?![\da-z]{1,4}\))|\Z)",
    re.IGNORECASE,
)
# What there is to claim is this alone.
_LAST_REMEDY = re.compile(
    r"\b(?:sole|exclusive)(?:,? (?:and|or|&)? ?(?:sole|exclusive))?"
    r"(?: (?:and entire|liability and|obligation and|recourse and))* (?:remed(?:y|ies)|recourse)\b",
    re.IGNORECASE,
)
# A line of a list, and how many of them make it one of several.
_BULLET = re.compile(r"\s*(?:[-*+•·▪●]|\(?[a-z]{1,4}\))\s+\S")
_SEVERAL = 2
_ITEMS = re.compile(r";|(?<!\w)\((?:[a-z]|[ivx]+|\d{1,2})\)")
_MOST = 2
_LONGEST_REMEDY = 360
# A clause of so many characters is understood by itself, so that of its only sentence the limit is enough.
_ONE = 600
# With so many characters a sentence is told whole.
_SHORT = 260
_LAWS = re.compile(r"\blaws?\b")
_AS_THE_LAW = re.compile(r"limits that the law|as far as the law|what the law requires|what the law permits")


def reserve_told(words: str, told: Sequence[str], weighed: Sequence[tuple[str, float]] = ()) -> str:
    """The sentence that quotes exceptions and conditions of a clause of these words; empty where none can be quoted.

    `weighed` are its sentences, each with the probability that it states the type: where any are named, others say
    nothing. What `told` has is not told again.
    """
    stated = [one for line in _outside_lists(words) for one in sentences(visible_text(line)) if _states(one, weighed)]
    told_of = (_before_items(one) for one in stated if not (_BESIDES.match(one) or _ITEM.match(one)))
    matches = [found for one in told_of for found in _RESERVE.finditer(one) if _is_whole(found)]
    before = " ".join(told).lower()
    of_law = _AS_THE_LAW.search(before) is not None
    new = {_shown(one).lower().removesuffix(" …"): one for one in reversed(matches)}
    new = {key: one for key, one in reversed(new.items()) if key not in before and not (of_law and _LAWS.search(key))}
    whole = len(words) <= _ONE and len(sentences(visible_text(words))) == 1 and not _ITEMS.search(words)
    shown = (_shown(one) if whole else _sentence_of(one, stated) for one in new.values())
    quotes = list(dict.fromkeys(filter(None, shown)))
    if not quotes:
        return ""
    quoted = " and ".join(f"“{one}”" for one in quotes[:_MOST])
    lead = "Exceptions or conditions" if len(quotes) > 1 else "An exception or a condition"
    return f"{lead} that it states: {quoted}."


def override_told(weighed: Sequence[tuple[str, float]], told: Sequence[str]) -> str:
    """The sentence that quotes by which words what states the type goes before others; empty where none, or `told`."""
    found = (_OVERRIDES.search(one) for one, chance in weighed if chance >= STATES)
    said = next((one[0].strip() for one in found if one), "")
    new = said and said.lower() not in " ".join(told).lower()
    return f"At least a part of it goes before other terms, by its words: “{within_quotation(said)}”." if new else ""


def elsewhere_told(weighed: Sequence[tuple[str, float]], told: Sequence[str]) -> str:
    """The sentence that quotes where else the text excepts something from a clause; empty where none, or `told`."""
    found = (_ELSEWHERE.search(one) for one, chance in weighed if chance >= STATES)
    said = next((one["said"].strip() for one in found if one), "")
    new = said and said.lower() not in " ".join(told).lower()
    return f"Exceptions or conditions of it stand elsewhere in the text: “{within_quotation(said)}”." if new else ""


def last_remedy_told(words: str, told: Sequence[str]) -> str:
    """The sentence that quotes by which words nothing else can be claimed; empty where none, too long, or `told`."""
    lines = (one for line in words.splitlines() for one in sentences(visible_text(line)))
    said = next((one.strip() for one in lines if _LAST_REMEDY.search(one)), "")
    before = " ".join(told).lower()
    quotable = said.endswith((".", "!")) and len(said) <= _LONGEST_REMEDY and not ends_abbreviated(said)
    if not quotable or within_quotation(said).rstrip(". ").lower() in before or "remed" in before:
        return ""
    return f"On other remedies, it says: “{within_quotation(said).rstrip('. ')}”."


def _states(sentence: str, weighed: Sequence[tuple[str, float]]) -> bool:
    """Whether a sentence, or what it is a part of, is one of those that state the type."""
    said = sentence.strip()
    return not weighed or any(said in one or one in said for one, chance in weighed if chance >= STATES)


def _outside_lists(words: str) -> list[str]:
    """The lines of a clause but for tables and lists of several: what limits one item need not limit another."""
    lines = [line for line in words.splitlines() if not line.lstrip().startswith("|")]
    items = [line for line in lines if _BULLET.match(line)]
    return [line for line in lines if line not in items] if len(items) >= _SEVERAL else lines


def _sentence_of(found: re.Match[str], stated: Sequence[str]) -> str:
    """The sentence that an exception stands in, if it is short: by itself it would seem to be one from another rule."""
    sentence = found.string.strip()
    broken = sentence not in map(str.strip, stated) or ends_abbreviated(sentence) or "](" in sentence
    # A sentence that only leads into a list says nothing yet.
    if broken or sentence.endswith(":") or len(sentence) > _SHORT:
        return ""
    return within_quotation(sentence.strip(" .,;•*-"))


def _before_items(sentence: str) -> str:
    """A sentence up to its first item: which of them state the type is not known."""
    items = _ITEMS.search(sentence)
    return sentence[: items.start()] if items else sentence


def _is_whole(found: re.Match[str]) -> bool:
    said = found["said"].strip()
    before = found.string[: found.start()]
    if len(said.split()) < _FEWEST or _UNSAID.search(said) or _BESIDE.search(before):
        return False
    if _OTHER.match(said) and _OF_ANOTHER.search(before):
        return False
    if _OF_A_FEATURE.search(before) or _SENDS_ON.search(said) or _IF_IT_FAILS.search(said):
        return False
    in_row = found["mark"] == "," and _ROW.match(found.string, found.end()) is not None
    return found["mark"] not in tuple('“":') and not (in_row or _RUNS_ON.match(said))


def _shown(found: re.Match[str]) -> str:
    """The words of a limit, marked as cut where a list or an aside goes on with them."""
    begins = not found.string[: found.start()].strip(' "“') or found.string[: found.start()].endswith(") ")
    goes_on = found["mark"] == "(" or (found["mark"] == "," and not begins)
    return within_quotation(f"{found['said'].strip()}{' …' if goes_on else ''}")
