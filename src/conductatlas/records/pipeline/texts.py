"""The bytes of versions, stored once for each distinct content."""

from __future__ import annotations

import zlib
from collections.abc import Set as AbstractSet

from conductatlas.changes import Text
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import StoredText
from conductatlas.records.pipeline.batch import Batch

_COMPRESSION = 6


class StoredTexts:
    """The texts that versions of a batch have, those that are stored and those that the batch adds."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._known: dict[str, StoredText | None] = {}
        self.added = 0

    def look_up(self, hashes: AbstractSet[str]) -> None:
        """Learn at once which of some texts are stored; their bytes are left where they are."""
        stored = StoredText.objects.filter(sha256__in=hashes).defer("compressed")
        self._known.update(dict.fromkeys(hashes) | {text.sha256: text for text in stored})

    def text_of(self, recorded: RecordedVersion) -> StoredText:
        """The text of a version, added to the batch where it is not stored yet."""
        if recorded.sha256 not in self._known:
            self.look_up({recorded.sha256})
        text = self._known[recorded.sha256]
        if text is None:
            packed = None if recorded.content is None else zlib.compress(recorded.content, _COMPRESSION)
            text = StoredText(sha256=recorded.sha256, size=recorded.size, compressed=packed)
            self._batch.add(text)
            self.added += 1
            self._known[recorded.sha256] = text
        return text

    def known(self, sha256: str) -> Text:
        """A text that a version on record or of this batch has."""
        return text_of(self._known.get(sha256) or StoredText.objects.get(sha256=sha256))

    def forget(self) -> None:
        """Keep memory flat: called after a write, from when on all bytes can be read from the database again."""
        for text in self._known.values():
            if text is not None and "compressed" in text.__dict__:
                del text.compressed
        self._known.clear()


def text_of(stored: StoredText) -> Text:
    """A stored text, as the changes room asks for it."""
    return Text(stored.sha256, stored.content or b"")
