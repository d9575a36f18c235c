"""Importing archives, beside merely reading and hashing the same texts.

    python -m benchmarks SOURCE...

For each SOURCE (a bundle, a path or an address): the reference is reading every version through the same one git
process and hashing it; then the import into one fresh database for all sources, then a second run that finds nothing
new. Printed are seconds, the ratio to the reference, and the peak memory of each process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_REFERENCE = """
import json, sys, time
from pathlib import Path
from conductatlas.exchange import open_archive, read_history
archive = open_archive(sys.argv[1], Path(sys.argv[2]))
started = time.perf_counter()
versions = size = 0
for version in read_history(archive)[1]:
    versions += 1
    size += version.size
print(json.dumps({"versions": versions, "bytes": size, "seconds": time.perf_counter() - started}))
"""


def _measured(command: list[str], data: Path) -> tuple[str, float, float]:
    """Run a command with a data directory; return what it printed, its seconds and its peak memory in MB."""
    environment = os.environ | {"CONDUCTATLAS_DATA": str(data), "CONDUCTATLAS_DATABASE": ""}
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: ended with {process.returncode}")
    return said, time.perf_counter() - started, usage.ru_maxrss / 1024


def main(sources: list[str]) -> None:
    """Measure each source and print a table."""
    if not sources:
        sys.exit('name the archives to import: make bench SOURCES="path/to/a-versions.bundle …"')
    with tempfile.TemporaryDirectory() as directory:
        data = Path(directory)
        head = ("source", "versions", "MB", "read+hash s", "import s", "ratio", "versions/s", "again s", "peak MB")
        print(" | ".join(head))
        for source in sources:
            reference: dict[str, Any] = json.loads(
                _measured([sys.executable, "-c", _REFERENCE, source, str(data / "archives")], data)[0]
            )
            command = [sys.executable, "-m", "conductatlas", "import", "ota", source]
            _, seconds, memory = _measured(command, data)
            _, again, _ = _measured(command, data)
            row = (
                Path(source).name,
                f"{reference['versions']:,}",
                f"{reference['bytes'] / 1e6:,.0f}",
                f"{reference['seconds']:.2f}",
                f"{seconds:.1f}",
                f"{seconds / reference['seconds']:.0f}",
                f"{reference['versions'] / seconds:.0f}",
                f"{again:.1f}",
                f"{memory:.0f}",
            )
            print(" | ".join(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
