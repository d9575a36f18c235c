"""Whether a recorded text is a failed capture: no state of the document, but what a broken page load left."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import compress

from conductatlas.changes.captures.effective import days_of_version
from conductatlas.changes.layout.titles import have_kindred_titles, is_title_of_its_own
from conductatlas.english import shortened
from conductatlas.reading import Document, language_of, read_markdown, stand_in

# A text that lost this much of its words in one step has collapsed, …
_COLLAPSED_TO = 0.15
# … unless what is left is itself long enough to be a document.
_LONGEST_REST = 1500
# A text that shares next to nothing with the one before it and is shorter by this much is another page.
_OTHER_PAGE_TO = 0.25
_OTHER_SHORT_PAGE_TO, _SHORT_PAGE = 0.5, 400
_COMMON_AT_LEAST = 0.05
# So is one of whatever length that shares neither blocks with it nor half of its vocabulary, as every text on the same
# subject does: measured on 6,000 steps of four collections, rewritten documents keep half of their vocabulary on one
# side at least, and pages that stood in for others share less than 0.45 on both.
_COMMON_VOCABULARY = 0.46
_FEWEST_TO_COMPARE = 300
# Under the title of the document a page says something of it from so many words on, and where less of its blocks than
# this stood before, it is no rest of it, but was written anew.
_FEWEST_UNDER_TITLE, _COMMON_TO_REST = 100, 0.6
# A text stands within another where more than this share of its rows of words does.
_WORDS_IN_A_ROW, _MOST = 5, 0.6
# A first version with fewer words holds no terms.
_FEWEST_WORDS = 12
# Pages that stand in for the one that was asked for are short.
_LONGEST_STAND_IN = 250
# What such pages say, short policies may say too: with nothing to compare with, only very short ones are set aside.
_LONGEST_FIRST_STAND_IN = 30
# A line that only a broken page holds: where it stands in a text of several sources, one of them failed.
_BROKEN_PART = re.compile(
    r"(?:sorry,? )?(?:this|the|that) (?:page|content|article) (?:is(?:n't| not)|was(?:n't| not)|could(?:n't| not) be) "
    r"(?:currently )?(?:available|found|loaded|displayed)\b.{0,30}|page not found|something went wrong\b.{0,80}"
    r"|an (?:unexpected )?error (?:has )?occurred\b.{0,80}|(?:error )?(?:403|404|500|502|503)\b.{0,40}"
    r"|(?:diese )?seite (?:ist|wurde) (?:momentan |derzeit )?nicht (?:verfügbar|gefunden)\b.{0,30}"
    r"|da ist wohl etwas schiefgegangen\b.{0,30}|cette page n'est pas disponible\b.{0,30}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:loading|maintenance|error|forbidden|not found)\W*", re.IGNORECASE)
_LONGEST_LABEL = 3
# A text that ends early has lost at least this share of its blocks, and as many of them.
_TRUNCATED_BY, _FEWEST_LOST = 0.02, 5
# A text that ends at the end of a block, and names the day that it named before, has lost this share of its words.
_LOST_AT_LEAST = 1 / 3
# 'in the FAQ' lacks nothing of 'in the FAQs.'
_FEWEST_LACKING = 2
# How much of a page a reason quotes.
_LONGEST_QUOTE = 60
_IN_ANOTHER_LANGUAGE = "The text is in another language"
# Of a text with several sources that all brought the same page, nearly all blocks of some length stand as often.
_COMMON_TO_PAGES = 0.5
_FEWEST_COPIES, _FEWEST_DIFFERENT, _LONG_BLOCK, _REPEATED = 4, 5, 8, 0.95
# What collections put between the texts of which they make one document.
_BETWEEN_SOURCES = re.compile(r"\n\n- - -\n\n")
_END_OF_SENTENCE = (".", "!", "?", ":", ";", ")", '"', "'", "|", "*")


@dataclass(frozen=True, slots=True)
class CaptureFailure:
    """Why a text is taken for a failed capture, in one sentence.

    `certain`: no document is like that. Otherwise it looks like one, and may turn out to be a state of the document:
    by standing for long, or where `collapsed`, to a small rest or to another and smaller page, by a person's word
    alone. A page that broke for good stands for long too.
    """

    reason: str
    certain: bool
    collapsed: bool = False


def capture_failure(previous: Document | None, current: Document) -> CaptureFailure | None:
    """Say why `current` is a failed capture; None where it is a state of the document.

    `previous` is the last good version, None for the first of a document.
    """
    count, before = sum(current.word_counts), 0 if previous is None else sum(previous.word_counts)
    if count == 0:
        return CaptureFailure("The text is empty.", certain=True)
    longest = _LONGEST_FIRST_STAND_IN if previous is None else min(_LONGEST_STAND_IN, before // 2)
    shown = " ".join(current.visible) if count <= max(longest, _LONGEST_LABEL) else ""
    entitled = previous is not None and count >= _FEWEST_UNDER_TITLE and have_kindred_titles(previous, current)
    stands_in = count <= longest and not entitled and stand_in(shown) is not None
    if stands_in or (count <= _LONGEST_LABEL and _LABEL.fullmatch(shown)):
        said = f"The document was not captured; in its place stands “{shortened(shown, _LONGEST_QUOTE)}”."
        return CaptureFailure(said, certain=True)
    if previous is None:
        return CaptureFailure(f"The text has only {count} words.", certain=True) if count < _FEWEST_WORDS else None
    if previous.visible == current.visible:
        return None
    if count < _FEWEST_WORDS and before >= _LONGEST_STAND_IN:
        return CaptureFailure(f"The text has only {count} words.", certain=True)
    broken = _broken_part(previous, current) or _other_language(previous, current)
    if broken:
        return CaptureFailure(broken, certain=True)
    if entitled and not _has_much_in_common(previous, current, _COMMON_TO_REST):
        return None
    if count < before * _COLLAPSED_TO and count < _LONGEST_REST and not _is_a_whole_source(current, previous):
        return CaptureFailure(f"The text collapsed from {before:,} to {count:,} words.", certain=False, collapsed=True)
    shrunk = count < before * _OTHER_PAGE_TO or (count < before * _OTHER_SHORT_PAGE_TO and count < _SHORT_PAGE)
    if shrunk and not _has_much_in_common(previous, current) and not _stands_within(current, previous):
        said = f"The text is another page: {count:,} words, with next to nothing of the {before:,} before."
        return CaptureFailure(said, certain=False, collapsed=True)
    if min(count, before) >= _FEWEST_TO_COMPARE and _has_another_vocabulary(previous, current):
        said = "The text is another page: it shares neither blocks nor vocabulary with the one before."
        return CaptureFailure(said, certain=False, collapsed=count < before * _OTHER_SHORT_PAGE_TO)
    if _is_one_page_over_and_over(current) and not _has_much_in_common(previous, current, _COMMON_TO_PAGES):
        return CaptureFailure("The text is another page, and the same one several times over.", certain=False)
    cut_short = _truncation(previous, current)
    return CaptureFailure(cut_short, certain=False) if cut_short else None


def _has_another_vocabulary(previous: Document, current: Document) -> bool:
    """Whether two texts share neither blocks nor half of the vocabulary of either."""
    if _has_much_in_common(previous, current):
        return False
    old, new = _vocabulary(previous), _vocabulary(current)
    return len(old & new) < _COMMON_VOCABULARY * min(len(old), len(new))


def _is_one_page_over_and_over(document: Document) -> bool:
    """Whether all sources of a text brought the same page: nearly every longer block stands in it several times."""
    blocks = Counter(compress(document.word_lines, (count >= _LONG_BLOCK for count in document.word_counts)))
    repeated = sum(count for count in blocks.values() if count >= _FEWEST_COPIES)
    return len(blocks) >= _FEWEST_DIFFERENT and repeated >= _REPEATED * blocks.total()


def _is_a_whole_source(part: Document, whole: Document) -> bool:
    """Whether a text is one of several that another was put together from, with all that a reader sees of it."""
    sources = _BETWEEN_SOURCES.split(whole.text)
    return len(sources) > 1 and any(read_markdown(one).visible == part.visible for one in sources)


def _vocabulary(document: Document) -> frozenset[str]:
    return frozenset(" ".join(document.word_lines).split())


def is_error_notice(visible: str) -> bool:
    """Whether a line, as a reader sees it, is what only a page that failed to load says."""
    return _BROKEN_PART.fullmatch(visible) is not None


def lost_error_notice(previous: Document, current: Document) -> bool:
    """Whether a text held the notice of a page that failed to load, and the next one no longer does."""
    return any(map(is_error_notice, set(previous.visible).difference(current.visible)))


def _broken_part(previous: Document, current: Document) -> str | None:
    """A text of several sources, one of which brought a broken page in place of blocks that stood before."""
    stood = set(previous.visible)
    came = [shown for shown in current.visible if shown not in stood]
    for shown in came:
        if is_error_notice(shown) and not stood.issubset(current.visible):
            return f"A part of the document was not captured; in its place stands “{shortened(shown, _LONGEST_QUOTE)}”."
    return None


def _truncation(previous: Document, current: Document) -> str | None:
    """A text that is the beginning of the one before it and stops in the middle of a sentence.

    Where it stops in the middle of a word, it need not have lost much.
    """
    before, after = _with_words(previous), _with_words(current)
    lost = len(before) - len(after)
    if lost < 0 or not after or before[: len(after) - 1] != after[:-1]:
        return None
    whole, rest = before[len(after) - 1], after[-1]
    if whole == rest:
        return _lost_end(previous, current)
    if not whole.startswith(rest) or rest.endswith(_END_OF_SENTENCE):
        return None
    lacking = whole[len(rest) :]
    in_a_word = rest[-1].isalpha() and lacking[0].isalpha() and lacking.count(" ") >= _FEWEST_LACKING
    in_a_word = in_a_word and rest.count(" ") >= _LONG_BLOCK
    if in_a_word or lost >= max(_FEWEST_LOST, len(before) * _TRUNCATED_BY):
        return f"The text breaks off in the middle of a sentence, after {len(after)} of {len(before)} blocks."
    return None


def _lost_end(previous: Document, current: Document) -> str | None:
    """A text that is the beginning of the one before it, up to a block, and names the same day as it.

    Where what is lacking begins with the title of another document, the page does not hold that any more.
    """
    before, after = sum(previous.word_counts), sum(current.word_counts)
    days = days_of_version(current)
    if before - after < _LOST_AT_LEAST * before or not days or days != days_of_version(previous):
        return None
    lines = list(filter(None, previous.word_lines))
    if is_title_of_its_own(lines[len(list(filter(None, current.word_lines)))]):
        return None
    return f"The text is the beginning of the one before, under the same day: {after:,} of its {before:,} words."


def _with_words(document: Document) -> list[str]:
    return list(compress(document.visible, document.word_lines))


def _other_language(previous: Document, current: Document) -> str | None:
    """A text in another language than the one before it; looked at only where little is common to both."""
    if _has_much_in_common(previous, current, 0.2):
        return None
    old, new = language_of(previous), language_of(current)
    if not old or not new or old == new or _stands_within(previous, current) or _stands_within(current, previous):
        return None
    return f"{_IN_ANOTHER_LANGUAGE} ({new}) than the document ({old})."


def _stands_within(part: Document, whole: Document) -> bool:
    """Whether most of a text stands in another, however that is divided into blocks: a page in two languages."""
    said, other = (" ".join(document.word_lines).split() for document in (part, whole))
    known = set(zip(*(other[place:] for place in range(_WORDS_IN_A_ROW)), strict=False))
    rows = list(zip(*(said[place:] for place in range(_WORDS_IN_A_ROW)), strict=False))
    return sum(map(known.__contains__, rows)) > len(rows) * _MOST


def other_language(reason: str) -> str:
    """The language of a text that failed for being in another one than its document; empty where that is not why."""
    begun, _, rest = reason.partition(" (")
    return rest.partition(")")[0] if begun == _IN_ANOTHER_LANGUAGE else ""


def _has_much_in_common(previous: Document, current: Document, least: float = _COMMON_AT_LEAST) -> bool:
    """Whether at least a share of the longer blocks of a text stood in the one before it."""
    known = set(previous.word_lines)
    blocks = [line for line, count in zip(current.word_lines, current.word_counts, strict=True) if count >= 4]
    return not blocks or sum(map(known.__contains__, blocks)) > len(blocks) * least
