"""The words of which one stands in the sentence that says what a clause of a type is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conductatlas.assessment.quoting import STATES

_AT_HEART: Mapping[str, re.Pattern[str]] = {
    clause_type: re.compile(pattern, re.IGNORECASE)
    for clause_type, pattern in {
        "access-portability-right": (
            r"\baccess|\bcop(?:y|ies)\b|\bportab|\bobtain|\bconfirm|\bknow\b|\breceiv|\bview|\bsee\b|\bdownload|\bexport"
            r"|\brequest|\bcorrect|\brectif|\bupdat|\binspect|\bfind out|\btransfer"
        ),
        "age-requirement": (
            r"\bages?\b|\bold\b|\byears?\b|\bminors?\b|\bchild|\badult|\bmajority\b|\bcapacity\b"
            r"|\blegal(?:ly)? (?:age|able|allowed|permitted|competent|consent)\b|\bresid|\beligib|\bparent|\bguardian"
            r"|\bunder\b|\bkids?\b|\bteen|\b1[3-8]\b|\blocated\b|\blive\b|\bcountr"
        ),
        "ai-competing-model-restriction": r"\bcompet|\bmodels?\b|\btrain|\bdistil|\bsimilar\b",
        "ai-output-accuracy-disclaimer": r"\boutputs?\b|\bgenerat|\bresponses?\b|\bresults?\b|\bmodels?\b|\bAI\b",
        "ai-output-ownership": r"\boutputs?\b|\bgenerat|\bresults?\b|\bcreat|\bcompletions?\b|\bresponses?\b|\bmade\b",
        "ai-training-on-user-content": (
            r"\A(?!.*\b(?:(?:will|shall|do|does|would|is|are) not|(?:do|does|is|are|wo)n['’]t)"
            r" (?:be )?(?:used?|train)\b)"
            r".*(?:\btrain|\bimprov|\bdevelop|\blearn|\bresearch|\benhanc|\bfine-?tun)"
        ),
        "ai-use-disclosure-duty": (
            r"\bdisclos|\bidentif|\binform|\brepresent|\bmislead|\bdeceiv|\bhuman|\bclear|\btell\b|\bindicat|\btransparen"
            r"|\battribut|\bmark|\backnowledg|\bcredit|\bnotif|\b(?:you|must|requir\w+|should|users?|creators?)\b.{0,400}\blabel"
        ),
        "business-transfer": (
            r"\bmerg|\bacqui|\bs(?:ale|ell|old)\b|\bbankrupt|\binsolven|\breorgani[sz]|\bsuccessor|\bcontrol\b"
            r"|\brestructur|\bassets\b|\bowner"
        ),
        "class-action-waiver": (
            r"\bclass\b|\bcollective|\brepresentative|\bconsolidat|\bmass\b|\bindividual|\bjoin|\bbatch|\bbellwether"
        ),
        # That something may be shown to the other side, or is none of it, is said beside what has to be done with it.
        "confidentiality": (
            r"\A(?!.*\bconfidential information\b.{0,40}\b(?:excludes?|not include|may (?:include|consist))\b)"
            r"(?:(?!.*\bmay (?:also )?"
            r"(?:be (?:given|granted|provided)|have|exchange|disclose|contain|receive|obtain|share)\b)"
            r"|.*\b(?:not|only|keep|protect|hold|shall|will|must|agree|law|compelled|required)\b)"
        ),
        # What a cookie is says nothing of who sets it.
        "cookies-and-trackers": (
            r"\A(?!(?:(?:an?|the|these|such|web|http|browser|other|some|certain) )*"
            r"(?:cookies?|(?:web )?beacons?|pixels?|pixel tags?|tags)\b[^.;]{0,60}?\b(?:is|are|can be|may be)\b"
            r"(?! (?:\w+ )?(?:used|placed|set|necessary|required|essential)\b))"
            r".*(?:\bus(?:e|es|ed|ing)\b|\bplac|\bset(?:s|ting)?\b|\bcollect|\bstor|\breceiv|\brecogni|\brecord|\btrack"
            r"|\bidentif|\bremember|\bdisabl|\benabl|\breject|\brefus|\bblock|\baccept|\bconsent|\bneed|\brequir|\ballow|\bhelp)"
        ),
        "criticism-benchmark-ban": (
            r"\bbenchmark|\bcritici|\bdisparag|\bcompetit|\bcompar|\bevaluat|\bperformance|\bmeasur|\breview|\bdefam"
            r"|\bresearch|\bfindings|\bresults|\bpublici"
        ),
        # That rights end with a contract is no loss of what was stored.
        "data-loss-backup": (
            r"\bcop(?:y|ies)\b|\bback(?:ed|ing)?[ -]?ups?\b|\blos[est]|\bdelet|\bretain|\bretention|\bstor"
            r"|\bsav(?:e|ing)|\bexport|\brestor|\brecover|\bcorrupt|\bdestr|\bdamag|\bavailab|\bpreserv|\bcontent\b|\bdata\b"
        ),
        "do-not-track-ignored": r"\brespon[ds]|\bhonou?r|\brespect|\balter\b|\breact|\btreat|\b(?:we|us|our)\b|\bopt",
        # How long it lasts is no ground by itself.
        "force-majeure": (
            r"\bbeyond\b|\bcase of (?:a )?force majeure\b|\bprevent|\bliab|\bresponsib|\bexcus|\bfail"
            r"|\bdelay|\bbreach|\bcontrol\b|\bunable\b|\breliev"
        ),
        "free-trial-conversion": (
            r"\bcharg|\bbill|\bconvert|\bexpir|\bdeactivat|\brenew|\bcancel|\bpay\b|\bfees?\b|\bpric|\bends?\b"
        ),
        "government-disclosure": (
            r"\bdisclos|\bshar(?:e|ed|es|ing)\b|\bprovid|\breport|\bhand(?:ed|ing)? over|\breleas|\btransfer"
            r"|\bgiv(?:e|en|ing)\b|\baccess|\brespond|\brespons|\bco-?operat|\bcompl(?:y|ie|ian)"
            r"|\bturn(?:ed)? over|\bpass(?:ed)?\b|\bsend"
            r"|\bmake available|\brefer(?:red)?\b|\bnotify|\bproduc(?:e|ed|ing)\b"
        ),
        # What may follow where it fails is no duty to try.
        "informal-dispute-first": (
            r"\bmust\b|\bshall\b|\bagree|\bfirst\b|\bbefore\b|\bprior\b|\brequir|\bnegotiat"
            r"|\btry\b|\battempt|\bencourag|\bplease\b|\bshould\b|\bcontact\b"
        ),
        "international-transfer": (
            r"\btransfer|\bstor(?:e|ed|age|ing)\b|\bprocess|\blocated\b|\bservers?\b|\bcountr(?:y|ies)\b|\babroad\b"
            r"|\binternational|\boutside\b|\bexport|\bcross-border|\bregions?\b|\bhosted\b|\bmaintain|\bclauses\b|\bframework\b"
        ),
        "jury-trial-waiver": r"\bjur(?:y|ies|ors?)\b",
        "prohibited-conduct": (
            r"\bnot\b|n['’]t\b|\bnever\b|\bno\b|\bprohibit|\bforbid|\bban|\bviolat|\bbreach|\bmust\b|\bagree|\brestrict|\bremov"
            r"|\bagainst\b|\bunacceptable|\brefrain|\bavoid|\bonly\b|\b(?:may|can|will|shall) (?:lead|result)|\billegal"
        ),
        "regulator-complaint": r"\bauthorit|\bregulat|\bcommission|\bombuds|\bagenc|\bsupervis|\battorneys? general",
        "scraping-reverse-engineering-ban": (
            r"\bscrap|\bcrawl|\breverse|\bde-?compil|\bdisassembl|\bautomat|\bbots?\b|\brobot|\bspider|\bextract"
            r"|\bsource code|\bharvest|\bmin(?:e|ing)\b|\bderiv|\bscript|\bdata\b|\bcollect|\bcopy|\bcircumvent|\bprobe"
        ),
        "sensitive-data-collection": (
            r"\bcollect|\bprocess|\bus(?:e|es|ed|ing)\b|\breceiv|\bobtain|\bdisclos|\bshar(?:e|ed|es|ing)\b|\bprovid"
            r"|\bask|\binfer|\banaly|\bscan|\bstor(?:e|ed|es|ing)\b|\brecord|\bextract|\bverif|\bidentif"
        ),
        "third-party-conduct-disclaimer": (
            r"\bresponsib|\bliab|\bendors|\bwarrant|\bown risk|\bdisclaim|\baccountable|\bguarant|\bno control\b"
            r"|(?<!s that )(?<!s which )\b(?:we|us|it|company)\b.{0,20}"
            r"\bnot (?:\w+ )?(?:control|review|monitor|verif|screen)"
            r"|\bgovern|\bsubject to\b|\btheir own\b"
        ),
        # What follows once access has been taken is no ground to take it.
        "unilateral-termination": (
            r"\A(?!\W*(?:if|when|once|after|upon|following)\b[^,.;]{0,90}?"
            r"(?:\b(?:is|are|was|were|has been|have been|gets?) (?:\w+ )?"
            r"(?:restrict|suspend|terminat|disabl|remov|bann|clos|block)\w*|\b(?:termination|suspension))\b[^,.;]{0,60},)"
        ),
    }.items()
}


def is_at_heart(clause_type: str, sentence: str) -> bool:
    """Whether a sentence has one of the words that say what a type is about; so it is where these are not told."""
    words = _AT_HEART.get(clause_type)
    return words is None or words.search(sentence) is not None


def which_at_heart(clause_type: str, weighed: Sequence[tuple[str, float]]) -> tuple[bool, ...]:
    """Which sentences, each with the probability that it states a type, may say what a clause of it is about.

    Those with a word for that, where one of these states the type: the others stand beside it. Else all of them.
    """
    said = tuple(is_at_heart(clause_type, one) for one, _ in weighed)
    centred = any(one and chance >= STATES for one, (_, chance) in zip(said, weighed, strict=True))
    return said if centred else (True,) * len(weighed)
