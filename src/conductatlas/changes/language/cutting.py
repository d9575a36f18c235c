"""A quote cut short only where what is left out neither turns nor goes on what is quoted."""

from __future__ import annotations

import re

from conductatlas.changes.language.quotations import turning

# Where a quote may end: behind a sentence or an item, and ahead of examples and of what only tells more.
_ENDS = re.compile(
    r"(?<=[a-z)”’][.!?])\s(?=[A-Z\"“(])|;(?=[\s(])|\s(?=\((?:such as|including|for example|for instance|like|e\.g)\b)"
    r"|,\s(?=(?:including|such as|for example|for instance|e\.g|as (?:described|explained|set out|further)|which)\b)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:and |or )?\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]", re.IGNORECASE)
# Of what must be met together no part is quoted.
_TOGETHER = re.compile(
    r"\b(?:if|when|where|unless|only|solely|provided|except|all of|each of|as long as|to the extent)\b", re.IGNORECASE
)
# Of a list in one sentence, that is said where it begins; and what holds for all items where it ends.
_MET_TOGETHER = re.compile(rf"{_TOGETHER.pattern}[^:;]{{0,40}}\(?(?:i|a|1)[.)] ", re.IGNORECASE)
_OF_ALL_ITEMS = re.compile(r"\b(?:provided that|except that|in each case|unless otherwise)\b", re.IGNORECASE)


def cut_short(text: str, longest: int, shortest: int) -> str:
    """The beginning of a text of so many characters at most, and no fewer than `shortest`, with … behind it.

    The whole where it is no longer; empty where no cut leaves what is quoted as it was meant.
    """
    if len(text) <= longest:
        return text
    for found in reversed(list(_ENDS.finditer(text, shortest, longest))):
        kept, left = text[: found.start()], text[found.end() :]
        if kept.count("(") - kept.count(")") == text.count("(") - text.count(")") and not _is_turned(kept, left, found):
            return f"{kept.rstrip(' ,;:.…')} …"
    return ""


def _is_turned(kept: str, left: str, end: re.Match[str]) -> bool:
    """Whether what is left out of a text behind some end turns what is kept, or must be met with it."""
    if end[0] == ";" and _ITEM.match(left):
        return bool(_MET_TOGETHER.search(kept) or _OF_ALL_ITEMS.search(left))
    return bool(turning(left.split())) or (end[0] == ";" and _TOGETHER.search(kept) is not None)
