"""The catalogue: which kinds of provision there are, and how severe each is."""

from conductatlas.catalogue.catalogue import (
    Catalogue,
    CatalogueError,
    Category,
    ClauseType,
    Severity,
    Stance,
    load_catalogue,
)

__all__ = ["Catalogue", "CatalogueError", "Category", "ClauseType", "Severity", "Stance", "load_catalogue"]
