"""`declare` proposes, `track` takes up, `check` looks; each says in a line what went wrong, and where."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import quote

import pytest
from pytest_django import Settings

from conductatlas.commands import main
from conductatlas.records.models import Capture, SecondCopy, TrackedDocument, Version
from conductatlas.tracking import system_time
from tests.tracking.worlds import CLAUSES, declare, page

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.allow_hosts(["127.0.0.1"])]


_HOME = b"<title>Hearthbook</title><footer><a href=/terms>Terms of Service</a><a href=/gone>Privacy</a></footer>"


class _Server(ThreadingHTTPServer):
    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.saved: list[tuple[str, str]] = []


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        if self.path == "/save/status/spn2-1":
            self._say({"status": "success", "timestamp": "20261125120100"})
            return
        body = {"/": _HOME, "/terms": page(*CLAUSES)}.get(self.path, b"")
        self.send_response(self.server.status if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        """Save Page Now."""
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.saved.append((form, self.headers["Authorization"]))
        self._say({"job_id": "spn2-1"})

    def _say(self, value: dict[str, str]) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def server(settings: Settings, tmp_path: Path) -> Iterator[_Server]:
    settings.CAPTURE_ALLOWED_NETWORKS = (ip_network("127.0.0.1/32"),)
    settings.CAPTURE_PAUSE = 0
    settings.SNAPSHOTS, settings.WARCS = str(tmp_path / "snapshots"), tmp_path / "warcs"
    with _Server() as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


@pytest.fixture
def declared(server: _Server, tmp_path: Path) -> Path:
    return declare(tmp_path / "declarations", address=f"http://127.0.0.1:{server.server_port}/terms")


def test_declared_documents_are_looked_at_and_recorded(declared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["track", str(declared)]) == 0
    assert "own: 1 document new" in capsys.readouterr().out
    assert main(["check"]) == 0
    assert "1 document looked at: 1 with a new version, 0 unchanged, 0 failed" in capsys.readouterr().out
    assert Version.objects.count() == 1
    assert main(["check", "--due"]) == 0
    assert "nothing is due" in capsys.readouterr().out
    assert main(["check"]) == 0
    assert "1 unchanged" in capsys.readouterr().out
    assert main(["track", str(declared)]) == 0
    assert "1 as before" in capsys.readouterr().out


def test_what_is_proposed_for_an_address_can_be_tracked_as_it_is(
    server: _Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["declare", f"http://127.0.0.1:{server.server_port}/"]) == 0
    captured = capsys.readouterr()
    assert "/gone answered with an error (status 404)" in captured.err
    folder = tmp_path / "proposed"
    folder.mkdir()
    (folder / "Hearthbook.json").write_text(captured.out)
    assert main(["track", str(folder)]) == 0
    assert main(["check"]) == 1, "one of the two pages is not there"
    assert Version.objects.get().document.terms_type == "Terms of Service"


def test_a_failure_is_told_with_its_address_and_the_answer_is_no(
    declared: Path, server: _Server, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["track", str(declared)])
    server.status = 403
    assert main(["check"]) == 1
    captured = capsys.readouterr()
    assert (
        f"http-status: http://127.0.0.1:{server.server_port}/terms answered with an error (status 403)" in captured.err
    )
    assert "1 failed" in captured.out
    assert Capture.objects.get().pages[0]["status"] == 403


def test_inner_networks_are_not_fetched_unless_the_operator_says_so(
    declared: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.CAPTURE_ALLOWED_NETWORKS = ()
    main(["track", str(declared)])
    assert main(["check"]) == 1
    assert "blocked-address" in capsys.readouterr().err
    assert TrackedDocument.objects.get().reason == "blocked-address"


def test_only_named_services_are_looked_at(declared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["track", str(declared)])
    assert main(["check", "--only", "Hearthbook"]) == 0
    assert main(["check", "--only", "Larkwell"]) == 2
    assert "--only Larkwell: no such service is tracked" in capsys.readouterr().err


def test_bad_input_is_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert "nothing is tracked yet" in capsys.readouterr().err
    assert main(["track", str(tmp_path / "missing")]) == 2
    assert "missing: No such file or directory" in capsys.readouterr().err
    (tmp_path / "Broken.json").write_text('{"name": "Broken", "terms": {')
    assert main(["track", str(tmp_path)]) == 2
    assert "Broken.json" in capsys.readouterr().err
    assert main(["track", str(tmp_path), "--collection", "No Good"]) == 2
    assert "must be small letters" in capsys.readouterr().err


def test_what_can_be_used_is_taken_up_and_the_rest_told(declared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (declared / "Broken.json").write_text("{")
    assert main(["track", str(declared)]) == 1
    captured = capsys.readouterr()
    assert "Broken.json" in captured.err
    assert "1 document new" in captured.out


def test_new_versions_are_saved_in_a_web_archive_where_there_are_keys(
    declared: Path, server: _Server, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"http://127.0.0.1:{server.server_port}"
    settings.WAYBACK_ADDRESS, settings.WAYBACK_KEYS = address, "access:secret"
    main(["track", str(declared)])
    assert main(["check"]) == 0
    assert "second copies: 1 submitted, 0 confirmed, 0 put off, 0 failed" in capsys.readouterr().out
    assert server.saved == [(f"url={quote(f'{address}/terms', safe='')}", "LOW access:secret")]
    SecondCopy.objects.update(next_at=system_time())
    assert main(["check", "--due"]) == 0
    assert "second copies: 0 submitted, 1 confirmed" in capsys.readouterr().out
    assert SecondCopy.objects.get().copy == f"{address}/web/20261125120100/{address}/terms"
    assert main(["check"]) == 0
    assert "second copies" not in capsys.readouterr().out
    assert len(server.saved) == 1


def test_a_web_archive_that_does_not_take_a_page_makes_no_look_fail(
    declared: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.WAYBACK_ADDRESS, settings.WAYBACK_KEYS = "http://127.0.0.1:1", "access:secret"
    main(["track", str(declared)])
    assert main(["check"]) == 0
    assert "second copies: 0 submitted, 0 confirmed, 1 put off, 0 failed" in capsys.readouterr().out
    assert "refused the connection" in SecondCopy.objects.get().why
