"""Whether the text of a page is another one than before, not the next version: another edition, page or language.

A page may answer by where, and for whom, it is asked for. What only that text says came or went with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from conductatlas.changes.aligning.restated import likeness_of_content
from conductatlas.changes.captures.effective import is_dated_later
from conductatlas.changes.captures.missing import stayed, words_known
from conductatlas.changes.captures.spelling import OF_ONE_DAY
from conductatlas.changes.captures.succession import says_it_follows
from conductatlas.changes.language.effect import effective_words
from conductatlas.changes.language.words import likeness
from conductatlas.changes.layout.surroundings import page_blocks
from conductatlas.changes.layout.titles import is_title_of_its_own, names_document, title_of, titles_at_head
from conductatlas.english import count, short_series
from conductatlas.reading import BlockKind, Document, kept_with_document, sentences, word_line

# A page with fewer words than a fifth of the other version's, and than this, only stood in for the document; a text of
# which so little is left may be a part of it.
_STANDS_IN, _TIMES_LONGER = 300, 5
# Of one that was written anew and is shorter by more than this, nobody can tell what became of the rest.
_TIMES_SHORTER = 2
# A text was written anew where less than this share of its words stands in both versions; of so few words that can't be
# said.
_WRITTEN_ANEW, _FEWEST_WORDS = 0.4, 300
# A text of several pages came with one page in place of the others where this share of its words stands in blocks of
# some length that each stand in it as often as this.
_OVER_AND_OVER, _FEWEST_COPIES, _LONG_BLOCK = 0.5, 3, 8
# Titles are the same from this likeness on.
_SAME_TITLE = 0.55
# … and texts that open with one sentence, of so many words in so many blocks, are one document without a title.
_OPENING, _FEWEST_OF_OPENING, _SAME_OPENING = 8, 10, 0.6
# A title that names a region names a text for the people there.
_REGION = re.compile(
    r"\b(?:europe(?:an)?|eea|eu|uk|united kingdom|us|usa|united states|california|canad(?:a|ian)|brazil(?:ian)?|india"
    r"|korean?|japan(?:ese)?|swiss|switzerland|australian?|ireland|irish|germany|german|france|french|singapore"
    r"|new zealand|mexico|netherlands|dutch|italy|italian|spain|spanish)\b",
    re.IGNORECASE,
)
# The regions that titles name in several ways, each by one.
_ONE_NAME = {
    "european": "europe",
    "united kingdom": "uk",
    **dict.fromkeys(("us", "usa"), "united states"),
    "canadian": "canada",
    "brazilian": "brazil",
    "korean": "korea",
    "japanese": "japan",
    "swiss": "switzerland",
    "australian": "australia",
    "irish": "ireland",
    "german": "germany",
    "french": "france",
    "dutch": "netherlands",
    "italian": "italy",
    "spanish": "spain",
}
# A company of a group for the people of a region, by its name: 'Example Ireland', 'Example International Limited'; the
# one for the others has no region in its name.
_OF_REGION = re.compile(
    r"\b(?P<group>[A-Z][\w&]+) (?:Ireland|Europe|EMEA|UK|Luxembourg|Netherlands|Germany|France|Canada|Japan"
    r"|Australia|Singapore|India|Brasil|Brazil|Korea|International|Pacific|Asia)\b(?!['’]s (?:laws?|courts?))"
)
_OF_NONE = r"\b{group}(?:,)? (?:[A-Z][\w&]+,? )?(?:Inc|LLC|L\.L\.C|Corp|Corporation)\b"
# Who it is that deals with the reader.
_PROVIDED_BY = re.compile(
    r"\b(?:(?:provided|operated|offered)(?: to you)? by|between you and|contract(?:ing)? with|entered into with) "
    r"([A-Z][\w&]+,?(?: [A-Z][\w&]+,?){1,3})"
)
# Who is named once may be named in passing.
_FEWEST_NAMED = 2


# A text of its own that came to a page, or went from it, has so many words, and headings below its title; so
# much of it is not in the other version.
_FEWEST_OF_A_TEXT, _FEWEST_SECTIONS, _ALL_ITS_OWN = 300, 2, 0.7


# A text that grew or shrank by so many words, and by such a share, is told to have done so before all else.
_FEWEST_MORE, _TIMES_MORE = 300, 1.5
# Nothing else changed where so much of the shorter text stands in blocks that the other one has too.
_NEARLY_ALL = 0.97
# So many texts are named.
_MOST_NAMED = 2
# How the sentences on a text as a whole begin.
_HOLDS, _HOLDS_NO_LONGER, _GREW, _SHRANK = (
    *("The page now holds", "The page no longer holds"),
    *("The text grew from", "The text shrank from"),
)
# What is said of a text that may be another one.
WHETHER_IT_FOLLOWS = "Whether it took the place of the one before, the program can't tell."
# … and of one that another title stands over, where the texts themselves tell.
IT_FOLLOWS = "By what the texts say of each other, it took the place of the one before."
# … and of one that was put ahead of the one before.
STANDS_BELOW = "which stands there still, in whole or in part."
# What is said of provisions in a large part that went, and came: the page may have been captured without it.
WHETHER_WITHDRAWN = "The program can't tell whether they were withdrawn, or the page was captured without that part."
NOT_CAPTURED_BEFORE = "The version before held an error notice there: it was captured without that part."
WHETHER_STILL_SAID = "Whether the document still says the like, the program can't tell."
WHETHER_SAID_BEFORE = "Whether the document said the like before, the program can't tell."
WHETHER_ADDED = "The program can't tell whether they were added, or the page was captured before without that part."


class OwnText(NamedTuple):
    """A text under a title of its own on a page that holds others above it, and how many words it has."""

    title: str
    words: int


def tells_of_whole(reason: str) -> bool:
    """Whether a sentence tells of a text as a whole: what came below it, what went, how it grew, or is spelt now."""
    return reason.startswith((_HOLDS, _HOLDS_NO_LONGER, _GREW, _SHRANK)) or reason.endswith((IT_FOLLOWS, OF_ONE_DAY))


def tells_of_another(reason: str) -> bool:
    """Whether a sentence tells that a text may be another one than the next version."""
    return reason.endswith((WHETHER_IT_FOLLOWS, STANDS_BELOW))


def told_of_another(old: Document, new: Document, why: str) -> str:
    """What is said of a text that may be another one, for a reason: whether it took the place of the one before."""
    if stands_from(old, new):
        return f"The page now holds another text ahead of “{title_of(old)}”, {STANDS_BELOW}"
    return f"{why} {IT_FOLLOWS if says_it_follows(old, new) else WHETHER_IT_FOLLOWS}"


def stands_from(old: Document, new: Document) -> int:
    """The block of the new text with the old one's title, below a text of some length and over much of the old one.

    0 where there is none.
    """
    title = word_line(title_of(old))
    above = new.word_lines.index(title) if title and title in new.word_lines else 0
    if not is_title_of_its_own(title) or sum(new.word_counts[:above]) < _FEWEST_OF_A_TEXT:
        return 0
    below = frozenset(new.word_lines[above:])
    stand = (words for line, words in zip(old.word_lines, old.word_counts, strict=True) if line in below)
    return above if sum(words for words in stand if words >= _LONG_BLOCK) >= _FEWEST_OF_A_TEXT else 0


def told_of_whole(old: Document, new: Document, went: Sequence[OwnText], came: Sequence[OwnText]) -> Iterator[str]:
    """What is said of a text as a whole; a whole text that went while another one came was renamed."""
    if came and not went:
        yield f"{_HOLDS} {_texts(came)}."
    elif went and not came:
        held = sum(_is_whole(old, start, end) for start, end in _titles(old))
        more = f"{len(went)} of the {count(held, 'text')} that it held, each under a title of its own: {_named(went)}"
        one = f"a text under the title “{went[0].title}”, which had {count(went[0].words, 'word')}"
        yield f"{_HOLDS_NO_LONGER} {one if len(went) == 1 else more}."
    else:
        before, after = sum(old.word_counts), sum(new.word_counts)
        least = min(before, after)
        # What only the page around a text has more makes that no longer.
        if _differ_much(before, after) and _differ_much(_words_of_text(old), _words_of_text(new)):
            alone = stayed(old, new) >= _NEARLY_ALL * least and stayed(new, old) >= _NEARLY_ALL * least
            rest = ", and hardly another word changed" if alone else ""
            yield f"{_GREW if after > before else _SHRANK} {count(before, 'word')} to {count(after, 'word')}{rest}."


def _differ_much(*words: int) -> bool:
    least, most = sorted(words)
    return most - least >= _FEWEST_MORE and most >= _TIMES_MORE * least


def _words_of_text(document: Document) -> int:
    """How many words a text has but for what belongs to the page around it."""
    of_page = page_blocks(document)
    return sum(words for block, words in enumerate(document.word_counts) if block not in of_page)


def _texts(came: Sequence[OwnText]) -> str:
    if len(came) == 1:
        return f"a text under a title of its own, “{came[0].title}”, of {count(came[0].words, 'word')}"
    return f"{count(len(came), 'more text')}, each under a title of its own: {_named(came)}"


def _named(texts: Sequence[OwnText]) -> str:
    """The largest of some texts by their titles; the others are counted."""
    largest = sorted(texts, key=lambda one: -one.words)
    return short_series([f"“{one.title}”" for one in largest], _MOST_NAMED)


def is_written_anew(old: Document, new: Document) -> bool:
    """Whether so little of a text stayed, block by block, that it was written anew, or is another text."""
    before, after = sum(old.word_counts), sum(new.word_counts)
    if min(before, after) < _FEWEST_WORDS or _is_one_of_several(old, new):
        return False
    most = _WRITTEN_ANEW * (before + after)
    if stayed(old, new) + stayed(new, old) >= most:
        return False
    # Under other numbers of its sections a text stayed, too.
    effects = [list(map(effective_words, one.visible)) for one in (old, new)]
    stood, stands = map(set, effects)
    return words_known(stood, effects[1], new.word_counts) + words_known(stands, effects[0], old.word_counts) < most


def why_another_text(old: Document, new: Document, *, anew: bool) -> str:
    """What speaks for it that the new text is another one than the next version, as a sentence; empty for nothing.

    `anew`: whether the text was written anew.
    """
    before, after = sum(old.word_counts), sum(new.word_counts)
    if max(after, _STANDS_IN) * _TIMES_LONGER <= before and not _is_one_of_several(old, new):
        return "Less than a fifth of the text's words is left."
    if before < _STANDS_IN and after >= _STANDS_IN * _TIMES_LONGER:
        return "The text before had less than a fifth of these words."
    if _repeated(new) >= _OVER_AND_OVER > _repeated(old):
        return "The text holds the same page several times."
    if anew:
        same = _has_same_title(old, new)
        if same is None and _opens_alike(old, new):
            same = True
        if same is False:
            return "The page holds another text, under another title."
        if same is None:
            return "Hardly a paragraph is as before, and no title tells that it is the same document."
        if not is_dated_later(old, new):
            return "Hardly a paragraph is as before, and no day read in both texts shows this to be the later one."
        if _TIMES_SHORTER * after < before:
            return "Hardly a paragraph is as before, and less than half of the words is left."
    return ""


def _opens_alike(old: Document, new: Document) -> bool:
    """Whether two texts have a sentence of some length at their heads, the same in other words at most."""
    heads = (
        [
            word_line(one).split()
            for visible in islice(filter(None, document.visible), _OPENING)
            for one in sentences(visible)
        ]
        for document in (old, new)
    )
    before, after = ([one for one in head if len(one) >= _FEWEST_OF_OPENING] for head in heads)
    return any(likeness(one, other, _SAME_OPENING) >= _SAME_OPENING for one in before for other in after)


def told_of_one_text(old: Document, new: Document) -> str:
    """What is said where one of the texts that a page held, and not its first one, is all that it holds, or was.

    No word of that text changed: a page on several documents was captured in place of the one on it. Empty elsewhere.
    """
    if _is_a_later_text_of(old, new):
        return f"Of the texts that the page held, it now holds “{title_of(new)}” alone, word for word."
    if _is_a_later_text_of(new, old):
        return f"The page now holds other texts ahead of “{title_of(old)}”, which stands there word for word."
    return ""


def _is_a_later_text_of(several: Document, one: Document) -> bool:
    first = next(iter(_titles(several)), None)
    if first is None or several.word_lines[first[0]] in one.word_lines or not _is_one_of_several(several, one):
        return False
    return is_title_of_its_own(word_line(title_of(one))) and stayed(several, one) == sum(one.word_counts)


def is_for_another_region(old: Document, new: Document) -> bool:
    """Whether two texts are for the people of different regions, by their titles or by the companies that they name."""
    titles = [title_of(one) for one in (old, new)]
    if all(names_document(word_line(one)) for one in titles) and _regions_of(titles[0]) != _regions_of(titles[1]):
        return True
    return (
        _has_company_of_region_alone(old, new)
        or _has_company_of_region_alone(new, old)
        or _are_provided_by_different(old, new)
    )


def _are_provided_by_different(old: Document, new: Document) -> bool:
    """Whether two texts say that different companies of a group are who deals with the reader, one for a region."""
    before, after = _providers(old), _providers(new)
    groups = {name.split()[0].strip(",") for name in before} & {name.split()[0].strip(",") for name in after}
    of_region = [any(_OF_REGION.search(name) for name in names) for names in (before, after)]
    return bool(groups) and before.isdisjoint(after) and of_region[0] != of_region[1]


@kept_with_document
def _providers(document: Document) -> frozenset[str]:
    """The companies of which a text says that they deal with the reader."""
    return frozenset(_PROVIDED_BY.findall(" ".join(document.visible)))


def _has_company_of_region_alone(here: Document, there: Document) -> bool:
    """Whether a text names a company for a region, and the other one that of its group for the others instead.

    A text that names both is for all.
    """
    named = [pair for pair, times in _companies_of_regions(here).items() if times >= _FEWEST_NAMED]
    if not named:
        return False
    own, other = (" ".join(one.visible) for one in (here, there))
    groups = {group for group, name in named if name not in other}
    for_others = [re.compile(_OF_NONE.format(group=re.escape(group))) for group in sorted(groups)]
    return any(one.search(other) and not one.search(own) for one in for_others)


@kept_with_document
def _companies_of_regions(document: Document) -> Counter[tuple[str, str]]:
    """The companies for a region that a text names, each with the name of its group, and how often it does."""
    return Counter((found["group"], found[0]) for found in _OF_REGION.finditer(" ".join(document.visible)))


def own_texts(document: Document, other: Document) -> tuple[OwnText, ...]:
    """The texts on a page, beside another one, under titles of documents that the other version has nowhere.

    Sections may be called like documents: a document's title is on no lower level than the first of the page, and has
    sections below it.
    """
    stood = frozenset(other.word_lines)
    lines, counts = document.word_lines, document.word_counts
    titles = _titles(document)
    stay = any(lines[start] in stood for start, _ in titles)
    found = []
    for start, end in titles:
        words = sum(counts[start:end])
        own = sum(counts[place] for place in range(start, end) if lines[place] not in stood)
        is_beside = stay or sum(counts[:start]) >= _FEWEST_OF_A_TEXT
        if lines[start] not in stood and is_beside and _is_whole(document, start, end) and own >= _ALL_ITS_OWN * words:
            found.append(OwnText(document.visible[start], words))
    return tuple(found)


def _is_whole(document: Document, start: int, end: int) -> bool:
    """Whether a text of a page, from its title on, has so many words and sections that it is one by itself."""
    words = sum(document.word_counts[start:end])
    return words >= _FEWEST_OF_A_TEXT and _sections(document, start, end) >= _FEWEST_SECTIONS


def _is_one_of_several(old: Document, new: Document) -> bool:
    """Whether a page held several texts, and hardly anything is left but some of these."""
    held, titles = ({one.word_lines[start] for start, _ in _titles(one)} for one in (old, new))
    return bool(titles) and titles < held and stayed(new, old) >= _NEARLY_ALL * sum(new.word_counts)


@kept_with_document
def _titles(document: Document) -> tuple[tuple[int, int], ...]:
    """The headings that are titles of documents, on no lower level than the first, each with where its text ends."""
    blocks, lines = document.blocks, document.word_lines
    headings = [place for place, block in enumerate(blocks) if block.kind is BlockKind.HEADING and lines[place]]
    titles = [
        place
        for place in headings
        if blocks[place].level <= blocks[headings[0]].level and is_title_of_its_own(lines[place])
    ]
    return tuple(pairwise([*titles, len(blocks)]))


def _sections(document: Document, start: int, end: int) -> int:
    return sum(document.blocks[place].kind is BlockKind.HEADING for place in range(start + 1, end))


def _repeated(document: Document) -> float:
    """The share of a text's words that stands in blocks of some length which stand in it several times."""
    lines, counts = document.word_lines, document.word_counts
    copies = Counter(line for line, count in zip(lines, counts, strict=True) if count >= _LONG_BLOCK)
    again = sum(count for line, count in zip(lines, counts, strict=True) if copies[line] >= _FEWEST_COPIES)
    return again / max(1, sum(counts))


def _has_same_title(old: Document, new: Document) -> bool | None:
    """Whether two texts have much the same first heading, or title, with the same regions.

    None where no other title can be told: one of the two calls itself by no name that says of which kind it is.
    """
    headings = (title_of(old), title_of(new))
    if all(headings) and _are_alike(*headings):
        return True
    before, after = titles_at_head(old), titles_at_head(new)
    if not before or not after:
        return None
    return any(_are_alike(one, other) for one in before for other in after)


def _are_alike(one: str, other: str) -> bool:
    """Whether two titles say much the same, with the same regions."""
    return _regions_of(one) == _regions_of(other) and likeness_of_content(one, other) >= _SAME_TITLE


def _regions_of(title: str) -> frozenset[str]:
    """The regions that a title names, each by one name in small letters."""
    named = map(str.lower, _REGION.findall(title))
    return frozenset(_ONE_NAME.get(one, one) for one in named)
