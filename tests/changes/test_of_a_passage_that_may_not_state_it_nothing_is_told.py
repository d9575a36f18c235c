"""Of a clause that its passage may not state nothing is told but that; of the others, the gravest is the weightiest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    Bearing,
    ChangeKind,
    Direction,
    Meaning,
    Pair,
    Told,
    Verdict,
    compare,
    direction_of,
    explain,
    gravest_severity,
    meanings,
    summarise,
    summarise_item,
    tell,
)
from conductatlas.changes.following.standing import Followed
from conductatlas.changes.verdicts.letters import are_to_the_letter
from conductatlas.provisions import LIKELY, default_finder
from conductatlas.reading import read_markdown

_CATALOGUE = load_catalogue()
_LIMIT = "To the extent permitted by law, our total liability to you is limited to €100 for all claims together."
_PARTY = (
    "These terms are an agreement between you and Larkwell Mills, LLC, the company that runs Corvid. "
    "You can write to Larkwell Mills, LLC at 4 Quay House, Dublin."
)
_LAW = (
    "These terms, and whatever you and we may dispute about them or about Corvid, are governed by the laws of Ireland, "
    "without regard to its rules on the conflict of laws."
)


def _touched(old: str, new: str) -> tuple[list[Followed], Pair]:
    before, after = read_markdown(old), read_markdown(new)
    return list(compare(default_finder(), before, after).followed), Pair(before, after)


def _meant(followed: list[Followed], pair: Pair) -> dict[str, Meaning]:
    return {one.clause_type: means for one, means in meanings(_CATALOGUE, Bearing(default_finder()), followed, pair)}


def _reworded(severity: Severity, phrase: str = "", direction: Direction = Direction.UNJUDGED) -> Told:
    phrases = (phrase,) if phrase else ()
    return Told(ChangeKind.REWORDED, "liability-limitation", severity, severity, direction, phrases)


@pytest.mark.parametrize("side", ["before", "after"])
def test_no_fact_grade_or_direction_is_told_where_a_passage_may_not_state_the_clause(side: str) -> None:
    followed, pair = _touched(_LIMIT, _LIMIT.replace("€100", "€50"))
    (one,) = (one for one in followed if one.clause_type == "liability-limitation")
    assert _meant([one], pair)["liability-limitation"].shifts
    assert one.before is not None
    assert one.after is not None
    little = LIKELY - 0.01
    low = (
        one._replace(before=one.before._replace(confidence=little))
        if side == "before"
        else one._replace(after=one.after._replace(confidence=little))
    )
    means = _meant([low], pair)["liability-limitation"]
    assert means.unsure
    words = f"“{_LIMIT[:-1]}” becomes “{_LIMIT[:-1].replace('€100', '€50')}”"
    assert (means.shifts, means.regraded, means.phrases) == ((), "", (words,))
    assert means.direction is Direction.UNJUDGED
    title = _CATALOGUE["liability-limitation"].title
    said = summarise_item(_CATALOGUE, low, means)
    assert said == f"Words changed in a passage found as {title}; {words}."
    told = tell(low, means)
    whole = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [told])
    assert whole == "Words changed in 1 passage."
    assert not explain(_CATALOGUE, Verdict.SUBSTANTIVE, [told])
    assert gravest_severity([told]) is Severity.NONE


def test_what_is_unsure_is_not_the_gravest_beside_what_is_sure() -> None:
    unsure = replace(_reworded(Severity.HIGH), unsure=True, passage=("Open.", "Open on Fridays."))
    sure = replace(_reworded(Severity.MEDIUM, "it adds “on Fridays”"), clause_type="price-change")
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [unsure, sure])
    assert said == "1 provision edited (Price changes); words changed in 1 other passage."
    assert gravest_severity([unsure, sure]) is Severity.MEDIUM


def test_passages_whose_words_changed_are_counted_once_and_not_where_a_clause_of_them_is_told() -> None:
    unsure = replace(
        _reworded(Severity.HIGH, "it adds “on Fridays”"), unsure=True, passage=("Open.", "Open on Fridays.")
    )
    beside = replace(unsure, unsure=False, elsewhere=True)
    assert summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [unsure, beside]) == "Words changed in 1 passage."
    letter = replace(beside, passage=("Free.", "free."), to_the_letter=True)
    both = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [unsure, letter, replace(unsure, passage=letter.passage)])
    assert both == "1 provision reworded with no effect found; words changed in 1 other passage."


def test_of_two_passages_with_little_in_common_no_facts_are_set_against_each_other() -> None:
    other = (
        "We are not liable for indirect losses, lost profits or lost data, whatever the cause, beyond what you paid us."
    )
    followed, _ = _touched(_LIMIT, _LIMIT.replace("€100", "€50"))
    elsewhere, _ = _touched(other.replace("profits", "earnings"), other)
    (one,) = (one for one in followed if one.clause_type == "liability-limitation")
    after = next(found.after for found in elsewhere if found.clause_type == "liability-limitation")
    paired = one._replace(after=after)
    means = _meant([paired], Pair(read_markdown(_LIMIT), read_markdown(other)))["liability-limitation"]
    assert not means.unsure
    phrase = f"it was written anew: it adds “{other[:-1]}”, and it leaves out “{_LIMIT[:-1]}”"
    assert (means.phrases, means.direction) == ((phrase,), Direction.UNJUDGED)


def test_another_company_is_no_matter_of_letters_where_a_clause_is_on_the_parties() -> None:
    followed, pair = _touched(_PARTY, _PARTY.replace("Larkwell Mills, LLC", "Rookery Technologies, Inc."))
    means = _meant(followed, pair)["contracting-entity-contact"]
    assert not means.to_the_letter
    assert any("Rookery Technologies" in phrase for phrase in means.phrases)


def test_another_product_is_a_matter_of_letters_in_the_same_clause() -> None:
    followed, pair = _touched(_PARTY, _PARTY.replace("Corvid", "Raven"))
    assert _meant(followed, pair)["contracting-entity-contact"].to_the_letter


def test_a_passage_that_names_a_law_states_whose_law_applies_however_sure_the_finder_is() -> None:
    followed, pair = _touched(_LAW, _LAW.replace("Ireland", "Malta"))
    (one,) = (one for one in followed if one.clause_type == "governing-law")
    assert one.after is not None
    means = _meant([one._replace(after=one.after._replace(confidence=LIKELY - 0.2))], pair)["governing-law"]
    assert not means.unsure
    assert "the law that it names changes from Ireland to Malta" in means.phrases


@pytest.mark.parametrize("clause_type", ["governing-law", "general-provisions", "prohibited-conduct"])
def test_another_law_is_no_matter_of_letters(clause_type: str) -> None:
    assert not are_to_the_letter(clause_type, _LAW, _LAW.replace("Ireland", "Malta"))
    assert are_to_the_letter(clause_type, _LAW, _LAW.replace("Corvid", "Raven"))


def test_that_another_law_applies_is_quoted() -> None:
    followed, pair = _touched(_LAW, _LAW.replace("Ireland", "Malta"))
    phrases = _meant(followed, pair)["governing-law"].phrases
    assert any("the laws of Ireland" in one and "the laws of Malta" in one for one in phrases)


@pytest.mark.parametrize(
    ("clause_type", "was", "became", "letter"),
    [
        ("service-provider-sharing", "Larkwell", "Rookery", False),
        ("international-transfer", "Ireland", "Malta", False),
        ("international-transfer", "Mills, LLC", "Mills, L.L.C.", True),
        ("contracting-entity-contact", "Larkwell Mills, LLC", "Larkwell Mills, L.L.C.", True),
        ("contracting-entity-contact", "Larkwell Mills, LLC", "Larkwell Mills, Inc.", False),
        ("prohibited-conduct", "Larkwell Mills, LLC", "Rookery, Inc.", True),
        ("prohibited-conduct", "Corvid", "Raven", True),
    ],
)
def test_a_name_is_no_matter_of_letters_where_the_clause_is_about_whom_it_names(
    clause_type: str, was: str, became: str, letter: bool
) -> None:
    passage = "Corvid is run by Larkwell Mills, LLC in the north of Ireland. It is sent from Ireland to Larkwell."
    followed, _ = _touched(_LIMIT, _LIMIT.replace("€100", "€50"))
    (one,) = (one for one in followed if one.clause_type == "liability-limitation")
    assert one.before is not None
    assert one.after is not None
    new = passage.replace(was, became)
    paired = one._replace(
        clause_type=clause_type, before=one.before._replace(quote=passage), after=one.after._replace(quote=new)
    )
    means = _meant([paired], Pair(read_markdown(passage), read_markdown(new))).get(clause_type)
    # Of a type that the sentence does not state for sure, nothing is told at all.
    assert (means is None or means.to_the_letter) is letter


def test_what_has_no_phrase_and_what_says_the_same_is_not_explained() -> None:
    empty = _reworded(Severity.HIGH)
    letter = replace(_reworded(Severity.HIGH, "“Corvid” becomes “Raven”"), to_the_letter=True)
    beside = replace(_reworded(Severity.HIGH, "it adds “on Fridays”"), elsewhere=True)
    for one in (empty, letter, beside):
        assert explain(_CATALOGUE, Verdict.SUBSTANTIVE, [one]) == ""
    quoted = _reworded(Severity.HIGH, "it adds “and at night”")
    assert explain(_CATALOGUE, Verdict.SUBSTANTIVE, [quoted]) == ""
    told = _reworded(Severity.LOW, "the cap falls from 100 euros to 10 euros")
    said = explain(_CATALOGUE, Verdict.SUBSTANTIVE, [empty, letter, beside, quoted, told])
    title = _CATALOGUE["liability-limitation"].title
    assert said == f"{title}: the cap falls from 100 euros to 10 euros."


def test_slight_rewordings_lend_a_version_no_severity() -> None:
    letter = replace(_reworded(Severity.HIGH), to_the_letter=True)
    assert gravest_severity([letter, replace(letter, to_the_letter=False, elsewhere=True)]) is Severity.NONE
    assert direction_of([letter]) is Direction.UNJUDGED


def test_among_equals_the_gravest_is_what_burdens_then_what_moved_a_fact_then_what_has_most_words() -> None:
    short = replace(_reworded(Severity.HIGH, "“share” becomes “give”"), clause_type="price-change")
    long = _reworded(Severity.HIGH, "it adds “whatever you wrote and whenever you wrote it, to train our models”")
    shifted = replace(_reworded(Severity.HIGH, "the term falls"), shifted=True, clause_type="mandatory-arbitration")
    worse = replace(_reworded(Severity.HIGH, "it grows", Direction.WORSE), clause_type="unilateral-termination")
    ordered = [short, long, shifted, worse]
    for number in range(1, len(ordered)):
        said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, ordered[: number + 1])
        assert f" edited ({_CATALOGUE[ordered[number].clause_type].title}" in said


@pytest.mark.parametrize(
    ("old", "new", "letter"),
    [
        ("these terms and", "these terms,and", True),
        ("all claims together", "all claims  together", True),
        ("€100", "€1.00", False),
        ("all claims", "no claims", False),
    ],
)
def test_a_blank_or_a_sign_between_two_words_is_a_matter_of_letters(old: str, new: str, letter: bool) -> None:
    text = f"{_LIMIT} This goes for these terms and for what we do beside them."
    followed, pair = _touched(text, text.replace(old, new))
    assert all(means.to_the_letter is letter for means in _meant(followed, pair).values())
    assert letter or _meant(followed, pair)


def test_of_a_passage_without_a_word_of_its_type_only_its_words_are_told() -> None:
    details = "You must give the mill true information: your {} must at all times be complete, accurate and up to date."
    followed, pair = _touched(details.format("address"), details.format("address and your birthday"))
    assert _meant(followed, pair)["identity-verification"].unsure
    checked = f"{details} We verify your identity."
    followed, pair = _touched(checked.format("address"), checked.format("address and your birthday"))
    assert not _meant(followed, pair)["identity-verification"].unsure


def test_a_court_beside_one_that_stays_is_named_too() -> None:
    courts = "Any dispute about these terms shall be brought exclusively in the courts of {}."
    followed, pair = _touched(courts.format("Dublin"), courts.format("Valletta or Dublin"))
    means = _meant(followed, pair)["jurisdiction-venue"]
    assert "it now names the courts of Valletta too" in means.phrases
    assert not means.graded
    followed, pair = _touched(courts.format("Dublin"), courts.format("Valletta"))
    assert _meant(followed, pair)["jurisdiction-venue"].graded


def test_who_else_gets_something_is_no_matter_of_letters() -> None:
    shared = "Corvid shares a picture of your face with Heron, who checks it for us. Heron keeps it for a day."
    assert not are_to_the_letter("sensitive-data-collection", shared, shared.replace("Heron", "Egret"))
    assert are_to_the_letter("sensitive-data-collection", shared, shared.replace("Corvid", "Raven"))
