"""The catalogue: which kinds of provision there are, how severe each is, and what is written of them."""

from conductatlas.catalogue.catalogue import (
    Catalogue,
    CatalogueError,
    Category,
    ClauseType,
    Severity,
    Stance,
    load_catalogue,
)
from conductatlas.catalogue.prose import (
    FACT_PLACEHOLDERS,
    PLATFORM,
    ClauseProse,
    Impact,
    Prose,
    Question,
    load_prose,
    placeholders,
)

__all__ = [
    "FACT_PLACEHOLDERS",
    "PLATFORM",
    "Catalogue",
    "CatalogueError",
    "Category",
    "ClauseProse",
    "ClauseType",
    "Impact",
    "Prose",
    "Question",
    "Severity",
    "Stance",
    "load_catalogue",
    "load_prose",
    "placeholders",
]
