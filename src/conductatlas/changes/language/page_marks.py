"""What a page writes into a text by itself: that a link opens a new window, how often it was seen, the year."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, takewhile

# For readers of screens only, and so often without a space to the words around it.
_NEW_WINDOW = (
    r"(?:- )?\(?opens (?:(?:in )?(?:a )?new (?:tab|window)(?: or tab)?|email client)\)?|\(new (?:tab|window)\)"
)
_YEARS = r"(?:19|20)\d\d(?:\s?[,–-]\s?(?:(?:19|20)?\d\d|present))*"
# '(c)' alone is mostly the number of an item.
_COPYRIGHT_YEARS = rf"(?:©|\bcopyright(?: ©| \(c\))?|\(c\)|(?<!\w)@)\s?{_YEARS}(?!\w)"
_YEARS_OF_RIGHTS = rf"\b{_YEARS}(?=\.? all rights reserved)"
_TALLY = r"\b(?:views|likes|shares|comments):? \d[\d.,]*[km]?(?=\b|[A-Z])|\d+ out of \d+(?= found this)"
_TALLY_BEFORE_DATE = r"\b(?:\d[\d.,]*[km])+ ?(?:views|likes|shares|comments)?(?=last updated)"
_LAST_HEARD = r"\blast (?:comment|reply|post|edit)(?: (?:by|from) \S{1,40})? (?:\d+|an?|one) [a-z]{3,6}s? ago\b"
_LINK_MARK = r"[(\[](?:link|here)[)\]]"
# For how many others a consent dialogue speaks.
_PARTNERS = (
    r"(?<=we and our )\d+(?= (?:partners|vendors))|(?<=seeking consent: )\d+|(?<=legitimate interest: )\d+"
    r"|(?<=party vendors )\(\d+\)|(?<=tech providers )\(\d+\)"
)
# A link whose marks were escaped, so that they are drawn: '[our rules](/legal/rules)'.
_DRAWN_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]{0,80}\]){1,300})\]"
    r"\((?:[a-z]+:|/|#|\.{1,2}/)(?:[^()\[\]\s]|\([^()\[\]]{0,400}\) ?){0,20000}\)"
)
_FOLDED = r"\[(?:show|hide|expand|collapse)\]"
# Markup that was not read as such: a target without a name, a link of another markup language, an escaped sign.
_DRAWN_MARKUP = r"<%[^<>%]{1,400}%>|\[\]\{#[^{}]{1,80}\}|\[a ?href=[^\[\]]{1,300}\]|\[/a\]|\\(?=\$)"
_MARKUP, _SIGNS_OF_MARKUP = re.compile(_DRAWN_MARKUP, re.IGNORECASE), ("<%", "[]{#", "[/a]", "\\$")
_FILE = r"[(\[](?:access )?pdf(?:, ?[\d.,]+ ?[km]b)?[)\]]"
_PRINTABLE = r"(?:\A\W*)?\b(?:view|see|open|download) (?:a |the )?(?:printable|printer[- ]friendly) version(?=\W*\Z)"
# What stands in a visible address behind its path: who asked for it, or which revision.
_QUERY = r"(?<=\w)\?[^\s\"”'()<>]*=[^\s\"”'()<>]*"
# Every mark, and what each has in it, soon looked for.
_PAGE_MARKS = (
    (_NEW_WINDOW, ("opens", "(new ")),
    (_COPYRIGHT_YEARS, ("©", "copyright", "(c)", "@ 2", "@2")),
    (_YEARS_OF_RIGHTS, ("rights reserved",)),
    (_TALLY, ("views", "likes", "shares", "comments", "found this")),
    (_TALLY_BEFORE_DATE, ("last updated",)),
    (_LAST_HEARD, (" ago",)),
    (_LINK_MARK, ("link)", "here)", "link]", "here]")),
    (_PARTNERS, ("we and our", "seeking consent:", "legitimate interest:", "vendors (", "providers (")),
    (_QUERY, ("=",)),
    (_FOLDED, ("[show]", "[hide]", "[expand]", "[collapse]")),
    (_DRAWN_MARKUP, _SIGNS_OF_MARKUP),
    (_PRINTABLE, ("printable version", "friendly version")),
    (_FILE, ("(pdf", "[pdf", "(access pdf")),
)
# 'HomePricingHelp CenterSign up': where labels of a menu ran into each other. 'YouTube' is a name.
_JOINT = re.compile(r"[a-z)\d](?=[A-Z][a-z])")
# The same places by what stands behind them: capitals are few, and so sooner looked for.
_BEHIND_JOINT = re.compile(r"[A-Z](?<=[a-z)\d][A-Z])(?=[a-z])")
_FEWEST_GLUED, _LONGEST_LABEL, _LONGEST_NAME = 8, 25, 10
# A row of labels is glued at so many joints, with so many words to a joint.
_FEWEST_JOINTS, _WORDS_TO_A_JOINT = 2, 6
_COPYRIGHT_LINE = re.compile(rf"©|(?:copyright\b|\(c\))\W*(?:©|\(c\)|{_YEARS})", re.IGNORECASE)
_RIGHTS_LINE = re.compile(rf".{{0,60}}\b{_YEARS}\b.{{0,10}}all rights reserved\b", re.IGNORECASE)
_LONGEST_COPYRIGHT_LINE = 100
# What follows on such a line in the footer of a page speaks to nobody: it says whose the trademarks are.
_LONGEST_FOOTER = 300
_SPEAKS_TO_ANYBODY = re.compile(r"\b(?:you|your|users?|may|must|shall|prohibited|permission|without)\b", re.IGNORECASE)
# What a page sets in a font to see whether the font is there.
_FONT_TRIAL = "BESbswyBESbswy"


@lru_cache(maxsize=32768)
def without_page_marks(visible: str) -> str:
    """A visible text without what the page adds and counts up by itself: texts that agree in the rest are the same."""
    if "](" in visible:
        visible = _DRAWN_LINK.sub(r"\1", visible)
    lowered = visible.lower()
    marks = tuple([mark for mark, signs in _PAGE_MARKS if any(map(lowered.__contains__, signs))])
    if not marks:
        return visible
    return _any_of(marks).sub(" ", visible)


def without_drawn_markup(visible: str) -> str:
    """A visible text without the markup of links that is drawn since it was not read as such; what it marks stays."""
    if "](" in visible:
        visible = _DRAWN_LINK.sub(r"\1", visible)
    return _MARKUP.sub("", visible) if any(map(visible.__contains__, _SIGNS_OF_MARKUP)) else visible


@lru_cache(maxsize=1 << len(_PAGE_MARKS))
def _any_of(marks: tuple[str, ...]) -> re.Pattern[str]:
    """What finds some of the marks: fewer are sooner looked for."""
    return re.compile("|".join(marks), re.IGNORECASE)


def without_glued_menu(visible: str) -> str:
    """A visible text without the menu at its beginning whose labels ran into each other, up to the last of them."""
    # Every glued word has a joint in it.
    if len(_BEHIND_JOINT.findall(visible)) < _FEWEST_GLUED:
        return visible
    shown = visible.split(" ")
    glued = [place for place, word in enumerate(shown) if _is_glued(word)]
    near = takewhile(lambda pair: pair[1] - pair[0] <= _LONGEST_LABEL, pairwise((0, *glued)))
    menu = [place for _, place in near]
    if len({shown[place] for place in menu}) < _FEWEST_GLUED:
        return visible
    return " ".join(shown[menu[-1] + 1 :])


def is_glued_row(visible: str) -> bool:
    """Whether a text is a row of a menu whose labels ran into each other: 'AboutCareersPrivacy PolicyContact'."""
    if not _BEHIND_JOINT.search(visible):
        return False
    shown = visible.split(" ")
    joints = sum(len(_JOINT.findall(word)) for word in shown if _is_glued(word))
    return joints >= max(_FEWEST_JOINTS, len(shown) / _WORDS_TO_A_JOINT)


def is_menu_behind(old: str, new: str) -> bool:
    """Whether two titles are the same but for a menu behind one of them whose labels ran into each other."""
    short, long = sorted((old, new), key=len)
    return long.startswith(f"{short} ") and any(map(_is_glued, long[len(short) :].split()))


def _is_glued(word: str) -> bool:
    joints = _JOINT.findall(word)
    return len(joints) > 1 or (len(joints) == 1 and (len(word) > _LONGEST_NAME or joints[0].isdigit()))


def is_copyright_line(visible: str) -> bool:
    """Whether a block says no more than who holds the copyright of the page, besides what a page tries its fonts with.

    `All rights reserved` may stand behind any name and a year.
    """
    if len(visible) > _LONGEST_COPYRIGHT_LINE:
        if _COPYRIGHT_LINE.match(visible) is None:
            return False
        short = len(visible) <= _LONGEST_FOOTER and _SPEAKS_TO_ANYBODY.search(visible) is None
        return short or _FONT_TRIAL in visible
    return _COPYRIGHT_LINE.match(visible) is not None or _RIGHTS_LINE.match(visible) is not None
