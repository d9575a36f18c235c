"""The review queue: what the method is least sure of, and what people decide about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from conductatlas.catalogue import Severity, Stance, load_catalogue
from conductatlas.provisions import default_finder, units
from conductatlas.reading import read_markdown
from conductatlas.records.errata import log, statement
from conductatlas.records.models import (
    CorrectionRequest,
    Decision,
    DecisionKind,
    Document,
    ErratumKind,
    Provision,
    ProvisionState,
    Version,
    Wording,
)

# Findings at least this sure are not put before people: of those a little less sure, one in four is of another type.
SURE = 0.8
LONGEST_NAME = 100


class ReviewError(Exception):
    """A decision that can't be made; the message is one line for a person."""


def is_unsure() -> Q:
    """The condition that the method is unsure of a wording, and nobody has decided about it."""
    decided = Decision.objects.filter(provision=OuterRef("provision"), passage=OuterRef("passage"), superseded=False)
    return Q(~Exists(decided), confidence__lt=SURE)


def unsure_among(wordings: Iterable[Wording]) -> frozenset[int]:
    """The keys of those of some wordings that the method is unsure of, and nobody has decided about."""
    doubtful = [one.pk for one in wordings if one.confidence < SURE]
    if not doubtful:
        return frozenset()
    return frozenset(Wording.objects.filter(is_unsure(), pk__in=doubtful).values_list("pk", flat=True))


def queue() -> QuerySet[Wording]:
    """The current wordings that nobody has decided about, the least sure first."""
    return (
        Wording.standing()
        .filter(is_unsure())
        .select_related("provision__document__platform", "passage")
        .order_by("confidence", "id")
    )


def decide(
    provision_id: int,
    kind: DecisionKind,
    *,
    reviewer: str,
    reason: str,
    at: datetime,
    new_type: str = "",
    severity: str = "",
    stance: str = "",
    correction: CorrectionRequest | None = None,
) -> Decision:
    """Record a decision on the current wording of a provision, and bring its record into line with it.

    What that changes in the record is logged; `correction` is the request that it answers, if any. Severity and stance
    are those of the wording where none are given; for another type, what that type's rules give. Raises ReviewError.
    """
    check_words(reviewer, reason)
    _check(kind, new_type, severity, stance)
    with transaction.atomic():
        provision = Provision.objects.select_for_update().filter(id=provision_id).first()
        if provision is None:
            raise ReviewError("there is no provision with this id")
        wording = provision.wordings.filter(last_version=None).select_related("passage").first()
        if wording is None or provision.state != ProvisionState.STANDING:
            raise ReviewError(f"{provision.permanent_id} does not stand today ({provision.state}): nothing to decide")
        if kind is DecisionKind.RETYPE:
            finder = default_finder().reading(provision.document.language)
            graded = finder.grade(new_type, wording.passage.text)
            severity, stance = severity or graded.severity.value, stance or graded.stance.value
        taken_for = provision.clause_type
        Decision.objects.filter(provision=provision, passage=wording.passage).update(superseded=True)
        decision = Decision.objects.create(
            provision=provision,
            passage=wording.passage,
            kind=kind,
            clause_type=taken_for,
            new_type=new_type or taken_for,
            severity=severity or wording.severity,
            stance=stance or wording.stance,
            unit_keys=_unit_keys(provision.document, wording),
            reason=reason,
            reviewer=reviewer,
            decided_at=at,
        )
        before = statement(provision)
        _apply(decision, wording)
        _log(decision, before, correction)
    return decision


def check_words(reviewer: str, reason: str) -> None:
    """Raise ReviewError where a decision lacks the name of who made it, or its reason."""
    if not reviewer.strip() or not reason.strip():
        raise ReviewError("a decision needs a reviewer and a reason")
    if len(reviewer) > LONGEST_NAME:
        raise ReviewError(f"the name of who decides has {len(reviewer):,} characters; at most {LONGEST_NAME} are kept")


def _check(kind: DecisionKind, new_type: str, severity: str, stance: str) -> None:
    if (kind is DecisionKind.RETYPE) != bool(new_type):
        raise ReviewError("another type is named when, and only when, a finding is given another type")
    if new_type and new_type not in load_catalogue():
        raise ReviewError(f"{new_type!r} is no clause type of the catalogue")
    if kind is DecisionKind.REGRADE and not (severity or stance):
        raise ReviewError("a new grade needs a severity or a stance")
    if kind in (DecisionKind.ACCEPT, DecisionKind.DISMISS) and (severity or stance):
        raise ReviewError("a severity or stance is given only with another type or a new grade")
    if severity not in ("", *Severity) or stance not in ("", *Stance):
        raise ReviewError(f"severity is one of {', '.join(Severity)}; stance one of {', '.join(Stance)}")


def _apply(decision: Decision, wording: Wording) -> None:
    provision = decision.provision
    if decision.kind == DecisionKind.DISMISS:
        last = _latest(provision.document)
        provision.state, provision.last_version, wording.last_version = ProvisionState.WITHDRAWN, last, last
    elif decision.kind != DecisionKind.ACCEPT:
        provision.clause_type = decision.new_type
        provision.severity, provision.stance = wording.severity, wording.stance = decision.severity, decision.stance
        wording.reasons = review_reasons(decision)
    provision.save()
    wording.save()


def _log(decision: Decision, before: str, correction: CorrectionRequest | None) -> None:
    """Write down what a decision changed in a record; one that changed nothing and answers nobody is no erratum."""
    dismissed = decision.kind == DecisionKind.DISMISS
    after = "Withdrawn: no such clause." if dismissed else statement(decision.provision)
    if before != after or correction is not None:
        log(
            decision.provision.permanent_id,
            ErratumKind.WITHDRAWN if dismissed else ErratumKind.CORRECTED,
            before=before,
            after=after,
            reason=decision.reason,
            by=decision.reviewer,
            at=decision.decided_at,
            correction=correction,
        )


def review_reasons(decision: Decision) -> list[dict[str, Any]]:
    """Why a wording has the grade that a reviewer gave it, in the form of a grade's own reasons."""
    end = len(decision.passage.text)
    return [{"modifier": "review", "explanation": decision.explanation, "start": 0, "end": end}]


def _latest(document: Document) -> Version:
    return document.good_versions().select_related("text")[0]


def _unit_keys(document: Document, wording: Wording) -> list[str]:
    text = read_markdown(_latest(document).text.text)
    blocks = {block for first, last in text.places(wording.passage.text) for block in range(first, last + 1)}
    return [unit.key for unit in units(text) if blocks & {unit.first, unit.last}]


def as_labels() -> Iterator[dict[str, Any]]:
    """The decisions that hold, as labels to train with: offsets into the document's latest version, never its text."""
    held = Decision.objects.filter(superseded=False).order_by("id")
    for decision in held.select_related("provision__document__collection"):
        document = decision.provision.document
        version = _latest(document)
        text = read_markdown(version.text.text)
        places = text.places(decision.passage.text)
        if not places:
            continue
        start, end = text.blocks[places[0][0]].start, text.blocks[places[0][1]].end
        standing = Wording.standing().filter(provision__document=document, passage=decision.passage)
        yield {
            "id": f"review-{decision.pk}",
            "collection": document.collection.slug,
            "commit": version.reference,
            "path": document.path,
            "start": start,
            "end": end,
            "sha256": decision.passage.sha256,
            "labels": [
                {"type": one.provision.clause_type, "severity": one.severity, "stance": one.stance}
                for one in standing.select_related("provision").order_by("provision__clause_type")
            ],
        }


class Decisions:
    """The decisions that hold, as the pipeline asks for them; read once, and again when it is asked for."""

    def __init__(self) -> None:
        self._types: dict[str, dict[str, float]] = {}
        self._grades: dict[tuple[str, str], Decision] = {}
        self._latest: int | None = None
        self.refresh()

    def refresh(self) -> bool:
        """Read them anew where there are later ones, and say so; none is taken back but by a later one."""
        latest = Decision.objects.aggregate(latest=Max("id"))["latest"]
        if latest == self._latest:
            return False
        self._latest = latest
        self._types.clear()
        self._grades.clear()
        for decision in Decision.objects.filter(superseded=False).select_related("passage").order_by("id"):
            for key in decision.unit_keys:
                types = self._types.setdefault(key, {})
                types[decision.clause_type] = 0.0
                if decision.kind != DecisionKind.DISMISS:
                    types[decision.new_type] = 1.0
            if decision.kind in (DecisionKind.RETYPE, DecisionKind.REGRADE):
                self._grades[decision.passage.sha256, decision.new_type] = decision
        return True

    @property
    def types(self) -> dict[str, dict[str, float]]:
        """What was decided of a unit's types, by its key: 1 for one that it states, 0 for one that it does not."""
        return self._types

    def grade(self, sha256: str, clause_type: str) -> Decision | None:
        """The decision that sets the grade of a passage, where there is one."""
        return self._grades.get((sha256, clause_type))
