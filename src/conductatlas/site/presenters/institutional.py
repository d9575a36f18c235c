"""What the register of laws says of a provision, as its page shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conductatlas.assessment import Institutional, institutional
from conductatlas.catalogue import Severity, Stance, load_catalogue, load_laws
from conductatlas.records.models import Provision, Section
from conductatlas.site.presenters.analysis import Analysis


def institutional_for(
    provision: Provision, words: str, analysis: Analysis, on: date, region: str
) -> Institutional | None:
    """The laws on a day that speak to a provision in these words, for one of REGIONS or, where that is empty, for all.

    The exposure is left out where a reviewer wrote of it.
    """
    catalogue = load_catalogue()
    if provision.clause_type not in catalogue:
        return None
    known = catalogue[provision.clause_type]
    severity, stance = Severity(provision.severity), Stance(provision.stance)
    found = institutional(known, severity, stance, words, load_laws(), on, region)
    written = any(one.section == Section.EXPOSURE for one in analysis.written)
    return replace(found, exposure=None) if found and written else found
