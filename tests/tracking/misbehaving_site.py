"""Documents on a site that misbehaves in every way, day by day, with what really changed and what must be noticed."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field

_CLAUSES = (
    "{name} may change these terms at any time and will tell you {notice} days before a change applies.",
    "You must be at least 16 years old to open an account with {name}.",
    "These terms are governed by the laws of the Netherlands, without regard to conflict of laws rules.",
    "Any dispute with {name} is resolved by binding individual arbitration, and not in court.",
    "We keep your personal data for 30 days after you close your account, and then erase it.",
    "We share your name and your e-mail address with our advertising partners.",
    "You grant {name} a worldwide, royalty-free licence to use, copy and publish what you upload.",
    "{name} may suspend or close your account at any time, for any reason, without notice.",
    "To the fullest extent permitted by law, {name} is not liable for indirect or consequential damages.",
    "Your subscription renews automatically every month until you cancel it in your settings.",
    "You may not use automated means to collect content from the service.",
    "We use cookies to remember your preferences and to measure how the service is used.",
)
_NEW_CLAUSE = "{name} may use what you upload to train its artificial intelligence models."
_MENU = '<nav class="c{token}"><a href="/home?session={token}&amp;utm_source=menu">Home</a></nav>'
_PAGE = """<!doctype html><html lang="en"><head><title>Terms of Service of {name}</title></head>
<body data-build="{token}">{menu}<main id="m{token}"><h1>Terms of Service of {name}</h1>
{paragraphs}</main><footer><input type="hidden" value="{token}"></footer></body></html>"""
_ERROR_PAGE = "<html><title>Oops</title><body><main><h1>Something went wrong</h1><p>Please try again.</p></main></body>"
_CHALLENGE = "<html><title>Just a moment...</title><body><main><p>Verifying you are human.</p></main></body>"
_LOG_IN = (
    "<html><title>Log in</title><body><main><p>Log in to continue.</p><form><input type=password></form></main></body>"
)
_GERMAN = (
    "Diese Bedingungen gelten für die Nutzung des Dienstes. Wir können sie jederzeit ändern und informieren Sie vorher "
    "darüber. Es gilt das Recht der Niederlande. Ihre Daten bewahren wir dreißig Tage lang auf und löschen sie danach."
)


@dataclass(frozen=True)
class Reply:
    """What the server does with a request: it answers so, after a delay, or drops the connection."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    delay: float = 0.0
    drops: bool = False


@dataclass(frozen=True)
class SiteDocument:
    """A document: its text changes for good on `changes_on`; within `bad` days its server misbehaves in its own way."""

    number: int
    behaviour: str
    changes_on: float
    bad: tuple[float, float]

    @property
    def name(self) -> str:
        return f"Platform {self.number:03d}"

    @property
    def host(self) -> str:
        return f"127.1.{self.number // 250}.{self.number % 250 + 1}"

    @property
    def reasons(self) -> frozenset[str]:
        """The reasons with which looks may fail, and one of which some look must fail with; none where none may."""
        return BEHAVIOURS[self.behaviour][1]

    @property
    def seen_on(self) -> float:
        """The first day on which the change can be seen."""
        start, end = self.bad
        return end if self.reasons and start <= self.changes_on < end else self.changes_on

    def reply(self, day: float, path: str) -> Reply:
        """What the server does on a day; days are counted from the first look, with fractions."""
        misbehaves = self.bad[0] <= day < self.bad[1]
        return BEHAVIOURS[self.behaviour][0](self, day, path, misbehaves)

    def paragraphs(self, day: float) -> list[str]:
        """The text as it really stands on a day."""
        changed = day >= self.changes_on
        notice = "14" if changed and self.number % 2 else "30"
        clauses = [*_CLAUSES, _NEW_CLAUSE] if changed and not self.number % 2 else [*_CLAUSES]
        return [clause.format(name=self.name, notice=notice) for clause in clauses]

    def page(self, day: float, paragraphs: list[str] | None = None, build: str = "0") -> bytes:
        """The page of the document on a day, as a server renders it."""
        shown = self.paragraphs(day) if paragraphs is None else paragraphs
        inside = "\n".join(f"<p>{paragraph}</p>" for paragraph in shown)
        menu = _MENU.format(token=build)
        return _PAGE.format(name=self.name, token=build, menu=menu, paragraphs=inside).encode()


Behaviour = Callable[[SiteDocument, float, str, bool], Reply]


def _steady(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(one.page(day))


def _markup_churn(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(one.page(day, build=f"{day:.3f}".replace(".", "")))


def _conditional(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    tag = '"changed"' if day >= one.changes_on else '"first"'
    return Reply(one.page(day), headers={"Content-Type": "text/html; charset=utf-8", "ETag": tag})


def _slow(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(one.page(day), delay=0.3 if bad else 0.0)


def _hangs(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(one.page(day), delay=30.0 if bad else 0.0)


def _drops(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(one.page(day), drops=bad)


def _with_status(status: int, body: str, **headers: str) -> Behaviour:
    def reply(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
        page = {"Content-Type": "text/html; charset=utf-8", **{key.replace("_", "-"): headers[key] for key in headers}}
        return Reply(body.encode(), status, page) if bad else Reply(one.page(day))

    return reply


def _endless_redirects(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(status=302, headers={"Location": f"{path}x"}) if bad else Reply(one.page(day))


def _circle(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(status=302, headers={"Location": path}) if bad else Reply(one.page(day))


def _moved(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(one.page(day)) if path == "/new" or not bad else Reply(status=301, headers={"Location": "/new"})


def _wrong_charset(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    declared = "iso-8859-1" if bad else "utf-8"
    return Reply(one.page(day), headers={"Content-Type": f"text/html; charset={declared}"})


def _bomb(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    if not bad:
        return Reply(one.page(day))
    return Reply(_BOMB, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})


def _broken_gzip(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    if not bad:
        return Reply(one.page(day))
    return Reply(gzip.compress(one.page(day))[:-40], headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})


def _instead(body: str) -> Behaviour:
    return lambda one, day, path, bad: Reply(body.encode() if bad else one.page(day))


def _collapses(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(one.page(day, one.paragraphs(day)[:1]) if bad else one.page(day))


def _loses_its_middle(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    shown = one.paragraphs(day)
    return Reply(one.page(day, shown[:3] + shown[-1:]) if bad else one.page(day))


def _flaps(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    """Another order of the same paragraphs, every other day."""
    shown = one.paragraphs(day)
    return Reply(one.page(day, shown[::-1] if bad and int(day * 2) % 2 else shown))


def _switches_language(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(one.page(day, [_GERMAN, _GERMAN]) if bad else one.page(day))


def _binary(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    if not bad:
        return Reply(one.page(day))
    return Reply(bytes(range(256)) * 40, headers={"Content-Type": "application/octet-stream"})


def _empty(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    return Reply(b"" if bad else one.page(day))


def _robots(one: SiteDocument, day: float, path: str, bad: bool) -> Reply:
    if path == "/robots.txt":
        return Reply(b"User-agent: *\nDisallow: /" if bad else b"", headers={"Content-Type": "text/plain"})
    return Reply(one.page(day))


_BOMB = gzip.compress(bytes(64 * 2**20))
_HTTP = frozenset({"http-status", "circuit-open"})
# Each behaviour with the reasons that looks at it may fail with.
BEHAVIOURS: dict[str, tuple[Behaviour, frozenset[str]]] = {
    "steady": (_steady, frozenset()),
    "markup churn": (_markup_churn, frozenset()),
    "conditional": (_conditional, frozenset()),
    "slow": (_slow, frozenset()),
    "hangs": (_hangs, frozenset({"timeout", "circuit-open"})),
    "drops": (_drops, frozenset({"dropped", "circuit-open"})),
    "429": (_with_status(429, "Too many requests", Retry_After="120"), _HTTP | {"waiting"}),
    "500": (_with_status(500, "Internal server error"), _HTTP),
    "503": (_with_status(503, "Service unavailable", Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"), _HTTP),
    "403": (_with_status(403, _CHALLENGE), _HTTP),
    "404": (_with_status(404, "Not found"), _HTTP),
    "endless redirects": (_endless_redirects, frozenset({"too-many-redirects"})),
    "redirects in a circle": (_circle, frozenset({"redirect-loop"})),
    "moved": (_moved, frozenset()),
    "wrong charset": (_wrong_charset, frozenset()),
    "gzip bomb": (_bomb, frozenset({"too-large"})),
    "broken gzip": (_broken_gzip, frozenset({"truncated"})),
    "error page with 200": (_instead(_ERROR_PAGE), frozenset({"error-page"})),
    "challenge with 200": (_instead(_CHALLENGE), frozenset({"robot-check"})),
    "log-in page": (_instead(_LOG_IN), frozenset({"log-in"})),
    "collapses": (_collapses, frozenset()),
    "loses its middle": (_loses_its_middle, frozenset()),
    "flaps": (_flaps, frozenset()),
    "switches language": (_switches_language, frozenset({"other-language"})),
    "binary": (_binary, frozenset({"no-document"})),
    "empty": (_empty, frozenset({"empty"})),
    "robots": (_robots, frozenset({"robots"})),
}


_STAND_INS_OF_TEXT = ("collapses", "loses its middle", "switches language")
_BAD_FOR = 1.3


def site(documents: int, days: int) -> list[SiteDocument]:
    """As many documents, of each behaviour about as many; each has one real change, each misbehaves for some days."""
    made = []
    for number in range(documents):
        behaviour = list(BEHAVIOURS)[number % len(BEHAVIOURS)]
        turn = number // len(BEHAVIOURS)
        changes_on = 2 + (number * 7 + turn) % max(1, days - 5) + 0.1
        # Before the change, after it, or over it.
        start = {0: max(1.0, changes_on - 2.6), 1: changes_on + 1.2, 2: changes_on - 0.6}[turn % 3]
        if behaviour in _STAND_INS_OF_TEXT and start <= changes_on < start + _BAD_FOR:
            # Two states of a stand-in confirm each other (decision 8): a change that falls into one is another story.
            start = changes_on + 1.2
        bad = (start, start + _BAD_FOR)
        made.append(SiteDocument(number, behaviour, changes_on, bad))
    return made
