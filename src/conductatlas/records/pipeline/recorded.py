"""A recorded version as the pipeline takes it, and why its text can't be taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Recorded(Protocol):
    """A recorded version as the pipeline needs it: `exchange` makes them of archives, `tracking` of captures."""

    @property
    def path(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def terms_type(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def recorded_at(self) -> datetime: ...
    @property
    def note(self) -> str: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def sha256(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def content(self) -> bytes | None: ...
    @property
    def reread(self) -> str:
        """Why the text may differ although the page does not, in one sentence; empty where it may not."""
        ...


@dataclass(frozen=True, slots=True)
class RecordedText:
    """A recorded version of which all is at hand, such as a text that was just captured."""

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


def problem_of(recorded: Recorded) -> str | None:
    """Say why a version's bytes are no text, in one sentence; None where they are."""
    if recorded.content is None:
        return f"The text has {recorded.size:,} bytes, which is more than a governance document can have."
    if b"\0" in recorded.content:
        return f"The text is binary: byte {recorded.content.index(0):,} is zero."
    try:
        recorded.content.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"The text is not UTF-8 from byte {error.start:,} on."
    return None
