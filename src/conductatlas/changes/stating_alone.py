"""Which clause types a single sentence can't state, whatever the finder thinks: what it denies, or has no word for.

A passage is read with all that stands in it. Of one sentence of it that came, went or was edited the finder sees few
words, and none that turn them round: 'you have no right to a refund' is to it much like the right.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from conductatlas.provisions import is_glossed

_CANNOT = r"(?:cannot|can not|can['’]t|(?:are|is) (?:un|not )able to|(?:may|will|might) not be able to)"
# What the company itself will not do, and users need not leave.
_BINDS_ITSELF = r"\A\W*(?:\(?\w{1,3}[.)] )?we (?:will|shall|do|may) not\b(?![^.]*\byou (?:may|must|will) not\b)"
# Laws and bodies that hear what is not the company's own to decide.
_BODIES = (
    r"authorit|regulator|commission|ombud|attorney general|\bpanel\b|inspector|registrar|tribunal|\bcourts?\b|garante"
    r"|\b(?:cnil|ico|dpc|ftc|cppa)\b|privacy framework"
)


class _Form(NamedTuple):
    """What a sentence has a word of that states a type, and what it does not say."""

    needs: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None


def _form(needs: str = "", never: str = "") -> _Form:
    return _Form(*(re.compile(one, re.IGNORECASE) if one else None for one in (needs, never)))


_FORMS = {
    "access-portability-right": _form(
        never=rf"(?<!if )\b(?:we|you) {_CANNOT}\b[^.;]{{0,80}}\b(?:access|export|retriev|obtain|provid|download)"
    ),
    "age-requirement": _form(
        r"\bage[ds]?\b|\bold(?:er)?\b|\b1[3-9]\b|minors?\b|child|under|teen|parent|guardian|adult|eligib|capacity"
        r"|competent|majority|resid|locat"
    ),
    "contracting-entity-contact": _form(
        r"\b(?:inc|llc|l\.l\.c|llp|ltd|limited|gmbh|b\.?v|s\.?a\.?s?|sarl|plc|pty|ag|corp(?:oration)?|company)\b|@"
        r"|\bregister|address|street|contact|e-?mail|\bphone|telephone|\b(?:operated|provided|offered|owned) by\b"
        r"|\b(?:agreement|contract\w*)\b[^.]{0,40}\b(?:between|with)\b|controller|officer|representative|\bwrite to\b"
    ),
    "deletion-right": _form(
        never=rf"(?<!if )\b(?:we|you) {_CANNOT}\b[^.;]{{0,80}}\b(?:delet|eras|remov)"
        r"|\b(?:do|will) not delete\b|\bno right to (?:delet|eras)"
    ),
    "government-disclosure": _form(
        rf"{_BODIES}|law enforcement|government|subpoena|warrant|\bpolice\b|agenc|public officials|investigat|\blegal\b"
        r"|\blaws?\b|lawful|judicial|prosecut|\breport(?:ed|s|ing)?\b[^.]{0,40}\bto\b"
    ),
    "incorporated-terms": _form(
        r"\b(?:terms|polic(?:y|ies)|agreements?|guidelines?|rules|conditions|addend\w+|annex\w*|schedules?|exhibits?"
        r"|notices?|statements?|documentation|standards|codes? of|principles|contracts?|order forms?|eula)\b",
        r"\A\W*[\"“‘][^\"”’]{2,60}[\"”’]\W{0,3}(?:means?|refers? to|has the meaning|is defined)\b",
    ),
    "liability-preserved": _form(
        r"\bnot\b|n['’]t\b|cannot|\bno\b|mandatory|statutory|nothing|prohibit|consumer|regardless|\bonly\b|\bmay have\b"
    ),
    "location-tracking": _form(r"locat|\bgps\b|where you|\bip\b|places|nearby|region|geo"),
    "no-refund": _form(
        r"refund|redeem|credit|reimburs|\breturn|chargeback|non-?cancel|prepaid|money back|withdraw|forfeit"
    ),
    "prohibited-conduct": _form(never=_BINDS_ITSELF),
    "refund-right": _form(
        r"refund|reimburs|withdraw|cancel|money back|\breturn|credit|repa(?:y|id)|change your mind|guarantee|conformity"
        r"|price reduction",
        r"\b(?:not|n['’]t|no longer|never) (?:be )?(?:entitled|eligible)\b"
        r"|\b(?:not|n['’]t) (?:have|get|receive|offer|provide|give|issue|grant)\b[^.;]{0,30}\b(?:right|refund|credit)"
        r"|\bno (?:right|refunds?|entitlement)\b|\bnon-?refundable\b|\bnot (?:be )?refund|\bwithout (?:a |any )?refund",
    ),
    "regulator-complaint": _form(rf"{_BODIES}|complain|grievance|\blodge"),
    "scraping-reverse-engineering-ban": _form(never=_BINDS_ITSELF),
    "revocable-access-licence": _form(
        r"licen[cs]|\bown\w*|\bsold\b|\bsale\b|\btitle\b|propert|\bcash\b|(?:monetary|real|stored)[- ](?:value|world)"
        r"|currency|legal tender|virtual|digital (?:goods|item|content)|revo[ck]"
    ),
    "sensitive-data-collection": _form(
        never=r"\b(?:do|does|will) not (?:\w+ ){0,2}(?:collect|process|use|request)\b|\bonly use and disclose\b"
    ),
    "targeted-advertising": _form(r"advert|\bads?\b|market|promot|sponsor|personali[sz]ed (?:offer|content)|target"),
}


def can_state(clause_type: str, sentence: str, language: str | None = None) -> bool:
    """Whether a sentence, as a reader sees it, can state a clause type by itself.

    `language` (ISO 639-1) is the one it is read in; of those that are read through a glossary nothing is ruled out.
    """
    form = _FORMS.get(clause_type)
    if form is None or is_glossed(language):
        return True
    if form.needs and not form.needs.search(sentence):
        return False
    return form.never is None or form.never.search(sentence) is None
