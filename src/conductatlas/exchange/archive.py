"""Making the git repository of an archive available on this machine, whether it is a path, a bundle or an address."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

_ADDRESS = re.compile(r"(?:https?|ssh|git|file)://|[\w.-]+@[\w.-]+:")
_HEAD = "refs/conductatlas/head"


class ArchiveError(Exception):
    """An archive that can't be read; the message is one line that names what and where."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A git repository on this machine, the commit to read up to, and the name of the collection it holds.

    `address` is where on the web it was fetched from; empty where it was not.
    """

    git_directory: Path
    head: str
    name: str
    address: str = ""


def open_archive(source: str, mirrors: Path) -> Archive:
    """Open a versions repository.

    `source` is a path to a repository (bare or not), a path to a bundle, or a git address. Bundles and addresses are
    fetched into a bare repository under `mirrors`, where a later call fetches only what is new. Raises ArchiveError.
    """
    if shutil.which("git") is None:
        raise ArchiveError("git is not installed; install it and try again")
    name = _collection_name(source)
    if _ADDRESS.match(source):
        return replace(_mirror(source, mirrors / f"{name}.git", name), address=on_the_web(source))
    path = Path(source)
    if not path.exists():
        raise ArchiveError(f"{source}: no such file or directory")
    if path.is_file():
        return _mirror(str(path.resolve()), mirrors / f"{name}.git", name)
    directory = _git("-C", str(path), "rev-parse", "--absolute-git-dir", failing=f"{source}: can't be read")
    return Archive(Path(directory), _head(Path(directory), "HEAD", source), name)


def _collection_name(source: str) -> str:
    """`…/genai-eu-versions.bundle` and `https://host/owner/genai-eu-versions.git` both hold `genai-eu`."""
    stem = source.rstrip("/").replace("\\", "/").rsplit("/", 1)[-1].rsplit(":", 1)[-1]
    for suffix in (".git", ".bundle", "-versions"):
        stem = stem.removesuffix(suffix)
    return re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-").lower() or "archive"


def on_the_web(source: str) -> str:
    """A git address as anybody may have it, without a name or a password in it; empty where it is none of the web."""
    parts = urlsplit(source)
    if parts.scheme not in ("http", "https"):
        return ""
    return urlunsplit(
        (parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/").removesuffix(".git"), "", "")
    )


def _mirror(source: str, directory: Path, name: str) -> Archive:
    """Fetch the head of a bundle or an address into a bare repository of our own."""
    if not directory.exists():
        directory.parent.mkdir(parents=True, exist_ok=True)
        _git("init", "--quiet", "--bare", str(directory), failing=f"{directory}: can't be written")
    fetch = ("-C", str(directory), "fetch", "--quiet", "--no-tags", "--", source, f"+HEAD:{_HEAD}")
    _git(*fetch, failing=f"{source}: can't be fetched")
    return Archive(directory, _head(directory, _HEAD, source), name)


def _head(directory: Path, reference: str, source: str) -> str:
    return _git(
        "-C",
        str(directory),
        "rev-parse",
        "--verify",
        "--quiet",
        f"{reference}^{{commit}}",
        failing=f"{source}: has no commits",
    )


def git_environment() -> dict[str, str]:
    """The environment that git runs in: it asks nobody anything, and reads repositories that belong to others too."""
    return os.environ | {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "safe.directory",
        "GIT_CONFIG_VALUE_0": "*",
        "LC_ALL": "C",
    }


def _git(*arguments: str, failing: str) -> str:
    """Run git and return what it prints; on failure raise with git's own reason, in one line."""
    result = subprocess.run(  # noqa: S603
        ["git", *arguments],  # noqa: S607
        env=git_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if result.returncode == 0:
        return result.stdout.strip()
    said = [line.strip() for line in result.stderr.splitlines() if line.strip()]
    fatal = [line for line in said if line.startswith(("fatal:", "error:", "ssh:"))] or said
    reason = fatal[0].partition(":")[2].strip() or fatal[0] if fatal else ""
    raise ArchiveError(f"{failing} ({reason})" if reason else failing)
