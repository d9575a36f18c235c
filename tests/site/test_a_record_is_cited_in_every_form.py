"""Citations say what they must in each form, and every form is read back as what went in, whatever a title holds."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
import rispy
import time_machine
from bibtexparser.entrypoint import parse_string
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from conductatlas.english import day
from conductatlas.records.models import Change
from conductatlas.site.citing import FORMS, Cited, form_of, one_line
from tests.records_factory import World

_CITED = Cited(
    key="CA-P-000007",
    record="CA-P-000007",
    title="Sale of data & more",
    inside=("Larkwell", "Terms_of_Service"),
    recorded=date(2026, 3, 5),
    sha256="ab" * 32,
    address="https://atlas.example/CA-P-000007",
    accessed=date(2026, 9, 1),
)
_PLATFORM = Cited(
    "conductatlas-larkwell", "", "Larkwell", (), None, "", "https://atlas.example/platforms/larkwell", date(2026, 9, 1)
)
_UNTEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{character}": character for character in "&%$#_"},
}
_names = (st.text(max_size=60) | st.text(alphabet="\\{}%&$#_~^@\"',=\n\r\u2028 -TYER", max_size=60)).map(one_line)
_cited = st.builds(
    Cited,
    key=st.just("CA-P-000007"),
    record=st.just("CA-P-000007"),
    title=_names.filter(bool),
    inside=st.tuples(_names.filter(bool), _names.filter(bool)) | st.just(()),
    recorded=st.dates(min_value=date(1990, 1, 1)) | st.none(),
    sha256=st.just("0f" * 32) | st.just(""),
    address=st.just("https://atlas.example/CA-P-000007?a=%7B1%7D&b=_"),
    accessed=st.dates(min_value=date(1990, 1, 1)),
)


def _in(form: str, cited: Cited) -> str:
    return form_of(form).write(cited)


def test_the_plain_form_names_all_that_is_needed() -> None:
    assert _in("txt", _CITED) == (
        "ConductAtlas, “Sale of data & more”, record CA-P-000007, in: Larkwell, Terms_of_Service, as recorded on "
        f"5 March 2026 (SHA-256 {'ab' * 32}). https://atlas.example/CA-P-000007, accessed 1 September 2026."
    )
    assert _in("txt", _PLATFORM) == (
        "ConductAtlas, “Larkwell”. https://atlas.example/platforms/larkwell, accessed 1 September 2026."
    )


def test_the_bluebook_form_is_that_of_a_web_page() -> None:
    assert _in("bluebook.txt", _CITED) == (
        "ConductAtlas, Sale of data & more (Larkwell, Terms_of_Service), record CA-P-000007, ConductAtlas "
        "(Mar. 5, 2026), https://atlas.example/CA-P-000007 (last visited Sept. 1, 2026)."
    )
    assert _in("bluebook.txt", _PLATFORM) == (
        "ConductAtlas, Larkwell, ConductAtlas, https://atlas.example/platforms/larkwell (last visited Sept. 1, 2026)."
    )


def test_the_apa_form_is_that_of_a_page_that_changes() -> None:
    assert _in("apa.txt", _CITED) == (
        "ConductAtlas. (2026, March 5). Sale of data & more: Larkwell, Terms_of_Service (Record CA-P-000007). "
        "Retrieved September 1, 2026, from https://atlas.example/CA-P-000007"
    )
    assert _in("apa.txt", _PLATFORM).startswith("ConductAtlas. (n.d.). Larkwell. Retrieved September 1, 2026, from ")


@given(_cited)
def test_bibtex_is_read_back(cited: Cited) -> None:
    library = parse_string(_in("bib", cited))
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert (entry.entry_type, entry.key) == ("misc", "CA-P-000007")
    assert _untex(fields["title"]) == cited.full_title
    assert _untex(fields["note"]) == cited.note
    assert fields["author"] == "{ConductAtlas}"
    assert fields["url"] == cited.address
    assert fields["urldate"] == cited.accessed.isoformat()
    assert fields.get("year") == (str(cited.recorded.year) if cited.recorded else None)


def _untex(text: str) -> str:
    commands = "|".join(re.escape(command) for command in sorted(_UNTEX, key=len, reverse=True))
    return re.sub(commands, lambda found: _UNTEX[found.group()], text)


@given(_cited)
def test_braces_of_bibtex_are_balanced_as_bibtex_counts_them(cited: Cited) -> None:
    depth = 0
    written = _in("bib", cited)
    for position, character in enumerate(written):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth > 0 or position < written.index("{") or not written[position + 1 :].strip()
    assert depth == 0


@given(_cited)
def test_ris_is_read_back(cited: Cited) -> None:
    written = _in("ris", cited)
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in written.split("\r\n")[:-1])
    (entry,) = rispy.loads(written)
    assert entry["type_of_reference"] == "ELEC"
    assert entry["title"] == cited.full_title.strip()
    assert entry["urls"] == [cited.address]
    assert entry["access_date"] == f"{cited.accessed:%Y/%m/%d}"
    assert entry["authors"] == ["ConductAtlas"]
    assert entry.get("notes", [""]) == [cited.note]


@given(_cited)
def test_csl_json_is_read_back(cited: Cited) -> None:
    (item,) = json.loads(_in("csl.json", cited))
    assert (item["type"], item["title"], item["URL"]) == ("webpage", cited.full_title, cited.address)
    assert date(*item["accessed"]["date-parts"][0]) == cited.accessed
    assert ("issued" in item) == (cited.recorded is not None)


@given(st.text())
def test_a_text_becomes_one_line_without_control_characters(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert len(line.splitlines()) <= 1
    assert [character for character in line if not character.isspace()] == [
        character for character in text if character.isprintable() and not character.isspace()
    ]


@pytest.mark.parametrize("path", ["/CA-P-000001", "/CA-C-000002", "/CA-D-000001", "/platforms/larkwell"])
@time_machine.travel("2026-11-25T23:30:00-05:00", tick=False)
def test_every_form_is_on_the_page_and_a_file_of_its_own(client: Client, world: World, path: str) -> None:
    listed = client.get(f"{path}.json").json()["citation"]["forms"]
    assert [one["id"] for one in listed] == [form.id for form in FORMS]
    html = client.get(path).content.decode()
    for form, one in zip(FORMS, listed, strict=True):
        assert one["path"] == f"{path}.{form.ending}"
        assert f'href="{one["path"]}"' in html
        response = client.get(one["path"])
        assert response.status_code == 200
        assert response["Content-Type"] == form.media_type
        assert response["Content-Disposition"].endswith(f'.{form.ending}"')
        assert response.content.decode() == one["text"]
    assert "accessed 26 November 2026" in listed[0]["text"]


def test_a_change_is_cited_by_its_day(client: Client, world: World) -> None:
    change = Change.objects.order_by("id").first()
    assert change
    title = client.get(f"/CA-C-{change.id:06d}.csl.json").json()[0]["title"]
    assert title.startswith(f"Change of {day(change.version.recorded_at.date())} (")
    assert change.summary
    assert change.summary.rstrip(".") not in title


def test_a_citation_names_the_text_it_rests_on(client: Client, world: World) -> None:
    text = client.get("/CA-P-000003.txt").content.decode()
    assert world.versions[0].text.sha256 in text, "a removed provision is cited as it last stood"
    assert "as recorded on 10 January 2026" in text
    assert world.versions[3].text.sha256 in client.get("/CA-D-000001.txt").content.decode()


@pytest.mark.parametrize("path", ["/CA-P-999999.bib", "/platforms/nobody.ris", "/CA-P-000001.doc", "/CA-D-9.csl.json"])
def test_what_is_not_there_can_not_be_cited(client: Client, world: World, path: str) -> None:
    assert client.get(path, follow=True).status_code == 404


@pytest.mark.parametrize(
    ("short", "right"), [("/p/1", "/CA-P-000001"), ("/c/2", "/CA-C-000002"), ("/d/1", "/CA-D-000001")]
)
def test_a_short_address_leads_to_the_record(client: Client, world: World, short: str, right: str) -> None:
    response = client.get(short)
    assert (response.status_code, response["Location"]) == (301, right)


def test_the_addresses_are_those_that_the_public_knows(client: Client, world: World, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    citation = client.get("/CA-P-000001.json").json()["citation"]
    assert citation["address"] == "https://atlas.example/CA-P-000001"
    assert citation["short_address"] == "https://atlas.example/p/1"
