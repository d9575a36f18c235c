"""What the register of laws says of a provision, as its page shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conductatlas.assessment import ClauseAtLaw, Institutional, institutional
from conductatlas.catalogue import Severity, Stance, load_catalogue, load_laws
from conductatlas.reading import visible_text
from conductatlas.records.models import Provision, Section, Wording
from conductatlas.site.presenters.analysis import Analysis
from conductatlas.site.presenters.clause_facts import people_named, people_of_clause
from conductatlas.site.presenters.surroundings import Surroundings


def institutional_for(
    provision: Provision, wording: Wording, analysis: Analysis, above: Surroundings, on: date, region: str
) -> Institutional | None:
    """The laws on a day that speak to a provision, for one of REGIONS or, where that is empty, for all.

    `wording` is its wording, with its passage, and `above` what stands above that. The exposure is left out where a
    reviewer wrote of it; nothing is said where nothing is written of the provision, or too little is sure.
    """
    if provision.clause_type not in load_catalogue() or analysis.assessment is None or not analysis.sure:
        return None
    words, document = wording.passage.text, provision.document
    people = people_of_clause(provision.clause_type, words, provision.heading)
    clause = ClauseAtLaw.of(
        provision.clause_type,
        visible_text(words),
        Stance(provision.stance),
        platform=document.platform.name,
        terms_type=document.terms_type,
        headings=(*above.headings, provision.heading),
        applies_to=people or people_named(above.lead_ins),
        opening=above.opening,
        language=document.language,
    )
    found = institutional(clause, Severity(provision.severity), load_laws(), on, region)
    written = any(one.section == Section.EXPOSURE for one in analysis.written)
    return replace(found, exposure=None) if found and written else found
