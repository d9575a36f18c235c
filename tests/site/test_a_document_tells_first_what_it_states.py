"""The page of a document tells what it states before its versions, of which a reader can see those that changed it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from conductatlas.records.models import Verdict
from conductatlas.site.presenters.links import excerpt
from tests.records_factory import at, make_change, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db
_TEXT = "# Rules\n\nYou must not grind on day {0}.\n\nYou must not sing on day {0}.\n"
_VERDICTS = (Verdict.TECHNICAL, Verdict.SUBSTANTIVE, Verdict.EDITORIAL, Verdict.TECHNICAL, Verdict.SUBSTANTIVE)


def _document() -> str:
    document = make_document("Larkwell")
    version = make_version(document, _TEXT.format(0), at(2026, 1, 1))
    for words in ("You must not grind on day 0.", "You must not sing on day 0."):
        make_provision(version, "prohibited-conduct", words, severity="medium")
    make_provision(version, "data-sale", _TEXT.format(0), severity="medium")
    for number, verdict in enumerate(_VERDICTS, 1):
        make_change(make_version(document, _TEXT.format(number), at(2026, 1, 1 + number)), verdict)
    return f"/{document.permanent_id}"


def _numbers(html: str) -> list[int]:
    return [int(number) for number in re.findall(r'<th scope="row"><a [^>]*>(\d+)</a>', html)]


def test_what_it_states_stands_before_its_facts_and_versions() -> None:
    html = Client().get(_document()).content.decode()
    places = [html.index(part) for part in ('id="provisions"', 'aria-label="Facts', 'id="versions"', 'id="cite"')]
    assert places == sorted(places)


def test_a_link_to_a_clause_is_named_by_its_type_and_told_from_others_of_that_type() -> None:
    html = Client().get(_document()).content.decode()
    links = re.findall(r'<li><a href="(/CA-P-\d+)">(.*?)</a>', html)
    assert links == [
        ("/CA-P-000001", "Prohibited conduct <code>CA-P-000001</code>"),
        ("/CA-P-000002", "Prohibited conduct <code>CA-P-000002</code>"),
        ("/CA-P-000003", "Sale of personal data"),
    ]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [6, 5, 4, 3, 2, 1]),
        ("?versions=changed", [6, 4, 3]),
        ("?versions=substantive", [6, 3]),
    ],
)
def test_versions_can_be_those_that_changed_something(query: str, numbers: list[int]) -> None:
    path = _document()
    html = Client().get(f"{path}{query}").content.decode()
    assert _numbers(html) == numbers
    told = Client().get(f"{path}.json{query}").json()
    assert [one["version"]["number"] for one in told["versions"]] == numbers
    assert told["paging"]["total"] == len(numbers)
    assert told["version_counts"] == {"all": 6, "changed": 3, "substantive": 2}
    assert told["versions_shown"] == query.partition("=")[2]
    assert html.count('aria-current="true"') == 1
    assert ('href="?versions=substantive#versions">2 substantive</a>' in html) == (query != "?versions=substantive")


def test_the_first_words_of_a_table_are_those_of_its_first_row() -> None:
    table = "| Purpose | Kinds of data |\n| --- | --- |\n| To grind your corn | Your name |\n"
    assert excerpt(table, 100) == "To grind your corn Your name"
    assert excerpt(table.replace("Purpose", "We grind your corn."), 100).startswith("We grind your corn. Kinds")
