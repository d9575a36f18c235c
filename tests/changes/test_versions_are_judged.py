"""A version is substantive, editorial, technical or failed, by what it did to the words."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, Pair, Verdict, compare, meanings
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

Last updated: 1 May 2023

**1.1 Age.** You must be at least 16 years old to create an account with Corvid Mail.

**1.2 Changes.** We may change these terms at any time. We will notify you at least 30 days before a change applies. \
See also section 1.3.

**1.3 Law.** These terms are governed by the laws of Ireland, and the courts of Dublin have jurisdiction.

**1.4 Liability.** To the extent permitted by law, our total liability to you is limited to €100, and we are not \
liable for lost profits or lost data.

**1.5 Contact.** You can reach us at help@corvid.example or by post at 4 Lime Quay, Dublin.

Never sell here:

- stalkerware
- fireworks

Views: 2.2M

[Home](https://corvid.example/) [Prices](https://corvid.example/prices?session=1a2b3c)

![logo](/img/logo.svg?v=af0dc6ff06581a3bf12c0ad4a6d57604)
"""
_GERMAN = """\
Diese Bedingungen gelten für alle Nutzerinnen und Nutzer von Corvid Mail.

Sie müssen mindestens 16 Jahre alt sein, um ein Konto zu eröffnen. Wir können diese Bedingungen jederzeit ändern und \
benachrichtigen Sie mindestens 30 Tage vorher.

Es gilt irisches Recht, und die Gerichte von Dublin sind zuständig.

Unsere Haftung ist auf hundert Euro beschränkt, soweit das Gesetz es erlaubt, und für entgangenen Gewinn haften wir \
nicht.
"""


_DANISH = """\
Disse vilkår gælder for alle brugere af Corvid Mail.

Du skal være mindst 16 år for at oprette en konto. Vi kan til enhver tid ændre disse vilkår og giver dig besked mindst \
30 dage før.

Vores ansvar er begrænset til hundrede euro, hvis loven tillader det, og vi hæfter ikke for tabt fortjeneste.
"""


def _verdict(old: str, new: str) -> Verdict:
    return compare(default_finder(), read_markdown(old), read_markdown(new)).verdict


def _moved_up(text: str, start: str) -> str:
    blocks = text.split("\n\n")
    block = next(one for one in blocks if one.startswith(start))
    blocks.remove(block)
    return "\n\n".join([blocks[0], block, *blocks[1:]])


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("**1.1 Age.**", "_1.1 Age._"),
        ("https://corvid.example/prices?session=1a2b3c", "https://corvid.example/prices?utm_source=mail"),
        ("v=af0dc6ff06581a3bf12c0ad4a6d57604", "v=db19a8eeadf0bf0a3552758da3b1bb1c"),
        ("[Home](https://corvid.example/) ", "[Home](https://corvid.example/) [Jobs](https://corvid.example/jobs) "),
        ("have jurisdiction.", "have  jurisdiction.\n\n::--==%%%##"),
        ("have jurisdiction.", "have jurisdiction.\n\nWas this helpful?\n\nYes\n\nNo"),
        ("have jurisdiction.", "have jurisdiction.\n\n102,632.69\n\nCtrl+I"),
        ("Views: 2.2M", "Views: 2.3M"),
        ("Views: 2.2M", "Views: 2.2M\n\nSubmit your app to the Corvid Developer Challenge by August 19!"),
        ("help@corvid.example", "[email protected]"),
        ("lost profits", "lostprofits"),
        ("\n\n", "\n\n\n\n"),
    ],
)
def test_markup_links_tokens_and_drawings_are_technical(replaced: str, by: str) -> None:
    assert _verdict(_TERMS, _TERMS.replace(replaced, by)) is Verdict.TECHNICAL


def test_another_order_is_technical() -> None:
    assert _verdict(_TERMS, _moved_up(_TERMS, "**1.4")) is Verdict.TECHNICAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("1 May 2023", "14 November 2024"),
        ("Corvid Mail", "Raven Mail"),
        ("help@corvid.example", "support@corvid.example"),
        ("4 Lime Quay, Dublin", "12 Harbour Street, Cork"),
        ("section 1.3", "section 2.1"),
        ("**1.3 Law.**", "**2.1 Law.**"),
        ("**1.3 Law.**", "**B.3.a Law.**"),
        ("We will notify you at least", "We will inform you at least"),
        ("1 May 2023", "2023年5月14日"),
        ("at any time. We will", "at any time; we will"),
        ("- stalkerware", "- stalkerware\n\nA.2. The publication director of this site is Ada Byrne of Corvid Mail."),
        (
            "have jurisdiction.",
            "have jurisdiction.\n\nWe updated these terms on 3 June 2024. View the previous version.",
        ),
    ],
)
def test_names_dates_contacts_numbers_and_synonyms_are_editorial(replaced: str, by: str) -> None:
    assert _verdict(_TERMS, _TERMS.replace(replaced, by)) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("at least 30 days", "at least 3 days"),
        ("laws of Ireland", "laws of Malta"),
        ("courts of Dublin", "COURTS OF CORK"),
        ("limited to €100", "limited to €10"),
        ("We will notify you at least 30 days before a change applies. ", ""),
        ("at least 16 years", "at least 13 years"),
        ("You must be", "You should be"),
        ("and we are not liable", "and we are liable"),
        ("- stalkerware", "- stalkerware\n- lock picks"),
    ],
)
def test_words_with_an_effect_are_substantive(replaced: str, by: str) -> None:
    assert _verdict(_TERMS, _TERMS.replace(replaced, by)) is Verdict.SUBSTANTIVE


@pytest.mark.parametrize(
    "new",
    [
        "",
        "Just a moment…",
        "Loading",
        "Redirecting to accounts.corvid.example",
        "# Access denied\n\nYou don't have permission to see this page.",
        "We use cookies. Please choose your privacy preferences before you go on.",
        _TERMS[: len(_TERMS) // 2],
        _GERMAN,
    ],
)
def test_what_is_no_state_of_the_document_is_a_failed_capture(new: str) -> None:
    assert _verdict(_TERMS, new) is Verdict.FAILED


@pytest.mark.parametrize("broken", ["", "Redirecting to accounts.corvid.example", _TERMS[: len(_TERMS) // 2]])
def test_nothing_is_said_of_what_changed_where_the_old_text_is_a_failed_capture(broken: str) -> None:
    outcome = compare(default_finder(), read_markdown(broken), read_markdown(_TERMS))
    assert outcome.verdict is Verdict.FAILED
    assert outcome.reasons[0].startswith("Of the old version: ")
    assert not outcome.followed


def test_one_broken_source_of_several_is_a_failed_capture() -> None:
    second = "\n\n# Data Terms\n\nWe process data for you only as you tell us to.\n"
    broken = "\n\n# This page isn’t available\n\nTry reloading the page or come back later.\n"
    assert _verdict(_TERMS + second, _TERMS + broken) is Verdict.FAILED
    assert _verdict(_TERMS + broken, _TERMS + second) is Verdict.FAILED


def test_another_page_in_place_of_the_document_is_a_failed_capture() -> None:
    page = "# Corvid for developers\n\nBuild a mail client in ten minutes with our kit of components for all devices."
    assert _verdict(_TERMS * 3, page) is Verdict.FAILED


def test_an_item_that_goes_from_one_list_of_two_is_no_technical_matter() -> None:
    lists = "\n\nNever send:\n\n- stalkerware\n- fireworks for boats\n- lock picks\n\nNever buy:\n\n"
    both = f"{_TERMS}{lists}- oars\n- fireworks for boats\n- sails\n"
    assert (
        _verdict(both, both.replace("- stalkerware\n- fireworks for boats", "- stalkerware")) is not Verdict.TECHNICAL
    )


def test_one_page_in_place_of_all_sources_is_a_failed_capture() -> None:
    page = "".join(
        f"Rule {number}: nobody may send parcels of kind {number} to the harbour of Corvid.\n\n" for number in range(9)
    )
    sources = "".join(
        f"{_TERMS}\n\nPart {part} of what you agree to with us, and with nobody else.\n\n" for part in "ABC"
    )
    assert _verdict(sources, page * 6) is Verdict.FAILED
    assert _verdict(page * 6, (page * 6).replace("3: nobody may", "3: everyone may")) is Verdict.SUBSTANTIVE


def test_a_text_that_breaks_off_late_is_a_failed_capture() -> None:
    items = [
        f"{one}. You must keep rule {one} of the harbour, its piers and lamps at all times." for one in range(1, 99)
    ]
    whole, late = "\n\n".join(items), "\n\n".join(items[:90])
    assert _verdict(whole, late[: -len(" at all times.")]) is Verdict.FAILED
    assert _verdict(whole, late) is Verdict.SUBSTANTIVE


def test_other_languages_are_compared_as_texts() -> None:
    outcome = compare(
        default_finder(), read_markdown(_DANISH), read_markdown(_DANISH.replace("hundrede euro", "ti euro"))
    )
    assert outcome.verdict is Verdict.SUBSTANTIVE
    assert not outcome.followed


def test_german_is_compared_by_its_provisions_without_facts() -> None:
    new = _GERMAN.replace("16 Jahre", "18 Jahre").replace("mindestens 30 Tage", "mindestens 14 Tage")
    pair = Pair(read_markdown(_GERMAN), read_markdown(new))
    outcome = compare(default_finder(), pair.old, pair.new)
    assert outcome.verdict is Verdict.SUBSTANTIVE
    touched = meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, pair)
    assert {one.clause_type for one, _ in touched} == {"age-requirement"}
    assert all(not means.shifts and means.reworded for _, means in touched)


def test_the_same_bytes_are_no_change() -> None:
    assert _verdict(_TERMS, _TERMS) is Verdict.NONE


def test_a_document_that_was_really_shortened_is_no_failure() -> None:
    assert _verdict(_TERMS, _TERMS.replace(_TERMS[_TERMS.index("**1.4") : _TERMS.index("**1.5")], "")) is (
        Verdict.SUBSTANTIVE
    )


def test_a_number_in_a_table_is_substantive_and_a_date_there_is_not() -> None:
    table = "\n\n| Tracker | Kept for | Since |\n| --- | --- | --- |\n| basket | 6 months | 1 May 2023 |\n"
    assert _verdict(_TERMS + table, _TERMS + table.replace("6 months", "24 months")) is Verdict.SUBSTANTIVE
    assert _verdict(_TERMS + table, _TERMS + table.replace("1 May", "2 June")) is Verdict.EDITORIAL
