"""The inside of a Markdown block as HTML: emphasis, code and links, and nothing else.

Everything is escaped. Tags in the source are left out, but no other words in angle brackets; so are notes on how links
open. Pictures give way to their descriptions, and a link keeps its target only where that is an address of the web or
of a mailbox.
"""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urlsplit

from django.utils.safestring import SafeString, mark_safe

from conductatlas.reading import is_tag, without_invisible, without_link_notes

# Bounded throughout, so that the time is linear in the length of the block.
_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[\\`*_{}\[\]()\#+\-.!|~<>&"'$%,/:;=?@^])
    | !\[(?P<picture>[^\[\]]{0,500})\]\([^()\s]{0,4000}(?:\s+"[^"]{0,500}")?\s{0,5}\)
    | \[(?P<label>(?:[^\[\]\\]|\\.|!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}\)){0,4000})\]
      \((?:<(?P<bracketed>[^<>\n]{0,4000})>|(?P<target>[^()\s]{0,4000}(?:\([^()\s]{0,4000}\)[^()\s]{0,4000}){0,3}))
      (?:\s+"[^"]{0,500}")?\s{0,5}\)
    | \[(?P<referring>(?:[^\[\]\\]|\\.){1,4000})\]\[[^\[\]]{0,500}\]
    | <(?P<address>(?:https?://|mailto:)[^<>\s]{1,4000})>
    | (?P<tag></?[a-zA-Z][^<>]{0,2000}>|<!--.{0,4000}?-->)
    | `(?P<code>[^`\n]{1,2000})`
    | (?P<delimiter>\*{1,3}|(?<![^\W_])_{1,3}(?=\S)|(?<=[^\s_])_{1,3}(?![^\W_]))
    | (?P<entity>&(?:[a-zA-Z]{2,10}|\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6});)
    | (?P<newline>[ \t]{0,8}(?:\\)?\r?\n[ \t]{0,80})
    """,
    re.VERBOSE | re.DOTALL,
)
_SCHEMES = ("http", "https", "mailto")
_ELEMENTS = {1: ("em",), 2: ("strong",), 3: ("strong", "em")}


def render_inline(source: str) -> SafeString:
    """Render the inside of a block; the result is well-formed whatever the source."""
    # Escaped piece by piece in _render: nothing of the source reaches the result unescaped.
    return mark_safe(_render(without_link_notes(source), links=True))  # noqa: S308


def plain(text: str) -> str:
    """Escape a piece of text for HTML, without its invisible characters."""
    return escape(without_invisible(text))


def safe_target(target: str) -> str | None:
    """The target of a link where it is one that may be followed: http, https or mailto; None for anything else."""
    address = without_invisible(unescape(target)).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not (parts.netloc if parts.scheme != "mailto" else parts.path):
        return None
    return address


def _render(source: str, *, links: bool) -> str:
    out: list[str] = []
    open_elements: list[str] = []
    tokens = list(_TOKEN.finditer(source))
    delimiters = [found.group() if found.lastgroup == "delimiter" else "" for found in tokens]
    position = 0
    for index, found in enumerate(tokens):
        out.append(plain(source[position : found.start()]))
        position = found.end()
        if found.lastgroup == "delimiter":
            closes_later = found.group() in delimiters[index + 1 :]
            _delimit(out, open_elements, found.group(), closes_later=closes_later)
        else:
            out.append(_token(found, links=links))
    out.append(plain(source[position:]))
    out.extend(f"</{element}>" for element in reversed(open_elements))
    return "".join(out)


def _delimit(out: list[str], open_elements: list[str], delimiter: str, *, closes_later: bool) -> None:
    """Open or close emphasis; a delimiter without a partner is shown as it is."""
    elements = _ELEMENTS[len(delimiter)]
    if all(element in open_elements for element in elements):
        reopened: list[str] = []
        remaining = set(elements)
        while remaining:
            element = open_elements.pop()
            out.append(f"</{element}>")
            if element in remaining:
                remaining.remove(element)
            else:
                reopened.append(element)
        for element in reversed(reopened):
            out.append(f"<{element}>")
            open_elements.append(element)
    elif closes_later and not any(element in open_elements for element in elements):
        for element in elements:
            out.append(f"<{element}>")
            open_elements.append(element)
    elif delimiter[0] == "_":
        out.append(delimiter)


def _token(found: re.Match[str], *, links: bool) -> str:
    group = found.lastgroup
    text = found.group()
    if group == "escaped":
        return plain(found.group("escaped"))
    if group == "picture":
        return plain(found.group("picture"))
    if group in ("target", "bracketed"):
        label = _render(found.group("label"), links=False)
        return _link(found.group(group), label, links=links)
    if group == "referring":
        return _render(found.group("referring"), links=links)
    if group == "address":
        return _link(found.group("address"), plain(found.group("address")), links=links)
    if group == "code":
        return f"<code>{plain(found.group('code'))}</code>"
    if group == "entity":
        return plain(unescape(text))
    if group == "newline":
        return "<br>" if text.startswith(("  ", "\\")) else " "
    if group == "tag" and not is_tag(text):
        return plain(text)
    return " " if group == "tag" and text[:3].lower() in ("<br", "<p>", "</p", "<di", "</d", "<li", "</l") else ""


def _link(target: str, label: str, *, links: bool) -> str:
    address = safe_target(target) if links else None
    if address is None or not label.strip():
        return label
    return f'<a href="{escape(address)}" rel="nofollow noopener">{label}</a>'
