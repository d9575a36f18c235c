"""The wordings of a provision over time, each with its redline against the one before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from conductatlas.changes import KeptText, Segment, SegmentKind, have_little_in_common, marks_nothing
from conductatlas.english import short_day
from conductatlas.reading import (
    padded_line,
    read_markdown,
    sentences,
    visible_text,
    visible_words,
    without_link_notes,
    word_count,
    word_line,
)
from conductatlas.records.models import Version, Wording
from conductatlas.records.surroundings import text_of
from conductatlas.site.presenters.absences import Absence, gone_since, version_after
from conductatlas.site.presenters.broken_lines import broken_off
from conductatlas.site.presenters.earlier_words import Stated
from conductatlas.site.presenters.links import VersionLink
from conductatlas.site.presenters.redlines import (
    differ_in_hiding_only,
    moves_blocks,
    redline_of_passages,
    words_without_footnotes,
)
from conductatlas.site.presenters.versions import version_link

# Fewer words than these can stand elsewhere by chance.
_FEWEST_STILL_SAID = 5
# What of its runs of words a text has stood there, but for a word or two.
_NEARLY_ALL = 0.8
_BREAKS_OFF = re.compile(r"(?:[:;,]|\b(?:and|or))[\s*_]*\Z")


@dataclass(frozen=True, slots=True)
class WordingLine:
    """The clause's words over a run of versions; `redline` is against the wording before, absent for the first.

    It is absent too where the words are again those of an earlier wording, which `returns_to` names by its first
    version, and where both have so `little_in_common` that comparing them tells nothing. `replaced_by` is the next
    good version, until which they stood; None while they stand, or where none followed. `continues` is the record of
    which the wording before the first one is; empty for the others.
    """

    first_version: VersionLink
    last_version: VersionLink | None
    replaced_by: VersionLink | None
    severity: str
    stance: str
    places: int
    quote: str
    redline: tuple[Segment, ...] | None
    returns_to: VersionLink | None
    little_in_common: bool
    continues: str
    # Whether some of the words that the redline marks stood elsewhere in the text before, or still do.
    moved_words: bool
    # The sentences that the redline strikes and its text has, word for word, outside of the passage.
    still_said: tuple[str, ...]
    # The sentences that the redline inserts and the text before had, outside of the passage: word for word, or nearly.
    said_before: tuple[str, ...]
    # Whether it was graded otherwise when it was without them.
    regraded: bool
    # Whether it may not state the type, or says nothing of the matter.
    unsure: bool
    lacks_it: bool
    # Whether it or the one before it breaks off within a sentence, so that what is marked may stand in both texts.
    cut: bool
    # Whether it ends within a sentence that goes on in the next line of its text.
    broken_off: bool
    # From which version on, up to its own first one, none of the record's words were found.
    absent_since: VersionLink | None

    @property
    def has_same_words(self) -> bool:
        """Whether it has the words of the one before it, marked up otherwise, or with an address hidden or shown."""
        return self.redline is not None and marks_nothing(self.redline)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Sentences that a redline strikes and the later text has, and such as it inserts and the text before had."""

    still_said: tuple[str, ...] = ()
    said_before: tuple[str, ...] = ()


_NOTHING_BESIDE = _Beside()


@dataclass(frozen=True, slots=True)
class ShownWording:
    """A wording with those after it that have the same words, and were `marked_anew`, since their first versions."""

    wording: WordingLine
    marked_anew: tuple[VersionLink, ...]
    replaced_by: VersionLink | None
    last_version: VersionLink | None


def wording_lines(
    wordings: Sequence[Wording],
    runs: Sequence[Sequence[Wording]],
    good: Sequence[Version],
    absent: Sequence[Absence],
    reverted: Mapping[int, Wording],
    stated: Mapping[int, Stated],
    continued: Wording | None = None,
    reviewed: Wording | None = None,
) -> tuple[WordingLine, ...]:
    """The wordings of some runs, the latest first, each with its redline against the one before it.

    `wordings` are all of the record, and `absent` says when none of them stood; `good` are the good versions of the
    document, the earliest first; `stated` says whether each wording states the type. `continued` is the last wording of
    a record that this one continues, which stands before the first, and `reviewed` one that a reviewer decided about.
    """
    before: list[Wording | None] = [continued, *wordings[:-1]]
    of_runs = {one.pk for run in runs for one in run}
    shown = [pair for pair in zip(wordings, before, strict=True) if pair[0].pk in of_runs][::-1]
    since_when = gone_since(absent)
    pairs = [(old, new) for new, old in shown if old and new.pk not in reverted]
    unlike = {new.pk for old, new in pairs if have_little_in_common(old.passage.text, new.passage.text)}
    compared = [(old, new) for old, new in pairs if new.pk not in unlike]
    # With all that came into the passage and went from it: what stays unmarked are words of both wordings.
    redlines = {new.pk: redline_of_passages(old.passage.text, new.passage.text) for old, new in compared}
    moved = _moved(compared, redlines)
    regraded = {new.pk for old, new in compared if (old.severity, old.stance) != (new.severity, new.stance)}
    cut = {
        new.pk
        for old, new in compared
        if (breaks_off(old.passage.text) or breaks_off(new.passage.text)) and moves_blocks(redlines[new.pk])
    }
    broken = broken_off([new for new, _ in shown])
    return tuple(
        _wording(
            new,
            redlines.get(new.pk),
            version_after(new, good),
            reverted.get(new.pk),
            little_in_common=new.pk in unlike,
            continues=old.provision.permanent_id if old and new is wordings[0] else "",
            moved_words=new.pk in moved,
            beside=moved.get(new.pk, _NOTHING_BESIDE),
            regraded=new.pk in regraded and bool(moved.get(new.pk, _NOTHING_BESIDE).still_said),
            unsure=stated[new.pk] is Stated.UNSURE and new != reviewed,
            lacks_it=stated[new.pk] is Stated.NO and new != reviewed,
            cut=new.pk in cut,
            broken_off=new.pk in broken,
            absent_since=since_when.get(new.first_version.ordinal),
        )
        for new, old in shown
    )


def perhaps_another_since(wordings: Sequence[Wording]) -> VersionLink | None:
    """The version since which the words of a record may be another passage than all that it had before, or None.

    `wordings` are all of the record, in order: of words that have too little in common with those before, the record
    can't tell that they are the same clause.
    """
    for place in range(len(wordings) - 1, 0, -1):
        before, after = wordings[place - 1].passage.text, wordings[place].passage.text
        if before != after and have_little_in_common(before, after):
            earlier = dict.fromkeys(one.passage.text for one in wordings[:place])
            unlike = all(have_little_in_common(one, after) for one in earlier)
            return version_link(wordings[place].first_version) if unlike else None
    return None


def runs_of(wordings: Sequence[Wording], absent: Sequence[Absence]) -> tuple[tuple[Wording, ...], ...]:
    """Wordings, in order, in runs of those that have the same words and grade, and no absence between them."""
    began_anew = gone_since(absent)
    runs: list[list[Wording]] = []
    for wording in wordings:
        before = runs[-1][-1] if runs else None
        if before and wording.first_version.ordinal not in began_anew and _reads_alike(before, wording):
            runs[-1].append(wording)
        else:
            runs.append([wording])
    return tuple(map(tuple, runs))


def _reads_alike(one: Wording, other: Wording) -> bool:
    before, after = one.passage.text, other.passage.text
    words, now = words_without_footnotes(before), words_without_footnotes(after)
    same = words == now or differ_in_hiding_only(before, after) or _look_alike(before, after)
    return same and (one.severity, one.stance) == (other.severity, other.stance)


def _look_alike(before: str, after: str) -> bool:
    """Whether two passages of the same words, with other signs or blanks, are compared as the same."""
    return word_line(before) == word_line(after) and marks_nothing(redline_of_passages(before, after))


def folded(lines: Sequence[WordingLine], runs: Sequence[Sequence[Wording]]) -> tuple[ShownWording, ...]:
    """The wordings of some runs, the latest first: of each run the first one, with those after it as marked up anew."""
    left, shown = list(lines), []
    for run in runs[::-1]:
        *anew, line = left[: len(run)]
        del left[: len(run)]
        latest = anew[0] if anew else line
        since = tuple(one.first_version for one in anew)
        shown.append(ShownWording(line, since, latest.replaced_by, latest.last_version))
    return tuple(shown)


def busy_days(wordings: Sequence[Wording], good: Sequence[Version]) -> frozenset[str]:
    """The days (as shown, in UTC) on which several of some wordings began or ended."""
    ends = [following.recorded_at for one in wordings if (following := version_after(one, good))]
    days = Counter(map(day_of, {*ends, *(one.first_version.recorded_at for one in wordings)}))
    return frozenset(day for day, times in days.items() if times > 1)


def _moved(
    pairs: Sequence[tuple[Wording, Wording]], redlines: Mapping[int, tuple[Segment, ...]]
) -> Mapping[int, _Beside]:
    """The later wordings, by their ids, of pairs whose redlines mark words that only moved within the text.

    Each with the sentences that only left the passage, or only came into it. Both texts are read
    where a block may have moved. Not of two records: where one continues another, both may have stood in the same text.
    """
    moving = [
        (old, new) for old, new in pairs if old.provision_id == new.provision_id and moves_blocks(redlines[new.pk])
    ]
    versions = {one for old, new in moving for one in (old.last_version_id, new.first_version_id)}
    read = Version.objects.select_related("text").in_bulk([one for one in versions if one]) if moving else {}
    texts = {pk: text_of(one) for pk, one in read.items()}
    found: dict[int, _Beside] = {}
    for old, new in moving:
        said, says = old.passage.text, new.passage.text
        both = (texts.get(old.last_version_id or 0, ""), texts.get(new.first_version_id, ""))
        segments = redlines[new.pk]
        beside = _Beside(
            _said_beside(said, segments, SegmentKind.DELETED, both[1]),
            _said_beside(says, segments, SegmentKind.INSERTED, both[0]),
        )
        if beside != _NOTHING_BESIDE or _marked(segments) != _marked(redline_of_passages(said, says, both)):
            found[new.pk] = beside
    return found


def _said_beside(said: str, segments: Sequence[Segment], kind: SegmentKind, text: str) -> tuple[str, ...]:
    """The whole sentences of a passage that a redline marks as one kind, and that the other text has.

    What came may have been edited a little.
    """
    struck = [padded_line(one.text) for one in segments if one.kind is kind]
    kept = " ".join(one.text for one in segments if one.kind is not kind)
    lines = visible_words(without_link_notes(said)).splitlines()
    whole = [one.strip() for line in lines for one in sentences(line) if word_count(one) >= _FEWEST_STILL_SAID]
    gone = [one for one in whole if any(padded_line(one) in other for other in struck)]
    if not gone or not text:
        return ()
    now, shown = KeptText(read_markdown(without_link_notes(text))), padded_line(kept)
    nearly = kind is SegmentKind.INSERTED
    stand = (one for one in gone if now.times(one) or (nearly and now.holds(one, _NEARLY_ALL)))
    return tuple(dict.fromkeys(one.rstrip(".") for one in stand if padded_line(one) not in shown))


def _marked(segments: Sequence[Segment]) -> tuple[str, ...]:
    """The words that a redline strikes and those that it inserts, however they are divided."""
    return tuple(
        word_line(" ".join(one.text for one in segments if one.kind is kind))
        for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)
    )


def _wording(
    wording: Wording,
    segments: tuple[Segment, ...] | None,
    replaced_by: VersionLink | None,
    returns_to: Wording | None,
    *,
    little_in_common: bool,
    continues: str,
    moved_words: bool,
    beside: _Beside,
    regraded: bool,
    unsure: bool,
    lacks_it: bool,
    cut: bool,
    broken_off: bool,
    absent_since: VersionLink | None,
) -> WordingLine:
    return WordingLine(
        version_link(wording.first_version),
        version_link(wording.last_version) if wording.last_version else None,
        replaced_by,
        wording.severity,
        wording.stance,
        wording.places,
        wording.passage.text,
        segments,
        version_link(returns_to.first_version) if returns_to else None,
        little_in_common,
        continues,
        moved_words,
        beside.still_said,
        beside.said_before,
        regraded,
        unsure,
        lacks_it,
        cut,
        broken_off,
        absent_since,
    )


def breaks_off(passage: str) -> bool:
    """Whether a passage ends within a sentence that goes on in its document, as before a list or within one."""
    return _BREAKS_OFF.search(visible_text(passage)) is not None


def day_of(at: datetime) -> str:
    """The day of a moment in UTC, as pages show it."""
    return short_day(at.astimezone(UTC))
