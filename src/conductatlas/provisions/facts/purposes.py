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
_SERVICE = r"(?:[\w,]+\s){0,3}?(?:services?|platforms?|apps?|websites?|sites?|products?|features?|marketplace|games?)"
_NO_COMPANY = r"(?!\s(?:partners?|networks?|compan|providers?|agenc|cookies?|id\b|identifier|number|email))"
_PURPOSES = Vocabulary(
    {
        "providing the service": (
            rf"provide|providing|operate|operating|deliver|delivering|maintain|maintaining|run|running {_SERVICE}",
            r"provision|operation of (?:our|the|your)\s(?:services?|platform|app|account)",
            "perform|performing|fulfil|fulfill|fulfilling|process|processing our|the|your *contract|orders?|payments?",
        ),
        "improving the service": ("improve|improving|enhance|enhancing|improvement",),
        "developing products": (
            r"develop|developing|development|build|building (?:[\w,]+\s){0,5}?(?:products?|services?|features?|tools?)",
        ),
        "training AI models": (
            r"train|training|retrain|tune|tuning (?:[\w,-]+\s){0,4}?(?:models?|algorithms?|ai|networks?|classifiers?)",
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
            f"analytics|statistical {_NO_COMPANY}",
            "for|compile|compiling|produce|producing|generate|generating|usage|aggregate|aggregated *statistics",
            "analyse|analyze|analysing|analyzing|understand|understanding|measure how|trends|usage|traffic",
        ),
        "security and fraud prevention": (
            f"security|safety|fraud [prevention|detection] {_NO_COMPANY}",
            r"prevent|preventing|detect|detecting|combat (?:[\w,]+\s){0,3}?(?:abuse|misuse|spam|attacks?|crime)",
        ),
        "legal compliance": (
            "comply|complying|compliance with",
            "legal|statutory|regulatory *obligations?|requirements?|duties|compliance|claims?",
        ),
        "research": (f"research {_NO_COMPANY}",),
        "customer support": (
            "customer|user|technical *support|care|service",
            r"respond|responding|answer|answering|reply (?:to\s)?(?:[\w,]+\s)?(?:questions?|requests?|[ei]nquiries)",
            "support|help *requests?|tickets?",
        ),
    }
)
# 'Companies that provide these features' and 'providers provide services to us' do so themselves.
_OF_OTHERS = re.compile(r"\b(?:that|who|which|providers|partners|vendors|companies|parties|contractors) \Z")
# 'It is important that you understand how we use your data' names no analytics.
_OF_READER = re.compile(r"\byou (?:can |should |better |fully )?\Z")


def find_purposes(text: str) -> Iterator[Fact]:
    """`purpose`: each purpose that a passage says data are used for, at the first place that says so.

    Purposes that the passage says nothing is used for are left out.
    """
    for value, found in affirmed(text, _PURPOSES, _USING, unless=_is_of_others):
        yield Fact(found.start(), found.end(), "purpose", value)


def _is_of_others(value: str, found: re.Match[str]) -> bool:
    """What somebody other than the platform does."""
    before = found.string[: found.start()]
    if value == "providing the service":
        return _OF_OTHERS.search(before) is not None
    return found.group().startswith("understand") and _OF_READER.search(before) is not None
