"""Walls, errors, shells and other languages are told by what they are and say, each by its name; documents are not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture import Obstacle, Page, Text, Unusable, read_source, read_terms
from conductatlas.capture.declarations import Expectations, Source, Terms, Watch
from tests.capture.extracting import ADDRESS, page, source

_PROSE = (
    "You may use Lumora if you are sixteen years old or older. We may change these terms with thirty days of notice. "
    "If you do not agree with a change, you can close your account at any time, and we delete what you stored. "
)
_DOCUMENT = f"<title>Terms of Service | Lumora</title><main><h1>Terms</h1><p>{_PROSE * 8}</p></main>"


def _obstacle(answer: Page, select: str = "") -> Obstacle | None:
    read = read_source(source(select) if select else source(), answer)
    if isinstance(read, Unusable):
        assert read.address == ADDRESS
        assert read.line.startswith(f"{ADDRESS} ")
        assert "\n" not in read.line
        return read.obstacle
    return None


def _body(text: str, title: str = "Lumora") -> str:
    return f"<title>{title}</title><body><script src=a.js></script>{text}</body>"


_NO_PDF = "is no readable PDF (Failed to load document (PDFium: Data format error))"
_CHALLENGE = _body("<h1>Lumora</h1><p>One more step</p><script src='/cdn-cgi/challenge-platform/x.js'></script>")


@pytest.mark.parametrize(
    ("status", "html", "obstacle"),
    [
        (301, "", Obstacle.REDIRECT_PAGE),
        (401, "", Obstacle.LOG_IN),
        (403, _body("<h1>Forbidden</h1>"), Obstacle.BLOCKED),
        (403, _CHALLENGE, Obstacle.ROBOT_CHECK),
        (404, _CHALLENGE, Obstacle.NOT_FOUND),
        (410, _DOCUMENT, Obstacle.NOT_FOUND),
        (418, "", Obstacle.BLOCKED),
        (429, _DOCUMENT, Obstacle.RATE_LIMIT),
        (451, "", Obstacle.BLOCKED),
        (500, "\0\1", Obstacle.SERVER_ERROR),
        (503, _CHALLENGE, Obstacle.ROBOT_CHECK),
        (503, _DOCUMENT, Obstacle.SERVER_ERROR),
    ],
)
def test_by_status(status: int, html: str, obstacle: Obstacle) -> None:
    assert _obstacle(page(html, status=status)) is obstacle


@pytest.mark.parametrize(
    ("html", "obstacle"),
    [
        (_CHALLENGE, Obstacle.ROBOT_CHECK),
        (_body("<p>Checking your browser before you enter.</p>", "Just a moment..."), Obstacle.ROBOT_CHECK),
        (_body("<p>Bitte bestätige, dass du ein Mensch bist.</p>"), Obstacle.ROBOT_CHECK),
        (_body("<h1>Access Denied</h1><p>You don't have permission to see this.</p>"), Obstacle.BLOCKED),
        (_body("<h1>Zugriff verweigert</h1>"), Obstacle.BLOCKED),
        (_body("<h1>Too Many Requests</h1>"), Obstacle.RATE_LIMIT),
        (_body(f"<main><h1>Oh no</h1><p>{_PROSE * 20}</p></main>", "Page not found | Lumora"), Obstacle.SOFT_NOT_FOUND),
        (_body("<h1>Hm.</h1>", "404 – Lumora"), Obstacle.SOFT_NOT_FOUND),
        (_body("<h1>Diese Seite wurde nicht gefunden</h1><a href=/>Zurück</a>"), Obstacle.SOFT_NOT_FOUND),
        (_body("<h1>Désolé</h1><p>Page introuvable</p>"), Obstacle.SOFT_NOT_FOUND),
        (_body("<main>We can’t find that page.</main>"), Obstacle.SOFT_NOT_FOUND),
        (_body("<h1>Something went wrong</h1><p>Try again later.</p>"), Obstacle.ERROR_PAGE),
        (_body("<h1>Welcome</h1><form><input type=email><input type=PASSWORD></form>"), Obstacle.LOG_IN),
        (_body("<p>Log in to continue to Lumora.</p>"), Obstacle.LOG_IN),
        (_body(f"<p>Sign in to continue to Lumora.</p><p>{_PROSE * 3}</p>"), Obstacle.LOG_IN),
        (
            _body(
                "<div><h2>Before you continue to Lumora</h2><p>We use cookies to …</p><button>Accept all</button></div>"
            ),
            Obstacle.CONSENT_WALL,
        ),
        (_body("<div>Wir verwenden Cookies.<a>Alle akzeptieren</a></div>"), Obstacle.CONSENT_WALL),
        (_body("<div id=root></div>"), Obstacle.SCRIPT_SHELL),
        (_body("<div id=app>Loading…</div>"), Obstacle.SCRIPT_SHELL),
        (
            _body("<noscript>You need to enable JavaScript.</noscript><div id=root></div>"),
            Obstacle.SCRIPT_SHELL,
        ),
        (_body("<meta http-equiv=Refresh content='0; url=/terms'>"), Obstacle.REDIRECT_PAGE),
        ("", Obstacle.EMPTY),
        ("<p></p>", Obstacle.EMPTY),
    ],
)
def test_by_what_a_page_is_and_says(html: str, obstacle: Obstacle) -> None:
    assert _obstacle(page(html)) is obstacle


def test_a_redirect_to_a_log_in() -> None:
    answer = Page(ADDRESS, b"<p>Hello.</p>", "text/html", 200, "https://lumora.example/login?next=/terms")
    read = read_source(source(), answer)
    assert isinstance(read, Unusable)
    assert read.line == (
        f"{ADDRESS} shows the document only to who logs in (it leads to https://lumora.example/login?next=/terms)"
    )


@pytest.mark.parametrize(
    "html",
    [
        _DOCUMENT,
        # A document may speak of all these things, and hold the scripts of a check and a log-in form.
        _body(
            "<dialog>Log in to continue <input type=password></dialog><div class=g-recaptcha></div>"
            f"<main><h1>Terms</h1><p>Access denied. Too many requests. Page not found. {_PROSE * 8}</p></main>"
            "<script src='/cdn-cgi/challenge-platform/x.js'></script>"
        ),
        # A short document of a site that is guarded, has a log-in in its frame, and a number for a name.
        _body(
            "<form><input type=password></form><script src=/cdn-cgi/challenge-platform/x.js></script>"
            f"<main><h1>Terms</h1><p>{_PROSE * 2}</p></main>",
            "404 Larks: Terms",
        ),
        # A short policy on cookies under a banner.
        _body(
            "<main><h1>Cookies</h1><h2>Which</h2><p>We use cookies to remember your language, and no others.</p>"
            "<h2>How long</h2><p>They last for a year, and you can delete them in your browser at any time.</p></main>"
            "<div class=cookie-banner>We use cookies <button>Accept</button></div>"
        ),
        _body("<main><h1>Imprint</h1><p>Lumora Ltd, 4 Quay Road, Corwick. Represented by Ada Penrose.</p></main>"),
    ],
)
def test_documents_are_believed(html: str) -> None:
    assert _obstacle(page(html)) is None
    assert _obstacle(page(html), "main") is None


@pytest.mark.parametrize(
    ("answer", "select", "obstacle", "detail"),
    [
        (page(_DOCUMENT), "#terms", Obstacle.NO_MATCH, "nothing on the page matches what is selected: #terms"),
        (page(_body("<div id=root></div>")), "#terms", Obstacle.SCRIPT_SHELL, ""),
        (page(b"%PDF-1.7 cut off", "application/pdf"), "", Obstacle.UNREADABLE, _NO_PDF),
        (page(b"\x89PNG\r\n\x1a\n\0\0", "image/png"), "", Obstacle.NO_DOCUMENT, "image/png"),
        (page(b"\0\1\2\3", ""), "", Obstacle.NO_DOCUMENT, "binary data of no declared type"),
        (page(b"<html>" + b"\0" * 500), "", Obstacle.UNREADABLE, "is binary (byte 6 is zero)"),
    ],
)
def test_what_cannot_be_read_is_told(answer: Page, select: str, obstacle: Obstacle, detail: str) -> None:
    assert read_source(source(select) if select else source(), answer) == Unusable(obstacle, ADDRESS, detail)


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (b"Terms\r\n\r\n1. You *may*\r\nuse it.\r\n", "text/plain", "Terms\n\n1\\. You \\*may\\* use it.\n"),
        ("<p>Straße</p>".encode("latin-1"), "text/html; charset=ISO-8859-1", "Straße\n"),
        ("<!doctype html><p>é".encode(), "application/octet-stream", "é\n"),
        (b"<p>No type at all.</p>", "", "No type at all.\n"),
        (b"Plain, of no type.", "", "Plain, of no type.\n"),
    ],
)
def test_types_and_encodings_are_found(body: bytes, content_type: str, text: str) -> None:
    read = read_source(source(), page(body, content_type))
    assert not isinstance(read, Unusable)
    assert read.markdown == text


_GERMAN = (
    "Sie dürfen den Dienst nutzen, wenn Sie sechzehn Jahre alt sind. Wir können diese Bedingungen mit einer Frist von "
    "dreißig Tagen ändern. Wenn Sie nicht einverstanden sind, können Sie Ihr Konto jederzeit schließen. "
)


def _terms(language: str = "", expectations: Expectations | None = None, sources: int = 1) -> Terms:
    declared = tuple(Source(f"{ADDRESS}/{number}", ("p",)) for number in range(sources))
    return Terms(
        "Lumora", "Terms of Service", declared, Watch(language=language, expectations=expectations or Expectations())
    )


def _read(terms: Terms, *texts: str) -> Text | Unusable:
    pages = [Page(one.address, f"<p>{text}</p>".encode()) for one, text in zip(terms.sources, texts, strict=False)]
    return read_terms(terms, {one.address: one for one in pages})


@pytest.mark.parametrize(
    ("terms", "text", "line"),
    [
        (_terms("en"), _GERMAN, "the text is in another language than the document (de in place of en)"),
        (_terms("de-AT"), _PROSE, "the text is in another language than the document (en in place of de)"),
        (_terms("nb"), _PROSE, "the text is in another language than the document (en in place of nb)"),
        (
            _terms(expectations=Expectations(least_length=1000)),
            "Too short.",
            "the text is shorter than is expected of the document (10 characters, at least 1,000)",
        ),
        (
            _terms(expectations=Expectations(most_length=5)),
            "Too long.",
            "the text is longer than is expected of the document (9 characters, at most 5)",
        ),
        (
            _terms(expectations=Expectations(words=("sixteen YEARS", "Lumora Ltd", "arbitration"))),
            _PROSE,
            "the text lacks words that are expected of the document (“Lumora Ltd”, “arbitration”)",
        ),
    ],
)
def test_expectations_are_checked(terms: Terms, text: str, line: str) -> None:
    read = _read(terms, text)
    assert isinstance(read, Unusable)
    assert (read.line, read.address) == (line, "")


def test_what_is_expected_passes() -> None:
    expectations = Expectations(100, 1000, ("Lumora", "notice"))
    assert isinstance(_read(_terms("en-GB", expectations), _PROSE), Text)
    assert isinstance(_read(_terms("de"), _GERMAN), Text)


def test_a_document_of_several_sources_needs_each_of_them() -> None:
    terms = _terms(sources=2)
    whole = _read(terms, "First part.", "Second part.")
    assert isinstance(whole, Text)
    assert whole.markdown == "First part.\n\n- - -\n\nSecond part.\n"
    assert _read(terms, "First part.") == Unusable(Obstacle.NOT_FETCHED, f"{ADDRESS}/1")
    broken = _read(terms, "First part.", "")
    assert isinstance(broken, Unusable)
    assert (broken.obstacle, broken.address) == (Obstacle.EMPTY, f"{ADDRESS}/1")


@given(
    st.binary(max_size=200),
    st.sampled_from(["", "text/html", "text/plain; charset=utf-16", "application/pdf", "\r\n;;"]),
)
def test_any_bytes_give_a_text_or_a_reason(body: bytes, content_type: str) -> None:
    for status in (200, 403):
        read = read_source(source(), page(body, content_type, status))
        assert read.line if isinstance(read, Unusable) else read.markdown.strip()


@given(st.text(alphabet="<>/='\"abhipdv &;#!-\x00", max_size=200), st.sampled_from(["", "p", "div", "body"]))
def test_any_page_gives_a_text_or_a_reason(html: str, select: str) -> None:
    read = read_source(source(select) if select else source(), page(html))
    assert read.line if isinstance(read, Unusable) else read.markdown.strip()


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 30_000 + "deep",
        "<p>word</p>" * 60_000,
        "<form><nav>" * 5_000,
        "<a href=x>" * 20_000,
        "<b>" * 20_000 + "x",
    ],
)
@pytest.mark.parametrize("select", ["", "body", "div"])
def test_huge_and_deep_pages_take_seconds(html: str, select: str) -> None:
    started = time.process_time()
    read_source(source(select) if select else source(), page(f"<title>Terms</title><body>{html}"))
    assert time.process_time() - started < 10
