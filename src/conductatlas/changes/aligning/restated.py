"""Whether a clause that lost its place is still stated in other words: judged by the words that carry its content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from conductatlas.changes.aligning.alignment import Alignment
from conductatlas.changes.language.common_words import holders
from conductatlas.changes.language.effect import effective_words
from conductatlas.reading import BlockKind, Document, visible_text, word_line

# A passage of the same type says it if it holds this share of the content words, …
_SAME_TYPE = 0.25
# … and any other block if it holds this one and is not much longer.
_ANY_BLOCK = 0.5
_OTHER_TYPE = 0.6
_TIMES_LONGER = 4
_FEWEST_CONTENT_WORDS, _FEWEST_WORDS = 6, 8
# A text of whose words less than this share stands in blocks that stayed was rewritten.
_REWRITTEN_BELOW = 0.5
# Of what has less in common than this, nothing tells that the one is the other in new words.
_LEAST_IN_COMMON = 0.35
# A sentence that goes on where it ended before has another sign at that place.
_ENDS = " .;:,"
# Types of one effect, however it is worded: while any passage states it, no other one removes it or is new.
ONE_EFFECT = frozenset(("do-not-track-ignored", "no-sale-commitment", "no-security-guarantee"))
_FUNCTION_WORDS = frozenset(
    (
        *("you", "your", "we", "our", "us", "they", "them", "he", "she", "who", "whom", "what", "any", "all", "each"),
        *(
            "or",
            "and",
            "but",
            "not",
            "no",
            "if",
            "when",
            "than",
            "then",
            "may",
            "can",
            "will",
            "shall",
            "must",
            "would",
        ),
        *("should", "could", "do", "doe", "did", "ha", "have", "had", "wa", "were", "being", "other", "some", "more"),
        *("would", "upon", "under", "out", "up", "about", "only", "through", "example", "including", "include"),
    )
)


@lru_cache(maxsize=32768)
def content(visible: str) -> frozenset[str]:
    """The words of a visible text that say what it is about, each once."""
    return frozenset(effective_words(visible)) - _FUNCTION_WORDS


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Which share of some content words others hold: 0 (none) to 1 (all)."""
    return len(part & whole) / len(part) if part else 0.0


def likeness_of_content(one: str, other: str) -> float:
    """How many of the content words of two quotes are common to both: 0 (none) to 1 (all)."""
    left, right = content(visible_text(one)), content(visible_text(other))
    return common_share(left, right)


def common_share(left: frozenset[str], right: frozenset[str]) -> float:
    """How many of some words, each once, both have: 0 (none) to 1 (all)."""
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def have_little_in_common(before: str, after: str) -> bool:
    """Whether of two wordings the later may as well be another passage, and neither holds the other's words whole.

    Where a document is written anew, what is left of one clause type is paired by what there is.
    """
    if likeness_of_content(before, after) >= _LEAST_IN_COMMON:
        return False
    one, other = (visible_text(passage).strip(_ENDS) for passage in (before, after))
    return one not in other and other not in one


def is_rewritten(old: Document, new: Document, alignment: Alignment) -> bool:
    """Whether so little of a text stayed that what it says now must be compared by effect, not by place."""
    stayed = sum(map(new.word_counts.__getitem__, alignment.stayed.values()))
    return 2 * stayed < _REWRITTEN_BELOW * (sum(old.word_counts) + sum(new.word_counts))


def restated_in(
    quote: str, others: Mapping[int, str], *, rewritten: bool = False, least: float = _SAME_TYPE
) -> int | None:
    """The identity of the passage, among others of its type, that says what a quote says.

    It holds at least the share `least` of its content words. In a text that was rewritten any passage of the type does:
    the effect is still stated.
    """
    if not others:
        return None
    part = content(visible_text(quote))
    best = min((-share(part, content(visible_text(other))), identity) for identity, other in sorted(others.items()))
    return best[1] if rewritten or -best[0] >= least else None


def is_stated_by(quote: str, other: str, *, same_type: bool) -> bool:
    """Whether a passage of another document says what a quote says: word for word or in other words.

    Those of another type must hold more of its content.
    """
    (line, part), (saying, whole) = _said(quote), _said(other)
    if line.count(" ") + 1 >= _FEWEST_WORDS and line in saying and f" {line} " in f" {saying} ":
        return True
    enough = len(part) >= _FEWEST_CONTENT_WORDS
    return enough and share(part, whole) >= (_ANY_BLOCK if same_type else _OTHER_TYPE)


@lru_cache(maxsize=32768)
def _said(quote: str) -> tuple[str, frozenset[str]]:
    """The words of a quote, in one line, and those of them that carry its content."""
    visible = visible_text(quote)
    return word_line(visible), content(visible)


@lru_cache(maxsize=4)
def content_index(document: Document) -> ContentIndex:
    """The blocks of a document by their content words, made once for all that ask in one step."""
    return ContentIndex(document)


class ContentIndex:
    """The blocks of a document by their content words."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def place(self, shown: Sequence[str], least: float = _ANY_BLOCK) -> tuple[int, int] | None:
        """The block, as first and last of a run, that says what some visible texts said; None where none does.

        It holds at least the share `least` of their content words.
        """
        part = content(" ".join(shown))
        if len(part) < _FEWEST_CONTENT_WORDS:
            return None
        longest, fewest = _TIMES_LONGER * len(part) + 10, least * len(part)
        held = Counter(chain.from_iterable([self._holders.get(word, ()) for word in part]))
        for _, block in sorted([(-common, block) for block, common in held.items() if common >= fewest]):
            if any(len(row) <= longest and len(part & row) >= fewest for row in self._rows(block)):
                return block, block
        return None

    def _rows(self, block: int) -> Iterator[frozenset[str]]:
        """The content words of a block, or those of each row of a table."""
        if self._document.blocks[block].kind is not BlockKind.TABLE:
            yield content(self._document.visible[block])
            return
        for row in self._document.source(block).splitlines():
            yield content(visible_text(row))

    @cached_property
    def _holders(self) -> Mapping[str, Sequence[int]]:
        """The blocks that hold each of the words that can carry an effect, those that say what it is about."""
        return holders([set(effective_words(visible)) for visible in self._document.visible])
