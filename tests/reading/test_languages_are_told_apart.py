"""The language of a document is told, or said to be unsure."""

from __future__ import annotations

import pytest

from conductatlas.reading import language_of, plain_language_of, read_markdown

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


@pytest.mark.parametrize("code", ["de", "en", "fr"])
def test_the_languages_that_are_read_are_plain_by_their_commonest_words(code: str) -> None:
    assert plain_language_of(read_markdown(_TEXTS[code])) == code


@pytest.mark.parametrize(
    "text",
    [
        _TEXTS["da"],
        "La presente política explica qué datos personales recogemos de usted y para qué los usamos, sin ningún coste.",
        "Deze voorwaarden gelden voor alle gebruikers van onze diensten. Wij kunnen de voorwaarden wijzigen.",
        ", ".join(["Larkwell GmbH (Berlin)", "Corvid SARL (Lyon)", "Tern BV (Utrecht)"] * 8),
        "Nous pouvons modifier les conditions.",
    ],
)
def test_nothing_else_is_plain(text: str) -> None:
    assert plain_language_of(read_markdown(text)) is None


def test_a_mixed_text_is_in_the_language_of_most_of_its_words() -> None:
    assert language_of(read_markdown(f"{_TEXTS['fr']}\n\n{_TEXTS['fr']}\n\nRead our terms in English.")) == "fr"
    assert language_of(read_markdown(f"{_TEXTS['en']}\n\n{_TEXTS['en']}\n\nVersion française")) == "en"
