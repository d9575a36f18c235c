"""Two texts of one document, the one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from conductatlas.changes.aligning.kept import KeptText, kept_text
from conductatlas.reading import Document


@dataclass(frozen=True)
class Pair:
    """A text before and after, and their words."""

    old: Document
    new: Document

    @cached_property
    def before(self) -> KeptText:
        """The words of the old text, to look up what stood there."""
        return kept_text(self.old)

    @cached_property
    def after(self) -> KeptText:
        """The words of the new text, to look up what stands there."""
        return kept_text(self.new)
