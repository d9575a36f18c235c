"""The company at the foot of a page is the one that its document names, and that of its group is told as such."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Group
from conductatlas.site.presenters import disclaimer as disclaimers


@pytest.mark.parametrize(
    ("platform", "company", "named"),
    [
        ("Larkchat", "Larkwell", "Larkchat or its company, Larkwell"),
        ("Larkchat", "Tern", "Larkchat, its company Tern or companies of its group, such as Larkwell"),
        ("Larkchat", "Larkchat", "Larkchat or its company, Larkwell"),
        ("Tern", "Tern", "Tern or companies of its group, such as Larkwell"),
        ("Wren", "Wrenworks", "Wren or its company, Wrenworks"),
        ("Wren", "", "Wren"),
    ],
)
def test_the_own_company_comes_first(monkeypatch: pytest.MonkeyPatch, platform: str, company: str, named: str) -> None:
    group = Group(("Larkwell", "Tern"), ("Larkchat",))
    monkeypatch.setattr(disclaimers, "group_of", lambda name: group if group.has(name) else None)
    told = disclaimers.disclaimer(platform, company).affiliation
    assert told == f"It is not affiliated with, endorsed by or paid by {named}."
