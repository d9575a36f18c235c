"""Whether the words that a record has now are another passage of its document, which stood there before."""

from __future__ import annotations

from conductatlas.changes import is_same_provision, stands_nearly_in
from conductatlas.reading import word_count
from conductatlas.site.presenters.named_edits import sentences_that_differ
from conductatlas.site.presenters.redlines import words_of
from conductatlas.site.presenters.stored_texts import TwoTexts

# So much of the words before must have left the passage, and so much of those since then have stood in the text before.
_GONE, _STOOD = 0.75, 0.6
# So much like a sentence of the other wording, one has become it.
_BECAME = 0.6


def is_of_another_passage(before: str, after: str, texts: TwoTexts) -> bool:
    """Whether of two wordings the later stood beside the earlier in the text before, and nothing of that is in it.

    Then the one did not become the other: the earlier went, and the record goes on with a passage that only stayed.
    """
    went, came = sentences_that_differ(before, after)
    gone = sum(word_count(one) for one in went if not stands_nearly_in(one, after))
    if gone < _GONE * word_count(words_of(before)):
        return False
    if any(is_same_provision(one, other, _BECAME) for one in went for other in came):
        return False
    least = _STOOD * word_count(words_of(after))
    apart = [one for one in came if not stands_nearly_in(one, before)]
    if sum(map(word_count, apart)) < least:
        return False
    return sum(word_count(one) for one in apart if texts.both_have(one) or texts.both_nearly_have(one)) >= least
