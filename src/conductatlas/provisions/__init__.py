"""Provisions: which clauses a text holds, how severe each is, and the facts it states."""

from conductatlas.provisions.evidence import evidence
from conductatlas.provisions.facts import (
    FIGURES,
    OTHERS,
    TO_OTHERS,
    TO_PROVIDER,
    TO_USER,
    Fact,
    find_facts,
    find_laws,
    find_limits,
    find_stated_dates,
    grantee,
    is_least_notice,
    is_notice_to_user,
    named_beside,
    named_values,
    qualifier,
    scopes_beside,
    sentence_slice,
    told_by_themselves,
    values_by_kind,
    yields_to_the_law,
)
from conductatlas.provisions.features import content_stems
from conductatlas.provisions.finder import (
    Explanation,
    Finder,
    default_finder,
    is_glossed,
    reads_language,
)
from conductatlas.provisions.findings import ENGLISH, LIKELY, Finding
from conductatlas.provisions.glossed import Glossed
from conductatlas.provisions.glossing import load_glossary
from conductatlas.provisions.grading import Grade, Reason, grade, has_modifier, kindred_of
from conductatlas.provisions.judgements import Judgements, LookUp, nothing_known
from conductatlas.provisions.marking import marked_words, stating_sentences, weighed_sentences
from conductatlas.provisions.parts import (
    MENTIONS,
    Part,
    facts_of_parts,
    parts_of_clause,
    stating_parts,
    weighed_parts,
    words_about,
)
from conductatlas.provisions.sentences import STATES, JudgedPart, judged_parts, part_spans, whole_spans
from conductatlas.provisions.stating import only_asks
from conductatlas.provisions.touching import Touched, touched
from conductatlas.provisions.units import Unit, key_of, surroundings, units

__all__ = [
    "ENGLISH",
    "FIGURES",
    "LIKELY",
    "MENTIONS",
    "OTHERS",
    "STATES",
    "TO_OTHERS",
    "TO_PROVIDER",
    "TO_USER",
    "Explanation",
    "Fact",
    "Finder",
    "Finding",
    "Glossed",
    "Grade",
    "JudgedPart",
    "Judgements",
    "LookUp",
    "Part",
    "Reason",
    "Touched",
    "Unit",
    "content_stems",
    "default_finder",
    "evidence",
    "facts_of_parts",
    "find_facts",
    "find_laws",
    "find_limits",
    "find_stated_dates",
    "grade",
    "grantee",
    "has_modifier",
    "is_glossed",
    "is_least_notice",
    "is_notice_to_user",
    "judged_parts",
    "key_of",
    "kindred_of",
    "load_glossary",
    "marked_words",
    "named_beside",
    "named_values",
    "nothing_known",
    "only_asks",
    "part_spans",
    "parts_of_clause",
    "qualifier",
    "reads_language",
    "scopes_beside",
    "sentence_slice",
    "stating_parts",
    "stating_sentences",
    "surroundings",
    "told_by_themselves",
    "touched",
    "units",
    "values_by_kind",
    "weighed_parts",
    "weighed_sentences",
    "whole_spans",
    "words_about",
    "yields_to_the_law",
]
