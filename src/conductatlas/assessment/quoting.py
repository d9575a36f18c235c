"""A clause's own sentences, as they can be quoted by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from conductatlas.reading import sentences, visible_text

# A sentence, not a row or an item that only goes on with the line above it …
_WHOLE = re.compile(r"[A-Z](?=.*[a-z])[^|]*[.!?]\Z")
# … nor one that only goes on with the sentence before it.
_DEPENDS = re.compile(
    r"in which (?:case|event)\b|(?:(?:in|on|under|for|to|with|some of|each of|all of) )?"
    r"(?:this|these|those|that|such|it|they|he|she|doing so"
    r"|if (?:so|not|(?:we|you) do(?: not|n['’]t)?(?=,)|it|they|this|that))\b"
    r"(?! (?:agreement|(?:privacy )?(?:policy|notice|statement)|terms|site|section|services?|document|limitations?"
    r"|exclusions?|disclaimers?)\b)"
    r"|(?:but|and|or|however|otherwise|then|also|additionally|furthermore|in addition|for (?:example|instance)|thus)\b"
    # An item that needs the line above it.
    r"|(?!.*\b(?:is|are|was|were|may|will|shall|must|can(?:not)?|does|do|has|have|had|we|you|please|agrees?"
    r"|appl(?:y|ies)|means?|includes?|requires?|needs?|gives?|keeps?|stays?|ends?|takes?|provides?|remains?|covers?"
    r"|governs?|renews?|belongs?|depends?|lasts?|becomes?|begins?|owns?"
    r"|retains?|collects?|shares?|uses|stores|processes|reserves?|allows?|permits?|forbids?|prohibits?)\b)",
    re.IGNORECASE,
)
# A title, which has a sentence behind it, or a sentence that leads into its own list.
_TITLED = re.compile(r"[A-Z][^.:;!?]{2,60}: (?=(?P<sentence>[A-Z“\"])|(?P<list>\((?:a|i|1|A)\))|)")
_WAY = re.compile(
    r"\b(?:by|through|via|using|use|in|from|within|under|at|on|to|behind|select(?:ing)?) "
    r"(?:(?!of\b)[\w’'‘\"“”&/-]+ ){0,9}?"
    r"[“‘'\"]?(?:links?|settings?|forms?|e-?mails?|page|websites?|button|banner|toggle|portal|preferences|menu|tool"
    r"|dashboard|profile|address)\b"
    r"|\bby (?:simply |also )?(?:clos|delet|cancel|send|giv|provid|writ|notify|adjust|chang|follow|select|turn|switch"
    r"|disconnect|uninstall|stop)\w*ing\b"
    r"|\b(?:click|press|tap)(?:ing)?\b|@\w|https?:|\bwww\.|\bunsubscribe\b"
    r"|\b(?:file|submit|open|raise) an? (?:\w+ )?(?:ticket|request|report|appeal|complaint)\b"
    r"|\b(?:visit|contact|e-?mail|write to|mail|reach(?: out to)?)(?:ing)? (?!your\b)\w+",
    re.IGNORECASE,
)
# It tells a reader what to do.
_TELLS = re.compile(
    r"\b(?:you|users?|members?|residents|consumers|parents?|guardians?|customers?|subscribers?|individuals)"
    r" (?:\w+ ){0,5}(?:can|may|could|must|should)\b(?! (?:also )?(?:be|need|notice|not)\b)"
    r"|\byou (?:\w+ ){0,2}have the (?:ability|option|choice|right) to\b"
    r"|\bplease\b|(?:\A|, )(?:go|click|visit|contact|e-?mail|send|write|use|open|select|tap|submit|file)\b",
    re.IGNORECASE,
)
# What sends a reader to more to read, or tells what else happens.
_NO_WAY = re.compile(
    r"\b(?:learn|read|find out|see|information|details)(?: \w+)? (?:more|about|on)\b|\bmore information\b"
    r"|\b(?:below|following|above)\W*\Z"
    r"|\A(?:please )?note\b|\bnotice changes\b|\bwe (?:may|will) need\b"
    r"|\b(?:we|our \w+) (?:may|will|can|might) (?:also )?(?:contact|e-?mail|ask|send|use)\b",
    re.IGNORECASE,
)
# 'Services With Which You Share Data.'
_TITLE = re.compile(r"[A-Z][\w’'/-]*(?:,? (?:&|[A-Z][\w’'/-]*|of|or|and|the|an?|in|to|with|for|on|by|from))+[.!?]\Z")
# Where a sentence seems to end and does not.
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]\.[A-Z]|e\.g|i\.e|[Nn]o|[Aa]rt|[Ss]ec|[Ss]ect|vs|etc|Inc|Ltd|Co|Corp|St|Dr|Mrs?|Ms)\.\Z"
)
_LINK = re.compile(
    r"(?:however|in addition|additionally|furthermore|moreover|unfortunately|therefore|accordingly|nevertheless"
    r"|conversely|similarly|likewise|also|otherwise|but|thus),? (?=\w)",
    re.IGNORECASE,
)
# It says what a section is about, and nothing of what that says.
_INTRODUCES = re.compile(
    r"(?:in|under) this (?:section|policy|notice|statement|part),? (?:we|you)\b"
    r"|(?:this|the following) (?:section|part|policy|notice|statement) "
    r"(?:explains|describes|sets out|provides|covers|outlines|tells)\b",
    re.IGNORECASE,
)
# What is quoted as an answer is no longer than this.
_LONGEST = 360
_SINGLE = str.maketrans('“”"', "‘’'")


def stands_alone(sentence: str) -> bool:
    """Whether a sentence, as a reader sees it, is whole and leans on nothing before it."""
    whole = _WHOLE.match(sentence) is not None and _ABBREVIATED.search(sentence) is None
    if not whole or any(one.match(sentence) for one in (_DEPENDS, _TITLE, _INTRODUCES)):
        return False
    titled = _TITLED.match(sentence)
    if titled is None or titled["list"]:
        return True
    return titled["sentence"] is not None and _DEPENDS.match(sentence, titled.end()) is None


def _without_link(sentence: str) -> str:
    """A sentence without a word that ties it to the one before, marked as cut."""
    tied = _LINK.match(sentence)
    return f"… {sentence[tied.end() :]}" if tied else sentence


def _is_quotable(sentence: str) -> bool:
    """Whether a sentence stands alone, as it is or behind the word that tied it; a line of a broken one does not."""
    body = sentence.removeprefix("… ")
    return stands_alone(sentence if body == sentence else f"{body[:1].upper()}{body[1:]}")


def quoted(sentence: str) -> str:
    """A sentence in quotation marks, without its full stop."""
    return f"“{within_quotation(sentence).rstrip('.')}”"


def within_quotation(words: str) -> str:
    """Words as they stand within quotation marks, with single ones for their own."""
    return words.translate(_SINGLE)


def sentence_with(pattern: re.Pattern[str], words: str) -> str:
    """The first sentence of a clause, quoted, that a pattern matches and that can stand alone; empty where none does.

    One that is long is no answer.
    """
    return _first(words, lambda one: pattern.search(one) is not None)


def way_with(pattern: re.Pattern[str], words: str) -> str:
    """As `sentence_with`, of a sentence that also names the way: a link, a setting, an address."""
    return _first(words, lambda one: pattern.search(one) is not None and _names_a_way(one))


def _first(words: str, fits: Callable[[str], bool]) -> str:
    shown = (_without_link(one) for line in words.splitlines() for one in _whole_sentences(visible_text(line)))
    fit = (one for one in shown if len(one) <= _LONGEST and fits(one) and _is_quotable(one))
    return next(map(quoted, fit), "")


def _whole_sentences(line: str) -> Iterator[str]:
    """The sentences of a line without those that begin behind an abbreviation, within what is one."""
    before = ""
    for one in sentences(line):
        if not _ABBREVIATED.search(before):
            yield one
        before = one


def _names_a_way(sentence: str) -> bool:
    return _TELLS.search(sentence) is not None and _WAY.search(sentence) is not None and not _NO_WAY.search(sentence)
