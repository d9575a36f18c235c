"""Of data that outlast a deletion, the sentence that says what stays is told, and not one on the time before it."""

from __future__ import annotations

from conductatlas.assessment import compose
from conductatlas.catalogue import Severity, load_catalogue, load_prose

_KEPT = "We keep your letters for as long as your account is open."
_LEFT = "When you close it, we delete your letters, except for those that the law asks us to keep."
_CHAIN = "Records on a public chain cannot be deleted."


def _told(words: str) -> str:
    one = load_catalogue()["indefinite-retention"]
    found = compose(one, load_prose().get(one.id), Severity.HIGH, (), "Larkwell", words=words)
    return " ".join(found.what) if found else ""


def test_the_sentence_on_deletion_is_told() -> None:
    assert f"On what deletion leaves, it says: “{_LEFT[:-1]}”" in _told(f"{_KEPT} {_LEFT}")
    assert "as long as your account is open" not in _told(f"{_KEPT} {_LEFT}")


def test_what_can_not_be_deleted_is_told() -> None:
    assert "Some of it can't be deleted, by its words." in _told(f"{_KEPT} {_CHAIN}")
    assert "can't be deleted" not in _told(f"{_KEPT} {_LEFT}")
