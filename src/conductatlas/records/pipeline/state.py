"""What the pipeline must know of a document to take its next version."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from conductatlas.changes import FAILURE_STANDS_FOR, STANDS_FOR, Text, other_language
from conductatlas.records.models import TAKEN_BACK, ChangeItem, Document, Provision, Version, Wording
from conductatlas.records.pipeline.texts import text_of

# A provision that comes back within this time after it was removed is the same one, not a new one.
GRACE = timedelta(days=90)

_NEVER = datetime.min.replace(tzinfo=UTC)

# How many ways in which a document lately looked are remembered.
_MOST_APPEARANCES = 20


@dataclass
class Tracked:
    """A provision that stands, with the wording in which it stands now."""

    provision: Provision
    wording: Wording

    @property
    def standing(self) -> tuple[int, str, str, str, str, float]:
        """The provision as the changes room asks for it."""
        wording = self.wording
        return (
            self.provision.id,
            self.provision.clause_type,
            wording.passage.text,
            wording.severity,
            wording.stance,
            wording.confidence,
        )


@dataclass
class Gone:
    """A provision that went: its last wording, and the item of the change that removed it.

    Of one that a person had taken back no item tells, nor of one that can merely no longer be found.
    """

    provision: Provision
    wording: Wording
    item: ChangeItem | None
    removed_at: datetime

    @property
    def dormant(self) -> tuple[int, str, str, bool]:
        """The provision as the changes room asks for it."""
        told = self.item is not None or self.provision.state in TAKEN_BACK
        return (self.provision.id, self.provision.clause_type, self.wording.passage.text, told)


@dataclass
class Appearance:
    """How a document looked to readers: since the version that brought it last, and until when.

    `stood`: once for so long that no doubt was left. `sha256` is that of its text, and `key` the text's appearance, or
    that hash again.
    """

    key: str
    ordinal: int
    since: datetime
    sha256: str
    ended: datetime | None = None
    stood: bool = False

    def end(self, at: datetime) -> None:
        """Take note that the document looks otherwise from a moment on."""
        self.ended = at
        self.stood = self.stood or at - self.since >= STANDS_FOR

    def has_lately_ended(self, now: datetime) -> bool:
        """Whether it gave way within the time of grace."""
        return self.ended is not None and now - self.ended <= GRACE


@dataclass
class DocumentState:
    """Where a document stands: how many versions it has, its last good one, and its provisions.

    `held` are the versions since then that wait to be confirmed, all for the doubt of the first one. `text` is that of
    the last good one, once it was asked for. `asked`: a version was compared with it in this run.
    """

    document: Document
    versions: int = 0
    good: Version | None = None
    held: list[Version] = field(default_factory=list)
    text: Text | None = None
    asked: bool = False
    tracked: dict[int, Tracked] = field(default_factory=dict)
    gone: dict[int, Gone] = field(default_factory=dict)
    appearances: dict[str, Appearance] = field(default_factory=dict)
    seen_at: datetime = _NEVER
    astray: dict[str, datetime] = field(default_factory=dict)

    def stand_at(self, version: Version, text: Text | None = None) -> None:
        """Take a good version as the one that stands, and remember it for a while."""
        self.good, self.text = version, text
        self.astray = {}
        self.appear(version.ordinal, version.recorded_at, version.text.sha256, version.text.appearance)

    def appear(self, ordinal: int, at: datetime, sha256: str, appearance: str) -> None:
        """Remember since when, and until when, the document looked as it does in a good version."""
        key = appearance or sha256
        current = self._current()
        if current is not None and current.key == key:
            return
        if current is not None:
            current.end(at)
        known = self.appearances.pop(key, None)
        stood = ordinal == 1 or (known is not None and known.stood)
        self.appearances[key] = Appearance(key, ordinal, at, sha256, stood=stood)
        if len(self.appearances) > _MOST_APPEARANCES:
            del self.appearances[next(iter(self.appearances))]

    def _current(self) -> Appearance | None:
        return next(reversed(self.appearances.values()), None)

    def fail(self, reason: str, at: datetime) -> None:
        """Remember since when, after the last good version, the page came in another language."""
        language = other_language(reason)
        if language:
            self.astray.setdefault(language, at)

    def stays_in(self, language: str, until: datetime) -> bool:
        """Whether the page has come in another language for so long that this is no accident."""
        return language in self.astray and until - self.astray[language] >= FAILURE_STANDS_FOR

    def looked_like(self, appearance: str, sha256: str, now: datetime) -> Appearance | None:
        """How the document looked before, within the time of grace, if it was like this."""
        for one in reversed(self.appearances.values()):
            if one.has_lately_ended(now) and (one.key == appearance or one.sha256 == sha256):
                return one
        return None

    def flaps_to(self, one: Appearance, now: datetime) -> bool:
        """Whether a document that looks again as it did before flaps; otherwise somebody took a change back.

        It flaps if it did not look otherwise for long, or if what comes back, or what gives way to it, never stood.
        """
        current = self._current()
        soon = one.ended is not None and now - one.ended <= FAILURE_STANDS_FOR
        return soon or not one.stood or (current is not None and now - current.since < STANDS_FOR)

    def excursions(self, now: datetime) -> tuple[Appearance, ...]:
        """How the document looked of late, the latest first, never for so long that a doubt would have been over.

        How long it had looked as in its first version when that was recorded, nobody knows.
        """
        return tuple(one for one in reversed(self.appearances.values()) if one.has_lately_ended(now) and not one.stood)

    def standing_text(self) -> Text:
        """The text of the last good version; there must be one."""
        assert self.good is not None  # noqa: S101
        if self.text is None:
            self.text = text_of(self.good.text)
        return self.text

    def texts(self, *, waiting: bool) -> tuple[Text, ...]:
        """The text that stands, and with `waiting` the latest that is held; none before a good version."""
        if self.good is None:
            return ()
        return (self.standing_text(), *(text_of(held.text) for held in self.held[-1:] if waiting))

    def standing(self) -> tuple[tuple[int, str, str, str, str, float], ...]:
        """The provisions that stand, in the order of their ids."""
        return tuple(self.tracked[identity].standing for identity in sorted(self.tracked))

    def states_nothing(self) -> bool:
        """Whether no provision stands, and none that went may come back."""
        return not self.tracked and not self.gone

    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that stand, and those that are gone and may come back."""
        return (*(one.provision for one in self.tracked.values()), *(one.provision for one in self.gone.values()))

    def taken_back(self) -> frozenset[int]:
        """The ids of those of its provisions that a person withdrew or merged; changes are silent about them."""
        return frozenset(one.id for one in self.provisions() if one.state in TAKEN_BACK)

    def lately_gone(self, now: datetime) -> tuple[Gone, ...]:
        """The provisions that were removed within the time of grace before `now`, in the order of their ids."""
        return tuple(
            self.gone[identity] for identity in sorted(self.gone) if now - self.gone[identity].removed_at <= GRACE
        )
