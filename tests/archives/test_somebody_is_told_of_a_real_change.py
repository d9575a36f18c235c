"""The whole story, in a browser and by real mail: an account, a watch, a new version, one alert, the digest, the end.

The clause is one of a real collection: by rating an answer one grants training. It was reworded on 28 May 2026.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from conductatlas.commands import main
from conductatlas.monitoring.delivering import Courier
from conductatlas.monitoring.digests import enqueue_due
from conductatlas.monitoring.models import Delivery
from conductatlas.monitoring.news import work_news
from conductatlas.records.models import Provision
from tests.accounts.one_time_codes import code_of
from tests.accounts_factory import PASSWORD
from tests.browser.conftest import browser
from tests.monitoring.sink import Sink

pytestmark = [
    pytest.mark.archives,
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
]

__all__ = ["browser"]

_READER = "ada@reader.example"


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """A mail server, which the site uses."""
    server = Sink()
    with server.running():
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        yield server


@dataclass(frozen=True)
class Collection:
    """A copy of the real collection that can stand at any of its commits."""

    path: Path
    newest: str
    before: str

    def stand_at(self, commit: str) -> None:
        """Make a commit its last one."""
        branch = _git(self.path, "symbolic-ref", "HEAD")
        _git(self.path, "update-ref", branch, commit)


def _git(path: Path, *arguments: str) -> str:
    command = ["git", "-C", str(path), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _collection(archives: Path, folder: Path) -> Collection:
    """The collection as it was before the version of 28 May."""
    path = folder / "genai-eu-versions"
    _git(folder, "clone", "--quiet", "--bare", str(archives / "genai-eu-versions.bundle"), str(path))
    commits = _git(path, "log", "--reverse", "--format=%H %cI", "HEAD", "--", "Le Chat/Terms of Service.md")
    version, *_ = [line.split()[0] for line in commits.splitlines() if line.split()[1].startswith("2026-05-28")]
    found = Collection(path, _git(path, "rev-parse", "HEAD"), _git(path, "rev-parse", f"{version}^"))
    found.stand_at(found.before)
    return found


def _import(collection: Collection) -> None:
    assert main(["import", "ota", str(collection.path), "--only", "Le Chat", "--collection", "genai-eu"]) == 0


def _words(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def _link(mail: EmailMessage, part: str) -> str:
    """The path of the link in a mail whose address holds some words."""
    (found, *_) = [one for one in re.findall(r"https?://\S+", _words(mail)) if part in one]
    parts = urlsplit(found)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _tell(courier: Courier) -> None:
    while work_news(courier.now()) + enqueue_due(courier.now()) + courier.work():
        pass


def _sign_up(page: Page, sink: Sink) -> None:
    page.goto("/account/signup/")
    page.get_by_label("E-mail address").fill(_READER)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("heading", name="Look into your mail").wait_for()
    page.goto(_link(sink.taken[-1].mail, "/confirm-email/"))
    page.get_by_role("button", name="Yes, confirm it").click()
    page.get_by_role("heading", name="Account").wait_for()


def _add_codes_of_an_app(page: Page) -> None:
    page.goto("/account/2fa/totp/activate/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    key = re.search(r"\b[A-Z2-7]{32}\b", page.locator("main").inner_text().replace(" ", ""))
    assert key is not None
    page.locator("input[name=code]").fill(code_of(key.group()))
    page.locator("main form button").last.click()
    page.get_by_role("heading", name="Recovery codes").wait_for()


def test_from_signing_up_to_the_last_mail(
    archives: Path,
    sink: Sink,
    browser: Browser,
    live_server: LiveServer,
    settings: Settings,
    tmp_path: Path,
) -> None:
    settings.DATA_DIRECTORY = tmp_path
    collection = _collection(archives, tmp_path)
    _import(collection)
    feedback = Provision.objects.get(document__terms_type="Terms of Service", clause_type="ai-feedback-training-grant")
    page = browser.new_context(base_url=live_server.url).new_page()
    _sign_up(page, sink)
    _add_codes_of_an_app(page)

    # A watch on the clause, from its page.
    page.goto(f"/{feedback.permanent_id}")
    page.get_by_role("link", name="Watch", exact=True).click()
    page.get_by_role("button", name="Watch it").click()
    assert "is watched." in page.get_by_role("status").inner_text()
    before = len(sink.taken)
    courier = Courier("story")
    _tell(courier)
    assert len(sink.taken) == before, "what was known before is no news"

    # A new version comes by import: one alert, however often and by whomever it is looked for.
    collection.stand_at(collection.newest)
    _import(collection)
    _tell(courier)
    _tell(Courier("another"))
    alerts = [one for one in sink.taken[before:] if one.to == _READER]
    item = feedback.items.filter(change__recorded_at__date="2026-05-28").get()
    changed = item.change.permanent_id
    assert sum(one.changes.count(changed) for one in alerts) == 1
    (alert,) = [one.mail for one in alerts if changed in one.changes]
    words = _words(alert)
    assert "Le Chat" in str(alert["Subject"])
    assert item.after is not None and "Feedback" in words
    page.goto(_link(alert, f"/{changed}"))
    assert changed in page.locator("main").inner_text()
    page.goto(_link(alert, f"/{feedback.permanent_id}"))
    assert feedback.permanent_id in page.locator("main").inner_text()
    assert alert["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    # The digest of the week holds it too.
    later = timezone.now() + timedelta(days=8)
    _tell(Courier("a week later", now=lambda: later))
    digest = sink.taken[-1]
    assert digest.to == _READER
    assert Delivery.objects.filter(kind="digest", state="sent").count() == 1
    assert changed in _words(digest.mail)

    # And with two clicks it ends.
    _unsubscribe(page, alert)
    sent = len(sink.taken)
    much_later = later + timedelta(days=8)
    _tell(Courier("later still", now=lambda: much_later))
    assert len(sink.taken) == sent


def _unsubscribe(page: Page, alert: EmailMessage) -> None:
    listed = re.search(r"<https?://[^/>]+(/[^>]+)>", str(alert["List-Unsubscribe"]))
    assert listed is not None
    page.goto(listed.group(1))
    page.locator("main form button").first.click()
    assert "nothing is sent" in page.locator("main").inner_text().lower()
