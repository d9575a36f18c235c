"""Advice that sends to a document of another kind, on a clause that stands in a document of that very kind."""

from __future__ import annotations

import re
from collections.abc import Mapping

from conductatlas.assessment.composing import ADVICE, Assessment, only_sentences
from conductatlas.catalogue import without_language

# What sentences of the catalogue call documents, by the types of terms that Open Terms Archive has for these.
_CALLED: Mapping[str, re.Pattern[str]] = {
    "Privacy Policy": re.compile(r"\bprivacy (?:policy|policies|notice|statement)\b", re.IGNORECASE),
    "Trackers Policy": re.compile(r"\bcookie (?:policy|policies|notice)\b", re.IGNORECASE),
    "Terms of Service": re.compile(r"\bterms of (?:service|use)\b", re.IGNORECASE),
    "Data Processor Agreement": re.compile(r"\bdata[- ]processing (?:agreement|addendum|terms)\b", re.IGNORECASE),
}
_QUOTED = re.compile(r"“[^”]*”")


def without_own_kind(assessment: Assessment, terms_type: str) -> Assessment:
    """The same without advice, questions and answers that name a document of the kind in which the clause stands.

    What is quoted of the clause itself may name its document.
    """
    called = _CALLED.get(without_language(terms_type))
    if called is None:
        return assessment
    return only_sentences(lambda one: called.search(_QUOTED.sub("", one)) is None, assessment, ADVICE)
