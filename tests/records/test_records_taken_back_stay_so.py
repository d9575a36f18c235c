"""What a person withdrew or merged stays so, whatever versions come later and whatever model reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from conductatlas.provisions import Finder, Unit, default_finder
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import (
    Change,
    ChangeItem,
    DecisionKind,
    Document,
    Erratum,
    Kind,
    Provision,
    ProvisionState,
    Retraction,
    Version,
)
from conductatlas.records.pipeline import Pipeline
from conductatlas.records.retraction import merge, reinstate, withdraw
from conductatlas.records.review import ReviewError, decide
from tests.records.worlds import (
    ARBITRATION,
    COOKIES,
    INTRODUCTION,
    LAW,
    LIABILITY,
    RETENTION,
    START,
    record,
    text,
    version,
)

pytestmark = pytest.mark.django_db

_WHO: dict[str, Any] = {
    "reviewer": "Ada",
    "reason": "It was recorded twice.",
    "at": datetime(2026, 3, 1, 12, tzinfo=UTC),
}
_FIRST = version(1, text(ARBITRATION, LAW, LIABILITY, RETENTION, day=1))
_REWORDED = ARBITRATION.replace("an arbitrator", "a single arbitrator of our choice")
_SECOND = version(2, text(_REWORDED, LAW, LIABILITY, RETENTION, day=2))
_WITHOUT = version(3, text(LAW, LIABILITY, RETENTION, COOKIES, day=3))
_AGAIN = version(4, text(_REWORDED, LAW, LIABILITY, RETENTION, COOKIES, day=4))


def _arbitration() -> Provision:
    return Provision.objects.get(clause_type="mandatory-arbitration")


def _withdraw(provision: Provision) -> None:
    withdraw(Kind.PROVISION, provision.id, **_WHO)


def test_a_withdrawn_provision_stays_withdrawn_when_its_words_stay_change_go_and_return() -> None:
    record(_FIRST)
    _withdraw(_arbitration())
    history = [_FIRST]
    for following in (version(2, text(ARBITRATION, LAW, LIABILITY, RETENTION, COOKIES), days=1), _SECOND, _WITHOUT):
        history.append(replace(following, reference=f"{len(history) + 1:040x}"))
    history.append(replace(_AGAIN, reference="f" * 40))
    # Each stands for long enough to be no text that only came and went.
    history = [replace(one, recorded_at=START + timedelta(days=4 * place)) for place, one in enumerate(history)]
    for count in range(1, len(history) + 1):
        record(*history[:count])
        assert _arbitration().state == ProvisionState.WITHDRAWN
    assert [wording.passage.text for wording in _arbitration().wordings.order_by("id")] == [
        ARBITRATION,
        _REWORDED,
        _REWORDED,
    ]
    assert not ChangeItem.objects.filter(provision=_arbitration()).exists(), "changes are silent about it"


def test_the_same_in_one_run_without_a_break() -> None:
    record(_FIRST)
    _withdraw(_arbitration())
    record(_FIRST, _SECOND, _WITHOUT, _AGAIN)
    assert _arbitration().state == ProvisionState.WITHDRAWN
    assert not ChangeItem.objects.filter(provision=_arbitration()).exists()


def test_what_goes_on_being_recorded_of_others_is_as_without_the_withdrawal() -> None:
    record(_FIRST)
    _withdraw(_arbitration())
    record(_FIRST, _SECOND, _WITHOUT)
    added = ChangeItem.objects.filter(kind="added").values_list("provision__clause_type", flat=True)
    assert "cookies" in " ".join(added)
    assert set(Provision.objects.filter(state="standing").values_list("clause_type", flat=True)) >= {"governing-law"}


class _Wavering(Finder):
    """Another model: half as sure of everything."""

    def judge(self, units: Sequence[Unit]) -> tuple[dict[str, float], ...]:
        return tuple({name: share / 2 for name, share in one.items()} for one in super().judge(units))

    @property
    def method(self) -> str:
        return "another-model"


def _another_model() -> Finder:
    finder = default_finder()
    other = _Wavering.__new__(_Wavering)
    other.__dict__.update(finder.__dict__)
    return other


def _record_with_another_model(*versions: RecordedVersion) -> None:
    Pipeline(_another_model(), "test").run(versions)


def test_another_model_does_not_bring_it_back() -> None:
    record(_FIRST)
    _withdraw(_arbitration())
    _record_with_another_model(_FIRST, _SECOND)
    assert _arbitration().state == ProvisionState.WITHDRAWN
    assert Version.objects.count() == 2
    assert "another-model" in set(Provision.objects.values_list("wordings__method", flat=True))


def test_a_withdrawn_provision_that_had_been_removed_returns_as_withdrawn() -> None:
    record(_FIRST, _WITHOUT)
    assert _arbitration().state == ProvisionState.REMOVED
    _withdraw(_arbitration())
    record(_FIRST, _WITHOUT, _AGAIN)
    assert _arbitration().state == ProvisionState.WITHDRAWN
    assert _arbitration().last_version is None


def test_its_words_in_another_document_of_the_platform_are_a_record_of_their_own() -> None:
    record(_FIRST, _WITHOUT)
    _withdraw(_arbitration())
    other = version(9, text(LAW, INTRODUCTION), path="Hearthbook/Rules.md", days=4)
    with_it = version(10, text(LAW, INTRODUCTION, ARBITRATION), path="Hearthbook/Rules.md", days=5)
    record(_FIRST, _WITHOUT, other, with_it)
    withdrawn, own = Provision.objects.filter(clause_type="mandatory-arbitration").order_by("id")
    assert (withdrawn.state, withdrawn.successor) == (ProvisionState.WITHDRAWN, None)
    assert own.state == ProvisionState.STANDING


def test_a_withdrawal_while_an_import_runs_is_heeded_at_the_next_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conductatlas.records.pipeline.pipeline._VERSIONS_PER_BATCH", 1)
    withdrawn: list[int] = []

    def between_batches(read: int) -> None:
        if not withdrawn and Provision.objects.filter(clause_type="mandatory-arbitration").exists():
            withdrawn.append(_arbitration().id)
            _withdraw(_arbitration())

    Pipeline(default_finder(), "test").run([_FIRST, _SECOND, _WITHOUT], between_batches)
    assert withdrawn
    assert _arbitration().state == ProvisionState.WITHDRAWN
    assert not ChangeItem.objects.filter(provision=_arbitration()).exists()


def test_a_document_takes_its_records_with_it_rests_and_catches_up_when_it_is_reinstated() -> None:
    record(_FIRST, _SECOND)
    document = Document.objects.get()
    _withdraw(_arbitration())
    withdraw(Kind.DOCUMENT, document.id, **_WHO)
    assert set(Provision.objects.values_list("state", flat=True)) == {"withdrawn"}
    assert not Change.listed().exists()
    record(_FIRST, _SECOND, _WITHOUT)
    assert Version.objects.count() == 2, "no version is taken"
    with pytest.raises(ReviewError, match="its document CA-D-000001 is taken back: reinstate that"):
        reinstate(Kind.PROVISION, _arbitration().id, **_WHO)
    reinstate(Kind.DOCUMENT, document.id, **_WHO)
    assert Change.listed().count() == 1
    record(_FIRST, _SECOND, _WITHOUT)
    assert Version.objects.count() == 3, "what was missed is taken"
    assert _arbitration().state == ProvisionState.WITHDRAWN, "it was withdrawn by itself"
    assert Provision.objects.get(clause_type="governing-law").state == ProvisionState.STANDING


def test_a_held_version_of_a_withdrawn_document_waits_no_more() -> None:
    record(_FIRST)
    Version.objects.update(held="It looks odd.")
    assert Version.waiting().exists()
    withdraw(Kind.DOCUMENT, Document.objects.get().id, **_WHO)
    assert not Version.waiting().exists()


@pytest.mark.parametrize("state", ["standing", "removed", "dismissed"])
def test_reinstating_gives_back_the_state_that_the_record_has_by_itself(state: str) -> None:
    record(_FIRST, *([_WITHOUT] if state == "removed" else []))
    law = Provision.objects.get(clause_type="governing-law")
    provision = _arbitration() if state == "removed" else law
    if state == "dismissed":
        decide(law.id, DecisionKind.DISMISS, **_WHO)
        withdraw(Kind.DOCUMENT, Document.objects.get().id, **_WHO)
        reinstate(Kind.DOCUMENT, Document.objects.get().id, **_WHO)
    else:
        _withdraw(provision)
        reinstate(Kind.PROVISION, provision.id, **_WHO)
    provision.refresh_from_db()
    assert provision.state == ("withdrawn" if state == "dismissed" else state)
    assert not Retraction.objects.exists()


def _three() -> list[int]:
    record(_FIRST)
    return list(Provision.objects.order_by("id").values_list("id", flat=True))[:3]


def test_chains_of_mergers_are_led_to_their_end() -> None:
    first, second, third = _three()
    merge(Kind.PROVISION, first, second, **_WHO)
    merge(Kind.PROVISION, second, third, **_WHO)
    targets = Retraction.objects.order_by("record").values_list("target", flat=True)
    assert list(targets) == [f"CA-P-{third:06d}"] * 2
    assert Provision.objects.get(id=first).state == ProvisionState.MERGED


def test_what_is_merged_into_a_merged_record_is_merged_into_what_stays() -> None:
    first, second, third = _three()
    merge(Kind.PROVISION, second, third, **_WHO)
    assert merge(Kind.PROVISION, first, second, **_WHO).target == f"CA-P-{third:06d}"


def test_circles_and_other_nonsense_are_refused() -> None:
    first, second, third = _three()
    for into in (first, 999):
        with pytest.raises(ReviewError):
            merge(Kind.PROVISION, first, into, **_WHO)
    merge(Kind.PROVISION, first, second, **_WHO)
    with pytest.raises(ReviewError, match="the record itself"):
        merge(Kind.PROVISION, second, first, **_WHO)
    with pytest.raises(ReviewError, match="already withdrawn or merged"):
        withdraw(Kind.PROVISION, first, **_WHO)
    _withdraw(Provision.objects.get(id=third))
    with pytest.raises(ReviewError, match="nothing can be merged into it"):
        merge(Kind.PROVISION, second, third, **_WHO)
    with pytest.raises(ReviewError, match="needs a reviewer and a reason"):
        withdraw(Kind.PROVISION, second, **{**_WHO, "reason": " "})
    with pytest.raises(ReviewError, match="neither withdrawn nor merged"):
        reinstate(Kind.PROVISION, second, **_WHO)
    assert Erratum.objects.count() == 2


def test_a_merged_provision_is_followed_on_its_own_and_stays_merged() -> None:
    record(_FIRST)
    law = Provision.objects.get(clause_type="governing-law")
    merge(Kind.PROVISION, _arbitration().id, law.id, **_WHO)
    record(_FIRST, _SECOND, _WITHOUT, _AGAIN)
    assert _arbitration().state == ProvisionState.MERGED
    law.refresh_from_db()
    assert law.state == ProvisionState.STANDING
