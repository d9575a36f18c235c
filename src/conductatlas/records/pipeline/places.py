"""Which document a recorded version belongs to, and the records of those that occur for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from conductatlas.recorded import RecordedVersion
from conductatlas.records.languages import language_name
from conductatlas.records.models import Collection, Document, Kind, Platform
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.loading import PlatformStates
from conductatlas.records.pipeline.state import DocumentState
from conductatlas.records.pipeline.tally import Tally
from conductatlas.records.slugs import free_slug


@dataclass(frozen=True, slots=True)
class Place:
    """The document that a version belongs to; where it is a new one, the language in which a page goes on, and the
    document that it was before.
    """

    state: DocumentState | None
    variant: str = ""
    origin: Document | None = None


class Places:
    """The platforms and documents of a collection, as far as they were asked for since `look_afresh`."""

    def __init__(self, batch: Batch, tally: Tally) -> None:
        self.collection = Collection()
        self._batch = batch
        self._tally = tally
        self._platforms: dict[str, Platform] = {}
        self._states: dict[str, PlatformStates] = {}

    def look_afresh(self) -> None:
        """Forget what is kept in memory: another process may have written since."""
        self._platforms = {platform.name: platform for platform in Platform.objects.all()}
        self._states.clear()

    def of(self, service: str) -> PlatformStates:
        """The states of all documents of a platform."""
        if service not in self._states:
            platform = self._platforms.get(service)
            recorded = platform if platform and platform.pk else None
            self._states[service] = PlatformStates(recorded, self.collection.pk)
        return self._states[service]

    def loaded(self) -> Iterator[DocumentState]:
        """The states that are in memory."""
        return (state for siblings in self._states.values() for state in siblings.loaded())

    def find(self, recorded: RecordedVersion, language_of: Callable[[], str]) -> Place:
        """The document that a version belongs to: a page that changed its language for good has one for each.

        `language_of` tells the language of the version, where that matters.
        """
        of_page = self.of(recorded.service).of_path(recorded.path)
        if not of_page:
            return Place(None)
        latest = max(of_page, key=lambda state: state.seen_at)
        if len(of_page) == 1 and not latest.astray:
            return Place(latest)
        language = language_of()
        for state in of_page:
            if language and state.document.language == language:
                return Place(state)
        if latest.stays_in(language, recorded.recorded_at):
            return Place(None, language, of_page[0].document)
        return Place(latest)

    def open(self, recorded: RecordedVersion, place: Place) -> DocumentState:
        """Make the record of a document, and of its platform, that occurs for the first time."""
        variant, origin = place.variant, place.origin
        platform = self._platforms.get(recorded.service)
        if platform is None:
            taken = {other.slug for other in self._platforms.values()}
            platform = Platform(name=recorded.service, slug=free_slug(recorded.service, taken))
            self._platforms[recorded.service] = platform
            self._batch.add(platform)
            self._tally.platforms += 1
        document = Document(
            id=self._batch.take(Kind.DOCUMENT),
            platform=platform,
            collection=self.collection,
            terms_type=recorded.terms_type if origin is None else f"{origin.terms_type} ({language_name(variant)})",
            path=recorded.path,
            variant=variant,
            caught_up=origin is not None and origin.caught_up,
        )
        self._batch.add(document)
        self._tally.documents += 1
        return self.of(recorded.service).open(document)
