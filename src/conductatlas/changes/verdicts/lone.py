"""Blocks that came or went: what each weighs by what it says, by what it is an item of, and by what came with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby

from conductatlas.changes.language.effect import states_effect
from conductatlas.changes.language.page_marks import is_copyright_line
from conductatlas.changes.language.words import ENDS_SENTENCE
from conductatlas.changes.layout.consent_dialogues import answers, is_on_cookies
from conductatlas.changes.layout.furniture import is_furniture, is_page_phrase
from conductatlas.changes.layout.itself import is_date_line, is_pointer
from conductatlas.changes.layout.titles import have_one_title, title_of
from conductatlas.changes.names.contacts import is_postal_address, is_way_to_contact, tells_whom_to_write_to
from conductatlas.changes.verdicts.differences import Weight, former_names, weight_of_block
from conductatlas.reading import BlockKind, Document, kept_with_document, visible_text, word_count, word_line, words

_TECHNICAL_NAME = re.compile(r"[\w.*-]*_[\w.*-]*")
_TRACKER = re.compile(r"\b(?:cookies?|pixel|beacon|tracker|local storage)\b", re.IGNORECASE)
_NEAR = 3
# Over a list of these, an item that is no more than a link says who gets something.
_RECIPIENTS = re.compile(
    r"\b(?:third[- ]part(?:y|ies)|advertising|analytics|payment|data|our)\b.{0,30}"
    r"\b(?:partners|vendors|providers|processors|recipients)\b|\bsub-?(?:processor|contractor)s\b",
    re.IGNORECASE,
)
_LONGEST_LABEL, _SHORTEST_LEAD_IN = 5, 6
# What stands in a list that is led into so is what a text is about.
_LISTS_WHAT = re.compile(r"\b(?:covers?|appl(?:y|ies) to|includes?|consists? of)\b", re.IGNORECASE)
_ONE_LINK = re.compile(r"\s*(?:[*+-]|\d{1,3}[.)])\s+\[[^\[\]]{2,120}\]\([^()\s]{1,2000}\)\s*")
# A sentence that a list belongs to, though no colon says so.
_LISTS = re.compile(
    r"\b(?:following|below|include[sd]?|including|such as|these|are|is|you (?:may|must|can|agree))\b.*\.$"
)
# What stands over the title and speaks of the text, or says since when it applies, is no remark of the page.
_ITSELF = re.compile(
    r"\b(?:documents?|polic(?:y|ies)|terms|agreements?|notices?|statements?|conditions|rules|versions?"
    r"|updated|modified|revised|effective|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# 'Our Help Center has more information about:'
_TO_READ = re.compile(
    r"\b(?:more|further|additional) information (?:about|on|regarding):$|\b(?:read|learn|find out) more about:$",
    re.IGNORECASE,
)
# '15. General Terms'
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)] \w")
# 'Corvid and Raven are registered trademarks of Corvid Ltd.'
_TRADEMARKS = re.compile(
    r"[A-Z][^.;:]{0,150} (?:is|are) (?:a )?(?:registered )?(?:trade|service )marks?(?: or registered trademarks?)? of"
    r" [A-Z][^;:]{0,60}"
)
# An item that forbids something says so in few words: 'No sale of weapons'.
_FORBIDS = re.compile(r"(?:no|do not|don['’]t|never) (?!sell\b|track\b)(?:\w+[ ,]+){2}\w", re.IGNORECASE)
_SHORTEST_ITEM = 3
_FEWEST_BANNERS, _LONGEST_BANNER, _LONGEST_ICON = 3, 25, 2
_SHORTEST_PATH, _LONGEST_TOP = 4, 6
_SHORTEST_MENU, _LABELS_IN_A_MENU = 12, 0.8
# The end of a link that stands in several blocks, and in how many blocks it ends at the latest.
_LINK_ENDS = re.compile(r"[^\[\]]*\]\(")
_BLOCKS_OF_A_LINK = 3
# A block that is one link or one picture.
_SHOWN = re.compile(r"!?\[[^\[\]]{0,400}\]\([^()]{0,2000}\)")
_LONGEST_CAPTION = 15
_NEAR_TITLE = 3


def weights_of_lone(
    document: Document, lone: Sequence[int], other: Document, provisions: frozenset[int], of_page: Container[int]
) -> Iterator[tuple[int, Weight]]:
    """Weigh blocks that came or went, each by its ordinal.

    `other` is the version in which they have no partner, `provisions` are the blocks that provisions cover, and
    `of_page` those that belong to the page around the text.
    """
    if not lone:
        return
    stands = set(other.word_lines)
    former = _former_names(document) | _former_names(other)
    around = frozenset(_in_menus(document, lone, provisions)).union(_in_dialogues(document, lone))
    times = Counter(document.word_lines[block] for block in lone)
    gone = frozenset(lone)
    end_of_top = _end_of_top(document, other)
    for block in lone:
        banner = times[document.word_lines[block]] >= _FEWEST_BANNERS and _is_banner(document, block)
        at_the_top = block < end_of_top and _is_remark_at_the_top(document, block)
        of_menu = block in around or _is_in_link(document, block) or _leads_to_title(document, block)
        at_an_end = at_the_top or _ends_a_footer(document, block)
        if block in of_page or of_menu or banner or at_an_end or _is_path(document, block):
            yield block, Weight.TECHNICAL
        else:
            weight = _weight(document, block, stands, provisions)
            letters = _is_caption(document, block, gone)
            if letters or (former and _tells_former_name(document, block, former, stands)):
                weight = min(weight, Weight.EDITORIAL)
            yield block, max(weight, Weight.EDITORIAL) if _is_lone_item(document, block, gone) else weight


def _weight(document: Document, block: int, other: Container[str], in_provision: frozenset[int]) -> Weight:
    """The weight of a block that came or went; `other` are the words of the blocks of the other version, in lines."""
    visible = document.visible[block]
    stands_in_other = document.word_lines[block] in other
    weight = weight_of_block(
        document.source(block), visible, stands_in_other=stands_in_other, in_provision=block in in_provision
    )
    if is_heading(document, block) and _NUMBERED.match(visible) and not stands_in_other:
        return Weight.EDITORIAL
    if is_heading(document, block) or _is_pointed_to(document, block):
        return min(weight, Weight.EDITORIAL)
    if not stands_in_other and (_names_tracker(document, block) or _is_recipient(document, block)):
        return Weight.SUBSTANTIVE
    led_into = "" if stands_in_other else _leads_into_links(document, block)
    if led_into:
        return Weight.SUBSTANTIVE if _LISTS_WHAT.search(led_into) else Weight.EDITORIAL
    if weight is Weight.EDITORIAL and _is_plain_item(document, block) and _FORBIDS.match(visible):
        return Weight.SUBSTANTIVE
    if (
        stands_in_other
        or not document.word_lines[block]
        or not _is_plain_item(document, block)
        or is_page_phrase(visible)
    ):
        return weight
    if _is_announced(document, block) or _follows_sentence(document, block):
        letters = any(is_so(visible) for is_so in (is_way_to_contact, is_postal_address, is_date_line))
        letters = letters or _is_contact(document, block)
        return Weight.EDITORIAL if letters else Weight.SUBSTANTIVE
    # A menu may be a list without links too: an item among others that stayed is no more than a matter of letters.
    near = [one for one in (block - 1, block + 1) if 0 <= one < len(document.blocks) and _is_plain_item(document, one)]
    return max(weight, Weight.EDITORIAL) if any(document.word_lines[one] in other for one in near) else weight


# Both what went and what came asks it of both versions.
@lru_cache(maxsize=4)
def _former_names(document: Document) -> frozenset[str]:
    """The words of the names of which a text tells that they are former ones, each as a line."""
    if "ormerly " not in document.text and "reviously " not in document.text:
        return frozenset()
    return frozenset(word_line(name) for visible in document.visible for name in former_names(visible))


def _tells_former_name(document: Document, block: int, former: Container[str], other: Container[str]) -> bool:
    """Whether a block is a name that the other version tells as a former one, or tells of one that stands there."""
    if document.word_counts[block] > _LONGEST_BANNER:
        return False
    told = former_names(document.visible[block])
    return document.word_lines[block] in former or any(word_line(name) in other for name in told)


def _names_tracker(document: Document, block: int) -> bool:
    """Whether a block is no more than the technical name of a cookie, in a list that says so next to it."""
    if not _TECHNICAL_NAME.fullmatch(document.visible[block]):
        return False
    near = document.visible[max(0, block - _NEAR) : block + _NEAR + 1]
    return any(_TRACKER.search(visible) for visible in near)


def _is_contact(document: Document, block: int) -> bool:
    """Whether a block is a name or an address in a list of whom to write to."""
    lead_in = document.blocks[block].lead_in
    named = document.word_counts[block] <= _LONGEST_LABEL
    named = named and not any(word[0].islower() for word in document.visible[block].split())
    return named and lead_in is not None and tells_whom_to_write_to(document.visible[lead_in])


def _is_recipient(document: Document, block: int) -> bool:
    """Whether a block is an item of a list right below a heading that says who gets or does something."""
    first = _above_lists(document)[block]
    return (
        0 <= first < block and is_heading(document, first) and _RECIPIENTS.search(document.visible[first]) is not None
    )


@kept_with_document
def _above_lists(document: Document) -> list[int]:
    """For each block the nearest one, itself or above, that is no item of a list; -1 where there is none."""
    others = (-1 if block.kind is BlockKind.LIST_ITEM else place for place, block in enumerate(document.blocks))
    return list(accumulate(others, max))


def _leads_into_links(document: Document, block: int) -> str:
    """The whole sentence that leads into the list of a block that is a link and no more: 'These rules cover: …'.

    Empty where the block is none, or nothing but a pointer leads into its list.
    """
    lead_in = document.blocks[block].lead_in
    is_item = document.blocks[block].kind is BlockKind.LIST_ITEM
    if lead_in is None or not is_item or _ONE_LINK.fullmatch(document.source(block)) is None:
        return ""
    sentence = document.visible[lead_in]
    links = sum(_ONE_LINK.fullmatch(document.source(one)) is not None for one in range(lead_in + 1, block))
    in_one_list = 2 * links >= block - lead_in - 1
    is_sentence = sentence.endswith(":") and document.word_counts[lead_in] >= _SHORTEST_LEAD_IN
    return sentence if in_one_list and is_sentence and not _TO_READ.search(sentence) else ""


def _in_menus(document: Document, lone: Sequence[int], provisions: Container[int]) -> Iterator[int]:
    """Of blocks that came or went together, those in long runs of which nearly all are labels: menus and footers."""
    for run in _runs(document, lone):
        labels = sum(is_furniture(document.source(block), document.visible[block]) for block in run)
        if len(run) >= _SHORTEST_MENU and labels >= _LABELS_IN_A_MENU * len(run):
            yield from (block for block in run if block not in provisions)


def _in_dialogues(document: Document, lone: Sequence[int]) -> Iterator[int]:
    """Of blocks that came or went together above or below a text, those that are a dialogue on cookies."""
    for run in _runs(document, lone):
        at_edge = run[0] == 0 or run[-1] == len(document.blocks) - 1
        if not at_edge or any(is_heading(document, block) for block in run):
            continue
        lines = [document.word_lines[block] for block in run]
        if answers(lines) and is_on_cookies(lines):
            yield from run


def _is_lone_item(document: Document, block: int, gone: Container[int]) -> bool:
    """Whether a block is an item between blocks that stayed: its list says something else, wherever else it stands."""
    said = document.word_counts[block] >= _SHORTEST_ITEM and not is_page_phrase(document.visible[block])
    return said and _is_plain_item(document, block) and block - 1 not in gone and block + 1 not in gone


def _is_banner(document: Document, block: int) -> bool:
    """Whether a block that came or went several times at once is a remark of the page, or what an icon is called."""
    shown = document.word_lines[block].split()
    paragraph = document.blocks[block].kind is BlockKind.PARAGRAPH
    longest = _LONGEST_BANNER if paragraph else _LONGEST_ICON
    return len(shown) <= longest and not states_effect(shown)


def _is_remark_at_the_top(document: Document, block: int) -> bool:
    """Whether a block above the text is a remark of the page, or says no more than where to read more."""
    visible = document.visible[block]
    return is_pointer(visible) or (_is_banner(document, block) and not _ITSELF.search(visible))


def _is_in_link(document: Document, block: int) -> bool:
    """Whether a block stands in a link that began before it, or ends in one of the next blocks: a teaser's words."""
    for one in range(block, min(block + _BLOCKS_OF_A_LINK, len(document.blocks))):
        source = document.source(one)
        if "](" in source and (ended := _LINK_ENDS.match(source)):
            behind = source[ended.end() :].partition(")")[2]
            if one == block and word_count(visible_text(behind)) > _LONGEST_LABEL:
                # What stands behind the link is none of its words.
                return False
            return document.word_counts[block] <= _LONGEST_BANNER
        if document.word_counts[one] > _LONGEST_BANNER or ("[" in source and one > block):
            return False
    return False


def _is_caption(document: Document, block: int, gone: Container[int]) -> bool:
    """Whether a line is the title of what is shown above it, a video or a picture, that came or went with it."""
    visible, before = document.visible[block], block - 1
    if before not in gone or document.blocks[block].kind is not BlockKind.PARAGRAPH or "](" in document.source(block):
        return False
    short = document.word_counts[block] <= _LONGEST_CAPTION and not visible.endswith(ENDS_SENTENCE)
    return short and _SHOWN.fullmatch(document.source(before).strip()) is not None and not states_effect(words(visible))


def _end_of_top(document: Document, other: Document) -> int:
    """Where the text begins below what stands over it in either version: at its title, or at the date soon below it."""
    title = word_line(title_of(document))
    if not title or title != word_line(title_of(other)):
        return 0
    dates = [_date_below_title(one) for one in (document, other)]
    return dates[0] if all(dates) else _title(document) if have_one_title(document, other) else 0


def _date_below_title(document: Document) -> int:
    """The block soon below the title that says no more than since when the text applies; 0 for none."""
    below = _title(document) + 1
    near = range(below, min(below + _LONGEST_TOP, len(document.blocks)))
    return next((block for block in near if is_date_line(document.visible[block])), 0)


def _title(document: Document) -> int:
    return next(block for block in range(len(document.blocks)) if is_heading(document, block))


def _is_path(document: Document, block: int) -> bool:
    """Whether a block is the path to the page: the sections above it and its title, which stands below once more."""
    title, path = word_line(title_of(document)), document.word_lines[block]
    if title.count(" ") + 1 < _SHORTEST_PATH or is_heading(document, block):
        return False
    beside = path.removesuffix(title)
    return path != beside and beside.count(" ") <= _LONGEST_LABEL


def _leads_to_title(document: Document, block: int) -> bool:
    """Whether a block is the last label of a path to a page, or part of the text, whose title stands right below."""
    if is_heading(document, block) or document.word_counts[block] > _LONGEST_TOP:
        return False
    near = range(block + 1, min(block + 1 + _NEAR_TITLE, len(document.blocks)))
    line = document.word_lines[block]
    return any(is_heading(document, one) and document.word_lines[one] == line for one in near)


def _runs(document: Document, ordinals: Sequence[int]) -> Iterator[list[int]]:
    """Ordinals of blocks with words, in order, as runs between which no other block has words."""
    worded = list(accumulate(map(bool, document.word_counts)))
    for _, run in groupby(enumerate(ordinals), key=lambda place: worded[place[1]] - place[0]):
        yield [ordinal for _, ordinal in run]


def is_of_page(document: Document, block: int) -> bool:
    """Whether a block looks like page furniture, and is no item of a list that a sentence announces."""
    if _is_announced(document, block) or _is_table_of_trackers(document, block):
        return False
    return is_furniture(document.source(block), document.visible[block])


def _is_table_of_trackers(document: Document, block: int) -> bool:
    table = document.blocks[block].kind is BlockKind.TABLE
    return table and _TRACKER.search(document.visible[block]) is not None


def _ends_a_footer(document: Document, block: int) -> bool:
    """Whether a block says whose the trademarks are, right behind a line that says whose the copyright is."""
    behind = block > 0 and is_copyright_line(document.visible[block - 1])
    return behind and _TRADEMARKS.fullmatch(document.visible[block]) is not None


def _is_announced(document: Document, block: int) -> bool:
    """Whether a block is an item of a list that a sentence announces: short as it is, it is part of what that says."""
    lead_in = document.blocks[block].lead_in
    if lead_in is None or not _is_plain_item(document, block):
        return False
    return document.visible[lead_in].endswith(":") or _is_announced(document, lead_in)


def _is_pointed_to(document: Document, block: int) -> bool:
    """Whether a block is an item of a list of what there is to read elsewhere."""
    lead_in = document.blocks[block].lead_in
    return lead_in is not None and _TO_READ.search(document.visible[lead_in]) is not None


def _follows_sentence(document: Document, block: int) -> bool:
    """Whether a block is an item of a list that stands below a sentence; menus stand below labels."""
    first = block
    while _is_plain_item(document, first - 1):
        first -= 1
    return (
        first > 0
        and (document.visible[first - 1].endswith(":") or _LISTS.search(document.visible[first - 1]) is not None)
        and document.word_counts[first - 1] > _LONGEST_LABEL
    )


def _is_plain_item(document: Document, block: int) -> bool:
    """Whether a block is a list item without a link; menus are lists of links."""
    inside = 0 <= block < len(document.blocks)
    return inside and document.blocks[block].kind is BlockKind.LIST_ITEM and "](" not in document.source(block)


def is_heading(document: Document, block: int) -> bool:
    """Whether a block is a heading."""
    return document.blocks[block].kind is BlockKind.HEADING
