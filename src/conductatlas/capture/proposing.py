"""A declaration proposed for a platform, from the links of its home page: which documents it has, and where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from conductatlas.capture.declarations import TermsType, terms_types
from conductatlas.capture.extraction import propose_selection
from conductatlas.capture.selectors import matches
from conductatlas.reading import parse_page

# A link with more characters is a sentence or a card, not the name of a document.
_LONGEST_NAME = 70
_FOOTER = 'footer, [role="contentinfo"], #footer, .footer, [class*="footer" i]'
_EDGE = re.compile(r"^\W+|\W+$")
_TITLE_PARTS = re.compile(r"\s+[|·•:–—-]\s+|[|·•]|:\s+")
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Where platforms put these documents when no link tells; in the order in which they are worth a try.
_FOLDERS = ("", "legal/", "policies/", "about/")
_WANTED = ("Terms of Service", "Privacy Policy")
_PATHS_TRIED = 3
_EXACT, _PART, _PATH, _PART_OF_PATH, _IN_FOOTER, _OTHER_SITE = 6.0, 4.5, 3.0, 1.5, 0.5, -5.0
_LEAST_SCORE = 3.0
_MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class ProposedTerms:
    """One document that a page links: its type, its address, how the link calls it, and what to select of its page.

    `select` is empty where the page was not at hand. `others` are further addresses that look like the same type.
    """

    type: str
    address: str
    called: str
    select: str = ""
    remove: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A platform and its documents, the most common types first."""

    name: str
    terms: tuple[ProposedTerms, ...]

    def as_declaration(self) -> dict[str, Any]:
        """The proposal in the format of Open Terms Archive. Where nothing is known of a page, all of it is selected."""
        declared: dict[str, Any] = {}
        for one in self.terms:
            entry: dict[str, Any] = {"fetch": one.address}
            if not urlsplit(one.address).path.lower().endswith(".pdf"):
                entry["select"] = one.select or "body"
            if one.remove:
                entry["remove"] = list(one.remove)
            declared[one.type] = entry
        return {"name": self.name, "terms": declared}


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    type: str
    address: str
    called: str


def propose(html: str, address: str, pages: Mapping[str, str] | None = None) -> Proposal:
    """Propose a declaration from the HTML of a platform's page at an address, best its home page.

    `pages` are the HTML of documents that were fetched besides, by address; of these it is said what to select.
    Raises ReadingError for a page that is made to use up time or memory.
    """
    page = parse_page(html)
    best: dict[str, list[_Candidate]] = {}
    for candidate in sorted(_candidates(page, address), key=lambda one: -one.score):
        known = best.setdefault(candidate.type, [])
        if all(candidate.address != other.address for other in known):
            known.append(candidate)
    terms = []
    for terms_type in terms_types():
        found = best.get(terms_type)
        if found:
            first = found[0]
            document = (pages or {}).get(first.address)
            select, remove = propose_selection(document) if document else ("", ())
            others = tuple(one.address for one in found[1 : _MOST_OTHERS + 1])
            terms.append(ProposedTerms(terms_type, first.address, first.called, select, remove, others))
    return Proposal(_name(page, address), tuple(terms))


def usual_addresses(address: str, proposal: Proposal) -> dict[str, tuple[str, ...]]:
    """Where documents that every platform has usually lie, for those types that a proposal lacks."""
    proposed = {one.type for one in proposal.terms}
    return {
        name: tuple(
            urljoin(address, f"/{folder}{path}")
            for path in terms_types()[name].paths[:_PATHS_TRIED]
            for folder in _FOLDERS
        )
        for name in _WANTED
        if name not in proposed
    }


def page_address(html: str) -> str:
    """The address that a page gives itself; empty where it gives none. Raises ReadingError as `propose` does."""
    page = parse_page(html)
    for selector, attribute in (
        ('link[rel="canonical"]', "href"),
        ('meta[property="og:url"]', "content"),
        ("base[href]", "href"),
    ):
        node = page.css_first(selector)
        found = (node.attributes.get(attribute) or "").strip() if node is not None else ""
        if _host(found):
            return found
    return ""


def _candidates(page: LexborHTMLParser, address: str) -> Iterator[_Candidate]:
    """For each link of a page the type of terms that it fits best, where it fits one."""
    base = page.css_first("base[href]")
    start = _joined(address, base.attributes.get("href") or "") if base is not None else address
    in_footer = {link.mem_id for footer in matches(page, _FOOTER) for link in footer.css("a[href]")}
    for link in matches(page, "a[href]"):
        target = urldefrag(_joined(start, (link.attributes.get("href") or "").strip())).url
        called = _called(link)
        if not _host(target) or target.rstrip("/") == address.rstrip("/") or len(called) > _LONGEST_NAME:
            continue
        bonus = _IN_FOOTER if link.mem_id in in_footer else 0.0
        bonus += 0.0 if _site(target) == _site(address) else _OTHER_SITE
        scored = [(_score(called, target, one), one.name) for one in terms_types().values()]
        score, name = max(scored, key=lambda pair: pair[0])
        if score >= _LEAST_SCORE and score + bonus >= _LEAST_SCORE:
            yield _Candidate(score + bonus, name, target, called)


def _score(called: str, target: str, terms_type: TermsType) -> float:
    """How well a link fits a type: by what it is called, and by the last part of its path.

    Of names that are part of one another the longer one tells more; a name that is a small part of what the link says
    tells little.
    """
    name = _normalised(called)
    by_name = 0.0
    for known in terms_type.links:
        if name == known:
            by_name = max(by_name, _EXACT + len(known) / 100)
        elif _NO_SPACES.search(known) and known in name:
            by_name = max(by_name, _PART)
        elif f" {known} " in f" {name} ":
            by_name = max(by_name, _PART * len(known) / len(name))
    last = urlsplit(target).path.rstrip("/").rpartition("/")[2].lower().replace("_", "-")
    last = re.sub(r"\.(?:html?|php|aspx?|pdf|md|txt)$", "", last)
    by_path = 0.0
    for path in terms_type.paths:
        if last == path:
            by_path = max(by_path, _PATH + len(path) / 100)
        elif f"-{path}-" in f"-{last}-":
            by_path = max(by_path, _PART_OF_PATH + len(path) / 100)
    return by_name + by_path


def _called(link: LexborNode) -> str:
    return " ".join((link.text() or link.attributes.get("aria-label") or link.attributes.get("title") or "").split())


def _normalised(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    return _EDGE.sub("", " ".join(plain.split()))


def _name(page: LexborHTMLParser, address: str) -> str:
    """What a platform calls itself: in its metadata, in the part of the title that its host has too, or by its host."""
    for selector in ('meta[property="og:site_name"]', 'meta[name="application-name"]'):
        node = page.css_first(selector)
        said = " ".join((node.attributes.get("content") or "").split()) if node is not None else ""
        if 0 < len(said) <= _LONGEST_NAME:
            return said
    label = _site(address).partition(".")[0]
    title = page.css_first("title")
    for part in _TITLE_PARTS.split(" ".join(title.text().split())) if title is not None else ():
        if label and re.sub(r"\W", "", part).casefold().startswith(label.replace("-", "")):
            return part.strip()
    return label.capitalize() or "Unnamed"


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _site(address: str) -> str:
    """The host without what stands before the name of the site, roughly: 'legal.lumora.co.example' is 'lumora…'."""
    labels = _host(address).split(".")
    second_level = len(labels) > 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if second_level else labels[-2:])


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:
        return ""
