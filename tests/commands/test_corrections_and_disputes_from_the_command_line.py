"""`corrections`, `dispute` and the retractions of `review`: what they do, and bad input told in one line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from conductatlas.commands import main
from conductatlas.records.corrections import receive
from conductatlas.records.models import CorrectionRequest, DisputeNote, Erratum, Problem, Provision, Retraction
from tests.records.worlds import ARBITRATION, LAW, record, text, version

pytestmark = pytest.mark.django_db

_AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
_WHY = ["--by", "Ada", "--reason", "The words are plain."]


def _law() -> Provision:
    return Provision.objects.get(clause_type="governing-law")


def _report(about: str = "") -> str:
    record(version(1, text(ARBITRATION, LAW)))
    words = "It names no law.\n\x1b[2J" + "And more. " * 30
    about = about or _law().permanent_id
    return str(receive(about, Problem.TYPE, words, "reader@example.org", address="192.0.2.7", at=_AT).pk)


def test_a_request_is_listed_shown_and_accepted_with_a_decision(capsys: pytest.CaptureFixture[str]) -> None:
    number = _report()
    assert main(["corrections", "list"]) == 0
    said = capsys.readouterr().out
    assert "1 correction requests wait" in said
    assert f"{number}  {_law().permanent_id}: it is another type of clause" in said
    assert "reader@example.org" not in said
    assert main(["corrections", "show", number]) == 0
    said = capsys.readouterr().out
    assert "answer to: reader@example.org" in said
    assert "\x1b" not in said
    carried = ["--decision", "retype", "--type", "general-provisions"]
    assert main(["corrections", "accept", number, *_WHY, *carried, "--publish"]) == 0
    said = capsys.readouterr().out
    assert "accepted by Ada" in said
    assert "Answer to reader@example.org" in said
    assert Provision.objects.filter(clause_type="general-provisions").exists()
    entry = Erratum.objects.get()
    assert (entry.correction_id, entry.reason) == (int(number), "The words are plain.")
    request = CorrectionRequest.objects.get()
    assert (request.state, request.email, request.published) == ("accepted", "", True)
    assert main(["corrections", "list"]) == 0
    assert "0 correction requests wait" in capsys.readouterr().out


def test_an_accepted_request_can_withdraw_or_merge_its_record() -> None:
    number = _report()
    into = Provision.objects.get(clause_type="mandatory-arbitration").permanent_id
    assert main(["corrections", "accept", number, *_WHY, "--decision", "merge", "--into", into]) == 0
    assert Retraction.objects.get().target == into
    other = str(receive(into, Problem.QUOTE, "Wrong.", "", address="192.0.2.7", at=_AT).pk)
    assert main(["corrections", "accept", other, *_WHY, "--decision", "withdraw"]) == 0
    assert Retraction.objects.filter(record=into, target="").exists()
    assert set(Erratum.objects.values_list("correction_id", flat=True)) == {int(number), int(other)}


def test_what_was_put_right_by_other_means_is_said_in_words() -> None:
    number = _report("platforms/hearthbook")
    told = ["--before", "Called Hearthbok.", "--after", "Called Hearthbook."]
    assert main(["corrections", "accept", number, *_WHY, *told]) == 0
    entry = Erratum.objects.get()
    assert (entry.record, entry.kind, entry.before) == ("platforms/hearthbook", "corrected", "Called Hearthbok.")


@pytest.mark.parametrize(("action", "state"), [("refuse", "refused"), ("withdraw", "withdrawn")])
def test_a_request_is_refused_or_taken_back_without_an_erratum(action: str, state: str) -> None:
    number = _report()
    assert main(["corrections", action, number, *_WHY]) == 0
    assert CorrectionRequest.objects.get().state == state
    assert not Erratum.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "99"], "there is no correction request with this number"),
        (["refuse", "99", *_WHY], "there is no correction request with this number"),
        (["accept", "1", *_WHY], "needs a decision, or in words what the record said"),
        (["accept", "1", *_WHY, "--decision", "retype", "--type", "nothing"], "is no clause type of the catalogue"),
        (["accept", "1", *_WHY, "--decision", "merge"], "is no id of a provision"),
        (["accept", "1", "--by", " ", "--reason", "Why.", "--decision", "dismiss"], "needs a reviewer and a reason"),
    ],
)
def test_what_cannot_be_done_to_a_request_is_told_in_one_line(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    number = _report()
    assert main(["corrections", *[number if one == "1" else one for one in arguments]]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
    assert CorrectionRequest.objects.get().state == "received"


def test_a_record_is_withdrawn_merged_and_reinstated(capsys: pytest.CaptureFixture[str]) -> None:
    record(version(1, text(ARBITRATION, LAW)))
    law, arbitration = _law(), Provision.objects.get(clause_type="mandatory-arbitration")
    assert main(["review", "withdraw", law.permanent_id, *_WHY]) == 0
    assert main(["review", "reinstate", law.permanent_id, *_WHY]) == 0
    assert main(["review", "merge", law.permanent_id, "--into", arbitration.permanent_id, *_WHY]) == 0
    assert f"{law.permanent_id} merged into {arbitration.permanent_id} by Ada" in capsys.readouterr().out
    for arguments, says in (
        (["withdraw", "CA-D-000099"], "there is no document with the id CA-D-000099"),
        (["withdraw", "rubbish"], "is no id of a document or a provision or a change"),
        (["merge", arbitration.permanent_id, "--into", "CA-D-000001"], "is no id of a provision"),
        (["merge", arbitration.permanent_id, "--into", law.permanent_id], "the record itself"),
    ):
        assert main(["review", *arguments, *_WHY]) == 2
        error = capsys.readouterr().err
        assert says in error
        assert error.count("\n") == 1


def _add(path: Path, record_id: str, by: str = "Hearthbook, legal") -> list[str]:
    named = ["--by", by, "--text-file", str(path), "--verified", "Signed with their key.", "--operator", "Ada"]
    return ["dispute", "add", record_id, *named]


def test_a_statement_is_added_listed_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(version(1, text(ARBITRATION, LAW)))
    path = tmp_path / "statement.txt"
    path.write_text("We do not.\n", encoding="utf-8")
    assert main(_add(path, _law().permanent_id)) == 0
    note = DisputeNote.objects.get()
    assert main(["dispute", "list"]) == 0
    said = capsys.readouterr().out
    assert f"{note.pk}  {_law().permanent_id}  Hearthbook, legal" in said
    assert main(["dispute", "remove", str(note.pk), "--operator", "Ada", "--reason", "Taken back."]) == 0
    assert main(["dispute", "list"]) == 0
    assert "0 statements" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "record_id", "says"),
    [
        (b"", "CA-P-000001", "the statement has 0 characters"),
        (b"\xff\xfe", "CA-P-000001", "is not UTF-8 from byte 0 on"),
        (b"x" * 200_000, "CA-P-000001", "has more than 100,000 bytes"),
        (b"x" * 20_000, "CA-P-000001", "the statement has 20,000 characters"),
        (b"We do not.", "CA-P-000099", "there is no provision with the id CA-P-000099"),
        (b"We do not.", "platforms/x", "is no id of"),
        (None, "CA-P-000001", "No such file"),
    ],
)
def test_a_statement_that_cannot_be_used_is_told_in_one_line(
    content: bytes | None, record_id: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(version(1, text(ARBITRATION, LAW)))
    path = tmp_path / "statement.txt"
    if content is not None:
        path.write_bytes(content)
    assert main(_add(path, record_id)) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
    assert not DisputeNote.objects.exists()
