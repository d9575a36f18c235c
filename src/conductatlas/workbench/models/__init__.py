"""The stored triage and vendor lists."""

from conductatlas.workbench.models.triage import Triage, TriageNote, TriageState
from conductatlas.workbench.models.vendors import Criticality, Vendor

__all__ = ["Criticality", "Triage", "TriageNote", "TriageState", "Vendor"]
