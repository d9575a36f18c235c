"""`conductatlas user`: accounts that the operator makes, and who may open the operators' pages."""

from __future__ import annotations

import argparse
import sys

from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database

_ACTOR = "command line"


def run(options: argparse.Namespace) -> int:
    """Add, list, or open the operators' pages to somebody."""
    prepare_database()
    {"add": _add, "list": _list, "staff": _staff}[options.action](options)
    return 0


def _add(options: argparse.Namespace) -> None:
    from conductatlas.accounts.people import add_person, password_key, password_link
    from conductatlas.accounts.workspaces import RefusedError

    password = _password() if options.password_stdin else None
    try:
        user = add_person(options.email, staff=options.staff, password=password, actor=_ACTOR)
    except RefusedError as error:
        raise CommandError(f"{options.email}: {error}") from error
    what = "an operator" if user.is_staff else "a user"
    sys.stdout.write(f"{user.email} is {what} now.\n")
    if password is None:
        link = password_link(password_key(user))
        sys.stdout.write(f"To set a password, open this link within three days; it works once:\n{link}\n")


def _password() -> str:
    """The first line of standard input."""
    try:
        password = sys.stdin.readline().rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise CommandError("the password on standard input is no text (UTF-8)") from error
    if not password:
        raise CommandError("there is no password on standard input")
    return password


def _list(options: argparse.Namespace) -> None:
    from conductatlas.accounts.models import User

    users = User.objects.order_by("email")
    for user in users:
        notes = [f"since {user.joined_at:%Y-%m-%d}"]
        notes.append(f"last signed in {user.last_login:%Y-%m-%d}" if user.last_login else "never signed in")
        notes += ["operator"] if user.is_staff else []
        notes += [] if user.is_active else ["closed"]
        sys.stdout.write(f"{user.email}  {', '.join(notes)}\n")
    if not users:
        sys.stdout.write("there are no accounts\n")


def _staff(options: argparse.Namespace) -> None:
    from conductatlas.accounts.people import set_staff
    from conductatlas.accounts.workspaces import RefusedError

    try:
        user = set_staff(options.email, options.switch == "on", _ACTOR)
    except RefusedError as error:
        raise CommandError(f"{options.email}: {error}") from error
    sys.stdout.write(f"{user.email} {'may' if user.is_staff else 'may not'} open the operators' pages.\n")
