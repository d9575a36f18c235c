"""Small marks that stand on many pages: severities, verdicts, dates, redlines, clauses."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from datetime import UTC, date, datetime

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from conductatlas.catalogue import REGIONS, How, Severity, SourceKind
from conductatlas.changes import NO_EFFECT, Segment, beginning, condensed, marks_nothing
from conductatlas.english import amount, short_day, shortened
from conductatlas.reading import visible_words, without_link_notes
from conductatlas.site.presenters.links import DocumentLink, GradeCount, rank, severity_in_words
from conductatlas.site.rendering.blocks import RenderedBlock, divide
from conductatlas.site.rendering.redline_html import redline_html
from conductatlas.site.rendering.shown_redline import shown_redline

register = template.Library()
_LONGEST_ADDRESS = 64
_WORDS_SHOWN = 5

_SHAPES = {severity.value: severity.shape for severity in Severity}
_VERDICTS = {
    "failed": "failed capture",
    "first": "first version",
    "same": "no change",
    "held": "held, not confirmed yet",
}
_DIRECTIONS = {
    "better": ("↗", "better for users"),
    "worse": ("↘", "worse for users"),
    "mixed": ("↕", "partly better, partly worse for users"),
}
# What one provision of law does, and what several do.
_DOES = {
    How.FORBIDS: ("forbids", "forbid"),
    How.LIMITS: ("limits", "limit"),
    How.REQUIRES: ("requires", "require"),
    How.CONDITIONS: ("sets conditions", "set conditions"),
    How.SUPPORTS: ("supports it", "support it"),
}
_SEVERAL_PROVISIONS = re.compile(r"\band\b|\bto\b")
_READ_WHERE = {
    SourceKind.OFFICIAL: "Read at an official site",
    SourceKind.SCHOLARLY: "Read at a scholarly source",
    SourceKind.COPY: "Read in a copy",
}
# The page of a commit: the repository, and the first digits of the hash.
_COMMIT = re.compile(r"https?://([^\s?#]+)/commit/([0-9a-f]{12})[0-9a-f]*")
_OF_PAGES = "en"
# One level of quotation marks inside, as German ones close with the sign that opens English ones.
_QUOTED = re.compile(r"(?<=“)([^”]+)(?=”)")


@register.simple_tag
def severity(grade: str, word: str = "") -> SafeString:
    """A severity as shape, word and colour; `word` stands after it, as in 'high severity'."""
    named = grade or Severity.NONE.value
    return format_html(
        '<span class="grade {0}"><span class="shape" aria-hidden="true">{1}</span> {2}</span>',
        named,
        _SHAPES.get(grade, "○"),
        f"{'no' if named == Severity.NONE else named} {word}" if word else severity_in_words(named),
    )


@register.simple_tag
def severity_step(before: str | None, after: str | None) -> SafeString:
    """The severity before and after, or the one there is where they agree or a side is missing."""
    if not before or not after or before == after:
        return severity(after or before or "")
    return format_html(
        '{} <span aria-hidden="true">→</span><span class="visually-hidden">to</span> {}',
        severity(before),
        severity(after),
    )


@register.simple_tag
def change_grade(grade: str, touches: str, word: str = "") -> SafeString:
    """The severity of a change, if any, and that of the clauses in which it was made, if graver; else nothing."""
    own = severity(grade, word) if grade != Severity.NONE else SafeString("")
    if rank(touches) <= rank(grade):
        return own
    return format_html("{}{}{}", own, ", " if own else "", _of_clause("touches a clause graded", touches))


@register.simple_tag
def item_grade(before: str | None, after: str | None, edit_graded: bool) -> SafeString:
    """The severity of what became of a provision, or that of its clause, if it has one, where the edit has none."""
    if edit_graded:
        return severity_step(before, after)
    return _of_clause("clause graded", after) if after and after != Severity.NONE else SafeString("")


def _of_clause(said: str, grade: str) -> SafeString:
    shape = _SHAPES.get(grade, "○")
    return format_html(
        '<span class="quiet">{} <span aria-hidden="true">{}</span> {}</span>', said, shape, severity_in_words(grade)
    )


@register.simple_tag
def severities(counts: Iterable[GradeCount]) -> SafeString:
    """Counts by severity in one line; those of zero are left out."""
    return format_html_join(
        " ",
        '<span class="grade {}"><span class="shape" aria-hidden="true">{}</span> {}'
        '<span class="visually-hidden"> {}</span></span>',
        (
            (one.severity, _SHAPES[one.severity], f"{one.count:,}", severity_in_words(one.severity))
            for one in counts
            if one.count
        ),
    ) or not_found("none")


@register.filter
def some_of(words: Sequence[str]) -> str:
    """The first of some words, and how many more there are."""
    left = len(words) - _WORDS_SHOWN
    shown = ", ".join(words[:_WORDS_SHOWN])
    return f"{shown} and {left} more" if left > 0 else shown


@register.simple_tag
def not_found(said: str = "not found") -> SafeString:
    """A dash where nothing was found, with words for those who listen."""
    return format_html('<span aria-hidden="true">–</span><span class="visually-hidden">{}</span>', said)


@register.simple_tag
def unsure(doubtful: bool) -> SafeString:
    """That the program is unsure of a finding, with a space in front; nothing where it is not."""
    if not doubtful:
        return SafeString("")
    return SafeString(' <span class="unsure"><span class="shape" aria-hidden="true">?</span> unsure</span>')


@register.simple_tag
def verdict(word: str) -> SafeString:
    """The verdict on a version."""
    return format_html('<span class="verdict {}">{}</span>', word, _VERDICTS.get(word, word))


@register.simple_tag
def direction(word: str) -> SafeString:
    """Whom a change favours, as arrow and words; nothing where it favours nobody."""
    if word not in _DIRECTIONS:
        return SafeString("")
    arrow, said = _DIRECTIONS[word]
    return format_html('<span class="direction {}"><span aria-hidden="true">{}</span> {}</span>', word, arrow, said)


@register.simple_tag
def said_the_same(to_the_letter: bool) -> SafeString:
    """That a clause was reworded to the letter, with a space in front; nothing where it was not."""
    return format_html(' <span class="quiet">{}</span>', NO_EFFECT) if to_the_letter else SafeString("")


@register.simple_tag
def figure(value: str, unit: str) -> str:
    """A value with its unit: '30 days', 'USD 10,000', '3 years', or the value as it is."""
    return amount(value, unit) if unit else value


@register.filter
def does(ref: str, how: str) -> str:
    """What a provision of law does, or several: 'limits' for 'Article 7', 'limit' for 'Articles 20 and 21'."""
    return _DOES[How(how)][_SEVERAL_PROVISIONS.search(ref) is not None]


@register.simple_tag
def day(at: datetime) -> SafeString:
    """A date, such as 28 May 2026; the time of day is in its `datetime`."""
    at = at.astimezone(UTC)
    return format_html('<time datetime="{}">{}</time>', f"{at:%Y-%m-%dT%H:%M:%SZ}", short_day(at))


@register.simple_tag
def day_among(at: datetime, busy: Container[str]) -> SafeString:
    """A date, with its time of day where it is one of the days on which more than one thing happened."""
    return moment(at) if short_day(at.astimezone(UTC)) in busy else day(at)


@register.simple_tag
def calendar_day(on: date) -> SafeString:
    """A day without a time, such as 28 May 2026."""
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), short_day(on))


@register.simple_tag
def moment(at: datetime) -> SafeString:
    """A date with its time of day, in UTC."""
    at = at.astimezone(UTC)
    return format_html('<time datetime="{}">{} UTC</time>', f"{at:%Y-%m-%dT%H:%M:%SZ}", f"{short_day(at)}, {at:%H:%M}")


@register.filter
def as_seen(passage: str) -> str:
    """The words of a passage as a reader sees them, without notes on links, its blocks divided by blank lines."""
    return visible_words(without_link_notes(passage))


@register.filter
def short(text: str, most: int) -> str:
    """A text, cut at a word where it is longer than so many characters."""
    return shortened(text, most)


@register.filter
def thousands(number: int) -> str:
    """A number with its thousands set off: 12,345."""
    return f"{number:,}"


@register.simple_tag
def redline(segments: Sequence[Segment], *, short: bool = False, most: int = 0) -> SafeString:
    """A redline: insertions and deletions as `ins` and `del`; where `short`, long kept runs are cut.

    Where `most` is given, as many characters of it at most, and […] in place of the rest.
    """
    shown = condensed(segments, most) if short else segments
    return redline_html(shown_redline(beginning(shown, most) if most else shown))


@register.simple_tag
def clause(blocks: Sequence[RenderedBlock], most: int = 0) -> SafeString:
    """A passage: its paragraphs, its lists as lists, its tables.

    Where `most` is given, blocks of as many characters at most (but one), and a line that says that it goes on.
    """
    parts: list[SafeString] = []
    stop = divide([len(block.html) for block in blocks], most)[0][1] if most else len(blocks)
    in_list = False
    for block in blocks[:stop]:
        is_item = block.kind == "list-item"
        if is_item != in_list:
            parts.append(SafeString('<ul class="items">' if is_item else "</ul>"))
            in_list = is_item
        parts.append(_block(block))
    if in_list:
        parts.append(SafeString("</ul>"))
    if stop < len(blocks):
        parts.append(SafeString('<p class="quiet">[…] The clause goes on; the link below leads to all of it.</p>'))
    # Each part is safe already.
    return mark_safe("".join(parts))  # noqa: S308


def _block(block: RenderedBlock) -> SafeString:
    if block.kind == "list-item":
        return format_html(
            # A space, for those who copy it or have it read to them.
            '<li class="level-{}"><span class="item-mark">{} </span>{}</li>',
            min(block.level, 4),
            block.mark,
            block.html,
        )
    return text_block(block)


@register.simple_tag
def text_block(block: RenderedBlock) -> SafeString:
    """A block of a text that is not an item of a list."""
    if block.kind == "heading":
        return format_html('<p class="clause-heading">{}</p>', block.html)
    if block.kind == "table":
        return format_html(
            '<div class="wide" role="group" aria-label="Table of the document" tabindex="0">{}</div>', block.html
        )
    if block.kind == "preformatted":
        return format_html("<pre>{}</pre>", block.html)
    return format_html("<p>{}</p>", block.html)


@register.simple_tag
def text_heading(block: RenderedBlock) -> SafeString:
    """A heading of a document's text, set below the headings of the page."""
    return format_html("<h{0}>{1}</h{0}>", min(block.level + 1, 6), block.html)


@register.filter
def short_address(address: str) -> str:
    """An address without its scheme, cut where it is long: for what a link shows, not for where it leads."""
    shown = address.partition("://")[2] or address
    return shown if len(shown) <= _LONGEST_ADDRESS else shown[:_LONGEST_ADDRESS] + "…"


@register.filter
def region_name(region: str) -> str:
    """A region by the name that readers know."""
    return REGIONS.get(region, region)


@register.filter
def read_where(kind: str) -> str:
    """At what kind of source the words of a law were read."""
    return _READ_WHERE[SourceKind(kind)]


@register.filter
def lang(document: object) -> SafeString:
    """The attribute that says in which language the words of a document are; empty where English, or no record's."""
    language = document.language if isinstance(document, DocumentLink) else ""
    return SafeString("") if language in ("", _OF_PAGES) else format_html(' lang="{}"', language)


@register.filter
def with_quotes_of(told: str, document: object) -> str:
    """What is told of a document, with the language of what is quoted from it."""
    language = lang(document)
    if not language:
        return told
    parts = _QUOTED.split(told)
    quoted = (format_html("<span{}>{}</span>", language, part) if at % 2 else part for at, part in enumerate(parts))
    return format_html_join("", "{}", ((part,) for part in quoted))


@register.filter
def same_words(segments: Iterable[Segment]) -> bool:
    """Whether a redline shows no change of words."""
    return marks_nothing(segments)


@register.filter
def commit_named(address: str) -> str:
    """An address; that of a commit as its repository and the beginning of its hash."""
    commit = _COMMIT.fullmatch(address)
    return f"{commit[1]}, commit {commit[2]}" if commit else address


@register.filter
def is_source(text: str) -> bool:
    """Whether a citation is lines for a program, and not a sentence."""
    return "\n" in text


@register.filter
def is_web_address(address: str) -> bool:
    """Whether an address may be made a link."""
    return address.startswith(("https://", "http://"))
