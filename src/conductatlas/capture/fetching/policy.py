"""How fetching behaves: limits, politeness, and who we say we are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import conductatlas
from conductatlas.capture.fetching.guard import AddressGuard

# The name by which robots.txt files know us (RFC 9309, section 2.2.1).
PRODUCT = "ConductAtlas"
_UNPRINTABLE = re.compile(r"[^\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a fetch may take, in seconds, and how much it may bring, in bytes."""

    connect: float = 15.0
    read: float = 30.0
    total: float = 90.0
    body: int = 16 * 2**20
    redirects: int = 10
    connections: int = 20


@dataclass(frozen=True, slots=True)
class Politeness:
    """How a host is treated.

    `pause` seconds lie between two requests to one host, up to `jitter` times as much more at random. A request waits
    in line for at most `patience` seconds. A fetch is tried `attempts` times, waiting `backoff` seconds doubled each
    time, within `budget` seconds in all; a host gets a retry for every `requests_for_a_retry` requests.
    After `failures` in a row a host is left alone for `rest` seconds, doubled each time up to `longest_rest`.
    """

    pause: float = 2.0
    jitter: float = 0.5
    patience: float = 120.0
    attempts: int = 3
    backoff: float = 2.0
    budget: float = 60.0
    requests_for_a_retry: int = 5
    failures: int = 5
    rest: float = 300.0
    longest_rest: float = 6 * 3600.0


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """All of it. `ignored_robots` are hosts whose robots.txt an operator has decided not to ask."""

    user_agent: str
    guard: AddressGuard = field(default_factory=AddressGuard)
    limits: Limits = field(default_factory=Limits)
    politeness: Politeness = field(default_factory=Politeness)
    ignored_robots: frozenset[str] = frozenset()


def user_agent(contact: str) -> str:
    """What we call ourselves to servers: the product, its version, and whom to write to."""
    return f"{PRODUCT}/{conductatlas.__version__} (+{_UNPRINTABLE.sub('', contact) or 'no contact given'})"


def policy_from_settings() -> FetchPolicy:
    """The policy that the settings describe (`CONDUCTATLAS_CAPTURE_…`)."""
    from django.conf import settings

    return FetchPolicy(
        user_agent=user_agent(settings.CAPTURE_CONTACT),
        guard=AddressGuard(settings.CAPTURE_ALLOWED_NETWORKS, settings.CAPTURE_PORTS),
        limits=Limits(total=settings.CAPTURE_TIMEOUT, body=settings.CAPTURE_LARGEST),
        politeness=Politeness(pause=settings.CAPTURE_PAUSE),
        ignored_robots=settings.CAPTURE_IGNORED_ROBOTS,
    )
