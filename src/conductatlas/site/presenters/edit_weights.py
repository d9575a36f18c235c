"""How much an edit of a clause says, to tell the weightiest of many.

By what it does to the clause: whether it denies or limits something, lets or makes somebody do something, or counts;
and whether it speaks of data, of those who receive them, or of what they are for. Rare words count besides.
"""

from __future__ import annotations

import re

from conductatlas.comparison import rarity

_EFFECTS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:not|no|never|nor|none|neither|cannot|without|prohibit\w*|forbid\w*)\b|n['’]t\b",
        r"\b(?:unless|except\w*|only|solely|limited|subject to|to the extent|provided that|if you)\b",
        r"\b(?:may|can|discretion|rights?|grants?|allow\w*|permit\w*|opt\w*|choose|choice|consent\w*|agree\w*)\b",
        r"\b(?:must|shall|required?|obligat\w*|waive\w*|liab\w+|responsib\w+|fees?|charge\w*|indemnif\w*)\b",
        r"\b(?:perpetual\w*|irrevocabl\w*|revocabl\w*|exclusive\w*|transferabl\w*|sublicens\w*|indefinite\w*)\b",
        r"\d|\b(?:days?|months?|years?|hours?)\b|[$€£]",
        r"\b(?:data|information|content|inputs?|outputs?|prompts?|conversations?|messages?|feedback)\b",
        r"\b(?:third[- ]part\w+|partners?|affiliat\w+|vendors?|advertisers?|providers?|authorit\w+|others|public\w*)\b",
        r"\b(?:train\w*|improv\w*|s(?:ell|old|ale)\b|shar\w+|disclos\w*|market\w*|advertis\w*|retain\w*|delet\w*|purposes?)\b",
    )
)
_FOR_EFFECT, _MOST_FOR_WORDS = 12.0, 30.0


def weight_of_edit(went: str, came: str) -> float:
    """How much it says that some words gave way to others; either may be empty.

    Of effects that the words on both sides have nothing changed.
    """
    moved = sum(bool(one.search(went)) is not bool(one.search(came)) for one in _EFFECTS)
    return _FOR_EFFECT * moved + min(_MOST_FOR_WORDS, rarity(f"{went} {came}"))
