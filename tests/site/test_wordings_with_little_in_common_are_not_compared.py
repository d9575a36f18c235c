"""Two wordings with little in common may be two passages: a record does not tell the one as the other reworded."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.changes import have_little_in_common
from conductatlas.records.models import ItemKind, Verdict
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

pytestmark = pytest.mark.django_db

_CLOSED = "We may close your account if you break a rule of these terms."
_CLOSED_ANEW = "We may close an account without notice if you break a rule of these terms, or for any other reason."
_OTHER = "Accounts that nobody has opened within two years are removed from the register of members."


def test_what_holds_the_other_or_much_of_it_is_compared() -> None:
    assert have_little_in_common(_CLOSED, _OTHER)
    assert not have_little_in_common(_CLOSED, _CLOSED_ANEW)
    assert not have_little_in_common(_CLOSED, f"{_OTHER * 5}\n\n{_CLOSED}")


@pytest.mark.parametrize(
    ("after", "told"), [(_OTHER, "other words, or another passage of this type"), (_CLOSED_ANEW, "reworded")]
)
def test_the_record_says_so(client: Client, after: str, told: str) -> None:
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, _CLOSED, at(2026, 1, 10)), "unilateral-termination", _CLOSED)
    second = make_version(document, after, at(2026, 2, 10))
    before, now = reword(provision, second, after, severity="medium")
    make_item(make_change(second, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, now)
    record = client.get(f"/{provision.permanent_id}.json").json()
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert record["last_event"]["told"] == told
    compared = told == "reworded"
    assert (record["wordings"][0]["redline"] is not None) == compared
    assert record["wordings"][0]["little_in_common"] == (not compared)
    assert ("Too little in common with the wording before" in page) == (not compared)
    # The words of the other passage can be read all the same.
    assert after in page


def test_words_that_may_be_of_another_type_are_told_so(client: Client) -> None:
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, _CLOSED, at(2026, 1, 10)), "unilateral-termination", _CLOSED)
    second = make_version(document, _OTHER, at(2026, 2, 10))
    before, now = reword(provision, second, _OTHER, severity="medium")
    now.confidence = 0.2
    now.save()
    make_item(make_change(second, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, now)
    record = client.get(f"/{provision.permanent_id}.json").json()
    assert record["last_event"]["told"].endswith("of which the program is unsure that they state this")
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert "or another passage, of which the program is unsure that it is of this type" in page
