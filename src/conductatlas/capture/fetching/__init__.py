"""Fetching: addresses in, pages or named failures out. The only room that talks to the network.

Everything outside is untrusted: addresses are guarded, answers limited in time and size, and no
failure is an exception.
"""

from conductatlas.capture.fetching.addresses import parse_address
from conductatlas.capture.fetching.browser import BrowserFetcher
from conductatlas.capture.fetching.fetcher import Fetcher
from conductatlas.capture.fetching.guard import AddressGuard
from conductatlas.capture.fetching.hosts import HostState, states_from_values, states_to_values
from conductatlas.capture.fetching.http import Answer, HttpClient
from conductatlas.capture.fetching.outcomes import (
    Failure,
    Fetched,
    FetchError,
    Reason,
    Redirect,
    TlsFacts,
    Validators,
    plain,
)
from conductatlas.capture.fetching.page import EmptyShell, fetch_page
from conductatlas.capture.fetching.policy import FetchPolicy, Limits, Politeness, policy_from_settings, user_agent
from conductatlas.capture.fetching.wayback import (
    Copy,
    State,
    Submission,
    Wayback,
    WebArchive,
    internet_archive,
)

__all__ = [
    "AddressGuard",
    "Answer",
    "BrowserFetcher",
    "Copy",
    "EmptyShell",
    "Failure",
    "FetchError",
    "FetchPolicy",
    "Fetched",
    "Fetcher",
    "HostState",
    "HttpClient",
    "Limits",
    "Politeness",
    "Reason",
    "Redirect",
    "State",
    "Submission",
    "TlsFacts",
    "Validators",
    "Wayback",
    "WebArchive",
    "fetch_page",
    "internet_archive",
    "parse_address",
    "plain",
    "policy_from_settings",
    "states_from_values",
    "states_to_values",
    "user_agent",
]
