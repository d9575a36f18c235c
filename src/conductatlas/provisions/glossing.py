"""Glossing: French and German words as English ones, in their order, so that the English method can read them.

A gloss is no translation and is shown to nobody: it only feeds the model, the cues and the modifiers. It never touches
the text itself: offsets and quotes are the original's, and each word of a gloss knows the words that it stands for.

A glossary is a table of two columns, `glossaries/LANGUAGE.tsv`. Left stands a word or a fixed phrase, right its English
words. A word stands for all its forms, by their stem; with `=` before it, for that very form only. `…` in a phrase is a
gap of a few words: `ne … pas` is `do not`, and what stands between follows it. `*té` is an ending, of words of which
nothing else is known. English words end in `+` where they take the plural of a French plural, in `~` where they take
the participle of a French participle; that of others stands behind `/`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

# Languages that are read through a glossary, by their ISO 639-1 codes.
GLOSSED = ("de", "fr")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+['’]?")
_ELIDED = frozenset(("l", "d", "qu", "n", "s", "c", "j", "m", "t", "lorsqu", "jusqu", "puisqu", "quelqu", "aujourd"))
# What may stand between the words of a phrase.
_WITHIN = re.compile(r"[\s\-‐‑’'*_]{0,4}")
# Where a gap ends: the words of one clause belong together, those of two don't.
_CLAUSE_END = re.compile(r"[.;:!?…\n|]")
_WIDEST_GAP = 9
_GAP = "…"
_SHORTEST_STEM = 4
# A longer word is none, and is left as it is.
_LONGEST_WORD = 60
_GLOSSES_KEPT = 1024
_SHORTEST_PART = 4
_LINKS = ("", "s", "n", "es", "en")
_FRENCH_NOUN = re.compile(r"(?:[tsx]ion|ment|eur|aison|ance|ence|isme)$")
_FRENCH_ENDINGS = (
    *("issaient", "issait", "issant", "issons", "issez", "issent", "eraient", "iraient", "erait", "irait", "eront"),
    *("iront", "aient", "ante", "ant", "ee", "ait", "era", "ira", "ent", "er", "ir", "it", "e"),
)
# Articles, alone and with a preposition, are one in phrases.
_FRENCH_FORMS = {"du": "de", "des": "de", "d'": "de", "au": "a", "aux": "a", "la": "le", "les": "le", "l'": "le"}
_GERMAN_ENDINGS = ("ern", "est", "em", "en", "er", "es", "et", "e", "n", "s", "t")
_PARTICIPLE = re.compile(r"(?:é|ée|és|ées)$")
_PLURAL = re.compile(r"[sx]$")


@dataclass(frozen=True, slots=True)
class Gloss:
    """English words for a text. `spans`: where each stands in the gloss, and what it stands for in the text.

    Start and end in code points, first in the gloss and then in the text, both in order.
    """

    text: str
    spans: tuple[tuple[int, int, int, int], ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The words of the text that a part of the gloss stands for: from the first of them to the last.

        Nothing, at the place where it would be, if the part holds no word.
        """
        first = bisect_right(self.spans, start, key=lambda span: span[1])
        touched = [span for span in self.spans[first:] if span[0] < end]
        if touched:
            return touched[0][2], max(span[3] for span in touched)
        place = self.spans[first - 1][3] if first else 0
        return place, place


class _Token(NamedTuple):
    surface: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    before: tuple[str, ...]
    after: tuple[str, ...]
    english: str

    def __len__(self) -> int:
        return len(self.before) + len(self.after)


class Glossary:
    """The words of one language, with their English ones. The same text always gives the same gloss."""

    def __init__(self, language: str, table: str) -> None:
        self.language = language
        self._stem = _STEMMERS[language]
        self._compounds = language == "de"
        self._exact: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._endings: list[tuple[str, str]] = []
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        for line in table.splitlines():
            if line and not line.startswith("#"):
                self._take(*line.split("\t"))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda one: (-len(one), bool(one.after)))
        self.method = f"{language}-{hashlib.sha256(table.encode()).hexdigest()[:8]}"
        self._english = lru_cache(maxsize=65536)(self._word)
        self._compound = lru_cache(maxsize=65536)(self._of_parts)
        # Many units stand under one heading.
        self._gloss_of = lru_cache(maxsize=_GLOSSES_KEPT)(self._read)

    def _take(self, written: str, english: str) -> None:
        before, _, after = (part.strip() for part in written.partition(_GAP))
        if written.startswith("="):
            self._exact.setdefault(_normal(written[1:]), english)
        elif written.startswith("*"):
            self._endings.append((_normal(written[1:]), english[1:]))
        else:
            heads, tails = ([token.stem for token in _tokens(part, self._stem)] for part in (before, after))
            if len(heads) + len(tails) == 1:
                self._exact.setdefault(_normal(written), english)
                self._stems.setdefault(heads[0], english)
            else:
                self._phrases[heads[0]].append(_Phrase(tuple(heads), tuple(tails), english))

    def gloss(self, text: str) -> Gloss:
        """The English words of a text, with everything between them as it is."""
        return self._gloss_of(text)

    def _read(self, text: str) -> Gloss:
        pieces: list[str] = []
        spans: list[tuple[int, int, int, int]] = []
        length = last = 0
        for english, start, end in self._glossed(text, list(_tokens(text, self._stem))):
            between = text[last:start]
            if not english:
                between = between if last else between.lstrip()
            elif not between and pieces and pieces[-1][-1:].isalnum():
                between = " "
            if pieces and pieces[-1][-1:] == " " and between[:1] == " ":
                between = between[1:]
            pieces += (between, english)
            length += len(between)
            if english:
                spans.append((length, length + len(english), start, end))
            length += len(english)
            last = end
        pieces.append(text[last:])
        return Gloss("".join(pieces), tuple(spans))

    def _glossed(self, text: str, tokens: Sequence[_Token]) -> Iterator[tuple[str, int, int]]:
        """For each word or phrase its English words, and where it stands."""
        stems = tuple([token.stem for token in tokens])
        spent: set[int] = set()
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if place in spent:
                yield "", token.start, token.end
                place += 1
                continue
            for phrase in self._phrases.get(token.stem, ()):
                # Most phrases end here, with their second word.
                if stems[place : place + len(phrase.before)] != phrase.before:
                    continue
                rest = _matched(text, tokens, place, phrase, spent)
                if rest is not None:
                    spent.update(rest)
                    last = place + len(phrase.before) - 1
                    yield _inflected(phrase.english, token.surface), token.start, tokens[last].end
                    place = last + 1
                    break
            else:
                yield self._english(token.surface), token.start, token.end
                place += 1

    def _word(self, surface: str) -> str:
        if len(surface) > _LONGEST_WORD:
            return surface
        known = self._known(surface)
        if known is None and self._compounds:
            known = self._compound(_folded(surface))
        if known is None:
            for ending, english in self._endings:
                if len(surface) > len(ending) + _SHORTEST_STEM and surface.endswith(ending):
                    return _folded(surface[: -len(ending)]) + english
            return _folded(surface)
        return _inflected(known, surface)

    def _known(self, surface: str) -> str | None:
        """What the table says of a word: of this form, of its singular, or of its stem."""
        known = self._exact.get(surface)
        if known is None and _PLURAL.search(surface):
            known = self._exact.get(surface[:-1])
        return self._stems.get(self._stem(_folded(surface))) if known is None else known

    def _of_parts(self, folded: str) -> str | None:
        """A compound by its parts, the first one as long as it can be; None where a part is not known."""
        for cut in range(len(folded) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            head = self._part(folded[:cut])
            if head is None:
                continue
            rest = self._stems.get(self._stem(folded[cut:])) or self._compound(folded[cut:])
            if rest is not None:
                return f"{head} {rest}"
        return None

    def _part(self, written: str) -> str | None:
        for link in _LINKS:
            if written.endswith(link):
                known = self._stems.get(self._stem(written[: len(written) - len(link)]))
                if known:
                    return known
        return None


def _matched(
    text: str, tokens: Sequence[_Token], place: int, phrase: _Phrase, spent: set[int]
) -> tuple[int, ...] | None:
    """The places of the words beyond the gap of a phrase that begins at a place; None where it does not stand there."""
    if not _stands(text, tokens, place, phrase.before, spent):
        return None
    if not phrase.after:
        return ()
    first = place + len(phrase.before)
    for beyond in range(first, min(first + _WIDEST_GAP, len(tokens))):
        if tokens[beyond].stem != phrase.after[0]:
            continue
        if _CLAUSE_END.search(text, tokens[first - 1].end, tokens[beyond].start):
            return None
        if _stands(text, tokens, beyond, phrase.after, spent):
            return tuple(range(beyond, beyond + len(phrase.after)))
    return None


def _stands(text: str, tokens: Sequence[_Token], place: int, stems: Sequence[str], spent: set[int]) -> bool:
    """Whether words with given stems follow one another from a place on, with nothing but white space between."""
    if place + len(stems) > len(tokens) or any(tokens[place + at].stem != stem for at, stem in enumerate(stems)):
        return False
    if not spent.isdisjoint(range(place, place + len(stems))):
        return False
    following = range(place + 1, place + len(stems))
    return all(_WITHIN.fullmatch(text, tokens[at - 1].end, tokens[at].start) for at in following)


def _tokens(text: str, stem: Callable[[str], str]) -> Iterator[_Token]:
    for found in _WORD.finditer(text):
        surface, end = _normal(found.group()), found.end()
        if surface.endswith("'") and surface[:-1] not in _ELIDED:
            surface, end = surface[:-1], end - 1
        stemmed = stem(_folded(surface)) if len(surface) <= _LONGEST_WORD else surface
        yield _Token(surface, stemmed, found.start(), end)


def _inflected(english: str, surface: str) -> str:
    """The English word in the number, or as the participle, that the word of the text has."""
    if english.endswith("+"):
        return _plural(english[:-1]) if _PLURAL.search(surface) else english[:-1]
    participle = _PARTICIPLE.search(surface) is not None
    if english.endswith("~"):
        return _past(english[:-1]) if participle else english[:-1]
    base, _, past = english.partition("/")
    return past if past and participle else base


def _plural(word: str) -> str:
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _past(word: str) -> str:
    return word + ("d" if word.endswith("e") else "ed")


@lru_cache(maxsize=65536)
def _normal(written: str) -> str:
    return unicodedata.normalize("NFC", written).lower().replace("’", "'")


@lru_cache(maxsize=65536)
def _folded(written: str) -> str:
    """In lower case, without accents."""
    plain = _normal(written).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    return "".join(one for one in unicodedata.normalize("NFD", plain) if not unicodedata.combining(one))


@lru_cache(maxsize=65536)
def _french_stem(folded: str) -> str:
    if folded in _FRENCH_FORMS:
        return _FRENCH_FORMS[folded]
    if len(folded) <= _SHORTEST_STEM or folded.endswith("'"):
        return folded
    for ending in ("issons", "erons", "irons", "eons", "ons", "issez", "erez", "irez", "ez"):
        if folded.endswith(ending) and not folded.endswith(("ions", "aisons")):
            return _without_i(_shortened(folded, ending))
    word = _shortened(folded, folded[-1]) if folded[-1] in "sx" and not folded.endswith("ss") else folded
    if _FRENCH_NOUN.search(word):
        return word
    return _without_i(next((_shortened(word, one) for one in _FRENCH_ENDINGS if word.endswith(one)), word))


@lru_cache(maxsize=65536)
def _german_stem(folded: str) -> str:
    ending = next((one for one in _GERMAN_ENDINGS if folded.endswith(one)), "")
    shorter = _shortened(folded, ending) if ending else folded
    return folded if shorter == folded else _german_stem(shorter)


def _without_i(stem: str) -> str:
    """Verbs in -ir and in -ier have one stem with their participles."""
    return _shortened(stem, "i") if stem.endswith("i") else stem


def _shortened(word: str, ending: str) -> str:
    return word[: -len(ending)] if len(word) - len(ending) >= _SHORTEST_STEM - 1 else word


_STEMMERS: dict[str, Callable[[str], str]] = {"de": _german_stem, "fr": _french_stem}


@lru_cache(maxsize=len(GLOSSED))
def load_glossary(language: str) -> Glossary:
    """The glossary of a language that comes with the system. Raises KeyError for one that is none of `GLOSSED`."""
    if language not in GLOSSED:
        raise KeyError(language)
    return Glossary(language, files(__package__).joinpath("glossaries", f"{language}.tsv").read_text(encoding="utf-8"))
