"""Units: the candidate passages of a document, each judged by itself."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from conductatlas.reading import BLOCKS_IN_MEMORY, BlockKind, Document

# A list up to this length is judged together with the paragraph that announces it; the items of a longer one each by
# themselves. In code points.
_LONGEST_LIST = 1200
_LONGEST_LEAD_IN = 300
_HEADINGS_READ = 2
_ANNOUNCES = (":", ";", ",", "–", "—", "-")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LINK = re.compile(r"\[[^\[\]]{0,2000}\]\([^()]{0,4000}\)")
# A line by itself, or one that is nothing but links, states something from this number of words on …
_FEWEST_WORDS = 5
_FEWEST_WORDS_OF_LINKS = 12
# … unless it says since when a text applies or whom to write to.
PARTICULAR = re.compile(r"@|\b(?:19|20)\d\d\b|\+\d{2}")
# An item that nothing in its source marks as one, and that goes on with what leads into it: 'when the law asks; or'.
_FRAGMENT = re.compile(
    r"\W*(?:\(?[a-zA-Z0-9]{1,4}[.)]\s+)?(?:(?:[Ww]hen|[Ww]here|[Ii]f|[Aa]s|[Tt]o|[Ff]or|[Bb]y|[Ww]ith|[Uu]nless|[Bb]ecause"
    r"|[Tt]hrough)\b[^,.]{0,70}|[a-z][^,.]{0,50})(?:[;,](?: (?:and|or))?)?\.?\W*"
)
_MOST_WORDS_OF_A_FRAGMENT = 10
# A title that no markup makes a heading: all of it in bold or italics and like no sentence, or a number and words with
# capitals: '**12.2 Governing Law.**', '4.3 Security Measures'.
_MOST_WORDS_OF_A_TITLE = 9
_LONGEST_TITLE = 120
_EMPHASISED = re.compile(r"\W{0,3}(?:\d{1,2}[.)]\s+)?\W?(\*\*|__|\*|_)[^\n]{3,90}\1\W{0,3}(?:\n\s*=+)?")
_NUMBERED = re.compile(
    r"\W{0,2}(?:(?:[\d.]{0,5}\d[A-C]?|[A-Z]|[IVX]{1,4})\\?[.)]|[\d.]{0,5}\d\s)[^\n]{3,90}(?:\n\s*=+)?"
)
_TITLE_WORD = re.compile(r"[^\W_][\w’'-]*")
_SMALL_WORD = re.compile(r"a|an|and|by|for|from|in|of|on|or|our|the|these|this|to|under|vs|with|your")
_SAYS_SOMETHING = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|may|can|cannot|could|must|shall|will|would|should|do|does|don.t|did|not"
    r"|agree|please|appl(?:y|ies)|we|never|no|prohibited|ban|banned|forbidden|updated?|effective|revised|version|without"
    r"|right to)\b|\byou (?!and\b|or\b)|[;,:]\W*\Z",
    re.IGNORECASE,
)


# 'Information We Receive From Others', 'Who May Not Use the Service': in words with capitals a title too.
_SUBJECT_IN_A_TITLE = re.compile(
    r"(?<=\w )(?:We|You) (?=[A-Z])(?!(?:May|Must|Can|Cannot|Will|Shall|Should|Do|Are|Have|Agree)\b)"
)
_INDIRECT_QUESTION = re.compile(r"\W*(?:\(?[A-Za-z0-9]{1,4}[.)]\s+)?(?:Who|What|How|When|Where|Why|Which)\b[^?]*")


class Unit(NamedTuple):
    """A paragraph, a table, a short list with its lead-in, or an item of a long list.

    `first` and `last` are block ordinals, both included; `start` and `end` code points in the document's text.
    `context` (the nearest headings), `lead_in` and `text` are visible text and all that the model reads; `key` is the
    SHA-256 of these three, so that units with the same key are judged alike.
    """

    first: int
    last: int
    start: int
    end: int
    context: str
    lead_in: str
    text: str
    key: str


def units(document: Document) -> tuple[Unit, ...]:
    """Divide a document into units.

    Every block belongs to exactly one, but for headings and for what can state nothing: prices, labels, menu links,
    pieces of sentences.
    """
    found: list[Unit] = []
    contexts: dict[int | None, str] = {}
    unread = 0
    blocks = document.blocks
    for first, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING or first < unread:
            continue
        if block.heading not in contexts:
            contexts[block.heading] = _context(document, first)
        opens = first + 1 < len(blocks) and blocks[first + 1].lead_in is not None
        last = _last_of_unit(document, first) if opens else first
        unit = _unit(document, first, last, contexts[block.heading])
        if unit is not None:
            found.append(unit)
        unread = last + 1
    return tuple(found)


def _last_of_unit(document: Document, first: int) -> int:
    """Where the unit that begins with a block ends: with its list, if that is short, or with the block itself."""
    blocks = document.blocks
    last = first
    while last + 1 < len(blocks) and blocks[last + 1].lead_in is not None and _hangs_on(document, last + 1, first):
        last += 1
        if blocks[last].end - blocks[first].start > _LONGEST_LIST:
            return first
    return last


def _hangs_on(document: Document, block: int, first: int) -> bool:
    """Whether a block belongs to a list that a block announces, or to an item that it is nested in."""
    lead_in = document.blocks[block].lead_in
    while lead_in is not None and lead_in > first:
        lead_in = document.blocks[lead_in].lead_in
    return lead_in == first


def _unit(document: Document, first: int, last: int, context: str) -> Unit | None:
    text = document.visible[first] if first == last else " ".join(document.visible[first : last + 1])
    start, end = document.blocks[first].start, document.blocks[last].end
    lead_in = _lead_in(document, first)
    shown, key = _words_and_key(context, lead_in, text)
    if not shown:
        return None
    if shown < _FEWEST_WORDS_OF_LINKS:
        source = document.source(first) if first == last else document.text[start:end]
        if _is_idle(document, first, source, text, shown):
            return None
    return Unit(first, last, start, end, context, lead_in, text, key)


def _is_idle(document: Document, first: int, source: str, text: str, shown: int) -> bool:
    """Whether a short line states nothing; `first` is its block, `shown` the number of its words."""
    lead_block = document.blocks[first].lead_in
    if lead_block is None:
        return _states_nothing(source, text, shown)
    # Under a line that announces nothing, a list is that of the sections of a text, each with its title.
    return not document.visible[lead_block].rstrip().endswith(_ANNOUNCES) and is_bare_title(source, text)


def key_of(context: str, lead_in: str, text: str) -> str:
    """The SHA-256 (hexadecimal) of what the model reads of a unit."""
    return hashlib.sha256("\0".join((context, lead_in, text)).encode("utf-8", "surrogatepass")).hexdigest()


def surroundings(document: Document, block: int) -> tuple[str, str]:
    """What the model reads of what stands above a block: the nearest headings, and the lead-in (or nothing)."""
    return _context(document, block), _lead_in(document, block)


def _context(document: Document, block: int) -> str:
    headings = document.headings_above(block)[-_HEADINGS_READ:]
    return " > ".join(document.visible[heading] for heading in headings)


def _lead_in(document: Document, block: int) -> str:
    lead_block = document.blocks[block].lead_in
    return "" if lead_block is None else document.visible[lead_block][:_LONGEST_LEAD_IN]


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def is_bare_title(source: str, text: str) -> bool:
    """Whether a line is a title and no more, though nothing makes it a heading.

    `source` is the line as it stands, `text` as a reader sees it. An address, a day or an e-mail address is none.
    """
    if len(source) > _LONGEST_TITLE or PARTICULAR.search(text):
        return False
    titled = all(
        word[0].isupper() or word[0].isdigit() or _SMALL_WORD.fullmatch(word) for word in _TITLE_WORD.findall(text)
    )
    if _says_something(text, titled and not text.isupper()):
        return False
    if not 1 <= len(_WORD.findall(text)) <= _MOST_WORDS_OF_A_TITLE:
        return False
    source = source.strip()
    numbered, emphasised = (kind.fullmatch(source) is not None for kind in (_NUMBERED, _EMPHASISED))
    if titled:
        return numbered or emphasised
    return emphasised and (numbered or not text.rstrip().endswith((".", "!", "?")))


def _says_something(text: str, titled: bool) -> bool:
    """Whether a line holds words of a sentence; `titled`: all its words begin with capitals, as those of titles do."""
    if titled and _INDIRECT_QUESTION.fullmatch(text):
        return False
    return _SAYS_SOMETHING.search(_SUBJECT_IN_A_TITLE.sub("", text) if titled else text) is not None


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def _states_nothing(source: str, text: str, shown: int) -> bool:
    """Whether a short line that nothing announces is a title, a label, a figure, a link or a piece of a sentence.

    `source` is the line as it stands, `text` as a reader sees it, `shown` the number of its words.
    """
    if PARTICULAR.search(text):
        return False
    if is_bare_title(source, text):
        return True
    if shown <= _MOST_WORDS_OF_A_FRAGMENT and _FRAGMENT.fullmatch(text):
        return True
    return shown < _FEWEST_WORDS or not _WORD.search(_LINK.sub(" ", source))


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def _words_and_key(context: str, lead_in: str, text: str) -> tuple[int, str]:
    """How many words a text shows, no more than are needed to state something, and the key of the unit that it is."""
    shown = len(list(islice(_WORD.finditer(text), _FEWEST_WORDS_OF_LINKS)))
    return shown, key_of(context, lead_in, text)
