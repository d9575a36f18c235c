"""Whom to write to, where and by which way, and who publishes a site: names, numbers and addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.changes.language.effect import MASKS, canonical_word, states_effect
from conductatlas.changes.language.words import ENDS_SENTENCE, without_particulars
from conductatlas.changes.names.renaming import Names
from conductatlas.changes.names.swaps import Swap, is_for_more_places, is_other_place
from conductatlas.reading import word_count, words

_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"\w+")
_LONGEST_IMPRINT = 40
_ABOUT_CONTACT = re.compile(
    r"\b(?:contact|e-?mail|write to|reach|by (?:post|mail)|address|data protection officer|postal)\b", re.IGNORECASE
)
# What every such text has in it, soon looked for.
_SIGNS_OF_CONTACT = ("contact", "mail", "write to", "reach", "by post", "address", "data protection officer", "postal")
# What may stand between the names, numbers and addresses of whom to write to.
_BETWEEN_CONTACTS = frozenset(
    (
        *("or", "and", "attn", "c/o", "street", "floor", "suite", "located", "usa", "phone", "tel", "telephone"),
        *("fax", "facsimile", "email", "officer", "manager", "agent", "director", "counsel", "department"),
        *("copyright", "privacy", "legal", "send", "message", "write", "contact", "call", "us", "toll", "free"),
    )
)
_TO_CONTACT = re.compile(
    r"\bplease (?:contact|write|reach|e-?mail|send|visit|refer to|go (?:to|here)|click here"
    r"|(?:notify|inform) us (?:at|by))\b"
    r"|\b(?:write to (?:our|the)|(?:write|reach out) to us|you (?:can|may)(?: also)? reach out to (?:our|the))\b"
    r"|\bcontact (?:our|the|(?-i:[A-Z]\w+['’]s))(?!\w)"
    r"|\byou (?:can|may) send (?:us )?an? (?:e-?mail|message|letter)\b"
    r"|\b(?:complaint|request|question|comment|enquir|inquir)\w*\b[^.!?]{0,60} (?:should|can|may) be"
    r" (?:sent|addressed|directed|mailed|e-?mailed) to\b|\bcontactez\b|\bwenden sie sich an\b"
    r"|\bcan (?:also )?be (?:contacted|reached) (?:at|by|via|through)\b"
    r"|\bcontact(?:ing)? us\b|\blet us know\b|\bdata protection officer is\b",
    re.IGNORECASE,
)
# 'If you have any questions about this policy, please contact us'
_TO_ASK_ABOUT = re.compile(
    r"(?:if|should) you have (?:any )?(?:(?:further|other|general) )?"
    r"(?:(?:question|comment|concern|inquir|enquir|quer|feedback|suggestion)\w*(?:, (?:and |or )?| and | or |/)?)+\b"
    r"[^.!?]{0,160}, (?:please )?(?:feel free to )?(?:contact|write|reach|e-?mail|let)\b[^.!?]{0,80}[.:!]?",
    re.IGNORECASE,
)
# The same in Chinese and Japanese, each sign of which is a word.
_ADDRESS_IN_CHINESE = re.compile("地址|邮箱|電話|电话|邮编|住所")
_CONTACT_IN_CHINESE = re.compile("联系我们|与我们联系|聯絡我們|联系方式|お問い合わせ")
# By which way one asks for something.
_TO_ASK = re.compile(
    r"\bplease (?:also )?(?:submit|file|do so|make)\b|(?:^|[.;:] )request [\w ]{3,60} (?:by|via|through|at)\b"
    r"|\bsubmit (?:a|an|your|all) (?:[\w-]+ ){0,3}requests?\b",
    re.IGNORECASE,
)
# 'by post at Alder Ltd, 2 Oak Street', 'Email: …'
_WAY = re.compile(
    r"(?:or )?(?:by|via|using|through|at)? ?(?:our |the |an? )?(?:online |web )?(?:request )?"
    r"(?:writing (?:to|by)\b|post\b|mail\b|e-?mail\b|phone|telephone|tel\b|emailing|calling|form\b)",
    re.IGNORECASE,
)
_TO_REACH = re.compile(r"\b(?:contact|reach|postal|writ(?:e|ing) (?:to|by)|by (?:post|mail))\b", re.IGNORECASE)
_BY_FORM = re.compile(
    r"(?:or )?(?:by|via|using|through) (?:our |the |this |an? )?(?:[\w-]+ ){0,3}form\b", re.IGNORECASE
)
# By which way one writes there.
_WAYS_TO_CONTACT = frozenset(
    map(
        canonical_word,
        (
            *("us", "our", "through", "portal", "form", "team", "support", "help", "center", "link", "page", "email"),
            *("emailing", "mail", "phone", "telephone", "calling", "writing", "using", "sending", "visiting", "chat"),
            *("directly", "legal", "privacy", "contact", "contacting", "click", "clicking", "or", "and", "online"),
            *("website", "web", "webform", "submit", "submitting", "enquiry", "officer", "you", "may", "can"),
            *(
                "below",
                "provided",
                "method",
                "request",
                "requesting",
                "question",
                "available",
                "article",
                "get",
                "getting",
                "touch",
            ),
        ),
    )
)
# In a longer block, names that only came or went may be whose residents have a right, not whom to write to.
_LONGEST_CONTACT, _MANY_NAMES = 45, 4
# Of the words around an address that many have no capital.
_SAID_AROUND_ADDRESS = 0.4
_SHORTEST_ADDRESS, _LONGEST_ADDRESS = 6, 40
# 'Alder, Inc., located at 2 Oak Street, Lower Town.'
_LOCATED = re.compile(r"(?:[A-Z][\w&.'’-]*,? ){1,6}located at [^.!?]*\d")
# Who publishes a site, as the law of some countries wants it said.
_IMPRINT = re.compile(
    r"\b(?:publisher of the (?:web)?site|publication director|direct(?:eur|rice) de (?:la )?publication"
    r"|registered offices?|host(?:s|ing) the .{0,40}website)\b",
    re.IGNORECASE,
)
_SIGNS_OF_IMPRINT = ("publi", "registered office", "host")


def are_contacts(found: Sequence[Swap], old: str, new: str, names: Names) -> bool:
    """Whether only names, numbers and addresses changed in a block on whom to write to, and where, or who that is."""
    if all(map(_adds_address_in_chinese, found)) and all(map(_CONTACT_IN_CHINESE.search, (old, new))):
        return True
    lone = sum(len(swap[0]) + len(swap[1]) for swap in found if not all(swap))
    if word_count(new) > _LONGEST_CONTACT and (lone >= _MANY_NAMES or is_other_place(found)):
        return False
    changed = {word for swap in found for side in swap for word in side}
    named = (word for word in changed - MASKS - _WAYS_TO_CONTACT if not names.is_name(word))
    if all(map(_tells_how_to_ask, (old, new))) and not any(named) and not is_for_more_places(found):
        return True
    if not all(map(_speaks_of_contact, (old, new))):
        return False
    rest = {word for word in changed - MASKS - _BETWEEN_CONTACTS if not names.is_name(word)}
    return all(any(sign.isdigit() for sign in word) for word in rest)


def _adds_address_in_chinese(swap: Swap) -> bool:
    """Whether only words came or went, and an address or the like is among them."""
    return not all(swap) and _ADDRESS_IN_CHINESE.search("".join((*swap[0], *swap[1]))) is not None


def _speaks_of_contact(visible: str) -> bool:
    lowered = visible.lower()
    if any(sign in lowered for sign in _SIGNS_OF_CONTACT) and _ABOUT_CONTACT.search(visible):
        return True
    return any(sign in lowered for sign in _SIGNS_OF_IMPRINT) and _IMPRINT.search(visible) is not None


def is_imprint(visible: str) -> bool:
    """Whether a short block says no more than who publishes a site."""
    return _IMPRINT.match(visible) is not None and word_count(visible) <= _LONGEST_IMPRINT


def is_postal_address(visible: str) -> bool:
    """Whether a block is made of names and numbers, as addresses are, and is no sentence."""
    located = _LOCATED.match(visible)
    if (visible.endswith(ENDS_SENTENCE) and not located) or states_effect(words(visible)):
        return False
    tokens = _TOKEN.findall(visible)
    if not _SHORTEST_ADDRESS <= len(tokens) <= _LONGEST_ADDRESS:
        return False
    numbered = any(token[0].isdigit() for token in tokens[1:])
    return numbered and sum(not token[0].islower() for token in tokens) >= 0.8 * len(tokens)


def tells_whom_to_write_to(visible: str) -> bool:
    """Whether a text bids its reader to write to somebody, or to call."""
    return _TO_CONTACT.search(visible) is not None


def bids_to_write_to_address(visible: str) -> bool:
    """Whether a text is one sentence that bids its reader to write to somebody, and ends with the address."""
    masked = without_particulars(visible).rstrip(" .")
    ended = masked.endswith("contactdetail") and word_count(visible) <= _LONGEST_CONTACT
    return ended and ". " not in masked and tells_whom_to_write_to(visible)


def bids_to_ask(visible: str) -> bool:
    """Whether a text is one sentence that bids whoever has questions to write to somebody, on whatever they are."""
    return _TO_ASK_ABOUT.fullmatch(without_particulars(visible).strip()) is not None


def _tells_how_to_ask(visible: str) -> bool:
    return tells_whom_to_write_to(visible) or _TO_ASK.search(visible) is not None


def is_way_to_contact(visible: str) -> bool:
    """Whether a short text is one way to write to somebody, or to call, with the address or number for it."""
    if word_count(visible) > _LONGEST_CONTACT or states_effect(words(visible)):
        return False
    addressed = without_particulars(visible) != visible
    if _BY_FORM.match(visible) or (addressed and _WAY.match(visible)):
        return True
    # Beside a number, an address may be one of those that are collected: 'IP address (IPv4)'.
    bids = _ABOUT_CONTACT.search(visible) if addressed else _DIGIT.search(visible) and _TO_REACH.search(visible)
    if not bids:
        return False
    tokens = _TOKEN.findall(visible)
    in_small_letters = [token for token in tokens if token[0].islower()]
    return len(in_small_letters) <= _SAID_AROUND_ADDRESS * len(tokens)


def is_contact(visible: str, effective: Sequence[str]) -> bool:
    """Whether a text, given with its words of effect that are not masked, says no more than whom to write to."""
    return _BETWEEN_CONTACTS.issuperset(effective) or is_postal_address(visible) or is_way_to_contact(visible)


def names_publisher(visible: str) -> bool:
    """Whether a text says who publishes a site, or where its office is."""
    return _IMPRINT.search(visible) is not None
