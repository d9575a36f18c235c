"""For whom a recorded clause is, is worked out once for the same words in the same text; anything else is another."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from conductatlas.records.at_law import Stated, clauses_at_law
from conductatlas.records.models import Provision
from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

_CLAUSE = "We sell what we know of you to anybody who pays for it."
_TEXT = "# Terms\n\n## If you live in Brazil\n\nWe sell what we know of you to anybody who pays for it.\n"


def _stated(provision: Provision) -> Stated:
    wording = provision.wordings.select_related("passage").get()
    loaded = Provision.objects.select_related("document__platform").get(id=provision.id)
    return Stated(loaded, wording, wording.first_version_id)


def test_no_text_is_read_again(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    version = make_version(make_document("Larkwell"), _TEXT, at(2026, 1, 1))
    stated = _stated(make_provision(version, "data-sale", _CLAUSE))
    with django_assert_num_queries(2):
        (first,) = clauses_at_law([stated])
    with django_assert_num_queries(1):
        (again,) = clauses_at_law([stated])
    assert again is first
    assert first.applies_to == {"Brazilian residents"}


def test_the_same_words_in_another_text_are_another_clause() -> None:
    elsewhere = _TEXT.replace("Brazil", "Canada")
    texts = ((_TEXT, "Larkwell"), (elsewhere, "Hearthbook"))
    versions = [make_version(make_document(name), text, at(2026, 1, 1)) for text, name in texts]
    found = list(clauses_at_law([_stated(make_provision(one, "data-sale", _CLAUSE)) for one in versions]))
    assert [one.applies_to for one in found] == [{"Brazilian residents"}, {"Canadian residents"}]
    assert [one.platform for one in found] == ["Larkwell", "Hearthbook"]


def test_a_clause_that_is_graded_anew_is_worked_out_anew() -> None:
    version = make_version(make_document("Larkwell"), _TEXT, at(2026, 1, 1))
    stated = _stated(make_provision(version, "data-sale", _CLAUSE))
    (before,) = clauses_at_law([stated])
    stated.wording.stance = "protective"
    (after,) = clauses_at_law([stated])
    assert (before.stance, after.stance) == ("adverse", "protective")


def _people_kept_under(heading: str, text: str) -> frozenset[str]:
    """For whom the clause of a text is, where the heading on record is another one."""
    version = make_version(make_document("Larkwell"), text, at(2026, 1, 1))
    stated = _stated(make_provision(version, "data-sale", _CLAUSE))
    stated.provision.heading = heading
    (found,) = clauses_at_law([stated])
    return found.applies_to


def test_the_nearest_title_and_the_first_words_below_it_say_for_whom_a_clause_is() -> None:
    """A heading that was kept from an earlier text gives way; a part can be for more people than its heading names."""
    opens = "If you are a resident of the EEA, United Kingdom or Norway, you have the rights below."
    text = f"# Terms\n\n## Our grounds\n\nBe kind.\n\n## European residents\n\n{opens}\n\n### Sales\n\n{_CLAUSE}\n"
    assert _people_kept_under("Our grounds", text) == {"EEA residents", "UK residents"}


def test_a_numbered_line_that_is_a_title_says_for_whom_a_clause_is() -> None:
    """Such a line is no heading in the text, and the heading on record can be that of an earlier section."""
    sections = "14.  Other matters\n\n\nBe kind.\n\n15.  Residents of Canada and the EEA\n\n\nThis adds to the rest."
    text = f"# Terms\n\n## Our grounds\n\nBe fair.\n\n13.  First matters\n\n\nBe well.\n\n{sections}\n\n{_CLAUSE}\n"
    assert _people_kept_under("Our grounds", text) == {"EEA residents", "Canadian residents"}
