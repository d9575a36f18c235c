"""A sentence of which it is not sure under which title it stands is not shown as one of the title above it."""

from __future__ import annotations

from django.template.loader import render_to_string

from conductatlas.changes import Segment, SegmentKind, SentenceChange
from conductatlas.site.presenters.changed_sentences import ChangedSentences
from conductatlas.site.presenters.links import DocumentLink, PlatformLink


def _came(text: str, under: str) -> SentenceChange:
    return SentenceChange("came", under, "", "", text, (Segment(SegmentKind.INSERTED, text),))


_DOCUMENT = DocumentLink("CA-D-000001", "Rules", "/CA-D-000001", PlatformLink("Larkwell", "/platforms/larkwell"), "en")


def test_where_none_is_shown_none_is_told_to_be() -> None:
    told = ChangedSentences("300 sentences came.", (), 300, 0, 0, 0, 0, are_chosen=True)
    page = render_to_string("site/changed_sentences.html", {"sentences": told, "document": _DOCUMENT})
    assert "are shown" not in page
    assert 'The <a href="#redline">redline of the document</a> has all.' in page


def test_it_is_said_that_it_stands_elsewhere() -> None:
    shown = (_came("Carts wait.", ""), _came("Boats wait.", "Boats"), _came("Oxen wait.", ""))
    told = ChangedSentences("3 sentences came.", shown, 3, 0, 0, 0, 0)
    page = render_to_string("site/changed_sentences.html", {"sentences": told, "document": _DOCUMENT})
    assert page.count("Elsewhere in the text") == 1
    assert page.index("Under “Boats”") < page.index("Elsewhere in the text") < page.index("Oxen wait.")


def test_two_without_a_title_are_not_said_to_stand_apart() -> None:
    went = SentenceChange("went", "", "", "Carts wait.", "", (Segment(SegmentKind.DELETED, "Carts wait."),))
    told = ChangedSentences("1 sentence came, 1 sentence went.", (went, _came("Oxen wait.", "")), 2, 0, 0, 0, 0)
    assert [caption for caption, _ in told.captioned] == ["", ""]
