"""Changes in words: one sentence for a provision, one for a version, made only from what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from conductatlas.catalogue import Catalogue, Severity
from conductatlas.changes.tracking import ChangeKind, Followed
from conductatlas.changes.verdict import Verdict

_SILENT = {
    Verdict.FAILED: "Failed capture: the text was set aside, and the version before it stands.",
    Verdict.TECHNICAL: "No provision changed: only the page around the text, its markup or its order did.",
    Verdict.EDITORIAL: "Changed to the letter only, outside the provisions that are followed.",
    Verdict.SUBSTANTIVE: "The text changed outside the provisions that are followed.",
    Verdict.NONE: "The text is the same as before.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a summary needs to know of one provision that a version touched."""

    kind: ChangeKind
    clause_type: str
    severity_before: Severity | None
    severity_after: Severity | None

    @property
    def severity(self) -> Severity:
        """The graver of the two."""
        grades = [grade for grade in (self.severity_before, self.severity_after) if grade is not None]
        return max(grades, key=lambda grade: grade.rank, default=Severity.NONE)


def told(followed: Sequence[Followed]) -> tuple[Told, ...]:
    """The provisions that a version touched."""
    return tuple(
        Told(
            one.kind,
            one.clause_type,
            Severity(one.before.severity) if one.before else None,
            one.after.severity if one.after else None,
        )
        for one in followed
        if one.kind is not None
    )


def summarise_item(catalogue: Catalogue, one: Followed) -> str:
    """One sentence on what became of one provision."""
    title = catalogue[one.clause_type].title
    after = one.after
    if one.kind is ChangeKind.ADDED and after is not None:
        verb = "Returned" if one.returned else "Added"
        return f"{verb}: {title} ({after.severity.value} severity)."
    if one.kind is ChangeKind.REMOVED:
        return f"Removed: {title}."
    if one.kind is ChangeKind.MOVED and one.before is None:
        return f"Split off: {title}."
    if one.kind is ChangeKind.MOVED and after is None:
        return f"Merged into another passage: {title}."
    if one.kind is ChangeKind.MOVED:
        return f"Moved within the document, word for word: {title}."
    if one.before is not None and after is not None and one.before.severity != after.severity.value:
        direction = "rises" if after.severity.rank > Severity(one.before.severity).rank else "falls"
        return f"Reworded: {title}; severity {direction} from {one.before.severity} to {after.severity.value}."
    return f"Reworded: {title}."


def summarise(catalogue: Catalogue, verdict: Verdict, touched: Sequence[Told]) -> str:
    """One sentence on what a version did as a whole."""
    if verdict is Verdict.FAILED or not touched:
        return _SILENT[verdict]
    counts = Counter(one.kind for one in touched)
    parts = [f"{counts[kind]} {kind.value}" for kind in ChangeKind if counts[kind]]
    noun = "provision" if parts[0].startswith("1 ") else "provisions"
    listed = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
    number, _, rest = listed.partition(" ")
    return f"{number} {noun} {rest}{_gravest(catalogue, touched)}."


def gravest_severity(touched: Sequence[Told]) -> Severity:
    """The highest severity among the provisions touched, before or after; none where none was touched."""
    return max((one.severity for one in touched), key=lambda severity: severity.rank, default=Severity.NONE)


def _gravest(catalogue: Catalogue, touched: Sequence[Told]) -> str:
    """Name the gravest of the provisions that were touched, where it is of medium severity or more."""
    worst = max(touched, key=lambda one: one.severity.rank)
    if worst.severity.rank < Severity.MEDIUM.rank:
        return ""
    return f"; the gravest: {catalogue[worst.clause_type].title} ({worst.severity.value})"
