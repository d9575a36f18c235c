"""What the register of laws says of a provision, as its page shows it."""

from __future__ import annotations

from datetime import date

from conductatlas.assessment import Institutional, institutional
from conductatlas.catalogue import Severity, Stance, load_catalogue, load_laws
from conductatlas.records.models import Provision


def institutional_for(provision: Provision, on: date, region: str) -> Institutional | None:
    """The laws on a day that speak to a provision's type, for one of REGIONS or, where that is empty, for all."""
    catalogue = load_catalogue()
    if provision.clause_type not in catalogue:
        return None
    known = catalogue[provision.clause_type]
    return institutional(known, Severity(provision.severity), Stance(provision.stance), load_laws(), on, region)
