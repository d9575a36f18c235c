"""The language of a document is told, or said to be unsure."""

from __future__ import annotations

import pytest

from conductatlas.reading import language_of, read_markdown

_TEXTS = {
    "en": "You agree that we may change these terms at any time. We will tell you thirty days before we do so, and "
    "you may leave before they apply to you, at no cost.",
    "de": "Wir können diese Bedingungen jederzeit ändern und benachrichtigen Sie dreißig Tage vorher. Wenn Sie nicht "
    "einverstanden sind, können Sie Ihr Konto schließen.",
    "fr": "Nous pouvons modifier les présentes conditions à tout moment. Nous vous en informerons trente jours avant "
    "leur entrée en vigueur, et vous pourrez résilier votre compte.",
    "da": "Vi kan til enhver tid ændre disse vilkår og giver dig besked tredive dage før. Hvis du ikke er enig, kan du "
    "lukke din konto, før ændringerne træder i kraft.",
}


@pytest.mark.parametrize("code", sorted(_TEXTS))
def test_the_language_of_terms_is_told(code: str) -> None:
    assert language_of(read_markdown(_TEXTS[code])) == code


def test_a_short_text_is_unsure() -> None:
    assert language_of(read_markdown("Terms of Service")) is None


def test_a_list_of_names_is_not_taken_for_english() -> None:
    names = read_markdown(", ".join(["Håkon Ødegård", "Zoë Müller", "Łukasz Żak", "Ngô Đình"] * 12))
    assert language_of(names) != "en"
