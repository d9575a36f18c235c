"""Where the sentences of a text end: not at the full stop of an abbreviation, or of the number of a section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# A piece that ends so, or is nothing but the sign of an item, is no sentence: what follows goes on.
_GOES_ON = re.compile(
    r"(?:(?:\A|\W)(?:e\.g|i\.e|Nos?|Mrs?|Ms|Dr|St|vs?|Art|Sec|para|approx|Pub(?:\. L)?|Cal|Civ|Fed|Stat|Sdn|Pte|Pty)"
    r"|(?: |\A)[\"“]\d{1,2}(?:\.\w{1,2}){0,9})\.?[)\]\"']?\Z"
)
# One that ends so, as with what a company is, is none either, unless what follows begins as only sentences do.
_MAY_GO_ON = re.compile(
    r"(?:\A|\W)(?:Inc|Ltd|Co|Corp|Bhd|Tbk|Lda|Ltda|Jr|Sr|Sp|(?![ap]\.m)(?:[^\W\d_]\.)+[^\W\d_])\.?[)\]\"']?\Z"
)
_BEGINS = re.compile(
    r"[\"'(\[]?(?:We|You|The|Th(?:is|ese|ose|at)|Our|Your|It|Its|They|Their|If|When|Where|While|In|On|At|For|By|To|From"
    r"|As|An?|All|Any|Each|Some|No|Please|However|Also|But|Unless|Under|With|Such|Nothing|There|How|What|Who|Why)\b"
)
# A part of a statute is told by its letter or number: 'Div. H, 138 Stat. 895', 'Tit. 12'.
_PART_OF_A_LAW = re.compile(r"(?:\A|\W)(?:Div|Tit|Ch|Subch|Subd|Subtit|Pt|App|Vol)\.\Z", re.IGNORECASE)
_ITS_SIGN = re.compile(r"(?:\d[\w.-]*|[IVXLC]{2,6}|[B-HJ-Z]|[AI](?! [a-z]))\b")
# '12 Anna T. Larkwell Square': the initial of a second name, and no letter that numbers a part.
_INITIAL = re.compile(
    r"(?:\A|\W)(?!(?:Part|Section|Schedule|Appendix|Annex|Exhibit|Article|Title|Attachment|Class|Series|Group|Plan|Option"
    r"|Level|Tier|Table|Form|Category|Type|Module)\b)[A-Z][a-z]+ [A-Z]\.\Z"
)
_ITS_NAME = re.compile(r"[A-Z][a-z]+(?:,| [A-Z])")
_ONLY_A_SIGN = re.compile(r"\W*(?:\w|[ivx]{1,4}|\d{1,3}(?:\.\d{1,2})*)\.?[)\]\"']?\Z")
# It is looked for in so many characters at the end.
_END = 40
# 'Section 4.4. (Fees)'
_REFERENCE = re.compile(
    r"(?:\b(?:sections?|articles?|clauses?|paragraphs?|art|sec) [\w.]{1,8}|\b\d{1,2}(?:\.\d{1,2})+)\.\Z", re.IGNORECASE
)
# So much is in brackets at most, full stops and all.
_LONGEST_BRACKET = 200
# 'at our shop.In winter …': where the space behind a sentence was lost, which is no name of a site.
_LOST_SPACE = r"(?<=[a-z]{3}\.)(?=[A-Z][a-z]*(?<!\.Com)(?<!\.Net)(?<!\.Org) [a-z])"
_AT_LOST_SPACE = re.compile(_LOST_SPACE)
# Drawn ahead of the items of a list.
_DOTS = "●•◦▪▸‣■□○∙"
_ALL_DOTS = frozenset(_DOTS)
# The breaks of a text: those of its lines, unless a sentence goes on behind one, and the white space between sentences.
_BREAK = re.compile(
    r"(?<=[.!?:;,])[^\S\n]*\n\s*+|[^\S\n]*\n\s*+(?![a-z])"
    r"|(?:(?<=[.!?])|(?<=[.!?][\"')\]]))[^\S\n]+(?=[\"'(\[]?[^\Wa-z])"
    rf"|(?<=[。！？])[^\S\n]*(?=[\u3040-\u30ff\u3400-\u9fff])|[^\S\n]+(?=[{_DOTS}]\s)"
    rf"|{_LOST_SPACE}"
    # '…; (b) …': the items of a list that is written in one line.
    r"|(?<=;)[^\S\n]*(?=\((?:[a-z]|[ivx]{2,5}|\d{1,2})\)\s)"
)


def breaks_off(piece: str) -> bool:
    """Whether a piece of a text that was cut at a full stop ends no sentence."""
    return bool(_ONLY_A_SIGN.match(piece) or _GOES_ON.search(piece, max(0, len(piece) - _END)))


def whole_sentences(pieces: Iterable[str]) -> list[str]:
    """The sentences of a text that was cut at full stops, those of abbreviations among them."""
    found: list[str] = []
    for piece in pieces:
        if found and goes_on(found[-1].rstrip(), piece):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def goes_on(piece: str, following: str) -> bool:
    """Whether a sentence goes on behind a full stop: of an abbreviation, of a section's number, or within brackets."""
    end = max(0, len(piece) - _END)
    if breaks_off(piece) or (following.startswith("(") and _REFERENCE.search(piece, end)):
        return True
    if _PART_OF_A_LAW.search(piece, end) and _ITS_SIGN.match(following):
        return True
    if _MAY_GO_ON.search(piece, end) and (piece.endswith(")") or not _BEGINS.match(following)):
        return True
    if _INITIAL.search(piece, end) and _ITS_NAME.match(following) and not _BEGINS.match(following):
        return True
    opened = piece.rfind("(", max(0, len(piece) - _LONGEST_BRACKET))
    closed = following.find(")", 0, _LONGEST_BRACKET) if opened >= 0 else -1
    return closed >= 0 and ")" not in piece[opened:] and "(" not in following[:closed]


def cut_at_lost_spaces(pieces: Iterable[str]) -> Iterator[str]:
    """Some sentences, of which those are cut that have lost the space between them."""
    for piece in pieces:
        yield from _AT_LOST_SPACE.split(piece)


def draws_dots(text: str) -> bool:
    """Whether a text has dots in it that are drawn ahead of the items of a list."""
    return not text.isascii() and not _ALL_DOTS.isdisjoint(text)


def cut_at_sentences(text: str, *, at_dots: bool = True) -> list[str]:
    """The sentences of a text of several lines, each with the white space behind it: all of the text.

    `at_dots`: so are the items of a list that stand in one line, behind dots.
    """
    return list(_cut(text, at_dots=at_dots))


def _cut(text: str, *, at_dots: bool) -> Iterator[str]:
    start = 0
    for found in _BREAK.finditer(text):
        behind = text[found.end() : found.end() + _LONGEST_BRACKET]
        if "\n" in found[0]:
            is_end = True
        elif behind[:1] in _ALL_DOTS:
            is_end = at_dots
        else:
            is_end = not goes_on(text[start : found.start()], behind)
        if is_end:
            yield text[start : found.end()]
            start = found.end()
    if start < len(text):
        yield text[start:]
