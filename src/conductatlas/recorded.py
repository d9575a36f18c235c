"""A recorded version of a document, as archives and captures hand it to the records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RecordedVersion:
    """A recorded version of a document.

    `content` are the bytes of the text, None where they are over the limit; `size` and `sha256` are theirs in any case.
    `reread`: why the text may differ although the page does not, in one sentence; empty where it may not.
    """

    path: str
    service: str
    terms_type: str
    reference: str
    recorded_at: datetime
    note: str
    sources: tuple[str, ...]
    sha256: str
    size: int
    content: bytes | None
    reread: str = ""

    @property
    def problem(self) -> str | None:
        """Why the bytes are no text, in one sentence; None where they are."""
        if self.content is None:
            return f"The text has {self.size:,} bytes, which is more than a governance document can have."
        if b"\0" in self.content:
            return f"The text is binary: byte {self.content.index(0):,} is zero."
        try:
            self.content.decode("utf-8")
        except UnicodeDecodeError as error:
            return f"The text is not UTF-8 from byte {error.start:,} on."
        return None
