"""Writing the sample archive as a versions repository, just as Open Terms Archive writes one."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from conductatlas.sample.histories import SampleError, SampleVersion, replay

_AUTHOR = "Sample archive <archive@conductatlas.example>"


@dataclass(frozen=True, slots=True)
class BuiltArchive:
    """What was written where."""

    path: Path
    platforms: int
    documents: int
    versions: int


def build_archive(directory: Path) -> BuiltArchive:
    """Replay all histories and write them into a bare git repository, one commit a version, in the order of time.

    The same histories always give the same commits. Raises SampleError, also where git is missing.
    """
    with as_file(files(__package__).joinpath("archive")) as archive:
        folders = sorted(path.parent for path in archive.glob("*/*/history.yaml"))
        versions = [version for folder in folders for version in replay(folder)]
    versions.sort(key=lambda one: (one.recorded_at, one.service, one.terms_type))
    _git(directory.parent, b"", "init", "--quiet", "--bare", "--initial-branch=main", str(directory))
    stream = b"".join(_commit(version) for version in versions)
    _git(directory, stream, "fast-import", "--quiet", "--date-format=raw")
    return BuiltArchive(
        directory,
        platforms=len({version.service for version in versions}),
        documents=len(folders),
        versions=len(versions),
    )


def _commit(version: SampleVersion) -> bytes:
    """One commit as a fast-import command."""
    name = f"{version.service} {version.terms_type}"
    if version.ordinal == 1:
        subject = f"First record of {name}"
    elif version.kind == "upgrade":
        subject = f"Apply technical or declaration upgrade on {name}"
    else:
        subject = f"Record new changes of {name}"
    message = f"{subject}\n\nThis version was recorded after extracting from snapshot {version.source}\n".encode()
    content = version.text.encode()
    moment = f"{int(version.recorded_at.timestamp())} +0000"
    return b"".join(
        (
            f"commit refs/heads/main\nauthor {_AUTHOR} {moment}\ncommitter {_AUTHOR} {moment}\n".encode(),
            f"data {len(message)}\n".encode() + message,
            f'M 100644 inline "{version.service}/{version.terms_type}.md"\n'.encode(),
            f"data {len(content)}\n".encode() + content + b"\n",
        )
    )


def _git(directory: Path, given: bytes, *arguments: str) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            cwd=directory,
            input=given,
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise SampleError("git is not installed; install it and try again") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise SampleError(f"{directory}: git could not write the sample archive ({said[0]})") from error
