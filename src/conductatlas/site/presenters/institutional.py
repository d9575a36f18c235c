"""What the register of laws says of a provision, as its page shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conductatlas.assessment import Institutional, institutional
from conductatlas.catalogue import Severity, Stance, load_catalogue, load_laws
from conductatlas.reading import visible_text
from conductatlas.records.models import Provision, Section
from conductatlas.site.presenters.addressees import between_businesses, people_under
from conductatlas.site.presenters.analysis import Analysis
from conductatlas.site.presenters.clause_facts import people_of_clause


def institutional_for(
    provision: Provision, words: str, analysis: Analysis, on: date, region: str
) -> Institutional | None:
    """The laws on a day that speak to a provision in these words, for one of REGIONS or, where that is empty, for all.

    The exposure is left out where a reviewer wrote of it; nothing is said where nothing is written of the provision.
    """
    catalogue = load_catalogue()
    if provision.clause_type not in catalogue or analysis.assessment is None:
        return None
    known = catalogue[provision.clause_type]
    severity, stance = Severity(provision.severity), Stance(provision.stance)
    found = institutional(
        known,
        severity,
        stance,
        visible_text(words),
        load_laws(),
        on,
        region,
        platform=provision.document.platform.name,
        between_businesses=between_businesses(provision.document.terms_type, words),
        applies_to=people_of_clause(known.id, words, provision.heading) | people_under(provision.heading),
    )
    written = any(one.section == Section.EXPOSURE for one in analysis.written)
    return replace(found, exposure=None) if found and written else found
