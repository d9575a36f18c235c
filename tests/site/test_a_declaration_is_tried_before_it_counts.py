"""The operators' page of a declaration: tried on stored snapshots, and made to count."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from conductatlas.accounts.models import AuditEntry
from conductatlas.capture import read_declarations
from conductatlas.capture.snapshots import SnapshotStore
from conductatlas.records.models import Capture, Change, Outcome, StoredText, TrackedDocument, Verdict, Version
from conductatlas.tracking import track
from tests.accounts.people import person
from tests.tracking.worlds import ADDRESS, CLAUSES, World, page, watching

pytestmark = pytest.mark.django_db(transaction=True)

_FOOTER = "<footer><p>Hearthbook is a company of Ghent.</p></footer>"


@pytest.fixture
def watched(tmp_path: Path, settings: Settings) -> World:
    """A document that was looked at once."""
    settings.SNAPSHOTS = str(tmp_path / "snapshots")
    made = watching(tmp_path, around=_FOOTER)
    made.look(0)
    made.asked.clear()
    return made


@pytest.fixture
def operator(client: Client, watched: World) -> Client:
    """Somebody at work, signed in."""
    client.force_login(person("op@example.org", staff=True))
    return client


def _path() -> str:
    return f"/staff/sources/{TrackedDocument.objects.get().pk}/declaration"


def _declaration(**changed: Any) -> str:
    return json.dumps({"fetch": ADDRESS, "select": ["main"]} | changed, indent=1)


def _send(client: Client, declaration: str, **more: str) -> Any:
    sent = {"act": "try", "declaration": declaration, "seen": TrackedDocument.objects.get().declared_as}
    return client.post(_path(), sent | more)


def _main(answer: Any) -> str:
    html: str = answer.content.decode()
    return html[html.index("<main") : html.index("</main")]


def test_the_declaration_is_shown_as_it_is_kept_with_what_it_gives(operator: Client, watched: World) -> None:
    shown = operator.get(f"{_path()}.json").json()
    assert json.loads(shown["kept"]) == {"fetch": ADDRESS, "select": ["main"]}
    (look,) = shown["looks"]
    assert look["same"]
    assert (look["obstacle"], look["length"]) == ("", shown["kept_length"])
    assert look["sources"][0]["matched"] == [{"selector": "main", "removes": False, "count": 1}]
    html = _main(operator.get(_path()))
    assert "&quot;select&quot;: [" in html
    assert "conductatlas track</code> on a folder that declares this document puts the declaration of the files" in html
    assert f'{_path()}"' in operator.get(_path().removesuffix("/declaration")).content.decode()


def test_what_is_tried_is_set_beside_what_is_kept_and_not_stored(operator: Client, watched: World) -> None:
    before = TrackedDocument.objects.values().get()
    answer = _send(operator, _declaration(select=["body", ".banner"], remove="h1"))
    assert answer.status_code == 200
    html = _main(answer)
    assert "Hearthbook is a company of Ghent." in html[html.index("<ins>") :]
    assert '✕ <span class="mono">.banner</span> selects nothing' in html
    assert '<span class="mono">h1</span> removes 1 place' in html
    assert "all that is expected of it holds" in html
    assert TrackedDocument.objects.values().get() == before
    assert (Capture.objects.count(), Version.objects.count(), AuditEntry.objects.count()) == (1, 1, 0)
    assert watched.asked == [], "nothing is fetched"


def test_what_is_tried_can_be_had_as_json(operator: Client, watched: World) -> None:
    answer = operator.get(f"{_path()}.json", {"declaration": _declaration(select="body"), "act": "count"})
    (look,) = answer.json()["looks"]
    assert (answer.json()["sent"], look["obstacle"], look["same"]) == (True, "", False)
    assert look["rows"][0]["segments"] == [{"kind": "inserted", "text": "Hearthbook is a company of Ghent."}]
    wrong = operator.get(f"{_path()}.json", {"declaration": "{"})
    assert wrong.status_code == 400
    assert wrong.json()["problems"] == ["Line 1: is no JSON: it ends too early"]
    assert not AuditEntry.objects.exists()


def test_what_counts_is_read_at_the_next_look_and_marked_technical(operator: Client, watched: World) -> None:
    answer = _send(operator, _declaration(select="body"), act="count", reason="The footer counts.")
    assert answer.status_code == 303
    (entry,) = AuditEntry.objects.all()
    assert (entry.actor, entry.action, entry.subject) == (
        "op@example.org",
        "source.declared",
        "Hearthbook/Terms of Service.md",
    )
    assert entry.detail["reason"] == "The footer counts."
    assert "The kept declaration counts; no look has read by it yet." in _main(operator.get(_path()))
    TrackedDocument.objects.update(next_look_at=watched.now)
    watched.look(0.01)
    change = Change.objects.get()
    assert change.verdict == Verdict.TECHNICAL
    assert "declaration" in change.reasons[0]


def test_the_files_win_when_they_are_tracked_again(operator: Client, watched: World) -> None:
    _send(operator, _declaration(select="body"), act="count", reason="Because.")
    tally = track(read_declarations(watched.folder / "declarations").services, "own", watched.now)
    assert tally.changed == 1
    assert TrackedDocument.objects.get().declaration["sources"][0]["select"] == ["main"]


@pytest.mark.parametrize(
    ("declaration", "says"),
    [
        ('{"fetch": "x",\n}', "Line 2: is no JSON: a comma stands before the }"),
        (_declaration(select="main["), "Line 3: “select” of “Terms of Service” is no CSS selector that can be used"),
        ("", "Write a declaration."),
        ("x" * 20_001, "at most 20000 characters"),
    ],
)
@pytest.mark.parametrize("act", ["try", "count"])
def test_what_can_not_be_used_is_told_and_changes_nothing(
    operator: Client, watched: World, declaration: str, says: str, act: str
) -> None:
    before = TrackedDocument.objects.values().get()
    answer = _send(operator, declaration, act=act, reason="Because.")
    assert answer.status_code == 400
    assert says in _main(answer)
    assert "so nothing was read by it" in _main(answer)
    assert TrackedDocument.objects.values().get() == before
    assert not AuditEntry.objects.exists()


def test_an_unknown_field_is_told_and_the_rest_tried(operator: Client, watched: World) -> None:
    answer = _send(operator, _declaration(selct="body"))
    assert answer.status_code == 200
    assert "unknown key “selct”" in _main(answer)
    assert "No word changed." in _main(answer)


@pytest.mark.parametrize(
    ("changed", "obstacle", "says"),
    [
        ({"select": ".gone"}, "no-match", "nothing on the page matches what is selected: .gone"),
        ({"conductatlas": {"expectations": {"minimum_length": 9000}}}, "too-short", "at least 9,000"),
        ({"conductatlas": {"expectations": {"words": ["Larkwell"]}}}, "words-missing", "“Larkwell”"),
        ({"conductatlas": {"language": "de"}}, "other-language", "en in place of de"),
        ({"fetch": "https://hearthbook.example/new"}, "not-fetched", "this look did not fetch it"),
        ({"combine": [{"fetch": ADDRESS}, {"fetch": f"{ADDRESS}/eea"}]}, "not-fetched", f"{ADDRESS}/eea"),
    ],
)
def test_what_stands_in_the_way_is_named(
    operator: Client, watched: World, changed: dict[str, Any], obstacle: str, says: str
) -> None:
    html = _main(_send(operator, _declaration(**changed)))
    assert f"✕ <strong>{obstacle}</strong>" in html
    assert says in html
    assert ("No word changed." in html) == (obstacle in ("too-short", "words-missing", "other-language"))


@pytest.mark.parametrize(
    ("bytes_left", "says"), [(None, "no such snapshot in"), (b"junk", "can&#x27;t be decompressed")]
)
def test_a_snapshot_that_is_missing_or_damaged_is_named(
    operator: Client, watched: World, bytes_left: bytes | None, says: str
) -> None:
    (file,) = (watched.folder / "snapshots").rglob("*.zst")
    if bytes_left is None:
        file.unlink()
    else:
        file.write_bytes(bytes_left)
    html = _main(_send(operator, _declaration(select="body")))
    assert "<strong>snapshot-lost</strong>" in html
    assert TrackedDocument.objects.get().pages[0]["sha256"] in html
    assert says in html


def test_of_a_pdf_nothing_is_selected(operator: Client, watched: World) -> None:
    tracked = TrackedDocument.objects.get()
    stored = SnapshotStore(watched.folder / "snapshots").put(b"%PDF-1.4 broken")
    tracked.pages[0] |= {"sha256": stored.sha256, "content_type": "application/pdf"}
    tracked.save()
    html = _main(_send(operator, _declaration()))
    assert "it is a PDF, which is read as a whole, whatever is selected" in html
    assert "<strong>unreadable</strong>" in html


def test_a_failed_look_with_a_page_is_tried_too(operator: Client, watched: World) -> None:
    watched.answers[ADDRESS] = page(*CLAUSES).replace(b"<main>", b"<div id=terms>").replace(b"</main>", b"</div>")
    assert watched.look().outcome == Outcome.FAILED
    shown = operator.get(f"{_path()}.json").json()["looks"]
    assert [(one["succeeded"], one["obstacle"]) for one in shown] == [(True, ""), (False, "no-match")]
    html = _main(_send(operator, _declaration(select="#terms")))
    success, failure = html.split("On the snapshots of the last look, which failed")
    assert "<strong>no-match</strong>" in success
    assert "all that is expected of it holds" in failure
    assert "No word changed." in failure


def test_a_source_that_was_never_seen_can_be_declared_anew(operator: Client, watched: World) -> None:
    Capture.objects.all().delete()
    TrackedDocument.objects.update(pages=[], succeeded_at=None, text_sha256="", read_as="")
    html = _main(_send(operator, _declaration(select="body")))
    assert "No look has brought a text yet." in html
    assert "No look has brought a page yet, so there is nothing to try it on." in html
    assert _send(operator, _declaration(select="body"), act="count", reason="Because.").status_code == 303


def test_a_text_that_was_not_kept_is_not_compared(operator: Client, watched: World) -> None:
    StoredText.objects.update(compressed=None)
    assert "The text on record was not kept" in _main(_send(operator, _declaration()))
    StoredText.objects.update(compressed=b"junk")
    assert "The text on record is damaged" in _main(_send(operator, _declaration()))


def test_a_declaration_that_says_the_same_or_comes_too_late_is_refused(operator: Client, watched: World) -> None:
    same = _send(operator, _declaration(), act="count", reason="Because.")
    assert same.status_code == 400
    assert "It says the same as the declaration that is kept." in _main(same)
    late = _send(operator, _declaration(select="body"), act="count", reason="Because.", seen="0" * 64)
    assert late.status_code == 400
    assert "was changed in the meantime" in _main(late)
    assert f'name="seen" value="{TrackedDocument.objects.get().declared_as}"' in _main(late)
    TrackedDocument.objects.update(active=False)
    resting = _send(operator, _declaration(select="body"), act="count", reason="Because.")
    assert "no longer declared" in _main(resting)
    assert not AuditEntry.objects.exists()


def test_a_reason_is_needed_to_let_it_count_but_not_to_try(operator: Client, watched: World) -> None:
    answer = _send(operator, _declaration(select="body"), act="count")
    assert answer.status_code == 400
    assert "Say why." in _main(answer)
    assert "Hearthbook is a company of Ghent." in _main(answer)


def test_a_long_redline_is_shown_in_parts(operator: Client, watched: World) -> None:
    many = [f"You must keep rule {number} of the house, as told {'again and ' * 12}again." for number in range(400)]
    watched.answers[ADDRESS] = page(*CLAUSES, around=f"<footer><p>{'</p><p>'.join(many)}</p></footer>")
    watched.look()
    first = _send(operator, _declaration(select="body"))
    assert len(first.content) < 60_000
    assert '<button form="declare" name="part" value="2">Next part</button>' in _main(first)
    second = operator.post(_path(), {"declaration": _declaration(select="body"), "seen": "x", "part": "2"})
    assert "Part 2 of" in _main(second)
    assert _main(second) != _main(first)
