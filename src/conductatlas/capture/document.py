"""A declared document and the answers that came for its sources, to its text or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from conductatlas.capture.declarations import Source, Terms
from conductatlas.capture.extraction import Extracted, ExtractionError, extract
from conductatlas.capture.obstacles import Obstacle, Unusable
from conductatlas.capture.page import Answer
from conductatlas.capture.recognition import refusal, stands_in, unexpected
from conductatlas.reading import read_markdown

# The version of all that makes a text of the bytes of a page: selection, main content, PDF, canonical Markdown, and the
# libraries for them. A commit that lets the same bytes give another text raises it by one: every page is then read
# again at its next look, and what that changes is marked as technical.
READING_METHOD = "1"

# What stands between the texts of several sources, as in the archives of Open Terms Archive.
SEPARATOR = "\n\n- - -\n\n"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document in canonical Markdown. `notes` tell what of its declaration could not be followed."""

    markdown: str
    notes: tuple[str, ...] = ()

    @property
    def content(self) -> bytes:
        """The bytes as which it is kept, in UTF-8."""
        return self.markdown.encode("utf-8", "replace")


def read_source(source: Source, answer: Answer) -> Extracted | Unusable:
    """The text of one source, or why its answer holds none."""
    refused = refusal(answer)
    if refused:
        return refused
    try:
        extracted = extract(source, answer)
    except ExtractionError as error:
        return stands_in(answer, None) or Unusable(error.obstacle, source.address, str(error))
    return stands_in(answer, read_markdown(extracted.markdown)) or extracted


def read_terms(terms: Terms, answers: Mapping[str, Answer]) -> Text | Unusable:
    """The text of a document from the answers that came for the addresses of its sources.

    All sources must have brought theirs: a document without one of its parts is no state of it. The reason that is
    returned is that of the first source that has none.
    """
    texts: list[str] = []
    notes: list[str] = []
    for source in terms.sources:
        answer = answers.get(source.address)
        read = read_source(source, answer) if answer else Unusable(Obstacle.NOT_FETCHED, source.address)
        if isinstance(read, Unusable):
            return read
        texts.append(read.markdown.strip("\n"))
        notes.extend(note for note in read.notes if note not in notes)
    markdown = SEPARATOR.join(texts) + "\n"
    document = read_markdown(markdown)
    return unexpected(document, terms.watch.language, terms.watch.expectations) or Text(markdown, tuple(notes))
