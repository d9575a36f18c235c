"""`run --sample`, the first thing that anybody tries: the sample is loaded, the site answers, and Ctrl-C ends all."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

_WITHIN = 120.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answer(address: str, server: subprocess.Popen[str]) -> str:
    """What the site answers, once it does."""
    end = time.monotonic() + _WITHIN
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(address) as answer:  # noqa: S310 - our own address
                return str(answer.read().decode())
        except URLError:
            time.sleep(0.2)
    return ""


@pytest.mark.enable_socket
def test_the_sample_is_loaded_and_served_until_ctrl_c(tmp_path: Path) -> None:
    port = _free_port()
    command = [sys.executable, "-m", "conductatlas", "run", "--sample", "--port", str(port)]
    environment = os.environ | {"CONDUCTATLAS_DATA": str(tmp_path), "CONDUCTATLAS_DATABASE": ""}
    log = tmp_path / "log"
    with (
        log.open("w") as written,
        subprocess.Popen(command, env=environment, stdout=written, stderr=subprocess.STDOUT, text=True) as server,
    ):
        try:
            page = _answer(f"http://127.0.0.1:{port}/platforms", server)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(_WITHIN)
    assert "Larkwell" in page, log.read_text()
    assert "Traceback" not in log.read_text()
    assert f"ConductAtlas at http://localhost:{port}/" in log.read_text()
