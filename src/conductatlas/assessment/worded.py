"""What the words of a clause settle by themselves, as phrases for sentences that hold only then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from conductatlas.assessment.quoting import within_quotation
from conductatlas.reading import visible_text

# A full stop within a figure ends nothing.
_IN_SENTENCE = r"(?:[^.!?]|\.(?=\w))"
_IN_DEBT = (
    rf"(?:(?<=[.;!?])|\A)(?={_IN_SENTENCE}*\b(?:unpaid|not paid|past due|overdue|delinquen\w*|late (?:pay|fee)\w*"
    r"|fail\w* to pay|non-?payment|default|cannot be completed|not successful|declined|no longer valid)\b)"
)
_CLAUSES_REMEMBERED = 1024
_CONTACTS = "contacts|contact list|address ?books?|phone ?books?"
_MINOR = (
    r"(?:\bminors?\b|\bchild(?:ren)?\b|(?:\b(?:under|below|younger than|less than)) (?:the age of |age )?"
    r"(?:1[3-8]|thirteen|sixteen|eighteen)\b)"
)
_TIME = (
    r"\b(?:\d+|one|two|three|six|twelve|fourteen|thirty|sixty|ninety)\)?[\s-](?:\w+ )?(?:hour|day|week|month|year)s?\b"
)
# Each placeholder with the words of a clause that it stands for, and how they are said.
_WORDED: Mapping[str, tuple[re.Pattern[str], str]] = {
    "conversation": (
        re.compile(
            r"\b(?:associated|related|corresponding|entire|whole|full)\s(?:\w+\s){0,2}"
            r"(?:inputs?|conversations?|chats?|prompts?|interactions?)\b",
            re.IGNORECASE,
        ),
        "the exchange that it belongs to",
    ),
    # What is said of children holds only where the clause speaks of them, or of an age.
    "child": (
        re.compile(
            r"\b(?:child(?:ren)?|kids?|minors?|parent(?:s|al)?|guardians?|teen\w*|years? old|(?:under)?ages?)\b",
            re.IGNORECASE,
        ),
        "a child",
    ),
    # What is done to a debtor, in a sentence on debts.
    "ended_for_debt": (
        re.compile(
            rf"{_IN_DEBT}{_IN_SENTENCE}*\b(?<!you may )(?<!you can )"
            r"(?:terminat(?:e|ed|ion)|cancel(?:led|ed|lation)?|closed?|closure)\b"
            r"[^.!?;]{0,50}\b(?:access|accounts?|services?|subscriptions?|plan|agreement|contract|licen[cs]es?"
            r"|order form)\b",
            re.IGNORECASE,
        ),
        "the end of the contract, of the account or of access",
    ),
    "deleted_for_debt": (
        re.compile(
            rf"{_IN_DEBT}{_IN_SENTENCE}*\b(?:delet(?:e|ed|ion)|eras(?:e|ed|ure)|purged?|destroy(?:ed)?)\b"
            r"[^.!?;]{0,60}\b(?:accounts?|content|data|information|files?|sites?)\b",
            re.IGNORECASE,
        ),
        "the deletion of the account or of what it holds",
    ),
    # Not where something on a device runs by itself.
    "permitters": (
        re.compile(
            r"\b(?:permi(?:t|ssion)|consent|allow|grant|authori[sz]|(?<!-)enabl|opt(?:ed|ing)?[ -]in|agree|request"
            r"|\bask)\w*"
            r"|\byou(?: may| can| have| \w+ to|['’]ve)? (?:choose|decide|connect|sync|import|upload|link|turn on)\w*\b"
            r"|\byou(?: may| can| have|['’]ve) (?:use|share|provide)d?\b",
            re.IGNORECASE,
        ),
        "you or your device",
    ),
    "contacts": (re.compile(rf"\b(?:{_CONTACTS})\b", re.IGNORECASE), "contacts"),
    "photos": (re.compile(r"\b(?:photos?|pictures?|gallery)\b", re.IGNORECASE), "photos"),
    # Where no sale is denied but that of data of minors.
    "minors_alone": (
        re.compile(
            rf"\A(?![\s\S]*\b(?:not|never)\b(?:(?!{_MINOR})[^.;])*\bs(?:ell|old)\b(?:(?!{_MINOR})[^.;])*(?:[.;]|\Z))"
            rf"[\s\S]*\b(?:not|never)\b[^.;]*\bs(?:ell|old)\b(?:(?!\bincluding\b)[^.;])*{_MINOR}",
            re.IGNORECASE,
        ),
        "minors or people under an age",
    ),
    # Times of which one begins where another ends.
    "in_steps": (
        re.compile(
            rf"{_TIME}[\s\S]{{1,400}}\b(?:then|(?:a )?further|additional|another|thereafter|subsequent(?:ly)?|following"
            rf"|after (?:that|which|this))\b[\s\S]{{0,80}}{_TIME}",
            re.IGNORECASE,
        ),
        "one another",
    ),
    "law_permits": (
        re.compile(
            r"\b(?:except|unless|other than|only)\b[^.;]{0,80}\b(?:permitted|allowed|authori[sz]ed|prohibited"
            r"|contrary)\b"
            r"[^.;]{0,40}\blaws?\b"
            r"|\b(?:except|unless|save)\b[^.;]{0,60}\blaws?\b[^.;]{0,60}\b(?:permits?|allows?|prohibits?)\b",
            re.IGNORECASE,
        ),
        "the law allows all the same",
    ),
    "automation": (
        re.compile(
            r"\b(?:scrap|crawl|spider|robot|bots?\b|automat|harvest|data[ -]?min|script)\w*",
            re.IGNORECASE,
        ),
        "automated access",
    ),
    "alike": (
        re.compile(
            r"\b(?:not (?:be )?unique|similarity of|similar or identical|identical or similar"
            r"|similar (?:\w+ )?(?:outputs?|results?|responses?|content|answers?)"
            r"|same (?:or similar )?(?:outputs?|results?|responses?))\b",
            re.IGNORECASE,
        ),
        "the same or similar outputs",
    ),
    # Where only the provider may choose.
    "provider_courts": (
        re.compile(
            r"\b(?:may|can) (?:also )?(?:sue you|(?:bring|file|commence|pursue|start)\b[^.;]{0,120}\bagainst you)"
            r" (?:in|at|before) (?:any|the (?:courts?|country|place))\b",
            re.IGNORECASE,
        ),
        "other courts as well",
    ),
}


# Where one has to live, as a condition; not whose laws or age count where one lives.
_RESIDENCE = re.compile(
    r"\b(?P<of>(?:legal |lawful |permanent |valid )?residents? of (?!(?:your|that|such|a jurisdiction|any)\b)(?:the )?"
    r"(?=[\w() ]{0,20}[A-Z])(?:(?:the )?U\.[SK]\.(?:A\.)?|(?:\([^)]*\)|[^.;,()]){3,90}))"
    r"|\b(?:must|only|eligible|represent|warrant|confirm)\b[^.;]{0,140}?\b"
    r"(?P<in>(?:(?:is|are|be) )?(?:residing|reside|live|living|physically present|resident|located|based|headquartered)"
    r" in (?!(?:your|which|that|such)\b)"
    r"(?=[^.;]{0,30}(?:[A-Z]|countr|territor|region))(?![^.;,]{0,60}\b(?:laws?|age)\b)"
    r"(?:(?:the )?U\.[SK]\.(?:A\.)?|(?:\([^)]*\)|[^.;,()]){3,90}))"
)
# What data alone a clause is for, by the words with which it begins: 'Records relating to invoices: …'.
_KIND_OF_DATA = re.compile(
    r"\A\W*(?P<kind>(?!(?:we|our|the following|how|data retention|retention|storage|\w+ing)\b)"
    r"(?:(?:personal )?(?:data|information|records) (?:relating|related) to [^:.]{3,80}"
    r"|(?:[\w’&/-]+,? ){0,4}(?:data|information|records|logs|credentials)(?: \([^)]{3,160}\))?)):\s"
    r"(?![\s\S]*\b(?:data|information|records|logs):\s)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:you|customers?|users?)\b(?:(?!\bnot\b)[^.;]){0,40}\bowns?\b(?:(?!\binput)[^.;]){0,40}\boutputs?\b"
    r"|\((?:b|ii)\) owns? (?:(?:all|any|the|right|title|interest|and|in|to),? ){0,9}outputs?\b",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(r"\bassigns?\b[^.;]{0,60}\bto (?:you|customer|user)\b[^.;]{0,120}\boutputs?\b", re.IGNORECASE)
_IF_ANY = re.compile(r"\bif any\b|\bany rights?\b|\bmay have\b", re.IGNORECASE)
_ON_CONDITION = re.compile(
    r"\bsubject to (?:your|(?:the )?customer|compliance|payment|the terms|these terms|this agreement)\b"
    r"|\b(?:provided|on condition) that\b|\b(?:as|so) long as\b"
    r"|\bif you (?:comply|pay|have paid|are)\b|\bconditioned\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“(]?[A-Z0-9])|\n")
_GOES_ON = re.compile(r",? (?:or |[A-Z(])|, and (?:the )?[A-Z]")


@lru_cache(maxsize=_CLAUSES_REMEMBERED)
def worded(words: str) -> Mapping[str, str]:
    """The phrases, by placeholder, for what the words of a clause settle, as a reader sees them.

    Kept, as a clause is asked anew for each that it is set beside.
    """
    said = visible_text(words)
    found = {placeholder: phrase for placeholder, (pattern, phrase) in _WORDED.items() if pattern.search(said)}
    if residence := _RESIDENCE.search(said):
        quoted = within_quotation((residence["of"] or residence["in"]).strip())
        goes_on = _GOES_ON.match(said, residence.end())
        found["residence"] = f"“{quoted} …”" if goes_on else f"“{quoted}”"
    if data := _KIND_OF_DATA.match(said):
        found["kind_of_data"] = f"“{within_quotation(data['kind'])}”"
    return found | _outputs(said)


def _outputs(said: str) -> dict[str, str]:
    """Whose outputs are by these words, or else what is passed on of the rights in them, and whether on a condition."""
    if owned := _OWNED.search(said):
        condition = ", on a condition that it names" if _ON_CONDITION.search(_sentence_of(owned)) else ""
        return {"output_owner": f"the user or customer{condition}"}
    if assigned := _ASSIGNED.search(said):
        sentence = _sentence_of(assigned)
        any_at_all = ", if it has any" if _IF_ANY.search(sentence) else ""
        condition = ", on a condition that the clause names" if _ON_CONDITION.search(sentence) else ""
        return {"output_rights": f"the rights that it has in the outputs{any_at_all}{condition}"}
    return {}


def _sentence_of(found: re.Match[str]) -> str:
    """The sentence in which words stand."""
    ends = [one.end() for one in _SENTENCE_ENDS.finditer(found.string)]
    begins = max((one for one in ends if one <= found.start()), default=0)
    return found.string[begins : min((one for one in ends if one >= found.end()), default=len(found.string))]
