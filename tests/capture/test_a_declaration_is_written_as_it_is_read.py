"""The declaration of one document as JSON for a person, and back."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture import Terms
from conductatlas.capture.declarations import (
    Expectations,
    Filter,
    Range,
    Source,
    Watch,
    terms_from_text,
    terms_to_text,
    terms_to_value,
)

_KEPT = Terms("Hearthbook", "Terms of Service", (Source("https://hearthbook.example/terms", ("main",)),))
_SELECTORS = st.sampled_from(
    ["main", "#a > p:not(.b)", Range("#a", "footer", True, False), Range("h1", "h2", False, True)]
)
_FILTERS = st.sampled_from(
    [
        Filter("removeQueryParams", '["session"]', True),
        Filter("removeQueryParams", '"id"', True),
        Filter("own", "", False),
    ]
)
_SOURCES = st.builds(
    Source,
    st.sampled_from(["https://hearthbook.example/terms", "https://hearthbook.example/a.pdf"]),
    st.lists(_SELECTORS, max_size=3).map(tuple),
    st.lists(_SELECTORS, max_size=2).map(tuple),
    st.lists(_FILTERS, max_size=2).map(tuple),
    st.sampled_from([None, True, False]),
)
_EXPECTATIONS = st.builds(
    Expectations,
    st.none() | st.integers(1, 500),
    st.none() | st.integers(500, 10**6),
    st.lists(st.sampled_from(["liability", "Hearthbook"]), max_size=2).map(tuple),
)
_WATCHES = st.builds(
    Watch,
    st.sampled_from(["", "EU"]),
    st.sampled_from(["", "en", "pt-BR"]),
    st.sampled_from(["", "consumers"]),
    st.none()
    | st.integers(15, 9_999).map(lambda minutes: timedelta(minutes=minutes))
    | st.just(timedelta(weeks=9_999)),
    _EXPECTATIONS,
)


@given(st.lists(_SOURCES, min_size=1, max_size=3).map(tuple), _WATCHES)
def test_what_is_written_is_read_as_the_same(sources: tuple[Source, ...], watch: Watch) -> None:
    terms = Terms("Hearthbook", "Terms of Service", sources, watch)
    read, problems = terms_from_text(terms_to_text(terms), terms)
    assert read is not None, problems
    assert terms_to_value(read) == terms_to_value(terms)
    assert not [one for one in problems if one.serious]


def test_what_is_not_said_is_left_out() -> None:
    written = json.loads(terms_to_text(_KEPT))
    assert written == {"fetch": "https://hearthbook.example/terms", "select": ["main"]}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "ends too early"),
        ('{\n"fetch": "https://a.example/",\n}', 3, "a comma stands before the }"),
        ('{\n"select": "main"}', 1, "has no “fetch”"),
        ('{"fetch": "https://a.example/",\n"select": "main["}', 2, "“select” of “Terms of Service” is no CSS selector"),
        ('{"fetch": "https://a.example/",\n"select": {"startBefore": "h1"}}', 2, "a range needs"),
        ('{"fetch": "file:///etc/passwd", "select": "a"}', 1, "is no web address"),
        ('{\n"combine": []}', 2, "must be a list of sources, not an empty list"),
        ('{"fetch": "https://a.example/", "select": "a",\n"conductatlas": []}', 2, "must be a mapping, not a list"),
        ('{"fetch": "https://a.example/", "select": "a",\n"conductatlas": {\n"cadence": "1 minute"}}', 3, "“cadence”"),
        ('{"fetch": "https://a.example/",\n"select": "a\\u0000"}', 2, "that no text can hold"),
        ('{"fetch": "https://a.example/",\n"select": ["\\ud800"]}', 2, "that no text can hold"),
        ('{"fetch": "https://a.example/", "\\udfff": 1}', 1, "that no text can hold"),
        ("[" * 100, 1, "is nested too deeply"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, says: str) -> None:
    read, problems = terms_from_text(text, _KEPT)
    assert read is None
    (problem,) = [one for one in problems if one.serious]
    assert problem.line == line
    assert says in problem.message


def test_an_unknown_field_is_noted_and_the_rest_used() -> None:
    read, problems = terms_from_text('{"fetch": "https://a.example/",\n"selct": "main", "select": "main"}', _KEPT)
    assert read is not None and read.sources[0].select == ("main",)
    (problem,) = problems
    assert (problem.line, problem.serious) == (2, False)
    assert "unknown key “selct”" in problem.message and "is “select” meant?" in problem.message
