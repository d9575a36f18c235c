"""Changes chosen by their verdict and grade, by whose they are, and by what they did to provisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.english import short_day
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    ChangeItem,
    Direction,
    ItemKind,
    UnsettledClause,
    Verdict,
)
from conductatlas.site.presenters.links import clause_type_link

# What a platform did, as against what went wrong in recording it or was done to the page around the text.
DOCUMENTED = (Verdict.SUBSTANTIVE, Verdict.EDITORIAL)

# What can be looked for besides what was done to a provision: words of a clause of which the text can't tell whether
# the document said them before, or says them still.
CAME, WENT = "came", "went"
_WHAT_IT_DID = {CAME: "that came in, perhaps not anew", WENT: "that were taken out, perhaps still said in other words"}
KINDS = (*ItemKind.choices, (CAME, "words came in, unsettled"), (WENT, "words taken out, unsettled"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: something of a `kind` (of KINDS) done to a provision of a type, or of a category's types.

    `severity` is that of what the version did as a whole, or of the gravest clause in which it did so; `direction` that
    of the version or of one of these provisions, where one is judged; `platform` is a slug; `since` and `until` are the
    first and the last day, in UTC, on which it was recorded. What is empty does not apply.
    Where kind and category or type are given, one provision must meet them all: a payment clause that was removed, not
    a removal beside a payment clause.
    """

    verdict: str = ""
    severity: str = ""
    platform: str = ""
    category: str = ""
    clause_type: str = ""
    kind: str = ""
    direction: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def of_provisions(self) -> dict[str, str]:
        """The filters that speak of provisions, by their names in an address; empty where there are none."""
        filters = {"category": self.category, "clause_type": self.clause_type, "kind": self.kind}
        return {name: value for name, value in filters.items() if value}

    @property
    def query(self) -> str:
        """The filters as the query of an address; a verdict that is left open is said to be so."""
        others = {
            "severity": self.severity,
            "platform": self.platform,
            "direction": self.direction,
            "from": self.since.isoformat() if self.since else "",
            "to": self.until.isoformat() if self.until else "",
        }
        named = {"verdict": self.verdict or "all"} if self.verdict != Verdict.SUBSTANTIVE else {}
        return urlencode({**named, **{name: value for name, value in others.items() if value}, **self.of_provisions})

    @property
    def clause_types(self) -> frozenset[str] | None:
        """The clause types that are looked for; None for any."""
        if not self.category and not self.clause_type:
            return None
        return frozenset(
            one.id
            for one in load_catalogue()
            if self.category in ("", one.category) and self.clause_type in ("", one.id)
        )

    def fits(self, kind: str, clause_type: str) -> bool:
        """Whether an item of a change is what is looked for."""
        types = self.clause_types
        return self.kind in ("", kind) and (types is None or clause_type in types)

    def unsettled(self) -> QuerySet[UnsettledClause]:
        """The clause types whose words came or went, and that are what is looked for."""
        rows = UnsettledClause.listed()
        if self.kind:
            rows = rows.filter(came=self.kind == CAME) if self.kind in (CAME, WENT) else rows.none()
        if (types := self.clause_types) is not None:
            rows = rows.filter(clause_type__in=sorted(types))
        return rows

    def items(self) -> QuerySet[ChangeItem]:
        """The items of changes that are what is looked for."""
        items = ChangeItem.objects.all()
        if self.kind:
            items = items.filter(kind=self.kind)
        if (types := self.clause_types) is not None:
            items = items.filter(provision__clause_type__in=sorted(types))
        return items

    @property
    def days(self) -> str:
        """The days in words, to stand after something that was recorded; empty where they are open."""
        if self.since and self.until:
            return f" from {short_day(self.since)} to {short_day(self.until)}"
        if self.since:
            return f" since {short_day(self.since)}"
        return f" until {short_day(self.until)}" if self.until else ""

    def title(self, platform: str) -> str:
        """What is listed, for a heading; `platform` is the name of the platform."""
        subject = clause_type_link(self.clause_type).title if self.clause_type else ""
        if self.category and not subject:
            subject = load_catalogue().category(self.category).title
        whose = f" of {platform}" if self.platform else ""
        return f"Changes{whose}{self.days}" + (f": {subject}" if subject else "")

    def told(self, platform: str) -> str:
        """All but the verdict in words, to stand after 'changes'; `platform` is the name of the platform."""
        return "".join(
            (
                f" of {platform}" if self.platform else "",
                _of_severity(self.severity),
                f" recorded{self.days}" if self.days else "",
                f", {Direction(self.direction).label}" if self.direction else "",
                ", as a whole or in one provision" if self.direction not in ("", Direction.UNJUDGED) else "",
                f", with {'words' if self.kind in (CAME, WENT) else 'a provision'}" if self.of_provisions else "",
                f" {_WHAT_IT_DID.get(self.kind, self.kind)}" if self.kind else "",
                f" under “{load_catalogue().category(self.category).title}”" if self.category else "",
                f" of the type “{clause_type_link(self.clause_type).title}”" if self.clause_type else "",
            )
        )


ANYTHING = Wanted()


def touching(changes: QuerySet[Change], wanted: Wanted) -> QuerySet[Change]:
    """Those of the changes that are what is looked for, or did it to one provision at least."""
    filters = {
        "verdict": wanted.verdict,
        "document__platform__slug": wanted.platform,
    }
    changes = changes.filter(
        _favouring(wanted), of_grade(wanted.severity), **{name: value for name, value in filters.items() if value}
    )
    if wanted.since:
        changes = changes.filter(recorded_at__gte=datetime.combine(wanted.since, time.min, UTC))
    if wanted.until:
        changes = changes.filter(recorded_at__lte=datetime.combine(wanted.until, time.max, UTC))
    if wanted.of_provisions:
        changes = changes.filter(
            Exists(wanted.items().filter(change=OuterRef("pk")))
            | Exists(wanted.unsettled().filter(change=OuterRef("pk")))
        )
    return changes


def _of_severity(severity: str) -> str:
    if severity in ("", Severity.NONE):
        return " of no severity" if severity else ""
    return f" of {severity} severity, or in a clause of it"


def of_grade(severity: str) -> Q:
    """That changes are of a severity, or were made in clauses the gravest of which is; all where none is given."""
    return Q(severity=severity) | Q(touches=severity) if severity else Q()


def _favouring(wanted: Wanted) -> Q:
    """That changes favour whom is asked for: as a whole, or by a provision that is looked for; all where nobody is."""
    if not wanted.direction:
        return Q()
    items = wanted.items().exclude(provision__state__in=TAKEN_BACK).filter(change=OuterRef("pk"))
    if wanted.direction == Direction.UNJUDGED:
        return Q(direction=Direction.UNJUDGED) & ~Q(Exists(items.exclude(direction=Direction.UNJUDGED)))
    return Q(direction=wanted.direction) | Q(Exists(items.filter(direction=wanted.direction)))
