"""A fence around code of others: while it runs, it connects to public addresses only, opens no file of ours, and
starts no program.

Services that apprise knows can name any host, and some take paths of files. What an address leads to is only known
once the name in it was resolved, so the check is made where the connection is: Python asks its audit hooks (PEP 578)
before each of these acts. A hook can't be taken off again; this one does nothing outside the fence.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from conductatlas.capture.fetching import AddressGuard, FetchError

_PROGRAMS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "syslog.openlog",
    "syslog.syslog",
)
# What libraries read: their own files, certificates, random bytes. What the system's resolver reads asks no hook.
_READ_BY_LIBRARIES = ("/etc/ssl/", "/etc/pki/", "/etc/mime.types", "/usr/", "/lib", "/dev/urandom")
# What they look for of passwords; not to find it is nothing to tell.
_PASSWORDS = (".netrc", "_netrc")
_state = threading.local()


class FencedError(OSError):
    """Something that may not be done inside the fence; the message is one line."""


@contextmanager
def fenced(guard: AddressGuard) -> Iterator[list[str]]:
    """Keep what runs in this thread from reaching inner networks, files and programs; tells what it was kept from."""
    _install()
    _state.guard, _state.kept_off = guard, []
    try:
        yield _state.kept_off
    finally:
        _state.guard = None


@cache
def _install() -> None:
    sys.addaudithook(_heed)


def _heed(event: str, arguments: tuple[Any, ...]) -> None:
    guard: AddressGuard | None = getattr(_state, "guard", None)
    if guard is None:
        return
    try:
        if event in ("socket.connect", "socket.sendto"):
            _check_address(guard, arguments[1])
        elif event == "open":
            _check_file(arguments[0], arguments[2])
        elif event in _PROGRAMS:
            raise FencedError("it would start a program")
    except FencedError as error:
        if not str(arguments[0]).endswith(_PASSWORDS):
            _state.kept_off.append(str(error))
        raise


def _check_address(guard: AddressGuard, address: Any) -> None:
    if not isinstance(address, tuple):
        raise FencedError("it would use a socket in the file system")
    _state.guard = None
    try:
        guard.check(str(address[0]).partition("%")[0], int(address[1]))
    except FetchError as error:
        raise FencedError(error.detail) from error
    finally:
        _state.guard = guard


def _check_file(path: Any, flags: Any) -> None:
    if not isinstance(path, str | bytes | os.PathLike):
        return
    name = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 (a Path would open nothing, but costs more)
    if name == os.devnull:
        return
    writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes and name.startswith(_libraries()) and "/__pycache__/" in name:
        return
    if not writes and name.startswith((*_libraries(), *_READ_BY_LIBRARIES)):
        return
    raise FencedError("it would open a file")


@cache
def _libraries() -> tuple[str, ...]:
    """Where Python's own modules and those of its packages are."""
    places = {sys.prefix, sys.base_prefix, str(Path(os.__file__).parent)}
    return tuple(sorted(f"{place.rstrip('/')}/" for place in places | {one for one in sys.path if "-packages" in one}))
