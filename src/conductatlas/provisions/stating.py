"""What states nothing by itself, or only some clause types: questions, pointers, lead-ins, definitions, news."""

from __future__ import annotations

import re
from functools import lru_cache

from conductatlas.reading import visible_text

# A question and no more, such as the heading of an answer: it states nothing.
_QUESTION = re.compile(r"[^.!?]{0,300}\?\Z")
# One sentence that sends the reader elsewhere, and says nothing of what anybody may do.
_POINTER = re.compile(
    r"\W*(?:(?:for (?:more|further|additional) (?:information|details)|(?:click here )?(?:to )?learn more"
    r"|please (?:see|refer)|see (?:also|our)"
    r"|for (?:information|details)\b[^.]{0,150}\b(?:see|refer to|read|visit|consult|click)"
    r"|you can (?:find|read|learn) (?:out )?(?:more|information)"
    r"(?![^.]*(?:\band (?:request|manage|change|download)\b|:\W*\Z))"
    r"|(?:more|further|additional) (?:information|details)\b[^.]{0,150}\b(?:can be found|is available))\b"
    r"(?![^.]*\b(?:you|they) (?:can|may|must)\b(?! (?:also )?(?:consult|find|read|refer|see|view|visit)\b))[^.]{0,250})"
    r"\.?\W*\Z",
    re.IGNORECASE,
)
# One sentence that says what the text is about, and no more: 'This policy explains how we use cookies.'
_ANNOUNCEMENT = re.compile(
    r"\W*(?:in [^,.]{0,60}, )?th(?:is|e|ese) (?:[\w’'-]+ ){0,5}(?:policy|policies|notice|statement|page|document)\b"
    r"[^.:]{0,60}?\b(?:explains?|describes?|provides? (?:\w+ )?(?:information|details)|tells?|informs?|sets? out"
    r"|outlines?|is (?:meant|intended) to (?:help|inform|explain))\b[^.:]{0,400}\.?\W*\Z",
    re.IGNORECASE,
)
# One sentence that says what a word means, and no more: '“Losses” means all damages, fines and costs;'.
_DEFINITION = re.compile(
    r"\W*(?:\(?[A-Za-z0-9]{1,3}[.)]\s*|\d[\d.]*\s*)?[\"“‘*][^\"”*]{2,70}[\"”’*]+\W{0,4}(?:shall |will )?"
    r"(?:[Mm]eans?|[Rr]efers? to|has the meaning)\b"
    r"(?:https?://\S++|(?!https?://)[^.;!?]|\.(?=[a-z0-9/])|;(?!\s*\Z)"
    r"|\b(?:e\.g|i\.e|Inc|Ltd|No|[Aa]rt|U\.S)\.)*[.;]?(?: and| or)?\W*"
)
# What was changed in a text, and no more: 'We updated our policy. We also clarified what we keep.'
_NEWS = re.compile(
    r"\W*(?:(?:on [\w ,]{4,20}, )?we(?:.ve| have)?(?: also| recently| just)* (?:updated|clarified|added|revised"
    r"|simplified|expanded|reorgani[sz]ed|moved|made (?:\w+ )?changes)\b[^.]{0,400}\.\s*)+",
    re.IGNORECASE,
)
_LONGEST_NEWS = 1200
# That other texts count is what a pointer can state.
_POINTS = frozenset(("incorporated-terms",))
# An announcement can say whose text it is, and what it is part of.
_ANNOUNCES = frozenset(("contracting-entity-contact", "general-provisions", "incorporated-terms"))
# A definition can say which text, law, court, company or secret is meant, and what is forbidden under a name.
_DEFINES = frozenset(
    (
        "ai-competing-model-restriction",
        "confidentiality",
        "contracting-entity-contact",
        "general-provisions",
        "governing-law",
        "incorporated-terms",
        "jurisdiction-venue",
        "prohibited-conduct",
    )
)
# News tell that and since when a text changed.
_TELLS = frozenset(("contracting-entity-contact", "terms-change-notice"))
# A line that leads into a list and no more, with a title of its own at most: what it says stands in the list.
_LEAD_IN = re.compile(r"\W*(?:(?:[\w.’'&/-]+\s){0,5}[\w.’'&/-]+\.\s){0,2}[^.!?]{0,300}:\W*\Z")
# How many passages are remembered to spare work.
_MOST_REMEMBERED = 40_000


@lru_cache(maxsize=64)
def types_stated(visible: str) -> frozenset[str] | None:
    """The only clause types that words, as a reader sees them, can state; None where their form limits nothing."""
    if only_asks(visible):
        return frozenset()
    if _POINTER.fullmatch(visible):
        return _POINTS
    if _ANNOUNCEMENT.fullmatch(visible):
        return _ANNOUNCES
    if _DEFINITION.fullmatch(visible):
        return _DEFINES
    if len(visible) <= _LONGEST_NEWS and _NEWS.fullmatch(visible):
        return _TELLS
    return None


def only_asks(visible: str) -> bool:
    """Whether words, as a reader sees them, are a question and no more: it states nothing."""
    return _QUESTION.fullmatch(visible) is not None


@lru_cache(maxsize=_MOST_REMEMBERED)
def only_leads_in(quote: str) -> bool:
    """Whether a passage, as it stands in its document, is a line that leads into a list and no more."""
    # Most have no colon, which is sooner known than what a reader sees of them.
    has_colon = ":" in quote or "&" in quote or not quote.isascii()
    return has_colon and _LEAD_IN.fullmatch(visible_text(quote)) is not None
