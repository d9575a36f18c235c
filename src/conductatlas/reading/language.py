"""In which language a text is written."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from conductatlas.reading.document import Document

# Below this a guess is no better than a toss.
_FEWEST_CHARACTERS = 120
_SAMPLE = 6000
_LEAST_CERTAINTY = 0.9
# A text with so many of these among its words is English; the library need not be loaded (it takes most of a second).
_ENGLISH = frozenset(
    ("the", "of", "to", "and", "you", "or", "we", "in", "your", "our", "is", "for", "that", "by", "any")
)
_ENGLISH_SHARE = 0.2


@lru_cache(maxsize=1)
def _identifier() -> Any:
    # Imported here: loading the library takes longer than most runs that never ask for a language.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def is_english(shown: str) -> bool:
    """Whether a text, as its reader sees it, has as many of the commonest English words as English texts have."""
    found = shown.lower().split()
    return sum(word in _ENGLISH for word in found) >= _ENGLISH_SHARE * len(found)


def language_of(document: Document) -> str | None:
    """The ISO 639-1 code of a document's language; None where the text is too short or the guess is unsure."""
    shown = " ".join(document.visible)[:_SAMPLE]
    if len(shown) < _FEWEST_CHARACTERS:
        return None
    if is_english(shown):
        return "en"
    code, certainty = _identifier().classify(shown)
    return str(code) if certainty >= _LEAST_CERTAINTY else None
