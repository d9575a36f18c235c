"""How much one difference between two versions matters: not at all, to the letter only, or to the effect."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from enum import IntEnum
from functools import cached_property
from itertools import islice, pairwise

from conductatlas.changes.language.conditions import needs_otherwise
from conductatlas.changes.language.effect import (
    MASKS,
    canonical_word,
    effective_words,
    says_more,
    says_the_same,
    states_effect,
)
from conductatlas.changes.language.page_marks import without_glued_menu, without_page_marks
from conductatlas.changes.language.words import ENDS_SENTENCE, is_hidden_address, letters_of, without_particulars
from conductatlas.changes.layout.furniture import is_furniture
from conductatlas.changes.layout.itself import (
    is_about_itself,
    is_pointer,
    say_one_date,
    sentences_of,
    tells_when_page_was_updated,
    without_history,
)
from conductatlas.changes.names.contacts import (
    are_contacts,
    bids_to_ask,
    bids_to_write_to_address,
    is_contact,
    is_imprint,
    is_postal_address,
    names_publisher,
    tells_whom_to_write_to,
)
from conductatlas.changes.names.entitled import (
    COMPANY_FORMS,
    is_abbreviated,
    is_other_company,
    is_other_control,
    without_addresses,
)
from conductatlas.changes.names.renaming import Names, without_companies
from conductatlas.changes.names.swaps import Swap, is_for_more_places, is_other_place, swaps
from conductatlas.changes.verdicts.letters import recipients, without_item_numbers
from conductatlas.provisions import find_facts
from conductatlas.reading import without_note_numbers, word_count, words


class Weight(IntEnum):
    """How much a difference matters."""

    TECHNICAL = 1
    EDITORIAL = 2
    SUBSTANTIVE = 3


_TOKEN = re.compile(r"\w+")
# Which courts and whose law, in whatever letters.
_SEAT = re.compile(
    r"\b(?:courts? (?:located |sitting |situated )?(?:of|in|at|for)|laws of(?: the state of)?) (?:the )?(\w+(?: \w+)?)",
    re.IGNORECASE,
)
# 'Submit your app to the challenge!' is for the visitor of a page.
_INVITATION = re.compile(
    r"(?:use|try|visit|check out|submit|explore|discover|join|sign up|subscribe|register|download)\b.{0,80}\b"
    r"(?:our|your)\b.{0,120}[!:]"
    r"|(?:don['’]t miss|(?:please )?help us|be the first|hurry|last chance|get ready|register|join|apply|take)\b"
    r"(?=.*!).{0,160}|(?:register now|get started (?:for free|now|today))\b.{0,160}",
    re.IGNORECASE,
)
# 'Track your progress, it is free!'
_LONGEST_CHEER = 12
# Periods and prices, which no change of address explains.
_AMOUNT = re.compile(
    r"\d+ (?:business |calendar |working )?(?:minute|hour|day|week|month|year)s?\b"
    r"|\d+ (?:jours?|semaines?|mois|ans?|années?|Tage?n?|Wochen?|Monate?n?|Jahre?n?)\b"
    r"|(?:[€$£]|\b(?:USD|EUR|GBP|SEK|CHF)) ?\d[\d.,]*|\d[\d.,]* ?(?:[%€£]|[KMGT]B(?:ps)?\b|(?:USD|EUR|GBP|SEK|CHF)\b)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# Between groups of figures: '36,982.92', '36 982,92'.
_BETWEEN_GROUPS = re.compile(r"(?<=\d)[., \xa0](?=\d{3}(?!\d))")
_LOST = "\ufffd"
# A sign of several bytes that were each read as one: 'â€™' for an apostrophe.
_MISREAD = re.compile("[ÂÃâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]{1,2}")
# The marks that divide sentences: white space, quotation marks and drawn characters are no text.
_MARKS_IN_A_ROW = re.compile(r"[.,;:()!?]+")
_BEFORE_WORDS = re.compile(r"[.,;:()!?]\W*")
_STOP = re.compile(r"[.,;:]")
_LACKING = re.compile(r"\b(?:the|our|under|in|of|with|to|see|at|and|your) \.")
_JOINING = frozenset(("and", "or"))
# What stands for an address in a text, or before it.
_POINTING = frozenset(
    map(
        canonical_word,
        (
            *("page", "website", "link", "article", "form", "url", "address", "located", "available"),
            *("section", "table", "above", "below", "last", "date", "modified", "updated", "revised", "published"),
        ),
    )
)
_VISITING = frozenset(("visit", "visiting"))
# Patents, companies and telephones are known by longer numbers than anything is counted in.
_REGISTERED = re.compile(r"[a-z]{0,2}\d{7,14}")
_LETTER = re.compile(r"[a-z]")
_WEB_ADDRESS = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,12}(?:/\S*)?")
# What is left to somebody in so many words, and what makes no sense with a letter more or less: 'you organisation'.
_SAYING_THE_SAME = frozenset(
    map(frozenset, (("may", "can"), ("maynot", "cannot"), map(canonical_word, ("you", "your"))))
)
# 'is deleted' and 'has been deleted', 'we publish' and 'we will publish': when, not what.
_OF_TIME = frozenset(("has", "have", "will", "shall"))
_DENYING = frozenset(
    map(canonical_word, ("not", "no", "never", "cannot", "without", "unless", "except")),
)
_RUN_IN_TITLE = re.compile(r"[A-Z][\w'’,&-]*(?: [\w'’,&-]+){0,5}\. (?=\S)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
# How many use a service, as some have to publish.
_STATISTICS = re.compile(
    r"\b(?:average|estimated?|approximate|total|active)(?: number of)?(?: (?:average|monthly|daily|active|unique|end))*"
    r" (?:users?|recipients?|members?|visitors?|accounts?|customers)\b"
    # 'more than 900 million active users'
    r"|\bmore than [\d.,]+ (?:thousand|million|billion) (?:\w+ ){0,3}(?:users?|members?|customers|people)\b"
    # How many asked for what the law gives them, and how soon they were answered.
    r"|\b(?:number of (?:\w+ ){0,2}requests|(?:median|mean|average) (?:number of days|time))\b.{0,160}"
    r"\b(?:received|complied|denied|responded|processed)\b",
    re.IGNORECASE,
)
# The same in a table, by what was asked for.
_ANSWERED = re.compile(
    r"(?=.*\b(?:right|requests?) to (?:know|delete|access|opt))"
    r".*\b(?:average|median|mean) (?:response (?:rate|time)|number of (?:\w+ )?days|time)\b",
    re.IGNORECASE,
)
# 'Alder Notes (formerly Alder Docs)'
_FORMERLY = re.compile(
    r"((?:[A-Z][\w&'’-]* ){1,5})\((?:(?:now )?formerly|previously)(?: known as| called| named)? ([^()]{2,60})\)"
)
_FOR_WHOM = re.compile(r"\b(?:residents?|resid(?:e|es|ing)|live|living|citizens?)\b", re.IGNORECASE)
# 'Oceania: Fiji, Kiribati, Samoa, Tonga, Vanuatu': a list of places, as far as they are some.
_NAMES_IN_A_ROW = re.compile(
    r"(?:[A-Z][\w &'’-]{2,30}: )?(?:[A-Z][\w .&'’()-]{1,40}, (?:and )?){4,}[A-Z][\w .&'’()-]{1,40}"
)
_NAME = r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}['’]?"
# What stands between the names of a row, and what tells that it is one.
_IN_A_ROW, _JOINED = r"(?:, ?(?:and |or )?| and | or |[ -])", re.compile(r" (?:and|or) ")
_DEMANDS = re.compile(r"\b(?:must|(?:need|have) to|required to|shall)\b", re.IGNORECASE)
# 'Length: not more than 12 metres', in a line that is no sentence.
_LIMIT = re.compile(
    r"\b(?:(?:no|not) (?:more|less|fewer|later|earlier|longer) than|at (?:most|least))\b", re.IGNORECASE
)
_COUNTED = re.compile(r"\d[\d.,]*[km]?(?:million|billion|thousand)?")
_LONGEST_WORDING = 3
_WORDS_OF_A_LETTER = frozenset("ai")
_LONG_REPETITION, _SHORTEST_END, _SHORTEST_REST, _LONGEST_LINK = 8, 3, 2, 6
_LONGEST_REMARK = 8
_SHORTEST_SENTENCE = 6
_MOST_RESPELT = 2
_JOINT = re.compile(r"(?<=[^\W\d])[.-](?=[^\W\d])")
_LONGEST_WHOM_TO_WRITE_TO = 25
_FULL_STOP = (".", '."', ".)", "。")
# Who acts, or that anyone must.
_ACTING = frozenset(("we", "you", "must", "shall", "will", "may"))
_ENDING_NOTHING = frozenset(("a", "an", "and", "any", "by", "from", "of", "or", "our", "the", "their", "with", "your"))
_ENDS_ITEM = re.compile(r"[;,] (?:and|or)\W*\Z")
# Outside the provisions, a sentence in which this many words changed says something else.
_MANY_WORDS = 2


def is_repunctuated(old: str, new: str) -> bool:
    """Whether two visible texts with the same words differ in the marks that divide sentences."""
    return _punctuation(without_note_numbers(old)) != _punctuation(without_note_numbers(new))


def _punctuation(visible: str) -> str:
    """The marks that divide the sentences of a visible text, but for those before its first word and at its end."""
    before = _BEFORE_WORDS.match(visible)
    start, end = before.end() if before else 0, len(visible)
    while end > start and not (visible[end - 1].isalnum() or visible[end - 1] == "_"):
        end -= 1
    stop = _STOP.search(visible, end)
    return "".join(_MARKS_IN_A_ROW.findall(visible, start, stop.start() if stop else len(visible)))


def is_recapitalised(old: str, new: str) -> bool:
    """Whether two visible texts with the same words write some of them with other capitals, as an editor would.

    All in capitals or none is a matter of how a page shows its headings.
    """
    old, new = without_note_numbers(old), without_note_numbers(new)
    if old.isupper() or new.isupper() or word_count(new) < _SHORTEST_SENTENCE:
        return False
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if [word[0].isupper() for word in before] != [word[0].isupper() for word in after]:
        return True
    # 'Heron' and 'HERON': more words than one or two are a title.
    return 0 < len({one.lower() for one, other in zip(before, after, strict=True) if one != other}) <= _MOST_RESPELT


def weight_of_edit(old: str, new: str, names: Names, *, in_provision: bool) -> Weight:
    """Weigh the difference between two states of one block, given as visible texts.

    `names` are those of the two documents. `in_provision`: a provision covers the block before or after; elsewhere a
    difference has an effect only where it is large, or the words that changed speak of one.
    """
    old, new = without_glued_menu(old), without_glued_menu(new)
    if is_joined_otherwise(old, new):
        return Weight.EDITORIAL
    if _letters(old) == _letters(new) or is_hidden_address(old, new) or (_invites(old) and _invites(new)):
        return Weight.TECHNICAL
    if new in (old[1:], f"{new[:1]}{old}") or _is_broken(old, new) or _is_broken(new, old):
        # The first letter was lost, or came back, or a letter was read in the wrong encoding.
        return Weight.EDITORIAL
    before, after = effective_words(old), effective_words(new)
    found = [
        swap
        for swap in swaps(before, after)
        if not (
            is_trivial(swap)
            or names.is_respelt(swap)
            or _lost_initial(swap, old, new)
            or _is_link_for_address(swap)
            or any(is_so(swap, old, new) for is_so in (is_other_company, is_abbreviated, is_other_control))
        )
    ]
    sides = _Side(before), _Side(after)
    found = [swap for swap in found if not _is_said_twice(swap, *sides)]
    if all(_JOINING.issuperset((*swap[0], *swap[1])) for swap in found) and needs_otherwise(old, new):
        return Weight.SUBSTANTIVE
    if not found:
        return Weight.EDITORIAL
    amounts = _amounts(old) != _amounts(new)
    if all(map(_is_of_figures, found)) and all(map(_ANSWERED.match, (old, new))):
        return Weight.EDITORIAL
    if not amounts:
        found = [
            swap
            for swap in found
            if not (
                all(map(_YEAR.fullmatch, map(" ".join, swap)))
                or (_are_figures(swap) and _STATISTICS.search(new) is not None)
            )
        ]
        found = without_addresses(found, old, new)
    if (
        not found
        or (is_postal_address(old) and is_postal_address(new))
        or _lost_a_link(found, old, new)
        or _lost_its_end(found, old, new)
        or _was_entitled(old, new)
        or _is_unnumbered(found, old, new)
        or says_the_same(without_history(old), without_history(new))
        or says_the_same(_without_pointers(old), _without_pointers(new))
        or says_the_same(without_companies(old), without_companies(new))
        or _tells_former_name(old, new)
        or _tells_former_name(new, old)
        or (is_imprint(old) and is_imprint(new))
    ):
        return Weight.EDITORIAL
    if any(_is_other_recipient(swap, new) for swap in found):
        return Weight.SUBSTANTIVE
    if is_other_place(found) and _FOR_WHOM.search(new):
        return Weight.SUBSTANTIVE
    contacts = are_contacts(found, old, new, names) or all(map(bids_to_ask, (old, new)))
    if _are_rearranged(found) or (contacts and not amounts):
        return Weight.EDITORIAL
    if any(all(map(is_so, (old, new))) for is_so in (is_about_itself, is_pointer)):
        return Weight.EDITORIAL
    if say_one_date(old, new):
        return Weight.EDITORIAL
    changed = [word for swap in found for side in swap for word in side]
    if is_other_place(found) or _seats(old) != _seats(new) or not _DENYING.isdisjoint(changed):
        return Weight.SUBSTANTIVE
    if names.are_renamed(found) and not any(_comes_beside(swap, old, new, names) for swap in found):
        return Weight.EDITORIAL
    if all(map(_are_few_words, found)) and names.are_spelt_otherwise:
        return Weight.EDITORIAL
    # What is soonest known is asked first.
    effect = (
        in_provision
        or amounts
        or states_effect(changed)
        or ((_is_sentence(new) or _LIMIT.search(new)) and all(map(_is_figure_for_figure, found)))
        or any(_is_other_choice(swap, old, new, names) or _is_one_more(swap, old, new, names) for swap in found)
        or (is_for_more_places(found) and (_FOR_WHOM.search(new) or _NAMES_IN_A_ROW.fullmatch(new)) is not None)
        or (old.endswith(ENDS_SENTENCE) and new.endswith(ENDS_SENTENCE) and _has_many_words(changed, names))
    )
    return Weight.SUBSTANTIVE if effect else Weight.EDITORIAL


def _is_other_choice(swap: Swap, old: str, new: str, names: Names) -> bool:
    """Whether a name came or went among those of which a sentence demands one: 'you need a Heron or Egret key'."""
    named = [word for word in (*swap[0], *swap[1]) if word != "or"]
    if all(swap) or not named or not all(word.isalpha() and names.is_name(word) for word in named):
        return False
    choice = re.compile(rf"\bor {re.escape(named[0])}\b|\b{re.escape(named[-1])} or\b", re.IGNORECASE)
    said = sentences_of(old if swap[0] else new)
    return any(_DEMANDS.search(one) and choice.search(one) for one in said)


def _is_other_recipient(swap: Swap, new: str) -> bool:
    """Whether another name stands where a sentence says who gets something: 'with Heron, who handles it for us'."""
    if not all(len(side) == 1 and side[0].isalnum() for side in swap):
        return False
    named = recipients(new)
    name = re.compile(rf"{re.escape(swap[1][0])},?", re.IGNORECASE) if named else None
    return name is not None and any(map(name.fullmatch, named))


def _is_one_more(swap: Swap, old: str, new: str, names: Names) -> bool:
    """Whether a name came or went within a row of names: 'through your Heron, Egret, Stork or Crane account'."""
    named = swap[0] or swap[1]
    if all(swap) or not all(word.isalpha() and names.is_name(word) for word in named):
        return False
    shown = "[ -]".join(map(re.escape, named))
    inside = re.compile(rf"{_NAME}, ?(?i:{shown})s?['’]?(?:, ?(?:and |or )?| and | or ){_NAME}")
    return inside.search(old if swap[0] else new) is not None


def _comes_beside(swap: Swap, old: str, new: str, names: Names) -> bool:
    """Whether names came into a row behind one that stays, or went from there: 'Heron' and 'Heron, Egret and Stork'.

    A list that grows is no name that gave way to another. The form of a company is no name.
    """
    named = [word for word in (*swap[0], *swap[1]) if word not in _JOINING]
    if all(swap) or not named:
        return False
    if not all(word.isalpha() and word not in COMPANY_FORMS and names.is_name(word) for word in named):
        return False
    row = "".join(rf"{_IN_A_ROW}(?i:{re.escape(word)}s?)" for word in named)
    found = re.finditer(rf"({_NAME})(?P<row>{row})(?! ?[A-Z\w])", old if swap[0] else new)
    return any(_JOINED.search(one["row"]) and one[1].rstrip("'’") in (new if swap[0] else old) for one in found)


def is_joined_otherwise(old: str, new: str) -> bool:
    """Whether a word has a hyphen or points within it that it had not: 'nonexclusive', 'LLC'."""
    before, after = old.split(), new.split()
    if len(before) != len(after):
        return False
    differing = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    return 0 < len(differing) <= _MOST_RESPELT and all(
        _joints(one) != _joints(other) and _bare(one) == _bare(other) for one, other in differing
    )


def _joints(word: str) -> int:
    return len(_JOINT.findall(word))


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word))


def _is_broken(broken: str, whole: str) -> bool:
    """Whether a text is another whose letters were lost or misread here and there, with other signs in their place."""
    broken = _MISREAD.sub(_LOST, broken)
    if _LOST not in broken or abs(len(broken) - len(whole)) > 2 * broken.count(_LOST):
        return False
    kept = [re.escape(part) for part in re.split(f"{_LOST}+", broken)]
    return re.fullmatch(".{1,3}".join(kept), whole, re.DOTALL) is not None


def _has_many_words(changed: Sequence[str], names: Names) -> bool:
    """Whether so many words changed that are no names that a sentence says something else."""
    told = (word for word in changed if _is_word(word) and not names.is_name(word))
    return sum(1 for _ in islice(told, _MANY_WORDS)) == _MANY_WORDS


def _amounts(visible: str) -> list[str]:
    """The periods and prices in a text, whatever signs stand between the groups of their figures."""
    if not _DIGIT.search(visible):
        return []
    return [one.replace(",", ".") for one in _AMOUNT.findall(_BETWEEN_GROUPS.sub("", without_page_marks(visible)))]


def _seats(visible: str) -> list[str]:
    """Of which places courts and laws are named in a text."""
    lowered = visible.lower()
    return _SEAT.findall(visible) if "court" in lowered or "laws of" in lowered else []


def is_trivial(swap: Swap) -> bool:
    """Whether a swap of words is none of effect, whatever the words around it.

    Words ran into each other, dates, contact details, cross-references or the numbers of registers came or went, an
    'and' or 'or' or a letter by itself did, one address of the web gave way to another or to 'the site', or 'may' to
    'can'.
    """
    went, came = ("".join(side).replace("_", "") for side in swap)
    both = (*swap[0], *swap[1])
    if went == came or MASKS.issuperset(both) or all(map(_REGISTERED.fullmatch, both)):
        return True
    # '82.50' and '82,50', which are two words.
    if ".".join(swap[0]) == ".".join(swap[1]) and all(word[0].isdigit() for word in both):
        return True
    # 'Policy.You': a full stop without the space behind it joins two words.
    if len(swap[0]) != len(swap[1]) and went.replace(".", "") == came.replace(".", "") and went[0].isalpha():
        return True
    # 'third parties' and 'thirdparties': within a word an 's' is no sign of number.
    if len(swap[0]) != len(swap[1]) and went.replace("s", "") == came.replace("s", ""):
        return True
    if not MASKS.isdisjoint(both) and (MASKS | _POINTING | _JOINING).issuperset(both):
        return True
    if not _VISITING.isdisjoint(both) and all(word in _VISITING or _WEB_ADDRESS.fullmatch(word) for word in both):
        return True
    if any(side == ("site",) and _WEB_ADDRESS.fullmatch(" ".join(other)) for side, other in (swap, swap[::-1])):
        return True
    if not all(swap):
        alone = len(both) == 1 and (both[0] in _OF_TIME or _LETTER.fullmatch(both[0]) is not None)
        return alone or _JOINING.issuperset(both)
    return frozenset((went, came)) in _SAYING_THE_SAME or all(
        word in MASKS or _WEB_ADDRESS.fullmatch(word) for word in both
    )


class _Side:
    """The words of effect of one state of a block, to look for several that came or went in it."""

    def __init__(self, shown: Sequence[str]) -> None:
        self._shown = shown

    @cached_property
    def line(self) -> str:
        """The words in a line, with a space at either end."""
        return f" {' '.join(self._shown)} "

    @cached_property
    def ahead(self) -> Mapping[str, Set[str]]:
        """The words that stand right ahead of each word."""
        found: dict[str, set[str]] = {}
        for word, later in pairwise(self._shown):
            found.setdefault(later, set()).add(word)
        return found


def _is_said_twice(swap: Swap, before: _Side, after: _Side) -> bool:
    """Whether words that only came or went still stand in the block, at some length or once right beside themselves.

    Of a word by itself, its end may stand there once more: 'Alder LDER'.
    """
    if all(swap):
        return False
    more, side, other = (swap[0], before, after) if swap[0] else (swap[1], after, before)
    if len(more) >= _LONG_REPETITION:
        return f" {' '.join(more)} " in other.line
    ahead = side.ahead.get(more[0], frozenset())
    # Of 'the terms the terms' the latter may be told to have come, or the two words in the middle; twice in a row its
    # last word stands ahead of its first.
    turned = (more[place:] + more[:place] for place in range(len(more)) if more[-1] in ahead)
    if any(f" {' '.join(one + one)} " in side.line for one in turned):
        return True
    end = more[0]
    return len(more) == 1 and len(end) >= _SHORTEST_END and any(one.endswith(end) and one != end for one in ahead)


def _is_link_for_address(swap: Swap) -> bool:
    """Whether an address of the web gave way to what a link to it is called, or the other way round."""
    for address, named in (swap, swap[::-1]):
        if address == ("contactdetail",) and 0 < len(named) <= _LONGEST_LINK:
            return all(word.isalpha() or _WEB_ADDRESS.fullmatch(word) for word in named) and not states_effect(named)
    return False


def _lost_initial(swap: Swap, old: str, new: str) -> bool:
    """Whether a word lost its first letter, a capital, or got it back, or has it twice: 'ou may' and 'YYou may'."""
    if len(swap[0]) != 1 or len(swap[1]) != 1:
        return False
    short, long = sorted((swap[0][0], swap[1][0]), key=len)
    if long[1:] != short:
        return False
    if len(short) < _SHORTEST_REST:
        # 'f you purchased'
        return _LETTER.fullmatch(short) is not None and short not in _WORDS_OF_A_LETTER
    if long[0] == short[0]:
        return True
    lacking, whole = map(_TOKEN.findall, (old, new) if swap[0][0] == short else (new, old))
    return all((long.capitalize() in whole, short in lacking, short not in whole))


def _lost_a_link(found: Sequence[Swap], old: str, new: str) -> bool:
    """Whether one side lacks no more than the text of a link, and stops where it stood: 'falls under our .'"""
    for side, visible in enumerate((old, new)):
        lacking = [swap for swap in found if not swap[side]]
        if len(lacking) == len(found) == len(_LACKING.findall(visible)):
            return not states_effect([word for swap in found for word in swap[1 - side]])
    return False


def _are_rearranged(found: Sequence[Swap]) -> bool:
    """Whether the words that went came again in another place of the block, and none of them denies anything."""
    went, came = (Counter(word for swap in found for word in swap[side] if word not in _JOINING) for side in (0, 1))
    return went == came and _DENYING.isdisjoint(went)


def _lost_its_end(found: Sequence[Swap], old: str, new: str) -> bool:
    """Whether one side breaks off before the last word of the other, and before its full stop.

    After a word that ends no sentence, any number of words may be lost; but an item of a list ends with '; and'.
    """
    shorter, longer = sorted((words(old), words(new)), key=len)
    if shorter[-1:] and shorter[-1] in _ENDING_NOTHING and longer[: len(shorter)] == shorter:
        return not any(_ENDS_ITEM.search(side) for side in (old, new) if words(side) == shorter)
    for short, long, side in ((old, new, 1), (new, old, 0)):
        if long.endswith(ENDS_SENTENCE) and not short.endswith(ENDS_SENTENCE) and word_count(short) >= 3:
            more = found[0][side] if len(found) == 1 and not found[0][1 - side] else ()
            if len(more) == 1 and effective_words(long)[-1:] == more:
                return not states_effect(more)
    return False


def _was_entitled(old: str, new: str) -> bool:
    """Whether one side has no more than a title before the same words: 'Abuse of the product. …'"""
    short, long = sorted((old, new), key=len)
    title = _RUN_IN_TITLE.match(long)
    if not title or states_effect(effective_words(title[0])):
        return False
    return effective_words(long[title.end() :]) == effective_words(short)


def _is_unnumbered(found: Sequence[Swap], old: str, new: str) -> bool:
    """Whether one side has no more than numbers before items or titles within it: '… by law. 12. Indemnity.'"""
    one_sided = all(not all(swap) for swap in found) and len({bool(swap[0]) for swap in found}) == 1
    return one_sided and says_the_same(without_item_numbers(old), without_item_numbers(new))


def _tells_former_name(named: str, renamed: str) -> bool:
    """Whether one side tells of a name in brackets by which it stands in the other: 'Alder Notes (formerly …)'."""
    if "ormerly " not in renamed and "reviously " not in renamed:
        return False
    for name, former in _FORMERLY.findall(renamed):
        named = named.replace(former, name.strip())
    return says_the_same(named, _FORMERLY.sub(r"\1", renamed))


def former_names(visible: str) -> list[str]:
    """The names of which a text tells that they are former ones, in brackets behind the name that holds now."""
    if "ormerly " not in visible and "reviously " not in visible:
        return []
    return [former for _, former in _FORMERLY.findall(visible)]


def _without_pointers(visible: str) -> str:
    """A visible text without the sentences that say no more than where to read more or whom to write to."""
    said = sentences_of(visible)
    return " ".join(one for one in said if not _points(one)) if len(said) > 1 else visible


def _points(sentence: str) -> bool:
    to_address = bids_to_write_to_address(sentence) and not says_more(sentence)
    return to_address or is_pointer(sentence) or bids_to_ask(sentence)


def _is_sentence(visible: str) -> bool:
    return visible.endswith(ENDS_SENTENCE) and word_count(visible) >= _SHORTEST_SENTENCE


def _are_figures(swap: Swap) -> bool:
    return all(_COUNTED.fullmatch("".join(side)) for side in swap)


def _are_few_words(swap: Swap) -> bool:
    """Whether words gave way that a text in another spelling may put otherwise too: few, and none of effect."""
    both = (*swap[0], *swap[1])
    few = max(map(len, swap)) <= _LONGEST_WORDING
    return few and not states_effect(both) and not any(word[0].isdigit() for word in both)


def _is_of_figures(swap: Swap) -> bool:
    return all(word[0].isdigit() or word in MASKS for side in swap for word in side)


def _is_figure_for_figure(swap: Swap) -> bool:
    return all(len(side) == 1 and _FIGURE.fullmatch(side[0]) for side in swap)


def _is_statement(visible: str) -> bool:
    """Whether a short text is a whole sentence that states a price, or what anyone must, may or will do.

    One who acts must be named, or that he must: 'Use rights.' is a title. Where to write to is none.
    """
    shown = words(visible)
    whole = visible.endswith(_FULL_STOP) and len(shown) >= _SHORTEST_SENTENCE
    if not whole or without_particulars(visible) != visible or tells_whom_to_write_to(visible):
        return False
    if any(fact.kind == "amount" for fact in find_facts(visible)):
        return True
    return not _ACTING.isdisjoint(shown) and states_effect(list(map(canonical_word, shown)))


def _letters(visible: str) -> str:
    """A visible text without what the page adds, and without its spaces, which come and go with markup."""
    return letters_of("".join(words(without_page_marks(visible).replace("(mailto:", "("))))


def _invites(visible: str) -> bool:
    """Whether a text cheers or invites the visitor of a page, and speaks of no effect."""
    cheers = visible.endswith("!") and word_count(visible) <= _LONGEST_CHEER
    return (cheers or _INVITATION.fullmatch(visible) is not None) and not states_effect(effective_words(visible))


def _is_word(word: str) -> bool:
    return word.isalpha() and word not in MASKS


def weight_of_block(source: str, visible: str, *, stands_in_other: bool, in_provision: bool) -> Weight:
    """Weigh a block that was added or removed.

    `stands_in_other`: the same words stand elsewhere in the other version (a repetition came or went).
    `in_provision`: a provision covers the block.
    """
    if stands_in_other or _invites(visible) or is_furniture(source, visible):
        return Weight.TECHNICAL
    if tells_when_page_was_updated(visible):
        return Weight.TECHNICAL
    shown = effective_words(visible)
    effect = states_effect(shown)
    if is_about_itself(visible) or is_pointer(visible) or (not effect and names_publisher(visible)):
        return Weight.EDITORIAL
    if word_count(visible) <= _LONGEST_WHOM_TO_WRITE_TO and tells_whom_to_write_to(visible) and not says_more(visible):
        return Weight.EDITORIAL
    if bids_to_write_to_address(visible) and not says_more(visible):
        return Weight.EDITORIAL
    effective = [word for word in shown if word not in MASKS]
    if is_contact(visible, effective):
        return Weight.EDITORIAL
    ended = visible.endswith(ENDS_SENTENCE)
    sentence = (ended or effect) if len(effective) > _LONGEST_REMARK else _is_statement(visible)
    return Weight.SUBSTANTIVE if in_provision or sentence else Weight.EDITORIAL
