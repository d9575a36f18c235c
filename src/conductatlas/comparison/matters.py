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

    Words that are on none of the `matters` may be on one of `others`. `known`: whether words on none that is known are
    on one of their own; `mostly`: whether the other words must be on half of the matters at least, and not just on one.
    """

    types: frozenset[str]
    matters: tuple[re.Pattern[str], ...] = ()
    others: tuple[re.Pattern[str], ...] = ()
    bounds: tuple[re.Pattern[str], ...] = ()
    known: bool = False
    mostly: bool = False


def _words(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for one in patterns)


_YOU = r"\b(?:you|customers?|users?|subscribers?|clients?|licensees?|members?)"
_DATA_HARM = (
    r"\b(?:liab\w+|damages?|loss(?:es)?|claims?)\b[^.;]{0,60}"
    r"\b(?:aris\w+ (?:from|out of)|result\w+ from|relat\w+ to|caused by|due to|for|from|of)"
    r" (?:(?:an?y?|its|our|your|the) )*(?:unauthori[sz]ed )?"
    r"(?:(?:personal )?data|security|privacy|confidentiality) (?:\w+ )?(?:breach|incident|violation)"
)
_AGE = r"\b(?:\d{2}|thirteen|fourteen|sixteen|eighteen)\b|\bminors?\b|\bchild|\bage\b|\bmajority\b"
_REFUSES = (
    r"\bexempt|\bexcept|\bnot absolute\b|\b(?:declin|den(?:y|ied)\b(?![^.;]{0,40}\bappeal)|refus)\w*"
    r"|\blimit(?:ed|ations?)\b|\bnot apply\b|\b(?:not be able|unable) to (?:\w+ ){0,2}comply"
)
_ALL = (
    _Matters(
        frozenset(("provider-ip-reserved",)),
        bounds=_words(
            rf"{_YOU}(?: \w+)?(?: will| shall)? (?:own|retain|keep|hold)s?\b(?! (?:no|only))"
            rf"|{_YOU} (?:are|is|remains?) the (?:\w+ )?owners?\b"
            rf"|\b(?:belongs? to|owned by|property of|remains? (?:with|the property of)) (?:you|(?:the )?customer)\b",
            # A licence to use the service, and what is reserved beside one.
            r"(?<!your )(?<!their )(?<!its )\bown(?:s|ed|ers?|ership)?\b"
            r"|\b(?:retain\w*|reserv\w+|title|property|proprietary|protected|copyrights?"
            r"|trade ?marks?)\b",
        ),
    ),
    # A licence, and a mere warranty that somebody holds rights.
    _Matters(
        frozenset(("content-licence", "content-licence-survival")),
        bounds=_words(
            r"\b(?:grant|giv|assign|permit|authori[sz]|allow)\w*|\b(?:we|us|our)\b[^.;]{0,80}\b(?:may|can|licen[cs]e|rights?)\b",
            # What users post, and what only some of them make.
            r"\btranslations?\b(?! of)",
            r"\b(?:feedback|suggestions)\b",
            r"\bopt(?:s|ed|ing)?[- ]?in(?:to)?\b",
            r"\b(?:app|api|plug-?in|integration|connector)s?\b[^.;]{0,20}\b(?:responses?|content)\b",
        ),
    ),
    # Whose work is meant: what helps the provider to improve, what is translated for it, or all else.
    _Matters(
        frozenset(("content-ownership-transfer", "moral-rights-waiver")),
        bounds=_words(r"\btranslations?\b(?! of)", r"\b(?:feedback|suggestions)\b"),
    ),
    # What others get, and what is got from them.
    _Matters(
        frozenset(("service-provider-sharing", "third-party-sharing", "affiliate-sharing")),
        bounds=_words(
            r"\b(?:receiv|obtain|collect)\w*\b[^.;]{0,60}\bfrom\b"
            r"|\b(?:shar|provid|send|disclos)\w*\b[^.;]{0,60}\b(?:with|to) us\b"
        ),
    ),
    # What ends: the account or the contract, and not one thing that a service does.
    _Matters(
        frozenset(("unilateral-termination",)),
        matters=_words(
            r"\b(?:terminat|suspen|block|clos|cancel|ban|disabl|deactivat|den|remov|restrict|limit|withhold|refus|delet)\w*\b"
            r"[^.;]{0,80}\b(?:accounts?|access|agreement|contract|licen[cs]e|use|services?|users?|you|terms|platform|profiles?)\b"
            r"(?! and conditions on)"
            r"|\b(?:accounts?|access|profile)\b[^.;]{0,40}\b(?:terminat|suspen|block|clos|cancel|ban|disabl|restrict|limit)"
        ),
    ),
    # Who may look, and who only says that nobody must.
    _Matters(
        frozenset(("monitoring-rights",)),
        bounds=_words(
            r"\b(?:may|can|will|reserves?|right to)\b[^.;]{0,60}\b(?:monitor|review|screen|inspect|audit|survey"
            r"|investigat|scan|log)"
        ),
    ),
    # What a grant is for.
    _Matters(
        frozenset(("ai-feedback-training-grant",)),
        bounds=_words(r"\btrain|\bimprov|\bdevelop|\bmodels?\b"),
    ),
    _Matters(
        frozenset(("no-sale-commitment",)),
        bounds=_words(r"\bunder[- ](?:the age of )?1\d\b|\bchild(?:ren)?\b|\bminors?\b|\bteen"),
    ),
    _Matters(
        frozenset(("copyright-takedown",)),
        bounds=_words(r"\b(?:notif|notice|report|submit|send|sent|contact|complain|claim|e-?mail|write)"),
    ),
    # Whose claims a court is named for.
    _Matters(
        frozenset(("jurisdiction-venue",)),
        bounds=_words(r"\b(?:brought|commenced|started|filed) by (?:us|you)\b|\bby (?:us|you) against\b"),
    ),
    # Who may use a service, and who may buy or earn by it.
    _Matters(
        frozenset(("age-requirement",)),
        bounds=_words(
            r"\b(?:buy|purchas\w+|kaufen|erwerben|coins?|moneti[sz]\w*|earn\w*|rewards?|gambling|alcohol)\b",
            # One feature, or one product by its name and what it is.
            r"\bfeatures?\b|\b(?:einige[nr]?|bestimmte[nr]?) Funktionen"
            r"|\buse (?-i:[A-Z])\w+ (?!and\b|or\b|if\b|unless\b|at\b|in\b|on\b|for\b|to\b|as\b|by\b|with\b|accounts?\b"
            r"|services?\b|products?\b|platform|websites?|sites?\b|apps?\b)(?-i:[a-z])\w+",
            # How old somebody must be, and for whom he may act.
            _AGE,
        ),
    ),
    # Who promises to tell, who only may, and what is told by the text alone.
    _Matters(
        frozenset(("terms-change-notice",)),
        bounds=_words(
            r"(?:\b(?:will|shall|must|undertakes? to|agrees? to)|[’']ll)\b(?! not\b)[^.;]{0,60}\b(?:notif|notice|inform"
            r"|tell|e-?mail|announc|advis|alert|let you know|communicat|draw\b)",
            r"\bnotif\w*\b[^.;]{0,60}\bby (?:posting|publishing|updating|uploading)\b(?![^.;]{0,80}\be-?mail)",
            r"\b(?:without|no)(?: \w+){0,2} notice\b",
        ),
    ),
    # The text that changes, and what it is about.
    _Matters(
        frozenset(("terms-change-notice", "unilateral-terms-change")),
        matters=_words(
            r"\b(?:terms|agreements?|polic(?:y|ies)|guidelines|conditions|statements?|rules|contract"
            r"|(?:privacy|this) notice)\b",
            r"\b(?:chang|modif|discontinu)\w*\b[^.;]{0,30}\b(?:products?|services?|features?|functionalit\w+|prices?"
            r"|fees?)\b",
        ),
    ),
    # The provider's own texts, and those of others.
    _Matters(
        frozenset(("incorporated-terms", "unilateral-terms-change", "terms-change-notice", "acceptance-by-use")),
        bounds=_words(
            r"\bthird[- ]part(?:y|ies)\b[^.;]{0,60}\b(?:terms|polic|licen|agreement)|\bapp store\b"
            r"|\b(?:terms|polic(?:y|ies)|licen[cs]es?|agreements?)\b[^.;]{0,40}\b(?:third[- ]part|providers?\b)"
            r"|\b(?:model|provider|vendor|partner|registrar|carrier|distributor|reseller)(?:[’']?s[’']?)? terms\b"
            r"|\btheir (?:own )?(?:terms|polic)",
        ),
    ),
    # What a licence lets others use: marks, or the documentation.
    _Matters(
        frozenset(("provider-ip-reserved",)),
        bounds=_words(
            r"\bbrand (?:features?|guidelines|assets?)\b"
            r"|\b(?:licen[cs]e|right|permission)\b[^.;]{0,80}\b(?:logos?|marks|trade ?marks?|brands?)\b",
            r"\blicen[cs]e\b[^.;]{0,120}\bdocumentation\b",
            # Who lets the other one use them.
            r"\b(?:we|provider|company) (?:hereby )?grants? you\b|\bgrants? to you\b"
            r"|\byou (?:get|are granted|may use)\b",
        ),
    ),
    # A law for all, and one for those who govern.
    _Matters(
        frozenset(("governing-law", "jurisdiction-venue")),
        bounds=_words(r"\bgovernment(?:al)? (?:entit|agenc|bod(?:y|ies)|customer|user)"),
    ),
    # What cookies are, and what is done with them.
    _Matters(
        frozenset(("cookies-and-trackers",)),
        bounds=_words(r"\b(?:we|us|our)\b|\bthird[- ]part|\b(?:partners|providers|vendors|advertisers)\b"),
    ),
    # Who somebody is, and that what is entered is right.
    _Matters(
        frozenset(("identity-verification",)),
        bounds=_words(
            r"\bverif|\bidentity\b|\bidentification\b|\bproof\b|\bprove\b|\breal names?\b|\bimpersonat",
            r"\bdomains?\b|\bregistrant",
        ),
    ),
    # A provider who reminds, and a user who is to cancel in time.
    _Matters(
        frozenset(("auto-renewal", "cancellation-terms")),
        bounds=_words(
            r"\b(?:we|provider|company)\b(?: \w+)? (?:will|shall)\b[^.;]{0,80}"
            r"\b(?:remind|notif|disclos|inform|tell|e-?mail|send)|\breminders?\b"
        ),
    ),
    _Matters(
        frozenset(("rights-limits",)),
        matters=_words(
            r"\bagents?\b|\bpower of attorney\b|\bon (?:your|their) behalf\b",
            r"\bverif|\bidentity\b|\bauthenticat",
            _REFUSES,
            r"\bfees?\b|\bcharge|\bexcessive|\bunfounded|\brepetit",
            r"\b(?:days|month|time ?frame|period)\b",
            r"\blocation\b|\breside|\bcountr|\bjurisdiction|\bapplicable law",
        ),
        # Who may be refused, and who is only asked to show who he is.
        bounds=_words(_REFUSES),
        mostly=True,
    ),
    # What a word means, and what must be done about it.
    _Matters(
        frozenset(("confidentiality",)),
        bounds=_words(
            r"\b(?:shall|will|must|may|agrees? (?:to|not)|undertakes?|obliged)\b(?! not (?:have|include|apply|be)\b)"
            r"[^.;]{0,120}\b(?:disclos|us(?:e|ing)\b|reveal|keep|maintain|protect|hold\b|safeguard|confiden)",
            # Whose secrets are kept.
            rf"{_YOU} (?:shall|will|must|may|agrees?)\b[^.;]{{0,80}}\b(?:disclos|us(?:e|ing)\b|reveal|keep|maintain"
            r"|protect|hold\b|safeguard|confiden)",
        ),
    ),
    # A contract that is changed, and a notice on privacy.
    _Matters(
        frozenset(("unilateral-terms-change",)),
        matters=_words(
            r"\b(?:terms|agreements?|contract|conditions|rules|guidelines)\b"
            r"|(?<!privacy )(?<!cookie )\bpolic(?:y|ies)\b",
            r"\b(?:privacy|cookies?) (?:policy|notice|statement)\b|\bthis (?:notice|statement)\b",
        ),
    ),
    # What becomes part of a contract, and where one may read more.
    _Matters(
        frozenset(("incorporated-terms",)),
        bounds=_words(
            r"\bincorporat|\binclud|\bpart of\b|\bsubject to\b|\bagree|\bbound\b|\bgovern|\bappl(?:y|ies|icable)\b"
            r"|\bcompl(?:y|iance)\b|\bsupplement|\bin addition\b|\badditional\b|\bprevail|\bcontrols?\b"
        ),
    ),
    # Rules for advertisers, and for all.
    _Matters(
        frozenset(("prohibited-conduct", "content-removal", "monitoring-rights")),
        bounds=_words(r"\bads\b|\badvertisers?\b|\badvertise?ments? (?:must|may|can|should|that)\b"),
    ),
    # A definition, and what is done.
    _Matters(
        frozenset(("location-tracking",)),
        bounds=_words(
            r"\b(?:collect|us(?:e|es|ed|ing)\b|receiv|obtain|access|stor(?:e|es|ed|ing)\b|sen[dt]|shar(?:e|es|ed|ing)\b|process"
            r"|infer|determin|track|gather|estimat)"
        ),
    ),
    _Matters(
        frozenset(("personal-data-collected",)),
        matters=_words(
            r"\b(?:content|prompts?|inputs?|messages?|posts?|photos?|uploads?|conversations?)\b",
            r"\b(?:device|IP addresse?s?|IP address|browser|log|operating system|network)\b",
            r"\b(?:names?|e-?mails?|phone|account|profile|contact (?:details|information))\b",
            r"\b(?:payment|billing|transactions?|purchases?|credit card)\b",
            r"\blocation\b",
            r"\b(?:resumes?|job|employment|careers?)\b",
            r"\b(?:usage|activit(?:y|ies)|interact\w*|click\w*|view(?:s|ed)?|features)\b",
        ),
        mostly=True,
    ),
    _Matters(
        frozenset(("broad-purpose-use",)),
        matters=_words(
            r"\b(?:provid|operat|deliver|maintain|administer)\w*",
            r"\b(?:improv|enhanc|optimi[sz]|analy[sz]|understand)\w*",
            r"\bdevelop\w*|\bnew (?:products?|features?|services?)\b|\bresearch",
            r"\b(?:personali[sz]|customi[sz]|recommend|tailor)\w*",
            r"\b(?:market|advertis|promot)\w*",
            r"\b(?:secur|safe|fraud|abuse|protect|prevent)\w*",
            r"\b(?:legal|law|comply|compliance|enforce)\w*",
            r"\b(?:communicat|contact|respond|support|notif)\w*",
            r"\b(?:train(?:s|ing)?|models?|AI)\b",
        ),
        mostly=True,
    ),
    # That users may not pass the contract on says nothing of whether the provider may.
    _Matters(
        frozenset(("provider-assignment",)),
        bounds=_words(
            r"(?<!\byou )(?<!customer )(?<!user )(?<!party )\b(?:may|can)\b(?! not\b)(?! only\b)[^.;]{0,60}"
            r"\b(?:assign|transfer|delegat|novat)|\bright to (?:\w+ ){0,2}(?:assign|transfer)"
            r"|\bwithout (?:restriction|(?:your|the other) |notice|consent)"
            r"|\bfreely\b|\b(?:affiliates?|successors?|acquir\w+|merger)\b"
        ),
    ),
    # The waiver, and what becomes of the rest without it.
    _Matters(
        frozenset(("class-action-waiver",)),
        bounds=_words(
            r"\bwaiv(?:e|es|ing)\b|\bindividual(?:ly| (?:basis|capacity|claims?))|\b(?:may|can|shall|will) ?not\b"
            r"|\bno class|\bnot (?:permitted|allowed)|\bprohibit"
        ),
    ),
    _Matters(
        frozenset(("ai-competing-model-restriction",)),
        bounds=_words(
            r"\bAI\b|\bartificial|\bmachine[- ]learning|\bmodels?\b|\btrain(?:s|ed|ing)?\b|\bdistil|\balgorithms?\b"
        ),
    ),
    # What is used unless, and what is not used except.
    _Matters(
        frozenset(("ai-training-on-user-content",)),
        bounds=_words(r"\b(?:do|does|will|shall)(?: not|n[’']t)\b[^.;]{0,60}\b(?:us(?:e|ed|ing)|train)|\bnever\b"),
    ),
    # What is said no to.
    _Matters(
        frozenset(("objection-opt-out-right",)),
        matters=_words(
            r"\bcookies?\b|\bbrowsers?\b|\btracking\b|\btrackers?\b",
            r"\bad(?:s|vert\w*)?\b",
            r"\bmarketing\b|\bpromotion|\bunsubscri|\bnewsletter|\be-?mails?\b|\bSMS\b|\bmessages?\b|\bcommunications\b",
            r"\btrain(?:s|ing)?\b|\bmodels?\b",
            r"\bobject(?:s|ing|ion)?\b|\brestrict",
            r"\bconsent\b",
            r"\bs(?:ale|ales|ell|elling|old|haring)\b",
            r"\bprofiling\b|\bautomated\b|\bpersonali[sz]",
            r"\blocation\b|\bcamera\b|\bcontacts\b|\bpermissions?\b",
            r"\bnotifications\b",
        ),
        # A choice is somebody's.
        bounds=_words(
            r"\b(?:you|your|yourself|users?|customers?|people|individuals?|data subjects?|consumers?|residents?"
            r"|right)\b",
            # Who objects was never asked; who takes a consent back was.
            r"\bobject(?:s|ing|ions?)?\b(?! of\b)",
        ),
    ),
    # Advertising, what a service must tell, and whether that may be told electronically.
    _Matters(
        frozenset(("electronic-communications",)),
        matters=_words(
            r"\bmarketing\b|\bpromotion|\bnewsletter|\boffers\b|\bnon-?service",
            r"(?<!non-)\bservice(?:-related)? (?:notif|messag|communicat|announce|e-?mail)|\badministrative\b"
            r"|\btransactional\b|\bsecurity\b|\bverif|\bsupport\b",
            r"\bnotices?\b|\bdisclosures\b|\belectronic(?:ally)?\b|\bin writing\b|\bsignatures?\b|\brecords\b",
            r"\b(?:SMS|text messages?|rates|carrier)\b",
        ),
    ),
    _Matters(
        frozenset(("aggregated-data-use",)),
        matters=_words(
            r"\b(?:creat|deriv|generat|compil|produc|anonymi[sz]|aggregat(?:e|ing)\b|de-?identify|convert|render)\w*",
            r"\b(?:shar|disclos|publish|s(?:ell|old)\b|distribut|provid|licen)\w*",
            r"\b(?:retain|retention|keep|kept|stor)\w*",
            r"\bus(?:e|es|ed|ing)\b",
        ),
        bounds=_words(r"\b(?:receiv\w+ (?:from|by)|made available to us\b|(?:anonymi[sz]ed|aggregated) by (?!us\b))"),
    ),
    _Matters(
        frozenset(("legal-basis",)),
        bounds=_words(r"\bminors?\b|\bchild(?:ren)?\b|\bage of majority\b"),
    ),
    _Matters(
        frozenset(("general-provisions",)),
        matters=_words(
            r"\bsever(?:ab|ed\b)|\b(?:invalid|unenforceable|void|(?:not|no longer) (?:valid|enforceable))\b",
            r"\bwaive",
            r"\bentire\b|\bsupersede|\bcomplete (?:agreement|and exclusive)",
            r"\bpartnership|\bjoint venture|\bindependent contractor",
            r"\bthird[- ]party (?:beneficiar|rights?)|\bbeneficiar",
            r"\bheadings?\b|\bheaders?\b|\bcaptions?\b|\btitles\b",
            r"\blanguages?\b|\btranslat",
            r"\bassign(?:s|ed|ment)?\b",
            r"\bforce majeure\b|\breasonable control\b",
            r"\bsurviv",
            r"\bconflicts?\b|\binconsisten|\bprevail|\bprecedence|\bcontrols?\b",
            r"\bcounterparts?\b",
            r"\bamend|\bmodif",
            r"\b(?:construed|interpret\w*|includ\w+ without limitation)\b",
            r"\bremed(?:y|ies)\b",
        ),
        # What falls with an arbitration that is void in part, all of it may; its own parts are none of the terms.
        bounds=_words(
            r"\barbitrat|\bin its entirety\b",
            r"\b(?:parts?|portions?|provisions?|if)(?: of)? (?:this|the) (?:arbitration|agreement to arbitrate)"
            r"|\bcompel\w* arbitration",
        ),
        known=True,
        mostly=True,
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
        known=True,
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
            _AGE,
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
    # All warranties, and one thing that is not warranted.
    _Matters(
        frozenset(("warranty-disclaimer",)),
        bounds=_words(
            r"\bas[- ]is\b|\bas[- ]available\b|\bimplied\b|\bof any kind\b|\b(?:all|any|no)(?: other)? warrant"
            r"|\bmerchantab|\bfitness\b"
        ),
    ),
    # An arbitration that one side may choose, and one for all disputes.
    _Matters(
        frozenset(("mandatory-arbitration",)),
        bounds=_words(
            r"\b(?:may|can) (?:require|elect|choose|opt to)\b|\bat (?:its|our|your|the|\w+['’]s) (?:sole )?"
            r"(?:discretion|option|election)\b"
        ),
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
            r"|\bpayable to you\b|\bpayments? you (?:may )?receive\b"
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
# For whom words hold, whatever their type: both have these, or neither has.
_PEOPLE = _words(
    r"\b(?:students?|pupils?|schools?|K-12)\b",
    r"\b(?:job|employment|work) (?:applicants?|applications?|candidates?)\b|\brecruit(?:ing|ment)\b",
)
_OF_TYPE: Mapping[str, tuple[_Matters, ...]] = {
    clause_type: tuple(one for one in _ALL if clause_type in one.types) for group in _ALL for clause_type in group.types
}


def are_on_one_matter(clause_type: str, this: str, other: str) -> bool:
    """Whether words of two clauses of a type are on one of its matters, and each has the bounds that the other has.

    So they are in a type that holds one matter only, and in most where neither is on any that is known; never where
    they hold for other people.
    """
    if any(bool(one.search(this)) is not bool(one.search(other)) for one in _PEOPLE):
        return False
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
        if group.known and not (ours and theirs):
            return False
        if group.mostly and 2 * len(ours & theirs) < len(ours):
            return False
    return True


def _found(matters: Sequence[re.Pattern[str]], words: str) -> set[int]:
    return {number for number, one in enumerate(matters) if one.search(words)}
