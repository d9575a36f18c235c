"""The rooms stand in the order that docs/architecture.md draws, and use each other only through their doors."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_PACKAGE = _ROOT / "src/conductatlas"
_ARCHITECTURE = (_ROOT / "docs/architecture.md").read_text(encoding="utf-8")
_ROOMS = sorted(path.parent.name for path in _PACKAGE.glob("*/__init__.py"))

# The line of the drawing with the path on it, and the bar between plain functions and what keeps a state.
_DRAWN = next(line for line in _ARCHITECTURE.splitlines() if "─►" in line and "│" in line)
_PATH = re.findall("[a-z]+", _DRAWN)
_PATH_OF_CHANGES = re.findall(
    "[a-z]+", next(line for line in _ARCHITECTURE.splitlines() if "─►" in line and "aligning" in line)
)
_LEFT_ON_THE_PATH = re.findall("[a-z]+", _DRAWN.partition("│")[0])
_LEFT = [*_LEFT_ON_THE_PATH, "catalogue", "capture"]

# Those beside the path: what they may know. The command line drives all.
_BESIDE = {
    "catalogue": set[str](),
    "capture": {"reading"},
    "exchange": set[str](),
    "sample": set[str](),
    "commands": set(_ROOMS),
}
# What every room may use: the files beside the rooms, and the package for its version.
_SHARED = {"english", "processes", "recorded", "yaml_data", ""}

# What would bring the database, the network, other programs, the clock or chance into a plain function.
_OUTSIDE = {
    *("django", "sqlite3", "psycopg", "fsspec", "aiohttp", "playwright", "socket", "ssl", "asyncio", "subprocess"),
    *("urllib.request", "http.client", "time", "random", "secrets"),
}
_CLOCK = {"now", "utcnow", "today"}
# The rooms of `capture` that fetch and store. They do without Django, but for the place where the policy is made of
# the settings.
_AT_WORK_OUTSIDE = ("capture/fetching/", "capture/snapshots/")
_READS_SETTINGS = {("capture/fetching/policy.py", "django.conf")}

# Rooms within rooms: what their `__init__` names is a door of the house too.
_INNER_ROOMS = {
    "capture.declarations",
    "capture.fetching",
    "capture.snapshots",
    "records.models",
    "records.pipeline",
    "accounts.models",
    "monitoring.models",
    "monitoring.messages",
    "workbench.models",
}
# Django loads `records/__init__.py` before there are any models, so it can name none; these modules are its doors.
_DOORS_OF_RECORDS = {
    f"records.{name}"
    for name in (
        *("at_law", "corrections", "disputes", "errata", "granting", "holding", "languages", "naming", "news"),
        *("retraction", "review", "search", "senders", "surroundings", "writing"),
    )
}
# How well the finder does, which only `evaluate` and the page on the method ask for.
_SIDE_DOORS = {"provisions.evaluation"}
# The same holds for the other rooms that have models.
_DOORS_OF_ACCOUNTS = {
    f"accounts.{name}"
    for name in (
        *("auditing", "client_address", "closing", "entitlements", "invitations", "limits", "members", "payment"),
        *("people", "subscriptions", "workspaces"),
    )
}
_DOORS_OF_MONITORING = {
    f"monitoring.{name}"
    for name in (
        *("audience", "bounces", "confirming", "dead_letters", "delivering", "digest_times", "digests"),
        *("happenings", "links", "matching", "news", "preferences", "stopping", "watch_names", "watching", "zones"),
    )
}
_DOORS_OF_WORKBENCH = {f"workbench.{name}" for name in ("scope", "triaging", "vendor_lists")}


@dataclass(frozen=True, slots=True)
class _Use:
    """That a file imports a name from a module; no name where it imports the module."""

    file: str
    module: str
    name: str = ""

    @property
    def room(self) -> str:
        """The room that is used, or the file beside the rooms; empty for the package itself."""
        return [*self.module.split("."), ""][1]


@cache
def _uses(room: str) -> tuple[_Use, ...]:
    """All that the files of a room import, inside functions too."""
    return tuple(use for path in sorted((_PACKAGE / room).rglob("*.py")) for use in _imports(path))


def _imports(path: Path) -> Iterator[_Use]:
    file = path.relative_to(_PACKAGE).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (_Use(file, one.name) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{file} imports by a relative name"
            submodules = {one.name for one in node.names if node.module == "conductatlas"}
            yield from (_Use(file, f"conductatlas.{name}") for name in submodules)
            yield from (_Use(file, node.module, one.name) for one in node.names if one.name not in submodules)


def _ours(room: str) -> list[_Use]:
    return [use for use in _uses(room) if use.module.split(".")[0] == "conductatlas" and use.room != room]


def _may_know(room: str) -> set[str]:
    if room in _BESIDE:
        return _BESIDE[room]
    earlier = {*_PATH[: _PATH.index(room)], "catalogue"}
    return earlier | {"capture"} if room in ("tracking", "monitoring", "site") else earlier


@cache
def _named_by(room: str) -> frozenset[str]:
    """The names that the `__init__` of a room, or of a room within one, gives out."""
    source = (_PACKAGE / room.replace(".", "/") / "__init__.py").read_text(encoding="utf-8")
    lists = [
        node.value
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__"
    ]
    return frozenset(ast.literal_eval(lists[0])) if lists else frozenset()


def _is_through_a_door(use: _Use) -> bool:
    module = use.module.removeprefix("conductatlas.")
    if module in _DOORS_OF_RECORDS | _DOORS_OF_ACCOUNTS | _DOORS_OF_MONITORING | _DOORS_OF_WORKBENCH | _SIDE_DOORS:
        return not use.name.startswith("_")
    return (module in _ROOMS or module in _INNER_ROOMS) and use.name in _named_by(module)


def test_every_room_has_its_place() -> None:
    assert sorted({*_PATH, *_BESIDE}) == _ROOMS
    assert _PATH[: len(_LEFT_ON_THE_PATH)] == _LEFT_ON_THE_PATH
    assert "records" not in _LEFT


def test_the_table_of_rooms_is_complete_and_follows_the_path() -> None:
    listed = re.findall(r"^\| `([a-z.]+)` \|", _ARCHITECTURE, re.MULTILINE)
    assert sorted(name for name in listed if "." not in name) == _ROOMS
    assert [name for name in listed if name in _PATH] == _PATH


@pytest.mark.parametrize("room", _ROOMS)
def test_no_room_knows_a_later_one(room: str) -> None:
    allowed = _may_know(room) | _SHARED
    assert [use for use in _ours(room) if use.room not in allowed] == []


def test_every_room_of_changes_has_its_place() -> None:
    assert sorted(_PATH_OF_CHANGES) == sorted(path.parent.name for path in _PACKAGE.glob("changes/*/__init__.py"))


@pytest.mark.parametrize("room", _PATH_OF_CHANGES)
def test_no_room_of_changes_knows_a_later_one(room: str) -> None:
    earlier = _PATH_OF_CHANGES[: _PATH_OF_CHANGES.index(room) + 1]
    inner = [use for use in _uses(f"changes/{room}") if use.room == "changes"]
    assert inner or room == "language"
    assert [use for use in inner if use.module.split(".")[2:3] not in [[name] for name in earlier]] == []


@pytest.mark.parametrize("room", _ROOMS)
def test_rooms_are_entered_through_their_doors(room: str) -> None:
    assert [use for use in _ours(room) if use.room in _ROOMS and not _is_through_a_door(use)] == []


@pytest.mark.parametrize("room", _LEFT)
def test_plain_functions_know_no_database_network_clock_or_chance(room: str) -> None:
    for use in _uses(room):
        outside = {"django"} if use.file.startswith(_AT_WORK_OUTSIDE) else _OUTSIDE
        names = {use.module, use.module.split(".")[0], f"{use.module}.{use.name}"}
        assert not names & outside or (use.file, use.module) in _READS_SETTINGS, use


@pytest.mark.parametrize("room", _LEFT)
def test_plain_functions_read_no_clock(room: str) -> None:
    for path in sorted((_PACKAGE / room).rglob("*.py")):
        file = path.relative_to(_PACKAGE).as_posix()
        if not file.startswith(_AT_WORK_OUTSIDE):
            tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            assert [node.lineno for node in tree if isinstance(node, ast.Attribute) and node.attr in _CLOCK] == [], file


def test_what_stands_beside_the_rooms_knows_none_of_them() -> None:
    for name in ("english", "processes", "recorded", "yaml_data", "settings"):
        assert [use for use in _imports(_PACKAGE / f"{name}.py") if use.module.startswith("conductatlas")] == []


def test_the_settings_are_reached_through_django_only() -> None:
    assert [use for room in _ROOMS for use in _ours(room) if use.room == "settings"] == []
