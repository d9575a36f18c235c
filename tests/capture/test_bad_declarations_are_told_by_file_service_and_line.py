"""What is wrong with a declaration is told by file, line and service; all the rest of the folder is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture import DeclarationsError, read_declarations
from conductatlas.capture.declarations.located import Located, LocatedError, parse_json, parse_yaml
from tests.capture.folders import TERMS, declared

_GOOD = '"Imprint": {"fetch": "https://lumora.example/imprint", "select": "main"}'
_RANGE = ": a range needs one of startBefore and startAfter, and one of endBefore and endAfter"


def _of(tmp_path: Path, entry: str, **more: str) -> list[tuple[int, str]]:
    """The line and the message of each serious problem of an entry that stands on line 3, beside a good one."""
    text = f'{{"name": "Lumora", "terms": {{\n{_GOOD},\n"{TERMS}": {entry}\n}}}}'
    found = declared(tmp_path, {"Lumora.json": text})
    assert [terms.type for terms in found.services[0].terms] == ["Imprint"]
    assert all(str(problem).startswith(f"{tmp_path / 'Lumora.json'}:3: Lumora: ") for problem in found.problems)
    return [(problem.line, problem.message) for problem in found.problems if problem.serious]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("7", "“Terms of Service” must be a mapping, not a number"),
        ('{"select": "main"}', "“Terms of Service” has no “fetch”: the address of the page"),
        (
            '{"fetch": "lumora.example", "select": "p"}',
            "“fetch” of “Terms of Service” is no web address: lumora.example",
        ),
        ('{"fetch": "file:///etc/passwd"}', "“fetch” of “Terms of Service” is no web address: file:///etc/passwd"),
        ('{"fetch": ["a"], "select": "p"}', "“fetch” must be a text, not a list"),
        ('{"fetch": "", "select": "p"}', "“fetch” must be a text, not an empty one"),
        (
            '{"fetch": "https://a.example/", "select": "div >"}',
            "“select” of “Terms of Service” is no CSS selector that can be used: div >",
        ),
        (
            '{"fetch": "https://a.example/", "select": "p", "remove": {"startBefore": "h1"}}',
            f"“remove” of “Terms of Service”{_RANGE}",
        ),
        (
            '{"fetch": "https://a.example/", "select": {"startBefore": "h1", "endAfter": "p:hm"}}',
            "“endAfter” in “select” of “Terms of Service” is no CSS selector that can be used: p:hm",
        ),
        ('{"fetch": "https://a.example/", "filter": "cleanUrls"}', "“filter” must be a list, not a text"),
        (
            '{"fetch": "https://a.example/", "filter": [{"a": 1, "b": 2}]}',
            "a filter must be a name, or a mapping of one name to its parameters",
        ),
        (
            '{"fetch": "https://a.example/", "filter": [{"removeQueryParams": 3}]}',
            "“removeQueryParams” takes the name of a parameter or a list of names",
        ),
        (
            '{"fetch": "https://a.example/", "executeClientScripts": "yes"}',
            "“executeClientScripts” must be true or false, not a text",
        ),
        ('{"combine": []}', "“combine” of “Terms of Service” must be a list of sources, not an empty list"),
        ('{"combine": [{"select": "p"}]}', "source 1 of “Terms of Service” has no “fetch”: the address of the page"),
    ],
)
def test_an_entry_that_cannot_be_used_is_left_out(tmp_path: Path, entry: str, message: str) -> None:
    assert _of(tmp_path, entry) == [(3, message)]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "is no JSON: it ends too early"),
        ('{"name": "Lumora",\n"terms": {\n', 3, "is no JSON: it ends too early"),
        ('{"name": "Lumora",\n}', 2, "is no JSON: a comma stands before the }"),
        ('{"name": "Lumora"\n"terms": {}}', 2, "is no JSON: a comma or } is missing"),
        ("{\n'name': 1}", 2, "is no JSON: a key in quotation marks is missing"),
        ('{"name"\n1}', 2, 'is no JSON: a colon is missing after "name"'),
        ('{"name": NaN}', 1, "is no JSON: a value is missing, or is none that JSON knows"),
        ("{}\n{}", 2, "is no JSON: something follows after its end"),
        ("[" * 100_000, 1, "is no JSON: is nested too deeply"),
        ("[]", 1, "the declaration must be a mapping, not a list"),
        ('{"name": "Lumora"}', 1, "the declaration has no “terms”"),
    ],
)
def test_a_file_that_is_no_declaration(tmp_path: Path, text: str, line: int, message: str) -> None:
    found = declared(tmp_path, {"Bad.json": text, "Good.json": f'{{"name": "Good", "terms": {{{_GOOD}}}}}'})
    assert [service.id for service in found.services] == ["Good"]
    assert f"{tmp_path / 'Bad.json'}:{line}: Bad: {message}" in [str(one) for one in found.problems if one.serious]


def test_a_binary_file_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "Bad.json").write_bytes(b'{"name": "\xff\xfe"}')
    found = declared(tmp_path, {"Good.json": f'{{"name": "Good", "terms": {{{_GOOD}}}}}'})
    assert [str(problem) for problem in found.problems] == [f"{tmp_path / 'Bad.json'}: Bad: is not UTF-8 (byte 10)"]


def test_what_is_odd_but_usable_is_noted(tmp_path: Path) -> None:
    text = (
        '{"title": "x",\n"terms": {\n'
        '"House Rules": {"fetch": "https://a.example/", "Select": "p"},\n'
        '"Imprint": {"combine": [{"fetch": "https://a.example/", "select": "p"},\n'
        '{"fetch": "https://a.example/", "select": "i"}], "select": "p", "select": "b"}}}'
    )
    found = declared(tmp_path, {"Lumora.json": text, "Gone.history.json": {}})
    assert [(problem.line, problem.message) for problem in found.problems] == [
        (0, "there is no Gone.json; it is not used"),
        (1, "the declaration has no “name”; it is called Lumora"),
        (1, "the declaration has the unknown key “title”; it is not used (known are name, terms and importedFrom)"),
        (3, "“House Rules” has no “select”: of a page its main content is read"),
        (3, "“House Rules” has the unknown key “Select”; it is not used (is “select” meant?)"),
        (3, "“House Rules” is none of the types of terms of Open Terms Archive"),
        (5, "“Imprint” has “select” more than once; the last counts"),
        (5, "“combine” of “Imprint” has https://a.example/ more than once"),
    ]
    assert not any(problem.serious for problem in found.problems)
    assert [terms.type for terms in found.services[0].terms] == ["House Rules", "Imprint"]


@pytest.mark.parametrize(
    ("entry", "line", "message"),
    [
        ({"ValidUntil": "2026-01-01T00:00:00Z"}, 3, "a former “Imprint” has no “validUntil”; it is not used"),
        ({"validUntil": "soon"}, 6, "“validUntil” of “Imprint” must be a time such as 2026-03-01T12:00:00Z"),
    ],
)
def test_a_former_declaration_must_say_until_when(
    tmp_path: Path, entry: dict[str, str], line: int, message: str
) -> None:
    former = {"fetch": "https://a.example/", "select": "p", **entry}
    found = declared(
        tmp_path,
        {
            "Lumora.json": f'{{"name": "Lumora", "terms": {{{_GOOD}}}}}',
            "Lumora.history.json": {"Imprint": [former]},
        },
    )
    assert (found.services[0].history, len(found.services[0].terms)) == ((), 1)
    assert [(one.line, one.message) for one in found.problems if one.serious] == [(line, message)]


def test_a_folder_without_declarations(tmp_path: Path) -> None:
    with pytest.raises(DeclarationsError, match=r"holds no declaration \(files SERVICE.json\)$"):
        read_declarations(tmp_path)
    with pytest.raises(DeclarationsError, match=r"nowhere: No such file or directory$"):
        read_declarations(tmp_path / "nowhere")


_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(_VALUES, st.sampled_from([None, 1, "\t"]))
def test_json_is_parsed_as_the_standard_library_does(value: Any, indent: Any) -> None:
    assert parse_json(json.dumps(value, indent=indent)).plain() == value


@given(st.text(alphabet='{}[]",:0e-x\\n tru\n', max_size=60))
def test_what_is_no_json_is_told_with_a_line(text: str) -> None:
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(LocatedError):
            parse_json(text)
    else:
        assert parse_json(text).plain() == expected


def test_values_know_their_lines() -> None:
    lines: list[tuple[Any, int]] = []

    def collect(one: Located) -> None:
        lines.append((one.value if isinstance(one.value, str) else type(one.value).__name__, one.line))
        for inner in (
            one.value.values() if isinstance(one.value, dict) else one.value if isinstance(one.value, list) else ()
        ):
            collect(inner)

    collect(parse_json('\n{"a":\n"x", "b": [\n\n"y"]}'))
    assert lines == [("dict", 2), ("x", 3), ("list", 3), ("y", 5)]
    lines.clear()
    collect(parse_yaml("\na: x\nb:\n  - y\n"))
    assert lines == [("dict", 2), ("x", 2), ("list", 4), ("y", 4)]


def test_aliases_cannot_fill_the_memory() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    with pytest.raises(LocatedError, match="holds more than 100,000 values"):
        parse_yaml(bomb)
