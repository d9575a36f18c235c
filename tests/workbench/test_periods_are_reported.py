"""Board, timeline, regulations, and the audit report in each of its forms."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.accounts.models import AuditEntry
from conductatlas.site.exporting import COLUMNS
from conductatlas.site.presenters.workbench.frame import period
from conductatlas.workbench.models import TriageState
from conductatlas.workbench.triaging import triage
from tests.records_factory import World, at, rewrite
from tests.workbench.conftest import Team

_ALL = "?from=2026-01-01&to=2026-12-31"
_TODAY = date(2026, 5, 1)


@pytest.fixture
def triaged(team: Team, world: World) -> Team:
    """The team, which has escalated the one change with a note that a spreadsheet would compute."""
    triage(
        team.workspace,
        world.substantive,
        team.owner,
        at(2026, 5, 1),
        state=TriageState.ESCALATED,
        assignee=team.owner,
        note='=HYPERLINK("https://hearthbook.example","Click")',
    )
    world.substantive.summary = "=1+1"
    world.substantive.save()
    return team


def test_the_board_has_the_gravest_provisions_of_the_vendors(as_owner: Client, team: Team, world: World) -> None:
    board = as_owner.get(f"{team.path}/board.json").json()
    assert [one["provision"]["id"] for one in board["lines"]] == [
        world.training.permanent_id,
        world.arbitration.permanent_id,
    ], "the one that changed stands first, the rival's is none of theirs"
    assert board["lines"][0]["change"] == world.substantive.permanent_id
    everything = as_owner.get(f"{team.path}/board.json?severity=").json()
    assert everything["paging"]["total"] == 3
    assert as_owner.get(f"{team.path}/board.json?severity=&category=ai").json()["paging"]["total"] == 1


def test_the_timeline_draws_what_it_tells(as_owner: Client, team: Team) -> None:
    page = as_owner.get(f"{team.path}/timeline{_ALL}").content.decode()
    assert page.count('class="mark high"') == 1
    assert '<path class="mark low"' not in page
    told = as_owner.get(f"{team.path}/timeline.json{_ALL}").json()
    assert [(one["platform"]["name"], one["total"]) for one in told["vendors"]] == [("Larkwell", 1)]
    before = as_owner.get(f"{team.path}/timeline.json?from=2026-01-01&to=2026-03-04").json()
    assert (before["vendors"], [one["name"] for one in before["quiet"]]) == ([], ["Larkwell"])


def test_regulations_name_laws_with_the_clauses_that_changed(as_owner: Client, team: Team) -> None:
    told = as_owner.get(f"{team.path}/regulations.json{_ALL}&region=eu").json()
    laws = {one["law"]["id"]: one for one in told["laws"]}
    assert "eu-gdpr" in laws
    types = {clause["clause_type"]["id"] for clause in laws["eu-gdpr"]["shown"]}
    assert types <= {"ai-training-on-user-content", "deletion-right"}
    assert all(one["law"]["jurisdiction"] == "European Union" for one in told["laws"])
    assert told["clauses"] == 2


def test_laws_are_those_of_whom_the_document_is_for(as_owner: Client, team: Team, world: World) -> None:
    stored = world.versions[2].text
    opening = "These Terms apply to you only if you live in Brazil."
    rewrite(stored, f"# Terms of Service\n\n{opening}\n\n{stored.text}")
    told = as_owner.get(f"{team.path}/regulations.json{_ALL}").json()
    touched = {(law["law"]["id"], one["clause_type"]["id"]) for law in told["laws"] for one in law["shown"]}
    assert ("eu-gdpr", "ai-training-on-user-content") not in touched
    # The clause that went stood in the version before, which is for everybody.
    assert ("eu-gdpr", "deletion-right") in touched
    entry = as_owner.get(f"{team.path}/inbox/CA-C-000002.json").json()
    report = as_owner.get(f"{team.path}/report.csv{_ALL}").getvalue().decode("utf-8-sig")
    named = {law["title"] for law in entry["laws"]}
    assert named == {law["law"]["title"] for law in told["laws"]}
    assert all(title in report for title in named)


def test_csv_holds_every_change_with_its_evidence_and_no_formula(as_owner: Client, triaged: Team, world: World) -> None:
    answer = as_owner.get(f"{triaged.path}/report.csv{_ALL}")
    content = answer.getvalue().decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(content, newline=""))
    found = dict(zip(header, row, strict=True))
    assert tuple(header) == COLUMNS
    assert (found["change"], found["state"], found["assignee"]) == ("CA-C-000002", "escalated", "kim@team.example")
    assert found["sha256 of the text after"] == world.versions[2].text.sha256
    assert found["summary"] == "'=1+1"
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    assert AuditEntry.objects.get(action="report.made").detail == {"form": "csv"}


def test_the_workbook_holds_the_same_as_texts(as_owner: Client, triaged: Team) -> None:
    content = as_owner.get(f"{triaged.path}/report.xlsx{_ALL}").content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = ET.fromstring(book.read("xl/worksheets/sheet2.xml"))  # noqa: S314
        strings = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert not list(sheet.iter(f"{space}f")), "no formula"
    texts = ["".join(one.itertext()) for one in strings.iter(f"{space}si")]
    assert "=1+1" in texts
    assert "CA-C-000002" in texts


def test_pdf_and_json_are_of_the_period(as_owner: Client, triaged: Team) -> None:
    paper = as_owner.get(f"{triaged.path}/report.pdf{_ALL}")
    assert paper.content.startswith(b"%PDF-")
    assert paper["Content-Disposition"] == 'attachment; filename="audit-2026-01-01-2026-12-31.pdf"'
    told = as_owner.get(f"{triaged.path}/report.json{_ALL}").json()
    (change,) = told["changes"]
    assert (change["change"], change["notes"][0]["by"]) == ("CA-C-000002", "kim@team.example")
    nothing = as_owner.get(f"{triaged.path}/report.json?from=2026-03-06&to=2026-03-07").json()
    assert (nothing["report"]["total"], nothing["changes"]) == (0, [])


def test_a_period_without_changes_makes_a_report_too(as_owner: Client, team: Team) -> None:
    for form in ("pdf", "csv", "xlsx"):
        assert as_owner.get(f"{team.path}/report.{form}?from=2020-01-01&to=2020-02-01").status_code == 200


@given(st.text(max_size=12), st.text(max_size=12))
def test_whatever_the_address_says_is_a_period(first: str, last: str) -> None:
    found = period(first, last, _TODAY)
    assert found.first <= found.last
    assert found.start < found.end
    assert found.last - found.first <= timedelta(days=1_098)


def test_days_are_whole_and_in_either_order() -> None:
    assert period("2026-02-01", "2026-01-01", _TODAY) == period("2026-01-01", "2026-02-01", _TODAY)
    assert (period("", "", _TODAY).first, period("", "", _TODAY).last) == (date(2026, 1, 31), _TODAY)
