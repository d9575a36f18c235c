"""Notes by which a text says that it, or a part of it, holds no more: 'This policy is deprecated.'"""

from __future__ import annotations

import re

from conductatlas.reading import Document, sentences, word_count

# A longer sentence tells more than that, and one with a condition does not say it for all.
_MOST_WORDS = 18
_WITHDRAWN = re.compile(
    r"\W*(?:(?:please )?note\b\W*(?:that )?)?(?:this|these|the (?:above|following)) (?:[\w-]+ ){0,3}?"
    r"(?:polic(?:y|ies)|terms(?: of (?:use|service))?|rules?|sections?|guidelines?|agreement|statement|notice|page"
    r"|document|addendum|standards?|provisions?) "
    r"(?:(?:is|are|was|were|has been|have been) (?:now |hereby |since )?"
    r"(?:deprecated|withdrawn|retired|repealed|rescinded|revoked|superseded|obsolete|replaced"
    r"|no longer (?:in (?:effect|force|use)|valid|applicable|effective))"
    r"|(?:now )?no longer appl(?:y|ies))\b",
    re.IGNORECASE,
)
_ON_CONDITION = re.compile(
    r"\b(?:if|unless|when(?:ever)?|where|until|except|extent|should|only|will|may|from time to time)\b", re.IGNORECASE
)


def declares_withdrawn(sentence: str) -> bool:
    """Whether a short sentence says that a text, or a part of it, holds no more, on no condition."""
    is_short = word_count(sentence) <= _MOST_WORDS
    return is_short and _WITHDRAWN.match(sentence) is not None and not _ON_CONDITION.search(sentence)


def new_note_of_withdrawal(before: Document, after: Document) -> str:
    """The first new sentence that says that a text, or a part of it, holds no more; empty where none does."""
    stood = set(before.visible)
    notes = (one for text in after.visible if text not in stood for one in sentences(text) if declares_withdrawn(one))
    return next((one.strip(" .") for one in notes), "")
