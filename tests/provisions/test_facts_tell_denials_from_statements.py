"""Facts tell which data, to whom, what for, what a licence allows and to whom a passage applies."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.provisions import find_facts

_KINDS = ("data-category", "recipient", "purpose", "applies-to", "licence-act")
_PIECES = st.sampled_from(
    [
        *(
            "we share ",
            "we do not sell ",
            "you grant a licence to ",
            "we use it for ",
            "if you are a consumer ",
            "\n\n",
        ),
        *(
            "advertisers",
            "service providers, ",
            "cookies; ",
            "İ",
            "host",
            ". ",
            "never ",
            "users in the EEA ",
            "ads ",
            "US ",
        ),
    ]
)


def _values(text: str, kind: str) -> set[str]:
    return {fact.value for fact in find_facts(text) if fact.kind == kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Larkwell logs your email address and phone number.", {"contact data"}),
        ("Fernpost keeps your card number and location data.", {"payment data", "location"}),
        ("The app notes your operating system and its crash logs.", {"device data"}),
        ("Brackle stores your browsing history.", {"usage data"}),
        ("A cookie or pixel tells Brackle that you came back.", {"cookies and identifiers"}),
        ("Prompts that you type are kept.", {"user content"}),
        ("Your chats are scanned for spam.", {"communications"}),
        ("A fingerprint unlocks the vault.", {"biometric data"}),
        ("Pulsemoor notes your heart rate and medical history.", {"health data"}),
        ("Sensitive personal data need your consent.", {"sensitive data"}),
        ("We erase children's data, and data from a child, at once.", {"children's data"}),
        ("We draw inferences about your taste.", {"inferences"}),
        ("Send a copy of your passport.", {"government identifiers"}),
        ("Applicants state their employment history.", {"employment data"}),
        ("You may upload your address book.", {"contacts"}),
        ("Contact us at the address below.", set()),
    ],
)
def test_data_categories(text: str, expected: set[str]) -> None:
    assert _values(text, "data-category") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We share data with our payment processors and affiliates.", {"service providers", "affiliates"}),
        ("We share data with:\n\n- advertisers\n- trusted partners", {"advertising partners", "business partners"}),
        ("Orders may oblige Larkwell to disclose data to law enforcement.", {"authorities"}),
        ("Your profile is shared with other members and the public.", {"other users", "the public"}),
        ("Data may be transferred to an acquirer and its legal advisers.", {"acquirers", "professional advisers"}),
        ("Fernpost discloses samples to researchers.", {"researchers"}),
        ("We do not sell your data to advertisers.", set()),
        ("Brackle never shares or sells data to ad networks.", set()),
        ("We do not sell data to advertisers, but we share it with vendors.", {"service providers"}),
        ("We do not share data except with our affiliates.", {"affiliates"}),
        ("If you do not object, we share data with our affiliates.", {"affiliates"}),
        ("We do not sell data. Our service providers work in Utrecht.", set()),
        ("Our service providers work in Utrecht.", set()),
    ],
)
def test_recipients(text: str, expected: set[str]) -> None:
    assert _values(text, "recipient") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We use data to provide our services.", {"providing the service"}),
        ("Larkwell uses logs to improve the app.", {"improving the service"}),
        ("It is used to develop new features.", {"developing products"}),
        ("Posts may be used to train our language models.", {"training AI models"}),
        ("We process data for advertising and marketing.", {"advertising", "marketing"}),
        ("We use it to personalise what you see and for analytics.", {"personalisation", "analytics"}),
        ("Data are used to prevent fraud.", {"security and fraud prevention"}),
        ("We process data to comply with the law and for research.", {"legal compliance", "research"}),
        ("We use your letters for customer support.", {"customer support"}),
        ("We use it to provide and improve our services.", {"providing the service", "improving the service"}),
        ("We do not use your messages for advertising.", set()),
        ("We never use posts to train our models; we use them for research.", {"research"}),
        ("We share data with marketing partners that use it.", set()),
        ("When you use the marketing pages, be kind.", set()),
    ],
)
def test_purposes(text: str, expected: set[str]) -> None:
    assert _values(text, "purpose") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If you are a consumer, the courts of your home are open to you.", {"consumers"}),
        ("This part is for business customers.", {"business customers"}),
        ("On a free plan, prompts are kept; paid subscriptions differ.", {"free plans", "paid plans"}),
        ("Users in the European Economic Area may object.", {"EEA residents"}),
        ("If you live in the United Kingdom, write to us.", {"UK residents"}),
        (
            "A consumer resident in the European Economic Area or the United Kingdom may withdraw.",
            {"EEA residents", "UK residents"},
        ),
        ("Swiss users write to Bern.", {"Swiss residents"}),
        ("Residents of the US may arbitrate.", {"US residents"}),
        ("California residents have more rights.", {"California residents"}),
        ("If you are under 16, ask a parent.", {"minors"}),
        ("Users outside the EEA, and those other than California residents, may not.", set()),
        ("Consumer protection laws stay as they are.", set()),
    ],
)
def test_scopes(text: str, expected: set[str]) -> None:
    assert _values(text, "applies-to") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "You grant us a licence to host, use, copy, modify, publish, distribute, translate and sublicense it.",
            {"host", "use", "copy", "modify", "publish", "distribute", "translate", "sublicense"},
        ),
        (
            "By posting you hereby grant us a license for creating derivative works and to train models.",
            {"create derivative works", "train"},
        ),
        ("You grant us a licence to use your songs, but not to sell them.", {"use"}),
        ("You grant a licence to host what you upload when you use Brackle.", {"host"}),
        ("We grant you a licence to use the app.", set()),
        ("You keep your rights. You may copy the licence.", set()),
    ],
)
def test_licence_acts(text: str, expected: set[str]) -> None:
    assert _values(text, "licence-act") == expected


@given(st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=30).map("".join))
def test_places_lie_inside_the_text_each_value_once(text: str) -> None:
    facts = find_facts(text)
    for fact in facts:
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end].strip()
    told = [(fact.kind, fact.value) for fact in facts if fact.kind in _KINDS]
    assert len(told) == len(set(told))


@given(st.text(alphabet="İIab .\n", max_size=30))
def test_letters_without_a_small_form_of_their_length_move_nothing(before: str) -> None:
    text = f"{before} cookies"
    (fact,) = (one for one in find_facts(text) if one.kind == "data-category")
    assert text[fact.start : fact.end] == "cookies"


@pytest.mark.parametrize(
    "piece",
    [
        *("we do not share data with advertisers ", "use ads. ", "you grant a licence not to sell ", "train a "),
        *("users who are in the ", "\n\n", "unless you are a consumer ", "provide a, b, "),
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    find_facts(text)
    assert time.process_time() - started < 5
