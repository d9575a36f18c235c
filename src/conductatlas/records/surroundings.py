"""What stands above a clause in its document: the headings of its section, and the lines that its list hangs on."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from conductatlas.reading import Document as ReadDocument
from conductatlas.reading import read_markdown, sentences, visible_text
from conductatlas.records.models import Version
from conductatlas.records.titles import is_contents, label_of_item, run_in_title, unmarked_title_above

_LONGEST_LINE = 300
# In so many characters a document says for whom it is.
_OPENING = 5_000
# … and who is in charge of its data it may say anywhere.
_IN_IRELAND = "Ireland L"
_CONTROLLER = re.compile(r"\bcontroller\b[^.;\n]{0,90}\bIreland (?:Limited|Ltd)[^.;\n]{0,40}")
# In so many it names the parties.
_NAMES_PARTIES = 20_000
# Where a document is several texts in a row, each begins by saying for whom it is.
_APPLY_IF = " apply if you "
_FOR_WHOM = re.compile(
    r"\bThese (?:[\w']+ ){0,2}(?:Terms|Conditions) apply if you (?:live|reside|are located)[^.]{0,160}\."
)
# What leads into a list says so, best at its end; other sentences above it speak of something else.
_LEADS_IN = re.compile(r":\W*\Z")
_ANNOUNCES = re.compile(r"\b(?:below|following|as follows)\b", re.IGNORECASE)
_LEFT_OUT = "[…]"
# A heading that is longer is a paragraph.
_LONGEST_HEADING = 120
# A first line that is set as a title: marked as a heading, underlined, or bold from end to end; also in a quotation.
_OWN_TITLE = re.compile(
    r"[> \t]*(?:#{1,6}[ \t]+(?P<marked>[^\n]{1,160})"
    r"|(?P<underlined>[^\n]{1,160})\n[> \t]*(?:-{3,}|={3,})[ \t]*$"
    r"|(?P<bold>(\*\*|__)(?=\S)[^\n]{1,160}(?<=\S)\4[:.]?)[ \t]*$)",
    re.MULTILINE,
)
# Of a section: '11.' or '11.1', in a clause or in the heading above it.
_NUMBER = re.compile(r"\W{0,3}(\d{1,3})\.(?:\d|\s|\Z)")
_DATE_LINE = re.compile(
    r"\W*(?:(?:last|date) )?(?:updated|modified|revised|effective|revision)\b.{0,60}\d{4}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Visible text: how the document begins, and what stands above the clause, the outermost first.

    `opening` is that of the text in which the clause stands, where a document is several in a row. `lead_ins` make
    sentences of what an item of a list only goes on with; what is left out of them, or between them and the item, is
    marked there. `title` is the first line of the clause's own words where
    these begin with a title; empty where they don't. `label` is the one that they begin
    with in the line of their first sentence, where nothing tells that the heading above is of its section.
    """

    opening: str
    headings: tuple[str, ...]
    lead_ins: tuple[str, ...]
    title: str = ""
    label: str = ""

    @property
    def heading(self) -> str:
        """The nearest heading that is more than the date of the text, and no paragraph; empty where there is none."""
        if self.label:
            return self.label
        short = (one for one in reversed(self.headings) if len(one) <= _LONGEST_HEADING)
        return next((one for one in short if not _DATE_LINE.match(one)), "")


def surroundings_of(words: str, version: Version) -> Surroundings:
    """What stands above a passage in a version, whose text is loaded, where it stands there first."""
    return surroundings_in(words, text_of(version))


def surroundings_in(words: str, text: str) -> Surroundings:
    """What stands above a passage in a text, where it stands there first.

    Nothing where it does not stand there as whole blocks, as with a text that is damaged.
    """
    read, title, label = read_markdown(text), title_of(words), run_in_title(words)
    places = read.places(words)
    if not places:
        return Surroundings(_opening(read, 0), (), (), title, label)
    first = places[0][0]
    opening = _opening(read, read.blocks[first].start)
    number = _NUMBER.match(visible_text(words))
    above = [visible_text(read.source(one)) for one in read.headings_above(first)]
    lead_ins: list[str] = []
    for block, following in pairwise((*_hung_on(read, first), first)):
        if found := label_of_item(read, block):
            above.append(found)
        elif line := _announcement(visible_text(read.source(block))):
            between = any(visible_text(read.source(one)) for one in range(block + 1, following))
            lead_ins.append(f"{line} {_LEFT_OUT}" if between and not line.endswith(_LEFT_OUT) else line)
    unmarked = unmarked_title_above(read, first)
    above.append(unmarked)
    headings = [one for one in above if any(map(str.isalnum, one)) and not is_contents(one)]
    if number:
        headings = [one for one in headings if not _is_of_another(one, number.group(1))]
        label = "" if any(_NUMBER.match(one) for one in headings) else label
    elif not unmarked and not _is_bold_only(read, read.blocks[first].heading):
        label = ""
    return Surroundings(opening, tuple(headings), tuple(lead_ins), title, label)


def _is_bold_only(read: ReadDocument, heading: int | None) -> bool:
    """Whether a heading is a line in bold, which is on no other level than a title in bold within a line."""
    return heading is not None and read.source(heading).startswith(("**", "__"))


def _announcement(line: str) -> str:
    """The sentence of a paragraph that leads into the list below it; empty where none does."""
    said_here = sentences(line)
    announcing = [at for at, one in enumerate(said_here) if _ANNOUNCES.search(one)]
    at = len(said_here) - 1 if len(said_here) == 1 or _LEADS_IN.search(line) else next(iter(announcing), None)
    if at is None or len(line) <= _LONGEST_LINE:
        return "" if at is None else line
    said = said_here[at]
    if len(said) > _LONGEST_LINE:
        return f"{_LEFT_OUT} {said[-_LONGEST_LINE:].partition(' ')[2]}"
    return f"{_LEFT_OUT} " * (at > 0) + said + f" {_LEFT_OUT}" * (at < len(said_here) - 1)


def title_of(words: str) -> str:
    """The first line of a passage as a reader sees it, where it is set as a title; else empty."""
    found = _OWN_TITLE.match(words)
    return visible_text(found[found.lastgroup or 0]) if found else ""


def beginning_of(version: Version) -> str:
    """How a version begins, as a reader sees it: as much of it as names the parties."""
    return visible_text(text_of(version)[:_NAMES_PARTIES])


def _opening(read: ReadDocument, clause: int) -> str:
    """How the text begins in which something stands, by its offset, and who is in charge of its data."""
    begins = read.text[:_OPENING]
    texts, controllers = _said_of_whom(read.text)
    before = [said for start, said in texts if start < clause]
    if before and len(texts) > 1:
        begins = before[-1]
    return _as_seen(" … ".join([begins, *controllers]))


# The clauses of one text are mostly asked about one after the other, here and below.
@lru_cache(maxsize=4)
def _as_seen(opening: str) -> str:
    return visible_text(opening)


@lru_cache(maxsize=4)
def _said_of_whom(text: str) -> tuple[list[tuple[int, str]], list[str]]:
    """Where texts in a row begin by saying for whom they are, and who is in charge of data beyond the opening."""
    # Nearly all texts lack what the patterns can't do without, and to look for that is much quicker.
    texts = [(one.start(), one.group()) for one in _FOR_WHOM.finditer(text)] if _APPLY_IF in text else []
    return texts, [one.group() for one in _CONTROLLER.finditer(text, _OPENING)] if _IN_IRELAND in text else []


def _is_of_another(heading: str, number: str) -> bool:
    """Whether a heading bears another number than the section of a clause, as where later headings are not marked."""
    own = _NUMBER.match(heading)
    return own is not None and own.group(1) != number


def text_of(version: Version) -> str:
    """The text of a version, which is loaded; empty where what is stored of it is damaged."""
    try:
        return version.text.text
    except zlib.error:
        return ""


def _hung_on(read: ReadDocument, block: int) -> list[int]:
    """The blocks that an item of a list hangs on, as far as they show words, the outermost first."""
    found: list[int] = []
    lead_in = read.blocks[block].lead_in
    while lead_in is not None and visible_text(read.source(lead_in)):
        found.insert(0, lead_in)
        lead_in = read.blocks[lead_in].lead_in
    return found
