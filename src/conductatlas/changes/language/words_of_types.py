"""What a sentence that states a clause type has a word of, and what it does not say.

Two tables for two questions. `BY_ITSELF` rules out: a sentence alone that lacks all of these words, or says what the
type is not, can't state it, whatever the finder thinks. `PLAINLY` proves: a sentence with these words states it so
plainly that it can be told as added or removed. So the words of the first are many, and those of the second few.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

NOT = r"(?:\b(?:not|never|neither|nor|cannot)\b|n['’]t\b)"
_CANNOT = r"(?:cannot|can not|can['’]t|(?:are|is) (?:un|not )able to|(?:may|will|might) not be able to)"
# What users are forbidden to do, in a sentence without 'we', says nothing of what the company does.
_FORBIDS_USERS = (
    r"\A(?!.*\bwe\b)(?:\W*use (?:the|our) \w+ to\b"
    r"|.*\b(?:you|users|customers?) (?:will|may|must|shall|agree)(?: to)? not\b"
    r"|.*\b(?:you (?:cannot|can['’]t|won['’]t)|do not use (?:the|our|any)|(?:prohibited|forbidden) (?:from|to))\b)"
)
# What the company itself will not do, and users need not leave.
_BINDS_ITSELF = r"\A\W*(?:\(?\w{1,3}[.)] )?we (?:will|shall|do|may) not\b(?![^.]*\byou (?:may|must|will) not\b)"
# What may be looked at by adults alone, or with a label: it stays, and nobody is forbidden to post it.
_ONLY_LIMITS = (
    r".*(?:\b(?:limit|restrict)\w*\b[^.]{0,80}\b(?:adults?|aged?|18)\b"
    r"|\b(?:add|include|apply|put|place|show)\b[^.]{0,20}\b(?:label|warning)s?\b)"
)
# Laws and bodies that hear what is not the company's own to decide.
_AUTHORITIES = (
    r"authorit|regulator|commission|ombud|attorney general|inspector|registrar|garante|\b(?:cnil|ico|dpc|ftc|cppa)\b"
)
_BODIES = rf"{_AUTHORITIES}|\bpanel\b|tribunal|\bcourts?\b|privacy framework"
# What a reader does who lets somebody do something: 'unless you have opted in', 'unless you agree to it'.
_COMES_IN = (
    r"[^.;]{0,30}\b(?:opt(?:s|ed|ing)?[ -]?in|agreed?|consent(?:ed)?|allow(?:ed)?|permit(?:ted)?"
    r"|cho(?:ose|sen) to share|given? (?:us )?(?:your )?(?:permission|consent))\b"
)
_WILL = r"(?:\b(?:will|shall|must|agrees?)|\b\w+['’]ll)\b(?! (?:have no|not)\b)"


class Form(NamedTuple):
    """What a sentence has a word of that states a type, and what it does not say."""

    needs: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None


def _form(needs: str = "", never: str = "") -> Form:
    return Form(*(re.compile(one, re.IGNORECASE) if one else None for one in (needs, never)))


BY_ITSELF: Mapping[str, Form] = {
    # That the company keeps no keys of anybody's is no duty of theirs.
    "account-security-duty": _form(
        r"\byou(?:rs?)?\b|\b(?:users?|customers?|members?|subscribers?|holders?)\b[^.]{0,60}"
        r"\b(?:is|are|must|shall|should|will|may|agrees?)\b|\bkeep\b|\b(?:do|must|may|shall|should) not\b|\bdon['’]t\b"
    ),
    "access-portability-right": _form(
        never=rf"(?<!if )\b(?:we|you) {_CANNOT}\b[^.;]{{0,80}}\b(?:access|export|retriev|obtain|provid|download)"
    ),
    "age-requirement": _form(
        r"\bage[ds]?\b|\bold(?:er)?\b|\b1[3-9]\b|minors?\b|child|under|teen|parent|guardian|adult|eligib|capacity"
        r"|competent|majority|resid|locat"
    ),
    "content-removal": _form(
        never=r"(?s)\A(?!.*(?:remov|delet|\bdown\b|disabl|block|suspen|terminat|\bban|hid(?:e|den)\b))" + _ONLY_LIMITS
    ),
    # To answer for quarrels with others, or to be nobody who is barred, is not to answer for what one posts.
    "content-responsibility": _form(
        r"content|\bpost|submi|upload|material|publish|\b(?:in|out)puts?\b|shar(?:e|ing)|contribut|communicat"
        r"|\bdata\b|information|\bworks?\b|messag|\brights?\b|infring|transmi|provid|creat|prompt|review|listing|image|stream"
    ),
    "contracting-entity-contact": _form(
        # Whose products are patented says with whom nobody has a contract.
        r"(?s)\A(?!.*\b(?:(?:protected|covered)\b[^.;]{0,60}\bpatents?|patent marking)\b)(?=.*(?:@|\bregister|address"
        r"|\b(?:inc|llc|l\.l\.c|llp|ltd|limited|gmbh|b\.?v|s\.?a\.?s?|sarl|plc|pty|ag|corp(?:oration)?|company)\b"
        r"|street|contact|e-?mail|\bphone|telephone|\b(?:operated|provided|offered|owned) by\b|\bletters? (?:to|at)\b"
        r"|\b(?:agreement|contract\w*)\b[^.]{0,40}\b(?:between|with)\b|controller|officer|representative"
        r"|\bwrite to\b))"
    ),
    # Who has a copyright, and in what, is no way to complain.
    "copyright-takedown": _form(
        r"\bnoti(?:ce|f)|report|complain|take[- ]?down|tak(?:e|en|ing)\b[^.]{0,40}\bdown\b|remov|delet|disabl"
        r"|block|dmca|\bagent|counter|claim|infring|terminat|suspen|polic(?:y|ies)"
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
        r"\A\W*[\"“‘][^\"”’]{2,60}[\"”’]\W{0,3}(?:means?|refers? to|has the meaning|is defined)\b"
        # For whom a text itself holds brings no other one in.
        r"|\b(?:guidelines|standards|polic(?:y|ies)|rules|terms|notice|statement|agreement) appl(?:y|ies)"
        r" to (?:all|every)",
    ),
    "liability-preserved": _form(
        r"\bnot\b|n['’]t\b|cannot|\bno\b|mandatory|statutory|nothing|prohibit|consumer|regardless|\bonly\b|\bmay have\b"
    ),
    "location-tracking": _form(r"locat|\bgps\b|where you|\bip\b|places|nearby|region|geo"),
    "no-refund": _form(
        r"refund|redeem|credit|reimburs|\breturn|chargeback|non-?cancel|prepaid|money back|withdraw|forfeit"
    ),
    "moderation-appeal": _form(
        r"appeal|contest|challeng|reconsider|counter|disput|decision|reinstat|notif|\binform|\breasons?\b|complain"
        r"|\breview|object|explan|mistake|\berror"
    ),
    "prohibited-conduct": _form(
        never=rf"{_BINDS_ITSELF}|(?s:\A(?!.*(?:prohibit|forbid|remov|violat|\bban|\bmust\b|\bshall\b|{NOT}|\bno\b)){_ONLY_LIMITS})"
    ),
    "refund-right": _form(
        r"refund|reimburs|withdraw|cancel|money back|\breturn|credit|repa(?:y|id)|change your mind|guarantee|conformity"
        r"|price reduction",
        r"\b(?:not|n['’]t|no longer|never) (?:be )?(?:entitled|eligible)\b"
        r"|\b(?:not|n['’]t) (?:have|get|receive|offer|provide|give|issue|grant)\b[^.;]{0,30}\b(?:right|refund|credit)"
        r"|\bno (?:right|refunds?|entitlement)\b|\bnon-?refundable\b|\bnot (?:be )?refund|\bwithout (?:a |any )?refund",
    ),
    "regulator-complaint": _form(
        rf"{_BODIES}|complain|grievance|\blodge",
        # A body that a company chose hears disputes in place of the authorities.
        rf"(?s)\A(?!.*(?:{_AUTHORITIES})).*(?:\bdispute[- ]resolution|\barbitrat|\bmediat|\bindependent recourse)",
    ),
    # That a request is answered, and a right itself, are no limits to it.
    "rights-limits": _form(
        r"verif|identi|pro(?:of|ve)|confirm|\bfees?\b|charg|refus|\bden(?:y|ied|ial)|reject|declin|limit|restrict|except"
        r"|exempt|unless|\bnot\b|n['’]t\b|cannot|unable|\bonly\b|subject to|agent|manifest|excessive|condition|requir"
        r"|certain|depend|extent|determin|complex|case[- ]by[- ]case|discretion|\bneed|\bmust\b|\bsome\b|\bmay\b"
        r"|\blos(?:e|s)\b|no longer|authori[sz]"
    ),
    "scraping-reverse-engineering-ban": _form(never=_BINDS_ITSELF),
    "retention-period": _form(
        r"\b(?:hour|day|week|month|year|period|time|duration|term|life|long|until|once|while|when|after|soon|expir"
        r"|prompt|immediate|indefinite|forever|permanent|retention)"
    ),
    "revocable-access-licence": _form(
        r"licen[cs]|\bown\w*|\bsold\b|\bsale\b|\btitle\b|propert|\bcash\b|(?:monetary|real|stored)[- ](?:value|world)"
        r"|currency|legal tender|virtual|digital (?:goods|item|content)|revo[ck]"
    ),
    # What readers promise not to do disclaims nothing, nor what is said of how a company may fare.
    "warranty-disclaimer": _form(
        never=r"(?s)\A\W*(?:\(?\w{1,3}[.)] )?you (?:will|shall|must|agree)(?: to)? not\b"
        r"(?!.*(?:\bas[ -]is\b|warrant|guarant|disclaim))"
        r"|\bguarantees? of future\b"
    ),
    "sensitive-data-collection": _form(
        never=r"\b(?:do|does|will) not (?:\w+ ){0,2}(?:collect|process|use|request)\b|\bonly use and disclose\b"
        rf"|{_FORBIDS_USERS}"
    ),
    "targeted-advertising": _form(
        r"advert|\bads?\b|market|promot|sponsor|personali[sz]ed (?:offer|content)|target",
        r"\b(?:other than|except(?: for)?|excluding|not for|unrelated to)(?: \w+){0,2} (?:market|advertis|promot)ing\b"
        rf"|{_FORBIDS_USERS}",
    ),
}
PLAINLY: Mapping[str, Form] = {
    "ai-automated-decisions": _form(
        r"(?s)\A(?=.*(?:\bautomat|\bwithout human\b|\balgorithm))"
        r"(?=.*\b(?:decision|decid|determin|reject|suspen|deactivat|restrict|eligib|scor))"
    ),
    "ai-training-opt-out": _form(
        r"\bopt(?:s|ed|ing)?[ -]?outs?\b|\bobject|\b(?:turn|switch)\w*\b[^.]{0,40}\boff\b|\bdisabl|\bdeactivat"
        r"|\bdeclin|\bwithdraw|\brefus|\bchoos|\bchoice|\bcontrols?\b|\bsettings?\b|\btoggle|\bnot (?:want|wish)\b"
        rf"|\bunless you\b(?!{_COMES_IN})"
    ),
    "arbitration-opt-out": _form(
        r"\bopt(?:s|ing|ed)?[ -]?out|\breject|\bdeclin(?:e|ing)|\bchoose not to"
        r"|\bnot (?:wish|want) to"
    ),
    "class-action-waiver": _form(r"\bwaiv|\bindividual|\b(?:not|nor|neither|never|no|only)\b|n['’]t\b"),
    "communications-scanning": _form(
        r"\brecord|\bmonitor|\bscan|\btranscri|\breview|\bread\b|\banaly[sz]"
        r"|\blisten|\bintercept"
    ),
    "confidentiality": _form(r"\bconfiden|\bsecre|\bdisclos|\bproprietary"),
    "content-ownership-retained": _form(r"\b(?:own|owns|ownership|retain|retains|remain|remains|belongs?|title)\b"),
    "contracting-entity-contact": BY_ITSELF["contracting-entity-contact"],
    "do-not-track-ignored": _form(
        rf"{NOT}[^.]{{0,80}}\b(?:respon|honou?r|recogni|support|alter|chang|act\b"
        r"|action|process|react|accept|obey|follow|acknowledg|monitor|commit)|\b(?:disregard|ignor)",
        r"\b(?:honou?rs?|recogni[sz]es?|process(?:es)?|respects?|responds? to|treats?|support)\b"
        r"[^.]{0,60}\b(?:signals?|preferences?|control|gpc)\b",
    ),
    "electronic-communications": _form(
        r"\bconsent|\bagree|\bauthori[sz]|\bby (?:providing|giving|using|signing|registering)",
        r"\bopt(?:ing)?[ -]?out of|\bunsubscrib|\b(?:only|not) send you\b",
    ),
    "identity-verification": _form(
        r"\bverif\w*\b(?! (?:your|the) compliance)|\bidentit|\b(?:real|true|legal|full|fictitious) (?:\w+ )?names?\b"
        r"|\bimpersonat|\bauthentic|\bgovernment[- ]issued|\bproof of|\bkyc\b|\bwho you (?:are|say)|\bbackground check"
        r"|\bfalse\b|\bage (?:check|assurance|estimation)"
    ),
    "jury-trial-waiver": _form(
        r"\bwaiv|\bgiv(?:e|ing) up|\bforgo|\b(?:not|nor|neither|no|without|limits?)\b"
        r"|n['’]t\b|\binstead\b"
    ),
    "mandatory-arbitration": _form(
        r"\bbinding|\bshall\b|\bmust\b|\bwill\b|\bagree|\bexclusive|\bfinal|\brequir|\bmandatory|\bcompulsory"
    ),
    "moderation-appeal": _form(r"\bappeal|\bcontest|\bchalleng|\breconsider|\bcounter|\bdisput|\bdecision|\breinstat"),
    "provider-assignment": _form(
        r"\bwe (?:may|can|reserve)\b[^.]{0,60}\b(?:assign|transfer|delegat)|\bfreely assign"
        r"|\breserves the right to (?:assign|transfer|delegat)"
        r"|(?<!\bYou )\bmay (?:freely )?(?:assign|transfer|delegate)"
    ),
    "provider-indemnification": _form(rf"{_WILL}[^.]{{0,40}}\b(?:indemnif|defend|hold)"),
    "refund-right": _form(
        r"\brefund|\breimburs|\bmoney back|\brepa(?:y|id)|\bcredit|\bwithdraw|\breturn|\bprice reduction"
    ),
    "retention-period": _form(
        r"\b(?:retain|retention|keep|kept|stor(?:e|ed|age)|delet|eras|archiv|anonymi[sz]|maintain"
        r"|duration|expir|lifespan|lifetime)"
    ),
    "revocable-access-licence": _form(r"\blicen[cs]|\bpermission|\bright to (?:access|use)|\brevo(?:ke|cable)"),
    "security-measures": _form(r"\bsecur|\bsafeguard|\bencrypt|\bprotect"),
    "suggestions-grant": _form(
        r"\bgrant|\blicen[cs]|\bfree to\b|\b(?:may|can|to) use\b|\bassign|\bown\b"
        r"|\bproperty\b|\bwithout\b"
    ),
    "unilateral-terms-change": _form(
        r"\b(?:terms|conditions|agreements?|contract|polic(?:y|ies)|guidelines?|rules|notices?|statements?|documents?"
        r"|addend\w+|annex\w*|standards|codes?|provisions?|pages?|eula|versions?)\b",
        r"\bforward[- ]looking\b|\bno (?:obligation|duty) to (?:update|revise)\b",
    ),
    "user-indemnification": _form(rf"{_WILL}[^.]{{0,60}}\b(?:indemnif|defend|hold|compensate|reimburse)"),
}
