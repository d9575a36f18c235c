"""What a text names in other words, or a period as long, neither came nor went."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.effects.shifts import shifts
from conductatlas.reading import read_markdown


def _told(clause_type: str, before: str, after: str, beyond: tuple[str, str] = ("", "")) -> list[str]:
    """What is told of a passage whose texts have other paragraphs too."""
    old, new = (f"{passage}\n\n{more}\n" for passage, more in zip((before, after), beyond, strict=True))
    texts = KeptText(read_markdown(old)), KeptText(read_markdown(new))
    return [one.phrase for one in shifts(load_catalogue()[clause_type], before, after, texts)]


@pytest.mark.parametrize(
    ("clause_type", "before", "after", "stood"),
    [
        (
            "age-requirement",
            "You must be able to enter into a contract to use Larkwell.",
            "You must be able to enter into a contract, and anyone under 16 needs leave to use Larkwell.",
            "Larkwell asks parents before it lets their children in.",
        ),
        (
            "cookies-and-trackers",
            "We use cookies to keep you signed in to the mill.",
            "We use cookies to keep you signed in to the mill and for marketing.",
            "Cookies help us to advertise Larkwell on other sites.",
        ),
        (
            "personal-data-collected",
            "We collect your name and what you grind at the mill.",
            "We collect your name, your passport number and what you grind at the mill.",
            "A sworn miller sends us a copy of a government-issued card.",
        ),
    ],
)
def test_what_stood_in_other_words_is_no_news(clause_type: str, before: str, after: str, stood: str) -> None:
    assert _told(clause_type, before, after)
    assert not _told(clause_type, before, after, (stood, ""))


def test_a_period_as_long_in_another_unit_is_still_stated() -> None:
    before, after = "We keep the logs of your sign-ins for 90 days.", "We keep the logs of your sign-ins as needed."
    assert _told("retention-period", before, after) == ["a retention period of 90 days is no longer stated"]
    assert not _told("retention-period", before, after, ("", "Sign-ins | kept for three months after each"))


def test_a_period_is_not_told_alone_where_others_gave_way_to_each_other() -> None:
    logs, cards = "We keep the logs of the mill for {}.", "We keep the cards of millers for {}."
    before, after = "7 days", "3 months"
    keys = "We keep keys for 7 days. We keep lamps for 3 months."
    old, new = (f"{logs.format('2 years')} {cards.format(one)} {keys}" for one in (before, after))
    assert _told("retention-period", old, f"{old} We keep bells for 5 days.")
    assert not _told("retention-period", old, f"{new} We keep bells for 5 days.")


def test_an_age_that_stands_elsewhere_is_still_stated() -> None:
    before, after = "Anyone under the age of 14 needs leave of a parent.", "A child needs leave of a parent."
    assert _told("age-requirement", before, after) == ["the age named (14 years) is no longer stated"]
    assert not _told("age-requirement", before, after, ("", "The mill opens to those of 14 and more."))


def test_contacts_with_the_support_are_no_address_book() -> None:
    before = "We collect your name."
    assert not _told("personal-data-collected", before, "We collect your name and your contacts with our support.")
    assert _told("personal-data-collected", before, "We collect your name and your contacts from your phone.")
