"""Taking recorded versions one after the other: what each did is worked out, and written as records.

Versions are taken in the order in which they were recorded. They are written in batches, each in one transaction, so
that a process that is killed leaves whole batches behind; the next run goes on with the first version that is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from conductatlas.changes import (
    STANDS_FOR,
    Begun,
    Compared,
    Comparison,
    Historian,
    Step,
    Text,
    Verdict,
    comes_and_goes,
)
from conductatlas.provisions import Finder, is_glossed
from conductatlas.records.languages import language_name
from conductatlas.records.models import (
    TAKEN_BACK,
    Collection,
    Document,
    Kind,
    Platform,
    Provision,
    Version,
)
from conductatlas.records.news import import_ended, news_of
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.judging import StoredJudgements
from conductatlas.records.pipeline.queue import Queued, VersionQueue
from conductatlas.records.pipeline.recorded import Recorded, RecordedText, problem_of
from conductatlas.records.pipeline.recording import Recorder
from conductatlas.records.pipeline.state import DocumentState, PlatformStates, text_of
from conductatlas.records.pipeline.texts import StoredTexts
from conductatlas.records.review import Decisions
from conductatlas.records.slugs import free_slug
from conductatlas.records.workers import Workers, answer_of

_VERSIONS_PER_BATCH = 100
# How many versions are read ahead, so that the workers always have some documents to answer for.
_VERSIONS_AHEAD = 400
_COLLAPSED = "Nobody confirmed it before a later capture came."
_COLLAPSED_SINCE = "A later capture lost even more."
_CONFIRMED = "A later capture confirmed it."
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


@dataclass(frozen=True, slots=True)
class _Place:
    """The document that a version belongs to; where it is a new one, the language in which a page goes on, and the
    document that it was before.
    """

    state: DocumentState | None
    variant: str = ""
    origin: Document | None = None


class Pipeline:
    """Takes the recorded versions of one collection and writes records of them."""

    def __init__(self, finder: Finder, collection: str, jobs: int = 1) -> None:
        """An import is shared out among so many processes as there are `jobs`, besides the one that writes."""
        self._finder = finder
        self._name = collection
        self._jobs = jobs
        self._workers: Workers | None = None
        self._batch = Batch()
        self._decisions = Decisions()
        self._judgements = StoredJudgements(self._batch)
        self._historian = Historian(finder, self._decisions.types, self._judgements.look_up)
        self._recorder = Recorder(finder, self._batch, self._decisions)
        self._states: dict[str, PlatformStates] = {}
        self._platforms: dict[str, Platform] = {}
        self._texts = StoredTexts(self._batch)
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
        import_ended(self._collection.pk, timezone.now())
        self.tally.texts, self.tally.units_judged = self._texts.added, self._judgements.added
        return self.tally

    def _take_batch(self, queue: VersionQueue) -> None:
        """Take the versions that come first, in one transaction."""
        with self._written():
            self._texts.look_up(queue.texts(_VERSIONS_PER_BATCH))
            for queued in queue.take(_VERSIONS_PER_BATCH):
                if queued.recorded.path not in self._resting:
                    self._take(queued)
        self._texts.forget()
        self._judgements.forget()
        self._recorder.forget()

    def _ask(self, queued: Queued) -> None:
        """Ask a worker what a version did, of whose platform all before it are recorded."""
        recorded = queued.recorded
        if self._workers is None or recorded.path in self._resting or problem_of(recorded) is not None:
            return
        text = Text(recorded.sha256, recorded.content or b"")
        state = self._place_of(self._states_of(recorded.service), recorded, text).state
        if state is None or state.good is None:
            queued.begun = self._workers.begin(recorded.path, text)
        elif not (state.held or state.states_nothing()):
            queued.compared = self._workers.compare(recorded.path, self._question(state, queued, text))

    def record(self, recorded: Recorded, known: Begun | None = None) -> Version:
        """Take one version that was just captured, in the caller's transaction where there is one.

        `known` is what it is as a first version, found out beforehand; where that is of another method, or people
        decided about its words, or it is no first version after all, it counts for nothing.
        """
        self._collection, _ = Collection.objects.get_or_create(slug=self._name, defaults={"name": self._name})
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
        self._collection = document.collection
        with self._written():
            self._look_afresh()
            siblings = self._states_of(document.platform.name)
            state = siblings.known(document.id)
            if ripe and state.held:
                self._resolve(state, siblings, _STOOD, confirm=True)
            elif any(state.stays_in(language, at) for language in state.astray):
                return self._take(Queued(_seen(latest, document, at), new=False)).document
        return document

    def decide(self, held: Version, why: str, *, confirm: bool) -> None:
        """Take a person's word for a version that is held; its document, platform and collection must be loaded."""
        self._collection = held.document.collection
        self._platforms = {platform.name: platform for platform in Platform.objects.all()}
        with self._written():
            siblings = self._states_of(held.document.platform.name)
            state = siblings.known(held.document_id)
            if state.held:
                self._resolve(state, siblings, why, confirm=confirm)

    def _look_afresh(self) -> None:
        """Forget what is kept in memory: another process may have written since. Call it under the lock of a write."""
        self._platforms = {platform.name: platform for platform in Platform.objects.all()}
        if self._decisions.refresh():
            self._historian.forget()
        self._states.clear()
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
        documents = Document.objects.filter(collection=self._collection, taken_back=True)
        self._resting = set(documents.values_list("path", flat=True))
        provisions = Provision.objects.filter(document__collection=self._collection, state__in=TAKEN_BACK)
        taken_back = dict(provisions.values_list("id", "state"))
        if not taken_back:
            return
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
            else:
                progress(self.tally.read)

    def _take(self, queued: Queued) -> Version:
        """Take one version: store its text, compare it with the last good one, record what it did."""
        self.tally.new += 1
        recorded = queued.recorded
        siblings = self._states_of(recorded.service)
        text = Text(recorded.sha256, recorded.content or b"")
        problem = problem_of(recorded)
        place = self._place_of(siblings, recorded, text)
        state = place.state or self._open(siblings, recorded, place)
        if not (self._importing or state.document.caught_up):
            state.document.caught_up = True
            self._batch.change(state.document, "caught_up")
        version = self._version(state, recorded)
        if state.good is None:
            begun = Begun(problem) if problem else self._begun(queued, text)
            if begun.failure:
                version.failed = True
                self.tally.verdicts[Verdict.FAILED] += 1
            else:
                self._begin(state, version, text, begun)
            return version
        if problem is not None:
            self.tally.unusable.append(f"{state.document.path} at {version.reference}: {problem}")
            self._record(state, siblings, version, text, Compared.failed(problem))
            return version
        self._state_what_stood(state)
        if state.held:
            self._hear(state, siblings, version, text)
        compared = self._compare(state, version, queued, text)
        if state.held and not self._goes_on(state, siblings, compared.step):
            compared = self._compare(state, version, queued, text)
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
        good = state.standing_text()
        if self._historian.has_certainly_failed(text, good):
            return
        if first.held_until is None:
            self._resolve(state, siblings, _COLLAPSED, confirm=False)
        elif version.recorded_at >= first.held_until:
            self._resolve(state, siblings, _STOOD, confirm=True)
        elif not self._historian.is_nearer(text, text_of(latest.text), good):
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
        for held in waiting:
            reasons = (held.held, why)
            held.held, held.held_until = "", None
            self._batch.change(held, "held", "held_until")
            text = text_of(held.text)
            if confirm:
                asked = self._comparison(state, held.recorded_at, text, confirmed=True, new=False)
                compared = self._as_recorded(state, held, self._historian.compare(asked)).with_more_reasons(*reasons)
            else:
                compared = Compared.failed(*reasons)
            self._record(state, siblings, held, text, compared)

    def _record(
        self, state: DocumentState, siblings: PlatformStates, version: Version, text: Text, compared: Compared
    ) -> None:
        """Record what a version did."""
        outcome = compared.step
        self.tally.verdicts[outcome.verdict] += 1
        self.tally.items.update(one.kind.value for one in outcome.followed if one.kind is not None)
        if outcome.verdict is not Verdict.NONE:
            change = self._recorder.step(state, siblings, version, compared)
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
        held = Version.objects.filter(document__collection=self._collection, held_until__lte=self._seen_until)
        for version in held.select_related("document__platform").order_by("recorded_at", "document_id"):
            siblings = self._states_of(version.document.platform.name)
            state = siblings.known(version.document_id)
            if state.held:
                self._resolve(state, siblings, _STOOD, confirm=True)

    def _catch_up(self) -> None:
        """Close the history of the documents that this run took up: what comes after it is news."""
        for path, identity in Document.objects.filter(collection=self._collection, caught_up=False).values_list(
            "path", "id"
        ):
            if path in self._paths_read:
                Document.objects.filter(id=identity).update(caught_up=True)

    def _compare(self, state: DocumentState, version: Version, queued: Queued, text: Text) -> Compared:
        """Tell what a version did, with ids for its new provisions; a worker may have been asked already."""
        if queued.compared is None:
            compared = self._historian.compare(self._question(state, queued, text))
        else:
            compared = answer_of(queued.compared)
        outcome = compared.step
        unsure = bool(outcome.doubt) or outcome.verdict is Verdict.FAILED
        # Whether a page flaps is asked only where it matters: every text that lately came and went is read for it.
        before = state.looked_like(compared.appearance, version.text.sha256, version.recorded_at)
        matters = before is not None if unsure else comes_and_goes(outcome.followed)
        if matters and not queued.recorded.reread:
            flaps = self._flaps(state, version, text, compared.appearance)
            if unsure and not flaps:
                compared = self._historian.compare(replace(self._question(state, queued, text), confirmed=True))
            elif flaps and not unsure:
                compared = compared.doubted(flaps, STANDS_FOR)
        return self._as_recorded(state, version, compared)

    def _question(self, state: DocumentState, queued: Queued, text: Text) -> Comparison:
        """The question what a version did to its document, after all before it were recorded."""
        confirmed = bool(queued.recorded.reread)
        return self._comparison(state, queued.recorded.recorded_at, text, confirmed=confirmed, new=queued.new)

    def _comparison(self, state: DocumentState, at: datetime, text: Text, *, confirmed: bool, new: bool) -> Comparison:
        """The question what a text did to its document at a time; with judgements where they may not be stored."""
        first, state.asked = not state.asked, True
        return Comparison(
            standing=state.standing_text(),
            text=text,
            language=state.document.language,
            provisions=state.standing(),
            dormant=tuple([one.dormant for one in state.lately_gone(at)]),
            confirmed=confirmed,
            with_judgements=new or first,
        )

    def _as_recorded(self, state: DocumentState, version: Version, compared: Compared) -> Compared:
        """What a version did, with ids for its new provisions; what was judged for that is stored.

        Pages that flap between two texts say nothing new when they come back to one. Who takes a change back that stood
        changes the document once more.
        """
        self._judgements.add(compared.particulars.method, compared.particulars.judgements)
        self._appear(version, compared.appearance)
        before = state.looked_like(compared.appearance, version.text.sha256, version.recorded_at)
        if before is not None and compared.step.verdict is not Verdict.NONE:
            returned = f"The text is again that of version {before.ordinal}, word for word."
            if state.flaps_to(before, version.recorded_at):
                compared = compared.with_verdict(Verdict.TECHNICAL, returned)
            else:
                compared = compared.with_more_reasons(returned)
        return compared.numbered(self._batch.numbers[Kind.PROVISION] + 1)

    def _flaps(self, state: DocumentState, version: Version, text: Text, appearance: str) -> str:
        """Say so where a text is one, or is nearer to one than to what stands, that lately came and went."""
        for lately in state.excursions(version.recorded_at):
            same = lately.key == appearance or lately.text.sha256 == text.sha256
            if same or self._historian.is_nearer(text, text_of(lately.text), state.standing_text()):
                return f"The page flaps: the text is like that of version {lately.ordinal}, which soon gave way."
        return ""

    def _appear(self, version: Version, appearance: str) -> None:
        """Store how a text looks to readers, by which it is known when it comes back in other markup."""
        if version.text.appearance != appearance:
            version.text.appearance = appearance
            self._batch.change(version.text, "appearance")

    def _begun(self, queued: Queued, text: Text) -> Begun:
        """Tell what the first version of a document is; a worker may have been asked already."""
        if queued.begun is not None:
            return answer_of(queued.begun)
        known = queued.known
        if known is None or known.particulars.method != self._finder.reading(known.language).method:
            return self._historian.begin(text)
        decided = any(key in self._decisions.types for key in known.particulars.judgements)
        return self._historian.begin(text) if decided else known

    def _begin(self, state: DocumentState, version: Version, text: Text, begun: Begun) -> None:
        self._appear(version, begun.appearance)
        self._state_first(state, version, begun)
        state.stand_at(version, text)

    def _state_first(self, state: DocumentState, version: Version, begun: Begun) -> None:
        """Record what a document states in the first version whose language is read."""
        self._speak(state, begun.language)
        self._judgements.add(begun.particulars.method, begun.particulars.judgements)
        self._recorder.first(state, version, begun)
        state.asked = True

    def _state_what_stood(self, state: DocumentState) -> None:
        """Record what the last good version of a document states that was recorded before its language was read."""
        if state.good is None or not state.states_nothing():
            return
        text = state.standing_text()
        if is_glossed(self._historian.language_of(text)) and not Provision.objects.filter(document=state.document):
            self._state_first(state, state.good, self._historian.begin(text))

    def _speak(self, state: DocumentState, language: str) -> None:
        """Take note of the language that a document is in now."""
        if state.document.language != language:
            state.document.language = language
            self._batch.change(state.document, "language")

    def _states_of(self, service: str) -> PlatformStates:
        """The states of all documents of a platform."""
        if service not in self._states:
            platform = self._platforms.get(service)
            recorded = platform if platform and platform.pk else None
            self._states[service] = PlatformStates(recorded, self._collection.pk)
        return self._states[service]

    def _place_of(self, siblings: PlatformStates, recorded: Recorded, text: Text) -> _Place:
        """The document that a version belongs to: a page that changed its language for good has one for each."""
        of_page = siblings.of_path(recorded.path)
        if not of_page:
            return _Place(None)
        latest = max(of_page, key=lambda state: state.seen_at)
        if len(of_page) == 1 and not latest.astray:
            return _Place(latest)
        language = self._historian.language_of(text)
        for state in of_page:
            if language and state.document.language == language:
                return _Place(state)
        if latest.stays_in(language, recorded.recorded_at):
            return _Place(None, language, of_page[0].document)
        return _Place(latest)

    def _open(self, siblings: PlatformStates, recorded: Recorded, place: _Place) -> DocumentState:
        """Make the record of a document, and of its platform, that occurs for the first time."""
        variant, origin = place.variant, place.origin
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
            text=self._texts.text_of(recorded),
        )
        self._batch.add(version)
        return version


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
