"""The declaration of one document as a person writes it: in JSON, as Open Terms Archive has it, with our fields.

What stands in SERVICE.conductatlas.yaml beside a file stands below the key `conductatlas` here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from conductatlas.capture.declarations.located import Located, LocatedError, parse_json
from conductatlas.capture.declarations.model import Filter, Range, Selector, Source, Terms, Watch
from conductatlas.capture.declarations.own_fields import read_watch
from conductatlas.capture.declarations.problems import Problem, Problems
from conductatlas.capture.declarations.terms import TermsReader

_OWN = "conductatlas"
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_UNITS = tuple((name, timedelta(**{f"{name}s": 1})) for name in ("week", "day", "hour", "minute"))


def terms_to_text(terms: Terms) -> str:
    """A declaration as JSON, indented; `terms_from_text` reads the same from it."""
    sources = [_source(source) for source in terms.sources]
    value = sources[0] if len(sources) == 1 else {"combine": sources}
    own = _own_fields(terms.watch)
    return json.dumps(value | ({_OWN: own} if own else {}), indent=2, ensure_ascii=False)


def terms_from_text(text: str, kept: Terms) -> tuple[Terms | None, tuple[Problem, ...]]:
    """Read a declaration that is to stand in place of a kept one: its terms, None where they can't be used.

    The problems are those that the same declaration has in a file. A filter without a built-in is taken for the
    service's own script where the kept declaration names it too.
    """
    problems = Problems("the declaration", kept.service_id)
    try:
        root = parse_json(text)
    except LocatedError as error:
        problems.serious(error.line, str(error))
        return None, tuple(problems.found)
    for one in _not_storable(root):
        problems.serious(one.line, "holds an escaped character that no text can hold")
        return None, tuple(problems.found)
    scripted = frozenset(one.name for source in kept.sources for one in source.filters if not one.available)
    terms = TermsReader(kept.service_id, scripted, problems).read(kept.type, root, (_OWN,))
    own = root.value.get(_OWN) if isinstance(root.value, dict) else None
    watch = Watch() if own is None else read_watch(own, f"“{_OWN}”", problems)
    found = tuple(sorted(problems.found))
    if terms is None or watch is None or any(problem.serious for problem in found):
        return None, found
    return replace(terms, watch=watch), found


def _not_storable(value: Located) -> Iterator[Located]:
    """The values with a text, or a key, that no database or page can hold: with zero bytes or halves of characters."""
    match value.value:
        case str() as text if _NO_TEXT.search(text):
            yield value
        case dict() as entries:
            if _NO_TEXT.search("".join(entries)):
                yield value
            for entry in entries.values():
                yield from _not_storable(entry)
        case list() as items:
            for item in items:
                yield from _not_storable(item)


def _source(source: Source) -> dict[str, Any]:
    value: dict[str, Any] = {"fetch": source.address}
    if source.select:
        value["select"] = [_selector(one) for one in source.select]
    if source.remove:
        value["remove"] = [_selector(one) for one in source.remove]
    if source.filters:
        value["filter"] = [_filter(one) for one in source.filters]
    if source.execute_scripts is not None:
        value["executeClientScripts"] = source.execute_scripts
    return value


def _selector(selector: Selector) -> Any:
    return json.loads(str(selector)) if isinstance(selector, Range) else selector


def _filter(one: Filter) -> Any:
    return {one.name: json.loads(one.parameters)} if one.parameters else one.name


def _own_fields(watch: Watch) -> dict[str, Any]:
    expected = watch.expectations
    lengths = {"minimum_length": expected.least_length, "maximum_length": expected.most_length}
    expectations: dict[str, Any] = {name: length for name, length in lengths.items() if length is not None}
    if expected.words:
        expectations["words"] = list(expected.words)
    cadence = "" if watch.cadence is None else _cadence(watch.cadence)
    values = {"region": watch.region, "language": watch.language, "audience": watch.audience, "cadence": cadence}
    return {name: value for name, value in (values | {"expectations": expectations}).items() if value}


def _cadence(every: timedelta) -> str:
    """A cadence in the largest unit that it is whole in; it is one that was read, so there is one."""
    name, unit = next((name, unit) for name, unit in _UNITS if not every % unit)
    number = every // unit
    return f"{number} {name}" + ("s" if number > 1 else "")
