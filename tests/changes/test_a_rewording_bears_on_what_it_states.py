"""A passage states several things; a change in one of its sentences is told of those that the sentence states."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    Bearing,
    Meaning,
    Pair,
    Told,
    Verdict,
    compare,
    gravest_severity,
    meanings,
    summarise,
    summarise_item,
    tell,
)
from conductatlas.changes.own_words import own_words
from conductatlas.changes.standing import Followed
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_ENDING = "We may suspend or terminate your account at any time and for any reason, at our sole discretion."
_LAW = "You agree to comply with all applicable export laws when you use Corvid."
_OFFICE = "Corvid is made in the old mill of Larkwell, where visitors are welcome on Fridays."


def _meant(old: str, new: str) -> list[tuple[Followed, Meaning]]:
    before, after = read_markdown(old), read_markdown(new)
    outcome = compare(default_finder(), before, after)
    return list(meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(before, after)))


def _of(meant: list[tuple[Followed, Meaning]], clause_type: str) -> tuple[Followed, Meaning]:
    (found,) = (one for one in meant if one[0].clause_type == clause_type)
    return found


def _told(meant: list[tuple[Followed, Meaning]]) -> list[Told]:
    return [tell(*one) for one in meant]


def test_a_sentence_about_something_else_leaves_the_clause_as_it_was() -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {_LAW} {_OFFICE}")
    one, means = _of(meant, "unilateral-termination")
    assert means.elsewhere
    said = summarise_item(load_catalogue(), one, means)
    assert said.startswith("Reworded in sentences that may be about something else: ")
    assert "the old mill of Larkwell" in said
    told = [one for one in _told(meant) if one.clause_type == "unilateral-termination"]
    assert summarise(load_catalogue(), Verdict.SUBSTANTIVE, told).startswith("1 provision reworded with no sure effect")


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("for any reason, at our sole discretion", "if you break these terms"),
        ("at any time and for any reason", "at any time, with thirty days' notice, and for any reason"),
    ],
)
def test_the_clauses_own_sentence_is_its_own(was: str, became: str) -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING.replace(was, became)} {_LAW}")
    assert not _of(meant, "unilateral-termination")[1].elsewhere


def test_a_sentence_that_refers_back_is_of_the_clause_before_it() -> None:
    then = "They may do this only after a warning."
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {then} {_LAW}")
    assert not _of(meant, "unilateral-termination")[1].elsewhere


@pytest.mark.parametrize(
    ("was", "became", "elsewhere"),
    [
        ('What you put in is called "Plan".', 'What you and yours put in is called "Plan".', True),
        ('What you open here ("Account") is free.', 'What you open at the mill ("Account") is free.', False),
        ("Account means what you open here.", "Account means what you open at the mill.", False),
        ("What you open here is free.", "What you open at the mill is free.", True),
    ],
)
def test_what_defines_a_word_of_the_clause_bears_on_it(was: str, became: str, elsewhere: bool) -> None:
    ending = _ENDING.replace("your account", "your Account")
    meant = _meant(f"{was} {ending} {_LAW}", f"{became} {ending} {_LAW}")
    assert _of(meant, "unilateral-termination")[1].elsewhere is elsewhere


def test_severity_is_that_of_what_was_touched() -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {_LAW} {_OFFICE}")
    told = _told(meant)
    ending = next(one for one in told if one.clause_type == "unilateral-termination")
    others = [one for one in told if not one.is_slight]
    assert ending.elsewhere
    assert ending.severity is Severity.HIGH
    assert gravest_severity(told) is max((one.severity for one in others), default=Severity.NONE)


def test_of_sentences_that_state_another_clause_for_sure_nothing_is_told() -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {_LAW.replace('all applicable export laws', 'the export laws')}")
    assert "unilateral-termination" not in {one.clause_type for one, _ in meant}


def test_words_that_the_text_had_before_were_not_added() -> None:
    moved = "We review reports about content within two working days of their arrival at our office in Larkwell."
    before = read_markdown(f"# Reports\n\n{moved}\n\n# Ending\n\n{_ENDING} {_LAW}")
    after = read_markdown(f"# Ending\n\n{_ENDING} {moved} {_LAW} {_OFFICE}")
    outcome = compare(default_finder(), before, after)
    meant = list(meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(before, after)))
    _, means = _of(meant, "unilateral-termination")
    assert "two working days" not in means.reworded


def test_a_sentence_that_states_one_clause_hardly_speaks_to_the_other() -> None:
    owned = "You keep ownership of the content that you post on Corvid."
    was = "You remain responsible for the content that you post on Corvid."
    became = was.replace("post on", "post or direct us to use on")
    meant = _meant(f"{owned} {was}", f"{owned} {became}")
    assert _of(meant, "content-ownership-retained")[1].elsewhere
    assert not _of(meant, "content-responsibility")[1].elsewhere


def test_what_kept_none_of_its_sentences_or_all_is_not_judged() -> None:
    finder = Mock(judge=Mock(side_effect=AssertionError("judged")))
    for before, after in ((_ENDING, f"{_LAW} {_OFFICE}"), (f"{_ENDING} {_LAW}", f"{_LAW} {_ENDING}")):
        own = own_words(before, after, Pair(read_markdown(before), read_markdown(after)))
        assert not Bearing(finder).is_elsewhere("unilateral-termination", before, after, own)


def _is_elsewhere(clause_type: str, before: str, after: str, heading: str = "", lead_in: str = "") -> bool:
    own = own_words(before, after, Pair(read_markdown(before), read_markdown(after)))
    return Bearing(default_finder()).is_elsewhere(clause_type, before, after, own, heading, lead_in)


def test_the_rest_of_a_sentence_states_what_it_does() -> None:
    terms = "These Terms incorporate by reference (1) the Privacy Policy, (2) the Rules of the House and"
    assert not _is_elsewhere("incorporated-terms", f"{terms}\n\n(3) the Plans of the Mill", terms)
    assert _is_elsewhere("incorporated-terms", f"{terms}\n\nThe mill is open on every day but Sunday.", terms)


def test_of_a_table_most_of_whose_rows_state_a_clause_no_row_is_about_something_else() -> None:
    shared = "We share your personal data with these third parties."
    rows = [f"| {who} | {shared} |" for who in ("Bakers", "Millers", "Sailors")]
    other = "| Readers | We show you personalised advertising by what you read, if you are over the age of {}. |"
    before, after = ("\n".join([*rows, other.format(age)]) for age in (16, 18))
    assert not _is_elsewhere("third-party-sharing", before, after)
    few = "\n".join([rows[0], *(other.format(age).replace("Readers", f"Readers of {age}") for age in (14, 15, 16))])
    assert _is_elsewhere("third-party-sharing", few, few.replace("the age of 16", "the age of 18"))


def test_where_no_sentence_states_the_clause_those_that_changed_must_state_others() -> None:
    before = f"Corvid tells nobody of its guests. {_LAW}"
    assert _is_elsewhere("account-creation", before, f"{before} {_ENDING}")
    assert not _is_elsewhere("account-creation", before, f"{before} {_OFFICE}")


def test_a_further_sentence_of_an_item_is_of_its_list() -> None:
    terms = "These Terms incorporate by reference the following policies, which you must comply with:"
    before = f"{terms}\n\n*   Rules of the House – how guests behave.\n*   Plans of the Mill."
    after = before.replace("behave.", "behave. There is a card in the hall that says who sleeps where.")
    assert not _is_elsewhere("incorporated-terms", before, after)


def test_a_row_that_states_nothing_by_itself_is_of_its_table() -> None:
    table = "We use these cookies on Corvid.\n\n| Name | Days |\n| --- | --- |\n| mill_id | 9 |\n| corn_id | {} |"
    assert not _is_elsewhere("cookies-and-trackers", table.format(3), table.format(4))
