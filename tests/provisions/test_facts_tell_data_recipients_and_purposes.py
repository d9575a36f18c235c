"""Facts name the data, the recipients, the purposes, the people and the acts that a passage speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.provisions import find_facts

_PIECES = st.sampled_from(
    [
        "We share your e-mail address with advertisers. ",
        "We do not sell ",
        "You grant us a licence to host and copy it",
        "except to service providers; ",
        "if you are a consumer in the EEA ",
        "\n* cookies ",
        "İ ",
        "to train our models",
    ]
)


def _values(text: str, kind: str) -> list[str]:
    return [fact.value for fact in find_facts(text) if fact.kind == kind]


def test_data_and_recipients_are_named() -> None:
    text = "Larkwell shares your phone number and browsing history with advertisers and other companies in our group."
    assert _values(text, "data-category") == ["contact data", "usage data"]
    assert _values(text, "recipient") == ["advertising partners", "affiliates"]


def test_a_name_that_is_licensed_along_with_a_likeness_is_no_data() -> None:
    text = "You grant us a licence to your recipes and your name, voice or likeness in them."
    assert "people's names" not in _values(text, "data-category")
    assert _values("We collect your name and age.", "data-category") == ["people's names"]


def test_the_address_of_the_platform_is_no_data_of_a_user() -> None:
    assert _values("Write to our officer via the contact details below.", "data-category") == []
    assert _values("You find our contact information below; we store your contact details.", "data-category") == [
        "contact data"
    ]


def test_the_public_that_is_protected_receives_nothing() -> None:
    assert _values("We share data to protect the safety of our users and the public.", "recipient") == []
    assert _values("We share your posts with the public.", "recipient") == ["the public"]


def test_what_a_sentence_rules_out_is_no_recipient() -> None:
    assert _values("We never share your photos with advertisers.", "recipient") == []
    assert _values("We do not share your photos, except with our service providers.", "recipient") == [
        "service providers"
    ]
    text = "We do not sell your photos. We share them with our partners."
    assert _values(text, "recipient") == ["business partners"]


def test_purposes_are_named_where_data_are_used() -> None:
    text = "We use what you write to improve Larkwell, to train our language models and to show you ads."
    assert _values(text, "purpose") == ["improving the service", "training AI models", "advertising"]
    assert _values("Our ads are loud.", "purpose") == []
    assert _values("We use it for providing advertising services.", "purpose") == ["advertising"]
    assert _values("We use it to comply with our legal obligations.", "purpose") == ["legal compliance"]
    assert _values("We use it to comply with our contractual obligations.", "purpose") == []
    assert _values("It is important that you understand how we use your data.", "purpose") == []
    assert _values("We use companies that provide these features.", "purpose") == []
    assert _values("Service providers provide services to us. We use them.", "purpose") == []
    assert _values("We use your rankings, statistics and friends lists.", "purpose") == []
    text = "We use data in developing, improving, or promoting our services."
    assert _values(text, "purpose") == ["developing products", "improving the service", "marketing"]


def test_what_another_sentence_rules_out_is_no_purpose() -> None:
    text = "We use your drawings. This does not, however, permit others to share them for model training."
    assert _values(text, "purpose") == []


def test_people_and_plans_are_named() -> None:
    text = "If you are a consumer who lives in the European Economic Area, or on a free plan, this part applies to you."
    assert _values(text, "applies-to") == ["consumers", "EEA residents", "free plans"]
    assert _values("We may charge a fee as permitted by the CCPA.", "applies-to") == ["California residents"]
    assert _values("If you are a resident of Brazil, you may write to us.", "applies-to") == ["Brazilian residents"]
    assert _values("You have rights under State Privacy Laws.", "applies-to") == ["US residents"]
    assert _values("You are a resident of the fifty (50) United States.", "applies-to") == ["US residents"]
    assert _values("For EU and UK users:", "applies-to") == ["EEA residents", "UK residents"]
    text = "If you live in the European Union, EFTA States, or the United Kingdom, Larkwell Reading decides."
    assert _values(text, "applies-to") == ["EEA residents", "UK residents"]


def test_the_acts_of_a_licence_are_those_that_the_user_grants() -> None:
    text = "You grant Quillpost a licence to host, reproduce, translate and sublicense your stories."
    assert _values(text, "licence-act") == ["host", "copy", "translate", "sublicense"]
    assert _values("We and our affiliates are granted a licence to use and copy your stories.", "licence-act") == [
        "use",
        "copy",
    ]
    assert _values("Quillpost grants you a licence to use the app.", "licence-act") == []
    assert _values("You grant us a licence to host it. You grant other users a licence to copy it.", "licence-act") == [
        "host"
    ]
    text = (
        "You grant us a licence to use it for operating the app, excluding model training, and performing our duties."
    )
    assert _values(text, "licence-act") == ["use"]
    assert _values(text, "purpose") == ["providing the service"]


@given(st.lists(_PIECES, max_size=12))
def test_every_fact_lies_inside_its_text_and_is_told_once_a_value(pieces: list[str]) -> None:
    text = "".join(pieces)
    facts = find_facts(text)
    assert all(0 <= fact.start < fact.end <= len(text) for fact in facts)
    for kind in ("data-category", "recipient", "purpose", "applies-to", "licence-act"):
        values = _values(text, kind)
        assert len(values) == len(set(values))


@pytest.mark.parametrize("piece", ["we share data with ", "you grant a licence to use ", "not ", "used data: "])
def test_long_text_is_no_trouble(piece: str) -> None:
    assert len(find_facts(piece * (100_000 // len(piece)))) < 1_000
