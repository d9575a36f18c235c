"""What is composed about a clause, as its page shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import starmap

from conductatlas.assessment import (
    Assessment,
    Limit,
    Stating,
    compose,
    exception_behind,
    goes_back,
    in_rows,
    is_at_heart,
    is_caption,
    is_short,
    key_sentence,
    limit_of,
    role_of,
    stands_alone,
    which_at_heart,
    which_stand_back,
    with_whom_it_is_for,
    without_advice_to_users,
    without_checks,
    without_organisations,
    without_own_kind,
    without_title,
)
from conductatlas.catalogue import Severity, Stance, load_catalogue, load_prose
from conductatlas.changes import can_state, is_stated_plainly
from conductatlas.comparison import only_defines
from conductatlas.provisions import (
    LIKELY,
    Part,
    is_glossed,
    load_glossary,
    marked_words,
    stating_sentences,
    weighed_sentences,
    words_about,
)
from conductatlas.reading import visible_text
from conductatlas.records.at_law import clause_at_law
from conductatlas.records.models import Provision, ProvisionState, Section, Wording, Writing
from conductatlas.records.review import SURE
from conductatlas.records.surroundings import NOTHING_ABOVE, Surroundings
from conductatlas.records.writing import written_on
from conductatlas.site.presenters.clause_facts import clause_facts, stored_facts
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import ClauseTypeLink, clause_type_link

_MOST_QUOTED, _MOST_WORDS = 2, 45
# Where no single sentence can be quoted, the marked ones are, though they are longer.
_MOST_WORDS_OF_ALL = 80
_WHAT_IT_IS, _BESIDE_IT = "What it is", "What to note in it"
_ON_AGES = frozenset(("age-requirement", "childrens-data"))
_FOR_A_COMPANY = re.compile(r"\bon behalf of\b|\bif an? (?:legal )?(?:entity|company|organi[sz]ation)\b")
_FIRST_WORDS = 160
# What stands in its line before the first words of an item.
_ITEM_BEGINS = re.compile(r"[\s>]*(?:[*+•-]|\(?\w{1,3}[.)])[\s*_]*")
_ITEM_MARK = re.compile(r"[*+•-]\s")
# By so much a sentence counts less that names its type by none of the plainest words for it.
_NOT_PLAINLY = 0.15
_ON_CUSTOMERS = frozenset(("breach-notification", "data-processing-terms"))
_PASSING_ON = frozenset(("service-provider-sharing", "third-party-sharing", "affiliate-sharing", "business-transfer"))
_ON_DATA = frozenset(("collection", "sharing", "rights", "retention"))
_ON_TRIALS = frozenset(("beta-features", "free-trial-conversion"))


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A section that a reviewer wrote, and why."""

    section: str
    title: str
    text: tuple[str, ...]
    reviewer: str
    reason: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Analysis:
    """The written part of a provision's record; no `assessment` where the catalogue has no prose for the type.

    `sure`: whether it is sure enough that the clause does what its type is about to say which laws speak to it.
    `written` are the sections that a reviewer wrote: they stand in the assessment in place of the composed ones.
    `what_heading` stands above what is told first: of a clause that is told neither by a sentence of its own nor by a
    person, these are things beside what it is.
    """

    assessment: Assessment | None
    sure: bool
    related: tuple[ClauseTypeLink, ...]
    written: tuple[WrittenSection, ...]
    what_heading: str = field(default=_WHAT_IT_IS, metadata=PAGE_ONLY)


def analyse_provision(
    provision: Provision,
    wording: Wording,
    company: str,
    *,
    confidence: float,
    above: Surroundings = NOTHING_ABOVE,
    also_as: Sequence[str] = (),
) -> Analysis:
    """Compose the written part of a provision's record from a wording of it; `confidence` is that it is of its type.

    `company` is who acts in its document, `above` what stands above it there; the very text of that is on record
    `also_as` these types of terms.
    Of words that stand no longer there is nothing to ask, to check or to watch.
    Nothing is composed of a wording that is likelier of another type or only a caption, unless a reviewer wrote of it.
    """
    catalogue = load_catalogue()
    written = tuple(_written(one) for one in written_on(wording).values())
    says_nothing = confidence < LIKELY or is_caption(wording.passage.text, above.lines)
    if provision.clause_type not in catalogue or (says_nothing and not written):
        return Analysis(None, False, (), written)
    # Whoever writes of a clause knows what it is.
    sure, defines = confidence >= SURE or bool(written), only_defines(wording.passage.text)
    prose = load_prose().get(provision.clause_type)
    clause_type = catalogue[provision.clause_type]
    text, severity = wording.passage.text, Severity(provision.severity)
    facts = clause_facts(clause_type.id, text, provision.heading, stored_facts(wording.facts))
    at_law = clause_at_law(provision, wording, above)
    own_words, weighed = _own_words(provision, text, confidence, above), _weighed(provision, text)
    limit = _limit(provision, text, above, also_as, between_businesses=at_law.between_businesses)
    assessment = compose(
        clause_type,
        prose,
        severity,
        facts,
        provision.document.platform.name,
        company=company,
        words=_in_english(text, provision.document.language),
        stated=_stated(clause_type.id, text, provision),
        unsure=not sure,
        defines=defines,
        glossed=is_glossed(provision.document.language),
        own_words=own_words,
        weighed=weighed,
        is_short=is_short(text),
        limit=limit,
        lead_ins=above.lead_ins,
        between_businesses=at_law.between_businesses,
        of_programme=at_law.of_programme,
    )
    if assessment:
        assessment = with_whom_it_is_for(assessment, limit)
    if assessment and clause_type.category in _ON_DATA and role_of((provision.document.terms_type, *also_as)):
        assessment = without_advice_to_users(assessment)
    if assessment and above.audience and above.audience.consumers:
        assessment = without_organisations(assessment)
    if assessment and provision.state != ProvisionState.STANDING:
        assessment = without_checks(assessment)
    if assessment:
        own = {one.section: one.text for one in written}
        assessment = replace(
            without_own_kind(assessment, provision.document.terms_type),
            what=own.get(Section.WHAT, in_rows(assessment.what)),
            why=own.get(Section.WHY, assessment.why),
            impact=own.get(Section.IMPACT, assessment.impact),
            in_general=replace(
                assessment.in_general,
                why=() if Section.WHY in own else assessment.in_general.why,
                impact=() if Section.IMPACT in own else assessment.in_general.impact,
            ),
        )
    return Analysis(
        assessment,
        sure and not (defines or limit.of_history),
        tuple(clause_type_link(one) for one in (prose.related if prose else ())),
        written,
        _WHAT_IT_IS if own_words or any(one.section == Section.WHAT for one in written) else _BESIDE_IT,
    )


def marked_in(provision: Provision, passage: str, confidence: float) -> tuple[tuple[int, int], ...]:
    """The slices of a passage that are marked; none where it is unsure that they state the type."""
    if confidence < SURE or is_glossed(provision.document.language):
        return ()
    return marked_words(provision.clause_type, passage, provision.heading)


def _own_words(provision: Provision, passage: str, confidence: float, above: Surroundings) -> tuple[str, ...]:
    """The sentences that say what a clause is in its own words, where it is sure to be of its type, and is not short.

    The marked ones, where these are few and short and stand for themselves; else the surest of all.
    """
    if confidence < LIKELY or is_glossed(provision.document.language) or is_short(passage):
        return ()
    marked = marked_in(provision, passage, confidence)
    words = tuple(visible_text(without_title(passage[start:end])).strip() for start, end in marked)
    weighed = weighed_sentences(provision.clause_type, passage, provision.heading)
    read = [(visible_text(passage[one.start : one.end]), one.chance) for one in weighed]
    about = which_at_heart(provision.clause_type, read)
    gives = load_catalogue()[provision.clause_type].stance is Stance.PROTECTIVE
    back = which_stand_back(read, gives=gives, is_passing_on=provision.clause_type in _PASSING_ON)
    aside = [one for (one, _), stands_back in zip(read, back, strict=True) if stands_back]
    words = tuple(one for one in words if not any(one in other for other in aside))
    if not all(about):
        words = tuple(one for one in words if is_at_heart(provision.clause_type, one))
    # What an item is about, the line above its list may say.
    weighed = tuple(
        one if (is_about or _is_item(passage, one.start)) and not stands_back else replace(one, chance=0.0)
        for one, is_about, stands_back in zip(weighed, about, back, strict=True)
    )
    # An item may need the line above its list.
    items = any(_is_item(passage, start) for start, _ in marked)
    few = 0 < len(words) <= _MOST_QUOTED and not items
    alone = few and all(map(stands_alone, words)) and not any(map(goes_back, words))
    words = _with_exceptions(words, [visible_text(without_title(passage[one.start : one.end])) for one in weighed])
    length = sum(len(one.split()) for one in words)
    if alone and length <= _MOST_WORDS:
        return words
    # Beside sentences that stand back, the one that is left need not have the plainest words.
    lesser = 0.0 if any(back) else _NOT_PLAINLY
    own = tuple((one.start, one.end, _chance(provision.clause_type, passage, one, lesser)) for one in weighed)
    surest = key_sentence(passage, own, above.lead_in)
    if surest and not _is_cut_short(provision.clause_type, surest, passage):
        return (surest,)
    return words if alone and length <= _MOST_WORDS_OF_ALL else ()


def _with_exceptions(words: tuple[str, ...], said: list[str]) -> tuple[str, ...]:
    """Some of the sentences that are said, each with the one behind it that excepts something from it."""
    behind = {one.strip(): exception_behind(said, place).strip() for place, one in enumerate(said)}
    excepted = (behind.get(one, "") for one in words)
    return tuple(
        f"{one} {other}" if other and other not in words else one for one, other in zip(words, excepted, strict=True)
    )


def _is_cut_short(clause_type: str, said: str, passage: str) -> bool:
    """Whether what is quoted of a passage is cut ahead of the words that the type is about."""
    return said.endswith("…") and not is_at_heart(clause_type, said) and is_at_heart(clause_type, visible_text(passage))


def _is_item(passage: str, start: int) -> bool:
    """Whether words are the first of an item, with or without its mark."""
    ahead = passage[passage.rfind("\n", 0, start) + 1 : start]
    return _ITEM_BEGINS.fullmatch(ahead) is not None or (
        not ahead.strip() and _ITEM_MARK.match(passage, start) is not None
    )


def _chance(clause_type: str, passage: str, part: Part, lesser: float) -> float:
    """How probably a sentence states a type: not where it can't, and by so much `lesser` without the plainest words."""
    said = visible_text(passage[part.start : part.end])
    if not can_state(clause_type, said):
        return 0.0
    plainly = is_stated_plainly(clause_type, [said]) and is_at_heart(clause_type, said)
    return part.chance if plainly else part.chance - lesser


def _weighed(provision: Provision, passage: str) -> tuple[tuple[str, float], ...]:
    """The sentences of a clause with the probability that each states its type; none in a glossed language."""
    if is_glossed(provision.document.language):
        return ()
    said = weighed_sentences(provision.clause_type, passage, provision.heading)
    return tuple((visible_text(passage[one.start : one.end]).strip(), one.chance) for one in said)


def _limit(
    provision: Provision, text: str, above: Surroundings, also_as: Sequence[str], *, between_businesses: bool
) -> Limit:
    clause_type, document = provision.clause_type, provision.document
    # An age at the outset, or a trial, is what such a clause is about, and the title of a document is told with it.
    is_own = clause_type in _ON_AGES | _ON_TRIALS and not _FOR_A_COMPANY.search(visible_text(text)[:_FIRST_WORDS])
    unread = is_own or is_glossed(document.language)
    stating = () if unread else stating_sentences(clause_type, text, provision.heading)
    return limit_of(
        "" if is_own else visible_text(text),
        above.lead_ins,
        above.headings_for_some,
        tuple(starmap(Stating, stating)),
        terms_type=document.terms_type,
        also_as=also_as,
        between_businesses=between_businesses and clause_type not in _ON_CUSTOMERS,
        case=above.case,
    )


def _stated(clause_type: str, text: str, provision: Provision) -> str:
    """The sentences of a passage that are about its clause; empty where the passage can't be judged by sentences."""
    return "" if is_glossed(provision.document.language) else words_about(clause_type, text, provision.heading)


def _in_english(text: str, language: str) -> str:
    """The words of a clause as the prose asks for them: of a glossed language the English ones for them."""
    return load_glossary(language).gloss(text).text if is_glossed(language) else text


def _written(writing: Writing) -> WrittenSection:
    paragraphs = tuple(" ".join(one.split()) for one in re.split(r"\n\s*\n", writing.text))
    return WrittenSection(
        writing.section,
        writing.get_section_display(),
        paragraphs,
        writing.reviewer,
        writing.reason,
        writing.written_at,
    )
