"""Who hears a page is told in which language a quotation is, and what goes on where no new clause begins."""

from __future__ import annotations

import re
import zlib

import pytest
from django.test import Client

from conductatlas.records.models import Document, Verdict
from conductatlas.site.presenters.links import document_link
from conductatlas.site.templatetags.marks import with_quotes_of
from tests.records_factory import at, make_change, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db
_BEFORE, _AFTER = "Sie müssen das Mehl am Abend holen.", "Sie müssen das Mehl am Morgen holen."


def _german() -> Document:
    document = make_document("Larkwell")
    document.language = "de"
    document.save()
    return document


def test_words_in_another_language_are_marked_as_such() -> None:
    document = _german()
    make_version(document, f"# Regeln\n\n{_BEFORE}\n", at(2026, 1, 1))
    second = make_version(document, f"# Regeln\n\n{_AFTER}\n", at(2026, 2, 1))
    change = make_change(second, Verdict.SUBSTANTIVE, f"Above all, it says “{_AFTER}” now.")
    html = Client().get(f"/{change.permanent_id}").content.decode()
    assert f'Above all, it says “<span lang="de">{_AFTER}</span>” now.' in html
    assert '<p class="redline">' not in html
    assert html.count('<p class="redline" lang="de">') >= 2
    assert f'“<span lang="de">{_AFTER}</span>” now.' in Client().get("/changes").content.decode()
    assert Client().get(f"/{change.permanent_id}.json").json()["document"]["language"] == "de"


def test_a_paper_names_the_language_of_what_it_quotes() -> None:
    document = _german()
    version = make_version(document, f"# Regeln\n\n{_AFTER}\n", at(2026, 1, 1))
    path = f"/{make_provision(version, 'data-sale', _AFTER).permanent_id}.pdf"
    for language, named in (("de", True), ("none", False)):
        document.language = language
        document.save()
        paper = Client().get(path).content
        streams = re.findall(rb"stream\r?\n(.*?)endstream", paper, re.DOTALL)
        assert any(b"/Lang(de)" in _inflated(stream) for stream in streams) == named


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def test_what_is_quoted_is_still_escaped_and_english_stays_as_it_is() -> None:
    told = "It says “<b>Müll</b>”, and “mehr"
    assert with_quotes_of(told, document_link(_german())) == (
        'It says “<span lang="de">&lt;b&gt;Müll&lt;/b&gt;</span>”, and “mehr'
    )
    assert with_quotes_of(told, document_link(make_document("Tidewater"))) == told


def test_a_block_in_which_no_clause_begins_is_named_by_the_one_that_goes_on() -> None:
    words = "We collect:\n\n- your name and address\n- your weight in sacks of corn"
    version = make_version(make_document("Larkwell"), f"# Rules\n\n{words}\n\n- and\n", at(2026, 1, 1))
    make_provision(version, "data-sale", words)
    html = Client().get("/CA-D-000001/text").content.decode()
    assert html.count('role="group" aria-label="Sale of personal data, continued"') == 2
    assert html.count('role="group"') == 2


def test_platforms_are_found_by_their_names() -> None:
    for name in ("Larkwell", "Tidewater Chat", "Larkspur"):
        make_version(make_document(name), "# Rules", at(2026, 1, 1))
    names = [one["platform"]["name"] for one in Client().get("/platforms.json?q=LARK").json()["platforms"]]
    assert names == ["Larkspur", "Larkwell"]
    html = Client().get("/platforms?q=none").content.decode()
    assert "No platform that is recorded has “none” in its name or its company’s." in html
    assert 'value="none"' in html
