"""Which words of a text can carry an effect: what anyone may, must or will do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from conductatlas.changes.language.page_marks import without_page_marks
from conductatlas.changes.language.words import has_digit, without_particulars
from conductatlas.reading import BLOCKS_IN_MEMORY, letter_runs, passing_words, words

_NUMBERING = re.compile(
    r"^(?:(?:section|article|clause|part) )?"
    r"(?:[a-z]\.\d{1,3}(?:\.(?:\d{1,3}|[a-z]|[ivxlc]{1,6}))*[.):]?"
    r"|\d{1,3}(?:\.(?:\d{1,3}|[a-z]|[ivx]{1,4}))*(?:\.(?:[a-z]|[ivx]{1,4})|(?<!\d{3})\((?:[a-z]|[ivx]{1,4}|\d{1,2})\))[.):]?"
    r"|\d{1,3}(?:\.\d{1,3})+[.):]?|\d{1,2}\. \d{1,2}[.):]?(?= (?-i:[A-Z]))"
    r"|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.):]+) ",
    re.IGNORECASE,
)
_CROSS_REFERENCE = re.compile(
    r"\b(section|article|clause|paragraph|part|annex|appendix|schedule|exhibit)s? "
    r"(?:\d[\d.]*|[ivx]+\b|(?-i:[A-Z]\b))(?:\(\w{1,4}\))*(?:(?:, (?:and )?| and | to | or |-)\d[\d.]*){0,9}"
    r"(?: \((?-i:[A-Z])[^()]{2,60}\))?",
    re.IGNORECASE,
)
# What a cross-reference is masked with.
CROSS_REFERENCE = "crossreference"
# What dates, contact details and cross-references are masked with.
MASKS = frozenset(("calendardate", "contactdetail", CROSS_REFERENCE))
# 'as set out at 3.12 below'
_NUMBER_OF_CLAUSE = re.compile(r"\b\d{1,2}(?:\.\d{1,2}){1,3}(?= (?:above|below)\b)", re.IGNORECASE)
# The number under which a register knows somebody.
_REGISTERED = re.compile(
    r"\b(?:compan(?:y|ies)(?: house)?|regist(?:ration|ered|er|ry)|vat|tax|licen[cs]e|charity|org(?:ani[sz]ation)?"
    r"|trademark|reference|co\.?)(?: (?:id|no\.?|nr\.?|numbers?|codes?))+"
    r"(?: of| is|:)? [a-z]{0,3} ?\d[\d.-]{3,}\d[a-z]?\b",
    re.IGNORECASE,
)
# What a company says of its capital beside its number in a register.
_CAPITAL = re.compile(
    r"\b(?:(?:share|registered|social) capital(?: stock)? of|(?:au|dont le) capital(?: social)?(?: est)? de"
    r"|Stammkapital(?: von)?:?)"
    r" (?:€|EUR|USD|£)? ?\d[\d., ]*(?: ?(?:€|EUR|euros?\b|USD|dollars?\b|pounds?\b))?",
    re.IGNORECASE,
)
# What a text calls itself.
_ITSELF = re.compile(r"\b(this|these) (?:polic(?:y|ies)|guidelines?|notices?|statements?|rules)\b", re.IGNORECASE)
# 'See the Your Rights section of our policy': a section by its name, which is no more than its heading.
_NAMED_SECTION = re.compile(r"\b(see(?: also)?(?: the| our)?) (?:[\w&,'’“”\"-]+ ){1,7}?(section)\b", re.IGNORECASE)
# What a document is called: its kind is no more than a name.
_DATA_POLICY = re.compile(r"\bdata polic(?:y|ies)\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(privacy|cookies?) (?:polic(?:y|ies)|notices?|statements?)\b", re.IGNORECASE)
_TERMS = re.compile(r"\bterms (?:of (?:use|service)|(?:and|&) conditions)\b", re.IGNORECASE)
# A sentence that may say no more than where to read more.
_READ_MORE = re.compile(
    r"(?:^|(?<=[.!?] ))(?:(?:you (?:can|may)|please|to) )?(?:also )?"
    r"(?:(?:(?:click|tap) here (?:to|and) )?(?:learn (?:more|how|about)|(?:read|find(?: out)?) more)"
    r"|for (?:(?:more|further|additional) )?(?:information|details?)|(?:more|further|additional) information"
    r"|(?:visit|see|consult|refer to|go to) (?:our|the|this) [^.!?]{3,60} for (?:more|further|additional) [id]\w{4,10})"
    r"\b[^.!?]{0,500}(?:[.!?](?=\s|$)|$)",
    re.IGNORECASE,
)
_REQUIRED_BY = re.compile(r"\brequired (?:under|by)\b", re.IGNORECASE)
_READING = frozenset(("can", "may", "will"))
# 'To obtain a copy of these safeguards': what one can have is more than to read, but for the text itself.
_OF_A_COPY = re.compile(
    r"\b(?:obtain|request|receive|ask for|provide you with) (?:(?:a|further|free) )*cop(?:y|ies) of "
    r"(?!(?:the |these |our |this )?(?:\w+ )?(?:polic|terms|agreement|notice|statement|guidelines))"
    r"|\brequest access to\b",
    re.IGNORECASE,
)
# 'Click here', 'visit our Help Center', 'view your Privacy Choices': where on the site one does something.
_PLACE_ON_SITE = re.compile(
    r"\b(?:click here\b(?: to\b)?|(?:visit|view|go to) (?:the|our|your) (?-i:(?:[A-Z][\w'’-]*|of|or|and|&) ){1,7}"
    r"(?:pages?\b|portal\b|site\b|(?-i:[A-Z]\w+)))",
    re.IGNORECASE,
)
# 'by visiting your ad settings', 'in your account settings': where on the site one sets something.
_SETTINGS = re.compile(
    r"\b(?:visiting|going to|heading to|go to|head to|opening|in|from|via|through|at|under) (?:our|your) "
    r"(?:[\w/'’&-]+ ){0,8}?(?:settings?|preferences?(?: cent(?:er|re))?|Donotsell)\b"
    r"(?: in (?:the |your )?(?-i:(?:[A-Z][\w'’]*(?: |\b)){1,4}))?",
    re.IGNORECASE,
)
# 'click "Privacy Settings", then "My Choices"', 'clicking on Cookie Settings': what a control of a page is called.
_CONTROL = r"(?:[\"“'‘\[][^\"“”'’\[\]]{2,60}[\"”'’\]]|(?-i:[A-Z][\w'’-]*)(?: (?-i:[A-Z][\w'’-]*)){0,5})"
_CLICK = re.compile(
    rf"\b(?:click|tap)(?:ing)?(?: on)?(?: the| our| your)? {_CONTROL}(?:(?:,? (?:and )?then|,| >) {_CONTROL}){{0,3}}"
    r"(?: (?:link|button|icon|tab)s?\b)?",
    re.IGNORECASE,
)
_WEB_SITE = re.compile(r"\bweb (?=(?:site|page)s?\b)", re.IGNORECASE)
# 'in the "Your Rights" section below': a section by its name.
_QUOTED_SECTION = re.compile(r"[\"“][^\"“”]{3,80}[\"”] section\b(?: (?:below|above))?", re.IGNORECASE)
# 'or you may call us at …': one way more to write or call, with the address or number for it.
_ONE_MORE_WAY = re.compile(
    r",? or (?:you (?:may|can) )?(?:by )?(?:call(?:ing)?|phon(?:e|ing)|telephon(?:e|ing)|e-?mail(?:ing)?|writ(?:e|ing))"
    r"(?: to)?(?: (?:us|the \w+|its|our))?(?: toll[- ]free)?(?: (?:tele)?(?:phone|number))*(?: at| on| to)? *"
    r"\(? *contactdetail\b",
    re.IGNORECASE,
)
# By which words a link is known that some laws want: 'Do Not Sell or Share My Personal Information'.
_DO_NOT_SELL = re.compile(
    r"\bdo not sell(?:(?: or |/)share)? my (?:personal )?info(?:rmation|\b)|\b(?-i:Do Not Sell(?: or Share)?)\b",
    re.IGNORECASE,
)
# 'a data request': one that the law lets one make, however it is called.
_DATA_REQUEST = re.compile(r"\b(?:data|privacy)(?: subject)?(?: access)? (?=requests?\b)", re.IGNORECASE)
_TWO_STEPS = re.compile(r"\b(?:two|2)[- ](?:step|factor) (?:verification|authentication)s?\b", re.IGNORECASE)
_LOOK = re.compile(r"\b(?:take|have) a look\b", re.IGNORECASE)
_SECTION_SIGN = re.compile(r"§+\s*")
# The dots of 'U.S.' and of 'no. 12' are no end of a sentence, and the latter denies nothing.
_UNITED_STATES = re.compile(
    r"\b(?:U\. ?S\.(?: ?A\.)?|USA|[Uu]nited [Ss]tates(?: of [Aa]merica)?)|\bUS(?= [a-z])|(?<=[a-z,] )US\b"
)
_CANNOT = re.compile(r"\bca(?:n['’]t|n not)\b", re.IGNORECASE)
_WILL_NOT = re.compile(r"\bwon['’]t\b", re.IGNORECASE)
_DENIED = re.compile(r"(?<=\w)n['’]t\b", re.IGNORECASE)
_CONTRACTED = re.compile(r"(?<=\w)['’](re|ve|ll)\b", re.IGNORECASE)
_IT_IS = re.compile(
    r"['’](?:(?<=\bthat.)|(?<=\bit.)|(?<=\bthere.)|(?<=\bwhat.)|(?<=\bwho.)|(?<=\bhere.))s\b", re.IGNORECASE
)
_IN_FULL = {"re": " are", "ve": " have", "ll": " will"}
# '(b)' and '(iii)' before an item within a sentence.
# A pattern that begins with a sign of its own is soon looked for; what stands before it is asked about behind it.
_INNER_ITEM = re.compile(r"\((?<![\w)]\()(?:[a-z]|[ivx]{2,4})\)", re.IGNORECASE)
# '8.2 You understand': the number of a clause within a block.
_INNER_NUMBERING = re.compile(
    r"\d(?:(?<=[.;:!?。;:!?] \d)\d?(?:\.\d{1,2}){1,3}[.):]? (?![%€$£])"
    r"|(?:(?<=[;:] \d)|(?<=; and \d)|(?<=; or \d))\d?[.)] (?=[a-z]))"
)
_SIGN_IN = re.compile(r"\b(?:log|sign)(?:ged|ed|ging|ing)?[- ]?in(?:to)?\b", re.IGNORECASE)
# A floor or a box at an address.
_UNIT = re.compile(r"\b(?:suite|ste\.?|floor|unit|p\.?o\.? box) #?\d+(?:\.\d+)?\b", re.IGNORECASE)
# 'NY 10003-1234': a state with the number of a post office.
_POST_CODE = re.compile(r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b")
_NUMBER_OF_UNIT = re.compile(r"#(?<!\w#)\s?\d+(?:-\d+)?\b")
_SURE = re.compile(r"\b(?:make|be) sure\b(?: that\b)?(?: you\b)?", re.IGNORECASE)
# '("Alder", "we" or "us")': by which words a text speaks of its company.
_WE_OURSELVES = re.compile(
    r"[\"“](?:we|us|ours?)[,.]?[\"”](?:,? (?:(?:and|or|each|collectively) )?[\"“](?:we|us|ours?)[,.]?[\"”]){0,3}",
    re.IGNORECASE,
)
# One law calls it data, another one information.
_PERSONAL_DATA = re.compile(r"\bpersonal(?:ly[- ]identif(?:iable|ying))? (?:data|information)\b", re.IGNORECASE)
# 'This Section (Mobile App)', 'this paragraph'
_THIS_SECTION = re.compile(r"\bthis (?:section|paragraph|clause)\b(?: \([A-Z][^()\d]{0,40}\))?", re.IGNORECASE)
_HANDLE = re.compile(r"@(?<![\w@.]@)\w{3,30}\b")
_IN_MIND = re.compile(r"\b(?:keep|bear)(?:ing)? in mind\b", re.IGNORECASE)
# 'clauses (which can be found here)', 'our rules, available here.'
_IN_BRACKETS = re.compile(
    r"(?:\(|, )(?:which (?:can be|is|are) )?(?:found|available) (?:here|at contactdetail)(?:\)|(?=[.,;]|$))",
    re.IGNORECASE,
)
_FORMER_NAME = re.compile(
    r"\((?:formerly|previously)(?: known as| called| named)? [A-Z][^()]{1,60}\)"
    r"| ?, (?:formerly|previously) (?:known as|called|named) (?:[A-Z][\w&'’-]*(?:,? (?=[A-Z])|[.,]? ?)){1,6}"
)
# 'Welcome to Corvid!'
_WELCOME = re.compile(r"^Welcome to [^.!?]{2,60}[.!] ")
_OFFICER = re.compile(r"\bdata (?:privacy|protection) officer\b", re.IGNORECASE)
_IN_FACT = re.compile(r"\bin (?:fact|addition),? (?!to\b)", re.IGNORECASE)
_LAWYERS = re.compile(r"\b(?:attorneys?|lawyers?)(?:['’]s?)? fees\b", re.IGNORECASE)
_FIND_OUT = re.compile(r"\bfind out\b", re.IGNORECASE)
_IN_ORDER = re.compile(r"\bin order to\b", re.IGNORECASE)
_SUCH_AS = re.compile(r"(?<=\()(?:like|for (?:example|instance)),? |(?<=, )like (?=\w)", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"\b(?:no|nr)s?\.? (?=\d)", re.IGNORECASE)
_WITHOUT_EFFECT = frozenset(
    (
        *("the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "with", "from", "into", "that", "which"),
        *("this", "these", "those", "such", "as", "is", "are", "be", "been", "its", "it", "so", "very", "both", "own"),
        *("also", "please", "here", "there", "their", "however", "therefore", "furthermore", "moreover", "following"),
        "additionally",
        *("and/or", "usd", "example", "instance", "e.g", "i.e", "et", "seq", "aged", "then", "what", "like"),
    )
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# Words that say the same in a contract; each is read as the first of its line.
_SYNONYMS = {
    other: line.split()[0]
    for line in (
        "use utilise utilize",
        "账 帐",
        "start begin commence",
        "help assist",
        "get obtain receive",
        "buy purchase",
        "about regarding concerning",
        "before prior",
        "through via",
        "site website",
        "email e-mail",
        "tell inform notify",
        "also additionally",
        "keep retain",
        "ask request",
        "end terminate",
        "need require",
        "agreement contract",
        "people persons individuals",
        "child children kid",
        "make create",
        "give provide",
        "if where when",
        "us we",
        "who whom",
        "while whilst",
        "among amongst",
        "although though",
        "affect impact",
        "repository repo",
        "practice practise",
        "enquire inquire",
        "enquiry inquiry enquirie inquirie",
        "requester requestor",
        "distil distill",
        "gray grey",
        "artifact artefact",
        "jewelry jewellery",
        "counselor counsellor",
        "ad ads advert advertisement",
        "check cheque",
        "learned learnt",
        "breach violation violate",
        "hereafter hereinafter",
        *(f"{digit} {word}" for digit, word in enumerate(_NUMBERS, 1)),
        "30 thirty",
        "60 sixty",
        "90 ninety",
        "used utilised utilized",
        "using utilising utilizing",
        "bought purchased",
        "buying purchasing",
        "kept retained",
        "keeping retaining",
        "told informed notified",
        "given provided",
        "giving providing",
        "ended terminated",
        "ending terminating",
        "breached violated",
        "breaching violating",
    )
    for other in line.split()[1:]
}
_SPELLINGS = (
    (re.compile(r"is(e[ds]?|ing|ations?|ational|ers?|able)$"), r"iz\1"),
    (re.compile(r"our(s|ed|er|ers|ful|hoods?|ing|ite|ites|able|ably|al|ally|less)?$"), r"or\1"),
    (re.compile(r"(ana|para|cata)lys(e[ds]?|ing|er)$"), r"\1lyz\2"),
    (re.compile(r"(program)me(s?)$"), r"\1\2"),
    (re.compile(r"(catalog|dialog)ue(s?)$"), r"\1\2"),
    (re.compile(r"(judg|acknowledg)ement"), r"\1ment"),
    (re.compile(r"(fulfil|enrol|instal)l?(ments?)?$"), r"\1l\2"),
    (re.compile(r"(licen|defen|offen)c(e[ds]?|ing|ees?|ors?|able)$"), r"\1s\2"),
    (re.compile(r"(cent|met|theat)re(s?)$"), r"\1er\2"),
    (re.compile(r"ll(ed|ing|ers?)$"), r"l\1"),
    (re.compile(r"(wil|skil)lful(ly)?$"), r"\1ful\2"),
    (re.compile(r"(cancel)lation"), r"\1ation"),
    (re.compile(r"['’]s$"), ""),
    (re.compile(r"(ch|sh|ss|x)es$"), r"\1"),
    (re.compile(r"(?<=[a-z]{3})s$"), ""),
    # 'policies' as 'policy', and so 'cookies' and 'cookie' alike.
    (re.compile(r"(?<=[a-z]{3})ie$"), "y"),
)
_ANY_SPELLING = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _SPELLINGS))
_OBLIGATION = frozenset(
    (
        *("may", "must", "shall", "will", "can", "cannot", "not", "never", "no", "only", "without", "right", "rights"),
        *("agree", "agrees", "consent", "grant", "waive", "warrant", "entitled", "liable", "liability", "responsible"),
        *("opt", "opt-in", "opt-out", "optin", "optout", "appeal", "object", "withdraw"),
        *(
            "prohibited",
            "required",
            "permitted",
            "allowed",
            "fee",
            "fees",
            "charge",
            "refund",
            "terminate",
            "end",
            "suspend",
        ),
    )
)


def _unless_it_says_more(pointer: re.Match[str]) -> str:
    """Nothing in place of a sentence that only says where to read more; one that speaks of a right stays."""
    return pointer[0] if says_more(pointer[0]) else " "


class _Form(NamedTuple):
    """What is written in several ways, and how it is read.

    Every text in which it is looked for has one of some signs, and one of some words where any are named: those without
    which the pattern can't match.
    """

    signs: tuple[str, ...]
    words: frozenset[str]
    pattern: re.Pattern[str]
    read_as: str | Callable[[re.Match[str]], str]


def _with_s(*singular: str) -> frozenset[str]:
    return frozenset((*singular, *(f"{word}s" for word in singular)))


_ENTERED = frozenset(
    f"{verb}{end}{joined}"
    for verb in ("log", "sign")
    for end in ("", "ged", "ed", "ging", "ing")
    for joined in ("", "in", "into")
)
_UNIT_SIGNS = ("#", "uite", "UITE", "te ", "te.", "loor", "nit ", "NIT ", " Box", " box", " BOX")
_FORMS = (
    _Form(("2-", "wo-", "WO-", "2 ", "wo "), _with_s("verification", "authentication"), _TWO_STEPS, "secondfactor"),
    _Form((" request", " Request"), _with_s("request"), _DATA_REQUEST, ""),
    _Form(("a look",), frozenset(("look",)), _LOOK, "look"),
    _Form(("sure", "SURE"), frozenset(("sure",)), _SURE, "ensure"),
    _Form(("og", "OG", "ign", "IGN"), _ENTERED, _SIGN_IN, "login"),
    # A name with a capital: one may be told to visit the page of that name.
    _Form(("ot sell", "ot Sell", "OT SELL"), frozenset(("sell",)), _DO_NOT_SELL, "Donotsell"),
    _Form(_UNIT_SIGNS, frozenset(("suite", "ste", "floor", "unit", "box")), _UNIT, "contactdetail"),
    _Form(("#",), frozenset(), _NUMBER_OF_UNIT, "contactdetail"),
    _Form(tuple(f" {digit}" for digit in range(10)), frozenset(), _POST_CODE, "contactdetail"),
    _Form(
        ("(formerly ", "(previously ", ", formerly ", ", previously "),
        frozenset(("formerly", "previously")),
        _FORMER_NAME,
        " ",
    ),
    _Form(("Welcome to ",), frozenset(("welcome",)), _WELCOME, ""),
    _Form(("find out",), frozenset(("find",)), _FIND_OUT, "learn"),
    _Form(("n order to",), frozenset(("order",)), _IN_ORDER, "to"),
    _Form(('"we', '"us', '"our', "“we", "“us", "“our"), frozenset(("we", "us", "our", "ours")), _WE_OURSELVES, '"we"'),
    _Form(("@",), frozenset(), _HANDLE, "contactdetail"),
    _Form(("(like", "(for", ", like"), frozenset(("like", "example", "instance")), _SUCH_AS, ""),
    _Form(("an't", "an’t", "AN'T", "AN’T", "an not", "AN NOT"), frozenset(("can",)), _CANNOT, "cannot"),
    _Form(("on't", "on’t", "ON'T", "ON’T"), frozenset(("won",)), _WILL_NOT, "will not"),
    _Form(("n't", "n’t", "N'T", "N’T"), frozenset(("t",)), _DENIED, " not"),
    _Form(
        ("'re", "’re", "'ve", "’ve", "'ll", "’ll"),
        frozenset(_IN_FULL),
        _CONTRACTED,
        lambda one: _IN_FULL[one[1].lower()],
    ),
    _Form(("'s", "’s"), frozenset(("s",)), _IT_IS, " is"),
    _Form(("(which", ", which", "available"), frozenset(("found", "available")), _IN_BRACKETS, ""),
    _Form(("fficer", "FFICER"), _with_s("officer"), _OFFICER, "officer"),
    _Form((" in mind",), frozenset(("mind",)), _IN_MIND, "note"),
    _Form(("n fact", "n addition"), frozenset(("fact", "addition")), _IN_FACT, ""),
    _Form((" fees", " FEES"), frozenset(("fees",)), _LAWYERS, "legal fees"),
    _Form(("(",), frozenset(), _INNER_ITEM, " "),
    _Form(tuple(f"{digit} " for digit in range(10)), frozenset(), _INNER_NUMBERING, " "),
    _Form(
        ("more", "More", "or information", "urther information", "dditional information", "earn how", "earn about"),
        frozenset(("more", "information", "learn")),
        _READ_MORE,
        _unless_it_says_more,
    ),
    _Form(("ata polic", "ata Polic", "ATA POLIC"), frozenset(("data",)), _DATA_POLICY, "privacy policy"),
    _Form(("rivacy", "RIVACY", "ookie", "OOKIE"), frozenset(("privacy", *_with_s("cookie"))), _DOCUMENT, r"\1 policy"),
    _Form(
        ("his ", "hese "),
        frozenset(("policy", "policies", "rules", *_with_s("guideline", "notice", "statement"))),
        _ITSELF,
        r"\1 policy",
    ),
    _Form(("erms", "ERMS"), frozenset(("terms",)), _TERMS, "terms of service"),
    _Form(("§",), frozenset(), _SECTION_SIGN, "section "),
    _Form(("US", "U.", "nited"), frozenset(("u", "us", "usa", "states")), _UNITED_STATES, "USA"),
    _Form(
        ("umber", " no", " No", " nr", " Nr", " ID", " id", " code"),
        frozenset(("id", "no", "nr", *_with_s("number", "code"))),
        _REGISTERED,
        "contactdetail",
    ),
    _Form(("apital",), frozenset(("capital", "stammkapital")), _CAPITAL, "contactdetail"),
    _Form(("no", "No", "NO", "nr", "Nr"), _with_s("no", "nr"), _NUMBER_SIGN, "number "),
    _Form(
        (
            *("ection", "rticle", "lause", "aragraph", "art ", "arts ", "nnex", "ppendix", "chedule", "xhibit"),
            *("ECTION", "RTICLE", "LAUSE", "ARAGRAPH", "ART ", "ARTS ", "NNEX", "PPENDIX", "CHEDULE", "XHIBIT"),
        ),
        _with_s("section", "article", "clause", "paragraph", "part", "annex", "appendix", "schedule", "exhibit"),
        _CROSS_REFERENCE,
        CROSS_REFERENCE,
    ),
    _Form((" above", " below"), frozenset(("above", "below")), _NUMBER_OF_CLAUSE, CROSS_REFERENCE),
    _Form(
        ("ick here", "isit ", "ISIT ", "iew ", "go to ", "Go to "),
        frozenset(("click", "visit", "view", "go")),
        _PLACE_ON_SITE,
        " ",
    ),
    _Form(("section", "Section"), frozenset(("see",)), _NAMED_SECTION, r"\1 \2"),
    _Form(("ection",), frozenset(("section",)), _QUOTED_SECTION, CROSS_REFERENCE),
    _Form(("etting", "reference", "Donotsell"), frozenset(("our", "your")), _SETTINGS, " "),
    _Form(("lick", "Tap", "tap"), frozenset(("click", "clicking", "tap", "tapping")), _CLICK, " "),
    _Form(("eb site", "eb page"), frozenset(("web",)), _WEB_SITE, "web"),
    _Form((" or ",), frozenset(("contactdetail",)), _ONE_MORE_WAY, " contactdetail"),
    _Form(("ersonal", "ERSONAL"), frozenset(("personal", "personally")), _PERSONAL_DATA, "personaldata"),
    _Form(("his ", "HIS "), _with_s("section", "paragraph", "clause"), _THIS_SECTION, "this section"),
)
_FIGURES = (
    _CAPITAL,
    _UNIT,
    _NUMBER_OF_UNIT,
    _POST_CODE,
    _REGISTERED,
    _NUMBER_SIGN,
    _INNER_NUMBERING,
    _NUMBER_OF_CLAUSE,
)
_FORMS_WITHOUT_FIGURES = tuple(form for form in _FORMS if form.pattern not in _FIGURES)


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def effective_words(visible: str) -> tuple[str, ...]:
    """The words of a visible text that can carry an effect.

    Dates, contact details, numbering and cross-references are masked, spellings and synonyms are unified, and words
    that carry no effect by themselves are left out: texts that agree in the result differ editorially at most.
    """
    text = without_particulars(without_numbering(without_page_marks(visible)))
    shown = letter_runs(text.lower())
    for signs, needed, pattern, read_as in _FORMS if has_digit(text) else _FORMS_WITHOUT_FIGURES:
        if needed and needed.isdisjoint(shown):
            continue
        for sign in signs:
            if sign in text:
                text, found = pattern.subn(read_as, text)
                if found:
                    shown = letter_runs(text.lower())
                break
    said = words(text) if text is visible else passing_words(text)
    effective = [canonical_word(word) for word in said if word not in _WITHOUT_EFFECT]
    # 'thirty (30) days': a number said twice.
    again = {place for place, pair in enumerate(pairwise(effective), 1) if pair[0] == pair[1] and pair[0].isdigit()}
    return tuple([word for place, word in enumerate(effective) if place not in again] if again else effective)


def without_numbering(visible: str) -> str:
    """A visible text without the number that it begins with."""
    numbering = _NUMBERING.match(visible)
    return visible[numbering.end() :] if numbering else visible


def says_more(pointer: str) -> bool:
    """Whether a sentence on where to read more speaks of a right or a duty, besides that one can read there.

    What is to be read there may be required by a law, and the section be called after a right.
    """
    pointer = _PLACE_ON_SITE.sub(" ", _REQUIRED_BY.sub(" ", _NAMED_SECTION.sub(r"\1 \2", pointer)))
    return _OF_A_COPY.search(pointer) is not None or states_effect(
        [word for word in words(pointer) if word not in _READING]
    )


def says_the_same(old: str, new: str) -> bool:
    """Whether two visible texts differ in nothing that can carry an effect."""
    return effective_words(old) == effective_words(new)


@lru_cache(maxsize=131072)
def canonical_word(word: str) -> str:
    """A word in lower case with its spelling, number and synonym unified."""
    if "." in word.strip("."):
        # 'the licenses.No other': where sentences ran into each other.
        return ".".join(map(canonical_word, word.split(".")))
    word = _SYNONYMS.get(word, word)
    if _ANY_SPELLING.search(word):
        for pattern, form in _SPELLINGS:
            word = pattern.sub(form, word)
    return _SYNONYMS.get(word, word).replace("-", "")


def words_of_effect(shown: Sequence[str]) -> frozenset[str]:
    """Those of some words that speak of a right, a duty or what is done."""
    return _OBLIGATION.intersection(shown)


def states_effect(shown: Sequence[str]) -> bool:
    """Whether any of some words speaks of a right, a duty or what is done."""
    return any(word in _OBLIGATION for word in shown)
