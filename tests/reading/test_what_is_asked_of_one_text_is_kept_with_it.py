"""What is worked out of one text is worked out once, and kept as long as the text is."""

from __future__ import annotations

from conductatlas.reading import Document, kept_with_document, read_markdown


def test_it_is_worked_out_once_for_each_document() -> None:
    asked: list[str] = []

    @kept_with_document
    def length(document: Document) -> int:
        asked.append(document.text)
        return len(document.text)

    barn, mill = read_markdown("The barn is open.\n"), read_markdown("The mill is shut for good.\n")
    assert [length(barn), length(mill), length(barn)] == [len(barn.text), len(mill.text), len(barn.text)]
    assert asked == [barn.text, mill.text]
