"""Reading: bytes of any supported format to canonical text and blocks with exact offsets."""

from conductatlas.reading.document import Block, BlockKind, Document
from conductatlas.reading.errors import ReadingError
from conductatlas.reading.language import language_of
from conductatlas.reading.markdown import read_markdown
from conductatlas.reading.visible import visible_text

__all__ = ["Block", "BlockKind", "Document", "ReadingError", "language_of", "read_markdown", "visible_text"]
