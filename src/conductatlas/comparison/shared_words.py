"""The words that two clauses have in common in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from conductatlas.comparison.likeness import weigh
from conductatlas.comparison.same_effect import is_denied_ahead

# Within a sentence, and without markup: what is quoted reads as it stands. 'U.S.' ends none.
_PIECE = re.compile(r"(?!\s)(?:[^.;:!?\n|*_\[\](){}<>\"“”]|(?<=\b[A-Z])\.)+(?<!\s)")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEWEST_WORDS, _MOST_WORDS = 5, 30
# Of so many words that say something by themselves a reader learns what both say; fewer are the name of the matter, as
# 'lodge a complaint' is, or half of what one of them says. After 'we' they say what the provider does.
_FEWEST_TELLING, _FEWEST_TELLING_OF_PROVIDER, _PROVIDER = 4, 3, "we"
# What is done to something: so many words at least stand behind the verb.
_FEWEST_GOVERNED = 2
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
        # That somebody agrees to something, and to what document, is said in all.
        *("acknowledge", "agree", "agreement", "entering", "terms", "understand", "using"),
        # How far a law lets a clause go is said in most.
        *("applicable", "extent", "fullest", "law", "laws", "maximum", "permitted"),
    ]
)
# What makes a clause of words: somebody, and what they do.
_VERBS = frozenset(
    [
        *("will", "shall", "may", "must", "can", "cannot", "could", "should", "would", "is", "are", "was", "were"),
        *("has", "have", "do", "does", "agree", "agrees", "accept", "accepts", "acknowledge", "acknowledges"),
        *("consent", "consents", "grant", "grants", "warrant", "warrants", "represent", "represents", "waive"),
        *("waives", "retain", "retains", "reserve", "reserves", "remain", "remains", "applies", "apply", "means"),
        *("governs", "belongs", "belong", "requires", "require", "allows", "allow", "includes", "include"),
    ]
)
_SOMEBODY = frozenset(("we", "you", "they"))
# After one of these a clause begins.
_OPENS = frozenset(("that", "because", "but", "so"))
# What begins so, or goes on so, holds only as far as that lets it.
_BOUNDS = frozenset(
    ("if", "when", "where", "unless", "except", "subject", "notwithstanding", "save", "provided", "only", "to", "other")
)
# What points to something elsewhere means something else there.
_POINTS = re.compile(
    r"\b(?:such|said|the (?:above|foregoing|following|same)|herein|hereof|thereof|therein|hereto|aforementioned"
    r"|(?:this|these|those) (?!terms|agreement|polic|privacy|notice|service|site|website|platform|statement|document"
    r"|contract|addendum|eula|licen[cs]e|section|app|software)\w+)\b"
)
# What begins so is half of a sentence, and says nothing without the other half.
_LEANS = _BOUNDS | frozenset(
    (
        "as",
        "even",
        "long",
        "because",
        "while",
        "once",
        "after",
        "before",
        "until",
        "although",
        "though",
        "whether",
        "which",
    )
)
# What ends so is cut off.
_GOES_ON = frozenset(
    ("the", "a", "an", "our", "your", "their", "its", "of", "and", "or", "to", "that", "as", "by", "for")
)
# A comma with another one so few words behind it stands in a list, and ends nothing.
_ITEM_OF_A_LIST = 4
# What weighs less is a turn of phrase that says nothing: 'as well as any other'.
_LEAST_WEIGHT = 7.0
_MOST_CHARACTERS = 6_000

_Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in small letters with its place; whether a clause may begin with it, and may end with it."""

    said: str
    start: int
    end: int
    opens: bool
    closes: bool


def shared_words(this: str, of_this: _Spans, other: str, of_other: _Spans) -> tuple[int, int] | None:
    """Where in the other text the clause stands that both have word for word and that says most; None for none.

    Only slices of both texts are looked at. Somebody who does something, from where that begins to where it ends: in
    'we delete it, unless you object' it ends at the comma, and what is shared of a longer one is no clause. Nor is what
    words ahead of it deny: in 'we do not promise that it works'.
    """
    ours = _clauses_of(this, tuple(of_this))
    best: tuple[float, int, int] | None = None
    for piece in _pieces(other, of_other):
        for run in _clauses(piece):
            start, end = run[0].start, run[-1].end
            if tuple(word.said for word in run) in ours and _tells(run) and not is_denied_ahead(other, start):
                weight = sum(weigh(other[start:end]).words.values())
                if best is None or weight > best[0]:
                    best = (weight, start, end)
    return (best[1], best[2]) if best and best[0] >= _LEAST_WEIGHT else None


# One clause is compared with many.
@lru_cache(maxsize=8)
def _clauses_of(text: str, spans: tuple[tuple[int, int], ...]) -> frozenset[tuple[str, ...]]:
    """The words of the clauses in some slices of a text that no words ahead of them deny."""
    return frozenset(
        tuple(word.said for word in run)
        for piece in _pieces(text, spans)
        for run in _clauses(piece)
        if not is_denied_ahead(text, run[0].start)
    )


def _clauses(piece: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """The runs of words that begin and end where clauses do."""
    for first, word in enumerate(piece):
        if word.opens:
            for last in range(first + _FEWEST_WORDS, min(len(piece), first + _MOST_WORDS) + 1):
                if piece[last - 1].closes:
                    yield piece[first:last]


def _tells(run: Sequence[_Word]) -> bool:
    """Whether a run of words has somebody who does something, and says what by itself."""
    said = [word.said for word in run]
    if said[0] in _LEANS or said[-1] in _GOES_ON or _POINTS.search(" ".join(said)):
        return False
    acts = said[0] in _SOMEBODY or not _VERBS.isdisjoint(said[1:-_FEWEST_GOVERNED])
    fewest = _FEWEST_TELLING_OF_PROVIDER if said[0] == _PROVIDER else _FEWEST_TELLING
    return acts and len(set(said) - _SAY_LITTLE) >= fewest


def _pieces(text: str, spans: _Spans) -> list[list[_Word]]:
    """The words of the pieces of sentences that lie in some slices of a text.

    A slice can end within a piece, behind 'U.S.': what is cut so is no clause.
    """
    read = text[:_MOST_CHARACTERS]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        touches = joined and joined[-1][1] >= start
        joined.append((joined.pop()[0], end) if touches else (start, end))
    return [
        _words(read, *piece.span())
        for piece in _PIECE.finditer(read)
        if any(start <= piece.start() and piece.end() <= end for start, end in joined)
    ]


def _words(text: str, start: int, end: int) -> list[_Word]:
    found = list(_WORD.finditer(text, start, end))
    said = [one.group().lower() for one in found]
    words: list[_Word] = []
    for number, one in enumerate(found):
        before = text[found[number - 1].end() : one.start()] if number else ""
        after = text[one.end() : found[number + 1].start()] if number + 1 < len(found) else ""
        follows = ("," in before or said[number - 1] in _OPENS) and said[0] not in _BOUNDS
        goes_on = number + 1 < len(found) and (
            "," not in after or said[number + 1] in _BOUNDS or _in_a_list(text, found, number)
        )
        words.append(_Word(said[number], one.start(), one.end(), not number or follows, not goes_on))
    return words


def _in_a_list(text: str, words: Sequence[re.Match[str]], number: int) -> bool:
    """Whether the comma behind a word stands in a list: with another comma a few words on, or before the last item."""
    first = max(0, number - _ITEM_OF_A_LIST)
    last = words[number + 1].group().lower() in ("and", "or")
    near = words[first : number + 1] if last else words[number + 1 : number + 2 + _ITEM_OF_A_LIST]
    return any("," in text[one.end() : other.start()] for one, other in pairwise(near))
