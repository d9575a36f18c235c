"""What stands right beside a passage, or all through a text, neither came nor went with the passage's own words."""

import pytest

from conductatlas.catalogue import Stance, load_catalogue
from conductatlas.changes import (
    Bearing,
    ChangeKind,
    Direction,
    Followed,
    KeptText,
    Pair,
    Step,
    Verdict,
    meaning_of_whole,
    meanings,
)
from conductatlas.changes.captures.editions import WHETHER_IT_FOLLOWS
from conductatlas.changes.effects.regrading import is_regraded
from conductatlas.changes.effects.shifts import shifts
from conductatlas.changes.effects.turning import unless_turned
from conductatlas.changes.following.standing import Standing, standing
from conductatlas.provisions import default_finder, grade
from conductatlas.reading import read_markdown

_CATALOGUE = load_catalogue()
_KEPT = "We keep what you post for as long as your account is open."
_REMOVAL = "We may remove what you post at any time if it breaks these rules."
_APPEAL = "Members can appeal the label if they think that we set it in error, and we tell them why."


def _regraded(before: str, after: str, old: str, new: str) -> bool:
    clause_type = _CATALOGUE["content-removal"]
    documents = read_markdown(old), read_markdown(new)
    finding = default_finder().finding(
        documents[1], clause_type.id, *documents[1].places(after)[0], ((0, len(after)),), (0.9,)
    )
    was = grade(clause_type, before)
    stood = Standing(1, clause_type.id, before, was.severity.value, was.stance.value, 0.9)
    return is_regraded(_CATALOGUE, stood, finding, Pair(*documents))


def test_a_grade_that_rests_on_the_next_paragraph_did_not_move() -> None:
    whole = f"{_REMOVAL} Members may appeal against it, and they get the reasons with the notice of it."
    elsewhere = f"{_REMOVAL}\n\n{_APPEAL} {whole.removeprefix(_REMOVAL)}"
    assert _regraded(whole, _REMOVAL, whole, _REMOVAL)
    assert not _regraded(whole, _REMOVAL, whole, elsewhere)


def test_a_grade_did_not_move_by_a_sentence_that_stood_elsewhere_nearly_word_for_word() -> None:
    whole = f"{_REMOVAL} Members may appeal against it, and they get the reasons with the notice of it."
    far = "Ask the ferryman at the pier for the times of the crossing, which the tide decides. " * 60
    kept = "Members may appeal against it, and they get all the reasons with the notice of it."
    assert not _regraded(whole, _REMOVAL, whole, f"{_REMOVAL}\n\n{far}\n\n{kept}")


def test_of_a_text_that_may_be_another_one_no_grade_or_fact_is_told() -> None:
    before, after = (
        "Parents may look at the pages of their children. " + one for one in ("", "You must be 16 or older.")
    )
    documents = read_markdown(before), read_markdown(after)
    findings = [
        default_finder().finding(one, "age-requirement", 0, 0, ((0, len(one.text)),), (0.9,)) for one in documents
    ]
    one = Followed(1, "age-requirement", ChangeKind.REWORDED, standing(1, findings[0]), findings[1])
    step = Step(Verdict.SUBSTANTIVE, (f"Another title. {WHETHER_IT_FOLLOWS}",), 0, (one,), ())
    told, untold = (
        meanings(_CATALOGUE, Bearing(default_finder()), (one,), Pair(*documents), of) for of in (None, step)
    )
    assert told[0][1].shifts
    assert not untold[0][1].shifts


def test_a_fact_that_the_next_paragraph_states_did_not_come_with_its_own_passage() -> None:
    sharing = _CATALOGUE["third-party-sharing"]
    after = "We share your personal data with advertisers."
    assert shifts(sharing, _KEPT, f"{_KEPT} {after}")
    assert not shifts(
        sharing, _KEPT, f"{_KEPT} {after}", beside=(f"{_KEPT}\n\nAdvertisers get data from us.{after}", "")
    )


def test_a_figure_that_is_written_otherwise_did_not_move() -> None:
    before = "Our liability is limited to $100."
    after = "Our liability is limited to one hundred U.S. dollars ($100.00)."
    assert not shifts(_CATALOGUE["liability-limitation"], before, after)


def test_whom_it_favours_is_not_told_where_a_denial_came_or_went() -> None:
    denied = "We will not use what you write for training unless you have opted in."
    allowed = "We may use what you write for training unless you opt out."
    assert unless_turned(Direction.BETTER, denied, allowed) is Direction.UNJUDGED
    assert unless_turned(Direction.WORSE, allowed, denied) is Direction.UNJUDGED
    assert unless_turned(Direction.WORSE, denied, allowed) is Direction.WORSE


def test_data_and_purposes_that_the_text_named_elsewhere_are_not_named_now() -> None:
    sharing = _CATALOGUE["third-party-sharing"]
    after = "We share your personal data with advertisers."
    far = "Ask the ferryman at the pier for the times of the crossing, which the tide decides. " * 60
    named = f"Our advertisers pay for this.\n\n{far}\n\n{_KEPT}"
    texts = [KeptText(read_markdown(one)) for one in (f"{far}\n\n{_KEPT}", f"{far}\n\n{_KEPT} {after}")]
    assert shifts(sharing, _KEPT, f"{_KEPT} {after}", (texts[0], texts[1]))
    assert not shifts(sharing, _KEPT, f"{_KEPT} {after}", (KeptText(read_markdown(named)), texts[1]))


def test_a_clause_that_came_and_says_what_is_not_done_with_data_is_no_loss() -> None:
    quote = "Health data and other sensitive data that you give to us we never share but with the ferry that you book."
    document = read_markdown(quote)
    finding = default_finder().finding(document, "sensitive-data-collection", 0, 0, ((0, len(quote)),), (0.9,))
    came = Followed(1, finding.clause_type, ChangeKind.ADDED, None, finding)
    assert finding.stance is Stance.ADVERSE
    assert meaning_of_whole(came).direction is Direction.UNJUDGED


def test_no_grade_is_told_of_passages_that_have_little_in_common() -> None:
    before = "We may remove what you post, with notice to you and the reasons for it, and you may appeal against that."
    after = "At the pier we may take down posters of any kind, whenever the wind makes that look wise to us."
    assert not _regraded(before, after, before, after)


def test_no_fact_is_told_to_have_moved_between_passages_that_have_little_in_common() -> None:
    before = "Parents may look at the pages of their children and change what those show to others at any time."
    after = "Whoever is under 13 needs a parent for the pages, and parents may not look at pages of others at the pier."
    documents = read_markdown(before), read_markdown(after)
    findings = [
        default_finder().finding(one, "age-requirement", 0, 0, ((0, len(one.text)),), (0.9,)) for one in documents
    ]
    one = Followed(1, "age-requirement", ChangeKind.REWORDED, standing(1, findings[0]), findings[1])
    ((_, means),) = meanings(_CATALOGUE, Bearing(default_finder()), (one,), Pair(*documents))
    assert shifts(_CATALOGUE["age-requirement"], before, after)
    assert means.shifts == ()


def test_words_that_both_passages_have_did_not_bring_a_grade() -> None:
    duty = "You agree to indemnify us against all claims of others that your use of Corvid leads to."
    procedure = "A party seeking indemnity tells the other one of the claim at once and lets it lead the defence."
    clause_type = _CATALOGUE["user-indemnification"]
    (reason,) = grade(clause_type, procedure).reasons
    assert not grade(clause_type, f"{duty} {procedure}").reasons
    before = f"{duty} {procedure}"
    finding = default_finder().finding(read_markdown(procedure), clause_type.id, 0, 0, ((0, len(procedure)),), (0.9,))
    stood = Standing(1, clause_type.id, before, clause_type.severity.value, clause_type.stance.value, 0.9)
    assert stood.severity != finding.severity.value
    assert reason.modifier == "indemnity-procedure"
    assert not is_regraded(_CATALOGUE, stood, finding, Pair(read_markdown(before), read_markdown(procedure)))


@pytest.mark.parametrize(
    ("clause_type", "quote", "direction"),
    [
        ("ai-training-opt-out", "We train our models on what you write unless you opt out.", Direction.UNJUDGED),
        ("taxes-responsibility", "Fees are exclusive of taxes, which you pay.", Direction.UNJUDGED),
        ("class-action-waiver", "You waive the right to take part in a class action against us.", Direction.WORSE),
    ],
)
def test_what_came_is_a_gain_or_a_loss_only_where_it_weighs_by_itself(
    clause_type: str, quote: str, direction: Direction
) -> None:
    finding = default_finder().finding(read_markdown(quote), clause_type, 0, 0, ((0, len(quote)),), (0.9,))
    assert meaning_of_whole(Followed(1, clause_type, ChangeKind.ADDED, None, finding)).direction is direction
