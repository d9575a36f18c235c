"""One declaration of terms, in the format of Open Terms Archive, to a checked value.

The format: https://docs.opentermsarchive.org/terms/reference/declaration/ and, where that is silent, what the engine
does (https://github.com/OpenTermsArchive/engine, version 14.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from conductatlas.capture.declarations.filters import read_filters
from conductatlas.capture.declarations.located import Located
from conductatlas.capture.declarations.model import Range, Selector, Source, Terms
from conductatlas.capture.declarations.problems import Problems, kind
from conductatlas.capture.selectors import is_selector

_OF_SOURCE = ("fetch", "select", "remove", "filter", "executeClientScripts")
_STARTS, _ENDS = ("startBefore", "startAfter"), ("endBefore", "endAfter")


@dataclass(frozen=True, slots=True)
class TermsReader:
    """Reads the declarations of one file; what is wrong with them goes to `problems`."""

    service_id: str
    scripted: frozenset[str]
    problems: Problems

    def read(self, terms_type: str, value: Located, more_keys: tuple[str, ...] = ()) -> Terms | None:
        """The terms that are declared, None where they can't be used. `more_keys` are read by the caller."""
        entry = self.problems.mapping(value, f"“{terms_type}”", (*_OF_SOURCE, "combine", *more_keys))
        if entry is None:
            return None
        before = sum(problem.serious for problem in self.problems.found)
        if "combine" in entry:
            sources = self._combined(terms_type, entry)
        else:
            sources = [self._source(f"“{terms_type}”", entry, {}, value.line)]
        if sum(problem.serious for problem in self.problems.found) > before:
            return None
        return Terms(self.service_id, terms_type, tuple(one for one in sources if one), line=value.line)

    def _combined(self, terms_type: str, shared: Mapping[str, Located]) -> list[Source | None]:
        parts, label = shared["combine"], f"“combine” of “{terms_type}”"
        if not isinstance(parts.value, list) or not parts.value:
            shown = "an empty list" if parts.value == [] else kind(parts)
            self.problems.serious(parts.line, f"{label} must be a list of sources, not {shown}")
            return []
        sources: list[Source | None] = []
        for number, part in enumerate(parts.value, 1):
            own = self.problems.mapping(part, f"source {number} of “{terms_type}”", _OF_SOURCE)
            if own is None:
                continue
            source = self._source(f"source {number} of “{terms_type}”", own, shared, part.line)
            if source and any(other and other.address == source.address for other in sources):
                self.problems.note(part.line, f"{label} has {source.address} more than once")
            sources.append(source)
        return sources

    def _source(
        self, label: str, own: Mapping[str, Located], shared: Mapping[str, Located], line: int
    ) -> Source | None:
        """A source; what it does not say itself it takes from what is shared, null being the same as nothing."""
        given = {name: one for name, one in (*shared.items(), *own.items()) if one.value is not None}
        fetch, scripts = given.get("fetch"), given.get("executeClientScripts")
        if fetch is None:
            self.problems.serious(line, f"{label} has no “fetch”: the address of the page")
            return None
        address = self._address(label, fetch)
        select = self._selectors(label, "select", given.get("select"))
        if address and not select and not urlsplit(address).path.lower().endswith(".pdf"):
            self.problems.note(line, f"{label} has no “select”: of a page its main content is read")
        filters = read_filters(given["filter"], self.scripted, self.problems) if "filter" in given else ()
        if scripts is not None and not isinstance(scripts.value, bool):
            self.problems.serious(scripts.line, f"“executeClientScripts” must be true or false, not {kind(scripts)}")
        return Source(
            address=address,
            select=select,
            remove=self._selectors(label, "remove", given.get("remove")),
            filters=filters,
            execute_scripts=None if scripts is None else bool(scripts.value),
            line=line,
        )

    def _address(self, label: str, fetch: Located) -> str:
        address = self.problems.text(fetch, "“fetch”").strip()
        try:
            parts = urlsplit(address)
            usable = parts.scheme in ("http", "https") and parts.hostname and not any(map(str.isspace, address))
        except ValueError:
            usable = None
        if address and not usable:
            self.problems.serious(fetch.line, f"“fetch” of {label} is no web address: {address[:80]}")
        return address

    def _selectors(self, label: str, key: str, value: Located | None) -> tuple[Selector, ...]:
        if value is None:
            return ()
        items = value.value if isinstance(value.value, list) else [value]
        return tuple(found for item in items if (found := self._selector(f"“{key}” of {label}", item)))

    def _selector(self, label: str, item: Located) -> Selector | None:
        if isinstance(item.value, dict):
            return self._range(label, item)
        return self._css(label, item)

    def _css(self, label: str, item: Located) -> str | None:
        text = self.problems.text(item, label)
        if text and not is_selector(text):
            self.problems.serious(item.line, f"{label} is no CSS selector that can be used: {text[:80]}")
            return None
        return text or None

    def _range(self, label: str, item: Located) -> Range | None:
        entry = self.problems.mapping(item, label, (*_STARTS, *_ENDS)) or {}
        starts, ends = [key for key in _STARTS if key in entry], [key for key in _ENDS if key in entry]
        if len(starts) != 1 or len(ends) != 1:
            wanted = "one of startBefore and startAfter, and one of endBefore and endAfter"
            self.problems.serious(item.line, f"{label}: a range needs {wanted}")
            return None
        start = self._css(f"“{starts[0]}” in {label}", entry[starts[0]])
        end = self._css(f"“{ends[0]}” in {label}", entry[ends[0]])
        return Range(start, end, starts[0] == "startBefore", ends[0] == "endAfter") if start and end else None
