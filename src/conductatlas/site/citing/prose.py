"""Citations in words: our own plain form, and those of the Bluebook and of APA Style.

Both styles set the title in italics (and the Bluebook the site's name in small capitals), which plain text can't show.
"""

from __future__ import annotations

from datetime import date

from conductatlas.english import day
from conductatlas.site.citing.cited import AUTHOR, Cited

# The Bluebook, table T12.
_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def plain(cited: Cited) -> str:
    """All that identifies the record and its text, in one sentence."""
    parts = [
        f"{AUTHOR}, “{cited.title}”",
        cited.record and f"record {cited.record}",
        cited.inside and f"in: {', '.join(cited.inside)}",
        cited.recorded and f"as recorded on {day(cited.recorded)}",
    ]
    hashed = f" (SHA-256 {cited.sha256})" if cited.sha256 else ""
    told = ", ".join(part for part in parts if part)
    return f"{told}{hashed}. {cited.address}, accessed {day(cited.accessed)}."


def bluebook(cited: Cited) -> str:
    """A web page after rule 18.2 of The Bluebook (21st edition): author, title, site (date), address.

    The date is that of the text on record. As the page goes on changing, the day of the visit follows the address in
    the form that the rule gives to it: (last visited Apr. 1, 2026).
    """
    title = f"{cited.full_title}, record {cited.record}" if cited.record else cited.full_title
    dated = f" ({_american(cited.recorded)})" if cited.recorded else ""
    return f"{AUTHOR}, {title}, {AUTHOR}{dated}, {cited.address} (last visited {_american(cited.accessed)})."


def apa(cited: Cited) -> str:
    """A web page after APA Style (7th edition of the Publication Manual, sections 9.16, 9.33 and 10.16).

    A group author that is the site too is named once; an undated page says n.d.; a page that is made to change says
    when it was retrieved.
    """
    dated = f"{cited.recorded.year}, {cited.recorded:%B} {cited.recorded.day}" if cited.recorded else "n.d."
    title = f"{cited.title}: {', '.join(cited.inside)}" if cited.inside else cited.title
    record = f" (Record {cited.record})" if cited.record else ""
    retrieved = f"{cited.accessed:%B} {cited.accessed.day}, {cited.accessed.year}"
    return f"{AUTHOR}. ({dated}). {title}{record}. Retrieved {retrieved}, from {cited.address}"


def _american(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
