"""Vendor lists as CSV: read strictly, matched to platforms by name, taken over as a whole or not at all."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from conductatlas.accounts.models import Workspace
from conductatlas.records.models import Platform
from conductatlas.workbench.models import Criticality, Vendor

COLUMNS = ("name", "reference", "owner", "criticality")
LARGEST = 1_000_000
_MOST_ROWS = 5_000
_LONGEST = {"name": 200, "reference": 120, "owner": 200}
# What companies have at the end of their names and registers leave out.
_LEGAL_FORM = re.compile(
    r"[,\s]+(?:inc|llc|ltd|limited|gmbh|ag|se|sa|sas|s\.a\.s|bv|b\.v|plc|corp|corporation|co|company|pbc)\.?$",
    re.IGNORECASE,
)


class VendorListError(ValueError):
    """A list that can't be taken over; the message is one line that says what and where."""


@dataclass(frozen=True, slots=True)
class VendorRow:
    """A line of a list, in the order of COLUMNS; all but the name may be empty."""

    name: str
    reference: str = ""
    owner: str = ""
    criticality: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many vendors a list added and changed, and the names that are not in the register."""

    added: int
    changed: int
    unknown: tuple[str, ...]


def read_vendor_list(content: bytes) -> tuple[VendorRow, ...]:
    """The rows of a CSV file (RFC 4180; comma, semicolon or tab; UTF-8 with or without a byte order mark).

    The first line names the columns: `name`, and any of `reference`, `owner`, `criticality`, in any order; others are
    passed over. Raises VendorListError for anything else.
    """
    if len(content) > LARGEST:
        raise VendorListError(f"The file is larger than {LARGEST:,} bytes.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise VendorListError(
            f"The file is not UTF-8: byte {error.start + 1} can't be read. Save it as UTF-8."
        ) from error
    if "\0" in text:
        raise VendorListError("The file is no text: it holds a NUL character. Save it as CSV.")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return _rows(reader)
    except csv.Error as error:
        raise VendorListError(f"Line {reader.line_num} is no CSV: {error}.") from error


def _rows(reader: csv._reader) -> tuple[VendorRow, ...]:  # type: ignore[name-defined, unused-ignore]
    header = [cell.strip().lower() for cell in next(reader, [])]
    if header.count("name") != 1:
        raise VendorListError("The first line must name the columns, one of them “name”.")
    rows: dict[str, VendorRow] = {}
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        row = _row(dict(zip(header, cells, strict=False)), reader.line_num)
        if row.name.casefold() in rows:
            raise VendorListError(f"Line {reader.line_num}: “{row.name}” is in the list twice.")
        rows[row.name.casefold()] = row
        if len(rows) > _MOST_ROWS:
            raise VendorListError(f"The list has more than {_MOST_ROWS:,} vendors.")
    if not rows:
        raise VendorListError("The list has no vendor in it.")
    return tuple(rows.values())


def _row(cells: Mapping[str, str], line: int) -> VendorRow:
    said = {name: " ".join(cells.get(name, "").split()) for name in COLUMNS}
    said["criticality"] = said["criticality"].lower()
    if not said["name"]:
        raise VendorListError(f"Line {line} has no name.")
    for name, longest in _LONGEST.items():
        if len(said[name]) > longest:
            raise VendorListError(
                f"Line {line}: the {name} has {len(said[name])} characters, at most {longest} are taken."
            )
    if said["criticality"] not in ("", *Criticality.values):
        raise VendorListError(
            f"Line {line}: criticality is high, medium, low or empty, not “{said['criticality'][:40]}”."
        )
    return VendorRow(**said)


def plain_name(name: str) -> str:
    """A company's name to compare by: without case, legal form, and signs."""
    while (shorter := _LEGAL_FORM.sub("", name.strip())) != name:
        name = shorter
    return re.sub(r"[\W_]+", "", name.casefold())


def take_over(workspace: Workspace, rows: tuple[VendorRow, ...]) -> Imported:
    """Add the vendors of a list, and change those that the workspace has already; none is removed."""
    platforms = {plain_name(platform.name): platform for platform in Platform.objects.order_by("-id")}
    with transaction.atomic():
        known = {vendor.name.casefold(): vendor for vendor in Vendor.objects.filter(workspace=workspace)}
        added = changed = 0
        unknown = []
        for row in rows:
            platform = platforms.get(plain_name(row.name))
            if platform is None:
                unknown.append(row.name)
            vendor = known.get(row.name.casefold())
            if vendor is None:
                Vendor.objects.create(
                    workspace=workspace,
                    name=row.name,
                    platform=platform,
                    reference=row.reference,
                    owner=row.owner,
                    criticality=row.criticality,
                )
                added += 1
            else:
                changed += _change(vendor, row, platform)
    return Imported(added, changed, tuple(unknown))


def _change(vendor: Vendor, row: VendorRow, platform: Platform | None) -> bool:
    """Take over what a list says of a vendor; what it leaves empty, and a platform chosen by hand, stay."""
    before = (vendor.platform_id, vendor.reference, vendor.owner, vendor.criticality)
    vendor.platform = vendor.platform or platform
    vendor.reference = row.reference or vendor.reference
    vendor.owner = row.owner or vendor.owner
    vendor.criticality = row.criticality or vendor.criticality
    if before == (vendor.platform_id, vendor.reference, vendor.owner, vendor.criticality):
        return False
    vendor.save()
    return True
