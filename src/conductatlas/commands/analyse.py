"""`conductatlas analyse`: the provisions of files, as text for people or a finding a line for programs."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from conductatlas.catalogue import load_catalogue
from conductatlas.commands.main import BAD_INPUT
from conductatlas.english import count
from conductatlas.provisions import Fact, Finding, default_finder, is_glossed, reads_language
from conductatlas.reading import Document, ReadingError, language_of, read_file


def run(options: argparse.Namespace) -> int:
    """Analyse each file; a file that can't be read is told on stderr, and the others are analysed all the same."""
    finder = default_finder()
    code = 0
    for name in options.files:
        try:
            document = read_file(Path(name))
        except ReadingError as error:
            sys.stderr.write(f"conductatlas: {error}\n")
            code = BAD_INPUT
            continue
        language = language_of(document)
        if not reads_language(language):
            sys.stderr.write(f"conductatlas: {name}: is written in another language ({language}); not judged\n")
        if is_glossed(language):
            sys.stderr.write(
                f"conductatlas: {name}: is written in another language ({language}); judged by a glossary\n"
            )
        findings = finder.reading(language).find(document) if reads_language(language) else ()
        write = _write_lines if options.format == "jsonl" else _write_text
        write(name, document, findings)
    return code


def _write_lines(name: str, document: Document, findings: tuple[Finding, ...]) -> None:
    """A line for each place of each finding, in the order of the text."""
    lines = [(start, finding.clause_type, end, finding) for finding in findings for start, end in finding.places]
    for start, clause_type, end, finding in sorted(lines, key=lambda line: line[:3]):
        row = {
            "path": name,
            "start": start,
            "end": end,
            "clause_type": clause_type,
            "severity": finding.severity.value,
            "stance": finding.stance.value,
            "confidence": finding.confidence,
            "quote": document.text[start:end],
            "facts": _facts(finding.facts, start),
        }
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def _facts(facts: tuple[Fact, ...], start: int) -> dict[str, list[dict[str, Any]]]:
    """Facts by kind, with offsets into the document."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for fact in facts:
        kinds.setdefault(fact.kind, []).append(
            {"value": fact.value, "unit": fact.unit, "start": start + fact.start, "end": start + fact.end}
        )
    return kinds


def _write_text(name: str, document: Document, findings: tuple[Finding, ...]) -> None:
    catalogue = load_catalogue()
    sys.stdout.write(f"{name}: {count(len(findings), 'provision')}\n")
    for finding in findings:
        places = f", {len(finding.places):,} places" if len(finding.places) > 1 else ""
        mark = f"{finding.severity.shape} {finding.severity.value}"
        sys.stdout.write(
            f"\n{mark:9s} {catalogue[finding.clause_type].title} "
            f"[{finding.start}:{finding.end}{places}, confidence {finding.confidence:.2f}]\n"
        )
        sys.stdout.write("".join(f"    {line}\n" for line in finding.quote.splitlines() if line.strip()))
        for reason in finding.reasons:
            sys.stdout.write(f"  graded: {reason.explanation}\n")
        for fact in finding.facts:
            sys.stdout.write(f"  {fact.kind}: {fact.value} {fact.unit}".rstrip() + "\n")
