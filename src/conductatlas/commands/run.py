"""`conductatlas run`: serve the site, look at what is due and tell of it; with the sample archive where asked for."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from conductatlas.commands.import_ota import import_source
from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database
from conductatlas.commands.stopping import Stopping
from conductatlas.sample import build_archive

_SAMPLE = "sample"
_THREADS = 4
# A look that is under way when the site is stopped may end; a killed one would only be taken up again later.
_STOPS_WITHIN = 20.0
# A page that is being made when the site is stopped may still be sent. The server by itself would wait for ever.
_PAGES_END_WITHIN = 5
_MOST_REQUESTS_WAITING = 256


def run(options: argparse.Namespace) -> int:
    """Bring the database up to date; serve, look at what is due and tell of it until stopped."""
    address = _listens_at(options.host, options.port)
    name = _name_of(options.host)
    # Before the settings are read, here and in the processes that are started: what citations name must lead here.
    os.environ.setdefault("CONDUCTATLAS_PUBLIC_ADDRESS", f"http://{name}:{options.port}")
    prepare_database()
    if options.sample:
        _load_sample()
    server = Granian(
        "conductatlas.wsgi.application",
        address=address,
        port=options.port,
        interface=Interfaces.WSGI,
        log_level=LogLevels.warning,
        blocking_threads=_THREADS,
        backpressure=_MOST_REQUESTS_WAITING,
        workers_kill_timeout=_PAGES_END_WITHIN,
    )
    # What the server's main process waits for, and its own signal handler sets.
    server.main_loop_interrupt = Stopping()
    # It will set that handler itself. A signal that comes before, while processes are being started, must end them too.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, server.signal_handler_interrupt)
    sys.stderr.write(f"ConductAtlas at http://{name}:{options.port}/ (stop with Ctrl-C)\n")
    with _beside(work=options.capture, tell=options.telling):
        server.serve(target_loader=_load_site)
    return 0


def _load_site(path: str) -> Callable[..., Any]:
    """The site at a dotted path, in the process that answers requests; that leaves Ctrl-C to the one that started it.

    Until it answers requests it has no page to end, so that being told to stop may end it at once.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    site: Callable[..., Any] = import_string(path)
    return site


@contextmanager
def _beside(**wanted: bool) -> Iterator[None]:
    """Run commands beside the site: each in a process of its own, so that no page waits for what they do."""
    names = [name for name, is_wanted in wanted.items() if is_wanted]
    workers = [subprocess.Popen([sys.executable, "-m", "conductatlas", name, "--quiet"]) for name in names]  # noqa: S603
    try:
        yield
    finally:
        for worker in workers:
            worker.terminate()
        end = time.monotonic() + _STOPS_WITHIN
        for worker in workers:
            try:
                worker.wait(max(0.0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                worker.kill()


def _listens_at(host: str, port: int) -> str:
    """The number of the address that a host stands for. Raises CommandError where nobody can listen there."""
    try:
        family, kind, protocol, _, (address, *_) = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
    except (OSError, OverflowError, UnicodeError) as error:
        raise CommandError(f"can't listen on {host}:{port} ({error}); choose another with --host or --port") from error
    return str(address)


def _name_of(host: str) -> str:
    """How addresses name a host; what listens on this machine alone, or everywhere, is named as people type it."""
    if host in ("127.0.0.1", "0.0.0.0", "::"):  # noqa: S104 - compared, not listened on
        # Browsers take passkeys at a name alone.
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _load_sample() -> None:
    """Import the sample archive; versions that are recorded already are passed over."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / f"{_SAMPLE}-versions.git"
        build_archive(path)
        import_source(str(path), _SAMPLE, [], jobs=1)
