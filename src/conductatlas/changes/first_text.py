"""The first version of a document: whether it is one at all, and what it states."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from conductatlas.changes.comparison import begin, judged_text
from conductatlas.changes.failure import capture_failure
from conductatlas.provisions import Fact, Finder, Finding, Unit
from conductatlas.reading import Document, language_of, read_markdown


@dataclass(frozen=True, slots=True)
class Stated:
    """A provision that a text states, with the heading that it stands under and the facts in it."""

    finding: Finding
    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FirstText:
    """All that is to be known of a text as the first version of a document.

    `method` is the finder's, `failed` whether the text is a failed capture, of which nothing else is known.
    `judgements` are what the finder said of the units, by their keys; people may have decided otherwise.
    """

    method: str
    failed: bool
    language: str
    judgements: Mapping[str, Mapping[str, float]]
    stated: tuple[Stated, ...]


def stated(document: Document, finding: Finding) -> Stated:
    """A finding of a document with what stands above it and in it."""
    headings = document.headings_above(finding.first)
    return Stated(finding, document.visible[headings[-1]] if headings else "", finding.facts)


def first_text(
    finder: Finder, markdown: str, judge_units: Callable[[Sequence[Unit]], Sequence[Mapping[str, float]]]
) -> FirstText:
    """Work out what a text states as the first version of a document."""
    document = read_markdown(markdown)
    if capture_failure(None, document) is not None:
        return FirstText(finder.method, True, "", {}, ())
    language = language_of(document) or ""
    judgements: dict[str, Mapping[str, float]] = {}

    def judge(units: Sequence[Unit]) -> Sequence[Mapping[str, float]]:
        found = judge_units(units)
        judgements.update(zip((unit.key for unit in units), found, strict=True))
        return found

    judged = judged_text(finder, document, language, judge)
    _, findings = begin(finder, judged, 1)
    return FirstText(finder.method, False, language, judgements, tuple(stated(document, one) for one in findings))


def first_text_elsewhere(make_finder: Callable[[], Finder], markdown: str) -> FirstText:
    """The same in another process, where a finder is made by a function that can be found by its name."""
    finder = make_finder()
    return first_text(finder, markdown, finder.judge)
