"""The data files of the catalogue: found, read and checked for their shape, whatever they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from conductatlas.yaml_data import parse_yaml


class CatalogueError(Exception):
    """A catalogue that can't be used; the message is one line that names the file and the entry."""


def data_place(name: str, path: Path | None) -> Traversable:
    """The file or folder that a caller names, or the one of that name that comes with the system."""
    return path if path else files(__package__).joinpath(name)


def read_yaml(place: Traversable, name: str) -> tuple[bytes, Any]:
    """The bytes of a file and the values in it. Raises CatalogueError that begins with the name given."""
    try:
        raw = place.read_bytes()
        return raw, parse_yaml(raw)
    except OSError as error:
        raise CatalogueError(f"{name}: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{name}: not YAML ({str(error).splitlines()[0]})") from error


def mapping(label: str, value: Any, required: Sequence[str], optional: Sequence[str] = ()) -> Mapping[str, Any]:
    """A mapping that holds all required keys and no unknown one. Raises CatalogueError that begins with the label."""
    if not isinstance(value, dict):
        raise CatalogueError(f"{label} is no mapping")
    missing = [key for key in required if key not in value]
    unknown = [str(key) for key in value if key not in (*required, *optional)]
    if missing:
        raise CatalogueError(f"{label}: lacks {', '.join(missing)}")
    if unknown:
        raise CatalogueError(f"{label}: has unknown {', '.join(unknown)}")
    return value


def text(label: str, value: Any) -> str:
    """A text that is not empty, with each run of blanks and line ends as one blank."""
    if not isinstance(value, str) or not value.strip():
        raise CatalogueError(f"{label} must be a text that is not empty")
    return " ".join(value.split())


def some(label: str, value: Any) -> list[Any]:
    """A list of what is to be read as texts, with at least one."""
    if not isinstance(value, list) or not value:
        raise CatalogueError(f"{label} must be a list of texts")
    return value


def texts(label: str, value: Any) -> tuple[str, ...]:
    """A list of texts with at least one."""
    return tuple(text(label, one) for one in some(label, value))


def entry_label(file: str, kind: str, number: int, entry: Any) -> str:
    """How messages name an entry of a list: by its id where it has one, else by its number."""
    known = entry.get("id", number) if isinstance(entry, dict) else number
    return f"{file}: {kind} {known}"
