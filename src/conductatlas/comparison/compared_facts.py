"""What two clauses state differently, or alike, of the facts that clauses of their type turn on.

What only one of them was found to state is told as a difference where the other has no word that may speak of it: a
fact that was not found is none that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conductatlas.assessment import has_place_for, phrases
from conductatlas.catalogue import ClauseType, Stance
from conductatlas.changes import turns_on
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.one_question import answer_one_question
from conductatlas.comparison.same_effect import are_to_one_effect, bounds, sentence_around
from conductatlas.comparison.told import Found, Told
from conductatlas.provisions import (
    FOR_ALL_CLAIMS,
    FOR_SOME_CHANGES,
    Fact,
    find_facts,
    limits_of_notice,
    named_values,
    scopes_beside,
)

# Of what one clause alone names, so many are told, as near to each other as a quotation is long: that it names them
# stays true without the rest.
_MOST_NAMED, _NEAR = 3, 400


@dataclass(frozen=True, slots=True)
class _Single:
    """A kind of fact that a clause states once: how a sentence says its value.

    `placeholder` is the one under which the value is put into words; empty where only its being there counts. Of a
    clause whose words match `hints` it is not taken that such a fact is missing: it may only not have been found.
    """

    placeholder: str
    stated: str
    hints: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A kind of fact of which a clause may state many: how a sentence says some of them."""

    placeholder: str
    stated: str


_TIME = re.compile(r"\b(?:hour|day|week|month|year)s?\b", re.IGNORECASE)
_CHOICE = re.compile(
    r"\bopt|\bcho(?:ose|osing|ice)|\bselect|\belect(?:ing|ion)?\b|\btoggle|\bswitch|\bcontrol"
    r"|\bsetting|\bpreference|\bdisabl|\bturn|\bwithdr|\bobject|\bunsubscri"
    r"|\breject|\bdeclin|\bdeactivat|\bexplicitly agree|\bconsent",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"[$€£¥₹]|\d[\d,.]*\s*(?:USD|EUR|GBP|dollars|euros|pounds|percent|%)|\b(?:USD|EUR|GBP)\b|\bamounts?\b|\bhundred\b"
    r"|\bthousand\b",
    re.IGNORECASE,
)
# How a cap by what was paid is put, and words that may say of which time the payments count.
_PAID = "what was paid"
_TIME_OR_TERM = re.compile(r"\b(?:days?|weeks?|months?|quarters?|years?|annual\w*|term|periods?)\b", re.IGNORECASE)
# A cap by what was paid for the service at issue alone is another one than that by all that was paid.
_FOR_ONE_SERVICE = re.compile(
    r"\b(?:paid|payable)\b[^.;]{0,60}\bfor (?:the |that |those |such )?(?:\w+ ){0,3}?"
    r"(?:services?|products?|plan|items?|app|software)"
    r" (?:that|which|giving|at issue|in question|directly|from which|to which)\b",
    re.IGNORECASE,
)
_LAW = re.compile(r"\blaws? (?:of|in)\b|\bgoverned by\b", re.IGNORECASE)
_COURT = re.compile(r"\bcourts?\b|\bvenue\b|\bjurisdiction\b", re.IGNORECASE)

_CAP = _Single("cap", "limits liability to {}", _SUM)
# With these left out too, a sum is not what can be had.
_DIRECT_TOO = re.compile(
    r"\b(?:not|no|nor|neither|never|disclaims?)\b[^.;]{0,300}?\b(?:any|all)(?: and all)?(?: \(\w\))? direct"
    r"(?:,| or| and|/)[^.;]{0,80}\b(?:damages?|loss(?:es)?)\b",
    re.IGNORECASE,
)
# Of two limits that name no sum.
_BY_PAYMENTS = _Single("cap_period", f"limits liability to {_PAID} in {{}}", _TIME)
_OF_TWO = re.compile(r"\b(?:less(?:er)?|lower|smaller|greater|higher|larger|more) of\b|\bwhichever\b", re.IGNORECASE)
# In the order in which they are told: what a user can rely on first, then what the platform may do. Ages are points,
# and sums stand in too many clauses for something else.
_KINDS: Mapping[str, _Single | _Listed] = {
    "notice-period": _Single("notice", "names a notice of {}", _TIME),
    "opt-out": _Single("", "offers a way to opt out", _CHOICE),
    "opt-out-deadline": _Single("opt_out_deadline", "gives {} to opt out", _TIME),
    "claim-deadline": _Single("claim_deadline", "gives {} to bring a claim", _TIME),
    "refund-period": _Single("refund", "names {} for refunds or withdrawal", _TIME),
    "retention-period": _Single("retention", "names a retention period of {}", _TIME),
    "inactivity-period": _Single("inactivity", "names {} of inactivity", _TIME),
    "liability-cap": _CAP,
    "governing-law": _Single("law", "applies the law of {}", _LAW),
    "venue": _Single("venue", "names the courts of {}", _COURT),
    "licence-term": _Listed("licence_terms", "calls the licence {}"),
    "licence-act": _Listed("licence_acts", "names the right to {}"),
}
# Of a breach it is told within a time, not ahead of it.
_OF_BREACH = _Single("notice", "names {} for telling of a breach", _TIME)
# What can be objected to is no way to opt out.
_BY_THE_WAY = frozenset((("opt-out", "rights"),))
# A fact belongs to a type whose page has a place for it, and to these: in another clause it only stands by the way.
_BELONGS_TOO = frozenset(
    (
        *(("auto-renewal", "notice-period"), ("free-trial-conversion", "notice-period")),
        *(("cancellation-terms", "notice-period"), ("indefinite-retention", "retention-period")),
        *(("no-refund", "refund-period"), ("governing-law", "venue"), ("jurisdiction-venue", "governing-law")),
        *(("mandatory-arbitration", "opt-out"), ("class-action-waiver", "opt-out")),
        ("targeted-advertising", "opt-out"),
    )
)
_BY_WHAT_WAS_PAID = frozenset(("liability-cap", "liability-period"))
_PLACES = frozenset(("governing-law", "venue"))
# The words for these stand in most clauses, whatever they are about; every licence allows some use.
_NAMED_BY_THE_WAY = frozenset(("limited", "unlimited", "non-exclusive", "use"))
# What a licence is called may be said of it in a sentence, or in other words.
_LICENCE_IN_OTHER_WORDS: Mapping[str, re.Pattern[str]] = {
    term: re.compile(words, re.IGNORECASE)
    for terms, words in (
        (("transferable", "non-transferable"), r"(?<!non)(?<!non.)(?:transfer|assign)"),
        (("sublicensable", "non-sublicensable"), r"(?<!non)(?<!non.)sub-?licen"),
        (("exclusive", "non-exclusive"), r"(?<!non)(?<!non.)exclusiv"),
        (("irrevocable", "revocable"), r"revo[ck]|terminat|perpetu"),
        (("perpetual",), r"perpetu|surviv|indefinite|duration|as long as"),
        (("worldwide",), r"world|throughout|global|univers"),
        (("royalty-free", "fully paid"), r"royalt|\bfree|compensat|no[- ]charge|paid"),
    )
    for term in terms
}
# What a passage names of these is its type's, whichever of its sentences names it.
_OF_THE_TYPE = frozenset(
    (
        *(
            ("liability-limitation", "liability-cap"),
            ("liability-limitation", "liability-period"),
            ("governing-law", "governing-law"),
            ("jurisdiction-venue", "venue"),
        ),
        *(("claim-time-limit", "claim-deadline"), ("inactivity-closure", "inactivity-period")),
        *(("arbitration-opt-out", "opt-out-deadline"), ("refund-right", "refund-period")),
    )
)
# What usually stands in a clause beside it is not missing.
_OF_A_NEIGHBOUR = frozenset((("governing-law", "venue"), ("jurisdiction-venue", "governing-law")))
# A way out for some cases or people only: 'in mass filings', 'after 90 days of mediation', 'if you are a resident of'.
_LIMITED_WAY_OUT = re.compile(
    r"\bmass\b|\bbatch|\bmediat|\bafter\b|\bonly\b|\bresid|\bif (?:you|we|a|an|the)\b"
    r"|\bfor (?:users|customers|people)\b|\bwh(?:ere|en)\b|\bcertain\b|\bsome\b|\bin the event\b|\bunless\b"
    r"|\bdepend(?:s|ing) on\b|\bsubject to\b|\bif available\b",
    re.IGNORECASE,
)
# A way out that opens after a time has no deadline.
_AFTER = re.compile(r"\bafter\s(?:\w+\s){0,2}\(?\Z", re.IGNORECASE)
# An act that a licence allows, in other words, or in what is said of the licence itself.
_ACTS_IN_OTHER_WORDS: Mapping[str, re.Pattern[str]] = {
    act: re.compile(words, re.IGNORECASE)
    for act, words in (
        ("sublicense", r"sub-?\s?licen|authori[sz]e others"),
        ("host", r"\bhost|\bstor|\bcach|\bkeep"),
        ("copy", r"\bcop(?:y|ies|ying)\b|reproduc|duplicat"),
        ("modify", r"modif|adapt|\bedit|alter|\bchang|derivative|transform"),
        ("publish", r"publish|\bpublic|\bdisplay|\bperform|\bshow"),
        ("distribute", r"distribut|transmit|communicat|disseminat|\bavailable\b|\bshar"),
        ("translate", r"translat"),
        ("create derivative works", r"derivative|\badapt|transform"),
        ("sell", r"\bsell|\bresell|commercial|exploit"),
        ("train", r"\btrain|machine learning|\bmodels?\b"),
    )
}
# What of a licence that only one of two clauses names is worth telling by itself.
_WEIGHTY = frozenset(
    (
        "perpetual",
        "irrevocable",
        "revocable",
        "exclusive",
        "transferable",
        "sublicensable",
        "sublicense",
        "sell",
        "train",
    )
)
_CONTRARY = {one: f"non-{one}" for one in ("exclusive", "transferable", "sublicensable")}
# That somebody holds rights is no grant of them.
_WARRANTS = re.compile(
    r"\b(?:represent|warrant|guarantee|confirm|affirm)\w*\b[^.;]{0,160}\b(?:own|have|has|hold|obtain|possess)\w*\b",
    re.IGNORECASE,
)
_GRANTS = re.compile(r"\b(?:grant|give|licen[cs]e|permi|allow|authori[sz]e|assign)\w*\b", re.IGNORECASE)
_IN_OTHER_WORDS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "licence-term": _LICENCE_IN_OTHER_WORDS,
    "licence-act": _ACTS_IN_OTHER_WORDS,
}
_SENTENCE = re.compile(r"[^.;\n]*")
_WITHOUT_NOTICE = re.compile(r"\b(?:without|no)\b[^.;]{0,30}\bnotice\b", re.IGNORECASE)
# Notice of changes that weigh is none of all.
_COUNTY = re.compile(r" county\b|\bcounty of ")
# What courts are called by is no place beside others, and may hold them, or lie in them.
_PART = re.compile(r"\b(?:district|county|division|circuit|borough) of\b", re.IGNORECASE)
_STATE = re.compile(r"\A(?:the )?(?:state|commonwealth|city|republic|kingdom) of |\Athe ")
_PLACE_END = re.compile(r",\s*(?:and |or )?|\s(?:and|or)\s")
_COUNTRIES_OF_STATES = frozenset(("united states", "united states of america", "usa", "us", "u.s.a", "u.s"))
_IN_BRITAIN = dict.fromkeys(("england", "wales", "great britain", "uk"), "united kingdom")
# What holds for some parties only, and how it is told of whom it holds.
_FOR_SOME = re.compile(
    r"\bconsumers?\b|\bcapacity\b|\bcontracting (?:entity|party)\b|\bgovernment(?:al)? entit|\bfederal government\b"
    r"|\bcountry of\b"
    r"|\b(?:you|users?|customers?|subscribers?)\b(?:(?!\bcourts?\b)[^.;]){0,60}"
    r"\b(?:liv(?:e|es|ing)|resid\w*|based|located|established|domiciled|incorporated)\b",
    re.IGNORECASE,
)
_FOR = "(for "
# That a cap is the most in all is no difference from one that does not say so.
_FOR_ALL_CLAIMS = re.compile(rf",? {FOR_ALL_CLAIMS}\Z")
# Said of one of two clauses it would seem to be a difference, though courts are for such disputes wherever some go to
# arbitration.
_BESIDE_ARBITRATION = " (where there is no arbitration)"
# A figure with its unit.
_FIGURE = re.compile(r"\d[\d,.]*|\b[A-Z]{3}\b|\b(?:hour|day|week|month|year)s?\b")


def compared_facts(clause_type: ClauseType, this: Clause, other: Clause) -> Iterator[Found]:
    """What the two state of the kinds that clauses of the type turn on, or list what its page shows; alike or not."""
    for name, usual in _KINDS.items():
        kind = _OF_BREACH if (clause_type.id, name) == ("breach-notification", "notice-period") else usual
        if _belongs(clause_type, name):
            if isinstance(kind, _Listed):
                yield from _listed(clause_type.id, name, kind, this, other)
            elif kind is _CAP and all(map(_names_no_sum, (this, other))):
                yield from _single(clause_type.id, "liability-period", _BY_PAYMENTS, this, other)
            else:
                yield from _single(clause_type.id, name, kind, this, other)


def _names_no_sum(clause: Clause) -> bool:
    """Whether a limit of liability is no sum, nor one of two limits of which one may be a sum."""
    return _OF_TWO.search(clause.text) is None and all(one.kind != "liability-cap" for one in clause.facts)


def may_differ(clause_type: ClauseType, this: Clause, other: Clause) -> bool:
    """Whether one of two clauses states something that clauses of the type turn on, and the other not the same.

    What they have in common besides would then hide how they differ.
    """
    names = [name for name, kind in _KINDS.items() if isinstance(kind, _Single) and _belongs(clause_type, name)]
    if "liability-cap" in names:
        names.append("liability-period")
    return any(_values(clause_type.id, this, name) != _values(clause_type.id, other, name) for name in names)


def _values(clause_type: str, clause: Clause, name: str) -> frozenset[tuple[str, str]]:
    facts = clause.facts if name == "liability-period" else _of_kind(clause_type, clause, name)
    if name == "liability-cap" and facts and not _said(_CAP, facts, clause):
        return frozenset((("not told", str(clause.record)),))
    values = {(one.value if name != "opt-out" else "", one.unit) for one in facts if one.kind == name}
    if values and name in _BY_WHAT_WAS_PAID and _FOR_ONE_SERVICE.search(clause.text):
        values.add(("for one service", ""))
    return frozenset(values)


def _belongs(clause_type: ClauseType, kind: str) -> bool:
    """Whether facts of a kind belong to a type: it turns on them, and what is written of it has a place for them.

    Of what a licence is called and allows one of the two is enough.
    """
    if (clause_type.id, kind) in _BELONGS_TOO:
        return True
    grounds = (turns_on(clause_type, kind), has_place_for(clause_type.id, kind))
    enough = any if isinstance(_KINDS[kind], _Listed) else all
    return enough(grounds) and (kind, clause_type.category) not in _BY_THE_WAY


def _of_kind(clause_type: str, clause: Clause, kind: str) -> list[Fact]:
    """The facts of a kind that stand in what states the type, or that can be of nothing else wherever they stand."""
    anywhere = (clause_type, kind) in _OF_THE_TYPE
    return [
        fact
        for fact in clause.facts
        if fact.kind == kind and (anywhere or any(start <= fact.start < end for start, end in clause.spans))
    ]


def _single(clause_type: str, name: str, kind: _Single, this: Clause, other: Clause) -> Iterator[Found]:
    """What two clauses say of one kind."""
    # The place that a clause names beside a consumer's home is not the only one.
    if name in _PLACES and Stance.PROTECTIVE in (this.stance, other.stance):
        return
    ours, theirs = _of_kind(clause_type, this, name), _of_kind(clause_type, other, name)
    said, others = _said(kind, ours, this), _said(kind, theirs, other)
    # What is there but can't be said in few words is no ground to say that it is missing.
    if bool(said) != bool(ours) or bool(others) != bool(theirs) or not (said or others):
        return
    stated = [(fact, one) for one, facts in ((this, ours), (other, theirs)) for fact in facts]
    if name == "opt-out" and not all(_is_for_all(fact, one) for fact, one in stated):
        return
    if name == "opt-out-deadline" and any(_AFTER.search(one.text, 0, fact.start) for fact, one in stated):
        return
    place = _place_of_all(theirs if kind.placeholder else theirs[:1]) if theirs else None
    if said and others:
        if name in _PLACES:
            comparable = _are_for_all(said, this, others, other) and not (
                _are_one_place(name, this, other) or _may_be_named(ours, other, theirs, this)
            )
        else:
            comparable = not kind.placeholder or _are_of_one_question(said, this, ours, others, other, theirs)
        if said == others and (comparable or name in _PLACES):
            yield True, Told(others, place)
        elif comparable:
            yield False, Told(f"it {others}, where this one {said}", place)
        return
    # With an exception beside it, it is not all that is said.
    if others and bounds(sentence_around(other.text, theirs[0].start, theirs[0].end)):
        return
    if others and (_sounds_milder_than_it_is(name, this, other) or (kind is _CAP and _DIRECT_TOO.search(other.text))):
        return
    if others and (clause_type, name) not in _OF_A_NEIGHBOUR and not _may_state(this, name, kind):
        yield False, Told(f"it {others}", place)


def _place_of_all(facts: Sequence[Fact]) -> tuple[int, int]:
    """Where all values of some facts stand, each where it is first named: what is told of them rests on all."""
    firsts = {fact.value: fact for fact in reversed(facts)}.values()
    return min(fact.start for fact in firsts), max(fact.end for fact in firsts)


def _sounds_milder_than_it_is(name: str, this: Clause, other: Clause) -> bool:
    """Whether what only the other clause gives would make it sound milder, though it is not.

    A way out says less than a promise that nothing is done, and a time of notice little beside cases without any.
    """
    if name == "opt-out":
        return this.stance is Stance.PROTECTIVE
    return name == "notice-period" and _WITHOUT_NOTICE.search(other.text) is not None


def _may_state(clause: Clause, name: str, kind: _Single) -> bool:
    """Whether a clause may state a fact of a kind, or a line above it or a clause beside it does."""
    if clause.goes_on or kind.hints.search(clause.text):
        return True
    return any(fact.kind == name for fact in find_facts(clause.beside))


def _may_be_named(ours: Sequence[Fact], other: Clause, theirs: Sequence[Fact], this: Clause) -> bool:
    """Whether one clause has a place in its words that only the other one was found to name."""
    return any(
        _COUNTY.sub("", one.value.casefold().partition(",")[0]) in clause.text.casefold()
        for facts, clause in ((ours, other), (theirs, this))
        for one in facts
    )


def _are_of_one_question(
    said: str, this: Clause, ours: Sequence[Fact], others: str, other: Clause, theirs: Sequence[Fact]
) -> bool:
    """Whether each of two clauses states one figure, for the same people and things, and in answer to one question."""
    if len({one.value for one in ours}) > 1 or len({one.value for one in theirs}) > 1:
        return False
    if _FIGURE.sub("", said) != _FIGURE.sub("", others):
        return False
    # What sums limit is said with them.
    ours_at, theirs_at = ((one[0].start, one[0].end) for one in (ours, theirs))
    return ours[0].kind == "liability-cap" or answer_one_question(this.text, ours_at, other.text, theirs_at)


def _are_for_all(said: str, this: Clause, others: str, other: Clause) -> bool:
    """Whether the place that each of two clauses names is said of everybody, or it is said of whom."""
    return all(_FOR in told or not _FOR_SOME.search(one.text) for told, one in ((said, this), (others, other)))


def _are_one_place(kind: str, this: Clause, other: Clause) -> bool:
    """Whether a place that one of two clauses names may lie in that of the other."""
    ours, theirs = _places(kind, this), _places(kind, other)
    return ours <= theirs or theirs <= ours


def _places(kind: str, clause: Clause) -> frozenset[str]:
    """The places of a kind that a clause names, each by itself; a country of states only where it names no state.

    A court that is named without its state lies in that whose law applies.
    """
    found = _named(kind, clause)
    if kind == "venue" and len(found) == 1:
        found |= _named("governing-law", clause)
    return frozenset(found - _COUNTRIES_OF_STATES or found)


def _named(kind: str, clause: Clause) -> set[str]:
    parts = (part for fact in clause.facts if fact.kind == kind for part in _PLACE_END.split(fact.value))
    names = (_STATE.sub("", _COUNTY.sub("", part.strip().casefold())) for part in parts)
    return {_IN_BRITAIN.get(name, name) for name in names if name}


def _is_for_all(way_out: Fact, clause: Clause) -> bool:
    """Whether nothing beside a way out limits it to some cases or people."""
    # Its channel may stand in the sentence after the one that says for whom it is.
    start = max(0, way_out.start - _NEAR)
    sentence = _SENTENCE.match(clause.text, way_out.end)
    beside = clause.text[start : sentence.end() if sentence else way_out.end]
    return not _LIMITED_WAY_OUT.search(beside) and not scopes_beside(clause.text, way_out.start, way_out.end)


def _said(kind: _Single, facts: Sequence[Fact], clause: Clause) -> str:
    if not facts or not kind.placeholder:
        return kind.stated if facts else ""
    # Of several laws it is not known whether all apply or one of them does.
    if kind is _KINDS["governing-law"] and len({fact.value for fact in facts}) > 1:
        return ""
    if (
        kind is _KINDS["venue"]
        and len({one.value for one in facts}) > 1
        and any(_PART.search(one.value) for one in facts)
    ):
        return ""
    value = _FOR_ALL_CLAIMS.sub("", phrases(facts, clause.text).get(kind.placeholder, ""))
    if value and FOR_SOME_CHANGES in limits_of_notice(facts[0], clause.text):
        value = f"{value} {FOR_SOME_CHANGES}"
    if value and _PAID in value:
        value = _with_period(value, facts[0], clause)
    return kind.stated.format(value.replace(_BESIDE_ARBITRATION, "")) if value else ""


def _with_period(cap: str, fact: Fact, clause: Clause) -> str:
    """A cap by what was paid, with the time whose payments count; empty where it is not known which time that is."""
    periods = [one for one in clause.facts if one.kind == "liability-period"]
    if period := phrases(periods, clause.text).get("cap_period"):
        return cap.replace(_PAID, f"{_PAID} in {period}")
    return "" if _TIME_OR_TERM.search(sentence_around(clause.text, fact.start, fact.end)) else cap


def _listed(clause_type: str, name: str, kind: _Listed, this: Clause, other: Clause) -> Iterator[Found]:
    """What the other names and this one does not, nor its heading; or what both name.

    The reverse is not told: lists are too easily found in part.
    """
    ours, theirs = (
        [one for one in _of_kind(clause_type, clause, name) if _is_granted(one, clause)] for clause in (this, other)
    )
    named = {value for value, _ in named_values(f"{this.heading}\n{this.text}")} | {fact.value for fact in ours}
    # Without a list of its own a clause may have no licence at all.
    alone = [fact for fact in theirs if ours and fact.value in _WEIGHTY - named]
    in_other_words = _IN_OTHER_WORDS.get(name, {})
    alone = [fact for fact in alone if not (words := in_other_words.get(fact.value)) or not words.search(this.text)]
    for phrase, place in _names(kind, [fact for fact in alone if _CONTRARY.get(fact.value) not in named]):
        yield False, Told(f"it also {phrase}", place)
    for fact in alone:
        if (contrary := _CONTRARY.get(fact.value)) in named:
            said = f"it {kind.stated.format(fact.value)}, where this one calls it {contrary}"
            yield False, Told(said, _place(fact))
    # That both allow some act says little; what both are called is told where neither is called anything else.
    if name == "licence-act":
        return
    known, others_known = ({fact.value for fact in facts} - _NAMED_BY_THE_WAY for facts in (ours, theirs))
    both = [fact for fact in theirs if fact.value in known] if known == others_known else []
    mine = [fact for fact in ours if both and fact.value == both[0].value]
    # A licence on a condition, or for some content, is not like one without.
    if not both or not are_to_one_effect(this.text, _place(mine[0]), other.text, _place(both[0])):
        return
    for phrase, place in _names(kind, both):
        yield True, Told(phrase, place)


def _place(fact: Fact) -> tuple[int, int]:
    return fact.start, fact.end


def _is_granted(fact: Fact, clause: Clause) -> bool:
    """Whether a licence that is granted is called so, and not rights that somebody warrants to hold."""
    sentence = sentence_around(clause.text, fact.start, fact.end)
    ahead = sentence[: max(0, sentence.find(clause.text[fact.start : fact.end]))]
    warranted = _WARRANTS.search(ahead)
    return warranted is None or _GRANTS.search(ahead, warranted.end()) is not None


def _names(kind: _Listed, facts: Sequence[Fact]) -> Iterator[tuple[str, tuple[int, int]]]:
    """What can be told of a list in few words, and where it stands."""
    near = [fact for fact in facts if fact.end - facts[0].start <= _NEAR]
    shown = list({fact.value: fact for fact in reversed(near)}.values())[::-1][:_MOST_NAMED]
    said = phrases(shown).get(kind.placeholder)
    if said:
        yield kind.stated.format(said), (min(fact.start for fact in shown), max(fact.end for fact in shown))
