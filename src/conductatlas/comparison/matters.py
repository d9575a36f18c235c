"""Which of several matters some words of a type are on, where clauses of the type hold several.

Two clauses of one type may have most of their words in common and yet be on different things: what a customer owns and
what the provider owns, requests of people and breaches, a cap on all liability and one for damage to data alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Matters:
    """The matters of some types, by their words. `bounds` set apart: both have one, or neither has.

    Words that are on none of the `matters` may be on one of `others`.
    """

    types: frozenset[str]
    matters: tuple[re.Pattern[str], ...] = ()
    others: tuple[re.Pattern[str], ...] = ()
    bounds: tuple[re.Pattern[str], ...] = ()


def _words(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for one in patterns)


_YOU = r"\b(?:you|customers?|users?|subscribers?|clients?|licensees?|members?)"
_DATA_HARM = (
    r"\b(?:liab\w+|damages?|loss(?:es)?|claims?)\b[^.;]{0,60}"
    r"\b(?:aris\w+ (?:from|out of)|result\w+ from|relat\w+ to|caused by|due to|for|from|of)"
    r" (?:(?:an?y?|its|our|your|the) )*(?:unauthori[sz]ed )?"
    r"(?:(?:personal )?data|security|privacy|confidentiality) (?:\w+ )?(?:breach|incident|violation)"
)
_ALL = (
    _Matters(
        frozenset(("provider-ip-reserved",)),
        bounds=_words(
            rf"{_YOU}(?: \w+)?(?: will| shall)? (?:own|retain|keep|hold)s?\b(?! (?:no|only))"
            rf"|\b(?:belongs? to|owned by|property of|remains? (?:with|the property of)) (?:you|(?:the )?customer)\b"
        ),
    ),
    # A licence, and a mere warranty that somebody holds rights.
    _Matters(
        frozenset(("content-licence", "content-licence-survival")),
        bounds=_words(
            r"\b(?:grant|giv|assign|permit|authori[sz]|allow)\w*|\b(?:we|us|our)\b[^.;]{0,80}\b(?:may|can|licen[cs]e|rights?)\b"
        ),
    ),
    _Matters(
        frozenset(("data-processing-terms",)),
        matters=_words(
            r"\b(?:breach(?:es)?|incidents?)\b",
            r"\bdata subjects?['’]?s?\b[^.;]{0,40}\brequests?\b|\brequests?\b[^.;]{0,60}\bdata subjects?\b"
            r"|\brights of (?:the )?data subjects?\b|\bdata subjects?['’]? rights\b",
            r"\baudit|\binspect|\bdemonstrat\w+ compliance|\bassess(?:ing|ment of)? compliance",
            r"\bsub-?processors?\b|\bsub-?contract",
            r"\b(?:delet|return|destr|eras)\w+\b[^.;]{0,80}\b(?:data|cop(?:y|ies))\b",
            r"\btransfers?\b[^.;]{0,80}\b(?:countr|EEA|Union|adequa|clauses)|\bstandard contractual clauses|\bSCCs?\b",
            r"\binstruct(?:s|ed|ions?)\b",
            r"\bimpact assessments?\b|\bprior consultation\b",
            r"\b(?:technical|security|organi[sz]ational) (?:and \w+ )?measures\b",
            r"\bconfidential",
            r"\b(?:is|are|as|be) (?:the |a |an )?(?:data )?(?:independent )?(?:controller|processor)s?\b",
            r"\bnature\b[^.;]{0,40}\bpurpose|\bsubject[- ]matter\b|\bdetails of (?:the )?processing\b",
        ),
    ),
    # What a government gets, and trade with countries and people.
    _Matters(
        frozenset(("export-sanctions",)),
        matters=_words(
            r"\bgovernment (?:end[- ]?users?|entit|customers?|contract)|\bcommercial (?:computer|items?)\b"
            r"|\brestricted rights\b|\b48 C\.?F\.?R",
            r"\bsanction|\bembargo|\bexport|\btrade (?:controls?|laws?|restrictions?|compliance)\b|\bdenied[- ]"
            r"|\brestricted (?:part|person|countr)|\bterrorist supporting",
        ),
    ),
    _Matters(
        frozenset(("liability-limitation",)),
        matters=_words(
            r"\b(?:not|never) exceed|\bexceeding\b|\bin excess of\b|\baggregate\b"
            r"|\b(?:total|maximum|entire|cumulative|liability) (?:\w+ )?(?:liability|limited)"
            r"|\blimited to (?:the|an?|US|\$|€|£)|\bgreater of\b|\bpaid\b",
            r"\bindirect|\bconsequential|\bincidental|\bpunitive|\blost profits|\bloss of|\bexemplary",
        ),
        others=_words(
            r"\bnot (?:be )?(?:liable|responsible)|\bno (?:liability|responsib)|\bin no event|\bunder no circumstances",
        ),
        # What is paid to users, and what they pay.
        bounds=_words(_DATA_HARM, r"\b(?:paid|payable|owed|due) to (?:you|publishers?|creators?|developers?)\b"),
    ),
    _Matters(
        frozenset(("age-requirement",)),
        matters=_words(
            r"\b(?:\d{2}|thirteen|fourteen|sixteen|eighteen)\b|\bminors?\b|\bchild|\bage\b|\bmajority\b",
            r"\bbind\b[^.;]{0,60}\b(?:entity|compan|organi[sz]ation|business)|\bon behalf of\b"
            r"|\b(?:entity|compan\w+|organi[sz]ation)\b[^.;]{0,60}\b(?:authori[tz]|bind|bound)",
            r"\bbinding (?:contract|agreement)|\blegal(?:ly)? (?:capacity|able|capable|competent)",
            r"\bbarred|\bprohibited from|\bsanction|\bembargo|\bexport",
            r"\bcountr(?:y|ies)\b|\bjurisdiction\b|\bregions?\b",
        ),
    ),
    # What is not collected, and what is not passed on.
    _Matters(
        frozenset(("childrens-data",)),
        matters=_words(
            r"\b(?:collect|gather|solicit|obtain|request|process|receiv|provid|submit|regist|us(?:e|es|ed|ing)\b|direct|intend"
            r"|target|delet|remov|eras|sign)",
            r"\bs(?:ell|ells|elling|old|ale|ales)\b|\bshar(?:e|es|ed|ing)\b|\bdisclos|\brent",
        ),
    ),
    # What users enter, and what a search brings from others.
    _Matters(
        frozenset(("ai-no-training-commitment",)),
        bounds=_words(r"\bthird[- ]party content\b[^.;]{0,120}\btrain|\btrain\w*\b[^.;]{0,60}\bthird[- ]party content"),
    ),
    # Outputs that are wrong, and such as others get too.
    _Matters(
        frozenset(("ai-output-accuracy-disclaimer",)),
        matters=_words(
            r"accura|\b(?:in)?correct|\bwrong|\berr(?:or|ors|oneous\w*)\b|\bmislead|\bhallucinat|\b(?:un)?relia|\brel(?:y|ies|ying)\b"
            r"|\bverif|\bfalse|\boutdated|\b(?:in)?complete\b|\bevaluat|\breview|\bcheck|\bjudge?ment|\bmistake|\btru(?:e|th)"
            r"|\badvice\b|\bsuitab|\bfit(?:ness)?\b|\bown risk\b",
            r"\bunique|\bsimilar|\bsame\b|\bidentical",
            r"\boffens|\bobjectionable|\binappropriat|\bharmful|\bbias",
        ),
    ),
    # A home court and a court for small claims beside an arbitration are nearly each other's opposite.
    _Matters(
        frozenset(("arbitration-opt-out",)),
        matters=_words(
            r"\bsmall[- ]claims?\b",
            r"\bcourts?\b[^.;]{0,80}\b(?:residen\w+|domicile|where you (?:live|reside)|your (?:home|country))\b",
            r"\balternative dispute\b|\bODR\b|\bonline dispute resolution\b|\bombuds|\bmediat|\bconsumer body\b",
            r"\bopt(?:ing|ed|s)?[- ]?out\b|\breject",
            r"\binjuncti|\bequitable\b|\bintellectual property\b",
        ),
    ),
    _Matters(
        frozenset(("fees-and-billing", "taxes-responsibility", "late-payment")),
        bounds=_words(
            r"\bpay-?outs?\b|\b(?:pay|paid|payments?)\b[^.;]{0,30}\bto you\b|\b(?:your|creators?['’]?s?) earnings\b"
            r"|\byou (?:earn|receive from us|are paid)\b|\bwithhold(?:ing)? (?:\w+ ){0,3}tax|\bredeem"
        ),
    ),
    _Matters(
        frozenset(("fees-and-billing",)),
        matters=_words(
            r"\btax(?:es|ation)?\b|\bVAT\b|\bGST\b",
            r"\b(?:charg|bill|invoic)\w*\b|\bpayment method\b",
            r"\brefund|\bnon-?refundable",
            r"\blate\b|\boverdue|\binterest\b",
            r"\bcredits?\b|\btokens?\b",
            r"\bdisput\w+\b[^.;]{0,40}\b(?:charge|invoice|fee|amount)",
            r"\bprices?\b|\bfees?\b",
        ),
    ),
)
_OF_TYPE: Mapping[str, tuple[_Matters, ...]] = {
    clause_type: tuple(one for one in _ALL if clause_type in one.types) for group in _ALL for clause_type in group.types
}


def are_on_one_matter(clause_type: str, this: str, other: str) -> bool:
    """Whether words of two clauses of a type are on one of its matters, and each has the bounds that the other has.

    So they are in a type that holds one matter only, and where neither is on any that is known.
    """
    for group in _OF_TYPE.get(clause_type, ()):
        if any(bool(one.search(this)) is not bool(one.search(other)) for one in group.bounds):
            return False
        ours, theirs = (_found(group.matters, words) for words in (this, other))
        if not (ours and theirs) and group.others:
            ours, theirs = (
                found or {-number - 1 for number in _found(group.others, words)}
                for found, words in ((ours, this), (theirs, other))
            )
        if (ours or theirs) and ours.isdisjoint(theirs):
            return False
    return True


def _found(matters: Sequence[re.Pattern[str]], words: str) -> set[int]:
    return {number for number, one in enumerate(matters) if one.search(words)}
