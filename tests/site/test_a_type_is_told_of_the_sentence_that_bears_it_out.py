"""Under a sentence that changed stand the clause types that it states, not all that its passage was found to state."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Change, Provision, Verdict
from conductatlas.site.presenters.links import ClauseTypeLink, ProvisionLink
from conductatlas.site.presenters.sentence_links import _borne_out
from tests.records_factory import at, make_change, make_document, make_provision, make_version, remove

pytestmark = pytest.mark.django_db
_TITLE = "All plans are kept in the drawer of the mill."
_PROMISE = "Larkwell does not use the plans of your content to train its AI models."
_LENT = "The owner of a copyright may let others use the plan in a notice."
_OWNED = "The person who first draws a plan has the copyright in that plan."
_LAW = "These terms are governed by the laws of the State of Texas, and no other law applies to them."


def _went(client: Client, passage: str, clause_type: str, heading: str = "Terms") -> tuple[str, str]:
    """The page's part on the sentences of a change by which a passage went, and the address of its record."""
    document = make_document("Larkwell")
    first = make_version(document, f"# {heading}\n\n{_TITLE}\n\n{passage}\n", at(2026, 1, 10))
    provision: Provision = make_provision(first, clause_type, passage)
    second = make_version(document, f"# Terms\n\n{_TITLE}\n", at(2026, 2, 10))
    change: Change = make_change(second, Verdict.SUBSTANTIVE)
    remove(provision, second)
    page = client.get(f"/{change.permanent_id}").content.decode()
    return page.partition('id="sentences"')[2].partition("</section>")[0], f"/{provision.permanent_id}"


def test_a_sentence_beside_the_one_that_states_a_type_is_told_without_it(client: Client) -> None:
    shown, record = _went(client, f"{_PROMISE} {_LAW}", "ai-no-training-commitment")
    promise, _, law = shown.partition("These terms are governed")
    assert "does not use the plans" in promise
    assert record not in promise.partition("does not use the plans")[0]
    assert record in promise
    assert law
    assert record not in law


def test_a_sentence_that_states_its_type_has_it(client: Client) -> None:
    shown, record = _went(client, _PROMISE, "ai-no-training-commitment")
    assert record in shown


def test_a_type_that_only_the_heading_lends_is_not_told(client: Client) -> None:
    shown, record = _went(client, _LENT, "copyright-takedown", heading="Copyright infringement")
    assert "may let others" in shown
    assert record not in shown


def test_a_promise_to_answer_is_no_limit_to_a_right(client: Client) -> None:
    answer = "Once you have submitted your request, we will respond within the time frame that our privacy laws permit."
    shown, record = _went(client, answer, "rights-limits", heading="Exercising your rights")
    assert "Once you have submitted" in shown
    assert record not in shown


def test_a_type_for_which_a_sentence_has_no_word_is_not_told(client: Client) -> None:
    shown, record = _went(client, _OWNED, "copyright-takedown", heading="Reporting copyright infringement")
    assert "first draws a plan" in shown
    assert record not in shown


def _link(clause_type: str, number: int) -> ProvisionLink:
    linked = ClauseTypeLink(clause_type, clause_type, clause_type, f"/clauses/{clause_type}")
    return ProvisionLink(f"CA-P-{number}", f"/CA-P-{number}", linked, "", "low", "neutral", "current")


def test_of_an_edited_sentence_a_type_is_told_of_both_states_or_of_none() -> None:
    one, other, third = _link("governing-law", 1), _link("governing-law", 2), _link("content-licence", 3)
    assert [_borne_out({one: was}, {other: now}) for was, now in ((0.9, 0.4), (0.4, 0.9), (0.7, 0.7), (0.9, 0.1))] == [
        (one,), (one,), (), ()
    ]  # fmt: skip
    assert _borne_out({one: 0.9, third: 0.1}, {}) == (one,)


def test_of_less_sure_ones_a_type_is_told_where_none_is_likelier() -> None:
    one, other = _link("governing-law", 1), _link("governing-law", 2)
    rival, likeliest = {"governing-law": 0.8, "content-licence": 0.95}, {"governing-law": 0.8, "content-licence": 0.7}
    assert _borne_out({one: 0.85}, {}, (likeliest, {})) == (one,)
    assert _borne_out({one: 0.85}, {}, (rival, {})) == ()
    assert _borne_out({one: 0.95}, {}, (rival, {})) == (one,)
    assert _borne_out({one: 0.75}, {}, (likeliest, {})) == ()
    # An edited sentence need only be likeliest of the type in one of its states.
    assert _borne_out({one: 0.85}, {other: 0.85}, (rival, likeliest)) == (one,)


def test_what_both_states_of_a_sentence_may_say_is_not_told_to_be_of_one_alone() -> None:
    one, both, its = _link("governing-law", 1), _link("content-licence", 2), _link("content-licence", 3)
    own = {"governing-law": 0.95, "content-licence": 0.95}
    assert _borne_out({one: 0.95}, {}, (own, {"governing-law": 0.6})) == ()
    assert _borne_out({one: 0.95}, {}, (own, {"governing-law": 0.1})) == (one,)
    # What is told of both states stands first, so that none is left out of one for want of room.
    assert _borne_out({one: 0.95, both: 0.95}, {its: 0.95}, (own, {"content-licence": 0.9})) == (both, one)
