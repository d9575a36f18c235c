"""A document that is called otherwise in every sentence that refers to it is the same document under another title."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_SENTENCES = (
    "We may remove what you upload at any time where it violates these Terms or our {}.",
    "You must comply with the {}, which is a part of these Terms.",
    "We may suspend your account for any reason, including that you broke the {} or these Terms.",
    "Whoever runs a stall may set rules of its own that do not conflict with the {}.",
    "Your licence to us ends as the {} says.",
)
_REST = "We keep what is called Your Content here, or any content, as our Privacy Policy and the rules of Larkwell say."


def _verdict(titles: tuple[str, ...]) -> Verdict:
    old, new = (
        read_markdown("\n\n".join(["# Larkwell Terms", *map(str.format, _SENTENCES, each), _REST]))
        for each in (("Content Policy",) * len(titles), titles)
    )
    return compare(default_finder(), old, new).verdict


def test_another_title_throughout_is_editorial() -> None:
    assert _verdict(("Larkwell Rules",) * len(_SENTENCES)) is Verdict.EDITORIAL


def test_a_title_that_still_stands_in_most_places_gave_way_to_another_document() -> None:
    assert _verdict(("Larkwell Rules",) * 2 + ("Content Policy",) * 3) is Verdict.SUBSTANTIVE
