"""Which laws of the register bear on a clause: by its type and words, and by whom it is for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from conductatlas.assessment.addressees import (
    begins_for_businesses,
    between_businesses,
    for_businesses,
    of_programme,
    people_at_outset,
    people_left_out,
    people_of_standard_clauses,
    people_under,
    people_who_use_it,
    people_whose_data_leave,
)
from conductatlas.assessment.places import people_turned_to
from conductatlas.assessment.territory import people_of_document
from conductatlas.catalogue import (
    DATA_CONTRACTS,
    ON_PRIVACY,
    How,
    Law,
    LawProvision,
    SpeaksTo,
    Stance,
    load_laws,
    without_language,
)
from conductatlas.provisions import is_glossed, load_glossary, only_announces
from conductatlas.reading import sentences

# Whom a clause can be for, and the jurisdictions whose laws can then have a say.
_LAWS_FOR: Mapping[str, frozenset[str]] = {
    "EEA residents": frozenset(("EU",)),
    "UK residents": frozenset(("UK",)),
    "Swiss residents": frozenset(),
    "US residents": frozenset(("US", "US-CA", "US-CO", "US-IL")),
    "California residents": frozenset(("US", "US-CA")),
    "Colorado residents": frozenset(("US", "US-CO")),
    "residents of other US states": frozenset(("US",)),
    "Brazilian residents": frozenset(("BR",)),
    "Canadian residents": frozenset(("CA",)),
    "Australian residents": frozenset(("AU",)),
    "Indian residents": frozenset(("IN",)),
    # Of places that the register has no laws of.
    "residents elsewhere": frozenset(),
}
# Whom a text is for that is written in a language, where it does not say.
_READERS: Mapping[str, frozenset[str]] = {
    "de": frozenset(("EEA residents", "Swiss residents")),
    "fr": frozenset(("EEA residents", "Swiss residents", "Canadian residents")),
    "zh": frozenset(("residents elsewhere",)),
}
_FOR_AUTHORITIES = frozenset(("Law Enforcement Guidelines",))
# What such a document says of its own changes is said of no terms that users agreed to.
_ON_THE_TERMS = frozenset(("terms-change-notice", "unilateral-terms-change"))
# Documents on data, of which each clause is about some; elsewhere its words, or those above it, must speak of them.
_ON_DATA = ON_PRIVACY | DATA_CONTRACTS | _FOR_AUTHORITIES
_DATA = re.compile(
    r"\b(?:data|information|personal|privacy|cookies?|pixels?|identit\w+|identif\w+|profil\w+|track\w*|biometric\w*|face"
    r"|facial|voice\w*|location|records?|recordings?|messages?|communications|conversations?|chats?|inputs?|prompts?"
    r"|content|materials|contacts|accounts?|e-?mails?|digital consent|age of consent|GDPR|CCPA|DSGVO)\b",
    re.IGNORECASE,
)
_ON_LEAVING = "international-transfer"
_ON_TRANSFERS = frozenset(("data-processing-terms", _ON_LEAVING))
# What users are forbidden is no deed of the platform.
_OF_DEEDS = frozenset(
    (
        *("ai-automated-decisions", "communications-scanning", "cross-site-tracking", "device-data-access"),
        *("location-tracking", "personal-data-collected", "profiling-personalisation", "sensitive-data-collection"),
    )
)
_FORBIDDEN_TO_USERS = re.compile(
    r"\b(?:acceptable|restricted|prohibited|unacceptable) (?:\w+ ){0,2}(?:uses?|activit\w+|conduct|practices)\b"
    r"|\buse restrictions\b|\brestrictions on (?:\w+ )?use\b|\busage polic(?:y|ies)\b"
    r"|\b(?:you|customers?|users?) (?:may|must|shall|will|can)(?: ?not|n['’]t)\b|\byou agree not to\b",
    re.IGNORECASE,
)
# Whoever may take part in a programme, or contract for a business, no child's use of the service is meant.
_WHO_MAY_USE = "age-requirement"
# An announcement of several rules is known by its words on arbitration.
_ANNOUNCED_AS = {"class-action-waiver": "mandatory-arbitration"}
# A text for businesses, too, tells those who read it of rights in their own data; a contract on data speaks of others'.
_ON_OWN_RIGHTS = frozenset(
    (
        "access-portability-right",
        "ai-automated-decisions",
        "deletion-right",
        "objection-opt-out-right",
        "regulator-complaint",
        "rights-limits",
    )
)
_OWN_RIGHTS = re.compile(
    r"\byou (?:also )?(?:may |can )?(?:have|exercise) (?:[\w-]+ ){0,3}rights?\b[^.;]{0,160}"
    r"\byour (?:own )?personal (?:data|information)\b",
    re.IGNORECASE,
)
# What bounds a clause has nothing to say where the clause itself protects.
_BOUNDS = frozenset((How.FORBIDS, How.LIMITS))
# What the law requires is left as it is, or the words go only as far as it lets them: nothing of it is taken away.
_AS_REQUIRED = re.compile(
    r"\b(?:except(?:ions?)?|unless|other than|save|without prejudice to|subject to)\b[^.;]{0,80}?"
    r"\b(?:required|mandated|prohibited) (?:by|under)\b[^.;]{0,30}\blaws?\b"
    r"|\b(?:except|unless|other than|save)\b[^.;]{0,80}?\blaws? (?:\w+ ){0,3}?(?:requires?|mandates?|prohibits?)\b"
    r"|\bextent (?:permi(?:tted|ssible)|allowed|not prohibited)\b",
    re.IGNORECASE,
)

# Liability shut out, and words by which a sentence that keeps to the law is about what stands beside it, too.
_SHUT_OUT = re.compile(
    r"\bdisclaims? (?:all|any)(?: and all)? (?:responsibility|liability)"
    r"|\b(?:has|have|accepts?|assumes?|bears?) no (?:responsibility or )?liability\b"
    r"|\bno event\b[^.;]{0,120}\bliable\b"
    r"|\b(?:not|never) be (?:held )?(?:responsible or |responsible |or )?liable\b[^.;]{0,40}\bfor any\b",
    re.IGNORECASE,
)
_OF_ALL_OF_IT = re.compile(
    r"\b(?:foregoing|above|(?:this|the) (?:section|article|agreement|clause)|these terms|limitations?|exclusions?"
    r"|disclaimers?|nothing)\b|\bliability\b[^.;]{0,80}\blimited to the\b",
    re.IGNORECASE,
)
# A clause on liability that excuses only what events beyond control cause takes away no liability for want of care.
_ON_LIABILITY = "liability-limitation"
_LIABILITY = re.compile(r"\b(?:liab\w+|responsib\w+|damages|remed(?:y|ies)|exceed\w*)\b", re.IGNORECASE)
_FOR_EVENTS = re.compile(
    r"\b(?:not|no|never|\w+n['’]t)\b[^.:;*]{0,60}\b(?:liable|liability|responsible|responsibility)\b"
    r"(?:(?!\bor for\b(?! any (?:failure|delay)\b))[^.:;*]){0,300}?"
    r"\b(?:caused by|due to|because of|by reason of|result(?:s|ing)? from|aris(?:es?|ing) (?:from|out of)"
    r"|attributable to)\b"
    r"[^.:;*]{0,80}\b(?:beyond|outside)\b[^.:;*]{0,40}\bcontrol\b(?! or any\b)",
    re.IGNORECASE,
)
_KINDS_OF_LOSS = re.compile(
    r"\b(?:in no event|consequential|indirect|incidental|exceed\w*|aggregate|profits?|unauthori[sz]ed|content"
    r"|negligen\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ClauseAtLaw:
    """What of a clause decides which laws have a say about it.

    `platform` is whose clause it is, for laws that bind named platforms alone. `applies_to` are the people whom it
    limits itself to (facts of that kind), `not_for` those whom it or its document sends elsewhere: where these live
    in some places only, so are the laws. `on_data`: whether it, or its document, speaks of data; `of_programme`:
    whether it is of the rules of a programme, such as one for creators; `to_authorities`: whether its document
    tells these how to ask for data, is no contract with users, and owes nothing to the people whom the data are on;
    `forbidden`: whether the lines above it forbid users what it speaks of.
    """

    clause_type: str
    words: str
    stance: Stance
    platform: str
    between_businesses: bool
    applies_to: frozenset[str]
    not_for: frozenset[str] = frozenset()
    on_data: bool = True
    of_programme: bool = False
    to_authorities: bool = False
    forbidden: bool = False

    @classmethod
    def of(
        cls,
        clause_type: str,
        words: str,
        stance: Stance,
        *,
        platform: str,
        terms_type: str,
        headings: Sequence[str],
        lead_ins: Sequence[str] = (),
        applies_to: Collection[str] = (),
        lead_ins_for: Collection[str] = (),
        opening: str = "",
        language: str = "",
        businesses_alone: bool = False,
        parts_begin: Sequence[str] = (),
    ) -> ClauseAtLaw:
        """A clause as it stands in a document of a type of terms, under `headings`, the outermost first.

        `lead_ins` are the lines that its list hangs on. `words` are those that a reader sees; `applies_to` are people
        whom they were found to limit themselves to, `lead_ins_for` those of the lead-ins; `opening` is how the document
        begins, `language` the one in which it is written (ISO 639-1); `businesses_alone`: whether it says that it is
        not for consumers. `parts_begin` is how the parts begin whose headings say for whom they are: for more people
        than these name, at times.
        """
        # A document in another language bears that behind its type: 'Privacy Policy (German)'.
        terms_type = without_language(terms_type)
        # What is for authorities is for those of any place.
        only, never = people_of_document("" if terms_type in _FOR_AUTHORITIES else opening)
        # The title of a document says no more than what it says of itself.
        title = headings[:1]
        sections = [heading for heading in headings if heading not in title]
        own = _of_places(applies_to) | people_who_use_it(words) or _of_places(lead_ins_for)
        if not own and clause_type in _ON_TRANSFERS:
            own = people_of_standard_clauses(words)
        if not own and clause_type == _ON_LEAVING:
            own = people_whose_data_leave((*sections, *lead_ins, words))
        outset, section = people_at_outset(words), people_under(sections)
        if section:
            section = section.union(*map(people_turned_to, (words, *parts_begin)))
        named = outset or own | section
        people = named or only or people_under(title) or _READERS.get(language, frozenset())
        between = not _tells_of_own_rights(clause_type, terms_type, words) and (
            businesses_alone
            or between_businesses(terms_type, words)
            or begins_for_businesses(words)
            or for_businesses((*sections, *lead_ins))
        )
        on_data = (
            terms_type in _ON_DATA or language in _READERS or any(map(_DATA.search, (words, *headings, *lead_ins)))
        )
        # A document has sections for those whom it sends elsewhere.
        away = (never - outset - section) | people_left_out(words)
        # What laws are about is told by English words.
        asked = f"{words}\n{load_glossary(language).gloss(words).text}" if is_glossed(language) else words
        return cls(
            *(clause_type, asked, stance, platform, between, people, away, on_data),
            of_programme(terms_type, words, headings),
            terms_type in _FOR_AUTHORITIES,
            any(map(_FORBIDDEN_TO_USERS.search, (*sections, *lead_ins))),
        )

    def is_under(self, law: Law) -> bool:
        """Whether a law can have a say for those whom the clause is for."""
        places = [_LAWS_FOR[one] for one in self.applies_to if one in _LAWS_FOR]
        held = law.holds(self.platform, between_businesses=self.between_businesses)
        held = held and (self.on_data or not law.of_data) and not (self.to_authorities and law.of_consumers)
        away = any(law.jurisdiction.id in _LAWS_FOR.get(one, ()) for one in self.not_for)
        return held and not away and (not places or any(law.jurisdiction.id in one for one in places))

    def is_spoken_to(self, provision: LawProvision, speaks: SpeaksTo) -> bool:
        """Whether a provision of a law speaks to it."""
        # Most speak to other types, which is known before any word is read.
        if speaks.clause_type != self.clause_type:
            return False
        to_others = self.between_businesses or self.to_authorities
        owed = not (provision.of_individuals and to_others) and (self.between_businesses or not provision.of_processors)
        silent = speaks.how in _BOUNDS and self.stance is Stance.PROTECTIVE
        for_adults = self.of_programme or self.between_businesses
        silent = silent or (for_adults and self.clause_type == _WHO_MAY_USE)
        silent = silent or (self.forbidden and self.clause_type in _OF_DEEDS)
        silent = silent or (self.to_authorities and self.clause_type in _ON_THE_TERMS)
        silent = silent or (self.clause_type == _ON_LIABILITY and _excuses_events_alone(self.words))
        # What is only announced is laid down elsewhere, and the laws speak to it there.
        silent = silent or only_announces(_ANNOUNCED_AS.get(self.clause_type, self.clause_type), self.words)
        return owed and not silent and speaks.bears_on(self.words)

    def done_by(self, law: Law, speaks: SpeaksTo) -> How:
        """What a law does to it: what protects consumers only limits a clause that keeps to it."""
        if not law.of_consumers or speaks.how is not How.FORBIDS or _AS_REQUIRED.search(self.words) is None:
            return speaks.how
        flat = self.clause_type == _ON_LIABILITY and _shuts_out_beside(self.words)
        return speaks.how if flat else How.LIMITS


def _tells_of_own_rights(clause_type: str, terms_type: str, words: str) -> bool:
    """Whether a clause tells its readers of rights in their own personal data."""
    of_others = terms_type in DATA_CONTRACTS or clause_type not in _ON_OWN_RIGHTS
    return not of_others and _OWN_RIGHTS.search(words) is not None


def _shuts_out_beside(words: str) -> bool:
    """Whether a sentence shuts liability out, and those that keep to the law are about other sentences."""
    said = sentences(words)
    kept = [one for one in said if _AS_REQUIRED.search(one)]
    return not any(map(_OF_ALL_OF_IT.search, kept)) and any(_SHUT_OUT.search(one) for one in said if one not in kept)


@lru_cache(maxsize=256)
def _excuses_events_alone(words: str) -> bool:
    """Whether all that is said of liability is that events beyond control excuse it."""
    said = [one for one in sentences(words) if _LIABILITY.search(one)]
    return bool(said) and all(_FOR_EVENTS.search(one) and not _KINDS_OF_LOSS.search(one) for one in said)


def live_in_a_place(people: str) -> bool:
    """Whether people, as `applies-to` facts name them, are those of a place: minors, or those of a plan, are not."""
    return people in _LAWS_FOR


def _of_places(people: Collection[str]) -> frozenset[str]:
    return frozenset(filter(live_in_a_place, people))


def laws_bearing_on(clause: ClauseAtLaw) -> frozenset[str]:
    """The laws of the register that comes with the system, by id, of which something speaks to a clause."""
    found = _speaking().get(clause.clause_type, ())
    return frozenset(
        law.id for law, part, speaks in found if clause.is_spoken_to(part, speaks) and clause.is_under(law)
    )


def laws_speaking_to(clause_type: str) -> frozenset[str]:
    """The laws of that register, by id, of which something speaks to clauses of a type, whatever their words."""
    return frozenset(law.id for law, _, _ in _speaking().get(clause_type, ()))


@lru_cache(maxsize=1)
def _speaking() -> Mapping[str, list[tuple[Law, LawProvision, SpeaksTo]]]:
    """For each clause type, the provisions of law that speak to it, and how."""
    found: dict[str, list[tuple[Law, LawProvision, SpeaksTo]]] = {}
    for law in load_laws().shown():
        for part in law.provisions:
            for speaks in part.speaks_to:
                found.setdefault(speaks.clause_type, []).append((law, part, speaks))
    return found
