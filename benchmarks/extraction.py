"""Extraction beside that of Open Terms Archive: the same pages by the same declarations, compared word by word.

    python -m benchmarks.extraction [--main-content] ARCHIVE

ARCHIVE is a folder, or a tar file of one, with `declarations/`, `snapshots/SERVICE/TERMS TYPE[ #SOURCE].{html,pdf}` and
`versions/SERVICE/TERMS TYPE.md`: the pages as last fetched, and the Markdown that the engine of Open Terms Archive had
made of them. Printed is for each document the F1 of the words that a reader sees, and why it is low where it is.

With --main-content the reference is what the declarations select of each page, and compared with it is what is found of
the page when nothing is selected. Pages of which a selector takes the same words several times are left out.
"""

from __future__ import annotations

import re
import statistics
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from conductatlas.capture import Page, Terms, Unusable, read_declarations, read_source, read_terms
from conductatlas.capture.declarations import Source
from conductatlas.reading import read_markdown

FLOOR = 0.95
_WORD = re.compile(r"\w+")
_NOT_IN_NAMES = re.compile(r'[\\:"<>|*?]')
_ENDINGS = {".html": "text/html", ".pdf": "application/pdf"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How one document agrees: F1 over words, the numbers of words, and why it is low; empty where nothing tells."""

    service: str
    terms_type: str
    f1: float
    words: int
    given: int
    explanation: str = ""


def agreements(folder: Path) -> Iterator[Agreement]:
    """Compare each document of an unpacked archive for which it has a version."""
    for service in read_declarations(folder).services:
        for terms in service.terms:
            version = folder / "versions" / service.id / f"{terms.type}.md"
            if version.is_file():
                yield _agreement(folder, terms, version.read_text(encoding="utf-8"))


def main_content_agreements(folder: Path) -> Iterator[Agreement]:
    """Compare, for each page, its main content with what its declaration selects of it."""
    for service in read_declarations(folder).services:
        for terms, source in ((one, source) for one in service.terms for source in one.sources):
            page = page_of(folder, terms, source)
            selected = read_source(source, page) if page and source.select else None
            if page is None or selected is None or isinstance(selected, Unusable):
                continue
            reference = _words(selected.markdown)
            found = read_source(replace(source, select=(), remove=()), page)
            ours = _words(found.markdown) if not isinstance(found, Unusable) else []
            name = f"{terms.type} {source.address}"
            if not _repeats(reference):
                yield Agreement(service.id, name, _f1(ours, reference), len(ours), len(reference))


def _repeats(words: list[str]) -> bool:
    """Whether a text says most of its runs of ten words more than once."""
    runs = Counter(tuple(words[start : start + 10]) for start in range(max(0, len(words) - 9)))
    return sum(count > 1 for count in runs.values()) > len(runs) / 2


def _f1(ours: list[str], theirs: list[str]) -> float:
    common = (Counter(ours) & Counter(theirs)).total()
    return 2 * common / (len(ours) + len(theirs)) if ours or theirs else 1.0


def unpacked(archive: Path, into: Path) -> Path:
    """The folder of an archive, unpacked into another one where it is a tar file."""
    if archive.is_dir():
        return archive
    with tarfile.open(archive) as tar:
        tar.extractall(into, filter="data")
    return into


def _agreement(folder: Path, terms: Terms, given: str) -> Agreement:
    pages = {source.address: page for source in terms.sources if (page := page_of(folder, terms, source))}
    read = read_terms(terms, pages)
    theirs = _words(given)
    if isinstance(read, Unusable):
        return Agreement(terms.service_id, terms.type, 0.0, 0, len(theirs), read.line)
    ours = _words(read.markdown)
    f1 = _f1(ours, theirs)
    explanation = "" if f1 >= FLOOR else _run_together(ours, theirs)
    return Agreement(terms.service_id, terms.type, f1, len(ours), len(theirs), explanation)


def page_of(folder: Path, terms: Terms, source: Source) -> Page | None:
    """The page of a source as an archive holds it; None where it does not."""
    name = terms.type if len(terms.sources) == 1 else f"{terms.type} #{_source_name(source.address)}"
    for ending, content_type in _ENDINGS.items():
        path = folder / "snapshots" / terms.service_id / (name + ending)
        if path.is_file():
            return Page(source.address, path.read_bytes(), content_type)
    return None


def _source_name(address: str) -> str:
    """How Open Terms Archive calls one of several sources: by the path of its address."""
    path = PurePosixPath(unquote(urlsplit(address).path))
    if path.suffix.lower() in _ENDINGS:
        path = path.with_suffix("")
    return _NOT_IN_NAMES.sub("_", "-".join(part for part in path.parts if part != "/"))


def _words(markdown: str) -> list[str]:
    return [word.lower() for shown in read_markdown(markdown).visible for word in _WORD.findall(shown)]


def _run_together(ours: list[str], theirs: list[str]) -> str:
    """Words of the given text that are two of ours without the space between them, as its reader of PDF makes them."""
    pairs = {first + second for first, second in pairwise(ours)} - set(ours)
    found = sorted({word for word in theirs if word in pairs})
    return f"the given text runs {len(found)} pairs of words together: {', '.join(found[:5])} …" if found else ""


def main(arguments: list[str]) -> None:
    """Print the table for an archive."""
    names = [argument for argument in arguments if argument != "--main-content"]
    if len(names) != 1:
        sys.exit("name the archive: python -m benchmarks.extraction genai-eu-snapshots.tar.xz")
    compare = main_content_agreements if len(arguments) > len(names) else agreements
    with tempfile.TemporaryDirectory() as directory:
        folder = unpacked(Path(names[0]), Path(directory))
        started = time.perf_counter()
        found = sorted(compare(folder), key=lambda one: (one.f1, one.service, one.terms_type))
        seconds = time.perf_counter() - started
    print("F1     | ours  | given | document")
    for one in found:
        print(f"{one.f1:.4f} | {one.words:5} | {one.given:5} | {one.service}: {one.terms_type}")
        if one.f1 < FLOOR:
            print(f"       |       |       |   {one.explanation or 'unexplained'}")
    low = [one for one in found if one.f1 < FLOOR]
    f1s = [one.f1 for one in found]
    print(
        f"{len(found)} compared in {seconds:.1f} s: median {statistics.median(f1s):.4f}, "
        f"mean {statistics.mean(f1s):.4f}, {len(low)} below {FLOOR}, "
        f"of which {sum(not one.explanation for one in low)} unexplained"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
