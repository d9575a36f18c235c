"""Declarations: which pages make up which document, in the format of Open Terms Archive, and how each is watched."""

from conductatlas.capture.declarations.directory import Declarations, DeclarationsError, read_declarations
from conductatlas.capture.declarations.filters import REMOVE_QUERY_PARAMETERS
from conductatlas.capture.declarations.model import (
    Expectations,
    Filter,
    Range,
    Selector,
    Service,
    Source,
    Terms,
    Watch,
)
from conductatlas.capture.declarations.problems import Problem
from conductatlas.capture.declarations.terms_types import TermsType, terms_types
from conductatlas.capture.declarations.values import terms_from_value, terms_to_value
from conductatlas.capture.declarations.written import terms_from_text, terms_to_text

__all__ = [
    "REMOVE_QUERY_PARAMETERS",
    "Declarations",
    "DeclarationsError",
    "Expectations",
    "Filter",
    "Problem",
    "Range",
    "Selector",
    "Service",
    "Source",
    "Terms",
    "TermsType",
    "Watch",
    "read_declarations",
    "terms_from_text",
    "terms_from_value",
    "terms_to_text",
    "terms_to_value",
    "terms_types",
]
