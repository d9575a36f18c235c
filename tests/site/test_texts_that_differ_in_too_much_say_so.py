"""Where two texts differ in too much to be compared sentence by sentence, the page of the change says so."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from conductatlas.changes import SentenceChanges
from conductatlas.records.models import StoredText
from conductatlas.site.presenters import changed_sentences as presenter
from conductatlas.site.presenters.changed_sentences import changed_sentences
from conductatlas.site.presenters.links import DocumentLink, PlatformLink
from conductatlas.site.presenters.redlines import TextPair

_DOCUMENT = DocumentLink("CA-D-000001", "Rules", "/CA-D-000001", PlatformLink("Larkwell", "/platforms/larkwell"), "en")


def test_the_page_says_that_they_are_not_compared_and_has_the_redline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presenter, "sentences_between", lambda *_: SentenceChanges(compared=False))
    told = changed_sentences(TextPair(StoredText(sha256="a"), StoredText(sha256="b")), "en")
    page = render_to_string("site/changed_sentences.html", {"sentences": told, "document": _DOCUMENT})
    assert "The texts differ in too much to be compared sentence by sentence." in page
    assert 'The <a href="#redline">redline of the document</a> has all.' in page
    # What the comparison would be is no matter where there is none.
    assert "Whole sentences, word for word" not in page
