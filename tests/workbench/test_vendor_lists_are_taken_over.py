"""A vendor list comes in whole or not at all, is matched to platforms by name, and brings nothing twice."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.accounts.models import AuditEntry
from conductatlas.workbench.models import Vendor
from conductatlas.workbench.vendor_lists import (
    LARGEST,
    VendorListError,
    VendorRow,
    plain_name,
    read_vendor_list,
    take_over,
)
from tests.workbench.conftest import Team

_CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=100)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_columns_come_in_any_order_and_unknown_ones_are_passed_over(delimiter: str, mark: bytes) -> None:
    lines = ["Owner,Name,country,Criticality", "Kim,Larkwell,NL,High", "", ",Tidewater Chat,,"]
    content = mark + "\r\n".join(lines).replace(",", delimiter).encode()
    assert read_vendor_list(content) == (
        VendorRow("Larkwell", owner="Kim", criticality="high"),
        VendorRow("Tidewater Chat"),
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "first line must name the columns"),
        (b"vendor\nLarkwell\n", "first line must name the columns"),
        (b"name,name\nA,B\n", "first line must name the columns"),
        (b"name\n\n", "no vendor in it"),
        (b"name,owner\n,Kim\n", "Line 2 has no name"),
        (b"name\nLarkwell\nLARKWELL\n", "Line 3: “LARKWELL” is in the list twice"),
        (b"name,criticality\nLarkwell,urgent\n", "Line 2: criticality is high, medium, low or empty, not “urgent”"),
        (b"name\n" + b"x" * 201, "Line 2: the name has 201 characters"),
        (b'name\n"Larkwell\n', "is no CSV"),
        (b"name\n\xff\xfe", "not UTF-8: byte 6"),
        (b"PK\x03\x04\0\0", "holds a NUL character"),
        (b"name\n" + b"a\n" * LARGEST, "larger than 1,000,000 bytes"),
        (b"name\n" + b"".join(b"v%d\n" % number for number in range(5_001)), "more than 5,000 vendors"),
    ],
)
def test_a_list_that_can_not_be_read_says_where(content: bytes, said: str) -> None:
    with pytest.raises(VendorListError, match=said):
        read_vendor_list(content)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_one_line(content: bytes) -> None:
    try:
        rows = read_vendor_list(content)
    except VendorListError as error:
        assert "\n" not in str(error)
    else:
        assert all(row.name for row in rows)


@given(st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=8))
def test_what_was_written_as_csv_is_read(cells: list[tuple[str, str]]) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(["name", "owner"])
    expected = {}
    for number, (name, owner) in enumerate(cells):
        writer.writerow([f"{number} {name}", owner])
        expected[" ".join(f"{number} {name}".split())] = " ".join(owner.split())
    assert {row.name: row.owner for row in read_vendor_list(written.getvalue().encode())} == expected


@pytest.mark.parametrize(
    "name", ["Larkwell", "larkwell inc.", "LARKWELL, Inc", "Larkwell B.V.", "Lark well, Co., Ltd."]
)
def test_legal_forms_and_signs_do_not_count(name: str) -> None:
    assert plain_name(name) == "larkwell"


def test_a_second_list_brings_up_to_date_and_removes_nothing(team: Team) -> None:
    first = take_over(team.workspace, (VendorRow("Tidewater Chat", owner="Kim"), VendorRow("Nobody")))
    assert (first.added, first.changed, first.unknown) == (2, 0, ("Nobody",))
    second = take_over(team.workspace, (VendorRow("tidewater chat", criticality="low"),))
    assert (second.added, second.changed) == (0, 1)
    found = Vendor.objects.get(workspace=team.workspace, name="Tidewater Chat")
    assert found.platform is not None
    assert (found.platform.name, found.owner, found.criticality) == ("Tidewater Chat", "Kim", "low")
    assert Vendor.objects.filter(workspace=team.workspace).count() == 3
    assert take_over(team.workspace, (VendorRow("tidewater chat"),)).changed == 0


def test_a_file_is_sent_by_a_form_and_told_of(as_owner: Client, team: Team) -> None:
    sent = SimpleUploadedFile("v.csv", b"name\nTidewater Chat GmbH\nNobody\n")
    page = as_owner.post(f"{team.path}/vendors/import", {"list": sent}, follow=True)
    assert "2 vendors added, 0 changed. Not found in the register: Nobody." in page.content.decode()
    assert AuditEntry.objects.get(action="vendors.imported").detail == {"added": 2, "changed": 0}


def test_a_bad_file_takes_over_nothing(as_owner: Client, team: Team) -> None:
    sent = SimpleUploadedFile("v.csv", b"name\nTidewater Chat\n\xff\n")
    page = as_owner.post(f"{team.path}/vendors/import", {"list": sent})
    assert page.status_code == 400
    assert "Nothing was taken over." in page.content.decode()
    assert Vendor.objects.count() == 1
    assert as_owner.post(f"{team.path}/vendors/import").status_code == 400


def test_a_vendor_that_was_not_found_is_given_its_platform_by_hand(as_owner: Client, team: Team) -> None:
    take_over(team.workspace, (VendorRow("The chat people"),))
    vendor = Vendor.objects.get(name="The chat people")
    platform = team.workspace.vendors.get(name="Larkwell Inc.").platform
    assert platform is not None
    as_owner.post(f"{team.path}/vendors/{vendor.id}", {"platform": platform.id})
    take_over(team.workspace, (VendorRow("The chat people", owner="Val"),))
    vendor.refresh_from_db()
    assert (vendor.platform, vendor.owner) == (platform, "Val")
    as_owner.post(f"{team.path}/vendors/{vendor.id}", {"action": "remove"})
    assert not Vendor.objects.filter(name="The chat people").exists()


def test_the_list_can_be_had_as_it_is_taken_over(as_owner: Client, team: Team) -> None:
    content = as_owner.get(f"{team.path}/vendors.csv").content
    assert read_vendor_list(content) == (VendorRow("Larkwell Inc."),)
