"""A pledge that went is shown with the one on the same act that came, and the other way round."""

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_GONE = "Whatever happens to the gardens we will not sell, lend or rent any of your information to a seed merchant."
_CAME = "We do not sell your personal information or hand it over for advertising between contexts."
_BEDS = tuple(f"Whoever rents bed {bed} must pay {bed} crowns a year for it, and may lose it." for bed in "abc")
_LAWNS = tuple(f"We may close lawn {lawn} for a whole season, and will charge its users." for lawn in "uvw")


def _shown(*, promise_first: bool) -> set[str]:
    old = "\n\n".join(("# Garden Rules", "## Data", _GONE, "## Beds", *_BEDS))
    new = "\n\n".join(("# Garden Rules", "## Selling", _CAME, "## Lawns", *_LAWNS))
    before, after = (old, new) if promise_first else (new, old)
    found = sentence_changes(read_markdown(before), read_markdown(after), 2, ungraded)
    return {text for one in found.told for text in (one.before, one.after) if text}


def test_both_are_shown() -> None:
    for promise_first in (True, False):
        shown = _shown(promise_first=promise_first)
        assert (_GONE in shown) == (_CAME in shown)
        assert _GONE in shown
