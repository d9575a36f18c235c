"""The catalogue: which kinds of provision there are, how severe each is, and what is written of them."""

from conductatlas.catalogue.catalogue import (
    Catalogue,
    Category,
    ClauseType,
    Severity,
    Stance,
    load_catalogue,
)
from conductatlas.catalogue.companies import company_of
from conductatlas.catalogue.data_files import CatalogueError
from conductatlas.catalogue.laws import (
    JURISDICTIONS,
    REGIONS,
    Agency,
    How,
    Law,
    LawProvision,
    LawRegister,
    SourceKind,
    SpeaksTo,
    load_laws,
)
from conductatlas.catalogue.prose import (
    FACT_PLACEHOLDERS,
    PLATFORM,
    SERVICE,
    WORD_PLACEHOLDERS,
    ClauseProse,
    Condition,
    Impact,
    Prose,
    Question,
    load_prose,
    placeholders,
)

__all__ = [
    "FACT_PLACEHOLDERS",
    "JURISDICTIONS",
    "PLATFORM",
    "REGIONS",
    "SERVICE",
    "WORD_PLACEHOLDERS",
    "Agency",
    "Catalogue",
    "CatalogueError",
    "Category",
    "ClauseProse",
    "ClauseType",
    "Condition",
    "How",
    "Impact",
    "Law",
    "LawProvision",
    "LawRegister",
    "Prose",
    "Question",
    "Severity",
    "SourceKind",
    "SpeaksTo",
    "Stance",
    "company_of",
    "load_catalogue",
    "load_laws",
    "load_prose",
    "placeholders",
]
