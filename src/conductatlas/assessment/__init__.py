"""The written part of a record: what a clause is, what it does, and which laws speak to it."""

from conductatlas.assessment.addressees import begins_for_businesses, between_businesses_by, for_businesses
from conductatlas.assessment.advice import NO_ADVICE
from conductatlas.assessment.at_heart import is_at_heart, which_at_heart
from conductatlas.assessment.audience import Audience, audience_at, audiences_of
from conductatlas.assessment.bearing import ClauseAtLaw, laws_bearing_on, laws_speaking_to, live_in_a_place
from conductatlas.assessment.captions import is_caption
from conductatlas.assessment.composing import (
    METHOD,
    Answer,
    Assessment,
    Harshness,
    InGeneral,
    compose,
    harshness,
    without_checks,
)
from conductatlas.assessment.for_consumers import without_organisations
from conductatlas.assessment.for_whom import with_whom_it_is_for, without_advice_to_users
from conductatlas.assessment.going_on import goes_on_with
from conductatlas.assessment.institutional import (
    INSTITUTIONAL_METHOD,
    Institutional,
    consumer_laws_left_out,
    institutional,
)
from conductatlas.assessment.key_sentence import (
    exception_behind,
    is_short,
    key_sentence,
    named_for_others,
    without_title,
)
from conductatlas.assessment.limits import Limit, Stating, limit_of, role_of
from conductatlas.assessment.own_kind import without_own_kind
from conductatlas.assessment.parties import company_named
from conductatlas.assessment.phrases import fact_kinds, has_place_for, leads_out, mentions_told, phrases
from conductatlas.assessment.quoting import goes_back, stands_alone
from conductatlas.assessment.refusing import which_stand_back
from conductatlas.assessment.relied_on import is_relied_on
from conductatlas.assessment.rows import in_rows

__all__ = [
    "INSTITUTIONAL_METHOD",
    "METHOD",
    "NO_ADVICE",
    "Answer",
    "Assessment",
    "Audience",
    "ClauseAtLaw",
    "Harshness",
    "InGeneral",
    "Institutional",
    "Limit",
    "Stating",
    "audience_at",
    "audiences_of",
    "begins_for_businesses",
    "between_businesses_by",
    "company_named",
    "compose",
    "consumer_laws_left_out",
    "exception_behind",
    "fact_kinds",
    "for_businesses",
    "goes_back",
    "goes_on_with",
    "harshness",
    "has_place_for",
    "in_rows",
    "institutional",
    "is_at_heart",
    "is_caption",
    "is_relied_on",
    "is_short",
    "key_sentence",
    "laws_bearing_on",
    "laws_speaking_to",
    "leads_out",
    "limit_of",
    "live_in_a_place",
    "mentions_told",
    "named_for_others",
    "phrases",
    "role_of",
    "stands_alone",
    "which_at_heart",
    "which_stand_back",
    "with_whom_it_is_for",
    "without_advice_to_users",
    "without_checks",
    "without_organisations",
    "without_own_kind",
    "without_title",
]
