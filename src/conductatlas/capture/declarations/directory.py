"""A folder of declarations to services, with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from conductatlas.capture.declarations.filters import exported_names
from conductatlas.capture.declarations.located import Located, LocatedError, parse_json
from conductatlas.capture.declarations.model import Service, Terms
from conductatlas.capture.declarations.own_fields import OwnFields, read_own_fields
from conductatlas.capture.declarations.problems import Problem, Problems
from conductatlas.capture.declarations.terms import TermsReader
from conductatlas.capture.declarations.terms_types import terms_types

_HISTORY, _FILTERS, _FILTERS_HISTORY, _OWN = ".history.json", ".filters.js", ".filters.history.js", ".conductatlas.yaml"
_OF_SERVICE = ("name", "terms", "importedFrom")
_LARGEST_FILE = 8 * 2**20


class DeclarationsError(Exception):
    """A folder that holds no declarations; the message is one line."""


@dataclass(frozen=True, slots=True)
class Declarations:
    """The services of a folder, in the order of their ids, and the problems, in the order of files and lines."""

    services: tuple[Service, ...]
    problems: tuple[Problem, ...]


def read_declarations(directory: Path) -> Declarations:
    """Read all declarations in a folder, or in the folder `declarations` of one.

    What can't be used is left out and told as a serious problem; all the rest is read. Raises DeclarationsError where
    there is no such folder or nothing is declared in it.
    """
    folder = directory / "declarations" if (directory / "declarations").is_dir() else directory
    try:
        names = sorted(path.name for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise DeclarationsError(f"{folder}: {error.strerror or error}") from error
    ids = [name.removesuffix(".json") for name in names if _declares(name)]
    if not ids:
        raise DeclarationsError(f"{folder}: holds no declaration (files SERVICE.json)")
    services: list[Service] = []
    problems: list[Problem] = []
    for service_id in ids:
        reader = _ServiceReader(folder, service_id, frozenset(names))
        service = reader.read()
        services.extend([service] if service else [])
        problems.extend(reader.problems())
    for name in names:
        problems.extend(_orphan(folder, name, ids))
    return Declarations(tuple(services), tuple(sorted(problems)))


def _declares(name: str) -> bool:
    return name.endswith(".json") and not name.endswith(_HISTORY) and not name.startswith(".")


def _orphan(folder: Path, name: str, ids: list[str]) -> Iterator[Problem]:
    """A file that belongs to a service which is not declared."""
    for ending in (_HISTORY, _FILTERS_HISTORY, _FILTERS, _OWN):
        if name.endswith(ending):
            if name.removesuffix(ending) not in ids:
                service = name.removesuffix(ending)
                yield Problem(str(folder / name), 0, service, f"there is no {service}.json; it is not used", False)
            return


class _ServiceReader:
    """Reads the files of one service."""

    def __init__(self, folder: Path, service_id: str, names: frozenset[str]) -> None:
        self.folder = folder
        self.id = service_id
        self.names = names
        self.by_file: list[Problems] = []

    def problems(self) -> list[Problem]:
        return [problem for one in self.by_file for problem in one.found]

    def read(self) -> Service | None:
        scripted = exported_names(self._text(_FILTERS)[0]) | exported_names(self._text(_FILTERS_HISTORY)[0])
        root, problems = self._json(".json")
        if root is None:
            return None
        entries = problems.mapping(root, "the declaration", _OF_SERVICE) or {}
        if "name" not in entries:
            problems.note(root.line, f"the declaration has no “name”; it is called {self.id}")
        name = problems.text(entries["name"], "“name”") if "name" in entries else self.id
        if "terms" not in entries:
            problems.serious(root.line, "the declaration has no “terms”")
            return None
        types = problems.mapping(entries["terms"], "“terms”")
        if types is None:
            return None
        own = self._own_fields(frozenset(types))
        terms = []
        for terms_type, value in types.items():
            if terms_type not in terms_types():
                problems.note(value.line, f"“{terms_type}” is none of the types of terms of Open Terms Archive")
            found = TermsReader(self.id, scripted, problems).read(terms_type, value)
            terms.extend([replace(found, watch=own.of(terms_type))] if found else [])
        return Service(self.id, name or self.id, tuple(terms), tuple(self._history(scripted, own)))

    def _history(self, scripted: frozenset[str], own: OwnFields) -> list[Terms]:
        """The former declarations, oldest first."""
        if self.id + _HISTORY not in self.names:
            return []
        root, problems = self._json(_HISTORY)
        entries = problems.mapping(root, "the history") if root else None
        reader = TermsReader(self.id, scripted, problems)
        found: list[Terms] = []
        for terms_type, formers in (entries or {}).items():
            if not isinstance(formers.value, list):
                problems.serious(formers.line, f"“{terms_type}” must be a list of former declarations")
                continue
            for former in formers.value:
                terms = reader.read(terms_type, former, ("validUntil",))
                until = _valid_until(terms_type, former, problems) if terms else None
                if terms and until:
                    found.append(replace(terms, watch=own.of(terms_type), valid_until=until))
        return sorted(found, key=lambda terms: (terms.valid_until or datetime.max.replace(tzinfo=UTC), terms.type))

    def _own_fields(self, types: frozenset[str]) -> OwnFields:
        text, problems = self._text(_OWN)
        own = read_own_fields(text, problems)
        for terms_type in sorted(set(own.of_terms) - types):
            problems.note(0, f"“{terms_type}” is not declared in {self.id}.json; what is said of it is not used")
        return own

    def _json(self, ending: str) -> tuple[Located | None, Problems]:
        text, problems = self._text(ending)
        if any(problem.serious for problem in problems.found):
            return None, problems
        try:
            return parse_json(text), problems
        except LocatedError as error:
            problems.serious(error.line, str(error))
            return None, problems

    def _text(self, ending: str) -> tuple[str, Problems]:
        """The text of a file of the service, empty where there is none, and where its problems go."""
        path = self.folder / (self.id + ending)
        problems = Problems(str(path), self.id)
        self.by_file.append(problems)
        if path.name not in self.names:
            return "", problems
        try:
            if path.stat().st_size > _LARGEST_FILE:
                problems.serious(0, f"has more than {_LARGEST_FILE:,} bytes")
                return "", problems
            return path.read_text(encoding="utf-8"), problems
        except OSError as error:
            problems.serious(0, f"can't be read: {error.strerror or error}")
        except UnicodeDecodeError as error:
            problems.serious(0, f"is not UTF-8 (byte {error.start:,})")
        return "", problems


def _valid_until(terms_type: str, former: Located, problems: Problems) -> datetime | None:
    given = former.value.get("validUntil")
    if given is None:
        problems.serious(former.line, f"a former “{terms_type}” has no “validUntil”; it is not used")
        return None
    try:
        moment = datetime.fromisoformat(given.value)
    except (TypeError, ValueError):
        problems.serious(given.line, f"“validUntil” of “{terms_type}” must be a time such as 2026-03-01T12:00:00Z")
        return None
    if moment.tzinfo is None:
        problems.note(given.line, f"“validUntil” of “{terms_type}” has no time zone; it is taken for UTC")
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC)
