"""An invented world of records for tests: small, and written straight with the models."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from conductatlas.records.models import (
    Change,
    ChangeItem,
    Collection,
    Document,
    IdCounter,
    ItemKind,
    Kind,
    Passage,
    Platform,
    Provision,
    ProvisionState,
    StoredText,
    Verdict,
    Version,
    Wording,
)

METHOD = "test-1"


def at(year: int, month: int, day: int, hour: int = 9) -> datetime:
    """A moment in UTC."""
    return datetime(year, month, day, hour, tzinfo=UTC)


def make_document(platform: str, terms_type: str = "Terms of Service", collection: str = "sample") -> Document:
    """A document, with its platform and collection where these are new."""
    owner, _ = Platform.objects.get_or_create(name=platform, defaults={"slug": platform.lower().replace(" ", "-")})
    body, _ = Collection.objects.get_or_create(slug=collection, defaults={"name": collection})
    return Document.objects.create(
        id=IdCounter.take(Kind.DOCUMENT),
        platform=owner,
        collection=body,
        terms_type=terms_type,
        path=f"{platform}/{terms_type}.md",
    )


def make_version(document: Document, text: str, recorded_at: datetime, *, failed: bool = False) -> Version:
    """The next version of a document."""
    content = text.encode()
    stored, _ = StoredText.objects.get_or_create(
        sha256=hashlib.sha256(content).hexdigest(),
        defaults={"size": len(content), "compressed": zlib.compress(content)},
    )
    ordinal = document.versions.count() + 1
    return Version.objects.create(
        document=document,
        ordinal=ordinal,
        recorded_at=recorded_at,
        reference=hashlib.sha1(f"{document.id} {ordinal}".encode(), usedforsecurity=False).hexdigest(),
        note="Record new changes",
        sources=["https://larkwell.example/terms"],
        text=stored,
        failed=failed,
    )


def rewrite(stored: StoredText, text: str) -> None:
    """Store other bytes in place of those of a text, under their own hash."""
    content = text.encode()
    stored.sha256, stored.compressed = hashlib.sha256(content).hexdigest(), zlib.compress(content)
    stored.save()


def make_provision(
    version: Version,
    clause_type: str,
    quote: str,
    *,
    severity: str = "medium",
    stance: str = "adverse",
    places: int = 1,
    reasons: Sequence[dict[str, Any]] = (),
    facts: Sequence[dict[str, Any]] = (),
) -> Provision:
    """A provision that stands from a version on, in the words given."""
    provision = Provision.objects.create(
        id=IdCounter.take(Kind.PROVISION),
        document=version.document,
        clause_type=clause_type,
        heading="Your content",
        first_version=version,
        severity=severity,
        stance=stance,
    )
    make_wording(provision, version, quote, severity=severity, places=places, reasons=reasons, facts=facts)
    return provision


def make_wording(
    provision: Provision,
    version: Version,
    quote: str,
    *,
    severity: str,
    places: int = 1,
    reasons: Sequence[dict[str, Any]] = (),
    facts: Sequence[dict[str, Any]] = (),
) -> Wording:
    """A wording of a provision from a version on."""
    passage, _ = Passage.objects.get_or_create(
        sha256=hashlib.sha256(quote.encode()).hexdigest(), defaults={"text": quote}
    )
    return Wording.objects.create(
        provision=provision,
        passage=passage,
        first_version=version,
        severity=severity,
        stance=provision.stance,
        confidence=0.87,
        places=places,
        reasons=list(reasons),
        facts=list(facts),
        method=METHOD,
    )


def reword(provision: Provision, version: Version, quote: str, *, severity: str) -> tuple[Wording, Wording]:
    """End the current wording with the version before, and start another; give back both."""
    before = provision.wordings.get(last_version=None)
    before.last_version = _last_good_before(version)
    before.save()
    provision.severity = severity
    provision.save()
    return before, make_wording(provision, version, quote, severity=severity)


def remove(provision: Provision, version: Version) -> Wording:
    """End a provision with the version before the one given; give back its last wording."""
    last = provision.wordings.get(last_version=None)
    last.last_version = provision.last_version = _last_good_before(version)
    provision.state = ProvisionState.REMOVED
    last.save()
    provision.save()
    return last


def make_change(version: Version, verdict: Verdict, summary: str = "", *, severity: str = "none") -> Change:
    """What a version did, against the last good one before it."""
    return Change.objects.create(
        id=IdCounter.take(Kind.CHANGE),
        version=version,
        previous=_last_good_before(version),
        document=version.document,
        recorded_at=version.recorded_at,
        verdict=verdict,
        severity=severity,
        touches=severity,
        summary=summary or f"A {verdict} change.",
        reasons=["1 block changed in words that may carry an effect."],
        method=METHOD,
    )


def make_item(
    change: Change,
    kind: ItemKind,
    provision: Provision,
    before: Wording | None = None,
    after: Wording | None = None,
    counterpart: Provision | None = None,
) -> ChangeItem:
    """What a change did to one provision."""
    return ChangeItem.objects.create(
        change=change,
        position=change.items.count() + 1,
        kind=kind,
        provision=provision,
        before=before,
        after=after,
        counterpart=counterpart,
        summary=f"{kind.label.capitalize()}.",
    )


def _last_good_before(version: Version) -> Version:
    good = Version.objects.filter(document=version.document, failed=False, ordinal__lt=version.ordinal)
    return good.order_by("-ordinal")[:1].get()


TRAINING = "We may use your content to train our models."
TRAINING_WORSE = "We may use your content and your private messages to train our models for ever."
ARBITRATION = "You and Larkwell agree to settle every dispute by binding arbitration within 30 days."
GONE = "You can delete your account at any time in the settings."

_FIRST = f"""# Terms of Service

## Your content

{TRAINING}

We store it in [three regions](https://larkwell.example/regions).

## Disputes

{ARBITRATION}

## Leaving

{GONE}

{ARBITRATION}
"""
_SECOND = f"""# Terms of Service

## Your content

{TRAINING_WORSE}

We store it in [three regions](https://larkwell.example/regions).

## Disputes

{ARBITRATION}

## Leaving

Write to us when you wish to leave, and we will think about it.

{ARBITRATION}
"""


@dataclass(frozen=True)
class World:
    """Two platforms. Larkwell's terms have four versions: first, failed, substantive, technical."""

    terms: Document
    privacy: Document
    rival: Document
    versions: tuple[Version, ...]
    training: Provision
    arbitration: Provision
    gone: Provision
    elsewhere: Provision
    failed: Change
    substantive: Change
    technical: Change


def make_world() -> World:
    """Write the world that most tests of the site look at."""
    terms = make_document("Larkwell")
    privacy = make_document("Larkwell", "Privacy Policy")
    rival = make_document("Tidewater Chat")
    first = make_version(terms, _FIRST, at(2026, 1, 10))
    training = make_provision(first, "ai-training-on-user-content", TRAINING, severity="medium")
    start, binding = ARBITRATION.index("within 30 days"), ARBITRATION.index("binding")
    arbitration = make_provision(
        first,
        "mandatory-arbitration",
        ARBITRATION,
        severity="high",
        places=2,
        reasons=[{"modifier": "binding", "explanation": "it is binding", "start": binding, "end": binding + 7}],
        facts=[{"kind": "opt-out-deadline", "value": "30", "unit": "days", "start": start, "end": start + 14}],
    )
    gone = make_provision(first, "deletion-right", GONE, severity="none", stance="protective")
    stub = make_version(terms, "Please verify that you are human.", at(2026, 2, 1), failed=True)
    failed = make_change(stub, Verdict.FAILED, "Failed capture: the text was set aside.")
    third = make_version(terms, _SECOND, at(2026, 3, 5))
    before, after = reword(training, third, TRAINING_WORSE, severity="high")
    last = remove(gone, third)
    substantive = make_change(third, Verdict.SUBSTANTIVE, "1 provision removed and 1 reworded.", severity="high")
    make_item(substantive, ItemKind.REWORDED, training, before, after)
    make_item(substantive, ItemKind.REMOVED, gone, last)
    fourth = make_version(terms, _SECOND.replace("## Leaving", "Leaving\n---"), at(2026, 3, 20))
    technical = make_change(fourth, Verdict.TECHNICAL, "No provision changed.")
    policy = make_version(privacy, "# Privacy Policy\n\nWe keep logs for ninety days.", at(2026, 1, 12))
    make_provision(policy, "retention-period", "We keep logs for ninety days.", severity="low", stance="neutral")
    theirs = make_version(rival, "# Terms\n\nWe train our models on what you post.", at(2026, 2, 20))
    elsewhere = make_provision(
        theirs, "ai-training-on-user-content", "We train our models on what you post.", severity="high"
    )
    return World(
        terms,
        privacy,
        rival,
        (first, stub, third, fourth),
        training,
        arbitration,
        gone,
        elsewhere,
        failed,
        substantive,
        technical,
    )
