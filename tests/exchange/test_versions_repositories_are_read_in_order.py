"""A versions repository is read whole, in order, with one process, whatever form it comes in."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from conductatlas.exchange import ArchiveError, list_services, open_archive, read_history
from conductatlas.exchange.ota import LARGEST_TEXT
from tests.exchange.versions_repository import START, Commit, write_repository

_HISTORY = (
    Commit("README.md", b"about"),
    Commit("Corvid Mail/Terms of Service.md", b"one", "First record of Corvid Mail Terms of Service"),
    Commit("Tiller/Privacy Policy.md", "zwei é".encode()),
    Commit("Corvid Mail/Terms of Service.md", b"two"),
    Commit("Gone/Terms of Service.md", b"example"),
    Commit("Gone/Terms of Service.md", None),
    Commit(".github/note.md", b"no"),
    Commit("deep/er/file.md", b"no"),
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return write_repository(tmp_path / "sample-versions.git", _HISTORY)


def test_documents_come_in_the_order_of_their_recording(repository: Path, tmp_path: Path) -> None:
    archive = open_archive(str(repository), tmp_path / "mirrors")
    total, versions = read_history(archive)
    found = list(versions)
    assert archive.name == "sample"
    assert total == len(found) == 3
    assert [(one.service, one.terms_type, one.content) for one in found] == [
        ("Corvid Mail", "Terms of Service", b"one"),
        ("Tiller", "Privacy Policy", "zwei é".encode()),
        ("Corvid Mail", "Terms of Service", b"two"),
    ]
    first = found[0]
    assert first.note == "First record of Corvid Mail Terms of Service"
    assert first.sources == ("https://s.example/2",)
    assert (first.recorded_at - START).days == 1
    assert (first.sha256, first.size) == (hashlib.sha256(b"one").hexdigest(), 3)


def test_services_can_be_listed_and_chosen(repository: Path, tmp_path: Path) -> None:
    archive = open_archive(str(repository), tmp_path / "mirrors")
    assert list_services(archive) == ("Corvid Mail", "Tiller")
    total, versions = read_history(archive, frozenset({"Tiller"}))
    assert (total, [one.path for one in versions]) == (1, ["Tiller/Privacy Policy.md"])


def test_a_bundle_is_fetched_and_later_only_what_is_new(repository: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "sample-versions.bundle"
    subprocess.run(["git", "-C", str(repository), "bundle", "create", "--quiet", str(bundle), "HEAD"], check=True)
    for _ in range(2):
        archive = open_archive(str(bundle), tmp_path / "mirrors")
        assert archive.name == "sample"
        assert read_history(archive)[0] == 3


def test_a_text_over_the_limit_keeps_its_hash_and_size_only(tmp_path: Path) -> None:
    content = b"x" * (LARGEST_TEXT + 1)
    path = write_repository(tmp_path / "a.git", [Commit("A/T.md", content), Commit("A/T.md", b"small")])
    large, small = read_history(open_archive(str(path), tmp_path))[1]
    assert (large.content, large.size, large.sha256) == (None, len(content), hashlib.sha256(content).hexdigest())
    assert small.content == b"small"


def test_what_is_no_archive_is_told_in_one_line(tmp_path: Path, repository: Path) -> None:
    bundle = tmp_path / "cut-versions.bundle"
    subprocess.run(["git", "-C", str(repository), "bundle", "create", "--quiet", str(bundle), "HEAD"], check=True)
    bundle.write_bytes(bundle.read_bytes()[:-40])
    text = tmp_path / "notes.txt"
    text.write_text("no archive")
    empty = tmp_path / "empty.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(empty)], check=True)
    (tmp_path / "folder").mkdir()
    for source, reason in (
        ("missing", "no such file"),
        ("folder", "not a git repository"),
        ("notes.txt", "can't be fetched"),
        ("cut-versions.bundle", "can't be fetched"),
        ("empty.git", "has no commits"),
    ):
        with pytest.raises(ArchiveError, match=reason) as raised:
            open_archive(str(tmp_path / source), tmp_path / "mirrors")
        assert "\n" not in str(raised.value)
        assert source in str(raised.value)


def test_an_address_that_does_not_answer_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="can't be fetched") as raised:
        open_archive("http://127.0.0.1:9/none-versions.git", tmp_path)
    assert "\n" not in str(raised.value)


def test_git_is_never_told_to_run_a_program(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such file"):
        open_archive(f"ext::touch {tmp_path}/made", tmp_path)
    assert not (tmp_path / "made").exists()


def test_links_and_files_without_a_name_are_no_documents(tmp_path: Path) -> None:
    text = Commit("Tiller/Terms.md", b"Words.\n")
    link = Commit("Tiller/Link.md", b"/etc/hostname", mode="120000")
    written = write_repository(tmp_path / "odd-versions.git", [text, link, Commit("Tiller/.md", b"Words.\n")])
    total, versions = read_history(open_archive(str(written), tmp_path))
    assert (total, [version.path for version in versions]) == (1, ["Tiller/Terms.md"])


def test_a_repository_of_somebody_else_is_read(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Git takes this as it would another owner.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    total, versions = read_history(open_archive(str(repository), tmp_path))
    assert len(list(versions)) == total > 0
