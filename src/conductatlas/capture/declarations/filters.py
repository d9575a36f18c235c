"""Declared filters: which of them are built in here, and which are JavaScript that is not run."""

from __future__ import annotations

import json
import re

from conductatlas.capture.declarations.located import Located
from conductatlas.capture.declarations.model import Filter
from conductatlas.capture.declarations.problems import Problems, kind

# The only filter that the engine of Open Terms Archive brings along (version 14.1).
REMOVE_QUERY_PARAMETERS = "removeQueryParams"
_BUILT_IN = frozenset((REMOVE_QUERY_PARAMETERS,))
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
_EXPORTED = re.compile(
    r"\bexport\s+(?:(?:async\s+)?function\s*\*?|const|let|var|class)\s+([\w$]+)|\bexport\s*\{([^{}]*)\}"
)


def exported_names(script: str) -> frozenset[str]:
    """The names that a module of JavaScript exports, as its text tells; the module is not run."""
    names: set[str] = set()
    for single, several in _EXPORTED.findall(_COMMENT.sub(" ", script)):
        if single:
            names.add(single)
        names.update(one.split(" as ")[-1].strip() for one in several.split(",") if one.strip())
    return frozenset(names)


def read_filters(value: Located, scripted: frozenset[str], problems: Problems) -> tuple[Filter, ...]:
    """The filters of a declaration, in order. `scripted` are the names that the service's own script exports."""
    if not isinstance(value.value, list):
        problems.serious(value.line, f"“filter” must be a list, not {kind(value)}")
        return ()
    return tuple(found for item in value.value if (found := _filter(item, scripted, problems)))


def _filter(item: Located, scripted: frozenset[str], problems: Problems) -> Filter | None:
    parameters = ""
    if isinstance(item.value, dict) and len(item.value) == 1:
        ((name, given),) = item.value.items()
        parameters = json.dumps(given.plain(), ensure_ascii=False)
        if name == REMOVE_QUERY_PARAMETERS and not _are_names(given.plain()):
            problems.serious(given.line, f"“{name}” takes the name of a parameter or a list of names")
            return None
    elif isinstance(item.value, str) and item.value:
        name = item.value
    else:
        problems.serious(item.line, "a filter must be a name, or a mapping of one name to its parameters")
        return None
    if name in _BUILT_IN:
        return Filter(name, parameters, available=True)
    where = "is JavaScript, which is not run here" if name in scripted else "is neither built in nor exported"
    problems.note(item.line, f"the filter “{name}” {where}; the document is read without it")
    return Filter(name, parameters, available=False)


def _are_names(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))
