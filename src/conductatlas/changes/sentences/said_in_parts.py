"""Sentences of a set of terms for some readers, where the other text has them, or the like, only for other readers."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.layout.parts import parts_in
from conductatlas.changes.sentences.said import Said, said_in
from conductatlas.reading import Document, kept_with_document, read_markdown

# A sentence is said for others where this share of its runs of words stands in their terms, and still for its own
# readers where so much stands in theirs: terms that are set out twice share many runs of words.
_NEARLY_ALL, _MOSTLY = 0.8, 0.65


def alone_in_their_part(text: Document, other: Document, edited: Collection[int]) -> list[Said]:
    """The sentences of the sets of terms of a text that another text, which has these sets, does not say in the same.

    Nor in what holds for all readers. `edited` are the places of those that were edited, which are none.
    """
    parts, others = parts_in(text), _words_of_parts(other)
    return [
        one
        for one in said_in(text)
        if (own := others.get(parts[one.block]))
        and one.place not in edited
        and not _says(own, one, _MOSTLY)
        and any(_says(part, one, _NEARLY_ALL) for part in others.values())
    ]


def _says(part: KeptText, one: Said, least: float) -> bool:
    return part.times(one.text) > 0 or part.holds(one.text, least)


@kept_with_document
def _words_of_parts(document: Document) -> Mapping[str, KeptText]:
    """The words of each set of terms of a text, with those that hold for all readers, by the heading of the set."""
    parts = parts_in(document)
    return {
        heading: KeptText(
            read_markdown(
                "\n\n".join(document.source(place) for place, part in enumerate(parts) if part in (heading, ""))
            )
        )
        for heading in {*parts} - {""}
    }
