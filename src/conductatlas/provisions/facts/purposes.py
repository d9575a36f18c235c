"""What data are used for, by the words of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.speech import affirmed
from conductatlas.provisions.facts.vocabulary import Vocabulary

_USING = frozenset(
    (
        *("use", "uses", "used", "using", "process", "processes", "processed", "processing"),
        *("collect", "collects", "collected", "collecting", "analyse", "analyze", "analysed", "analyzed"),
    )
)
# What serves to advertise or to measure is no service that users get, and nobody runs an operating system. 'SMS
# services' and the like are the task of a vendor; what is provided about, on or for a service is not the service.
_NOT_PROVIDED = (
    r"(?:(?:advertis|analytics|marketing|measurement|monetization|verification|professional|information|content|support(?!\s(?:our|the)\b)"
    r"|assistance|integrity)\w*|systems?|ads?|about|on|from|for|in|within|by|via|through|using|of|us|both|their|sms|payments?|card|hosting"
    r"|cloud|e-?mail|social|customer|third)\b"
)
_SERVICE = (
    rf"(?:(?!{_NOT_PROVIDED})[\w’',]+\s){{0,4}}?(?:services?|platforms?|apps?|websites?|sites?|products?|features?"
    r"|marketplace|games?)(?!\s(?:recommendations?|providers?|updates?|announcements?|to\s(?:us|our)\b))"
)
# 'Advertising partners', 'research data' and 'a safety concern' are none, nor is the name of a cookie.
_NO_COMPANY = (
    r"(?!\s(?:partners?|networks?|compan|providers?|agenc|cookies?|id\b|(?:(?:and|or)\s(?:\w+\s){0,3})?identifier"
    r"|number|email|data\b|concern|issues?\b)|\\)"
)
# What is sent on it, and what is done for it in any case, is no purpose of data.
_NO_SETTINGS = (
    r"(?!/|\s(?:features|preferences|settings|(?:&|and)\sprivacy)"
    r"|(?:,|\s(?:and|or|&))*(?:\s\w+)?\s(?:alerts?|notices|messages?|measures|levels?|teams?|standards|commitments|controls)\b)"
)
# What is tuned of 'AI-driven features' is no model.
_TRAINED = r"(?:models?|algorithms?|ai(?!-)|networks?|classifiers?)"
_SERVICES = (
    r"(?:services?|products?|platforms?|features?|apps?|websites?|sites?|functionality|functions?|experiences?)\b"
)
# Who improves these trains them, and improves no service.
_LEARNING = (
    r"(?:models?\b|algorithms?\b|classifiers?\b|automated\s(?:methods|systems|processing)|machine[\s-]learning"
    r"|(?:ai|artificial\sintelligence)\s(?:and\s\w+\s\w+\s)?(?:models?|systems?|technolog(?:y|ies))|large\slanguage)"
)
_NO_SERVICE = rf"(?:(?!{_SERVICES}|to\s)[\w'’(-]+,?\s){{0,6}}?"
_MADE = r"(?:products?|services?|features?|tools?)"
_OF_ANOTHER = r"(?!,?\s(?:and\s\w+\s)?(?:their|your)\b|\sfeatures\sthat\sare\slikely)"
_NOT_OF_LAW = r"(?:to(?:\s(?!legal|lawful|valid|government|law)[\w,]+)?|(?!legal|lawful|valid|government|law)[\w,]+)"
# What an assistant answers is its service.
_TO_PEOPLE = r"(?!\s(?:for|to|in|via|through|using)\s(?:\w*gpt|an?\s|the\s|our\s(?!support|team|staff)))"
_ASKED = r"(?:questions?|requests?|[ei]nquiries)"
_LAWS = (
    r"(?:(?!our\s(?:terms|polic))[\w'’]+,?\s){0,4}?(?:legal|laws?\b|regulat\w+|statut\w+|tax|court|judicial"
    r"|accounting|government\w*|subpoenas?|lawful|legislation|obligations?)"
)
PURPOSES = Vocabulary(
    {
        "providing the service": (
            rf"provide|providing|operate|operating|deliver|delivering|maintain|maintaining|run|running {_SERVICE}",
            r"provision|operation of (?:our|the|your)\s(?:services?|platform|app|account)",
            "perform|performing|fulfil|fulfill|fulfilling|process|processing our|the|your *contract|orders?|payments?",
        ),
        "improving the service": ("improve|improving|enhance|enhancing|improvement",),
        "developing products": (
            rf"develop|developing {_OF_ANOTHER} (?:[\w,]+\s){{0,5}}?{_MADE}",
            rf"development (?:(?:and|or|&)\s\w+\s)?of (?:[\w,]+\s){{0,5}}?{_MADE}",
            rf"build|building (?:(?:and|or|new|better|other|our|future|improved?|its|the|more|ai)\s){{1,4}}{_MADE}",
        ),
        "training AI models": (
            rf"train|training|retrain|tune|tuning (?:[\w,-]+\s){{0,4}}?{_TRAINED}",
            "model|ai training",
            rf"improve|improving|enhance|enhancing|improvement {_NO_SERVICE}{_LEARNING}",
        ),
        "advertising": (f"advertising|advertisements?|ads|advertise {_NO_COMPANY}",),
        "marketing": (
            f"marketing {_NO_COMPANY}",
            "newsletters?|promotions?|promotional",
            "promote|promoting our *services?|products?",
        ),
        "personalisation": (
            r"personalise|personalize|personalising|personalizing|personalisation|personalization (?!\\)",
            "customise|customize",
            "tailor|tailoring|recommendations",
        ),
        "analytics": (
            f"analytics {_NO_COMPANY}",
            "statistical",
            "for|compile|compiling|produce|producing|generate|generating|usage|aggregate|aggregated *statistics",
            "analyse|analyze|analysing|analyzing|understand|understanding|measure how|trends|usage|traffic",
        ),
        "security and fraud prevention": (
            f"security|safety|fraud [prevention|detection] {_NO_SETTINGS} {_NO_COMPANY}",
            r"prevent|preventing|detect|detecting|combat (?:[\w,]+\s){0,3}?(?:abuse|misuse|spam|attacks?|crime)",
        ),
        "legal compliance": (
            rf"comply|complying|compliance with {_LAWS}",
            "legal|statutory|regulatory *obligations?|requirements?|duties|compliance|claims?",
        ),
        "research": (f"research {_NO_COMPANY}",),
        "customer support": (
            "customer|user *support|care|service (?!\\s(?:data|information|numbers?|messages?))",
            "technical *support",
            rf"respond|responding|answer|answering|reply {_NOT_OF_LAW} {_ASKED} {_TO_PEOPLE}",
            "support|help *requests?|tickets?",
        ),
    }
)
_REACH = 160
# 'Companies that provide these features' and 'providers provide services to us' do so themselves.
_OF_OTHERS = re.compile(
    r"\b(?:that|who|which|providers|partners|vendors|companies|parties|contractors) (?:(?:may|can|will|also) ){0,2}\Z"
)
# 'We may provide paid products' says nothing of data.
_OFFERED = re.compile(r"\bwe (?:may|can|will)(?: also)? \Z")
# 'Vendors must not use it for any purpose except performing the contract': that is theirs.
_OF_VENDORS = re.compile(r"\bnot use (?:it|them|the data) for any (?:other )?purpose (?:except|other than)(?: for)? \Z")
# 'It is important that you understand how we use your data' names no analytics.
_OF_READER = re.compile(r"\byou (?:can |should |better |fully )?\Z")
# 'In compliance with our policy', 'your app must comply with', 'where you need it for a legal claim'.
_NO_DUTY_OF_PLATFORM = re.compile(
    r"\bdue to (?:\w+ ){0,2}\Z|\b(?:monitor|check|verif)\w*\b[^.;]{0,60}\bfor \Z"
    r"|\b(?:in|(?:in accordance with|subject to|under|pursuant to|consistent with|permitted by)(?:\s\w+){0,2}|your|must"
    r"|shall)\s\Z"
    r"|\b(?:enable you to|allow you to|where you need|you (?:need|want|require|must|agree))\b[^.;]{0,110}\Z"
)
# 'Improve the relevancy of ads' and 'enhance security' improve no service.
_OF_ANOTHER_KIND = re.compile(
    rf"(?:\s(?!{_SERVICES}|to\s)[\w'’(-]+,?){{0,6}}?\s\[?{_LEARNING}"
    rf"|(?:\s(?!{_SERVICES})[\w'’-]+){{0,4}}?\s(?:(?:ads?|advert\w*|marketing|campaigns?)\b"
    rf"|(?:security|safety)\b(?![\w\s,]{{0,40}}\bof (?:the|our|its)\s{_SERVICES}|,?\sand\s(?:\w+\s)?{_SERVICES}))",
    re.IGNORECASE,
)
# 'Reports on interactions with ads' are made of what was done with them; others show ads too, or harm by them.
_INTERACTED = re.compile(
    r"\b(?:(?:information|data) (?:(?:related|relating) to|about|on)|(?:malicious|fraudulent|harmful|misleading)"
    r"|(?:businesses|companies|those|sites|websites|apps) (?:that|which|who)(?: display| show| serve)?"
    r"|(?:prevent|block|stop)\b[^.;]{0,80}\b(?:websites|sites|companies)\b[^.;]{0,80}?) \Z"
    r"|\b(?:interactions? with|interact with|(?:clicks?|taps?)(?: and \w+)? (?:on|of)|viewed|see|seen)"
    r" (?:the |our |these )?\Z"
)
# 'Prevent websites from using cookies to personalise content', 'you can customise the ads that others show'.
_BY_OTHERS = re.compile(
    r"\byou (?:can|may) (?:also )?(?:(?:(?!\bwe\b|so that)[^.;]){0,80}\band )?\Z"
    r"|\b(?:prevent|block|stop)\b[^.;]{0,60}\b(?:websites|sites|companies)\b[^.;]{0,80}\Z"
)
# 'To provide our service, for example to answer your questions', 'once you post an answer to a question'.
_NO_SUPPORT = re.compile(r"\b(?:(?:for example|such as|e\.g\.),? (?:to )?|(?:an?|the|your|their|this) (?:\w+ )?)\Z")


def find_purposes(text: str) -> Iterator[Fact]:
    """`purpose`: each purpose that a passage says data are used for, at the first place that says so.

    Purposes that the passage says nothing is used for are left out.
    """
    for value, found in affirmed(text, PURPOSES, _USING, unless=_is_of_others):
        yield Fact(found.start(), found.end(), "purpose", value)


def _is_of_others(value: str, found: re.Match[str]) -> bool:
    """What somebody other than the platform does."""
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    if value == "providing the service":
        return any(one.search(before) for one in (_OF_OTHERS, _OF_READER, _OFFERED, _OF_VENDORS))
    if value == "legal compliance":
        of_others = _NO_DUTY_OF_PLATFORM.search(before) or _OF_OTHERS.search(before)
        return "contractual" in found.group().lower() or of_others is not None
    if value == "improving the service":
        return _OF_ANOTHER_KIND.match(found.string, found.end()) is not None
    if value == "advertising":
        return _INTERACTED.search(before) is not None
    if value == "personalisation":
        return _BY_OTHERS.search(before) is not None
    if value == "customer support":
        return found.group().startswith(("respon", "answer", "repl")) and _NO_SUPPORT.search(before) is not None
    return found.group().startswith("understand") and _OF_READER.search(before) is not None
