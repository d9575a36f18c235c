"""Taking recorded versions one after the other: what each did is worked out, and written as records.

Versions are taken in the order in which they were recorded. They are written in batches, each in one transaction, so
that a process that is killed leaves whole batches behind; the next run goes on with the first version that is missing.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice

from django.db import transaction
from django.utils import timezone

from conductatlas.changes import (
    STANDS_FOR,
    FirstText,
    JudgedText,
    Step,
    Verdict,
    capture_failure,
    comes_and_goes,
    first_text,
    is_nearer,
    judged_text,
    step,
)
from conductatlas.provisions import Finder
from conductatlas.reading import Document as ReadDocument
from conductatlas.reading import language_of, read_markdown
from conductatlas.records.languages import language_name
from conductatlas.records.models import (
    TAKEN_BACK,
    Collection,
    Document,
    Kind,
    Platform,
    Provision,
    StoredText,
    Version,
)
from conductatlas.records.news import import_ended, news_of
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.judging import JudgementCache
from conductatlas.records.pipeline.recorded import Recorded, RecordedText, problem_of
from conductatlas.records.pipeline.recording import Recorder
from conductatlas.records.pipeline.state import DocumentState, PlatformStates
from conductatlas.records.review import Decisions
from conductatlas.records.slugs import free_slug

_VERSIONS_PER_BATCH = 100
_COMPRESSION = 6
_COLLAPSED = "Nobody confirmed it before a later capture came."
_STOOD = "It stood for so long that it was confirmed."


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
        self._decisions = Decisions()
        self._judgements = JudgementCache(finder, self._batch, self._decisions)
        self._recorder = Recorder(finder, self._batch, self._decisions)
        self._states: dict[str, PlatformStates] = {}
        self._platforms: dict[str, Platform] = {}
        self._texts: dict[str, StoredText] = {}
        self._resting: set[str] = set()
        self._collection = Collection()
        self._seen_until = datetime.min.replace(tzinfo=UTC)
        self._importing = False
        self._paths_read: set[str] = set()
        self.tally = Tally()

    def run(self, versions: Iterable[Recorded], progress: Callable[[int], None] = lambda read: None) -> Tally:
        """Take all versions that are not yet recorded; call `progress` with the number read so far."""
        self._importing = True
        self._collection, _ = Collection.objects.get_or_create(slug=self._name, defaults={"name": self._name})
        known = set(
            Version.objects.filter(document__collection=self._collection).values_list("document__path", "reference")
        )
        self._platforms = {platform.name: platform for platform in Platform.objects.all()}
        stream = self._unknown(versions, known, progress)
        while batch := list(islice(stream, _VERSIONS_PER_BATCH)):
            with self._written():
                for recorded in batch:
                    if recorded.path not in self._resting:
                        self._take(recorded)
            self._texts.clear()
            self._recorder.forget()
            progress(self.tally.read)
        with self._written():
            self._settle()
            self._catch_up()
        import_ended(self._collection.pk, timezone.now())
        self.tally.units_judged = self._judgements.judged
        return self.tally

    def record(self, recorded: Recorded, first: FirstText | None = None) -> Version:
        """Take one version that was just captured, in the caller's transaction where there is one.

        `first` is what its text states as a first version, worked out beforehand; where it is of another method, or is
        no first version after all, that counts for nothing.
        """
        self._collection, _ = Collection.objects.get_or_create(slug=self._name, defaults={"name": self._name})
        with self._written():
            self._look_afresh()
            return self._take(recorded, first)

    def seen_again(self, document: Document, at: datetime) -> Document:
        """Take note that a page had the text of its latest version at a later moment too; give its document.

        A version that is held is confirmed by that, once it stood long enough. One that failed for being in another
        language becomes the first of a document of its own.
        """
        latest = Version.objects.filter(document=document).select_related("text").order_by("-ordinal").first()
        ripe = latest is not None and latest.held_until is not None and latest.held_until <= at
        if latest is None or not (ripe or latest.failed):
            return document
        self._collection = document.collection
        with self._written():
            self._look_afresh()
            siblings = self._states_of(document.platform.name)
            state = siblings[document.id]
            if ripe and state.held is not None:
                self._resolve(state, siblings, state.held, _STOOD, confirm=True)
            elif any(state.stays_in(language, at) for language in state.astray):
                return self._take(_seen(latest, document, at)).document
        return document

    def decide(self, held: Version, why: str, *, confirm: bool) -> None:
        """Take a person's word for a version that is held; its document, platform and collection must be loaded."""
        self._collection = held.document.collection
        self._platforms = {platform.name: platform for platform in Platform.objects.all()}
        with self._written():
            siblings = self._states_of(held.document.platform.name)
            state = siblings[held.document_id]
            if state.held is not None:
                self._resolve(state, siblings, state.held, why, confirm=confirm)

    def _look_afresh(self) -> None:
        """Forget what is kept in memory: another process may have written since. Call it under the lock of a write."""
        self._platforms = {platform.name: platform for platform in Platform.objects.all()}
        self._decisions.refresh()
        self._states.clear()
        self._texts.clear()
        self._recorder.forget()

    @contextmanager
    def _written(self) -> Iterator[None]:
        """One transaction, at the end of which everything that was added to the batch is written."""
        with transaction.atomic():
            self._batch.start()
            self._heed_retractions()
            yield
            self._batch.write()

    def _heed_retractions(self) -> None:
        """Learn what people withdrew or merged since the last write: such documents rest, such provisions stay so."""
        documents = Document.objects.filter(collection=self._collection, taken_back=True)
        self._resting = set(documents.values_list("path", flat=True))
        provisions = Provision.objects.filter(document__collection=self._collection, state__in=TAKEN_BACK)
        taken_back = dict(provisions.values_list("id", "state"))
        for state in (state for siblings in self._states.values() for state in siblings.loaded()):
            for provision in state.provisions():
                provision.state = taken_back.get(provision.id, provision.state)

    def _unknown(
        self, versions: Iterable[Recorded], known: set[tuple[str, str]], progress: Callable[[int], None]
    ) -> Iterator[Recorded]:
        for recorded in versions:
            self.tally.read += 1
            self._paths_read.add(recorded.path)
            self._seen_until = max(self._seen_until, recorded.recorded_at)
            if (recorded.path, recorded.reference) not in known:
                yield recorded
            progress(self.tally.read)

    def _take(self, recorded: Recorded, first: FirstText | None = None) -> Version:
        """Take one version: store its text, compare it with the last good one, record what it did."""
        self.tally.new += 1
        siblings = self._states_of(recorded.service)
        markdown = (recorded.content or b"").decode("utf-8", "replace")
        problem = problem_of(recorded)
        state = self._state_for(siblings, recorded, markdown)
        if not (self._importing or state.document.caught_up):
            state.document.caught_up = True
            self._batch.change(state.document, "caught_up")
        version = self._version(state, recorded)
        if state.good is None:
            if problem is None:
                self._begin(state, version, self._first_text(markdown, first))
            else:
                self._fail(version)
            return version
        document = read_markdown(markdown)
        if problem is not None:
            self.tally.unusable.append(f"{state.document.path} at {version.reference}: {problem}")
            self._record(state, siblings, version, document, Step(Verdict.FAILED, (problem,), 0, (), state.standing()))
            return version
        if state.held is not None:
            self._hear(state, siblings, state.held, version, document)
        outcome = self._compare(state, version, document, confirmed=bool(recorded.reread))
        if outcome.doubt:
            version.held = outcome.doubt
            version.held_until = None if outcome.stands_for is None else version.recorded_at + outcome.stands_for
            state.held = version
            return version
        if recorded.reread and outcome.verdict is not Verdict.NONE:
            outcome = replace(outcome, verdict=Verdict.TECHNICAL, reasons=(recorded.reread, *outcome.reasons))
        self._record(state, siblings, version, document, outcome)
        return version

    def _hear(
        self, state: DocumentState, siblings: PlatformStates, held: Version, version: Version, document: ReadDocument
    ) -> None:
        """Let a later capture say whether the version that is held was a state of the document.

        It was if it stood long enough, or if the later one is more like it than like the last good one; but one that
        collapsed never was, whatever came later. A later capture that is certainly a failed one says nothing.
        """
        good = read_markdown(state.good.text.text if state.good else "")
        failure = capture_failure(good, document)
        if failure is not None and failure.certain:
            return
        if held.held_until is None:
            self._resolve(state, siblings, held, _COLLAPSED, confirm=False)
        elif version.recorded_at >= held.held_until:
            self._resolve(state, siblings, held, _STOOD, confirm=True)
        elif is_nearer(document, read_markdown(held.text.text), good):
            self._resolve(state, siblings, held, "A later capture confirmed it.", confirm=True)
        else:
            hours = round((version.recorded_at - held.recorded_at).total_seconds() / 3600)
            why = f"{hours:,} hours later the page had what it had before."
            self._resolve(state, siblings, held, why, confirm=False)

    def _resolve(
        self, state: DocumentState, siblings: PlatformStates, held: Version, why: str, *, confirm: bool
    ) -> None:
        """Take a version that was held for a state of its document, or else for a failed capture."""
        reasons = (held.held, why)
        state.held = None
        held.held, held.held_until = "", None
        self._batch.change(held, "held", "held_until")
        document = read_markdown(held.text.text)
        if confirm:
            outcome = self._compare(state, held, document, confirmed=True)
            outcome = replace(outcome, reasons=(*outcome.reasons, *reasons))
        else:
            outcome = Step(Verdict.FAILED, reasons, 0, (), state.standing())
        self._record(state, siblings, held, document, outcome)

    def _record(
        self, state: DocumentState, siblings: PlatformStates, version: Version, document: ReadDocument, outcome: Step
    ) -> None:
        """Record what a version did."""
        self.tally.verdicts[outcome.verdict] += 1
        self.tally.items.update(one.kind.value for one in outcome.followed if one.kind is not None)
        if outcome.verdict is not Verdict.NONE:
            change = self._recorder.step(state, siblings, version, document, outcome)
            if outcome.verdict is not Verdict.FAILED and state.document.caught_up:
                self._batch.add(news_of(change, timezone.now(), importing=self._importing))
        if outcome.verdict is Verdict.FAILED:
            version.failed = True
            self._batch.change(version, "failed")
            state.fail(outcome.reasons[0], version.recorded_at)
        else:
            state.stand_at(version)

    def _settle(self) -> None:
        """Confirm the versions that stood long enough until the last moment that the archive tells of."""
        held = Version.objects.filter(document__collection=self._collection, held_until__lte=self._seen_until)
        for version in held.select_related("document__platform").order_by("recorded_at", "document_id"):
            siblings = self._states_of(version.document.platform.name)
            state = siblings[version.document_id]
            if state.held is not None:
                self._resolve(state, siblings, state.held, _STOOD, confirm=True)

    def _catch_up(self) -> None:
        """Close the history of the documents that this run took up: what comes after it is news."""
        for path, identity in Document.objects.filter(collection=self._collection, caught_up=False).values_list(
            "path", "id"
        ):
            if path in self._paths_read:
                Document.objects.filter(id=identity).update(caught_up=True)

    def _compare(
        self, state: DocumentState, version: Version, document: ReadDocument, *, confirmed: bool = False
    ) -> Step:
        old = state.judged or self._judged(state, read_markdown(state.good.text.text if state.good else ""))
        new = self._judged(state, document)
        gone = [one.dormant for one in state.lately_gone(version.recorded_at)]
        before = state.same_text_before(version)
        compared = partial(
            step, self._finder, old, state.standing(), new, gone, self._batch.numbers[Kind.PROVISION] + 1
        )
        outcome = compared(confirmed=confirmed)
        unsure = bool(outcome.doubt) or outcome.verdict is Verdict.FAILED
        # Whether a page flaps is asked only where it matters: every text that lately came and went is read for it.
        if not confirmed and (before is not None if unsure else comes_and_goes(outcome.followed)):
            flaps = self._flaps(state, version, document)
            if unsure and not flaps:
                outcome = compared(confirmed=True)
            elif flaps and not unsure:
                outcome = replace(outcome, doubt=flaps, stands_for=STANDS_FOR)
        state.judged = old if outcome.doubt or outcome.verdict is Verdict.FAILED else new
        if before is None or outcome.verdict is Verdict.NONE:
            return outcome
        # Pages that flap between two texts say nothing new when they come back to one.
        returned = f"The text is again that of version {before.ordinal}, word for word."
        return replace(outcome, verdict=Verdict.TECHNICAL, reasons=(returned, *outcome.reasons))

    def _flaps(self, state: DocumentState, version: Version, document: ReadDocument) -> str:
        """Say so where a text is one, or is nearer to one than to what stands, that lately came and went."""
        good = state.judged.document if state.judged else None
        for lately in state.excursions(version.recorded_at):
            same = lately.text.sha256 == version.text.sha256
            if same or (good is not None and is_nearer(document, read_markdown(lately.text.text), good)):
                return f"The page flaps: the text is like that of version {lately.ordinal}, which soon gave way."
        return ""

    def _begin(self, state: DocumentState, version: Version, first: FirstText) -> None:
        """Take the first version of a document that is no failed capture."""
        if first.failed:
            self._fail(version)
            return
        state.document.language = first.language
        self._batch.change(state.document, "language")
        self._recorder.first(state, version, first.stated)
        state.stand_at(version)

    def _fail(self, version: Version) -> None:
        """Mark a version that comes before any good one."""
        version.failed = True
        self.tally.verdicts[Verdict.FAILED] += 1

    def _first_text(self, markdown: str, known: FirstText | None) -> FirstText:
        """What a text states as the first version; what is known of it counts unless people decided about its words."""
        if known is None or known.method != self._finder.method or self._judgements.are_decided(known.judgements):
            return first_text(self._finder, markdown, self._judgements.confidences)
        self._judgements.take_over(known.judgements)
        return known

    def _judged(self, state: DocumentState, document: ReadDocument) -> JudgedText:
        return judged_text(self._finder, document, state.document.language, self._judgements.confidences)

    def _states_of(self, service: str) -> PlatformStates:
        """The states of all documents of a platform."""
        if service not in self._states:
            platform = self._platforms.get(service)
            recorded = platform if platform and platform.pk else None
            self._states[service] = PlatformStates(recorded, self._collection.pk)
        return self._states[service]

    def _state_for(self, siblings: PlatformStates, recorded: Recorded, markdown: str) -> DocumentState:
        """The record that a version belongs to: a page that changed its language for good has one for each."""
        of_page = siblings.of_page(recorded.path)
        if not of_page:
            return self._open(siblings, recorded)
        latest = max(of_page, key=lambda state: state.seen_at)
        if len(of_page) == 1 and not latest.astray:
            return latest
        language = language_of(read_markdown(markdown)) or ""
        for state in of_page:
            if language and state.document.language == language:
                return state
        if latest.stays_in(language, recorded.recorded_at):
            return self._open(siblings, recorded, language, of_page[0].document)
        return latest

    def _open(
        self, siblings: PlatformStates, recorded: Recorded, variant: str = "", origin: Document | None = None
    ) -> DocumentState:
        """Make the record of a document, and of its platform, that occurs for the first time.

        `variant` and `origin`: the language in which a page goes on, and the document that it was before.
        """
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
            terms_type=recorded.terms_type if origin is None else f"{origin.terms_type} ({language_name(variant)})",
            path=recorded.path,
            variant=variant,
            caught_up=origin is not None and origin.caught_up,
        )
        self._batch.add(document)
        self.tally.documents += 1
        return siblings.open(document)

    def _version(self, state: DocumentState, recorded: Recorded) -> Version:
        state.versions += 1
        state.seen_at = recorded.recorded_at
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


def _seen(version: Version, document: Document, at: datetime) -> RecordedText:
    """The text of a version, as if it were recorded at a later moment at which the page had it too."""
    text = version.text
    return RecordedText(
        document.path,
        document.platform.name,
        document.terms_type,
        version.reference,
        at,
        version.note,
        tuple(version.sources),
        text.sha256,
        text.size,
        text.content,
    )
