"""What the register of laws says of a provision, as its page shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conductatlas.assessment import Institutional, consumer_laws_left_out, institutional
from conductatlas.catalogue import Severity, load_catalogue, load_laws
from conductatlas.records.at_law import clause_at_law
from conductatlas.records.models import Provision, ProvisionState, Section, Wording
from conductatlas.records.surroundings import Surroundings
from conductatlas.site.presenters.analysis import Analysis


def institutional_for(
    provision: Provision, wording: Wording, analysis: Analysis, above: Surroundings, on: date, last: date, region: str
) -> tuple[Institutional | None, bool]:
    """The laws on a day that speak to a provision, for one of REGIONS or, where that is empty, for all.

    With whether laws for consumers are left out because it stands between businesses. To one that stands no longer no
    law speaks that began after `last`, the last day of its words, and nothing of it is to check or to watch.

    `wording` is its wording, with its passage, and `above` what stands above that. The exposure is left out where a
    reviewer wrote of it; nothing is said where nothing is written of the provision, or too little is sure.
    """
    if provision.clause_type not in load_catalogue() or analysis.assessment is None or not analysis.sure:
        return None, False
    stands = provision.state == ProvisionState.STANDING
    register = load_laws() if stands else load_laws().begun_by(last)
    clause = clause_at_law(provision, wording, above)
    found = institutional(clause, Severity(provision.severity), register, on, region)
    found = found.of_words_gone(last) if found and not stands else found
    written = any(one.section == Section.EXPOSURE for one in analysis.written)
    left_out = consumer_laws_left_out(clause, register, on)
    return (replace(found, exposure=None, time_beside="") if found and written else found), left_out
