"""What must be known of the words that a record quotes: told once, for its page and for its paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from conductatlas.site.presenters.audience import AudienceLine
from conductatlas.site.presenters.links import ProvisionLink


class Part(NamedTuple):
    """Some words of a note; `path` is where they lead to, `quoted` whether they are words of the document."""

    words: str
    path: str = ""
    quoted: bool = False


Note = tuple[Part, ...]


class Quoting(Protocol):
    """What is asked of the page of a provision, for the notes on its words."""

    @property
    def stated_by_few(self) -> int | None: ...
    @property
    def marked(self) -> Sequence[object]: ...
    @property
    def lacks_links(self) -> bool: ...
    @property
    def begins_within(self) -> bool: ...
    @property
    def goes_back_to(self) -> str: ...
    @property
    def is_summary(self) -> bool: ...
    @property
    def is_caption(self) -> bool: ...
    @property
    def breaks_off(self) -> bool: ...
    @property
    def in_same_words(self) -> Sequence[ProvisionLink]: ...
    @property
    def in_larger_passages(self) -> Sequence[ProvisionLink]: ...
    @property
    def audience(self) -> AudienceLine | None: ...
    @property
    def consumer_laws_left_out(self) -> bool: ...
    @property
    def tells_grade(self) -> bool: ...
    @property
    def hides_address(self) -> bool: ...
    @property
    def filed_as(self) -> str: ...
    @property
    def named_otherwise(self) -> str: ...


def notes_on_words(page: Quoting) -> tuple[Note, ...]:
    """The notes on the words of a provision, in the order in which they are shown."""
    return tuple(_notes(page))


def as_text(note: Note) -> str:
    """A note without its links."""
    return "".join(f"“{part.words}”" if part.quoted else part.words for part in note)


def filed_otherwise(page: Quoting) -> Note:
    """How the collection filed a document that its own words call something else; nothing where they do not."""
    if not page.named_otherwise:
        return ()
    own = Part(page.named_otherwise, quoted=True)
    return Part(f"Filed by the collection as {page.filed_as}; its own words call it "), own, Part(".")


def _notes(page: Quoting) -> Iterator[Note]:
    if filed := filed_otherwise(page):
        yield filed
    if said := _which_state_it(page):
        yield (Part(said),)
    if page.lacks_links:
        yield (Part("These words may have gaps: this capture may only lack the words of its links."),)
    if page.begins_within:
        yield (Part("These words begin within a sentence; what comes before them stands in the text."),)
    if what := page.goes_back_to:
        yield (Part(f"These words speak of {what} that something above them names, which is not quoted here."),)
    if page.is_summary:
        yield (Part("These words call themselves a summary; the rule itself may stand beside them."),)
    if page.is_caption:
        caption = "These words are only a caption, and no sentence that says what is done"
        yield (Part(f"{caption}; so nothing is told here of what they mean."),)
    if page.breaks_off:
        rest = "what may follow in the document, such as further items or conditions, is not quoted here"
        yield (Part(f"These words end within a sentence; {rest}."),)
    if page.in_same_words:
        others = _linked(page.in_same_words)
        # A name can promise more than such words hold, or less: those of an opt-out can be on an opt-in.
        named = "Each type is named after what such clauses are usually about"
        lead = "The program files these words under other types, too, among them: "
        about = f"{named}; this record is about the one at the top." if page.tells_grade else f"{named}."
        yield (Part(lead), *others, Part(f". {about}"))
    if page.in_larger_passages:
        larger = _linked(page.in_larger_passages)
        yield (Part("These words are a part of a larger passage that is recorded as "), *larger, Part("."))
    if page.audience:
        # Only where there are such laws is their absence worth a word: data protection law is for businesses, too.
        left_out = page.audience.businesses and page.consumer_laws_left_out
        no_consumers = " So this page names no laws for consumers." if left_out else ""
        whom = "the part of the document is in which the words stand" if page.audience.of_part else "the document is"
        said = page.audience.said.removesuffix(".")
        said_where = (Part(said, quoted=True), Part(" ("), Part("in place", page.audience.path))
        yield (Part(f"For whom {whom}, by its own words: "), *said_where, Part(f").{no_consumers}"))
    if page.hides_address:
        yield (Part("The page hides an address in these words from programs, so that the copy has a stand-in for it."),)


def _which_state_it(page: Quoting) -> str:
    """Which of the sentences quoted state the type; empty where nothing is known of them."""
    # Where it is too unsure of the type to grade the words, none of them is told to speak for it.
    few = page.stated_by_few if page.tells_grade else None
    if few:
        speak = "only one speaks" if few == 1 else f"only {few:,} speak"
        selves, them = ("itself", "it") if few == 1 else ("themselves", "them")
        marked = ", as marked" if page.marked else ""
        return (
            f"As the program reads them, of the sentences and items of this passage {speak} for this type by {selves}"
            f"{marked}; "
            f"the others go with {them}, or are about something else."
        )
    if page.marked:
        return (
            "Marked: the sentences by which a program finds this type here. The rest of the passage goes with them, is "
            "graded elsewhere, or is not graded at all."
        )
    return ""


def _linked(others: Sequence[ProvisionLink]) -> Iterator[Part]:
    for place, other in enumerate(others):
        if place:
            yield Part(", ")
        yield Part(other.clause_type.title, other.path)
