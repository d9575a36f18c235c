"""A title that a paragraph begins with, though it stands by itself in the text too: 'Running the mill: We use …'."""

from __future__ import annotations

import re
from collections.abc import Container

from conductatlas.reading import word_line

_LABEL = re.compile(r"([^.:;?!]{3,90}):\s*(?=[A-Z“\"'‘(])")
_MOST_WORDS = 12


def without_repeated_title(visible: str, other: str, lines: Container[str]) -> str:
    """A visible text without a title ahead of it that another state of it, `other`, lacks, and its text has as a line.

    `lines` are the words of the blocks of the text in which `other` stands.
    """
    label = _LABEL.match(visible)
    if label is None or other.startswith(label[1]):
        return visible
    line = word_line(label[1])
    return visible[label.end() :] if line in lines and len(line.split()) <= _MOST_WORDS else visible
