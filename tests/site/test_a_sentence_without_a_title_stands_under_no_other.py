"""A sentence of which it is not sure under which title it stands is not shown as one of the title above it."""

from __future__ import annotations

from django.template.loader import render_to_string

from conductatlas.changes import Segment, SegmentKind, SentenceChange
from conductatlas.site.presenters.changed_sentences import ChangedSentences
from conductatlas.site.presenters.links import DocumentLink, PlatformLink


def _came(text: str, under: str) -> SentenceChange:
    return SentenceChange("came", under, "", "", text, (Segment(SegmentKind.INSERTED, text),))


def test_it_is_said_that_it_stands_elsewhere() -> None:
    shown = (_came("Carts wait.", ""), _came("Boats wait.", "Boats"), _came("Oxen wait.", ""))
    told = ChangedSentences("3 sentences came.", shown, 3, 0, 0, 0, 0)
    document = DocumentLink(
        "CA-D-000001", "Rules", "/CA-D-000001", PlatformLink("Larkwell", "/platforms/larkwell"), "en"
    )
    page = render_to_string("site/changed_sentences.html", {"sentences": told, "document": document})
    assert page.count("Elsewhere in the text") == 1
    assert page.index("Under “Boats”") < page.index("Elsewhere in the text") < page.index("Oxen wait.")
