"""What of a recorded text belongs to the page around it: menus, labels, buttons, counters."""

from __future__ import annotations

import re
from functools import lru_cache

from conductatlas.changes.language.effect import states_effect
from conductatlas.changes.language.page_marks import is_copyright_line, is_glued_row, without_page_marks
from conductatlas.changes.language.words import has_digit, without_particulars
from conductatlas.reading import passing_words, word_count, word_line, words

# Where a link leads and what it is called; both may have words in brackets.
_TARGET = r"\((?:[^()]|\([^()]{0,400}\)){0,4000}\)"
# Images, links, and the half of a link whose other half stands in another block.
_LINK = re.compile(rf"!?\[[^\[\]]{{0,2000}}\]{_TARGET}|\]{_TARGET}")
# A teaser is a link around a picture and words; of one that stands in two blocks, the last has an end and no beginning.
_PICTURE = r"!\[[^\[\]]{0,500}\]\([^()]{0,4000}\)"
_TEASER = re.compile(rf"\[\s*(?:{_PICTURE}\s*)+[^\[\]]{{0,1000}}\]\([^()]{{0,2000}}\)", re.DOTALL)
_HALF_LINK = re.compile(r"[^\[\]]{1,600}\]\([^()]{0,2000}\)", re.DOTALL)
_LINK_TARGET = re.compile(rf"\]{_TARGET}")
# Links without a word between them, as menus and the paths to a page are.
_LINKS_IN_A_ROW = re.compile(r"(?:!?\[[^\[\]]{0,400}\]\([^()]{0,1000}\)[ >/|›»·•–-]*){2,}")
# What help pages and site builders put around a text, each as a block of its own.
# A dialogue of consent tells how it is closed.
_CLOSED = (
    r"(?:clos(?:e|ing) this (?:box|banner|window|message|notice)"
    r"|click(?:ing)? (?:on )?[\"“'‘]?(?:i )?(?:accept|ok|agree|got it|allow))"
)
_PAGE_PHRASE = re.compile(
    "|".join(
        (
            r"was this (?:article |page |information )?helpful\b.{0,20}|(?:people )?found this helpful",
            r"(?:your feedback )?helps? (?:us )?improve this (?:answer|page)\b.{0,20}|how could (?:it|this) be better",
            r"(?:bear in mind that )?(?:this )?form is for feedback only\b.{0,200}",
            r"(?:give|send|submit) (?:us )?feedback\b.{0,30}|choose a section to give feedback on",
            r"sorry (?:about|to hear) that\b.{0,60}|(?:care to )?tell us (?:more|why)|what was (?:un)?helpful",
            r"thanks for (?:the|your) feedback\b.{0,60}|there was an? (?:issue|error|problem) submitting your feedback",
            r"please check your (?:internet )?connection and try again|your location is set (?:for|to)\b.{0,40}",
            r"version:?(?: ?\w{3,9} \d{1,2},? (?:19|20)\d\d \((?:latest|current)\))?",
            r"thank(?:s| you) for (?:signing up|subscribing)\b.{0,200}|(?:thanks\. )?you have been added to the list",
            r"thank(?:s| you)\W+(?:we appreciate you taking|for (?:contacting|reaching out|your message))\b.{0,120}",
            r"you are (?:now )?leaving .{2,500}",
            r"we(?:'re|’re| are) (?:currently|temporarily) (?:unable|down)\b.{0,200}\b(?:maintenance|outage)\b.{0,200}",
            rf"(?:(?:this|our) (?:web)?site|we) uses? (?:\w+ ){{0,3}}cookies? to\b.{{0,240}}\b{_CLOSED}\b.{{0,120}}",
            r"(?:do you have|please (?:enable|turn on|activate)|you need to enable) javascript\b.{0,120}",
            r"enter your e-?mail(?: address)?\b.{0,60}",
            r"yes,? (?:please\b|i(?: want|'d like| would like)|(?:send|sign) me)\b.{0,200}",
            r"number of vendors (?:seeking consent|relying on legitimate interest)",
            r"%[a-z_]+%|\{\{ ?[\w.]+ ?\}\}|\$\{[\w.]+\}",
            r"(?:close this window )?(?:to )?make .{2,30} your (?:home|start) ?page\b.{0,160}",
            r"(?:fermer cette fenêtre )?(?:pour )?faire de .{2,30} votre page d['’]accueil\b.{0,160}",
            r"(?:(?:last )?updated:? )?(?:about )?(?:\d+|an?|one) (?:minute|hour|day|week|month|year)s? ago",
            r"updated:? yesterday|(?:\w{3,9},? )?\d{1,2} \w{3,9} (?:19|20)\d\d \d\d:\d\d:\d\d(?: (?:gmt|utc).{0,6})?",
            r"(?:create an account|sign (?:in|up)|log in)(?: (?:or|/) (?:sign|log) (?:in|up))?(?: (?:for|to) .{0,60})?",
            r"your browser is (?:out of date|not supported|no longer supported)\b.{0,120}",
            r"responses are generated (?:using|by) ai and may (?:contain mistakes|be (?:wrong|inaccurate))",
            r"(?:related|recommended|popular) (?:articles?|posts?|topics?|pages?|content)\b.{0,20}",
            r"(?:views|likes|shares|comments):? \d[\d.,]*[km]?",
            r"(?:notifications )?save this page to your \w+ profile\b.{0,160}|stay organized with collections\b.{0,80}",
            r"documentation index\b.{0,60}fetch the complete documentation index\b.{0,250}",
            r"start typing into the search box\b.{0,120}",
            r"save and categorize content\b.{0,60}",
            r"we(?:'d| would) like to use (?:\w+ )?cookies\b.{0,300}",
            r"(?:(?:accept|allow|reject|refuse)(?: (?:all|only|optional|essential|strictly|necessary))* cookies\W*)+",
            r"did you (?:get|find) (?:the|what|your)\b.{0,40}|[^.:;]{10,90} (?:read|learn) more(?: here| now)?",
            r"(?:on this page|in this article|table of contents|jump to)\b.{0,60}",
            r"(?:you can )?use (?:this|the) table of contents to (?:move|navigate|jump|find|go)\b.{0,200}",
            r"(?:back to top|skip to|expand all|collapse all)\b.{0,60}",
            # Rules of a style sheet: 'p.p1 {margin: 0px}'.
            r"(?:[\w.#@:*,> -]{1,80}\{(?:[\w-]{2,40}: ?[^{};]{1,200};? ?)+\} ?)+",
            r"(?:print|download|share|copy|save)(?: this| a)?(?: page| article| pdf| link| copy)?",
        )
    ),
    re.IGNORECASE,
)
# 'Minimum age: 16' is no bare label, short as it is.
_ENTRY = re.compile(r"[^\W\d][\w ]{2,40}: \w")
_END_MARKS = " .:?!▼▲[]+"
_LONGEST_FURNITURE = 6
# '7. **Third-Party Services.**', or every word but the little ones with a capital: a title, which states nothing.
_LIST_MARK = re.compile(r"\s*(?:[*+-]\s+)?(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z])\\?[.)]\s+)?")
_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})*\\?[.)]\s+")
_ALL_BOLD = re.compile(r"(\*\*|__)(?:(?!\1)[^\n]){2,120}\1[.:]?\s*")
_LONGEST_TITLE = 10
# 'Carts and oxenCarts and oxenmaincartsmodule': a title that was taken twice, with its name in the page.
_TWICE = re.compile(r"(?P<title>[A-Z][^\n]{2,90}\w)(?P=title)[A-Za-z]*")
# Languages as they call themselves; so many of them are a choice.
LANGUAGE = re.compile(
    r"\b(?:Deutsch|Español|Français|Italiano|Nederlands|Polski|Português|Svenska|Dansk|Norsk|Suomi|Čeština|Magyar|Türkçe"
    r"|Русский|Українська|Ελληνικά|Română|Hrvatski|Bahasa Indonesia|Tiếng Việt)\b|العربية|日本語|한국어|中文|हिन्दी|ไทย"
)
_FEWEST_LANGUAGES = 4
# 'View the terms in other languages: English', in whatever language, where the names are links.
_IN_LANGUAGES = re.compile(
    r"[^:.]{5,90} ?: (?:(?:English|German|French|Spanish|Italian|Dutch|Portuguese|Irish|Gaeilge|Anglais|Englisch"
    rf"|الإنجليزية|{LANGUAGE.pattern})(?: \([A-Z][\w ]{{2,20}}\))?(?:,|,? (?:and|or|&|und|et|y))? ?){{1,8}}"
)
_NOTICE = re.compile(
    r"we(?:'ve| have) (?:recently )?(?:updated|made (?:some )?(?:changes|updates) to) (?:our|the|this|these)\b"
    r"|we(?:'re|’re| are) (?:introducing an update|updating|making (?:some )?(?:changes|updates)) to\b"
    r"|we(?:'re|’re| are) updating (?:our|the|this|these|section)\b|our (?:new|updated) [\w ]{3,30} comes into effect\b"
    r"|this page is the (?:updated|new)\b|[\w ]{0,40}: the (?:terms|policy|notice|agreement) now\b"
    r"|number of vendors seeking consent\b",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 60
# 'We have updated this notice, and now ask for your consent to …': what it tells besides is no matter of the page.
_TELLS_MORE = re.compile(
    r"\byour (?:\w+ )?consent\b|\blegal bas[ei]s\b|\blegitimate interests?\b"
    r"|\btrain(?:ing)?\b[^.;]{0,60}\b(?:AI|models?)\b|\b(?:AI|models?)\b[^.;]{0,20}\btrain(?:ed|ing)\b",
    re.IGNORECASE,
)
# Most texts have one of these soon, and no date has.
_IN_NO_DATE = re.compile(r"\b(?:to|or|in|is|we|by|an|as|be|if|it|on|my|us|at)\b", re.IGNORECASE)
# So many links are a menu.
_FEWEST_LINKS = 5
_SHORTEST_TITLE = 2
LITTLE_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
SAYING_WORDS = frozenset(
    (
        *("may", "must", "shall", "will", "can", "cannot", "not", "no", "never", "agree", "agrees", "are", "is", "be"),
        *("do", "does", "don't", "you", "we", "i", "all", "required"),
    )
)
# An image that is written into the text itself.
_DRAWN = "![](data:"
# Words in a row that are all labels hold no figures, and nothing that divides a sentence.
_BETWEEN_WORDS = re.compile(r"[.,;:!?•@\d]")
_FEWEST_LABELS, _LABELS = 8, 0.8
_SHORTEST_SPECIMEN, _WORDS_OF_A_SPECIMEN = 7, 2


@lru_cache(maxsize=32768)
def is_page_phrase(visible: str) -> bool:
    """Whether a whole block says what help pages and site builders say around a text, or what a page counts."""
    shown = without_page_marks(visible).strip(_END_MARKS)
    return not shown or _PAGE_PHRASE.fullmatch(shown) is not None


def is_numbered_title(source: str) -> bool:
    """Whether a block is all bold behind a number: '7. **Third-Party Services**'."""
    number = _NUMBER.match(source)
    return number is not None and _ALL_BOLD.fullmatch(source[number.end() :].strip()) is not None


def is_title(source: str, visible: str) -> bool:
    """Whether a block is a title and no more: all bold, or with capitals, and without a word that says something.

    One that was taken twice is one, whatever its words.
    """
    if title_taken_twice(visible):
        return True
    if not _SHORTEST_TITLE <= word_count(visible) <= _LONGEST_TITLE:
        return False
    shown = words(visible)
    if not SAYING_WORDS.isdisjoint(shown):
        return False
    bare = source[_LIST_MARK.match(source).end() :]  # type: ignore[union-attr]
    if any(sign.isdigit() for sign in bare) or "@" in bare or ": " in visible.rstrip(" :"):
        return False
    if _ALL_BOLD.fullmatch(bare):
        return True
    title = visible[_LIST_MARK.match(visible).end() :]  # type: ignore[union-attr]
    if title.endswith((".", ";", ":", "!")) or len(shown) <= _SHORTEST_TITLE:
        return False
    return all(word in LITTLE_WORDS or not word[0].islower() for word in title.split())


def title_taken_twice(visible: str) -> str:
    """The title that a line holds twice, with nothing between; empty where it does not."""
    found = _TWICE.fullmatch(visible)
    return found["title"] if found else ""


def is_notice(visible: str) -> bool:
    """Whether a text is no more than a moment, or tells that the text was updated."""
    return _is_moment(visible) or (
        announces_update(visible) and len(words(without_particulars(visible))) <= _LONGEST_NOTICE
    )


def _is_moment(visible: str) -> bool:
    """Whether a text is made of dates and figures."""
    if _IN_NO_DATE.search(visible) or not has_digit(visible):
        return False
    shown = words(without_particulars(visible))
    return bool(shown) and all(word == "calendardate" or word.isdigit() for word in shown)


def announces_update(visible: str) -> bool:
    """Whether a text, of whatever length, begins by telling that a document was or will be updated, and no more."""
    return _NOTICE.match(visible) is not None and not tells_more(visible)


def tells_more(notice: str) -> bool:
    """Whether a notice of an update tells what is done with data from then on: on what ground, or for what models."""
    return _TELLS_MORE.search(notice) is not None


def offers_languages(visible: str) -> bool:
    """Whether a text is the choice of languages of a page, whatever stands around it."""
    return not visible.isascii() and _names_languages(visible)


@lru_cache(maxsize=32768)
def _names_languages(visible: str) -> bool:
    return len(set(LANGUAGE.findall(visible))) >= _FEWEST_LANGUAGES


def is_menu(source: str) -> bool:
    """Whether a block is made of links, or is one around a picture, or the half of one that stands in two blocks."""
    if "](" not in source:
        return False
    if source.count("](") >= _FEWEST_LINKS and len(passing_words(_LINK.sub(" ", source))) <= _LONGEST_FURNITURE:
        return True
    bare = source[_LIST_MARK.match(source).end() :].strip()  # type: ignore[union-attr]
    return _TEASER.fullmatch(bare) is not None or _HALF_LINK.fullmatch(bare) is not None


@lru_cache(maxsize=32768)
def is_furniture(source: str, visible: str) -> bool:
    """Whether a block belongs to the page, not to the text: navigation links, a bare label, a copyright line.

    A line with a date or an address is none: it says since when a text applies, or whom to write to; nor is one that
    gives a value to something.
    """
    if not word_count(visible) or is_copyright_line(visible) or is_page_phrase(visible):
        return True
    if source.startswith(_DRAWN) or _is_specimen(visible) or _are_labels(source, visible):
        return True
    if (offers_languages(visible) or is_glued_row(visible)) and not _says_something(visible):
        return True
    if "](" in source and _IN_LANGUAGES.fullmatch(visible):
        return True
    visible = without_page_marks(visible).strip()
    if "](" in source:
        outside = passing_words(_LINK.sub(" ", source))
        if not outside:
            return True
        beside = _LINK.sub(" ", source).strip()
        if len(outside) <= _LONGEST_FURNITURE and _LINKS_IN_A_ROW.match(source) and not _says_something(beside):
            return True
        if len(outside) > _LONGEST_FURNITURE:
            return False
        visible = _LINK_TARGET.sub(" ", source)
    elif word_count(visible) > _LONGEST_FURNITURE:
        return False
    shown = passing_words(visible)
    if len(shown) > _LONGEST_FURNITURE or without_particulars(visible) != visible or _ENTRY.match(visible):
        return False
    if len(shown) <= 1:
        return "_" not in visible
    return not _says_something(visible)


def _is_specimen(visible: str) -> bool:
    """Whether a block is the same word over and over, with which a page tries its fonts."""
    if word_count(visible) < _SHORTEST_SPECIMEN:
        return False
    line = word_line(visible)
    # What begins with other words is none, which is soonest known.
    begun = line.split(" ", _WORDS_OF_A_SPECIMEN + 1)[: _WORDS_OF_A_SPECIMEN + 1]
    return len(set(begun)) <= _WORDS_OF_A_SPECIMEN and len(set(line.split())) <= _WORDS_OF_A_SPECIMEN


def _are_labels(source: str, visible: str) -> bool:
    """Whether a block is nothing but labels in a row, each word with a capital, as of a menu in several columns."""
    visible = visible.replace("&.", "&")
    if source.startswith("|") or _BETWEEN_WORDS.search(visible):
        return False
    shown = visible.split()
    if len(shown) < _FEWEST_LABELS or states_effect(words(visible)):
        return False
    entitled = sum(word[0].isupper() and not word.isupper() for word in shown)
    return entitled >= _LABELS * sum(word not in LITTLE_WORDS for word in shown)


def _says_something(visible: str) -> bool:
    """Whether a few words end as a sentence does, or speak of an effect."""
    return visible.endswith((".", ";", ":", "!")) or states_effect(words(visible))
