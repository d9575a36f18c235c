"""Where a page shows a part of something long, it says of how many, in its text, and leads to the next."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from conductatlas.records.models import Change, ItemKind, Provision, Verdict
from tests.records_factory import (
    at,
    make_change,
    make_document,
    make_item,
    make_provision,
    make_version,
    remove,
    reword,
)

pytestmark = pytest.mark.django_db
_HOUR = "In room {} of the mill the wheel may turn for {} hours a day, and whoever wants more has to ask the miller."
_BEFORE = "We keep your personal data for thirty days after you close your account."
_AFTER = _BEFORE.replace("thirty", "ninety")
_COUNTED = 'the <a href="#redline">redline of the document</a>'


def _change(rooms: int) -> Change:
    document = make_document("Larkwell")
    old, new = ("\n\n".join(_HOUR.format(room, hours + room) for room in range(rooms)) for hours in (100, 700))
    make_version(document, f"# Rules\n\n{old}\n", at(2026, 1, 10))
    return make_change(make_version(document, f"# Rules\n\n{new}\n", at(2026, 2, 10)), Verdict.SUBSTANTIVE)


def _edited() -> tuple[Provision, Change]:
    """A provision, and the change that made its one sentence another."""
    document = make_document("Larkwell")
    provision = make_provision(
        make_version(document, f"# Rules\n\n{_BEFORE}\n", at(2026, 1, 10)), "retention-period", _BEFORE
    )
    version = make_version(document, f"# Rules\n\n{_AFTER}\n", at(2026, 2, 10))
    return provision, make_change(version, Verdict.SUBSTANTIVE)


def _page(change: Change, query: str = "") -> str:
    return Client().get(f"/{change.permanent_id}{query}").content.decode()


def test_a_redline_in_parts_says_how_many_and_goes_on() -> None:
    change = _change(140)
    page = _page(change)
    assert re.search(rf"{_COUNTED}, in (\d) parts, has all\.", page)
    assert 'The redline goes on in <a href="?part=2#redline">part 2 of ' in page
    assert "The redline goes on" not in _page(change, "?part=9")


def test_a_redline_in_one_part_has_all() -> None:
    page = _page(_change(20))
    assert f"{_COUNTED} has all." in page
    assert "The redline goes on" not in page


def test_a_sentence_that_stayed_in_its_provision_is_in_it() -> None:
    provision, change = _edited()
    make_item(change, ItemKind.REWORDED, provision, *reword(provision, change.version, _AFTER, severity="low"))
    page = _page(change)
    assert f'In <a href="/{provision.permanent_id}">Retention period</a></p>' in page
    assert "Before in" not in page


def test_a_sentence_that_went_on_in_another_record_of_its_type_leads_to_both() -> None:
    old, change = _edited()
    new = make_provision(change.version, "retention-period", _AFTER)
    make_item(change, ItemKind.REMOVED, old, before=remove(old, change.version))
    make_item(change, ItemKind.ADDED, new, after=new.wordings.get())
    page = _page(change)
    assert f'In <a href="/{new.permanent_id}">Retention period</a>; before in another record of that type: <a' in page
    assert f"{old.permanent_id}</a></p>" in page
