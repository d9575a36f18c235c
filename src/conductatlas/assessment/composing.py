"""The written part of a provision's record, put together from the prose of its type and the facts that it states."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from operator import itemgetter
from typing import Any, TypeVar

from conductatlas.assessment.answered import is_spoken_to
from conductatlas.assessment.counting import counts_for
from conductatlas.assessment.going_on import binding_told, going_on_told, grant_told
from conductatlas.assessment.limits import NO_LIMIT, Limit
from conductatlas.assessment.parties import named_in
from conductatlas.assessment.phrases import phrases
from conductatlas.assessment.quoting import quoted, sentence_with, way_with, within_quotation
from conductatlas.assessment.reserves import elsewhere_told, last_remedy_told, override_told, reserve_told
from conductatlas.assessment.warranted import warranty_told
from conductatlas.catalogue import (
    AMONG,
    PLATFORM,
    QUOTED,
    SERVICE,
    WAY,
    ClauseProse,
    ClauseType,
    Severity,
    Stance,
    placeholders,
)
from conductatlas.english import capitalised, short_series
from conductatlas.provisions import Fact, only_announces
from conductatlas.reading import sentences as split
from conductatlas.reading import visible_text

METHOD = "assessment-32"
# What stands before the rest where it is doubtful that the clause is of its type.
_IF_READ_RIGHTLY = "The program is not sure of its reading, so what follows holds only if the clause is of this type."
# And where the clause only says what a term means.
_IF_USED = "These words only say what a term means, so what follows holds only for clauses in which it is used so."
# Where the clause only says that others stand elsewhere.
_ONLY_ANNOUNCES = "These words only announce rules, and what has to be done follows from those."
# Where the company behind a product has another name.
_WHO_IT_IS = "This is a document of the company behind {filed}, here called {platform}."
# … and what it says is, in part at least, of other products.
_WHAT_IT_NAMES = "The products it names include {products}."
_MOST_PRODUCTS = 4
# How many sentences of a clause one section quotes, besides those with which it begins.
_MOST_QUOTES = 2
# What is used where neither the company nor the clause bears the platform's name.
_THE_SERVICE = "the service"
# What a general statement calls a platform.
_ANY_PLATFORM = "the platform"
_ANYBODY = {PLATFORM: _ANY_PLATFORM, SERVICE: _THE_SERVICE}
# Of whom nothing is told where a clause is not for them.
_CONSUMERS = re.compile(r"\bconsumers?\b|\bombuds", re.IGNORECASE)
_CHILDREN = re.compile(r"\bchild(?:ren)?\b|\bparents?\b|\bpupils\b|\bapp stores\b", re.IGNORECASE)
_PATH = re.compile(r"(?<=\w)\.(?P<end>[a-z]{2,12})/[^\s)>\]]*", re.IGNORECASE)
_WHO_MAY_USE = "age-requirement"
# That details are right can be asked for, or has to be guaranteed.
_DETAILS = "identity-verification"
# Where a clause leaves users the law and the courts of their home, those that it names are for others.
_FOR_OTHERS = frozenset(("law", "venue"))
# What is quoted of a clause that says much else is not taken for all of it; so much of it is.
_AMONG_OTHERS, _MOST = ", among other things", 0.75
# The sections that tell readers, buyers and auditors what to do.
CHECKS = ("questions", "diligence", "watch")
ADVICE = ("do", *CHECKS)
# What leads in a quotation; and what goes on with the sentence before it, and stays behind it.
_SAYS = re.compile(r"The clause says(?:, among other things)?:")
_ADDS = re.compile(r"It also\b")
# How a sentence begins that quotes what bounds a clause.
_BOUNDS, _RIGHTS = "A part of it says: “", "rights"
_IN_PLAIN_WORDS, _MOST_PLAIN_WORDS = "By its words", 15
_ONLY_NAMES = re.compile(r"(?:It|This clause|For disputes it) names (?P<what>[^“”;]+?)\.")
# These may open a sentence as they are: names and addresses keep their own letters.
_KEPT_AS_WRITTEN = (f"{{{PLATFORM}}}", f"{{{SERVICE}}}", "{opt_out}")


class Harshness(StrEnum):
    """How a clause is graded against the usual grade of its type."""

    MILD = "mild"
    USUAL = "usual"
    HARSH = "harsh"


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer."""

    question: str
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InGeneral:
    """What is said of clauses of a type, in sentences that rest on nothing that one of them says, and name nobody."""

    why: tuple[str, ...] = ()
    impact: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    diligence: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    faq: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is written of one clause, in sentences. `method` names the composition and the prose that made it.

    All but `in_general` rests on what the clause says, and any of it can be empty. `why` it matters is written by
    people alone: what the catalogue says of that holds for the type.
    """

    what: tuple[str, ...]
    impact: tuple[str, ...]
    harshness: Harshness
    do: tuple[str, ...]
    questions: tuple[str, ...]
    diligence: tuple[str, ...]
    watch: tuple[str, ...]
    faq: tuple[Answer, ...]
    related: tuple[str, ...]
    method: str
    in_general: InGeneral
    why: tuple[str, ...] = ()


_Written = TypeVar("_Written", Assessment, InGeneral)


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a clause each with the probability that it states the type, and those it begins with.

    `at_all`: whether none is quoted that hardly states it, as where the clause may be of another type.
    """

    weighed: tuple[tuple[str, float], ...] = ()
    own: tuple[str, ...] = ()
    at_all: bool = False

    def chance(self, sentence: str) -> float:
        """How probably a sentence, or a part of one, states the type."""
        said = within_quotation(sentence).removeprefix("… ")
        return max((chance for one, chance in self.weighed if said in one or one in said), default=0.0)


def compose(
    clause_type: ClauseType,
    prose: ClauseProse | None,
    severity: Severity,
    facts: Sequence[Fact],
    platform: str,
    *,
    company: str = "",
    words: str = "",
    stated: str = "",
    unsure: bool = False,
    defines: bool = False,
    glossed: bool = False,
    limit: Limit = NO_LIMIT,
    lead_ins: Sequence[str] = (),
    own_words: Sequence[str] = (),
    weighed: Sequence[tuple[str, float]] = (),
    is_short: bool = False,
    between_businesses: bool = False,
    of_programme: bool = False,
) -> Assessment | None:
    """Write the assessment of a clause, graded `severity`, that states `facts`; None where its type has no prose.

    `facts` are those that belong to the clause, not all of its passage; `words` are those of the clause, and `stated`
    those of them that state its type, where its passage says much besides. `company` stands in place of the platform in
    sentences on who does what. Where it is another name, the platform is named as what people use only if the clause
    names it, and other products of the company that it names are told. `unsure`: whether it may be of another type;
    `defines`: whether it only says what a term means; the first words say so. `glossed`: whether its words stand for
    those of another language, so that none can be quoted. `limit` tells for whom alone the clause is, which comes next;
    `lead_ins` are the lines that its list hangs on.
    `own_words` are its sentences that state its type: what it is begins with them; `weighed` are all of its sentences,
    each with the probability that it states the type. `is_short`: whether all of the
    clause is read at a glance where it stands, so that none of its sentences is quoted again to say what it is or does.
    Of a clause `between_businesses` nothing is told of consumers besides what it is; who may use a service is told of
    it, and of one `of_programme`, without children.
    A sentence whose placeholders the clause does not all fill, or whose condition its words do not meet, is left out,
    and a question that none answers. Of a clause that may be of another type, or only defines, no facts are told, nor
    what to do, ask, check or watch.
    """
    if prose is None:
        return None
    level = harshness(clause_type, severity)
    found = {} if unsure or defines else phrases(facts, words)
    if level is Harshness.MILD:
        found = {name: phrase for name, phrase in found.items() if name not in _FOR_OTHERS}
    seen, actor = _without_paths(visible_text(words)), company or platform
    named = named_in(seen, platform, actor)
    said = {**found, PLATFORM: actor, SERVICE: platform if named.platform else _THE_SERVICE}
    titles = f"{clause_type.title} {platform} {actor}"
    assessment = _composed(
        prose,
        level,
        said,
        seen,
        _without_paths(visible_text(stated)),
        source="" if glossed else stated or words,
        ways="" if glossed else words,
        quoted_before=frozenset(map(quoted, own_words)),
        sentences=_Sentences(
            tuple((within_quotation(one), chance) for one, chance in weighed), tuple(own_words), at_all=unsure
        ),
        is_short=is_short,
        is_settled=partial(_is_settled, words=seen, apart_from=titles),
    )
    if (of_programme or between_businesses) and clause_type.id == _WHO_MAY_USE:
        assessment = _without(_CHILDREN, assessment)
    if between_businesses:
        assessment = _without(_CONSUMERS, assessment)
    if unsure or defines:
        assessment = _of_no_certain_type(assessment)
    if only_announces(clause_type.id, seen):
        assessment = replace(assessment, what=(_ONLY_ANNOUNCES, *assessment.what))
    if limit.of_history:
        # What was changed once gives nothing to tell of what holds now.
        assessment = replace(_of_no_certain_type(assessment), what=(), impact=())
    reserves = [_IF_READ_RIGHTLY] * unsure + [_IF_USED] * defines
    own = [_in_own_words(own_words, unsure=unsure)] if own_words else []
    if not (own or is_short or len(split(seen)) == 1 or _is_of_bounds(clause_type)):
        # What bounds a clause would stand for all of it.
        assessment = replace(assessment, what=tuple(one for one in assessment.what if not one.startswith(_BOUNDS)))
    if not (unsure or defines or glossed or limit.of_history):
        gives = clause_type.stance is Stance.PROTECTIVE
        goes_on = going_on_told(weighed, own_words, (*own, *assessment.what)) if gives else ""
        grants = grant_told(clause_type.id, weighed, (*own, *assessment.what, goes_on)) if gives else ""
        binds = binding_told(clause_type.id, weighed, (*own, *assessment.what))
        before = (*own, limit.told, *assessment.what, goes_on, grants, binds)
        reserve = reserve_told(stated or words, before, weighed)
        warranty = warranty_told(lead_ins) if clause_type.id == _DETAILS else ""
        override = override_told(weighed, (*before, reserve))
        elsewhere = elsewhere_told(weighed, (*before, reserve, override))
        last = last_remedy_told(words, (*before, reserve, override))
        added = filter(None, (binds, goes_on, grants, reserve, elsewhere, override, warranty, last))
        assessment = replace(assessment, what=(*assessment.what, *added))
    if limit.of_document and not (own or assessment.what or assessment.impact or assessment.faq):
        # Whom a document is for says nothing of what a clause is.
        limit = NO_LIMIT
    says = bool(own or limit.told or assessment.what)
    if actor != platform and ((named.products and says) or _names_it(assessment, actor)):
        said |= {"filed": platform, "products": short_series(named.products, _MOST_PRODUCTS)}
        about = [_WHO_IT_IS, *([_WHAT_IT_NAMES] if named.products else ())]
        assessment = replace(assessment, what=(*assessment.what, *(_filled(one, said) for one in about)))
    told = (*([limit.told] if limit.told else ()), *assessment.what)
    # A doubt is told ahead of something.
    reserves = reserves if defines or told or assessment.impact else []
    what = (*own, *reserves, *told) if unsure else (*reserves, *own, *told)
    return replace(assessment, what=what)


def _is_of_bounds(clause_type: ClauseType) -> bool:
    """Whether clauses of a type are told by what bounds them: they protect, or are about the limits of a right."""
    return clause_type.stance is Stance.PROTECTIVE or clause_type.category == _RIGHTS


def _without_paths(words: str) -> str:
    """Words with addresses of pages cut to their hosts: what an address is made of says nothing."""
    return _PATH.sub(r".\g<end>", words)


def _names_it(assessment: Assessment, actor: str) -> bool:
    """Whether anything that is said of a clause names who acts."""
    answers = (one for answer in assessment.faq for one in (answer.question, *answer.answer))
    sections = (assessment.what, assessment.impact, *(getattr(assessment, one) for one in ADVICE))
    return any(actor in one for one in (*answers, *(one for section in sections for one in section)))


def _in_own_words(sentences: Sequence[str], *, unsure: bool = False) -> str:
    """Some of a clause's own sentences, as the first that is said of it; `unsure`: where it may be of another type."""
    beside = ", with what stands beside it," if len(sentences) == 1 < len(split(sentences[0])) else ""
    opens = f"Among what weighed most in the program's reading{beside} is" if unsure else f"It says{_AMONG_OTHERS}"
    return f"{opens}: {' and '.join(map(quoted, sentences))}."


def _is_settled(said: str, *, words: str, apart_from: str) -> bool:
    """Whether a clause's words speak to what is asked, or advised, of any clause of its type."""
    return is_spoken_to(re.sub(r"\{\w+\}", "", said), words, apart_from=apart_from)


def _without(people: re.Pattern[str], assessment: Assessment) -> Assessment:
    """An assessment without its sentences on people for whom the clause is not, but for what it is."""
    return only_sentences(lambda one: people.search(one) is None, assessment, ("why", "impact", *ADVICE))


def only_sentences(are_told: Callable[[str], bool], assessment: Assessment, sections: Iterable[str]) -> Assessment:
    """An assessment with only those sentences of some sections that are told, here and in general, and such answers."""

    def left(told: _Written) -> _Written:
        kept: dict[str, Any] = {one: tuple(filter(are_told, getattr(told, one))) for one in sections}
        answers = (replace(one, answer=tuple(filter(are_told, one.answer))) for one in told.faq)
        faq = tuple(one for one in answers if one.answer and are_told(one.question))
        return replace(told, **kept, faq=faq)

    return replace(left(assessment), in_general=left(assessment.in_general))


def _of_no_certain_type(assessment: Assessment) -> Assessment:
    """An assessment with no advice: nothing to do, to ask or to check about what may not be there."""
    of_type = InGeneral(why=assessment.in_general.why, impact=assessment.in_general.impact)
    return replace(assessment, do=(), questions=(), diligence=(), watch=(), faq=(), in_general=of_type)


def without_checks(assessment: Assessment) -> Assessment:
    """An assessment with nothing to ask, to check or to watch: what stands no longer gives no occasion for it."""
    none: dict[str, Any] = dict.fromkeys(CHECKS, ())
    return replace(assessment, **none, in_general=replace(assessment.in_general, **none))


def harshness(clause_type: ClauseType, severity: Severity) -> Harshness:
    """Whether a grade is lower than, equal to or higher than the usual one of its type."""
    if severity.rank == clause_type.severity.rank:
        return Harshness.USUAL
    return Harshness.HARSH if severity.rank > clause_type.severity.rank else Harshness.MILD


def _composed(
    prose: ClauseProse,
    level: Harshness,
    said: Mapping[str, str],
    words: str,
    stated: str = "",
    *,
    source: str = "",
    ways: str = "",
    quoted_before: Collection[str] = (),
    sentences: _Sentences = _Sentences(),
    is_short: bool = False,
    is_settled: Callable[[str], bool] = lambda _: False,
) -> Assessment:
    """What can be said of a clause of these words, of which those that are `stated` state its type.

    What is asked or advised of any clause of the type is left out where it `is_settled` by these words.

    `source` is that of which sentences may be quoted, as it is marked up, and `ways` that in which ways may be named;
    those that were `quoted_before`, and others beyond the first few, what it is does not quote again.
    """

    in_order = within_quotation(visible_text(source))

    def holds(template: str, about: str) -> bool:
        return prose.holds(template, words, about, partial(counts_for, template))

    def told(templates: Iterable[str], before: Collection[str] = (), *, apart: bool = True) -> tuple[str, ...]:
        """The sentences that the clause's words bear, filled; `apart`: where they may quote these again.

        Those that quote it stand among themselves in the order of its text, as one may go on with the one before, but
        where a sentence of the page itself goes on with another.
        """
        seen, found = set(before), []
        for template in templates:
            quotes = _quotes(prose, template, source, ways, sentences, answers=apart) if apart or not is_short else {}
            quotes = {name: _without_what_is_told(quote, before) for name, quote in quotes.items()}
            again = any(quote[1:-1].removeprefix("… ") in one for quote in quotes.values() for one in seen)
            if again or len(seen) - len(before) + len(quotes) > _MOST_QUOTES:
                continue
            known = {**said, **quotes, AMONG: _AMONG_OTHERS if _is_a_part(quotes, words) else ""}
            # A way may stand beside the sentences that state the type.
            about = "" if WAY in placeholders(template) else stated
            if placeholders(template) <= known.keys() and holds(template, about):
                found.append((_filled(template, known), _place(quotes, in_order)))
                seen.update(quotes.values())
        found = [one for one in found if not _only_names_again(one[0], (*before, *(other for other, _ in found)))]
        if any(_ADDS.match(sentence) for sentence, _ in found):
            return tuple(sentence for sentence, _ in found)
        places = iter(sorted((one for one in found if one[1] >= 0), key=itemgetter(1)))
        return tuple(sentence if place < 0 else next(places)[0] for sentence, place in found)

    def own(templates: Iterable[str]) -> tuple[str, ...]:
        return told(filter(prose.is_own, templates))

    def of_type(templates: Iterable[str]) -> tuple[str, ...]:
        general = (one for one in templates if not prose.is_own(one))
        return tuple(_filled(one, _ANYBODY) for one in general if holds(one, stated))

    def left_open(templates: Iterable[str]) -> tuple[str, ...]:
        """Those that the words do not speak to, with those that are told because of what they say."""
        return of_type(one for one in templates if not (prose.is_general(one) and is_settled(one)))

    def own_answer(templates: Sequence[str]) -> tuple[str, ...]:
        """What a clause itself answers; nothing where its words only add to what holds for the type."""
        first = next((one for one in templates if told((one,))), "")
        answers = prose.is_own(first) or any(_asks_for_words(one) and told((one,)) for one in templates)
        return _led_in_once(own(templates)) if answers else ()

    def restates(template: str) -> bool:
        """Whether a sentence says in plain words only what the sentences say with which the clause is told."""
        condition = prose.conditions.get(template)
        plain = template.startswith(_IN_PLAIN_WORDS) and not placeholders(template) and _is_short(template)
        rests_on = condition.when if plain and condition else None
        return rests_on is not None and any(rests_on.search(one) for one in sentences.own)

    answers = [(one, own_answer(one.answer)) for one in prose.faq]
    what = told((one for one in prose.what if not (prose.is_general(one) or restates(one))), quoted_before, apart=False)
    own_impact = filter(prose.is_own, getattr(prose.impact, level.value))
    return Assessment(
        what=what,
        impact=told(own_impact, (*quoted_before, *what), apart=False),
        harshness=level,
        do=own(prose.do),
        questions=own(prose.questions),
        diligence=own(prose.diligence),
        watch=own(prose.watch),
        faq=tuple(Answer(_filled(one.question, said), answer) for one, answer in answers if answer),
        related=prose.related,
        method=f"{METHOD} {prose.method}",
        in_general=InGeneral(
            why=tuple(
                _filled(one, {**said, **_ANYBODY})
                for one in prose.why
                if placeholders(one) <= said.keys() and holds(one, stated)
            ),
            impact=of_type(prose.impact.usual),
            do=left_open(prose.do),
            questions=left_open(prose.questions),
            diligence=left_open(prose.diligence),
            watch=of_type(prose.watch),
            faq=tuple(
                Answer(_filled(one.question, _ANYBODY), answer)
                for one, of_this in answers
                if not of_this and (answer := of_type(one.answer))
            ),
        ),
    )


def _is_short(sentence: str) -> bool:
    """Whether a sentence has room for no more than a plain word for what is quoted beside it."""
    return len(sentence.split()) <= _MOST_PLAIN_WORDS


def _led_in_once(answer: Sequence[str]) -> tuple[str, ...]:
    """An answer in which what is quoted after other words of the clause goes on with them."""
    first = next((place for place, one in enumerate(answer) if _SAYS.match(one)), len(answer))
    return tuple(_SAYS.sub("It also says:", one) if place > first else one for place, one in enumerate(answer))


def _asks_for_words(template: str) -> bool:
    """Whether a sentence quotes one of the clause."""
    return not placeholders(template).isdisjoint((QUOTED, WAY))


def _quotes(
    prose: ClauseProse, template: str, source: str, ways: str, sentences: _Sentences, *, answers: bool
) -> dict[str, str]:
    """The clause's own sentence, as far as a template asks for one; see `prose`, and for `answers` `sentence_with`."""
    condition = prose.conditions.get(template)
    if condition is None or condition.when is None:
        return {}
    asked, chance = placeholders(template), sentences.chance if sentences.weighed else None
    found = {
        QUOTED: sentence_with(
            condition.when, source, chance, sentences.own, ways, answers=answers, at_all=sentences.at_all
        )
        if QUOTED in asked
        else "",
        WAY: way_with(condition.when, ways, answers=answers) if WAY in asked else "",
    }
    return {name: own for name, own in found.items() if own}


def _is_a_part(quotes: Mapping[str, str], words: str) -> bool:
    """Whether a clause says much besides what is quoted of it."""
    return sum(map(len, quotes.values())) < _MOST * len(words)


def _only_names_again(sentence: str, told: Iterable[str]) -> bool:
    """Whether a sentence only names what a quotation of the same section has."""
    names = _ONLY_NAMES.fullmatch(sentence)
    # For whom it is the quotation says, too.
    what = names["what"].partition(" (")[0].removeprefix("the law of ") if names else ""
    return bool(what) and any(what in one for one in told if one != sentence and "“" in one)


def _without_what_is_told(quote: str, told: Collection[str]) -> str:
    """A quotation without the sentence that it begins with, where that was quoted right before, as marked there."""
    begins = next((f"{one[:-1]}. " for one in told if one.startswith("“") and quote.startswith(f"{one[:-1]}. ")), "")
    return f"“… {quote.removeprefix(begins)}" if begins else quote


def _place(quotes: Mapping[str, str], words: str) -> int:
    """Where what is quoted begins in the words of a clause; -1 where nothing is, or it does not stand there so."""
    return max((words.find(one[1:-1].removeprefix("… ")) for one in quotes.values()), default=-1)


def _filled(template: str, said: Mapping[str, str]) -> str:
    """A sentence with its placeholders filled, its first letter large, and one full stop at its end."""
    # In one pass, so that a name that holds braces is never taken for a placeholder.
    filled = re.sub(r"\{(\w+)\}", lambda found: said[found.group(1)], template)
    # A platform's name may end in a full stop itself.
    filled = re.sub(r"(?<!\.)\.\.(?!\.)", ".", filled)
    kept = template.startswith(_KEPT_AS_WRITTEN) and not filled.startswith((_ANY_PLATFORM, _THE_SERVICE))
    return filled if kept else capitalised(filled)
