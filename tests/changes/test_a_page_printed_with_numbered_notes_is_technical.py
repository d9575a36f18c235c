"""A page that prints its terms with numbered notes, other links and ways back to its top says no other words."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, Pair, Verdict, compare, meanings
from conductatlas.changes.sentences.said import said_in
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_BEFORE = """\
# Privacy policy of Larkwell

Effective 3 May 2026| [View printable version](https://larkwell.example/print)

[

What does this policy cover?

](https://larkwell.example/log?target=0)

## What we collect

We collect where your device is, by the signals of its receiver and by the networks near it. [See
examples](https://larkwell.example/print?note=1).

*   What you do on your device, such as which of our pages are open
*   Where you are, by the receiver of your device, if you let us know your location. [See examples](https://larkwell.example/print?note=2).
*   Your address in the network, by which we estimate your [general location](https://larkwell.example/print?note=3)

We share your data with [partners](https://larkwell.example/print?note=4) who help us to show you advertisements.
"""
_AFTER = """\
# Privacy policy of Larkwell

Effective 3 May 2026

[

What does this policy cover? \\[1\\]

](#note-1)[

](#note-1)

[Return to top](#)

## What we collect

We collect where your device is, by the signals of its receiver and by the networks near it. [See
examples\\[2\\]](#note-2).

*   What you do on your device, such as which of our pages are open
*   Where you are, by the receiver of your device, if you let us know your location. [See examples\\[3\\]](#note-3).
*   Your address in the network, by which we estimate your [general location\\[4\\]](#note-4)

We share your data with [partners\\[5\\]](#note-5) who help us to show you advertisements.

[Return to top](#)
"""
_DRAFT = "# Terms of Larkwell\n\nYou may ask for a refund of what you paid us within [{}] days after you bought it.\n"


def _verdict(before: str, after: str) -> Verdict:
    return compare(default_finder(), read_markdown(before), read_markdown(after)).verdict


def test_notes_links_and_ways_to_print_are_technical() -> None:
    assert _verdict(_BEFORE, _AFTER) is Verdict.TECHNICAL
    assert _verdict(_AFTER, _BEFORE) is Verdict.TECHNICAL


def test_no_clause_of_such_a_page_is_touched() -> None:
    finder, documents = default_finder(), (read_markdown(_BEFORE), read_markdown(_AFTER))
    outcome = compare(finder, *documents)
    assert not meanings(load_catalogue(), Bearing(finder), outcome.followed, Pair(*documents), outcome)


def test_its_sentences_are_the_same() -> None:
    assert _said(read_markdown(_BEFORE)) == _said(read_markdown(_AFTER))


def _said(document: Document) -> list[str]:
    return [one.line for one in said_in(document)]


def test_a_word_beside_a_note_is_told() -> None:
    after = _AFTER.replace("who help us to show you advertisements", "who buy it from us")
    assert _verdict(_BEFORE, after) is Verdict.SUBSTANTIVE


def test_a_figure_in_brackets_is_no_note() -> None:
    assert _verdict(_DRAFT.format(30), _DRAFT.format(14)) is Verdict.SUBSTANTIVE
