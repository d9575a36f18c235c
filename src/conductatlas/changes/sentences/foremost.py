"""The sentences that say most of what a version did, quoted in a phrase: what came, what went, what became what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from conductatlas.changes.language.cutting import cut_short
from conductatlas.changes.language.quotations import (
    FEWEST_LEFT_OUT,
    Edit,
    alone,
    announced,
    denies,
    turning,
)
from conductatlas.changes.language.readers_data import said_of_training
from conductatlas.changes.layout.lists import goes_on, in_a_row
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.redlines.redline import Segment, SegmentKind
from conductatlas.changes.sentences.alike import Alike
from conductatlas.changes.sentences.binding import lays_down
from conductatlas.changes.sentences.edited_phrases import (
    LONGEST_OF_BOTH,
    LONGEST_OF_FIRST,
    LONGEST_OF_REWORDED,
    SHORTEST_QUOTE,
    edited,
    pieces,
    whole_of,
)
from conductatlas.changes.sentences.named_sections import MOST_SECTIONS, largest, sections_named, table_named
from conductatlas.changes.sentences.of_one_text import where_laid_down
from conductatlas.changes.sentences.referring import speaks_of_the_last
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_weights import SentenceChange, is_of_words_alone, is_slip, says_little
from conductatlas.changes.sentences.unranked import unranked
from conductatlas.changes.sentences.what_moved import Moved
from conductatlas.english import count, series, shortened
from conductatlas.provisions import content_stems, reads_language
from conductatlas.reading import sentences, word_count, word_line

# As many sentences are told at most.
MOST_FOREMOST = 4
# So many of those that say most are shown one by one.
MOST_SHOWN = 8
# What has so few words says little without its heading. What leads into a list is quoted up to this length.
_MOST_WORDS_OF_BARE, _LONGEST_ABOVE = 8, 120
# The sentence that another one speaks of is quoted up to this length.
_LONGEST_AHEAD = 180
# … and up to what leaves room for what is told behind it, but to no fewer characters.
_LONGEST_TOLD, _SHORTEST_ABOVE = 450, 50
# What stands ahead and came as well is told as that.
_AFTER_NEW = "after the new"
WENT_TOO = " which went too,"
# What is told of sections that may be numbered notes.
_OF_LOST_NOTES = ", which may be notes to which it still refers"
_OF_NEW_NOTES = ", which may be notes to which it referred before"
# What goes before the sections of a text of which much is in other sentences.
WRITTEN_ANEW = "much of it was written anew, and "
# Words that were struck are said beside where a sentence there has most of what they tell, if that is something.
_NO_LONGER, _FEWEST_BESIDE, _MOSTLY_BESIDE = "it no longer says “", 3, 0.75
# 'We do not read all of it' is said by 'we do not read all letters' beside it; so many words deny something.
_OF_IT, _FEWEST_OF_DENIAL = re.compile(r"(?: of)? (?:it|them|this|these|that|those)\Z"), 4
# What begins so says nothing without its question.
_ANSWERS = re.compile(r"\W*(?:yes|no)\b[,.:;–—-]?", re.IGNORECASE)
# A heading that leads into what stands under it, and says what is so of it: 'For the following letters we warn'.
_LEADS_IN = re.compile(r"\bthe following (?!\w+\Z)\w+.{12}", re.IGNORECASE)
# A list that came or went whole goes before a sentence from so many items on.
_FEWEST_OF_A_LIST = 3
# Fewer words say little without their sentence, and a shorter last one is the number of what follows.
_FEWEST_OF_RUN, _SHORTEST_LAST = 4, 3


def foremost(changes: SentenceChanges, language: str | None = "en") -> tuple[str, ...]:
    """What a version did, in phrases as stand after 'above all,': what it adds, leaves out or says instead.

    First what moves most between a reader and the other side, then whole sections or tables, then the weightiest of the
    other sentences, each kind first, and last what many edits did alike. Where all that moves most came or went with
    sections that are named, these go first.
    What turns a sentence stands before it: the end of what leads into its list, or else its heading. One of which
    nothing can be quoted is left out. In a language that is not judged none goes before another one: they are counted.
    """
    if not reads_language(language):
        return (unranked(changes),)
    gone = sections_named("it no longer has", changes.gone_sections, are_all=not changes.went_beside)
    came = sections_named("it adds", changes.new_sections, are_all=not changes.came_beside)
    # What came or went with a title may stand in the other text in other words.
    anew = WRITTEN_ANEW if changes.rewritten else ""
    came, gone = f"{anew}{came}" if came else "", f"{anew}{gone}" if gone and not came else gone
    sections = (
        f"{came}{_OF_NEW_NOTES if changes.new_notes else ''}" if came else "",
        f"{gone}{_OF_LOST_NOTES if changes.lost_notes else ''}" if gone else "",
        *(table_named("it adds", one) for one in changes.new_tables[:1] if not changes.new_sections),
        *(table_named("it no longer has", one) for one in changes.gone_tables[:1] if not changes.gone_sections),
    )
    weightiest = changes.foremost[:MOST_FOREMOST] or _one_for_another(changes)
    apart = [one for one in weightiest if not _is_told_of_all(one, changes.alike)]
    telling = [one for one in apart if not says_little(one)]
    if any(one.how != "edited" for one in telling):
        # A word put right says no more than before, also where what came is too long to be quoted.
        telling = [one for one in telling if not is_slip(one)]
    if changes.rewritten:
        # What went there, and took nothing from a reader for sure, may stand elsewhere in other words.
        telling = [one for one in telling if one.how != "went" or one.moved is not Moved.NOTHING] or telling
    ordered = list(_once(_but_for_those_beside(_of_lists_once(_ordered(telling or apart[:1])))))
    longest = [LONGEST_OF_FIRST, *([LONGEST_OF_BOTH] * len(ordered))]
    phrases = [
        "" if _is_said_beside(phrase, one, changes) else _with_nearest(phrase, one)
        for one, phrase in zip(ordered, map(_phrase, ordered, longest), strict=False)
    ]
    _count_rows(phrases, ordered, changes)
    # Edits don't stand for what came or went first of all, though that can't be quoted.
    instead = [
        phrase
        for phrase, one in zip(phrases, ordered, strict=True)
        if one.how != "edited" or ordered[0].how == "edited"
    ]
    if ordered and not any((*instead, *sections)):
        phrases[0] = _unquoted(ordered[0])
    most = [one for one in ordered if one.moved is Moved.MOST]
    # Of what moves most the section goes first that came or went with it.
    first = 0 if all(_is_of_named(one, changes) for one in most) else len(most)
    alike = _alike(changes.alike)
    # A new name goes last, but not behind a sentence that only took it up or lays nothing down, nor behind single rows.
    is_all = changes.alike and (
        changes.alike.noun == "row" or all(_goes_behind(one, changes.alike) for one in ordered[first:])
    )
    ahead, behind = (alike, "") if is_all else ("", alike)
    # What a question stands over may be no rule: the weightiest sentence goes before it.
    asked = [one.title.rstrip("* ").endswith("?") for one in (*changes.new_sections, *changes.gone_sections)]
    first = max(first, 1) if asked and all(asked) and "" not in phrases[:1] else first
    told = (*phrases[:first], *sections, ahead, *phrases[first:], behind)
    return tuple(phrase for phrase in told if phrase)


def _one_for_another(changes: SentenceChanges) -> tuple[SentenceChange, ...]:
    """The only sentence that went and the only one that came, in one place, as an edit; nothing where more changed."""
    if (changes.went, changes.came, changes.edited, len(changes.told)) != (1, 1, 0, 2):
        return ()
    went, came = sorted(changes.told, key=lambda one: one.how != "went")
    if (went.how, went.under, went.lead_in) != ("went", came.under, came.lead_in):
        return ()
    segments = (*went.segments, *came.segments)
    return (replace(came, how="edited", before=went.before, segments=segments),)


def _count_rows(phrases: list[str], ordered: Sequence[SentenceChange], changes: SentenceChanges) -> None:
    """Let the first row that came or went, of each kind, be told as one of several."""
    for how in ("came", "went"):
        number = changes.rows.get(how, 0)
        rows = (at for at, one in enumerate(ordered) if one.how == how and has_rows(one.after or one.before))
        rows_told = [at for at in rows if phrases[at]]
        first = next(iter(rows_told), None)
        if first is not None and number > 1:
            both = _both_rows(*(phrases[at] for at in rows_told)) if number == len(rows_told) == 2 else ""
            for at in rows_told[1:] if both else ():
                phrases[at] = ""
            phrases[first] = both or f"{phrases[first]}, one of {number} rows that {how}"


def _both_rows(one: str, other: str) -> str:
    """Two phrases that each tell of a row in one; empty where they tell of other places, or that is too long."""
    where, row, first = one.partition(" the row “")
    there, _, second = other.partition(" the row “")
    told = f"{where} the rows “{first} and “{second}"
    return told if row and where == there and len(told) <= LONGEST_OF_FIRST else ""


def _is_said_beside(phrase: str, change: SentenceChange, changes: SentenceChanges) -> bool:
    """Whether what a phrase tells to be said no longer is said by another sentence that came or changed beside it.

    What denies something is, with the name of what it was of in place of 'it', by a new sentence anywhere.
    """
    went = phrase.partition(_NO_LONGER)[2].partition("” in “")[0] if change.how == "edited" else ""
    struck, denied = set(content_stems(went)), _OF_IT.sub("", word_line(went))
    is_denial = word_count(denied) >= _FEWEST_OF_DENIAL and denies(denied.split())
    if is_denial and any(f" {denied} " in f" {line} " for line in changes.denials):
        return True
    beside = (one.after for one in changes.told if one is not change and one.under == change.under and one.after)
    return len(struck) >= _FEWEST_BESIDE and any(
        len(struck.intersection(content_stems(says))) >= _MOSTLY_BESIDE * len(struck) for says in beside
    )


def _is_told_of_all(one: SentenceChange, alike: Alike | None) -> bool:
    """Whether all that an edit did is told of many at once, and it does not go before these."""
    return alike is not None and one.moved is not Moved.MOST and alike.tells_all_of(one)


def _goes_behind(one: SentenceChange, alike: Alike) -> bool:
    """Whether a sentence was edited as many others were, or in words that lay nothing down."""
    took_up = alike.went in one.before and alike.came in one.after
    return one.how == "edited" and (took_up or is_of_words_alone(one))


def _ordered(telling: Sequence[SentenceChange]) -> list[SentenceChange]:
    """The weightiest sentences: what moves most before the others, a whole list of what is denied before one thing."""
    return sorted(telling, key=lambda one: (one.moved is not Moved.MOST, not _is_list_of_denied(one)))


def _with_nearest(phrase: str, change: SentenceChange) -> str:
    """A phrase on what came or went, with what the other text has nearest to it, or the beginning of that."""
    if not phrase or not change.nearest:
        return phrase
    longest = max(_SHORTEST_ABOVE, _LONGEST_TOLD - len(phrase))
    near = shortened(alone(change.nearest), longest, without=",;:")
    return f"{phrase} (nearest {'now' if change.stood else 'before'}: “{near}”)"


def _is_list_of_denied(one: SentenceChange) -> bool:
    return one.listed >= _FEWEST_OF_A_LIST and denies(one.lead_in.split())


def _of_lists_once(ordered: Sequence[SentenceChange]) -> Iterator[SentenceChange]:
    """Sentences, but of a list that is told as a whole one item only, and what leads into it with it."""
    told: set[tuple[str, str]] = set()
    lead_ins = {one.lead_in for one in ordered if one.lead_in_alone and one.how != "edited"}
    for one in ordered:
        is_whole = bool(one.listed or one.instead[0])
        if (one.after or one.before) in lead_ins or (is_whole and (one.under, one.lead_in) in told):
            continue
        if is_whole:
            told.add((one.under, one.lead_in))
        yield one


def _but_for_those_beside(ordered: Iterable[SentenceChange]) -> Iterator[SentenceChange]:
    """Sentences, but those that are told as the nearest to one before them, and that are nearest to it."""
    told: list[SentenceChange] = []
    for one in ordered:
        text = one.after or one.before
        if not any(
            other.nearest.endswith(text) and one.nearest.endswith(other.after or other.before) for other in told
        ):
            told.append(one)
            yield one


def _once(ordered: Iterable[SentenceChange]) -> Iterator[SentenceChange]:
    """Sentences, but those that another one is quoted with, and without the sentence ahead that is quoted already."""
    quoted: set[str] = set()
    for one in ordered:
        text = one.after or one.before
        if any(text in said for said in quoted):
            continue
        told = replace(one, ahead="") if any(said in one.ahead for said in quoted) else one
        # One that is too long to be quoted may be told ahead of another one.
        if _phrase(told, LONGEST_OF_FIRST):
            quoted.update((text, one.ahead) if told.ahead else (text,))
        yield told


def _alike(alike: Alike | None) -> str:
    """What many edits did alike."""
    if alike is None:
        return ""
    where = f"in {count(alike.number, alike.noun)}{f' under “{alike.under}”' if alike.under else ''}"
    if not alike.came:
        return f"{where} it no longer says “{alike.went}”"
    if alike.went:
        return f"{where} “{alike.went}” becomes “{alike.came}”"
    others = series([*(f"“{one}”" for one in alike.others), *(() if alike.are_all else ("other words",))], "or")
    return f"{where} it now says “{alike.came}”{f' in place of {others}' if alike.for_several else ''}"


def _is_of_named(one: SentenceChange, changes: SentenceChanges) -> bool:
    """Whether a sentence came or went right under the title of a section that is named."""
    sections = changes.gone_sections if one.stood else changes.new_sections
    named = [section.title for section in largest(sections)[:MOST_SECTIONS]]
    return one.how != "edited" and one.under in (*named, *map(alone, named))


def _phrase(change: SentenceChange, longest: int) -> str:
    if change.lead_in_alone and not change.ahead and change.how != "edited":
        return _with_lead_in(change)
    told = _in_other_words if change.in_other_words else edited if change.how == "edited" else _whole
    said = _instead(change) if change.instead[0] else told(change, longest)
    said = _with_number_of_items(change, said) if change.cut_off else said
    if not said:
        return ""
    if change.met_together and change.how != "edited" and not change.instead[0]:
        said = f"{said}, among other conditions"
    joined = _joined(change) if change.ahead else ""
    went_too = change.stood and change.ahead_alone
    # Nothing is told to have stood after what went as well, unless it says nothing without that.
    is_told = not joined and (not went_too or speaks_of_the_last(change.before))
    above = _above(alone(change.ahead), _LONGEST_AHEAD) if is_told else ""
    after = _AFTER_NEW if above and change.ahead_new and change.how == "came" else "after"
    behind = WENT_TOO if above and went_too else ""
    if not above:
        above = _quoted_lead_in(change.lead_in)
        after = _AFTER_NEW if change.lead_in_alone and change.how == "edited" else after
    # What a row is about its table tells.
    is_row = has_rows(change.after or change.before)
    is_bare = is_row or word_count(change.after or change.before) <= _MOST_WORDS_OF_BARE
    if above:
        # What is told goes before what stands ahead.
        above = _above(above, max(_SHORTEST_ABOVE, _LONGEST_TOLD - len(said)))
    if above:
        return f"{_turned_by_title(change, above)}{after} “{above}”,{behind} {joined or said}"
    is_answer = change.under.endswith("?") and _ANSWERS.match(change.after or change.before)
    if _LEADS_IN.search(change.under) and not is_row and not lays_down(change.after or change.before):
        return f"under “{_quoted_lead_in(change.under)}”, {joined or said}"
    title = change.under if is_answer or (is_bare and not change.scope and not announced(change.under)) else ""
    return f"{f'under “{title}”, ' if title else _turned_by_title(change)}{joined or said}"


def _unquoted(change: SentenceChange) -> str:
    """What became of a sentence that is too long to be quoted as it is meant.

    Of one that was edited in a single place that is what came or went there. Empty where no title stands over it.
    """
    noun = "row" if has_rows(change.after or change.before) else "sentence"
    if not change.under:
        return ""
    long = f"a long {noun} under “{alone(change.under)}”"
    run = _only_edit(change)
    if run is not None:
        does = "it no longer says" if run.kind is SegmentKind.DELETED else "it now says"
        return f"in {long} {does} “{alone(run.text)}”"
    done = "it rewords" if change.how == "edited" else "it no longer has" if change.stood else "it adds"
    return (
        f"{done} {long} that begins “{shortened(alone(change.after or change.before), _LONGEST_AHEAD, without=',;:')}”"
    )


def _only_edit(change: SentenceChange) -> Segment | None:
    """The only words that came or went in a sentence but for numbers of its items; None where others did.

    Nor are there any that break off before what they speak of, or whose like the sentence has on the other side.
    """
    marked = [one for one in change.segments if one.kind is not SegmentKind.SAME]
    runs = [one for one in marked if word_count(one.text) > 1 and content_stems(one.text)]
    if change.how != "edited" or len(runs) != 1 or word_count(runs[0].text) < _FEWEST_OF_RUN:
        return None
    (run,) = runs
    stems, last = set(content_stems(run.text)), word_line(run.text).split()[-1]
    other = set(content_stems(change.after if run.kind is SegmentKind.DELETED else change.before))
    is_whole = len(last) >= _SHORTEST_LAST and bool(content_stems(last)) and len(run.text) <= LONGEST_OF_FIRST
    return run if is_whole and len(stems & other) < _MOSTLY_BESIDE * len(stems) else None


def _above(text: str, longest: int) -> str:
    """What stands ahead, whole or up to some length."""
    if len(text) <= _LONGEST_ABOVE:
        return text
    ahead = text.partition(" (")[0]
    short = f"{ahead} …" if _SHORTEST_ABOVE < len(ahead) < longest else shortened(text, longest, without=",;:")
    return cut_short(text, longest, _SHORTEST_ABOVE) or short


def _turned_by_title(change: SentenceChange, above: str = "") -> str:
    """Where a sentence stands, if a title over it limits or turns it; not one that only does what stands above does."""
    title = change.scope or ("" if announced(above) else announced(change.under))
    return f"under “{title}”, " if title else ""


def _quoted_lead_in(lead_in: str) -> str:
    """What leads into a list as it is quoted above an item: of a long one the beginning and the end."""
    short = lead_in if len(lead_in) <= _LONGEST_ABOVE else ""
    shown = lead_in.split()
    found = (
        announced(lead_in)
        or short
        or (pieces(shown, [Edit(len(shown) - 1, len(shown))], FEWEST_LEFT_OUT) if shown else "")
    )
    return found.rstrip(" :")


def _with_number_of_items(change: SentenceChange, said: str) -> str:
    """What became what, with how many items one of both leads into; empty where that one is not quoted."""
    items = count(change.cut_off, "item")
    if goes_on(change.after):
        return f"{said}, with {items}"
    was, becomes, says = said.partition("” becomes “")
    return f"{was}” with its {items} becomes “{says}" if becomes else ""


def _with_lead_in(change: SentenceChange) -> str:
    """An item that came or went together with what leads into its list; of a whole list that went, that it did."""
    lead_in = _quoted_lead_in(change.lead_in)
    where = _turned_by_title(change, lead_in)
    if change.listed > 1 and (change.stood or change.met_together) and not change.is_heavy:
        # One of several conditions is not told alone.
        lead_in = lead_in.removesuffix(" …")
        does = "it no longer has" if change.stood else "it adds"
        return f"{where}{does} “{lead_in} …” with its {change.listed} items"
    quote = _up_to_a_clause(whole_of(change.after or change.before))
    if not quote:
        return ""
    goes_on_in = ("" if lead_in.endswith(("…", ".")) else ":") + (" …" if change.is_later_item else "")
    more = f", with {count(change.listed - 1, 'more item')}" if change.listed > 1 else ""
    return f"{where}{'it no longer says' if change.stood else 'it adds'} “{lead_in}{goes_on_in} {quote}”{more}"


def _instead(change: SentenceChange) -> str:
    """How many items a list had, and those that it has instead; of these the one that says most, if they are long."""
    before, now = change.instead
    whole = in_a_row(now)
    if len(whole) <= LONGEST_OF_FIRST:
        return f"it replaces {count(before, 'item')} by “{alone(whole)}”"
    quote = shortened(_up_to_a_clause(whole_of(change.after)), _LONGEST_AHEAD, without=",;:")
    among = f", among them “{quote}”" if quote else ""
    return f"it replaces {count(before, 'item')} by {len(now)}{among}"


def _joined(change: SentenceChange) -> str:
    """A sentence that came or went with the one that it speaks of; empty where both are too long.

    Where that one speaks of another one, too, and all are too long, the two that are spoken of are told.
    """
    if not change.ahead_alone or change.how == "edited":
        return ""
    said = change.after or change.before
    perhaps = [f"{change.ahead_of_it} {_with_behind(change)}"]
    perhaps += [f"{change.ahead_of_it} {said}"] if turning(said.split()) else []
    perhaps += [change.ahead] if len(sentences(change.ahead)) > 1 else []
    told = next((one for one in perhaps if len(one) <= LONGEST_OF_FIRST), "")
    return f"{'it no longer says' if change.stood else 'it adds'} “{alone(told)}”" if told else ""


def _with_behind(change: SentenceChange) -> str:
    """A sentence that came or went with what denies or limits it right behind it, if both are not too long."""
    said = change.after or change.before
    both = f"{said} {change.behind}".rstrip()
    return both if len(both) <= LONGEST_OF_FIRST else said


def _in_other_words(change: SentenceChange, longest: int) -> str:
    """A sentence as it was and is now; where both are longer than `longest`, as it is, in place of how it began."""
    was, says = whole_of(change.before), whole_of(change.after)
    if len(was) + len(says) <= longest:
        return f"“{was}” becomes “{says}”"
    began = was if len(was) <= _LONGEST_AHEAD else cut_short(was, _LONGEST_AHEAD, SHORTEST_QUOTE)
    instead = f" in place of “{began}”" if began and len(began) + len(says) <= LONGEST_OF_REWORDED else ""
    return f"a reworded sentence now says “{says}”{instead}"


def _whole(change: SentenceChange, _: int) -> str:
    said = change.after or change.before
    if has_rows(said):
        # What a cell says can stand elsewhere in the text: the row is what came or went.
        quote, done = (
            _of_row(alone(said)),
            "it no longer has the row" if change.stood else "it adds the row",
        )
    else:
        quote, done = (
            _up_to_a_clause(whole_of(_with_behind(change))),
            "it no longer says" if change.stood else "it adds",
        )
    return f"{done} “{quote}”" if quote else ""


def _of_row(row: str) -> str:
    """A row whole; of a longer one as many cells as are told of a sentence, or else the beginning of the first."""
    if len(row) <= LONGEST_OF_FIRST:
        return row
    cells, ends, _ = row[:LONGEST_OF_FIRST].rpartition(" | ")
    return f"{cells} | …" if ends else cut_short(row, LONGEST_OF_FIRST, SHORTEST_QUOTE)


def _up_to_a_clause(text: str) -> str:
    """A sentence whole; of one that is longer than all that is told first, what ends with a clause.

    What it says of training on data, or lays down that is heavy, is quoted wherever it stands. Empty where what would
    be left out turns the rest.
    """
    if len(text) <= LONGEST_OF_FIRST:
        return text
    short, shown = cut_short(text, LONGEST_OF_FIRST, SHORTEST_QUOTE), text.split()
    says_most = said_of_training(text) or _heavy_beyond(short, text)
    if says_most:
        first, stop = (len(text[:at].split()) for at in says_most)
        quote = pieces(shown, [Edit(max(0, first - 1), min(len(shown), stop))], FEWEST_LEFT_OUT)
        if len(quote) <= LONGEST_OF_REWORDED:
            return quote
    return short


def _heavy_beyond(short: str, text: str) -> tuple[int, int] | None:
    """Where a sentence lays something heavy down that is not in the beginning of it that would be quoted."""
    heavy = where_laid_down(text)
    return heavy if heavy and text[slice(*heavy)] not in short else None
