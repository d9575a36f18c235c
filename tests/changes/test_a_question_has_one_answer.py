"""What a version did is told in plain values, the same by whatever process and however often it is asked."""

from __future__ import annotations

import pickle
from dataclasses import replace
from hashlib import sha256

import pytest

from conductatlas.changes import ChangeKind, Comparison, Historian, Text, Verdict
from conductatlas.provisions import default_finder

_LAW = "These terms are governed by the laws of the Netherlands, without regard to conflict of laws rules."
_AGE = "You must be at least 16 years old to create an account and to use the service."
_LIABILITY = (
    "To the fullest extent permitted by law, we are not liable for any indirect, incidental or consequential damages, "
    "or for loss of profits or data, arising out of your use of the service."
)
_COOKIES = (
    "We use cookies and similar technologies to remember your preferences and to measure how the service is used."
)
_LICENCE = "You grant us a worldwide, royalty-free licence to host, store and show the content that you post."


def _text(*paragraphs: str) -> Text:
    content = "\n\n".join(("# Terms of Service", *paragraphs)).encode()
    return Text(sha256(content).hexdigest(), content)


_OLD, _NEW = _text(_LAW, _AGE, _LIABILITY, _COOKIES), _text(_LAW, _AGE.replace("16", "18"), _COOKIES, _LICENCE)


def _historian() -> Historian:
    return Historian(default_finder(), {})


def _question(historian: Historian) -> Comparison:
    begun = historian.begin(_OLD)
    provisions = tuple(
        (number, one.clause_type, one.quote, one.severity.value, one.stance.value, one.confidence)
        for number, one in enumerate(begun.findings, 7)
    )
    return Comparison(_OLD, _NEW, begun.language, provisions, (), with_judgements=True)


def test_it_says_what_came_and_went_and_leaves_out_what_stands() -> None:
    historian = _historian()
    asked = _question(historian)
    compared = historian.compare(asked)
    assert compared.step.verdict is Verdict.SUBSTANTIVE
    assert {one.kind for one in compared.step.followed} >= {ChangeKind.ADDED, ChangeKind.REMOVED}
    law = next(identity for identity, _, quote, *_ in asked.provisions if quote == _LAW)
    assert compared.places[law] == 1
    assert law not in {one.identity for one in compared.step.followed}
    assert {quote: bool(facts) for quote, facts in compared.particulars.facts.items()}[_AGE.replace("16", "18")]
    assert set(compared.particulars.headings.values()) == {"Terms of Service"}
    assert compared.particulars.judgements


def test_new_provisions_are_numbered_in_order_once_their_ids_are_known() -> None:
    historian = _historian()
    asked = _question(historian)
    compared = historian.compare(asked).numbered(100)
    known = {identity for identity, *_ in asked.provisions}
    new = [one.identity for one in compared.step.followed if one.before is None]
    assert new == list(range(100, 100 + len(new)))
    assert {one.identity for one in compared.step.followed} <= known | set(new)
    assert set(compared.meanings) <= known | set(new)


def test_another_process_and_a_historian_that_forgot_the_texts_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    historian = _historian()
    asked = _question(historian)
    first = historian.compare(asked)
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301 (our own bytes)
    monkeypatch.setattr("conductatlas.changes.history._MOST_CHARACTERS", 1)
    assert _historian().compare(pickle.loads(pickle.dumps(asked))) == first  # noqa: S301


def test_what_was_answered_is_not_worked_out_again_for_provisions_of_other_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    historian = _historian()
    asked = _question(historian)
    other = replace(asked, provisions=tuple((one[0] * 10 + 7, *one[1:]) for one in asked.provisions))
    first, afresh = historian.compare(asked), _historian().compare(other)
    assert afresh != first

    def worked_out(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr("conductatlas.changes.history.step_of_state", worked_out)
    assert historian.compare(asked) == first
    assert historian.compare(other) == afresh


def test_what_a_doubtful_version_did_is_told_once_it_is_confirmed() -> None:
    historian = _historian()
    rest = [f"Rule {number} of the reading room: borrowed maps go back to shelf {number}." for number in range(40)]
    full, short = _text(_LAW, _AGE, _LIABILITY, *rest), _text(_LAW, _AGE.replace("16", "18"), *rest[:2])
    findings = historian.begin(full).findings
    provisions = tuple(
        (number, one.clause_type, one.quote, one.severity.value, one.stance.value, one.confidence)
        for number, one in enumerate(findings, 1)
    )
    asked = Comparison(full, short, "en", provisions, ())
    doubtful, sure = historian.compare(asked), historian.compare(replace(asked, confirmed=True))
    assert doubtful.step.doubt and not doubtful.meanings and not doubtful.above_all
    assert not sure.step.doubt and sure.meanings and sure.above_all


def test_a_failed_capture_is_not_judged() -> None:
    historian = _historian()
    asked = _question(historian)
    failed = historian.compare(replace(asked, text=_text("Page not found.")))
    assert failed.step.verdict is Verdict.FAILED
    assert not failed.particulars.judgements
