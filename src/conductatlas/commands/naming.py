"""Records as people name them on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conductatlas.commands.main import CommandError

if TYPE_CHECKING:
    from conductatlas.records.models import Kind


def record_named(text: str, *kinds: Kind) -> tuple[Kind, int]:
    """The kind and the number of a record that was named by its id, of one of the kinds given, or of any.

    Raises CommandError where it is no such id.
    """
    from conductatlas.records.models import Kind, parse_permanent_id, permanent_id

    allowed = kinds or tuple(Kind)
    named = parse_permanent_id(text.upper())
    if named is None or named[0] not in allowed:
        words = " or ".join(f"a {kind.label}" for kind in allowed)
        raise CommandError(f"{text}: is no id of {words}, such as {permanent_id(allowed[0], 123)}")
    return named
