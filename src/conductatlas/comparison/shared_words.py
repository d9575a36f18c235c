"""The words that two clauses have in common in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.comparison.likeness import weigh

# Within a sentence, and without markup: what is quoted reads as it stands.
_PIECE = re.compile(r"[^.;:!?\n|*_\[\](){}<>\"“”]+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEWEST_WORDS, _MOST_WORDS = 5, 16
# Of so many words that say something by themselves a reader learns what both say; fewer are the name of the matter, as
# 'lodge a complaint' is, or half of what one of them says. After 'we' they say what the provider does.
_FEWEST_TELLING, _FEWEST_TELLING_OF_PROVIDER, _PROVIDER = 4, 3, "we"
_SAY_LITTLE = frozenset(
    [
        *("a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been"),
        *("before", "being", "between", "both", "but", "by", "can", "cannot", "could", "did", "do", "does", "during"),
        *("each", "either", "every", "for", "from", "had", "has", "have", "having", "how", "if", "in", "including"),
        *("into", "is", "it", "its", "may", "might", "more", "most", "must", "no", "nor", "not", "of", "off", "on"),
        *("only", "or", "other", "others", "our", "out", "over", "own", "shall", "she", "should", "so", "some"),
        *("such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those"),
        *("make", "makes", "made", "take", "takes", "taken"),
        *("through", "to", "under", "unless", "until", "up", "upon", "us", "was", "we", "well", "were", "what"),
        *("when", "where", "whether", "which", "while", "who", "whom", "whose", "will", "with", "within", "without"),
        *("would", "you", "your"),
        # How far a law lets a clause go is said in most.
        *("applicable", "extent", "fullest", "law", "laws", "maximum", "permitted"),
    ]
)
_TIES, _TIE_TO_BEFORE = frozenset(("and", "or", "which", "that")), frozenset(("with", "of"))
# What weighs less is a turn of phrase that says nothing: 'as well as any other'.
_LEAST_WEIGHT = 7.0
_MOST_CHARACTERS = 6_000

_Spans = Sequence[tuple[int, int]]
_Word = tuple[str, int, int]
_Words = list[list[_Word]]


def shared_words(this: str, of_this: _Spans, other: str, of_other: _Spans) -> tuple[int, int] | None:
    """Where in the other text the run of words stands that both have and that says most; None where there is none.

    Only slices of both texts are looked at. A run ends where the other text goes on with a word that says little, or
    ends its piece: 'incomplete personal' is half of 'incomplete personal data'.
    """
    ours = {
        tuple(word for word, _, _ in piece[first : first + length])
        for piece in _pieces(this, of_this)
        for length in range(_FEWEST_WORDS, _MOST_WORDS + 1)
        for first in range(len(piece) - length + 1)
    }
    best: tuple[float, int, int] | None = None
    for piece in _pieces(other, of_other):
        for first in range(len(piece) - _FEWEST_WORDS + 1):
            last = first
            while last < len(piece) and last - first < _MOST_WORDS:
                run = tuple(word for word, _, _ in piece[first : last + 1])
                if len(run) >= _FEWEST_WORDS and run not in ours:
                    break
                last += 1
            last = _end_of_phrase(piece, first, last)
            if _tells(piece[first:last]):
                start, end = piece[first][1], piece[last - 1][2]
                weight = sum(weigh(other[start:end]).words.values())
                if best is None or weight > best[0]:
                    best = (weight, start, end)
    return (best[1], best[2]) if best and best[0] >= _LEAST_WEIGHT else None


def _end_of_phrase(piece: Sequence[_Word], first: int, last: int) -> int:
    """The last place up to which a run of words ends at one that says something, and cuts no phrase in two."""
    while last > first and (piece[last - 1][0] in _SAY_LITTLE or _is_tied(piece, last)):
        last -= 1
    return last


def _is_tied(piece: Sequence[_Word], place: int) -> bool:
    """Whether what goes on at a place belongs to the word before it: 'personal | data', 'associated | with'."""
    return place < len(piece) and (piece[place][0] not in _SAY_LITTLE or piece[place][0] in _TIE_TO_BEFORE)


def _tells(run: Sequence[_Word]) -> bool:
    """Whether a run of words says something by itself, and begins with no word that ties it to what is before it."""
    if len(run) < _FEWEST_WORDS or run[0][0] in _TIES:
        return False
    fewest = _FEWEST_TELLING_OF_PROVIDER if run[0][0] == _PROVIDER else _FEWEST_TELLING
    return len({word for word, _, _ in run if word not in _SAY_LITTLE}) >= fewest


def _pieces(text: str, spans: _Spans) -> _Words:
    """The words of the pieces of sentences in some slices of a text, in small letters, with their places."""
    pieces: _Words = []
    for start, end in spans:
        for piece in _PIECE.finditer(text, start, min(end, _MOST_CHARACTERS)):
            words = [(one.group().lower(), one.start(), one.end()) for one in _WORD.finditer(text, *piece.span())]
            pieces.append(words)
    return pieces
