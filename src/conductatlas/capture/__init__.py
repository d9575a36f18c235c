"""Capture: declared pages to the text of a document, or to the named reason why there is none."""

from conductatlas.capture.declarations import Declarations, DeclarationsError, Service, Terms, read_declarations
from conductatlas.capture.document import READING_METHOD, Text, read_source, read_terms
from conductatlas.capture.extraction import Matched, is_pdf, matched
from conductatlas.capture.obstacles import Obstacle, Unusable
from conductatlas.capture.page import Answer, Page
from conductatlas.capture.proposing import Proposal, page_address, propose, usual_addresses
from conductatlas.capture.recognition import refusal
from conductatlas.capture.schedule import cadence, next_look

__all__ = [
    "READING_METHOD",
    "Answer",
    "Declarations",
    "DeclarationsError",
    "Matched",
    "Obstacle",
    "Page",
    "Proposal",
    "Service",
    "Terms",
    "Text",
    "Unusable",
    "cadence",
    "is_pdf",
    "matched",
    "next_look",
    "page_address",
    "propose",
    "read_declarations",
    "read_source",
    "read_terms",
    "refusal",
    "usual_addresses",
]
