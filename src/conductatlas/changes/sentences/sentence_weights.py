"""Which of many sentences that came, went or were edited say most: by their words, and by what they state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from conductatlas.changes.captures.failure import is_error_notice
from conductatlas.changes.language.conditions import needs_otherwise
from conductatlas.changes.language.effect import canonical_word, states_effect, words_of_effect
from conductatlas.changes.language.readers_data import speaks_of_training
from conductatlas.changes.language.stakes import stakes_moved
from conductatlas.changes.language.withdrawing import declares_withdrawn
from conductatlas.changes.language.words import has_digit
from conductatlas.changes.layout.furniture import announces_update, tells_more
from conductatlas.changes.layout.itself import is_about_itself
from conductatlas.changes.redlines.redline import Segment, SegmentKind
from conductatlas.changes.sentences.binding import lays_down
from conductatlas.changes.sentences.promises import promises, promises_anything
from conductatlas.changes.sentences.what_moved import NEWSLETTERS, Moved, reaches_otherwise, what_moved
from conductatlas.provisions import LIKELY, Finder, content_stems, reads_language
from conductatlas.reading import sentences, word_line

# What a sentence weighs: its words that the other text lacks, and what these speak of.
_MOST_STEMS = 10
_OF_EFFECT, _OF_STRENGTH, _OF_FIGURES = 3, 8, 6
# That it lays something down that the other text does not: what anyone may do or has to, or what is promised; or does
# so for other cases.
_OF_A_RULE, _OF_ITS_REACH = 7, 4
# An example says less than what it is an example of, and a question, or what leads into a list, less than what follows.
_EXAMPLE = re.compile(
    r"\W*(?:(?:for|as an?|one) (?:example|instance|illustration)\b|e\.g\.|ex:|such as\b"
    r"|(?:(?:real[- ]life|use) )?examples?\b[^.]{0,40}:"
    r"|this (?:could|may|might)? ?includes?,? for (?:example|instance)\b)",
    re.IGNORECASE,
)
# So does what stands in a list of examples, …
_OF_EXAMPLES = re.compile(
    r"\W*(?:(?:some|a few|for|these) )?(?:examples?|instance)(?: (?:include|are))?\W*", re.IGNORECASE
)
# … and what tells why, or what is thought: no rule is in it.
_TELLS_WHY = re.compile(
    r"we (?:understand|believe|know|recogni[sz]e|think|realise|realize|hope|want (?:you|every))\b"
    r"|(?:after|in) consult(?:ing|ation) with\b|(?:many |some |most )?experts (?:\w+ (?:and \w+ )?)?"
    r"(?:think|believe|say|agree|talk|suggest)\b"
    r"|(?:our|the) (?:mission|goal|aim|vision|hope) (?:here )?is\b"
    r"|we (?:\w+ )?(?:recommend|encourage|suggest|strive|work hard|care|are (?:\w+ )?committed)\b"
    r"|we take\b[^.;]{0,80}\bseriously\b",
    re.IGNORECASE,
)
# … and advice: 'please be mindful that …', …
_ADVISES = re.compile(r"\b(?:keep in mind|be mindful|use caution|informational purposes only)\b", re.IGNORECASE)
# … and what a thing or a word is: 'a cookie is a string of letters', …
_EXPLAINS = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:defined as|characteri[sz]ed by)\b"
    r"|\A\W*[\"“][^\"”]{2,60}[\"”] means\b"
    r"|\A(?:[\w-]+[ ,]+){1,6}(?:\([^)]*\) )?(?:is|are) (?:an? )?(?:\w+ ){0,3}"
    r"(?:strings?|pieces?|blocks?|bits?|types?|files?|features?|tools?|hubs?|sets?|functions?|platforms?|technolog(?:y|ies))\b",
    re.IGNORECASE,
)
# … and that one has to keep to other rules: what these ask is not said.
_OBLIGES_TO_A_TEXT = re.compile(
    r"(?:(?:please )?note[:,]? )?(?:[\w’'-]+ ){1,4}(?:must|shall|should|agrees? to|(?:are|is) required to|needs? to)"
    r"(?: also)? (?:[a-z]+ and )?(?:comply with|follow|adhere to|abide by)"
    r" (?:our|the|these|all(?: of)?(?: the| our)?)\b"
    r"(?:(?!\b(?:if|when|unless|and (?:not|must|may|shall|will))\b)[^.;:])*"
    r"\b(?:terms|polic(?:y|ies)|guidelines|rules|standards|laws|code of conduct)\b[^\w]*\Z",
    re.IGNORECASE,
)
_IN_PART = 0.4
# 'Since 2021 the country has an act of its own': the history of a law says nothing of who reads this, or who wrote it.
_OF_LAWS = re.compile(
    r"\b(?:has adopted|(?:was|were|has been|have been) (?:granted|enacted|passed|adopted|signed|repealed)"
    r"|(?:came|comes|went|entered) into (?:force|effect)|is no longer part of|took effect)\b"
)
_OF_BOTH_SIDES = re.compile(
    r"\b(?:we|us|our|you|your|users?|customers?|members?|part(?:y|ies)|must|may|shall|will|can(?:not)?)\b",
    re.IGNORECASE,
)
# Of what is at stake for a reader, each, and so many at most.
_OF_STAKES, _MOST_STAKES = 3, 3
# What an edit moves between the reader and the other side.
_OF_WHAT_MOVED = {Moved.NOTHING: 0, Moved.SOMETHING: 12, Moved.MOST: 30}
# Of what moves most training on a reader's data goes first.
_OF_TRAINING, _TUNING = 12, re.compile(r"\bfine-?tun\w*", re.IGNORECASE)
# That it is promised anew not to train on data.
_OF_A_NEW_PROMISE = 10
# What is said of an update, which is no term.
_OF_UPDATE = re.compile(
    r"no (?:other |further |additional )?(?:changes|updates|revisions) (?:were|have been|are)\b"
    r"|(?:formulated|enacted|published|posted|(?:last )?(?:revised|updated|modified)) on \w+ \d"
    r"|(?:the|this|our) (?:(?:most recent|latest|last|recent|new|current) )?(?:update|revision)s?\b"
    r"|\w{2,30}(?: ha(?:s|ve))? (?:recently )?made (?:several|some|a few|minor) (?:updates|changes) to (?:its|our)\b"
    r"|(?:please )?note that we (?:have |are )?(?:updat|revis|chang)"
    r"|(?:upcoming (?:updates?|changes?)\W+)?we(?:['’]ll| will) (?:soon |shortly )be (?:updat|revis|chang)ing\b"
    r"|we(?: have|['’]ve)? added (?:more|further|additional|new|some) (?:details?|information|examples?)\b",
    re.IGNORECASE,
)
# 'On 12 May 2031 this page will become …', and whatever stood under such a heading: a notice that ran out.
_ANNOUNCED = re.compile(
    r"(?:on|from|as of|after|starting|beginning|effective)\b[^.!?;]{0,12}\b(?:19|20)\d\d\b[^.!?;]{0,40}"
    r"\b(?:this|the|these|our) (?:(?:web)?(?:page|site)|polic(?:y|ies)|terms|rules|guidelines|standards)\b"
    r".{0,40}\bwill\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\W*(?:(?:please |important )?note|announcement)\W*", re.IGNORECASE)
# 'including, without limitation,' limits nothing, and what stands behind it is an example.
_WITHOUT_LIMITS = re.compile(
    r",? ?(?:\bincluding,? )?\b(?:without limitation|(?:but|and)? ?(?:is )?not limited to)\b,?", re.IGNORECASE
)
_FOR_EXAMPLE = re.compile(r"\W*(?:including|such as|for example|for instance|e\.g\.)(?=\W)", re.IGNORECASE)
# 'We may receive' where it said 'we receive': what is done is done before and now.
_PERHAPS = frozenset(("may", "might", "can"))
_PERHAPS_DONE = re.compile(
    r"\b(?:may|might|can) (?:also )?(?:include|receive|collect|share|use|disclose|process|obtain|store|transfer)\b",
    re.IGNORECASE,
)
# What is only said in other words weighs less, but for what is at stake.
_IN_OTHER_WORDS = 0.4
# What an edit took from one word, or put into it, is a slip where it turns nothing.
_OF_A_SLIP, _LETTERS_OF_A_SLIP = 0.1, 1
_OF_NEWSLETTERS = re.compile(NEWSLETTERS, re.IGNORECASE)
# 'Fees and termsHow to rowGoing home': labels of a page without anything between them.
_GLUED, _FEWEST_GLUED = re.compile(r"[a-z]{4}[?!]?[A-Z][a-z]{3}"), 2
# What is no more than so many words, of which those so long have capitals, is a title.
_LONGEST_TITLE, _LONGEST_QUESTION, _FEWEST_CAPITAL = 10, 14, 4
_NUMBERING = re.compile(r"\A\W*\d{1,2}(?:\.\d{1,2})*\W+")
# So is a question, also one that ends without a sign: 'How we weigh your letters'.
_ASKS = re.compile(r"(?:what|how|why|when|where|who|which)\b[^.?!:;]{3,90}[^.?!:;,\s]|[^.?!:;]{3,90}\?", re.IGNORECASE)
# So begins what only points to another text, or to whom to ask.
_POINTS = re.compile(
    r"(?:please )?(?:see|refer to|visit|review|read|view|check|click|learn (?:more|what|how|about)|find out more"
    r"|contact|go to)\b"
    r"|(?:for|to (?:get|find|see|learn|read|view)) (?:out )?(?:more|further|additional|information (?:about|on))\b"
    # 'Your use of the mill is subject to the Mill Terms.'
    r"|(?:[\w’'-]+ ){1,12}(?:is|are) (?:also )?(?:subject to|governed by) [^.;,]{3,90}"
    r"\b(?:terms(?: of (?:use|service))?|polic(?:y|ies)|guidelines|code of conduct)\W*\Z"
    r"|(?:you can|you may) (?:also )?(?:find|see|learn|read|review|view|preview|refer|check out)\b"
    # 'We have more help for you here.'
    r"|(?:we|there) (?:also )?(?:have|are|offer|provide) [^.;:,]{3,60} (?:for you |to you |available )*here\W*\Z"
    r"|if you(?:['’]d| would)? (?:like|want|wish) to (?:learn|know|find out|read|see) more\b"
    r"|if [^.]{3,140}, you can (?:review|read|see|find) [^.]{3,80}\b(?:section|page|policy|notice)\b"
    r"|if you(?: are|['’]re| live| reside)\b[^.]{0,100}, (?:please )?(?:see|read|refer to|review|visit|consult)\b"
    r"|if you(?: have|'re looking for| would like| want| need)\b[^,.]{0,60}\b(?:questions?|information|help)\b",
    re.IGNORECASE,
)
# No stem is known of what is written in other letters.
_BEYOND_LATIN = re.compile(r"[^\W\d_\u0000-\u024f]")
_STRENGTH = frozenset(
    (
        *("not", "no", "never", "nor", "neither", "none", "without", "unless", "except", "only", "solely", "cannot"),
        *("may", "must", "shall", "will", "can", "should", "if", "until", "any", "all"),
    )
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
# The number of another section, of a house or of a register is no figure of a rule.
_OF_A_SECTION = r"(?:[A-Z]\.)?\d[\d.]*(?:\(\w{1,4}\))*"
_OF_PLACES = re.compile(
    rf"\b(?:section|article|clause|paragraph|annex|appendix|schedule|exhibit)s? {_OF_A_SECTION}"
    rf"(?:(?:,| ?[—–-]| to| through| and| or)* {_OF_A_SECTION})*"
    r"|\b\d{1,5}[a-z]? (?:[A-Z0-9]\w*,? ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Floor|Square|Lane|Way|Drive|Boulevard"
    r"|Terrace|Place|Quay)\b"
    r"|\b[A-Z]{2} \d{5}\b",
    re.IGNORECASE,
)
# How grave it is what a sentence states, with the heading it stands under and what leads into it: 0 (nothing) to 3.
Gravity = Callable[[str, str, str], int]


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that came (`before` is empty), went (`after` is empty) or was edited, and its redline.

    `under` is the heading it stands under, `under_alone`: whether that came, or went, as well; `lead_in` what leads
    into its list, `ahead` the sentence before it where it speaks of what that one named; each may be empty.
    `ahead_alone`: whether that one came, or went, as well, `ahead_new`: whether it did in such words, `ahead_apart`:
    whether others stand between the two.
    `behind`: what came right behind it, and denies or limits it; `stood_behind`: what stands there and is not new, or
    not whole, and says what is so instead. `scope`: the heading over it that says for whom, or where, it holds;
    `section`: the title over the heading, where the sentence's own block begins with that. `lead_in_alone`: whether
    what leads into its list came, or went, as well; `listed`: how many items that list has, where all of them did.
    `instead`: how many items the list had before, where it has none of them now, and those that it has now.
    `met_together`: whether it is one of several conditions that must all be met, `is_later_item`: whether others stand
    between what leads into its list and it. `cut_off`: into how many items it led before, or leads now, where it does
    so once only, and these are too long to be told. `nearest`: what the other text has nearest to one that came or
    went, and to those told with it, alone and with what leads into its list; empty where nothing is near.
    `is_heavy`: whether it lays something heavy down, or did, of which the other text has no word.
    """

    how: str
    under: str
    lead_in: str
    before: str
    after: str
    segments: tuple[Segment, ...]
    ahead: str = ""
    ahead_alone: bool = False
    scope: str = ""
    section: str = ""
    behind: str = ""
    stood_behind: str = ""
    ahead_new: bool = False
    ahead_apart: bool = False
    lead_in_alone: bool = False
    listed: int = 0
    instead: tuple[int, tuple[str, ...]] = (0, ())
    met_together: bool = False
    is_later_item: bool = False
    cut_off: int = 0
    under_alone: bool = False
    nearest: str = ""
    is_heavy: bool = False

    @property
    def stood(self) -> bool:
        """Whether it only stood in the text before, so that its heading and lead-in may have gone too."""
        return not self.after

    @property
    def ahead_of_it(self) -> str:
        """The sentence that it speaks of, as it stands right ahead of it, with a mark for what is left out between."""
        return f"{self.ahead} […]" if self.ahead_apart else self.ahead

    @property
    def moved(self) -> Moved:
        """How much it moves between a reader and the other side.

        What is heavy and of one text moves most, and so does a new note that a text holds no more.
        """
        if self.is_heavy:
            return Moved.MOST
        if self.how == "came" and declares_withdrawn(self.after):
            return Moved.MOST
        return what_moved(self.before, self.after, self.lead_in, self.under)

    @property
    def lays_down_other(self) -> bool:
        """Whether it lays something down that the other text does not, or not in this sentence."""
        return lays_down(self.before) != lays_down(self.after)

    @property
    def reaches_otherwise(self) -> bool:
        """Whether what it laid down before, and does now, is for other cases."""
        return self.how == "edited" and reaches_otherwise(self.before, self.after)

    @property
    def in_other_words(self) -> bool:
        """Whether it was edited so much that it is shown as it was, and as it is."""
        return self.how == "edited" and all(one.kind is not SegmentKind.SAME for one in self.segments)


def gravity_by(finder: Finder, language: str = "en") -> Gravity:
    """How grave it is what a sentence of a language states by itself, as a finder grades it.

    Not at all where that is unsure, nor in a language that no finder reads.
    """
    if not reads_language(language):
        return ungraded
    finder = finder.reading(language)

    def gravity(sentence: str, heading: str, lead_in: str) -> int:
        findings = finder.judge_passage(sentence, heading, lead_in)
        return max((one.severity.rank for one in findings if one.confidence >= LIKELY), default=0)

    return gravity


def ungraded(sentence: str, heading: str, lead_in: str) -> int:
    """No gravity, whatever a sentence states."""
    return 0


def weight(change: SentenceChange) -> float:
    """How much a sentence says that the other text does not, by its words; 0 where that is nothing."""
    if change.how != "edited" and any(map(is_error_notice, (change.after or change.before, change.under))):
        return 0
    before, after = map(_without_limits, (change.before, change.after))
    if change.how == "edited":
        before, after = map(_without_places, (before, after))
    said, says = Counter(word_line(before).split()), Counter(word_line(after).split())
    went, came = (said - says, says - said) if said and says else (said, says)
    lost, new = list(_but_for(went, came)), list(_but_for(came, went))
    left, right = (Counter(content_stems(" ".join(some))) for some in (lost, new))
    anew = max((left - right).total(), (right - left).total()) if left and right else (left or right).total()
    changed = [*lost, *new]
    anew += sum(1 for word in changed if _BEYOND_LATIN.search(word))
    needs_other = change.how == "edited" and needs_otherwise(before, after)
    is_stronger = not _STRENGTH.isdisjoint(changed) or needs_other
    has_other_figures = change.how == "edited" and _figures(before) != _figures(after)
    if not (anew or is_stronger or has_other_figures):
        return _IN_PART if _refers_otherwise(change) else 0
    if says_little(change):
        return _IN_PART
    found: float = min(anew, _MOST_STEMS) + _OF_EFFECT * states_effect(changed)
    if change.moved is Moved.NOTHING and not change.in_other_words:
        found += _OF_A_RULE if change.lays_down_other else _OF_ITS_REACH if change.reaches_otherwise else 0
    if change.how == "edited":
        found += _OF_STRENGTH * (needs_other or (is_stronger and bool(words_of_effect(changed))))
        found += _OF_FIGURES * has_other_figures
        found *= _OF_A_SLIP if _is_slip(went, came) else 1
        found *= _IN_OTHER_WORDS if change.in_other_words else 1
        found *= _IN_PART if _adds_an_example(change) or _is_perhaps(Counter(changed), after) else 1
    found += _OF_STAKES * min(_MOST_STAKES, stakes_moved(before, after))
    found += _OF_WHAT_MOVED[change.moved]
    found += _OF_TRAINING * (change.moved is Moved.MOST and _is_of_training(f"{change.lead_in} {after or before}"))
    if change.how == "came" and speaks_of_training(after) and promises(after):
        return found + _OF_A_NEW_PROMISE
    return found * _IN_PART if says_in_part(change) and change.moved is not Moved.MOST else found


def _is_of_training(said: str) -> bool:
    """Whether a sentence speaks of training on data, and not only of tuning a model for somebody."""
    return speaks_of_training(_TUNING.sub(" ", said))


def _without_limits(sentence: str) -> str:
    return _WITHOUT_LIMITS.sub(" ", sentence) if "limit" in sentence.lower() else sentence


def _without_places(sentence: str) -> str:
    """A sentence without addresses and the sections that it refers to, of which each has a figure."""
    return _OF_PLACES.sub(" ", sentence) if has_digit(sentence) else sentence


def says_little(change: SentenceChange) -> bool:
    """Whether a sentence tells of newsletters, is a title, a menu or a notice that ran out, or points elsewhere."""
    shown = change.after or change.before
    if change.how != "edited" and not change.lead_in and _is_titled(shown):
        return True
    if len(_GLUED.findall(shown)) >= _FEWEST_GLUED or _ran_out(change):
        return True
    if _OF_NEWSLETTERS.search(shown) or _refers_otherwise(change):
        return True
    if all(map(points_elsewhere, filter(None, (change.before, change.after)))) or _differs_in_pointers(change):
        return True
    return all(_tells_of_update(one) for one in (change.before, change.after) if one)


def points_elsewhere(sentence: str) -> bool:
    """Whether a sentence only points to another text, or to whom to ask."""
    return _POINTS.match(sentence) is not None


def _differs_in_pointers(change: SentenceChange) -> bool:
    """Whether all sentences point elsewhere in which a row, or several sentences, differ from what they were."""
    said, says = (sentences(one) for one in (change.before, change.after))
    others = [one for one in (*said, *says) if one and (one not in said or one not in says)]
    return bool(others) and all(map(points_elsewhere, others))


def _ran_out(change: SentenceChange) -> bool:
    """Whether a sentence that went announced what the page is by now, or stood in a note above the text."""
    return change.how == "went" and bool(_ANNOUNCED.match(change.before) or _NOTE.fullmatch(change.under))


def _is_titled(shown: str) -> bool:
    """Whether a few words are written as a title is."""
    if _ASKS.fullmatch(shown) and len(shown.split()) <= _LONGEST_QUESTION:
        return True
    said = [word for word in _NUMBERING.sub("", shown).split() if len(word.strip(".,()")) >= _FEWEST_CAPITAL]
    return (
        1 < len(said) <= _LONGEST_TITLE
        and not shown.isupper()
        and all(word.lstrip('("“')[:1].isupper() for word in said)
    )


def _refers_otherwise(change: SentenceChange) -> bool:
    """Whether a sentence only refers to another section than before, or to the same one under another number."""
    return change.how == "edited" and _without_places(change.before) == _without_places(change.after)


def _adds_an_example(change: SentenceChange) -> bool:
    """Whether all that an edit did was to put an example of what stood there."""
    marked = [one for one in change.segments if one.kind is not SegmentKind.SAME]
    return bool(marked) and all(one.kind is SegmentKind.INSERTED and _FOR_EXAMPLE.match(one.text) for one in marked)


def _is_perhaps(changed: Counter[str], after: str) -> bool:
    """Whether all that an edit did was to say that what is done may be done, or the other way round."""
    return (
        _PERHAPS.issuperset(changed)
        and changed.total() == 1
        and not promises_anything(after)
        and (_PERHAPS_DONE.search(after) is not None)
    )


def _tells_of_update(shown: str) -> bool:
    tells = _OF_UPDATE.match(shown) is not None or announces_update(shown) or is_about_itself(shown)
    return tells and not tells_more(shown)


def _figures(sentence: str) -> list[str]:
    """The figures of a sentence but for those of addresses and of sections that it refers to."""
    return _FIGURE.findall(_without_places(sentence)) if has_digit(sentence) else []


def is_of_words_alone(change: SentenceChange) -> bool:
    """Whether what came, went or was edited lays nothing down, and changes no figure, limit or denial."""
    if change.moved is not Moved.NOTHING or _figures(change.before) != _figures(change.after):
        return False
    if change.in_other_words or says_in_part(change):
        return True
    if change.lays_down_other or change.reaches_otherwise:
        return False
    marked = " ".join(one.text for one in change.segments if one.kind is not SegmentKind.SAME)
    return _STRENGTH.isdisjoint(word_line(marked).split())


def is_slip(change: SentenceChange) -> bool:
    """Whether all that an edit did was to put letters right."""
    if change.how != "edited":
        return False
    said, says = (Counter(word_line(one).split()) for one in (change.before, change.after))
    return said != says and _is_slip(said - says, says - said)


def _is_slip(went: Counter[str], came: Counter[str]) -> bool:
    """Whether words gave way to others that are written nearly like them: a letter was put right.

    Of a word that turns what is said that is sure only among more others: 'no' beside 'now' may be meant.
    """
    if went.total() != came.total() or any(map(_FIGURE.search, (*went, *came))):
        return False
    pairs = list(zip(sorted(went.elements()), sorted(came.elements()), strict=True))
    turning = sum(not _STRENGTH.isdisjoint(pair) for pair in pairs)
    return 2 * turning < len(pairs) and all(Levenshtein.distance(*pair) <= _LETTERS_OF_A_SLIP for pair in pairs)


def _but_for(some: Counter[str], others: Counter[str]) -> Iterator[str]:
    """Some words but those that are among others in another spelling or form."""
    if not others:
        yield from some.elements()
        return
    left = Counter(map(canonical_word, others.elements()))
    for word in some.elements():
        canonical = canonical_word(word)
        if left[canonical]:
            left[canonical] -= 1
        else:
            yield word


def says_in_part(change: SentenceChange) -> bool:
    """Whether a sentence is an example, a question, a reason, advice or about a law's past, or leads into a list.

    So is one that only obliges to keep to other rules.
    """
    shown = change.after or change.before
    leads = change.how != "edited" and shown.endswith(":")
    is_example = _EXAMPLE.match(shown) or _OF_EXAMPLES.fullmatch(change.lead_in)
    tells_why = (_TELLS_WHY.match(shown) or _explains(shown)) and not promises_anything(shown)
    lays_down_little = _ADVISES.search(shown) or _OBLIGES_TO_A_TEXT.match(shown)
    of_laws = _OF_LAWS.search(shown) and not (change.lead_in or _OF_BOTH_SIDES.search(shown))
    return bool(of_laws or leads or shown.endswith("?") or is_example or tells_why or lays_down_little)


def _explains(shown: str) -> bool:
    """Whether a sentence gives advice, or says what a thing is, and lays down nothing."""
    return _EXPLAINS.search(shown) is not None and not lays_down(shown)
