"""The audit report as CSV, as a workbook (XLSX), and as what its PDF is set from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import xlsxwriter

from conductatlas.site.presenters.json import to_json
from conductatlas.site.presenters.workbench.inbox import Step
from conductatlas.site.presenters.workbench.report import Report, ReportItem, ReportRow

COLUMNS = (
    "change",
    "recorded",
    "vendor",
    "document",
    "document id",
    "verdict",
    "severity",
    "severity of the clauses",
    "direction",
    "says it applies from",
    "summary",
    "provisions",
    "laws that speak to them",
    "state",
    "assignee",
    "notes",
    "record",
    "comparison",
    "sources",
    "sha256 of the text before",
    "sha256 of the text after",
)
# How many changes a PDF prints: about a third of a page each. The other forms hold all.
MOST_PRINTED = 1_000
# What a spreadsheet program takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_000


def cells_of(row: ReportRow) -> tuple[str, ...]:
    """A row as texts, in the order of COLUMNS."""
    return (
        row.change,
        row.recorded_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M"),
        row.vendor,
        row.document,
        row.document_id,
        row.verdict,
        row.severity,
        row.touches,
        row.direction,
        _day(row.effective),
        row.summary,
        "\n".join(map(_item, row.items)),
        "\n".join(row.laws),
        row.state,
        row.assignee,
        "\n".join(map(_note, row.notes)),
        row.address,
        row.comparison,
        "\n".join(row.sources),
        row.sha256_before,
        row.sha256_after,
    )


def csv_lines(rows: Iterable[ReportRow]) -> Iterator[bytes]:
    """CSV (RFC 4180) in UTF-8 with a byte order mark, line by line; no cell begins as a formula does."""
    yield b"\xef\xbb\xbf" + _csv_line(COLUMNS)
    for row in rows:
        yield _csv_line([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells_of(row)])


def audit_workbook(report: Report, rows: Iterable[ReportRow]) -> bytes:
    """A workbook with two sheets: the head of the report, and its changes. All cells are texts, none a formula."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties(
            {"title": _title(report), "author": "ConductAtlas", "created": report.made_at.replace(tzinfo=None)}
        )
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_worksheet("Report")
        head.set_column(0, 0, 28)
        for number, (name, value) in enumerate(_head(report)):
            head.write_string(number, 0, name, bold)
            head.write_string(number, 1, value)
        sheet = book.add_worksheet("Changes")
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(COLUMNS) - 1, 22)
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, bold)
        number = 0
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(cells_of(row)):
                sheet.write_string(number, column, cell[:_LONGEST_CELL], wrapped)
        sheet.autofilter(0, 0, max(number, 1), len(COLUMNS) - 1)
    return made.getvalue()


def audit_paper(report: Report, rows: Iterable[ReportRow], address: str) -> dict[str, Any]:
    """The values that the PDF of a report is set from."""
    printed = tuple(islice(rows, MOST_PRINTED))
    values: dict[str, Any] = to_json(
        {
            "title": _title(report),
            "address": address,
            "at": report.made_at,
            "report": report,
            "rows": printed,
            "left_out": report.total - len(printed),
        }
    )
    return values


def _title(report: Report) -> str:
    return f"Audit report of {report.frame.workspace}, {report.period.first} to {report.period.last}"


def _head(report: Report) -> Iterator[tuple[str, str]]:
    yield "Workspace", report.frame.workspace
    yield "From", report.period.first.isoformat()
    yield "To", report.period.last.isoformat()
    yield "Made at", f"{report.made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    yield "Vendors", str(report.vendors)
    yield "Changes", str(report.total)
    yield from ((f"Severity {one.severity}", str(one.count)) for one in report.severities)
    yield from ((f"State {name}", str(count)) for name, count in report.states)
    yield "Note", "Found and worded by a program; describes, and is no legal advice."


def _item(one: ReportItem) -> str:
    grades = f"{one.severity_before or '–'} → {one.severity_after or '–'}"
    return f"{one.kind}: {one.clause_type} ({grades}) {one.provision}"


def _note(one: Step) -> str:
    said = "; ".join(part for part in (one.did, one.text) if part)
    return f"{one.at.astimezone(UTC):%Y-%m-%d %H:%M} {one.by}: {said}"


def _csv_line(cells: Iterable[str]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerow(cells)
    return written.getvalue().encode()


def _day(on: date | datetime | None) -> str:
    return on.isoformat() if on else ""
