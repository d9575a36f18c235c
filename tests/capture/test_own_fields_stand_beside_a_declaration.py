"""Region, language, audience, cadence and expectations: shared by a service, or of one type of its terms."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from conductatlas.capture.declarations import Expectations, Watch
from tests.capture.folders import TERMS, declared, terms_of

_PRIVACY = {"fetch": "https://lumora.example/privacy", "select": "main"}
_TERMS = {"fetch": "https://lumora.example/terms", "select": "main"}
_DECLARATION = {"name": "Lumora", "terms": {TERMS: _TERMS, "Privacy Policy": _PRIVACY}}
_FIELDS = """\
region: EU
language: en
audience: consumers
cadence: daily
expectations:
  minimum_length: 500
terms:
  Terms of Service:
    language: de-AT
    cadence: 6 hours
    expectations:
      maximum_length: 90000
      words: [Lumora, Haftung]
"""


def test_terms_say_more_exactly_what_is_said_of_the_service(tmp_path: Path) -> None:
    found = declared(tmp_path, {"Lumora.json": _DECLARATION, "Lumora.conductatlas.yaml": _FIELDS})
    assert found.problems == ()
    terms, privacy = (one.watch for one in found.services[0].terms)
    assert privacy == Watch("EU", "en", "consumers", timedelta(days=1), Expectations(500))
    expected = Expectations(500, 90_000, ("Lumora", "Haftung"))
    assert terms == Watch("EU", "de-AT", "consumers", timedelta(hours=6), expected)


def test_without_the_file_nothing_is_said(tmp_path: Path) -> None:
    assert terms_of(tmp_path, _TERMS).watch == Watch()
    assert terms_of(tmp_path, _TERMS, **{"Lumora.conductatlas.yaml": "# nothing yet\n"}).watch == Watch()


@pytest.mark.parametrize(
    ("written", "cadence"),
    [("hourly", timedelta(hours=1)), ("week", timedelta(weeks=1)), ("90 Minutes", timedelta(minutes=90))],
)
def test_a_cadence_is_a_name_or_a_number_of_units(tmp_path: Path, written: str, cadence: timedelta) -> None:
    assert terms_of(tmp_path, _TERMS, **{"Lumora.conductatlas.yaml": f"cadence: {written}\n"}).watch.cadence == cadence


@pytest.mark.parametrize(
    ("written", "line", "message"),
    [
        ("language: no", 1, "“language” must be a text, not true or false"),
        ("\nlanguage: English!", 2, "“language” must be a code such as en or pt-BR, not English!"),
        ("cadence: 5 minutes", 1, "“cadence” must be 15 minutes or more, such as daily or “6 hours”; not 5 minutes"),
        ("cadence: [1]", 1, "“cadence” must be 15 minutes or more, such as daily or “6 hours”; not a list"),
        (
            "expectations:\n  minimum_length: 0",
            2,
            "“minimum_length” must be a number of characters above 0, not a number",
        ),
        (
            "expectations:\n  minimum_length: 9\n  maximum_length: 8",
            2,
            "no length is at least 9 and at most 8; neither is checked",
        ),
        ("expectations:\n  words: [1984]", 2, "a word that must be there must be a text, not a number"),
        ("terms: [a]", 1, "“terms” must be a mapping, not a list"),
        ("a: b: c", 1, "is no YAML: mapping values are not allowed here"),
        ("- a", 1, "the file must be a mapping, not a list"),
    ],
)
def test_a_field_that_is_wrong_counts_as_not_said(tmp_path: Path, written: str, line: int, message: str) -> None:
    found = declared(tmp_path, {"Lumora.json": _DECLARATION, "Lumora.conductatlas.yaml": written})
    file = tmp_path / "Lumora.conductatlas.yaml"
    assert [str(one) for one in found.problems] == [f"{file}:{line}: Lumora: {message}"]
    assert [terms.watch for terms in found.services[0].terms] == [Watch(), Watch()]


def test_fields_of_terms_that_are_not_declared_are_noted(tmp_path: Path) -> None:
    fields = "lanugage: en\nterms:\n  Imprint:\n    region: EU\n"
    found = declared(tmp_path, {"Lumora.json": _DECLARATION, "Lumora.conductatlas.yaml": fields})
    assert [(one.line, one.message, one.serious) for one in found.problems] == [
        (0, "“Imprint” is not declared in Lumora.json; what is said of it is not used", False),
        (1, "the file has the unknown key “lanugage”; it is not used (is “language” meant?)", False),
    ]
