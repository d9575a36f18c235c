"""Histories: a first text and the edits that make each later version of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from conductatlas.yaml_data import parse_yaml

_KINDS = ("change", "upgrade")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")


class SampleError(Exception):
    """A history that can't be replayed; the message is one line that names the file, the version and the edit."""


@dataclass(frozen=True, slots=True)
class SampleVersion:
    """One version of a document of the sample archive."""

    service: str
    terms_type: str
    ordinal: int
    recorded_at: datetime
    kind: str
    source: str
    text: str


def replay(folder: Path) -> Iterator[SampleVersion]:
    """Replay the history in a document's folder (`base.md`, `history.yaml`). Raises SampleError."""
    label = f"{folder.parent.name}/{folder.name}"
    try:
        history = parse_yaml((folder / "history.yaml").read_bytes())
        texts = [(folder / "base.md").read_text(encoding="utf-8")]
        versions, source = history["versions"], history["source"]
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise SampleError(f"{label}: {str(error).splitlines()[0]}") from error
    previous: datetime | None = None
    for ordinal, version in enumerate(versions, 1):
        place = f"{label}, version {ordinal}"
        moment = _moment(version, place)
        if previous is not None and moment <= previous:
            raise SampleError(f"{place}: its date is not after that of the version before")
        if ordinal > 1:
            texts.append(_next_text(version, texts, place))
        kind = version.get("kind", "change")
        if kind not in _KINDS:
            raise SampleError(f"{place}: kind must be one of {', '.join(_KINDS)}")
        yield SampleVersion(folder.parent.name, folder.name, ordinal, moment, kind, source, texts[-1])
        previous = moment


def _moment(version: dict[str, Any], place: str) -> datetime:
    moment = version.get("date")
    if not isinstance(moment, datetime):
        raise SampleError(f"{place}: has no date with a time")
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _next_text(version: dict[str, Any], texts: list[str], place: str) -> str:
    if "text" in version:
        return str(version["text"])
    if "restore" in version:
        number = version["restore"]
        if not isinstance(number, int) or not 1 <= number <= len(texts):
            raise SampleError(f"{place}: restores version {number}, which is none before it")
        return texts[number - 1]
    text = texts[-1]
    for number, edit in enumerate(version.get("edits") or [], 1):
        text = _edited(text, edit, f"{place}, edit {number}")
    if text == texts[-1]:
        raise SampleError(f"{place}: changes nothing")
    return text


def _edited(text: str, edit: dict[str, str], place: str) -> str:
    if "replace" in edit:
        _only(text, edit["replace"], place)
        return text.replace(edit["replace"], edit["with"])
    if "rename" in edit:
        if edit["rename"] not in text:
            raise SampleError(f"{place}: {edit['rename']!r} does not occur")
        return text.replace(edit["rename"], edit["with"])
    if "delete" in edit:
        start, end = _block(text, edit["delete"], place)
        return text[:start].rstrip("\n") + "\n\n" + text[end:].lstrip("\n")
    if "insert" in edit:
        return _inserted(text, edit["insert"], edit["after"], place)
    if "move" in edit:
        start, end = _block(text, edit["move"], place)
        rest = text[:start].rstrip("\n") + "\n\n" + text[end:].lstrip("\n")
        return _inserted(rest, text[start:end], edit["after"], place)
    raise SampleError(f"{place}: is none of replace, rename, delete, insert, move")


def _inserted(text: str, block: str, after: str, place: str) -> str:
    _, end = _block(text, after, place)
    return text[:end] + "\n\n" + block.strip("\n") + "\n\n" + text[end:].lstrip("\n")


def _only(text: str, string: str, place: str) -> int:
    count = text.count(string)
    if count != 1:
        raise SampleError(f"{place}: {string!r} occurs {count} times instead of once")
    return text.index(string)


def _block(text: str, string: str, place: str) -> tuple[int, int]:
    """Where the blank-line-separated block, or run of blocks, that holds a string begins and ends."""
    start = _only(text, string, place)
    end = start + len(string)
    before = [found.end() for found in _BLANK_LINES.finditer(text, 0, start)]
    after = _BLANK_LINES.search(text, end)
    return (before[-1] if before else 0), (after.start() if after else len(text.rstrip("\n")))
