"""`conductatlas migrate`, and what other commands do before they touch the database."""

from __future__ import annotations

import argparse
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection

from conductatlas.commands.main import CommandError


def run(options: argparse.Namespace) -> int:
    """Bring the database up to date and say what was done."""
    prepare_database(verbosity=1)
    return 0


def database_exists() -> bool:
    """Whether there is a database to open; one on a server is taken to be there."""
    name = str(settings.DATABASES["default"]["NAME"])
    return connection.vendor != "sqlite" or name.startswith("file:") or Path(name).is_file()


def prepare_database(verbosity: int = 0) -> None:
    """Set Django up, make the data directory, and apply the migrations that are missing."""
    django.setup()
    try:
        if connection.vendor == "sqlite":
            Path(str(settings.DATABASES["default"]["NAME"])).parent.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=verbosity, interactive=False)
    except (DatabaseError, OSError) as error:
        reason = str(error).strip().splitlines()[0]
        raise CommandError(f"the database can't be used ({reason}); see CONDUCTATLAS_DATABASE") from error
