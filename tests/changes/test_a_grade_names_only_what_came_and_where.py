"""Where a grade moved, the title over the passage is told, and of its grounds only what wholly came or went."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes.effects.regrading import regraded
from conductatlas.changes.following.standing import ChangeKind, Standing
from conductatlas.changes.summary import Told, explain
from conductatlas.changes.verdicts.verdict import Verdict
from conductatlas.provisions import default_finder, grade
from conductatlas.reading import read_markdown

_CATALOGUE = load_catalogue()
_AFTER = "We may change or end the trial ferries of Larkwell at any time without notice and without liability to you."
_WITH_NOTICE = "We may change or end the trial ferries of Larkwell at any time without notice."
_MILDER = "We may change or end the trial ferries of Larkwell at any time, as we tell you below."
_SAID = "severity rises from medium to high under “Trial “Ferries” of Larkwell”"


@pytest.mark.parametrize(
    ("before", "said"),
    [(_WITH_NOTICE, _SAID), (_MILDER, f"{_SAID} (now: without notice and liability)")],
)
def test_half_of_a_ground_that_came_is_not_told_as_all_of_it(before: str, said: str) -> None:
    clause_type = _CATALOGUE["service-modification"]
    was = grade(clause_type, before)
    stood = Standing(1, clause_type.id, before, was.severity.value, was.stance.value, 0.9)
    document = read_markdown(f"# Rules\n\n## Trial “Ferries” of Larkwell\n\n{_AFTER}\n")
    places = ((document.blocks[2].start, document.blocks[2].end),)
    after = default_finder().finding(document, clause_type.id, 2, 2, places, (0.9,))
    assert regraded(_CATALOGUE, stood, after, document) == said.replace("“Ferries”", "‘Ferries’")


def test_the_title_over_a_grade_stands_in_what_it_means() -> None:
    phrase = "severity rises from medium to high under “Trial ferries”"
    kind, high = ChangeKind.REWORDED, _CATALOGUE["service-modification"].severity
    told = Told(kind, "service-modification", high, high, phrases=(phrase, "it adds “no liability to you”"))
    assert told.facts == (phrase,)
    assert explain(_CATALOGUE, Verdict.SUBSTANTIVE, [told]).endswith(f": {phrase}.")
