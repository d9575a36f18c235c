"""Extraction: the text of a document from the bytes that came, as its declaration says."""

from conductatlas.capture.extraction.counting import Matched, is_pdf, matched
from conductatlas.capture.extraction.main_content import main_content
from conductatlas.capture.extraction.proposing import propose_selection
from conductatlas.capture.extraction.text import Extracted, ExtractionError, Kind, charset_of, extract, kind_of

__all__ = [
    "Extracted",
    "ExtractionError",
    "Kind",
    "Matched",
    "charset_of",
    "extract",
    "is_pdf",
    "kind_of",
    "main_content",
    "matched",
    "propose_selection",
]
