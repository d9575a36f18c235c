"""A sentence that came or went, and of which no clause of the change tells, is told by what it surely states."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Verdict
from tests.records_factory import at, make_change, make_document, make_version

pytestmark = pytest.mark.django_db
_KEPT = "You may draw plans of your garden with the planner, and send them to us when they are done."
_OWNED = "Except for the license that you grant in these terms, you retain all rights in your content and your plans."


def _unsettled(old: str, new: str) -> str:
    document = make_document("Larkwell")
    make_version(document, f"# Terms\n\n{old}\n", at(2026, 1, 10))
    change = make_change(make_version(document, f"# Terms\n\n{new}\n", at(2026, 2, 10)), Verdict.SUBSTANTIVE)
    page = Client().get(f"/{change.permanent_id}").content.decode()
    return page.partition('id="unsettled"')[2].partition("</section>")[0]


def test_a_reservation_that_was_struck_is_told_as_taken_out() -> None:
    told = _unsettled(f"{_KEPT} {_OWNED}", _KEPT)
    assert "Words taken out" in told
    assert '<a href="/clause-types/content-ownership-retained">User keeps content ownership</a>' in told
    assert f"<del>{_OWNED}</del>" in told


def test_a_sentence_that_states_nothing_for_sure_is_not() -> None:
    assert _unsettled(f"{_KEPT} Gardens are green, and planners like to walk in them at noon.", _KEPT) == ""
