"""What a page writes around a text is no text, and a paragraph that holds such a phrase is no page furniture."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

We may suspend or terminate your account at any time. You may cancel(opens in a new window) within 14 days.

You can accept all cookies or refuse them in your settings; we keep those that you accept for 30 days.

(c) we keep your messages for 30 days after you delete them;

Copyright infringement: we close the account of anyone who infringes copyright on 3 occasions.

Where 12 out of 20 found this helpful, we may pay the author of an answer a fee of €10 each month.

[Privacy policy(opens in a new window)](https://corvid.example/privacy)

© 2023 Corvid Mail. All rights reserved.

Was this helpful?
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _TERMS
    return compare(default_finder(), read_markdown(_TERMS), read_markdown(_TERMS.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("within 14 days", "within 3 days"),
        ("those that you accept for 30 days", "those that you accept for 2 years"),
        ("messages for 30 days", "messages for 300 days"),
        ("(c) we keep your messages for 30 days after you delete them;\n\n", ""),
        ("on 3 occasions", "on 1 occasion"),
        ("a fee of €10", "a fee of €1"),
    ],
)
def test_a_clause_that_holds_such_a_phrase_is_weighed_as_any_other(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.SUBSTANTIVE


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("(opens in a new window)", ""),
        ("cancel(opens in a new window)", "cancel"),
        ("12 out of 20 found", "14 out of 23 found"),
        ("© 2023", "© 2023-2025"),
        ("\n© 2023 Corvid Mail. All rights reserved.\n", ""),
        ("Was this helpful?", "Was this article helpful? Yes No"),
        ("Was this helpful?", "p.p1 {margin: 0.0px 1.0px; color: #000000} li.note3 {font: 12.0px Serif}"),
        ("Was this helpful?", "Back to top\n\nLast updated: 3 days ago"),
    ],
)
def test_the_phrase_itself_is_technical(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.TECHNICAL
