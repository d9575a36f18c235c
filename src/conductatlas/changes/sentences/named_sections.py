"""The sections and tables that came or went as a whole, as a summary names them."""

from __future__ import annotations

from collections.abc import Sequence

from conductatlas.changes.language.quotations import alone
from conductatlas.changes.sentences.whole_sections import Section
from conductatlas.changes.sentences.whole_tables import Table
from conductatlas.english import series, short_series

# So many sections are named.
MOST_SECTIONS = 2


def sections_named(what: str, sections: Sequence[Section], *, are_all: bool) -> str:
    """The largest of some sections, named; the others are counted where they are all. How long one is is not told."""
    named = list(dict.fromkeys(f"“{alone(one.title)}”" for one in largest(sections)))
    if not named:
        return ""
    told = short_series(named, MOST_SECTIONS)
    if not are_all and len(named) > MOST_SECTIONS:
        told = series([*named[:MOST_SECTIONS], "others"])
    return f"{what} the section{'s' if len(named) > 1 else ''} {told}"


def largest(sections: Sequence[Section]) -> list[Section]:
    """Some sections, those with most sentences first."""
    return sorted(sections, key=lambda one: -one.sentences)


def table_named(what: str, table: Table) -> str:
    """A table, by the title over it."""
    if not table.under:
        return f"{what} a table"
    return f"{what} {'a' if what == 'it adds' else 'the'} table under “{alone(table.under)}”"
