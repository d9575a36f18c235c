"""Reading: bytes of any supported format to canonical text and blocks with exact offsets."""

from conductatlas.reading.breaks import below_breaks
from conductatlas.reading.document import Block, BlockKind, Document, kept_with_document
from conductatlas.reading.errors import ReadingError
from conductatlas.reading.files import decode_html, read_bytes, read_file
from conductatlas.reading.html import Part, html_to_markdown, parts_to_markdown
from conductatlas.reading.language import is_english, language_of, plain_language_of
from conductatlas.reading.link_notes import padded_line, without_link_notes
from conductatlas.reading.markdown import block_words, read_markdown, visible_words
from conductatlas.reading.parsing import parse_page
from conductatlas.reading.pdf import pdf_to_markdown
from conductatlas.reading.plain import read_plain
from conductatlas.reading.stand_ins import StandIn, stand_in
from conductatlas.reading.tables import BETWEEN_CELLS, CELL_ENDS, is_below_head, table_rows
from conductatlas.reading.visible import (
    BLOCKS_IN_MEMORY,
    is_tag,
    sentences,
    visible_text,
    without_images,
    without_invisible,
)
from conductatlas.reading.words import letter_runs, passing_words, without_note_numbers, word_count, word_line, words

__all__ = [
    "BETWEEN_CELLS",
    "BLOCKS_IN_MEMORY",
    "CELL_ENDS",
    "Block",
    "BlockKind",
    "Document",
    "Part",
    "ReadingError",
    "StandIn",
    "below_breaks",
    "block_words",
    "decode_html",
    "html_to_markdown",
    "is_below_head",
    "is_english",
    "is_tag",
    "kept_with_document",
    "language_of",
    "letter_runs",
    "padded_line",
    "parse_page",
    "parts_to_markdown",
    "passing_words",
    "pdf_to_markdown",
    "plain_language_of",
    "read_bytes",
    "read_file",
    "read_markdown",
    "read_plain",
    "sentences",
    "stand_in",
    "table_rows",
    "visible_text",
    "visible_words",
    "without_images",
    "without_invisible",
    "without_link_notes",
    "without_note_numbers",
    "word_count",
    "word_line",
    "words",
]
