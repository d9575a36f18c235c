"""What a version did, as it is recorded: asked of the historian or of a worker, with ids, and with what flaps known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from conductatlas.changes import STANDS_FOR, Begun, Compared, Comparison, Historian, Text, Verdict, comes_and_goes
from conductatlas.english import count, day
from conductatlas.provisions import Finder, is_glossed
from conductatlas.records.models import Kind, Version
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.judging import StoredJudgements
from conductatlas.records.pipeline.queue import Queued
from conductatlas.records.pipeline.state import DocumentState
from conductatlas.records.pipeline.texts import StoredTexts, text_of
from conductatlas.records.review import Decisions
from conductatlas.records.workers import answer_of

# A text is another edition than the one before it where it shares with an earlier one this much more of both, or where
# it was seen so long after the day that it names, though the page was looked at all the time.
_NEARER = 0.05
_SEEN_LATE = timedelta(days=90)


class Answers:
    """Tells what versions did to their documents; what was judged for that is stored."""

    def __init__(self, finder: Finder, batch: Batch, texts: StoredTexts, decisions: Decisions) -> None:
        self._finder = finder
        self._batch = batch
        self._texts = texts
        self._decisions = decisions
        self.judgements = StoredJudgements(batch)
        self._historian = Historian(finder, decisions.types, self.judgements.look_up)

    def look_afresh(self) -> None:
        """Learn what people decided since."""
        if self._decisions.refresh():
            self._historian.forget()

    def language_of(self, text: Text) -> str:
        """The language of a text; empty where that is unsure."""
        return self._historian.language_of(text)

    def begun(self, queued: Queued, text: Text) -> Begun:
        """Tell what the first version of a document is; somebody may have been asked already."""
        if queued.begun is not None:
            return answer_of(queued.begun)
        known = queued.known
        if known is None or known.particulars.method != self._finder.reading(known.language).method:
            return self._historian.begin(text)
        decided = any(key in self._decisions.types for key in known.particulars.judgements)
        return self._historian.begin(text) if decided else known

    def begun_late(self, state: DocumentState) -> Begun | None:
        """What the last good version states of a document that was recorded before its language was read."""
        text = state.standing_text()
        return self._historian.begin(text) if is_glossed(self._historian.language_of(text)) else None

    def keep(self, version: Version, of: Begun | Compared) -> None:
        """Store what was judged, and how a text looks to readers, by which it is known when it comes back."""
        self.judgements.add(of.particulars.method, of.particulars.judgements)
        if version.text.appearance != of.appearance:
            version.text.appearance = of.appearance
            self._batch.change(version.text, "appearance")

    def question(self, state: DocumentState, queued: Queued, text: Text) -> Comparison:
        """The question what a version did to its document, after all before it were recorded."""
        confirmed = bool(queued.recorded.reread)
        return self._question(state, queued.recorded.recorded_at, text, confirmed=confirmed, new=queued.new)

    def compared(self, state: DocumentState, version: Version, queued: Queued, text: Text) -> Compared:
        """Tell what a version did, with ids for its new provisions; a worker may have been asked already."""
        if queued.compared is None:
            compared = self._historian.compare(self.question(state, queued, text))
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
                compared = self._historian.compare(replace(self.question(state, queued, text), confirmed=True))
            elif flaps and not unsure:
                compared = compared.doubted(flaps, STANDS_FOR)
        return self._as_recorded(state, version, text, compared)

    def confirmed(self, state: DocumentState, held: Version, text: Text) -> Compared:
        """Tell what a version did that was held, and is a state of its document."""
        asked = self._question(state, held.recorded_at, text, confirmed=True, new=False)
        return self._as_recorded(state, held, text, self._historian.compare(asked))

    def has_certainly_failed(self, state: DocumentState, text: Text) -> bool:
        """Whether a text is a failed capture whatever comes later."""
        return self._historian.has_certainly_failed(text, state.standing_text())

    def is_nearer(self, text: Text, version: Version, state: DocumentState) -> bool:
        """Whether a text has more in common with a version than with the last good one."""
        return self._historian.is_nearer(text, text_of(version.text), state.standing_text())

    def _question(self, state: DocumentState, at: datetime, text: Text, *, confirmed: bool, new: bool) -> Comparison:
        """What a text did to its document at a time; with judgements where they may not be stored."""
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

    def _as_recorded(self, state: DocumentState, version: Version, text: Text, compared: Compared) -> Compared:
        """What a version did, with ids for its new provisions.

        Pages that flap between two texts say nothing new when they come back to one. Who takes a change back that stood
        changes the document once more; but what is there again word for word, days or weeks later, is as often a page
        that was served from elsewhere, so that it tells of no additions and removals.
        """
        self.keep(version, compared)
        before = state.looked_like(compared.appearance, version.text.sha256, version.recorded_at)
        if before is not None and compared.step.verdict is not Verdict.NONE:
            returned = f"The text is again that of version {before.ordinal}, word for word."
            if state.flaps_to(before, version.recorded_at):
                compared = compared.with_nothing_new().with_verdict(Verdict.TECHNICAL, returned)
            else:
                compared = compared.with_nothing_new(returned)
        elif any(one.is_told_anew for one in compared.step.followed):
            another = self._why_another_edition(state, version, text)
            compared = compared.with_nothing_new(another) if another else compared
        return compared.numbered(self._batch.numbers[Kind.PROVISION] + 1)

    def may_be_said(
        self, state: DocumentState, texts: Iterable[tuple[Text, str]], clause_type: str, quote: str
    ) -> bool:
        """Whether any of other texts, each with its language, may say the like of a passage of a document."""
        return self._historian.may_be_said(clause_type, quote, state.document.language, texts)

    def _why_another_edition(self, state: DocumentState, version: Version, text: Text) -> str:
        """What speaks for it that a text is another edition, not the next version; empty where nothing does.

        A page may answer by where, or for whom, it is asked for: with an edition that it gave before, or with one that
        would have been seen when it was new.
        """
        for earlier in reversed(state.appearances.values()):
            known = self._texts.known(earlier.sha256)
            if earlier.ended and self._historian.is_nearer(text, known, state.standing_text(), by=_NEARER):
                return (
                    f"The text has more in common with that of version {earlier.ordinal} than with the one before it."
                )
        named = self._historian.latest_day(text)
        if named is not None and version.recorded_at.date() - named > _SEEN_LATE:
            late = count((version.recorded_at.date() - named).days, "day")
            return f"The text names {day(named)} as its day, {late} before it was seen."
        return ""

    def _flaps(self, state: DocumentState, version: Version, text: Text, appearance: str) -> str:
        """Say so where a text is one, or is nearer to one than to what stands, that lately came and went."""
        for lately in state.excursions(version.recorded_at):
            same = lately.key == appearance or lately.sha256 == text.sha256
            if same or self._historian.is_nearer(text, self._texts.known(lately.sha256), state.standing_text()):
                return f"The page flaps: the text is like that of version {lately.ordinal}, which soon gave way."
        return ""
