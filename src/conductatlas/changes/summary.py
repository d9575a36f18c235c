"""Changes in words: one sentence for a provision, one for a version, made only from what was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from conductatlas.catalogue import Catalogue, Severity
from conductatlas.changes.captures.editions import (
    NOT_CAPTURED_BEFORE,
    WHETHER_ADDED,
    WHETHER_IT_FOLLOWS,
    WHETHER_SAID_BEFORE,
    WHETHER_STILL_SAID,
    WHETHER_WITHDRAWN,
    tells_of_another,
    tells_of_whole,
)
from conductatlas.changes.captures.lost_links import MAY_LACK_LINKS
from conductatlas.changes.captures.missing import (
    CAME_OR_WAS_NOT_CAPTURED,
    CAPTURED_OTHERWISE,
    WENT_OR_WAS_NOT_CAPTURED,
)
from conductatlas.changes.effects.favouring import Favouring, favoured_by
from conductatlas.changes.effects.shifts import Direction, overall
from conductatlas.changes.following.standing import ChangeKind, Followed
from conductatlas.changes.language.cutting import cut_short
from conductatlas.changes.language.quotations import alone
from conductatlas.changes.meaning import Meaning
from conductatlas.changes.redlines.moved_words import moved_words
from conductatlas.changes.redlines.passages_beside import passages_beside
from conductatlas.changes.sentences.foremost import WENT_TOO, WRITTEN_ANEW
from conductatlas.changes.sentences.promises import grade_of_loss
from conductatlas.changes.verdicts.verdict import Verdict
from conductatlas.english import capitalised, count, series, short_series, shortened

NO_EFFECT = "with no effect found"
# Of a passage that is likelier not to state the clause, and of words that need not be about it, the clause is not told.
_IN_PASSAGE = "words changed in a passage found as"
# Of provisions that changed it is not told here which only gained words, or lost some: that shows the redline of each,
# which is drawn with the text around it.
_EDITED = "edited"
# A passage that came beside, or went into, another one of its clause type.
_MORE, _FEWER = "one more passage", "one passage fewer"
_SILENT = {
    Verdict.FAILED: "Failed capture: the text was set aside, and the version before it stands.",
    Verdict.TECHNICAL: "No provision changed: only the page around the text, its markup or its order did.",
    Verdict.EDITORIAL: "Changed with no effect found, outside the provisions that are followed.",
    Verdict.SUBSTANTIVE: "The text changed; of no provision is it sure that it was added, removed or reworded.",
    Verdict.NONE: "The text is the same as before.",
}
_FOR_USERS = {
    Direction.WORSE: "As far as grades and facts tell, it is worse for users than before.",
    Direction.BETTER: "As far as grades and facts tell, it is better for users than before.",
    Direction.MIXED: "As far as grades and facts tell, some of it is better for users than before, and some worse.",
}
# What is said of a sentence of which it is certain whom it favours.
_BY_A_SENTENCE = {
    Direction.WORSE: "To the disadvantage of users",
    Direction.BETTER: "To the advantage of users",
}
_VERBS = {
    ChangeKind.ADDED: ("is new", "are new"),
    ChangeKind.REMOVED: ("is gone from it", "are gone from it"),
    ChangeKind.MOVED: ("stands elsewhere in it", "stand elsewhere in it"),
}
# Of these it is told once of a type, however many of its passages it holds of.
_ONCE = frozenset((ChangeKind.ADDED, ChangeKind.REMOVED))
# How many provisions of a kind the sentence names, and how many phrases tell what a version did above all.
_MOST_NAMED, _MOST_NEWS = 2, 3
_SECTIONS = ("it adds the section", "it no longer has the section")
# Of a part that a page may have lacked, before or now, it is told what the text holds, not what the platform did; and
# no sentence is told to be gone.
_DOUBTS = {
    MAY_LACK_LINKS: "one of the two captures may only lack the words of its links",
    WHETHER_WITHDRAWN: "what went was perhaps withdrawn, perhaps only not captured",
    NOT_CAPTURED_BEFORE: "what came in was not captured before, as an error notice stood there",
    WHETHER_ADDED: "what came in was perhaps added, perhaps only not captured before",
    WENT_OR_WAS_NOT_CAPTURED: "perhaps withdrawn, perhaps only not captured",
    CAME_OR_WAS_NOT_CAPTURED: "perhaps added, perhaps only not captured before",
    CAPTURED_OTHERWISE: (
        "the collection records that from this version on it captures the page otherwise, so what came may have stood "
        "before, and what went may still stand"
    ),
}
_OF_CAPTURES = "What follows compares two captures, one of which may lack a part of the text."
_THE_PART = {
    WHETHER_WITHDRAWN: "what went was ",
    WHETHER_ADDED: "what came in was ",
    NOT_CAPTURED_BEFORE: "what came in was ",
}
_ADDS, _WITHDRAWS = ("it adds", "it now has"), ("it no longer has", "it lacks")
_LACKS = ("it no longer says", "it lacks")
_HOLDS: Mapping[str, Sequence[tuple[str, str]]] = {
    MAY_LACK_LINKS: (),
    WHETHER_WITHDRAWN: [_WITHDRAWS],
    WHETHER_ADDED: [_ADDS],
    NOT_CAPTURED_BEFORE: [_ADDS],
    WENT_OR_WAS_NOT_CAPTURED: [_WITHDRAWS, _LACKS],
    CAME_OR_WAS_NOT_CAPTURED: [_ADDS],
    CAPTURED_OTHERWISE: [_ADDS, _WITHDRAWS, _LACKS],
}
# What is open may weigh against what is better for users.
_LEFT_OPEN = (WHETHER_STILL_SAID, WHETHER_SAID_BEFORE)
_BY_CONTENTS = (WENT_OR_WAS_NOT_CAPTURED, CAME_OR_WAS_NOT_CAPTURED)
_GONE, _BUT_STANDS = "it no longer says “", "” in “"
_ABOVE_ALL, _AND = "above all, ", ", and "
_IT = re.compile(r"\bit(?= (?:adds|now has|no longer|lacks|replaces|rewords|now says|now stands)\b)")
# What one phrase only quotes behind its verb; another one of the same verb goes on without it.
_ONLY_QUOTES = re.compile(r"(?P<does>it (?:adds|now has|no longer says|lacks)) “[^”]*”")
_AMONG_OTHERS = "among other things, "
# How many sentences the paragraph has, how many provisions one of them may name, and how long it may be, in characters.
_MOST_TITLES = 4
_MOST_TOLD = 6
_LONGEST_SENTENCE = 480
# More than so many phrases are not all that a version did.
_ALL_TOLD = 3
# How a phrase begins that tells how a grade moved.
_GRADE = "severity "
# Quoted words are cut to no fewer characters than this.
_SHORTEST_QUOTE = 60
# Of a phrase that stands behind another one so much is told at least.
_LEAST_LEFT = 0.65
_UNDER = re.compile(r"under (“[^“”]*”), ")
# Where a phrase is of: 'under “Fees”, it adds …', 'in 6 rows under “Fees” it now says …', 'it adds the section “Fees”'.
_PLACE = re.compile(r"\A(?:(?:in [\w ]+ )?under (?P<over>“[^“”]*”)|it adds the section (?P<section>“[^“”]*”)\Z)")
_QUOTE = re.compile(r"“[^”]*”")
# Words that came or went say something where so many of them do.
_FEWEST_OF_WEIGHT = 3
# A version favours somebody where such a share of what it touched does.
_LEAST_TELLING = 1 / 3
# How the reason begins that a text is one that stood before.
_AGAIN = "The text is again that of "
# Behind a semicolon no capital stands but that of a name.
_BEGINNINGS = ("The ", "A ", "This ")
# What a record has room for, and from how many characters on one phrase is enough to read.
_LONGEST, _LONG_NEWS = 600, 340


@dataclass(frozen=True, slots=True)
class Told:
    """What a summary needs to know of one provision that a version touched; `phrases` say what moved in it.

    `shifted`: facts of it moved, other than whom it speaks of. `graded`: its grade is one of what changed, and not only
    of the clause in which words did. `moved_words`: how much the words say that came or went in it. `passage`: its
    words before and after, by which those of one passage are known. `across`: the other passage of its type, beside
    which it came, or that stays, stands in another document.
    """

    kind: ChangeKind
    clause_type: str
    severity_before: Severity | None
    severity_after: Severity | None
    direction: Direction = Direction.UNJUDGED
    phrases: tuple[str, ...] = ()
    to_the_letter: bool = False
    elsewhere: bool = False
    unsure: bool = False
    shifted: bool = False
    moved_words: int = _FEWEST_OF_WEIGHT
    passage: tuple[str, str] = ("", "")
    graded: bool = True
    across: bool = False

    @property
    def facts(self) -> tuple[str, ...]:
        """Those of the phrases that tell of facts and grades, and quote no words but the title over a grade."""
        return tuple(phrase for phrase in self.phrases if phrase.startswith(_GRADE) or not _QUOTE.search(phrase))

    @property
    def is_slight(self) -> bool:
        """Whether no effect is told of it."""
        return is_slight(self.kind, to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure)

    @property
    def is_beside(self) -> bool:
        """Whether only words of its passage changed, which need not be about it."""
        return is_beside(to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure)

    @property
    def is_trifle(self) -> bool:
        """Whether it was reworded in words that say hardly anything, and no fact of it moved."""
        return self.kind is ChangeKind.REWORDED and not self.shifted and self.moved_words < _FEWEST_OF_WEIGHT

    @property
    def promises_less(self) -> bool:
        """Whether it is a promise that was reworded so that it says less, which has a grade of its own."""
        lost = grade_of_loss(self.clause_type, self.kind, *self.passage)
        return self.kind is ChangeKind.REWORDED and not self.is_slight and lost is not Severity.NONE

    @property
    def is_regraded(self) -> bool:
        """Whether it is told that its severity moved."""
        return any(phrase.startswith(_GRADE) for phrase in self.phrases)

    @property
    def is_telling(self) -> bool:
        """Whether there is more to tell of it than that it was touched."""
        return not self.is_slight and (self.kind is not ChangeKind.REWORDED or bool(self.phrases))

    @property
    def is_compared(self) -> bool:
        """Whether what the provision said before was set against what it says now, or there was nothing on one side.

        A passage that stands beside others of its type, or went while they stay, is set against none of them.
        """
        return self.done not in (_MORE, _FEWER)

    @property
    def done(self) -> str:
        """What became of the provision, in words."""
        stood, stands = self.severity_before is not None, self.severity_after is not None
        return way(self.kind, stood=stood, stands=stands, beside=self.is_beside)

    @property
    def severity(self) -> Severity:
        """The graver of the two; that of today where it is not told that it moved.

        What the platform promised not to do has none: that it promises less has one of its own.
        """
        return max(self._graver, self._of_loss, key=lambda grade: grade.rank)

    @property
    def severity_of_edit(self) -> Severity:
        """The same of what changed: none of words that changed in a clause, and do not state it by themselves."""
        return self.severity if self.graded else self._of_loss

    @property
    def _of_loss(self) -> Severity:
        return grade_of_loss(self.clause_type, self.kind, *self.passage)

    @property
    def _graver(self) -> Severity:
        if self.kind is ChangeKind.REWORDED and self.severity_after is not None and not self.is_regraded:
            return self.severity_after
        grades = [grade for grade in (self.severity_before, self.severity_after) if grade is not None]
        return max(grades, key=lambda grade: grade.rank, default=Severity.NONE)


def tell(one: Followed, means: Meaning) -> Told:
    """What a summary needs to know of a provision that was touched."""
    assert one.kind is not None  # noqa: S101
    return Told(
        one.kind,
        one.clause_type,
        Severity(one.before.severity) if one.before else None,
        one.after.severity if one.after else None,
        means.direction,
        means.phrases,
        means.to_the_letter,
        means.elsewhere,
        means.unsure,
        any(one.is_weighty for one in means.shifts),
        moved_words(one.before.quote, one.after.quote) if one.before and one.after else _FEWEST_OF_WEIGHT,
        (one.before.quote if one.before else "", one.after.quote if one.after else ""),
        means.graded,
    )


def summarise_item(catalogue: Catalogue, one: Followed, means: Meaning) -> str:
    """One sentence on what became of one provision."""
    title = catalogue[one.clause_type].title
    if one.kind is ChangeKind.ADDED and one.after is not None:
        verb = "Returned" if one.returned else "Added"
        return f"{verb}: {title} ({_graded(one.after.severity)})."
    if one.kind is ChangeKind.REMOVED:
        return f"Removed: {title}."
    if one.kind is ChangeKind.MOVED and one.before is None:
        return f"A passage came beside others of this type: {title}."
    if one.kind is ChangeKind.MOVED and one.after is None:
        return f"A passage of this type went, others stand: {title}."
    if one.kind is ChangeKind.MOVED:
        return f"Moved within the document, word for word: {title}."
    if is_beside(to_the_letter=means.to_the_letter, elsewhere=means.elsewhere, unsure=means.unsure):
        return _sentence(f"{_IN_PASSAGE.capitalize()} {title}", means.phrases)
    return _sentence(f"Reworded{f' {NO_EFFECT}' if means.to_the_letter else ''}: {title}", means.phrases)


def _graded(severity: Severity) -> str:
    return "no severity" if severity is Severity.NONE else f"{severity.value} severity"


def way(kind: str, *, stood: bool, stands: bool, beside: bool = False) -> str:
    """How what became of a provision is named: `kind`, unless it only has a passage more, or fewer, beside others.

    `stood`, `stands`: whether its own passage was there before, and is there now. `beside`: see `is_beside`; what is
    named then is no more than that words changed in a passage, and the title of the clause type goes on behind it.
    """
    if beside:
        return _IN_PASSAGE
    if kind != ChangeKind.MOVED or stood == stands:
        return str(kind)
    return _MORE if stands else _FEWER


def is_beside(*, to_the_letter: bool, elsewhere: bool, unsure: bool) -> bool:
    """Whether only words of a clause's passage changed, which need not be about the clause."""
    return (elsewhere or unsure) and not to_the_letter


def is_slight(kind: str, *, to_the_letter: bool, elsewhere: bool, unsure: bool) -> bool:
    """Whether no effect is told of a provision: it moved, only its letter or a sentence beside it did, or it is unsure.

    Its severity is no news then, nor the version's.
    """
    return kind == ChangeKind.MOVED or to_the_letter or elsewhere or unsure


def _sentence(beginning: str, phrases: Sequence[str]) -> str:
    """A sentence with as many phrases as it can bear."""
    sentence = beginning
    for phrase in phrases:
        shown = _fitted(phrase, _LONGEST_SENTENCE - len(sentence))
        if not shown:
            break
        sentence = f"{sentence}; {shown}"
    return f"{sentence}."


def _fitted(phrase: str, most: int) -> str:
    """A phrase of so many characters at most: without what it tells beside the first, or else with its quote cut.

    Empty where no cut leaves enough of it as it was meant, and for an edit, which a cut may hide.
    """
    if len(phrase) <= most:
        return phrase
    first, _, beside = phrase.partition("”, and ")
    if beside:
        return _fitted(f"{first}”", most)
    quotes = _QUOTE.findall(phrase)
    room = (sum(map(len, quotes)) - (len(phrase) - most)) // max(1, len(quotes)) - len("“ …”")
    if len(quotes) != 1 or room < _SHORTEST_QUOTE:
        return ""
    whole = quotes[0][1:-1]
    cut = cut_short(whole, room, _SHORTEST_QUOTE)
    return phrase.replace(whole, cut) if cut else ""


def summarise(
    catalogue: Catalogue,
    verdict: Verdict,
    touched: Sequence[Told],
    reasons: Sequence[str] = (),
    above_all: Sequence[str] = (),
) -> str:
    """One sentence on what a version did: of the whole text, above all, and to how many provisions.

    `reasons`: those for its verdict. `above_all`: what its weightiest sentences say, the first first, in phrases as
    stand after 'above all,'.
    """
    if verdict is Verdict.FAILED:
        return _SILENT[verdict]
    another = next((one.removesuffix(WHETHER_IT_FOLLOWS).rstrip(" .") for one in reasons if tells_of_another(one)), "")
    whole = another or next((one.rstrip(".") for one in reasons if tells_of_whole(one)), "")
    restored = next((one.partition(",")[0].rstrip(".") for one in reasons if one.startswith(_AGAIN)), "")
    if restored and whole.startswith(_BEGINNINGS):
        whole = f"{whole[0].lower()}{whole[1:]}"
    whole = "; ".join(filter(None, (restored, whole)))
    above_all = _sections_held(above_all) if another else above_all
    counted, named = (
        _of_provisions(catalogue, touched, name_reworded=name, with_slight=not above_all) for name in (False, True)
    )
    # A whole text that came, or went, is no section beside.
    above_all = [
        one for one in above_all if not (whole and one.startswith(_SECTIONS) and _QUOTE.findall(one)[0] in whole)
    ]
    for part, ending in ((one, ending) for one in reasons for ending in _DOUBTS if one.endswith(ending)):
        what = _part(part, ending) if ending in _BY_CONTENTS or not whole else ""
        doubt = _DOUBTS[ending]
        if what and ending in _THE_PART:
            what, doubt = f"{what}, {doubt.removeprefix(_THE_PART[ending])}", ""
        whole = "; ".join(filter(None, (whole, what, doubt)))
        above_all = [_as_held(one, ending) for one in above_all if not _is_lost(one, ending)]
    room = _LONGEST - len(f"{whole}; .")
    news = _news(above_all, room - len(f"{counted}; "))
    first = _news(above_all, room, most_told=1)
    if above_all and above_all[0] not in news and above_all[0] in first:
        # What it did above all goes before how many provisions it touched.
        news, counted, named = first, "", ""
    if touched and all(one.is_slight for one in touched) and news.startswith(_ABOVE_ALL):
        # Where no effect was found nothing stands above the rest, but that there is a rest is told.
        news = f"{_AMONG_OTHERS}{news.removeprefix(_ABOVE_ALL)}"
    if whole.endswith(_DOUBTS[CAPTURED_OTHERWISE]):
        # 'It' would be the version, or the collection.
        news = _IT.sub("the text", news, count=1)
    long, short = ("; ".join(filter(None, (whole, news, one))) for one in (named, counted))
    said = long if len(long) < _LONGEST else shortened(short, _LONGEST - len(" …."))
    return f"{capitalised(said)}." if said else _SILENT[verdict]


def _sections_held(above_all: Sequence[str]) -> list[str]:
    """Of phrases on a text that may be another one those on its sections: which it has, and which it lacks.

    That its sentences are others says nothing of it.
    """
    plain = [one.removeprefix(WRITTEN_ANEW) for one in above_all]
    return [_as_held(one, CAPTURED_OTHERWISE) for one in plain if one.startswith(_SECTIONS)]


def _part(reason: str, ending: str) -> str:
    """What is missing or came in, from a reason that tells of it, and of the provisions in it."""
    told = reason.removesuffix(ending).rstrip(" .")
    return told if ending in _BY_CONTENTS else told.partition(", with")[0].partition(":")[0]


def _as_held(phrase: str, doubt: str) -> str:
    """A phrase that tells what the text holds, where what the platform did can't be told."""
    for does, holds in _HOLDS[doubt]:
        above, told, what = phrase.partition(does)
        is_first = above in ("", WRITTEN_ANEW) or above.endswith(("”, ", f"”,{WENT_TOO} "))
        if told and is_first and _BUT_STANDS not in phrase:
            # Nor can it be told that what stands ahead is new.
            plain = above.replace("after the new “", "after “", 1).removesuffix(f"{WENT_TOO} ").rstrip()
            return f"{plain} {holds}{what}".lstrip()
    return phrase


def _is_lost(phrase: str, doubt: str) -> bool:
    """Whether a phrase tells that a sentence is gone, where that can't be told."""
    return doubt == WHETHER_WITHDRAWN and not phrase.startswith("in ") and _GONE in phrase and _BUT_STANDS not in phrase


def _news(above_all: Sequence[str], most: int, most_told: int = _MOST_NEWS) -> str:
    """What a version did above all, in so many characters at most; of all but the first more is told than left out."""
    told: dict[int, str] = {}
    room = most - len(_ABOVE_ALL)
    before = ""
    for place, phrase in enumerate(above_all):
        said = _there(phrase, before)
        fitted = _fitted(said, room)
        is_told = bool(fitted)
        if told:
            readable = sum(map(len, told.values())) + len(fitted) <= _LONG_NEWS
            is_told = readable and len(fitted) > _LEAST_LEFT * len(said)
        if is_told and len(told) < most_told:
            told[place] = fitted
            before = phrase if said == phrase else before
            room -= len(fitted) + len(_AND)
    # Where nothing more is left to tell, nothing stands above it; nor does it where the weightiest does not fit.
    is_all = len(told) == len(above_all) <= _ALL_TOLD
    first = _ABOVE_ALL if 0 in told and not is_all else ""
    return f"{first}{_AND.join(_with_one_verb(list(told.values())))}"


def _with_one_verb(phrases: Sequence[str]) -> Iterator[str]:
    """Phrases, but those in a row that only quote behind the same verb as one."""
    for does, alike in groupby(phrases, key=_verb):
        some = list(alike)
        yield from [f"{does} {series([one.removeprefix(f'{does} ') for one in some])}"] if does else some


def _verb(phrase: str) -> str:
    """What stands before the only quotation of a phrase that says nothing else; empty where it says more."""
    found = _ONLY_QUOTES.fullmatch(phrase)
    return found["does"] if found else ""


def _there(phrase: str, before: str) -> str:
    """A phrase without the heading that it is under, where the one told right before it is of that heading alone.

    What is put 'to' something needs no place then.
    """
    under, place = _UNDER.match(phrase), _PLACE.search(before)
    if not (under and place and under[1] in (place["over"], place["section"])):
        return phrase
    rest = phrase[under.end() :]
    return rest if rest.startswith("to ") else f"there {rest}"


def _of_provisions(catalogue: Catalogue, touched: Sequence[Told], *, name_reworded: bool, with_slight: bool) -> str:
    """How many provisions a version touched in which way; empty where it touched none.

    The gravest of each way are named, of those that were reworded where it is asked for, but none that is slight; those
    of which no effect is told are counted where it is asked for.
    """
    effective = [one for one in touched if not one.is_slight or one.done == ChangeKind.MOVED]
    alike = ([one for one in effective if one.done == kind] for kind in ChangeKind)
    groups = [group for group in alike if group]
    parts = [
        _counted(catalogue, group, name_reworded=name_reworded, is_first=not place)
        for place, group in enumerate(groups)
    ]
    told = [series(parts)] if parts else []
    letters = sum(one.to_the_letter for one in touched)
    if letters and with_slight:
        told.append(f"{count(letters, 'other' if parts else 'provision')} reworded {NO_EFFECT}")
    if with_slight and (passages := _passages_beside(touched)):
        told.append(f"words changed in {count(len(passages), 'other passage' if told else 'passage')}")
    beside = _beside(touched)
    return "; ".join([*told, *([beside] if beside else [])])


def _passages_beside(touched: Sequence[Told]) -> Sequence[object]:
    """The passages in which only words changed beside what is told of, each once."""
    beside, others = ([one.passage for one in touched if one.is_beside is so] for so in (True, False))
    return passages_beside(beside, others)


def _counted(catalogue: Catalogue, alike: Sequence[Told], *, name_reworded: bool, is_first: bool) -> str:
    """How many provisions the same is told of, and of which types; of what only moved none is named.

    That it is provisions goes without saying behind the first, but where types are counted too.
    """
    number = len(alike)
    done = _EDITED if alike[0].done == ChangeKind.REWORDED else alike[0].done
    named = not (alike[0].is_slight or (alike[0].kind is ChangeKind.REWORDED and not name_reworded))
    ordered = sorted(alike, key=_gravity, reverse=True) if named else []
    titles = list(dict.fromkeys(catalogue[one.clause_type].title for one in ordered))
    of_types = f" of {count(len(titles), 'type')}" if 1 < len(titles) < number else ""
    counted = count(number, "provision") if is_first or of_types else str(number)
    return f"{counted}{of_types} {done}{f' ({short_series(titles, _MOST_NAMED)})' if titles else ''}"


def _beside(touched: Sequence[Told]) -> str:
    """The passages that came beside, or went while there are, others of their types; empty where there are none.

    Those that another document had, or has, are told apart.
    """
    ways = ((done, across) for done in (_MORE, _FEWER) for across in (False, True))
    number = Counter((one.done, one.across) for one in touched)
    return ", and ".join(_of_kinds(number[way], *way) for way in ways if number[way])


def _of_kinds(number: int, done: str, across: bool) -> str:
    """So many passages that came, or went, that another document had or has, or of clause types that their own does.

    What another document has in the same words may be of a type that their own one had too.
    """
    told = f"{count(number, 'passage')} {'came' if done == _MORE else 'went'}"
    if across:
        return f"{told} that another document of the platform {'had already' if done == _MORE else 'has'}"
    subject = "subject" if number == 1 else "subjects"
    if done == _MORE:
        return f"{told} beside others on the same {subject}"
    return f"{told} while others on the same {subject} stay"


def _passages(number: int, done: str) -> str:
    return count(number, "more passage") if done == _MORE else f"{count(number, 'passage')} fewer"


def explain(
    catalogue: Catalogue,
    verdict: Verdict,
    touched: Sequence[Told],
    by_sentences: Sequence[Favouring] = (),
    reasons: Sequence[str] = (),
) -> str:
    """A paragraph on what a version did: whom it favours, then which facts and grades moved, the gravest first.

    Where by the `reasons` of the verdict a capture may lack a part, that stands before all of it.

    Empty where there is no more to tell than that provisions were touched. Whom it favours is not said where nothing
    tells, and of single sentences with these. Other words are not quoted: they are told in whole sentences beside it
    (`sentence_changes`).
    """
    if verdict is not Verdict.SUBSTANTIVE:
        return ""
    telling = [
        one
        for one in touched
        if one.is_telling and (one.kind is not ChangeKind.REWORDED or one.facts or one.promises_less)
    ]
    # What moved is told of only where nothing else was touched.
    ordered = sorted(telling or [one for one in touched if _all_moved(touched)], key=_gravity, reverse=True)
    favours = direction_of(touched, (), reasons)
    sentences = [_FOR_USERS[favours]] if favours in _FOR_USERS else []
    sentences += [
        f"{_BY_A_SENTENCE[one.direction]}, “{alone(one.before)}” becomes “{alone(one.after)}”." for one in by_sentences
    ]
    sentences += [_about(catalogue, group) for group in list(_alike(ordered))[:_MOST_TOLD]]
    if sentences and any(one.endswith(tuple(_DOUBTS)) for one in reasons):
        sentences.insert(0, _OF_CAPTURES)
    return " ".join(sentences)


def _all_moved(touched: Sequence[Told]) -> bool:
    return all(one.kind is ChangeKind.MOVED for one in touched)


def _alike(ordered: Sequence[Told]) -> Iterable[Sequence[Told]]:
    """Provisions of which the same is to be said, together, in the order of the first of each.

    Of a type that came, or went, with several grades it is told once, with the gravest.
    """
    groups: dict[tuple[object, ...], list[Told]] = {}
    told: set[tuple[str, str]] = set()
    for one in ordered:
        if one.done in _ONCE and not one.facts:
            if (one.done, one.clause_type) in told:
                continue
            told.add((one.done, one.clause_type))
        groups.setdefault((one.done, one.facts or one.severity), []).append(one)
    return groups.values()


def _about(catalogue: Catalogue, alike: Sequence[Told]) -> str:
    titles = list(dict.fromkeys(catalogue[one.clause_type].title for one in alike))
    named = short_series(titles, _MOST_TITLES)
    if alike[0].facts:
        return _sentence(f"{named}: {alike[0].facts[0]}", alike[0].facts[1:])
    if alike[0].promises_less:
        return f"{named} ({_graded(alike[0].severity)}): less is promised than before."
    if not alike[0].is_compared:
        return f"{named} ({_graded(alike[0].severity)}): {_passages(len(alike), alike[0].done)}."
    one, many = _VERBS[alike[0].kind]
    return f"{named} ({_graded(alike[0].severity)}) {one if len(titles) == 1 else many}."


def gravest_severity(touched: Sequence[Told]) -> Severity:
    """The highest severity of what changed in the provisions of which an effect is told; none where of none is."""
    weighty = (one.severity_of_edit for one in touched if not one.is_slight)
    return max(weighty, key=lambda severity: severity.rank, default=Severity.NONE)


def gravest_touched(touched: Sequence[Told]) -> Severity:
    """The highest severity of the provisions themselves of which an effect is told, before or after."""
    weighty = (one.severity for one in touched if not one.is_slight)
    return max(weighty, key=lambda severity: severity.rank, default=Severity.NONE)


def direction_of(
    touched: Sequence[Told], by_sentences: Sequence[Favouring] = (), reasons: Sequence[str] = ()
) -> Direction:
    """Whom a version favours, by all that it touched, and by single sentences of which that is certain.

    Not judged where no such sentence tells it, and only a small part of what was touched; nor as better for users
    where by the `reasons` of the verdict it is open whether other clauses came or went.
    """
    told = [one.direction for one in touched if one.direction is not Direction.UNJUDGED]
    if len(told) < _LEAST_TELLING * sum(not one.is_slight for one in touched):
        told = []
    favours = overall([*told, favoured_by(by_sentences)])
    is_open = favours is Direction.BETTER and any(one.endswith(_LEFT_OPEN) for one in reasons)
    return Direction.UNJUDGED if is_open else favours


def _gravity(one: Told) -> tuple[bool, bool, int, int, bool, bool, int]:
    """By what one provision goes before another.

    Effect, no trifle, the grade of what changed, that of the clause, whom it burdens, what moved, words.
    """
    burdens = one.direction in (Direction.WORSE, Direction.MIXED)
    longest = max((len(phrase.split()) for phrase in one.phrases), default=0)
    moved = one.shifted or one.is_regraded or one.kind in (ChangeKind.ADDED, ChangeKind.REMOVED)
    grades = one.severity_of_edit.rank, one.severity.rank
    return not one.is_slight, not one.is_trifle, *grades, burdens, moved, longest
