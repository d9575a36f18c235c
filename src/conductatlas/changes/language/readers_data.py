"""What is a reader's own, and training on it: by which words a sentence speaks of them."""

from __future__ import annotations

import re

_OF_READER = re.compile(
    r"\b(?:your?|users?['’]?|customer|personal|content|inputs?|outputs?|prompts?|materials|conversations?|feedback"
    r"|(?:this|these|such|the) (?:data|information)|private (?:communications?|messages?|letters?|chats?|files?))\b",
    re.IGNORECASE,
)
# Without one of these a sentence does not speak of training.
_SIGNS_OF_TRAINING = ("train", "tun", "model")
_TRAINS = re.compile(
    r"\b(?:train|fine-?tun)\w*\b.{0,60}\b(?:models?|ai|algorithms?|machine learning|llms?)\b"
    r"|\b(?:models?|ai|machine learning) training\b|\bmodels?\b.{0,30}\btrained\b"
    r"|\bimprov\w+ (?:our |the |its )?(?:\w+ ){0,2}(?:(?:ai|language|artificial intelligence) )?models?\b"
    r"|(?<!\bresponsible )\bfor (?:\w+ )?training\b",
    re.IGNORECASE,
)


def speaks_of_readers(sentence: str) -> bool:
    """Whether a sentence speaks of what is a reader's."""
    return _OF_READER.search(sentence) is not None


def said_of_training(sentence: str) -> tuple[int, int] | None:
    """Where a sentence speaks of training on data: from which character to which; None where it does not."""
    found = _TRAINS.search(sentence)
    return found.span() if found else None


def speaks_of_training(sentence: str) -> bool:
    """Whether a sentence speaks of training on data."""
    small = sentence.lower()
    return any(sign in small for sign in _SIGNS_OF_TRAINING) and _TRAINS.search(sentence) is not None
