"""Whether a passage ends in the midst of a sentence, since its document breaks lines within sentences.

Some pages are captured with a blank line behind each line, so that the text has paragraphs that are none, and passages
which end where a line does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.reading import BlockKind, Document, visible_text
from conductatlas.records.models import Version, Wording
from conductatlas.site.presenters.stored_texts import ByHash

# Not with the sign of an item, such as 'd.' or 'ii)', or the letter that stands for a bullet.
_BEGINS_WITHIN = re.compile(r"(?![a-z]{1,4}[.)])[a-z]{2}")
_ENDS_OPEN = re.compile(r"[\w,’'][\s*_]*\Z")


def broken_off(wordings: Sequence[Wording]) -> frozenset[int]:
    """Those of some wordings, by their ids, after whose words the sentence goes on in the next line of the text.

    Of those that read the same, the text of the first one given answers for all: a page that flaps has many.
    """
    read = {one.pk: visible_text(one.passage.text) for one in wordings}
    alike: dict[str, Wording] = {}
    for one in wordings:
        if _ENDS_OPEN.search(read[one.pk]):
            alike.setdefault(read[one.pk], one)
    versions = Version.objects.select_related("text").in_bulk({one.first_version_id for one in alike.values()})
    broken = {
        words
        for words, one in alike.items()
        if _goes_on(one.passage.text, ByHash(versions[one.first_version_id].text).read())
    }
    return frozenset(key for key, words in read.items() if words in broken)


def _goes_on(quote: str, document: Document) -> bool:
    """Whether the paragraph behind the first place of a quote begins with a small letter, as no paragraph does."""
    places = document.places(quote)
    following = places[0][1] + 1 if places else len(document.blocks)
    if following >= len(document.blocks):
        return False
    last, behind = document.blocks[following - 1], document.blocks[following]
    both_plain = last.kind is BlockKind.PARAGRAPH and behind.kind is BlockKind.PARAGRAPH
    return both_plain and _BEGINS_WITHIN.match(document.visible[following]) is not None
