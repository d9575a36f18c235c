"""Tracking is graded by a choice that the clause states or by consent, and children's data by what is not collected."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import grade

_FOLLOWED = "Partners follow you on other sites. "


@pytest.mark.parametrize(
    ("clause_type", "text", "severity", "modifier"),
    [
        ("cross-site-tracking", f"{_FOLLOWED}You can adjust this on your page.", "medium", "tracking-opt-out"),
        ("cross-site-tracking", f"{_FOLLOWED}The panel lets you control it.", "medium", "tracking-opt-out"),
        ("cross-site-tracking", f"{_FOLLOWED}It happens if you have turned on sharing.", "medium", "tracking-opt-out"),
        ("cross-site-tracking", f"{_FOLLOWED}We do so with your consent.", "medium", "tracking-by-consent"),
        ("cross-site-tracking", f"{_FOLLOWED}Read more on your choices.", "high", None),
        ("cross-site-tracking", f"{_FOLLOWED}Learn how you can control it.", "high", None),
        ("cross-site-tracking", f"{_FOLLOWED}You cannot opt out of it.", "high", None),
        ("cookies-and-trackers", "These cookies are required to run the archive.", "low", "cookies-for-running"),
        ("cookies-and-trackers", "These cookies are required to show ads.", "medium", None),
        ("cookies-and-trackers", "Some cookies are necessary to run it; others are optional.", "medium", None),
        ("cookies-and-trackers", "Your browser lets you delete cookies.", "low", "cookies-how-to"),
        ("cookies-and-trackers", "We use cookies. Your browser lets you delete cookies.", "medium", None),
        ("personal-data-collected", "We use data for any purpose, including, without limitation, play.", "low", None),
        ("cookies-and-trackers", "Cookies that are not strictly necessary are set.", "medium", None),
        ("childrens-data", "If you are under 18, you may not use it.", "none", "children-kept-out"),
        ("childrens-data", "Users are not allowed to give us data of pupils.", "high", None),
        ("childrens-data", "Children are not allowed to use Larkwell.", "none", "children-kept-out"),
    ],
)
def test_a_grade_follows_what_is_stated(clause_type: str, text: str, severity: str, modifier: str | None) -> None:
    found = grade(load_catalogue()[clause_type], text)
    assert (found.severity, [one.modifier for one in found.reasons]) == (severity, [modifier] if modifier else [])
