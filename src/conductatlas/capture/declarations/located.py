"""JSON and YAML to values that know the line on which they stand, so that messages can name it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

_BLANK = " \t\n\r"
_DEEPEST = 40
_MOST_NODES = 100_000


class LocatedError(Exception):
    """A file that is not of its format; the message is one line without the name of the file."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Located:
    """A value and its line, counted from 1: a dict of Located, a list of Located, or a plain scalar.

    `repeated` are the keys that a mapping holds more than once, each with the line of the later one, which counts.
    """

    value: Any
    line: int
    repeated: list[tuple[str, int]] = field(default_factory=list)

    def plain(self) -> Any:
        """The value without lines."""
        if isinstance(self.value, dict):
            return {key: one.plain() for key, one in self.value.items()}
        return [one.plain() for one in self.value] if isinstance(self.value, list) else self.value


def parse_json(text: str) -> Located:
    """Parse JSON as JavaScript does: of keys that are repeated the last counts. Raises LocatedError."""
    return _Json(text).document()


class _Json:
    """A reader of one text; scalars are left to the standard library."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 1 if text.startswith("\ufeff") else 0
        self.starts = [0, *(index + 1 for index, sign in enumerate(text) if sign == "\n")]
        self.scalars = json.JSONDecoder(parse_constant=_refuse)

    def document(self) -> Located:
        found = self.value(0)
        if self.next() is not None:
            self.fail("something follows after its end")
        return found

    def value(self, depth: int) -> Located:
        if depth > _DEEPEST:
            self.fail("is nested too deeply")
        sign, line = self.next(), self.line()
        if sign == "{":
            found = Located({}, line)
            for _ in self.items("}"):
                self.member(found, depth)
            return found
        if sign == "[":
            return Located([self.value(depth + 1) for _ in self.items("]")], line)
        return Located(self.scalar(), line)

    def items(self, closing: str) -> Iterator[None]:
        """Stop before each item of a bracket that is opened here, and after its end."""
        self.position += 1
        if self.next() != closing:
            yield
            while self.next() == ",":
                self.position += 1
                if self.next() == closing:
                    self.fail(f"a comma stands before the {closing}")
                yield
        if self.next() != closing:
            self.fail(f"a comma or {closing} is missing")
        self.position += 1

    def member(self, mapping: Located, depth: int) -> None:
        line = self.line()
        key = self.scalar() if self.next() == '"' else self.fail("a key in quotation marks is missing")
        if self.next() != ":":
            self.fail(f"a colon is missing after {json.dumps(key)}")
        self.position += 1
        if key in mapping.value:
            mapping.repeated.append((key, line))
        mapping.value[key] = self.value(depth + 1)

    def scalar(self) -> Any:
        try:
            found, self.position = self.scalars.raw_decode(self.text, self.position)
        except ValueError as error:
            if isinstance(error, json.JSONDecodeError):
                self.position = min(error.pos, len(self.text))
            self.fail("a value is missing, or is none that JSON knows")
        return found

    def next(self) -> str | None:
        while self.position < len(self.text) and self.text[self.position] in _BLANK:
            self.position += 1
        return self.text[self.position] if self.position < len(self.text) else None

    def line(self) -> int:
        return bisect_right(self.starts, self.position)

    def fail(self, message: str) -> NoReturn:
        ended = self.position >= len(self.text)
        raise LocatedError(self.line(), "is no JSON: it ends too early" if ended else f"is no JSON: {message}")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def parse_yaml(text: str) -> Located:
    """Parse YAML of plain values. Raises LocatedError."""
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        return Located(None, 1) if node is None else _from_yaml(loader, node, [0])
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise LocatedError(mark.line + 1 if mark else 1, f"is no YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise LocatedError(1, f"is no YAML: {str(error).splitlines()[0]}") from error
    finally:
        loader.dispose()


def _from_yaml(loader: yaml.SafeLoader, node: yaml.Node, counted: list[int]) -> Located:
    counted[0] += 1
    if counted[0] > _MOST_NODES:
        # Aliases of aliases can stand for more values than any memory holds.
        raise LocatedError(1, f"holds more than {_MOST_NODES:,} values")
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found = Located({}, line)
        for key_node, value_node in node.value:
            key = str(loader.construct_object(key_node)) if isinstance(key_node, yaml.ScalarNode) else ""
            if key in found.value:
                found.repeated.append((key, key_node.start_mark.line + 1))
            found.value[key] = _from_yaml(loader, value_node, counted)
        return found
    if isinstance(node, yaml.SequenceNode):
        return Located([_from_yaml(loader, one, counted) for one in node.value], line)
    return Located(loader.construct_object(node), line)
