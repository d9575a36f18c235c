"""The commands and their options, and how each ends: 0 fine, 1 the answer is no, 2 bad input."""

from __future__ import annotations

import argparse
import errno
import math
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

import conductatlas

BAD_INPUT = 2
_MOST_JOBS = 64
_READ = "Markdown, plain text, HTML or PDF; what it is, its ending or its first bytes say"


class CommandError(Exception):
    """Input that a command can't use; the message is one line for a person."""


# The commands of the program, to which each of these functions adds some.
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="conductatlas", description=conductatlas.__doc__)
    parser.add_argument("--version", action="version", version=f"conductatlas {conductatlas.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _read_texts(commands)
    _take_in(commands)
    _decide(commands)
    _watch(commands)
    _answer(commands)
    _admit(commands)
    _offer(commands)
    _tell(commands)
    _serve(commands)
    return parser


def _read_texts(commands: _Commands) -> None:
    """What reads files and needs no database."""
    analyse = commands.add_parser("analyse", help="find the provisions of Markdown, text, HTML or PDF files")
    analyse.add_argument("--format", choices=("text", "jsonl"), default="text")
    analyse.add_argument("files", nargs="+", metavar="FILE", help=_READ)
    analyse.set_defaults(runs="conductatlas.commands.analyse")

    explain = commands.add_parser("explain", help="say why the passage at an offset got its types and grades")
    explain.add_argument("file", metavar="FILE", help=_READ)
    explain.add_argument("offset", type=int, metavar="OFFSET", help="a code point inside the passage")
    explain.set_defaults(runs="conductatlas.commands.explain")

    evaluate = commands.add_parser("evaluate", help="say how well the finder agrees with labelled passages")
    evaluate.add_argument("--format", choices=("text", "json"), default="text")
    evaluate.add_argument(
        "--findings", type=Path, metavar="FILE", help="findings to evaluate, as `analyse --format jsonl` prints them"
    )
    evaluate.add_argument("labels", type=Path, metavar="LABELS", help="labelled passages, one a line (JSONL)")
    evaluate.set_defaults(runs="conductatlas.commands.evaluate")

    compare = commands.add_parser("compare", help="say what a new version of a text does to the old one")
    compare.add_argument("--format", choices=("text", "json"), default="text")
    compare.add_argument("old", metavar="OLD", help=f"the text before: {_READ}")
    compare.add_argument("new", metavar="NEW", help=f"the text after: {_READ}")
    compare.set_defaults(runs="conductatlas.commands.compare")


def _take_in(commands: _Commands) -> None:
    """Archives of others, and declarations for platforms."""
    imports = commands.add_parser("import", help="take recorded versions from an archive")
    kinds = imports.add_subparsers(dest="archive", required=True, metavar="KIND")
    ota = kinds.add_parser("ota", help="a versions repository of Open Terms Archive")
    ota.add_argument("source", metavar="SOURCE", help="a path to a repository, a bundle, or a git address")
    ota.add_argument("--only", action="append", default=[], metavar="SERVICE", help="only this service (repeatable)")
    ota.add_argument(
        "--collection", metavar="NAME", help="how to call the collection (default: from the source's name)"
    )
    ota.add_argument(
        "--jobs",
        type=_jobs,
        default=min(_cores(), _MOST_JOBS),
        metavar="N",
        help="how many processes compare versions (default: one for each core; 1: none besides the one that writes)",
    )
    ota.set_defaults(runs="conductatlas.commands.import_ota")

    declare = commands.add_parser("declare", help="propose a declaration for a platform from its home page")
    declare.add_argument("source", metavar="URL|FILE", help="the home page, or its HTML; - reads standard input")
    declare.add_argument("--address", default="", metavar="URL", help="the address that the page comes from")
    declare.add_argument(
        "--page",
        action="append",
        default=[],
        nargs=2,
        metavar=("URL", "FILE"),
        help="the HTML of a linked document, of which it is proposed what to select (repeatable)",
    )
    declare.set_defaults(runs="conductatlas.commands.declare")


def _decide(commands: _Commands) -> None:
    """What people decide about records."""
    review = commands.add_parser("review", help="decide about findings that the method is unsure of")
    reviews = review.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = reviews.add_parser("list", help="show the least sure findings that nobody has decided about")
    listed.add_argument("--limit", type=int, default=20, metavar="N", help="how many to show (default: 20)")
    decided = reviews.add_parser("decide", help="decide about the current wording of a provision")
    decided.add_argument("record", metavar="RECORD", help="the provision, such as CA-P-000123")
    decided.add_argument("kind", choices=("accept", "retype", "regrade", "dismiss"))
    _who_and_why(decided)
    _new_grade(decided)
    written = reviews.add_parser("write", help="write a section of a provision's record in place of the composed text")
    written.add_argument("record", metavar="RECORD", help="the provision, such as CA-P-000123")
    written.add_argument("section", metavar="SECTION", help="what, why, impact or exposure")
    text = written.add_mutually_exclusive_group(required=True)
    text.add_argument("--file", type=Path, metavar="FILE", help="the text, in UTF-8")
    text.add_argument("--withdraw", action="store_true", help="let the composed text stand again")
    _who_and_why(written)
    reviews.add_parser("held", help="show the versions that wait to be confirmed")
    for action, does in (("confirm", "is a state of the document"), ("refuse", "is a failed capture")):
        settled = reviews.add_parser(action, help=f"say that the version of a document that is held {does}")
        settled.add_argument("record", metavar="RECORD", help="the document, such as CA-D-000123")
        _who_and_why(settled)
    for action, does in (
        ("withdraw", "take a record back; its page stays and says so"),
        ("merge", "merge a record into another, to which its address then leads"),
        ("reinstate", "give back a record that was withdrawn or merged"),
    ):
        taken = reviews.add_parser(action, help=does)
        taken.add_argument("record", metavar="RECORD", help="such as CA-P-000123, CA-D-000123 or CA-C-000123")
        if action == "merge":
            taken.add_argument("--into", required=True, metavar="RECORD", help="the record that stays")
        _who_and_why(taken)
    exported = reviews.add_parser("export", help="write the decisions as labels to train with (JSONL)")
    exported.add_argument("file", type=Path, metavar="FILE")
    review.set_defaults(runs="conductatlas.commands.review")


def _watch(commands: _Commands) -> None:
    """Live capture."""
    track = commands.add_parser("track", help="take up declarations: what they declare is looked at from then on")
    track.add_argument("directory", type=Path, metavar="DIRECTORY", help="of declarations of Open Terms Archive")
    track.add_argument("--collection", default="own", metavar="NAME", help="under which name (default: own)")
    track.set_defaults(runs="conductatlas.commands.track")

    check = commands.add_parser("check", help="look at what is tracked now")
    check.add_argument("--due", action="store_true", help="only at what is due")
    check.add_argument("--only", action="append", default=[], metavar="SERVICE", help="only at this one (repeatable)")
    check.set_defaults(runs="conductatlas.commands.check", command="check")
    work = commands.add_parser("work", help="look at what is due, until stopped; several may share the work")
    work.add_argument("--quiet", action="store_true", help="say nothing of looks that end well")
    work.set_defaults(runs="conductatlas.commands.check", command="work")

    fsck = commands.add_parser("fsck", help="look whether everything that captures brought is still what it was")
    fsck.add_argument("--sample", type=_percentage, default=100.0, metavar="PERCENT", help="look at this share only")
    fsck.add_argument("--format", choices=("text", "json"), default="text")
    fsck.set_defaults(runs="conductatlas.commands.fsck")


def _answer(commands: _Commands) -> None:
    """What readers and platforms say of records."""
    corrections = commands.add_parser("corrections", help="work through what readers report of records")
    requests = corrections.add_subparsers(dest="action", required=True, metavar="ACTION")
    waiting = requests.add_parser("list", help="show the requests that wait, the oldest first")
    waiting.add_argument("--limit", type=int, default=20, metavar="N", help="how many to show (default: 20)")
    shown = requests.add_parser("show", help="show one request in full")
    shown.add_argument("number", type=int, metavar="NUMBER")
    for action, does in (
        ("accept", "grant a request, and do to the record what it asks for"),
        ("refuse", "refuse a request"),
        ("withdraw", "note that who sent a request took it back"),
    ):
        answered = requests.add_parser(action, help=does)
        answered.add_argument("number", type=int, metavar="NUMBER")
        _who_and_why(answered)
        answered.add_argument("--publish", action="store_true", help="show to all what the reader wrote; read it first")
        if action == "accept":
            answered.add_argument(
                "--decision", default="", choices=("accept", "retype", "regrade", "dismiss", "withdraw", "merge")
            )
            _new_grade(answered)
            answered.add_argument("--into", default="", metavar="RECORD", help="the record that stays (merge)")
            answered.add_argument("--before", default="", metavar="TEXT", help="what the record said (no decision)")
            answered.add_argument("--after", default="", metavar="TEXT", help="what it says now (no decision)")
    corrections.set_defaults(runs="conductatlas.commands.corrections")

    dispute = commands.add_parser("dispute", help="show a platform's own statement on a record")
    disputes = dispute.add_subparsers(dest="action", required=True, metavar="ACTION")
    added = disputes.add_parser("add", help="put a statement on a record")
    added.add_argument("record", metavar="RECORD", help="such as CA-P-000123")
    added.add_argument("--by", required=True, metavar="PARTY", help="who makes the statement")
    added.add_argument("--text-file", required=True, type=Path, metavar="FILE", help="its words (UTF-8)")
    added.add_argument(
        "--verified", required=True, metavar="TEXT", help="how you made sure of who sent it; it is shown"
    )
    added.add_argument("--operator", required=True, metavar="NAME", help="who puts it there")
    disputes.add_parser("list", help="show the statements that stand on records")
    removed = disputes.add_parser("remove", help="take a statement off its record")
    removed.add_argument("number", type=int, metavar="NUMBER")
    removed.add_argument("--operator", required=True, metavar="NAME", help="who takes it off")
    removed.add_argument("--reason", required=True, metavar="TEXT", help="why")
    dispute.set_defaults(runs="conductatlas.commands.dispute")


def _admit(commands: _Commands) -> None:
    """Who has an account."""
    user = commands.add_parser("user", help="make accounts, list them, and say who is an operator")
    users = user.add_subparsers(dest="action", required=True, metavar="ACTION")
    added = users.add_parser("add", help="make an account, and print a link to set its password")
    added.add_argument("email", metavar="EMAIL", help="the address, which you vouch for: it counts as confirmed")
    added.add_argument("--staff", action="store_true", help="an operator, who may open the operators' pages")
    added.add_argument("--password-stdin", action="store_true", help="read the password from standard input instead")
    users.add_parser("list", help="show all accounts")
    staff = users.add_parser("staff", help="open the operators' pages to somebody, or close them")
    staff.add_argument("email", metavar="EMAIL")
    staff.add_argument("switch", choices=("on", "off"))
    user.set_defaults(runs="conductatlas.commands.user")


def _offer(commands: _Commands) -> None:
    """Plans, and who has them."""
    plan = commands.add_parser("plan", help="look after plans and who has them")
    plans = plan.add_subparsers(dest="action", required=True, metavar="ACTION")
    plans.add_parser("list", help="show the plans, and how many workspaces have each now")
    assigned = plans.add_parser("assign", help="give a workspace a plan")
    assigned.add_argument("workspace", metavar="WORKSPACE", help="its slug, or the e-mail address of whose own it is")
    assigned.add_argument("plan", metavar="PLAN", help="the key of the plan, such as monitor")
    assigned.add_argument("--until", metavar="DAY", help="the first day on which it no longer stands, as 2027-01-31")
    ended = plans.add_parser("end", help="end the plan of a workspace")
    ended.add_argument("workspace", metavar="WORKSPACE", help="its slug, or the e-mail address of whose own it is")
    for parser in (assigned, ended):
        parser.add_argument("--by", required=True, metavar="NAME", help="who decides")
        parser.add_argument("--reason", default="", metavar="TEXT", help="why")
    plans.add_parser("settle", help="write down what is over, and ask Stripe about what nothing was heard of")
    plan.set_defaults(runs="conductatlas.commands.plan")


def _tell(commands: _Commands) -> None:
    """Watches, and the messages that are sent because of them."""
    tell = commands.add_parser("tell", help="send what is due because of watches; several may share the work")
    tell.add_argument("--once", action="store_true", help="only what is due now")
    tell.add_argument("--quiet", action="store_true", help="say nothing when it starts")
    tell.set_defaults(runs="conductatlas.commands.tell")

    bounce = commands.add_parser("bounce", help="take a report of a mail that came back, and stop its channel")
    bounce.add_argument("file", nargs="?", default="-", metavar="FILE", help="the report; - (the default) reads stdin")
    bounce.set_defaults(runs="conductatlas.commands.bounce")


def _serve(commands: _Commands) -> None:
    """The site, its database and its sample."""
    sample = commands.add_parser("sample", help="write the sample archive, a versions repository of invented platforms")
    sample.add_argument("directory", type=Path, metavar="DIRECTORY")
    sample.set_defaults(runs="conductatlas.commands.sample")

    run = commands.add_parser("run", help="serve the site, look at what is due, and tell of it")
    run.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)")
    run.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
    run.add_argument("--sample", action="store_true", help="load the sample archive first, where it is not loaded yet")
    run.add_argument("--no-capture", dest="capture", action="store_false", help="serve only; look at nothing")
    run.add_argument("--no-telling", dest="telling", action="store_false", help="send nothing because of watches")
    run.set_defaults(runs="conductatlas.commands.run")

    migrate = commands.add_parser("migrate", help="bring the database up to date; the other commands do it themselves")
    migrate.set_defaults(runs="conductatlas.commands.migrate")


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _jobs(text: str) -> int:
    """A number of processes, as an option gives it."""
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {_MOST_JOBS}")
    return int(text)


def _percentage(text: str) -> float:
    """A percentage above 0 and up to 100, as an option gives it."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is not a percentage above 0 and up to 100")
    return value


def _who_and_why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="NAME", help="who decides")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why")


def _new_grade(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--type", default="", metavar="TYPE", help="the clause type that it is (retype)")
    parser.add_argument("--severity", default="", metavar="SEVERITY", help="the severity that it has")
    parser.add_argument("--stance", default="", metavar="STANCE", help="the stance that it has")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code. Never a traceback for input that can't be used."""
    options = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conductatlas.settings")
    try:
        # Each command is imported when it is run: none waits for what only another one needs.
        run: Callable[[argparse.Namespace], int] = import_module(options.runs).run
        code = run(options)
        sys.stdout.flush()
        return code
    except CommandError as error:
        sys.stderr.write(f"conductatlas: {error}\n")
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; what is left to print is for nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("\nconductatlas: stopped\n")
        return 130
    except Exception as error:
        trouble = _trouble_outside(error)
        if not trouble:
            raise
        sys.stderr.write(f"conductatlas: {trouble}\n")
        return BAD_INPUT


def _trouble_outside(error: Exception) -> str:
    """What a database that is locked or away, or a disk that is full, keeps a command from; empty for all else."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}no space is left on the disk"
    # A command that has not loaded the database's part has no trouble with it.
    database = sys.modules.get("django.db")
    if database is not None and isinstance(error, database.OperationalError):
        return f"the database can't be used ({(str(error).strip().splitlines() or ['no reason given'])[0]})"
    return ""
