"""Taking recorded versions one after the other: what each did is worked out, and written as records.

Versions are taken in the order in which they were recorded. They are written in batches, each in one transaction, so
that a process that is killed leaves whole batches behind; the next run goes on with the first version that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from conductatlas.changes import Begun, Compared, Step, Text, Verdict, is_technical
from conductatlas.provisions import Finder
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import TAKEN_BACK, Collection, Document, Provision, Version
from conductatlas.records.news import import_ended, news_of
from conductatlas.records.pipeline.answers import Answers
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.loading import PlatformStates
from conductatlas.records.pipeline.places import Places
from conductatlas.records.pipeline.queue import Queued, VersionQueue
from conductatlas.records.pipeline.recording import Recorder
from conductatlas.records.pipeline.state import DocumentState
from conductatlas.records.pipeline.tally import Tally
from conductatlas.records.pipeline.texts import StoredTexts, text_of
from conductatlas.records.review import Decisions
from conductatlas.records.workers import Workers

_VERSIONS_PER_BATCH = 100
# How many versions are read ahead, so that the workers always have some documents to answer for.
_VERSIONS_AHEAD = 400
_COLLAPSED = "Nobody confirmed it before a later capture came."
_COLLAPSED_SINCE = "A later capture lost even more."
_HELD = "At first it was held back, as the capture may have been a faulty one."
_CONFIRMED = "A later capture confirmed it."
# One that was made by the same new rules says nothing of what these leave out.
_MADE_ALIKE = "A later capture, made in the same new way, agrees."
_STOOD = "It has stood so long since that it counts as confirmed."
_HELD_TOO = "At first it was held back, as the capture of the version before it may have been a faulty one."


class Pipeline:
    """Takes the recorded versions of one collection and writes records of them."""

    def __init__(self, finder: Finder, collection: str, jobs: int = 1, address: str = "") -> None:
        """An import is shared out among so many processes as there are `jobs`, besides the one that writes.

        `address` is where the collection's repository is on the web; empty where that is not known.
        """
        self._finder = finder
        self._name = collection
        self._address = address
        self._jobs = jobs
        self._workers: Workers | None = None
        self._batch = Batch()
        self._decisions = Decisions()
        self._texts = StoredTexts(self._batch)
        self._answers = Answers(finder, self._batch, self._texts, self._decisions)
        self._recorder = Recorder(finder, self._batch, self._decisions, self._answers.may_be_said)
        self.tally = Tally()
        self._places = Places(self._batch, self.tally)
        self._resting: set[str] = set()
        self._seen_until = datetime.min.replace(tzinfo=UTC)
        self._importing = False
        self._paths_read: set[str] = set()

    def run(self, versions: Iterable[RecordedVersion], progress: Callable[[int], None] = lambda read: None) -> Tally:
        """Take all versions that are not yet recorded; call `progress` with the number read so far."""
        self._importing = True
        self._places.collection = self._collection()
        of_collection = Version.objects.filter(document__collection=self._places.collection)
        known = set(of_collection.values_list("document__path", "reference"))
        self._places.look_afresh()
        with ExitStack() as stack:
            queue = VersionQueue(self._unknown(versions, known, progress), self._ask)
            ahead = _VERSIONS_PER_BATCH
            while queue.fill(ahead):
                if self._jobs > 1 and self._workers is None and len(queue) == ahead:
                    # Only now is it worth while to start processes.
                    self._workers = stack.enter_context(Workers(self._jobs, self._finder, self._decisions.types))
                    ahead = _VERSIONS_AHEAD
                    queue.fill(ahead)
                self._take_batch(queue)
                progress(self.tally.read - len(queue))
            self._workers = None
        with self._written():
            self._settle()
            self._catch_up()
        import_ended(self._places.collection.pk, timezone.now())
        self.tally.texts, self.tally.units_judged = self._texts.added, self._answers.judgements.added
        return self.tally

    def _take_batch(self, queue: VersionQueue) -> None:
        """Take the versions that come first, in one transaction."""
        with self._written():
            self._texts.look_up(queue.texts(_VERSIONS_PER_BATCH))
            for queued in queue.take(_VERSIONS_PER_BATCH):
                if queued.recorded.path not in self._resting:
                    try:
                        self._take(queued)
                    except Exception as error:
                        # An error of ours, most likely: who reports it must be able to say of which text.
                        error.add_note(f"while taking {queued.recorded.path} at {queued.recorded.reference}")
                        raise
        self._texts.forget()
        self._answers.judgements.forget()
        self._recorder.forget()

    def _ask(self, queued: Queued) -> None:
        """Ask a worker what a version did, of whose platform all before it are recorded."""
        recorded = queued.recorded
        if self._workers is None or recorded.path in self._resting or recorded.problem is not None:
            return
        text = Text(recorded.sha256, recorded.content or b"")
        state = self._places.find(recorded, lambda: self._answers.language_of(text)).state
        if state is None or state.good is None:
            queued.begun = self._workers.begin(recorded.path, text)
        elif not (state.held or state.states_nothing()):
            queued.compared = self._workers.compare(recorded.path, self._answers.question(state, queued, text))

    def _collection(self) -> Collection:
        found, _ = Collection.objects.get_or_create(slug=self._name, defaults={"name": self._name})
        if self._address and found.address != self._address:
            found.address = self._address
            found.save(update_fields=["address"])
        return found

    def record(self, recorded: RecordedVersion, known: Begun | None = None) -> Version:
        """Take one version that was just captured, in the caller's transaction where there is one.

        `known` is what it is as a first version, found out beforehand; where that is of another method, or people
        decided about its words, or it is no first version after all, it counts for nothing.
        """
        self._places.collection = self._collection()
        with self._written():
            self._look_afresh()
            return self._take(Queued(recorded, new=True, known=known))

    def seen_again(self, document: Document, at: datetime) -> Document:
        """Take note that a page had the text of its latest version at a later moment too; give its document.

        A version that is held is confirmed by that, once it stood long enough. One that failed for being in another
        language becomes the first of a document of its own.
        """
        latest = Version.objects.filter(document=document).select_related("text").order_by("-ordinal").first()
        ripe = latest is not None and latest.held_until is not None and latest.held_until <= at
        if latest is None or not (ripe or latest.failed):
            return document
        self._places.collection = document.collection
        with self._written():
            self._look_afresh()
            siblings = self._places.of(document.platform.name)
            state = siblings.known(document.id)
            if ripe and state.held:
                self._resolve(state, siblings, _STOOD, confirm=True)
            elif any(state.stays_in(language, at) for language in state.astray):
                return self._take(Queued(_seen(latest, document, at), new=False)).document
        return document

    def decide(self, held: Version, why: str, *, confirm: bool) -> None:
        """Take a person's word for a version that is held; its document, platform and collection must be loaded."""
        self._places.collection = held.document.collection
        self._places.look_afresh()
        with self._written():
            siblings = self._places.of(held.document.platform.name)
            state = siblings.known(held.document_id)
            if state.held:
                self._resolve(state, siblings, why, confirm=confirm)

    def _look_afresh(self) -> None:
        """Forget what is kept in memory: another process may have written since. Call it under the lock of a write."""
        self._places.look_afresh()
        self._answers.look_afresh()
        self._texts.forget()
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
        documents = Document.objects.filter(collection=self._places.collection, taken_back=True)
        self._resting = set(documents.values_list("path", flat=True))
        provisions = Provision.objects.filter(document__collection=self._places.collection, state__in=TAKEN_BACK)
        taken_back = dict(provisions.values_list("id", "state"))
        if not taken_back:
            return
        for state in self._places.loaded():
            for provision in state.provisions():
                provision.state = taken_back.get(provision.id, provision.state)

    def _unknown(
        self, versions: Iterable[RecordedVersion], known: set[tuple[str, str]], progress: Callable[[int], None]
    ) -> Iterator[RecordedVersion]:
        for recorded in versions:
            self.tally.read += 1
            self._paths_read.add(recorded.path)
            self._seen_until = max(self._seen_until, recorded.recorded_at)
            if (recorded.path, recorded.reference) not in known:
                yield recorded
            else:
                progress(self.tally.read)

    def _take(self, queued: Queued) -> Version:
        """Take one version: store its text, compare it with the last good one, record what it did."""
        self.tally.new += 1
        recorded = queued.recorded
        siblings = self._places.of(recorded.service)
        text = Text(recorded.sha256, recorded.content or b"")
        problem = recorded.problem
        place = self._places.find(recorded, lambda: self._answers.language_of(text))
        state = place.state or self._places.open(recorded, place)
        if not (self._importing or state.document.caught_up):
            state.document.caught_up = True
            self._batch.change(state.document, "caught_up")
        version = self._version(state, recorded)
        if state.good is None:
            begun = Begun(problem) if problem else self._answers.begun(queued, text)
            if begun.failure:
                version.failed = True
                self.tally.verdicts[Verdict.FAILED] += 1
            else:
                self._begin(state, version, begun)
                state.stand_at(version, text)
            return version
        if problem is not None:
            self.tally.unusable.append(f"{state.document.path} at {version.reference}: {problem}")
            self._record(state, siblings, version, text, Compared.failed(problem))
            return version
        self._begin_late(state)
        if state.held:
            self._hear(state, siblings, version, text)
        compared = self._answers.compared(state, version, queued, text)
        if state.held and not self._goes_on(state, siblings, compared.step):
            compared = self._answers.compared(state, version, queued, text)
        outcome = compared.step
        if outcome.doubt:
            version.held = outcome.doubt
            until = None if outcome.stands_for is None else version.recorded_at + outcome.stands_for
            version.held_until = state.held[0].held_until if state.held else until
            state.held.append(version)
            return version
        if recorded.reread and outcome.verdict is not Verdict.NONE:
            compared = compared.with_verdict(Verdict.TECHNICAL, recorded.reread)
        self._record(state, siblings, version, text, compared)
        return version

    def _hear(self, state: DocumentState, siblings: PlatformStates, version: Version, text: Text) -> None:
        """Let a later capture say whether the versions that are held were states of the document.

        They were if what they say stood long enough, and were not if the later one is more like the last good one; but
        one that collapsed never was, whatever came later. One that is like them before the time is over leaves it open,
        since what broke one capture may well break the next. A capture that is certainly a failed one says nothing.
        """
        first, latest = state.held[0], state.held[-1]
        if self._answers.has_certainly_failed(state, text):
            return
        if first.held_until is None:
            self._resolve(state, siblings, _COLLAPSED, confirm=False)
        elif version.recorded_at >= first.held_until:
            self._resolve(state, siblings, _STOOD, confirm=True)
        elif not self._answers.is_nearer(text, latest, state):
            hours = round((version.recorded_at - first.recorded_at).total_seconds() / 3600)
            self._resolve(state, siblings, f"{hours:,} hours later the page had what it had before.", confirm=False)

    def _goes_on(self, state: DocumentState, siblings: PlatformStates, outcome: Step) -> bool:
        """Whether the doubt of the versions that are held goes on with one that is like them, by its own outcome.

        One that is like them and beyond doubt confirms them; one that collapsed since then says that they were on the
        way to it.
        """
        if outcome.doubt and outcome.stands_for is not None:
            return True
        if outcome.doubt:
            self._resolve(state, siblings, _COLLAPSED_SINCE, confirm=False)
        elif outcome.verdict is not Verdict.FAILED:
            self._resolve(state, siblings, _CONFIRMED, confirm=True)
        return outcome.verdict is Verdict.FAILED

    def _resolve(self, state: DocumentState, siblings: PlatformStates, why: str, *, confirm: bool) -> None:
        """Take the versions that were held for states of their document, or else for failed captures."""
        waiting, state.held = state.held, []
        for place, held in enumerate(waiting):
            # What it would do was reckoned before it was told what it did: the two numbers are not the same.
            said = _MADE_ALIKE if why == _CONFIRMED and is_technical(held.note) else why
            reasons = (held.held, said) if not confirm else (_HELD_TOO,) if place else (_HELD, said)
            held.held, held.held_until = "", None
            self._batch.change(held, "held", "held_until")
            text = text_of(held.text)
            if confirm:
                compared = self._answers.confirmed(state, held, text).with_more_reasons(*reasons)
            else:
                compared = Compared.failed(*reasons)
            self._record(state, siblings, held, text, compared)

    def _record(
        self, state: DocumentState, siblings: PlatformStates, version: Version, text: Text, compared: Compared
    ) -> None:
        """Record what a version did."""
        outcome = compared.step
        self.tally.verdicts[outcome.verdict] += 1
        if outcome.verdict is not Verdict.NONE:
            change, items = self._recorder.step(state, siblings, version, compared)
            self.tally.items.update(item.kind for item in items)
            if outcome.verdict is not Verdict.FAILED and state.document.caught_up:
                self._batch.add(news_of(change, timezone.now(), importing=self._importing))
        if outcome.verdict is Verdict.FAILED:
            version.failed = True
            self._batch.change(version, "failed")
            state.fail(outcome.reasons[0], version.recorded_at)
        else:
            self._speak(state, compared.language)
            state.stand_at(version, text)

    def _settle(self) -> None:
        """Confirm the versions that stood long enough until the last moment that the archive tells of."""
        held = Version.objects.filter(document__collection=self._places.collection, held_until__lte=self._seen_until)
        for version in held.select_related("document__platform").order_by("recorded_at", "document_id"):
            siblings = self._places.of(version.document.platform.name)
            state = siblings.known(version.document_id)
            if state.held:
                self._resolve(state, siblings, _STOOD, confirm=True)

    def _catch_up(self) -> None:
        """Close the history of the documents that this run took up: what comes after it is news."""
        for path, identity in Document.objects.filter(collection=self._places.collection, caught_up=False).values_list(
            "path", "id"
        ):
            if path in self._paths_read:
                Document.objects.filter(id=identity).update(caught_up=True)

    def _begin(self, state: DocumentState, version: Version, begun: Begun) -> None:
        """Record what a document states in the first version whose language is read."""
        self._answers.keep(version, begun)
        self._speak(state, begun.language)
        self._recorder.first(state, version, begun)
        state.asked = True

    def _begin_late(self, state: DocumentState) -> None:
        """Record what the last good version of a document states that was recorded before its language was read."""
        if state.good is None or not state.states_nothing():
            return
        begun = self._answers.begun_late(state)
        if begun is not None and not Provision.objects.filter(document=state.document).exists():
            self._begin(state, state.good, begun)

    def _speak(self, state: DocumentState, language: str) -> None:
        """Take note of the language that a document is in now."""
        if state.document.language != language:
            state.document.language = language
            self._batch.change(state.document, "language")

    def _version(self, state: DocumentState, recorded: RecordedVersion) -> Version:
        """The row of a version; one that is dated before the version that it follows was recorded after that one."""
        state.versions += 1
        is_late = recorded.recorded_at < state.seen_at
        state.seen_at = max(state.seen_at, recorded.recorded_at)
        version = Version(
            document=state.document,
            ordinal=state.versions,
            recorded_at=state.seen_at,
            dated_at=recorded.recorded_at if is_late else None,
            reference=recorded.reference,
            note=recorded.note,
            sources=list(recorded.sources),
            text=self._texts.text_of(recorded),
        )
        self._batch.add(version)
        return version


def _seen(version: Version, document: Document, at: datetime) -> RecordedVersion:
    """The text of a version, as if it were recorded at a later moment at which the page had it too."""
    text = version.text
    return RecordedVersion(
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
