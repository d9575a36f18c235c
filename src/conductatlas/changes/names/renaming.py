"""Names that gave way to others: words that are proper names, and terms that a version renames throughout."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

from conductatlas.changes.language.effect import canonical_word, effective_words, states_effect
from conductatlas.changes.names.entitled import COMPANY_FORMS, extends_name, is_entitled
from conductatlas.changes.names.swaps import Swap, is_other_place, swaps
from conductatlas.reading import BLOCKS_IN_MEMORY, Document, kept_with_document, words

_TOKEN = re.compile(r"\w+(?:[-.]\w+)*")
# Capitals are few, and so sooner looked for than what stands before them.
_CAPITAL_INSIDE_SENTENCE = re.compile(r"[A-Z](?:(?<=[a-z,] [A-Z])|(?<=[A-Z]\w\w\w\w\w [A-Z]))\w+")
# A term is renamed throughout where the same words give way to the same others in so many blocks, …
_FEWEST_BLOCKS = 3
_LONGEST_TERM = 3
# How the title of a document ends.
_DOCUMENTS = frozenset(
    canonical_word(word)
    for word in (
        *("agreement", "agreements", "charter", "code", "guideline", "guidelines", "notice", "notices", "policy"),
        *("policies", "rule", "rules", "standard", "standards", "statement", "statements", "term", "terms"),
    )
)
_LONGEST_TITLE = 4
# A name that is gone stood at so many places.
_FEWEST_PLACES = 2
# … and hardly stand any more.
_LEFT_OVER = 0.2
_COMPANY = re.compile(
    r"\b(?:[A-Z][\w&'’-]*(?:\.\w+)?,? ){1,4}?(?:(?:Unlimited|Limited|Ltd\.?|Holdings?|Pte\.?|Pty\.?) )?"
    r"(?:Inc|LLC|L\.L\.C|Ltd|Limited|LLP|Corp|Corporation|Unlimited Company|GmbH|AG|SE|S\.A|SAS|BV|B\.V|PBC|plc"
    r"|OÜ|Oyj?|AB|ApS|A/S|S\.L|S\.r\.l|N\.V|K\.K|KK|SARL|S\.à r\.l|UAB|S\.p\.A|SpA)\b\.?"
    r"(?: i\.? ?L\.)?"
)
# What the name of every company has in it, soon looked for.
_FORMS = (
    *("Inc", "LLC", "L.L.C", "Ltd", "Limited", "LLP", "Corp", "Company", "GmbH", "AG", "SE", "S.A", "SAS", "BV", "B.V"),
    *("PBC", "plc", "OÜ", "Oy", "AB", "ApS", "A/S", "S.L", "S.r.l", "N.V", "K.K", "KK", "SARL", "S.à r.l", "UAB"),
    *("S.p.A", "SpA"),
)
# What stands at the beginning of a sentence is no part of a name.
_SAYS = re.compile(r"\b(?:If|Unless|Except|Without|No|Not|Neither|Only|All|Any)\b")
_JOINING = frozenset(("and", "or"))
# Shorter words are often one letter away from another word.
_SHORTEST_MISSPELT = 6
_SHORTEST_WITH_MARK, _SHORTEST_UNLIKE_OTHERS = 3, 9
_SHORTEST_WITH_OTHER_LETTER, _LONGEST_SUFFIX = 8, 3
_ENDINGS = frozenset(("", "d", "e", "ed", "es", "ing", "ly", "s", "sed", "ses", "sing"))
_SHORTEST_STEM = 4
# 'operative' and 'in operation': a noun or adjective made of the verb.
_DERIVED = frozenset(("e", "ed", "ing", "ion", "ive", "ng", "on", "ve"))
_SHORTEST_DERIVED = 6
# 'to grant' and 'as granting', but not 'will' and 'willing'.
_GERUNDS = (frozenset(("", "ing")), frozenset(("e", "ing")))
_SHORTEST_GERUND = 5
# So many words of another spelling are no oversight; each keeps its beginning.
FEWEST_RESPELT, _BEGINNING = 4, 3


class Names:
    """What two versions of a document tell of names: which words are some, and which terms were renamed."""

    def __init__(self, old: Document, new: Document, edited: Iterable[tuple[str, str]]) -> None:
        """`edited` are the blocks that changed, as the visible texts before and after."""
        self._old = old
        self._new = new
        self._edited = tuple(edited)

    def is_name(self, word: str) -> bool:
        """Whether a word is a proper name.

        It is where both documents write it with a capital wherever it stands, or where one document does so in the
        middle of sentences and the other never: a new name for a product.
        """
        before, now = self._cases_before, self._cases_now
        never_small = word not in before.small and word not in now.small
        if never_small and (word in before.capital or word in now.capital):
            return True
        return (word in before.inside) != (word in now.inside)

    def are_renamed(self, found: Sequence[Swap]) -> bool:
        """Whether names gave way to others, or the form of a company was added to or taken from its name."""
        rest = [swap for swap in found if not self._is_renamed(swap)]
        went, came = ([word for swap in rest for word in swap[side]] for side in (0, 1))
        if not all(word in _JOINING or self.is_name(word) for word in (*went, *came)):
            return False
        one_of_them_more = set(went) <= set(came) or set(came) <= set(went)
        if not rest or not one_of_them_more:
            return True
        return COMPANY_FORMS.issuperset((*went, *came)) and any(map(self.is_name, (*went, *came)))

    def is_respelt(self, swap: Swap) -> bool:
        """Whether a misspelt word was put right, or the other way round.

        One letter came, went or changed places with the next, and one of the two spellings stands nowhere else; or a
        mark stands in the place of another, as where an accent or an apostrophe was lost; or it is another form of it.
        """
        if len(swap[0]) != 1 or len(swap[1]) != 1:
            return False
        (went,), (came,) = swap
        if _differ_in_a_mark(went, came) or _are_forms_of_one(went, came):
            return True
        if not _differ_in_a_letter(went, came):
            return False
        if _lost_a_letter_inside(went, came):
            return True
        if self._times_before[came]:
            return not self._times_now[went]
        return self._times_now[went] > 0

    @cached_property
    def are_spelt_otherwise(self) -> bool:
        """Whether one version spells words otherwise throughout, as where a text is put into British spelling."""
        spelt: set[str] = set()
        for before, after in self._edited:
            spelt.update(canonical_word(came) for _, came in respelt(before, after))
        return len(spelt) >= FEWEST_RESPELT

    def _is_renamed(self, swap: Swap) -> bool:
        """Whether the same words give way to the same others throughout, or a name is written out in several blocks."""
        if not all(swap):
            return swap in self._extended
        # What is soonest known is asked first.
        return self._is_retitled(swap) or all(
            _may_be_terms(one) and (self._blocks[one] >= _FEWEST_BLOCKS or self._gave_way(one)) and self._is_gone(one)
            for one in _word_by_word(swap)
        )

    def _is_retitled(self, swap: Swap) -> bool:
        """Whether a document is called by another title in several blocks, and by the former one hardly any more."""
        if not all(map(_is_title_of_a_document, swap)) or self._blocks[swap] < _FEWEST_BLOCKS:
            return False
        blocks = zip(self._swaps, dict.fromkeys(self._edited), strict=True)
        edited = (both for found, both in blocks if swap in found)
        in_each = all(is_entitled(side, visible) for both in edited for side, visible in zip(swap, both, strict=True))
        said, says = (sum(is_entitled(swap[0], one) for one in text.visible) for text in (self._old, self._new))
        return in_each and says <= _LEFT_OVER * said

    def _gave_way(self, swap: Swap) -> bool:
        """Whether a name, of a product or what it calls things, gave way to one word or a name wherever it stood."""
        if len(swap[0]) != 1 or swap not in self._blocks or not (len(swap[1]) == 1 or self._is_entitled(swap)):
            return False
        name = swap[0][0]
        if name in self._cases_in_edited.small or self._times_before[name] < _FEWEST_PLACES:
            return False
        always_so = name in self._cases_before.capital and name not in self._cases_before.small
        return always_so and not self._times_now[name]

    def _is_entitled(self, swap: Swap) -> bool:
        """Whether the words that came stand as a name in every block where they came."""
        blocks = zip(self._swaps, dict.fromkeys(self._edited), strict=True)
        return all(is_entitled(swap[1], after) for found, (_, after) in blocks if swap in found)

    def _is_gone(self, swap: Swap) -> bool:
        return all(self._times_now[word] <= _LEFT_OVER * self._times_before[word] for word in swap[0])

    @property
    def _times_before(self) -> Counter[str]:
        return _times(self._old)

    @property
    def _times_now(self) -> Counter[str]:
        return _times(self._new)

    @cached_property
    def _cases_in_edited(self) -> _Cases:
        return _of_all([before for before, _ in self._edited])

    @property
    def _cases_before(self) -> _Cases:
        return _cases_in(self._old)

    @property
    def _cases_now(self) -> _Cases:
        return _cases_in(self._new)

    @cached_property
    def _swaps(self) -> list[frozenset[Swap]]:
        """The words that gave way to others in each block that changed, which counts once however often it stands."""
        edited = dict.fromkeys(self._edited)
        return [frozenset(swaps(effective_words(before), effective_words(after))) for before, after in edited]

    @cached_property
    def _blocks(self) -> Counter[Swap]:
        """In how many blocks the same words gave way to the same others, those of longer runs also one by one."""
        return Counter(chain.from_iterable(found.union(*map(_word_by_word, found)) for found in self._swaps))

    @cached_property
    def _extended(self) -> frozenset[Swap]:
        """What was added to a name, or taken from it, in several blocks."""
        edited = dict.fromkeys(self._edited)
        longer = Counter(
            swap
            for found, (before, after) in zip(self._swaps, edited, strict=True)
            for swap in found
            if not all(swap) and extends_name(swap, before, after)
        )
        return frozenset(swap for swap, count in longer.items() if count >= _FEWEST_BLOCKS)


def without_companies(visible: str) -> str:
    """A visible text with the names of companies masked, each with its legal form: they change to the letter only."""
    if visible.isupper() or not any(form in visible for form in _FORMS):
        return visible
    return _COMPANY.sub(lambda found: found[0] if _SAYS.search(found[0]) else " companyname ", visible)


def respelt(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The words of a block that are spelt in another way before and after, and not in another number only."""
    went, came = (set(words(one)) - set(words(other)) for one, other in ((before, after), (after, before)))
    other = {(word[:_BEGINNING], canonical_word(word)): word for word in came}
    for word in went:
        spelt = other.get((word[:_BEGINNING], canonical_word(word)))
        if spelt is not None and spelt.rstrip("s") != word.rstrip("s"):
            yield word, spelt


def _differ_in_a_mark(one: str, other: str) -> bool:
    """Whether two words differ in one sign only, which is no plain letter: in longer words in one of the two."""
    if len(one) != len(other) or any(map(str.isdigit, one + other)):
        return False
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    return (any if len(one) >= _SHORTEST_WITH_MARK else all)(map(_is_mark, differing[0]))


def _differ_in_a_letter(one: str, other: str) -> bool:
    """Whether one letter came, went or changed places with the next; 'a' in front makes the contrary of a word."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_MISSPELT - 1 or len(long) < _SHORTEST_MISSPELT or OSA.distance(short, long) != 1:
        return False
    if short[0] != long[0]:
        return (long[1:] == short and long[0] != "a") or (long[1:] == short[1:] and {long[0], short[0]} == {"e", "i"})
    if len(short) < len(long) or sorted(short) == sorted(long):
        return True
    # The end of a word may tell who does something from whom it is done to.
    return len(long) >= _SHORTEST_WITH_OTHER_LETTER and short[-_LONGEST_SUFFIX:] == long[-_LONGEST_SUFFIX:]


def _lost_a_letter_inside(one: str, other: str) -> bool:
    """Whether a long word has a letter more than another, but not at its end: one of them is no word at all."""
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 >= _SHORTEST_UNLIKE_OTHERS and long[-1] == short[-1]


def _are_forms_of_one(one: str, other: str) -> bool:
    """Whether two words are one verb or noun with other endings, and neither says what anyone must or may."""
    stem = next((place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), None)
    stem = min(len(one), len(other)) if stem is None else stem
    endings = {one[stem:], other[stem:]}
    if (stem >= _SHORTEST_DERIVED and endings <= _DERIVED) or (stem >= _SHORTEST_GERUND and endings in _GERUNDS):
        return True
    return stem >= _SHORTEST_STEM and endings <= _ENDINGS and not states_effect((one, other))


def _is_mark(sign: str) -> bool:
    return not sign.isalnum() or bool(unicodedata.decomposition(sign))


def _word_by_word(swap: Swap) -> list[Swap]:
    """A swap as swaps of single words, where as many came as went."""
    if len(swap[0]) != len(swap[1]):
        return [swap]
    return [((went,), (came,)) for went, came in zip(*swap, strict=True)]


def _may_be_terms(swap: Swap) -> bool:
    both = (*swap[0], *swap[1])
    short = 0 < len(swap[0]) <= _LONGEST_TERM and 0 < len(swap[1]) <= _LONGEST_TERM
    return short and all(word.isalpha() for word in both) and not states_effect(both) and not is_other_place([swap])


def _is_title_of_a_document(side: Sequence[str]) -> bool:
    return 2 <= len(side) <= _LONGEST_TITLE and side[-1] in _DOCUMENTS and all(map(str.isalpha, side))


@kept_with_document
def _times(document: Document) -> Counter[str]:
    """How often each word of effect stands in a document."""
    return Counter(chain.from_iterable(map(effective_words, document.visible)))


class _Cases(NamedTuple):
    """The words of a text in small letters, those with a capital anywhere, and those with one inside a sentence."""

    small: Collection[str] = ()
    capital: Collection[str] = ()
    inside: Collection[str] = ()


@kept_with_document
def _cases_in(document: Document) -> _Cases:
    return _of_all(document.visible)


def _of_all(blocks: Iterable[str]) -> _Cases:
    cases = [_cases(visible) for visible in blocks]
    return _Cases(*(frozenset(chain.from_iterable(words)) for words in zip(*cases, strict=True))) if cases else _Cases()


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def _cases(visible: str) -> _Cases:
    tokens = set(_TOKEN.findall(visible))
    capital = {token for token in tokens if token != token.lower()}
    inside = _CAPITAL_INSIDE_SENTENCE.findall(visible) if capital else ()
    return _Cases(_canonical(tokens - capital), _canonical(capital), _canonical(inside))


def _canonical(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple({canonical_word(token.lower()) for token in tokens})
