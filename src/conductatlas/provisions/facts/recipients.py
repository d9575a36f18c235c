"""Who receives data, by the words of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.speech import affirmed
from conductatlas.provisions.facts.vocabulary import Vocabulary

_SHARING = frozenset(
    (
        *("share", "shares", "shared", "sharing", "disclose", "discloses", "disclosed", "disclosing", "disclosure"),
        *("transfer", "transfers", "transferred", "transferring", "transmit", "transmits", "transmitted"),
        *("sell", "sells", "sold", "selling", "sale", "rent", "rents", "rented", "renting"),
    )
)
_SHARING_PHRASES = ("available to", "accessible to", "pass on", "passes on", "passed on", "hand over", "handed over")
# 'To protect the safety of the public, of our affiliates or of other users' tells them nothing.
_PROTECTED = re.compile(r"\b(?:protect|safety|harm|rights|property)\b[^.]*\Z")
_MAY_BE_PROTECTED = frozenset(("the public", "other users", "affiliates", "business partners"))
# 'Data shared by advertisers', 'from our partners' and 'on an advertiser's site' come from them.
_GIVES = re.compile(
    r"\b(?:by|from|through|on)\s(?:one of\s|any of\s)?(?:(?!to\b|with\b)[\w'’-]+,?\s){0,8}\Z"
    r"|\b(?:sites?|websites?|apps?)(?:\s(?:and|or)\s\w+)?\sof\s(?:our\s)?\Z"
    r"|\b(?:when|if|where|while|to groups of)\s(?:you,?\s(?:and|or)\s)?(?:some of\s|any of\s)?"
    r"(?:our\s|your\s|the\s)?\Z"
    r"|\bwe,?\s(?:and|or)\s(?:an?\s|our\s)?\Z|\bintegrations?\s\Z"
)
# 'Our partners share information with us', 'vendors may use cookies': here they act themselves.
_ACTS = re.compile(
    r"(?:['’]s?\)?['’]?\s(?:web\s?)?(?:sites?|websites?|apps?|services?|data|policies|products)\b|\sdata\b)"
    r"|(?:\]\(\s*\))?(?:\s(?:and|or)(?:\s(?:other|third|our|their|ad|business|advertising|service))*(?:\s|-)[a-z]+)?"
    r",?\s(?:(?:may|can|could|might|will|also|sometimes)\s){0,3}"
    r"(?:(?:give|provide|send|collect|use|place|set|enable|choose)s?\s"
    r"|share\s(?:\w+\s){0,3}(?:with us|information|data))"
    r"|(?:\]\(\s*\))?,\s(?:including|such as)\s[^.;]{0,120},\s(?:(?:may|can|also)\s){0,2}(?:use|collect|place|set)\s"
    r"|[^.]{0,80}\b(?:provide|give|send|share|tell)s?\s(?:\w+\s){0,3}(?:to\s|with\s)?us\b"
)
# As far as an address within may be long.
_REACH = 300
_NO_READERS = "authorit|bod|agenc|official|sector|interest|domain|order|health|profile|page|site|internet"
RECIPIENTS = Vocabulary(
    {
        "service providers": (
            "service|hosting|cloud|payment|payments|email|analytics *providers?|processors?|companies|vendors?",
            "processors?|subprocessors?|vendors?|subcontractors?|contractors?|suppliers?",
        ),
        "affiliates": (
            "affiliates?|subsidiaries|subsidiary",
            "affiliated|group|sister company|companies|entity|entities|businesses|members",
            "parent company",
            "corporate family|group",
            r"companies (?:in|within|of)\s(?:our|the|its|the\ssame) group",
        ),
        "advertising partners": (
            "advertisers?",
            "advertising|ad|ads|marketing *partners?|networks?|companies|providers?|platforms?|agencies",
        ),
        "business partners": (
            "business|commercial|strategic|integration|distribution|trusted|selected|channel|retail *partners?",
            "our|its|their|with *partners",
        ),
        "authorities": (
            "authorities|regulators?|courts?|police",
            "law enforcement [authorities|agencies|officials|bodies]",
            "government|public|regulatory|tax|supervisory *authority|agency|agencies|bodies|officials",
        ),
        "other users": ("other *users|members|players|customers|participants|subscribers|visitors|guests",),
        "the public": (rf"the|general *public (?!\s(?:{_NO_READERS}))",),
        "acquirers": (
            "acquirers?|acquirors?|purchasers?|buyers?|successors?",
            "acquiring company|entity|party",
            "new owners?",
        ),
        "professional advisers": (
            "professional|legal|financial|tax advis[eo]rs?|counsel",
            "auditors?|accountants?|lawyers?|attorneys?|insurers?",
        ),
        "researchers": ("researchers?", "research|academic partners?|institutions?|institutes?|organi[sz]ations?"),
    }
)


def find_recipients(text: str) -> Iterator[Fact]:
    """`recipient`: each sort of recipient that a passage says data go to, at the first place that says so.

    Those that the passage says nothing is shared with are left out.
    """
    for value, found in affirmed(text, RECIPIENTS, _SHARING, _SHARING_PHRASES, unless=_receives_nothing):
        yield Fact(found.start(), found.end(), "recipient", value)


def _receives_nothing(value: str, found: re.Match[str]) -> bool:
    """Whether those named are protected, or are the ones who give."""
    text, start = found.string, max(0, found.start() - _REACH)
    if value in _MAY_BE_PROTECTED and _PROTECTED.search(text, start, found.start()):
        return True
    # What authorities request, they are given.
    if value == "authorities":
        return False
    return _GIVES.search(text, start, found.start()) is not None or _ACTS.match(text, found.end()) is not None
