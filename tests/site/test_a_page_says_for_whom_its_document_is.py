"""The record of a provision quotes by which words its document says for whom it is, and links to their place."""

from __future__ import annotations

from django.test import Client

from tests.records_factory import at, make_document, make_provision, make_version

_SAID = "The Service is not intended for use by consumers."
_CLAUSE = "All fees are final and cannot be refunded."


def test_the_words_are_quoted_linked_and_found_in_the_text(client: Client, db: None) -> None:
    document = make_document("Larkwell")
    text = f"# Terms of Service\n\nBe kind.\n\nPlease read. {_SAID}\n\n{_CLAUSE}\n"
    provision = make_provision(make_version(document, text, at(2026, 1, 1)), "no-refund", _CLAUSE)
    page = client.get(f"/{provision.permanent_id}.json").json()
    path = f"/{document.permanent_id}/text?version=1&block=3#block-3"
    assert page["audience"] == {"businesses": True, "said": _SAID, "path": path, "of_part": False}
    assert page["institutional"] is None, "all that speaks to such a clause is for consumers"
    html = client.get(f"/{provision.permanent_id}").content.decode()
    assert f"<q>{_SAID.removesuffix('.')}</q> (" in html
    assert "So this page names no laws for consumers." in html
    assert "Laws for consumers are left out" not in html, "it was said already, with its reason"
    shown = client.get(path.partition("#")[0]).content.decode()
    assert shown.count('id="block-3"') == 1
    assert shown.index('id="block-3"') < shown.index(_SAID)


def test_laws_for_consumers_are_no_reason_where_none_would_speak(client: Client, db: None) -> None:
    clause = "Larkwell processes personal data of the Customer as a data controller under its privacy policy."
    text = f"# Terms of Service\n\nPlease read. {_SAID}\n\n{clause}\n"
    provision = make_provision(make_version(make_document("Larkwell"), text, at(2026, 1, 1)), "legal-basis", clause)
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert f"<q>{_SAID.removesuffix('.')}</q> (" in page
    assert "no laws for consumers" not in page


def test_a_document_that_says_nothing_of_it_has_no_such_line(client: Client, db: None) -> None:
    version = make_version(make_document("Larkwell"), f"# Terms of Service\n\n{_CLAUSE}\n", at(2026, 1, 1))
    provision = make_provision(version, "no-refund", _CLAUSE)
    assert client.get(f"/{provision.permanent_id}.json").json()["audience"] is None
    assert "For whom the document is" not in client.get(f"/{provision.permanent_id}").content.decode()


def test_of_several_texts_in_a_row_the_one_is_told_in_which_the_clause_stands(client: Client, db: None) -> None:
    home, abroad = "These Terms apply if you live in the United States.", "These Terms apply if you live outside of it."
    courts = "You give up the right to a trial by jury in any dispute with us."
    texts = f"# Terms\n\n{home}\n\n{courts}\n\n{_CLAUSE}\n\n# Terms\n\n{abroad}\n\n{_CLAUSE}\n"
    version = make_version(make_document("Larkwell"), texts, at(2026, 1, 1))
    in_one = make_provision(version, "jury-trial-waiver", courts)
    page = client.get(f"/{in_one.permanent_id}").content.decode()
    whom = "For whom the part of the document is in which the words stand, by its own words: "
    assert f"{whom}<q>{home.removesuffix('.')}</q> (" in page
    in_both = make_provision(version, "no-refund", _CLAUSE)
    assert client.get(f"/{in_both.permanent_id}.json").json()["audience"] is None


def test_a_place_far_down_is_shown_in_its_part_and_a_wrong_one_as_the_first(client: Client, db: None) -> None:
    document = make_document("Larkwell")
    make_version(document, "\n\n".join(f"Paragraph {one}. " + "Words. " * 40 for one in range(400)), at(2026, 1, 1))
    address = f"/{document.permanent_id}/text"
    assert b"Paragraph 399." in client.get(f"{address}?block=400").content
    for wrong in ("401", "9" * 30):
        assert b"Paragraph 0." in client.get(f"{address}?block={wrong}").content
    for none in ("0", "-1", "x"):
        assert client.get(f"{address}?block={none}").status_code == 400
