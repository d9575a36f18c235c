"""The PDF of a record says what its page says; what a clause holds comes out as text; the bytes are always the same."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from conductatlas.records.models import Provision, StoredText, Verdict
from conductatlas.site.presenters.changes import present_change
from conductatlas.site.presenters.papers import Paper, paper_of
from conductatlas.site.presenters.provisions import ProvisionPage, present_provision
from conductatlas.site.typesetting import TypesettingError, set_paper
from tests.records_factory import ARBITRATION, World, at, make_change, make_document, make_version

_FROZEN = time_machine.travel("2026-11-25T12:00:00Z", tick=False)
_MARKUP = [
    "#",
    "$",
    "@",
    "\\",
    "#let x = 1",
    "#panic()",
    '#read("/etc/passwd")',
    '#import "common.typ": *',
    "$ a^2 $",
    "@label",
    "<label>",
    "[",
    "]",
    "{",
    "}",
    "= Heading",
    "/ Term: x",
    "//",
    "/*",
    "*/",
    "~",
    '"',
    "'",
    "---",
    "https://larkwell.example/a_b?c=d#e",
    "word",
    "42",
]
_OTHER = ["שלום", "مرحبا", "ﷺ", "😀", "👩\u200d👧", "中文", "e\u0301"]
_INVISIBLE = ["\u202eabc\u202c", "\x07", "\u00ad", "\ue000", "\uffff"]


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in _pages(document))
    document.close()
    return text


def _pages(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    for number in range(len(document)):
        yield document[number]


def _said(block: Mapping[str, Any]) -> str:
    return "".join(run["text"] for run in block["runs"])


def _letters(text: str) -> str:
    """A text without white space, as the ends of lines divide what a PDF gives back."""
    return re.sub(r"\s+", "", text)


def _page(provision: Provision) -> ProvisionPage:
    return present_provision(provision, 1, timezone.now())


def _set(paper: Paper) -> bytes:
    return set_paper(paper.template, paper.values, paper.at)


def test_a_provision_is_printed_with_its_evidence(client: Client, world: World) -> None:
    response = client.get("/CA-P-000001.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="CA-P-000001.pdf"'
    assert response.content.startswith(b"%PDF-")
    text = _letters(_text(response.content))
    for said in (
        "AI training on user content",
        "We may use your content and your private messages to train our models for ever.",
        "high severity",
        "10 Jan 2026, version 1",
        world.versions[3].text.sha256,
        world.versions[3].reference,
        "hashed anew on",
        "CA-C-000002",
        "last visited",
        "gives no legal advice",
    ):
        assert _letters(said) in text, said


def test_a_change_is_printed_with_its_redline(client: Client, world: World) -> None:
    text = _letters(_text(client.get("/CA-C-000002.pdf").content))
    for said in (
        "substantive change",
        "1 provision removed and 1 reworded",
        "Write to us when you wish to leave",
        "You can delete your account at any time",
        world.versions[0].text.sha256,
        world.versions[2].text.sha256,
    ):
        assert _letters(said) in text, said


def test_a_failed_capture_is_printed_as_such(client: Client, world: World) -> None:
    assert "there is nothing to compare" in " ".join(_text(client.get("/CA-C-000001.pdf").content).split())


def test_a_document_is_printed_with_what_it_states(client: Client, world: World) -> None:
    text = _letters(_text(client.get("/CA-D-000001.pdf").content))
    assert _letters(ARBITRATION) in text
    assert _letters("What it no longer states") in text
    assert world.versions[3].text.sha256 in text


def test_a_document_without_a_good_version_is_printed(client: Client, db: None) -> None:
    document = make_document("Larkwell")
    make_version(document, "Please wait.", at(2026, 1, 1), failed=True)
    assert client.get(f"/{document.permanent_id}.pdf").content.startswith(b"%PDF-")
    assert client.get(f"/{document.permanent_id}.png").content.startswith(b"\x89PNG")
    assert client.get(f"/{document.permanent_id}").status_code == 200


@_FROZEN
def test_the_same_record_gives_the_same_bytes(client: Client, world: World) -> None:
    for path in ("/CA-P-000001.pdf", "/CA-C-000002.pdf", "/CA-D-000001.pdf", "/CA-P-000001.png"):
        assert client.get(path).content == client.get(path).content


@_FROZEN
def test_what_was_set_is_kept_and_a_broken_cache_is_no_fault(
    client: Client, world: World, settings: Settings, tmp_path: Path
) -> None:
    kept = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path / "kept")}
    settings.CACHES = settings.CACHES | {"typeset": kept}
    first = client.get("/CA-P-000001.pdf").content
    assert len(list((tmp_path / "kept").iterdir())) == 1
    assert client.get("/CA-P-000001.pdf").content == first
    assert len(list((tmp_path / "kept").iterdir())) == 1
    (kept_file,) = (tmp_path / "kept").iterdir()
    kept_file.write_bytes(kept_file.read_bytes()[:100])
    assert client.get("/CA-P-000001.pdf").content == first
    (tmp_path / "file").write_text("no folder")
    settings.CACHES = settings.CACHES | {"typeset": kept | {"LOCATION": str(tmp_path / "file" / "kept")}}
    assert client.get("/CA-P-000001.pdf").content == first


def test_markup_of_the_typesetter_comes_out_as_text(world: World) -> None:
    page = _page(world.training)

    @settings(max_examples=60)
    @given(st.lists(st.sampled_from(_MARKUP), min_size=1, max_size=15).map(" ".join))
    def check(quote: str) -> None:
        paper = paper_of(replace(page, quote=quote, wordings=()))
        shown = _letters("".join(block["mark"] + _said(block) for block in paper.values["clause"]))
        assert shown in _letters(_text(_set(paper)))

    check()


def test_any_characters_can_be_set(world: World) -> None:
    page = _page(world.training)

    @settings(max_examples=60)
    @given(st.text(max_size=80) | st.lists(st.sampled_from(_MARKUP + _OTHER + _INVISIBLE), max_size=12).map(" ".join))
    def check(quote: str) -> None:
        text = _text(_set(paper_of(replace(page, quote=f"begin {quote} end", wordings=()))))
        assert "begin" in text
        assert re.search(r"end\b", text)

    check()


def test_what_no_font_holds_is_written_by_its_code_point(world: World) -> None:
    text = _letters(_text(_set(paper_of(replace(_page(world.training), quote="Smile 😀 in 中文, \ufffd")))))
    assert _letters("Smile [U+1F600] in [U+4E2D][U+6587],") in text


def test_right_to_left_words_are_all_there(world: World) -> None:
    text = _text(_set(paper_of(replace(_page(world.training), quote="שלום עולם مرحبا"))))
    for word in ("שלום", "עולם"):
        assert word in text or word[::-1] in text


def test_a_very_long_paragraph_is_printed_whole_and_in_time(world: World) -> None:
    words = [f"w{number}" for number in range(15_000)]
    quote = f"{' '.join(words)} {'x' * 10_000}"
    assert len(quote) > 100_000
    started = time.perf_counter()
    pdf = _set(paper_of(replace(_page(world.training), quote=quote, wordings=())))
    assert time.perf_counter() - started < 20
    found = set(re.findall(r"w\d+", _text(pdf)))
    # A word that the end of a page divides would be another word: none is.
    assert found >= set(words)


def test_a_clause_of_any_length_has_an_end(world: World) -> None:
    for quote in ("word " * 100_000, "\n\n".join(["word " * 100] * 1_000)):
        paper = paper_of(replace(_page(world.training), quote=quote, wordings=()))
        assert sum(len(_said(block)) for block in paper.values["clause"]) < 200_100
        assert _said(paper.values["clause"][-1]).startswith("[…]")


def test_a_change_of_any_length_has_an_end(db: None) -> None:
    document = make_document("Larkwell")
    make_version(document, "# Terms\n\nOld.", at(2026, 1, 1))
    long = "\n\n".join(f"{number}. " + f"We do {number} things. " * 40 for number in range(1_000))
    change = make_change(make_version(document, f"# Terms\n\n{long}", at(2026, 1, 2)), Verdict.SUBSTANTIVE)
    paper = paper_of(present_change(change, 1, 1, timezone.now()))
    assert paper.values["rows_left_out"] > 0
    assert "more rows of the redline stand at the address below" in " ".join(_text(_set(paper)).split())


def test_what_can_not_be_set_is_told_in_a_line() -> None:
    with pytest.raises(TypesettingError, match=r"^provision\.typ: "):
        set_paper("provision", {}, at(2026, 1, 1))


def test_bytes_that_are_gone_are_said_to_be_gone(client: Client, world: World) -> None:
    StoredText.objects.filter(id=world.versions[3].text_id).update(compressed=None)
    assert _letters("not kept, as they were over the limit") in _letters(_text(client.get("/CA-P-000001.pdf").content))


def test_ids_that_are_not_there_have_no_paper(client: Client, world: World) -> None:
    for path in ("/CA-P-999999.pdf", "/CA-C-999999.png", "/CA-D-999999.pdf"):
        assert client.get(path).status_code == 404
    assert client.get("/ca-p-1.pdf")["Location"] == "/CA-P-000001.pdf"
