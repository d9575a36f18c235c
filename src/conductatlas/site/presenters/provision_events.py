"""What happened to a provision, by the changes that tell of it and by its wordings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby, pairwise

from django.db.models import Q, QuerySet

from conductatlas.assessment import without_title
from conductatlas.catalogue import Severity
from conductatlas.changes import (
    SegmentKind,
    exchanged_names,
    have_little_in_common,
    links_came,
    marks_nothing,
    only_names_exchanged,
    says_the_same,
)
from conductatlas.english import times
from conductatlas.provisions import is_glossed
from conductatlas.reading import visible_text, word_count, word_line
from conductatlas.records.models import Change, ChangeItem, Direction, ItemKind, Kind, Provision, Version, Wording
from conductatlas.site.presenters.absences import Absence, gone_since
from conductatlas.site.presenters.earlier_words import Stated, edit_of_statement, statement_that_came
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import record_path
from conductatlas.site.presenters.named_edits import (
    ONLY_DIVIDED,
    differ_in_addresses_only,
    differ_in_numbers_only,
    named_edit,
    sentences_struck,
    telling_edit,
)
from conductatlas.site.presenters.provision_life import REVERTED, event_kind, items_of
from conductatlas.site.presenters.redlines import (
    differ_in_footnotes_only,
    differ_in_markup_only,
    redline_of_passages,
    words_of,
    words_without_footnotes,
)
from conductatlas.site.presenters.stored_texts import TwoTexts
from conductatlas.site.presenters.wordings_over_time import day_of

_EVENTS_SHOWN = 25
# For so many pairs of wordings their texts are asked whether words changed, or only the bounds of the quotation.
_MOST_LOOKED_UP = 3
_RENUMBERED = "footnotes numbered anew"
_MARKED_ANEW = "the same words, marked up otherwise"
# What touched no words of the text.
_NO_WORDS = (_RENUMBERED, _MARKED_ANEW, ONLY_DIVIDED)
_SAME = "the same words, "
# A number or letter by which sections and items are counted.
_NUMBER = re.compile(r"(?:\d+\w?|[a-z]|[ivx]+)(?:\.(?:\d+\w?|[a-z]|[ivx]+))*")
# What may be a title, or a label, in words.
_LONGEST_TITLE = 8
# Which of the words before and after a change state the clause.
_BY_STATED = {
    (Stated.NO, Stated.YES): "the words that state it were added",
    (Stated.YES, Stated.NO): "the words that state it were removed",
    (Stated.NO, Stated.NO): "other words of its passage changed",
}
_WHERE_UNSURE = {
    (Stated.UNSURE, Stated.YES): "reworded (the words before may not state this)",
    (Stated.YES, Stated.UNSURE): "reworded (the words since then may not state this)",
}
_NUMBERED_ANEW = f"{_SAME}numbered otherwise"
_ADDRESSED_ANEW = f"{_SAME}with another address in them"
_BESIDE = "words of its passage changed"
_IN_OTHER_WORDS = "other words, or another passage of this type"
# What no change tells of, since none of its words came or went in the text, or none that it states.
_DRAWN_ANEW = "the quotation begins or ends elsewhere (the text itself may be unchanged)"
_CAME_OR_WENT = "some of its words changed"
_FOUND_AGAIN = "found again"
# More of them in a row are told in one.
_MOST_RETURNS = 3
# What stays on record moved within its text, or to its neighbours.
_MOVED_WITHIN = Q(kind=ItemKind.MOVED, after__isnull=False)
_OF_SENTENCES = re.compile(r"(?:a|one|two|three) sentences? w")
# What a change tells of a clause, where that quotes words that do not begin within a sentence.
_QUOTES, _LONGEST_TOLD = re.compile(r"(?:it adds |it leaves out )“(?![a-z])|“"), 200
_TELLS_OF_WORDS = re.compile(r"(?:(?:it adds|it leaves out|it no longer says|in the row) )“(?![a-z])|“")
_LONGEST_PHRASE = 340
_ADDED_OR_LEFT_OUT = re.compile(r"it (?:adds|leaves out|no longer says) “([^“”]*)”")
_BEHIND_AN_END, _FEWEST_OF_A_SENTENCE = re.compile(r"(?:[.!?:;\n•|][\W_]*|\(\w{1,3}\) |\b\d+\. )\Z"), 6
_MOST_FACTS = 2
_TELLS_WHAT_WENT = re.compile(r"” (?:was|were) removed|\bit (?:leaves out|no longer says) “")
_CAME, _NEARLY_ALL = re.compile(r"“([^“”]*)” was added"), 0.75
# Of words that went from within a sentence, or came into one, where links of a capture lost theirs.
MAY_LACK_LINKS = "the newer capture may only lack the words of its links"
_MAY_HAVE_LACKED_LINKS = "the capture before may only have lacked the words of its links"
_ENDS_A_SENTENCE = re.compile(r"[.!?]\W*\Z")


@dataclass(frozen=True, slots=True)
class Event:
    """What a change did to the provision: `kind`, and `told` in words; the first may be that which it `begins` with."""

    kind: str
    told: str
    at: datetime
    summary: str
    change: str
    change_path: str
    severity_before: str | None
    severity_after: str | None
    begins: bool
    # Where others are of the same day.
    with_hour: bool = field(metadata=PAGE_ONLY)


def events_of(
    provision: Provision,
    wordings: Sequence[Wording],
    good: Sequence[Version],
    reverted: Mapping[int, Wording],
    busy: frozenset[str],
    stated: Mapping[int, Stated],
    absent: Sequence[Absence],
    end: str,
    continued: Wording | None = None,
    *,
    goes_on: bool = False,
) -> tuple[tuple[Event, ...], int, Event | None]:
    """What happened to a provision, the latest first, how much in all, and the last that touched its words.

    `wordings` are all it had, and `good` the good versions of its document, the earliest first; `stated` says whether
    each states the clause, and `continued` is the last wording of a record that it continues. `absent` says when its
    words were not found, and `end` how their end is told where no change tells it, or where it is known as which record
    it `goes_on`.
    """
    versions = ("change__previous", "change__version")
    related = ("provision", "before__passage", "after__passage", "counterpart", *versions)
    begins = Q(kind=ItemKind.MOVED, before=None, change__version=provision.first_version_id)
    # That a record begins is said by when it was first seen.
    items = items_of(provision).exclude(begins).select_related(*related).defer(*(f"{one}__sources" for one in versions))
    items = items.order_by("-change__recorded_at", "-change_id")
    shown = list(items[: _EVENTS_SHOWN + 1])
    rows = [(one.kind, one.after_id) for one in shown]
    if len(shown) > _EVENTS_SHOWN:
        rows = list(items.values_list("kind", "after"))
    goes_on_as = end if goes_on else ""
    touched = (_event(one, reverted, busy, stated, goes_on_as) for one in items.exclude(_MOVED_WITHIN)[:_EVENTS_SHOWN])
    last = next((one for one in touched if one.told not in _NO_WORDS), None)
    all_wordings = [continued, *wordings] if continued else wordings
    told_of = {after for kind, after in rows if kind != ItemKind.MOVED}
    begun = _begun(told_of, all_wordings, reverted, stated, absent, busy)
    begun |= _ended(absent, items, end)
    by_number = {one.ordinal: one.pk for one in good}
    begins_with = all_wordings[1].first_version_id if continued else None
    edits = {new.first_version_id: (old.passage.text, new.passage.text) for old, new in pairwise(all_wordings)}
    drawn = _untold({by_number[one]: how for one, how in begun.items() if one in by_number}, begins_with, edits)
    days = Counter(map(day_of, [*(one.change.recorded_at for one in shown), *(one.at for one in drawn)]))
    events = [
        _event(one, reverted, busy, stated, goes_on_as, with_hour=days[day_of(one.change.recorded_at)] > 1)
        for one in shown
    ]
    drawn = [replace(one, with_hour=days[day_of(one.at)] > 1) for one in drawn]
    told = sorted([*events, *drawn], key=lambda one: one.at, reverse=True)
    once = [_with_those_before(run) for run in _runs(told)]
    in_words = [one for one in (last, *drawn) if one and one.told not in _NO_WORDS]
    last = max(in_words, key=lambda one: one.at, default=None)
    return tuple(once[:_EVENTS_SHOWN]), len(rows) + len(drawn) - (len(told) - len(once)), last


def _runs(events: Sequence[Event]) -> Iterator[Sequence[Event]]:
    """Events, the latest first, where the words were only found again many times in a row; else each by itself."""
    for again, run in groupby(events, lambda one: one.told.startswith(_FOUND_AGAIN) and not one.begins):
        found = list(run)
        yield from [found] if again and len(found) > _MOST_RETURNS else ([one] for one in found)


def _with_those_before(run: Sequence[Event]) -> Event:
    """The latest of several events of one kind, which tells of the others."""
    latest = run[0]
    if len(run) == 1:
        return latest
    told = f"{latest.told}, the last of {times(len(run))} since {day_of(run[-1].at)}"
    return replace(latest, told=told, summary=f"{told[:1].upper()}{told[1:]}.")


def _begun(
    told: Collection[int | None],
    wordings: Sequence[Wording],
    reverted: Mapping[int, Wording],
    stated: Mapping[int, Stated],
    absent: Sequence[Absence],
    busy: frozenset[str],
) -> dict[int, str]:
    """Where a wording began of which no item tells, though it has other words or came after a while, by versions.

    `told` are the ids of the wordings that items tell of. The first wording may be of a record that is continued.
    """
    since_when = gone_since(absent)
    begun: dict[int, str] = {}
    for old, new in pairwise(wordings):
        if new.pk in told:
            continue
        since = since_when.get(new.first_version.ordinal)
        how = _differs(old.passage.text, new.passage.text)
        if since:
            how = f"{_FOUND_AGAIN} (not found since {_at(since.recorded_at, busy)})"
        elif how and new.pk in reverted:
            how = _back_to(reverted[new.pk], busy)
        elif how in (_CAME_OR_WENT, _DRAWN_ANEW, _IN_OTHER_WORDS):
            how = _by_stated(old.pk, new.pk, stated) or how
        if how in (_CAME_OR_WENT, _DRAWN_ANEW):
            texts = TwoTexts(old.last_version or old.first_version, new.first_version)
            how = named_edit(old.passage.text, new.passage.text, texts) or _among_others(
                telling_edit(old.passage.text, new.passage.text, texts), how
            )
        if how:
            begun[new.first_version.ordinal] = how
    return begun


def _back_to(wording: Wording, busy: frozenset[str]) -> str:
    return f"back to the wording of {_at(wording.first_version.recorded_at, busy)}"


def was_reworded(wordings: Sequence[Wording]) -> bool:
    """Whether words of a record came into its text, or went from it, since it began; `wordings` are all, in order.

    Other bounds of the quotation, numbers, capitals and the like are no other words. Texts are looked up for the first
    few in doubt alone; any more are taken to be other words.
    """
    in_doubt = []
    for old, new in pairwise(wordings):
        how = _differs(old.passage.text, new.passage.text)
        if how == _DRAWN_ANEW:
            in_doubt.append((old, new))
        elif _is_of_words(how):
            return True
    return len(in_doubt) > _MOST_LOOKED_UP or any(
        _is_of_words(
            named_edit(
                old.passage.text, new.passage.text, TwoTexts(old.last_version or old.first_version, new.first_version)
            )
        )
        for old, new in in_doubt
    )


def _is_of_words(how: str) -> bool:
    return how not in ("", ONLY_DIVIDED) and not how.startswith(_SAME)


def _ended(absent: Sequence[Absence], items: QuerySet[ChangeItem], end: str) -> dict[int, str]:
    """How the end of a record is told, by the version that has it no more; empty where an item tells, or it stands."""
    last = absent[-1] if absent else None
    if last is None or last.until or not end or items.filter(before=last.before, after=None).exists():
        return {}
    return {last.since.number: end}


def _untold(told: Mapping[int, str], begins_with: int | None, edits: Mapping[int, tuple[str, str]]) -> list[Event]:
    """What no item tells, by the ids of versions, as events of the changes that these made; with the words edited."""
    changes = Change.objects.filter(version__in=told, taken_back=False) if told else Change.objects.none()
    events = []
    for change in changes.order_by("id"):
        how = _with_links_in_doubt(told[change.version_id], change, *edits.get(change.version_id, ("", "")))
        number, path = change.permanent_id, record_path(Kind.CHANGE, change.id)
        events.append(
            Event(
                "untold",
                how,
                change.recorded_at,
                f"{how[0].upper()}{how[1:]}.",
                number,
                path,
                None,
                None,
                begins=change.version_id == begins_with,
                with_hour=False,
            )
        )
    return events


def _with_links_in_doubt(told: str, change: Change, before: str, after: str) -> str:
    """What is told of an edit, with the doubt whether a capture only lacks the words of its links, where that is so.

    They are within sentences, and only went or only came.
    """
    came = links_came(change.reasons)
    if came is None or told.startswith(_SAME):
        return told
    edits = [
        one
        for one in redline_of_passages(before, after)
        if one.kind in (SegmentKind.DELETED, SegmentKind.INSERTED) and word_count(one.text)
    ]
    kind = SegmentKind.INSERTED if came else SegmentKind.DELETED
    may_be = all(one.kind is kind and not _ENDS_A_SENTENCE.search(one.text) for one in edits)
    return f"{told}; {_MAY_HAVE_LACKED_LINKS if came else MAY_LACK_LINKS}" if edits and may_be else told


def _differs(before: str, after: str) -> str:
    """How a passage differs from the one before it, in words; empty where a reader sees the same words in both.

    That is so where only markup, blanks, numbers of footnotes and addresses that are hidden changed. Only where the
    words of one stand whole in the other did its bounds move.
    """
    if before == after or differ_in_markup_only(before, after):
        return ""
    segments = redline_of_passages(before, after)
    if marks_nothing(segments):
        return ""
    went, came = (
        " ".join(one.text for one in segments if one.kind is kind)
        for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)
    )
    bare, now = words_without_footnotes(before), words_without_footnotes(after)
    said, says = (f" {word_line(passage)} " for passage in (bare, now))
    if said.casefold() == says.casefold() or says_the_same(went, came):
        return _reworded(bare, now)
    if _differ_in_title_only(before, after):
        return _titled(before, after)
    if differ_in_numbers_only(before, after):
        return _NUMBERED_ANEW
    if have_little_in_common(before, after):
        return _IN_OTHER_WORDS
    return _DRAWN_ANEW if said in says or says in said else _CAME_OR_WENT


def _differ_in_title_only(before: str, after: str) -> bool:
    """Whether two passages have the same words but for a few at their beginning that are no sentence."""
    shorter, longer = sorted((words_without_footnotes(before), words_without_footnotes(after)), key=len)
    title = longer.removesuffix(shorter)
    bare = title.strip(" .:*")
    ends = title.rstrip().endswith((".", ":")) or _is_in_bold(bare, before, after)
    alone = title != longer and ends and bool(word_line(shorter))
    return alone and len(word_line(title).split()) <= _LONGEST_TITLE and ". " not in bare


def _is_in_bold(title: str, before: str, after: str) -> bool:
    """Whether one of two passages begins with words in bold that are the title of its sentence."""
    return any(
        below != one and word_line(visible_text(one[: -len(below)])).endswith(word_line(title))
        for one in (before, after)
        if (below := without_title(one))
    )


def _titled(before: str, after: str) -> str:
    """What became of the words before those that two passages have in common: a number, or a title."""
    shorter, longer = sorted((words_without_footnotes(before), words_without_footnotes(after)), key=len)
    numbered = all(_NUMBER.fullmatch(one) for one in word_line(longer.removesuffix(shorter)).split())
    what = "number" if numbered else "title"
    added = len(words_without_footnotes(after)) > len(words_without_footnotes(before))
    return f"{_SAME}now with a {what} before them" if added else f"{_SAME}now without the {what} before them"


def _spelled_anew(before: str, after: str) -> str:
    """How two passages of the same letters differ."""
    if "".join(before.split()) == "".join(after.split()):
        return f"{_SAME}with other spacing"
    cased, cased_now = ("".join(filter(str.isalnum, one)) for one in (before, after))
    if cased == cased_now:
        return f"{_SAME}with other punctuation"
    alike = "".join(before.split()).casefold() == "".join(after.split()).casefold()
    return f"{_SAME}with other capitals" if alike else f"{_SAME}with other punctuation or capitals"


def _letters(said: str) -> str:
    return "".join(filter(str.isalnum, said)).casefold()


def _as_written(name: str, text: str) -> str:
    """A name with the signs between its words, as a text has them."""
    found = re.search(r"\b" + r"\W{1,3}".join(map(re.escape, name.split())), words_of(text))
    return found.group() if found else name


def _reworded(before: str, after: str, texts: TwoTexts | None = None) -> str:
    """What was edited in a clause to the letter: which names gave way to others, if that can be told.

    That no effect was found in it is not told: of a long edit a reader would learn only that.
    """
    if _letters(before) == _letters(after):
        return _spelled_anew(before, after)
    if differ_in_numbers_only(before, after):
        return _NUMBERED_ANEW
    if differ_in_addresses_only(before, after):
        return _ADDRESSED_ANEW
    pairs = [
        (_as_written(went, before), _as_written(came, after))
        for went, came in exchanged_names(before, after)
        if _letters(went) != _letters(came)
    ]
    exchanged = "; ".join(f"“{went}” became “{came}”" for went, came in pairs)
    if exchanged and only_names_exchanged(before, after):
        return f"{ItemKind.REWORDED.value}: {exchanged}"
    if exchanged:
        return _among_others(exchanged)
    edit = named_edit(before, after, texts)
    if edit == ONLY_DIVIDED:
        return edit
    return f"{ItemKind.REWORDED.value}: {edit}" if edit else _among_others(telling_edit(before, after, texts))


def _at(at: datetime, busy: frozenset[str]) -> str:
    """A day, with the hour where it is one of those on which several wordings began or ended."""
    day = day_of(at)
    return f"{day}, {at.astimezone(UTC):%H:%M} UTC" if day in busy else day


def _grades(item: ChangeItem) -> tuple[str | None, str | None]:
    """The grades before and after; none where they differ and nothing that moved in the clause bears that out.

    A grade rests on single words: that it fell is no step where nothing was found to be better for users, nor that it
    rose where nothing was worse.
    """
    before, after = (one.severity if one else None for one in (item.before, item.after))
    if item.is_beside or (before and after and before != after and not _is_step(item, before, after)):
        return None, None
    return before, after


def _is_step(item: ChangeItem, before: str, after: str) -> bool:
    fell = Severity(after).rank < Severity(before).rank
    return item.direction == (Direction.BETTER if fell else Direction.WORSE)


def _edited(item: ChangeItem, before: str, after: str, stated: Mapping[int, Stated]) -> str:
    """What a change did to the words of a clause that stood before and after it."""
    was, now = (stated.get(one or 0, Stated.UNSURE) for one in (item.before_id, item.after_id))
    texts = TwoTexts(item.change.previous, item.change.version)
    if item.to_the_letter:
        return _reworded(words_without_footnotes(before), words_without_footnotes(after), texts)
    if told := _BY_STATED.get((was, now), ""):
        return told
    if differ_in_numbers_only(before, after):
        return _NUMBERED_ANEW
    # Where the program is unsure of both wordings the page says so; here only what changed in them is told.
    in_doubt = item.unsure and Stated.UNSURE in (was, now)
    if in_doubt and (was, now) in _WHERE_UNSURE:
        return _WHERE_UNSURE[was, now]
    edit = named_edit(before, after, texts)
    if edit == ONLY_DIVIDED and not item.shifts:
        return edit
    edit = "" if edit == ONLY_DIVIDED else edit
    if in_doubt or (item.elsewhere and not item.unsure):
        return f"{_BESIDE}: {edit}" if edit else _among_others(telling_edit(before, after, texts), _BESIDE)
    if edit and not _OF_SENTENCES.match(edit):
        return f"{ItemKind.REWORDED.value}: {edit}"
    other = (
        edit
        or _in_its_statement(item, texts)
        or _in_its_phrase(item)
        or _among_others(telling_edit(before, after, texts))
    )
    told = other if other != ItemKind.REWORDED else _in_a_long_phrase(item) or other
    told = ItemKind.REWORDED.value if _is_nearly_all(told, after) else told
    return _facts_first(item, _with_those_that_went(told, before, after, texts))


def _with_those_that_went(told: str, before: str, after: str, texts: TwoTexts) -> str:
    """What is told of one edit of a clause, with that whole sentences of it went, of which that does not tell."""
    if "“" not in told or _TELLS_WHAT_WENT.search(told):
        return told
    went = sentences_struck(before, after, texts)
    if not went:
        return told
    one, others = "a sentence of it went or gave way to another", "some sentences of it went or gave way to others"
    return f"{told}; {one if went == 1 else others}"


def _is_nearly_all(told: str, after: str) -> bool:
    """Whether what is told to have come is nearly all that a clause says now: then it stands where other words went."""
    came = _CAME.search(told)
    return came is not None and word_count(came[1]) >= _NEARLY_ALL * word_count(visible_text(after))


def _facts_first(item: ChangeItem, told: str) -> str:
    """What was edited, behind the facts of the clause that moved: an age or a limit says more than any words.

    With such a fact the change tells the words that it rests on.
    """
    moved = [shift["phrase"] for shift in item.shifts][:_MOST_FACTS]
    if not moved:
        return told
    rest = (_in_a_long_phrase(item) or told).removeprefix(ItemKind.REWORDED.value).removeprefix("; ").removeprefix(": ")
    return f"{ItemKind.REWORDED.value}: {'; '.join([*moved, rest] if rest else moved)}"


def _in_its_statement(item: ChangeItem, texts: TwoTexts) -> str:
    """What was edited in the sentence that states the clause, where its passage has more edits than can be quoted."""
    provision = item.provision
    before, after = _grades(item)
    # An edit told beside a step of the grade would be taken for its reason.
    if item.before is None or item.after is None or before != after or is_glossed(provision.document.language):
        return ""
    wordings = (item.before, item.after, provision.clause_type, provision.heading)
    if edit := edit_of_statement(*wordings):
        return f"{ItemKind.REWORDED.value}; in the sentence that states it, {edit}"
    came = statement_that_came(*wordings)
    return _among_others(f"“{came}” was added") if came and texts.have_gained(came) else ""


def _in_its_phrase(item: ChangeItem) -> str:
    """What the change tells of it first, where that is a short quotation."""
    phrase = next(iter(item.phrases), "").replace("” becomes “", "” became “")
    fits = _QUOTES.match(phrase) and len(phrase) <= _LONGEST_TOLD and not _is_torn(phrase, item)
    return _among_others(phrase) if fits else ""


def _in_a_long_phrase(item: ChangeItem) -> str:
    """The first quotation in what the change tells of it, where nothing shorter tells what was edited; empty for none.

    One that begins within a sentence is no sentence that came or went: a line was broken there.
    """
    quoting = [
        one
        for one in item.phrases
        if _TELLS_OF_WORDS.match(one) and len(one) <= _LONGEST_PHRASE and not _is_torn(one, item)
    ]
    if not quoting:
        return ""
    phrase = quoting[0].replace("” becomes “", "” became “")
    return _among_others(phrase) if len(item.phrases) > 1 else f"{ItemKind.REWORDED.value}: {phrase}"


def _is_torn(phrase: str, item: ChangeItem) -> bool:
    """Whether a phrase tells so many words from within a sentence as added, or left out, that they seem to be one.

    Or only the beginning of such a sentence, which may end otherwise than it seems.
    """
    said = [words_of(one.passage.text) for one in (item.before, item.after) if one]
    quotes = _ADDED_OR_LEFT_OUT.findall(phrase)
    return any(quote.endswith("…") for quote in quotes) or any(
        text.find(quote) > 0 and not _BEHIND_AN_END.search(text[: text.find(quote)])
        for quote in quotes
        if word_count(quote) >= _FEWEST_OF_A_SENTENCE
        for text in said
    )


def _among_others(edit: str, how: str = ItemKind.REWORDED.value) -> str:
    """That a clause was reworded, with one of many edits where there is one to tell."""
    return f"{how}; among other edits, {edit}" if edit else how


def _by_stated(before: int, after: int, stated: Mapping[int, Stated]) -> str:
    unsure = Stated.UNSURE
    return _BY_STATED.get((stated.get(before, unsure), stated.get(after, unsure)), "")


def _event(
    item: ChangeItem,
    reverted: Mapping[int, Wording],
    busy: frozenset[str],
    stated: Mapping[int, Stated],
    goes_on_as: str,
    *,
    with_hour: bool = False,
) -> Event:
    """What an item tells; `goes_on_as` says as which record one went on that ended, where that is known."""
    back_to = reverted.get(item.after_id or 0)
    kind = event_kind(item.kind, returned=item.returned, reverted=back_to is not None)
    told, summary = kind, item.summary
    if kind == REVERTED and back_to:
        told = _back_to(back_to, busy)
    elif kind == ItemKind.MOVED:
        # Words that moved did so in one of several ways, which the summary begins with.
        told = item.summary.partition(":")[0]
        if item.after is None and goes_on_as:
            there = item.counterpart
            elsewhere = there is not None and there.document_id != item.provision.document_id
            told = f"{told}, as {there.permanent_id}" if there and elsewhere else goes_on_as
            summary = f"{told[:1].upper()}{told[1:]}."
    elif item.before and item.after:
        before, after = item.before.passage.text, item.after.passage.text
        if differ_in_footnotes_only(before, after):
            told = _RENUMBERED
        elif differ_in_markup_only(before, after):
            told = _MARKED_ANEW
        elif have_little_in_common(before, after):
            # What moved between two passages is no move of the clause.
            told, summary = _IN_OTHER_WORDS, f"{_IN_OTHER_WORDS.capitalize()}."
        elif _differ_in_title_only(before, after):
            told = _titled(before, after)
            summary = f"{told[:1].upper()}{told[1:]}."
        else:
            told = _with_links_in_doubt(_edited(item, before, after, stated), item.change, before, after)
    return Event(
        kind,
        told,
        item.change.recorded_at,
        summary,
        item.change.permanent_id,
        record_path(Kind.CHANGE, item.change_id),
        *_grades(item),
        kind == ItemKind.ADDED and item.change.version_id == item.provision.first_version_id,
        with_hour,
    )
