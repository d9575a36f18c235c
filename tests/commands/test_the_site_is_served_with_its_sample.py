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

from conductatlas.commands import main
from conductatlas.commands.run import _listens_at

_WITHIN = 120.0
# A terminal starts what it runs with Ctrl-C as usual; what runs in the background of a script has it ignored.
_AS_IN_A_TERMINAL = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv[0] = "conductatlas"
runpy.run_module("conductatlas", run_name="__main__")
"""


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
@pytest.mark.parametrize("answered", [True, False], ids=["when it answers", "as it starts"])
def test_the_sample_is_loaded_and_served_until_ctrl_c(tmp_path: Path, answered: bool) -> None:
    port = _free_port()
    command = [sys.executable, "-c", _AS_IN_A_TERMINAL, "run", "--sample", "--port", str(port)]
    environment = os.environ | {"CONDUCTATLAS_DATA": str(tmp_path), "CONDUCTATLAS_DATABASE": ""}
    page, complaints = "", tmp_path / "complaints"
    with (
        complaints.open("w") as written,
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=written, text=True, start_new_session=True
        ) as server,
    ):
        try:
            assert server.stdout is not None
            # The table of what was imported ends so; the site is started next.
            assert any(line.startswith("peak memory") for line in server.stdout), complaints.read_text()
            if answered:
                page = _answer(f"http://127.0.0.1:{port}/platforms", server)
        finally:
            # A terminal sends it to all processes at once.
            os.killpg(server.pid, signal.SIGINT)
            try:
                server.wait(_WITHIN)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                raise
    # 130 where it came before there was anything to end.
    assert server.returncode in ({0} if answered else {0, 130}), complaints.read_text()
    if answered:
        assert "Larkwell" in page, complaints.read_text()
        assert f'href="http://localhost:{port}/platforms"' in page


@pytest.mark.enable_socket
@pytest.mark.parametrize(("host", "port"), [("", "8000"), ("999.1.1.1", "8000"), ("127.0.0.1", "99999")])
def test_where_nobody_can_listen(host: str, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--host", host, "--port", port]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"conductatlas: can't listen on {host}:{port} (")
    assert said.endswith("); choose another with --host or --port\n")


@pytest.mark.enable_socket
def test_a_name_is_listened_at_by_its_number() -> None:
    assert _listens_at("localhost", 0) in ("127.0.0.1", "::1")
