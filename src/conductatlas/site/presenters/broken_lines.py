"""Whether a passage ends in the midst of a sentence, since its document breaks lines within sentences.

Some pages are captured with a blank line behind each line, so that the text has paragraphs that are none, and passages
which end where a line does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from conductatlas.reading import BlockKind, Document, visible_text
from conductatlas.records.models import Version, Wording
from conductatlas.site.presenters.stored_texts import ByHash

# Not with the sign of an item, such as 'd.' or 'ii)', or the letter that stands for a bullet.
_BEGINS_WITHIN = re.compile(r"(?![a-z]{1,4}[.)])[a-z]{2}")
_ENDS_OPEN = re.compile(r"[\w,’'][\s*_]*\Z")


def broken_off(wordings: Iterable[Wording]) -> frozenset[int]:
    """Those of some wordings, by their ids, after whose words the sentence goes on in the next line of the text."""
    open_ended = [one for one in wordings if _ENDS_OPEN.search(visible_text(one.passage.text))]
    if not open_ended:
        return frozenset()
    versions = Version.objects.select_related("text").in_bulk({one.first_version_id for one in open_ended})
    documents = {key: ByHash(version.text) for key, version in versions.items()}
    return frozenset(one.pk for one in open_ended if _goes_on(one.passage.text, documents[one.first_version_id].read()))


def _goes_on(quote: str, document: Document) -> bool:
    """Whether the paragraph behind the first place of a quote begins with a small letter, as no paragraph does."""
    places = document.places(quote)
    following = places[0][1] + 1 if places else len(document.blocks)
    if following >= len(document.blocks):
        return False
    last, behind = document.blocks[following - 1], document.blocks[following]
    both_plain = last.kind is BlockKind.PARAGRAPH and behind.kind is BlockKind.PARAGRAPH
    return both_plain and _BEGINS_WITHIN.match(document.visible[following]) is not None
