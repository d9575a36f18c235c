"""What the next sentence takes back of a promise is told with it."""

from __future__ import annotations

import pytest

from conductatlas.assessment import compose, goes_on_with
from conductatlas.catalogue import load_catalogue, load_prose
from tests.assessment.composed import composed, written

_PROMISE = "Larkwell does not sell data as defined under the CCPA."
_BACK = "However, we may share device numbers with our advertising partners."


def _what(clause_type: str, weighed: list[tuple[str, float]], own_words: tuple[str, ...] = ()) -> str:
    one, words = load_catalogue()[clause_type], " ".join(said for said, _ in weighed)
    told = compose(
        *(one, load_prose().get(clause_type), one.severity, [], "Larkwell"),
        words=words,
        stated="\n\n".join(said for said, chance in weighed if chance),
        weighed=weighed,
        own_words=own_words,
        is_short=not own_words,
    )
    assert told is not None
    return " ".join(told.what)


def test_the_next_sentence_is_quoted_with_a_promise() -> None:
    told = _what("no-sale-commitment", [(_PROMISE, 0.99), (_BACK, 0.0)])
    assert told.endswith(f"Behind what it gives, it goes on: “{_BACK.removesuffix('.')}”.")


def test_it_is_quoted_once_behind_the_sentence_that_was_quoted() -> None:
    weighed = [(_PROMISE, 0.99), (_BACK, 0.0)]
    assert _what("no-sale-commitment", weighed, (f"{_PROMISE} {_BACK}",)).count("However") == 1
    without = _BACK.removeprefix("However, ")
    assert "it goes on" not in _what("no-sale-commitment", weighed, (f"… {without}", _PROMISE))
    assert "it goes on" in _what("no-sale-commitment", weighed, (_PROMISE,))
    assert "it goes on" not in _what("no-sale-commitment", weighed, ("We never sell data.",))


def test_a_sentence_that_leads_into_a_list_or_is_none_of_the_promise_is_not_quoted() -> None:
    assert "it goes on" not in _what("no-sale-commitment", [(_PROMISE, 0.99), ("However, we may share it with:", 0.0)])
    assert "it goes on" not in _what("no-sale-commitment", [("Be kind.", 0.1), (_BACK, 0.0)])
    assert "it goes on" not in _what("data-sale", [("We sell data to shops.", 0.9), (_BACK, 0.0)])


def test_only_what_stands_right_behind_the_promise_goes_with_it() -> None:
    assert goes_on_with([(_PROMISE, 0.9), (_BACK, 0.1)]) == _BACK
    assert goes_on_with([(_PROMISE, 0.9), ("Be kind.", 0.1), (_BACK, 0.1)]) == ""
    assert goes_on_with([]) == ""


def test_quotations_stand_in_the_order_of_the_text() -> None:
    weighty = "If a change materially affects your rights, Larkwell gives you thirty days notice."
    posted = "Any other change takes effect when it is posted on the website of Larkwell."
    told = _what("terms-change-notice", [(weighty, 0.9), (posted, 0.9)], ("Changes are told.",))
    assert told.index(weighty.removesuffix(".")) < told.index(posted.removesuffix("."))


def test_what_a_promise_lets_one_refuse_is_told() -> None:
    words = f"{_PROMISE} {_BACK} Where a law asks for it, users may opt out of such sharing."
    told = composed("no-sale-commitment", words, stated=_PROMISE)
    assert "ask how it can be refused" in " ".join(told.do)
    assert "means only for money" not in written(told)


_CHOICE = "You can choose whether your notes train our models."
_GRANT = "When you come without an account, you grant us the right to use any data for training."


def test_a_grant_beside_a_choice_on_training_is_quoted_and_takes_it_back() -> None:
    weighed = [(_CHOICE, 0.9), ("Notes that you delete are gone in a week.", 0.1), (_GRANT, 0.2)]
    told = _what("ai-training-opt-out", weighed, (_CHOICE,))
    assert told.endswith(f"It also says: “{_GRANT.removesuffix('.')}”.")
    assert _what("ai-training-opt-out", weighed, (_CHOICE, _GRANT)).count(_GRANT.removesuffix(".")) == 1


@pytest.mark.parametrize(
    "beside",
    [
        "You grant us the right to show your notes, but not for training.",
        "You grant us a licence to run the service, which excludes model training.",
        "We may train on what we buy.",
    ],
)
def test_other_grants_take_no_choice_on_training_back(beside: str) -> None:
    assert "It also says" not in _what("ai-training-opt-out", [(_CHOICE, 0.9), (beside, 0.2)], (_CHOICE,))


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("Closing your account may not delete our copies of your letters.", True),
        ("Removal of a letter does not necessarily erase what others copied.", True),
        ("If you do not ask for it, we keep your letters.", False),
        ("Deleting your account takes a day, if it does not delete sooner.", False),
    ],
)
def test_what_deletion_leaves_is_told_with_the_right_to_it(beside: str, told: bool) -> None:
    right = "You have the right to ask us to delete your personal data."
    what = _what("deletion-right", [(right, 0.99), (beside, 0.1)], (right,))
    assert (f"It also says: “{beside.removesuffix('.')}”." in what) is told
