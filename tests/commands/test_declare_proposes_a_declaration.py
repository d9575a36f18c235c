"""`conductatlas declare` prints a declaration; what it can't use is told in one line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from conductatlas.commands import main

_HOME = "<title>Lumora</title><footer><a href=/terms>Terms of Service</a><a href=/privacy>Privacy</a></footer>"


def test_a_file_with_its_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home.html").write_text(_HOME)
    (tmp_path / "terms.html").write_text("<main><h1>Terms</h1><p>You may use Lumora if you are sixteen.</p></main>")
    page = ["--page", "https://lumora.example/terms", str(tmp_path / "terms.html")]
    assert main(["declare", str(tmp_path / "home.html"), "--address", "https://lumora.example/", *page]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "name": "Lumora",
        "terms": {
            "Terms of Service": {"fetch": "https://lumora.example/terms", "select": "main"},
            "Privacy Policy": {"fetch": "https://lumora.example/privacy", "select": "body"},
        },
    }
    assert err == "Privacy Policy: “Privacy”; what to select of https://lumora.example/privacy is to be looked at\n"


def test_standard_input_that_tells_its_address(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    html = f"<link rel=canonical href=https://lumora.example/>{_HOME}".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(html)))
    assert main(["declare", "-"]) == 0
    assert "https://lumora.example/terms" in capsys.readouterr().out


def test_a_page_that_links_nothing_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home.html").write_text("<p>Nothing.</p>")
    assert main(["declare", str(tmp_path / "home.html"), "--address", "https://lumora.example/"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Terms of Service: not linked; it may be at https://lumora.example/terms-of-service, ")
    assert err.endswith("home.html: links no document that is known\n")


@pytest.mark.parametrize(
    ("content", "arguments", "message"),
    [
        (None, [], "No such file or directory"),
        (b"", [], "is empty"),
        (b"\0" * 100 + b"x", [], "is binary (byte 0 is zero)"),
        (b"<p>x", [], "does not say where it comes from; name its address with --address"),
        (
            b"<p>x",
            ["--address", "ftp://x.example/"],
            "does not say where it comes from; name its address with --address",
        ),
        (b"<p>x", ["--address", "https://"], "does not say where it comes from; name its address with --address"),
        (b"<p>x", ["--address", "https://[::1"], "does not say where it comes from; name its address with --address"),
        (b"<div>" * 20_000, [], "is nested too deeply for a page"),
    ],
)
def test_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, arguments: list[str], message: str
) -> None:
    path = tmp_path / "home.html"
    if content is not None:
        path.write_bytes(content)
    assert main(["declare", str(path), *arguments]) == 2
    assert capsys.readouterr().err == f"conductatlas: {path}: {message}\n"


def test_an_address_inside_our_networks_is_not_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["declare", "http://127.0.0.1/"]) == 2
    expected = "http://127.0.0.1/ leads to an address that may not be fetched (127.0.0.1 is this machine itself)"
    assert capsys.readouterr().err == f"conductatlas: {expected}\n"
