"""How much one difference between two versions matters: not at all, to the letter only, or to the effect."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from conductatlas.changes.effect import effective_words, states_effect
from conductatlas.changes.furniture import is_furniture
from conductatlas.changes.page_marks import without_page_marks
from conductatlas.changes.renaming import Names, Swap, is_other_place, swaps
from conductatlas.changes.words import hides_address, without_particulars
from conductatlas.reading import words


class Weight(IntEnum):
    """How much a difference matters."""

    TECHNICAL = 1
    EDITORIAL = 2
    SUBSTANTIVE = 3


# 'We updated this policy on 1 May 2026. See the previous version.'
_ABOUT_ITSELF = re.compile(
    "|".join(
        (
            r"we(?:'ve| have)? (?:recently |last )?(?:updated|revised|changed)",
            r"(?:last |date )?(?:updated|revised|modified|published)|effective\b|version\b|policy updated",
            r"(?:this|the|our) [\w ]{3,40} (?:was|is|are|has been) (?:last )?(?:updated|revised|modified|effective)",
            r"(?:this|the|our|these|it) [\w ]{0,40}(?:takes?|comes?|goes) (?:into )?(?:effect|force)",
            r"(?:you (?:may|can) )?(?:see|view|read|find) (?:our|the) previous",
            r"we(?:'ve|’ve| have)? (?:also )?(?:added|clarified|simplified|reorgani[sz]ed) ",
            r"we(?:'ve|’ve| have)? made (?:some )?(?:changes|updates) ",
        )
    ),
    re.IGNORECASE,
)
_LONGEST_ABOUT_ITSELF = 40
_LONGEST_DATE_LINE = 12
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_ABOUT_CONTACT = re.compile(
    r"\b(?:contact|e-?mail|write to|reach|by (?:post|mail)|address|data protection officer|postal)\b", re.IGNORECASE
)
# What may stand between the names, numbers and addresses of whom to write to.
_BETWEEN_CONTACTS = frozenset(("or", "and", "attn", "c/o", "street", "floor", "suite"))
_SHORTEST_ADDRESS, _LONGEST_ADDRESS = 6, 40
_TOKEN = re.compile(r"\w+")
# Which courts and whose law, in whatever letters.
_SEAT = re.compile(
    r"\b(?:courts? (?:located |sitting |situated )?(?:of|in|at|for)|laws of(?: the state of)?) (?:the )?(\w+(?: \w+)?)",
    re.IGNORECASE,
)
# 'Submit your app to the challenge!' is for the visitor of a page.
_INVITATION = re.compile(
    r"(?:use|try|visit|check out|submit|explore|discover|join|sign up|subscribe|register|download)\b.{0,80}\b"
    r"(?:our|your)\b.{0,120}[!:]",
    re.IGNORECASE,
)
# Who publishes a site, as the law of some countries wants it said.
_IMPRINT = re.compile(
    r"\b(?:publisher of the (?:web)?site|publication director|registered offices?|host(?:s|ing) the .{0,40}website)\b",
    re.IGNORECASE,
)
# Periods and prices, which no change of address explains.
_AMOUNT = re.compile(
    r"\d+ (?:business |calendar |working )?(?:minute|hour|day|week|month|year)s?\b"
    r"|[€$£] ?\d[\d.,]*|\d[\d.,]* ?[%€£]",
    re.IGNORECASE,
)
# All but the marks that divide sentences: white space, quotation marks and drawn characters are no text.
_UNPUNCTUATED = re.compile(r"[^.,;:()!?]+|^\W+|[.,;:]+\W*$")
_NO_LETTER = re.compile(r"\W+")
# What dates and contact details are masked with.
_MASKS = frozenset(("calendardate", "contactdetail"))
_LONGEST_REMARK = 8
_SHORTEST_SENTENCE = 6
# Outside the provisions, a sentence in which this many words changed says something else.
_MANY_WORDS = 2
_ENDS_SENTENCE = (".", ";", ":", "!", '."', ".)", "。", "；", "：")


def is_repunctuated(old: str, new: str) -> bool:
    """Whether two visible texts with the same words differ in the marks that divide sentences."""
    return _UNPUNCTUATED.sub("", old) != _UNPUNCTUATED.sub("", new)


def is_recapitalised(old: str, new: str) -> bool:
    """Whether two visible texts with the same words write some of them with other capitals, as an editor would.

    All in capitals or none is a matter of how a page shows its headings.
    """
    if old.isupper() or new.isupper() or len(words(new)) < _SHORTEST_SENTENCE:
        return False
    return [word[0].isupper() for word in _TOKEN.findall(old)] != [word[0].isupper() for word in _TOKEN.findall(new)]


def weight_of_edit(old: str, new: str, names: Names, *, in_provision: bool) -> Weight:
    """Weigh the difference between two states of one block, given as visible texts.

    `names` are those of the two documents. `in_provision`: a provision covers the block before or after; elsewhere a
    difference has an effect only where it is large, or the words that changed speak of one.
    """
    same_letters = _letters(old) == _letters(new)
    if same_letters or _is_hidden_address(old, new) or words(without_page_marks(old)) == words(without_page_marks(new)):
        return Weight.TECHNICAL
    found = list(swaps(effective_words(old), effective_words(new)))
    if not found or (_is_about_itself(old) and _is_about_itself(new)) or _are_contacts(found, old, new, names):
        return Weight.EDITORIAL
    if is_other_place(found) or _SEAT.findall(old) != _SEAT.findall(new):
        return Weight.SUBSTANTIVE
    if names.are_renamed(found):
        return Weight.EDITORIAL
    changed = [word for swap in found for side in swap for word in side]
    rewritten = (
        new.endswith(_ENDS_SENTENCE) and sum(_is_word(one) and not names.is_name(one) for one in changed) >= _MANY_WORDS
    )
    return Weight.SUBSTANTIVE if in_provision or rewritten or states_effect(changed) else Weight.EDITORIAL


def _are_contacts(found: Sequence[Swap], old: str, new: str, names: Names) -> bool:
    """Whether only names, numbers and addresses changed in a block on whom to write to, and where."""
    if not (_ABOUT_CONTACT.search(old) and _ABOUT_CONTACT.search(new)) or _AMOUNT.findall(old) != _AMOUNT.findall(new):
        return False
    changed = {word for swap in found for side in swap for word in side}
    named = {word for word in changed if word in _MASKS or names.is_name(word)}
    rest = changed - named - _BETWEEN_CONTACTS
    return bool(named) and all(any(sign.isdigit() for sign in word) for word in rest)


def _is_postal_address(visible: str) -> bool:
    """Whether a block is made of names and numbers, as addresses are, and is no sentence."""
    tokens = _TOKEN.findall(visible)
    particular = sum(not token[0].islower() for token in tokens)
    numbered = any(token[0].isdigit() for token in tokens[1:])
    longest = _SHORTEST_ADDRESS <= len(tokens) <= _LONGEST_ADDRESS
    return longest and numbered and particular >= 0.8 * len(tokens) and not visible.endswith(_ENDS_SENTENCE)


def _is_about_itself(visible: str) -> bool:
    """Whether a block says when the text was changed, or that it was."""
    return _ABOUT_ITSELF.match(visible) is not None and len(words(visible)) <= _LONGEST_ABOUT_ITSELF


@lru_cache(maxsize=32768)
def is_date_line(visible: str) -> bool:
    """Whether a block says no more than since when the text applies."""
    return (
        len(words(visible)) <= _LONGEST_DATE_LINE and _DATED.search(visible) is not None and _is_about_itself(visible)
    )


def _letters(visible: str) -> str:
    """A visible text without its spaces, which come and go with markup."""
    return _NO_LETTER.sub("", "".join(words(visible)))


def _is_hidden_address(old: str, new: str) -> bool:
    """Whether two texts differ in nothing but an address that one of them hides from programs."""
    return (hides_address(old) or hides_address(new)) and words(without_particulars(old)) == words(
        without_particulars(new)
    )


def _is_word(word: str) -> bool:
    return word.isalpha() and word not in _MASKS


def weight_of_block(source: str, visible: str, *, stands_in_other: bool, in_provision: bool) -> Weight:
    """Weigh a block that was added or removed.

    `stands_in_other`: the same words stand elsewhere in the other version (a repetition came or went).
    `in_provision`: a provision covers the block.
    """
    effect = states_effect(words(visible))
    invites = not in_provision and not effect and _INVITATION.fullmatch(visible) is not None
    if stands_in_other or invites or is_furniture(source, visible):
        return Weight.TECHNICAL
    if _is_about_itself(visible) or (not effect and _IMPRINT.search(visible)):
        return Weight.EDITORIAL
    effective = [word for word in effective_words(visible) if word not in _MASKS]
    if not effective or _is_postal_address(visible):
        return Weight.EDITORIAL
    sentence = len(effective) > _LONGEST_REMARK and (visible.endswith(_ENDS_SENTENCE) or effect)
    return Weight.SUBSTANTIVE if in_provision or sentence else Weight.EDITORIAL
