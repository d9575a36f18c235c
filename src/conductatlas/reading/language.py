"""In which language a text is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from conductatlas.reading.document import Document

# Below this a guess is no better than a toss.
_FEWEST_CHARACTERS = 120
_SAMPLE = 6000
_LEAST_CERTAINTY = 0.9
# A text with so many of a language's commonest words is in it; the library need not be loaded (it takes most of a
# second), and is unsure of short texts. Words that are as common in a neighbouring language are left out.
_COMMONEST = {
    "en": frozenset(
        ("the", "of", "to", "and", "you", "or", "we", "in", "your", "our", "is", "for", "that", "by", "any")
    ),
    "fr": frozenset(
        (
            *("le", "les", "des", "du", "et", "à", "une", "vous", "nous", "votre", "vos", "nos", "notre", "pour"),
            *("dans", "sur", "par", "qui", "est", "sont", "ou", "au", "aux", "ce", "cette", "avec", "ne", "pas"),
            "être",
        )
    ),
    "de": frozenset(
        (
            *("der", "die", "das", "und", "zu", "von", "den", "mit", "für", "sie", "wir", "ist", "sind", "nicht"),
            *("oder", "auf", "im", "ein", "eine", "einer", "des", "dem", "werden", "ihre", "ihrer", "unsere", "bei"),
            "uns",
        )
    ),
}
_SHARES = {"en": 0.2, "fr": 0.15, "de": 0.15}


@lru_cache(maxsize=1)
def _identifier() -> Any:
    # Imported here: loading the library takes longer than most runs that never ask for a language.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def is_english(shown: str) -> bool:
    """Whether a text, as its reader sees it, has as many of the commonest English words as English texts have."""
    return _has_words_of("en", shown.lower().split())


def language_of(document: Document) -> str | None:
    """The ISO 639-1 code of a document's language; None where the text is too short or the guess is unsure."""
    return _language_of(_sample(document))


def plain_language_of(document: Document) -> str | None:
    """English, French or German where a document plainly is in it, by its commonest words; None where it is not."""
    return _plain_language_of(_sample(document))


@lru_cache(maxsize=1024)
def _language_of(shown: str) -> str | None:
    plain = _plain_language_of(shown)
    if plain is not None or len(shown) < _FEWEST_CHARACTERS:
        return plain
    code, certainty = _identifier().classify(shown)
    return str(code) if certainty >= _LEAST_CERTAINTY else None


@lru_cache(maxsize=1024)
def _plain_language_of(shown: str) -> str | None:
    if len(shown) < _FEWEST_CHARACTERS:
        return None
    found = shown.lower().split()
    return next((language for language in _COMMONEST if _has_words_of(language, found)), None)


def _sample(document: Document) -> str:
    return " ".join(document.visible)[:_SAMPLE]


def _has_words_of(language: str, found: Sequence[str]) -> bool:
    common = _COMMONEST[language]
    return sum(word in common for word in found) >= _SHARES[language] * len(found)
