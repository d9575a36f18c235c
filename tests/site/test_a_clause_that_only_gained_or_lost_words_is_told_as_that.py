"""On the page of a change a provision is told as reworded only where words of it gave way to others."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import ItemKind, Verdict
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

pytestmark = pytest.mark.django_db
_BAN = "You must not turn the wheel backwards, and you must not take it apart."
_PARAGRAPH = "Each guest brings sacks of linen, and takes them home."
_LISTED = f"{_BAN} Nor may you:\n\n*   sing at night;"
_MORE = f"{_BAN} Nor may you build another mill in the valley with what you saw in ours."


@pytest.mark.parametrize(
    ("before", "after", "done"),
    [
        (_BAN, _MORE, "words added to"),
        (_MORE, _BAN, "words taken from"),
        (_BAN, f"{_BAN[:-1]}; nor may you sell its cogs at the fair of another valley;", "words added to"),
        (_BAN, f"{_BAN}\n\n{_PARAGRAPH}", "a paragraph added to"),
        (f"{_BAN}\n\n{_PARAGRAPH}", _BAN, "a paragraph taken from"),
        (_BAN, f"{_BAN}\n\n## Carts\n\n{_PARAGRAPH}\n\nEach cart has a bell.", "paragraphs added beside"),
        (f"{_BAN}\n\n## Carts\n\n{_PARAGRAPH}", _BAN, "a paragraph taken out beside"),
        (f"How you may use the wheel:\n\n{_BAN}", _BAN, "words taken from"),
        (_LISTED, f"{_LISTED}\n*   fish at noon;", "words added to"),
        (_BAN, _BAN.replace("turn the wheel backwards", "count the cogs of the wheel"), "reworded"),
    ],
)
def test_what_became_of_it_is_told_by_its_redline(before: str, after: str, done: str) -> None:
    document = make_document("Larkwell")
    first = make_version(document, f"# Rules\n\n## Wheels\n\n{before}\n", at(2026, 1, 10))
    provision = make_provision(first, "prohibited-conduct", before)
    second = make_version(document, f"# Rules\n\n## Wheels\n\n{after}\n", at(2026, 2, 10))
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, after, severity="low"))
    page = Client().get(f"/{change.permanent_id}").content.decode()
    assert f'{done}</span> <a href="/{provision.permanent_id}">Prohibited conduct</a>' in page
