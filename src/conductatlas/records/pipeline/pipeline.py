"""Taking recorded versions one after the other: what each did is worked out, and written as records.

Versions are taken in the order in which they were recorded. They are written in batches, each in one transaction, so
that a process that is killed leaves whole batches behind; the next run goes on with the first version that is missing.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Protocol

from django.db import transaction

from conductatlas.changes import JudgedText, Step, Verdict, begin, capture_failure, step
from conductatlas.provisions import Finder, reads_language
from conductatlas.reading import Document as ReadDocument
from conductatlas.reading import language_of, read_markdown
from conductatlas.records.models import Collection, Document, Kind, Platform, StoredText, Version
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.judging import JudgementCache
from conductatlas.records.pipeline.recording import Recorder
from conductatlas.records.pipeline.state import DocumentState, load_states
from conductatlas.records.review import Decisions
from conductatlas.records.slugs import free_slug

_VERSIONS_PER_BATCH = 100
_COMPRESSION = 6


class Recorded(Protocol):
    """A recorded version as the pipeline needs it; `exchange` makes them."""

    @property
    def path(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def terms_type(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def recorded_at(self) -> datetime: ...
    @property
    def note(self) -> str: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def sha256(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def content(self) -> bytes | None: ...


@dataclass
class Tally:
    """What a run read and made."""

    read: int = 0
    new: int = 0
    texts: int = 0
    documents: int = 0
    platforms: int = 0
    provisions: int = 0
    units_judged: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    items: Counter[str] = field(default_factory=Counter)
    unusable: list[str] = field(default_factory=list)


class Pipeline:
    """Takes the recorded versions of one collection and writes records of them."""

    def __init__(self, finder: Finder, collection: str) -> None:
        self._finder = finder
        self._name = collection
        self._batch = Batch()
        decisions = Decisions()
        self._judgements = JudgementCache(finder, self._batch, decisions)
        self._recorder = Recorder(finder, self._batch, decisions)
        self._states: dict[str, dict[str, DocumentState]] = {}
        self._platforms: dict[str, Platform] = {}
        self._texts: dict[str, StoredText] = {}
        self._collection = Collection()
        self.tally = Tally()

    def run(self, versions: Iterable[Recorded], progress: Callable[[int], None] = lambda read: None) -> Tally:
        """Take all versions that are not yet recorded; call `progress` with the number read so far."""
        self._collection, _ = Collection.objects.get_or_create(slug=self._name, defaults={"name": self._name})
        known = set(
            Version.objects.filter(document__collection=self._collection).values_list("document__path", "reference")
        )
        self._platforms = {platform.name: platform for platform in Platform.objects.all()}
        stream = self._unknown(versions, known, progress)
        while batch := list(islice(stream, _VERSIONS_PER_BATCH)):
            with transaction.atomic():
                self._batch.start()
                for recorded in batch:
                    self._take(recorded)
                self._batch.write()
            self._texts.clear()
            self._recorder.forget()
            progress(self.tally.read)
        self.tally.units_judged = self._judgements.judged
        return self.tally

    def _unknown(
        self, versions: Iterable[Recorded], known: set[tuple[str, str]], progress: Callable[[int], None]
    ) -> Iterator[Recorded]:
        for recorded in versions:
            self.tally.read += 1
            if (recorded.path, recorded.reference) not in known:
                self.tally.new += 1
                yield recorded
            progress(self.tally.read)

    def _take(self, recorded: Recorded) -> None:
        """Take one version: store its text, compare it with the last good one, record what it did."""
        siblings = self._states_of(recorded)
        state = siblings.get(recorded.path) or self._open(siblings, recorded)
        version = self._version(state, recorded)
        document = read_markdown((recorded.content or b"").decode("utf-8", "replace"))
        problem = _problem(recorded)
        if problem is None and state.good is None:
            problem = capture_failure(None, document)
            if problem is None:
                self._begin(state, version, document)
                return
        if state.good is None:
            version.failed = True
            self.tally.verdicts[Verdict.FAILED] += 1
            return
        outcome = self._compare(state, version, document, problem)
        self.tally.verdicts[outcome.verdict] += 1
        self.tally.items.update(one.kind.value for one in outcome.followed if one.kind is not None)
        if outcome.verdict is not Verdict.NONE:
            self._recorder.step(state, siblings.values(), version, document, outcome)
        version.failed = outcome.verdict is Verdict.FAILED
        if not version.failed:
            state.stand_at(version)

    def _compare(self, state: DocumentState, version: Version, document: ReadDocument, problem: str | None) -> Step:
        standing = state.standing()
        if problem is not None:
            self.tally.unusable.append(f"{state.document.path} at {version.reference}: {problem}")
            return Step(Verdict.FAILED, (problem,), 0, (), standing)
        old = state.judged or self._judged(state, read_markdown(state.good.text.text if state.good else ""))
        new = self._judged(state, document)
        gone = [one.dormant for one in state.lately_gone(version.recorded_at)]
        outcome = step(self._finder, old, standing, new, gone, self._batch.numbers[Kind.PROVISION] + 1)
        state.judged = old if outcome.verdict is Verdict.FAILED else new
        before = state.same_text_before(version)
        if before is not None and outcome.verdict is not Verdict.NONE:
            # Pages that flap between two texts say nothing new when they come back to one.
            returned = f"The text is again that of version {before.ordinal}, word for word."
            return replace(outcome, verdict=Verdict.TECHNICAL, reasons=(returned, *outcome.reasons))
        return outcome

    def _begin(self, state: DocumentState, version: Version, document: ReadDocument) -> None:
        state.document.language = language_of(document) or ""
        self._batch.change(state.document, "language")
        state.judged = self._judged(state, document)
        _, findings = begin(self._finder, state.judged, 1)
        self._recorder.first(state, version, document, findings)
        state.stand_at(version)

    def _judged(self, state: DocumentState, document: ReadDocument) -> JudgedText:
        """Judge a text; one in a language that the finder can't read is followed as a text, without provisions."""
        units = self._finder.units(document)
        if not reads_language(state.document.language):
            return JudgedText(document, units, ({},) * len(units))
        return JudgedText(document, units, self._judgements.confidences(units))

    def _states_of(self, recorded: Recorded) -> dict[str, DocumentState]:
        """The states of all documents of the version's platform; loaded when the platform first occurs in a run."""
        if recorded.service not in self._states:
            platform = self._platforms.get(recorded.service)
            known = load_states(platform, self._collection.pk) if platform and platform.pk else {}
            self._states[recorded.service] = known
        return self._states[recorded.service]

    def _open(self, siblings: dict[str, DocumentState], recorded: Recorded) -> DocumentState:
        """Make the record of a document, and of its platform, that occurs for the first time."""
        platform = self._platforms.get(recorded.service)
        if platform is None:
            taken = {other.slug for other in self._platforms.values()}
            platform = Platform(name=recorded.service, slug=free_slug(recorded.service, taken))
            self._platforms[recorded.service] = platform
            self._batch.add(platform)
            self.tally.platforms += 1
        document = Document(
            id=self._batch.take(Kind.DOCUMENT),
            platform=platform,
            collection=self._collection,
            terms_type=recorded.terms_type,
            path=recorded.path,
        )
        self._batch.add(document)
        self.tally.documents += 1
        siblings[recorded.path] = DocumentState(document)
        return siblings[recorded.path]

    def _version(self, state: DocumentState, recorded: Recorded) -> Version:
        state.versions += 1
        version = Version(
            document=state.document,
            ordinal=state.versions,
            recorded_at=recorded.recorded_at,
            reference=recorded.reference,
            note=recorded.note,
            sources=list(recorded.sources),
            text=self._stored(recorded),
        )
        self._batch.add(version)
        return version

    def _stored(self, recorded: Recorded) -> StoredText:
        text = self._texts.get(recorded.sha256) or StoredText.objects.filter(sha256=recorded.sha256).first()
        if text is None:
            packed = None if recorded.content is None else zlib.compress(recorded.content, _COMPRESSION)
            text = StoredText(sha256=recorded.sha256, size=recorded.size, compressed=packed)
            self._batch.add(text)
            self.tally.texts += 1
        self._texts[recorded.sha256] = text
        return text


def _problem(recorded: Recorded) -> str | None:
    """Say why a version's bytes are no text, in one sentence; None where they are."""
    if recorded.content is None:
        return f"The text has {recorded.size:,} bytes, which is more than a governance document can have."
    if b"\0" in recorded.content:
        return f"The text is binary: byte {recorded.content.index(0):,} is zero."
    try:
        recorded.content.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"The text is not UTF-8 from byte {error.start:,} on."
    return None
