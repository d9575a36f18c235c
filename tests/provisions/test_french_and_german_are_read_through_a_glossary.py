"""French and German become English words for the method alone: places, quotes and reasons stay those of the text."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.provisions import default_finder, find_facts, is_glossed, load_glossary, reads_language
from conductatlas.reading import read_markdown

_FRENCH = """\
# Conditions générales d’utilisation

## Votre compte

Nous pouvons suspendre ou résilier votre compte à tout moment, sans préavis et à notre seule discrétion.

## Vos données

Nous ne vendons pas vos données personnelles à des tiers.

Vous avez le droit d’accéder à vos données personnelles, de les corriger et de demander leur suppression.

You may not copy, sell or scrape any content of the service, nor use it to harass other users.

Conditions générales de vente de nos articles
"""
_GERMAN = """\
# Nutzungsbedingungen

Wir verwenden Cookies und ähnliche Technologien, um Ihnen personalisierte Werbung zu zeigen.

Wir können diese Nutzungsbedingungen jederzeit ändern und benachrichtigen Sie dreißig Tage vorher per E-Mail.

Sie müssen mindestens 16 Jahre alt sein, um ein Konto zu erstellen.
"""
_LETTERS = st.text(alphabet="aàbcdeéèêfghiîïjlmnoôœpqrstuùûüäößvxyzÀÉÇŒ'’ .,;:!?\n*|-0123456789…\u0301", max_size=300)
_WORDS = st.lists(
    st.sampled_from(
        [
            "nous",
            "ne",
            "vendons",
            "pas",
            "plus",
            "que",
            "l’",
            "utilisateur",
            "d'",
            "données",
            "personnelles",
            "teilen",
            "wir",
            "Daten",
            "mit",
            "Dritten",
            "mitteilen",
            "Datenschutzrichtlinie",
            "behalten",
            "uns",
            "das",
            "Recht",
            "vor",
            "à",
            "tout",
            "moment",
            ".",
            ",",
            ":",
            "\n\n",
            "**sans",
            "préavis**",
            "30",
            "jours",
        ]
    ),
    max_size=60,
).map(" ".join)
_TABLES = {
    language: files("conductatlas.provisions").joinpath("glossaries", f"{language}.tsv").read_text(encoding="utf-8")
    for language in ("de", "fr")
}


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Load model and glossaries before anything is timed."""
    for language in _TABLES:
        default_finder().reading(language).find(read_markdown("Daten"))


def _gloss(language: str, text: str) -> str:
    return " ".join(load_glossary(language).gloss(text).text.split())


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("fr", "L’utilisateur accepte les présentes conditions.", "the user accept these terms."),
        ("fr", "Nous ne vendons pas vos données.", "we do not sell your data."),
        ("fr", "Vos données sont conservées pendant 30 jours", "your data are retained during 30 days"),
        ("fr", "les fournisseurs de services", "the service providers"),
        ("fr", "LES UTILISATEURS", "the users"),
        ("fr", "une pertinence inédite", "a pertinence inedite"),
        ("de", "Wir teilen Ihnen Änderungen mit.", "we share with you changes ."),
        ("de", "unsere Datenspeicherungsrichtlinien", "our data retention policy"),
        ("de", "Kundenkontodaten", "customer account data"),
        ("de", "Sie dürfen das Konto nicht verkaufen", "you may not the account sell"),
    ],
)
def test_words_become_english_ones_in_their_order(language: str, text: str, english: str) -> None:
    assert _gloss(language, text) == english


def test_a_gap_ends_with_its_clause() -> None:
    assert _gloss("fr", "ne change ; pas de frais") == "change ; not of fees"


@pytest.mark.parametrize("language", ["de", "fr"])
@given(text=_LETTERS | _WORDS)
def test_each_english_word_knows_the_words_that_it_stands_for(language: str, text: str) -> None:
    gloss = load_glossary(language).gloss(text)
    assert gloss == load_glossary(language).gloss(text)
    last = (0, 0)
    for start, end, source_start, source_end in gloss.spans:
        assert last[0] <= start < end <= len(gloss.text)
        assert last[1] <= source_start < source_end <= len(text)
        assert re.search(r"[^\W\d_]", text[source_start:source_end])
        assert gloss.source(start, end) == (source_start, source_end)
        last = (end, source_end)
    assert re.findall(r"[\d.;:!?]", gloss.text.replace("i.e.", "")) == re.findall(r"[\d.;:!?]", text)


@pytest.mark.parametrize("language", ["de", "fr"])
@given(text=_LETTERS | _WORDS | st.text(max_size=200))
def test_quotes_places_and_reasons_are_slices_of_the_text(language: str, text: str) -> None:
    document, finder = read_markdown(text), default_finder().reading(language)
    assert finder.units(document) == default_finder().units(document)
    for finding in finder.find(document):
        assert finding.quote == document.text[finding.start : finding.end]
        assert all(0 <= one.start < one.end <= len(finding.quote) for one in finding.reasons)


def test_clauses_are_found_and_their_reasons_quote_the_original() -> None:
    document = read_markdown(_FRENCH)
    found = {one.clause_type: one for one in default_finder().reading("fr").find(document)}
    assert {"unilateral-termination", "no-sale-commitment", "access-portability-right", "deletion-right"} <= set(found)
    ending = found["unilateral-termination"]
    assert (ending.severity.value, ending.stance.value) == ("high", "adverse")
    (reason,) = ending.reasons
    assert ending.quote[reason.start : reason.end] in ("sans préavis", "à notre seule discrétion")
    assert {"cookies-and-trackers", "age-requirement"} <= {
        one.clause_type for one in default_finder().reading("de").find(read_markdown(_GERMAN))
    }


def test_an_english_passage_within_is_read_as_it_is_and_a_title_states_nothing() -> None:
    finder, document = default_finder().reading("fr"), read_markdown(_FRENCH)
    units = finder.units(document)
    english, title = units[-2], units[-1]
    assert max(finder.judge([english])[0].items(), key=lambda one: one[1])[0] == "prohibited-conduct"
    assert title.text == "Conditions générales de vente de nos articles"
    assert finder.judge([title]) == ({},)


def test_no_facts_are_told_of_a_text_that_is_not_english() -> None:
    text = "Nous utilisons des cookies et des technologies similaires pour mesurer l’audience de notre site."
    (finding,) = default_finder().reading("fr").find(read_markdown(text))
    assert finding.clause_type == "cookies-and-trackers"
    assert find_facts(finding.quote), "an English word among the French ones fits a pattern"
    assert finding.facts == ()


def test_english_is_read_as_if_there_were_no_glossary() -> None:
    finder = default_finder()
    assert finder.reading("en") is finder.reading(None) is finder.reading("") is finder
    assert "glossed" not in finder.method
    assert finder.reading("fr").method.startswith(f"{finder.method} glossed-")
    assert finder.reading("fr") is finder.reading("fr")
    assert finder.reading("fr").method != finder.reading("de").method
    assert [reads_language(code) for code in ("en", "fr", "de", "da", None)] == [True, True, True, False, True]
    assert [is_glossed(code) for code in ("en", "fr", "de", "da", None)] == [False, True, True, False, False]


@pytest.mark.parametrize("language", ["da", "en", "../fr", ""])
def test_there_is_no_other_glossary(language: str) -> None:
    with pytest.raises(KeyError):
        load_glossary(language)


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_line_of_a_glossary_is_a_pair_that_stands_once(language: str) -> None:
    written = [line.split("\t") for line in _TABLES[language].splitlines() if line and not line.startswith("#")]
    assert len(written) > 2_000
    assert all(len(line) == 2 and line[0] == line[0].strip() and line[1] == line[1].strip() for line in written)
    assert all(re.fullmatch(r"[ -~]*", english) for _, english in written)
    assert len({source for source, _ in written}) == len(written)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "daten" * 20_000),
        ("de", " ".join("daten" * 11 + "q" * number for number in range(1, 5))),
        ("de", "e" * 100_000),
        ("fr", "ne " * 20_000),
        ("fr", "\u0301" * 50_000),
        ("fr", "l’" * 50_000),
    ],
)
def test_texts_made_to_use_up_time_are_glossed_like_others(language: str, text: str) -> None:
    gloss = load_glossary(language).gloss(text)
    assert len(gloss.text) <= 6 * len(text)


def test_german_moderators_are_no_staff_who_read_conversations() -> None:
    words = (
        "Larkwell setzt diese Regeln mit einer Kombination aus Technik und menschlicher Überprüfung durch. Zusätzlich "
        "zu Meldungen unserer Nutzer setzen wir automatisierte Tools ein, die Inhalte erkennen, die gegen diese Regeln "
        "verstoßen."
    )
    found = {one.clause_type for one in default_finder().reading("de").judge_passage(words, "Plattformregeln", "")}
    assert "ai-human-review" not in found
    assert "monitoring-rights" in found
