"""Small histories of one or two documents, imported for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from conductatlas.provisions import default_finder
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import Change, Document
from conductatlas.records.pipeline import Pipeline, Tally

START = datetime(2024, 3, 1, 9, tzinfo=UTC)

ARBITRATION = (
    "You and we agree that any dispute arising out of these terms will be resolved by binding individual arbitration "
    "administered by an arbitrator, and not in court."
)
LAW = "These terms are governed by the laws of the Netherlands, without regard to conflict of laws rules."
LIABILITY = (
    "To the fullest extent permitted by law, we are not liable for any indirect, incidental or consequential damages, "
    "or for loss of profits or data, arising out of your use of the service."
)
RETENTION = "We keep your personal data for 30 days after you delete your account, and then erase it from our systems."
COOKIES = "We use cookies and similar technologies to remember your preferences and to measure how the service is used."
CHANGES = (
    "We may change these terms at any time. We will notify you by e-mail at least 30 days before a change applies."
)
AGE = "You must be at least 16 years old to create an account and to use the service."
INTRODUCTION = "Welcome to Hearthbook. This page tells you how the service works and what you can expect of us."


def text(*paragraphs: str, title: str = "Terms of Service", day: int = 0) -> bytes:
    dated = (f"Last updated: {day} March 2024",) if day else ()
    return "\n\n".join((f"# {title}", *dated, *paragraphs)).encode()


def version(
    number: int, content: bytes, path: str = "Hearthbook/Terms of Service.md", days: int = 0
) -> RecordedVersion:
    service, _, name = path.partition("/")
    return RecordedVersion(
        path=path,
        service=service,
        terms_type=name.removesuffix(".md"),
        reference=f"{number:040x}",
        recorded_at=START + timedelta(days=days or number),
        note="Record new changes",
        sources=("https://hearthbook.example/terms",),
        sha256=sha256(content).hexdigest(),
        size=len(content),
        content=content,
    )


def record(*versions: RecordedVersion) -> Tally:
    return Pipeline(default_finder(), "test").run(versions)


def history(*contents: bytes) -> list[Change]:
    """Record a document's versions; return its changes."""
    record(*(version(number, content) for number, content in enumerate(contents, 1)))
    return list(Document.objects.get().changes.order_by("id"))
