"""A text that is too long for one page has a list of its headings, each of which leads to the part that has it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.records_factory import at, make_document, make_version

pytestmark = pytest.mark.django_db
_SENTENCE = "The mill stands in the north of the valley, and has two wheels of oak. "


def _text(sections: int, below: int) -> str:
    parts = ["# Rules of the mill"]
    for section in range(1, sections + 1):
        parts += [f"## {section}. Wheels", _SENTENCE * 30]
        parts += [part for number in range(below) for part in (f"### {section}.{number} Spokes", _SENTENCE)]
    return "\n\n".join(parts)


def test_each_heading_leads_to_its_part() -> None:
    make_version(make_document("Larkwell"), _text(20, 1), at(2026, 1, 1))
    html = Client().get("/CA-D-000001/text").content.decode()
    listed = re.findall(r'<li><a href="(/CA-D-000001/text\?block=\d+)#(block-\d+)">(.*?)</a>', html)
    assert [title for _, _, title in listed][:3] == ["Rules of the mill", "1. Wheels", "1.0 Spokes"]
    assert len(listed) == 41
    path, anchor, title = listed[-2]
    part = Client().get(path).content.decode()
    assert f'id="{anchor}"></span><h3>{title}</h3>' in part
    assert "20. Wheels</h3>" not in html
    told = Client().get("/CA-D-000001/text.json").json()["contents"]
    assert told[1] == {"title": "1. Wheels", "path": "/CA-D-000001/text?block=2#block-2"}


def test_of_very_many_headings_only_the_upper_ones_are_listed() -> None:
    make_version(make_document("Larkwell"), _text(20, 5), at(2026, 1, 1))
    html = Client().get("/CA-D-000001/text").content.decode()
    assert "Contents of the whole text" in html
    assert "Spokes</a>" not in html
    assert html.count("Wheels</a>") == 20


def test_a_text_on_one_page_and_one_without_headings_have_none() -> None:
    document = make_document("Larkwell")
    make_version(document, _text(2, 1), at(2026, 1, 1))
    assert "Contents of the whole text" not in Client().get("/CA-D-000001/text").content.decode()
    make_version(document, "\n\n".join(f"{number}. {_SENTENCE * 30}" for number in range(30)), at(2026, 2, 1))
    assert "Contents of the whole text" not in Client().get("/CA-D-000001/text").content.decode()
