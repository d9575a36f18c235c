"""The pages that explain: methodology and about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import METHOD
from conductatlas.comparison import METHOD as COMPARISON_METHOD
from conductatlas.provisions.evaluation import (
    CalibrationLine,
    Evaluation,
    Share,
    TypeLine,
    recorded_evaluation,
    recorded_glossed_evaluations,
)
from conductatlas.records.languages import language_name
from conductatlas.records.models import Collection, Wording
from conductatlas.site.presenters.home import Coverage, coverage
from conductatlas.site.presenters.links import ClauseTypeLink, clause_type_link

_SEVERITIES = {
    "high": "Gives up or materially weakens a legal right, a remedy, or control over data, content or money, in a way "
    "that a reasonable user would not expect or cannot practically refuse; or touches sensitive data or children "
    "beyond what the service needs; or is irrevocable, or overrides another choice.",
    "medium": "Material, but limited, commonly expected, or softened by notice, a cap or a practical way to opt out.",
    "low": "Standard and expected; of small practical effect.",
    "none": "Informational, or protective of the user.",
}
_STANCES = {
    "adverse": "It burdens the user.",
    "neutral": "It neither burdens nor protects the user.",
    "protective": "It limits the platform, or gives the user a right.",
}
_VERDICTS = {
    "substantive": "A provision, or other words that may carry an effect, were added, removed or changed.",
    "editorial": "Only names, dates, spelling, numbering or words without effect changed.",
    "technical": "Only the page around the text, its markup, its links or the order of its blocks changed.",
    "failed capture": "What was captured is not the document: an error page, a stub, a text cut short. It is kept and "
    "set aside; the version before it stands, and nothing counts as removed.",
}


@dataclass(frozen=True, slots=True)
class Definition:
    """A word and what it means here."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of how well provisions are found and graded."""

    name: str
    share: Share


@dataclass(frozen=True, slots=True)
class TypeFigure:
    """How well one clause type is found."""

    clause_type: ClauseTypeLink
    line: TypeLine


@dataclass(frozen=True, slots=True)
class GlossaryFigures:
    """How well provisions are found in a language that is read through a glossary."""

    language: str
    passages: int
    documents: int
    figures: tuple[Figure, ...]
    calibration: tuple[CalibrationLine, ...]


@dataclass(frozen=True, slots=True)
class Methodology:
    """How the records are made, and with which version of the method."""

    severities: tuple[Definition, ...]
    stances: tuple[Definition, ...]
    verdicts: tuple[Definition, ...]
    clause_types: int
    catalogue_method: str
    finding_method: str
    change_method: str
    comparison_method: str
    passages: int
    platforms: int
    figures: tuple[Figure, ...]
    calibration: tuple[CalibrationLine, ...]
    types: tuple[TypeFigure, ...]
    glossaries: tuple[GlossaryFigures, ...]


@dataclass(frozen=True, slots=True)
class CollectionLine:
    """A body of recorded versions that the records rest on."""

    name: str
    documents: int
    first_recorded_at: datetime | None
    last_recorded_at: datetime | None


@dataclass(frozen=True, slots=True)
class About:
    """What this instance is and what it rests on."""

    coverage: Coverage
    collections: tuple[CollectionLine, ...]


def present_methodology() -> Methodology:
    """The definitions in use, and the methods that made the latest records."""
    latest = Wording.objects.order_by("-id").values_list("method", flat=True).first()
    catalogue, evaluation = load_catalogue(), recorded_evaluation()
    return Methodology(
        tuple(Definition(*one) for one in _SEVERITIES.items()),
        tuple(Definition(*one) for one in _STANCES.items()),
        tuple(Definition(*one) for one in _VERDICTS.items()),
        len(catalogue),
        catalogue.method,
        latest or "",
        METHOD,
        COMPARISON_METHOD,
        evaluation.passages,
        evaluation.platforms,
        _figures(evaluation),
        evaluation.calibration,
        tuple(TypeFigure(clause_type_link(line.clause_type), line) for line in evaluation.types),
        tuple(_glossary(*one) for one in sorted(recorded_glossed_evaluations().items())),
    )


def _glossary(language: str, evaluation: Evaluation) -> GlossaryFigures:
    return GlossaryFigures(
        language_name(language),
        evaluation.passages,
        evaluation.platforms,
        _figures(evaluation),
        evaluation.calibration,
    )


def _figures(evaluation: Evaluation) -> tuple[Figure, ...]:
    return (
        Figure("Of the findings, right (precision)", evaluation.precision),
        Figure("Of the labelled provisions, found (recall)", evaluation.recall),
        Figure("Both together (micro F1)", evaluation.micro_f1),
        Figure("The same, each clause type counted alike (macro F1)", evaluation.macro_f1),
        Figure("Severity right, where the type was", evaluation.severity_right),
        Figure("Severity beyond chance (linear weighted kappa)", evaluation.severity_kappa),
        Figure("Stance right, where the type was", evaluation.stance_right),
    )


def present_about() -> About:
    """What is covered, and the collections that it comes from."""
    collections = Collection.objects.order_by("name").annotate(
        document_count=Count("documents", distinct=True),
        first=Min("documents__versions__recorded_at"),
        last=Max("documents__versions__recorded_at"),
    )
    return About(
        coverage(),
        tuple(CollectionLine(one.name, one.document_count, one.first, one.last) for one in collections),
    )
