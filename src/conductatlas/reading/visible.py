"""What a reader sees of a piece of Markdown: its words without markup, link targets and invisible characters."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_IMAGE = re.compile(r"(?<!\\)!\[([^\[\]]{0,500})\]\([^()\s]{0,4000}(?:\s+\"[^\"]{0,500}\")?\s{0,5}\)")
# A target may hold one level of balanced brackets, as addresses of encyclopaedias do; and a careless one holds spaces.
_LINK = re.compile(
    r"(?<!\\)\[((?:[^\[\]\\]|\\.){0,4000})\]\((?:<[^<>\n]{0,4000}>|[^()\s]{0,4000}(?:\([^()\s]{0,4000}\)[^()\s]{0,4000}){0,3}"
    r"|\s{0,5}(?:mailto:|tel:|https?://|[#/])[^()\n]{0,500})"
    r"(?:\s+\"[^\"]{0,500}\")?\s{0,5}\)"
)
# The end of a link that began in a block above, and where the next one begins: '](/legal/rules)['.
_END_OF_LINK = re.compile(r"^[ \t]*\]\((?:[^()\s]{0,4000})\)\[?", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.){1,4000})\]\[[^\[\]]{0,500}\]")
# What looks like a tag but has no element's name, or words for attributes, is text: 'key_<ID>', '<Data Officer>'.
_ELEMENT = (
    "a|abbr|acronym|address|article|aside|audio|b|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|circle|cite"
    "|code|col|colgroup|data|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form"
    "|frame|frameset|g|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|line|link|main|map"
    "|mark|menu|meta|meter|nav|nobr|noscript|object|ol|optgroup|option|output|p|param|path|picture|polygon|polyline|pre"
    "|progress|q|rect|rp|rt|ruby|s|samp|script|search|section|select|small|source|span|strike|strong|style|sub|summary"
    "|sup|svg|table|tbody|td|template|text|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|use|var|video|wbr"
)
_TAG = re.compile(
    rf"(?<!\\)</?(?:{_ELEMENT})(?=[\s/>])(?:[^<>=]{{0,200}}=[^<>]{{0,2000}}|[\s/]{{0,20}})>|<!--.{{0,4000}}?-->",
    re.DOTALL | re.IGNORECASE,
)
_AUTOLINK = re.compile(r"(?<!\\)<((?:https?://|mailto:)[^<>\s]{1,4000}|[\w.+-]{1,64}@[\w.-]{1,250})>")
# A heading can stand in an item of a list: '4. #### Your account'.
_LINE_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)?(?:#{1,6}[ \t]+)?", re.MULTILINE)
_RULE = " \t|:=*_-"
_RULE_LINE = re.compile(rf"^[{_RULE}]{{2,}}$", re.MULTILINE)
# A name that is joined by underscores within keeps the one that it begins with: '_key_two', '_key_<ID>'.
_EMPHASIS = re.compile(
    r"(?<!\\)(?:\*{1,3}|~~|`{1,3})"
    r"|(?<![\w\\])_{1,3}+(?=\S)(?!(?:[^\W_]++_)+(?:[^\W_]|<))|(?<=[^\s\\])_{1,3}(?![\w<])"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>&\"'$%,/:;=?@^])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# These, and control characters, can make a text read otherwise than it is wherever it is quoted.
_MISLEADING = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_QUOTES_AND_HYPHENS = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚ʼ", "'"),
    **dict.fromkeys("‑‐", "-"),
}
# Editors make signs of letters in brackets, of the third item of a list too.
_SIGNS = {"©": "(c)", "®": "(r)"}
_TYPOGRAPHY = str.maketrans({**_QUOTES_AND_HYPHENS, **_SIGNS})
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
# Of how many blocks what is asked of each of them stays in memory: those of the standing versions of six hundred
# documents, which come by turns.
BLOCKS_IN_MEMORY = 131_072
# What stands before the first space is asked about behind it, since spaces are soonest looked for.
_BETWEEN_SENTENCES = re.compile(r"\s(?:(?<=[.!?]\s)|(?<=\.[\"')\]]\s))\s*(?=[\"'(\[]?[A-Z])")
# Chinese and Japanese put no space between sentences. NFKC made their wide forms of '!' and '?' plain ones. What a
# comma stands behind ends none: it is a question that is quoted.
_SIGN = "\u3040-\u30ff\u3400-\u9fff"
_END_OF_SIGNS = re.compile(rf"(?:。|(?<=[{_SIGN}])[!?])+[)\]」』]*(?P<quote>\"?)\s*(?![,、;:])(?=\W?\w)")


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def visible_text(source: str) -> str:
    """Return the words a reader sees of `source`, a slice of canonical Markdown.

    Markup, link and image targets, tags, escapes and invisible characters go; quotation marks, hyphens and signs take
    their plain forms (NFKC and a table), and each run of white space becomes one space. Two slices that differ
    only in how they are marked up therefore give the same result. Each pattern is bounded, so the time is linear.
    """
    text = source
    if "<" in text:
        text = _TAG.sub(" ", _AUTOLINK.sub(r"\1", text))
    if "](" in text or "][" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text) if "![" in text else text)
        if "](" in text:
            text = _END_OF_LINK.sub("", text)
        if "][" in text:
            text = _REFERENCE.sub(r"\1", text)
    if "\n" in text or not text.strip(_RULE):
        text = _RULE_LINE.sub(" ", text)
    text = _LINE_MARK.sub("", text)
    if any(mark in text for mark in "*_`~"):
        text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    if "|" in text:
        text = text.replace("|", " ")
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_TYPOGRAPHY)
    return " ".join(text.split())


def is_tag(source: str) -> bool:
    """Whether what stands in angle brackets, with these, is a tag or a comment, and no words in such brackets."""
    return _TAG.fullmatch(source) is not None


def without_images(source: str) -> str:
    """A slice of Markdown without its images: what they are called is shown to nobody who sees them."""
    return _IMAGE.sub(" ", source) if "![" in source else source


def without_invisible(text: str) -> str:
    """A text without the characters that nobody sees, or that turn the direction in which others are read."""
    return _MISLEADING.sub("", text)


def sentences(visible: str) -> list[str]:
    """The sentences of a visible text, as far as a mark at the end and a capital after it tell them apart.

    Behind the marks of Chinese and Japanese neither a space nor a capital is needed.
    """
    found = _BETWEEN_SENTENCES.split(visible)
    if visible.isascii():
        return found
    return [one for piece in found for one in _cut_behind_signs(piece)]


def _cut_behind_signs(piece: str) -> Iterator[str]:
    """The Chinese or Japanese sentences of a text; one without any is whole."""
    start = 0
    for found in _END_OF_SIGNS.finditer(piece):
        # A plain quotation mark closes where one is open.
        closes = piece.count('"', start, found.end()) % 2 == 0
        end = found.end() if closes or not found["quote"] else found.start("quote")
        yield piece[start:end].rstrip()
        start = end
    yield piece[start:]
