"""Notes on links for those who listen to a page, as in 'here (opens in a new tab)': no words of a text."""

from __future__ import annotations

import re

from conductatlas.reading.visible import visible_text
from conductatlas.reading.words import word_line

# A whole parenthesis at the end of a link's label, with what invisible characters and white space stand before it.
_NOTE = re.compile(
    r"[\s\u00a0\u200b\u2060]{0,8}"
    r"\((?:(?:link )?opens? (?:in )?(?:an? )?(?:new|another|external|separate) (?:browser )?(?:tab|window|page|site)"
    r"|new (?:tab|window)|external (?:link|site)|opens (?:your )?e-?mail client"
    r"|(?:öffnet|wird) (?:sich )?in (?:einem )?neue[mn] (?:Tab|Fenster)(?: geöffnet)?"
    r"|s['’]ouvre dans (?:un nouvel onglet|une nouvelle fenêtre))\)"
    r"(?=[\s*_]{0,4}\]\()",
    re.IGNORECASE,
)
# How every note ends, soon looked for by its bracket.
_LAST = ("tab", "window", "page", "site", "link", "client", "Fenster", "geöffnet", "onglet", "fenêtre")
_BEHIND_LAST = "|".join(rf"(?<={word}\))" for word in _LAST)
_ENDS = re.compile(rf"\)(?:{_BEHIND_LAST})[\s*_]{{0,4}}\]\(", re.IGNORECASE)


def without_link_notes(markdown: str) -> str:
    """A Markdown text whose links say no longer how they open; what stands outside of labels stays."""
    return _NOTE.sub("", markdown) if _ENDS.search(markdown) else markdown


def padded_line(markdown: str) -> str:
    """The words of a Markdown passage in a line, with a space at both ends as between each two of them."""
    return f" {word_line(visible_text(without_link_notes(markdown)))} "
