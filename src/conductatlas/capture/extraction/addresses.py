"""Addresses in a page: links made whole, hidden e-mail addresses shown, parameters removed."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from conductatlas.capture.selectors import matches

_PLACEHOLDER = re.compile(r"\W*e-?mail\s?protected\W*", re.IGNORECASE)
_HEXADECIMAL = re.compile(r"(?:[0-9a-fA-F]{2}){4,300}")
_ADDRESS = re.compile(r"[^\s@<>()]{1,200}@[^\s@<>()]{1,200}")


def make_links_absolute(page: LexborHTMLParser, address: str) -> None:
    """Write each link's whole address, seen from that of the page or the one that the page names as its base."""
    base = page.css_first("base[href]")
    start = _joined(address, base.attributes.get("href") or "") if base else address
    for link in page.css("a[href]"):
        target = (link.attributes.get("href") or "").strip()
        if target and not target.startswith("#"):
            link.attrs["href"] = _joined(start, target)


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:
        return target


def show_protected_addresses(page: LexborHTMLParser) -> None:
    """Put e-mail addresses where Cloudflare has put a code, a different one at each load, for its script to decode.

    The code is hexadecimal: a key byte, then the bytes of the address, each combined with the key by exclusive or.
    A link whose code can't be read keeps its words and loses the code.
    """
    for link in matches(page, 'a[href*="/email-protection"]'):
        target, _, code = (link.attributes.get("href") or "").partition("#")
        found = _decoded(code)
        link.attrs["href"] = f"mailto:{found}" if found else target
        if found and link.css_first("[data-cfemail]") is None and _PLACEHOLDER.fullmatch(link.text()):
            _set_text(link, found)
    for node in matches(page, "[data-cfemail]"):
        found = _decoded(node.attributes.get("data-cfemail") or "")
        if found:
            _set_text(node, found)
            if node.tag == "a":
                node.attrs["href"] = f"mailto:{found}"


def _decoded(code: str) -> str:
    if not _HEXADECIMAL.fullmatch(code):
        return ""
    key, *rest = bytes.fromhex(code)
    found = bytes(byte ^ key for byte in rest).decode("utf-8", "replace").split("?")[0]
    return found if _ADDRESS.fullmatch(found) and found.isprintable() else ""


def _set_text(node: LexborNode, text: str) -> None:
    while node.child is not None:
        node.child.decompose()
    node.insert_child(text)


def remove_query_parameters(page: LexborHTMLParser, names: Collection[str]) -> None:
    """Remove parameters from the addresses of links; addresses without any of them stay as they are.

    Pictures, of which the filter of the engine does the same, are no part of a text.
    """
    for link in page.css("a[href]"):
        try:
            parts = urlsplit(link.attributes.get("href") or "")
        except ValueError:
            continue
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if name not in names]
        if len(kept) < len(pairs):
            link.attrs["href"] = urlunsplit(parts._replace(query=urlencode(kept)))
