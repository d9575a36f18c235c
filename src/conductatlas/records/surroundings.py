"""What stands above a clause in its document: the headings of its section, and the lines that its list hangs on."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from conductatlas.assessment import Audience, audience_at, audiences_of
from conductatlas.changes import last_break, limits_scope, parts_in, title_over
from conductatlas.reading import BlockKind, read_markdown, visible_text, word_line
from conductatlas.reading import Document as ReadDocument
from conductatlas.records.lead_ins import LEFT_OUT, hung_on_above, lead_ins_above, leads_on, said_above
from conductatlas.records.models import Version
from conductatlas.records.titles import (
    is_contents,
    is_counted,
    is_line_of_contents,
    is_section_in_list,
    label_of_item,
    of_sections,
    only_names,
    run_in_title,
    unmarked_title_above,
)

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
# So does one of another name that a file holds below the first, where it says for which place it is.
_THIS = "This "
_ANOTHER_TEXT = re.compile(
    r"\bThis (?P<name>(?:[A-Z][\w'’]+ ){1,5}(?:Policy|Notice|Statement|Terms|Agreement))(?: \([^)\n]{1,60}\))? "
    r"(?:explains|describes|covers|sets out|applies to|governs)\b[^.\n]{10,500}? (?:in|within) the [A-Z][^.\n]{1,160}\."
)
# The title of a text of its own, below the first in the same file.
_OF_ANOTHER_TEXT = re.compile(
    r"(?:[\w'’&,-]+ ){1,7}(?:Policy|Notice|Statement|Terms(?: of (?:Service|Use))?|Agreement|Addendum|Guidelines)"
)
# 'If Larkwell Europe is the contracting entity, …': the sentences behind it may be of that case, up to another section.
_CONTRACTS_WITH = re.compile(
    r"(?:\A|[.!?;:)] )(?P<said>(?:[Ii]f|[Ww]here) (?:you (?:are contracting|contract|have contracted) with [^.;,]{2,80}"
    r"|[^.;,]{2,80}? is the (?:contracting|relevant|applicable) (?:entity|party)\b[^.;,]{0,40}))(?=,)"
)
_NO_LONGER_IN_CASE = re.compile(
    r"\d{1,2}\.\d{1,2}\.? [A-Z]|\b(?:regardless|irrespective) of (?:which|where|who|the contracting)\b"
    r"|\bin (?:all|any|either) (?:cases?|events?)\b",
    re.IGNORECASE,
)
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
_NUMBER = re.compile(r"\W{0,3}(\d{1,3})\.(?:(\d{1,3})|\s|\Z)")
# An item of a section: 'a. In general'.
_LETTERED = re.compile(r"\W{0,2}[a-z]{1,2}[.)] ", re.IGNORECASE)
# 'c. In particular' stands beside 'b. In general', and not under it.
_LETTER = re.compile(r"\W{0,3}(?P<letter>[a-zA-Z])(?P<mark>[.)]) ")
_ROMAN = "ivxIVX"
_PART = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\) ", re.IGNORECASE)
# A title and its subtitle may both be in bold; more lines of the kind in a row are labels.
_LABELS_IN_A_ROW = 3
_DATE_LINE = re.compile(
    r"\W*(?:(?:last|date) )?(?:updated|modified|revised|effective|revision)\b.{0,60}\d{4}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Visible text: how the document begins, and what stands above the clause, the outermost first.

    `opening` is that of the text in which the clause stands, where a document is several in a row, and empty where it
    stands in more than one of them. `lead_ins` make sentences of what an item of a list only goes on with;
    `referred_to` is the list above of which the clause speaks as 'any of the above'; what is left out of them, or
    between them and the item, is marked there. `title` is the first line of the clause's own words where these begin
    with a title; empty where they don't. `label` is the one that they begin with in the line of their first sentence,
    where nothing tells that the heading above is of its section. `audience` are the words by which the document, or its
    part in which the clause stands, says for whom it is, where it does. `nearest` is the nearest line above that surely
    is a title, of whatever kind; empty where none surely is. `outer` is the nearest heading above that which says for
    whom or where all below it holds, or is the title of a text of its own, other than the first, or else that of its
    agreement, where a text holds several; empty where none is. `parts_begin` is how the parts begin whose headings say
    for whom or where they hold. `case` are the words ahead of the clause in its own
    paragraph by which that goes on for those who contract with one of several companies; empty where it has none.
    """

    opening: str
    headings: tuple[str, ...]
    lead_ins: tuple[str, ...]
    title: str = ""
    label: str = ""
    referred_to: tuple[str, ...] = ()
    audience: Audience | None = None
    nearest: str = ""
    outer: str = ""
    case: str = ""
    parts_begin: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The nearest heading that is no date of the text, no paragraph and no half of a sentence; else empty."""
        if self.label:
            return self.label
        short = (one for one in reversed(self.headings) if len(one) <= _LONGEST_HEADING)
        told = (one for one in short if not _DATE_LINE.match(one) and not leads_on(one))
        return next(filter(None, map(of_sections, told)), "")

    @property
    def headings_for_some(self) -> tuple[str, ...]:
        """The headings that may say for whom a clause is, the outermost first: all but the title of its document.

        One that says so of all below it counts, however far above it stands.
        """
        nearest = (one for one in self.nearest.split(" > ") if one not in self.headings)
        return tuple(filter(None, (self.outer, *self.headings[1:], *nearest)))

    @property
    def lead_in(self) -> str:
        """The last lead-in, without the mark of what is left out behind it; empty where there is none."""
        return self.lead_ins[-1].removesuffix(LEFT_OUT).rstrip() if self.lead_ins else ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lead-ins and what is referred to, each line once, where it stands last."""
        last: dict[str, str] = {}
        for line in reversed((*self.lead_ins, *self.referred_to)):
            last.setdefault(line.removesuffix(LEFT_OUT).rstrip(), line)
        return tuple(reversed(last.values()))

    def heading_in(self, platform: str, terms_type: str) -> str:
        """The nearest title, or else the heading; empty where it only names the document, by its platform and type."""
        nearest = self.nearest if self.nearest.endswith(f" > {self.label}") else ""
        told = nearest or self.label or self.nearest or self.heading
        above = self.outer if told and word_line(self.outer) not in word_line(told) and not limits_scope(told) else ""
        return " > ".join(one for one in (above, told) if one and not only_names(one, platform, terms_type))


NOTHING_ABOVE = Surroundings("", (), ())


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
    firsts = [place[0] for place in places]
    first = firsts[0]
    openings = {_opening(read, read.blocks[one].start) for one in firsts}
    # What stands in texts for several people is for none of them alone.
    opening = openings.pop() if len(openings) == 1 else ""
    number = _NUMBER.match(visible_text(words))
    # Behind a thematic break text may be of another article than the headings above that.
    farthest, nearest_heading = last_break(read, first), read.blocks[first].heading
    over = read.headings_above(first) if (nearest_heading or 0) >= farthest else ()
    of_list = is_section_in_list(read, first)
    beside = visible_text(read.source(nearest_heading)) if nearest_heading is not None and of_list else ""
    over = tuple(one for one in over if not (of_list and one == nearest_heading))
    above = [visible_text(read.source(one)) for one in over if not _is_one_of_many(read, one)]
    hung_on = hung_on_above(read, first)
    above.extend(found for block in hung_on if (found := label_of_item(read, block)))
    unmarked = unmarked_title_above(read, first, farthest)
    above.append(unmarked)
    headings = [one for one in above if any(map(str.isalnum, one)) and not is_contents(one)]
    if number:
        headings = [one for one in headings if not _is_of_another(one, number)]
        label = "" if any(_NUMBER.match(one) for one in headings) else label
    elif not unmarked and not _is_bold_only(read, nearest_heading):
        label = ""
    lettered = _LETTER.match(visible_text(words))
    if lettered:
        headings = [one for one in headings if not _is_of_earlier(one, lettered)]
    lead_ins = lead_ins_above(read, first, hung_on)
    audience = audience_at(_audiences(text), firsts)
    referred_to, nearest = said_above(read, first), of_sections(title_over(read, first))
    if number and any(_is_of_another(one, number) for one in nearest.split(" > ")):
        nearest = ""
    if lettered and any(_is_of_earlier(one, lettered) for one in nearest.split(" > ")):
        nearest = ""
    if nearest and (nearest == beside or is_line_of_contents(read, nearest, first)):
        nearest = ""
    # What its own words begin with is not above it.
    if _LETTERED.match(nearest) and _begins_with(words, nearest):
        nearest = ""
    outer = _outer(read, over)
    if any(_outer(read, read.headings_above(one)) != outer for one in firsts[1:]):
        # What stands in parts for several people is for none of them alone.
        outer = ""
    # Of several agreements in one text, each counted from 1, a place is told with the title of its own.
    parts = {parts_in(read)[one] for one in firsts}
    outer = outer if outer in headings else parts.pop() if len(parts) == 1 else ""
    limiting = (one for one in over if limits_scope(visible_text(read.source(one))))
    return Surroundings(
        *(opening, tuple(headings), lead_ins, title, label, referred_to, audience, nearest, outer),
        case=_case_ahead(read, first),
        parts_begin=tuple(read.visible[one + 1] for one in limiting if one + 1 < first),
    )


def _case_ahead(read: ReadDocument, block: int) -> str:
    """The words ahead of a block in its paragraph by which it may hold for one of several contracting parties only."""
    start = read.blocks[block].start
    begins = max(read.text.rfind("\n\n", 0, start) + 2, start - _OPENING)
    ahead = visible_text(read.text[begins:start])
    last = next(reversed(list(_CONTRACTS_WITH.finditer(ahead))), None)
    behind = f"{ahead[last.end() :] if last else ahead} {read.visible[block]}"
    return "" if last is None or _NO_LONGER_IN_CASE.search(behind) else last["said"]


def _outer(read: ReadDocument, headings: Sequence[int]) -> str:
    """The nearest of some headings, as a reader sees it, that limits what is below or is the title of another text."""
    first = next((one for one, block in enumerate(read.blocks) if block.kind is BlockKind.HEADING), None)
    shown = (visible_text(read.source(one)) for one in reversed(headings) if one != first)
    return next((one for one in shown if limits_scope(one) or _OF_ANOTHER_TEXT.fullmatch(one)), "")


def _is_one_of_many(read: ReadDocument, heading: int) -> bool:
    """Whether a line in bold is the last of several in a row: the labels of what stands under all of them.

    Where one of them has a number, or they begin the document, they are titles and subtitles.
    """
    labels = range(heading - _LABELS_IN_A_ROW + 1, heading + 1)
    return labels[0] >= _LABELS_IN_A_ROW and all(
        read.blocks[one].kind is BlockKind.HEADING
        and _is_bold_only(read, one)
        and not is_counted(visible_text(read.source(one)))
        for one in labels
    )


def _is_bold_only(read: ReadDocument, heading: int | None) -> bool:
    """Whether a heading is a line in bold, which is on no other level than a title in bold within a line."""
    return heading is not None and read.source(heading).startswith(("**", "__"))


def _begins_with(words: str, title: str) -> bool:
    return visible_text(words).lstrip("•*- ").startswith(title)


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
    texts, controllers, others = _said_of_whom(read.text)
    before = [said for start, said in texts if start < clause]
    if before and len(texts) > 1:
        begins = before[-1]
    of_another = [said for start, said in others if start <= clause]
    if of_another:
        return _as_seen(of_another[-1])
    return _as_seen(" … ".join([begins, *controllers]))


# The clauses of one text are mostly asked about one after the other, here and below.
@lru_cache(maxsize=4)
def _as_seen(opening: str) -> str:
    return visible_text(opening)


@lru_cache(maxsize=4)
def _audiences(text: str) -> tuple[Audience, ...]:
    return audiences_of(read_markdown(text))


@lru_cache(maxsize=4)
def _said_of_whom(text: str) -> tuple[list[tuple[int, str]], list[str], list[tuple[int, str]]]:
    """Where texts in a row say for whom they are, who is in charge of data beyond the opening, and other texts below.

    Each other text has the offset of the line in which it names itself.
    """
    # Nearly all texts lack what the patterns can't do without, and to look for that is much quicker.
    texts = [(one.start(), one.group()) for one in _FOR_WHOM.finditer(text)] if _APPLY_IF in text else []
    controllers = [one.group() for one in _CONTROLLER.finditer(text, _OPENING)] if _IN_IRELAND in text else []
    opening = text[:_OPENING].lower()
    others = [
        (text.rfind("\n", 0, one.start()) + 1, one.group())
        for one in (_ANOTHER_TEXT.finditer(text, _OPENING) if _THIS in text else ())
        if one["name"].lower() not in opening
    ]
    return texts, controllers, others


def _is_of_another(heading: str, number: re.Match[str]) -> bool:
    """Whether a heading bears another number than a clause, as where later headings, or sections, are not marked."""
    own = _NUMBER.match(heading)
    if own is None:
        # '(5) …' is a part of a section, and none of those that are numbered '7.6'.
        return bool(number[2]) and _PART.match(heading) is not None
    return own[1] != number[1] or bool(own[2] and number[2] and own[2] != number[2])


def _is_of_earlier(heading: str, own: re.Match[str]) -> bool:
    """Whether a heading bears an earlier letter of the row of letters in which a clause has its own."""
    found = _LETTER.match(heading)
    if found is None or found["mark"] != own["mark"] or found["letter"].isupper() != own["letter"].isupper():
        return False
    letter, its = own["letter"], found["letter"]
    # 'i. Fees' stands under 'b. Payments': that is a number, unless it stands behind the letter before it.
    is_number = letter in _ROMAN and its not in _ROMAN and ord(letter) - ord(its) > 1
    return its < letter and not is_number


def text_of(version: Version) -> str:
    """The text of a version, which is loaded; empty where what is stored of it is damaged."""
    try:
        return version.text.text
    except zlib.error:
        return ""
