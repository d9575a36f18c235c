"""Where on a page one sets, presses or reads something, and what its footer says, is no change of effect."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

You may opt out of advertising by visiting your ad settings, and we must honour that.

To withdraw your consent, click "Privacy Choices" then "Boats", or you will be shown advertising.

You may ask for arbitration at raven.example, or you may call the board at +1 855 944 2961.

You must tell us (Corvid Ltd, 1880 Quay Park, Upper Town, CA 90067) that you withdraw, and no fee is due.

You may end the contract by the process in the "Your Rights" section below. No fee is due then.

Corvid, with a capital of €36,982.92 and its seat in Upper Town, may suspend your account.

We publish a list of boats that you must not row, although we cannot name them all, and they may affect you.

The sites of others are not ours, and we are not liable for sites like those of rivals.

The data of the boats are those of 5 月号, and you must not copy them.

Our help pages have more information about:

* [How Corvid uses lamps](https://corvid.example/lamps) to see boats in the dark
"""


def _verdict(old: str, new: str) -> Verdict:
    return compare(default_finder(), read_markdown(old), read_markdown(new)).verdict


def _after(replaced: str, by: str) -> Verdict:
    assert replaced in _TERMS
    return _verdict(_TERMS, _TERMS.replace(replaced, by))


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("your ad settings", "your advertising preferences"),
        ("your ad settings", "your ad setting"),
        ("your ad settings", "your Ad Settings in My Ad Centre"),
        ('click "Privacy Choices" then "Boats"', "click on Cookie Settings"),
        (", or you may call the board at +1 855 944 2961", ""),
        ("1880 Quay Park, Upper Town, CA 90067", "1510 Island Lane, Lower Town, CA 94404"),
        ('in the "Your Rights" section below', "below this table"),
        ("€36,982.92", "€36 982,92"),
        ("We publish", "We will publish"),
        ("although", "though"),
        ("affect", "impact"),
        ("like those", "such as those"),
        ("5 月号", "6 月号"),
        ("* [How Corvid uses lamps](https://corvid.example/lamps) to see boats in the dark\n", ""),
    ],
)
def test_these_are_no_change_of_effect(replaced: str, by: str) -> None:
    assert _after(replaced, by) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("by visiting your ad settings", "within 30 days"),
        ("€36,982.92", "€369,829.2"),
        ("We publish", "We do not publish"),
        ("Upper Town, CA 90067) that you withdraw, and no fee", "Upper Town, CA 90067) that you withdraw, and a fee"),
        ("you must not copy them", "you may copy them"),
    ],
)
def test_and_these_are(replaced: str, by: str) -> None:
    assert _after(replaced, by) is Verdict.SUBSTANTIVE


@pytest.mark.parametrize(
    "added",
    [
        "Thank you. We appreciate you taking the time to give us feedback.",
        "Thank you for contacting our team. We will be in touch shortly. Close",
        "You are leaving corvid.example. Please be aware that the next site may have other terms and rules.",
        "We're temporarily unable to take new boats due to scheduled maintenance. You may write to us meanwhile.",
        "We use cookies to offer the best experience. By closing this box, you consent to our use of cookies.",
        "Copyright (c) 2020 Corvid. Corvid is not responsible for other sites. All marks are those of their owners.",
    ],
)
def test_what_dialogues_and_footers_say_is_technical(added: str) -> None:
    assert _verdict(_TERMS, f"{_TERMS}\n{added}\n") is Verdict.TECHNICAL
    assert _verdict(f"{_TERMS}\n{added}\n", _TERMS) is Verdict.TECHNICAL


@pytest.mark.parametrize(
    "added",
    [
        "We are currently unable to take boats back, and no fee is refunded to you.",
        "We use cookies to measure how you row, and share what we learn with rivals for their advertising.",
        "Copyright (c) 2020 Corvid. You may not copy the rules without our permission, and must not sell any of them.",
    ],
)
def test_what_states_a_rule_is_not(added: str) -> None:
    assert _verdict(_TERMS, f"{_TERMS}\n{added}\n") is Verdict.SUBSTANTIVE


@pytest.mark.parametrize("added", ["Mise à jour : 20/05/2024", "Zuletzt geändert am 20.05.2024"])
def test_a_date_is_to_the_letter_in_other_languages(added: str) -> None:
    dated = _TERMS.replace("# Terms of Service\n", f"# Terms of Service\n\n{added}\n")
    assert _verdict(_TERMS, dated) is Verdict.EDITORIAL


_CONSENT = """\
We value your privacy

We and others use cookies to show you advertising, and you may withdraw your consent here at any time.

Customise Reject All Accept All

You must know that necessary cookies can not be turned off, since the site does not work without them.
"""


def test_a_dialogue_of_consent_above_or_below_a_text_is_technical() -> None:
    assert _verdict(_TERMS, f"{_CONSENT}\n{_TERMS}") is Verdict.TECHNICAL
    assert _verdict(f"{_TERMS}\n{_CONSENT}", _TERMS) is Verdict.TECHNICAL


def test_the_same_words_without_an_answer_are_of_the_text() -> None:
    assert _verdict(_TERMS, _CONSENT.replace("Customise Reject All Accept All\n\n", "") + f"\n{_TERMS}") is (
        Verdict.SUBSTANTIVE
    )
