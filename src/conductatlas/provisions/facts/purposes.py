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
# What serves to advertise or to measure is no service that users get, and nobody runs an operating system.
_SERVICE = (
    r"(?:(?!advertis|marketing|analytics|measurement|systems?\b)[\w,]+\s){0,3}?(?:services?|platforms?|apps?|websites?|sites?"
    r"|products?|features?|marketplace|games?)"
)
# 'Advertising partners', 'research data' and 'a safety concern' are none.
_NO_COMPANY = (
    r"(?!\s(?:partners?|networks?|compan|providers?|agenc|cookies?|id\b|(?:(?:and|or)\s(?:\w+\s){0,3})?identifier"
    r"|number|email|data\b|concern|issues?\b))"
)
_NO_SETTINGS = r"(?!\s(?:features|preferences|settings|(?:&|and)\sprivacy))"
# What is tuned of 'AI-driven features' is no model.
_TRAINED = r"(?:models?|algorithms?|ai(?!-)|networks?|classifiers?)"
_MADE = r"(?:products?|services?|features?|tools?)"
_OF_ANOTHER = r"(?!,?\s(?:and\s\w+\s)?(?:their|your)\b|\sfeatures\sthat\sare\slikely)"
_NOT_OF_LAW = r"(?:to(?:\s(?!legal|lawful|valid|government|law)[\w,]+)?|(?!legal|lawful|valid|government|law)[\w,]+)"
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
            rf"develop|developing|development {_OF_ANOTHER} (?:[\w,]+\s){{0,5}}?{_MADE}",
            rf"build|building (?:(?:and|or|new|better|other|our|future|improved?|its|the|more|ai)\s){{1,4}}{_MADE}",
        ),
        "training AI models": (
            rf"train|training|retrain|tune|tuning (?:[\w,-]+\s){{0,4}}?{_TRAINED}",
            "model|ai training",
        ),
        "advertising": (f"advertising|advertisements?|ads|advertise {_NO_COMPANY}",),
        "marketing": (
            f"marketing {_NO_COMPANY}",
            "newsletters?|promotions?|promotional",
            "promote|promoting our *services?|products?",
        ),
        "personalisation": (
            "personalise|personalize|personalising|personalizing|personalisation|personalization|customise|customize",
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
            rf"respond|responding|answer|answering|reply {_NOT_OF_LAW} (?:questions?|requests?|[ei]nquiries)",
            "support|help *requests?|tickets?",
        ),
    }
)
_REACH = 160
# 'Companies that provide these features' and 'providers provide services to us' do so themselves.
_OF_OTHERS = re.compile(r"\b(?:that|who|which|providers|partners|vendors|companies|parties|contractors) \Z")
# 'It is important that you understand how we use your data' names no analytics.
_OF_READER = re.compile(r"\byou (?:can |should |better |fully )?\Z")
# 'In compliance with our policy', 'your app must comply with', 'where you need it for a legal claim'.
_NO_DUTY_OF_PLATFORM = re.compile(
    r"\b(?:in|(?:in accordance with|subject to|under|pursuant to|consistent with|permitted by)(?:\s\w+){0,2}|your|must"
    r"|shall)\s\Z"
    r"|\b(?:enable you to|allow you to|where you need|you (?:need|want|require|must|agree))\b[^.;]{0,110}\Z"
)
# 'Improve the relevancy of ads' and 'enhance security' improve no service.
_SERVICES = (
    r"(?:services?|products?|platforms?|features?|apps?|websites?|sites?|functionality|functions?|experiences?)\b"
)
_OF_ANOTHER_KIND = re.compile(
    rf"(?:\s(?!{_SERVICES})[\w'’-]+){{0,4}}?\s(?:(?:ads?|advert\w*|marketing|campaigns?)\b"
    rf"|(?:security|safety)\b(?![\w\s,]{{0,40}}\bof (?:the|our|its)\s{_SERVICES}|,?\sand\s(?:\w+\s)?{_SERVICES}))",
    re.IGNORECASE,
)
# 'Reports on interactions with ads' are made of what was done with them.
_INTERACTED = re.compile(
    r"\b(?:interactions? with|interact with|(?:clicks?|taps?)(?: and \w+)? (?:on|of)|viewed|see|seen)"
    r" (?:the |our |these )?\Z"
)


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
        return _OF_OTHERS.search(before) is not None
    if value == "legal compliance":
        return "contractual" in found.group().lower() or _NO_DUTY_OF_PLATFORM.search(before) is not None
    if value == "improving the service":
        return _OF_ANOTHER_KIND.match(found.string, found.end()) is not None
    if value == "advertising":
        return _INTERACTED.search(before) is not None
    return found.group().startswith("understand") and _OF_READER.search(before) is not None
