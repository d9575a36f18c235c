"""What a text says, sentence by sentence: items of lists and rows of tables are sentences too."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from conductatlas.changes.language.effect import states_effect
from conductatlas.changes.language.page_marks import without_drawn_markup
from conductatlas.changes.language.quotations import denies, plain
from conductatlas.changes.language.sentence_ends import cut_at_lost_spaces, whole_sentences
from conductatlas.changes.language.words import has_digit
from conductatlas.changes.layout.furniture import is_furniture, is_menu, is_notice, is_title
from conductatlas.changes.layout.header_rows import without_header
from conductatlas.changes.layout.itself import is_date_line, is_pointer
from conductatlas.changes.layout.laid_out import laid_out_otherwise
from conductatlas.changes.layout.scopes import limits_scope
from conductatlas.changes.layout.surroundings import page_blocks
from conductatlas.changes.layout.table_rows import first_cell, has_rows
from conductatlas.changes.layout.title_lines import has_capitals, states_nothing, titles_ahead, titles_in
from conductatlas.reading import (
    BLOCKS_IN_MEMORY,
    BlockKind,
    Document,
    block_words,
    kept_with_document,
    sentences,
    visible_text,
    word_count,
    word_line,
    words,
)

# A piece of fewer words says nothing by itself; an item of a list does from so many on, or where it is a word alone.
FEWEST_WORDS, _FEWEST_OF_AN_ITEM = 5, 2
# … and what is none may have become one from so many on.
_FEWEST_PASSED_OVER = 3
# 'Millers. We may tell them …': an item of so many sentences may begin with a label.
_FEWEST_BEHIND_LABEL = 2
# '9.2. **Limited Permit to the Mill.** You …': a title, though it ends as a sentence does.
_NUMBERED_RUN_IN = re.compile(r"\s*\d{1,3}(?:\\?\.\d{1,3})*\\?\.?\s+\*\*(?P<title>[A-Z][^*\n]{2,90}\.)\*\*\s")
# The number of a section ahead of its title, and how many words that has which is written like a sentence.
_NUMBER_AHEAD, _MOST_OF_A_TITLE = re.compile(r"\A\d{1,2}(?:\.\d{1,3})*\.?\s+(?=[^\W\d])"), 6
# A heading of so many words that ends as a sentence does, and speaks of an effect, is the text itself.
_FEWEST_OF_TEXT = 15
# 'This section applies to millers.': in bold it is no title.
_APPLIES = re.compile(r"\bappl(?:y|ies)\b[^?]*\.\Z", re.IGNORECASE)
# A name that no word is written like, and behind so many lines of the same words it is the value of one.
_NAME, _FEWEST_BEHIND_LABELS = re.compile(r"\w+_\w+"), 4
# A paragraph that ends so breaks off within a sentence. So many characters tell where one begins.
_BREAKS_OFF, _BEGINNING = re.compile(r"[\w,)”’\"']"), 40
# An item may be no more than the address of a site.
_SITE = re.compile(r"\W*[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}\W*", re.IGNORECASE)
# What stands between a name and what is said of it, in a row that has no cells, or in an item.
_BEHIND_NAME = re.compile(r"\s[•·|]\s")
# The sign of an item or a section ahead of its words.
_ITEM = re.compile(r"\A\(?(?:[a-zA-Z]|[ivx]{1,4}|\d{1,3}(?:\.\d{1,3})*)[.)]\s*(?=[^\W\d])")
# 'In Ireland: 2020326, 2023222': several numbers by which something is known, behind what they are of.
_LISTS_NUMBERS = re.compile(r"\W*[^\W\d][^:]*:\s*[A-Z]{0,3}\d[\w/.-]*(?:(?:,| and|, and) ?[A-Z]{0,3}\d[\w/.-]*)+\W*")


class Said(NamedTuple):
    """A sentence, an item or a row of a table: its place among those of its text, its block and its words.

    `first_cell` is what a row is about, or an item with a name ahead of a dot, as a line of words; empty for what is
    neither. `title`: what stands over it in its block, in a line of its own.
    """

    place: int
    block: int
    text: str
    line: str
    first_cell: str
    title: str = ""

    @property
    def is_row(self) -> bool:
        return has_rows(self.text) or self.first_cell != ""


@kept_with_document
def said_in(document: Document) -> tuple[Said, ...]:
    """The sentences of the text itself: neither headings, nor what belongs to the page, nor days."""
    of_page = page_blocks(document)
    often = Counter(document.word_lines)
    found: list[Said] = []
    last = 0
    for number, block in enumerate(document.blocks):
        if number < last or number in of_page or _is_title(document, number):
            continue
        last = _end_of_broken(document, number, of_page)
        if last > number + 1:
            found += _said_across(document, number, last, len(found))
            continue
        visible = document.visible[number]
        if _is_named_value(document, number, often):
            found.append(Said(len(found), number, visible, document.word_lines[number], ""))
            continue
        shown = block_words(document, number) if block.kind is BlockKind.TABLE else visible
        for said in _said_by(document.source(number), visible, shown, block.kind, block.lead_in is None):
            found.append(Said(len(found), number, *said))
    return tuple(found)


def _is_title(document: Document, number: int) -> bool:
    """Whether a line is surely the title of what is below it, and nothing besides.

    One that asks is the title of its answer, but may become a sentence; one that ends as a sentence may be a rule. So
    may a heading, where it is long: what stands below a title may be marked as one, too.
    """
    visible, title = document.visible[number], titles_in(document)[number]
    if document.blocks[number].kind is BlockKind.HEADING:
        return not (
            visible.endswith(".")
            and document.word_counts[number] >= _FEWEST_OF_TEXT
            and (denies(visible.split()) or states_effect(words(visible)))
        )
    if title is None or not title.sure or title.runs_in or visible.endswith("?"):
        return False
    return not visible.endswith(".") or not (
        denies(visible.split()) or states_effect(words(visible)) or _APPLIES.search(visible)
    )


def _is_named_value(document: Document, number: int, often: Mapping[str, int]) -> bool:
    """Whether a line is a single name, as of a cookie, behind a label that many other such lines stand behind.

    So a table is taken where each of its cells stands in a line of its own.
    """
    if not number or document.word_counts[number] != 1 or not is_name(document.visible[number]):
        return False
    return often[document.word_lines[number - 1]] >= _FEWEST_BEHIND_LABELS and document.word_counts[number - 1] > 0


def asks_above(document: Document, number: int) -> bool:
    """Whether a line is the title of the answer below it: a question in a line of its own."""
    title = titles_in(document)[number]
    return title is not None and title.sure and not title.runs_in and document.visible[number].endswith("?")


def is_name(text: str) -> bool:
    """Whether a text is a single name that no word is written like, as of a cookie: what a row of a table is about."""
    return _NAME.fullmatch(text) is not None


@kept_with_document
def lines_said(document: Document) -> Counter[str]:
    """The sentences of a text as lines of words, with how often each stands there."""
    return Counter(one.line for one in said_in(document))


@lru_cache(maxsize=2)
def said_alone(old: Document, new: Document) -> tuple[list[Said], list[Said]]:
    """The sentences of either text of which the other has none of the same words, in whatever lines."""
    had, has = lines_said(old), lines_said(new)
    went = [one for one in said_in(old) if one.line not in has]
    came = [one for one in said_in(new) if one.line not in had]
    divided, parts = laid_out_otherwise(old, {one.block for one in went}, new)
    joined, lines = laid_out_otherwise(new, {one.block for one in came}, old)
    here, there = divided | lines, joined | parts
    return [one for one in went if one.block not in here], [one for one in came if one.block not in there]


def passed_over(document: Document, blocks: Collection[int]) -> tuple[Said, ...]:
    """What of some blocks is no sentence of the text itself, yet may have been one, or become one.

    Titles, and what only points. The place of each is below 0: it has none among the sentences.
    """
    of_page = page_blocks(document)
    found: list[Said] = []
    for number in sorted(blocks):
        if number in of_page or document.blocks[number].kind is BlockKind.TABLE:
            continue
        for text in _sentences_of(document.visible[number]):
            line = plain(_ITEM.sub("", text))
            if len(line.split()) >= _FEWEST_PASSED_OVER and not _is_said(line, document):
                found.append(Said(-1 - len(found), number, text, line, ""))
    return tuple(found)


def _is_said(line: str, document: Document) -> bool:
    """Whether some words stand in the sentences of a text, in a row; most are one of them."""
    return line in lines_said(document) or f" {line} " in _lines_of_sentences(document)


@kept_with_document
def _lines_of_sentences(document: Document) -> str:
    """The sentences of a text in one line of words."""
    return f" {' '.join([one.line for one in said_in(document)])} "


def _end_of_broken(document: Document, number: int, of_page: Collection[int]) -> int:
    """The block behind a paragraph and those that go on its sentence, as where a printed page was taken line by line.

    Each ends without an end of sentence, and the next one begins with a small letter.
    """
    end = number + 1
    while (
        end < len(document.blocks)
        and end not in of_page
        and document.visible[end][:1].islower()
        and _BREAKS_OFF.match(document.visible[end - 1][-1:])
        and document.word_counts[end - 1] >= FEWEST_WORDS
        and _is_plain(document, end - 1)
        and _is_plain(document, end)
    ):
        end += 1
    return end


def _is_plain(document: Document, number: int) -> bool:
    """Whether a block is a paragraph that is no item of a list, and no title."""
    block, visible = document.blocks[number], document.visible[number]
    if block.kind is not BlockKind.PARAGRAPH or block.lead_in is not None:
        return False
    return not (is_notice(visible) or _is_label(document.source(number), visible, alone=True))


def _said_across(document: Document, first: int, last: int, place: int) -> Iterator[Said]:
    """The sentences of paragraphs that go on each other's, each in the block in which it begins."""
    shown = [document.visible[number] for number in range(first, last)]
    ends = list(accumulate(len(one) + 1 for one in shown))
    begun = 0
    whole = " ".join(shown)
    for text, line, cell, title in _said_by(whole, whole, whole, BlockKind.PARAGRAPH, alone=True):
        begun = max(begun, whole.find(text[:_BEGINNING], begun))
        yield Said(place, first + bisect(ends, begun), text, line, cell, title)
        place += 1


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def _said_by(
    source: str, visible: str, shown: str, kind: BlockKind, alone: bool
) -> tuple[tuple[str, str, str, str], ...]:
    """The sentences of a block, each as a reader sees it, as a line of words, its first cell and title; or its rows.

    `alone`: no other block announces it.
    """
    if _is_label(source, visible, alone=alone and kind is BlockKind.PARAGRAPH):
        return ()
    texts = without_header(shown.splitlines()) if kind is BlockKind.TABLE else _unlabelled(_sentences_of(shown), source)
    # Of a notice of an update only that counts which says for whom it holds.
    texts = [text for text in texts if limits_scope(text)] if is_notice(visible) else texts
    # An item may be one word, as a state in which something is sold; one that leads elsewhere is of a menu.
    is_word = len(texts) == 1 and "](" not in source
    fewest = FEWEST_WORDS if alone else 1 if is_word else _FEWEST_OF_AN_ITEM
    titled = (_without_title(text.strip(), titles) for titles in [titles_ahead(source)] for text in texts)
    lines = ((text, plain(_ITEM.sub("", without_drawn_markup(text))), title) for text, title in titled)
    return tuple(
        (text, line, first_cell(text) or _name_ahead(text), title)
        for text, line, title in lines
        if (len(line.split()) >= fewest or (not alone and _SITE.fullmatch(text)))
        and not (_is_number(text, line) or is_pointer(text) or is_date_line(text) or is_notice(text))
    )


def _sentences_of(visible: str) -> list[str]:
    return whole_sentences(cut_at_lost_spaces(sentences(visible)))


def _unlabelled(texts: Sequence[str], source: str) -> Sequence[str]:
    """The sentences of a block without the label that it begins with: a few words ahead of others that deny nothing.

    Or the title of a numbered section; see `_is_numbered_title`.
    """
    if len(texts) < _FEWEST_BEHIND_LABEL:
        return texts
    if _is_numbered_title(texts[0], source):
        return texts[1:]
    if word_count(_ITEM.sub("", texts[0])) >= FEWEST_WORDS:
        return texts
    return texts if denies(texts[0].split()) or states_effect(words(texts[0])) else texts[1:]


def _is_numbered_title(text: str, source: str) -> bool:
    """Whether the first sentence of a block is the title of its section: behind a number, and denying nothing.

    In bold, with the capitals of a title, or in such words as lay nothing down; what is in nothing but capitals may be
    a rule.
    """
    title = _NUMBER_AHEAD.sub("", text)
    if title.isupper() or denies(title.split()):
        return False
    # The number of an item is not seen in its text.
    titled = _NUMBERED_RUN_IN.match(source)
    if titled and visible_text(titled["title"]) == title:
        return has_capitals(title)
    if title == text:
        return False
    may_be_title = has_capitals(title) or word_count(title) <= _MOST_OF_A_TITLE
    return may_be_title and title.endswith(".") and states_nothing(title)


def _without_title(text: str, titles: Sequence[str]) -> tuple[str, str]:
    """A sentence or a row without the title that stands over it in a line of its own, and that title.

    A name with a dot behind it is none: it is what the row is about.
    """
    over = (one for one in titles if text.startswith(f"{one} ") and not _BEHIND_NAME.match(text, len(one)))
    title = next(over, "")
    return text.removeprefix(title).lstrip(), title


def _name_ahead(text: str) -> str:
    """The words that stand ahead of a dot, as of who does what in a list; empty where there is none."""
    name, *rest = _BEHIND_NAME.split(text, maxsplit=1)
    return word_line(name) if rest else ""


def _is_number(text: str, line: str) -> bool:
    """Whether a sentence, also given as a line of words, is a number or a moment, and no list of several numbers.

    It has more digits than letters.
    """
    digits = has_digit(line) and sum(map(str.isdigit, line)) > sum(map(str.isalpha, line))
    return digits and _LISTS_NUMBERS.fullmatch(text) is None


def _is_label(source: str, visible: str, *, alone: bool) -> bool:
    if is_menu(source) or is_date_line(visible):
        return True
    return alone and (is_furniture(source, visible) or (is_title(source, visible) and not _APPLIES.search(visible)))
