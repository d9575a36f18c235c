"""A how-to on settings lowers only a clause that sets no cookies; a signal that is heeded lowers one on signals."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import grade


@pytest.mark.parametrize(
    ("clause_type", "words", "severity"),
    [
        ("cookies-and-trackers", "Most browsers let you delete cookies in their settings.", "low"),
        (
            "cookies-and-trackers",
            "Persistent cookies identify your browser at each visit. You can delete cookies in your browser settings.",
            "medium",
        ),
        (
            "cookies-and-trackers",
            "The cookie lets a site recognise your browser. You can configure your browser to refuse cookies.",
            "medium",
        ),
        ("cookies-and-trackers", "These cookies are strictly necessary.", "low"),
        (
            "do-not-track-ignored",
            "You may send a Global Privacy Control signal. When we detect such a signal, we will treat it so.",
            "none",
        ),
        ("do-not-track-ignored", "We honor opt-out signals (e.g., Global Privacy Control) in some states.", "none"),
        (
            "do-not-track-ignored",
            "If your browser sends a Do Not Track (DNT) signal, Larkwell will not set cookies that it can do without.",
            "none",
        ),
        ("do-not-track-ignored", "We do not respond to Do Not Track signals.", "medium"),
    ],
)
def test_a_clause_is_graded_by_what_it_does(clause_type: str, words: str, severity: str) -> None:
    assert grade(load_catalogue()[clause_type], words).severity == severity
