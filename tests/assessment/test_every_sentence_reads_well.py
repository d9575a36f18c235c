"""All prose that comes with the system reads well, whichever facts a clause states and however it is graded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, product

import pytest

from conductatlas.assessment import Assessment, InGeneral, compose
from conductatlas.catalogue import (
    FACT_PLACEHOLDERS,
    PLATFORM,
    SERVICE,
    WORD_PLACEHOLDERS,
    ClauseProse,
    Condition,
    Severity,
    load_catalogue,
    load_prose,
)
from conductatlas.catalogue import placeholders as placeholders_of
from conductatlas.provisions import Fact
from tests.assessment.reading import fault

_Values = list[tuple[str, str]]
# For each placeholder the kind of fact, as a clause that states one such thing and one that states several.
_FACTS: dict[str, tuple[str, _Values, _Values]] = {
    "notice": ("notice-period", [("30", "days")], [("1", "days"), ("24", "hours")]),
    "retention": ("retention-period", [("12", "months")], [("84", "months"), ("90", "days")]),
    "refund": ("refund-period", [("14", "days")], [("14", "days"), ("1", "months")]),
    "claim_deadline": ("claim-deadline", [("12", "months")], [("12", "months"), ("60", "days")]),
    "opt_out_deadline": ("opt-out-deadline", [("30", "days")], [("30", "days"), ("60", "days")]),
    "opt_out": ("opt-out", [("privacy@larkwell.example", "channel")], [("https://larkwell.example/out", "channel")]),
    "inactivity": ("inactivity-period", [("24", "months")], [("24", "months"), ("6", "months")]),
    "cap": ("liability-cap", [("100", "EUR")], [("100", "EUR"), ("1250.50", "USD")]),
    "cap_period": ("liability-period", [("12", "months")], [("12", "months"), ("6", "months")]),
    "amount": ("amount", [("5", "USD")], [("5", "USD"), ("4.99", "EUR")]),
    "law": ("governing-law", [("Netherlands", "")], [("California", ""), ("England and Wales", "")]),
    "venue": ("venue", [("Amsterdam", "")], [("Amsterdam", ""), ("San Francisco County", "")]),
    "age": ("minimum-age", [("16", "years")], [("13", "years"), ("16", "years")]),
    "licence_terms": ("licence-term", [("worldwide", "")], [("perpetual", ""), ("irrevocable", "")]),
    "data": ("data-category", [("location", ""), ("contacts", "")], [("usage data", ""), ("people's names", "")]),
    "purposes": ("purpose", [("research", ""), ("marketing", "")], [("analytics", ""), ("advertising", "")]),
    "licence_acts": ("licence-act", [("use", "")], [("host", ""), ("create derivative works", ""), ("train", "")]),
}
# For each placeholder that rests on words, such words.
_WORDS = {
    "conversation": "your feedback, along with the associated input and output",
    "output_owner": "as between us, you own all output",
    "output_rights": "we assign to you our rights in output",
    "child": "minors need the consent of a parent",
    "ended_for_debt": "we may terminate your account for unpaid fees",
    "deleted_for_debt": "for unpaid fees we may delete your content",
    "permitters": "with your permission",
    "photos": "the photos of your phone",
    "contacts": "your address book",
    "minors_alone": "we do not sell the data of minors",
    "in_steps": "within 30 days it is deleted, and then kept for 60 days",
    "provider_courts": "we may bring any claim against you in any competent court",
    "law_permits": "except as permitted by law",
    "automation": "no bots",
    "alike": "output may not be unique",
    "residence": "you must be a legal resident of Ostmark",
    "kind_of_data": "Invoice records: kept for long",
}
_TYPES = sorted(load_prose().by_type)
# Words that point to the one clause of a page.
_OF_ONE = re.compile(r"\b(?:this clause|the clause|these words|(?:by|in) its (?:own )?words)\b", re.IGNORECASE)


def test_every_placeholder_has_a_fact_here() -> None:
    assert set(_FACTS) == set(FACT_PLACEHOLDERS)
    assert set(_WORDS) == set(WORD_PLACEHOLDERS)


@pytest.mark.parametrize("clause_type", _TYPES)
def test_whatever_a_clause_states_its_assessment_reads_well(clause_type: str) -> None:
    prose = load_prose().by_type[clause_type]
    faults: dict[str, None] = {}
    for assessment in _assessments(prose):
        faults.update(dict.fromkeys(_faults(assessment)))
    assert list(faults) == []


@pytest.mark.parametrize("clause_type", _TYPES)
def test_of_a_clause_that_meets_no_condition_only_what_is_general_is_told(clause_type: str) -> None:
    kind, prose = load_catalogue()[clause_type], load_prose().by_type[clause_type]
    for severity in Severity:
        assessment = compose(kind, prose, severity, [], "Larkwell", words="These words meet nothing.")
        assert assessment is not None
        assert not any((assessment.what, assessment.why, assessment.impact, assessment.faq))
        assert assessment.in_general.why
        assert list(_faults(assessment)) == []


@pytest.mark.parametrize("clause_type", _TYPES)
def test_what_is_general_points_to_no_single_clause(clause_type: str) -> None:
    prose = load_prose().by_type[clause_type]
    told = (one for name, sentences in prose.sections() for one in sentences if not name.endswith("question"))
    general = [one for one in told if prose.is_general(one)]
    answers = [one.question for one in prose.faq if not all(map(prose.is_own, one.answer))]
    assert [one for one in (*general, *answers) if _OF_ONE.search(one)] == []


def _assessments(prose: ClauseProse) -> Iterator[Assessment]:
    """The assessments for each set of facts, few and many of each, at each severity."""
    named = {name for _, sentences in prose.sections() for one in sentences for name in placeholders_of(one)}
    used = sorted(named - {PLATFORM, SERVICE})
    # As if the words of the clause met every condition, for what is said of it and for what is said of the type.
    met = {one: Condition(when=re.compile("")) for _, sentences in prose.sections() for one in sentences}
    clause_type = load_catalogue()[prose.clause_type]
    subsets = chain.from_iterable(combinations(used, size) for size in range(len(used) + 1))
    for present in subsets:
        for many in (False, True):
            facts = [fact for name in present if name in _FACTS for fact in _facts(name, many=many)]
            words = " ".join(_WORDS[name] for name in present if name in _WORDS)
            for severity, conditions in product(Severity, ({}, met)):
                told = replace(prose, conditions=conditions)
                assessment = compose(clause_type, told, severity, facts, "Larkwell", words=words)
                assert assessment is not None
                yield assessment


def _facts(placeholder: str, *, many: bool) -> list[Fact]:
    kind, one, several = _FACTS[placeholder]
    return [Fact(0, 1, kind, value, unit) for value, unit in (several if many else one)]


def _faults(assessment: Assessment) -> Iterator[str]:
    for name, sentences in (*_sections(assessment), *_sections(assessment.in_general)):
        for sentence in sentences:
            if found := fault(sentence):
                yield f"{name}: {found}: {sentence}"
        if name != "faq question" and len(set(sentences)) < len(sentences):
            yield f"{name} says one thing twice"


def _sections(told: Assessment | InGeneral) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(told, Assessment):
        yield "what", told.what
    for name in ("why", "impact", "do", "questions", "diligence", "watch"):
        yield name, getattr(told, name)
    for answer in told.faq:
        yield "faq question", (answer.question,)
        yield "faq answer", answer.answer
